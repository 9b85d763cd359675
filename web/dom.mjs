// Small builders of elements, so that what is made reads like what it becomes.
//
// Text is only ever set as text: nothing here parses markup. Does not know the view model.

/** An element with properties, attributes and children; properties that are undefined are left out. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) {
      continue;
    }
    if (name in made && name !== 'role') {
      made[name] = value;
    } else {
      made.setAttribute(name, value);
    }
  }
  made.append(...children);
  return made;
}

/** Writes an element's text if it differs; a part that has nothing to say is not shown. */
export function say(part, text = '') {
  if (part.textContent !== text) {
    part.textContent = text;
  }
  if (part.hidden !== (text === '')) {
    part.hidden = text === '';
  }
}

/** Sets an attribute, or takes it away when there is no value; writes only a change. */
export function mark(target, name, value) {
  if (value === undefined || value === '' || value === false) {
    if (target.hasAttribute(name)) {
      target.removeAttribute(name);
    }
  } else if (target.getAttribute(name) !== String(value)) {
    target.setAttribute(name, value);
  }
}

/** Puts exactly these elements into a parent, in this order, moving as few as can be and none that stands right. */
export function arrange(parent, elements) {
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
