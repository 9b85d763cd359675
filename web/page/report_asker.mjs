// Who makes the report on many packets beside the page: a worker with the report's module; where the browser refuses a
// worker, as in a sandbox, the page itself.
//
// All that it will ever ask the network for it asks for when it is brought. Does not know what is asked.
import { isSingle, startWorker } from '../package/assets.mjs';

/** @import {CoreAnswer, CoreCall} from './types.mjs' */

const notThere = 'The part of the page that makes reports could not be loaded.';
const files = ['rollup.wasm', 'rates/current.txt', 'rates/history.txt', 'rates/zip.txt'];

/** One who answers, in the order in which he is asked. */
export class ReportAsker {
  /** @type {Map<number, {resolve(result: unknown): void, reject(reason: unknown): void}>} */
  #waiting = new Map(); // number of the call → what waits for its answer
  #asked = 0;
  #answerer;
  #hasEnded = false;
  #hasRead;

  /** @param {(files: number) => void} hasRead takes how many files more were read, a part of one as a fraction */
  constructor(hasRead) {
    this.#hasRead = hasRead;
    this.#answerer = startWorker('report_worker.mjs', files).then(
      (worker) => {
        worker.addEventListener('message', ({ data }) => this.#take(data));
        worker.addEventListener('error', () => this.#end());
        return worker;
      },
      () => this.#inThePage(),
    );
    // The single file carries it all.
    this.isThere = isSingle ? Promise.resolve() : this.ask('bring', files);
    this.isThere.catch(() => {}); // whoever asks is told
  }

  /** Whether it answers no more. */
  get hasEnded() {
    return this.#hasEnded;
  }

  /** A promise of whether it works beside the page; in the page there can be one alone. */
  get isBeside() {
    return this.#answerer.then((answerer) => answerer instanceof Worker);
  }

  /**
   * Rejects with an Error that has a `code` where what was asked is refused, `canceled` where that was.
   * @param {string} name
   * @param {...unknown} values
   * @returns {Promise<unknown>}
   */
  ask(name, ...values) {
    return this.#ask(name, values, []);
  }

  /**
   * As ask(), of bytes that are handed over and not copied: they are gone here.
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  give(name, bytes) {
    return this.#ask(name, [bytes], [bytes.buffer]);
  }

  /** Files are read no further for what was asked until now. */
  cancel() {
    const call = { number: this.#asked, name: 'cancel', values: [] };
    this.#answerer.then((answerer) => answerer.postMessage(call, []));
  }

  /**
   * @param {string} name
   * @param {unknown[]} values
   * @param {Transferable[]} given
   * @returns {Promise<unknown>}
   */
  #ask(name, values, given) {
    if (this.#hasEnded) {
      return Promise.reject(new Error(notThere));
    }
    this.#asked += 1;
    const call = { number: this.#asked, name, values };
    const answered = new Promise((resolve, reject) => this.#waiting.set(call.number, { resolve, reject }));
    this.#answerer.then((answerer) => answerer.postMessage(call, given));
    return answered;
  }

  #end() {
    this.#hasEnded = true;
    this.#waiting.forEach(({ reject }) => reject(new Error(notThere)));
    this.#waiting.clear();
  }

  /** @param {CoreAnswer & {read?: number}} answer */
  #take({ number, result, problem, read }) {
    if (read !== undefined) {
      this.#hasRead(read);
      return;
    }
    const asker = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (!problem) {
      asker?.resolve(result);
      return;
    }
    asker?.reject(Object.assign(new Error(problem.message), problem));
    // Nothing that was asked is at fault: the module is not there, or has stopped.
    if (!problem.code) {
      this.#end();
    }
  }

  /** @returns {Promise<{postMessage(call: CoreCall, given: Transferable[]): void}>} */
  async #inThePage() {
    const { answer } = await import('./report_calls.mjs');
    return { postMessage: (/** @type {CoreCall} */ call) => void answer(call, (answered) => this.#take(answered)) };
  }
}
