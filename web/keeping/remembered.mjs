// What a page remembers in the browser's small storages, by name, and asking the browser not to empty what the site keeps.
// Both storages can be closed to the page; what they hold is then asked for and kept nowhere.
//
// Does not hold an answer of the form.

/** `storage`: localStorage or sessionStorage. Gives undefined where there is nothing. */
export function recall(storage, key) {
  try {
    return globalThis[storage].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Without a value it is forgotten. */
export function remember(storage, key, value) {
  try {
    if (value === undefined) {
      globalThis[storage].removeItem(key);
    } else {
      globalThis[storage].setItem(key, value);
    }
  } catch {
    // As above.
  }
}

const sharedKey = 'telework.shared-computer';

/** How it is remembered that this is a shared computer; undefined where it is none. */
export const recallShared = () => recall('localStorage', sharedKey);
export const rememberShared = (how) => remember('localStorage', sharedKey, how);

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
