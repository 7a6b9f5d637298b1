// The app opens without signal after the first visit, and another version takes its place only when a person says so.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { DRAWN, launch, launchIn, openPerson } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { TEACHER } from './pages/person.mjs';

const REPOSITORY = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const versions = [];
let browser, folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paraf-offline-'));
  browser = await launch();
  versions[0] = process.env.PARAF_DIST;
  for (const number of [1, 2]) versions[number] = await build(number);
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Builds another version: the style says which it is, the script of the program differs, and the packaging does the rest. */
async function build(number) {
  const built = join(folder, `version-${number}`);
  await cp(process.env.PARAF_DIST, built, { recursive: true });
  const page = await readFile(join(built, 'index.html'), 'utf8');
  await writeFile(join(built, 'index.html'), page.replace('<style>', `<style>:root{--version:"${number}"}`));
  const script = (await readdir(built)).find((name) => /^paraf-web-.*\.js$/.test(name));
  await appendFile(join(built, script), `// ${number}\n`);
  await promisify(execFile)('cargo', ['xtask', 'seal', built], { cwd: REPOSITORY });
  assert.ok(!(await readdir(built)).includes(script), 'another script has another name');
  return built;
}

/** A host in whose folder one version after another is put; `failing` names a file that fails, and how. */
async function openHost(t, below = {}) {
  const host = { failing: undefined, stop: async () => {}, start, put };
  const place = await mkdtemp(join(folder, 'host-'));
  let port = 0;
  async function put(version) {
    const coming = `${place}-next`;
    await cp(versions[version], coming, { recursive: true });
    await rm(place, { recursive: true });
    await rename(coming, place);
  }
  async function start() {
    const fail = (path) => (host.failing?.[0].test(path) ? host.failing[1] : undefined);
    const server = await serve(place, { below, port, fail });
    port = Number(new URL(server.origin).port);
    host.origin = server.origin;
    host.address = `${server.origin}/`;
    host.stop = async () => {
      host.stop = async () => {};
      await server.close();
    };
  }
  t.after(() => host.stop());
  await put(0);
  await start();
  return host;
}

/** A person whose browser lets the app keep itself. */
async function openKept(t, host, who = TEACHER) {
  const opened = await openPerson(browser, host.origin, { ...who.window, serviceWorkers: 'allow' });
  opened.context.setDefaultTimeout(10_000);
  t.after(() => opened.close());
  return { ...opened, host };
}

const started = (page, start = 'Saya guru') => page.locator(DRAWN).getByRole('link', { name: start, exact: true }).waitFor();

/** Waits until the app of this folder is kept whole on the device, by what the page sees of it. */
const seeKept = (page) =>
  page.waitForFunction(() => {
    // The worker of a folder above serves the page until its own one is there.
    const { controller } = navigator.serviceWorker;
    return controller?.state === 'activated' && new URL('.', controller.scriptURL).href === new URL('.', document.baseURI).href;
  });

async function firstVisit({ page, host }) {
  await page.goto(host.address);
  await started(page);
  await seeKept(page);
}

const version = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--version'));
const seeVersion = (page, number) =>
  page.waitForFunction((wanted) => getComputedStyle(document.documentElement).getPropertyValue('--version') === wanted, `"${number}"`);
const question = (page) => page.locator('#fresh');
const newer = (page) => question(page).getByRole('button', { name: 'Muat versi baru' });
const later = (page) => question(page).getByRole('button', { name: 'Nanti' });

/** Lets the browser look for another version, and waits until what it found is there or given up. */
function update(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const coming = registration.installing;
    if (coming) {
      await new Promise((done) => coming.addEventListener('statechange', done, { once: true }));
    }
    return Boolean(registration.waiting);
  });
}

