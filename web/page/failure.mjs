// What the page says when it cannot go on: the core did not load, or it stopped by a mistake of ours.
//
// Does not try to go on: a core that has stopped may hold half of an edit. The last good packet is offered instead.
import { element } from '../twin/dom.mjs';
import { causeOf, showFailure, showNotLoaded } from './failure_page.mjs';
import { save } from './files.mjs';
import { whyNoWebAssembly } from '../package/webassembly.mjs';

/** @import {Fault} from '../package/types.mjs' */

/**
 * The form did not come: shown in `root`, with the cause and what the web team can do about it.
 * @param {HTMLElement} root
 * @param {Fault} error
 */
export function showLoadFailure(root, error) {
  console.error(error);
  showNotLoaded(root, causeOf(error.message), error.mend ?? whyNoWebAssembly);
}

/**
 * The form has stopped: shown in `root`, with the last good packet to be saved.
 * @param {HTMLElement} root
 * @param {unknown} error
 * @param {string} packet its JSON, or nothing
 */
export function showCrash(root, error, packet) {
  console.error(error);
  const made = showFailure(root, 'The form has stopped', [
    'This is an error in the tool, not in your answers. It has stopped so that nothing wrong is saved.',
    packet ? 'Save your packet, load the page again and open the file.' : 'Load the page again.',
    `What it said: ${causeOf(/** @type {Error} */ (error).message)}`,
  ]);
  if (made && packet) {
    const button = element('button', { type: 'button', className: 'button', textContent: 'Save the packet' });
    button.dataset.tone = 'primary';
    button.addEventListener('click', () =>
      save({ name: 'packet.json', media_type: 'application/json', content: packet }),
    );
    made.append(button);
  }
}
