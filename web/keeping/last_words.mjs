// The last words of a page that goes: what it could not be sure to have written any more. A browser takes a transaction back
// whose page goes before it has run, as where another tab has the database busy; what a page says to its small storage is
// there. One entry each packet, until the packet is written or the next page has taken it up.
//
// Does not know whether a packet is another tab's (tab.mjs), nor whether its last words are newer than what is kept
// (store.mjs).
import { isHead, isState } from './found.mjs';
import { keysFrom, recall, remember } from './remembered.mjs';

/** @import {Kept, LastWords, Trail} from './types.mjs' */

const prefix = 'telework.last.';

/** @type {Map<string, string>} id → what this page said: it is there, and writes its packet itself */
const own = new Map();

/**
 * Says them, at once. Where the storage is closed or full there are none.
 * @param {Kept} record
 * @param {Trail} trail of the tab at its packet
 */
export function say({ id, revision, changedAt, packet, whereabouts, name, file, isUnsaved }, trail) {
  const words = JSON.stringify({ id, revision, changedAt, packet, whereabouts, name, file, isUnsaved, ...trail });
  own.set(id, words);
  remember('localStorage', prefix + id, words);
}

/**
 * Whether there are some of a packet.
 * @param {string} id
 */
export const areSaid = (id) => recall('localStorage', prefix + id) !== undefined;

/**
 * Takes those of a packet back.
 * @param {string} id
 */
export const withdraw = (id) => remember('localStorage', prefix + id);

/** The same of all packets. */
export const withdrawAll = () => keysFrom(prefix)?.forEach((key) => remember('localStorage', key));

/** Those of all packets that another page said; what is damaged is removed. */
export function ofOthers() {
  return (keysFrom(prefix) ?? []).flatMap((key) => {
    const text = recall('localStorage', key);
    const words = read(text);
    if (words && key === prefix + words.id) {
      return own.get(words.id) === text ? [] : [words];
    }
    remember('localStorage', key);
    return [];
  });
}

/**
 * @param {string | undefined} text
 * @returns {LastWords | undefined}
 */
function read(text) {
  try {
    const words = JSON.parse(text ?? 'null'); // JSON: what say() has written.
    const { writer, known = '', tried } = words;
    const isTrail = [writer, known].every((stamp) => typeof stamp === 'string') && Array.isArray(tried);
    return isTrail && isState(words) && isHead({ ...words, revisions: [] }) ? words : undefined;
  } catch {
    return undefined;
  }
}