test('after the first visit, which is not reloaded, the app opens with the host stopped', async (t) => {
  const host = await openHost(t);
  const person = await openKept(t, host);
  let visits = 0;
  person.page.on('framenavigated', () => (visits += 1));
  await firstVisit(person);
  assert.equal(visits, 1);
  assert.equal(await question(person.page).isVisible(), false, 'there is no newer version than the first');
  await host.stop();
  await assert.rejects(fetch(host.address));
  await person.page.reload();
  await started(person.page);
  for (const address of ['', 'index.html', '?from=wa', 'index.html?v=2#/help', 'anything']) {
    const page = await person.context.newPage();
    await page.goto(host.address + address);
    await page.locator(`${DRAWN} #main`).waitFor();
    await page.close();
  }
});

test('the app opens without a host also after the browser was closed', async (t) => {
  const host = await openHost(t);
  const profile = await mkdtemp(join(folder, 'profile-'));
  let context = await launchIn(profile);
  t.after(() => context.close());
  await context.pages()[0].goto(host.address);
  await seeKept(context.pages()[0]);
  await context.close();
  await host.stop();
  context = await launchIn(profile);
  await context.pages()[0].goto(host.address);
  await context.pages()[0].locator(`${DRAWN} #main`).waitFor();
});

test('the app opens without signal in any folder, and two of one host do not disturb each other', async (t) => {
  const host = await openHost(t, { '/sekolah/paraf': versions[0] });
  const person = await openKept(t, host);
  const caches = () => person.page.evaluate(async () => (await window.caches.keys()).sort());
  await firstVisit(person);
  const address = `${host.address}sekolah/paraf/`;
  await person.page.goto(address);
  await started(person.page);
  await seeKept(person.page);
  const both = await caches();
  assert.deepEqual(both.map((name) => name.replace(/^[\w-]+(?=http)/, '')), [host.address, address]);
  // The one at the top takes a newer version.
  await host.put(1);
  await person.page.goto(host.address);
  await newer(person.page).click();
  await seeVersion(person.page, 1);
  assert.deepEqual(await caches(), both);
  await host.stop();
  await person.page.goto(host.address);
  await started(person.page);
  assert.equal(await version(person.page), '"1"');
  await person.page.goto(address);
  await started(person.page);
  assert.equal(await version(person.page), '');
});

test('a newer version is asked for, keeps what is being typed, and reloads no other window', async (t) => {
  const host = await openHost(t);
  const person = await openKept(t, host);
  await firstVisit(person);
  const other = await person.context.newPage();
  await other.goto(`${host.address}#/help`);
  await other.locator(`${DRAWN} #main`).waitFor();
  await other.evaluate(() => (window.isSame = true));
  const { page } = person;
  await page.goto(`${host.address}#/start`);
  const field = page.locator('[id="name"]');
  await field.fill('Sri');
  await field.press('End');
  await page.evaluate(() => localStorage.setItem('other', 'kept'));
  await host.put(1);
  assert.ok(await update(page));
  await question(page).getByText('Versi baru siap').waitFor();
  assert.equal(await page.getByRole('status').filter({ has: question(page) }).count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'name', 'the focus stays where it is');
  await page.keyboard.type(' Wahyuni');
  assert.equal(await version(page), '', 'nothing was put in place');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await question(page).isVisible(), false, 'it is not printed');
  await page.emulateMedia({ media: null });
  let reloads = 0;
  page.on('framenavigated', () => (reloads += 1));
  await question(other).waitFor();
  await newer(page).click();
  await seeVersion(page, 1);
  await field.waitFor();
  assert.equal(await field.inputValue(), 'Sri Wahyuni');
  assert.equal(await page.evaluate(() => localStorage.getItem('other')), 'kept');
  assert.equal(await question(page).isVisible(), false);
  await question(other).waitFor({ state: 'hidden' });
  assert.equal(await other.evaluate(() => window.isSame), true, 'the other window was not reloaded');
  assert.equal(reloads, 1);
  await host.stop();
  await page.reload();
  await field.waitFor();
  assert.equal(await version(page), '"1"', 'the newer version is there whole');
});

