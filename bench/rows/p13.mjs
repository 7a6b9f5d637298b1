// P13: from the tap to a PDF of all signed sheets of a dossier.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LAPTOP, inWindow } from '../lib/browser.mjs';
import { DEVICES } from '../lib/conditions.mjs';
import { atFullStore } from '../lib/desk.mjs';
import { styleOf } from '../lib/peers.mjs';

export default {
  title: 'All sheets of a dossier → PDF',
  unit: 'ms',
  conditions: DEVICES,
  goals: [
    { measure: 'time', peer: 'static HTML', most: 1.3, stretch: 1.1 },
    { measure: 'print', what: 'of it printing', peer: 'static HTML' },
  ],
  async prepare(bench) {
    const address = await fullest(bench);
    const folder = join(bench.work, 'sheets');
    const sheets = await atFullStore(bench, '#/', ({ page }) => capture(page, address, folder, bench.dist));
    const server = await bench.serve(folder);
    const ours = (condition) =>
      atFullStore(bench, '#/', ({ page, slowDown }) =>
        printed(page, slowDown, condition, async () => {
          await page.evaluate((hash) => (location.hash = hash), address);
          await page.locator('article.sheet').first().waitFor();
        }));
    const plain = async (condition) =>
      inWindow(await bench.browser(), { viewport: LAPTOP }, ({ page, slowDown }) =>
        printed(page, slowDown, condition, () => page.goto(`${server.origin}/`)));
    const notes = [`${sheets} sheets of one dossier: the app has no page that prints those of all teachers at once. The peer loads the same elements and style as a file, without a program.`];
    return { subjects: { ours, 'static HTML': plain }, notes };
  },
};

/** Gives the address of the sheets of the dossier with the most records. */
async function fullest(bench) {
  const { files } = await bench.stores();
  const all = await Promise.all(files.map(async (path) => JSON.parse(await readFile(path, 'utf8'))));
  const { dossier } = all.reduce((most, one) => (one.records.length > most.records.length ? one : most));
  return `#/dossier/${Buffer.from(dossier.split(':')[1], 'hex').toString('base64url')}/sheets`;
}

/** Writes what our page shows into a folder, as a page without program. */
async function capture(page, address, folder, dist) {
  await page.evaluate((hash) => (location.hash = hash), address);
  await page.locator('article.sheet').first().waitFor();
  const { body, count } = await page.evaluate(() => ({
    body: document.body.outerHTML, count: document.querySelectorAll('article.sheet').length,
  }));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'style.css'), await styleOf(dist));
  const html = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Paraf</title><link rel="stylesheet" href="style.css">${body}`;
  await writeFile(join(folder, 'index.html'), html);
  return count;
}

async function printed(page, slowDown, condition, open) {
  await slowDown(condition);
  const start = performance.now();
  await open();
  const opened = performance.now();
  await page.pdf({ preferCSSPageSize: true });
  const end = performance.now();
  return { time: end - start, print: end - opened };
}
