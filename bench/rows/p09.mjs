// P9: the app is opened with all that a superior has.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LAPTOP } from '../lib/browser.mjs';
import { DEVICES } from '../lib/conditions.mjs';
import { ROW } from '../lib/desk.mjs';
import { coldLoad, loadUntil } from '../lib/load.mjs';
import { firstFields } from '../lib/pages.mjs';
import { EMPLOYEES, LISTED } from '../lib/store.mjs';

const PLAIN = 'JS that parses plain JSON';
const DRAFT = 'SurveyJS with a draft';

export default {
  title: `Start with ${EMPLOYEES} dossiers → first page painted`,
  unit: 'ms',
  conditions: DEVICES,
  goals: [
    { measure: 'ready', peer: PLAIN, most: 0.5, stretch: 0.25 },
    { measure: 'ready', peer: DRAFT, most: 0.4, stretch: 0.25 },
  ],
  notes: [
    'the first peer keeps the same records as plain JSON in localStorage, parses all of them and shows one line each; it checks nothing, ' +
      'judges nothing, and its program is 0.4 KB. The second opens one form of 40 questions.',
  ],
  async prepare(bench) {
    const { files, full } = await bench.stores();
    const [app, work] = [(await bench.ours()).origin, (await bench.served('work')).origin];
    const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')));
    const plain = Object.fromEntries(texts.map((text, place) => [`dossier ${place}`, text]));
    const survey = (await firstFields(bench)).SurveyJS;
    const entries = { draft: JSON.stringify(await draft(join(await bench.peer('.'), 'questions.json'))) };
    const browser = await bench.browser();
    const list = (address, entries, count) => (condition) =>
      loadUntil(browser, { address, viewport: LAPTOP, store: { origin: new URL(address).origin, entries }, selector: ROW, count }, condition);
    return {
      subjects: {
        ours: list(`${app}/#/`, full, LISTED),
        [PLAIN]: list(`${work}/store.html`, plain, EMPLOYEES),
        [DRAFT]: (condition) =>
          coldLoad(browser, { ...survey, viewport: LAPTOP, store: { origin: new URL(survey.address).origin, entries } }, condition),
      },
    };
  },
};

/** Answers all questions. */
async function draft(path) {
  const { pages } = JSON.parse(await readFile(path, 'utf8'));
  const text = 'Kelas 5B ramai saat berganti kegiatan; sapaan di awal sudah berjalan, tetapi kesepakatan kelas belum. ';
  const answers = { comment: text.repeat(5), checkbox: ({ choices }) => [choices[0].value], dropdown: ({ choices }) => choices[0].value };
  const dates = { date: '2026-03-10', time: '07:30', number: 6 };
  const answer = (one) => {
    const given = answers[one.type === 'radiogroup' ? 'dropdown' : one.type] ?? dates[one.inputType] ?? 'Matematika';
    return typeof given === 'function' ? given(one) : given;
  };
  return Object.fromEntries(pages.flatMap(({ elements }) => elements).map((one) => [one.name, answer(one)]));
}
