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
  teacher: { taps: 81, fields: 37, files: 4, passphrases: 1 },
  principal: { taps: 56, fields: 15, files: 4, passphrases: 1 },
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
      globalThis.counted(/passphrase|unlock/.test(target.id) ? 'passphrases' : 'fields');
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

async function sign(person, name, answers = {}) {
  await form.answer(person, answers);
  await form.goToCheck(person, name);
  await button(person, 'sign').click();
  await signInDialog(person);
  await dossier.seeSigned(person);
}

async function answer(person, name, replies = {}, agree = 'agree') {
  await seeHeading(person, person.say(name));
  await form.answer(person, replies);
  await button(person, agree).click();
  await signInDialog(person);
  await dossier.seeSigned(person);
}

/** On the page for sending, goes to the form of the stage that can be signed before the answer comes. */
async function writeAhead(person, name) {
  await link(person, 'aheadToo', person.say(name)).click();
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

step('accepting, the first plan and the preparation travel in one file', async () => {
  await takeIn(teacher);
  await arrivals(teacher).first().getByRole('link').click();
  await button(teacher, 'accept').click();
  await signInDialog(teacher);
  await dossier.followCard(teacher, 'write');
  await sign(teacher, 'planning', answers.PLAN);
  await look(teacher, 'c2-plan-signed');
  note('first plan signed');
  await writeAhead(teacher, 'preparation');
  await sign(teacher, 'preparation', answers.PREPARATION);
  await send(teacher);
  await look(teacher, 'c3-plan-sent');
  note('plan and preparation sent');
  await takeIn(principal);
  await look(principal, 'c4-plan-arrived');
  await arrivals(principal).first().getByRole('link').click();
});

step('they compare the code; both are co-signed, and the observation goes with the answers', async () => {
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
  await answer(principal, 'planning');
  await look(principal, 'c5-preparation-is-next');
  await dossier.followCard(principal, 'review');
  await answer(principal, 'preparation');
  note('plan and preparation agreed');
  // The day has come: what was agreed and what was observed travel in one file.
  await dossier.followCard(principal, 'write');
  await sign(principal, 'observation', answers.OBSERVATION);
  await send(principal);
  note('observed');
});

step('the follow-up is written with the answer to the observation', async () => {
  await followNews(teacher);
  await answer(teacher, 'observation', {}, 'acknowledge');
  await dossier.followCard(teacher, 'write');
  await sign(teacher, 'discussion', answers.DISCUSSION);
  await send(teacher);
  await followNews(principal);
  await answer(principal, 'discussion');
  await send(principal);
  note('follow-up agreed');
});

step('efforts and reflection travel in one file, and are agreed', async () => {
  await followNews(teacher);
  await button(teacher, 'addRow').click();
  await sign(teacher, 'effort', answers.logLine(0, '2025-04-07', 'classroom_trial', 'Menunjuk kesepakatan kelas setiap berganti kegiatan.'));
  await writeAhead(teacher, 'reflection');
  await sign(teacher, 'reflection', answers.REFLECTION);
  await send(teacher);
  await followNews(principal);
  await answer(principal, 'effort', { feedback: 'Seen in class. Go on.' });
  await dossier.followCard(principal, 'review');
  await answer(principal, 'reflection', { response: 'You act on it.', 'awareness=takes_responsibility': true });
  note('reflected');
});

step('the assessment goes with the answer to the reflection, and is accepted', async () => {
  await dossier.followCard(principal, 'write');
  await sign(principal, 'assessment', answers.ASSESSMENT);
  await send(principal);
  await followNews(teacher);
  await answer(teacher, 'assessment', {}, 'acceptAssessment');
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
