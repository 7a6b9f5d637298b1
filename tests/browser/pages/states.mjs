// Every page of the app in every state that it can be in, and how each is reached: by what stands in the storage, by an
// address, and where that is not enough by what a person does there.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seeStarted } from '../lib/browser.mjs';
import { button, byId, giveFile, unfold } from './person.mjs';
import { addressOf, addressOfRecord, heldBy, sharedWith, writtenTwice } from './school.mjs';
import * as setup from './setup.mjs';
import { fillRoom } from './stored.mjs';

/** Who sets up in the states of the first visit. */
const NEW = { roles: ['employee'], name: 'Sri Wahyuni, S.Pd.', office: 'Guru Kelas', school: 'SDN Sukamaju 2', nip: '198501012010012001' };
const PASSPHRASE = 'kopi pagi di beranda';

const press = (name) => (person) => button(person, name).click();
const pressMain = ({ page }) => page.locator('main .button.main:visible').last().click();
const pressId = (id) => (person) => byId(person, id).click();
const chooseRules = ({ page }) => page.getByRole('radio', { name: /2026/ }).check();
const answered = async (person) => {
  await byId(person, 'unlock').fill('bukan kata sandinya');
  await person.page.keyboard.press('Enter');
};
const inTurn = (...steps) => async (person) => {
  for (const step of steps) await step(person);
};

/**
 * A state of a page.
 *
 * @typedef {object} State
 * @property {string} name
 * @property {string} [at] the page, by what stands behind `#/`
 * @property {Record<string, string>} [holds] what is stored
 * @property {string} sees what stands on the page once the state is reached
 * @property {string} [focus] what has the focus then; the heading, where a page was only opened
 * @property {(person: object) => Promise<unknown>} [does] what a person does there
 * @property {string} [browser] how the browser is, one of those that {@link spoilBrowser} knows
 * @property {Record<string, (route: import('playwright-core').Route) => unknown>} [answers] what happens to files on their way
 * @property {(page: import('playwright-core').Page) => Promise<unknown>} [before] what is done to the storage besides
 * @property {boolean} [beside] whether another window has the app open
 * @property {boolean} [both] whether what is seen is there in both languages at once
 * @property {boolean} [modal] whether nothing but the question can be used
 * @property {boolean} [without] whether the page stands there without the program
 * @property {boolean} [loud] whether the browser tells of an error
 */

