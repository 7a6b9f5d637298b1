// How much a year costs two people who know the way: taps, fields, files and passphrases, from the first visit to the
// finished year. The test prints the counts, and fails when one grows.

import assert from 'node:assert/strict';
import { before } from 'node:test';
import { journey } from './lib/journey.mjs';
import * as answers from './pages/answers.mjs';
import { openApp } from './pages/app.mjs';
import * as contact from './pages/contact.mjs';
import * as dossier from './pages/dossier.mjs';
import * as form from './pages/form.mjs';
import { look } from './pages/look.mjs';
import { PRINCIPAL, TEACHER, button, byId, giveFile, link, openMenu, seeHeading } from './pages/person.mjs';
import { arrivals } from './pages/receive.mjs';
import * as setup from './pages/setup.mjs';
import { signInDialog } from './pages/sign.mjs';

/** The most that it may cost; what the README says. */
const MOST = {
  teacher: { taps: 93, fields: 37, files: 6, passphrases: 2 },
  principal: { taps: 70, fields: 15, files: 6, passphrases: 2 },
};

const app = openApp();
const step = journey();
const counts = { teacher: nothing(), principal: nothing() };
const stages = [];
let teacher, principal, file;

function nothing() {
  return { taps: 0, fields: 0, files: 0, passphrases: 0 };
}

/** Counts in every page of a browser: a tap is a press of a finger; a field is counted each time somebody goes to one. */
const counting = (count) => async (context) => {
  await context.exposeBinding('counted', (_, what) => void (count[what] += 1));
  await context.addInitScript(() => {
    let last;
    addEventListener('pointerdown', () => globalThis.counted('taps'), true);
    addEventListener('input', ({ target }) => {
      if (target === last || /^(checkbox|radio|file)$/.test(target.type)) return;
      last = target;
      globalThis.counted(target.type === 'password' ? 'passphrases' : 'fields');
    }, true);
  });
};

before(async () => {
  teacher = await app.enter(TEACHER, counting(counts.teacher));
  principal = await app.enter(PRINCIPAL, counting(counts.principal));
  [teacher.count, principal.count] = [counts.teacher, counts.principal];
});

/** Saves the file that the page offers, and says that it was sent where that is asked. */
async function send(person) {
  file = await dossier.saveToSend(person);
  person.count.files += 1;
  if (await byId(person, 'sent').isVisible()) await byId(person, 'sent').click();
}

/** Takes the file of the other side in, and follows the one button of what came. */
async function takeIn(person) {
  await openMenu(person, 'receive');
  const before = await arrivals(person).count();
  // The tap on the button that opens the window for choosing files.
  person.count.taps += 1;
  await giveFile(person, file.path);
  await arrivals(person).nth(before).waitFor();
}

async function followNews(person) {
  await takeIn(person);
  await arrivals(person).first().getByRole('link').click();
}

async function signAndSend(person, name, answers = {}) {
  await form.answer(person, answers);
  await form.goToCheck(person, name);
  await button(person, 'sign').click();
  await signInDialog(person);
  await send(person);
}

async function answerAndSend(person, name, replies = {}, agree = 'agree') {
  await seeHeading(person, person.say(name));
  await form.answer(person, replies);
  await button(person, agree).click();
  await signInDialog(person);
  await byId(person, 'hand-out').or(person.page.locator('section.now')).first().waitFor();
}

/** Goes from the card of the dossier to the form of the stage that is next. */
async function writeNext(person) {
  await dossier.openDossier(person);
  await dossier.followCard(person, 'write');
}

function note(name) {
  const told = ({ taps, fields, files, passphrases }) => `${taps} taps, ${fields} fields, ${files} files, ${passphrases} passphrases`;
  stages.push(`${name}: teacher ${told(counts.teacher)}; principal ${told(counts.principal)}`);
}

/** A first visit in which the backup and the code are put off. */
async function begin(person) {
  await setup.begin(person);
  await setup.makeKey(person);
  await setup.seeBackupStep(person);
  await button(person, 'later').click();
  await seeHeading(person, person.say('welcomeBack', person.who.name));
}

