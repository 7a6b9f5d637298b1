// Files that went wrong on the way: each gets its own words, and none of them changes anything.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before } from 'node:test';
import { journey } from './lib/journey.mjs';
import { PLAN } from './pages/answers.mjs';
import { openApp } from './pages/app.mjs';
import * as dossier from './pages/dossier.mjs';
import { look } from './pages/look.mjs';
import { pair, writePlan } from './pages/pair.mjs';
import { PRINCIPAL, TEACHER, giveFile, openMenu, see, seeHeading } from './pages/person.mjs';
import * as receive from './pages/receive.mjs';
import * as setup from './pages/setup.mjs';
import { sendBack } from './pages/stage.mjs';

const MARKUP = '<img src=x onerror=alert(1)>';
const OTHERS = [
  { ...TEACHER, name: 'Agus Salim, S.Pd.', nip: '' },
  { ...PRINCIPAL, name: 'Hj. Nur Aini, M.Pd.' },
];

const app = openApp();
const step = journey();
let teacher, principal, sent, backup;

before(async () => {
  teacher = await app.enter({ ...TEACHER, name: `Sri ${MARKUP}` });
  principal = await app.enter(PRINCIPAL);
  for (const { page } of [teacher, principal]) {
    page.on('dialog', (dialog) => assert.fail(`A text ran as a program: ${dialog.message()}`));
  }
});

/** Gives both people a file; each must read these words, and keep the dossier as it was. */
async function bothReject(name, file, words, ...values) {
  for (const person of [teacher, principal]) {
    const state = await dossier.stateCode(person);
    const arrival = await receive.takeIn(person, file);
    assert.equal(arrival.what, person.say(words, ...values));
    await look(person, `70-${name}`);
    assert.equal(await dossier.stateCode(person), state);
  }
}

step('two people have exchanged a plan that was returned and improved', async () => {
  const { invitation, genesis } = await pair(teacher, principal);
  const plan = await writePlan(teacher, { ...PLAN, reason: `Kelas 5B ramai. ${MARKUP} Itu contoh tulisan murid.` });
  await receive.takeIn(principal, plan.path);
  await dossier.openStage(principal, 'planning');
  await sendBack(principal, 'Please say when you will learn.');
  await dossier.openDossier(principal);
  const returned = await dossier.downloadBundle(principal);
  await receive.takeIn(teacher, returned.path);
  const improved = await writePlan(teacher, { competency: 'Belajar dari komunitas belajar setiap Sabtu.' }, 'improve');
  await receive.takeIn(principal, improved.path);
  sent = { invitation, genesis, plan, returned, improved };
});

step('both hold the same state', async () => {
  assert.equal(await dossier.stateCode(teacher), await dossier.stateCode(principal));
});

step('a name and a text with markup in them are shown as text', async () => {
  assert.equal(await principal.page.locator('img').count(), 0);
  await seeHeading(principal, `Dossier of Sri ${MARKUP}`);
  await dossier.openStage(principal, 'planning');
  await principal.page.getByText(MARKUP).filter({ visible: true }).first().waitFor();
  for (const person of [teacher, principal]) {
    await dossier.openStage(person, 'planning');
    await person.page.locator('article.sheet').getByText(`Kelas 5B ramai. ${MARKUP} Itu contoh tulisan murid.`).waitFor();
    assert.equal(await person.page.locator('img').count(), 0);
  }
});

step('a file of another program is told to be none of Paraf', async () => {
  const file = await receive.makeFile(teacher, 'resep.json', '{"resep": "nasi goreng", "porsi": 2}');
  await bothReject('other-program', file, 'notParaf');
});

step('a file that is no JSON at all is refused', async () => {
  const file = await receive.makeFile(teacher, 'foto.jpg', 'not a picture either');
  await bothReject('no-json', file, 'cut');
});

step('an empty file is refused', async () => {
  const file = await receive.makeFile(teacher, 'kosong.json', '');
  await bothReject('empty', file, 'empty');
});

step('a file that was cut on the way is refused', async () => {
  const { text } = sent.improved;
  const file = await receive.makeFile(teacher, 'terpotong.json', text.slice(0, Math.floor(text.length * 0.7)));
  await bothReject('cut', file, 'cut');
});