test('a newer version that was put off leaves the person in peace until the app is opened again', async (t) => {
  const host = await openHost(t);
  const person = await openKept(t, host, { ...TEACHER, window: { ...TEACHER.window, locale: 'en-US' } });
  const { page } = person;
  await page.goto(host.address);
  await started(page, 'I am a teacher');
  await seeKept(page);
  await host.put(1);
  assert.ok(await update(page));
  await question(page).getByText('A new version is ready').waitFor();
  assert.equal(await question(page).getByText('Versi baru siap').isVisible(), false);
  await question(page).getByRole('button', { name: 'Later' }).click();
  assert.equal(await question(page).isVisible(), false);
  await host.put(2);
  assert.ok(await update(page));
  await page.waitForTimeout(500);
  assert.equal(await question(page).isVisible(), false, 'an even newer one does not ask either');
  assert.equal(await version(page), '');
  await page.reload();
  await question(page).waitFor();
  assert.equal(await version(page), '', 'the old version goes on');
  await page.close();
  // Once no window of the old version is open, the newer takes its place unasked.
  const again = await person.context.newPage();
  await again.waitForTimeout(500);
  await again.goto(host.address);
  await started(again, 'I am a teacher');
  assert.equal(await version(again), '"2"');
});

for (const failure of ['cut', 'html', 'gone']) {
  for (const file of [/^\/paraf-web-.*\.js$/, /^\/index\.html$/]) {
    test(`half a download (${file.source} is ${failure}) leaves the old version whole`, async (t) => {
      const host = await openHost(t);
      const person = await openKept(t, host);
      await firstVisit(person);
      await host.put(1);
      host.failing = [file, failure];
      assert.equal(await update(person.page), false);
      assert.equal(await question(person.page).isVisible(), false);
      await host.stop();
      await person.page.reload();
      await started(person.page);
      assert.equal(await version(person.page), '');
      // When the host has mended itself, the newer version is fetched after all.
      host.failing = undefined;
      await host.start();
      assert.ok(await update(person.page));
      await newer(person.page).click();
      await seeVersion(person.page, 1);
    });
  }
}

/** Spoils what is kept on the device of the file whose name fits: `spoil` gets its answer, and gives another or none. */
function damage(page, pattern, spoil) {
  return page.evaluate(`(async () => {
    let count = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!${pattern}.test(new URL(request.url).pathname)) continue;
        const other = await (${spoil})(await cache.match(request));
        await cache.delete(request);
        if (other) await cache.put(request, other);
        count += 1;
      }
    }
    return count;
  })()`);
}

const DAMAGES = {
  cut: async (answer) => new Response((await answer.blob()).slice(0, 1000), { headers: answer.headers }),
  foreign: async (answer) => new Response('<!doctype html><p>Log in', { headers: { ...answer.headers, 'Content-Type': 'text/html' } }),
  'under another name': async (answer) => new Response('export default () => {}', { headers: answer.headers }),
};

for (const [how, spoil] of Object.entries(DAMAGES)) {
  for (const file of [/\.wasm$/, /paraf-web-.*\.js$/]) {
    test(`what is kept is damaged (${file.source} is ${how}): the page says what to do, and a reload brings it again`, async (t) => {
      const host = await openHost(t);
      const person = await openKept(t, host);
      const { page } = person;
      await firstVisit(person);
      await page.evaluate(() => localStorage.setItem('other', 'kept'));
      const stored = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([name]) => name !== 'paraf.v2/window').sort()));
      const before = await stored();
      assert.equal(await damage(page, file, spoil), 1);
      await host.stop();
      await page.reload();
      const missing = page.locator('#missing');
      await missing.getByText('Periksa sinyal, muat ulang').waitFor();
      // Without the host nothing is given up: it could not be brought again.
      const kept = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
      const again = () => Promise.all([page.waitForEvent('domcontentloaded'), missing.getByRole('button', { name: 'Muat ulang' }).click()]);
      await again();
      await missing.waitFor();
      assert.equal(await kept(), 1);
      await host.start();
      await again();
      await started(page);
      assert.equal(await missing.isVisible(), false);
      assert.equal(await stored(), before);
      await seeKept(page);
      await host.stop();
      await page.reload();
      await started(page);
    });
  }
}

