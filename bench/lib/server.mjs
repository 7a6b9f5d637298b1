// Serves a folder on a port of this computer as a good host would: compressed by brotli 11, with the headers that are
// named, and it counts the bytes that it sent.

import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { TYPES } from '../../tests/browser/lib/serve.mjs';

const compress = promisify(brotliCompress);

/** How long a browser may keep what it got: never, or as hosts of such apps say it. */
export const CACHING = {
  never: () => 'no-store',
  honest: (path) => (/-[0-9a-f]{8,}[._]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
};

/**
 * Starts a server; the caller closes it.
 *
 * @param {string} folder what is served
 * @param {{caching?: (path: string) => string, kept: string}} options `kept` is a folder for what was compressed,
 *   because quality 11 takes seconds
 */
export async function serve(folder, { caching = CACHING.never, kept }) {
  const root = resolve(folder);
  const headers = await readHeaders(root);
  const sockets = new Set();
  let content = 0;
  const server = createServer(async (request, response) => {
    if (!['GET', 'HEAD'].includes(request.method)) return void response.writeHead(405).end();
    const path = request.url.split(/[?#]/)[0];
    const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
    const raw = file.startsWith(root + sep) ? await readFile(file).catch(() => undefined) : undefined;
    if (!raw) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    const [type, etag] = [TYPES[extname(file)] ?? 'application/octet-stream', `"${hash(raw).slice(0, 16)}"`];
    const sent = { ...headers, 'Content-Type': type, 'Cache-Control': caching(path) };
    if (sent['Cache-Control'] !== 'no-store') sent.ETag = etag;
    if (sent.ETag && request.headers['if-none-match'] === etag) return void response.writeHead(304, sent).end();
    const isCompressed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && extname(file) !== '.png';
    if (isCompressed) sent['Content-Encoding'] = 'br';
    const body = isCompressed ? await compressed(raw, kept) : raw;
    content += request.method === 'GET' ? body.length : 0;
    response.writeHead(200, { ...sent, 'Content-Length': body.length }).end(body);
  });
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** The bytes of files sent so far, and all of them, with what is said around them. */
    bytesSent: () => ({ content, all: [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0) }),
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** Compresses as a host does ahead of time; what was compressed once is kept. */
export async function compressed(raw, kept) {
  const file = join(kept, hash(raw));
  const there = await readFile(file).catch(() => undefined);
  if (there) return there;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  const body = await compress(raw, { params });
  await mkdir(kept, { recursive: true });
  await writeFile(file, body);
  return body;
}

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Gives the headers that the app ships for all of its files; the policy costs time and belongs to what is measured. */
async function readHeaders(root) {
  const text = await readFile(join(root, '_headers'), 'utf8').catch(() => '');
  const block = /^\/\*\n((?: {2}.*\n?)*)/m.exec(text)?.[1] ?? '';
  const lines = block.split('\n').filter(Boolean).map((line) => line.trim());
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
}
