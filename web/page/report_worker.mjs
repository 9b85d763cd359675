// The report on many packets in a worker: one call for each message {number, name, values}, in their order, answered by
// {number, result} or {number, problem}. It says {ready: true} first. A message {files} hands over what a worker of the
// single file cannot ask for. web/page/report_asker.mjs is its only caller.
//
// Does not know what is called.
import { takeFiles } from '../package/assets.mjs';
import { answer } from './report_calls.mjs';

let last = Promise.resolve();

addEventListener('message', ({ data }) => {
  if (data.files) {
    takeFiles(data.files);
    return;
  }
  // A file is read in pieces, and the next call waits for it.
  last = last.then(async () => {
    const { transfer, ...answered } = await answer(data);
    postMessage(answered, { transfer });
  });
});
postMessage({ ready: true });
