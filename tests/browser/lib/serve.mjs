// Serves the built app on a free port of this computer.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Starts the server. The caller closes it at the end. It sends the headers that the app ships for its host.
 *
 * @param {string} folder the built app; by default the one that `cargo xtask test` names
 * @param {{bare?: boolean}} [options] `bare` for a host that sends none of these headers
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serve(folder = process.env.PARAF_DIST, { bare = false } = {}) {
  if (!folder) throw new Error('PARAF_DIST must name the folder of the built app');
  const root = resolve(folder);
  const headers = bare ? [] : await readHeaders(root);
  const server = createServer(async (request, response) => {
    const found = await read(root, request.url);
    response.setHeader('Cache-Control', 'no-cache');
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader('Content-Type', found?.type ?? 'text/plain');
    response.writeHead(found ? 200 : 404);
    response.end(found?.body ?? 'Not found\n');
  });
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        // The browser keeps connections open, and would keep the test from ending.
        server.closeAllConnections();
      }),
  };
}

/** Gives the headers for all files, name and value; none where the folder ships none. */
export async function readHeaders(root) {
  const text = await readFile(resolve(root, '_headers'), 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line.startsWith('  '));
  return lines.map((line) => [line.slice(2, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
}

async function read(root, target) {
  const path = target.split(/[?#]/)[0];
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  if (!file.startsWith(root + sep)) return undefined;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return readFile(file).then((body) => ({ body, type }), () => undefined);
}
