// Every page in every state (pages/states.mjs), for whoever sees, hears or presses in another way than most.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { findBarriers, findPaleWords } from './lib/axe.mjs';
import * as measure from './lib/measure.mjs';
import { forgive, openApp } from './pages/app.mjs';
import { inWholePage, shoot } from './pages/look.mjs';
import { TEACHER } from './pages/person.mjs';
import { makeSchool } from './pages/school.mjs';
import { reach, spoilBrowser, statesOf } from './pages/states.mjs';

const PHONE = { width: 360, height: 640 };
const NARROW = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };
/** The most of a phone that the line at the top may take, with letters of twice the size, and that what stays may. */
const MOST = { top: 0.45, stays: 0.5 };
/** The least height and width of what is pressed, on a phone. */
const FINGER = 44;

const folder = await mkdtemp(join(tmpdir(), 'paraf-access-'));
const states = statesOf(await makeSchool(folder), folder);
const highest = { top: 0, stays: 0 };
const app = openApp();
let person;

before(async () => {
  person = await app.enter(TEACHER, async (context) => {
    await context.addInitScript(noteMoves);
    await context.addInitScript(spoilBrowser);
    await context.addInitScript(() => (window.print = () => {}));
  });
  person.page.on('dialog', (dialog) => dialog.accept());
});
after(() => rm(folder, { recursive: true, force: true }));

/** In the page: notes what begins to move. */
function noteMoves() {
  window.moved = [];
  for (const name of ['animationstart', 'transitionrun']) {
    addEventListener(name, ({ target, animationName, propertyName }) => window.moved.push(`${animationName ?? propertyName}: ${target.className.baseVal ?? target.className}`), true);
  }
}

const percent = (share) => `${Math.round(share * 100)} %`;

/** Collects what is wrong in a state, each with where it was seen. */
function openFaults() {
  const all = [];
  return {
    all,
    add: (where, faults) => all.push(...[...new Set(faults)].map((fault) => `${where}: ${fault}`)),
  };
}

async function seeSizes(faults, lang) {
  const { page } = person;
  for (const [window, letters] of [[NARROW, 100], [PHONE, 200], [DESK, 200]]) {
    await page.setViewportSize(window);
    const where = `${lang}, ${window.width} pixels, letters of ${letters} %`;
    faults.add(where, await page.evaluate(measure.cutOff, letters));
    if (window !== PHONE) continue;
    for (const [part, share] of Object.entries(await page.evaluate(measure.shares))) {
      highest[part] = Math.max(highest[part], share);
      if (share > MOST[part]) faults.add(where, [`${part} takes ${Math.round(share * 100)} % of the window`]);
    }
  }
  await page.setViewportSize(PHONE);
  await page.evaluate(measure.cutOff, 100);
}

async function seeBarriers(faults, lang, window) {
  const { page } = person;
  await page.setViewportSize(window);
  await inWholePage(page, async () => {
    faults.add(`${lang}, light`, await findBarriers(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.add(`${lang}, dark`, await findPaleWords(page));
    await page.emulateMedia({ colorScheme: 'light' });
  });
  await page.setViewportSize(PHONE);
}

/** The focus moves once the page is drawn. */
async function seeFocus(faults, where) {
  const { page } = person;
  const hasFocus = (where) => document.activeElement.matches(where);
  await page.waitForFunction(hasFocus, where, { timeout: 2000 }).catch(() => {});
  if (!(await page.evaluate(hasFocus, where))) faults.add('focus', [`it is on ${await page.evaluate(measure.focused)}, not on ${where}`]);
}

async function seeStops(faults) {
  const { page } = person;
  // The browser shows the focus to whoever pressed a key.
  await page.keyboard.press('Shift');
  for (const [where, media] of Object.entries({
    'with the keyboard': { forcedColors: 'none' },
    'in forced colours': { forcedColors: 'active' },
    'in forced colours, dark': { forcedColors: 'active', colorScheme: 'dark' },
  })) {
    await page.emulateMedia(media);
    if (media.colorScheme !== 'dark') faults.add(where, await page.evaluate(measure.stopsUnseen));
    if (media.forcedColors === 'active') faults.add(where, await page.evaluate(measure.unseenInForcedColours));
  }
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
}

async function inOtherLanguage(state, faults) {
  if (state.modal || state.without) return (await reach(person, state, 'en'))?.close();
  await person.page.locator('header.top > button').click();
  await person.page.waitForFunction(() => document.documentElement.lang === 'en');
  await person.page.locator(state.sees).filter({ visible: true }).first().waitFor();
  await seeFocus(faults, '#language');
}

for (const state of states) {
  test(`nobody meets a barrier: ${state.name}`, async () => {
    const { page } = person;
    const faults = openFaults();
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none', colorScheme: 'light' });
    await page.setViewportSize(PHONE);
    const beside = await reach(person, state, 'id');
    if (!state.without && (state.at || state.focus)) await seeFocus(faults, state.focus ?? (state.does ? ':not(body)' : '#heading'));
    for (const lang of state.both ? ['id'] : ['id', 'en']) {
      if (lang === 'en') await inOtherLanguage(state, faults);
      if (process.env.PARAF_SHOTS) await shoot({ page, who: { ...TEACHER, lang } }, `access-${state.name}`);
      await seeBarriers(faults, lang, lang === 'id' ? PHONE : DESK);
      await seeSizes(faults, lang);
      if (!state.without) faults.add(lang, await page.evaluate(measure.frameFaults, lang));
      faults.add('moves', await page.evaluate(() => [...window.moved, ...document.getAnimations().map((one) => `${one.animationName} runs`)]));
      if (lang === 'id') faults.add('targets', await page.evaluate(measure.tooSmall, FINGER));
    }
    await seeStops(faults);
    await beside?.close();
    if (state.loud) forgive(person, 'consoleErrors', 'pageErrors');
    assert.deepEqual(faults.all, []);
  });
}

test('what moves would be noticed', async () => {
  await person.page.emulateMedia({ reducedMotion: 'no-preference' });
  await reach(person, states.find(({ name }) => name === 'stage-agreed'), 'id');
  await person.page.waitForFunction(() => window.moved.length > 0);
});

test('for whoever wants no motion, what is said where no script comes waits as well', async () => {
  const context = await app.browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(app.address);
  assert.equal(await page.locator('#waiting').isVisible(), false);
  await context.close();
});

test('nothing left the device, and nothing failed unseen', async (t) => {
  t.diagnostic(`with letters of twice the size the line at the top takes ${percent(highest.top)} of a phone, what stays ${percent(highest.stays)}`);
  await app.leave(person);
});
