// Whoever writes is left alone: the field keeps its element, its focus, its selection and what the keyboard is still
// composing, while the rest of the page changes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from './pages/app.mjs';
import { followCard } from './pages/dossier.mjs';
import { seeSaved, turnTo } from './pages/form.mjs';
import { byId } from './pages/person.mjs';
import { meetBefore } from './pages/prepared.mjs';

const app = openApp();
const met = meetBefore(app);
const FIELD = 'reason';

/** Opens the first form, and puts the cursor into a field of several lines, whose element is known from then on. */
async function openField() {
  const person = await met.enter('teacher');
  await person.page.goto(met.address);
  await followCard(person, 'write');
  await turnTo(person, FIELD);
  await byId(person, FIELD).click();
  await byId(person, FIELD).evaluate((element) => {
    window.field = element;
    window.told = [];
    for (const type of ['compositionstart', 'compositionend', 'blur']) {
      element.addEventListener(type, () => window.told.push(type));
    }
  });
  return person;
}

/** Gives how the field stands: whether it is the one of the beginning and has the focus, its text, its cursor. */
function state(person) {
  return byId(person, FIELD).evaluate((element) => ({
    isSame: element === window.field && document.activeElement === window.field,
    text: element.value,
    cursor: [element.selectionStart, element.selectionEnd],
    told: window.told,
  }));
}

/** Takes the room of the storage away, so that a warning comes above the page as soon as typing is saved. */
async function fillStorage({ page }) {
  await page.evaluate(() => {
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  return page.locator('.notices .notice').first();
}

/** Gives the storage its room back. */
async function emptyStorage(person) {
  await person.page.evaluate(() => {
    Storage.prototype.setItem = window.setItem;
  });
}

test('what is being composed goes on while warnings come above the page and above the field', async () => {
  const person = await openField();
  const { page } = person;
  const session = await page.context().newCDPSession(page);
  const compose = (text) => session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await page.keyboard.type('Menyapa siswa Kartika di pintu. ');
  const warning = await fillStorage(person);
  assert.equal(await warning.count(), 0);
  await compose('に');
  // The page says both that it cannot save, and that a pupil seems to be named.
  await warning.waitFor();
  await byId(person, `${FIELD}.caution`).waitFor();
  await compose('にほ');
  const text = 'Menyapa siswa Kartika di pintu. にほ';
  assert.deepEqual(await state(person), { isSame: true, text, cursor: [34, 34], told: ['compositionstart'] });
  // With room again the warning goes, and what is composed still stays.
  await emptyStorage(person);
  await compose('にほん');
  await warning.waitFor({ state: 'detached' });
  await session.send('Input.insertText', { text: '日本' });
  await page.keyboard.type('.');
  assert.deepEqual(await state(person), {
    isSame: true,
    text: 'Menyapa siswa Kartika di pintu. 日本.',
    cursor: [35, 35],
    told: ['compositionstart', 'compositionend'],
  });
  await seeSaved(person);
  await page.reload();
  await byId(person, FIELD).waitFor();
  assert.equal(await byId(person, FIELD).inputValue(), 'Menyapa siswa Kartika di pintu. 日本.');
  await app.leave(person);
});

test('the cursor stays in the middle of a text while the page changes', async () => {
  const person = await openField();
  const { page } = person;
  await page.keyboard.type('Murid ramai.');
  await seeSaved(person);
  const warning = await fillStorage(person);
  await page.keyboard.press('Home');
  await page.keyboard.type('Semua ');
  await warning.waitFor();
  await page.keyboard.type('m');
  await page.keyboard.press('Delete');
  assert.deepEqual(await state(person), { isSame: true, text: 'Semua murid ramai.', cursor: [7, 7], told: [] });
  await emptyStorage(person);
  await warning.waitFor({ state: 'detached' });
  await seeSaved(person);
  await app.leave(person);
});
