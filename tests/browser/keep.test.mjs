// Keeping: the complete backup is saved, proven and restored elsewhere; what is finished is archived and comes
// back; a shared device locks.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { forgive, openApp } from './pages/app.mjs';
import { closeDossier } from './pages/cases.mjs';
import * as contact from './pages/contact.mjs';
import * as dossier from './pages/dossier.mjs';
import { answer, seeSaved } from './pages/form.mjs';
import { openKeep, openLocker, prove, saveAll } from './pages/keep.mjs';
import { seeFocus } from './pages/keys.mjs';
import { look } from './pages/look.mjs';
import { AT_DESK, button, byId, giveFile, goTo, keepFile, openMenu, see, seeHeading, unfold } from './pages/person.mjs';
import { meetBefore } from './pages/prepared.mjs';
import * as receive from './pages/receive.mjs';
import * as setup from './pages/setup.mjs';
import { signInDialog } from './pages/sign.mjs';
import { cellsOf, stored, storedRecords } from './pages/stored.mjs';

const app = openApp();
const met = meetBefore(app);

async function confirmRemoval(person, word, name) {
  await unfold(person);
  await byId(person, 'keep-confirm').fill(word);
  await button(person, name).click();
}

test('a complete backup is proven, and brings everything to another device', async () => {
  const person = await met.enter('teacher');
  await dossier.openDossier(person);
  await dossier.followCard(person, 'write');
  await answer(person, { reason: 'Draf yang ikut pindah.' });
  await seeSaved(person);
  const code = await dossier.stateCode(person);
  await openKeep(person);
  await look(person, '120-keep');
  const backup = await saveAll(person);
  await giveFile(person, backup.path);
  await see(person, 'whole', 1);
  await prove(person, 'bukan kata sandinya');
  await see(person, 'wrongPassphrase');
  await look(person, '121-keep-wrong');
  await prove(person);
  await see(person, 'proven');
  await look(person, '122-keep-proven');
  await see(person, 'fresh');

  const fresh = await app.enter(person.who);
  await goTo(fresh, 'start');
  await giveFile(fresh, backup.path);
  await seeHeading(fresh, fresh.say('restoring'));
  await setup.restore(fresh, 'bukan kata sandinya');
  await see(fresh, 'wrongPassphrase');
  await setup.restore(fresh);
  await seeHeading(fresh, fresh.say('welcomeBack', fresh.who.name));
  await look(fresh, '123-restored');
  assert.equal(await dossier.stateCode(fresh), code);
  await fresh.page.reload();
  assert.equal(await dossier.stateCode(fresh), code);
  await dossier.followCard(fresh, 'goOnWriting');
  assert.equal(await byId(fresh, 'reason').inputValue(), 'Draf yang ikut pindah.');
  await app.leave(person, fresh);
});

test('what is finished is archived, removed by a typed word, and taken in again', async () => {
  const person = await met.enter('teacher');
  await closeDossier(person, 'moved', '2025-07-01', 'Pindah tugas.');
  await dossier.downloadBundle(person);
  const code = await dossier.stateCode(person);
  const count = (await storedRecords(person.page)).length;
  await openKeep(person);
  const archive = await keepFile(person, () => button(person, 'saveFinished').click());
  assert.equal(await button(person, 'removeFinished').count(), 0);
  await giveFile(person, archive.path);
  await see(person, 'removable', 1);
  await confirmRemoval(person, 'ya', 'removeFinished');
  await see(person, 'unconfirmed');
  assert.equal((await storedRecords(person.page)).length, count);
  await look(person, '124-archive');
  await confirmRemoval(person, person.say('removeWord').toLowerCase(), 'removeFinished');
  await unfold(person);
  await see(person, 'archived');
  assert.equal((await storedRecords(person.page)).length, 0);
  await look(person, '125-archived');
  await receive.takeIn(person, archive.path);
  assert.equal(await dossier.stateCode(person), code);
  assert.equal((await storedRecords(person.page)).length, count);
  await app.leave(person);
});

