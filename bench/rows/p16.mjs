// P16: what a later visit downloads, with signal.

import { inWindow, openPage } from '../lib/browser.mjs';
import { installTools, watchFirstField } from '../lib/inside.mjs';
import { warmLoad } from '../lib/load.mjs';
import { firstFields } from '../lib/pages.mjs';

/** Milliseconds after which the browser has asked whether a service worker changed. */
const STAY = 4000;

export default {
  title: 'Downloaded on a later visit',
  unit: 'bytes',
  roundsMost: 3,
  conditions: [{}],
  goals: [
    { measure: 'content', most: 0 },
    { measure: 'all', what: 'with the headers of all answers', peer: 'SurveyJS' },
    { measure: 'all', what: 'with the headers of all answers', peer: 'TiddlyWiki' },
  ],
  notes: [
    'SurveyJS and TiddlyWiki come from a host that answers 304 for what did not change; of ours the browser asks ' +
      'only whether the service worker changed.',
  ],
  async prepare(bench) {
    const browser = await bench.browser();
    const { ours, SurveyJS, TiddlyWiki } = await firstFields(bench, 'honest');
    const [app, survey, wiki] = [await bench.ours('honest'), await bench.served('survey', 'honest'), await bench.served('tiddlywiki/served', 'honest')];
    const subject = (server, load) => async () => {
      let before;
      await load(() => (before = server.bytesSent()));
      const { content, all } = server.bytesSent();
      return { content: content - before.content, all: all - before.all };
    };
    return {
      subjects: {
        ours: subject(app, (between) => warmLoad(browser, ours, {}, between, STAY)),
        SurveyJS: subject(survey, (between) => revisit(browser, SurveyJS, between)),
        TiddlyWiki: subject(wiki, (between) => revisit(browser, TiddlyWiki, between)),
      },
    };
  },
};

/** Visits a page twice, with what the browser keeps by itself. */
function revisit(browser, { address, field }, between) {
  return inWindow(browser, {}, async ({ context, page }) => {
    await installTools(context);
    await watchFirstField(context, { field });
    await page.goto(address);
    await page.evaluate(() => window.bench.ready);
    await page.close();
    between();
    const again = await openPage(context);
    await again.page.goto(address);
    await again.page.evaluate(() => window.bench.ready);
    await again.page.waitForTimeout(STAY);
  });
}
