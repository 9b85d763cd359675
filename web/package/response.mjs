// Asks for one file of the site, and says in words what comes in its place when it does not come: for the page once it is
// at work (assets.mjs), and for what watches over its coming (watch.mjs). Does not look into a file.

/** @import {Fault} from './types.mjs' */

const asIncomplete = 'The files of the form are incomplete. Copy its folder again.';

/**
 * The response that brings a file. Rejects with a Fault whose message is the cause, by the file's `name`.
 * @param {string | URL} address
 * @param {string | URL} [name]
 * @param {RequestInit} [options]
 */
export async function responseOf(address, name = address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw fault(`${name} could not be loaded (${message}).`, 'The network or a policy of the site does not let it through.');
  }
  if (!response.ok) {
    const { status, statusText } = response;
    throw Object.assign(fault(`${name} could not be loaded (${`${status} ${statusText}`.trim()}).`, asIncomplete), { status });
  }
  // No file that is asked for is a web page.
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    const mend = 'Anyone who may open this page needs access to every file in its folder.';
    throw fault(`A web page came instead of ${name}, as if you need to sign in first.`, mend);
  }
  return response;
}

/**
 * An Error with its mend.
 * @param {string} message
 * @param {string} [mend]
 * @returns {Fault}
 */
export function fault(message, mend) {
  return Object.assign(new Error(message), { mend });
}
