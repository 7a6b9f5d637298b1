// Starts the Chromium that is installed, and opens windows in it that share nothing, slowed down as a cheap phone is.

import { chromium } from 'playwright-core';
import { FLAGS } from '../../tests/browser/lib/flags.mjs';

/** What DevTools calls Slow 4G, and the network that Russell measures for in 2026 (see README.md). */
export const NETWORKS = {
  none: undefined,
  'slow 4G': { latency: 562.5, down: 1.44e6 },
  '9 Mbps': { latency: 100, down: 9e6 },
};

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1280, height: 800 };

/** Milliseconds within which one measurement has to end. */
const PATIENCE = 120_000;

export async function launch() {
  if (!process.env.CHROME) throw new Error('CHROME must name Chromium; `cargo xtask bench` does');
  return chromium.launch({ executablePath: process.env.CHROME, args: FLAGS });
}

/**
 * Opens a window in a context of its own, lets work be done in it, and closes it.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{viewport?: object, store?: {origin: string, entries: Record<string, string>}, isKept?: boolean}} options
 *   `store` is what localStorage holds already; `isKept` allows service workers
 * @param {(window: {page: import('playwright-core').Page, slowDown: Function, cdp: object}) => Promise<T>} work
 * @template T
 */
export async function inWindow(browser, { viewport = PHONE, store, isKept = false }, work) {
  const context = await browser.newContext({
    locale: 'id-ID',
    viewport,
    serviceWorkers: isKept ? 'allow' : 'block',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE);
  try {
    if (store) await fill(context, store);
    return await inTime(context, work({ context, ...(await openPage(context)) }));
  } finally {
    await context.close();
  }
}

/**
 * Fills localStorage before the page is opened, and waits until all of it is there for others. The state that Playwright
 * takes is not awaited: of a large one, a page that opens at once finds the first half.
 */
async function fill(context, { origin, entries }) {
  // No page of the app is at this address, so nothing but the storage of the place is touched.
  const open = async () => {
    const page = await context.newPage();
    await page.goto(`${origin}/none`);
    return page;
  };
  const first = await open();
  await first.evaluate((entries) => Object.entries(entries).forEach(([name, text]) => localStorage.setItem(name, text)), entries);
  await first.waitForTimeout(300);
  const other = await open();
  await first.close();
  await other.waitForFunction((count) => localStorage.length === count, Object.keys(entries).length, { polling: 100 });
  await other.waitForTimeout(300);
  await other.close();
}

/** Waits for work, but not for ever: a page that never gets where it should ends its round and says how it stands. */
async function inTime(context, work) {
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(async () => {
      const page = context.pages().at(-1);
      const state = page?.evaluate(() => `${document.readyState}, ${document.querySelectorAll('*').length} elements`);
      const told = await Promise.race([state, new Promise((done) => setTimeout(done, 5000, 'it does not answer'))]).catch(String);
      failed(new Error(`nothing came of ${page?.url()} within ${PATIENCE / 1000} s (${told})`));
    }, PATIENCE);
  });
  // The work fails once its page is closed, when nobody waits for it any more.
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Opens a page with a way to slow it down. */
export async function openPage(context) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const slowDown = async ({ cpu = 1, network = 'none' }) => {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    const limits = NETWORKS[network];
    if (!limits) return;
    const bytes = limits.down / 8;
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false, latency: limits.latency, downloadThroughput: bytes, uploadThroughput: bytes / 2,
    });
  };
  return { page, cdp, slowDown };
}
