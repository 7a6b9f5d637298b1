// Beside the plain way: a version taken back, a wording suggested and taken, corrected rules, an early end.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before } from 'node:test';
import { journey } from './lib/journey.mjs';
import { PLAN } from './pages/answers.mjs';
import { openApp } from './pages/app.mjs';
import * as cases from './pages/cases.mjs';
import * as dossier from './pages/dossier.mjs';
import * as form from './pages/form.mjs';
import { look } from './pages/look.mjs';
import { pair, writePlan } from './pages/pair.mjs';
import { PRINCIPAL, TEACHER, button, byId, goTo, link, see, seeHeading } from './pages/person.mjs';
import * as receive from './pages/receive.mjs';
import * as stage from './pages/stage.mjs';

const RULES = new URL('../../src/rules/packs/id-2025.json', import.meta.url);
const WORDING = 'Kelas 5B ramai saat berganti kegiatan; saya mulai dari kesepakatan kelas yang ditulis bersama murid.';

const app = openApp();
const step = journey();
let teacher, principal;

before(async () => {
  teacher = await app.enter(TEACHER);
  principal = await app.enter(PRINCIPAL);
});

step('two people have met, and a plan is sent', async () => {
  await pair(teacher, principal);
  const plan = await writePlan(teacher);
  await receive.takeIn(principal, plan.path);
});

step('a plan that nobody answered is taken back, and nothing of it has to be typed again', async () => {
  await dossier.openStage(teacher, 'planning');
  await look(teacher, '90-planning-waiting');
  await button(teacher, 'withdraw').click();
  await see(teacher, 'withdrawHeading');
  await look(teacher, '91-withdraw-dialog');
  await button(teacher, 'cancel').click();
  await cases.takeBack(teacher, 'planning');
  await form.turnTo(teacher, 'reason');
  assert.equal(await byId(teacher, 'reason').inputValue(), PLAN.reason);
  assert.ok(await byId(teacher, 'indicator=orderly_climate').isChecked());
  await dossier.sendTo(teacher, principal, 1);
  await dossier.card(principal).getByText(principal.say('waiting', principal.say('planning'))).waitFor();
  await dossier.openStage(principal, 'planning');
  await see(principal, 'nothingYet');
  await see(principal, 'withdrawn');
  assert.ok(!(await button(principal, 'agree').isVisible()));
  await look(principal, '92-planning-taken-back');
});

step('it is sent again from the draft', async () => {
  await dossier.openDossier(teacher);
  await dossier.followCard(teacher, 'goOnWriting');
  await form.goToCheck(teacher, 'planning');
  await stage.signSheet(teacher);
  await dossier.sendTo(teacher, principal, 1);
});

step('the principal sends it back with a note on one answer and a wording for it', async () => {
  await dossier.followCard(principal, 'review');
  await cases.suggest(principal, 'reason', 'Say what you begin with.', WORDING);
  await look(principal, '93-remark');
  await cases.sendBackAsNoted(principal);
  await dossier.sendTo(principal, teacher, 1);
});

step('the teacher takes the wording with one tap, and both agree', async () => {
  await dossier.followCard(teacher, 'improve');
  await form.turnTo(teacher, 'reason');
  await see(teacher, 'remark', 'Say what you begin with.');
  await see(teacher, 'suggested', WORDING);
  await look(teacher, '94-suggested');
  await button(teacher, 'takeSuggestion').click();
  await teacher.page.waitForFunction((text) => document.getElementById('reason').value === text, WORDING);
  await form.goToCheck(teacher, 'planning');
  await stage.signSheet(teacher);
  await dossier.sendTo(teacher, principal, 1);
  await dossier.followCard(principal, 'review');
  await principal.page.locator('article.sheet').getByText(WORDING).waitFor();
  await stage.coSign(principal);
  await dossier.sendTo(principal, teacher, 1);
  assert.equal(await dossier.stateCode(teacher), await dossier.stateCode(principal));
});

