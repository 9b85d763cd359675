// The report on many packets as an ES module, in a browser and in node: `const many = await loadReport()`, then
//
//   many.facts(packet, {today})            what the report needs to know of a packet: a flat object
//   many.rollup(files, {today, format})    packets, packets a line, saved pages and partials as a report
//   many.merge([a, b])                     partials as one
//
// core.mjs has the same three. Beside them are the steps that a page goes by, which reads files in pieces and shows a part of
// a report at a time: begin(), file(), feed(), end(), partial(), make(), shown(), rows(), fileOf() and template().
//
// A module of its own beside the core's: nobody loads it who makes no report. Answers are those of the native command. Keeps
// the rate tables, and of one gathering the partial and the report. Touches neither the page nor storage.
import { asText, loadWhole, localToday, Tables } from './tables.mjs';

export { isCrash, ModuleError } from './reply.mjs';

/** @import {DoorOptions, Facts, FactsOptions, GatherOptions, InboxFile, LoadOptions, PacketFile} from './types.mjs' */
/** @import {RollupPartial, Refusal, ReportBeside, ReportFormat, ReportOptions, Rolled, RollupOptions, SheetName} from './types.mjs' */
/** @import {Module} from './reply.mjs' */

/**
 * Loads the module. Rejects with an Error that says what is not there.
 * @param {LoadOptions} [options]
 * @returns {Promise<ManyPackets>}
 */
export function loadReport(options) {
  return loadWhole(ManyPackets, 'rollup', options);
}

const besides = /** @type {const} */ (['actuals', 'headcount', 'timeCodes', 'previous']);
const decoder = new TextDecoder();

