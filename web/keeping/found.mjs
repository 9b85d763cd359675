// Whether what was found in the database is what is kept there: it may be of an earlier version, or damaged.
//
// Does not read the database.

/** @import {Head, State} from './types.mjs' */

/** Which was changed last, by a number that grows. An earlier version of this tool kept no count. */
export const countOf = (/** @type {Head} */ { count = NaN, changedAt }) => (Number.isFinite(count) ? count : changedAt);

/**
 * Whether it is the head of a packet.
 * @param {Head} head as it was found, which may be anything
 */
export function isHead(head) {
  return (
    typeof head?.id === 'string' &&
    typeof head.name === 'string' &&
    typeof head.file === 'string' &&
    typeof head.isUnsaved === 'boolean' &&
    Number.isSafeInteger(head.revision) &&
    Number.isFinite(head.changedAt) &&
    Array.isArray(head.revisions) &&
    head.revisions.every((one) => Number.isSafeInteger(one?.revision) && Number.isFinite(one.changedAt))
  );
}

/**
 * Whether it is a state that can be gone on from.
 * @param {State} state as it was found, which may be anything
 */
export function isState(state) {
  try {
    // JSON: what is in it is not looked at.
    return [state.packet, state.whereabouts].every((text) => JSON.parse(text) instanceof Object);
  } catch {
    return false;
  }
}