step('a corrected rule pack shows what it changes, and is taken over only when one says so', async () => {
  const rules = JSON.parse(await readFile(RULES, 'utf8'));
  const known = await receive.makeFile(teacher, 'aturan lama.json', JSON.stringify(rules));
  rules.stages[1].until = '2025-03-07';
  rules.basis.id = `${rules.basis.id} <b>Dikoreksi.</b>`;
  const corrected = await receive.makeFile(teacher, 'aturan baru.json', JSON.stringify(rules));
  for (const person of [teacher, principal]) {
    assert.equal((await receive.takeIn(person, known)).what, person.say('rulesKnown'));
    assert.equal((await receive.takeIn(person, corrected)).what, person.say('rulesArrived'));
    await cases.openArrivedRules(person);
    await see(person, 'rulesOffered');
    await see(person, 'rulesChanges', 2);
    const { page } = person;
    const [removed, added] = ['del', 'ins'].map((name) => page.locator(`.changes ${name}`).allInnerTexts());
    assert.match((await added).join(' '), /<b>Dikoreksi\.<\/b>.*2025-03-07/s);
    assert.match((await removed).join(' '), /2025-\d\d-\d\d/);
    await look(person, '95-rules-changed');
    await button(person, 'rulesTake').click();
    await see(person, 'rulesOwn');
    await byId(person, 'take-rules').waitFor({ state: 'hidden' });
    assert.equal((await receive.takeIn(person, corrected)).what, person.say('rulesKnown'));
    // It is offered for new dossiers in place of the one before, and is still there after a restart.
    await page.reload();
    await goTo(person, 'invite');
    await seeHeading(person, person.say('inviteHeading'));
    await see(person, 'ownRules');
    assert.equal(await page.getByRole('radio', { name: /2025/ }).count(), 1);
    await look(person, '96-invite-with-own-rules');
  }
});

step('the dossier goes on with the rules that it began with', async () => {
  const code = await dossier.stateCode(teacher);
  assert.equal(code, await dossier.stateCode(principal));
  await dossier.openDossier(teacher);
  const days = await teacher.page.locator('main ol.thread').textContent();
  assert.match(days, /28\sFebruari\s2025/);
  assert.doesNotMatch(days, /7\sMaret\s2025/);
  await dossier.followCard(teacher, 'write');
  await seeHeading(teacher, teacher.say('preparation'));
});

step('the dossier is closed with a reason that both read', async () => {
  await dossier.openDossier(principal);
  await look(principal, '97-dossier-with-cases');
  await cases.closeDossier(principal, 'moved', '2025-07-01', 'The letter has come');
  await see(principal, 'closed', '1 July 2025', `${principal.say('moved')}, The letter has come`);
  await dossier.sendTo(principal, teacher, 1);
  await see(teacher, 'isClosed');
  await see(teacher, 'closed', '1 Juli 2025', `${teacher.say('moved')}, The letter has come`);
  await look(teacher, '98-dossier-closed');
  // What was agreed stays readable, and nothing can be written.
  await dossier.openStage(teacher, 'planning');
  await teacher.page.locator('article.sheet').getByText(WORDING).waitFor();
  assert.ok(!(await link(teacher, 'amend').isVisible()));
});

step('it is opened again, and goes on where it stood', async () => {
  await cases.reopenDossier(teacher, 'Mutasi dibatalkan.');
  await look(teacher, '99-dossier-reopened');
  await dossier.sendTo(teacher, principal, 1);
  for (const person of [teacher, principal]) {
    await dossier.openDossier(person);
    assert.ok(!(await person.page.getByText(person.say('isClosed')).first().isVisible()));
  }
  await dossier.followCard(teacher, 'write');
  await seeHeading(teacher, teacher.say('preparation'));
  assert.equal(await dossier.stateCode(teacher), await dossier.stateCode(principal));
});

app.endJourney();
