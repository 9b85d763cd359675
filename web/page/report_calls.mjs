// One call of the report for each message {number, name, values}, answered by {number, result} or {number, problem}: in a
// worker, or in the page where workers are refused. The module is loaded for the first of them.
//
// Files are read here, in pieces, so that none is in memory whole and nothing of them goes through the page. One that cannot
// be read is named in the report. Does not know what is in a file.
import { loadReport } from '../package/report.mjs';

/** @import {ManyPackets, ModuleError} from '../package/report.mjs' */
/** @import {ReportOptions, SheetName} from '../package/types.mjs' */
/** @import {CoreAnswer, CoreCall, NamedFile} from './types.mjs' */

const piece = 4 * 1024 * 1024;
const mostBytes = 512 * 1024 * 1024; // of a file beside the packets; more than any that is taken
const rowsOfAPage = 25;

/** @type {Promise<ManyPackets> | undefined} */
let loading;

/** What can be asked. */
const calls = {
  /**
   * @param {ManyPackets} many
   * @param {Uint8Array} tables
   */
  overlayRates: (many, tables) => many.overlayRates(tables),

  /**
   * @param {ManyPackets} many
   * @param {import('../package/types.mjs').GatherOptions} options
   */
  begin: (many, options) => many.begin(options),

  /**
   * @param {ManyPackets} many
   * @param {NamedFile[]} files
   */
  async read(many, files) {
    for (const { name, file } of files) {
      await readOne(many, name, file);
    }
  },

  /** @param {ManyPackets} many */
  partial: (many) => many.partial(),

  /**
   * @param {ManyPackets} many
   * @param {Uint8Array} partial
   */
  merge: (many, partial) => many.take('partial', partial),

  /**
   * Makes the report, and gives it as a screen shows it with what is wrong with its sheets, as JSON text.
   * @param {ManyPackets} many
   * @param {ReportOptions} options
   * @param {Partial<Record<SheetName, File>>} files
   */
  async make(many, options, files) {
    const names = /** @type {SheetName[]} */ (Object.keys(files));
    const sheets = await Promise.all(names.map(async (name) => [name, await bytesOf(/** @type {File} */ (files[name]))]));
    const problems = many.make({ ...options, ...Object.fromEntries(sheets) });
    return `{"problems":${JSON.stringify(problems)},"report":${many.shown(rowsOfAPage)}}`;
  },

  /**
   * @param {ManyPackets} many
   * @param {string} table
   * @param {number} first
   */
  rows: (many, table, first) => many.rows(table, first, rowsOfAPage),

  /**
   * @param {ManyPackets} many
   * @param {'html' | 'xlsx' | 'csv' | 'json'} format
   */
  fileOf: (many, format) => many.fileOf(format),

  /**
   * @param {ManyPackets} many
   * @param {Exclude<SheetName, 'previous'>} name
   * @param {ReportOptions} options
   */
  template: (many, name, options) => many.template(name, options),
};

/**
 * The answer to a message, and what of it is handed over and not copied.
 * @param {CoreCall} call
 * @returns {Promise<CoreAnswer & {transfer: Transferable[]}>}
 */
export async function answer({ number, name, values }) {
  try {
    loading ??= loadReport();
    const call = /** @type {Record<string, (many: ManyPackets, ...values: unknown[]) => unknown>} */ (/** @type {unknown} */ (calls));
    const result = await call[name](await loading, ...values);
    return { number, result, transfer: result instanceof Uint8Array ? [result.buffer] : [] };
  } catch (error) {
    const { message, code, where } = /** @type {ModuleError} */ (error);
    return { number, problem: { message, code, where }, transfer: [] };
  }
}

/**
 * @param {ManyPackets} many
 * @param {string} name
 * @param {File} file
 */
async function readOne(many, name, file) {
  many.file(name);
  for (let at = 0; at < file.size; at += piece) {
    let bytes;
    try {
      bytes = await bytesOf(file.slice(at, at + piece));
    } catch {
      many.leaveOut('The file cannot be read. Close it in other programs, and choose it once more.');
      return;
    }
    if (!many.feed(bytes)) {
      break;
    }
  }
  many.end();
}

/** @param {Blob} file */
const bytesOf = async (file) => new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
