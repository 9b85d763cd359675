// One call of the report for each message {number, name, values}, in their order, answered by {number, result} or {number,
// problem}: in a worker, or in the page where workers are refused. The module is started for the first of them, of the
// bytes that a call `bring` has asked for before. While files are read {number, read} says, some times a second, how many more
// were, a part of one as a fraction. A call `cancel` does not wait for its turn: what was called before it reads no further.
//
// Files are read here, in pieces, so that none is in memory whole and nothing of them goes through the page; what is to be
// saved leaves as a Blob, whose bytes do not either. One that cannot be read is named in the report. Does not know what is in
// a file.
import { bytesOf, isPlain, moduleOf, takeFiles } from '../package/assets.mjs';
import { loadReport } from '../package/report.mjs';
import { slices } from './slices.mjs';

/** @import {ManyPackets, ModuleError} from '../package/report.mjs' */
/** @import {ReportOptions, SheetName} from '../package/types.mjs' */
/** @import {CoreAnswer, CoreCall, LargeFile, NamedFile} from './types.mjs' */

// So many bytes of packets take some hundredths of a second: as long as the page waits where it is the page that reads.
const piece = 256 * 1024;
const millisecondsBetween = 100; // from one account to the next
const mostBytes = 512 * 1024 * 1024; // of a file beside the packets; more than any that is taken

/** @type {Promise<ManyPackets> | undefined} */
let loading;
let last = Promise.resolve(); // the call before: files are read in pieces, and the next call waits for that
let rowsOfAPage = 0; // as the screen has them
let canceled = 0; // the number of the last call that reads no further

/** @typedef {(files: number) => void} GoOn  takes how many files more were read, a part of one as a fraction; throws where the call was canceled */

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
   * @param {GoOn} goOn
   */
  async readSmall(many, files, goOn) {
    const giveWay = slices();
    /** @type {LargeFile[]} */
    const large = [];
    for (const one of files) {
      const { size } = one.file;
      if (size > piece) {
        large.push({ ...one, size });
      } else {
        await readOne(many, one, goOn);
        await giveWay();
      }
    }
    return large;
  },

  /**
   * @param {ManyPackets} many
   * @param {LargeFile} one
   * @param {GoOn} goOn
   */
  readLarge: (many, one, goOn) => readOne(many, one, goOn),

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
   * @param {ReportOptions & {rows: number}} options
   * @param {Partial<Record<SheetName, File>>} files
   */
  async make(many, { rows, ...options }, files) {
    rowsOfAPage = rows;
    const names = /** @type {SheetName[]} */ (Object.keys(files));
    const sheets = await Promise.all(names.map(async (name) => [name, await contentOf(/** @type {File} */ (files[name]))]));
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
   * The report as a file, or what was gathered to be merged.
   * @param {ManyPackets} many
   * @param {'html' | 'xlsx' | 'csv' | 'json' | 'partial'} format
   */
  fileOf: (many, format) => new Blob([format === 'partial' ? many.partial() : many.fileOf(format)]),

  /**
   * @param {ManyPackets} many
   * @param {Exclude<SheetName, 'previous'>} name
   * @param {ReportOptions} options
   */
  template: (many, name, options) => new Blob([many.template(name, options)]),
};

/**
 * Gives the answer to a message to tell(answer, transfer), `transfer` what of it is handed over and not copied.
 * @param {CoreCall} call
 * @param {(answer: CoreAnswer & {read?: number}, transfer: Transferable[]) => void} tell
 */
export function answer(call, tell) {
  if (call.name === 'cancel') {
    canceled = Math.max(canceled, call.number);
    return;
  }
  last = last.then(async () => {
    try {
      const result = await resultOf(call, (read) => tell({ number: call.number, read }, []));
      tell({ number: call.number, result }, result instanceof Uint8Array ? [result.buffer] : []);
    } catch (error) {
      const { message, code, where } = /** @type {ModuleError} */ (error);
      tell({ number: call.number, problem: { message, code, where } }, []);
    }
  });
}

/**
 * @param {CoreCall} call
 * @param {(files: number) => void} hasRead
 */
async function resultOf({ number, name, values }, hasRead) {
  if (name === 'bring') {
    return bring(/** @type {string[]} */ (values[0]));
  }
  loading ??= loadReport();
  loading.catch(() => {
    loading = undefined; // what does not come now is asked for again
  });
  const many = await loading;
  const call = /** @type {Record<string, (many: ManyPackets, ...values: unknown[]) => unknown>} */ (/** @type {unknown} */ (calls));
  let read = 0; // since the last account
  let told = performance.now();
  const account = () => {
    hasRead(read);
    read = 0;
    told = performance.now();
  };
  const result = await call[name](many, ...values, (/** @type {number} */ files) => {
    if (number <= canceled) {
      throw Object.assign(new Error('It was canceled.'), { code: 'canceled' });
    }
    read += files;
    performance.now() - told > millisecondsBetween && account();
  });
  read > 0 && account();
  return result;
}

/**
 * Asks for all that the module is started of, so that nothing is asked of the network later.
 * @param {string[]} names
 */
async function bring(names) {
  const wanted = names.filter((name) => !isPlain || !name.endsWith('.wasm'));
  takeFiles(Object.fromEntries(await Promise.all(wanted.map(async (name) => [name, await bytesOf(name)]))));
  if (isPlain) {
    await moduleOf('rollup');
  }
}

/**
 * @param {ManyPackets} many
 * @param {NamedFile} file
 * @param {GoOn} goOn
 */
async function readOne(many, { name, file }, goOn) {
  many.file(name);
  for (let at = 0; at < file.size; at += piece) {
    let bytes;
    try {
      bytes = await contentOf(file.slice(at, at + piece));
    } catch {
      many.leaveOut('The file cannot be read. Close it in other programs, and choose it once more.');
      return;
    }
    goOn(bytes.length / file.size);
    if (!many.feed(bytes)) {
      break;
    }
  }
  many.end();
}

/** @param {Blob} file */
const contentOf = async (file) => new Uint8Array(await file.slice(0, mostBytes).arrayBuffer());