step('a name of a file with markup in it is shown as text', async () => {
  const file = await receive.makeFile(teacher, '<img src=x onerror=alert(1)>.json', '{}');
  const arrival = await receive.takeIn(principal, file);
  assert.equal(arrival.file, '<img src=x onerror=alert(1)>.json');
  assert.equal(await principal.page.locator('img').count(), 0);
});

step('the same file a second time changes nothing', async () => {
  for (const [person, file] of [[teacher, sent.returned], [principal, sent.improved]]) {
    const state = await dossier.stateCode(person);
    assert.equal((await receive.takeIn(person, file.path)).what, person.say('same'));
    assert.equal(await dossier.stateCode(person), state);
  }
});

step('an older file after a newer one is called older and changes nothing', async () => {
  for (const [person, file] of [[teacher, sent.genesis], [principal, sent.plan]]) {
    const state = await dossier.stateCode(person);
    assert.equal((await receive.takeIn(person, file.path)).what, person.say('older'));
    await look(person, '71-older');
    assert.equal(await dossier.stateCode(person), state);
  }
});

step('a file with one letter changed in a signed text is refused as forged', async () => {
  const changed = sent.improved.text.replace('komunitas belajar setiap Sabtu', 'komunitas belajar setiap Rabtu');
  assert.notEqual(changed, sent.improved.text);
  const records = JSON.parse(sent.improved.text);
  const at = indexOfRecord(records, 'setiap Sabtu');
  const file = await receive.makeFile(teacher, 'diubah.json', changed);
  await bothReject('forged', file, 'forged', at + 1);
});

/** Gives the place, from zero, of the record that holds a text, in whichever list the records stand. */
function indexOfRecord(bundle, text) {
  const list = Object.values(bundle).find((value) => Array.isArray(value) && JSON.stringify(value).includes(text));
  return list.findIndex((record) => JSON.stringify(record).includes(text));
}

step('the file of two other people is refused, and nothing of it is kept', async () => {
  const others = [];
  for (const who of OTHERS) others.push(await app.enter(who));
  const { genesis } = await pair(...others);
  await bothReject('foreign', genesis.path, 'foreign');
  for (const person of [teacher, principal]) {
    const stored = await person.page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.ok(!stored.includes('Agus Salim'));
  }
  backup = await setup.saveBackupAgain(others[0]);
  await bothReject('backup-of-another', backup.path, 'otherBackup');
  await app.leave(...others);
});

step('the own invitation is recognised', async () => {
  assert.equal((await receive.takeIn(teacher, sent.invitation.path)).what, teacher.say('ownInvitation'));
});

step('the content decides and not the name, and pasting is as good as a file', async () => {
  const whole = await readFile(sent.improved.path, 'utf8');
  const pasted = await receive.pasteIn(principal, `\n  ${whole}\n`);
  assert.equal(pasted.what, principal.say('same'));
  await dossier.openStage(principal, 'planning');
  await sendBack(principal, 'Almost there.');
  await dossier.openDossier(principal);
  const answer = await dossier.downloadBundle(principal);
  const file = await receive.makeFile(teacher, 'catatan whatsapp (3).txt', answer.text);
  assert.equal((await receive.takeIn(teacher, file)).next, teacher.say('newRecords', 1));
  assert.equal(await dossier.stateCode(teacher), await dossier.stateCode(principal));
  const again = await receive.pasteIn(teacher, answer.text);
  assert.equal(again.what, teacher.say('same'));
});

step('many files at once are all told, newest first', async () => {
  const files = [sent.genesis.path, sent.plan.path, await receive.makeFile(teacher, 'x.json', '[]')];
  await receive.openReceive(principal);
  const before = await receive.arrivals(principal).count();
  await giveFile(principal, files);
  await receive.arrivals(principal).nth(before + 2).waitFor();
  const told = await receive.arrivals(principal).locator('strong').allInnerTexts();
  assert.deepEqual(told.slice(0, 3), [principal.say('notParaf'), principal.say('older'), principal.say('same')]);
});

step('what was refused is still told in the other language', async () => {
  await openMenu(teacher, 'receive');
  await teacher.page.getByRole('button', { name: teacher.say('otherLanguage'), exact: true }).click();
  await see(principal, 'notParaf');
  await teacher.page.getByText(principal.say('notParaf')).first().waitFor();
  await look(teacher, '72-all-arrivals');
});

app.endJourney();
