// The page of a dossier: what now, the thread, the state of this copy.

import { byId, goBack, keepFile, link, openMenu, see, seeHeading } from './person.mjs';
import { takeIn } from './receive.mjs';

/** Opens the only dossier of a person from the list on the first page. */
export async function openDossier(person) {
  await openMenu(person, 'home');
  await person.page.locator('table.dossiers th a').first().click();
  await person.page.locator('ol.thread').first().waitFor({ state: 'attached' });
}

export function card(person) {
  return person.page.locator('section.now');
}

/** Presses the main button of the card, which must have these words. */
export async function followCard(person, name) {
  await card(person).getByRole('link', { name: person.say(name), exact: true }).click();
}

/** Opens the list of stages that is folded on a phone; a laptop has it at the side of the page. */
export async function unfoldStages(person) {
  const fold = person.page.locator('main details.place:not([open]) > summary');
  if (await fold.isVisible()) await fold.click();
}

/** Opens the page of a stage from the list of stages: on the page on a phone, at its side on a laptop. */
export async function openStage(person, stage) {
  await openDossier(person);
  await unfoldStages(person);
  const name = new RegExp(`^\\d\\. ${person.say(stage)}$`);
  await person.page.locator('ol.thread').getByRole('link', { name }).click();
  await seeHeading(person, person.say(stage));
}

/** Waits for what comes after a signature: the page for sending, or the card that says what else is to be done. */
export async function seeSigned(person) {
  await person.page.locator('#hand-out, section.now').first().waitFor();
}

/** Gives the link of the card to the page for sending. */
export function sendLink(person) {
  const names = ['sendButton', 'sendAgain', 'sendFirst'].map((name) => person.say(name));
  return card(person).getByRole('link', { name: new RegExp(`^(${names.join('|')})$`) });
}

/** On the page for sending, saves the file. */
export function saveToSend(person) {
  return keepFile(person, () => byId(person, 'hand-out').click());
}

/** Says on the page for sending that the file was sent, and goes back to the dossier. */
export async function saySent(person) {
  await byId(person, 'sent').click();
  await byId(person, 'sent').waitFor({ state: 'hidden' });
  await goBack(person);
  await person.page.locator('ol.thread').first().waitFor({ state: 'attached' });
}

/** Saves the file for the other side, from the page for sending or from the card, and says that it was sent. */
export async function downloadBundle(person) {
  if (!(await byId(person, 'hand-out').isVisible())) await sendLink(person).click();
  const file = await saveToSend(person);
  await saySent(person);
  return file;
}

/** Sends the dossier to the other person, through a file, and opens it there. */
export async function sendTo(person, other, records) {
  await openDossier(person);
  const file = await downloadBundle(person);
  const arrival = await takeIn(other, file.path);
  if (records !== undefined && arrival.next !== other.say('newRecords', records)) {
    throw new Error(`The file brought ${records} new records, but the app says: ${arrival.what} ${arrival.next}`);
  }
  await openDossier(other);
  return file;
}

export async function stateCode(person) {
  await openDossier(person);
  const fact = person.page.locator('dl.facts > div').filter({ hasText: person.say('stateCode') });
  return fact.locator('dd').textContent();
}

export async function seeAllAgreed(person) {
  await openDossier(person);
  await see(person, 'allAgreed');
}
