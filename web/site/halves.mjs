// Cuts the module in two halves: what the first minute runs, and the rest, which comes while a person answers.
//
// The module is instrumented and does what a page does from its first screen to an estimate (first_minute.mjs); what ran
// is the first half. Binaryen's wasm-split cuts it. A call of the rest goes through the table: until the rest is there, a
// placeholder lies in its place (reply.mjs). Does not change what the module computes, and leaves no file behind.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here } from '../package/assets.mjs';
import { instantiate, Module } from '../package/reply.mjs';
import { Wizard } from '../package/wizard.mjs';
import { emscriptenFolder } from './emscripten.mjs';
import { liveFirstMinute } from './first_minute.mjs';

const features = ['mutable-globals', 'bulk-memory', 'sign-ext', 'nontrapping-float-to-int'].map((name) => `--enable-${name}`);
const profileSize = 1 << 20; // four bytes a function

/**
 * It lies beside Emscripten, or where Debian puts it.
 * @param {...string} words
 */
function wasmSplit(...words) {
  const beside = join(emscriptenFolder(), '../bin/wasm-split');
  execFileSync(existsSync(beside) ? beside : 'wasm-split', [...features, ...words]);
}

/**
 * The bytes of the two halves of a module. Rejects where it cannot be cut.
 * @param {string} file of the module
 * @param {string} tables the file of the current rates
 * @param {string} configuration the file of what an agency sets
 */
export async function halvesOf(file, tables, configuration) {
  const folder = await mkdtemp(join(tmpdir(), 'halves-'));
  const [instrumented, profile, first, rest] = ['instrumented', 'profile', 'first', 'rest'].map((name) => join(folder, name));
  try {
    wasmSplit('--instrument', file, '-o', instrumented);
    const exports = await instantiate(new Uint8Array(await readFile(instrumented)));
    liveFirstMinute(new Wizard(new Module(exports), here), await readFile(tables), await readFile(configuration));
    const address = exports.ftt_allocate(profileSize);
    const size = exports.__write_profile(address, profileSize);
    if (size > profileSize) throw new Error(`The profile of the module has ${size} bytes: more than was lent.`);
    await writeFile(profile, new Uint8Array(exports.memory.buffer, address, size));
    wasmSplit(file, `--profile=${profile}`, '-o1', first, '-o2', rest);
    return { first: await readFile(first), rest: await readFile(rest) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
