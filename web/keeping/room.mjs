// Room on the disk, after a write that failed. After one that found no room Chromium goes on in a log that ends in half of
// it. Once more is written there, it takes all that it has for damaged when it reads that log again, and throws it away. So
// nothing is written after a failure before there is room again, and then first as much as makes it begin a new log.
//
// Does not know what is written.
import { allOrNothing, nameOf, openAnswered, remove } from './databases.mjs';
import { recall, remember } from './remembered.mjs';

// What a browser says of a disk on which it cannot write.
const failures = ['UnknownError'];
const doubtKey = 'telework.store-in-doubt';
const filler = 'telework-packets-filler';
const between = 2000; // milliseconds at least between two looks for room

/** Whether the last write failed, in this visit or in one before, and no new log was begun since. */
export const isInDoubt = () => recall('localStorage', doubtKey) !== undefined;
/** A write may have been cut off. */
export const doubt = () => remember('localStorage', doubtKey, 'yes');
/** The same where this error says so. */
export const doubtAfter = (/** @type {unknown} */ error) => failures.includes(nameOf(error)) && doubt();

/** The room, as one store has looked for it. */
export class Room {
  #lookedAt = -between;

  /** Makes sure, after a failure, that it can be written again. Rejects with a QuotaExceededError where there is no room. */
  async makeSure() {
    if (!isInDoubt()) {
      return;
    }
    const isSoon = performance.now() - this.#lookedAt < between;
    this.#lookedAt = isSoon ? this.#lookedAt : performance.now();
    if (isSoon || !(await hasRoom())) {
      throw new DOMException('There is no room on the disk.', 'QuotaExceededError');
    }
    await beginNewLog();
    remember('localStorage', doubtKey);
  }
}

// Whether there is room for what begins a new log, found out in another place than the database's.
async function hasRoom() {
  if (!globalThis.caches) {
    return true; // Over plain HTTP nobody can tell.
  }
  try {
    await (await caches.open(filler)).put('filler', new Response(new Uint8Array(12_000_000)));
    return true;
  } catch (error) {
    return nameOf(error) === 'SecurityError'; // Where the other place is closed nobody can tell either.
  } finally {
    await caches.delete(filler).catch(() => {});
  }
}

// Writes as much as makes Chromium begin a new log, which is gone again at once.
async function beginNewLog() {
  const text = 'x'.repeat(60_000); // a longer one would be a file of its own
  const db = await openAnswered(filler, 1, { upgrade: (made) => made.createObjectStore('filler', { autoIncrement: true }) });
  try {
    for (let turn = 0; turn < 4; ++turn) {
      const transaction = db.transaction(['filler'], 'readwrite');
      await allOrNothing(transaction, (ask) => {
        for (let number = 0; number < 40; ++number) {
          ask(transaction.objectStore('filler').add(text));
        }
      });
    }
  } finally {
    db.close();
    await remove(filler);
  }
}
