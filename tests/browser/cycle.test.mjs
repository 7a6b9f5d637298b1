// A teacher with a phone and a principal with a laptop carry one dossier through all seven stages.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before } from 'node:test';
import { promisify } from 'node:util';
import { journey } from './lib/journey.mjs';
import * as answers from './pages/answers.mjs';
import { openApp } from './pages/app.mjs';
import * as contact from './pages/contact.mjs';
import * as dossier from './pages/dossier.mjs';
import * as form from './pages/form.mjs';
import { look } from './pages/look.mjs';
import { PRINCIPAL, TEACHER, button, byId, goBack, goTo, link, openMenu, see, seeHeading } from './pages/person.mjs';
import * as receive from './pages/receive.mjs';
import * as setup from './pages/setup.mjs';
import * as sign from './pages/sign.mjs';
import * as stage from './pages/stage.mjs';

const app = openApp();
const step = journey();
let teacher, principal, invitation, paper, lastBundle;

before(async () => {
  teacher = await app.enter(TEACHER);
  principal = await app.enter(PRINCIPAL);
});

step('each sees the app in the language of their browser', async () => {
  for (const person of [teacher, principal]) {
    await seeHeading(person, person.say('welcome'));
    await look(person, '01-welcome');
    await openMenu(person, 'help');
    await seeHeading(person, person.say('help'));
    await look(person, '02-help');
    await goBack(person);
  }
});

step('the first visit says what is missing, and goes on when it is there', async () => {
  for (const person of [teacher, principal]) {
    await setup.begin(person);
    await look(person, '03-setup-empty');
    await byId(person, 'nip').fill('1985');
    await button(person, 'makeSignature').click();
    await see(person, 'summary');
    for (const problem of ['missing', 'nipLength', 'passphraseShort']) await see(person, problem);
    await look(person, '04-setup-errors');
    await setup.fillDetails(person);
    await look(person, '05-setup-filled');
    await setup.makeSignature(person, 'short');
    await see(person, 'passphraseShort');
    await look(person, '07-passphrase-errors');
    await setup.makeSignature(person);
    await setup.seeBackupStep(person);
    await look(person, '08-backup');
  }
});

step('the backup of the key is downloaded and read back', async () => {
  for (const person of [teacher, principal]) {
    await setup.keepBackup(person);
    await look(person, '09-backup-checked');
    await setup.keepCode(person);
    await setup.finish(person);
    await look(person, '10-home-empty');
    await openMenu(person, 'me');
    await look(person, '11-me');
  }
});

step('the teacher invites the principal with a file', async () => {
  // Opened anew, the page asks for the passphrase once.
  await contact.openInvite(teacher);
  await teacher.page.reload();
  await contact.openInvite(teacher);
  await look(teacher, '12-invite');
  await button(teacher, 'inviteSuperior').click();
  await look(teacher, '13-invite-dialog');
  await sign.confirm(teacher, 'not the passphrase');
  await see(teacher, 'wrongPassphrase');
  await look(teacher, '14-wrong-passphrase');
  await button(teacher, 'cancel').click();
  invitation = await contact.inviteSuperior(teacher);
  assert.equal(invitation.name, 'Paraf – Undangan dari Sri W. – 2025.txt');
  await look(teacher, '14b-invited');
});

step('the principal takes it in, meets the teacher and starts the dossier', async () => {
  await receive.openReceive(principal);
  await look(principal, '15-receive-empty');
  const arrival = await receive.takeIn(principal, invitation.path);
  assert.equal(arrival.what, principal.say('invitation'));
  await look(principal, '16-receive-invitation');
  await openMenu(principal, 'home');
  await look(principal, '17-home-invited');
  await receive.openReceive(principal);
  await receive.meetSender(principal);
  await seeHeading(principal, TEACHER.name);
  await look(principal, '18-contact-inviting');
  await contact.acceptInvitation(principal);
  await look(principal, '19-send-new');
});

