// A storage that is full, or refuses, at the worst moments: nothing signed is lost, and the page says so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLAN } from './pages/answers.mjs';
import { openApp } from './pages/app.mjs';
import * as dossier from './pages/dossier.mjs';
import { answer, goToCheck, seeSaved } from './pages/form.mjs';
import { openKeep, rescue } from './pages/keep.mjs';
import { look } from './pages/look.mjs';
import { TEACHER, button, byId, goTo, link, openMenu, see, seeGone, seeHeading, unfold } from './pages/person.mjs';
import { meetBefore } from './pages/prepared.mjs';
import * as receive from './pages/receive.mjs';
import * as setup from './pages/setup.mjs';
import { confirm } from './pages/sign.mjs';
import { coSign, signSheet } from './pages/stage.mjs';
import { emptyRoom, fillRoom, kill, openDeafTab, stored, storedDraft, storedRecords } from './pages/stored.mjs';

const app = openApp();
const met = meetBefore(app);
let sent;

/** Takes in the file with the plan of the teacher. */
const takeSent = async (person) => receive.takeIn(person, await receive.makeFile(person, 'kiriman.json', sent.text));

/** Opens the app anew in the same browser. */
async function reopen(person) {
  await kill(person);
  person.page = await openDeafTab(person.context);
  await person.page.goto(app.origin);
}

test('with a full storage somebody sets up, keeps a copy, and is stored once there is room', async () => {
  const person = await app.enter(TEACHER);
  await fillRoom(person.page);
  await person.page.reload();
  await see(person, 'storageFull');
  const backup = await setup.setUp(person);
  assert.ok(backup.text.includes(TEACHER.name));
  await see(person, 'storageFull');
  assert.ok((await rescue(person)).text.includes(TEACHER.name));
  assert.ok(!Object.keys(await stored(person.page)).some((name) => name.endsWith('/me')));
  await look(person, `110-full-setup`);
  await emptyRoom(person.page);
  await openMenu(person, 'help');
  await seeGone(person, 'storageFull');
  await reopen(person);
  await seeHeading(person, person.say('welcomeBack', TEACHER.name));
  await app.leave(person);
});

test('what is signed in a full storage stays on the page and in the copy, and is stored once there is room', async () => {
  const teacher = await met.enter('teacher');
  await dossier.openDossier(teacher);
  await dossier.followCard(teacher, 'write');
  await fillRoom(teacher.page);
  await answer(teacher, PLAN);
  await see(teacher, 'notSaved');
  await goToCheck(teacher, 'planning');
  await signSheet(teacher);
  await see(teacher, 'storageFull');
  sent = await dossier.downloadBundle(teacher);
  assert.ok(sent.text.includes(PLAN.reason));
  await see(teacher, 'storageFull');
  const copy = await rescue(teacher);
  assert.ok(copy.text.includes('"Revision"') && copy.text.includes(PLAN.reason));
  assert.equal((await storedRecords(teacher.page)).length, 1);
  await look(teacher, '111-full-signed');
  await emptyRoom(teacher.page);
  await openMenu(teacher, 'home');
  await seeGone(teacher, 'storageFull');
  const code = await dossier.stateCode(teacher);
  await reopen(teacher);
  assert.equal(await dossier.stateCode(teacher), code);
  await app.leave(teacher);
});

test('a signature takes the reserve, and is there after the tab was killed', async () => {
  const teacher = await met.enter('teacher');
  await dossier.openDossier(teacher);
  await dossier.followCard(teacher, 'write');
  await answer(teacher, PLAN);
  await seeSaved(teacher);
  await goToCheck(teacher, 'planning');
  await fillRoom(teacher.page, 0, true);
  await signSheet(teacher);
  await reopen(teacher);
  assert.equal((await storedRecords(teacher.page)).length, 2);
  await dossier.openDossier(teacher);
  await app.leave(teacher);
});

test('a full storage takes nothing in and says so, and takes the same file once there is room', async () => {
  const principal = await met.enter('principal');
  await fillRoom(principal.page);
  await principal.page.reload();
  await see(principal, 'storageFull');
  assert.equal((await takeSent(principal)).what, principal.say('notTakenFull'));
  assert.equal((await storedRecords(principal.page)).length, 1);
  await look(principal, '112-full-received');
  await emptyRoom(principal.page);
  await openMenu(principal, 'home');
  await seeGone(principal, 'storageFull');
  assert.equal((await takeSent(principal)).next, principal.say('newRecords', 1));
  await app.leave(principal);
});

test('what is co-signed in a full storage stays on the page and in the copy, and is stored once there is room', async () => {
  const principal = await met.enter('principal');
  await takeSent(principal);
  await dossier.openStage(principal, 'planning');
  await fillRoom(principal.page);
  await coSign(principal);
  await see(principal, 'storageFull');
  const answerFile = await dossier.downloadBundle(principal);
  assert.ok(answerFile.text.includes('"CoSign"'));
  const copy = await rescue(principal);
  assert.ok(copy.text.includes('"CoSign"'));
  await emptyRoom(principal.page);
  await openMenu(principal, 'home');
  await seeGone(principal, 'storageFull');
  const code = await dossier.stateCode(principal);
  assert.equal((await storedRecords(principal.page)).length, 3);
  await reopen(principal);
  assert.equal(await dossier.stateCode(principal), code);
  await app.leave(principal);
});

/** Counts what the browser counts. */
const countUsed = (page) =>
  page.evaluate(() => {
    const entries = Object.entries({ ...localStorage }).filter(([name]) => name !== 'paraf.v2/reserve');
    return entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  });

