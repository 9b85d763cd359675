// Small builders of elements, so that what is made reads like what it becomes.
//
// The first screen is in the page already, laid out by these same builders: there each element is named by its piece
// and its number in it ("start.packet 2"), and is taken over when that one is about to be made.
//
// Text is only ever set as text: nothing here parses markup. Does not know the view model.

const partName = 'data-part';
/** @type {{id: string, count: number} | undefined} */
let piece; // whose elements are being made: {id, count}
/** @type {Map<string | null, Element> | undefined} */
let laidOut; // name → element that was laid out beforehand and not taken over yet
let isNaming = false;

/**
 * The elements that `make` makes are of the piece with this id.
 * @param {string} id
 * @param {() => void} make
 */
export function makePiece(id, make) {
  piece = { id, count: 0 };
  make();
  piece = undefined;
}

/**
 * While `make` runs, elements below `root` that were laid out beforehand are taken over.
 * @param {Element} root
 * @param {() => void} make
 */
export function takeOver(root, make) {
  laidOut = new Map([...root.querySelectorAll(`[${partName}]`)].map((found) => [found.getAttribute(partName), found]));
  make();
  laidOut.forEach((left) => left.removeAttribute(partName));
  laidOut = undefined;
}

/** From now on elements get their names: this is the laying out. */
export function nameParts() {
  isNaming = true;
}

/**
 * The element of this place that is in the page already, if it is there and of this kind.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string | undefined} part
 */
function laidOutPart(tag, part) {
  const found = part && laidOut?.get(part);
  if (!found || found.localName !== tag) {
    return undefined;
  }
  laidOut?.delete(part);
  found.removeAttribute(partName);
  return /** @type {HTMLElementTagNameMap[Tag]} */ (found);
}

/**
 * An element with properties, attributes and children; properties that are undefined are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const part = piece && `${piece.id} ${(piece.count += 1)}`;
  const found = laidOutPart(tag, part);
  if (found) {
    return found;
  }
  const made = document.createElement(tag);
  if (isNaming && part) {
    made.setAttribute(partName, part);
  }
  for (const [property, value] of Object.entries(properties)) {
    if (value === undefined) {
      continue;
    }
    if (property in made && property !== 'role') {
      Object.assign(made, { [property]: value });
    } else {
      made.setAttribute(property, String(value));
    }
  }
  made.append(...children);
  return made;
}

/**
 * Writes an element's text if it differs, into the text that is there: a new one would be laid out from nothing.
 * @param {Element} part
 * @param {string} [text]
 */
export function write(part, text = '') {
  const there = /** @type {Text | null} */ (part.firstChild);
  if (there?.nodeType !== Node.TEXT_NODE || part.childNodes.length > 1) {
    part.textContent = text;
  } else if (there.data !== text) {
    rewrite(there, text);
  }
}

/**
 * Writes what differs, from the first such letter to the last: the letters around it keep their shapes, which is most of what
 * an amount in a sentence costs.
 * @param {Text} there
 * @param {string} text
 */
function rewrite(there, text) {
  const { data } = there;
  const most = Math.min(data.length, text.length);
  let start = 0;
  while (start < most && data[start] === text[start]) {
    start += 1;
  }
  let end = 0; // counted from behind
  while (end < most - start && data[data.length - 1 - end] === text[text.length - 1 - end]) {
    end += 1;
  }
  there.replaceData(start, data.length - start - end, text.slice(start, text.length - end));
}

/**
 * Shows an element or hides it; writes only a change.
 * @param {HTMLElement} part
 * @param {boolean} isShown
 */
export function show(part, isShown) {
  if (part.hidden === isShown) {
    part.hidden = !isShown;
    renewBlank(part.previousSibling);
  }
}

/**
 * A blank with nothing behind it is none for Chromium, also when something is shown there again: a screen reader would be
 * told "ArrangementPart A". A new one is looked at anew.
 * @param {ChildNode | null} before what was just shown or hidden
 */
function renewBlank(before) {
  if (before?.nodeType === Node.TEXT_NODE && before.textContent === ' ') {
    before.replaceWith(' ');
  }
}

/**
 * Writes an element's text; a part that has nothing to say is not shown.
 * @param {HTMLElement} part
 * @param {string} [text]
 */
export function say(part, text = '') {
  write(part, text);
  show(part, text !== '');
}

/**
 * The same of a sentence, no amount of which breaks behind its sign. The text stays as it is for whoever reads or finds it.
 * @param {HTMLElement} part
 * @param {string} [text]
 */
export function saySentence(part, text = '') {
  const pieces = text.split(/([+−]\$[\d,.]*\d)/);
  if (pieces.length === 1) {
    say(part, text);
  } else if (part.textContent !== text) {
    part.replaceChildren(...pieces.map((words, place) => (place % 2 ? unbroken(words) : words)));
    show(part, true);
  }
}

function unbroken(/** @type {string} */ words) {
  const made = document.createElement('span');
  made.className = 'unbroken';
  made.textContent = words;
  return made;
}

/**
 * Sets an attribute, or takes it away when there is no value; writes only a change.
 * @param {Element} target
 * @param {string} name
 * @param {string | number | boolean | undefined} value
 */
export function mark(target, name, value) {
  if (value === undefined || value === '' || value === false) {
    if (target.hasAttribute(name)) {
      target.removeAttribute(name);
    }
  } else if (target.getAttribute(name) !== String(value)) {
    target.setAttribute(name, String(value));
  }
}

/**
 * Puts exactly these elements into a parent, in this order, moving as few as can be and none that stands right.
 * @param {Element} parent
 * @param {Element[]} elements
 */
export function arrange(parent, elements) {
  if (elements.length === parent.childElementCount && elements.every((child, place) => child === parent.children[place])) {
    return; // most often
  }
  const wanted = new Set(elements);
  for (const child of [...parent.children]) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  let place = parent.firstElementChild;
  for (const child of elements) {
    if (child === place) {
      place = place.nextElementSibling;
    } else {
      parent.insertBefore(child, place);
    }
  }
}
