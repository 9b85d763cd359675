// The single file: the whole wizard as one HTML page that opens by double click, with everything but installing.
// `node web/site/single.mjs [folder of the site] [file]`, after the site is laid out.
//
// It is the site's index.html with its styles and scripts inside and every file that they ask for carried along
// (assets.mjs reads them). Its policy allows exactly these scripts and this style, by their digests, and no request.
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { digest, watchScript } from './policy.mjs';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const carried = [
  'telework.wasm', 'telework.rest.wasm', 'rollup.wasm', 'canvas.wasm', 'rates/current.txt', 'rates/history.txt', 'rates/zip.txt',
  'fonts/PublicSans-Regular.ttf', 'fonts/PublicSans-SemiBold.ttf', 'configuration.json',
  'cases/employee_saves.json',
];

const workers = ['core_worker.mjs', 'report_worker.mjs'];

/**
 * @param {string} name
 * @param {'iife' | 'esm'} format
 */
async function script(name, format) {
  // A worker out of memory has no address; it is handed what it needs.
  /** @type {Record<string, string>} */
  const define = format === 'iife' ? { 'import.meta.url': '"file:///"' } : {};
  const { outputFiles } = await build({
    absWorkingDir: top,
    entryPoints: [join('web', name)],
    bundle: true,
    minify: true,
    format,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    external: ['node:*'],
    define,
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}

/** @param {string} site */
async function styleOf(site) {
  const sheets = await Promise.all(['style.css', 'fonts.css'].map((name) => readFile(join(site, name), 'utf8')));
  const style = sheets.join('').trim();
  const fonts = [...new Set([...style.matchAll(/url\("?(fonts\/[^)"]+)"?\)/g)].map(([, name]) => name))];
  const bytes = await Promise.all(fonts.map((name) => readFile(join(site, name), 'base64')));
  return fonts.reduce((text, name, index) => text.replaceAll(name, `data:font/woff2;base64,${bytes[index]}`), style);
}

/**
 * @param {string[]} scripts
 * @param {string} style
 */
function policyOf(scripts, style) {
  return [
    `default-src 'none'`, `script-src ${scripts.map(digest).join(' ')} 'wasm-unsafe-eval'`, `style-src ${digest(style)}`,
    `img-src data:`, `font-src data:`, `worker-src blob:`, `connect-src 'none'`, `base-uri 'none'`, `form-action 'none'`,
    `require-trusted-types-for 'script'`, `trusted-types telework`,
  ].join('; ');
}

/**
 * @param {string} name
 * @param {string | Uint8Array} bytes
 */
const carry = (name, bytes) =>
  `<script type="application/octet-stream" data-file="${name}">${gzipSync(bytes, { level: 9 }).toString('base64')}</script>`;

/**
 * The page, from the folder of a site that is laid out. Rejects where a file is not there.
 * @param {string} site
 */
export async function singlePage(site) {
  const [page, icon, style, early, app] = await Promise.all([
    readFile(join(site, 'index.html'), 'utf8'),
    readFile(join(site, 'icon.svg'), 'base64'),
    styleOf(site),
    script('page/early.mjs', 'esm'),
    script('page/app.mjs', 'esm'),
  ]);
  const { rates = [], wording = [] } = JSON.parse(await readFile(join(site, 'configuration.json'), 'utf8'));
  const besides = [rates, wording].flat();
  const names = [...carried, ...besides];
  /** @type {string[]} */
  const files = [];
  for (const name of workers) files.push(carry(name, await script(`page/${name}`, 'iife')));
  for (const name of names) files.push(carry(name, await readFile(join(site, name))));
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf([watchScript, early, app], style)}">`,
    `<link rel="icon" href="data:image/svg+xml;base64,${icon}" type="image/svg+xml">`,
    `<style>${style}</style>`,
    `<script type="module">${early}</script>`,
    `<script type="module">${app}</script>`,
  ].join('\n');
  return page
    .replace(/^(<link |<script |<meta http-equiv).*\n/gm, '')
    .replace('<meta charset="utf-8">', () => head)
    .replace('</body>', () => `${files.join('\n')}\n</body>`);
}

/** @param {string[]} words */
async function main([site = join(top, 'dist'), file = join(top, 'build/single/telework.html')]) {
  const page = await singlePage(site);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, page);
  console.log(`The single file is ${file}: ${Math.round(page.length / 1000)} kB.`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