step('the teacher takes in the dossier, and both compare the code of acquaintance', async () => {
  await dossier.openDossier(principal);
  const file = await dossier.downloadBundle(principal);
  const arrival = await receive.takeIn(teacher, file.path);
  assert.equal(arrival.next, teacher.say('newRecords', 1));
  await look(teacher, '20-receive-dossier');
  await receive.meetSender(teacher);
  await look(teacher, '21-contact-compare');
  await link(principal, 'compareNow').click();
  await contact.typeGroups(teacher, ['00000', '11111']);
  await see(teacher, 'codeDiffers');
  await look(teacher, '22-contact-differs');
  const [seenByTeacher, seenByPrincipal] = [await contact.readCode(teacher), await contact.readCode(principal)];
  for (const index of seenByTeacher.keys()) {
    if (seenByTeacher[index] && seenByPrincipal[index]) assert.equal(seenByTeacher[index], seenByPrincipal[index]);
  }
  const asked = await contact.askedGroups(teacher);
  assert.ok(asked.every((index) => !seenByTeacher[index] && seenByPrincipal[index]));
  const readOut = asked.map((index) => seenByPrincipal[index]);
  await contact.compareWith(principal, teacher);
  await look(principal, '23-contact-matched');
  await contact.typeGroups(teacher, readOut);
  await see(teacher, 'codeMatches');
  await look(teacher, '23-contact-matched');
  await button(teacher, 'goOn').click();
  await look(teacher, '24-dossier-new');
});

step('a plan survives a reload in the middle of typing', async () => {
  await dossier.followCard(teacher, 'write');
  await seeHeading(teacher, teacher.say('planning'));
  await look(teacher, '25-planning-empty');
  await form.pressCheck(teacher);
  await see(teacher, 'summary');
  await look(teacher, '26-planning-errors');
  const { reason, ...rest } = answers.PLAN;
  await form.answer(teacher, { 'indicator=orderly_climate': true, reason });
  await form.seeSaved(teacher);
  await teacher.page.reload();
  await see(teacher, 'savedDraft');
  assert.equal(await byId(teacher, 'reason').inputValue(), reason);
  assert.ok(await byId(teacher, 'indicator=orderly_climate').isChecked());
  await form.answer(teacher, rest);
  await look(teacher, '27-planning-filled');
});

step('the plan is checked, signed and sent', async () => {
  await form.goToCheck(teacher, 'planning');
  await look(teacher, '28-planning-check');
  await button(teacher, 'sign').click();
  await look(teacher, '29-sign-dialog');
  await sign.signInDialog(teacher);
  await dossier.seeSigned(teacher);
  await look(teacher, '30-send');
  await dossier.sendTo(teacher, principal, 1);
  await look(teacher, '31-dossier-sent');
  await look(principal, '32-dossier-to-review');
});

step('the principal returns it, which needs a note', async () => {
  await dossier.followCard(principal, 'review');
  await seeHeading(principal, principal.say('planning'));
  await look(principal, '33-planning-review');
  await button(principal, 'sendBack').click();
  await see(principal, 'summary');
  await look(principal, '34-review-errors');
  await stage.sendBack(principal, 'Please say when you will learn.');
  await look(principal, '35-dossier-returned');
  await dossier.sendTo(principal, teacher, 1);
});

step('the teacher reads the note, improves the plan and sends it again', async () => {
  await look(teacher, '36-dossier-to-improve');
  await dossier.followCard(teacher, 'improve');
  await see(teacher, 'returnedWith', 'Please say when you will learn.');
  await look(teacher, '37-planning-improve');
  await form.answer(teacher, {
    competency: 'Mengelola peralihan kegiatan, belajar dari komunitas belajar setiap Sabtu pertama.',
  });
  await form.goToCheck(teacher, 'planning');
  await look(teacher, '38-planning-check-again');
  await stage.signSheet(teacher);
  await dossier.sendTo(teacher, principal, 1);
});

step('the principal sees what changed, and co-signs', async () => {
  await dossier.followCard(principal, 'review');
  await see(principal, 'changed');
  const { page } = principal;
  assert.match(await page.locator('.changes del').first().innerText(), /dua minggu/);
  assert.match(await page.locator('.changes ins').first().innerText(), /Sabtu pertama/);
  await look(principal, '39-planning-changes');
  await byId(principal, 'special_expectations.loyal.expectation').fill('Lead the learning community once this year.');
  await byId(principal, 'accountability_seen=curriculum').check();
  await button(principal, 'agree').click();
  await look(principal, '40-co-sign-dialog');
  await sign.signInDialog(principal);
  await dossier.sendTo(principal, teacher, 1);
  await dossier.openStage(teacher, 'planning');
  await see(teacher, 'agreed');
  await see(teacher, 'keyMatched');
  await look(teacher, '41-planning-agreed');
});