for (const [how, spoil] of Object.entries(DAMAGES)) {
  test(`the page that is kept is ${how}: that is said without a host, and with one it opens`, async (t) => {
    const host = await openHost(t);
    const person = await openKept(t, host);
    const { page } = person;
    await firstVisit(person);
    assert.equal(await damage(page, /index\.html$/, spoil), 1);
    await host.stop();
    await page.goto(host.address);
    await page.getByRole('heading', { name: 'Paraf di perangkat ini rusak' }).waitFor();
    await host.start();
    await page.getByRole('link', { name: 'muat ulang' }).click();
    await started(page);
  });
}

test('what is gone of what is kept is brought again by itself', async (t) => {
  const host = await openHost(t);
  const person = await openKept(t, host);
  const { page } = person;
  await firstVisit(person);
  const PROGRAM = /\.(wasm|js)$/;
  const gone = await damage(page, PROGRAM, () => undefined);
  assert.equal(gone, 2);
  await page.reload();
  await started(page);
  assert.equal(await damage(page, PROGRAM, (answer) => answer), gone, 'they are kept again');
  await host.stop();
  await page.reload();
  await started(page);
});

test('what is kept is damaged while the host has another version: a reload brings that one whole', async (t) => {
  const host = await openHost(t);
  const person = await openKept(t, host);
  const { page } = person;
  await firstVisit(person);
  assert.equal(await damage(page, /\.wasm$/, DAMAGES.cut), 1);
  await host.put(1);
  await page.reload();
  await page.locator('#missing').getByRole('button', { name: 'Muat ulang' }).click();
  await started(page);
  await seeVersion(page, 1);
  await seeKept(page);
});

test('a cache of something else on the same host is neither used nor removed', async (t) => {
  const host = await openHost(t);
  const person = await openKept(t, host);
  const { page } = person;
  await page.goto(host.address);
  await page.evaluate(async () => {
    const cache = await caches.open('other');
    for (const path of ['./', 'index.html']) await cache.put(path, new Response('<!doctype html><p>other', { headers: { 'Content-Type': 'text/html' } }));
  });
  await seeKept(page);
  assert.equal(await damage(page, /\.wasm$/, DAMAGES.cut), 1);
  await page.reload();
  await page.locator('#missing').getByRole('button', { name: 'Muat ulang' }).click();
  await started(page);
  await seeKept(page);
  await host.stop();
  await page.reload();
  await started(page);
  assert.ok((await page.evaluate(() => window.caches.keys())).includes('other'));
});

test('what cannot be stored is told, and not lost to a newer version', async (t) => {
  const host = await openHost(t);
  const person = await openKept(t, host);
  const { page } = person;
  await firstVisit(person);
  await page.goto(`${host.address}#/start`);
  await host.put(1);
  assert.ok(await update(page));
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.locator('[id="name"]').fill('Sri Wahyuni');
  await newer(page).click();
  await question(page).getByText('Ada yang belum tersimpan').waitFor();
  await page.waitForTimeout(500);
  assert.equal(await page.locator('[id="name"]').inputValue(), 'Sri Wahyuni');
  assert.equal(await version(page), '');
});

test('the app can be put on the home screen', async (t) => {
  const host = await openHost(t);
  // A window that forgets everything can install nothing, so this one keeps what it got.
  const context = await launchIn(await mkdtemp(join(folder, 'profile-')));
  t.after(() => context.close());
  const [page] = context.pages();
  await page.goto(host.address);
  await seeKept(page);
  const session = await context.newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = await (await fetch(url)).json();
  assert.equal(new URL(manifest.start_url, url).href, host.address);
  for (const { src, sizes, type } of manifest.icons) {
    const response = await fetch(new URL(src, url));
    assert.equal(response.headers.get('Content-Type'), type);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (type === 'image/png') assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes);
  }
  assert.deepEqual([...new Set(manifest.icons.map(({ purpose = 'any' }) => purpose))], ['any', 'maskable']);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors, []);
});

test('where no service worker is wanted, none is registered and the app works all the same', async (t) => {
  const host = await openHost(t);
  const { page, close } = await openPerson(browser, host.origin, TEACHER.window);
  await page.goto(host.address);
  await started(page);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  assert.deepEqual(await page.evaluate(() => window.caches.keys()), []);
  await close();
});
