// Makes the service worker of a built app: node xtask/worker.mjs FOLDER, started where workbox-build is installed.
//
// Workbox is Google's kept library for this; `tests/browser/offline.test.mjs` holds it to what is said here.

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cwd } from 'node:process';

const { generateSW } = createRequire(join(cwd(), 'package.json'))('workbox-build');
const folder = resolve(process.argv[2]);

let page;

/** Adds the hash of each file: what a host cut off, mixed up or answered with something else is never kept. */
const withHashes = async (entries) => {
  const manifest = await Promise.all(entries.map(async (entry) => ({ ...entry, integrity: `sha256-${await hashOf(entry.url)}` })));
  page = manifest.find(({ url }) => url === 'index.html');
  return { manifest };
};

async function hashOf(name) {
  return createHash('sha256').update(await readFile(join(folder, name))).digest('base64');
}

const { count, size, warnings } = await generateSW({
  globDirectory: folder,
  swDest: join(folder, 'sw.js'),
  // All that the app needs to open. The icons are for the system, which fetches them itself; hosts read `_headers`, and
  // send what is compressed already; the app in one file is for other places.
  globPatterns: ['**/*'],
  globIgnores: ['sw.js', '_headers', 'icons/**', '**/*.br', '**/*.gz', 'paraf.html*'],
  manifestTransforms: [withHashes],
  // The program is larger than what Workbox would keep by itself.
  maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
  // Its name says what is in it, so the browser need not be asked for it anew.
  dontCacheBustURLsMatching: /-[0-9a-f]{16}[._]/,
  // The name of the cache ends with the folder of the app, so that two apps of one host have one each.
  cacheId: 'paraf',
  // Not set: `cleanupOutdatedCaches`. It removes caches that only older versions of Workbox made, of which this app has
  // none, and of an app at the top of a host it would remove those of all apps in folders below.
  cleanupOutdatedCaches: false,
  // The first visit is enough: the page that is open is served from then on.
  clientsClaim: true,
  // A newer version waits until a person asks for it, or until no page of the older is open.
  skipWaiting: false,
  directoryIndex: 'index.html',
  ignoreURLParametersMatching: [/^/],
  // Other addresses in the very folder of the app are for the host to answer, and open the app without signal. Those of
  // folders below may be other apps.
  runtimeCaching: [
    {
      urlPattern: ({ request, url }) =>
        request.mode === 'navigate' && new URL('./', url).href === self.registration.scope,
      handler: 'NetworkOnly',
      options: { precacheFallback: { fallbackURL: 'index.html' } },
    },
  ],
  // One file without imports, so that the worker cannot be there in part.
  inlineWorkboxRuntime: true,
  sourcemap: false,
  mode: 'production',
  babelPresetEnvTargets: ['chrome >= 100'],
});
// The page is looked at each time before it is shown (start/kept-page.js).
const part = (name) => readFile(fileURLToPath(new URL(`../start/${name}`, import.meta.url)), 'utf8');
const look = (await part('kept-page.js')).replace(/^\/\/.*\n|^\/\*\*.*\n/gm, '').replace(/\n\s*/g, '\n');
const known = {
  key: `index.html?__WB_REVISION__=${page.revision}`,
  hash: await hashOf('index.html'),
  broken: (await part('broken.html')).replaceAll('\n', ''),
};
const worker = join(folder, 'sw.js');
await writeFile(worker, `(()=>{const PAGE=${JSON.stringify(known)};${look}})();\n${await readFile(worker, 'utf8')}`);
// What it warns of is a file that is not kept, and the app opens without signal only with all of them.
if (warnings.length) throw new Error(warnings.join('\n'));
console.log(`xtask: ${count} files of ${size} bytes are kept on a device`);