/** One side writes a stage from the card, signs and sends it; the other co-signs it and sends it back. */
async function exchange({ name, by, to, write, reply = {}, agree = 'agree' }) {
  await dossier.openDossier(by);
  await dossier.followCard(by, 'write');
  await seeHeading(by, by.say(name));
  await look(by, `50-${name}-empty`);
  await write();
  await look(by, `51-${name}-filled`);
  await form.goToCheck(by, name);
  await look(by, `52-${name}-check`);
  await stage.signSheet(by);
  await dossier.sendTo(by, to, 1);
  await dossier.followCard(to, 'review');
  await seeHeading(to, to.say(name));
  await form.answer(to, reply);
  await look(to, `53-${name}-review`);
  await stage.coSign(to, agree);
  lastBundle = await dossier.sendTo(to, by, 1);
}

step('the preparation is agreed', async () => {
  await exchange({
    name: 'preparation',
    by: teacher,
    to: principal,
    write: async () => {
      await form.answer(teacher, { 'targets=positive_communication': true });
      await look(teacher, '50-preparation-target');
      await form.answer(teacher, answers.PREPARATION);
      await form.turnToEnd(teacher);
      await button(teacher, 'addRow').click();
      await form.answer(teacher, { 'documents.0.name': 'Modul ajar pecahan' });
      paper = await receive.makeFile(teacher, 'modul ajar.txt', 'Isi modul ajar pecahan.');
      await form.chooseFile(teacher, 'takeFile', paper);
      await see(teacher, 'fingerprint', 'modul ajar.txt', '23 B');
      await form.chooseFile(teacher, 'checkFile', paper);
      await see(teacher, 'sameFile');
    },
  });
});

step('the superior sees by its fingerprint whether a file is the one that was agreed on', async () => {
  await dossier.openStage(principal, 'preparation');
  await form.chooseFile(principal, 'checkFile', paper);
  await see(principal, 'sameFile');
  const other = await receive.makeFile(principal, 'modul ajar.txt', 'Isi modul ajar pecahan, diubah.');
  await form.chooseFile(principal, 'checkFile', other);
  await see(principal, 'otherBytes');
  await look(principal, '53-preparation-file-checked');
  await dossier.openDossier(principal);
});

step('the agreed observation is moved to another day, and both sign that', async () => {
  await dossier.openStage(teacher, 'preparation');
  await look(teacher, '54-preparation-agreed');
  await link(teacher, 'amend').click();
  await see(teacher, 'amending');
  await form.answer(teacher, { date: '2025-03-17', time: '09:15' });
  await look(teacher, '55-amendment-form');
  await form.goToCheck(teacher, 'preparation');
  await look(teacher, '56-amendment-check');
  await stage.signSheet(teacher);
  await look(teacher, '57-dossier-amended');
  await dossier.sendTo(teacher, principal, 1);
  await look(principal, '58-dossier-amendment');
  await dossier.followCard(principal, 'review');
  await seeHeading(principal, principal.say('preparation'));
  await see(principal, 'changed');
  await look(principal, '59-amendment-review');
  await stage.coSign(principal);
  await dossier.sendTo(principal, teacher, 1);
  await dossier.openStage(teacher, 'preparation');
  await teacher.page.getByText('17 Maret 2025').filter({ visible: true }).first().waitFor();
  await teacher.page.getByText('09.15').filter({ visible: true }).first().waitFor();
  await look(teacher, '60-preparation-amended');
});

