// A teacher who wrote the same plan twice, apart, in two long versions that differ in a few places.

import { createPrivateKey } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { idOf, seal } from '../../tests/browser/lib/sealer.mjs';
import { restored, takenIn } from './store.mjs';

const SENTENCE = 'Kelas 5B ramai saat berganti kegiatan; sapaan di awal sudah berjalan, tetapi kesepakatan kelas belum. ';

/** Finds a dossier whose first plan waits for the superior, by its file. */
export async function waitingPlan(files) {
  for (const path of files) {
    const file = JSON.parse(await readFile(path, 'utf8'));
    const last = file.records.at(-1);
    if (last.type === 'Revision' && last.stage === 'planning' && last.by === file.records[0].body.employee.did) return { path, file };
  }
  throw new Error('no plan of the practice school waits for the superior');
}

/**
 * Gives what the browser of the teacher holds, and the two versions as texts.
 *
 * @param {number} length characters of each version, about
 */
export async function twoVersions(bench, length) {
  const { files } = await bench.stores();
  const { path, file } = await waitingPlan(files);
  const school = dirname(path);
  const { did } = file.records[0].body.employee;
  const person = JSON.parse(await readFile(join(school, 'keys.json'), 'utf8')).people.find((one) => one.did === did);
  const versions = ['pagi', 'siang'].map((word) => written(file, person, length, word));
  const paths = await Promise.all(versions.map(async (record) => {
    const apart = join(school, `apart-${idOf(record).slice(-8)}.json`);
    await writeFile(apart, JSON.stringify({ app: file.app, format: file.format, dossier: file.dossier, records: [...file.records, record] }));
    return apart;
  }));
  const entries = await takenIn(bench, await restored(bench, school, person, file), paths, 1);
  return { entries, texts: versions.map(({ body }) => JSON.stringify(body)) };
}

/** Signs a new version of the plan, in which two answers are long and have a word of their own. */
function written(file, { seed, did }, length, word) {
  const last = file.records.at(-1);
  const { proof, by, format, '@context': context, ...content } = last;
  const long = SENTENCE.repeat(Math.ceil(length / 2 / SENTENCE.length)).slice(0, length / 2 - 40);
  const body = { ...last.body, reason: `${long} Saya mulai ${word}.`, competency: `Belajar ${word}. ${long}` };
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(seed, 'hex')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return seal({ key, did }, { ...content, seq: last.seq + 1, parents: [idOf(last)], body });
}
