// P1: what a visitor downloads before the app is open.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Opens without them: see `LATER` in xtask/src/sizes.rs. */
const LATER = /^(rules-|icons|sw\.js|_headers|paraf\.html|\.)/;
/** What `cargo xtask dist` compressed beside the files, which are compressed here anyway. */
const DERIVED = /\.(br|gz)$/;

export default {
  title: 'First download, brotli 11',
  unit: 'KiB',
  isExact: true,
  goals: [
    { measure: 'size', peer: 'SurveyJS', most: 1, stretch: 0.8 },
    { measure: 'size', peer: 'TiddlyWiki' },
    { measure: 'whole', what: 'with the rule packs, which come after the first page', peer: 'SurveyJS' },
  ],
  async prepare(bench) {
    const sum = async (folder, names) => {
      const sizes = await Promise.all(names.map((name) => bench.weigh(join(folder, name))));
      return sizes.reduce((all, size) => all + size, 0) / 1024;
    };
    const names = (await readdir(bench.dist, { withFileTypes: true }))
      .flatMap((one) => (one.isFile() && !DERIVED.test(one.name) ? [one.name] : []));
    const first = names.filter((name) => !LATER.test(name));
    const rules = names.filter((name) => name.startsWith('rules-'));
    const [survey, wiki] = [await bench.peer('survey'), await bench.peer('tiddlywiki')];
    const both = (size) => ({ size, whole: size });
    return {
      subjects: {
        ours: async () => ({ size: await sum(bench.dist, first), whole: await sum(bench.dist, [...first, ...rules]) }),
        SurveyJS: async () => both(await sum(survey, ['index.html', 'survey.js', 'survey.css'])),
        TiddlyWiki: async () => both(await sum(wiki, ['empty.html'])),
      },
    };
  },
};
