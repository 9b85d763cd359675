// Lays out what npm gets, `node web/site/npm_package.mjs [folder]`, else in build/npm, after `make build`: the scripts of
// web/package as they are, their declarations, made of the types in their comments, and what they need of dist/, the modules
// and the tables. `npm pack` and `npm install` take the folder.
//
// Does not publish anything.
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
const source = join(top, 'web/package');
const site = join(top, 'dist');
const folder = resolve(process.argv[2] ?? join(top, 'build/npm'));

// What goes in as it is: of the site what is asked for without a page, not what draws, and no compressed copy.
/** @type {[from: string, isAskedFor: RegExp][]} */
const parts = [
  [source, /^[^/]+\.mjs$|^package\.json$/],
  [site, /^(?!canvas\.)[^/]+\.wasm$|^plain\/.+\.mjs$|^rates\/.+\.txt$|^packet\.schema\.json$|^LICENSES\.txt$/],
];

await rm(folder, { recursive: true, force: true });
for (const [from, isAskedFor] of parts) {
  for (const name of (await readdir(from, { recursive: true })).filter((path) => isAskedFor.test(path))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await copyFile(join(from, name), join(folder, name));
  }
}
const compiler = join(top, 'web/node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '--project', source, '--outDir', folder], { stdio: 'inherit' });
console.log(`What npm gets is in ${folder}.`);
