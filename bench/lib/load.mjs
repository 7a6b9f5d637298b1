// Loads a page and tells when its first field can be used.

import { inWindow, openPage } from './browser.mjs';
import { installTools, watchFirstField } from './inside.mjs';

/** Gives the facts of a load once the first field was typed in. Times are milliseconds since the navigation began. */
async function facts(page, address) {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(async () => {
    const ready = await window.bench.ready;
    const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
    // The browser tells of a paint a little later.
    for (let turns = 0; !painted() && turns < 100; turns += 1) await new Promise((done) => setTimeout(done, 50));
    const paint = painted();
    const { excess } = await window.bench.tasks(0, ready);
    const { largestPaint, pressedAt = ready } = window.bench;
    // What moves because a button was pressed was asked for.
    const shifts = window.bench.shifts.filter(([start]) => start < pressedAt).reduce((sum, [, value]) => sum + value, 0);
    return { ready, 'first paint': paint?.startTime ?? NaN, excess, 'largest paint': largestPaint ?? NaN, shifts };
  });
}

/** Loads a page that the browser has never seen. */
export function coldLoad(browser, { address, press, field, store, viewport }, condition) {
  return inWindow(browser, { store, viewport }, async ({ context, page, slowDown }) => {
    await installTools(context);
    await watchFirstField(context, { press, field });
    await slowDown(condition);
    return facts(page, address);
  });
}

/**
 * Loads a page for the second time, from its service worker. `between` runs before it, when the first visit is over;
 * the page stays open for some milliseconds more where what comes later counts too.
 */
export function warmLoad(browser, { address, press, field }, condition, between = async () => {}, stay = 0) {
  return inWindow(browser, { isKept: true }, async ({ context, page }) => {
    await page.goto(address);
    // Registered, and everything it keeps is there.
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active.state !== 'activated') await new Promise((done) => active.addEventListener('statechange', done));
    });
    await page.waitForTimeout(500);
    await page.close();
    await installTools(context);
    await watchFirstField(context, { press, field });
    await between(context);
    const again = await openPage(context);
    await again.slowDown(condition);
    const found = await facts(again.page, address);
    const worker = await again.page.evaluate(() => Boolean(navigator.serviceWorker.controller));
    await again.page.waitForTimeout(stay);
    if (!worker) throw new Error(`${address} did not come from its service worker`);
    return found;
  });
}

/** Loads a page until it has painted so many elements. */
export function loadUntil(browser, { address, store, viewport, selector, count }, condition) {
  return inWindow(browser, { store, viewport }, async ({ context, page, slowDown }) => {
    await installTools(context);
    await context.addInitScript(
      ([selector, count]) => (window.bench.ready = window.bench.until(() => document.querySelectorAll(selector).length >= count)),
      [selector, count],
    );
    await slowDown(condition);
    return facts(page, address);
  });
}