test('all of a person is removed only after it was saved, and comes back', async () => {
  const teacher = await met.enter('teacher');
  const code = await dossier.stateCode(teacher);
  await openKeep(teacher);
  assert.equal(await button(teacher, 'removeAll').count(), 0);
  const backup = await saveAll(teacher);
  await confirmRemoval(teacher, 'HAPUS', 'removeAll');
  await seeHeading(teacher, teacher.say('welcome'));
  assert.deepEqual(Object.keys(await stored(teacher.page)).filter((name) => /\/\d+\//.test(name)), []);
  await goTo(teacher, 'start');
  await giveFile(teacher, backup.path);
  await setup.restore(teacher);
  assert.equal(await dossier.stateCode(teacher), code);
  await app.leave(teacher);
});

test('one passphrase serves a sitting, and is asked for again after a pause and when the page is opened anew', async () => {
  const teacher = await met.enter('teacher', (context) => context.clock.install());
  const ask = async () => {
    await contact.openInvite(teacher);
    await button(teacher, 'inviteSuperior').click();
    await byId(teacher, 'question').waitFor();
    return byId(teacher, 'unlock').isVisible();
  };
  assert.equal(await ask(), true);
  await signInDialog(teacher);
  await byId(teacher, 'hand-out').waitFor();
  await openMenu(teacher, 'home');
  assert.equal(await ask(), false);
  // Nothing is signed by a key that was meant for something else: the focus is on the question, not on its button.
  await seeFocus(teacher, byId(teacher, 'question'));
  await look(teacher, '127-sign-in-a-sitting');
  await signInDialog(teacher);
  await byId(teacher, 'hand-out').waitFor();
  await openMenu(teacher, 'home');
  await teacher.page.clock.runFor(11 * 60_000);
  assert.equal(await ask(), true);
  await signInDialog(teacher);
  await teacher.page.reload();
  assert.equal(await ask(), true);
  await app.leave(teacher);
});

test('two people share a device, each behind their own passphrase', async () => {
  const teacher = await met.enter('teacher', (context) => context.clock.install());
  const colleague = { ...teacher, who: { ...AT_DESK, name: 'Agus Salim, S.Pd.', passphrase: 'sawah hijau di timur' } };
  await openKeep(teacher);
  await button(teacher, 'addPerson').click();
  await setup.setUpHere(colleague);

  const open = async (who, passphrase) => {
    await teacher.page.getByRole('radio', { name: who.name }).check();
    await openLocker(teacher, passphrase);
  };
  // Nobody touches the device for a while.
  await teacher.page.clock.runFor(9 * 60_000);
  await seeHeading(teacher, teacher.say('welcomeBack', colleague.who.name));
  await teacher.page.clock.runFor(2 * 60_000);
  await seeHeading(teacher, teacher.say('locked'));
  await look(teacher, '126-locked');
  await teacher.page.reload();
  await seeHeading(teacher, teacher.say('locked'));
  assert.equal(await teacher.page.locator('table.dossiers').count(), 0);
  await teacher.page.goto(met.address);
  await seeHeading(teacher, teacher.say('locked'));
  await teacher.page.goto(app.address);
  await open(AT_DESK, colleague.who.passphrase);
  await see(teacher, 'wrongPassphrase');
  await look(teacher, '127-locked-wrong');
  await open(AT_DESK, AT_DESK.passphrase);
  await seeHeading(teacher, teacher.say('welcomeBack', AT_DESK.name));
  await dossier.openDossier(teacher);
  await openKeep(teacher);
  await look(teacher, '128-shared');
  await button(teacher, 'lockNow').click();
  await seeHeading(teacher, teacher.say('locked'));
  await open(colleague.who, colleague.who.passphrase);
  await openMenu(teacher, 'home');
  await seeHeading(teacher, teacher.say('welcomeBack', colleague.who.name));
  assert.equal(await teacher.page.locator('table.dossiers th a').count(), 0);
  await app.leave(teacher);
});

test('the copy of a stopped program holds all entries as they are stored, and brings everything to another device', async () => {
  const teacher = await met.enter('teacher');
  await dossier.openDossier(teacher);
  // What no app has written is saved beside, so that the rest can be taken in.
  await teacher.page.evaluate(() => localStorage.setItem('paraf.v2/0/q/strange', '\u0000\ud800'));
  const before = await stored(teacher.page);
  await teacher.page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
  await byId(teacher, 'crash').waitFor();
  const files = [];
  teacher.page.on('download', (download) => files.push(download));
  const copy = await keepFile(teacher, () => byId(teacher, 'rescue').click());
  if (files.length < 2) await teacher.page.waitForEvent('download');
  const strange = await readFile(await files[1].path(), 'utf8');
  const { 'paraf.v2/crash': report, ...all } = { ...cellsOf(copy.text), ...cellsOf(strange) };
  assert.ok(report.length > 0);
  assert.deepEqual(all, before);
  const fresh = await app.enter(AT_DESK);
  await goTo(fresh, 'start');
  await giveFile(fresh, copy.path);
  await setup.restore(fresh);
  await seeHeading(fresh, fresh.say('welcomeBack', teacher.who.name));
  assert.deepEqual((await storedRecords(fresh.page)).sort(), Object.keys(before).filter((name) => name.includes('/r/')).sort());
  forgive(teacher, 'pageErrors');
  await app.leave(fresh, teacher);
});
