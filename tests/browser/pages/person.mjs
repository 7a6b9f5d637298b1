// A person with a browser of their own: who they are, the words they read, the files they keep.

import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPerson, saveDownload } from '../lib/browser.mjs';
import { wordsIn } from './words.mjs';

/** Milliseconds within which every page of the app has to answer. */
export const PATIENCE = 10_000;

export const TEACHER = {
  lang: 'id',
  name: 'Sri Wahyuni, S.Pd.',
  office: 'Guru Kelas',
  school: 'SDN Sukamaju 2',
  nip: '198501012010012001',
  passphrase: 'kopi pagi di beranda',
  roles: ['employee'],
  window: { locale: 'id-ID', colorScheme: 'light', viewport: { width: 360, height: 640 } },
};

export const PRINCIPAL = {
  lang: 'en',
  name: 'Drs. Bambang Hartono, M.Pd.',
  office: 'Kepala Sekolah',
  school: 'SDN Sukamaju 2',
  nip: '',
  passphrase: 'seven green umbrellas',
  roles: ['superior'],
  window: { locale: 'en-US', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
};

/**
 * Opens the app for a person.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 * @param {typeof TEACHER} who
 * @param {(context: import('playwright-core').BrowserContext) => Promise<unknown>} [before] what to
 *   do to the browser before the app opens
 */
export async function enter(browser, origin, who, before = async () => {}) {
  const opened = await openPerson(browser, origin, who.window);
  const folder = await mkdtemp(join(tmpdir(), 'paraf-journey-'));
  opened.context.setDefaultTimeout(PATIENCE);
  await before(opened.context);
  const person = {
    ...opened,
    who,
    origin,
    folder,
    files: 0,
    barriers: [],
    say: wordsIn(who.lang),
    leave: async () => {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await person.page.goto(origin);
  return person;
}

/** Gives a button by its words, exactly. */
export function button(person, name, ...values) {
  return person.page.getByRole('button', { name: person.say(name, ...values), exact: true });
}

/** Gives a link by its words, exactly. */
export function link(person, name, ...values) {
  return person.page.getByRole('link', { name: person.say(name, ...values), exact: true });
}

/** Gives what has a certain id; ids of inputs are the paths of answers, with dots in them. */
export function byId(person, id) {
  return person.page.locator(`[id="${id}"]`);
}

/** Waits until the page has this heading. */
export async function seeHeading(person, text) {
  await person.page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();
}

/** Waits until these words stand on the page; they may be the beginning of a text. */
export async function see(person, name, ...values) {
  await person.page.getByText(person.say(name, ...values)).filter({ visible: true }).first().waitFor();
}

/** Opens whatever is folded on the page. */
export async function unfold(person) {
  await person.page.evaluate(() => {
    for (const part of document.querySelectorAll('main details:not([open])')) part.open = true;
  });
}

/** Does something that downloads a file, and keeps the file on disk under the name it came with. */
export async function keepFile(person, action) {
  const { name, text, path } = await saveDownload(person.page, action);
  person.files += 1;
  const place = join(person.folder, String(person.files));
  await mkdir(place);
  await copyFile(path, join(place, name));
  return { name, text, path: join(place, name) };
}

/** Fails with all that went wrong quietly: requests elsewhere, and errors nobody saw. */
export function assertQuiet(person) {
  const { strayRequests, consoleErrors, pageErrors } = person;
  assert.deepEqual({ strayRequests, consoleErrors, pageErrors }, { strayRequests: [], consoleErrors: [], pageErrors: [] });
}

/** Opens a page from the menu at the top. */
export async function openMenu(person, name) {
  await person.page.getByRole('navigation').getByRole('link', { name: person.say(name), exact: true }).click();
}

/** Goes back by the link above the heading. */
export async function goBack(person) {
  await person.page.locator('main a.back').click();
}
