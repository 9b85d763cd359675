// The licenses of everything that is inside the site, as one text: each from the file that came with the work, on the
// machine that lays the site out. A work whose license is not found stops the laying out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emscriptenFolder } from './emscripten.mjs';

const intro = `The full-time telework packet includes the work of others. Each is named here, with its license as it came.

The names and places of cities are from GeoNames (https://www.geonames.org), under the Creative Commons Attribution 4.0
license (https://creativecommons.org/licenses/by/4.0/). Pay and per diem tables are works of the U.S. Government.
`;

/**
 * The text. Throws where a license is not found.
 * @param {string} top the project's folder
 * @param {string[]} inputs the files, from there, that the scripts were bundled from
 */
export function licenses(top, inputs) {
  const imgui = process.env.IMGUI_DIR || join(top, 'build/deps/imgui');
  const emscripten = emscriptenFolder();
  const system = join(emscripten, 'system/lib');
  // Each work with the places where its license may lie: the first that is there whole counts.
  /** @type {[name: string, places: string[][]][]} */
  const works = [
    ['Dear ImGui', [[join(imgui, 'LICENSE.txt')]]],
    ['Public Sans', [[join(top, 'build/fonts/LICENSE.txt')]]],
    ['musl, the C library', [[join(system, 'libc/musl/COPYRIGHT')]]],
    ['Emscripten and the runtime of LLVM', [
      [...['libcxx', 'libcxxabi', 'compiler-rt'].map((part) => join(system, part, 'LICENSE.TXT')), join(emscripten, 'LICENSE')],
      ['/usr/share/doc/emscripten/copyright'],
    ]],
  ];
  packagesOf(inputs).forEach((name) => works.push([name, [[licenseOf(join(top, 'web/node_modules', name))]]]));
  const rule = '='.repeat(80);
  const texts = works.map(([name, places]) => `${rule}\n${name}\n${rule}\n\n${textOf(name, places)}`);
  return [intro, ...texts].join('\n');
}

/**
 * @param {string} name
 * @param {string[][]} places
 */
function textOf(name, places) {
  const files = places.find((all) => all.every((file) => existsSync(file)));
  if (!files) {
    throw new Error(`The license of ${name} was not found at ${places.flat().join(', ')}.`);
  }
  return [...new Set(files.map((file) => readFileSync(file, 'utf8').replaceAll('\r', '')))].join('\n');
}

/** @param {string[]} inputs */
function packagesOf(inputs) {
  const names = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** @param {string} folder */
function licenseOf(folder) {
  const name = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  return join(folder, name ?? 'LICENSE');
}
