// The rule packs are a file beside the program: it may come late, not at all, or spoilt, and is kept for use without
// signal. What the app says meanwhile on each page is shown natively (tests/flows/fetched.rs).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openPerson } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { openApp } from './pages/app.mjs';
import { look } from './pages/look.mjs';
import { AT_DESK, PRINCIPAL, TEACHER } from './pages/person.mjs';
import { meetBefore } from './pages/prepared.mjs';
import { wordsIn } from './pages/words.mjs';

const PACKS = /^\/rules-[0-9a-f]{16}\.txt$/;
const WAITING = { id: 'Memuat', en: 'Loading' };
const MISSING = { id: 'Aturan periode belum sampai', en: 'The rule packs are not here yet' };
const AGAIN = { id: 'Coba lagi', en: 'Try again' };
const UNKNOWN = /aturan periode yang belum Anda punya|a rule pack that you do not have/;

/** What else may happen to the file on its way, beside what may happen to any (lib/serve.mjs). */
const OTHERS = {
  late: async (response, { type, body }) => {
    await pause(3000);
    response.writeHead(200, { 'Content-Type': type }).end(body);
  },
  changed: (response, { type, body }) => {
    const spoilt = Buffer.from(body);
    spoilt[body.length >> 1] ^= 1;
    // Browsers and hosts between keep it as long as they would keep the true one.
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }).end(spoilt);
  },
};

const app = openApp();
const met = meetBefore(app);

/** Opens the page of a dossier, of a server that does this to the packs; `host` says what it was asked for. */
async function visit(t, how, { who = AT_DESK, side = 'teacher', serviceWorkers } = {}) {
  const host = { how, asked: 0 };
  const server = await serve(undefined, {
    fail: (path) => {
      host.asked += PACKS.test(path) ? 1 : 0;
      return PACKS.test(path) ? (OTHERS[host.how] ?? host.how) : undefined;
    },
  });
  host.stop = () => server.close();
  const localStorage = Object.entries(met.entriesOf(side)).map(([name, value]) => ({ name, value }));
  const storageState = { cookies: [], origins: [{ origin: server.origin, localStorage }] };
  const opened = await openPerson(app.browser, server.origin, { ...who.window, storageState, serviceWorkers });
  opened.context.setDefaultTimeout(20_000);
  t.after(async () => {
    await opened.close();
    await server.close().catch(() => {});
  });
  const { page } = opened;
  await page.addInitScript(() => {
    // All that was ever said, as a person could have read it.
    window.said = '';
    addEventListener('DOMContentLoaded', () => {
      const listen = () => (window.said += document.getElementById('app')?.innerText ?? '');
      new MutationObserver(listen).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  });
  await page.goto(server.origin + new URL(met.address).pathname + new URL(met.address).hash);
  const heading = (text) => page.getByRole('heading', { level: 1, name: text[who.lang], exact: true });
  return { ...opened, who, say: wordsIn(who.lang), barriers: [], host, heading };
}

const dossier = ({ page }) => page.locator('section.now .button').first();

async function neverSaidWrong({ page }) {
  assert.doesNotMatch(await page.evaluate(() => window.said), UNKNOWN);
}

test('packs that are there at once are asked for once', async (t) => {
  const person = await visit(t, undefined);
  await dossier(person).waitFor();
  await neverSaidWrong(person);
  assert.equal(person.host.asked, 1, 'what the page asked for is what the program gets');
});

test('the page of a dossier waits for packs that come late, and says nothing wrong meanwhile', async (t) => {
  const person = await visit(t, 'late');
  await person.heading(WAITING).waitFor();
  await dossier(person).waitFor();
  assert.equal(await person.heading(WAITING).count(), 0);
  await neverSaidWrong(person);
});

const PEOPLE = [
  { who: AT_DESK, side: 'teacher' },
  { who: PRINCIPAL, side: 'principal' },
  { who: TEACHER, side: 'teacher' },
];

for (const [place, how] of ['gone', 'changed', 'short'].entries()) {
  test(`packs that are ${how} are told to be missing, and fetched again without a reload`, async (t) => {
    const person = await visit(t, how, PEOPLE[place]);
    await person.heading(MISSING).waitFor();
    await look(person, `packs-${how}`);
    assert.deepEqual(person.barriers, []);
    await person.page.evaluate(() => (window.isSame = true));
    person.host.how = undefined;
    await person.page.getByRole('button', { name: AGAIN[person.who.lang], exact: true }).click();
    await dossier(person).waitFor();
    await neverSaidWrong(person);
    assert.equal(await person.page.evaluate(() => window.isSame), true);
  });
}

test('packs that never come are told to be missing, what needs none of them works, and trying again helps', async (t) => {
  const person = await visit(t, 'silent');
  await person.heading(WAITING).waitFor();
  await person.heading(MISSING).waitFor();
  const { page } = person;
  await page.getByRole('navigation').getByRole('link', { name: 'Saya', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Saya dan kunci saya', exact: true }).waitFor();
  await page.goBack();
  person.host.how = undefined;
  await page.getByRole('button', { name: AGAIN.id, exact: true }).click();
  await dossier(person).waitFor();
  await neverSaidWrong(person);
});

test('after the first visit the packs are there without signal', async (t) => {
  const person = await visit(t, undefined, { serviceWorkers: 'allow' });
  await dossier(person).waitFor();
  await person.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await person.host.stop();
  await person.page.reload();
  await dossier(person).waitFor();
  await neverSaidWrong(person);
});
