// P4: the second visit, without signal.

import { DEVICES } from '../lib/conditions.mjs';
import { warmLoad } from '../lib/load.mjs';
import { firstFields } from '../lib/pages.mjs';

export default {
  title: 'Later visit, no signal → first field usable',
  unit: 'ms',
  conditions: DEVICES,
  goals: [
    { measure: 'ready', peer: 'SurveyJS', most: 0.35, stretch: 0.2 },
    { measure: 'ready', peer: 'TiddlyWiki', most: 0.15, stretch: 0.1 },
    { measure: 'ready', peer: 'blank form' },
  ],
  notes: ['the peers have no service worker of their own; each got a minimal one that keeps all of its files.'],
  async prepare(bench) {
    const browser = await bench.browser();
    const pages = Object.entries(await firstFields(bench, 'honest'));
    const goOffline = (context) => context.setOffline(true);
    return { subjects: Object.fromEntries(pages.map(([name, page]) => [name, (condition) => warmLoad(browser, page, condition, goOffline)])) };
  },
};
