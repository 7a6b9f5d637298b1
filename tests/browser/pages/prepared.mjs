// Two people who have met, from whose storage many short journeys begin.

import { before } from 'node:test';
import { openDossier } from './dossier.mjs';
import { pair } from './pair.mjs';
import { AT_DESK, PRINCIPAL } from './person.mjs';
import { keptState } from './stored.mjs';

/**
 * Lets a teacher and a principal meet before the first test of a file. Of what is given, `enter` opens the app
 * for one of them as they were then, `entriesOf` gives what their storage holds, and `address` is that of their dossier.
 */
export function meetBefore(app) {
  const people = { teacher: AT_DESK, principal: PRINCIPAL };
  const entries = {};
  const enter = (side, prepare) => app.enter(people[side], prepare, entries[side]);
  const met = { address: '', enter, entriesOf: (side) => entries[side] };
  before(async () => {
    const [teacher, principal] = [await app.enter(AT_DESK), await app.enter(PRINCIPAL)];
    await pair(teacher, principal);
    await openDossier(teacher);
    met.address = teacher.page.url();
    entries.teacher = await keptState(teacher);
    entries.principal = await keptState(principal);
    await app.leave(teacher, principal);
  });
  return met;
}
