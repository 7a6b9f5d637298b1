// P10: typing in a long text that is saved as one types.

import { inWindow } from '../lib/browser.mjs';
import { DEVICES } from '../lib/conditions.mjs';
import { installTools } from '../lib/inside.mjs';
import { quantile } from '../lib/stats.mjs';

const KEYS = 100;
/** Nearly the 4,000 characters that the field of SurveyJS takes, so that all keys find room. */
const TEXT = 'Kelas 5B ramai saat berganti kegiatan; sapaan berjalan. '.repeat(100).slice(0, 3900);

export default {
  title: 'Key press → painted, 4,000 characters, p98',
  unit: 'ms',
  conditions: DEVICES,
  goals: [
    { measure: 'p98', peer: 'bare textarea', most: 1.3, stretch: 1.1 },
    { measure: 'p98', peer: 'SurveyJS comment', most: 0.6, stretch: 0.4 },
    { measure: 'p98', what: 'ours alone (INP)', most: 50 },
  ],
  notes: ['ours and SurveyJS save what is typed to localStorage; the bare textarea does nothing at all.'],
  async prepare(bench) {
    const { teacher } = await bench.stores();
    const [app, work, survey] = [(await bench.ours()).origin, (await bench.served('work')).origin, (await bench.served('survey')).origin];
    const subject = (address, field, store, open = async () => {}) => async (condition) =>
      inWindow(await bench.browser(), { store }, async ({ context, page, slowDown }) => {
        await installTools(context);
        await page.goto(address);
        await open(page);
        const area = page.locator(field).first();
        await area.fill(TEXT);
        await area.focus();
        await page.waitForTimeout(1500);
        await slowDown(condition);
        return { p98: quantile(await typed(page), 0.98) };
      });
    // The first page leads to the form that waits for the teacher.
    const openForm = async (page) => {
      await page.locator('section.now a[href$="/form"]').click();
      await page.locator('[id$=".what"]').first().waitFor({ state: 'attached' });
      const next = page.locator('#next-step');
      while (!(await page.locator('[id$=".what"]').first().isVisible()) && (await next.isVisible())) await next.click();
    };
    return {
      subjects: {
        ours: subject(`${app}/#/`, '[id$=".what"]', { origin: app, entries: teacher }, openForm),
        'bare textarea': subject(`${work}/textarea.html`, 'textarea'),
        'SurveyJS comment': subject(`${survey}/?page=3`, '#survey textarea'),
      },
    };
  },
};

/** Presses keys, and gives for each the milliseconds from the event to the paint. */
async function typed(page) {
  await page.evaluate(() => {
    const times = (window.bench.keys = []);
    let start;
    addEventListener('keydown', (event) => (start = event.timeStamp), true);
    addEventListener('input', async () => {
      const pressed = start;
      times.push((await window.bench.drawn()) - pressed);
    }, true);
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('a');
    // At different moments of a frame, and now and then after the pause that saves.
    await page.waitForTimeout(key % 20 === 19 ? 600 : 20 + ((key * 7) % 17));
  }
  return page.evaluate(() => window.bench.keys);
}
