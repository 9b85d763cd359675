// A wizard without a screen, as an ES module, in a browser and in node: `const wizard = await loadWizard()`, then
//
//   wizard.session({today, id})   one person at one packet: edits in, view model and effects out
//
// What the first field needs and nothing else: documents and other answers to a whole packet are the core's (core.mjs).
// Touches neither the page nor storage.
import { loadModule, localToday, Tables } from './tables.mjs';

export { isCrash, ModuleError, NotYetThere } from './reply.mjs';
export { localToday } from './tables.mjs';

/** @import {Action, Answer, Configuration, LoadOptions, Snapshot, Surroundings, Value, Width} from './types.mjs' */
/** @import {Module} from './reply.mjs' */
/** @import {ChartLayout} from './view_model.mjs' */

/**
 * Loads the wizard. Rejects with an Error that says what is not there.
 * @param {LoadOptions} [options]
 * @returns {Promise<Wizard>}
 */
export function loadWizard(options) {
  return loadModule(Wizard, options);
}

/** What sessions are made of. */
export class Wizard extends Tables {
  #module;

  /**
   * @param {Module} module
   * @param {URL} base
   */
  constructor(module, base) {
    super(module, base);
    this.#module = module;
  }

  /**
   * A new packet, or one to be opened. `today` as 2027-02-01, `id` the fresh id of the packet.
   * @param {{today?: string, id?: string}} [options]
   */
  session({ today = localToday(), id = freshId() } = {}) {
    return new Session(this.#module, Number(this.#module.text('ftt_session_new', today, id, freshId())));
  }
}

/**
 * What the page tells of its surroundings before it has looked: the first screen is laid out with it.
 * @type {Surroundings}
 */
export const firstSurroundings = { keeping: 'on' };

/** A random UUID, also where the page came over plain HTTP. */
export function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const widths = { wide: 0, medium: 1, narrow: 2 };
const actions = { input: 0, leave: 1, choose: 2, press: 3, enter: 4 };

/**
 * One person at one packet. Whatever changes it gives {effects, patch, bytes}: what the page has to do and to show. An effect
 * that prints, or saves a page, carries the packet as `content` and options of core.print() as JSON in `settings`.
 */
class Session {
  #module;
  #handle;
  /** @type {Snapshot | undefined} */
  #snapshot; // as nothing has changed since

  /**
   * @param {Module} module
   * @param {number} handle
   */
  constructor(module, handle) {
    this.#module = module;
    this.#handle = handle;
  }

  /**
   * `action`: input (typing), leave (done with the field), choose (an option, by value), press, enter (done with the
   * text, but still in the field).
   * @param {string} id of the node, or "cite:" and the id for its citation
   * @param {Action} action
   * @param {string} [value]
   */
  edit(id, action, value = '') {
    return this.#answer('edit', id, actions[action], value);
  }

  /**
   * Opens a packet or a saved page of one, for the file field in which its name was chosen just before, else to go on
   * with it; bytes that are neither change nothing and are explained on the screen.
   * @param {string} name
   * @param {string | Uint8Array} bytes
   */
  open(name, bytes) {
    return this.#answer('open', name, bytes);
  }

  /**
   * Tells what was found of many files until now: {state, of, read, others, rows} as JSON text, where each row is what
   * core.inboxRow() gave. Throws a ModuleError where it is refused; nothing has changed then.
   * @param {string} found
   */
  lookThrough(found) {
    return this.#answer('look_through', found);
  }

  /**
   * Tells how far the report on many packets is, or the report itself, as JSON text (src/wizard/state/shown_report.h). Throws a
   * ModuleError where it is refused; nothing has changed then.
   * @param {string} told
   */
  tellReport(told) {
    return this.#answer('tell_report', told);
  }

  /**
   * A file was chosen as evidence of an act that is about to be recorded: its name and digest go in, the file does not. The
   * act waits for its digest.
   * @param {number} file under which the digest comes, and no other file's
   * @param {string} name
   */
  awaitDigest(file, name) {
    return this.#answer('await_digest', file, name);
  }

  /**
   * The digest of that file.
   * @param {number} file
   * @param {string} sha256 as 64 hexadecimal digits; "" where it was not read, and is no evidence
   */
  takeDigest(file, sha256) {
    return this.#answer('take_digest', file, sha256);
  }

  /**
   * The entries of chains that were seen here before, as seen() gave them; an opened packet that does not continue them is
   * named.
   * @param {string} entries
   */
  see(entries) {
    this.#module.text('ftt_session_see', this.#handle, entries);
  }

  /** What was seen of chains until now, as JSON text: digests and days alone. */
  seen() {
    return this.#module.text('ftt_session_seen', this.#handle);
  }

  /**
   * Puts a packet in place of the one at hand, unasked. Throws a ModuleError where it is refused; nothing has changed then.
   * @param {string | Uint8Array} bytes
   */
  replace(bytes) {
    return this.#answer('replace', bytes);
  }

  /**
   * Answers what the members of a packet answer, as JSON text, beside what is answered already. Throws a ModuleError where
   * it is refused; nothing has changed then.
   * @param {string} members
   */
  prefill(members) {
    return this.#answer('prefill', members);
  }

