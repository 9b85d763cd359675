// The core in a worker of its own: one call of it for each message {number, name, values}, in their order, answered by
// {number, result} or {number, problem}. It says {ready: true} first. A message {files} hands over what a worker of the
// single file cannot ask for. web/page/documents.mjs is its only caller.
//
// Does not know what is called.
import { takeFiles } from '../package/assets.mjs';
import { answer } from './core_calls.mjs';

addEventListener('message', async ({ data }) => {
  if (data.files) {
    takeFiles(data.files);
  } else {
    postMessage(await answer(data));
  }
});
postMessage({ ready: true });
