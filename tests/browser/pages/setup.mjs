// The first visit.

import { button, byId, giveFile, keepFile, link, openMenu, see, seeHeading } from './person.mjs';

/** From the first page, by the door of the person, to the question who one is. */
export async function begin(person) {
  await link(person, door(person)).click();
  await seeHeading(person, person.say('whoAreYou'));
}

/** Names the door of the first page by which somebody comes in. */
export function door({ who }) {
  return who.roles.includes('employee') ? 'start' : 'startAsSuperior';
}

export async function fillDetails(person, who = person.who) {
  for (const role of who.roles) await byId(person, `roles=${role}`).check();
  for (const name of ['name', 'office', 'school', 'nip']) await byId(person, name).fill(who[name]);
}

export async function makeSignature(person, passphrase = person.who.passphrase) {
  await byId(person, 'passphrase').fill(passphrase);
  await button(person, 'makeSignature').click();
}

export async function seeBackupStep(person) {
  await seeHeading(person, person.say('backupHeading'));
}

/** Downloads the backup and reads it back. */
export async function keepBackup(person) {
  const backup = await keepFile(person, () => button(person, 'saveBackup').click());
  await see(person, 'backupUnchecked');
  await giveFile(person, backup.path);
  await see(person, 'backupChecked');
  return backup;
}

/** Gives the card of the person in their backup. */
export function cardIn({ text }) {
  return JSON.parse(text).archive.entries.find(({ name }) => name === 'me').value.card;
}

/** Opens what was read from a backup, with its passphrase. */
export async function restore(person, passphrase = person.who.passphrase) {
  await byId(person, 'passphrase').fill(passphrase);
  await button(person, 'restore').click();
}

/** On the page of the person, downloads the backup once more. */
export async function saveBackupAgain(person) {
  await openMenu(person, 'me');
  await person.page.locator('summary').filter({ hasText: person.say('backupAgain') }).click();
  return keepFile(person, () => button(person, 'saveBackup').click());
}

/** Saves the replacement code, and says that it is kept elsewhere. */
export async function keepCode(person) {
  const file = await keepFile(person, () => button(person, 'saveCode').click());
  await button(person, 'codeKept').click();
  await see(person, 'codeIsKept');
  return file.text.match(/(?:[0-9A-Z]{4} ){6}[0-9A-Z]{4}/)[0];
}

export async function finish(person) {
  await button(person, 'finish').click();
  await seeHeading(person, person.say('welcomeBack', person.who.name));
}

/** From the question who one is to the making of a key. */
export async function makeKey(person) {
  await fillDetails(person);
  await makeSignature(person);
}

/** The whole first visit without detours. */
export async function setUp(person) {
  await begin(person);
  return setUpHere(person);
}

/** The same from the question who one is; gives the backup. */
export async function setUpHere(person) {
  await makeKey(person);
  await seeBackupStep(person);
  const backup = await keepBackup(person);
  await keepCode(person);
  await finish(person);
  return backup;
}
