// The core in a worker of its own: one call of it for each message {number, name, values}, in their order, answered by
// {number, result} or {number, problem}. web/documents.mjs is its only caller.
//
// Does not know what is called.
import { loadCore } from './core.mjs';

const loading = loadCore();

addEventListener('message', async ({ data: { number, name, values } }) => {
  try {
    const core = await loading;
    postMessage({ number, result: core[name](...values) });
  } catch ({ message, code, where }) {
    postMessage({ number, problem: { message, code, where } });
  }
});
