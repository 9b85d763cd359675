// How keeping says what it has: whose packet, when it was kept, and why nothing can be.
//
// Does not decide when any of it is said.

/** @import {Surroundings} from '../package/types.mjs' */
/** @import {Head} from './types.mjs' */

/**
 * "3:41 PM", with the day before it where that is not today's.
 * @param {number} time milliseconds since 1970
 */
export function moment(time) {
  const then = new Date(time);
  /** @type {Intl.DateTimeFormatOptions} */
  const clock = { hour: 'numeric', minute: '2-digit' };
  const isToday = then.toDateString() === new Date().toDateString();
  const words = then.toLocaleString('en-US', isToday ? clock : { month: 'short', day: 'numeric', ...clock });
  return words.replaceAll('\u202f', ' ');
}

/**
 * The heads of packets as the screen lists them.
 * @param {Head[]} heads
 * @returns {NonNullable<Surroundings['kept']>}
 */
export function describeKept(heads) {
  return heads.map(({ id, name, revision, changedAt, isUnsaved, revisions }) => ({
    id,
    name,
    words: `Revision ${revision} · ${moment(changedAt)} · ${isUnsaved ? 'changes not saved to a file' : 'saved to a file'}`,
    earlier: revisions
      .filter((one) => one.revision !== revision)
      .map((one) => ({ id: `${id}/${one.revision}`, words: `revision ${one.revision}, ${moment(one.changedAt)}` })),
  }));
}

/** What is said of keeping, beside why the browser does not let it. */
export const why = {
  slow: 'Answers cannot be kept on this device right now. The browser does not respond.',
  shared: 'This is a shared computer: nothing is kept here.',
  stays: 'Everything stays on the screen. Save it to a file.',
  works: 'Answers are kept on this device again.',
  begunAnew: 'The saved records on this device could not be read. They were set aside. Your answers are kept again from now on.',
  forgotten: 'It was deleted in another tab. Nothing of it is kept.',
  copied:
    'This packet is open in another tab, or kept here with other changes. You now have a copy here, so that neither overwrites the other.',
  cleared: 'This browser’s records of the form were cleared. This packet is kept again from now on. Others are gone.',
  forgottenHere:
    'This browser no longer keeps anything of the form. Traces may stay on the disk for a while. To be sure, also clear the data of this site in the browser’s settings. On a computer that is not yours, use a private window from the start.',
  forgottenLate: 'It is now deleted.',
  forgottenElsewhere: 'This packet was deleted in another tab. It is only on this screen. Save it to a file.',
  notForgotten:
    'Not everything could be deleted. Clear the data of this site in the browser’s settings.',
  closed:
    'Nothing is kept on this device: configuration.json, which says whether this is a shared computer, could not be read. Load the page again; if that does not help, tell the web team.',
  newer:
    'Answers cannot be kept here: a newer version of this form has kept its own, which this version only reads. Load the page again, and update when the page offers it. Until then open a packet on Start and save it to a file.',
};

/** What is said of a packet that is kept, by its head. */
export const words = {
  keptAt: (/** @type {Head} */ { changedAt }) => `Kept on this device at ${moment(changedAt)}.`,
  restored: (/** @type {Head} */ { name, changedAt }) => `${name} is open. We restored it as of ${moment(changedAt)}.`,
  opened: (/** @type {Head} */ { name, changedAt }) => `${name} is open, from ${moment(changedAt)}.`,
  notReplaced: (/** @type {Head} */ { name, changedAt }) =>
    `${name} is kept here from ${moment(changedAt)}. Open it on Start.`,
  damaged: (/** @type {Head} */ { name }, /** @type {boolean} */ isLeft) =>
    `${name} could not be read. ${isLeft ? 'It stays as it is' : 'It was set aside'}. On Start you can save it to a file.`,
  earlierCopied: (/** @type {number} */ revision) => `Revision ${revision} of it is open as a copy.`,
  openElsewhere: 'It is open in another tab. You have a copy here.',
};

const nameOf = (/** @type {unknown} */ error) => (error instanceof Error ? error.name : '');

/**
 * Whether the browser forbids that anything is kept, so that trying again does not help.
 * @param {unknown} error
 */
export const isForbidden = (error) => ['SecurityError', 'NotAllowedError', 'VersionError'].includes(nameOf(error));

/**
 * Why nothing is kept, by the browser's error, and what can be done about it.
 * @param {unknown} error
 */
export function reasonOf(error) {
  switch (nameOf(error)) {
    case 'TimeoutError':
      return why.slow;
    case 'QuotaExceededError':
      return 'Answers cannot be kept on this device: it is full. Free some space, and your answers are kept again.';
    case 'UnknownError':
    case 'AbortError':
    case 'DataError':
      return 'Answers cannot be kept on this device: the browser cannot write to it. Its disk may be full. Free some space, and your answers are kept again.';
    case 'VersionError':
      return why.newer;
    default:
      return 'Answers cannot be kept on this device: this window or the browser’s settings do not allow it.';
  }
}
