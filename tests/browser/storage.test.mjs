// What is typed is never lost: a browser that blocks or fills its storage, a killed tab.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { journey } from './lib/journey.mjs';
import { REFLECTION } from './pages/answers.mjs';
import { openApp } from './pages/app.mjs';
import * as contact from './pages/contact.mjs';
import * as dossier from './pages/dossier.mjs';
import { seeSaved, turnTo } from './pages/form.mjs';
import { rescue } from './pages/keep.mjs';
import { look } from './pages/look.mjs';
import { pair } from './pages/pair.mjs';
import { PRINCIPAL, TEACHER, byId, see, seeGone, seeHeading } from './pages/person.mjs';
import * as setup from './pages/setup.mjs';
import { emptyRoom, fillRoom, kill, openDeafTab, storedDraft } from './pages/stored.mjs';

const app = openApp();
const step = journey();
let teacher, principal, formAddress;

before(async () => {
  teacher = await app.enter(TEACHER);
  principal = await app.enter(PRINCIPAL);
});

/** Gives the field for the reason, on a phone after walking on to its topic. */
async function reason(person) {
  await turnTo(person, 'reason');
  return byId(person, 'reason');
}

test('where the storage is blocked, the app says so and works up to a download', async () => {
  for (const who of [TEACHER, PRINCIPAL]) {
    const blocked = await app.enter({ ...who, roles: ['employee'] }, (context) =>
      context.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('The user denied the storage.', 'SecurityError');
          },
        });
      }),
    );
    await seeHeading(blocked, blocked.say('welcome'));
    await see(blocked, 'storageBlocked');
    await look(blocked, '80-blocked');
    await setup.setUp(blocked);
    await see(blocked, 'storageBlocked');
    await contact.openInvite(blocked);
    const invitation = await contact.inviteSuperior(blocked);
    assert.ok(invitation.text.includes(who.name));
    const copy = await rescue(blocked);
    assert.ok(copy.text.includes(who.name));
    await app.leave(blocked);
  }
});

test('who one is, typed on the first visit, outlives a tab that is killed a second later', async () => {
  for (const who of [TEACHER, PRINCIPAL]) {
    const person = await app.enter(who);
    await person.page.close();
    person.page = await openDeafTab(person.context);
    await person.page.goto(app.origin);
    await setup.begin(person);
    await setup.fillDetails(person);
    await person.page.waitForTimeout(1000);
    await kill(person);
    person.page = await person.context.newPage();
    await person.page.goto(app.origin);
    await setup.begin(person);
    for (const name of ['name', 'office', 'school']) assert.equal(await byId(person, name).inputValue(), who[name]);
    for (const role of who.roles) assert.ok(await byId(person, `roles=${role}`).isChecked());
    await look(person, '81-first-visit-again');
    await app.leave(person);
  }
});

step('two people have met', async () => {
  await pair(teacher, principal);
  await dossier.openDossier(teacher);
  await dossier.followCard(teacher, 'write');
  await seeHeading(teacher, teacher.say('planning'));
  formAddress = teacher.page.url();
});

step('a draft survives a reload', async () => {
  await (await reason(teacher)).fill(REFLECTION.change);
  await seeSaved(teacher);
  await teacher.page.reload();
  await see(teacher, 'savedDraft');
  assert.equal(await byId(teacher, 'reason').inputValue(), REFLECTION.change);
});

step('leaving the page at once after the last letter loses nothing', async () => {
  await (await reason(teacher)).fill('Diketik lalu langsung dimuat ulang, tanpa jeda.');
  await teacher.page.reload();
  await see(teacher, 'savedDraft');
  assert.equal(await byId(teacher, 'reason').inputValue(), 'Diketik lalu langsung dimuat ulang, tanpa jeda.');
});

step('a tab that is killed right after a pause of half a second loses nothing', async () => {
  await teacher.page.close();
  teacher.page = await openDeafTab(teacher.context);
  await teacher.page.goto(formAddress);
  await (await reason(teacher)).pressSequentially(' Ditambah sebelum tab mati.');
  await teacher.page.waitForTimeout(500);
  await kill(teacher);
  teacher.page = await teacher.context.newPage();
  await teacher.page.goto(formAddress);
  await see(teacher, 'savedDraft');
  assert.match(await byId(teacher, 'reason').inputValue(), /Ditambah sebelum tab mati\./);
});

step('when the storage is full, the failed save is told and the copy to download has the text', async () => {
  await fillRoom(teacher.page);
  await (await reason(teacher)).fill('Kalimat ini tidak muat lagi di penyimpanan. '.repeat(10));
  await see(teacher, 'notSaved');
  await see(teacher, 'storageFull');
  await look(teacher, '82-full');
  const copy = await rescue(teacher);
  assert.ok(copy.text.includes('Kalimat ini tidak muat lagi di penyimpanan.'));
  assert.ok(copy.text.includes(TEACHER.name));
  assert.ok(!(await storedDraft(teacher.page)).includes('tidak muat lagi'));
});

step('typing on after a failed save does not lose the text', async () => {
  await (await reason(teacher)).pressSequentially('Dan satu lagi.');
  await teacher.page.waitForTimeout(600);
  await see(teacher, 'notSaved');
});

step('once there is room again, the next pause saves, and the warning goes', async () => {
  await emptyRoom(teacher.page);
  await (await reason(teacher)).pressSequentially(' Muat.');
  await seeSaved(teacher);
  assert.match(await storedDraft(teacher.page), /Dan satu lagi\. Muat\./);
  await seeGone(teacher, 'storageFull');
});

app.endJourney();
