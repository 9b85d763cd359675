// What the browser and the page around this one let the wizard do, and what is done instead; and whether anything could
// leave this machine. Each check is {name, state, words}: good, limited (something else is done) or bad (it cannot be done).
//
// Nothing is stored, opened or saved to find out. In a sandbox without allow-same-origin nobody can ask what else it
// allows: then it is said that it may be refused. Sends nothing that the policy of the page would not refuse.
import { askOnceMore } from '../keeping/answers.mjs';
import { whyNoWebAssembly } from '../package/webassembly.mjs';

// A page out of a file has no origin either.
const isSandboxed = globalThis.origin === 'null' && globalThis.location?.protocol !== 'file:';
// A name that stands for no machine (RFC 2606).
const elsewhere = 'https://elsewhere.invalid/';

/** @import {PageCheck} from '../package/types.mjs' */

/** @typedef {(string | undefined)[]} Names */

const works = (/** @type {() => unknown} */ act) => {
  try {
    act();
    return true;
  } catch {
    return false;
  }
};

/**
 * What the frame's sandbox says of one of its words, where that can be seen: true, false, or undefined for not known.
 * @param {string} word
 */
function allows(word) {
  if (isSandboxed) {
    return undefined;
  }
  let frame = /** @type {HTMLIFrameElement | null} */ (null);
  works(() => { frame = /** @type {HTMLIFrameElement | null} */ (window.frameElement); });
  return !frame?.hasAttribute('sandbox') || frame.sandbox.contains(word);
}

/**
 * @param {string} name
 * @param {boolean | undefined} isGood
 * @param {string} words
 * @param {string} [instead]
 * @returns {PageCheck}
 */
function checkOf(name, isGood, words, instead) {
  const state = isGood ? 'good' : isGood === false && !instead ? 'bad' : 'limited';
  return { name, state, words: isGood ? words : instead ?? words };
}

const may = (/** @type {boolean | undefined} */ isGood) => (isGood === undefined ? 'may forbid' : 'forbids');

/** Whether it is certain that files can be saved. */
export const mayDownload = () => allows('allow-downloads') === true;

/** What is allowed here, as a list of checks. */
export function checks() {
  const [downloads, modals] = ['allow-downloads', 'allow-modals'].map(allows);
  return [
    checkOf('WebAssembly', !whyNoWebAssembly, 'It is allowed.',
      `${whyNoWebAssembly} The form runs as plain JavaScript instead, slower and without the canvas.`),
    checkOf('Storage', works(() => localStorage) && works(() => document.cookie), 'It is open to this page.',
      'It is closed here: nothing is kept on this device. Save the packet as a file before you leave.'),
    checkOf('Downloads', downloads, 'Files can be saved.',
      `The page around the form ${may(downloads)} downloads: with each file its text is also shown, to be copied.`),
    checkOf('Printing', modals, 'Documents can be printed.',
      `The page around the form ${may(modals)} printing: then save the document as a page, and print that.`),
    checkOf('Frames and workers', !isSandboxed, 'Both are there.',
      'Neither is there in this sandbox: documents are made in the page itself, which pauses for that time.'),
  ];
}

/** What is limited here, as one text to be read; empty where nothing is. */
export function limits() {
  return checks().filter(({ state }) => state !== 'good').map(({ name, words }) => `${name}: ${words}`).join(' ');
}

/**
 * Tries to send something elsewhere, which the policy must refuse, and lists what is stored on this device.
 * @returns {Promise<PageCheck[]>}
 */
export async function checkPrivacy() {
  return [await tryToLeave(), requestsSoFar(), ...(await storedHere())];
}

/** @returns {Promise<PageCheck>} */
async function tryToLeave() {
  const name = 'Sending elsewhere';
  const carried = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  const policy = /** @type {HTMLMetaElement | null} */ (carried)?.content ?? '';
  if (!/connect-src '(self|none)'/.test(policy)) {
    return { name, state: 'bad', words: 'The page has lost its content security policy; nothing was sent to try it.' };
  }
  /** @type {string | undefined} */
  let refused;
  const hear = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI, effectiveDirective }) => {
    if (elsewhere.startsWith(blockedURI) && effectiveDirective === 'connect-src') {
      refused = effectiveDirective;
    }
  };
  document.addEventListener('securitypolicyviolation', hear);
  const isSent = await fetch(elsewhere, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' }).then(() => true, () => false);
  await new Promise((resolve) => setTimeout(resolve));
  document.removeEventListener('securitypolicyviolation', hear);
  return !isSent && refused
    ? { name, state: 'good', words: `One request to ${elsewhere} was tried. The browser refused it (${refused}). Nothing was sent.` }
    : { name, state: 'bad', words: `One request to ${elsewhere} was tried and not refused by the page’s policy.` };
}

/** @returns {PageCheck} */
function requestsSoFar() {
  const addresses = performance.getEntriesByType('resource').map((entry) => entry.name).filter((address) => !/^(blob|data):/.test(address));
  const own = new URL(import.meta.url).origin;
  const strange = addresses.filter((address) => new URL(address).origin !== own && address !== elsewhere);
  return strange.length === 0
    ? { name: 'Requests so far', state: 'good', words: addresses.length > 0 ? `All went to ${own}, where the form is from.` : 'None.' }
    : { name: 'Requests so far', state: 'bad', words: `Some went elsewhere: ${strange.join(', ')}.` };
}

/** @returns {Promise<PageCheck[]>} */
async function storedHere() {
  const named = async (/** @type {() => Names | Promise<Names>} */ list) => {
    try {
      return await list();
    } catch {
      return undefined;
    }
  };
  const places = {
    'Databases': async () => (await askOnceMore(async () => indexedDB.databases())).map(({ name }) => name),
    'Caches': () => caches.keys(),
    'Local storage': () => Object.keys(localStorage),
    'Session storage': () => Object.keys(sessionStorage),
    'Cookies': () => document.cookie.split('; ').filter(Boolean).map((cookie) => cookie.split('=')[0]),
  };
  return Promise.all(Object.entries(places).map(async ([name, list]) => {
    const names = await named(list);
    const words = names === undefined ? 'Closed to this page.' : names.length > 0 ? `${names.join(', ')}.` : 'Nothing.';
    return { name: `Stored: ${name.toLowerCase()}`, state: 'good', words };
  }));
}
