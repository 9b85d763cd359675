// What is shown while something takes longer than a moment: a line of words with a way to cancel it, over both views.
//
// Escape cancels too, since the button may be far from where the focus is. Does not know what is being done.
import { element } from '../twin/dom.mjs';

/** @import {Progress} from './types.mjs' */

const moment = 500; // milliseconds

/**
 * Shows `words` in `root` while `work`, a promise, lasts, and says them by say(text); cancel() is to end the work. What
 * is done `after` so many milliseconds needs no words. Gives what the work gives.
 * @template Given
 * @param {Progress} progress
 * @param {Promise<Given>} work
 */
export async function showProgress({ root, words, say, cancel, after = moment }, work) {
  const before = /** @type {HTMLElement | null} */ (root.ownerDocument.activeElement);
  const button = element('button', { type: 'button', className: 'button', textContent: 'Cancel' });
  const line = element('div', { className: 'progress' }, element('p', { textContent: words }), button);
  const end = new AbortController();
  const { signal } = end;
  button.addEventListener('click', cancel, { signal });
  const late = setTimeout(() => {
    root.append(line);
    say(`${words} Escape cancels it.`);
    root.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && cancel(), { signal });
  }, after);
  try {
    return await work;
  } finally {
    clearTimeout(late);
    end.abort();
    const hadFocus = line.contains(root.ownerDocument.activeElement);
    line.remove();
    if (hadFocus && before?.isConnected) {
      before.focus();
    }
  }
}
