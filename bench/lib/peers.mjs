// Builds the pages that ours is measured against, each at its best: bundled and minified for production, without what it
// does not need. README.md says what each of them does more than ours, and what less.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { surveyOfPack } from './questions.mjs';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
/** Registers the service worker once the page stands, so that it does not take part in the first load. */
const REGISTER = '<script>addEventListener("load",()=>navigator.serviceWorker?.register("sw.js"))</script>';

/**
 * Builds all of them, unless that was done from the very same parts.
 *
 * @param {string} work where what is built is kept
 * @param {string} dist the built app, whose style the pages with the same DOM share
 * @returns {Promise<string>} the folder
 */
export async function buildPeers(work, dist) {
  const folder = join(work, 'peers');
  const mark = join(folder, 'made-of');
  const parts = await hashOfParts(dist);
  if ((await readFile(mark, 'utf8').catch(() => '')) === parts) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await blank(join(folder, 'blank'));
  await survey(join(folder, 'survey'));
  await tiddlywiki(join(folder, 'tiddlywiki'));
  await bundled(join(folder, 'desk'), ['desk-vanilla', 'desk-react', 'desk-checked'], dist);
  await bundled(join(folder, 'work'), ['check-webcrypto', 'check-noble', 'store', 'send', 'diff'], dist);
  await page(join(folder, 'work'), 'textarea', '<textarea rows="10" cols="40"></textarea>');
  await writeFile(mark, parts);
  return folder;
}

async function hashOfParts(dist) {
  const hash = createHash('sha256').update(await styleOf(dist));
  const sources = (await readdir(join(HERE, 'peers'))).sort().map((name) => join('peers', name));
  const own = ['package-lock.json', 'lib/peers.mjs', 'lib/questions.mjs', '../src/rules/packs/id-2026.json'];
  for (const name of [...own, ...sources]) hash.update(await readFile(join(HERE, name)));
  return hash.digest('hex');
}

async function blank(folder) {
  const body = '<h1>Pengelolaan kinerja yang disepakati berdua</h1><form><label>Nama <input name="name"></label></form>';
  await page(folder, 'index', body + REGISTER);
  await addWorker(folder);
}

async function survey(folder) {
  const questions = join(dirname(folder), 'questions.json');
  await mkdir(folder, { recursive: true });
  await writeFile(questions, JSON.stringify(await surveyOfPack()));
  await bundle({ survey: join(HERE, 'peers/survey.mjs') }, folder, { './questions.json': questions });
  const head = '<link rel="stylesheet" href="survey.css"><script type="module" src="survey.js"></script>';
  await page(folder, 'index', `<div id="survey"></div>${REGISTER}`, head);
  await addWorker(folder);
}

/** TiddlyWiki makes its own empty file; it is the one that people download. */
async function tiddlywiki(folder) {
  const own = dirname(require.resolve('tiddlywiki/package.json'));
  const command = [join(own, 'tiddlywiki.js'), join(own, 'editions/empty'), '--output', folder, '--build', 'empty'];
  await promisify(execFile)(process.execPath, command);
  const empty = await readFile(join(folder, 'empty.html'), 'utf8');
  const served = empty.replace(/<\/body>(?![\s\S]*<\/body>)/, `${REGISTER}</body>`);
  if (served === empty) throw new Error('the file of TiddlyWiki has another end than expected');
  // The empty file stays beside the served one: it is what somebody sends.
  await mkdir(join(folder, 'served'), { recursive: true });
  await writeFile(join(folder, 'served/index.html'), served);
  await addWorker(join(folder, 'served'));
}

/** Gives the style of the built app, which stands inside its page. */
export async function styleOf(dist) {
  const styles = (await readFile(join(dist, 'index.html'), 'utf8')).matchAll(/<style>([\s\S]*?)<\/style>/g);
  const style = [...styles].map(([, text]) => text).join('\n');
  if (!style.includes('.desk')) throw new Error('the style does not stand inside the page where it is looked for');
  return style;
}

async function bundled(folder, names, dist) {
  await bundle(Object.fromEntries(names.map((name) => [name, join(HERE, `peers/${name}.mjs`)])), folder);
  await writeFile(join(folder, 'style.css'), await styleOf(dist));
  const head = (name) => `<link rel="stylesheet" href="style.css"><script type="module" src="${name}.js"></script>`;
  for (const name of names) await page(folder, name, '<div id="app"></div>', head(name));
}

async function bundle(entryPoints, folder, files = {}) {
  const named = { name: 'named', setup: (one) => one.onResolve({ filter: /\.json$/ }, ({ path }) => ({ path: files[path] })) };
  await build({
    entryPoints, outdir: folder, bundle: true, minify: true, format: 'esm', target: 'chrome100', legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' }, plugins: [named], absWorkingDir: HERE, logLevel: 'error',
  });
}

async function page(folder, name, body, head = '') {
  await mkdir(folder, { recursive: true });
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">';
  const html = `<!doctype html><html lang="id">${meta}<title>${name}</title><link rel="icon" href="data:,">${head}<body>${body}`;
  await writeFile(join(folder, `${name}.html`), html);
}

/** The smallest service worker that opens a page without signal: it keeps all files and answers from them. */
async function addWorker(folder) {
  const files = (await readdir(folder)).filter((name) => name !== 'index.html');
  const worker = `addEventListener('install',e=>e.waitUntil(caches.open('1').then(c=>c.addAll(${JSON.stringify(['./', ...files])}))));
addEventListener('activate',e=>e.waitUntil(clients.claim()));
addEventListener('fetch',e=>e.respondWith(caches.match(e.request,{ignoreSearch:true}).then(r=>r??fetch(e.request))));`;
  await writeFile(join(folder, 'sw.js'), worker);
}
