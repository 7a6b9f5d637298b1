// What is printed: all seven sheets under every rule pack, for both kinds of employee, with the shortest and the longest
// answers that there may be.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { faults, readPages } from './lib/paper.mjs';
import { openApp } from './pages/app.mjs';
import { openDossier, openStage } from './pages/dossier.mjs';
import { look } from './pages/look.mjs';
import { countPrints, heldBy, layOutAsGrid, makeDossier, partsOfSheets, print, prints } from './pages/paper.mjs';
import { AT_DESK, PRINCIPAL, button, byId, see } from './pages/person.mjs';
import { takeIn } from './pages/receive.mjs';
import { setUp } from './pages/setup.mjs';
import { keptState } from './pages/stored.mjs';

const PACKS = ['id-2024-1', 'id-2024-2', 'id-2025', 'id-2026', 'id-2027'];
const STAGES = ['planning', 'preparation', 'observation', 'discussion', 'effort', 'reflection', 'assessment'];
/** Who reads the dossiers of each kind of employee: in the light and in the dark, in both languages. */
const READERS = { teacher: { ...AT_DESK, roles: ['superior'] }, principal: PRINCIPAL };

const app = openApp();
let entries, folder;

before(async () => {
  const person = await app.enter(PRINCIPAL);
  await setUp(person);
  entries = await keptState(person);
  folder = person.folder;
  await app.leave(person);
});

/** Opens the app as the superior of a made-up dossier, on the page of that dossier. */
async function enterWith(order, who = READERS[order.position]) {
  const dossier = await makeDossier(folder, order);
  const person = await app.enter(who, countPrints, heldBy(dossier.superior, entries));
  await takeIn(person, dossier.path);
  await openDossier(person);
  return { person, dossier };
}

/** From the page of a dossier, has all its sheets printed into a file. */
async function printAll(person, order, name = Object.values(order).join('-')) {
  await byId(person, 'print-all').click();
  await person.page.locator('article.sheet').nth(STAGES.length - 1).waitFor();
  await person.page.waitForFunction(() => window.printed.length > 0);
  const parts = await partsOfSheets(person);
  return { parts, pages: await readPages(await print(person, name)) };
}

for (const rules of PACKS) {
  for (const position of ['teacher', 'principal']) {
    for (const answers of ['shortest', 'longest']) {
      test(`the seven sheets of ${rules} for a ${position} with the ${answers} answers are printed whole, each named`, async () => {
        const order = { rules, position, answers };
        const { person, dossier } = await enterWith(order);
        const { parts, pages } = await printAll(person, order);
        assert.deepEqual(await prints(person), [STAGES.length], 'all sheets are drawn when the dialog opens, once');
        assert.deepEqual(faults(pages, parts), []);
        for (const [index, stage] of STAGES.entries()) {
          const sheet = parts.filter((part) => part.sheet === index).map((part) => part.text);
          assert.equal(sheet[0], person.say(stage));
          assert.match(sheet[1], new RegExp(`\\b${dossier.period}\\b`));
          assert.ok(sheet.slice(2, 6).some((text) => text.startsWith(dossier.employee.name)), `${stage} names the employee`);
        }
        await app.leave(person);
      });
    }
  }
}

test('what finds faults on paper finds those of a grid that goes on on the next page', async () => {
  const order = { rules: 'id-2026', position: 'teacher', answers: 'longest' };
  const { person } = await enterWith(order);
  await layOutAsGrid(person);
  const { parts, pages } = await printAll(person, order, 'as-a-grid');
  assert.notDeepEqual(faults(pages, parts), []);
  await app.leave(person);
});

test('a page of a stage prints its sheet alone, in black on white', async () => {
  for (const position of ['teacher', 'principal']) {
    const order = { rules: 'id-2025', position, answers: 'shortest' };
    const { person } = await enterWith(order);
    await openStage(person, 'planning');
    await look(person, `p1-stage-${position}`);
    await button(person, 'printSheet').click();
    await person.page.waitForFunction(() => window.printed.length > 0);
    assert.deepEqual(await prints(person), [1]);
    const parts = await partsOfSheets(person);
    assert.deepEqual(faults(await readPages(await print(person, `stage-${position}`)), parts), []);
    await person.page.emulateMedia({ media: 'print' });
    const ink = await person.page.locator('article.sheet dd').last().evaluate((one) => getComputedStyle(one).color);
    assert.equal(ink, 'rgb(0, 0, 0)');
    await app.leave(person);
  }
});

test('the page of all sheets has no barrier, and prints again when it is asked to', async () => {
  for (const position of ['teacher', 'principal']) {
    const { person } = await enterWith({ rules: 'id-2026', position, answers: 'shortest' });
    await look(person, `p2-dossier-${position}`);
    await byId(person, 'print-all').click();
    await see(person, 'sheetsLead');
    await look(person, `p3-sheets-${position}`);
    await button(person, 'print').click();
    await person.page.waitForFunction(() => window.printed.length > 1);
    assert.deepEqual(await prints(person), [7, 7]);
    await app.leave(person);
  }
});
