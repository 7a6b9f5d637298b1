// A person with a browser of their own: who they are, the words they read, the files they keep.

import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';

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

/** The teacher at a laptop, where a form shows all its topics at once. */
export const AT_DESK = { ...TEACHER, window: { ...PRINCIPAL.window, locale: 'id-ID', colorScheme: 'light' } };

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

/** Waits until no such words stand on the page any more. */
export async function seeGone(person, name, ...values) {
  await person.page.getByText(person.say(name, ...values)).waitFor({ state: 'hidden' });
}

/** Opens whatever is folded on the page. */
export async function unfold(person) {
  await person.page.evaluate(() => {
    for (const part of document.querySelectorAll('main details:not([open])')) part.open = true;
  });
}

/** Does something that downloads a file, and keeps the file on disk under the name it came with. */
export async function keepFile(person, action) {
  const [download] = await Promise.all([person.page.waitForEvent('download'), action()]);
  const name = download.suggestedFilename();
  const path = join(await mkdtemp(join(person.folder, 'file-')), name);
  await download.saveAs(path);
  return { name, text: await readFile(path, 'utf8'), path };
}

/** Gives a file to the only place of the page that takes one. */
export async function giveFile(person, path) {
  await person.page.locator('input[type=file]').setInputFiles(path);
}

/** Opens a page of the app by its address. */
export function goTo(person, path) {
  return person.page.goto(`${person.address}#/${path}`);
}

/** Opens a page from the menu at the top. */
export async function openMenu(person, name) {
  await person.page.getByRole('navigation').getByRole('link', { name: person.say(name), exact: true }).click();
}

/** Goes back by the link above the heading. */
export async function goBack(person) {
  await person.page.locator('main a.back').click();
}
