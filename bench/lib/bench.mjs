// What the rows share: the browser, the servers, the built peers and the stores. Each is made when a row first asks for
// it, so that rows about sizes need no browser.

import { readFile, readdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { buildPeers } from './peers.mjs';
import { CACHING, compressed, serve } from './server.mjs';
import { makeStores } from './store.mjs';

const WORK = fileURLToPath(new URL('../../target/bench', import.meta.url));

/** Opens what the rows share; the caller closes it. */
export function openBench(options) {
  const dist = process.env.PARAF_DIST;
  if (!dist) throw new Error('PARAF_DIST must name the built app; `cargo xtask bench` does');
  const opened = new Map();
  const closing = [];
  /** Makes something once. */
  const once = (name, make) => {
    if (!opened.has(name)) opened.set(name, make());
    return opened.get(name);
  };
  const kept = join(WORK, 'compressed');
  const peers = () =>
    once('peers', () => buildPeers(WORK, dist));
  const bench = {
    ...options,
    dist,
    work: WORK,
    say: (text) => console.error(`bench: ${text}`),
    browser: () =>
      once('browser', async () => {
        const browser = await launch();
        closing.push(() => browser.close());
        return browser;
      }),
    /** Gives the folder of a peer. */
    peer: async (name) => join(await peers(), name),
    /** Serves a folder; `caching` names how long the browser may keep what it gets. */
    serve: (folder, caching = 'never') =>
      once(`${folder} ${caching}`, async () => {
        const server = await serve(folder, { kept, caching: CACHING[caching] });
        closing.push(server.close);
        return server;
      }),
    ours: (caching) => bench.serve(dist, caching),
    served: async (name, caching) => bench.serve(await bench.peer(name), caching),
    /** Gives the size of a file as a host sends it. */
    weigh: async (file) => (await compressed(await readFile(file), kept)).length,
    stores: () => once('stores', () => makeStores(bench)),
    made: async () => ({
      date: new Date().toISOString(),
      isQuick: options.isQuick,
      browser: opened.has('browser') ? `Chromium ${(await opened.get('browser')).version()}` : '',
      machine: `${cpus().length} × ${cpus()[0].model.trim()}`,
      app: await program(dist),
    }),
    close: async () => {
      for (const close of closing.reverse()) await close().catch(() => {});
    },
  };
  return bench;
}

/** Gives the name of the program in a built app, which follows from its bytes. */
export async function program(dist) {
  const names = await readdir(dist);
  const name = names.find((one) => one.endsWith('.wasm'));
  if (!name) throw new Error(`there is no built app in ${dist}`);
  return /-([0-9a-f]{8,})/.exec(name)?.[1] ?? name;
}
