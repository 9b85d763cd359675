// What a person does before the wizard is there: kept in its order, and done once it is. The page is laid out with its
// first screen, so that its controls can be used from here on; the wizard takes the same elements over.
//
// Stands alone and small, because it is the first script that runs. Does not know what anything on the screen means.
/** @import {Early, Root} from './types.mjs' */

const root = /** @type {Root} */ (document.querySelector('.ftt'));
const stage = /** @type {HTMLElement} */ (root.querySelector('.stage'));
/** @type {(() => void)[]} */
const kept = [];
const kinds = ['click', 'input', 'change'];

/** @param {Event} event */
function keep(event) {
  const { type } = event;
  const target = /** @type {HTMLInputElement} */ (event.target);
  if (!stage.contains(target)) {
    return;
  }
  if (type !== 'click') {
    /** @type {Early} */ (root.early).hasChosen = true;
    const { checked } = target;
    kept.push(() => {
      if (target.type === 'checkbox') {
        target.checked = checked; // The first screen has shown it as the wizard knew it.
      }
      target.dispatchEvent(new Event(type, { bubbles: true }));
    });
  } else {
    const pressed = /** @type {HTMLElement | null} */ (target.closest('button, a:not(.skip)'));
    const { ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
    if (!pressed || ctrlKey || metaKey || shiftKey) {
      return;
    }
    event.preventDefault();
    kept.push(() => pressed.click());
  }
  root.dataset.waiting = '';
}

// On the document: a screen reader would call everything on the stage clickable.
kinds.forEach((kind) => document.addEventListener(kind, keep));

/**
 * Ends the keeping. Gives the acts that were kept; each does again, on the element that it was done on, what was done.
 * `hasChosen` is on it once something was typed or chosen.
 */
root.early = () => {
  kinds.forEach((kind) => document.removeEventListener(kind, keep));
  delete root.dataset.waiting;
  return kept;
};

performance.mark('first-field');
