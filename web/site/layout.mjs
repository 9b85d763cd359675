// Lays out the static site in dist/ from what the builds left: `node web/site/layout.mjs [folder]`, after both builds.
//
//   index.html and what else is in shell/   as it is, but pages hold the first screen where they ask for it, name
//                                           beforehand the scripts that theirs will ask for, and carry the policy of the
//                                           site and the digests of what they name
//   app.mjs, wizard.mjs, core.mjs, …        bundled and made small from web/; what the page asks for later apart
//   style.css, fonts.css, embedded.css      the styles: those of the first screen, the typeface and pictures, and what
//                                           is different inside other people's pages
//   telework-wizard.mjs                     the element for these
//   telework.wasm, telework.rest.wasm       the module in two halves (halves.mjs); plain/ has it whole as JavaScript
//   rollup.wasm                             the report on many packets; plain/ has it as JavaScript
//   canvas.wasm                             the canvas (plain.mjs makes the JavaScript; there is no canvas without Wasm)
//   cases.html, cases/                     ten worked cases, worked out by the modules of the site (cases.mjs)
//   accessibility*.html, *-report.yaml      the accessibility statement and the conformance report (accessibility.mjs)
//   sample-report*                          the report on an invented agency, made by the command (sample_report.mjs)
//   rates/, fonts/, packet.schema.json      what the modules are given, and what a packet looks like
//   service_worker.js                       keeps the site for use without a network, with the digest of each file
//   icon-*.png, LICENSES.txt, SHA256SUMS    icons, whose work is inside, and the digest of each file
//   *.br, *.gz                              each text and module, compressed once, for hosts that can; none of
//                                           configuration.json, which an agency edits: they would go on saying what it said
//
// The same builds give the same bytes, whatever the folder and the day. A file is written only when its bytes differ,
// and what no longer belongs is removed. Does not compile any C++.

import { build, transform } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { conformanceTable, limitsAsHtml, reportAsHtml, reportAsOpenAcr } from './accessibility.mjs';
import { casesIn, casesPage } from './cases.mjs';
import { halvesOf } from './halves.mjs';
import { iconPng } from './icons.mjs';
import { licenses } from './licenses.mjs';
import { plainModule } from './plain.mjs';
import { headerPolicy, pagePolicy, watchScript } from './policy.mjs';
import { firstScreen } from './prerender.mjs';
import { sampleReport, sampleStyle } from './sample_report.mjs';

/** @import {BuildOptions} from 'esbuild' */

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const modulesFolder = join(top, 'build/wasm/web/module');
const site = resolve(process.argv[2] ?? join(top, 'dist'));
const compressed = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.ttf', '.txt', '.wasm', '.webmanifest', '.yaml']);
const entries = [
  'page/early.mjs', 'embed/embedding.mjs', 'page/app.mjs', 'package/wizard.mjs', 'package/core.mjs', 'page/core_worker.mjs',
  'package/report.mjs', 'page/report_worker.mjs',
];
// What the page asks for at once, and what can wait until its first field can be used.
const styles = {
  'style.css': ['style', 'meanwhile', 'tables', 'coming', 'canvas_view'].map((name) => `page/styles/${name}.css`),
  'fonts.css': ['fonts', 'pictures', 'copy_text', 'progress', 'answers'].map((name) => `page/styles/${name}.css`),
  'embedded.css': ['embed/embedded.css'],
};

const edited = 'configuration.json'; // by an agency: it has no compressed copies and no digest
// What the wizard itself never asks for, and what an agency changes: neither is kept for use without a network.
const apart = /^(configuration\.json|packet\.schema\.json|LICENSES\.txt|fonts\/LICENSE\.txt|(demo|web-team)\b.*)$/;

const written = new Set();
/** @type {Map<string, Buffer>} */
const digests = new Map(); // name → SHA-256 of its bytes, of the files that are not compressed copies

/** @param {string} path */
async function readOrNull(path) {
  return readFile(path).catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/**
 * @param {string} name
 * @param {string | Uint8Array} bytes
 */
async function put(name, bytes) {
  const path = join(site, name);
  const content = Buffer.from(bytes);
  const kinds = compressed.has(extname(name)) && name !== edited ? [name, `${name}.br`, `${name}.gz`] : [name];
  kinds.forEach((kind) => written.add(kind));
  digests.set(name, createHash('sha256').update(content).digest());
  const before = await readOrNull(path);
  const complete = (await Promise.all(kinds.map((kind) => readOrNull(join(site, kind))))).every(Boolean);
  if (complete && before?.equals(content)) return;
  await mkdir(dirname(path), { recursive: true });
  if (kinds.length > 1) {
    const settings = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await writeFile(`${path}.br`, brotliCompressSync(content, { params: settings }));
    await writeFile(`${path}.gz`, gzipSync(content, { level: 9 }));
  }
  await writeFile(path, content);
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function filesBelow(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path)));
    else found.push(path);
  }
  return found;
}

