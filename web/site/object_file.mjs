// An object file of WebAssembly as the compiler left it: its functions, its data by name, and the places in both that name
// data. And the object files in an archive. Knows nothing of where the linker puts them (linked_module.mjs).
import { Reader, sectionKinds, sectionsOf } from './wasm_file.mjs';

/** @import {Section} from './wasm_file.mjs' */

/**
 * Data under one name. Of what another file defines there is the name alone.
 * @typedef {{name: string, isLocal: boolean, isWeak: boolean, isDefined: boolean, segment: number, offset: number, size: number}} DataSymbol
 */

/**
 * A place that holds the address of data and `addend`; `read` gives what is written there.
 * @typedef {{place: number, symbol: DataSymbol, addend: number, read: (reader: Reader) => number}} Reference
 */

const symbolTable = 8; // the part of the linker's section
const symbolKinds = { function: 0, data: 1, section: 3 };
const flags = { weak: 1, local: 2, undefined: 0x10, named: 0x40 };
// How an address is written at a place, by the kind of the place.
/** @type {Map<number, (reader: Reader) => number>} */
const addressKinds = new Map([
  [3, (reader) => reader.unsigned()],
  [4, (reader) => reader.signed() >>> 0],
  [5, (reader) => reader.word()],
]);
const otherAddresses = new Set([11, 14, 15, 16, 17, 21, 23, 25]); // of modules that are larger, or placed later
const offsets = new Set([8, 9, 22]); // in code and in what a debugger reads

/** What is in an object file. */
export class ObjectFile {
  /** @type {Map<string, {begin: number, end: number}>} by name: where a function is in the code, with its size before it */
  functions = new Map();
  /** @type {(DataSymbol | undefined)[]} */
  symbols = [];
  /** @type {Reference[]} in the order of the code */
  inCode = [];
  /** @type {Reference[]} in the order of the data, with the place in the section */
  #inData = [];
  /** @type {number[]} where each segment begins in the section */
  #segments = [];

  /** @param {Uint8Array} file */
  constructor(file) {
    const sections = sectionsOf(file);
    const bytesOf = (/** @type {(section: Section) => boolean} */ isIt) => sections.find(isIt)?.bytes ?? Uint8Array.of(0);
    const code = functionsIn(new Reader(bytesOf(({ kind }) => kind === sectionKinds.code)));
    this.#segments = segmentsIn(new Reader(bytesOf(({ kind }) => kind === sectionKinds.data)));
    this.#takeSymbols(new Reader(bytesOf(({ name }) => name === 'linking')), code);
    const references = (/** @type {string} */ part) => {
      const section = sections.find(({ name }) => name === `reloc.${part}`);
      return section ? this.#references(new Reader(section.bytes)) : [];
    };
    this.inCode = references('CODE');
    this.#inData = references('DATA');
  }

  /**
   * What the data of that name names, with the places counted from where it begins.
   * @param {DataSymbol} symbol of this file
   * @returns {Reference[]}
   */
  namedBy({ segment, offset, size }) {
    const begin = this.#segments[segment] + offset;
    return between(this.#inData, begin, begin + size).map((one) => ({ ...one, place: one.place - begin }));
  }

  /**
   * @param {Reader} reader
   * @param {{begin: number, end: number}[]} code
   */
  #takeSymbols(reader, code) {
    reader.unsigned(); // its version
    while (!reader.isAtEnd) {
      const kind = reader.byte();
      const inside = new Reader(reader.take(reader.unsigned()));
      if (kind !== symbolTable) continue;
      const numbers = /** @type {{name: string, number: number}[]} */ ([]);
      this.symbols = Array.from({ length: inside.unsigned() }, () => symbolIn(inside, numbers));
      // The functions of the file are numbered behind the imported ones, of which the code says nothing.
      const first = numbers.reduce((least, { number }) => Math.min(least, number), Infinity);
      numbers.forEach(({ name, number }) => this.functions.set(name, code[number - first]));
    }
  }

  /**
   * @param {Reader} reader
   * @returns {Reference[]}
   */
  #references(reader) {
    reader.unsigned(); // of which section
    const found = [];
    for (let count = reader.unsigned(); count > 0; --count) {
      const [kind, place, number] = [reader.byte(), reader.unsigned(), reader.unsigned()];
      const read = addressKinds.get(kind);
      const addend = read || otherAddresses.has(kind) || offsets.has(kind) ? reader.signed() : 0;
      if (otherAddresses.has(kind)) throw new Error(`An object file names data in a way that is not known here (${kind}).`);
      if (!read) continue;
      const symbol = this.symbols[number];
      if (!symbol) throw new Error('An object file names data that is none.');
      found.push({ place, symbol, addend, read });
    }
    return found.sort((a, b) => a.place - b.place);
  }
}

/**
 * Those whose place is not before `begin` and before `end`.
 * @param {Reference[]} references in their order
 * @param {number} begin
 * @param {number} end
 */
export function between(references, begin, end) {
  let [low, high] = [0, references.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (references[middle].place < begin) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (; references[low]?.place < end; ++low) found.push(references[low]);
  return found;
}

/** @param {Reader} reader */
function functionsIn(reader) {
  return Array.from({ length: reader.unsigned() }, () => {
    const begin = reader.at;
    reader.take(reader.unsigned());
    return { begin, end: reader.at };
  });
}

/** @param {Reader} reader */
function segmentsIn(reader) {
  return Array.from({ length: reader.unsigned() }, () => {
    reader.unsigned(); // how it is placed, and then where: only until it is linked
    reader.byte();
    reader.signed();
    reader.byte();
    const size = reader.unsigned();
    reader.take(size);
    return reader.at - size;
  });
}

/**
 * A symbol where it is data; a function that is defined goes to `functions`.
 * @param {Reader} reader
 * @param {{name: string, number: number}[]} functions
 * @returns {DataSymbol | undefined}
 */
function symbolIn(reader, functions) {
  const [kind, said] = [reader.byte(), reader.unsigned()];
  const isDefined = !(said & flags.undefined);
  if (kind === symbolKinds.data) {
    const name = reader.text();
    const [segment, offset, size] = isDefined ? [reader.unsigned(), reader.unsigned(), reader.unsigned()] : [-1, 0, 0];
    return { name, isLocal: Boolean(said & flags.local), isWeak: Boolean(said & flags.weak), isDefined, segment, offset, size };
  }
  const number = reader.unsigned();
  const name = kind !== symbolKinds.section && (isDefined || said & flags.named) ? reader.text() : '';
  if (kind === symbolKinds.function && isDefined) functions.push({ name, number });
  return undefined;
}

/**
 * The object files in an archive of that name.
 * @param {Uint8Array} archive
 * @param {string} member
 */
export function membersOf(archive, member) {
  const text = (/** @type {number} */ begin, /** @type {number} */ end) => Buffer.from(archive.subarray(begin, end)).toString('latin1');
  const [headSize, longNames] = [60, '//'];
  let names = '';
  const found = [];
  for (let at = '!<arch>\n'.length; at < archive.length;) {
    const [name, size] = [text(at, at + 16).trimEnd(), Number(text(at + 48, at + 58))];
    const begin = at + headSize;
    if (name === longNames) names = text(begin, begin + size);
    const long = /^\/(\d+)$/.exec(name);
    const whole = long ? names.slice(Number(long[1])).split('/\n', 1)[0] : name.replace(/\/$/, '');
    if (whole === member) found.push(archive.subarray(begin, begin + size));
    at = begin + size + (size % 2);
  }
  return found;
}
