// One call of the core for each message {number, name, values}, answered by {number, result} or {number, problem}: in a
// worker, or in the page where workers are refused. The core is loaded for the first of them.
//
// Does not know what is called.
import { loadCore } from '../package/core.mjs';

let loading;

/** The answer to a message. */
export async function answer({ number, name, values }) {
  try {
    loading ??= loadCore();
    const core = await loading;
    return { number, result: core[name](...values) };
  } catch ({ message, code, where }) {
    return { number, problem: { message, code, where } };
  }
}
