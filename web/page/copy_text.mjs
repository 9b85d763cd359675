// A text shown to be copied: of a file that may not have been saved, for pages that forbid downloads, or where the page may
// not reach the clipboard. Without a dialog.
//
// Does not know what is in the text, and keeps nothing of it when it is closed.
import { element } from '../twin/dom.mjs';

/** @import {Say} from './types.mjs' */

/**
 * Shows the text of a file at the end of `root`, and says what becomes of it.
 * @param {HTMLElement} root
 * @param {{name: string, content: string}} file
 * @param {Say} say
 */
export function offerText(root, { name, content }, say) {
  showText(root, { words: `The text of ${name}. If no file was saved, copy this into a file of that name.`, content }, say);
}

/**
 * Shows a text to be copied below these words at the end of `root`, and says them.
 * @param {HTMLElement} root
 * @param {{words: string, content: string}} text
 * @param {Say} say
 */
export function showText(root, { words, content }, say) {
  root.querySelector('.copy-text')?.remove();
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const text = element('textarea', { className: 'entry', id: 'copy-text', readOnly: true, value: content, rows: 6 });
  const label = element('label', { htmlFor: text.id, textContent: words });
  const copy = element('button', { type: 'button', className: 'button', textContent: 'Copy' });
  const close = element('button', { type: 'button', className: 'button', textContent: 'Close' });
  const panel = element('section', { className: 'copy-text', 'aria-label': 'Text to copy' }, label, text, copy, close);
  copy.addEventListener('click', () => {
    text.select();
    say(document.execCommand('copy') ? 'The text was copied.' : 'The text is selected: copy it with your keys.');
  });
  close.addEventListener('click', () => {
    panel.remove();
    before?.focus();
  });
  root.append(panel);
  text.focus();
  text.select();
  say(`${label.textContent}`);
}
