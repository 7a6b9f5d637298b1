// Fills stores as people would: a practice school by `paraf demo`, its superior and one of its teachers set up in the
// app by their key backups, and their files taken in by the app itself. Nothing is written past the app.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { program } from './bench.mjs';
import { inWindow, LAPTOP } from './browser.mjs';
import { PASSPHRASE, backupOf, quickened } from './person.mjs';

/** How many dossiers the superior has. */
export const EMPLOYEES = 200;
/** How many of them the desk lists before more are asked for (src/screens/pages/home.rs). */
export const LISTED = 50;
const RULES = 'id-2026';

/**
 * Gives the stores, made once for each version of the app.
 *
 * @returns {Promise<{files: string[], full: object, empty: object, teacher: object, changes: object[]}>} `files` are the
 *   bundles of the school, `full` what the superior's browser holds with all of them, `empty` with none, `teacher` what
 *   that of a teacher holds; `changes` are dossiers of which the superior lacks the last record, so that the
 *   file of each may change one status
 */
export async function makeStores(bench) {
  const school = join(bench.work, 'school');
  // Made anew when the app changes, or how they are made.
  const way = createHash('sha256').update(await readFile(fileURLToPath(import.meta.url))).digest('hex').slice(0, 8);
  const file = join(bench.work, `stores-${await program(bench.dist)}-${way}.json`);
  const files = await makeSchool(school);
  const there = await readFile(file, 'utf8').catch(() => undefined);
  if (there) return { files, ...JSON.parse(there) };
  bench.say(`filling stores with ${EMPLOYEES} dossiers by the app itself, once for this version of it (a minute)`);
  const keys = JSON.parse(await readFile(join(school, 'keys.json'), 'utf8')).people;
  const bundles = await Promise.all(files.map(async (path) => ({ path, ...JSON.parse(await readFile(path, 'utf8')) })));
  const changes = await cutShort(school, bundles);
  const superior = await restored(bench, school, keys.find(({ role }) => role === 'superior'), bundles[0]);
  const given = files.map((path) => changes.find((one) => one.path === path)?.before ?? path);
  const full = await takenIn(bench, superior, given, EMPLOYEES);
  const teacher = await storeOfTeacher(bench, school, keys, bundles);
  const stores = { empty: superior, full, teacher, changes };
  await writeFile(file, JSON.stringify(stores));
  return { files, ...stores };
}

async function makeSchool(folder) {
  const list = async () => (await readdir(folder).catch(() => [])).filter((name) => /^guru-\d+\.json$/.test(name)).sort();
  if ((await list()).length !== EMPLOYEES) {
    if (!process.env.PARAF_BIN) throw new Error('PARAF_BIN must name the command paraf; `cargo xtask bench` does');
    await rm(folder, { recursive: true, force: true });
    const words = ['demo', '--employees', `${EMPLOYEES}`, '--seed', '1', '--rules', RULES, '--out', folder];
    await promisify(execFile)(process.env.PARAF_BIN, words);
  }
  return (await list()).map((name) => join(folder, name));
}

/** Finds the dossiers whose last record is an answer of the employee, and writes their files as they were before it. */
async function cutShort(school, bundles) {
  const isAnswer = ({ type, by }, employee) => type === 'CoSign' && by === employee.did;
  const found = bundles.filter(({ records }) => isAnswer(records.at(-1), records[0].body.employee));
  return Promise.all(found.map(async ({ path, app, format, dossier, records }) => {
    const before = path.replace('guru-', 'before-');
    await writeFile(before, JSON.stringify({ app, format, dossier, records: records.slice(0, -1) }));
    return { path, before, href: `#/dossier/${Buffer.from(dossier.split(':')[1], 'hex').toString('base64url')}` };
  }));
}

/** Gives what the browser of a person holds after their key was restored from its backup. */
export async function restored(bench, school, key, bundle) {
  const path = join(school, `key-${key.role}.json`);
  await writeFile(path, JSON.stringify(backupOf(key, bundle)));
  const { origin } = await bench.ours();
  return inWindow(await bench.browser(), { viewport: LAPTOP }, async ({ page }) => {
    await page.goto(`${origin}/#/start`);
    await page.locator('input[type=file]').first().setInputFiles(path);
    await page.locator('#passphrase').fill(PASSPHRASE);
    await page.locator('main button.main').click();
    await page.waitForFunction(() => !location.hash.includes('start'));
    return { ...quickened(await stored(page)) };
  });
}

/** Gives what the browser of a person holds after these files were taken in. */
export async function takenIn(bench, entries, files, count) {
  const { origin } = await bench.ours();
  return inWindow(await bench.browser(), { viewport: LAPTOP, store: { origin, entries } }, async ({ page }) => {
    await page.goto(`${origin}/#/receive`);
    await page.locator('input[type=file]').first().setInputFiles(files);
    await page.locator('#arrivals').waitFor();
    await page.goto(`${origin}/#/`);
    await page.waitForFunction((count) => document.querySelectorAll('table.dossiers tbody tr').length >= count, Math.min(count, LISTED));
    return stored(page);
  });
}

/** A teacher who logs efforts: the form that is open longest. */
async function storeOfTeacher(bench, school, keys, bundles) {
  const isOpen = ({ records }) => !records.some(({ type }) => type === 'Close');
  const wanted = [...bundles].filter(isOpen).sort((one, other) => other.records.length - one.records.length);
  const bundle = wanted[Math.floor(wanted.length / 2)];
  const { employee } = bundle.records[0].body;
  const key = keys.find(({ did }) => did === employee.did);
  const entries = await restored(bench, school, key, bundle);
  return takenIn(bench, entries, [bundle.path], 1);
}

/** What is stored, but for the mark of the window that worked. */
function stored(page) {
  return page.evaluate(async () => {
    // What waits is stored within this time.
    await new Promise((done) => setTimeout(done, 1500));
    return Object.fromEntries(Object.entries({ ...localStorage }).filter(([name]) => !name.endsWith('/window')));
  });
}
