// A stage as it stands, and the sheet before it is signed.

import { button, byId } from './person.mjs';
import { seeSigned } from './dossier.mjs';
import { signInDialog } from './sign.mjs';

/** On the check page, signs the sheet. */
export async function signSheet(person) {
  await button(person, 'sign').click();
  await signInDialog(person);
  await seeSigned(person);
}

/** On the page of a stage, co-signs with the button of these words. */
export async function coSign(person, name = 'agree') {
  await button(person, name).click();
  await signInDialog(person);
  await seeSigned(person);
}

/** On the page of a stage, sends it back with a note. */
export async function sendBack(person, note) {
  await byId(person, 'note').fill(note);
  await button(person, 'sendBack').click();
  await signInDialog(person);
  await seeSigned(person);
}
