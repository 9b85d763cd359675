// The text of a file that may not have been saved, shown to be copied: for pages that forbid downloads, without a dialog.
//
// Does not know what is in the text, and keeps nothing of it when it is closed.
import { element } from '../twin/dom.mjs';

/** @import {SavedFile, Say} from './types.mjs' */

/**
 * Shows the text of a file at the end of `root`, and says what becomes of it.
 * @param {HTMLElement} root
 * @param {SavedFile} file
 * @param {Say} say
 */
export function offerText(root, { name, content }, say) {
  root.querySelector('.copy-text')?.remove();
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const text = element('textarea', { className: 'entry', id: 'copy-text', readOnly: true, value: content, rows: 6 });
  const label = element('label', { htmlFor: text.id, textContent: `The text of ${name}. If no file was saved, copy this into a file of that name.` });
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
