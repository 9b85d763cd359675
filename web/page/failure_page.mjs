// The page in place of a form that cannot be: what is the matter, what to do, and what to tell whoever runs the site.
//
// Stands alone and small: it is inside of the page itself (watch.mjs), for when no other file of the site has come, and in
// failure.mjs, for when they have. Puts nothing in place of what it has shown before: the first cause is the cause.

/**
 * Shows it in `root`. Gives the panel; undefined where one stands there already.
 * @param {HTMLElement} root
 * @param {string} title
 * @param {string[]} sentences
 */
export function showFailure(root, title, sentences) {
  if (root.dataset.failed !== undefined) {
    return undefined;
  }
  root.dataset.failed = '';
  root.dataset.view = 'page';
  const made = (/** @type {string} */ tag, /** @type {string} */ textContent) => Object.assign(document.createElement(tag), { textContent });
  const heading = made('h1', title);
  heading.tabIndex = -1;
  const panel = made('main', '');
  panel.className = 'failure';
  panel.append(heading, ...sentences.map((sentence) => made('p', sentence)));
  root.textContent = '';
  root.append(panel);
  document.title = title;
  heading.focus();
  return panel;
}

/**
 * The same for what keeps the form from coming: its cause, and what the web team can do about it.
 * @param {HTMLElement} root
 * @param {string} cause
 * @param {string} [remedy]
 */
export function showNotLoaded(root, cause, remedy) {
  const again = 'Load the page again. If that does not help, tell the web team of this site what it says here.';
  return showFailure(root, 'The form could not be loaded', [cause, again, ...(remedy ? [`For the web team: ${remedy}`] : [])]);
}

/**
 * What an error says that a browser lacks ("ResizeObserver"), or nothing.
 * @param {string} message
 */
export function lacking(message) {
  const words = /([A-Z]\w+) is not (?:defined|a constructor)|variable: ([A-Z]\w+)|'new ([A-Z]\w+)/.exec(message);
  return words?.slice(1).find(Boolean);
}

/**
 * The cause of an error, in words for a person.
 * @param {string} message
 */
export function causeOf(message) {
  const name = lacking(message);
  return name
    ? `This browser has no ${name}, which the form needs. Use a current version of Chrome, Edge, Firefox or Safari.`
    : message.replace(/^Uncaught /, '');
}
