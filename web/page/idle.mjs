// Waiting until nobody is busy. Does not know for what.

/**
 * Does act() when nobody is busy, and resolves then. Small frames in other pages are never told that nobody is: after a
 * second it is taken to be so.
 * @returns {Promise<void>}
 */
export function idle(act = () => {}) {
  return new Promise((resolve) => {
    const begin = () => {
      act();
      resolve();
    };
    if ('requestIdleCallback' in window) {
      requestIdleCallback(begin, { timeout: 1000 });
    } else {
      setTimeout(begin);
    }
  });
}
