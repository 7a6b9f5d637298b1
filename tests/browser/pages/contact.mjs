// Meeting the other side, by an invitation and by a code that both compare.

import { saveToSend, seeSigned } from './dossier.mjs';
import { button, byId, goTo, openMenu, see, seeHeading } from './person.mjs';
import { signInDialog } from './sign.mjs';

/** Opens the page of inviting and chooses the rules of 2025, whatever year it is. */
export async function openInvite(person) {
  await openMenu(person, 'home');
  // Where there is a dossier already, the way here has other words.
  await goTo(person, 'invite');
  await seeHeading(person, person.say('inviteHeading'));
  await person.page.getByRole('radio', { name: /2025/ }).check();
}

/** Signs an invitation to the own superior and keeps its file. */
export async function inviteSuperior(person) {
  await button(person, 'inviteSuperior').click();
  await signInDialog(person);
  return saveToSend(person);
}

/** Starts the dossier with the person whose page is open. */
export async function acceptInvitation(person) {
  await button(person, 'accept').click();
  await signInDialog(person);
  await seeSigned(person);
}

/** Reads the groups that this screen shows; hidden ones are `undefined`. */
export async function readCode(person) {
  const groups = await person.page.locator('ol.code li').allInnerTexts();
  return groups.map((group) => (/^\d+$/.test(group) ? group : undefined));
}

/** Gives the numbers, from zero, of the two groups that this screen asks for. */
export async function askedGroups(person) {
  const labels = await person.page.locator('label[for^="group-"]').allInnerTexts();
  return labels.map((label) => Number(label.match(/\d+/)[0]) - 1);
}

export async function typeGroups(person, groups) {
  for (const [index, group] of groups.entries()) await byId(person, `group-${index}`).fill(group);
  await byId(person, 'compare').click();
}

/** Types the two hidden groups as the other person reads them out from their screen. */
export async function compareWith(person, other) {
  const heard = await readCode(other);
  const groups = (await askedGroups(person)).map((index) => heard[index]);
  await typeGroups(person, groups);
  await see(person, 'codeMatches');
}
