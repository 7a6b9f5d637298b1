// P2: the app as one file that can be sent.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';

export default {
  title: 'Single file as sent, raw',
  unit: 'KiB',
  isExact: true,
  goals: [{ measure: 'size', peer: 'TiddlyWiki', most: 0.25, stretch: 0.15 }],
  async prepare(bench) {
    const file = join(bench.dist, 'paraf.html');
    const own = await stat(file).catch(() => undefined);
    if (!own) return { missing: 'not built: there is no single file of the app yet' };
    const kib = (path) => async () => ({ size: (await stat(path)).size / 1024 });
    return { subjects: { ours: kib(file), TiddlyWiki: kib(join(await bench.peer('tiddlywiki'), 'empty.html')) } };
  },
};
