// What is seen before the program is there: the welcome page as the app draws it, or the opening words. What a person
// does there counts.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DRAWN, launch, openPerson, seeStarted } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { PRINCIPAL, TEACHER } from './pages/person.mjs';
import { wordsIn } from './pages/words.mjs';

const PROGRAM = /\.wasm$/;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Opens the app of a server that keeps the program back until it is told to `arrive`. */
async function visit(t, who = TEACHER, { entries = {}, hash = '', prepare = async () => {} } = {}) {
  let arrive;
  const late = new Promise((done) => (arrive = done));
  const asked = [];
  const fail = (path) => {
    asked.push(path);
    return PROGRAM.test(path) ? send : undefined;
  };
  const send = async (response, { type, body }) => {
    await late;
    response.writeHead(200, { 'Content-Type': type }).end(body);
  };
  const server = await serve(undefined, { fail });
  const localStorage = Object.entries(entries).map(([name, value]) => ({ name, value }));
  const storageState = { cookies: [], origins: [{ origin: server.origin, localStorage }] };
  const { context, page, close } = await openPerson(browser, server.origin, { ...who.window, storageState });
  t.after(async () => {
    arrive();
    await close();
    await server.close();
  });
  await prepare(context);
  await page.goto(`${server.origin}/${hash}`, { waitUntil: 'domcontentloaded' });
  const start = async () => {
    arrive();
    await seeStarted(page);
  };
  return { context, page, server, arrive, start, asked, say: wordsIn(who.lang) };
}

/** Gives all that a person sees of the page: its words, and where its parts are. */
function seen(page) {
  return page.evaluate(() => {
    const app = document.getElementById('app');
    const parts = [...app.querySelectorAll('.top, .top a, .top button, h1, main p, main li, main .button, .bar, .foot')];
    const boxes = parts.filter((part) => part.checkVisibility()).map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return [part.textContent, x, y, width, height].join(' ');
    });
    return { words: app.innerText, boxes, lang: document.documentElement.lang };
  });
}

const SIZES = [{ width: 360, height: 640 }, { width: 320, height: 568 }, { width: 1280, height: 800 }];
for (const who of [TEACHER, PRINCIPAL]) {
  for (const viewport of SIZES) {
    test(`whoever is new reads the welcome page before the program is there, and it stays as it is (${who.lang}, ${viewport.width})`, async (t) => {
      const shifts = (context) =>
        context.addInitScript(() => {
          window.moved = 0;
          new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.moved += value))).observe({ type: 'layout-shift', buffered: true });
        });
      const { page, start, say } = await visit(t, { ...who, window: { ...who.window, viewport } }, { prepare: shifts });
      await page.getByRole('heading', { level: 1, name: say('welcome'), exact: true }).waitFor();
      const first = await seen(page);
      assert.equal(first.lang, who.lang);
      assert.ok(first.words.includes(say('start')) && first.boxes.length > 10);
      assert.equal(await page.locator(DRAWN).count(), 0);
      await start();
      assert.equal(await page.locator('#welcome, #opening').count(), 0);
      assert.deepEqual(await seen(page), first);
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate(() => window.moved), 0, 'nothing moved');
    });
  }
}

test('each file is asked for once, as soon as the page is there, and none in vain', async (t) => {
  const warnings = [];
  const { page, start, asked } = await visit(t, TEACHER, {
    prepare: async (context) => context.on('console', (message) => warnings.push(message.text())),
  });
  await start();
  // After some seconds the browser tells of what was asked for early and not used.
  await page.waitForTimeout(6000);
  assert.deepEqual(warnings.filter((text) => text.includes('paraf-web')), []);
  const names = asked.filter((path) => /\.(js|wasm|txt|css)$/.test(path) && path !== '/sw.js');
  assert.deepEqual(names.map((path) => path.replace(/-[0-9a-f]{16}/, '')).sort(), ['/paraf-web.js', '/paraf-web_bg.wasm', '/rules.txt']);
});

