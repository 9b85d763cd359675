// The plain JavaScript build of a module, from what wasm2js made of it: one ES module that exports instantiate(imports),
// which gives the exports of a new instance, as WebAssembly would.
//
// What wasm2js writes is a module that runs once and imports by name. Here it becomes the body of a function whose
// parameter answers those imports. Does not change what it computes.
import { build } from 'esbuild';

/** @import {Plugin} from 'esbuild' */

/** @type {Plugin} */
const answerImports = {
  name: 'imports of the module',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(env|wasi_snapshot_preview1)$/ }, ({ path }) => ({ path, namespace: 'import' }));
    onLoad({ filter: /.*/, namespace: 'import' }, ({ path }) => ({ contents: `module.exports = imports.${path};` }));
  },
};

/**
 * The text of the ES module for the file that wasm2js wrote. Rejects where that is no script.
 * @param {string} file
 */
export async function plainModule(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'exports',
    target: 'es2020',
    banner: { js: 'export function instantiate(imports) {' },
    footer: { js: 'return exports; }' },
    plugins: [answerImports],
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}
