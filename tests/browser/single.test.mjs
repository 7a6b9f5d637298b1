// The whole app in one file: it opens without a host, says what file it is and what that means for the data, and can ask
// nobody for anything. What two people do with it is shown in origins.test.mjs.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { DRAWN, launch, openPerson, seeStarted } from './lib/browser.mjs';
import { PRINCIPAL, TEACHER } from './pages/person.mjs';
import { wordsIn } from './pages/words.mjs';

const FILE = join(process.env.PARAF_DIST, 'paraf.html');
const STORED = { id: 'Data Anda disimpan oleh peramban ini, bukan di dalam berkas itu', en: 'Your data are stored by this browser, not in that file' };
const CAREFUL = { id: 'Paraf dibuka dari berkas', en: 'Paraf was opened from a file' };

let browser, folder;
before(async () => {
  browser = await launch();
  // Under a name that a phone or a person gave it.
  folder = await mkdtemp(join(tmpdir(), 'paraf file '));
  await copyFile(FILE, join(folder, 'paraf (1) #2.html'));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function open(t, who) {
  const opened = await openPerson(browser, 'file://', who.window);
  t.after(() => opened.close());
  const requests = [];
  opened.context.on('request', (request) => requests.push(request.url()));
  const address = pathToFileURL(join(folder, 'paraf (1) #2.html')).href;
  await opened.page.goto(address);
  return { ...opened, requests, address, say: wordsIn(who.lang) };
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

for (const who of [TEACHER, PRINCIPAL]) {
  test(`one file opens the app, which says what file it is and where the data are (${who.lang})`, async (t) => {
    const { page, requests, address, say, consoleErrors, pageErrors } = await open(t, who);
    await page.locator(DRAWN).getByRole('heading', { level: 1, name: say('welcome'), exact: true }).waitFor();
    await page.goto(`${address}#/help`);
    await page.getByText(STORED[who.lang]).waitFor();
    const program = (await readdir(process.env.PARAF_DIST)).find((name) => name.endsWith('.wasm'));
    await page.getByText(sha256(await readFile(join(process.env.PARAF_DIST, program))), { exact: true }).waitFor();
    await page.goto(`${address}#/start`);
    await page.getByText(CAREFUL[who.lang]).waitFor();
    await page.reload();
    await seeStarted(page);
    await page.getByText(CAREFUL[who.lang]).waitFor();
    assert.deepEqual([...new Set(requests.map((url) => url.split('#/')[0]))], [address], 'nothing but the file is asked for');
    assert.deepEqual({ consoleErrors, pageErrors }, { consoleErrors: [], pageErrors: [] });
    assert.equal(await page.evaluate(() => navigator.serviceWorker?.controller ?? null), null);
  });
}

test('the hash that is announced is that of the file', async () => {
  const announced = await readFile(`${FILE}.sha256`, 'utf8');
  assert.equal(announced, `${sha256(await readFile(FILE))}  paraf.html\n`);
});

test('what is compressed beside a file is that file', async () => {
  const names = await readdir(process.env.PARAF_DIST);
  const texts = names.filter((name) => /\.(html|js|wasm|txt|webmanifest)$/.test(name) && name !== 'paraf.html');
  assert.ok(texts.length >= 6, String(names));
  for (const name of texts) {
    const read = (ending) => readFile(join(process.env.PARAF_DIST, name + ending));
    const bytes = await read('');
    assert.deepEqual(brotliDecompressSync(await read('.br')), bytes, name);
    assert.deepEqual(gunzipSync(await read('.gz')), bytes, name);
  }
});

test('the file can send nothing away, whatever ran in it', async (t) => {
  const { page, violations, strayRequests, consoleErrors, pageErrors } = await open(t, TEACHER);
  await seeStarted(page);
  const sent = () => {
    fetch('https://example.org/').catch(() => {});
    new Image().src = 'https://example.org/a.png';
    navigator.sendBeacon('https://example.org/');
  };
  // From a timer, as what the test itself evaluates stands above the policy.
  await page.evaluate(`void setTimeout(${sent}, 0)`);
  const isRefused = (directive) => violations.some((what) => what.startsWith(directive));
  // A slow machine takes its time to tell.
  for (let moment = 0; moment < 50 && !(isRefused('connect-src') && isRefused('img-src')); moment += 1) await page.waitForTimeout(100);
  assert.ok(isRefused('connect-src') && isRefused('img-src'), String(violations));
  for (const list of [violations, strayRequests, consoleErrors, pageErrors]) list.length = 0;
});

test('a second window of the file says where Paraf is open, and a file of another name has the same data', async (t) => {
  const { context, page, say } = await open(t, TEACHER);
  await seeStarted(page);
  await page.evaluate(() => localStorage.setItem('paraf.v2/set', '{"lang":"en","lock":false}'));
  const other = await context.newPage();
  await other.goto(pathToFileURL(FILE).href);
  await other.getByRole('heading', { level: 1, name: say('openElsewhere'), exact: true }).or(other.getByRole('heading', { level: 1, name: wordsIn('en')('openElsewhere'), exact: true })).waitFor();
  await page.close();
  await other.reload();
  await other.locator(DRAWN).getByRole('heading', { level: 1, name: wordsIn('en')('welcome'), exact: true }).waitFor();
});
