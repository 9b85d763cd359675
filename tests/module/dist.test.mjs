// The folder that is laid out for a server: the same bytes wherever it is laid out, whole by its own list, with the
// licenses of what is inside and nothing of the machine that it was made on.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { instantiate } from '../../web/package/reply.mjs';
import { startServer } from '../../web/site/serve.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(top, 'dist');

const filesIn = (folder) => readdirSync(folder, { recursive: true }).map(String)
  .filter((name) => statSync(join(folder, name)).isFile()).sort();
const digest = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
const digests = (folder) => Object.fromEntries(filesIn(folder).map((name) => [name, digest(join(folder, name))]));

test('laid out again, into another folder, the site is the same to the byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'telework-dist-'));
  try {
    execFileSync(process.execPath, [join(top, 'web/site/layout.mjs'), folder], { cwd: folder });
    assert.deepEqual(digests(folder), digests(dist));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the fonts are cut to the same bytes at another time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'telework-fonts-'));
  try {
    const source = join(top, 'web/node_modules/@expo-google-fonts/public-sans');
    execFileSync('/usr/bin/python3', [join(top, 'assets/fonts/make_fonts.py'), source, folder]);
    assert.deepEqual(digests(folder), digests(join(top, 'build/fonts')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('SHA256SUMS lists every file but itself and the configuration, as it is', () => {
  const lines = readFileSync(join(dist, 'SHA256SUMS'), 'utf8').trimEnd().split('\n').map((line) => line.split('  '));
  const listed = Object.fromEntries(lines.map(([sum, name]) => [name, sum]));
  const held = Object.entries(digests(dist)).filter(([name]) => !/^(SHA256SUMS|configuration\.json)$/.test(name));
  assert.deepEqual(listed, Object.fromEntries(held));
});

test('what an agency edits has no compressed copy that would go on saying what it said', () => {
  assert.deepEqual(filesIn(dist).filter((name) => name.startsWith('configuration.')), ['configuration.json']);
});

test('a compressed copy is sent where it says what the file says, and never one that was left beside a changed file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telework-copies-'));
  const file = join(folder, 'configuration.json');
  const write = (content, of) => {
    writeFileSync(file, content);
    writeFileSync(`${file}.br`, brotliCompressSync(of));
    writeFileSync(`${file}.gz`, gzipSync(of));
  };
  write('{"rates": []}', '{"rates": []}');
  const { address, close } = await startServer(folder);
  const answers = async () => {
    const response = await fetch(`${address}configuration.json`, { headers: { 'Accept-Encoding': 'br, gzip' } });
    return [response.headers.get('Content-Encoding'), await response.text()];
  };
  const complaint = console.error;
  const said = [];
  console.error = (words) => said.push(words);
  try {
    assert.deepEqual(await answers(), ['br', '{"rates": []}']);
    write('{"shared_computer": true}', '{"rates": []}'); // the copies are the newer files
    assert.deepEqual(await answers(), [null, '{"shared_computer": true}']);
    assert.match(said[0], /configuration\.json\.br does not say what the file beside it says/);
    write('{"rates": [1]}', '{"rates": [1]}');
    writeFileSync(`${file}.br`, 'not compressed');
    assert.deepEqual(await answers(), ['gzip', '{"rates": [1]}']);
  } finally {
    console.error = complaint;
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the header names who may frame the form, in whatever way the configuration writes it, and for index.html nobody else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telework-hosts-'));
  const hosts = ['HTTPS://Intranet.Example.GOV/', 'https://a.example:443', 'http://b.example:8080', 'https://c.example/path', '*', 42, 'd.example', null];
  writeFileSync(join(folder, 'configuration.json'), JSON.stringify({ hosts }));
  ['index.html', 'embed.html'].forEach((name) => writeFileSync(join(folder, name), ''));
  const { address, close } = await startServer(folder, { contentSecurityPolicy: true });
  const ancestors = async (name) => {
    const { headers } = await fetch(`${address}${name}`);
    return /frame-ancestors ([^;]*)/.exec(headers.get('Content-Security-Policy'))[1];
  };
  try {
    assert.equal(await ancestors('embed.html'), "'self' https://intranet.example.gov https://a.example http://b.example:8080");
    assert.equal(await ancestors('index.html'), "'self'");
    assert.equal(await ancestors(''), "'self'");
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the service worker holds the digest of everything that the wizard may ask for', () => {
  const script = readFileSync(join(dist, 'service_worker.js'), 'utf8');
  const held = new Map([...script.matchAll(/\["([^"]*)","sha256-([^"]+)"\]/g)].map(([, name, sum]) => [name || 'index.html', sum]));
  for (const [name, sum] of held) {
    assert.equal(Buffer.from(sum, 'base64').toString('hex'), digest(join(dist, name)), name);
  }
  const apart = /\.(br|gz)$|^(service_worker\.js|SHA256SUMS|LICENSES\.txt|fonts\/LICENSE\.txt|packet\.schema\.json|configuration\.json|(demo|web-team)\b.*)$/;
  assert.deepEqual([...held.keys()].sort(), filesIn(dist).filter((name) => !apart.test(name)));
});

test('no file says where it was made', () => {
  for (const name of filesIn(dist).filter((file) => !/\.(br|gz)$/.test(file))) {
    assert.ok(!readFileSync(join(dist, name)).includes(top), `${name} holds ${top}`);
  }
});

test('the wizard begins with little memory: all of it is kept at each call until its second half is there', async () => {
  const { memory } = await instantiate(new Uint8Array(readFileSync(join(dist, 'telework.wasm'))));
  assert.equal(memory.buffer.byteLength, 2 << 20);
});

test('the licenses of what is inside are there', () => {
  const text = readFileSync(join(dist, 'LICENSES.txt'), 'utf8');
  for (const words of ['Omar Cornut', 'SIL OPEN FONT LICENSE', 'Rich Felker', 'Emscripten', 'LLVM', 'GeoNames']) {
    assert.match(text, new RegExp(words, 'i'), words);
  }
});
