// The entries of chains that were seen in this browser, a record for each packet: digests and days alone, by which a copy
// whose end was cut off is known.
//
// Does not know what is in a chain (src/packet/seen_entries.h does) nor whether anything may be kept (status.mjs).
import { keysFrom, recall, remember } from './remembered.mjs';

/** @import {Snapshot} from '../package/types.mjs' */
/** @import {Session} from './types.mjs' */

/** @typedef {{key: string, size: number, packet: {id: string, at?: number}}} SeenRecord */

const prefix = 'telework.seen.';
const mostCharacters = 2_000_000; // of all records: beyond it the oldest go. The browser's storage has room for some five millions.

/** @type {Set<string>} ids of packets whose record the storage did not take: the session alone has them */
const unwritten = new Set();

/**
 * Tells the session what was seen here, also in other tabs. Where the storage is closed it goes on with its own.
 * @param {Session} session
 */
export function recallSeen(session) {
  const found = records();
  if (found) {
    // JSON: what the session has seen of chains.
    const own = /** @type {{packets: {id: string}[]}} */ (JSON.parse(session.seen()));
    const packets = [...latest(found).map(({ packet }) => packet), ...own.packets.filter(({ id }) => unwritten.has(id))];
    session.see(JSON.stringify({ ...own, packets }));
  }
}

/**
 * Keeps what the session has seen of the packet on its screen, under the id that this is kept by: a copy has a record of
 * its own, which is forgotten with it. Where there is no room the oldest records go.
 * @param {Session} session
 * @param {Pick<Snapshot, 'id' | 'whereabouts'>} now
 */
export function rememberSeen(session, { id, whereabouts }) {
  // JSON: the same.
  const { packets } = /** @type {{packets: {id: string}[]}} */ (JSON.parse(session.seen()));
  const own = JSON.parse(whereabouts).id; // JSON: where the person is, with the packet's own id.
  const packet = packets.find((one) => one.id === own);
  if (!packet) {
    return;
  }
  const key = prefix + id;
  const text = JSON.stringify({ ...packet, at: Date.now() });
  const others = (records() ?? []).filter((record) => record.key !== key);
  const kept = latest(others, mostCharacters - text.length);
  const oldestFirst = [...others.filter((record) => !kept.includes(record)), ...kept];
  let gone = oldestFirst.length - kept.length;
  oldestFirst.slice(0, gone).forEach((record) => remember('localStorage', record.key));
  while (!remember('localStorage', key, text)) {
    if (gone === oldestFirst.length) {
      unwritten.add(own);
      return;
    }
    remember('localStorage', oldestFirst[gone].key);
    gone += 1;
  }
  unwritten.delete(own);
}

/**
 * Forgets what was seen of a packet, or of all.
 * @param {string} [id]
 */
export function forgetSeen(id) {
  (keysFrom(prefix) ?? []).filter((key) => id === undefined || key === prefix + id).forEach((key) => remember('localStorage', key));
  unwritten.clear();
}

/**
 * All records that are sound, the oldest first; undefined where the storage is closed to the page.
 * @returns {SeenRecord[] | undefined}
 */
function records() {
  return keysFrom(prefix)
    ?.flatMap((key) => {
      const text = recall('localStorage', key);
      const packet = readRecord(text);
      return text && packet ? [{ key, size: text.length, packet }] : [];
    })
    .sort((a, b) => (a.packet.at ?? 0) - (b.packet.at ?? 0));
}

/**
 * The last of them that have no more characters together, the oldest first.
 * @param {SeenRecord[]} all the oldest first
 * @param {number} [most]
 */
function latest(all, most = mostCharacters) {
  let size = 0;
  const isBeyond = all.findLastIndex((record) => (size += record.size) > most);
  return all.slice(isBeyond + 1);
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
