// What a page remembers in the browser's small storages, by name, and asking the browser not to empty what the site keeps.
// Both storages can be closed to the page; what they hold is then asked for and kept nowhere.
//
// Does not know what it is.

/** @typedef {'localStorage' | 'sessionStorage'} Place */

/**
 * What is remembered; undefined where there is nothing.
 * @param {Place} storage
 * @param {string} key
 */
export function recall(storage, key) {
  try {
    return globalThis[storage].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Remembers a value; without one it is forgotten. Gives whether that was done.
 * @param {Place} storage
 * @param {string} key
 * @param {string} [value]
 */
export function remember(storage, key, value) {
  try {
    if (value === undefined) {
      globalThis[storage].removeItem(key);
    } else {
      globalThis[storage].setItem(key, value);
    }
    return true;
  } catch {
    return false; // As above, or it is full.
  }
}

/**
 * The keys of what is remembered in localStorage that begin so; undefined where that is closed to the page.
 * @param {string} prefix
 */
export function keysFrom(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return undefined;
  }
}

const sharedKey = 'telework.shared-computer';

/** How it is remembered that this is a shared computer; undefined where it is none. */
export const recallShared = () => recall('localStorage', sharedKey);
/** Without a word it is forgotten. */
export const rememberShared = (/** @type {string | undefined} */ how) => remember('localStorage', sharedKey, how);

let hasAsked = false;

/**
 * Asks the browser, once, not to empty what this site keeps when it runs out of room. Some ask the person then: so there
 * should be something to keep by now.
 */
export function askToStay() {
  if (!hasAsked) {
    hasAsked = true;
    navigator.storage?.persist?.().catch(() => {});
  }
}