/** What answers to many packets. What cannot be answered throws a ModuleError. */
export class ManyPackets extends Tables {
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
   * What the report needs to know of a packet: telework-facts/1, each value a text or null.
   * @param {PacketFile} packet
   * @param {FactsOptions} [options]
   * @returns {Facts}
   */
  facts(packet, { today = localToday(), fiscalYear = '', configuration = {} } = {}) {
    const texts = [today, String(fiscalYear), JSON.stringify(configuration)];
    return JSON.parse(this.#module.text('ftt_facts', asText(packet), ...texts));
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
  rollup(from, options = {}) {
    const { format = 'json', edition, today = localToday(), configuration } = options;
    this.begin({ ...options, today });
    const files = typeof from === 'string' || from instanceof Uint8Array ? [{ file: 'partial', packet: from }] : from;
    for (const { file, packet } of files) {
      this.take(file, packet);
    }
    if (format === 'partial') {
      return /** @type {Rolled[Format]} */ (decoder.decode(this.partial()));
    }
    this.make({ ...options, edition, today, configuration });
    if (format === 'csv') {
      return /** @type {Rolled[Format]} */ (JSON.parse(this.#module.text('ftt_rollup_files', format, 1)));
    }
    const bytes = this.fileOf(format);
    const text = format === 'xlsx' ? '' : decoder.decode(bytes);
    return /** @type {Rolled[Format]} */ (format === 'xlsx' ? bytes : format === 'json' ? JSON.parse(text) : text);
  }

  /**
   * Partials of one fiscal year as one, in any order; the same one twice counts once.
   * @param {Iterable<RollupPartial>} partials
   * @returns {string}
   */
  merge(partials) {
    this.begin({ today: '' });
    let number = 0;
    for (const partial of partials) {
      number += 1;
      this.take(`partial ${number}`, partial);
    }
    return decoder.decode(this.partial());
  }

  /**
   * Begins to gather, and forgets what was gathered before. With an empty day partials alone can be gathered.
   * @param {GatherOptions} [options]
   */
  begin({ today = localToday(), fiscalYear = '', configuration = {} } = {}) {
    this.#module.text('ftt_rollup_begin', today, String(fiscalYear), JSON.stringify(configuration));
  }

  /**
   * A whole file.
   * @param {string} name
   * @param {PacketFile} content
   */
  take(name, content) {
    this.file(name);
    this.feed(asText(content));
    this.end();
  }

  /**
   * Whether a file that begins with these bytes has a packet on each line, and so can be read in ranges; undefined where they
   * are too few to tell. `isAll`: it has no others.
   * @param {Uint8Array} bytes
   * @param {boolean} isAll
   */
  hasLines(bytes, isAll) {
    return [false, true, undefined][this.#module.number('ftt_rollup_has_lines', bytes, Number(isAll))];
  }

  /**
   * A file begins; its bytes follow in pieces of any size. Or a range of one that has lines: it has those whose first byte
   * lies in it, and its bytes follow from the one before it, if any, for as long as more is wanted. Ranges side by side,
   * gathered anywhere and merged, are the file.
   * @param {string} name
   * @param {readonly [begin: number, end: number]} [range]
   */
  file(name, range) {
    this.#module.text('ftt_rollup_file', name, range?.join(':') ?? '');
  }

  /**
   * Gives whether more of the file is wanted.
   * @param {string | Uint8Array} bytes
   */
  feed(bytes) {
    return this.#module.number('ftt_rollup_feed', bytes) !== 0;
  }

  /** The file has ended. Throws where it was a partial that is not whole, of another fiscal year or of a newer version. */
  end() {
    this.#module.text('ftt_rollup_end');
  }

  /**
   * The file that was begun cannot be read: the report names it with the reason.
   * @param {string} reason
   */
  leaveOut(reason) {
    this.#module.text('ftt_rollup_leave_out', reason);
  }

  /** What was gathered until now, to be merged later, as bytes. */
  partial() {
    return this.#module.bytes('ftt_rollup_partial').slice();
  }

  /**
   * Makes the report of what was gathered, with the sheets and the report before that are given now. Gives what is wrong
   * with the sheets, which stands in the report too. Throws where the report before cannot be read.
   * @param {ReportOptions} [options]
   * @returns {(Refusal & {sheet: SheetName})[]}
   */
  make({ edition = 'ohrm', today = localToday(), configuration = {}, ...given } = {}) {
    const problems = this.#takeBeside(given);
    this.#module.text('ftt_rollup_make', edition, today, JSON.stringify(configuration));
    return problems;
  }

  /**
   * The report that was made, as a screen shows it: JSON text with each table's first rows.
   * @param {number} rowsOfAPage
   */
  shown(rowsOfAPage) {
    return this.#module.text('ftt_rollup_shown', rowsOfAPage);
  }

  /**
   * So many rows of one of its tables, as JSON text.
   * @param {string} table
   * @param {number} first
   * @param {number} count
   */
  rows(table, first, count) {
    return this.#module.text('ftt_rollup_rows', table, first, count);
  }

  /**
   * It as one file; of CSV an archive of them.
   * @param {Exclude<ReportFormat, 'partial'>} format
   */
  fileOf(format) {
    return this.#module.bytes('ftt_rollup_files', format, 0).slice();
  }

  /**
   * A sheet to be filled in: that of the actuals with a row for each arrangement and half-year of what was gathered.
   * @param {Exclude<SheetName, 'previous'>} name
   * @param {DoorOptions} [options]
   */
  template(name, { today = localToday(), configuration = {} } = {}) {
    return this.#module.bytes('ftt_rollup_template', name, today, JSON.stringify(configuration)).slice();
  }

  /**
   * @param {ReportBeside} given
   * @returns {(Refusal & {sheet: SheetName})[]}
   */
  #takeBeside(given) {
    this.#module.text('ftt_rollup_alone');
    return besides.flatMap((sheet) => {
      const bytes = given[sheet];
      const refused = bytes === undefined ? [] : JSON.parse(this.#module.text('ftt_rollup_beside', sheet, bytes));
      return refused.map((/** @type {Refusal} */ one) => ({ sheet, ...one }));
    });
  }
}