test('a press before the program is there is told to count, and does', async (t) => {
  const { page, start, say } = await visit(t);
  await page.getByRole('link', { name: say('start'), exact: true }).click();
  await page.getByText('Sedang dibuka').waitFor();
  assert.equal(await page.locator('#welcome').count(), 0);
  await page.goBack();
  await page.getByRole('link', { name: say('start'), exact: true }).click();
  await start();
  await page.getByRole('heading', { level: 1, name: say('whoAreYou'), exact: true }).waitFor();
});

test('the language is changed at once, and stays', async (t) => {
  const { page, start, say } = await visit(t);
  await page.getByRole('button', { name: say('otherLanguage'), exact: true }).click();
  const english = wordsIn('en');
  await page.getByRole('heading', { level: 1, name: english('welcome'), exact: true }).waitFor();
  assert.equal(await page.locator(':focus').textContent(), english('otherLanguage'));
  const first = await seen(page);
  assert.equal(first.lang, 'en');
  await start();
  assert.deepEqual(await seen(page), first);
  assert.equal(await page.locator(':focus').textContent(), english('otherLanguage'), 'the focus stays where it is');
  await page.reload();
  await seeStarted(page);
  assert.equal((await seen(page)).lang, 'en');
});

test('the language that was chosen in the app is that of the next visit from its first moment', async (t) => {
  const { page, start, say } = await visit(t, TEACHER, { entries: { 'paraf.v2/set': '{"lang":"en","lock":false}' } });
  assert.equal((await seen(page)).lang, 'en');
  await page.getByRole('heading', { level: 1, name: wordsIn('en')('welcome'), exact: true }).waitFor();
  await start();
  assert.equal((await seen(page)).lang, 'en');
  await page.getByRole('button', { name: wordsIn('en')('otherLanguage'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: say('welcome'), exact: true }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('paraf.v2/set')), '{"lang":"id","lock":false}', 'as the page writes it too');
});

const OTHERS = {
  'somebody works here': { entries: { 'paraf.v2/3/me': '{}' } },
  'somebody worked here long ago': { entries: { 'paraf.v1/me': '{}' } },
  'another page is asked for': { hash: '#/help' },
};
for (const [what, options] of Object.entries(OTHERS)) {
  test(`where ${what}, the page says that the app is being opened`, async (t) => {
    const { page } = await visit(t, TEACHER, options);
    await page.getByText('Membuka aplikasi di perangkat ini').waitFor();
    assert.equal(await page.locator('#welcome').count(), 0);
    assert.equal(await page.getByText('Sedang dibuka').isVisible(), false);
  });
}

test('files that are dropped before the program is there are taken in', async (t) => {
  const { page, start } = await visit(t);
  const isPrevented = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['bukan berkas Paraf'], 'catatan.json'));
    const event = (kind) => new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
    return ['dragover', 'drop'].map((kind) => !document.querySelector('h1').dispatchEvent(event(kind)));
  });
  assert.deepEqual(isPrevented, [true, true]);
  await page.getByText('Sedang dibuka').waitFor();
  await start();
  await page.locator('.arrival').getByText('catatan.json').waitFor();
  assert.equal(await page.locator('.arrival').count(), 1);
});

test('a window whose program does not come lets another one work', async (t) => {
  const { context, page, server, arrive, say } = await visit(t, TEACHER, {
    prepare: (context) => context.route((url) => PROGRAM.test(url.pathname), (route) => route.abort()),
  });
  await page.locator('#missing').waitFor();
  await context.unrouteAll();
  const other = await context.newPage();
  arrive();
  await other.goto(server.origin);
  await other.locator(DRAWN).getByRole('heading', { level: 1, name: say('welcome'), exact: true }).waitFor();
});

test('whoever went to the button with the keyboard is still there when the program is', async (t) => {
  const { page, start, say } = await visit(t);
  await page.getByRole('link', { name: say('start'), exact: true }).focus();
  await start();
  await page.waitForFunction((name) => document.activeElement.textContent === name, say('start'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: say('whoAreYou'), exact: true }).waitFor();
});
