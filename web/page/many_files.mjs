// Many files looked through: each is read and understood beside the page, by the core in its worker or, where there is none,
// between the page's own turns; what is found goes to the session a few times a second, so that nobody waits.
//
// A file that cannot be a packet by its name is not read at all. Nothing is kept but the files themselves, which the browser
// reads again when one is opened, until the page goes or others are chosen. Does not know what is in a file.
import { rowOfFile } from './documents.mjs';

/** @import {DoorOptions} from '../package/types.mjs' */
/** @import {ChosenFile, Found} from './types.mjs' */

/** @typedef {DoorOptions & {seen: string}} RowOptions */

const named = /\.(json|html?)$/i;
const readAtOnce = 4;
const mostBytes = 64 * 1024 * 1024; // As for a file that is opened: the core refuses a larger one.
const millisecondsBetween = 250; // from one account to the next
const mostInOne = 200; // packets in an account

/** The files that were chosen last. */
export class ManyFiles {
  #look;
  #options;
  #tell;
  /** @type {Map<string, File>} */
  #files = new Map(); // by the name that the session knows each by
  /** @type {{isCanceled: boolean} | undefined} */
  #turn; // of the files that were chosen last

  /**
   * @param {object} parts
   * @param {(found: Found) => void} parts.look tells the session what was found until now
   * @param {() => RowOptions} parts.options those of core.inboxRow()
   * @param {(text: string) => void} parts.tell
   */
  constructor({ look, options, tell }) {
    this.#look = look;
    this.#options = options;
    this.#tell = tell;
  }

  /**
   * Looks through the files; those that were chosen before are let go. Resolves when all are read, or when it was canceled.
   * @param {ChosenFile[]} chosen
   */
  async look(chosen) {
    const turn = { isCanceled: false };
    this.#turn = turn;
    this.#files = new Map();
    const wanted = chosen.filter(({ name, file }) => file && named.test(name));
    const free = freeNames();
    for (const { name, file } of wanted) {
      this.#files.set(free(name), /** @type {File} */ (file));
    }
    const others = chosen.length - wanted.length;
    this.#look({ state: 'begun', of: chosen.length, read: 0, others: 0, rows: [] });
    const found = { of: chosen.length, read: others, others, rows: /** @type {object[]} */ ([]) };
    try {
      await this.#readAll(turn, found);
    } catch (error) {
      turn.isCanceled = true;
      this.#turn === turn && this.#tell(`The files were not all looked through: ${/** @type {Error} */ (error).message} Choose them again.`);
    }
    if (this.#turn === turn) {
      this.#look({ ...found, state: turn.isCanceled ? 'canceled' : 'done' });
    }
  }

  /** Reads no more of them. */
  cancel() {
    if (this.#turn) {
      this.#turn.isCanceled = true;
    }
  }

  /**
   * The file of that name.
   * @param {string} name
   */
  find(name) {
    return this.#files.get(name);
  }

  /**
   * @param {{isCanceled: boolean}} turn
   * @param {Omit<Found, 'state'>} found
   */
  async #readAll(turn, found) {
    const left = this.#files.entries();
    const options = this.#options();
    const isOn = () => this.#turn === turn && !turn.isCanceled;
    let told = performance.now();
    const readSome = async () => {
      for (let next = left.next(); isOn() && !next.done; next = left.next()) {
        const [name, file] = next.value;
        // How large a file is the page asks the disk, and waits: of thousands at once for seconds.
        const row = file.size <= mostBytes ? await rowOf(name, file, options) : undefined;
        found.read += 1;
        row ? found.rows.push(row) : (found.others += 1);
        if (isOn() && (performance.now() - told > millisecondsBetween || found.rows.length >= mostInOne)) {
          this.#look({ ...found, state: 'reading' });
          found.rows = [];
          // Where the core works in the page, the page has its turn.
          await new Promise((done) => setTimeout(done));
          told = performance.now();
        }
      }
    };
    await Promise.all(Array.from({ length: readAtOnce }, readSome));
  }
}

/**
 * What the table needs to know of a packet; undefined where the file is none.
 * @param {string} name
 * @param {File} file
 * @param {RowOptions} options
 * @returns {Promise<object | undefined>}
 */
async function rowOf(name, file, options) {
  try {
    return await rowOfFile(name, file, options);
  } catch (error) {
    const { code } = /** @type {{code?: string}} */ (error);
    if (!code) {
      throw error;
    }
    // A document beside it was canceled, and the worker with it.
    return code === 'canceled' ? rowOf(name, file, options) : undefined;
  }
}

/** Two files may have one name, where they come out of different folders: gives a function that makes each name one of its own. */
export function freeNames() {
  /** @type {Map<string, number>} */
  const counts = new Map(); // how often each name was given, so that thousands of one name take no time
  return (/** @type {string} */ name) => {
    let free = name;
    for (let count = (counts.get(name) ?? 0) + 1; counts.has(free); count += 1) {
      free = `${name} (${count})`;
      counts.set(name, count);
    }
    counts.set(free, counts.get(free) ?? 1);
    return free;
  };
}
