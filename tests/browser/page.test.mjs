// The page keeps strangers out: its policy, its headers, and no life inside another page.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DRAWN, openPerson } from './lib/browser.mjs';
import { readHeaders, serve } from './lib/serve.mjs';
import { forgive, openApp } from './pages/app.mjs';
import { PRINCIPAL, TEACHER, seeHeading } from './pages/person.mjs';

const app = openApp();

test('every file comes with the headers that are shipped, and page and header name one policy', async () => {
  const shipped = await readHeaders(process.env.PARAF_DIST);
  assert.ok(shipped.length >= 3);
  for (const path of ['/', '/index.html', '/missing']) {
    const response = await fetch(app.origin + path);
    for (const [name, value] of shipped) assert.equal(response.headers.get(name), value, path);
  }
  const page = await (await fetch(app.origin)).text();
  const [, inPage] = page.match(/<meta content="(default-src[^"]*)" http-equiv=Content-Security-Policy>/);
  assert.equal(new Map(shipped).get('Content-Security-Policy'), `${inPage}; frame-ancestors 'none'`);
  assert.equal(new Map(shipped).get('X-Content-Type-Options'), 'nosniff');
  assert.equal(new Map(shipped).get('Referrer-Policy'), 'no-referrer');
  assert.doesNotMatch(inPage, /unsafe-inline|'unsafe-eval'|http|\*/);
  assert.match(inPage, /manifest-src 'self'; worker-src 'self'/);
  // What stands inside the page is allowed by its own bytes, and there is one script and one style.
  for (const [kind, pattern] of Object.entries({ 'script-src': /<script[^>]*>([^]*?)<\/script>/g, 'style-src': /<style>([^]*?)<\/style>/g })) {
    const inside = [...page.matchAll(pattern)].map(([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    assert.equal(inside.length, 1, kind);
    const [, allowed] = inPage.match(new RegExp(`${kind} ([^;]*)`));
    assert.deepEqual(allowed.match(/'sha256-[^']*'/g), inside, kind);
  }
  const markup = page.replace(/<script[^]*?<\/script>|<style>[^]*?<\/style>/g, '');
  assert.doesNotMatch(markup, /<style|<script|\sstyle=|\son\w+=|rel=stylesheet/);
});

test('only what is named by its own bytes may be kept for ever, and the page and the worker are always asked for', async () => {
  const keeping = async (path) => (await fetch(app.origin + path)).headers.get('Cache-Control');
  const files = await readdir(process.env.PARAF_DIST);
  // A host sends what is compressed under the name of what it was made of.
  const kept = files.filter((name) => /-[0-9a-f]{16}[._]/.test(name) && !/\.(br|gz)$/.test(name));
  assert.deepEqual(kept.map((name) => name.replace(/-[0-9a-f]{16}/, '')).sort(), [
    'paraf-web.js',
    'paraf-web_bg.wasm',
    'rules.txt',
  ]);
  for (const name of kept) assert.equal(await keeping(`/${name}`), 'public, max-age=31536000, immutable', name);
  for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest']) assert.equal(await keeping(path), 'no-cache', path);
  assert.equal(await keeping(`/${kept[0].replace(/[0-9a-f]{16}/, '0123456789abcdef')}`), null, 'what is not there is not kept');
});

/** What somebody could try who got a text into the page. Each would leave a mark if it ran. */
const TRICKS = {
  'a script inside the page': () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
  },
  'a script from elsewhere': () => {
    const script = document.createElement('script');
    script.src = 'data:text/javascript,window.ran = true';
    document.body.append(script);
  },
  'a handler in markup': () => {
    const place = document.createElement('div');
    place.innerHTML = '<img src=x onerror="window.ran = true">';
    document.body.append(place);
  },
  'a link that is a script': () => {
    const link = document.createElement('a');
    link.href = 'javascript:window.ran = true';
    document.body.append(link);
    link.click();
  },
  'eval': () => {
    window.ran = (0, eval)('true');
  },
  'a program made of text': () => {
    window.ran = new Function('return true')();
  },
  'a style in markup': () => {
    const place = document.createElement('p');
    place.setAttribute('style', 'position: fixed');
    document.body.append(place);
    window.ran = getComputedStyle(place).position === 'fixed';
  },
  'a form that sends': () => {
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    document.body.append(form);
    form.submit();
  },
  'a message to elsewhere': () => {
    fetch('https://example.org/').then(() => (window.ran = true), () => {});
  },
};

for (const [what, trick] of Object.entries(TRICKS)) {
  test(`${what} does nothing`, async () => {
    const person = await app.enter(TEACHER);
    await seeHeading(person, person.say('welcome'));
    // From a timer, as what the test itself evaluates stands above the policy.
    await person.page.evaluate(`void setTimeout(${trick}, 0)`);
    await person.page.waitForTimeout(200);
    assert.ok(!(await person.page.evaluate(() => window.ran)), what);
    assert.ok(person.violations.length > 0, 'the browser tells of it');
    assert.deepEqual(person.strayRequests.filter((request) => !request.includes('example.org')), []);
    assert.equal(await person.page.evaluate(() => document.querySelector('h1').textContent), person.say('welcome'));
    forgive(person, 'violations', 'strayRequests', 'consoleErrors', 'pageErrors');
    await app.leave(person);
  });
}

/** Serves a page that shows the app in a frame, and opens it. */
async function frame(who, address) {
  const folder = await mkdtemp(join(tmpdir(), 'paraf-frame-'));
  await writeFile(join(folder, 'index.html'), `<!doctype html><title>Other</title><iframe src="${address}"></iframe>`);
  const other = await serve(folder);
  const opened = await openPerson(app.browser, other.origin, who.window);
  await opened.page.goto(other.origin);
  const close = async () => {
    opened.strayRequests.length = 0;
    await opened.close();
    await other.close();
    await rm(folder, { recursive: true });
  };
  return { ...opened, close };
}

test('a host that sends the headers lets no other page show the app', async () => {
  const { page, close } = await frame(TEACHER, app.origin);
  await page.waitForTimeout(500);
  const inner = page.frames()[1];
  assert.equal(await inner.locator('#app').count(), 0);
  assert.equal(await inner.locator('h1').filter({ hasText: 'Pengelolaan' }).count(), 0);
  await close();
});

test('without the headers the app does not start inside another page, and says so with a way out', async () => {
  const bare = await serve(undefined, { bare: true });
  for (const who of [TEACHER, PRINCIPAL]) {
    const { context, page, close } = await frame(who, bare.origin);
    const inner = page.frames()[1];
    await inner.getByRole('heading', { name: 'Paraf tidak dibuka di dalam halaman lain' }).waitFor();
    await inner.getByText('Paraf does not open inside another page').waitFor();
    await page.waitForTimeout(500);
    assert.equal(await inner.locator('#app').count(), 0);
    assert.equal(await inner.locator('input, textarea').count(), 0);
    const [own] = await Promise.all([context.waitForEvent('page'), inner.getByRole('link').click()]);
    await own.getByRole('heading', { level: 1 }).waitFor();
    await own.locator(`${DRAWN} .door a`).first().waitFor();
    await close();
  }
  await bare.close();
});
