// A module as the linker left it, with its map: which data its functions need, by what they name and by what that names.
//
// The map says of which object file each function is, and that says where it names data; the address is read where the
// linker wrote it. So the module must not be written anew since: a function of another size is refused, and so is data
// that is at two places. Does not decide what goes into which half (halves.mjs does).
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { between, membersOf, ObjectFile } from './object_file.mjs';
import { Reader, sectionKinds, segmentsOf } from './wasm_file.mjs';

/** @import {DataSymbol, Reference} from './object_file.mjs' */
/** @import {Section, Segment} from './wasm_file.mjs' */

/**
 * Data in the module: from where to where in memory.
 * @typedef {{begin: number, end: number}} Datum
 */

/**
 * A function in the map: of which file it is, and its name there.
 * @typedef {{file: string, name: string}} Mapped
 */

const ofTheLinker = '<internal>';
const mapLine = /^ +- +[0-9a-f]+ +[0-9a-f]+ {9}(\S.*?):\((.*)\)$/;

/** Which data is needed by which function. */
export class LinkedModule {
  #code;
  #functions;
  #mapped;
  #folder;
  /** @type {Map<string, ObjectFile[]>} */
  #files = new Map();
  /** @type {Map<string, {file: ObjectFile, symbol: DataSymbol}>} what is defined for every file */
  #shared = new Map();

  /**
   * Throws where the map is of another module.
   * @param {Section[]} sections of the module
   * @param {string} map what the linker wrote of it
   * @param {string} folder in which the linker ran
   */
  constructor(sections, map, folder) {
    const bytesOf = (/** @type {number} */ kind) => /** @type {Section} */ (sections.find((section) => section.kind === kind)).bytes;
    this.#code = bytesOf(sectionKinds.code);
    /** @type {Segment[]} all of its data */
    this.segments = segmentsOf(bytesOf(sectionKinds.data));
    this.#functions = functionsIn(this.#code);
    this.#mapped = functionsOf(map);
    this.#folder = folder;
    if (this.#mapped.length !== this.#functions.length) throw new Error('The map of the linker is of another module.');
    new Set(this.#mapped.map(({ file }) => file)).forEach((file) => this.#read(file));
  }

  /**
   * The data that these functions can come to, each by its number among the module's own, in the order of memory.
   * @param {Iterable<number>} functions
   */
  dataFor(functions) {
    /** @type {Map<DataSymbol, Datum>} */
    const found = new Map();
    const waiting = [...functions].flatMap((number) => this.#namedByFunction(number));
    for (let named = waiting.pop(); named; named = waiting.pop()) {
      const { file, symbol, begin } = named;
      const known = found.get(symbol);
      if (known && known.begin !== begin) throw new Error(`${symbol.name} is at two places of the module.`);
      if (known) continue;
      found.set(symbol, { begin, end: begin + symbol.size });
      waiting.push(...file.namedBy(symbol).map((reference) => this.#named(file, reference, this.#memory(begin + reference.place))));
    }
    return [...found.values()].sort((a, b) => a.begin - b.begin || a.end - b.end);
  }

  /** @param {number} number */
  #namedByFunction(number) {
    const { file, name } = this.#mapped[number];
    const { begin, end } = this.#functions[number];
    if (file === ofTheLinker) return []; // It calls, and names no data.
    const places = this.#filesOf(file).flatMap((one) => {
      const own = one.functions.get(name);
      return own && own.end - own.begin === end - begin ? [{ one, own }] : [];
    });
    if (places.length !== 1) throw new Error(`${name} of ${file} is not in the module as it was compiled.`);
    const [{ one, own }] = places;
    return between(one.inCode, own.begin, own.end).map((reference) =>
      this.#named(one, reference, new Reader(this.#code, begin + reference.place - own.begin)));
  }

  /**
   * What is named at a place, of the file that defines it.
   * @param {ObjectFile} file
   * @param {Reference} reference
   * @param {Reader} place
   */
  #named(file, { symbol, addend, read }, place) {
    const begin = (read(place) - addend) >>> 0;
    const defined = symbol.isLocal ? { file, symbol } : this.#shared.get(symbol.name);
    return { ...(defined ?? { file, symbol }), begin }; // what no file defines is the linker's: a mark without bytes
  }

  /** @param {number} address */
  #memory(address) {
    const segment = this.segments.find((one) => one.address <= address && address < one.address + one.bytes.length);
    if (!segment) throw new Error('Data of the module is not in its file.');
    return new Reader(segment.bytes, address - segment.address);
  }

  /** @param {string} file */
  #filesOf(file) {
    return this.#files.get(file) ?? [];
  }

  /** @param {string} file as the map names it */
  #read(file) {
    if (file === ofTheLinker) return;
    const [, path, member] = /^(.*?)(?:\(([^()]*)\))?$/.exec(file) ?? [];
    const bytes = readFileSync(resolve(this.#folder, path));
    const files = (member ? membersOf(bytes, member) : [bytes]).map((one) => new ObjectFile(one));
    this.#files.set(file, files);
    for (const one of files) {
      for (const symbol of one.symbols) {
        if (!symbol?.isDefined || symbol.isLocal) continue;
        const known = this.#shared.get(symbol.name);
        if (!known || (known.symbol.isWeak && !symbol.isWeak)) this.#shared.set(symbol.name, { file: one, symbol });
      }
    }
  }
}

/**
 * Where each function is in the code, with its size before it.
 * @param {Uint8Array} code
 */
function functionsIn(code) {
  const reader = new Reader(code);
  return Array.from({ length: reader.unsigned() }, () => {
    const begin = reader.at;
    reader.take(reader.unsigned());
    return { begin, end: reader.at };
  });
}

/**
 * The functions in the map, in their order.
 * @param {string} map
 * @returns {Mapped[]}
 */
function functionsOf(map) {
  const code = /^ +- +[0-9a-f]+ +[0-9a-f]+ CODE\n([^]*?)^ +- +[0-9a-f]+ +[0-9a-f]+ [A-Z]/m.exec(map)?.[1] ?? '';
  return code.split('\n').flatMap((line) => {
    const [, file, name] = mapLine.exec(line) ?? [];
    return name === undefined ? [] : [{ file, name }];
  });
}
