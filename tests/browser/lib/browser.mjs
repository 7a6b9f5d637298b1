// Starts Chromium, and opens the app in it as separate persons who share nothing.

import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { FLAGS } from './flags.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The origin of the app where it is a file. */
const FILES = 'file://';

/** What the program draws; before it is there, the welcome page or the opening words stand in its place. */
export const DRAWN = '#app > div:not([id])';

/** Waits until the program has drawn the page. */
export async function seeStarted(page) {
  await page.locator(DRAWN).waitFor();
}

/** Starts the Chromium that is installed with what it keeps in a folder; the caller closes it at the end. */
export function launchIn(folder, flags = []) {
  return chromium.launchPersistentContext(folder, { executablePath: findChromium(), args: [...FLAGS, ...flags] });
}

/** Starts the Chromium that is installed; the caller closes it at the end. */
export function launch() {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}

function findChromium() {
  if (process.env.CHROME) return process.env.CHROME;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (!found) throw new Error('Chromium is missing: install it, or name it in CHROME');
  return found;
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens a window of a person with storage of their own. It shows nothing yet: go to `origin` first.
 *
 * The four arrays fill while the page lives. A healthy journey leaves all of them empty; that nothing was
 * asked of another place, and nothing was done that the policy of the page forbids, is checked for every
 * journey when the window is closed.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin where the app is served, or `file://`; every request elsewhere is recorded
 * @param {{locale?: string, colorScheme?: 'light' | 'dark', viewport?: {width: number, height: number}, userAgent?: string, storageState?: object, serviceWorkers?: 'allow' | 'block'}} [options]
 *   the app keeps itself on the device only where service workers are allowed
 */
export async function openPerson(browser, origin, options = {}) {
  const { locale = 'id-ID', colorScheme = 'light', viewport = { width: 360, height: 640 }, userAgent, storageState, serviceWorkers = 'block' } = options;
  const context = await browser.newContext({ locale, colorScheme, viewport, userAgent, storageState, serviceWorkers, acceptDownloads: true });
  const only = origin === FILES ? {} : { origin };
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], only);
  const strayRequests = [];
  const consoleErrors = [];
  const pageErrors = [];
  const violations = [];
  await context.exposeBinding('tellViolation', (_, what) => violations.push(what));
  await context.addInitScript(() => {
    const tell = ({ violatedDirective, blockedURI }) => window.tellViolation(`${violatedDirective} ${blockedURI}`);
    addEventListener('securitypolicyviolation', tell);
  });
  context.on('request', (request) => {
    if (isStray(request.url(), origin)) strayRequests.push(`${request.method()} ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  context.on('weberror', (error) => pageErrors.push(String(error.error())));
  const page = await context.newPage();
  const close = async () => {
    await context.close();
    assert.deepEqual({ strayRequests, violations }, { strayRequests: [], violations: [] });
  };
  return { context, page, strayRequests, consoleErrors, pageErrors, violations, close };
}

// `data:` and `blob:` addresses stay inside the page.
function isStray(url, origin) {
  const { protocol, origin: asked } = new URL(url);
  if (['data:', 'blob:', 'about:'].includes(protocol)) return false;
  return origin === FILES ? protocol !== 'file:' : asked !== origin;
}
