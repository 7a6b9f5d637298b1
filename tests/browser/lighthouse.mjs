// Asks Lighthouse, as on a phone, for the first page of whoever is new and for that of a superior with many dossiers.
// `cargo xtask lighthouse` installs it and says where; the reports are written beside one another.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchIn } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { heldBy, makeSchool } from './pages/school.mjs';
import { stored } from './pages/stored.mjs';

/** The least of each score. */
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100 };

const { LIGHTHOUSE, PARAF_REPORTS } = process.env;
const { default: lighthouse } = await import(pathToFileURL(join(LIGHTHOUSE, 'core/index.js')));
const folder = await mkdtemp(join(tmpdir(), 'paraf-lighthouse-'));
const host = await serve(undefined, { compressed: true });
try {
  const { dossiers } = await makeSchool(folder);
  await mkdir(PARAF_REPORTS, { recursive: true });
  const worse = [];
  for (const [name, entries] of Object.entries({ welcome: {}, home: await settled(heldBy('superior', dossiers)) })) {
    const { lhr, report } = await look(name, entries);
    await writeFile(join(PARAF_REPORTS, `${name}.json`), report);
    for (const [category, least] of Object.entries(LEAST)) {
      const score = Math.round(lhr.categories[category].score * 100);
      console.log(`${name}: ${category} ${score}`);
      if (score < least) worse.push(`${name}: ${category} is ${score}, not ${least}: ${failedIn(lhr, category)}`);
    }
    const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];
    console.log(`${name}: ${times.map((time) => `${time} ${lhr.audits[time].displayValue}`).join(', ')}`);
  }
  for (const told of worse) console.error(told);
  // What falls short is told in a line each, and the command ends with an error.
  if (worse.length) process.exitCode = 1;
} finally {
  await host.close();
  await rm(folder, { recursive: true, force: true });
}

/** Opens a browser of its own, in which the app was never open, and has the page looked at. */
async function look(name, entries) {
  const port = await freePort();
  const context = await openWith(entries, name, [`--remote-debugging-port=${port}`]);
  try {
    const flags = { port, output: 'json', logLevel: 'error', onlyCategories: Object.keys(LEAST), disableStorageReset: true };
    return await lighthouse(`${host.origin}/`, flags);
  } finally {
    await context.close();
  }
}

/** Gives what the browser of a person holds once the app has seen it: what lists say is stored as well then. */
async function settled(entries) {
  const context = await openWith(entries, 'settled');
  const [page] = context.pages();
  await page.goto(host.origin);
  await page.locator('table.dossiers').waitFor();
  // What waits is stored within this time.
  await page.waitForTimeout(2000);
  const kept = await stored(page);
  await context.close();
  return kept;
}

/** Opens a browser of its own, with these entries in its storage. */
async function openWith(entries, name, flags = []) {
  const context = await launchIn(join(folder, name), flags);
  const [page] = context.pages();
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(`${host.origin}/blank`);
  await page.evaluate((entries) => Object.entries(entries).forEach(([name, value]) => localStorage.setItem(name, value)), entries);
  await page.goto('about:blank');
  return context;
}

function failedIn({ categories, audits }, category) {
  const failed = categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9);
  return failed.map(({ id }) => id).join(', ');
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
