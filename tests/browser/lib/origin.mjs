// Where the app of the tests is opened from, which PARAF_ORIGIN says: a host (http), what the first visit left on the
// device once the host is gone (offline), or one file without a host (file).

import assert from 'node:assert/strict';
import { access, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { seeStarted } from './browser.mjs';
import { serve } from './serve.mjs';

/** What is named, and how each is opened. */
const KINDS = { http: onHost, offline: withoutHost, file: asFile };

/**
 * Opens the place of the app. Of what is given, `origin` and `address` are those of the app, `options` are for the
 * window of a person, and `visit` opens the app in it with entries that the storage holds already.
 *
 * @param {string} folder where files may be put
 * @param {string} [kind]
 */
export function openOrigin(folder, kind = process.env.PARAF_ORIGIN ?? 'http') {
  assert.ok(Object.hasOwn(KINDS, kind), `PARAF_ORIGIN is ${kind}, which is none of ${Object.keys(KINDS)}`);
  return KINDS[kind](folder);
}

const storageOf = (origin, entries) => {
  const localStorage = Object.entries(entries).map(([name, value]) => ({ name, value }));
  return { cookies: [], origins: [{ origin, localStorage }] };
};

async function onHost() {
  const { origin, close } = await serve();
  const address = `${origin}/`;
  const visit = async ({ page }) => {
    await page.goto(address);
    await seeStarted(page);
  };
  return { origin, address, options: (entries) => ({ storageState: entries && storageOf(origin, entries) }), visit, close };
}

/** The host is there for the first visit of each person, and gone for all that follows. */
async function withoutHost() {
  let host = await serve();
  const { origin } = host;
  const [address, port] = [`${origin}/`, Number(new URL(origin).port)];
  await host.close();
  let before = Promise.resolve();
  const first = async ({ page }) => {
    host = await serve(undefined, { port });
    await page.goto(address);
    await seeStarted(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await host.close();
    await assert.rejects(fetch(address), 'the host is gone');
    await page.reload();
    await seeStarted(page);
  };
  // One after another, since all have the same host.
  const visit = (person) => (before = before.catch(() => {}).then(() => first(person)));
  const options = (entries) => ({ serviceWorkers: 'allow', storageState: entries && storageOf(origin, entries) });
  return { origin, address, options, visit, close: async () => {} };
}

/** Chromium gives all files one storage, so another file puts the entries there. */
async function asFile(folder) {
  const file = resolve(process.env.PARAF_DIST, 'paraf.html');
  await access(file).catch(() => assert.fail(`${file} is not there: cargo xtask dist makes it`));
  const watch = join(folder, 'watch.html');
  await writeFile(watch, '<!doctype html><title>watch</title>');
  const address = pathToFileURL(file).href;
  const visit = async ({ page }, entries) => {
    if (entries) {
      await page.goto(pathToFileURL(watch).href);
      await page.evaluate((all) => Object.entries(all).forEach(([name, value]) => localStorage.setItem(name, value)), entries);
    }
    await page.goto(address);
    await seeStarted(page);
  };
  return { origin: 'file://', address, options: () => ({}), visit, close: async () => {} };
}
