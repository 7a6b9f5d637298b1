// P12: how much room a year of one employee takes where it is stored.

import { readFile } from 'node:fs/promises';
import canonicalize from 'canonicalize';
import { EMPLOYEES } from '../lib/store.mjs';

/** What belongs to the device and not to an employee: the reserve for hard times, and the person with their key. */
const OF_DEVICE = /\/(reserve|me|set)$/;

export default {
  title: 'Characters stored for an employee and year',
  unit: 'characters',
  isExact: true,
  goals: [{ measure: 'stored', peer: 'canonical JSON', most: 0.3, stretch: 0.2 }],
  notes: [
    `${EMPLOYEES} dossiers at all stages, as the app stored them in localStorage, names of entries too; a browser gives 5.2 million characters. ` +
      'The store is filled by the app once, which needs the browser; after that this row needs none.',
  ],
  async prepare(bench) {
    const { files, full } = await bench.stores();
    const own = Object.entries(full).filter(([name]) => !OF_DEVICE.test(name));
    const stored = own.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')));
    const raw = texts.flatMap((text) => JSON.parse(text).records).reduce((sum, record) => sum + canonicalize(record).length, 0);
    return { subjects: { ours: async () => ({ stored: stored / EMPLOYEES }), 'canonical JSON': async () => ({ stored: raw / EMPLOYEES }) } };
  },
};
