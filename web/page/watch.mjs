// Whether the form comes, and if it does not, why: said on the page within five seconds.
//
// The one script that stands inside of the page, before all others, so that it runs where no file of the site comes, or
// something else in its place. Scripts of the page have run when its content is there (DOMContentLoaded): by then app.mjs
// is at work, and says itself what it misses, or one of them could not be loaded or run. What is only late is named.
//
// Written for browsers that are too old for the form as well. Does not load anything but the files that are in doubt, and
// nothing once the form is there.
import { causeOf, showNotLoaded } from './failure_page.mjs';
import { fault, responseOf } from '../package/response.mjs';

/** @import {Fault} from '../package/types.mjs' */
/** @import {Root} from './types.mjs' */

/** @typedef {Element & {src?: string, href?: string, integrity: string}} Asked  a script, or what brings one beforehand */

const patience = 4000; // milliseconds
const folder = new URL('.', location.href).href;
/** @type {Fault[]} */
const observed = []; // what the browser said of our scripts, what a policy forbids before what follows from that
const whatBrowser = 'The form needs Chrome or Edge from 109, Firefox from 115 or Safari from 16.4, and its files as they were made.';

const rootOf = () => /** @type {Root} */ (document.querySelector('.ftt'));
const nameOf = (/** @type {string} */ address) => address.slice(folder.length) || address;
const asked = () => /** @type {Asked[]} */ ([...document.querySelectorAll('script[src], link[rel="modulepreload"]')]);

addEventListener('securitypolicyviolation', ({ effectiveDirective: directive, blockedURI, sample }) => {
  const what = [blockedURI, sample].filter(Boolean).join(' ');
  const mend = `The Content-Security-Policy has to allow what the one inside of this page allows, here in ${directive}.`;
  observed.unshift(fault(`A security policy of this site forbids what the form needs (${directive}: ${what}).`, mend));
});

// Of the scripts of this page alone: others, of an extension, are none of its business.
addEventListener('error', ({ message, filename }) => {
  if (message && filename?.startsWith(folder)) {
    const isSyntax = message.includes('SyntaxError');
    observed.push(isSyntax ? fault(`This browser does not understand ${nameOf(filename)} (${message}).`, whatBrowser) : fault(causeOf(message)));
  }
});

addEventListener('DOMContentLoaded', async () => {
  const root = rootOf();
  if (root.ftt && root.early && (root.embedding || root.dataset.embedded === undefined)) {
    return;
  }
  const faults = await Promise.all(asked().map((element) => look(element).catch((/** @type {Fault} */ error) => error)));
  const { message, mend } = /** @type {Fault} */ (faults.find(Boolean)) ?? observed[0] ?? new Error('A script of this page did not run.');
  showNotLoaded(root, message, mend);
});

/**
 * Rejects with what is wrong with the file of an element.
 * @param {Asked} element
 */
async function look(element) {
  const address = /** @type {string} */ (element.src ?? element.href);
  const name = nameOf(address);
  const response = await responseOf(address, name, { signal: AbortSignal.timeout?.(2000) });
  const type = response.headers.get('content-type') ?? 'a file without a media type';
  if (!/^(text|application)\/(x-)?(javascript|ecmascript)\b/.test(type)) {
    const mend = 'The server has to send files that end in .mjs with the media type text/javascript.';
    throw fault(`${name} came as ${type}, which browsers do not run as a script.`, mend);
  }
  if (!(await isWhole(element, response))) {
    const mend = 'The files of the form have different versions, or something on the way changes them. Copy its folder again.';
    throw fault(`${name} is not the file that belongs to this page.`, mend);
  }
}

/**
 * By its digest, where the browser lends the means.
 * @param {Asked} element
 * @param {Response} response
 */
async function isWhole({ integrity }, response) {
  if (!integrity || !window.crypto?.subtle) {
    return true;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', await response.arrayBuffer()));
  return integrity === `sha384-${btoa(String.fromCharCode(...digest))}`;
}

// What is late, for whoever waits.
setTimeout(() => {
  const root = rootOf();
  const words = root?.querySelector('.loading');
  if (words && root.dataset.live === undefined) {
    const wanted = /** @type {Asked[]} */ ([...asked(), ...document.querySelectorAll('link[rel="preload"]')])
      .map(({ src, href }) => /** @type {string} */ (src ?? href));
    const late = wanted.filter((address) => performance.getEntriesByName(address).length === 0).map(nameOf);
    words.textContent = late.length > 0
      ? `The form is still loading: ${late.join(', ')} ${late.length > 1 ? 'have' : 'has'} not loaded yet. The network or the server is slow, or does not answer.`
      : 'The form is still loading: its files have loaded, and the browser has not finished with them.';
  }
}, patience);
