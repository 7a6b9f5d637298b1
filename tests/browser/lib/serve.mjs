// Serves the built app on a port of this computer, as a host would, or as one that fails.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a host says of files by the ends of their names. */
export const TYPES = {
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
  '.txt': 'text/plain; charset=utf-8',
};

/** What may happen to a file on its way. Each gets the answer that was to be sent, and what was found. */
export const FAILURES = {
  gone: (response) => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n'),
  html: (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Log in'),
  cut: (response, { type, body }) => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  },
  short: (response, { type, body }) => {
    response.writeHead(200, { 'Content-Type': type }).end(body.subarray(0, body.length / 2));
  },
  reset: (response) => response.socket.resetAndDestroy(),
  silent: () => {},
  slow: async (response, { type, body }) => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
    const parts = 18;
    for (let part = 0; part < parts; part += 1) {
      const [from, to] = [part, part + 1].map((place) => Math.floor((place * body.length) / parts));
      response.write(body.subarray(from, to));
      await pause(1000);
    }
    response.end();
  },
};

/**
 * Starts the server. The caller closes it at the end. It sends the headers that the app ships for its host, as they
 * stand in the folder at the time.
 *
 * @param {string} folder the built app; by default the one that `cargo xtask test` names
 * @param {{bare?: boolean, compressed?: boolean, below?: Record<string, string>, port?: number, fail?: (path: string) => string | Function | undefined}} [options]
 *   `bare` for a host that sends none of these headers, `compressed` for one that sends what `cargo xtask dist` compressed
 *   by brotli, `below` for what lies in folders of the host, by their paths,
 *   `fail` names the failure of a path, or is one like those above
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serve(folder = process.env.PARAF_DIST, { bare = false, compressed = false, below = {}, port = 0, fail } = {}) {
  if (!folder) throw new Error('PARAF_DIST must name the folder of the built app');
  const apps = Object.entries({ ...below, '': folder }).map(([under, app]) => [under, resolve(app)]);
  const server = createServer(async (request, response) => {
    const path = request.url.split(/[?#]/)[0];
    const [under, root] = apps.find(([known]) => path.startsWith(`${known}/`));
    const own = path.slice(under.length);
    const found = await read(root, own);
    const packed = compressed && found ? await read(root, `${own === '/' ? '/index.html' : own}.br`) : undefined;
    const failure = fail?.(path);
    if (failure) return void (FAILURES[failure] ?? failure)(response, found);
    for (const [name, value] of bare ? [] : await readHeaders(root, own)) response.setHeader(name, value);
    response.setHeader('Content-Type', found?.type ?? 'text/plain');
    if (packed) response.setHeader('Content-Encoding', 'br');
    response.writeHead(found ? 200 : 404);
    response.end((packed ?? found)?.body ?? 'Not found\n');
  });
  await new Promise((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done));
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

/** Gives the headers for a path, name and value: those of all files, and its own; none where the folder ships none. */
export async function readHeaders(root, path) {
  const text = await readFile(resolve(root, '_headers'), 'utf8').catch(() => '');
  const headers = [];
  let fits = false;
  for (const line of text.split('\n')) {
    if (!line.startsWith('  ')) fits = line === '/*' || line === path;
    else if (fits) headers.push([line.slice(2, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  }
  return headers;
}

async function read(root, path) {
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  if (!file.startsWith(root + sep)) return undefined;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return readFile(file).then((body) => ({ body, type }), () => undefined);
}
