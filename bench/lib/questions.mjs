// Writes the questions of our rule pack down for SurveyJS: five pages of eight questions, with the same texts.

import { readFile } from 'node:fs/promises';

const PACK = new URL('../../src/rules/packs/id-2026.json', import.meta.url);
const PAGES = ['planning', 'preparation', 'observation', 'discussion', 'assessment'];
const QUESTIONS = 8;
/** Longer lists open, as ours do; shorter ones stand on the page. */
const LISTED = 6;

/** Gives the form in the words of SurveyJS. */
export async function surveyOfPack() {
  const pack = JSON.parse(await readFile(PACK, 'utf8'));
  const pages = PAGES.map((name) => {
    const stage = pack.stages.find((one) => one.stage === name);
    const elements = questionsOf(stage).slice(0, QUESTIONS).map((field) => element(pack, name, field));
    if (elements.length < QUESTIONS) throw new Error(`the stage ${name} asks less than ${QUESTIONS} questions`);
    return { name, title: stage.purpose.id, elements };
  });
  return { locale: 'en', widthMode: 'responsive', showProgressBar: true, pages };
}

/** Lists what a stage asks, each once: of a list its columns, as a line of it asks them; last what the other side answers. */
function questionsOf(stage) {
  const fields = [...stage.document, ...(stage.reply ?? [])].flatMap((section) => section.fields);
  const single = fields.flatMap((field) => field.fields ?? [field]);
  return single.filter((field, place) => single.findIndex(({ name }) => name === field.name) === place);
}

function element(pack, page, field) {
  const common = { name: `${page}.${field.name}`, title: field.label.id, isRequired: !field.optional };
  if (field.hint) common.description = field.hint.id;
  const choices = field.list && choicesOf(pack, field.list);
  switch (field.kind) {
    case 'choice':
      return { ...common, type: choices.length > LISTED ? 'dropdown' : 'radiogroup', choices };
    case 'choices':
      return { ...common, type: 'checkbox', choices };
    case 'text':
      return { ...common, type: 'comment', maxLength: 4000, rows: 4 };
    case 'date':
    case 'time':
    case 'number':
      return { ...common, type: 'text', inputType: field.kind };
    default:
      return { ...common, type: 'text' };
  }
}

/** Follows the path of a list: what an answer opens is what the first item of the list opens. */
function choicesOf(pack, path) {
  const [name, ...inner] = path.split('/');
  const items = inner.reduce((list) => list.find((item) => item.items)?.items ?? list, pack.lists[name]);
  return items.map((item) => ({ value: item.id, text: item.name.id }));
}
