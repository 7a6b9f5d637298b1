// Two people who have met: set up, invited, accepted, the code compared.

import { PLAN } from './answers.mjs';
import * as contact from './contact.mjs';
import { downloadBundle, followCard, openDossier } from './dossier.mjs';
import { answer, goToCheck } from './form.mjs';
import { link } from './person.mjs';
import { meetSender, takeIn } from './receive.mjs';
import { setUp } from './setup.mjs';
import { signSheet } from './stage.mjs';

/** Brings a teacher and a principal together without detours; gives the files that went over. */
export async function pair(teacher, principal) {
  await Promise.all([setUp(teacher), setUp(principal)]);
  await contact.openInvite(teacher);
  const invitation = await contact.inviteSuperior(teacher);
  await takeIn(principal, invitation.path);
  await meetSender(principal);
  await contact.acceptInvitation(principal);
  const genesis = await downloadBundle(principal);
  await takeIn(teacher, genesis.path);
  await meetSender(teacher);
  await link(principal, 'compareNow').click();
  await principal.page.locator('ol.code').waitFor();
  // The screen of the one who compared first shows everything, so that the other can be read to.
  await contact.compareWith(teacher, principal);
  await contact.compareWith(principal, teacher);
  return { invitation, genesis };
}

/** The teacher writes and signs the plan; the file for the principal is given. */
export async function writePlan(teacher, answers = PLAN, button = 'write') {
  await openDossier(teacher);
  await followCard(teacher, button);
  await answer(teacher, answers);
  await goToCheck(teacher, 'planning');
  await signSheet(teacher);
  return downloadBundle(teacher);
}
