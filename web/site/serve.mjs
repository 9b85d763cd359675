// Serves a folder on this machine alone, as a static host would: `node web/site/serve.mjs dist [--port 8000] [--csp]`.
//
// Sends the .br or .gz that lies beside a file where the browser takes it and it says what the file says. --csp adds the site's content security policy
// as a header (policy.mjs), which also says who may frame the wizard. startServer() is also how the browser tests and the
// bench get their pages. Lists no folders, writes nothing, and is not meant for a network.

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { headerPolicy } from './policy.mjs';

/** @import {IncomingMessage, OutgoingHttpHeaders, ServerResponse} from 'node:http' */
/** @import {AddressInfo} from 'node:net' */

/** @typedef {(packed: Buffer) => Buffer} Unpack */

/** @type {Record<string, string>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.yaml': 'application/yaml; charset=utf-8',
};

/** @type {[encoding: string, ending: string, unpack: Unpack][]} */
const encodings = [['br', '.br', brotliDecompressSync], ['gzip', '.gz', gunzipSync]];

// The files are public: a page in a sandbox, or an element in somebody else's page, fetches them as from elsewhere.
const always = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-cache',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Encoding',
};

/** @param {string} path */
async function isFile(path) {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}

/** @type {Map<string, {what: string, isSame: boolean}>} */
const compared = new Map(); // the path of a compressed copy → what was compared, and whether it says what the file says

/**
 * Whether a compressed copy is there and says what the file says: one that was left beside a file that has changed since
 * would be sent in its place.
 * @param {string} path
 * @param {string} file
 * @param {Unpack} unpack
 */
async function isCopy(path, file, unpack) {
  const [copy, original] = await Promise.all([path, file].map((one) => stat(one).catch(() => null)));
  if (!copy?.isFile()) return false;
  const what = [copy, original].map((one) => `${one?.size} ${one?.mtimeMs}`).join(' ');
  const before = compared.get(path);
  if (before?.what !== what) {
    const [packed, bytes] = await Promise.all([path, file].map((one) => readFile(one)));
    const isSame = saysTheSame(unpack, packed, bytes);
    if (!isSame) console.error(`${path} does not say what the file beside it says: it is not sent. Remove it.`);
    compared.set(path, { what, isSame });
    return isSame;
  }
  return before.isSame;
}

/**
 * @param {Unpack} unpack
 * @param {Buffer} packed
 * @param {Buffer} bytes
 */
function saysTheSame(unpack, packed, bytes) {
  try {
    return unpack(packed).equals(bytes);
  } catch {
    return false;
  }
}

/**
 * @param {string} folder
 * @param {string} url
 */
function requestedPath(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(folder + sep) ? file : null;
}

/**
 * The origins that may embed the wizard, as its own configuration names them; none where that cannot be read.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function hostsOf(folder) {
  const text = await readFile(join(folder, 'configuration.json'), 'utf8').catch(() => '{}');
  try {
    const { hosts = [] } = JSON.parse(text);
    return hosts.map(originOf).filter(Boolean);
  } catch (error) {
    console.error(`configuration.json cannot be read: ${/** @type {Error} */ (error).message} No other site may embed the form.`);
    return [];
  }
}

/**
 * An origin as a policy names it, in whatever way it is written: capitals, a slash at the end and the port that goes without
 * saying do not count. Nothing where it is none, as the form itself refuses it.
 * @param {string} host
 */
function originOf(host) {
  if (host === 'null') return host;
  try {
    const { origin, href, protocol } = new URL(host);
    return /^https?:$/.test(protocol) && href === `${origin}/` ? origin : '';
  } catch {
    return '';
  }
}

/**
 * @param {string} folder
 * @param {(name: string) => OutgoingHttpHeaders} headersFor
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
async function answer(folder, headersFor, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = requestedPath(folder, request.url ?? '');
  if (!file || !(await isFile(file))) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no such file here.\n');
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '').split(',').map((part) => part.trim().split(';')[0]);
  let sent = file;
  /** @type {OutgoingHttpHeaders} */
  const head = {
    ...always,
    ...headersFor(relative(folder, file)),
    'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
  };
  for (const [encoding, ending, unpack] of encodings) {
    if (accepted.includes(encoding) && (await isCopy(file + ending, file, unpack))) {
      sent = file + ending;
      head['Content-Encoding'] = encoding;
      break;
    }
  }
  const { size, mtimeMs } = await stat(sent);
  head['Content-Length'] = size;
  head.ETag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
  if (request.headers['if-none-match'] === head.ETag) {
    response.writeHead(304, { ETag: head.ETag }).end();
    return;
  }
  response.writeHead(200, head);
  if (request.method === 'HEAD') response.end();
  else createReadStream(sent).pipe(response);
}

/**
 * Gives its address and how to close it. `contentSecurityPolicy`: true for the site's own, or one in its place. Without a
 * port the system picks a free one; with one, the next free from there on. Rejects where none is free.
 * @param {string} folder
 * @param {{port?: number, contentSecurityPolicy?: boolean | string}} [options]
 */
export async function startServer(folder, { port = 0, contentSecurityPolicy = false } = {}) {
  const root = resolve(folder);
  const hosts = await hostsOf(root);
  const policyFor = (/** @type {string} */ name) =>
    typeof contentSecurityPolicy === 'string' ? contentSecurityPolicy : headerPolicy(name, hosts);
  const headersFor = (/** @type {string} */ name) => (contentSecurityPolicy ? { 'Content-Security-Policy': policyFor(name) } : {});
  const server = createServer((request, response) => {
    answer(root, headersFor, request, response).catch((error) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  /** @type {(at: number) => Promise<void>} */
  const listen = (at) => new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(at, '127.0.0.1', () => {
      server.off('error', fail);
      done();
    });
  });
  const last = port === 0 ? 0 : Math.min(port + 50, 65535);
  for (let at = port; ; ++at) {
    try {
      await listen(at);
      break;
    } catch (error) {
      server.removeAllListeners('error');
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE' || at >= last) throw error;
    }
  }
  return {
    address: `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}/`,
    /** @type {() => Promise<unknown>} */
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections?.();
    }),
  };
}

/**
 * @param {string} message
 * @returns {never}
 */
function refuse(message) {
  console.error(`${message}\nUse: node web/site/serve.mjs FOLDER [--port 8000] [--csp]`);
  process.exit(2);
}

/** @param {string[]} args */
async function main(args) {
  /** @type {string | null} */
  let folder = null;
  const options = { port: 8000, contentSecurityPolicy: false };
  for (let word = args.shift(); word !== undefined; word = args.shift()) {
    if (word === '--csp') options.contentSecurityPolicy = true;
    else if (word === '--port') options.port = Number(args.shift());
    else if (folder === null && !word.startsWith('-')) folder = word;
    else refuse(`${word} is not understood.`);
  }
  if (folder === null || !(await isFile(join(folder, 'index.html')))) return refuse('A folder with an index.html is needed.');
  if (!Number.isInteger(options.port) || options.port < 0 || options.port > 65535) refuse('The port is a number up to 65535.');
  const { address } = await startServer(folder, options);
  console.log(`The wizard is at ${address} (Ctrl+C ends it).`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
