// The core as an ES module, in a browser and in node: `const core = await loadCore()`, then
//
//   core.evaluate(packet, {today})   {worksheet, rates, problems, missing, complete}
//   core.print(packet, {today, now}) the print document: one HTML page that carries the packet
//   core.validate(packet, {today})   the problems alone: a list of {field, severity, message}
//   core.schema()                    the JSON Schema of the packet
//   core.session({today, id})        a wizard without a screen: edits in, view model and effects out
//
// The first three also take `percent`, the reading of Part G, line 2: `net_change`, (D5 + G1) ÷ D4, which is used
// unless said otherwise, or `overall`, G1 ÷ D4.
// A packet is an object, JSON text or the bytes of a file. What cannot be answered throws an Error with `code`, `where`
// and a message that says the mend. Answers are those of the native command. Touches neither the page nor storage.
import { instantiate, Module } from './reply.mjs';

export { isCrash, ModuleError } from './reply.mjs';

const parts = ['current', 'history', 'zip'];

/**
 * Loads the core and its rate tables from the folder of this module, or from `base`. `rates` names the parts to wait
 * for, `current` first; the others can follow by loadRates(). Rejects with an Error that says what is not there.
 */
export async function loadCore({ base = new URL('.', import.meta.url), rates = parts } = {}) {
  const [exports, ...tables] = await Promise.all([
    moduleAt(new URL('core.wasm', base)),
    ...rates.map((part) => bytesAt(partAt(base, part))),
  ]);
  const core = new Core(new Module(exports), base);
  tables.forEach((table) => core.addRates(table));
  return core;
}

const partAt = (base, part) => new URL(`rates/${part}.txt`, base);

async function moduleAt(address) {
  return instantiate(address.protocol === 'file:' ? await bytesAt(address) : address);
}

async function bytesAt(address) {
  if (address.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return new Uint8Array(await readFile(address));
  }
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} could not be loaded (${response.status} ${response.statusText}).`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** Today by the clock of this machine, as 2027-02-01. */
export function localToday() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

class Core {
  #module;
  #base;

  constructor(module, base) {
    this.#module = module;
    this.#base = base;
  }

  /** `policy` is what an agency sets of the order, as for a session. */
  evaluate(packet, { today = localToday(), percent = 'net_change', policy = {} } = {}) {
    return JSON.parse(this.#module.text('ftt_evaluate', asText(packet), today, percent, JSON.stringify(policy)));
  }

  print(packet, { today = localToday(), percent = 'net_change', now = '' } = {}) {
    return this.#module.text('ftt_print', asText(packet), today, percent, now);
  }

  validate(packet, options) {
    return this.evaluate(packet, options).problems;
  }

  schema() {
    return JSON.parse(this.#module.text('ftt_schema'));
  }

  /** Fetches one of the later parts, `history` or `zip`, and adds it. */
  async loadRates(part) {
    this.addRates(await bytesAt(partAt(this.#base, part)));
  }

  /** Adds a part of the built-in tables; the first must be `current`. */
  addRates(bytes) {
    this.#module.text('ftt_rates_add', bytes);
  }

  /** Lays an agency's newer tables over the built-in ones. Throws, with the line at fault, and changes nothing then. */
  overlayRates(bytes) {
    this.#module.text('ftt_rates_overlay', bytes);
  }

  /** SHA-256 of the tables in use, as a packet records it. */
  ratesDigest() {
    return this.#module.text('ftt_rates_digest');
  }

  session({ today = localToday(), id = freshId() } = {}) {
    return new Session(this.#module, Number(this.#module.text('ftt_session_new', today, id)));
  }
}

function asText(packet) {
  return typeof packet === 'string' || packet instanceof Uint8Array ? packet : JSON.stringify(packet);
}

// A random UUID, also where the page came over plain HTTP.
function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const widths = { wide: 0, medium: 1, narrow: 2 };
const actions = { input: 0, leave: 1, choose: 2, press: 3 };

/** One person at one packet. Whatever changes it gives {effects, patch}: what the page has to do and to show. */
class Session {
  #module;
  #handle;

  constructor(module, handle) {
    this.#module = module;
    this.#handle = handle;
  }

  /** `action`: input (typing), leave (done with the field), choose (an option, by value), press. */
  edit(id, action, value = '') {
    return this.#answer('edit', id, actions[action], value);
  }

  /** Opens a packet or a saved page of one; bytes that are neither change nothing and are explained on the screen. */
  open(name, bytes) {
    return this.#answer('open', name, bytes);
  }

  /** What has changed on the screen since the last answer; at first everything. */
  patch() {
    return this.#answer('patch');
  }

  /** wide from 1,024 px, medium from 640 px, narrow below. */
  width(name) {
    return this.#answer('width', widths[name]);
  }

  canvasView(isOn) {
    return this.#answer('canvas', isOn ? 1 : 0);
  }

  today(date) {
    return this.#answer('today', date);
  }

  /** How the agency reads Part G, line 2: `net_change` or `overall`. */
  percent(name) {
    return this.#answer('percent', name);
  }

  /** What an agency sets of the order: `{closures, inauguration_day, telework_managing_officer}`, each if wanted. */
  policy(settings) {
    return this.#answer('policy', JSON.stringify(settings));
  }

  /** Rates were added or laid over. */
  ratesChanged() {
    return this.#answer('rates');
  }

  /** The page itself has something to say. */
  notice(text) {
    return this.#answer('notice', text);
  }

  /** The packet's JSON as it would be saved now. */
  packet() {
    return this.#module.text('ftt_session_packet', this.#handle);
  }

  delete() {
    this.#module.number('ftt_session_delete', this.#handle);
  }

  #answer(name, ...values) {
    return JSON.parse(this.#module.text(`ftt_session_${name}`, this.#handle, ...values));
  }
}
