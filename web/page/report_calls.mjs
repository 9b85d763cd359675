// One call of the report for each message {number, name, values}, in their order, answered by {number, result} or {number,
// problem}: in a worker, or in the page where workers are refused. The module is started for the first of them, of the
// bytes that a call `bring` has asked for before. While files are read {number, read} says, some times a second, how many more
// were, a part of one as a fraction. A call `cancel` does not wait for its turn: what was called before it reads no further.
//
// Files are read here, small ones some at a time and large ones in pieces, so that none of these is in memory whole and
// nothing of any goes through the page; what is to be saved leaves as a Blob, whose bytes do not either. One that cannot be
// read is named in the report. Does not know what is in a file.
import { bytesOf, isPlain, moduleOf, takeFiles } from '../package/assets.mjs';
import { loadReport } from '../package/report.mjs';
import { bytesIn, bytesOfSmall, piece } from './file_bytes.mjs';
import { slices } from './slices.mjs';

/** @import {ManyPackets, ModuleError} from '../package/report.mjs' */
/** @import {ReportOptions, SheetName} from '../package/types.mjs' */
/** @import {ChosenFile, CoreAnswer, CoreCall, FilePart, NamedFile} from './types.mjs' */

const overlap = 64 * 1024; // holds the rest of most packets, a line each
const bytesToStart = 1024 * 1024;
const millisecondsBetween = 100; // from one account to the next
const mostBytes = 512 * 1024 * 1024; // of a sheet or the report before; more than any that is taken

/** @type {Promise<ManyPackets> | undefined} */
let loading;
let last = Promise.resolve(); // the call before: files are read in pieces, and the next call waits for that
let rowsOfAPage = 0; // as the screen has them
let canceled = 0; // the number of the last call that reads no further

const unreadable = 'This cannot be read. See that it is still there, that you may open it, and that no other program has it open; then choose it again.';

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
   * Starts the module, and reads some of what was chosen and forgets it: the browser makes a module quick, within half a
   * second, once it has seen what it does.
   * @param {ManyPackets} many
   * @param {ChosenFile[]} files
   */
  async start(many, files) {
    many.begin();
    const [large] = await calls.readSmall(many, files, () => {});
    if (large && (await hasLines(many, large.file))) {
      await readOne(many, { ...large, range: [0, Math.min(large.size, bytesToStart)] }, () => {});
    }
    many.begin();
  },

  /**
   * Gives those that are large, which it did not read.
   * @param {ManyPackets} many
   * @param {ChosenFile[]} chosen
   * @param {GoOn} goOn
   */
  async readSmall(many, chosen, goOn) {
    const giveWay = slices();
    const files = chosen.flatMap(({ name, file }) => (file ? { name, file } : []));
    for (const { name } of chosen.filter(({ file }) => !file)) {
      many.file(name);
      many.leaveOut(unreadable);
      goOn(1);
    }
    const together = await bytesOfSmall(files);
    for (const one of files.filter(({ file }) => file.size <= piece)) {
      const bytes = together.get(one);
      if (bytes) {
        many.take(one.name, bytes);
        goOn(1);
      } else {
        await readOne(many, one, goOn);
      }
      await giveWay();
    }
    return files.filter(({ file }) => file.size > piece).map((one) => ({ ...one, size: one.file.size }));
  },

  /**
   * @param {ManyPackets} many
   * @param {FilePart} part
   * @param {GoOn} goOn
   */
  readPart: (many, part, goOn) => readOne(many, part, goOn),

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
    const sheets = await Promise.all(names.map(async (name) => [name, await sheetIn(/** @type {File} */ (files[name]))]));
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
 * Reads a file, or of one that has lines the range of the part. One that cannot be read is named in the report.
 * @param {ManyPackets} many
 * @param {NamedFile & {range?: [begin: number, end: number]}} part
 * @param {GoOn} goOn
 */
async function readOne(many, { name, file, range }, goOn) {
  const giveWay = slices();
  const { size } = file;
  const [begin, end] = range ?? [0, size];
  const share = range ? (end - begin) / size : 1;
  let accounted = 0;
  const account = (/** @type {number} */ part) => {
    goOn(part - accounted);
    accounted = part;
  };
  many.file(name, range);
  let at = Math.max(0, begin - 1); // whether a line begins with the range, the byte before it tells
  let isWanted = begin === 0 || (await hasLines(many, file));
  while (isWanted) {
    const until = range && at < begin + 1 ? end + overlap : at + piece;
    // Of a file that is gone the size may be none, and a part of that can be read.
    const bytes = await bytesIn(at === 0 && until >= size ? file : file.slice(at, until));
    if (!bytes) {
      many.leaveOut(unreadable);
      account(share);
      return;
    }
    at += bytes.length;
    isWanted = many.feed(bytes) && bytes.length > 0 && at < size;
    account(Math.min(share, Math.max(0, at - begin) / Math.max(size, 1)));
    await giveWay();
  }
  many.end();
  account(share);
}

/**
 * Whether a file has a packet on each line, as its first bytes tell. One that cannot be read is taken to have, and the
 * reading finds that out.
 * @param {ManyPackets} many
 * @param {File} file
 */
async function hasLines(many, file) {
  for (let size = overlap; ; size *= 4) {
    const bytes = await bytesIn(file.slice(0, size));
    const found = !bytes || many.hasLines(bytes, size >= file.size);
    if (found !== undefined) {
      return found;
    }
  }
}

/**
 * What stands beside the packets must not be missing unsaid.
 * @param {File} file
 */
async function sheetIn(file) {
  const bytes = await bytesIn(file.size > mostBytes ? file.slice(0, mostBytes) : file);
  if (!bytes) {
    throw Object.assign(new Error(unreadable), { code: 'unreadable', where: file.name });
  }
  return bytes;
}
