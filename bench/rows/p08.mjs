// P8: many files are taken in at once.

import { readFile } from 'node:fs/promises';
import { inWindow } from '../lib/browser.mjs';
import { DEVICES } from '../lib/conditions.mjs';
import { installTools } from '../lib/inside.mjs';

const [FILES, FILES_QUICK] = [100, 20];

export default {
  title: 'Files taken in',
  unit: 'ms',
  conditions: DEVICES,
  goals: [
    { measure: 'time', peer: 'JS + WebCrypto', most: 1.1, stretch: 0.7 },
    { measure: 'time', peer: 'JS + noble', most: 0.25, stretch: 0.13 },
    { measure: 'longest', what: 'longest task of ours', most: 50 },
  ],
  async prepare(bench) {
    const { files, empty } = await bench.stores();
    const given = files.slice(0, bench.isQuick ? FILES_QUICK : FILES);
    const texts = await Promise.all(given.map(async (path) => JSON.parse(await readFile(path, 'utf8'))));
    const signatures = texts.reduce((sum, { records, handoff }) => sum + records.length + (handoff ? 1 : 0), 0);
    const [app, work] = [(await bench.ours()).origin, (await bench.served('work')).origin];
    const subject = (address, store) => async (condition) =>
      inWindow(await bench.browser(), { store }, async ({ context, page, slowDown }) => {
        await installTools(context);
        await page.goto(address);
        await page.locator('main input[type=file]').first().waitFor({ state: 'attached' });
        await slowDown(condition);
        return taken(page, given);
      });
    const notes = [
      `${given.length} files with ${signatures} signatures. The peers parse, make canonical bytes, hash and verify each record and show a name; ` +
        'ours also merges, judges, stores packed, and reads back.',
    ];
    return {
      notes,
      subjects: {
        ours: subject(`${app}/#/receive`, { origin: app, entries: empty }),
        'JS + WebCrypto': subject(`${work}/check-webcrypto.html`),
        'JS + noble': subject(`${work}/check-noble.html`),
      },
    };
  },
};

/** Gives files to the field of a page, and the milliseconds until all of them are told of. */
async function taken(page, files) {
  await page.evaluate(
    (count) => {
      // The app lists only the newest and counts the others in one line, which names no file.
      const told = (one) => (one.querySelector('.file')?.textContent === '' ? Number(/\d+/.exec(one.textContent)?.[0] ?? 0) : 1);
      const isDone = () => [...document.querySelectorAll('#arrivals > li')].reduce((sum, one) => sum + told(one), 0) >= count;
      window.bench.taken = new Promise((done) => {
        const begin = async () => {
          const start = performance.now();
          const end = await window.bench.until(isDone);
          done({ time: end - start, longest: (await window.bench.tasks(start, end)).longest });
        };
        addEventListener('change', begin, { capture: true, once: true });
      });
    },
    files.length,
  );
  await page.locator('main input[type=file]').first().setInputFiles(files);
  return page.evaluate(() => window.bench.taken);
}
