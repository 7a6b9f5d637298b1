// A practice school as people would hold it: what stands in the storage of each of its people, put together without the app.

import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { canonical, idOf, seal, signerOf } from '../lib/sealer.mjs';

/** How many employees show every case once (src/cli/demo/script.rs). */
const EMPLOYEES = 23;
const CELL = 'paraf.v2/0/';

const keyOf = (id) => Buffer.from(id.split(':')[1], 'hex').toString('base64url');

/** Makes the school by the native command. Dossiers are counted from one, as their files are. */
export async function makeSchool(folder) {
  const out = join(folder, 'school');
  const options = ['--employees', `${EMPLOYEES}`, '--seed', '1', '--rules', 'id-2026', '--out', out];
  await promisify(execFile)(process.env.PARAF_BIN, ['demo', ...options]);
  const read = async (name) => JSON.parse(await readFile(join(out, name), 'utf8'));
  const names = (await readdir(out)).filter((name) => /^guru-\d+\.json$/.test(name)).sort();
  const dossiers = await Promise.all(names.map(async (name) => ({ ...(await read(name)), path: join(out, name) })));
  const { people } = await read('keys.json');
  return { dossiers, people };
}

/** Gives the part of an address that names a dossier. */
export const addressOf = ({ dossier }) => `dossier/${keyOf(dossier)}`;

/** Gives the part of an address that names a record. */
export const addressOfRecord = (record) => keyOf(idOf(record));

/** Gives what the browser of one side holds of these dossiers; `more` changes what is stored of the person. */
export function heldBy(side, dossiers, more = {}) {
  const card = dossiers[0].records[0].body[side];
  const others = dossiers.map(({ records }) => records[0].body[side === 'employee' ? 'superior' : 'employee']);
  const records = dossiers.flatMap((dossier) => dossier.records);
  const me = { card, sealed: SEALED, employee: side === 'employee', superior: side !== 'employee', backup: 'checked', ...more };
  return {
    [`${CELL}me`]: JSON.stringify(me),
    ...Object.fromEntries(others.map((one) => [`${CELL}p/${one.did}`, JSON.stringify({ card: one, matched: null })])),
    ...Object.fromEntries(records.map((record) => [`${CELL}r/${addressOfRecord(record)}`, canonical(record)])),
  };
}

/** Gives what a device holds on which somebody else works as well. */
export function sharedWith(entries, others) {
  const moved = Object.entries(others).map(([name, value]) => [name.replace(CELL, 'paraf.v2/1/'), value]);
  return { ...entries, ...Object.fromEntries(moved) };
}

/** Gives a dossier whose employee wrote the newest version twice, apart. */
export function writtenTwice(dossier, people) {
  const last = dossier.records.at(-1);
  const { proof, by, format, '@context': context, ...content } = last;
  const key = signerOf(people.find(({ did }) => did === by));
  const again = (reason) => seal(key, { ...content, seq: last.seq + 1, parents: [idOf(last)], body: { ...last.body, reason } });
  const records = [...dossier.records, again('Ditulis di ponsel, pada pagi hari.'), again('Ditulis di laptop, pada siang hari.')];
  return { ...dossier, records };
}

/** A key in the form in which it is stored. No passphrase opens it, and no test of it has to. */
const SEALED = {
  kdf: 'PBKDF2-SHA-256',
  iterations: 1,
  salt: '3vQB7B6MrGQZaxCuFg4oh',
  cipher: 'AES-256-GCM',
  iv: '2NEpo7TZRRrLZSi2U',
  data: '2VfUX3qGrEwhMMuwYMiMqFtHMKbz3wMKBkXFh1ns1ZEv7DXnLMTZmJkQWjsQbCUfyDEqU4DCqLKzSJAkPXhDMmpv',
};
