// The app starts, or the page says why it does not.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { DRAWN, launch, openPerson } from './lib/browser.mjs';
import { FAILURES, serve } from './lib/serve.mjs';
import { TEACHER } from './pages/person.mjs';
import { cellsOf } from './pages/stored.mjs';

const FILES = {
  'the script': /^\/paraf-web-.*\.js$/,
  'the program': /^\/paraf-web-.*\.wasm$/,
};
/** Milliseconds in which a known failure is told, and in which silence is. */
const AT_ONCE = 5000;
const AFTER_SILENCE = 15_000;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Opens the app of a server that fails; `failing` may be changed while it runs. */
async function visit(t, failing, prepare = async () => {}) {
  const fail = (path) => Object.entries(failing).find(([file]) => FILES[file]?.test(path) || file === path)?.[1];
  const server = await serve(undefined, { fail });
  const localStorage = [{ name: 'paraf.v2/test', value: 'kept' }];
  const storageState = { cookies: [], origins: [{ origin: server.origin, localStorage }] };
  const { context, page, close } = await openPerson(browser, server.origin, { ...TEACHER.window, storageState });
  t.after(async () => {
    await close();
    await server.close();
  });
  await prepare(context);
  await page.goto(server.origin, { waitUntil: 'commit' });
  const part = (id) => page.locator(`#${id}`);
  return { page, part, started: page.locator(DRAWN).getByRole('link', { name: 'Saya guru', exact: true }) };
}

/** The page tells in both languages what to do, and does it: all data are saved, and a reload starts the app. */
async function seeMissing({ page, part, started }, failing) {
  assert.equal(await part('old').isVisible(), false, 'the browser is not too old');
  assert.equal(await part('crash').isVisible(), false);
  await part('missing').getByText('Periksa sinyal, muat ulang').waitFor();
  await part('missing').getByText('Check your signal, reload').waitFor();
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    part('missing').getByRole('button', { name: 'Unduh salinan' }).click(),
  ]);
  assert.equal(cellsOf(await readFile(await copy.path(), 'utf8'))['paraf.v2/test'], 'kept');
  for (const file of Object.keys(failing)) delete failing[file];
  await part('missing').getByRole('button', { name: 'Muat ulang' }).click();
  await started.waitFor();
  assert.equal(await part('missing').isVisible(), false);
}

for (const file of Object.keys(FILES)) {
  for (const failure of Object.keys(FAILURES)) {
    if (['silent', 'slow'].includes(failure)) continue;
    test(`${file} is ${failure}: the page says at once what to do`, async (t) => {
      const failing = { [file]: failure };
      const opened = await visit(t, failing);
      await opened.part('missing').waitFor({ timeout: AT_ONCE });
      await seeMissing(opened, failing);
    });
  }

  test(`${file} cannot be fetched without a network: the page says at once what to do`, async (t) => {
    const route = (context) => context.route((url) => FILES[file].test(url.pathname), (route) => route.abort('internetdisconnected'));
    const { part } = await visit(t, {}, route);
    await part('missing').waitFor({ timeout: AT_ONCE });
  });
}

test('an answer that never comes is told within 15 seconds, whichever file it is', async (t) => {
  await Promise.all(
    Object.keys(FILES).map(async (file) => {
      const failing = { [file]: 'silent' };
      const opened = await visit(t, failing);
      assert.equal(await opened.part('missing').isVisible(), false);
      await opened.part('missing').waitFor({ timeout: AFTER_SILENCE });
      await seeMissing(opened, failing);
    }),
  );
});

test('a start that comes late takes the words away by itself', async (t) => {
  let arrive;
  const late = new Promise((done) => (arrive = done));
  const hold = (context) =>
    context.route((url) => FILES['the program'].test(url.pathname), async (route) => {
      await late;
      await route.continue();
    });
  const { page, part, started } = await visit(t, {}, hold);
  await part('missing').waitFor({ timeout: AFTER_SILENCE });
  await page.evaluate(() => (window.isSame = true));
  arrive();
  await started.waitFor();
  assert.equal(await part('missing').isVisible(), false);
  assert.equal(await page.evaluate(() => window.isSame), true, 'nothing was reloaded');
});

test('a slow network on which something still comes is not told to have failed', async (t) => {
  const { page, part, started } = await visit(t, { 'the program': 'slow' });
  await part('missing').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const place = document.getElementById('missing');
    new MutationObserver(() => (window.told ||= !place.hidden)).observe(place, { attributes: true });
  });
  await started.waitFor({ timeout: 40_000 });
  assert.equal(await page.evaluate(() => Boolean(window.told)), false);
  assert.equal(await part('missing').isVisible(), false);
});

test('even the script that would tell does not come: the page still says what to do', async (t) => {
  const cut = (response, { type, body }) => response.writeHead(200, { 'Content-Type': type }).end(body.subarray(0, body.indexOf('<script id=start')));
  const opened = await visit(t, { '/': cut });
  await opened.page.getByText('Periksa sinyal').filter({ visible: true }).first().waitFor({ timeout: AFTER_SILENCE });
  assert.equal(await opened.part('old').count(), 0);
  const again = opened.page.waitForRequest((request) => request.isNavigationRequest());
  await opened.page.getByRole('link', { name: 'muat ulang' }).click();
  await again;
});

const OLD = {
  'no WebAssembly': () => delete window.WebAssembly,
  'none that streams': () => delete WebAssembly.instantiateStreaming,
  'none of today': () => (WebAssembly.validate = () => false),
};

for (const [what, spoil] of Object.entries(OLD)) {
  test(`a browser with ${what} is told to be too old, and nothing else`, async (t) => {
    const { part } = await visit(t, {}, (context) => context.addInitScript(spoil));
    await part('old').waitFor({ timeout: AT_ONCE });
    assert.equal(await part('missing').isVisible(), false);
  });
}