/** Gives all states, of people of the practice school. */
export function statesOf({ dossiers, people }, folder) {
  const dossier = (number) => dossiers[number - 1];
  const side = (side, number, path = '', more = {}) => ({
    holds: heldBy(side, [dossier(number)]),
    at: `${addressOf(dossier(number))}${path}`,
    ...more,
  });
  const superior = (...rest) => side('superior', ...rest);
  const employee = (...rest) => side('employee', ...rest);
  const alone = (more) => onlyPerson(heldBy('superior', [dossier(1)], more));
  const desk = heldBy('superior', dossiers);
  const teacher = heldBy('employee', [dossier(9)]);
  const apart = writtenTwice(dossier(3), people);
  const files = async (...texts) => {
    const paths = texts.map((_, place) => join(folder, `berkas ${place}.json`));
    await Promise.all(paths.map((path, place) => writeFile(path, texts[place])));
    return paths;
  };
  const bundle = ({ path, ...file }) => JSON.stringify(file);
  const forged = bundle(dossier(2)).replace(/"name":"[^"]*"/, '"name":"Orang Lain"');
  const newest = (number) => addressOfRecord(dossier(number).records.findLast(({ type }) => type === 'Revision'));

  return [
    // Who is new.
    { name: 'welcome', sees: '.doors' },
    { name: 'help', at: 'help', sees: 'main details', does: unfold },
    { name: 'not-found', holds: alone(), at: 'tidak-ada', sees: '#heading' },
    { name: 'setup', at: 'start', sees: '#name' },
    { name: 'setup-errors', at: 'start', sees: '#summary', focus: '#summary', does: press('makeSignature') },
    {
      name: 'passphrase-errors',
      at: 'start',
      sees: '#summary',
      focus: '#summary',
      does: inTurn((one) => setup.fillDetails(one, NEW), (one) => setup.makeSignature(one, 'pendek')),
    },
    {
      name: 'first-backup',
      at: 'start',
      sees: '#save-backup',
      focus: '#heading',
      does: inTurn((one) => setup.fillDetails(one, NEW), (one) => setup.makeSignature(one, PASSPHRASE)),
    },
    { name: 'inside-another-app', at: 'start', sees: '.notice, .points', browser: 'webview' },

    // Who has nothing yet.
    { name: 'home-empty', holds: alone(), sees: '.now' },
    { name: 'home-without-backup', holds: alone({ backup: 'none' }), sees: '.notices .notice' },
    { name: 'me', holds: alone(), at: 'me', sees: 'main details', does: unfold },
    { name: 'details', holds: alone(), at: 'me/details', sees: '#name' },
    { name: 'details-errors', holds: alone(), at: 'me/details', sees: '#summary', focus: '#summary', does: inTurn((one) => byId(one, 'name').fill(''), pressMain) },
    { name: 'invite', holds: alone(), at: 'invite', sees: '[type=radio]' },
    { name: 'invite-dialog', holds: alone(), at: 'invite', sees: '#unlock', focus: '#unlock', modal: true, does: inTurn(chooseRules, pressMain) },
    { name: 'wrong-passphrase', holds: alone(), at: 'invite', sees: 'dialog .problem', focus: '#unlock', modal: true, does: inTurn(chooseRules, pressMain, answered) },
    { name: 'receive-empty', holds: alone(), at: 'receive', sees: '.receive', does: unfold },
    { name: 'keep-empty', holds: alone(), at: 'keep', sees: 'main details', does: unfold },
    { name: 'aside-empty', holds: alone(), at: 'aside', sees: '#heading' },

    // The desk of a superior.
    { name: 'home-full', holds: desk, sees: 'tr.mine' },
    {
      name: 'receive-full',
      holds: heldBy('superior', [dossier(2)]),
      at: 'receive',
      sees: '#arrivals li:nth-child(4)',
      does: async (person) => giveFile(person, await files(bundle(dossier(2)), bundle(dossier(4)), forged, 'Bukan berkas Paraf.')),
    },
    {
      name: 'receiving',
      holds: alone(),
      at: 'receive',
      sees: '#progress',
      browser: 'stuck',
      does: (person) => giveFile(person, dossiers.map(({ path }) => path)),
    },
    { name: 'keep-full', holds: desk, at: 'keep', sees: 'main details', does: unfold },
    { name: 'contact', holds: heldBy('superior', [dossier(1)]), at: `contact/${dossier(1).records[0].body.employee.did}`, sees: 'ol.code' },
    {
      name: 'contact-differs',
      holds: heldBy('superior', [dossier(1)]),
      at: `contact/${dossier(1).records[0].body.employee.did}`,
      sees: 'main .notice.bad, main .problem',
      does: inTurn((one) => byId(one, 'group-0').fill('00000'), (one) => byId(one, 'group-1').fill('00000'), pressId('compare')),
    },
    { name: 'dossier-new', ...superior(1), sees: '.now' },
    { name: 'dossier-finished', ...superior(2), sees: '.now.done' },
    { name: 'dossier-to-review', ...superior(3), sees: '.now.mine' },
    { name: 'dossier-amended', ...superior(4), sees: '.now' },
    { name: 'dossier-closed', ...superior(17), sees: '.now' },
    { name: 'dossier-of-a-new-key', ...superior(23), sees: '.now', does: unfold },
    { name: 'stage-to-review', ...superior(3, '/planning'), sees: '#agree' },
    { name: 'stage-sent-back-without-a-note', ...superior(3, '/planning'), sees: '#summary', focus: '#summary', does: pressId('return') },
    { name: 'stage-with-a-remark', ...superior(3, '/planning'), sees: '[id="remarks.0.at"]', does: pressId('remarks.add') },
    { name: 'stage-dialog', ...superior(3, '/planning'), sees: '#unlock', focus: '#unlock', modal: true, does: pressId('agree') },
    { name: 'stage-agreed', ...superior(2, '/planning'), sees: '.box.filled.superior' },
    { name: 'stage-agreed-by-rule', ...superior(15, '/planning'), sees: '.box.on-behalf' },
    { name: 'stage-on-paper', ...superior(21, '/effort'), sees: '.box.on-behalf' },
    { name: 'stage-changed', ...superior(11, '/discussion'), sees: '.changes' },
    { name: 'stage-returned', ...superior(9, '/planning'), sees: '.box.returned' },
    { name: 'stage-locked', ...superior(1, '/observation'), sees: '#heading' },
    { name: 'stage-empty', ...superior(1, '/planning'), sees: '#heading' },
    { name: 'version', ...superior(9, `/planning/${newest(9)}`), sees: '.sheet' },
    { name: 'sheets', ...superior(2, '/sheets'), sees: '.sheet:nth-of-type(7)' },
    { name: 'observing', ...superior(10, '/observation/form'), sees: 'main .section' },
    { name: 'assessing', ...superior(8, '/assessment/form'), sees: 'main .section' },
    ...['handover', 'close', 'delegate', 'recommend', 'key'].map((name) => ({ name: `case-${name}`, ...superior(13, `/case/${name}`), sees: '#heading' })),
    { name: 'case-reopen', ...superior(17, '/case/reopen'), sees: '#act' },
    { name: 'case-next', ...superior(2, '/case/next'), sees: '#heading' },
    { name: 'case-errors', ...superior(13, '/case/close'), sees: '#summary', focus: '#summary', does: pressId('act') },
    { name: 'packs-missing', ...superior(3), sees: '#fetch-rules', answers: { '**/rules-*.txt': (route) => route.abort() }, loud: true },
    { name: 'packs-awaited', ...superior(3), sees: '#heading', answers: { '**/rules-*.txt': () => {} } },

    { name: 'send-again', ...superior(13, '/send'), sees: '#hand-out' },

    // Employees.
    { name: 'send', ...employee(9, '/send'), sees: '#hand-out', does: unfold },
    { name: 'send-asked', ...employee(9, '/send'), sees: '#sent', focus: '#heading', does: pressId('hand-out') },
    { name: 'sent', ...employee(9, '/send'), sees: '#not-sent', focus: '#heading', does: inTurn(pressId('hand-out'), pressId('sent')) },
    { name: 'dossier-to-write', ...employee(1), sees: '.now.mine' },
    { name: 'dossier-returned', ...employee(9), sees: '.now.mine' },
    { name: 'planning', ...employee(1, '/planning/form'), sees: 'main .section' },
    { name: 'planning-errors', ...employee(1, '/planning/form'), sees: '#summary', focus: '#summary', does: toCheck },
    { name: 'planning-again', ...employee(9, '/planning/form'), sees: 'main .section', does: unfold },
    { name: 'planning-check', ...employee(9, '/planning/form'), sees: '#sign', focus: '#heading', does: toCheck },
    { name: 'effort', ...employee(7, '/effort/form'), sees: '#check' },
    { name: 'reflection', ...employee(14, '/reflection/form'), sees: '.beside' },
    { name: 'advice', ...employee(12, '/case/key'), sees: '#heading' },
    { name: 'diverged', ...employee(3), holds: heldBy('employee', [apart]), sees: '.now' },
    { name: 'diverged-stage', ...employee(3, '/planning'), holds: heldBy('employee', [apart]), sees: 'fieldset[id^="choose-"]' },
    {
      name: 'diverged-not-chosen',
      ...employee(3, '/planning'),
      holds: heldBy('employee', [apart]),
      sees: '#summary',
      focus: '#summary',
      does: press('goOnChosen'),
    },
    { name: 'draft-discarded', ...employee(9, '/planning/form'), sees: '#undo', focus: '#undo', does: discard },

    // The device.
    { name: 'locked', holds: sharedWith(teacher, desk), sees: '[type=radio]' },
    { name: 'locked-wrong', holds: sharedWith(teacher, desk), sees: '.problem', does: unlockWrongly },
    { name: 'full', ...employee(9, '/planning/form'), sees: '.save.bad', does: typeWhenFull },
    { name: 'tight', holds: teacher, sees: '.notices .notice', before: (page) => fillRoom(page, 900_000) },
    { name: 'blocked', sees: '.notices .notice', browser: 'blocked' },
    { name: 'emptied', ...employee(9, '/planning/form'), sees: '.notices .notice', does: emptyAndType },
    { name: 'set-aside', holds: { ...teacher, 'paraf.v2/0/z/rusak': 'rusak' }, sees: '.notices .notice' },
    { name: 'aside', holds: { ...teacher, 'paraf.v2/0/z/rusak': 'rusak' }, at: 'aside', sees: 'main details, main .versions, main li' },
    { name: 'open-elsewhere', holds: teacher, sees: '#take-over', beside: true },
    { name: 'outdated', holds: { ...teacher, 'paraf.v2/format': '99' }, sees: '.bar .button' },
    { name: 'newer-version', holds: teacher, sees: '#unstored', does: showNewer },

    // What the page says without the program.
    { name: 'opening', at: 'help', sees: '#opening', answers: { '**/*.wasm': () => {} }, without: true },
    { name: 'missing', sees: '#missing', answers: { '**/*.wasm': (route) => route.abort() }, without: true, loud: true, both: true },
    { name: 'stopped', holds: teacher, sees: '#crash', does: stop, without: true, loud: true, both: true },
    { name: 'too-old', sees: '#old', browser: 'old', without: true, both: true },
    { name: 'inside-another-page', sees: '#framed', does: showFramed, answers: { '**/*.wasm': () => {} }, without: true, both: true },
  ];
}

