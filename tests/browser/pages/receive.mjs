// Taking in files.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveFile, link, openMenu, seeHeading } from './person.mjs';

export async function openReceive(person) {
  await openMenu(person, 'receive');
  await seeHeading(person, person.say('receiveHeading'));
}

/** Takes in a file by its path, and gives what the app says about it. */
export async function takeIn(person, path) {
  await openReceive(person);
  const before = await arrivals(person).count();
  await giveFile(person, path);
  await arrivals(person).nth(before).waitFor();
  return newest(person);
}

/** Takes in a text that was pasted. */
export async function pasteIn(person, text) {
  await openReceive(person);
  const before = await arrivals(person).count();
  const field = person.page.getByLabel(person.say('pasteHere'));
  if (!(await field.isVisible())) await person.page.getByText(person.say('pasteHere')).click();
  await field.fill(text);
  await person.page.getByRole('button', { name: person.say('takeText') }).click();
  await arrivals(person).nth(before).waitFor();
  return newest(person);
}

/** Writes a file of any content and name, to be taken in. */
export async function makeFile(person, name, text) {
  const path = join(person.folder, name);
  await writeFile(path, text);
  return path;
}

/** From the newest arrival, goes on to meet the person who sent it. */
export async function meetSender(person) {
  await arrivals(person).first().getByRole('link', { name: person.say('meet') }).click();
  await person.page.locator('ol.code').waitFor();
}

export function arrivals(person) {
  return person.page.locator('#arrivals > li');
}

async function newest(person) {
  const first = arrivals(person).first();
  // What is folded is read as well.
  const [file, what, next = ''] = (await Promise.all(['.file', 'strong', 'p'].map((part) => first.locator(part).allTextContents()))).map(([one]) => one);
  return { file, what, next };
}