  /**
   * The end of the page's address: where that is a link to an estimate, it is filled in. One that cannot be read changes
   * nothing and is explained on the screen.
   * @param {string} fragment with its #
   */
  openLink(fragment) {
    return this.#answer('open_link', fragment);
  }

  /**
   * What the effect `copy` of that id asked for lies on the clipboard.
   * @param {string} id
   */
  copied(id) {
    return this.#answer('copied', id);
  }

  /**
   * The estimate for a page around this one: its text, and its link as the end of an address.
   * @returns {{text: string, link: string}}
   */
  estimate() {
    return JSON.parse(this.#module.text('ftt_session_estimate', this.#handle));
  }

  /**
   * Goes to what the first step offers. Throws a ModuleError where it offers no such thing.
   * @param {string} task one of the tasks in actions.mjs
   */
  goTo(task) {
    return this.#answer('go_to', task);
  }

  /**
   * Goes to what an address names, as the target of a link does; of anything else to the first step, which says so.
   * @param {string} target
   */
  visit(target) {
    return this.#answer('visit', target);
  }

  /** What has changed on the screen since the last answer; at first everything. */
  patch() {
    return this.#answer('patch');
  }

  /** The whole screen, for a face that comes later; the next answer is as it would have been. */
  screen() {
    return this.#answer('screen');
  }

  /**
   * Where everything of a chart on the screen lies in so many pixels, for whoever draws it. `line`: how high a line of its
   * text is; `letters` that may stand in it, and their `widths` in the regular weight and then in the strong one. Throws a
   * ModuleError where there is no such chart, or the widths are not two for each letter.
   * @param {string} id of the chart
   * @param {number} width
   * @param {{line: number, letters: string, widths: number[]}} type
   * @returns {ChartLayout}
   */
  chart(id, width, { line, letters, widths }) {
    const bytes = new Uint8Array(Float32Array.from(widths).buffer);
    return JSON.parse(this.#module.text('ftt_session_chart', this.#handle, id, width, line, letters, bytes));
  }

  /**
   * How wide the page is.
   * @param {Width} name
   */
  width(name) {
    return this.#answer('width', widths[name]);
  }

  /**
   * Whether the canvas is what is seen: the banner's switch says the other view.
   * @param {boolean} isOn
   */
  canvasView(isOn) {
    return this.#answer('canvas', isOn ? 1 : 0);
  }

  /**
   * After midnight.
   * @param {string} date as 2027-02-01
   */
  today(date) {
    return this.#answer('today', date);
  }

  /**
   * What an agency sets, in place of what was set: `members` of readConfiguration().
   * @param {Configuration} members
   */
  configure(members) {
    return this.#answer('configure', JSON.stringify(members));
  }

  /** Rates were added or laid over. */
  ratesChanged() {
    return this.#answer('rates');
  }

  /** The document of a save effect with `settings` was made and handed over: the packet is as in that file. */
  fileSaved() {
    return this.#answer('file_saved');
  }

  /**
   * Makes the file of the dates, which the effect `moment` asks for: two of one day are told apart by it.
   * @param {number} moment whole seconds since 1970 in UTC
   */
  saveDates(moment) {
    return this.#answer('save_dates', String(moment));
  }

  /**
   * The page itself has something to say.
   * @param {string} text
   */
  notice(text) {
    return this.#answer('notice', text);
  }

  /**
   * What it had to say holds no more: it goes, where it is still what is said.
   * @param {string} text
   */
  takeBack(text) {
    return this.#answer('take_back', text);
  }

  /**
   * What the page tells about itself (src/wizard/state/surroundings.h): whether packets are kept on the device and which, and
   * what the page may do here.
   * @param {Surroundings} page
   */
  surroundings(page) {
    return this.#answer('surroundings', JSON.stringify(page));
  }

  /**
   * The packet at hand as it is kept, handed on and listed.
   * @returns {Snapshot}
   */
  snapshot() {
    return (this.#snapshot ??= JSON.parse(this.#module.text('ftt_session_snapshot', this.#handle)));
  }

  /**
   * Goes on from the packet and the whereabouts of an earlier snapshot, in place of the packet at hand. `id`: under which
   * it goes on, else its own; a copy is in no file yet. Throws a ModuleError where they are refused.
   * @param {string} packet
   * @param {string} whereabouts
   * @param {{id?: string, isCopy?: boolean}} [as]
   */
  resume(packet, whereabouts, { id = '', isCopy = false } = {}) {
    return this.#answer('resume', packet, whereabouts, id, isCopy ? 1 : 0);
  }

  /**
   * The packet goes on under another id: as a copy. One that has a chain keeps its own, which the entries name, and is
   * kept under the other: its snapshot has that.
   * @param {string} id
   */
  goOnAs(id) {
    return this.#answer('go_on_as', id);
  }

  /** The packet's JSON as it would be saved now. */
  packet() {
    return this.snapshot().packet;
  }

  /** Ends the session. */
  delete() {
    this.#module.number('ftt_session_delete', this.#handle);
  }

  /**
   * @param {string} name
   * @param {...Value} values
   * @returns {Answer}
   */
  #answer(name, ...values) {
    this.#snapshot = undefined;
    const { bytes, value } = this.#module.json(`ftt_session_${name}`, this.#handle, ...values);
    return { ...value, bytes };
  }
}
