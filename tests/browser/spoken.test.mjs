// What a page says to whoever listens: once, whole, and without signs that are only seen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from './pages/app.mjs';
import * as contact from './pages/contact.mjs';
import { followCard } from './pages/dossier.mjs';
import { seeSaved } from './pages/form.mjs';
import { button, byId, goTo, see } from './pages/person.mjs';
import { meetBefore } from './pages/prepared.mjs';
import * as sign from './pages/sign.mjs';
import { emptyRoom, fillRoom } from './pages/stored.mjs';

const app = openApp();
const met = meetBefore(app);

/** Gives the parts of a page as they are told to whoever listens: role, name, description. */
async function told(person) {
  const session = await person.page.context().newCDPSession(person.page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const heard = nodes.filter((node) => !node.ignored);
  const text = (part) => part?.value ?? '';
  return heard.map((node) => ({ role: text(node.role), name: text(node.name), description: text(node.description) }));
}

/** In the page: notes what is spoken from now on. */
function listen() {
  window.spoken = [];
  const regions = 'output, [aria-live], [role=status], [role=alert], [role=log]';
  new MutationObserver((changes) => {
    const places = changes.map((change) => (change.target.closest ? change.target : change.target.parentElement)?.closest(regions));
    for (const place of new Set(places.filter(Boolean))) {
      const live = place.getAttribute('aria-live') ?? 'polite';
      if (live !== 'off' && place.textContent) window.spoken.push(place.textContent);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

test('who types for four seconds hears once that it was saved, after the pause', async () => {
  const teacher = await met.enter('teacher');
  const { page } = teacher;
  await page.goto(met.address);
  await followCard(teacher, 'write');
  const field = page.locator('textarea:visible').first();
  await field.click();
  await page.evaluate(listen);
  const began = Date.now();
  while (Date.now() - began < 4000) {
    await page.keyboard.type('a');
    await page.waitForTimeout(90);
  }
  assert.deepEqual(await page.evaluate(() => window.spoken), [], 'nothing is spoken while somebody types');
  await seeSaved(teacher);
  await page.waitForTimeout(2500);
  const spoken = await page.evaluate(() => window.spoken);
  assert.equal(spoken.length, 1, `spoken: ${spoken.join(' | ')}`);
  assert.ok(spoken[0].includes(teacher.say('saved').split(' ')[0]), spoken[0]);
  await app.leave(teacher);
});

test('who types while the storage is full hears why it is not saved, though it stands above what is seen', async () => {
  const teacher = await met.enter('teacher');
  const { page } = teacher;
  await page.goto(met.address);
  await followCard(teacher, 'write');
  const field = page.locator('textarea:visible').first();
  await field.click();
  await fillRoom(page);
  await page.evaluate(listen);
  await field.fill('Ditulis, padahal tidak muat lagi. '.repeat(20));
  await see(teacher, 'storageFull');
  const spoken = await page.evaluate(() => window.spoken);
  assert.equal(spoken.filter((text) => text.includes(teacher.say('storageFull'))).length, 1, spoken.join(' | '));
  await emptyRoom(page);
  await field.fill('Sekarang muat.');
  await seeSaved(teacher);
  await app.leave(teacher);
});

test('the question before a signature is told with all its points', async () => {
  const teacher = await met.enter('teacher');
  await contact.openInvite(teacher);
  await button(teacher, 'inviteSuperior').click();
  await byId(teacher, 'unlock').waitFor();
  const points = await sign.dialog(teacher).locator('li').allTextContents();
  assert.equal(points.length, 3);
  const question = (await told(teacher)).find(({ role }) => role === 'dialog');
  assert.equal(question.name, await byId(teacher, 'question').textContent());
  for (const point of points) assert.ok(question.description.includes(point), `${point}: ${question.description}`);
  await app.leave(teacher);
});

test('every table has a name', async () => {
  const principal = await met.enter('principal');
  await goTo(principal, '');
  await principal.page.locator('table').first().waitFor();
  const tables = (await told(principal)).filter(({ role }) => role === 'table' || role === 'grid');
  assert.ok(tables.length > 0);
  for (const { name } of tables) assert.notEqual(name, '');
  await app.leave(principal);
});

test('the sign before a folded title is seen and not read, on every kind of title', async () => {
  const teacher = await met.enter('teacher');
  const { page } = teacher;
  const kinds = new Set();
  const form = `${met.address.split('#/')[1]}/planning/form`;
  for (const path of ['help', 'me', 'keep', 'receive', 'invite', form]) {
    await goTo(teacher, path);
    await page.locator('summary').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(100);
    const titles = await page.locator('summary').evaluateAll((all) =>
      all.map((one) => ({
        kind: one.parentElement.className.split(' ')[0],
        text: one.textContent,
        signs: ['::before', '::marker'].map((part) => getComputedStyle(one, part).content),
        marker: getComputedStyle(one).display === 'list-item' ? getComputedStyle(one).listStyleType : 'none',
      })),
    );
    const heard = await told(teacher);
    for (const { kind, text, signs, marker } of titles) {
      kinds.add(kind);
      const before = signs[0];
      assert.match(before, /^("[+–]" \/ "")$/, `${path} ${text}: ${before}`);
      assert.equal(marker, 'none', `${path} ${text}: ${marker}`);
    }
    const signs = heard.filter(({ role, name }) => /StaticText|ListMarker|InlineTextBox/.test(role) && /^[+–▸▾►▼\s]+$/u.test(name) && name.trim());
    assert.deepEqual(signs, [], path);
    const names = heard.filter(({ role }) => role === 'DisclosureTriangle').map(({ name }) => name);
    for (const name of names) assert.doesNotMatch(name, /^[+–▸▾►▼]/u, path);
  }
  assert.deepEqual([...kinds].sort(), ['place', 'section', 'term']);
  await app.leave(teacher);
});
