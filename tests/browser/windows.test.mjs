// Paraf works in one window at a time: a second one says so and takes over on request, and nothing is lost between them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chance } from './lib/chance.mjs';
import { openApp } from './pages/app.mjs';
import { seeSaved } from './pages/form.mjs';
import { look } from './pages/look.mjs';
import { button, byId, keepFile, see, seeHeading } from './pages/person.mjs';
import { meetBefore } from './pages/prepared.mjs';
import { kill, openWatch, stored, storedDraft } from './pages/stored.mjs';

const app = openApp();
const met = meetBefore(app);
const form = () => `${met.address}/planning/form`;

/** Opens the address of the form in another window of the same browser. */
async function openBeside(person) {
  const other = { ...person, page: await person.context.newPage() };
  await other.page.goto(form());
  return other;
}

async function takeOver(person) {
  await button(person, 'takeOver').click();
  await byId(person, 'reason').waitFor();
}

const seeElsewhere = (person) => seeHeading(person, person.say('openElsewhere'));

/** Freezes a page as a phone does with one that is not looked at, or thaws it. */
async function setState(page, state) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state });
  return session;
}

test('an old version of the app shows nothing of what a newer one stored, and leaves it as it is', async () => {
  const person = await met.enter('teacher');
  await person.page.evaluate(() => localStorage.setItem('paraf.v2/format', '99'));
  const before = await stored(person.page);
  await person.page.reload();
  await seeHeading(person, person.say('outdated'));
  await look(person, '120-outdated');
  assert.equal(await person.page.getByText(person.who.name).count(), 0);
  assert.deepEqual(await stored(person.page), before);
  await person.close();
});

test('a second window shows nothing of the data, and takes over with each word', async () => {
  const first = await met.enter('teacher');
  await first.page.goto(form());
  await byId(first, 'reason').waitFor();
  const second = await openBeside(first);
  await seeElsewhere(second);
  assert.equal(await second.page.getByText(first.who.name).count(), 0);
  await look(second, '118-elsewhere');
  await byId(first, 'reason').fill('Diketik tepat sebelum jendela lain dipakai.');
  await takeOver(second);
  assert.equal(await byId(second, 'reason').inputValue(), 'Diketik tepat sebelum jendela lain dipakai.');
  await seeElsewhere(first);
  await byId(second, 'reason').fill('Lalu di jendela kedua.');
  await takeOver(first);
  assert.equal(await byId(first, 'reason').inputValue(), 'Lalu di jendela kedua.');
  await seeElsewhere(second);
  await app.leave(first);
});

test('a window that is loaded again works at once, and so does the next one after it was closed', async () => {
  const person = await met.enter('teacher');
  await person.page.goto(form());
  for (let time = 0; time < 3; time += 1) {
    await person.page.reload();
    await byId(person, 'reason').waitFor();
  }
  await kill(person);
  person.page = await person.context.newPage();
  await person.page.goto(form());
  await byId(person, 'reason').waitFor();
  await app.leave(person);
});

test('a frozen window is taken over, and writes nothing once it is awake', async () => {
  const first = await met.enter('teacher');
  await first.page.goto(form());
  await byId(first, 'reason').fill('Disimpan sebelum ponsel tidur.');
  await seeSaved(first);
  const second = await openBeside(first);
  await seeElsewhere(second);
  const session = await setState(first.page, 'frozen');
  await takeOver(second);
  assert.equal(await byId(second, 'reason').inputValue(), 'Disimpan sebelum ponsel tidur.');
  await byId(second, 'reason').fill('Ditulis di jendela yang baru.');
  await seeSaved(second);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await seeElsewhere(first);
  assert.match(await storedDraft(second.page), /jendela yang baru/);
  await app.leave(first);
});

test('a window that was robbed in the middle of a word notices before it writes, and offers a copy', async () => {
  const deaf = () => addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
  const first = await met.enter('teacher', (context) => context.addInitScript(deaf));
  await first.page.goto(form());
  await byId(first, 'reason').waitFor();
  const watch = await openWatch(first);
  // As another window would that stole the lock of one that hears nothing of it.
  await watch.evaluate(() => localStorage.setItem('paraf.v2/window', 'another'));
  const before = await stored(watch);
  await byId(first, 'reason').fill('Kata-kata yang belum disimpan.');
  await seeElsewhere(first);
  assert.deepEqual(await stored(watch), before);
  await see(first, 'notStoredHere');
  assert.equal(await button(first, 'takeOver').isVisible(), false);
  const copy = await keepFile(first, () => button(first, 'rescue').click());
  assert.ok(copy.text.includes('Kata-kata yang belum disimpan.'));
  await takeOver(first);
  await app.leave(first);
});

test('without locks the mark in the storage lets one window work', async () => {
  const hide = (context) => context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
  const first = await met.enter('teacher', hide);
  await first.page.goto(form());
  await byId(first, 'reason').fill('Dari jendela pertama.');
  await seeSaved(first);
  const second = await openBeside(first);
  await byId(second, 'reason').fill('Dari jendela kedua.');
  await seeSaved(second);
  await seeElsewhere(first);
  assert.match(await storedDraft(second.page), /jendela kedua/);
  await app.leave(first);
});

test('windows that take over, close, are killed and frozen at moments of chance lose no word', async () => {
  const luck = chance('windows');
  const first = await met.enter('teacher');
  await first.page.goto(form());
  await byId(first, 'reason').waitFor();
  let works = first;
  const words = [];
  for (let step = 0; step < 25; step += 1) {
    const field = byId(works, 'reason');
    await field.click();
    await works.page.keyboard.press('Control+End');
    const word = `kata${step}.`;
    await works.page.keyboard.type(` ${word}`);
    words.push(word);
    if (luck.between(0, 1)) await works.page.waitForTimeout(luck.between(0, 500));
    const next = await openBeside(works);
    const way = luck.of(['asks', 'asks', 'closes', 'freezes']);
    if (way === 'closes') await works.page.close({ runBeforeUnload: false });
    if (way === 'freezes') {
      // Whoever freezes a page hides it first, and a hidden page stores at once.
      await seeSaved(works);
      await setState(works.page, 'frozen');
    }
    const ready = byId(next, 'reason').or(button(next, 'takeOver'));
    await ready.waitFor();
    if (await button(next, 'takeOver').isVisible()) await takeOver(next);
    if (way === 'asks') await works.page.close();
    works = next;
    const there = await byId(works, 'reason').inputValue();
    for (const typed of words) assert.ok(there.includes(typed), `${typed} is lost after ${way} at ${step}: ${there}`);
  }
  await app.leave(first);
});