/**
 * @param {string} folder
 * @param {string} into
 */
async function copyFolder(folder, into) {
  for (const path of await filesBelow(folder)) await put(join(into, relative(folder, path)), await readFile(path));
}

/** @satisfies {BuildOptions} */
const scripts = {
  absWorkingDir: top,
  bundle: true,
  format: 'esm',
  minify: true,
  target: ['chrome109', 'firefox115', 'safari16.4', 'node18'],
  external: ['node:*'],
  legalComments: 'none',
  write: /** @type {false} */ (false),
  logLevel: 'warning',
};

// The element for other people's pages is one script, which a page can name with its digest.
async function bundleElement() {
  const { outputFiles } = await build({ ...scripts, entryPoints: ['web/embed/telework_wizard.mjs'] });
  await put('telework-wizard.mjs', outputFiles[0].contents);
}

// Gives for each entry the chunks that it imports at once, which a page should not find out one after the other, and
// the files that all were made of.
async function bundle() {
  const result = await build({
    ...scripts,
    entryPoints: entries.map((name) => join('web', name)),
    splitting: true,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    metafile: true,
  });
  for (const file of result.outputFiles) await put(relative(join(top, 'dist'), file.path), file.contents);
  const chunks = (/** @type {string} */ name) => result.metafile.outputs[join('dist', name)].imports
    .filter(({ kind, external }) => kind === 'import-statement' && !external)
    .map(({ path }) => relative('dist', path));
  return {
    chunks: Object.fromEntries(entries.map((path) => basename(path)).map((name) => [name, chunks(name)])),
    inputs: Object.keys(result.metafile.inputs),
  };
}

/**
 * @param {string} page
 * @param {Record<string, string[]>} chunks
 */
function preloadChunks(page, chunks) {
  return page.replace(/^<script type="module" src="([^"]+)"><\/script>$/gm, (script, name) =>
    [...(chunks[name] ?? []).map((chunk) => `<link rel="modulepreload" href="${chunk}">`), script].join('\n'));
}

/**
 * @param {Record<string, string[]>} chunks
 * @param {Record<string, string>} pieces the HTML that pages ask for, by the name that they ask with
 */
async function layPages(chunks, pieces) {
  const shell = join(top, 'shell');
  const { title, html } = await firstScreen(pathToFileURL(`${site}/`));
  const place = '<!-- the first screen -->';
  const layPieces = (/** @type {string} */ page) => Object.entries(pieces)
    .reduce((laid, [name, piece]) => laid.replace(`<!-- ${name} -->`, () => piece), page);
  const layScreen = (/** @type {string} */ page) => !page.includes(place) ? page
    : page.replace(/(?<=<title>).*(?=<\/title>)/, () => title).replace(place, () => html);
  for (const path of await filesBelow(shell)) {
    const content = await readFile(path);
    const name = relative(shell, path);
    const layPolicy = (/** @type {string} */ page) => addPolicy(page, name).replaceAll('<!-- the policy -->', () => headerPolicy('index.html'))
      .replace('<!-- the watch -->', () => `<script>${watchScript}</script>`);
    const lay = async (/** @type {string} */ page) => addDigests(layScreen(layPieces(preloadChunks(layPolicy(page), chunks))));
    await put(name, name.endsWith('.html') ? await lay(content.toString('utf8')) : content);
  }
}

/**
 * A page carries its policy itself, before anything that the policy is about: not every host can send headers.
 * @param {string} page
 * @param {string} name
 */
function addPolicy(page, name) {
  const place = '<meta charset="utf-8">\n';
  if (!page.includes(place)) throw new Error(`${name} lacks its line ${place}`);
  return page.replace(place, `${place}<meta http-equiv="Content-Security-Policy" content="${pagePolicy(name)}">\n`);
}

/**
 * Each script and style that a page names is held against its digest. A digest is asked for as from another origin, which
 * a page in a sandbox is.
 * @param {string} page
 */
async function addDigests(page) {
  const digests = new Map();
  const named = /<(?:script type="module" src|link rel="(?:modulepreload|stylesheet)" href)="([^"]+)"/g;
  for (const [tag, name] of page.matchAll(named)) {
    const content = (await readOrNull(join(top, 'shell', name))) ?? (await readFile(join(site, name)));
    const digest = createHash('sha384').update(content).digest('base64');
    digests.set(tag, `${tag} integrity="sha384-${digest}" crossorigin`);
  }
  return page.replace(named, (tag) => digests.get(tag));
}

async function layIcons() {
  const svg = await readFile(join(top, 'shell/icon.svg'), 'utf8');
  await put('icon-192.png', iconPng(svg, 192));
  await put('icon-512.png', iconPng(svg, 512));
  await put('icon-maskable.png', iconPng(svg, 512, { isMaskable: true }));
}

