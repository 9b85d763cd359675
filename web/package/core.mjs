// The core as an ES module, in a browser and in node: `const core = await loadCore()`, then
//
//   core.evaluate(packet, {today})   {worksheet, rates, problems, missing, complete}
//   core.print(packet, {today, now}) the print document: one HTML page that carries the packet
//   core.validate(packet, {today})   the problems alone: a list of {field, severity, message}
//   core.compare(a, b, {today})      what differs between two packets: {alike, old, new, changes}
//   core.inboxRow(file, packet, {today})  who has a packet, since when, by when and how late
//   core.schema()                    the JSON Schema of the packet
//
//   core.chain(packet, {today})      where a packet that travels is, and what of its chain stands
//   core.record(packet, act, {today}) one more entry of the chain: {packet, warnings}
//   core.verify(packet, {today})     whether the chain holds: {holds, soundness, head, messages, seen}
//   core.merge(a, b, {by, on})       two copies as one: {packet} or {conflicts}
//   core.inbox(files, {today})       many packets as one table: {rows, refused}
//
//   core.facts(packet, {today})      what the report on many packets needs to know of one: a flat object
//   core.rollup(files, {today, format})  packets and partials as a report: JSON, HTML, XLSX, CSV, or a partial again
//   core.merge([a, b])               partials as one
//
//   core.readConfiguration(file)     what an agency sets: {members, refused, refused_whole}
//
// All but schema() and readConfiguration() also take `configuration`, what an agency sets, as {percent: 'overall', closures: [...]}: members
// of configuration.json in their exact form, such as readConfiguration() gives. Tables that it names are laid over by
// overlayRates().
// A packet is an object, JSON text or the bytes of a file; a partial is text or bytes. What cannot be answered throws an Error with `code`, `where`
// and a message that says the mend. Answers are those of the native command. Keeps nothing but the rate tables; a person
// at a packet is a session of wizard.mjs. Touches neither the page nor storage.
import { ModuleError } from './reply.mjs';
import { loadReport } from './report.mjs';
import { asText, loadModule, localToday, Tables } from './tables.mjs';

export { isCrash, ModuleError } from './reply.mjs';

/** @import {ActAsked, Chain, ChainOptions, Comparison, CoreOptions, DoorOptions, Evaluation, Facts, FactsOptions} from './types.mjs' */
/** @import {Inbox, InboxFile, Merged, MergeOptions, PacketFile, RollupPartial, PrintOptions, Problem, Recorded} from './types.mjs' */
/** @import {ReportFormat, Rolled, RollupOptions, Verified} from './types.mjs' */
/** @import {ManyPackets} from './report.mjs' */
/** @import {Module} from './reply.mjs' */

/**
 * Loads the core. Rejects with an Error that says what is not there.
 * @param {CoreOptions} [options]
 * @returns {Promise<Core>}
 */
export async function loadCore({ isForMany = true, ...options } = {}) {
  const [core, many] = await Promise.all([loadModule(Core, options), isForMany ? loadReport(options) : undefined]);
  core.many = many;
  return core;
}

// 128 random bits, so that the digest of an entry tells nothing of the names in it.
function drawNonce() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What answers to a whole packet. What cannot be answered throws a ModuleError. */
class Core extends Tables {
  #module;
  /** @type {ManyPackets | undefined} what answers to many packets, in a module of its own; not where it was not loaded */
  many;

  /**
   * @param {Module} module
   * @param {URL} base
   */
  constructor(module, base) {
    super(module, base);
    this.#module = module;
  }

  /** @param {Uint8Array} bytes */
  addRates(bytes) {
    super.addRates(bytes);
    this.many?.addRates(bytes);
  }

  /** @param {Uint8Array} bytes */
  overlayRates(bytes) {
    super.overlayRates(bytes);
    this.many?.overlayRates(bytes);
  }

