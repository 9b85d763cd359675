// What the core, the wizard and the report need first: the module, which the first two are doors of together, and the rate
// tables, in a browser and in node.
//
// Does not know what a module does with the tables.
import { bytesOf, here, isPlain, moduleOf } from './assets.mjs';
import { HalvedModule, instantiate, Module } from './reply.mjs';

/** @import {LoadOptions, PacketFile, RatesPart, ReadConfiguration} from './types.mjs' */

/** @type {RatesPart[]} */
const parts = ['current', 'history', 'zip'];

/**
 * Makes a `Kind` of the module and its rate tables, from the folder of this module or from `base`. `rates` names the
 * parts to wait for, `current` first; the others can follow by loadRates(). Where `isWhole` is false the second half of
 * the module is not waited for, and bringRest() has to follow. Rejects with an Error that says what is not there.
 * @template {Tables} Made
 * @param {new (module: Module, base: URL) => Made} Kind
 * @param {LoadOptions} [options]
 * @returns {Promise<Made>}
 */
export async function loadModule(Kind, { base = here, rates = parts, isWhole = true } = {}) {
  const rest = isWhole ? restOf(base) : undefined;
  const [module, tables] = await Promise.all([
    firstHalfOf(base),
    Promise.all(rates.map((part) => bytesOf(fileOf(part), base))),
    rest,
  ]);
  const loaded = new Kind(module, base);
  if (isWhole) {
    await loaded.bringRest(rest);
  }
  tables.forEach((table) => loaded.addRates(table));
  return loaded;
}

/**
 * The same for a module that comes in one piece, by its name.
 * @template {Tables} Made
 * @param {new (module: Module, base: URL) => Made} Kind
 * @param {string} name
 * @param {LoadOptions} [options]
 * @returns {Promise<Made>}
 */
export async function loadWhole(Kind, name, { base = here, rates = parts } = {}) {
  const [source, ...tables] = await Promise.all([moduleOf(name, base), ...rates.map((part) => bytesOf(fileOf(part), base))]);
  const loaded = new Kind(new Module(await instantiate(source)), base);
  tables.forEach((table) => loaded.addRates(table));
  return loaded;
}

/**
 * The plain JavaScript is one piece.
 * @param {URL} base
 */
async function firstHalfOf(base) {
  const source = await moduleOf('telework', base);
  const exports = await instantiate(source);
  return typeof source === 'function' ? new Module(exports) : new HalvedModule(exports);
}

/** @param {URL} base */
const restOf = (base) => (isPlain ? Promise.resolve(new Uint8Array()) : moduleOf('telework.rest', base));

/** A module with its tables. */
export class Tables {
  #module;
  #base;

  /**
   * @param {Module} module
   * @param {URL} base
   */
  constructor(module, base) {
    this.#module = module;
    this.#base = base;
  }

  /**
   * Brings the second half of the module, for which `source` may be a promise. Until then what needs it throws
   * NotYetThere and changes nothing. Rejects with an Error that says what is not there.
   */
  async bringRest(source = restOf(this.#base)) {
    if (this.#module instanceof HalvedModule) {
      await this.#module.bring(await source);
    }
  }

  /**
   * Fetches one of the later parts, `history` or `zip`, and adds it. Rejects with an Error that says what is not there.
   * @param {RatesPart} part
   */
  async loadRates(part) {
    this.addRates(await bytesOf(fileOf(part), this.#base));
  }

  /**
   * Adds a part of the built-in tables; the first must be `current`. Throws, with the line at fault.
   * @param {Uint8Array} bytes
   */
  addRates(bytes) {
    this.#module.text('ftt_rates_add', bytes);
  }

  /**
   * Lays an agency's newer tables over the built-in ones. Throws, with the line at fault, and changes nothing then.
   * @param {Uint8Array} bytes
   */
  overlayRates(bytes) {
    this.#module.text('ftt_rates_overlay', bytes);
  }

  /**
   * What an agency sets, in the bytes or text of a configuration.json or as an object: {members, refused,
   * refused_whole}. `members` are those that hold, in their exact form; `refused` says of each that does not {code, where,
   * message}; where `refused_whole` is true the file cannot be read, and nothing of it holds.
   * @param {PacketFile} file
   * @returns {ReadConfiguration}
   */
  readConfiguration(file) {
    return JSON.parse(this.#module.text('ftt_configuration', asText(file)));
  }

  /** SHA-256 of the tables in use, as a packet records it. */
  ratesDigest() {
    return this.#module.text('ftt_rates_digest');
  }
}

/**
 * What a module takes for a JSON file: its bytes, its text, or the value in it.
 * @param {PacketFile} file
 */
export function asText(file) {
  return typeof file === 'string' || file instanceof Uint8Array ? file : JSON.stringify(file);
}

/** @param {RatesPart} part */
const fileOf = (part) => `rates/${part}.txt`;

/** Today by the clock of this machine, as 2027-02-01. */
export function localToday() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
