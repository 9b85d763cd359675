// Cuts the module in two halves: what the first minute runs and the data it needs, and the rest, which comes while a
// person answers.
//
// The module is instrumented and does what a page does from its first screen to an estimate (first_minute.mjs); what ran
// is the first half. Binaryen's wasm-split cuts it. A call of the rest goes through the table: until the rest is there, a
// placeholder lies in its place (reply.mjs). Data goes with the rest where no function of the first half can come to it
// (linked_module.mjs). Each half is made small by itself, so that nothing of the rest is drawn into a function of the
// first. Does not change what the module computes, and leaves no file behind.
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
import { LinkedModule } from './linked_module.mjs';
import { dataSectionOf, fileOf, numberBytes, Reader, sectionKinds, sectionsOf, textBytes } from './wasm_file.mjs';

/** @import {Datum} from './linked_module.mjs' */
/** @import {Section, Segment} from './wasm_file.mjs' */

const features = ['mutable-globals', 'bulk-memory', 'sign-ext', 'nontrapping-float-to-int'].map((name) => `--enable-${name}`);
const profileSize = 1 << 20; // four bytes a function
const ownFunction = /^own:(\d+)$/; // the name of a function by its number among the module's own
const nameSection = 'name';
const functionNames = 1; // the part of it about functions
const smallestGap = 8; // bytes: about what it takes to begin another segment

/**
 * Runs a tool of Binaryen, which lies beside Emscripten or where Debian puts it.
 * @param {string} tool
 * @param {...string} words
 */
function binaryen(tool, ...words) {
  const beside = join(emscriptenFolder(), '../bin', tool);
  execFileSync(existsSync(beside) ? beside : tool, [...features, ...words]);
}

/**
 * The bytes of the two halves of a module. Rejects where it cannot be cut.
 * @param {string} file of the module, as the linker left it; its map lies beside it
 * @param {string} folder in which the linker ran
 * @param {string} tables the file of the current rates
 * @param {string} configuration the file of what an agency sets
 */
export async function halvesOf(file, folder, tables, configuration) {
  const scratch = await mkdtemp(join(tmpdir(), 'halves-'));
  const [named, instrumented, profile, first, rest] = ['named', 'instrumented', 'profile', 'first', 'rest']
    .map((name) => join(scratch, name));
  try {
    const sections = sectionsOf(await readFile(file));
    await writeFile(named, withNumbers(sections));
    binaryen('wasm-split', '--instrument', named, '-o', instrumented);
    const exports = await instantiate(new Uint8Array(await readFile(instrumented)));
    liveFirstMinute(new Wizard(new Module(exports), here), await readFile(tables), await readFile(configuration));
    const address = exports.ftt_allocate(profileSize);
    const size = exports.__write_profile(address, profileSize);
    if (size > profileSize) throw new Error(`The profile of the module has ${size} bytes: more than was lent.`);
    await writeFile(profile, new Uint8Array(exports.memory.buffer, address, size));
    binaryen('wasm-split', named, '--debuginfo', `--profile=${profile}`, '-o1', first, '-o2', rest);
    const module = new LinkedModule(sections, await readFile(`${file}.map`, 'utf8'), folder);
    await shareData(module, first, rest);
    return { first: await small(first), rest: await small(rest) };
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/**
 * The module without what only the linker reads, each of its own functions named by its number.
 * @param {Section[]} sections
 */
function withNumbers(sections) {
  const plain = sections.filter(({ kind }) => kind !== sectionKinds.custom);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(fileOf(plain))).filter(({ kind }) => kind === 'function');
  const count = new Reader(bytesOf(plain, sectionKinds.code)).unsigned();
  const names = Array.from({ length: count }, (_, number) => [...numberBytes(imports.length + number), ...textBytes(`own:${number}`)]);
  const part = [...numberBytes(count), ...names.flat()];
  const bytes = Uint8Array.from([functionNames, ...numberBytes(part.length), ...part]);
  return fileOf([...plain, { kind: sectionKinds.custom, name: nameSection, bytes }]);
}

/**
 * The numbers of the functions in a half, by their names in it.
 * @param {Section[]} sections
 */
function ownFunctionsIn(sections) {
  const reader = new Reader(bytesOf(sections, sectionKinds.custom, nameSection));
  while (reader.byte() !== functionNames) reader.take(reader.unsigned());
  reader.unsigned(); // the size of that part
  const names = Array.from({ length: reader.unsigned() }, () => {
    reader.unsigned();
    return reader.text();
  });
  return names.flatMap((name) => ownFunction.exec(name)?.slice(1).map(Number) ?? []);
}

/**
 * @param {Section[]} sections
 * @param {number} kind
 * @param {string} [name]
 */
function bytesOf(sections, kind, name = '') {
  const found = sections.find((section) => section.kind === kind && section.name === name);
  if (!found) throw new Error(`The module has no section ${name || kind}.`);
  return found.bytes;
}

/**
 * Leaves to the first half the data that its functions can come to, and gives the rest the others.
 * @param {LinkedModule} module
 * @param {string} first
 * @param {string} rest
 */
async function shareData(module, first, rest) {
  const [inFirst, inRest] = await Promise.all([first, rest].map(async (file) => sectionsOf(await readFile(file))));
  const needed = module.dataFor(ownFunctionsIn(inFirst));
  const shared = module.segments.map((segment) => cut(segment, needed));
  await writeFile(first, fileOf(withData(inFirst, shared.flatMap(({ kept }) => kept))));
  await writeFile(rest, fileOf(withData(inRest, shared.flatMap(({ left }) => left))));
}

/**
 * @param {Segment} segment
 * @param {Datum[]} needed in the order of memory
 */
function cut({ address, bytes }, needed) {
  const end = address + bytes.length;
  const piece = (/** @type {number} */ from, /** @type {number} */ to) => ({ address: from, bytes: bytes.subarray(from - address, to - address) });
  const [kept, left] = [[], []].map(() => /** @type {Omit<Segment, 'place'>[]} */ ([]));
  let at = address; // up to here it is cut
  let begin = address; // of what is kept and not yet cut off
  for (const datum of [...needed.filter((one) => one.begin < end && one.end > address), { begin: end, end }]) {
    if (datum.begin - at >= smallestGap || datum.begin === end) {
      if (at > begin) kept.push(piece(begin, at));
      if (datum.begin > at) left.push(piece(at, datum.begin));
      begin = datum.begin;
    }
    at = Math.max(at, datum.end);
  }
  return { kept, left };
}

/**
 * @param {Section[]} sections
 * @param {Omit<Segment, 'place'>[]} segments
 */
function withData(sections, segments) {
  const { data, dataCount } = sectionKinds;
  const others = sections.filter(({ kind }) => kind !== data && kind !== dataCount);
  const code = others.findIndex(({ kind }) => kind === sectionKinds.code);
  return [...others.slice(0, code + 1), dataSectionOf(segments), ...others.slice(code + 1)];
}

/**
 * The bytes of a half, made as small as Emscripten would make the whole.
 * @param {string} file
 */
async function small(file) {
  binaryen('wasm-opt', file, '-o', file, '-Oz', '--low-memory-unused', '--strip-debug', '--strip-producers', '--strip-target-features');
  return readFile(file);
}