step('both set up, and one invitation of the principal is enough', async () => {
  await Promise.all([begin(teacher), begin(principal)]);
  await dossier.card(principal).getByRole('link').first().click();
  await principal.page.getByRole('radio', { name: /2025/ }).check();
  await button(principal, 'inviteEmployee').click();
  await signInDialog(principal);
  await look(principal, 'c1-invited');
  await send(principal);
  note('invited');
});

step('accepting and the first plan travel in one file', async () => {
  await takeIn(teacher);
  await arrivals(teacher).first().getByRole('link').click();
  await button(teacher, 'accept').click();
  await signInDialog(teacher);
  await dossier.followCard(teacher, 'write');
  await signAndSend(teacher, 'planning', answers.PLAN);
  await look(teacher, 'c2-plan-sent');
  note('first plan sent');
  await takeIn(principal);
  await look(principal, 'c3-plan-arrived');
  await arrivals(principal).first().getByRole('link').click();
});

step('they compare the code, and the plan is co-signed', async () => {
  await principal.page.locator('ol.code').waitFor();
  const did = decodeURIComponent(new URL(await principal.page.evaluate(() => location.href)).hash.split('/').at(-1));
  assert.match(did, /^did:key:/);
  await openMenu(teacher, 'home');
  await dossier.openDossier(teacher);
  await link(teacher, 'compareNow').click();
  await teacher.page.locator('ol.code').waitFor();
  await contact.compareWith(principal, teacher);
  await contact.compareWith(teacher, principal);
  await button(principal, 'goOn').click();
  await dossier.followCard(principal, 'review');
  await answerAndSend(principal, 'planning');
  await send(principal);
  note('plan agreed');
});

step('the preparation is agreed, and the observation goes with it', async () => {
  await followNews(teacher);
  await signAndSend(teacher, 'preparation', answers.PREPARATION);
  await followNews(principal);
  await answerAndSend(principal, 'preparation');
  // The day has come: what was agreed and what was observed travel in one file.
  await writeNext(principal);
  await signAndSend(principal, 'observation', answers.OBSERVATION);
  note('observed');
});

step('the follow-up is written with the answer to the observation', async () => {
  await followNews(teacher);
  await answerAndSend(teacher, 'observation', {}, 'acknowledge');
  await writeNext(teacher);
  await signAndSend(teacher, 'discussion', answers.DISCUSSION);
  await followNews(principal);
  await answerAndSend(principal, 'discussion');
  await send(principal);
  note('follow-up agreed');
});

step('efforts and reflection are agreed', async () => {
  await followNews(teacher);
  await button(teacher, 'addRow').click();
  await signAndSend(teacher, 'effort', answers.logLine(0, '2025-04-07', 'classroom_trial', 'Menunjuk kesepakatan kelas setiap berganti kegiatan.'));
  await followNews(principal);
  await answerAndSend(principal, 'effort', { feedback: 'Seen in class. Go on.' });
  await send(principal);
  await followNews(teacher);
  await signAndSend(teacher, 'reflection', answers.REFLECTION);
  await followNews(principal);
  await answerAndSend(principal, 'reflection', { response: 'You act on it.', 'awareness=takes_responsibility': true });
  note('reflected');
});

step('the assessment goes with the answer to the reflection, and is accepted', async () => {
  await writeNext(principal);
  await signAndSend(principal, 'assessment', answers.ASSESSMENT);
  await followNews(teacher);
  await answerAndSend(teacher, 'assessment', {}, 'acceptAssessment');
  await send(teacher);
  await takeIn(principal);
  await dossier.seeAllAgreed(principal);
  note('year finished');
});

step('the year costs no more than the README says', async () => {
  for (const line of stages) console.log(line);
  for (const [side, most] of Object.entries(MOST)) {
    for (const [what, number] of Object.entries(most)) {
      assert.ok(counts[side][what] <= number, `${side}: ${counts[side][what]} ${what}, and ${number} before`);
    }
  }
});

app.endJourney();
