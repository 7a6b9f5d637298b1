// The form of a stage. On a phone it shows one topic at a time.

import { button, byId, seeHeading } from './person.mjs';

/**
 * Gives answers by the ids of their inputs: text for a field, `true` or `false` for an option.
 * Walks on to the topic of each answer where one topic is shown at a time.
 */
export async function answer(person, answers) {
  for (const [id, value] of Object.entries(answers)) {
    const [field, item] = id.split('=');
    const list = person.page.locator(`select[id="${field}"]`);
    await byId(person, id).or(list).first().waitFor({ state: 'attached' });
    // A long list is one that opens.
    const isList = item !== undefined && (await list.count()) > 0;
    await turnTo(person, isList ? field : id);
    if (isList) await list.selectOption(value ? item : '');
    else if (typeof value === 'boolean') await byId(person, id).setChecked(value);
    else await byId(person, id).fill(value);
  }
}

/** Presses the only button of these words, and gives the file that is then asked for. */
export async function chooseFile(person, name, path) {
  const [chooser] = await Promise.all([
    person.page.waitForEvent('filechooser'),
    button(person, name).click(),
  ]);
  await chooser.setFiles(path);
}

/** Opens the topic in which an input stands. */
export async function turnTo(person, id) {
  const [field, next, last] = [id, 'next-step', 'last-step'].map((one) => byId(person, one));
  await field.waitFor({ state: 'attached' });
  while (!(await field.isVisible()) && (await last.isVisible())) await last.click();
  while (!(await field.isVisible()) && (await next.isVisible())) await next.click();
}

/** Goes to the last topic, where one topic is shown at a time. */
export async function turnToEnd(person) {
  const next = byId(person, 'next-step');
  while (await next.isVisible()) await next.click();
}

/** Waits until the line at the foot says that the draft is saved. */
export async function seeSaved(person) {
  await byId(person, 'saved').filter({ hasText: person.say('saved') }).waitFor();
}

export async function pressCheck(person) {
  await turnToEnd(person);
  await button(person, 'checkAndSign').click();
}

/** Goes to the sheet that will be signed. */
export async function goToCheck(person, stage) {
  await pressCheck(person);
  await seeHeading(person, person.say('checkHeading', person.say(stage)));
}
