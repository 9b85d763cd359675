// One call of the core for each message {number, name, values}, answered by {number, result} or {number, problem}: in a
// worker, or in the page where workers are refused. The core is loaded for the first of them.
//
// Does not know what is called.
import { loadCore } from '../package/core.mjs';

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
    loading ??= loadCore();
    const core = /** @type {Record<string, (...values: unknown[]) => unknown>} */ (/** @type {unknown} */ (await loading));
    return { number, result: core[name](...values) };
  } catch (error) {
    const { message, code, where } = /** @type {ModuleError} */ (error);
    return { number, problem: { message, code, where } };
  }
}
