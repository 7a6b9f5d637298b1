// The question before a signature.

import { byId } from './person.mjs';

export function dialog(person) {
  return person.page.getByRole('dialog');
}

/** Gives the passphrase, unless the key is open already, and goes on; says nothing about how it ended. */
export async function confirm(person, passphrase = person.who.passphrase) {
  await byId(person, 'question').waitFor();
  if (await byId(person, 'unlock').isVisible()) await byId(person, 'unlock').fill(passphrase);
  // A press right after the question came may be the second one of a double press, and does nothing.
  else await person.page.waitForTimeout(600);
  await dialog(person).locator('button[type=submit]').click();
}

/** Gives the passphrase, and waits until the question is answered. */
export async function signInDialog(person) {
  await confirm(person);
  await dialog(person).waitFor({ state: 'hidden' });
}
