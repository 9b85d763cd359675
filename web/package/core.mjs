// The core as an ES module, in a browser and in node: `const core = await loadCore()`, then
//
//   core.evaluate(packet, {today})   {worksheet, rates, problems, missing, complete}
//   core.print(packet, {today, now}) the print document: one HTML page that carries the packet
//   core.validate(packet, {today})   the problems alone: a list of {field, severity, message}
//   core.compare(a, b, {today})      what differs between two packets: {alike, old, new, changes}
//   core.schema()                    the JSON Schema of the packet
//
//   core.readConfiguration(file)     what an agency sets: {members, refused, refused_whole}
//
// All but the last two also take `configuration`, what an agency sets, as {percent: 'overall', closures: [...]}: members
// of configuration.json in their exact form, such as readConfiguration() gives. Tables that it names are laid over by
// overlayRates().
// A packet is an object, JSON text or the bytes of a file. What cannot be answered throws an Error with `code`, `where`
// and a message that says the mend. Answers are those of the native command. Keeps nothing but the rate tables; a person
// at a packet is a session of wizard.mjs. Touches neither the page nor storage.
import { asText, loadModule, localToday, Tables } from './tables.mjs';

export { isCrash, ModuleError } from './reply.mjs';

/** @import {Comparison, DoorOptions, Evaluation, LoadOptions, PacketFile, PrintOptions, Problem} from './types.mjs' */
/** @import {Module} from './reply.mjs' */

/**
 * Loads the core. Rejects with an Error that says what is not there.
 * @param {LoadOptions} [options]
 * @returns {Promise<Core>}
 */
export function loadCore(options) {
  return loadModule(Core, options);
}

/** What answers to a whole packet. What cannot be answered throws a ModuleError. */
class Core extends Tables {
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
   * The problems alone.
   * @param {PacketFile} packet
   * @param {DoorOptions} [options]
   * @returns {Problem[]}
   */
  validate(packet, options) {
    return this.evaluate(packet, options).problems;
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
   * The JSON Schema of a packet.
   * @returns {Record<string, unknown>}
   */
  schema() {
    return JSON.parse(this.#module.text('ftt_schema'));
  }
}
