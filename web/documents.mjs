// The core beside the page: it is loaded once there is time, or when it is first asked, into a worker, so that nothing
// waits while it works. In a sandbox, which has no workers, it works in the page.
//
// Does not know what is in a document.
import { localToday } from './tables.mjs';
import { scriptAddress } from './trusted.mjs';

const notThere = 'The part of the page that makes documents could not be loaded.';
const overlays = [];
const waiting = new Map(); // number of the message → what waits for its answer
let asked = 0;
let worker;
let laid = []; // that the worker has each of the overlays

/** Keeps an agency's newer tables, which the wizard has found good, for the documents too. */
export function overlayDocuments(bytes) {
  overlays.push(bytes);
  if (worker) {
    laid.push(ask('overlayRates', bytes));
  }
}

/** Brings the core, so that a document needs no network. Rejects with an Error when it does not come. */
export async function bringDocuments() {
  if (!worker) {
    start();
  }
  await ask('ratesDigest');
}

/** The print document of a packet as HTML; `options` are those of core.print(). Rejects with an Error that says why. */
export async function printDocument(packet, options) {
  if (!worker) {
    start();
  }
  const [html] = await Promise.all([ask('print', packet, { today: localToday(), ...options }), ...laid]);
  return html;
}

/** Ends the work on every document that is asked for: each is rejected with an Error whose `code` is `cancelled`. */
export function cancelDocuments() {
  end(Object.assign(new Error('It was cancelled.'), { code: 'cancelled' }));
}

function start() {
  worker = makeWorker();
  worker.addEventListener('message', ({ data: { number, result, problem } }) => {
    const { resolve, reject } = waiting.get(number);
    waiting.delete(number);
    if (!problem) {
      resolve(result);
      return;
    }
    reject(Object.assign(new Error(problem.message), problem));
    // Nothing that was asked is at fault: the core is not there, or has stopped.
    if (!problem.code) {
      end(new Error(notThere));
    }
  });
  worker.addEventListener('error', () => end(new Error(notThere)));
  laid = overlays.map((bytes) => ask('overlayRates', bytes));
}

function makeWorker() {
  const address = scriptAddress('core_worker.mjs');
  try {
    return new Worker(address, { type: 'module' });
  } catch (error) {
    if (error.name !== 'SecurityError') {
      throw error;
    }
    return new CoreInPage();
  }
}

// Does what the worker does, as far as it is used here. What it is at cannot be ended, only not heard of any more.
class CoreInPage extends EventTarget {
  #loading = import('./core.mjs').then(({ loadCore }) => loadCore());
  #isEnded = false;

  async postMessage({ number, name, values }) {
    let data;
    try {
      const core = await this.#loading;
      data = { number, result: core[name](...values) };
    } catch ({ message, code, where }) {
      data = { number, problem: { message, code, where } };
    }
    if (!this.#isEnded) {
      this.dispatchEvent(new MessageEvent('message', { data }));
    }
  }

  terminate() {
    this.#isEnded = true;
  }
}

// The next document begins with a fresh core.
function end(reason) {
  worker?.terminate();
  worker = undefined;
  waiting.forEach(({ reject }) => reject(reason));
  waiting.clear();
}

function ask(name, ...values) {
  asked += 1;
  worker.postMessage({ number: asked, name, values });
  return new Promise((resolve, reject) => waiting.set(asked, { resolve, reject }));
}
