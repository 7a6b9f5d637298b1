// P11: the memory of a page that is open.

import { inWindow } from '../lib/browser.mjs';
import { atFullStore } from '../lib/desk.mjs';
import { firstFields } from '../lib/pages.mjs';
import { EMPLOYEES } from '../lib/store.mjs';

export default {
  title: `Memory with the desk of ${EMPLOYEES} open`,
  unit: 'MB',
  conditions: [{}],
  roundsMost: 5,
  goals: [
    { measure: 'memory', peer: 'SurveyJS', most: 1.5, stretch: 1 },
    { measure: 'memory', peer: 'TiddlyWiki', most: 0.4, stretch: 0.3 },
    { measure: 'wasm', what: 'of it wasm' },
  ],
  notes: ['SurveyJS has one empty form open, TiddlyWiki is empty; ours holds all dossiers. Memory of wasm never shrinks: it is that of the start.'],
  async prepare(bench) {
    const { SurveyJS, TiddlyWiki } = await firstFields(bench);
    const peer = ({ address, field }) => async () =>
      inWindow(await bench.browser(), {}, async ({ page, cdp }) => {
        await page.goto(address);
        await page.locator(field).first().waitFor();
        return { memory: await heap(page, cdp) };
      });
    const ours = () =>
      atFullStore(bench, '#/', async ({ page, cdp }) => {
        const wasm = await page.evaluate(() => window.bench.memory.buffer.byteLength / 1e6);
        return { memory: (await heap(page, cdp)) + wasm, wasm };
      });
    return { subjects: { ours, SurveyJS: peer(SurveyJS), TiddlyWiki: peer(TiddlyWiki) } };
  },
};

/** Gives the megabytes of the heap that are in use once all that is not needed was thrown away. */
async function heap(page, cdp) {
  await page.waitForTimeout(1000);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6;
}
