// P3: from an address that the browser never saw to a letter in the first field.

import { everywhere } from '../lib/conditions.mjs';
import { coldLoad } from '../lib/load.mjs';
import { firstFields } from '../lib/pages.mjs';

export default {
  title: 'First visit → first field usable',
  unit: 'ms',
  conditions: everywhere({ cpu: 4, network: 'slow 4G' }),
  goals: [
    { measure: 'ready', peer: 'SurveyJS', most: 0.6, stretch: 0.5 },
    { measure: 'ready', peer: 'TiddlyWiki', most: 0.35, stretch: 0.28 },
    { measure: 'ready', peer: 'blank form' },
    { measure: 'first paint', what: 'welcome page readable', peer: 'blank form', most: 1.2 },
    { measure: 'largest paint', what: 'largest paint (LCP)', most: 2500 },
    { measure: 'shifts', what: 'layout shift (CLS)', most: 0, unit: '' },
  ],
  async prepare(bench) {
    const browser = await bench.browser();
    const pages = Object.entries(await firstFields(bench));
    return { subjects: Object.fromEntries(pages.map(([name, page]) => [name, (condition) => coldLoad(browser, page, condition)])) };
  },
};
