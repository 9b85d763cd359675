// The keys of the page: a letter with Ctrl or Cmd presses the button that says so in the view model.
//
// Within a text field Ctrl+Z is the browser's own. Escape closes a paragraph or the help from within, or from what has
// opened it. Takes no key while a dialog is open.
import { bannerHelp, bannerUndo, helpClose, restatementClose } from '../package/actions.mjs';

const dialogs = 'dialog[open], [role="dialog"], [role="alertdialog"]';
const texts = 'textarea, input:not([type="radio"], [type="checkbox"], [type="file"])';

/**
 * @param {object} form
 * @param {(letter: string) => string | undefined} form.buttonOf the id of the button on the screen
 * @param {(id: string) => void} form.press
 */
export function watchKeys({ buttonOf, press }) {
  /** @type {Element | null} */
  let ledTo = null; // the field that undoing has led to, until somebody types in it: the next press goes on
  addEventListener('input', () => { ledTo = null; });
  addEventListener('keydown', (event) => {
    const closer = event.key === 'Escape' && !event.defaultPrevented && !document.querySelector(dialogs) && closerOf(document.activeElement);
    if (closer) {
      event.preventDefault();
      press(closer);
      return;
    }
    const { key, ctrlKey, metaKey, shiftKey, altKey, repeat } = event;
    if (ctrlKey === metaKey || shiftKey || altKey || event.defaultPrevented || document.querySelector(dialogs)) {
      return;
    }
    const id = buttonOf(key.toUpperCase());
    const focused = document.activeElement;
    const isUndo = id === bannerUndo;
    if (!id || (isUndo && focused !== ledTo && focused?.matches(texts))) {
      return;
    }
    event.preventDefault();
    if (isUndo || !repeat) {
      press(id);
    }
    if (isUndo) {
      ledTo = document.activeElement;
    }
  });
}

/**
 * What closes that which the focus is in, or which it is on the opener of.
 * @param {Element | null} focused
 */
function closerOf(focused) {
  /** @type {Record<string, string>} */
  const openers = { [restatementClose]: '.cite[aria-expanded="true"]', [helpClose]: `[id="${bannerHelp}"]` };
  return Object.keys(openers).find((id) => {
    const around = document.getElementById(id)?.closest('.group');
    return around && focused && (around.contains(focused) || focused.matches(openers[id]));
  });
}
