// How keeping says what it has: whose packet, when it was kept, and why nothing can be.
//
// Does not decide when any of it is said.

/** What the store keeps of a session's snapshot; `last`: what it was asked to keep of that packet before. */
export function recordOf({ id, packet, whereabouts, typed, revision, name, file, is_unsaved: isUnsaved }, last) {
  const changedAt = last?.packet === packet && last.typed === typed ? last.changedAt : Date.now();
  return { id, packet, whereabouts, typed, revision, changedAt, name, file, isUnsaved };
}

/** "3:41 PM", with the day before it where that is not today's. */
export function moment(time) {
  const then = new Date(time);
  const clock = { hour: 'numeric', minute: '2-digit' };
  const isToday = then.toDateString() === new Date().toDateString();
  const words = then.toLocaleString('en-US', isToday ? clock : { month: 'short', day: 'numeric', ...clock });
  return words.replaceAll('\u202f', ' ');
}

/** The heads of packets as the screen lists them. */
export function describeKept(heads) {
  return heads.map(({ id, name, revision, changedAt, isUnsaved, revisions }) => ({
    id,
    name,
    words: `Revision ${revision} · ${moment(changedAt)} · ${isUnsaved ? 'changes are in no file yet' : 'saved to a file'}`,
    earlier: revisions
      .filter((one) => one.revision !== revision)
      .map((one) => ({ id: `${id}/${one.revision}`, words: `revision ${one.revision}, ${moment(one.changedAt)}` })),
  }));
}

/** What is said of keeping, beside why the browser does not let it. */
export const why = {
  slow: 'Answers cannot be kept on this device at the moment: the browser does not get it done.',
  stays: 'Everything stays on the screen; save it to a file.',
  forgotten: 'It was forgotten in another tab: nothing of it is kept.',
  copied:
    'This packet is open in another tab, or kept here with other changes. It goes on as a copy, so that neither overwrites the other.',
  cleared: 'What this browser had kept of the form was cleared. This packet is kept again from now on; others that were kept are gone.',
  forgottenHere:
    'Nothing of the form is kept in this browser any more. It may hold traces on the disk for a while: to be sure, also clear the data of this site in the browser’s settings. On a computer that is not yours, use a private window from the beginning.',
  forgottenLate: 'By now it is forgotten.',
  forgottenElsewhere: 'This packet was forgotten in another tab. It is on this screen alone: save it to a file.',
  notForgotten:
    'Not everything that is kept could be forgotten: clear the data of this site in the browser’s settings.',
  closed:
    'Nothing is kept on this device: configuration.json, which says whether this is a shared computer, could not be read. Load the page again; if that does not help, tell the web team.',
  newer:
    'Answers cannot be kept here: a newer version of this form has kept its own, which this version only reads. Load the page again, and take the newer version where it is offered. Until then open a packet on Start and save it to a file.',
};

/** Whether the browser forbids that anything is kept, so that trying again does not help. */
export const isForbidden = (error) => ['SecurityError', 'NotAllowedError', 'VersionError'].includes(error?.name);

/** Why nothing is kept, by the browser's error, and what can be done about it. */
export function reasonOf(error) {
  switch (error?.name) {
    case 'TimeoutError':
      return why.slow;
    case 'QuotaExceededError':
      return 'Answers cannot be kept on this device: it has no room left. Make room on it, and they are kept by themselves.';
    case 'UnknownError':
    case 'AbortError':
    case 'DataError':
      return 'Answers cannot be kept on this device: the browser cannot write to it. Its disk may be full: make room, and they are kept by themselves.';
    case 'VersionError':
      return why.newer;
    default:
      return 'Answers cannot be kept on this device: this window or the browser’s settings do not let the page.';
  }
}
