// P5: how long the page cannot answer while it opens.

import { DEVICES } from '../lib/conditions.mjs';
import { coldLoad } from '../lib/load.mjs';
import { firstFields } from '../lib/pages.mjs';

export default {
  title: 'Blocked beyond 50 ms a task until usable',
  unit: 'ms',
  conditions: DEVICES,
  goals: [
    { measure: 'excess', peer: 'SurveyJS', most: 0.15, stretch: 0.05 },
    { measure: 'excess', peer: 'TiddlyWiki', most: 0.05 },
  ],
  async prepare(bench) {
    const browser = await bench.browser();
    const { ours, SurveyJS, TiddlyWiki } = await firstFields(bench);
    const pages = Object.entries({ ours, SurveyJS, TiddlyWiki });
    return { subjects: Object.fromEntries(pages.map(([name, page]) => [name, (condition) => coldLoad(browser, page, condition)])) };
  },
};
