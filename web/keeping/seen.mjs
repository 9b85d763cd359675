// The entries of chains that were seen in this browser, a record for each packet: digests and days alone, by which a copy
// whose end was cut off is known.
//
// Does not know what is in a chain (src/packet/seen_entries.h does) nor whether anything may be kept (status.mjs).
import { recall, remember } from './remembered.mjs';

/** @import {Snapshot} from '../package/types.mjs' */
/** @import {Session} from './types.mjs' */

const prefix = 'telework.seen.';

/**
 * Tells the session what was seen here, also in other tabs.
 * @param {Session} session
 */
export function recallSeen(session) {
  const packets = keys().map((key) => readRecord(recall('localStorage', key))).filter(Boolean);
  // JSON: what the session has seen of chains.
  session.see(JSON.stringify({ ...JSON.parse(session.seen()), packets }));
}

/**
 * Keeps what the session has seen of the packet on its screen, under the id that this is kept by: a copy has a record of
 * its own, which is forgotten with it.
 * @param {Session} session
 * @param {Snapshot} now
 */
export function rememberSeen(session, { id, whereabouts }) {
  // JSON: the same.
  const { packets } = /** @type {{packets: {id: string}[]}} */ (JSON.parse(session.seen()));
  const own = JSON.parse(whereabouts).id; // JSON: where the person is, with the packet's own id.
  const packet = packets.find((one) => one.id === own);
  if (packet) {
    remember('localStorage', prefix + id, JSON.stringify(packet));
  }
}

/**
 * Forgets what was seen of a packet, or of all.
 * @param {string} [id]
 */
export function forgetSeen(id) {
  keys().filter((key) => id === undefined || key === prefix + id).forEach((key) => remember('localStorage', key));
}

/** @returns {string[]} */
function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return []; // The storage is closed to the page.
  }
}

/**
 * A record that is damaged is as none: the core would refuse all of them for it.
 * @param {string | undefined} text
 */
function readRecord(text) {
  try {
    const record = JSON.parse(text ?? 'null'); // JSON: one packet of what was seen of chains.
    const isEntry = (/** @type {any} */ entry) => typeof entry?.digest === 'string';
    const isRound = (/** @type {any} */ round) => Array.isArray(round?.entries) && round.entries.every(isEntry);
    return typeof record?.id === 'string' && Array.isArray(record.rounds) && record.rounds.every(isRound) ? record : undefined;
  } catch {
    return undefined;
  }
}
