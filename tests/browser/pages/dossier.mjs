// The page of a dossier: what now, the thread, the state of this copy.

import { keepFile, link, openMenu, see, seeHeading } from './person.mjs';
import { takeIn } from './receive.mjs';

/** Opens the only dossier of a person from the list on the first page. */
export async function openDossier(person) {
  await openMenu(person, 'home');
  await person.page.locator('table.dossiers th a').first().click();
  await person.page.locator('dl.facts').waitFor();
}

export function card(person) {
  return person.page.locator('section.now');
}

/** Presses the main button of the card, which must have these words. */
export async function followCard(person, name) {
  await card(person).getByRole('link', { name: person.say(name), exact: true }).click();
}

/** Opens the page of a stage from the list of stages: on the page on a phone, at its side on a laptop. */
export async function openStage(person, stage) {
  await openDossier(person);
  const name = new RegExp(`^\\d\\. ${person.say(stage)}$`);
  await person.page.locator('ol.thread').getByRole('link', { name }).click();
  await seeHeading(person, person.say(stage));
}

/** Gives the button of the card that makes the file for the other side. */
export function sendButton(person) {
  const names = ['sendButton', 'sendAgain', 'sendFirst'].map((name) => person.say(name));
  return card(person).getByRole('button', { name: new RegExp(`^(${names.join('|')})$`) });
}

/** Downloads the file for the other side by the button that the card offers now. */
export function downloadBundle(person) {
  return keepFile(person, () => sendButton(person).click());
}

/** Sends the dossier to the other person, through a file, and opens it there. */
export async function sendTo(person, other, records) {
  await openDossier(person);
  const file = await downloadBundle(person);
  const arrival = await takeIn(other, file.path);
  if (records !== undefined && arrival.what !== other.say('newRecords', records)) {
    throw new Error(`The file brought ${records} new records, but the app says: ${arrival.what}`);
  }
  await openDossier(other);
  return file;
}

export async function stateCode(person) {
  await openDossier(person);
  const fact = person.page.locator('dl.facts > div').filter({ hasText: person.say('stateCode') });
  return fact.locator('dd').innerText();
}

export async function seeAllAgreed(person) {
  await openDossier(person);
  await see(person, 'allAgreed');
}
