// Measures the rows that are asked for, one after the other, and writes what was found. Started by `cargo xtask bench`.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBench } from './lib/bench.mjs';
import { readOptions } from './lib/options.mjs';
import { plots } from './lib/plots.mjs';
import { measureInTurn } from './lib/rounds.mjs';
import { tables } from './lib/table.mjs';

const options = readOptions();
const here = fileURLToPath(new URL('.', import.meta.url));
// A quick run is not to be mistaken for one that counts.
const shown = options.isQuick ? join(here, '../target/bench/quick') : here;
const folders = { raw: join(shown, 'results'), shown };
await mkdir(folders.raw, { recursive: true });

const names = (await readdir(join(here, 'rows'))).filter((name) => /^p\d+\.mjs$/.test(name)).sort();
const wanted = names.filter((name) => !options.only.length || options.only.includes(idOf(name)));
if (!wanted.length) throw new Error(`--only takes some of ${names.map(idOf).join(',')}`);

const bench = openBench(options);
const failed = [];
try {
  for (const name of wanted) {
    const { default: row } = await import(`./rows/${name}`);
    bench.say(`== ${idOf(name)}: ${row.title}`);
    const start = Date.now();
    const found = await measure(row).catch((problem) => ({ failure: told(problem) }));
    if (found.failure) {
      bench.say(`${idOf(name)} failed: ${found.failure}`);
      failed.push(idOf(name));
    }
    const { title, unit, goals } = row;
    const result = { id: idOf(name), title, unit, made: await bench.made(), seconds: Math.round((Date.now() - start) / 1000), goals, notes: row.notes, ...found };
    await writeFile(join(folders.raw, name.replace('.mjs', '.json')), written(result));
  }
} finally {
  await bench.close();
}

const results = [];
for (const name of (await readdir(folders.raw)).filter((one) => one.endsWith('.json')).sort()) {
  results.push(JSON.parse(await readFile(join(folders.raw, name), 'utf8')));
}
const text = tables(results);
await writeFile(join(folders.shown, 'table.md'), text);
for (const [name, svg] of Object.entries(plots(results))) await writeFile(join(folders.shown, `${name}.svg`), svg);
console.log(`\n${text}`);
if (failed.length) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

/** Measures one row in all of its conditions; in a quick run only in that of the goal. */
async function measure(row) {
  const ready = await row.prepare(bench);
  if (ready.missing) return ready;
  const { subjects, notes = row.notes } = ready;
  const conditions = [];
  for (const [place, condition] of (row.conditions ?? [{}]).entries()) {
    const usual = place ? options.others : options.rounds;
    const rounds = row.isExact ? 0 : Math.min(usual, row.roundsMost ?? usual);
    if (place && !rounds) continue;
    bench.say(`${row.title}: ${JSON.stringify(condition)}`);
    conditions.push({ ...condition, ...(row.isExact ? await once(subjects) : await measureInTurn(subjects, condition, rounds, bench.say)) });
  }
  return { conditions, notes };
}

/** What is exact is measured once. */
async function once(subjects) {
  const samples = {};
  for (const [name, call] of Object.entries(subjects)) {
    samples[name] = Object.fromEntries(Object.entries(await call({})).map(([measure, value]) => [measure, [value]]));
  }
  return { samples, dropped: [] };
}

/** The first line of what went wrong, without the folders of this machine. */
function told(problem) {
  return String(problem.message ?? problem).split('\n')[0].replaceAll(resolve(here, '..'), '');
}

function idOf(name) {
  return `P${Number(name.slice(1, -4))}`;
}

/** One line for each list of numbers, so that the files can be read and compared. */
function written(result) {
  return `${JSON.stringify(result, null, 2).replace(/\[\s+([\d.,\s-]+?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}
