// Files being read for the report on many packets: which of those who read gets which files next, and how far it all is.
//
// Asks nothing of a file: how large one is the disk says, for which the page would wait, and for thousands of them seconds.
// Whoever reads finds that out, reads the small ones, and gives the large ones back to be shared out. To hand a file over
// takes the page a fraction of a millisecond, in which the browser asks the disk after all: so a message has few. Does not
// read.
import { slices } from './slices.mjs';

/** @import {ChosenFile, FilePart, LargeFile} from './types.mjs' */
/** @import {ReportAsker} from './report_asker.mjs' */

/** @typedef {{state: 'reading', of: number, read: number, percent: number}} Told */

/** Files that are handed over in one message. */
export const filesAtOnce = 20;
const bytesAtOnce = 1024 * 1024; // of a large one: a tenth of a second's work
const millisecondsBetween = 250; // from one account to the next

/** The files that are read, once. */
export class ReportReading {
  #files;
  #tell;
  #isOver;
  #read = 0; // files
  #share = 0; // of the files, one that is being read counting with the part of it that is
  #told = -Infinity;

  /**
   * @param {Map<string, File | undefined>} files
   * @param {object} around
   * @param {(told: Told) => void} around.tell
   * @param {() => boolean} around.isOver
   */
  constructor(files, { tell, isOver }) {
    this.#files = files;
    this.#tell = tell;
    this.#isOver = isOver;
  }

  /**
   * So many files more, a part of one as a fraction.
   * @param {number} files
   */
  hasRead(files) {
    this.#share += files;
    this.#account();
  }

  /**
   * Resolves when all are read, or it is over.
   * @param {ReportAsker[]} askers
   */
  async among(askers) {
    this.#account();
    /** @type {LargeFile[]} */
    const large = [];
    await this.#shareOut(askers, batchesOf(this.#files), async (asker, batch) => {
      const left = /** @type {LargeFile[]} */ (await asker.ask('readSmall', batch));
      large.push(...left);
      this.#read += batch.length - left.length;
    });
    /** @type {Iterator<FilePart>} */
    const parts = askers.length > 1 ? partsOf(large) : large.values(); // one alone reads each as it comes
    /** @type {Map<string, number>} */
    const bytesOf = new Map(); // name of a file that is being read → how many bytes of its parts are
    await this.#shareOut(askers, parts, async (asker, part) => {
      await asker.ask('readPart', part);
      const { name, size, range: [begin, end] = [0, size] } = part;
      const bytes = (bytesOf.get(name) ?? 0) + end - begin;
      bytesOf.set(name, bytes);
      this.#read += Number(bytes === size);
    });
  }

  /**
   * While one reads something, the next lies with it already; to hand over the first of all takes some turns.
   * @template Part
   * @param {ReportAsker[]} askers
   * @param {Iterator<Part>} parts
   * @param {(asker: ReportAsker, part: Part) => Promise<void>} act
   */
  async #shareOut(askers, parts, act) {
    const giveWay = slices();
    const readOn = async (/** @type {ReportAsker} */ asker) => {
      for (let next = parts.next(); !this.#isOver() && !next.done; next = parts.next()) {
        await act(asker, next.value);
        this.#account();
        await giveWay();
      }
    };
    const all = [];
    for (const asker of [...askers, ...askers]) {
      const reads = readOn(asker);
      reads.catch(() => {}); // whoever waits for all of them is told
      all.push(reads);
      await giveWay();
    }
    await Promise.all(all);
  }

  #account() {
    const now = performance.now();
    if (!this.#isOver() && now - this.#told > millisecondsBetween) {
      this.#told = now;
      const of = this.#files.size;
      this.#tell({ state: 'reading', of, read: this.#read, percent: Math.min(100, Math.floor((100 * this.#share) / of)) });
    }
  }
}

/**
 * What is no file of lines is all in its first part, and in the others there is nothing.
 * @param {LargeFile[]} large
 * @returns {Generator<FilePart>}
 */
function* partsOf(large) {
  for (const one of large) {
    for (let begin = 0; begin < one.size; begin += bytesAtOnce) {
      yield { ...one, range: [begin, Math.min(begin + bytesAtOnce, one.size)] };
    }
  }
}

/** @param {Map<string, File | undefined>} files */
function* batchesOf(files) {
  /** @type {ChosenFile[]} */
  let batch = [];
  for (const [name, file] of files) {
    batch.push({ name, file });
    if (batch.length === filesAtOnce) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}