/** Fails unless the page of keeping shows the number of used characters that the browser counts. */
async function assertUsedIsRight(person) {
  await unfold(person);
  const used = await countUsed(person.page);
  const said = person.page.locator('dl.facts > div').filter({ hasText: person.say('used') }).locator('dd');
  assert.equal(await said.first().innerText(), person.say('usedOf', Math.floor((used * 100) / 5_142_880), Math.ceil(used / 1000)));
}

test('from four fifths on one is warned early, with the way to the page of keeping', async () => {
  const person = await met.enter('principal');
  await openMenu(person, 'me');
  await openKeep(person);
  await assertUsedIsRight(person);
  await fillRoom(person.page, 1_020_000);
  await person.page.reload();
  await seeHeading(person, person.say('keep'));
  await see(person, 'storageTight', 80);
  await assertUsedIsRight(person);
  await openMenu(person, 'home');
  await see(person, 'storageTight', 80);
  await look(person, '113-tight');
  await person.page.locator('.notices').getByRole('link', { name: person.say('keep') }).click();
  await seeHeading(person, person.say('keep'));
  await app.leave(person);
});

test('the number of used characters follows what is typed and signed', async () => {
  const teacher = await met.enter('teacher');
  await dossier.openDossier(teacher);
  await dossier.followCard(teacher, 'write');
  await answer(teacher, { ...PLAN, reason: `${PLAN.reason} `.repeat(8) });
  await seeSaved(teacher);
  await openKeep(teacher);
  await assertUsedIsRight(teacher);
  await teacher.page.goto(`${met.address}/planning/form`);
  await goToCheck(teacher, 'planning');
  await signSheet(teacher);
  await openKeep(teacher);
  await assertUsedIsRight(teacher);
  await app.leave(teacher);
});

test('a storage that is emptied under the page is stored again with one press', async () => {
  const person = await met.enter('teacher');
  await dossier.openDossier(person);
  const code = await dossier.stateCode(person);
  await person.page.evaluate(() => localStorage.clear());
  await openMenu(person, 'help');
  await openMenu(person, 'home');
  await dossier.followCard(person, 'write');
  await answer(person, PLAN);
  await see(person, 'storageEmptied');
  await look(person, '115-emptied');
  await button(person, 'storeAgain').click();
  await seeGone(person, 'storageEmptied');
  await reopen(person);
  await dossier.openDossier(person);
  assert.equal(await dossier.stateCode(person), code);
  await app.leave(person);
});

/** In the page: from `blockNow` on every use of the storage is refused, until `blockNow` is false again. */
function blockLater() {
  globalThis.blockNow = false;
  for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {
    const real = Storage.prototype[name];
    Storage.prototype[name] = function (...values) {
      if (globalThis.blockNow) throw new DOMException('The user denied the storage.', 'SecurityError');
      return real.apply(this, values);
    };
  }
}

for (const side of ['teacher', 'principal']) {
  test(`a storage that is blocked from some moment on is told, and what was signed goes on: ${side}`, async () => {
    const person = await met.enter(side, (context) => context.addInitScript(blockLater));
    const isTeacher = side === 'teacher';
    if (isTeacher) {
      await dossier.openDossier(person);
      await dossier.followCard(person, 'write');
      await answer(person, PLAN);
      await person.page.evaluate(() => (globalThis.blockNow = true));
      await goToCheck(person, 'planning');
      await signSheet(person);
    } else {
      // What is stored is read once it is known that no other window works.
      await link(person, 'receive').waitFor();
      await person.page.evaluate(() => (globalThis.blockNow = true));
      await takeSent(person);
      await dossier.openStage(person, 'planning');
      await coSign(person);
    }
    await see(person, 'storageBlocked');
    await look(person, '114-blocked-later');
    const copy = await rescue(person);
    assert.ok(copy.text.includes(isTeacher ? '"Revision"' : '"CoSign"'));
    await dossier.downloadBundle(person);
    await person.page.evaluate(() => (globalThis.blockNow = false));
    await openMenu(person, 'home');
    await seeGone(person, 'storageBlocked');
    const code = await dossier.stateCode(person);
    await reopen(person);
    assert.equal(await dossier.stateCode(person), code);
    await app.leave(person);
  });
}

/** In the page: takes a part of the browser away. */
const without = (owner, name) => (context) =>
  context.addInitScript(([owner, name]) => Object.defineProperty(globalThis[owner].prototype, name, { value: undefined }), [owner, name]);

for (const [owner, name] of [['Navigator', 'locks'], ['Navigator', 'storage']]) {
  test(`without navigator.${name} people sign and receive as ever`, async () => {
    const principal = await met.enter('principal', without(owner, name));
    assert.equal((await takeSent(principal)).next, principal.say('newRecords', 1));
    await dossier.openStage(principal, 'planning');
    await coSign(principal);
    await app.leave(principal);
  });
}

test('without cryptography the page says why nothing can be signed', async () => {
  const person = await met.enter('principal', without('Crypto', 'subtle'));
  await goTo(person, 'invite');
  await person.page.getByRole('radio', { name: /2025/ }).check();
  await button(person, 'inviteEmployee').click();
  await confirm(person);
  await see(person, 'notSecure');
  await button(person, 'cancel').click();
  await app.leave(person);
  const fresh = await app.enter(person.who, without('Crypto', 'subtle'));
  await setup.begin(fresh);
  await setup.makeKey(fresh);
  await fresh.page.getByText(/https/).first().waitFor();
  const names = Object.keys(await stored(fresh.page));
  assert.ok(names.every((name) => name.endsWith('/new')), 'nothing is stored but who one is');
  await app.leave(fresh);
});
