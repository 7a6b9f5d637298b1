// Two people who have met, from whose storage many short journeys begin.

import * as dossier from './dossier.mjs';
import { pair } from './pair.mjs';
import { PRINCIPAL, TEACHER, enter } from './person.mjs';
import { keptState } from './stored.mjs';

/** A teacher at a laptop, where a form shows all its topics at once. */
export const AT_DESK = { ...TEACHER, window: { ...PRINCIPAL.window, locale: 'id-ID', colorScheme: 'light' } };

/** Lets a teacher and a principal meet; gives what their browsers hold then, and the address of the dossier. */
export async function prepare(browser, origin) {
  const [teacher, principal] = [await enter(browser, origin, AT_DESK), await enter(browser, origin, PRINCIPAL)];
  await pair(teacher, principal);
  await dossier.openDossier(teacher);
  const address = teacher.page.url();
  const states = { teacher: await keptState(teacher), principal: await keptState(principal), address };
  await teacher.leave();
  await principal.leave();
  return states;
}
