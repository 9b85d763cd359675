// One call of the core for each message {number, name, values}, answered by {number, result} or {number, problem}: in a
// worker, or in the page where workers are refused. The core is loaded for the first of them. A call `digest` takes the
// SHA-256 of a file, which needs no core; `rowsOfFiles` gives a row of each of some files that is a packet.
//
// Does not know what is called, or what is in a row.
import { loadCore } from '../package/core.mjs';
import { bytesIn, bytesOfSmall } from './file_bytes.mjs';
import { digestOf } from './sha256.mjs';
import { slices } from './slices.mjs';

/** @import {ModuleError} from '../package/core.mjs' */
/** @import {DoorOptions} from '../package/types.mjs' */
/** @import {CoreAnswer, CoreCall, NamedFile} from './types.mjs' */

/** @typedef {Awaited<ReturnType<typeof loadCore>>} Core */

const mostBytes = 64 * 1024 * 1024; // As for a file that is opened: the core refuses a larger one.

/** @type {Promise<Core> | undefined} */
let loading;

/**
 * The answer to a message.
 * @param {CoreCall} call
 * @returns {Promise<CoreAnswer>}
 */
export async function answer({ number, name, values }) {
  try {
    if (name === 'digest') {
      return { number, result: await digestOf(/** @type {Blob} */ (values[0])) };
    }
    loading ??= loadCore({ isForMany: false });
    const core = await loading;
    if (name === 'rowsOfFiles') {
      const [files, options] = /** @type {[NamedFile[], DoorOptions & {seen: string}]} */ (values);
      return { number, result: await rowsOfFiles(core, files, options) };
    }
    const calls = /** @type {Record<string, (...values: unknown[]) => unknown>} */ (/** @type {unknown} */ (core));
    return { number, result: calls[name](...values) };
  } catch (error) {
    const { message, code, where } = /** @type {ModuleError} */ (error);
    return { number, problem: { message, code, where } };
  }
}

/**
 * Each as JSON. What is no packet, or cannot be read, has none.
 * @param {Core} core
 * @param {NamedFile[]} files
 * @param {DoorOptions & {seen: string}} options
 */
async function rowsOfFiles(core, files, options) {
  const giveWay = slices();
  const together = await bytesOfSmall(files);
  const rows = [];
  for (const one of files) {
    const bytes = together.get(one) ?? (one.file.size <= mostBytes ? await bytesIn(one.file) : undefined);
    const row = bytes && rowOf(core, one.name, bytes, options);
    row && rows.push(JSON.stringify(row));
    await giveWay();
  }
  return rows;
}

/**
 * Undefined where it is no packet.
 * @param {Core} core
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {DoorOptions & {seen: string}} options
 */
function rowOf(core, name, bytes, options) {
  try {
    return core.inboxRow(name, bytes, options);
  } catch (error) {
    if (!(/** @type {ModuleError} */ (error).code)) {
      throw error; // the core itself has stopped
    }
    return undefined;
  }
}
