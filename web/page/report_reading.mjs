// Files being read for the report on many packets: which of those who read gets which files next, and how far it all is.
//
// Asks nothing of a file: how large one is the disk says, for which the page would wait, and for thousands of them seconds.
// Whoever reads finds that out, reads the small ones, and gives the large ones back to be shared out. Does not read.
import { slices } from './slices.mjs';

/** @import {LargeFile, NamedFile} from './types.mjs' */
/** @import {ReportAsker} from './report_asker.mjs' */

/** @typedef {{state: 'reading', of: number, read: number, percent: number}} Told */

const filesAtOnce = 40; // that are handed to a worker in one message, so that it costs little and a cancel does not wait
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
   * @param {Map<string, File>} files
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
  async by(askers) {
    this.#account();
    /** @type {LargeFile[]} */
    const large = [];
    await this.#shareOut(askers, batchesOf(this.#files), async (asker, batch) => {
      const left = /** @type {LargeFile[]} */ (await asker.ask('readSmall', batch));
      large.push(...left);
      this.#read += batch.length - left.length;
    });
    await this.#shareOut(askers, large.values(), async (asker, one) => {
      await asker.ask('readLarge', one);
      this.#read += 1;
    });
  }

  /**
   * While one reads something, the next lies with it already.
   * @template Part
   * @param {ReportAsker[]} askers
   * @param {Iterator<Part>} parts
   * @param {(asker: ReportAsker, part: Part) => Promise<void>} act
   */
  async #shareOut(askers, parts, act) {
    const giveWay = slices();
    await Promise.all([...askers, ...askers].map(async (asker) => {
      for (let next = parts.next(); !this.#isOver() && !next.done; next = parts.next()) {
        await act(asker, next.value);
        this.#account();
        await giveWay();
      }
    }));
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

/** @param {Map<string, File>} files */
function* batchesOf(files) {
  /** @type {NamedFile[]} */
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
