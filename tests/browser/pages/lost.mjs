// A lost key: the old one is replaced, by the code on paper or by the word of the other side.

import { card, openDossier, saveToSend, seeSigned } from './dossier.mjs';
import { button, byId, link, openMenu, see, seeHeading } from './person.mjs';
import { confirm, signInDialog } from './sign.mjs';

/** On the page of somebody new with a known name, sends the dossier that they cannot open yet. */
export async function sendOld(person) {
  await link(person, 'sendOld').click();
  const file = await saveToSend(person);
  await person.page.goBack();
  return file;
}

/** From the page of somebody whose code was compared, goes to the page on which one vouches for them. */
export async function openVouch(person) {
  await link(person, 'vouch').click();
  await seeHeading(person, person.say('vouch'));
}

/** Chooses the only new key, and signs. */
export async function vouch(person) {
  await person.page.getByRole('radio').check();
  await button(person, 'vouchButton').click();
}

/** Opens the input for a code on paper, at the first step of the first visit. */
export async function typeCode(person, code) {
  await person.page.locator('summary').filter({ hasText: person.say('useCode') }).click();
  await byId(person, 'code').fill(code);
}

/** Follows the card of a dossier that waits for the new key, and signs. */
export async function replaceKey(person) {
  await openDossier(person);
  await card(person).getByRole('link', { name: person.say('replaceButton') }).click();
  await seeHeading(person, person.say('replaceHeading'));
  await button(person, 'replaceButton').click();
  await signInDialog(person);
  await seeSigned(person);
}

/** Shows the code again on the page of the person. */
export async function showCode(person) {
  await openMenu(person, 'me');
  await button(person, 'showCode').click();
  await confirm(person);
  await person.page.locator('ol.code').waitFor();
}

/** On the page of the person, opens the change of the passphrase and fills it in. */
export async function typePassphrases(person, old, passphrase) {
  await person.page.locator('summary').filter({ hasText: person.say('changePassphrase') }).click();
  await byId(person, 'passphrase-old').fill(old);
  for (const id of ['passphrase', 'repeat']) await byId(person, id).fill(passphrase);
}

export async function changePassphrase(person) {
  await button(person, 'changePassphrase').click();
  await see(person, 'passphraseChanged');
}