/** Leaves of what somebody holds who they are. */
const onlyPerson = (entries) => Object.fromEntries(Object.entries(entries).filter(([name]) => name.endsWith('/me')));

/** Goes on to the last topic, and checks. */
async function toCheck(person) {
  const next = byId(person, 'next-step');
  await byId(person, 'check').waitFor({ state: 'attached' });
  while (await next.isVisible()) await next.click();
  await byId(person, 'check').click();
}

async function discard(person) {
  await type(person);
  await person.page.locator('#saved').filter({ hasText: person.say('saved') }).waitFor();
  const next = byId(person, 'next-step');
  while (await next.isVisible()) await next.click();
  await button(person, 'discard').click();
}

async function unlockWrongly({ page }) {
  await page.getByRole('radio').first().check();
  await page.locator('input[type=password]').fill('bukan kata sandinya');
  await pressMain({ page });
}

/** Types into the first field of a form. */
async function type({ page }) {
  const next = page.locator('#next-step');
  const field = page.locator('main textarea:visible').first();
  await page.locator('#check').waitFor({ state: 'attached' });
  while (!(await field.isVisible()) && (await next.isVisible())) await next.click();
  await field.fill('Ditulis lagi, dan lebih panjang. '.repeat(40));
}

async function typeWhenFull(person) {
  await person.page.locator('#check').waitFor({ state: 'attached' });
  await fillRoom(person.page);
  await type(person);
}

