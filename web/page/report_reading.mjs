// Files being read for the report on many packets: which of those who read gets which files next, and how far it all is.
//
// Whoever reads reads the small ones, and gives the large ones back to be shared out by their parts. Does not read.
import { batchesOf, shareOut } from './sharing_out.mjs';

/** @import {ChosenFile, FilePart, LargeFile} from './types.mjs' */
/** @import {ReportAsker} from './report_asker.mjs' */

/** @typedef {{state: 'reading', of: number, read: number, percent: number}} Told */

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
    const readSmall = async (/** @type {ReportAsker} */ asker, /** @type {ChosenFile[]} */ batch) => {
      const left = /** @type {LargeFile[]} */ (await asker.ask('readSmall', batch));
      large.push(...left);
      this.#read += batch.length - left.length;
      this.#account();
    };
    await shareOut(askers, batchesOf(this.#files), readSmall, this.#isOver);
    /** @type {Iterator<FilePart>} */
    const parts = askers.length > 1 ? partsOf(large) : large.values(); // one alone reads each as it comes
    /** @type {Map<string, number>} */
    const bytesOf = new Map(); // name of a file that is being read → how many bytes of its parts are
    const readPart = async (/** @type {ReportAsker} */ asker, /** @type {FilePart} */ part) => {
      await asker.ask('readPart', part);
      const { name, size, range: [begin, end] = [0, size] } = part;
      const bytes = (bytesOf.get(name) ?? 0) + end - begin;
      bytesOf.set(name, bytes);
      this.#read += Number(bytes === size);
      this.#account();
    };
    await shareOut(askers, parts, readPart, this.#isOver);
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
