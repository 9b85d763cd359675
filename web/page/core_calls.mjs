// One call of the core for each message {number, name, values}, answered by {number, result} or {number, problem}: in a
// worker, or in the page where workers are refused. The core is loaded for the first of them. A call
// `digest` takes the SHA-256 of a file, which needs no core.
//
// Does not know what is called.
import { loadCore } from '../package/core.mjs';
import { digestOf } from './sha256.mjs';

/** @import {ModuleError} from '../package/core.mjs' */

/** @import {CoreAnswer, CoreCall} from './types.mjs' */

/** @type {ReturnType<typeof loadCore> | undefined} */
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
    const core = /** @type {Record<string, (...values: unknown[]) => unknown>} */ (/** @type {unknown} */ (await loading));
    return { number, result: core[name](...(await Promise.all(values.map(valueOf)))) };
  } catch (error) {
    const { message, code, where } = /** @type {ModuleError} */ (error);
    return { number, problem: { message, code, where } };
  }
}

/**
 * A file is called with its bytes. Rejects with an Error that has a code where it cannot be read: the core is not at fault.
 * @param {unknown} value
 */
async function valueOf(value) {
  if (!(value instanceof Blob)) {
    return value;
  }
  try {
    return new Uint8Array(await value.arrayBuffer());
  } catch {
    throw Object.assign(new Error('The file cannot be read.'), { code: 'unreadable' });
  }
}