async function emptyAndType(person) {
  await person.page.locator('#check').waitFor({ state: 'attached' });
  await person.page.evaluate(() => localStorage.clear());
  await type(person);
}

/** Shows the question about a newer version, in the harder of its two forms, as start/versions.js does. */
function showNewer({ page }) {
  return page.evaluate(() => ['fresh', 'unstored'].forEach((id) => document.getElementById(id).removeAttribute('hidden')));
}

/** Shows what the page is inside another one, as start/begin.js does. */
function showFramed({ page }) {
  return page.evaluate(() => {
    document.getElementById('app').remove();
    document.getElementById('framed').removeAttribute('hidden');
  });
}

async function stop({ page }) {
  await seeStarted(page);
  await page.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
}

const BLANK = '<!doctype html><title>blank</title><link rel="icon" href="data:,">';
const SETTINGS = 'paraf.v2/set';

/** How a browser may be, by the word behind `?` in the address. Runs in the page before anything else. */
export function spoilBrowser() {
  const is = location.search.slice(1);
  if (is === 'old') delete window.WebAssembly;
  if (is === 'webview') {
    const userAgent = 'Mozilla/5.0 (Linux; Android 13; SM-A047F; wv) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 WhatsApp/2.24';
    Object.defineProperty(Navigator.prototype, 'userAgent', { value: userAgent });
  }
  if (is === 'blocked') {
    const get = () => {
      throw new DOMException('The user denied the storage.', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get });
  }
  // What takes long never goes on.
  if (is === 'stuck') MessagePort.prototype.postMessage = () => {};
}

/**
 * Brings a person into a state, whatever they did before.
 *
 * @param {State} state
 * @param {'id' | 'en'} lang
 */
export async function reach(person, state, lang) {
  const { page, address, origin } = person;
  await page.unrouteAll();
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: BLANK }));
  // Here the app does not run, and what was open before lets go.
  await page.goto(`${origin}/blank`);
  for (const [files, answer] of Object.entries(state.answers ?? {})) await page.route(files, answer);
  const entries = { ...state.holds, [SETTINGS]: JSON.stringify({ lang, lock: false }) };
  await page.evaluate((entries) => {
    localStorage.clear();
    Object.entries(entries).forEach(([name, value]) => localStorage.setItem(name, value));
  }, entries);
  await state.before?.(page);
  const beside = state.beside ? await openBeside(person) : undefined;
  await page.goto(`${address}${state.browser ? `?${state.browser}` : ''}`, { waitUntil: state.without ? 'commit' : 'load' });
  if (!state.without) await seeStarted(page);
  if (state.at) await page.evaluate((at) => void (location.hash = `#/${at}`), state.at);
  await state.does?.(person);
  await page.locator(state.sees).filter({ visible: true }).first().waitFor();
  return beside;
}

/** Opens the app in another window of the same browser, which then is the one that works. */
async function openBeside({ context, address }) {
  const page = await context.newPage();
  await page.goto(address);
  await seeStarted(page);
  return page;
}
