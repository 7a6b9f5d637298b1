// Looks at a page as it is now: for barriers always, and with a camera when PARAF_SHOTS names a folder.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findBarriers } from '../lib/axe.mjs';

const SIZES = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];

/**
 * Notes each barrier of the page in `person.barriers`, once, under the name of the page.
 *
 * @param {object} person
 * @param {string} name what the page shows, such as `planning-filled`
 */
export async function look(person, name) {
  const barriers = await inWholePage(person.page, findBarriers);
  person.barriers.push(...barriers.map((barrier) => `${name}: ${barrier}`));
  if (process.env.PARAF_SHOTS) await shoot(person, name);
}

/**
 * Looks while the window is as high as the page: what the bar at the foot covers just now is no barrier, one scrolls.
 *
 * @template T
 * @param {import('playwright-core').Page} page
 * @param {(page: import('playwright-core').Page) => Promise<T>} find
 */
export async function inWholePage(page, find) {
  const window = page.viewportSize();
  // A page that is still being laid out grows after it was measured, and then the bar at its foot would cover something.
  for (let times = 0; times < 5; times += 1) {
    const whole = await page.evaluate(drawnHeight);
    if (whole <= page.viewportSize().height) break;
    await page.setViewportSize({ ...window, height: whole });
  }
  const found = await find(page);
  await page.setViewportSize(window);
  return found;
}

/** In the page: gives its height once it is drawn. */
const drawnHeight = () =>
  new Promise((give) => requestAnimationFrame(() => requestAnimationFrame(() => give(document.documentElement.scrollHeight))));

/** Photographs the page in both themes and at both sizes, and puts the window back as it was. */
export async function shoot({ page, who }, name) {
  await mkdir(process.env.PARAF_SHOTS, { recursive: true });
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      const file = `${name}--${who.lang}-${size.width}-${colorScheme}.png`;
      await page.screenshot({ path: join(process.env.PARAF_SHOTS, file), fullPage: true });
    }
  }
  await page.setViewportSize(who.window.viewport);
  await page.emulateMedia({ colorScheme: who.window.colorScheme });
}
