// P14: two versions of a plan that were written apart, from the tap to what differs.

import { LAPTOP, inWindow } from '../lib/browser.mjs';
import { DEVICES } from '../lib/conditions.mjs';
import { twoVersions } from '../lib/diverged.mjs';
import { installTools } from '../lib/inside.mjs';

const LENGTH = 18_000;

export default {
  title: 'Two versions of 20 KB, tap → what differs',
  unit: 'ms',
  conditions: DEVICES,
  goals: [{ measure: 'time', peer: 'JS + jsondiffpatch', most: 0.5, stretch: 0.25 }],
  notes: [
    'ours opens the page on which one chooses for each answer that differs, and shows both; it was merged when the files came (P8). ' +
      'The peer parses both, compares them in depth, and draws the difference by the formatter of the library.',
  ],
  async prepare(bench) {
    const { entries, texts } = await twoVersions(bench, LENGTH);
    const [app, work] = [(await bench.ours()).origin, (await bench.served('work')).origin];
    const subject = (address, { store, link, there, open = async () => {} }) => async (condition) =>
      inWindow(await bench.browser(), { store, viewport: LAPTOP }, async ({ context, page, slowDown }) => {
        await installTools(context);
        await page.goto(address);
        await open(page);
        await page.locator(link).waitFor();
        await page.waitForTimeout(500);
        await slowDown(condition);
        return page.evaluate(tapped, [link, there]);
      });
    const prepare = (page) => page.evaluate(([one, other]) => window.prepare(one, other), texts);
    return {
      subjects: {
        ours: subject(`${app}/#/`, { store: { origin: app, entries }, link: 'section.now a.main', there: '#go-on' }),
        'JS + jsondiffpatch': subject(`${work}/diff.html`, { link: 'button', there: '#difference *', open: prepare }),
      },
    };
  },
};

/** Runs in the page: taps, and waits until something is painted. */
async function tapped([link, there]) {
  const start = performance.now();
  document.querySelector(link).click();
  return { time: (await window.bench.until(() => document.querySelector(there))) - start };
}