const sorted = (/** @type {Iterable<string>} */ names) => [...names].sort((a, b) => (a < b ? -1 : 1));

// The service worker holds the digest of every file that the wizard may ask for. Its version is the digest of them all.
async function layServiceWorker() {
  const files = sorted(digests.keys()).filter((name) => !apart.test(name))
    .map((name) => [name.replace(/^index\.html$/, ''), `sha256-${digests.get(name)?.toString('base64')}`]);
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const { outputFiles } = await build({
    absWorkingDir: top,
    entryPoints: ['web/keeping/service_worker.mjs'],
    bundle: true,
    format: 'iife',
    minify: true,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    define: { SITE: JSON.stringify({ version, files }) },
    legalComments: 'none',
    write: false,
  });
  await put('service_worker.js', outputFiles[0].contents);
}

// In the form of sha256sum, which checks it.
async function layDigests() {
  const lines = await Promise.all(sorted(written).filter((name) => name !== edited).map(async (name) =>
    `${createHash('sha256').update(await readFile(join(site, name))).digest('hex')}  ${name}\n`));
  await put('SHA256SUMS', lines.join(''));
}

// Gives the HTML of all cases; their packets lie beside the page.
async function layCases() {
  const folder = join(top, 'assets/cases');
  for (const { file } of await casesIn(folder)) await put(`cases/${file}`, await readFile(join(folder, file)));
  return casesPage(folder, pathToFileURL(`${site}/`));
}

// Gives the pieces of the pages about accessibility. A criterion that nothing shows stops the laying out.
async function layAccessibility() {
  const table = conformanceTable(top);
  const { accessibility_contact: contact } = JSON.parse(await readFile(join(top, 'shell', edited), 'utf8'));
  await put('accessibility-report.yaml', reportAsOpenAcr(table, contact));
  return { 'the known limits': limitsAsHtml(table), 'the report': reportAsHtml(table) };
}

// Asks the command for both editions; the style is there before the pages that name it with its digest.
async function laySampleReport() {
  const { pages, style } = sampleReport(join(top, 'build/native/telework'), join(top, 'assets/sample_agency'));
  await put(sampleStyle, (await transform(style, { loader: 'css', minify: true, legalComments: 'none' })).code);
  for (const [name, page] of Object.entries(pages)) await put(name, await addDigests(addPolicy(page, name)));
}

async function layRates() {
  for (const part of ['current', 'history', 'zip']) {
    await put(`rates/${part}.txt`, await readFile(join(top, `build/rates/${part}.rates`)));
  }
}

async function removeStrangers() {
  for (const path of await filesBelow(site)) {
    if (!written.has(relative(site, path))) await rm(path);
  }
}

await mkdir(site, { recursive: true });
// What holds where a person likes it dark holds under data-theme="dark" too, and not under data-theme="light". :where adds
// nothing to how exactly a rule says what it is for, so that the order of the rules still decides.
const addThemes = (/** @type {string} */ style) =>
  style.replace(/@media ((?:\(.*?\) and )?)\(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}\s*\}/g, (rule, and, colors) => {
    const chosen = `:root:where([data-theme="dark"]) {${colors}}`;
    const others = rule.replace(':root', ':root:where(:not([data-theme="light"]))');
    return `${others}\n${and ? `@media ${and.replace(/ and $/, '')} { ${chosen} }` : chosen}`;
  });

const { chunks, inputs } = await bundle();
await bundleElement();
for (const [name, parts] of Object.entries(styles)) {
  const style = await Promise.all(parts.map((part) => readFile(join(top, 'web', part), 'utf8')));
  await put(name, (await transform(addThemes(style.join('')), { loader: 'css', minify: true, legalComments: 'none' })).code);
}
const { first, rest } = await halvesOf(
  join(modulesFolder, 'telework_linked.wasm'), join(top, 'build/wasm'), join(top, 'build/rates/current.rates'),
  join(top, 'shell/configuration.json'),
);
await put('telework.wasm', first);
await put('telework.rest.wasm', rest);
await put('canvas.wasm', await readFile(join(modulesFolder, 'canvas.wasm')));
await put('rollup.wasm', await readFile(join(modulesFolder, 'rollup.wasm')));
for (const name of ['telework', 'rollup']) {
  await put(`plain/${name}.mjs`, await plainModule(join(modulesFolder, `${name}.plain.mjs`)));
}
await layRates();
await layIcons();
await layPages(chunks, { 'the cases': await layCases(), ...await layAccessibility() });
await laySampleReport();
await copyFolder(join(top, 'build/fonts'), 'fonts');
await put('packet.schema.json', execFileSync(join(top, 'build/native/telework'), ['schema']));
await put('LICENSES.txt', licenses(top, inputs));
await layServiceWorker();
await layDigests();
await removeStrangers();
console.log(`The site is in ${relative(top, site)}/: ${written.size} files.`);
