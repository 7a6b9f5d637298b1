// The page of keeping: the complete backup, the lock; and the copy that a warning offers.

import { button, byId, goTo, keepFile, seeHeading, unfold } from './person.mjs';

/** Opens the page with all of its parts. */
export async function openKeep(person) {
  await goTo(person, 'keep');
  await seeHeading(person, person.say('keep'));
  await unfold(person);
}

/** Saves the complete backup. */
export function saveAll(person) {
  return keepFile(person, () => button(person, 'saveAll').click());
}

/** Proves a backup that was read back. */
export async function prove(person, passphrase = person.who.passphrase) {
  await byId(person, 'keep-passphrase').fill(passphrase);
  await button(person, 'prove').click();
}

/** On the page of a locked device, opens what is behind a passphrase. */
export async function openLocker(person, passphrase = person.who.passphrase) {
  await byId(person, 'lock-passphrase').fill(passphrase);
  await button(person, 'openLocker').click();
}

/** Takes the copy that a warning offers. */
export function rescue(person) {
  return keepFile(person, () => button(person, 'rescue').click());
}
