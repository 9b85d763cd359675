// Many files looked through: some at a time are read and understood beside the page, by the core in its worker or, where
// there is none, between the page's own turns; what is found goes to the session a few times a second, so that nobody waits.
//
// A file that cannot be a packet by its name is not read at all. Nothing is kept but the files themselves, which the browser
// reads again when one is opened, until the page goes or others are chosen. Does not know what is in a file, or in a row.
import { rowsOfFiles } from './documents.mjs';
import { batchesOf, shareOut } from './sharing_out.mjs';

/** @import {DoorOptions} from '../package/types.mjs' */
/** @import {ChosenFile, Found, NamedFile} from './types.mjs' */

/** @typedef {DoorOptions & {seen: string}} RowOptions */

const named = /\.(json|html?)$/i;
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
   * @param {(found: string) => void} parts.look tells the session what was found until now, as JSON
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
    this.#tellFound({ state: 'begun', of: chosen.length, read: 0, others: 0, rows: [] });
    const found = { of: chosen.length, read: others, others, rows: /** @type {string[]} */ ([]) };
    try {
      await this.#readAll(turn, found);
    } catch (error) {
      turn.isCanceled = true;
      this.#turn === turn && this.#tell(`The files were not all looked through: ${/** @type {Error} */ (error).message} Choose them again.`);
    }
    if (this.#turn === turn) {
      this.#tellFound({ ...found, state: turn.isCanceled ? 'canceled' : 'done' });
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
    const options = this.#options();
    const isOver = () => this.#turn !== turn || turn.isCanceled;
    let told = performance.now();
    const take = async (/** @type {typeof rowsOf} */ read, /** @type {NamedFile[]} */ batch) => {
      const rows = await read(batch, options);
      found.read += batch.length;
      found.others += batch.length - rows.length;
      found.rows.push(...rows);
      if (!isOver() && (performance.now() - told > millisecondsBetween || found.rows.length >= mostInOne)) {
        this.#tellFound({ ...found, state: 'reading' });
        found.rows = [];
        told = performance.now();
      }
    };
    await shareOut([rowsOf], batchesOf(this.#files), take, isOver);
  }

  /**
   * The rows are JSON as they come.
   * @param {Found} found
   */
  #tellFound({ rows, ...figures }) {
    this.#look(`{"rows":[${rows.join()}],${JSON.stringify(figures).slice(1)}`);
  }
}

/**
 * What the table needs to know of those that are packets.
 * @param {NamedFile[]} files
 * @param {RowOptions} options
 * @returns {Promise<string[]>}
 */
async function rowsOf(files, options) {
  try {
    return await rowsOfFiles(files, options);
  } catch (error) {
    if (/** @type {{code?: string}} */ (error).code !== 'canceled') {
      throw error;
    }
    // A document beside them was canceled, and the worker with it.
    return rowsOf(files, options);
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
