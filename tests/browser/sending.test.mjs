// A file goes over by the device's own sheet for sharing where there is one, and is sent when its sender says so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from './pages/app.mjs';
import { PLAN } from './pages/answers.mjs';
import * as dossier from './pages/dossier.mjs';
import { answer, goToCheck } from './pages/form.mjs';
import { look } from './pages/look.mjs';
import { button, byId, see, unfold } from './pages/person.mjs';
import { meetBefore } from './pages/prepared.mjs';
import { pasteIn } from './pages/receive.mjs';
import { signSheet } from './pages/stage.mjs';

const app = openApp();
const met = meetBefore(app);

/** Puts a device in the place of the browser's own: what it is asked for is kept, and it answers as it is told. */
const withDevice = (context) =>
  context.addInitScript(() => {
    globalThis.device = { answers: 'done', shared: [], copied: [] };
    const answered = async () => {
      const { answers } = globalThis.device;
      if (answers === 'done') return undefined;
      throw new DOMException('as the test wants it', answers === 'cancelled' ? 'AbortError' : 'NotAllowedError');
    };
    const define = (name, value) => Object.defineProperty(navigator, name, { configurable: true, value });
    define('canShare', ({ files }) => files.every(({ name, type }) => name.endsWith('.txt') && type === 'text/plain'));
    define('share', async ({ files, text }) => {
      if (!navigator.userActivation.isActive) throw new DOMException('nobody pressed', 'NotAllowedError');
      const [file] = files;
      globalThis.device.shared.push({ name: file.name, type: file.type, text, content: await file.text() });
      return answered();
    });
    define('clipboard', {
      writeText: async (text) => {
        await answered();
        globalThis.device.copied.push(text);
      },
    });
  });

const device = (person) => person.page.evaluate(() => globalThis.device);
const answers = (person, answer) => person.page.evaluate((how) => void (globalThis.device.answers = how), answer);

/** The teacher writes the plan and signs it; the page for sending is open then. */
async function signPlan(prepare) {
  const teacher = await met.enter('teacher', prepare);
  await dossier.openDossier(teacher);
  await dossier.followCard(teacher, 'write');
  await answer(teacher, PLAN);
  await goToCheck(teacher, 'planning');
  await signSheet(teacher);
  await byId(teacher, 'hand-out').waitFor();
  return teacher;
}

test('one press shares a text file that names what it is, with a message; only yes moves the turn, and is taken back', async () => {
  const teacher = await signPlan(withDevice);
  await look(teacher, 's1-send');
  assert.equal(await byId(teacher, 'hand-out').innerText(), teacher.say('sendButton'));
  await byId(teacher, 'hand-out').click();
  await byId(teacher, 'sent').waitFor();
  const { shared } = await device(teacher);
  assert.equal(shared.length, 1);
  assert.match(shared[0].name, /^Paraf – Perencanaan 2025 – Sri W\. – ke atasan – \d+\.txt$/);
  assert.equal(shared[0].type, 'text/plain');
  assert.match(shared[0].text, /Perencanaan 2025/);
  assert.ok(JSON.parse(shared[0].content).records.length >= 2);
  await look(teacher, 's2-asked');
  await byId(teacher, 'sent').click();
  await button(teacher, 'notSent').waitFor();
  await look(teacher, 's3-sent');
  await button(teacher, 'notSent').click();
  await byId(teacher, 'hand-out').waitFor();
  await dossier.openDossier(teacher);
  await dossier.sendLink(teacher).waitFor();
  await app.leave(teacher);
});

test('whoever chooses nothing has sent nothing, and where sharing fails the file is saved', async () => {
  const teacher = await signPlan(withDevice);
  await answers(teacher, 'cancelled');
  await byId(teacher, 'hand-out').click();
  await see(teacher, 'cancelled');
  assert.equal(await byId(teacher, 'sent').count(), 0);
  await answers(teacher, 'fails');
  await byId(teacher, 'hand-out').click();
  await see(teacher, 'shareFailed');
  assert.equal(await byId(teacher, 'hand-out').innerText(), teacher.say('saveToSend'));
  await look(teacher, 's4-share-failed');
  const file = await dossier.saveToSend(teacher);
  assert.match(file.name, /ke atasan – \d+\.txt$/);
  await byId(teacher, 'sent').waitFor();
  await app.leave(teacher);
});

test('the content goes over as a text that is copied, and the message beside a file', async () => {
  const teacher = await signPlan(async (context) => {
    await withDevice(context);
    await context.addInitScript(() => Object.defineProperty(navigator, 'canShare', { value: undefined }));
  });
  await button(teacher, 'copyMessage').click();
  await see(teacher, 'messageCopied');
  assert.equal(await byId(teacher, 'sent').count(), 0);
  await unfold(teacher);
  await look(teacher, 's5-other-ways');
  await button(teacher, 'copyContent').click();
  await byId(teacher, 'sent').waitFor();
  const { copied } = await device(teacher);
  assert.equal(copied.length, 2);
  const principal = await met.enter('principal');
  assert.equal((await pasteIn(principal, copied[1])).next, principal.say('newRecords', 1));
  await app.leave(teacher, principal);
});

test('where the browser neither shares nor copies, that is said with what to do', async () => {
  const teacher = await signPlan(async (context) => {
    await context.addInitScript(() => {
      for (const name of ['canShare', 'share', 'clipboard']) {
        Object.defineProperty(navigator, name, { configurable: true, value: undefined });
      }
    });
  });
  await button(teacher, 'copyMessage').click();
  await see(teacher, 'copyFailed');
  await dossier.downloadBundle(teacher);
  await app.leave(teacher);
});

