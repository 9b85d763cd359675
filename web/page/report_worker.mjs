// The report on many packets in a worker: what report_calls.mjs does for each message {number, name, values}. It says
// {ready: true} first. A message {files} hands over what a worker of the single file cannot ask for.
// web/page/report_asker.mjs is its only caller.
//
// Does not know what is called.
import { takeFiles } from '../package/assets.mjs';
import { answer } from './report_calls.mjs';

addEventListener('message', ({ data }) => {
  if (data.files) {
    takeFiles(data.files);
  } else {
    answer(data, (answered, transfer) => postMessage(answered, { transfer }));
  }
});
postMessage({ ready: true });
