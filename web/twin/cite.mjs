// A citation: a button that shows below what it is of what the paragraph says, and hides that again. A screen reader is told
// what it does and whether it has been done.
//
// Does not know what a paragraph says.
import { element, mark, say, show } from './dom.mjs';
import { faceWords } from './face_words.mjs';

/** @import {ViewNode} from '../package/view_model.mjs' */

/** @param {string} id of the node that cites */
export function makeCite(id) {
  const words = element('span');
  const made = element('button', { type: 'button', className: 'cite', id: `cite:${id}` }, words);
  return {
    element: made,
    /** @param {ViewNode} node */
    update({ cite, flags = [] }) {
      say(words, cite);
      show(made, Boolean(cite));
      // As one text: behind an element of its own a browser would set a space before the colon.
      mark(made, 'aria-label', cite && `${cite}: ${faceWords.what_it_says}`);
      mark(made, 'aria-expanded', cite && String(flags.includes('expanded')));
    },
  };
}
