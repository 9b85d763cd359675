// Who makes the report on many packets beside the page: a worker with the report's module; where the browser refuses a
// worker, as in a sandbox, the page itself.
//
// Does not know what is asked.
import { startWorker } from '../package/assets.mjs';

/** @import {CoreAnswer, CoreCall} from './types.mjs' */

const notThere = 'The part of the page that makes reports could not be loaded.';
const files = ['rollup.wasm', 'rates/current.txt', 'rates/history.txt', 'rates/zip.txt'];

/** One who answers, in the order in which he is asked. */
export class ReportAsker {
  /** @type {Map<number, {resolve(result: unknown): void, reject(reason: unknown): void}>} */
  #waiting = new Map(); // number of the call → what waits for its answer
  #asked = 0;
  #answerer;
  /** @type {unknown} */
  #whyEnded;

  constructor() {
    this.#answerer = startWorker('report_worker.mjs', files).then(
      (worker) => {
        worker.addEventListener('message', ({ data }) => this.#take(data));
        worker.addEventListener('error', () => this.end(new Error(notThere)));
        return worker;
      },
      () => this.#inThePage(),
    );
  }

  /** Whether it is over. */
  get hasEnded() {
    return this.#whyEnded !== undefined;
  }

  /** A promise of whether it works beside the page; in the page there can be one alone. */
  get isBeside() {
    return this.#answerer.then((answerer) => answerer instanceof Worker);
  }

  /**
   * Rejects with an Error that has a `code` where what was asked is refused.
   * @param {string} name
   * @param {...unknown} values
   * @returns {Promise<unknown>}
   */
  ask(name, ...values) {
    if (this.hasEnded) {
      return Promise.reject(this.#whyEnded);
    }
    this.#asked += 1;
    const call = { number: this.#asked, name, values };
    const answered = new Promise((resolve, reject) => this.#waiting.set(call.number, { resolve, reject }));
    this.#answerer.then((answerer) => this.hasEnded || answerer.postMessage(call));
    return answered;
  }

  /**
   * Ends the work: all that was asked is rejected.
   * @param {unknown} reason
   */
  end(reason) {
    this.#whyEnded = reason;
    this.#answerer.then((answerer) => answerer.terminate());
    this.#waiting.forEach(({ reject }) => reject(reason));
    this.#waiting.clear();
  }

  /** @param {CoreAnswer} answer */
  #take({ number, result, problem }) {
    const asker = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (!problem) {
      asker?.resolve(result);
      return;
    }
    asker?.reject(Object.assign(new Error(problem.message), problem));
    // Nothing that was asked is at fault: the module is not there, or has stopped.
    if (!problem.code) {
      this.end(new Error(notThere));
    }
  }

  // Its work cannot be ended, only not heard of any more; each call waits for the one before.
  #inThePage() {
    let last = Promise.resolve();
    return {
      postMessage: (/** @type {CoreCall} */ call) => {
        last = last.then(async () => {
          try {
            const { answer } = await import('./report_calls.mjs');
            this.#take(await answer(call));
          } catch {
            this.end(new Error(notThere));
          }
        });
      },
      terminate() {},
    };
  }
}