  /**
   * The worksheet, what the order decides, the problems and what is missing.
   * @param {PacketFile} packet
   * @param {DoorOptions} [options]
   * @returns {Evaluation}
   */
  evaluate(packet, { today = localToday(), configuration = {} } = {}) {
    return JSON.parse(this.#module.text('ftt_evaluate', asText(packet), today, JSON.stringify(configuration)));
  }

  /**
   * The print document: one HTML page that carries the packet.
   * @param {PacketFile} packet
   * @param {PrintOptions} [options]
   * @returns {string}
   */
  print(packet, { today = localToday(), configuration = {}, wording = '', ...settings } = {}) {
    const texts = [today, JSON.stringify(configuration), JSON.stringify(settings), wording];
    return this.#module.text('ftt_print', asText(packet), ...texts);
  }

  /**
   * The digest of an agency's wording. Throws, with the line at fault, where it is refused.
   * @param {string | Uint8Array} bytes
   * @returns {string}
   */
  checkWording(bytes) {
    return this.#module.text('ftt_wording', bytes);
  }

  /**
   * The problems alone, as evaluate() has them.
   * @param {PacketFile} packet
   * @param {DoorOptions} [options]
   * @returns {Problem[]}
   */
  validate(packet, { today = localToday(), configuration = {} } = {}) {
    return JSON.parse(this.#module.text('ftt_validate', asText(packet), today, JSON.stringify(configuration)));
  }

  /**
   * What differs. Each packet on its own date; `today` for one that has none. The place of an Error begins with `old` or
   * `new`.
   * @param {PacketFile} before
   * @param {PacketFile} after
   * @param {DoorOptions} [options]
   * @returns {Comparison}
   */
  compare(before, after, { today = localToday(), configuration = {} } = {}) {
    const texts = [asText(before), asText(after), today, JSON.stringify(configuration)];
    return JSON.parse(this.#module.text('ftt_compare', ...texts));
  }

  /**
   * What a table of many packets needs to know of a file: who has it, since when, by when, how late, and by what copies of a
   * packet are told from each other. Throws where it is no packet.
   * @param {string} file its name
   * @param {PacketFile} packet
   * @param {DoorOptions & {seen?: string}} [options] `seen`: the entries of chains that were seen before, as a session's seen()
   *   gives them; a packet that does not continue them is named
   * @returns {Record<string, unknown>}
   */
  inboxRow(file, packet, { today = localToday(), configuration = {}, seen = '' } = {}) {
    const texts = [asText(packet), today, JSON.stringify(configuration), seen];
    return JSON.parse(this.#module.text('ftt_inbox_row', file, ...texts));
  }

  /**
   * The JSON Schema of a packet.
   * @returns {Record<string, unknown>}
   */
  schema() {
    return JSON.parse(this.#module.text('ftt_schema'));
  }

  /**
   * Where a packet with a chain is, who has it, and which of its concurrences stand.
   * @param {PacketFile} packet
   * @param {ChainOptions} [options]
   * @returns {Chain}
   */
  chain(packet, { today = localToday(), configuration = {}, seen = '' } = {}) {
    return JSON.parse(this.#module.text('ftt_chain', asText(packet), seen, today, JSON.stringify(configuration)));
  }

  /**
   * One more entry of the chain. The nonces are drawn where the act has none. Throws where the act cannot be taken now,
   * with what it lacks; nothing is recorded then.
   * @param {PacketFile} packet
   * @param {ActAsked} act
   * @param {DoorOptions} [options]
   * @returns {Recorded}
   */
  record(packet, act, { today = localToday(), configuration = {} } = {}) {
    const nonces = { nonce: act.nonce ?? drawNonce(), nonce_of_edited: act.nonce_of_edited ?? drawNonce() };
    const asked = JSON.stringify({ ...act, ...nonces });
    return JSON.parse(this.#module.text('ftt_record', asText(packet), asked, today, JSON.stringify(configuration)));
  }

  /**
   * Whether the chain holds and all that was concurred on stands. A bare chain cannot see that its end was cut off: keep
   * `seen` of the answer, and give it the next time.
   * @param {PacketFile} packet
   * @param {ChainOptions} [options]
   * @returns {Verified}
   */
  verify(packet, { today = localToday(), configuration = {}, seen = '' } = {}) {
    return JSON.parse(this.#module.text('ftt_verify', asText(packet), seen, today, JSON.stringify(configuration)));
  }

  /**
   * Two copies of one packet that two people went on with, as one; or the conflicts, to be given again with `answers`.
   * @overload
   * @param {PacketFile} a
   * @param {PacketFile} b
   * @param {MergeOptions} [options]
   * @returns {Merged}
   */
  /**
   * Partials of one fiscal year as one, in any order; the same one twice counts once.
   * @overload
   * @param {RollupPartial[]} partials
   * @returns {string}
   */
  /**
   * @param {PacketFile | RollupPartial[]} a
   * @param {PacketFile} [b]
   * @param {MergeOptions} [options]
   * @returns {Merged | string}
   */
  merge(a, b = '', { today = localToday(), configuration = {}, answers = [], nonce = drawNonce(), by, on } = {}) {
    if (Array.isArray(a)) {
      return this.#forMany().merge(a);
    }
    const texts = [{ act: 'merged', by, on, nonce }, { answers }].map((one) => JSON.stringify(one));
    return JSON.parse(this.#module.text('ftt_merge', asText(a), asText(b), ...texts, today, JSON.stringify(configuration)));
  }

  /**
   * Many packets as one table: who has which, since when and by when, older copies below the newest. Files that are no
   * packets are refused, each by itself. Takes one file at a time, so that they need not be in memory together.
   * @param {Iterable<InboxFile>} files
   * @param {DoorOptions} [options]
   * @returns {Inbox}
   */
  inbox(files, { today = localToday(), configuration = {} } = {}) {
    const refused = [];
    this.#module.text('ftt_inbox_table'); // what an earlier one has left, whose files could not be read to their end
    for (const { file, packet } of files) {
      try {
        this.#module.text('ftt_inbox_take', file, asText(packet), today, JSON.stringify(configuration));
      } catch (error) {
        if (!(error instanceof ModuleError)) throw error;
        refused.push({ file, code: error.code, where: error.where, message: error.message });
      }
    }
    return { rows: JSON.parse(this.#module.text('ftt_inbox_table')), refused };
  }

  /**
   * What the report on many packets needs to know of one: telework-facts/1, each value a text or null.
   * @param {PacketFile} packet
   * @param {FactsOptions} [options]
   * @returns {Facts}
   */
  facts(packet, options) {
    return this.#forMany().facts(packet, options);
  }

  /**
   * Packets as a report, in the format that is asked for. `from` is a partial, or files, one at a time, so that they need
   * not be in memory together: packets, packets a line, saved pages and partials, told apart by their content. What is no
   * packet is named in the report; a partial that is not whole throws.
   * @template {ReportFormat} [Format='json']
   * @param {RollupPartial | Iterable<InboxFile>} from
   * @param {RollupOptions<Format>} [options]
   * @returns {Rolled[Format]}
   */
  rollup(from, options) {
    return this.#forMany().rollup(from, options);
  }

  #forMany() {
    if (!this.many) throw new Error('The core was loaded without what answers to many packets (isForMany: false).');
    return this.many;
  }
}
