// The tab is killed again and again, at moments of chance, while two people work: nothing that was signed is
// lost, and of what was typed at most the last second.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { chance } from './lib/chance.mjs';
import { OBSERVATION, PLAN, PREPARATION } from './pages/answers.mjs';
import { openApp } from './pages/app.mjs';
import * as dossier from './pages/dossier.mjs';
import { answer } from './pages/form.mjs';
import { AT_DESK, button, byId, giveFile, seeHeading } from './pages/person.mjs';
import { meetBefore } from './pages/prepared.mjs';
import * as receive from './pages/receive.mjs';
import * as setup from './pages/setup.mjs';
import { signInDialog } from './pages/sign.mjs';
import { kill, openDeafTab, openWatch, stored, storedRecords } from './pages/stored.mjs';

/** How many milliseconds of typing may be lost. */
const LAST = 1_000;

const luck = chance('torture');
const app = openApp();
const met = meetBefore(app);
let kills = 0;

/** Watches what a person's browser stores, from a page without the app. */
async function watch(person) {
  person.watch = await openWatch(person);
  person.seen = await stored(person.watch);
  await person.watch.exposeFunction('noteEntry', (name, value) => (person.seen[name] ??= value));
  await person.watch.evaluate(() => {
    addEventListener('storage', ({ key, newValue }) => {
      if (/^paraf\.v2\/\d+\/r\//.test(key) && newValue !== null) globalThis.noteEntry(key, newValue);
    });
  });
  person.typed = [];
  // One window works at a time, and it is each new tab that is to be killed.
  await person.page.close();
  return person;
}

/** Opens an address in a new tab and works there until the tab is killed, some time after the page stood. */
async function workUntilKilled(person, address, milliseconds, work) {
  person.page = await openDeafTab(person.context);
  await person.page.goto(address);
  await person.page.locator('.foot').waitFor();
  let isDead = false;
  const death = rest(milliseconds).then(() => {
    isDead = true;
    person.diedAt = Date.now();
    return kill(person);
  });
  const busy = howBusy();
  try {
    await work(() => isDead);
  } catch (error) {
    if (!isDead) {
      await death;
      throw error;
    }
  }
  await death;
  person.late = busy();
  kills += 1;
  await assertNothingLost(person);
}

/** Measures by how many milliseconds this machine is late at most, which is no fault of the app. */
function howBusy() {
  let [last, worst] = [Date.now(), 0];
  const timer = setInterval(() => {
    worst = Math.max(worst, Date.now() - last - 20);
    last = Date.now();
  }, 20);
  return () => {
    clearInterval(timer);
    return worst;
  };
}

/** Everything signed that was ever stored is stored still, and of the typed words only the last are missing. */
async function assertNothingLost(person) {
  const now = await stored(person.watch);
  for (const [name, value] of Object.entries(person.seen)) {
    if (/\/r\//.test(name)) assert.equal(now[name], value, `${name} is gone or was changed`);
  }
  assert.deepEqual(Object.keys(now).filter((name) => name.includes('/q/')), [], 'something could not be read');
  const drafts = Object.entries(now).filter(([name]) => name.includes('/d/')).map(([, value]) => value).join();
  const due = person.typed.filter(({ at }) => at < person.diedAt - LAST - 2 * person.late);
  const missing = due.filter(({ word }) => !drafts.includes(word));
  assert.deepEqual(missing.map(({ word, at }) => `${word} ${person.diedAt - at} ms before`), []);
  person.typed = person.typed.filter(({ word }) => drafts.includes(word));
}

/** Types words at the end of a field, with rests of chance, until the tab is killed. */
async function typeOn(person, id, isDead, most = 250) {
  const field = byId(person, id);
  await field.click();
  await person.page.keyboard.press('Control+End');
  for (let word = 0; !isDead(); word += 1) {
    const text = `k${kills}w${word}.`;
    await person.page.keyboard.type(`${text} `);
    if (isDead()) return;
    person.typed.push({ word: text, at: Date.now() });
    await rest(luck.between(10, most));
  }
}

const at = (...parts) => [met.address, ...parts].join('/');

/** Does a step again and again, each time killed later, until it is done; `isDone` looks at the storage. */
async function untilDone(person, address, isDone, work) {
  for (let round = 0; !(await isDone()); round += 1) {
    assert.ok(round < 20, 'a step does not come to its end');
    // Opening a key takes longer on a busy machine, so each life is longer than the one before.
    await workUntilKilled(person, address, luck.between(40, 250) + round * 250, work);
  }
}

const recordsOf = async (person) => (await storedRecords(person.watch)).length;

async function sign(person, address, name, prepareSheet = async () => {}) {
  const before = await recordsOf(person);
  await untilDone(person, address, async () => (await recordsOf(person)) > before, async () => {
    await prepareSheet();
    await button(person, name).click();
    await signInDialog(person);
    await dossier.seeSigned(person);
    // The page says that it is signed, so it is stored.
    assert.equal(await recordsOf(person), before + 1);
  });
}

/** Fills in a form, in spite of the kills. */
async function fill(person, address, answers) {
  const last = Object.values(answers).filter((value) => typeof value === 'string').at(-1);
  // Some forms ask for the same words more than once.
  const uses = Object.values(answers).filter((value) => value === last).length;
  const isStored = async () => Object.values(await stored(person.watch)).some((value) => value.split(last).length > uses);
  await untilDone(person, address, isStored, async (isDead) => {
    await answer(person, answers);
    await rest(isDead() ? 0 : 450);
  });
}

/** Takes the dossier to the other one, both ends killed on the way. */
async function bring(from, to) {
  let file;
  await untilDone(from, at('send'), () => Promise.resolve(file), async () => {
    const [handOut, sent] = [byId(from, 'hand-out'), byId(from, 'sent')];
    await handOut.or(sent).filter({ visible: true }).first().waitFor();
    // Handed out in an earlier life, and nobody said that it was sent.
    if (await sent.isVisible()) await byId(from, 'not-sent').click();
    const saved = await dossier.saveToSend(from);
    await sent.click();
    file = saved;
  });
  const wanted = (await storedRecords(from.watch)).map((name) => name.slice(-43)).sort().join();
  const has = async () => (await storedRecords(to.watch)).map((name) => name.slice(-43)).sort().join() === wanted;
  await untilDone(to, `${app.origin}/#/receive`, has, async () => {
    await giveFile(to, file.path);
    await receive.arrivals(to).first().waitFor();
  });
}

/** Opens the app once more, in a tab that lives. */
async function reopen(person) {
  person.page = await person.context.newPage();
  await person.page.goto(app.origin);
}

test('whoever types without a pause loses at most the last second', async () => {
  const teacher = await watch(await met.enter('teacher'));
  await workUntilKilled(teacher, at('planning', 'form'), 2_500, (isDead) => typeOn(teacher, 'reason', isDead, 60));
  assert.ok(teacher.typed.length > 5, 'words were typed and stored');
  await app.leave(teacher);
});

test('a tab that is killed while somebody sets up leaves a person or none', async () => {
  const person = await watch(await app.enter(AT_DESK));
  const hasKey = async () => Object.keys(await stored(person.watch)).some((name) => name.endsWith('/me'));
  await untilDone(person, `${app.origin}/#/start`, hasKey, async () => {
    await setup.makeKey(person);
    await setup.seeBackupStep(person);
    assert.ok(await hasKey());
  });
  await reopen(person);
  await seeHeading(person, person.say('welcomeBack', AT_DESK.name));
  await app.leave(person);
});

test('two people write, sign, send and receive while their tabs are killed', async () => {
  const teacher = await watch(await met.enter('teacher'));
  const principal = await watch(await met.enter('principal'));
  for (const id of ['reason', 'competency', 'reason', 'reason', 'behaviours.service.commitment', 'reason', 'reason', 'competency', 'reason', 'reason', 'competency', 'reason', 'reason']) {
    const work = (isDead) => typeOn(teacher, id, isDead, luck.of([60, 250, 700]));
    await workUntilKilled(teacher, at('planning', 'form'), luck.between(300, 1_600), work);
  }
  teacher.typed = [];
  await fill(teacher, at('planning', 'form'), PLAN);
  await sign(teacher, at('planning', 'check'), 'sign');
  await bring(teacher, principal);
  for (let round = 0; round < 4; round += 1) {
    const work = (isDead) => typeOn(principal, 'note', isDead);
    await workUntilKilled(principal, at('planning'), luck.between(300, 1_200), work);
  }
  principal.typed = [];
  await sign(principal, at('planning'), 'agree');
  await bring(principal, teacher);
  await fill(teacher, at('preparation', 'form'), PREPARATION);
  await sign(teacher, at('preparation', 'check'), 'sign');
  await bring(teacher, principal);
  await sign(principal, at('preparation'), 'agree');
  await fill(principal, at('observation', 'form'), OBSERVATION);
  await sign(principal, at('observation', 'check'), 'sign');
  await bring(principal, teacher);
  await sign(teacher, at('observation'), 'acknowledge');
  await bring(teacher, principal);

  // On a quick machine the steps above need few lives.
  while (kills < 50) {
    await workUntilKilled(teacher, at('discussion', 'form'), luck.between(300, 1_200), (isDead) => typeOn(teacher, 'reflection', isDead));
  }

  const codes = [];
  for (const person of [teacher, principal]) {
    await reopen(person);
    codes.push(await dossier.stateCode(person));
    await app.leave(person);
  }
  assert.equal(codes[0], codes[1]);
});

test('the tabs were killed often enough', () => {
  console.log(`# ${kills} tabs were killed`);
  assert.ok(kills >= 50, `${kills} tabs were killed`);
});