step('the principal observes, and the teacher acknowledges', async () => {
  await exchange({
    name: 'observation',
    by: principal,
    to: teacher,
    write: async () => {
      // What was agreed stands there already.
      assert.equal(await byId(principal, 'date').inputValue(), '2025-03-17');
      const evidence = 'ratings.positive_communication.evidence';
      await button(principal, 'stamp').first().click();
      await principal.page.waitForFunction((id) => document.activeElement.id === id, evidence);
      await principal.page.keyboard.type('greeted each pupil');
      assert.match(await byId(principal, evidence).inputValue(), /^\[\d\d:\d\d\] greeted each pupil$/);
      await form.answer(principal, answers.OBSERVATION);
    },
    reply: { remark: 'Terima kasih, saya setuju.' },
    agree: 'acknowledge',
  });
});

step('the follow-up is discussed', async () => {
  await exchange({
    name: 'discussion',
    by: teacher,
    to: principal,
    write: () => form.answer(teacher, answers.DISCUSSION),
    reply: { support_given: 'Ten minutes every second Monday.' },
  });
});

step('efforts are logged line by line, and a line can be removed', async () => {
  const add = () => button(teacher, 'addRow').click();
  await exchange({
    name: 'effort',
    by: teacher,
    to: principal,
    write: async () => {
      await add();
      await form.answer(teacher, answers.logLine(0, '2025-04-07', 'classroom_trial', 'Menunjuk kesepakatan kelas setiap berganti kegiatan.'));
      await add();
      await form.answer(teacher, { 'log.1.what': 'Baris yang keliru, akan dihapus.' });
      await add();
      await form.answer(teacher, answers.logLine(2, '2025-05-12', 'peer_observation', 'Mengamati kelas rekan, lalu mencoba isyarat tangan.'));
      await button(teacher, 'removeRow', 2).click();
      assert.match(await byId(teacher, 'log.1.what').inputValue(), /isyarat tangan/);
      assert.equal(await byId(teacher, 'log.2.what').count(), 0);
      assert.equal(await byId(teacher, 'log.1.kind').inputValue(), 'peer_observation');
    },
    reply: { feedback: 'Two steps, both seen in class. Go on.' },
  });
});

step('the teacher reflects, and the principal answers with a level of awareness', async () => {
  await exchange({
    name: 'reflection',
    by: teacher,
    to: principal,
    write: () => form.answer(teacher, answers.REFLECTION),
    reply: { response: 'You see the difficulty and act on it.', 'awareness=takes_responsibility': true },
  });
});

step('the principal assesses, and the teacher accepts', async () => {
  await exchange({
    name: 'assessment',
    by: principal,
    to: teacher,
    write: () => form.answer(principal, answers.ASSESSMENT),
    agree: 'acceptAssessment',
  });
  await dossier.openStage(principal, 'assessment');
  await principal.page.getByText(principal.say('goodGrade'), { exact: true }).waitFor();
  await look(principal, '61-assessment-agreed');
});

step('both hold the same finished dossier', async () => {
  for (const person of [teacher, principal]) {
    await dossier.seeAllAgreed(person);
    await look(person, '62-dossier-finished');
    await openMenu(person, 'home');
    await look(person, '63-home-finished');
    await openMenu(person, 'receive');
    await look(person, '64-receive-full');
    await openMenu(person, 'me');
    await look(person, '65-me-full');
  }
  assert.equal(await dossier.stateCode(teacher), await dossier.stateCode(principal));
});

step('old versions stay readable', async () => {
  await dossier.openStage(principal, 'planning');
  await principal.page.locator('summary').filter({ hasText: principal.say('versions') }).click();
  await principal.page.locator('.versions a').last().click();
  await principal.page.locator('article.sheet').waitFor();
  await look(principal, '66-old-version');
  await goTo(teacher, 'nowhere');
  await seeHeading(teacher, teacher.say('notFound'));
  await look(teacher, '67-not-found');
});

step('an auditor finds the last file in order with the command-line verifier', async () => {
  const paraf = process.env.PARAF_BIN;
  assert.ok(paraf, 'PARAF_BIN must name the native command `paraf`; `cargo xtask test` sets it');
  const { stdout } = await promisify(execFile)(paraf, ['verify', lastBundle.path]);
  const verdict = JSON.parse(stdout.trim().split('\n').at(-1));
  assert.deepEqual([verdict.verdict, verdict.reason], ['accepted', 'ok']);
});

app.endJourney();
