// What was written apart is chosen between, what never arrived is noticed, and what was put away comes back.

import assert from 'node:assert/strict';
import { before } from 'node:test';
import { journey } from './lib/journey.mjs';
import { PLAN } from './pages/answers.mjs';
import { openApp } from './pages/app.mjs';
import * as dossier from './pages/dossier.mjs';
import * as form from './pages/form.mjs';
import { seeFocus, tabTo } from './pages/keys.mjs';
import { look } from './pages/look.mjs';
import { pair, writePlan } from './pages/pair.mjs';
import { PRINCIPAL, TEACHER, button, byId, giveFile, link, see, seeGone, seeHeading } from './pages/person.mjs';
import * as receive from './pages/receive.mjs';
import * as setup from './pages/setup.mjs';
import { signInDialog } from './pages/sign.mjs';
import * as stage from './pages/stage.mjs';

const HERE = 'Di ponsel: kelas 5B ramai saat berganti kegiatan, dan saya ingin mulai dari kesepakatan kelas.';
const THERE = 'Di laptop: kelas 5B tenang di pagi hari, tetapi ramai setelah istirahat; sapaan belum cukup.';
const COURSE = 'Di laptop: belajar dari pelatihan di Ruang GTK selama dua bulan, lalu mencoba di kelas.';

const app = openApp();
const step = journey();
let teacher, laptop, principal;

before(async () => {
  teacher = await app.enter(TEACHER);
  principal = await app.enter(PRINCIPAL);
  // The same teacher on a second device, which reads English here so that both languages are looked at.
  laptop = await app.enter({ ...TEACHER, lang: 'en', window: PRINCIPAL.window });
});

step('a teacher writes the plan on two devices', async () => {
  const { genesis } = await pair(teacher, principal);
  const backup = await setup.saveBackupAgain(teacher);
  await setup.begin(laptop);
  await giveFile(laptop, backup.path);
  await setup.restore(laptop);
  await seeHeading(laptop, laptop.say('welcomeBack', TEACHER.name));
  await receive.takeIn(laptop, genesis.path);
  const plan = await writePlan(teacher, { ...PLAN, reason: HERE });
  const other = await writePlan(laptop, { ...PLAN, reason: THERE, competency: COURSE });
  await receive.takeIn(teacher, other.path);
  await receive.takeIn(laptop, plan.path);
});

step('both versions stand side by side, and only what differs is asked', async () => {
  for (const person of [teacher, laptop]) {
    await dossier.openStage(person, 'planning');
    await see(person, 'chooseHeading');
    assert.equal(await person.page.locator('fieldset[id^="choose-"]').count(), 2);
    await person.page.getByText(THERE).filter({ visible: true }).first().waitFor();
    await look(person, '110-choose');
    await button(person, 'goOnChosen').click();
    await see(person, 'notChosen');
    await seeFocus(person, byId(person, 'summary'));
    await look(person, '111-choose-missing');
  }
  const places = await laptop.page.locator('fieldset[id="choose-reason"] > .option').evaluateAll((options) =>
    options.map((option) => option.getBoundingClientRect().top));
  assert.equal(places[0], places[1], 'on a laptop the two stand beside each other');
  const stacked = await teacher.page.locator('fieldset[id="choose-reason"] > .option').evaluateAll((options) =>
    options.map((option) => option.getBoundingClientRect().top));
  assert.notEqual(stacked[0], stacked[1], 'on a phone one stands above the other');
});

step('the chosen answers become one version that follows both', async () => {
  const { page } = teacher;
  for (const [id, text] of [['choose-reason', HERE], ['choose-competency', COURSE]]) {
    const option = page.locator(`fieldset[id="${id}"] > .option`).filter({ hasText: text });
    await option.locator('input').check();
  }
  await button(teacher, 'goOnChosen').click();
  await see(teacher, 'resolving');
  await look(teacher, '112-chosen');
  await form.turnTo(teacher, 'reason');
  assert.equal(await byId(teacher, 'reason').inputValue(), HERE);
  await form.turnTo(teacher, 'competency');
  assert.equal(await byId(teacher, 'competency').inputValue(), COURSE);
  await form.goToCheck(teacher, 'planning');
  await stage.signSheet(teacher);
});

step('a file that never arrived is noticed from the next file of the other side, and sent again', async () => {
  await dossier.openDossier(teacher);
  await dossier.downloadBundle(teacher);
  await dossier.openDossier(principal);
  await link(principal, 'recommend').click();
  await principal.page.locator('main input[type=checkbox]').first().check();
  await byId(principal, 'act').click();
  await signInDialog(principal);
  await dossier.sendTo(principal, teacher, 1);
  await see(teacher, 'lostVersion', PRINCIPAL.name);
  await look(teacher, '115-lost');
  const again = await dossier.downloadBundle(teacher);
  await seeGone(teacher, 'lostVersion', PRINCIPAL.name);
  assert.equal((await receive.takeIn(principal, again.path)).next, principal.say('newRecords', 3));
});

step('the superior co-signs the version that follows both', async () => {
  await dossier.openStage(principal, 'planning');
  await principal.page.locator('article.sheet').getByText(HERE).waitFor();
  await stage.coSign(principal);
  await dossier.sendTo(principal, teacher, 1);
});

step('a discarded draft is brought back with the keyboard, and after a reload', async () => {
  await dossier.openStage(teacher, 'planning');
  await link(teacher, 'amend').click();
  await form.turnTo(teacher, 'reason');
  await byId(teacher, 'reason').fill('Draf perubahan yang nanti dibuang.');
  await form.seeSaved(teacher);
  await form.turnToEnd(teacher);
  await button(teacher, 'discard').click();
  await seeFocus(teacher, byId(teacher, 'undo'));
  await look(teacher, '113-discarded');
  await teacher.page.keyboard.press('Enter');
  await form.turnTo(teacher, 'reason');
  assert.equal(await byId(teacher, 'reason').inputValue(), 'Draf perubahan yang nanti dibuang.');
  await form.turnToEnd(teacher);
  await button(teacher, 'discard').click();
  await byId(teacher, 'undo').waitFor();
  await teacher.page.reload();
  await button(teacher, 'bringBack').click();
  await form.turnTo(teacher, 'reason');
  assert.equal(await byId(teacher, 'reason').inputValue(), 'Draf perubahan yang nanti dibuang.');
});

step('a removed line comes back with two keys', async () => {
  await form.turnTo(teacher, 'additional_duties.add');
  await byId(teacher, 'additional_duties.add').click();
  await byId(teacher, 'additional_duties.0.letter').fill('421/77/2025');
  await button(teacher, 'removeRow', 1).click();
  await seeFocus(teacher, byId(teacher, 'additional_duties.add'));
  await look(teacher, '114-line-removed');
  await tabTo(teacher, byId(teacher, 'undo'), 3);
  await teacher.page.keyboard.press('Enter');
  await byId(teacher, 'additional_duties.0.letter').waitFor();
  assert.equal(await byId(teacher, 'additional_duties.0.letter').inputValue(), '421/77/2025');
  await button(teacher, 'removeRow', 1).click();
});

app.endJourney();
