// Keeps the whole site on the device, so that the form opens without a network, says when something of it had to be
// brought again, and asks before a newer version of it is taken. service_worker.mjs does the keeping.
//
// Only where the page is its own window and was served: a frame is its host's, and a file needs no keeping. Nothing is
// loaded again by itself. Does not know what is in the files.
import { here, isSingle } from '../package/assets.mjs';
import { element } from '../twin/dom.mjs';
import { scriptAddress } from '../package/trusted.mjs';

/** @type {Record<string, string>} */
const questions = {
  update: 'A newer version of this form is ready. The page needs to load again. Save the packet first.',
  others: 'This form is open in another tab too. Save and close it there before you update here.',
  incomplete: 'The newer version did not load completely, so this one stays in use. Try again when the network is back.',
};
const mended =
  'Files of this form that this browser keeps for use without a network were lost or damaged. They were loaded again. They had no answers in them.';

/**
 * Begins the keeping, and asks in `root` when there is a newer version; `say` says it too. `tell` shows and says what
 * was mended. Never fails the page.
 * @param {{root: HTMLElement, say: (text: string) => void, tell: (text: string) => void}} page
 */
export async function keepOffline({ root, say, tell }) {
  if (isSingle || window.top !== window || !window.isSecureContext || !('serviceWorker' in navigator)) {
    return;
  }
  const { serviceWorker } = navigator;
  const post = (/** @type {{kind: string}} */ message) => serviceWorker.controller?.postMessage(message);
  /** @type {HTMLElement | undefined} */
  let line;
  serviceWorker.addEventListener('message', ({ data: { kind, version } }) => {
    if (kind === 'agreed') {
      location.assign(new URL(`?version=${version}`, here));
      return;
    }
    if (kind === 'mended') {
      tell(mended);
      return;
    }
    line?.remove();
    line = question(questions[kind], () => post({ kind: 'agree' }));
    root.append(line);
    say(questions[kind]);
  });
  const ask = () => post({ kind: 'ask' });
  serviceWorker.addEventListener('controllerchange', ask);
  await serviceWorker.register(scriptAddress('service_worker.js'), { updateViaCache: 'none' }).catch(({ message }) => {
    console.warn(`The form is not kept for use without a network: ${message}`);
  });
  ask();
}

/**
 * @param {string} words
 * @param {() => void} agree
 */
function question(words, agree) {
  const button = (/** @type {string} */ textContent) => element('button', { type: 'button', className: 'button', textContent });
  const [yes, no] = ['Update now', 'Later'].map(button);
  const line = element('div', { className: 'progress', role: 'group', ariaLabel: 'Newer version' },
    element('p', { textContent: words }), yes, no);
  yes.addEventListener('click', agree);
  no.addEventListener('click', () => line.remove());
  return line;
}
