// The core beside the page: it is loaded once there is time, or when it is first asked, into a worker, so that nothing
// waits while it works. Where the browser refuses a worker, as in a sandbox, it works in the page.
//
// Does not know what is in a document.
import { startWorker } from '../package/assets.mjs';
import { localToday } from '../package/tables.mjs';

/** @import {ModuleError} from '../package/reply.mjs' */
/** @import {DoorOptions, PrintOptions} from '../package/types.mjs' */
/** @import {CoreAnswer, CoreCall, NamedFile} from './types.mjs' */

/** @typedef {{resolve(result?: unknown): void, reject(reason: unknown): void}} Asker */
/** @typedef {{postMessage(call: CoreCall): void, terminate(): void}} Answerer  a worker, or the page in its place */

const notThere = 'The part of the page that makes documents could not be loaded.';
const coreFiles = ['telework.wasm', 'telework.rest.wasm', 'rates/current.txt', 'rates/history.txt', 'rates/zip.txt'];
/** @type {Uint8Array[]} */
const overlays = [];
/** @type {Uint8Array | undefined} */
let wording; // the agency's own words for the clauses, as bytes
/** @type {Uint8Array | undefined} */
let unchecked; // such words, as long as nothing has said whether they can be taken
/** @type {Map<number, Asker>} */
const waiting = new Map(); // number of the message → what waits for its answer
let asked = 0;
/** @type {Promise<Answerer | undefined> | undefined} */
let worker; // a promise of who answers, once someone was asked
/** @type {Promise<unknown>[]} */
let overlaid = []; // that the worker has each of the overlays

/**
 * Keeps an agency's newer tables, which the wizard has found good, for the documents too.
 * @param {Uint8Array} bytes
 */
export function overlayDocuments(bytes) {
  overlays.push(bytes);
  if (worker) {
    overlaid.push(ask('overlayRates', bytes));
  }
}

/** An agency's newer tables that are in use, for whoever works beside the documents. */
export const overlayTables = () => overlays;

/**
 * Takes an agency's own words for the clauses, for every document from now on. Rejects with an Error that names the line
 * where they are refused. Where the core cannot say so now, the next document asks again.
 * @param {Uint8Array} bytes
 */
export async function wordDocuments(bytes) {
  if (!worker) {
    start();
  }
  unchecked = bytes;
  try {
    await ask('checkWording', bytes);
    wording = bytes;
  } catch (error) {
    if (!(/** @type {ModuleError} */ (error).where)) {
      return;
    }
    unchecked = undefined;
    throw error;
  }
  unchecked = undefined;
}

/** Brings the core, so that a document needs no network. Rejects with an Error when it does not come. */
export async function bringDocuments() {
  if (!worker) {
    start();
  }
  await ask('ratesDigest');
}

/**
 * The print document of a packet as HTML, once `ready`, a promise, is there; options() then gives those of core.print().
 * Rejects with an Error that says why.
 * @param {string} packet
 * @param {() => PrintOptions} options
 * @param {Promise<unknown>} ready
 * @returns {Promise<string>}
 */
export async function printDocument(packet, options, ready) {
  await until(ready);
  if (unchecked) {
    await wordDocuments(unchecked);
  }
  if (!worker) {
    start();
  }
  const [html] = await Promise.all([ask('print', packet, { today: localToday(), wording, ...options() }), ...overlaid]);
  return /** @type {string} */ (html);
}

/**
 * The SHA-256 of a file of any size, as 64 hexadecimal digits; it is read piece by piece. Rejects where it cannot be read.
 * @param {File} file
 * @returns {Promise<string>}
 */
export async function digestOfFile(file) {
  if (!worker) {
    start();
  }
  return /** @type {string} */ (await ask('digest', file));
}

/**
 * What a table of many packets needs to know of each of the files that is a packet, as JSON. Rejects with an Error whose
 * `code` is `canceled` where that was.
 * @param {NamedFile[]} files
 * @param {DoorOptions & {seen: string}} options
 * @returns {Promise<string[]>}
 */
export async function rowsOfFiles(files, options) {
  if (!worker) {
    start();
  }
  return /** @type {string[]} */ (await ask('rowsOfFiles', files, options));
}

/** Ends the work on every document that is asked for: each is rejected with an Error whose `code` is `canceled`. */
export function cancelDocuments() {
  end(Object.assign(new Error('It was canceled.'), { code: 'canceled' }));
}

function start() {
  /** @type {Promise<Answerer | undefined>} */
  const started = startWorker('core_worker.mjs', coreFiles)
    .then((made) => (worker === started ? listenTo(made) : void made.terminate()))
    .catch(() => inThePage);
  worker = started;
  overlaid = overlays.map((bytes) => ask('overlayRates', bytes));
}

/** @param {Worker} made */
function listenTo(made) {
  made.addEventListener('message', ({ data }) => take(data));
  made.addEventListener('error', () => end(new Error(notThere)));
  return made;
}

// Its work cannot be ended, only not heard of any more.
/** @type {Answerer} */
const inThePage = {
  async postMessage(message) {
    try {
      const { answer } = await import('./core_calls.mjs');
      take(await answer(message));
    } catch {
      end(new Error(notThere));
    }
  },
  terminate() {},
};

/** @param {CoreAnswer} answer */
function take({ number, result, problem }) {
  const asker = waiting.get(number);
  waiting.delete(number);
  if (!asker || !problem) {
    asker?.resolve(result);
    return;
  }
  asker.reject(Object.assign(new Error(problem.message), problem));
  // Nothing that was asked is at fault: the core is not there, or has stopped.
  if (!problem.code) {
    end(new Error(notThere));
  }
}

/**
 * The next document begins with a fresh core.
 * @param {unknown} reason
 */
function end(reason) {
  worker?.then((made) => made?.terminate());
  worker = undefined;
  waiting.forEach(({ reject }) => reject(reason));
  waiting.clear();
}

/**
 * Waits for `ready` as for an answer, which may be canceled.
 * @param {Promise<unknown>} ready
 */
function until(ready) {
  asked += 1;
  const number = asked;
  const goOn = () => take({ number });
  Promise.resolve(ready).then(goOn, goOn);
  return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
}

/**
 * @param {string} name
 * @param {...unknown} values
 */
function ask(name, ...values) {
  asked += 1;
  const message = { number: asked, name, values };
  worker?.then((made) => made?.postMessage(message));
  return new Promise((resolve, reject) => waiting.set(message.number, { resolve, reject }));
}
