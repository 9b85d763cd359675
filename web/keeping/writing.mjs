// Writing: what changes on the screen is handed to the store within a second, in its turn; what is going out of sight, at
// once. Where another tab has the packet, what is here goes on as a copy.
//
// Does not decide whether anything may be kept (status.mjs) nor how it is stored (store.mjs).
import { isForbidden, why } from './kept_words.mjs';
import * as lastWords from './last_words.mjs';
import { askToStay } from './remembered.mjs';
import { rememberSeen } from './seen.mjs';
import { freshId } from '../package/wizard.mjs';

/** @import {Snapshot} from '../package/types.mjs' */
/** @import {Tab} from './tab.mjs' */
/** @import {Kept} from './types.mjs' */

const pause = 100; // milliseconds without a change, after which it is kept
const longest = 200; // milliseconds that a change waits at most while others follow; writing takes its own time
const again = 3000; // milliseconds after which what could not be written is tried again
const settling = 300; // milliseconds in which another tab says that it was the one that forgot

/** Writes what this tab has. */
export class Writer {
  #tab;
  #isDirty = false;
  #since = 0; // the first change that is not kept yet
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  /** @type {Map<string, Kept>} */
  #waiting = new Map(); // id → what is to be written

  /** @param {Tab} tab */
  constructor(tab) {
    this.#tab = tab;
  }

  /** Something may have changed in the session. */
  changed() {
    const now = performance.now();
    this.#since = this.#isDirty ? this.#since : now;
    this.#isDirty = true;
    clearTimeout(this.#timer);
    // The first change of a packet is kept at once: from then on the packet is there, whatever comes.
    const isFirst = !this.#tab.last && this.#tab.status.isOn;
    const wait = isFirst ? 0 : Math.max(0, Math.min(pause, this.#since + longest - now));
    this.#timer = setTimeout(() => this.#keep(), wait);
  }

  /** What is about to be done may put another packet in the place of this one. */
  settle() {
    if (this.#isDirty) {
      this.#keep();
    }
    if (this.#tab.status.isOn && this.#tab.heads.of(this.#tab.last?.id)) {
      askToStay(); // Now there is something of the person's, and a button is pressed.
    }
  }

  /** The page is going or out of sight: nothing can be waited for. */
  keepAtOnce() {
    const record = (this.#isDirty && this.#capture()) || this.#waiting.get(this.#tab.current ?? '');
    if (!record) {
      return;
    }
    const { heads, hold, opening } = this.#tab;
    const { id } = record;
    this.#waiting.set(id, record);
    const store = hold.id === id && hold.isSure ? opening.store : undefined; // No other tab can have the packet.
    if (store && !store.isNewer) {
      lastWords.say(record, store.trailOf(id)); // The browser takes back what has not run when the page is gone.
    }
    if (store?.knows(id)) {
      const written = () => this.#isWritten(record);
      store.keepAtOnce(record, heads.of(id)).then(written, () => this.#writeInTurn());
      heads.note(record);
    } else {
      this.#writeInTurn();
    }
  }

  /** The database was closed from elsewhere. Where it was emptied too, what is on the screen is kept again at once. */
  lost() {
    setTimeout(() => this.#tab.turns.take(() => this.#tab.status.mayWrite && this.#lookAgain()), settling);
  }

  /** The ids of what waits to be written. */
  get ids() {
    return [...this.#waiting.keys()];
  }

  /**
   * What waits of a packet is not written.
   * @param {string} id
   */
  abandon(id) {
    this.#waiting.delete(id);
    lastWords.withdraw(id);
  }

  /**
   * The same, and this tab has it no more.
   * @param {string} id
   */
  drop(id) {
    this.abandon(id);
    if (id === this.#tab.last?.id) {
      this.#dropLast();
    }
    if (this.#tab.hold.id === id) {
      this.#tab.hold.release();
    }
  }

  /** Nothing that waits is written. */
  dropAll() {
    if (this.#tab.last) {
      this.drop(this.#tab.last.id);
    } else {
      this.#dropLast();
    }
    this.abandonAll();
  }

  /** Nothing that waits is written, until something changes. */
  abandonAll() {
    this.ids.forEach((id) => this.abandon(id));
  }

  #dropLast() {
    this.#stopWaiting();
    this.#tab.last = undefined;
    this.#tab.remember();
  }

  #stopWaiting() {
    clearTimeout(this.#timer);
    this.#isDirty = false;
  }

  async #lookAgain() {
    await this.#tab.list();
    if (!this.#tab.heads.of(this.#tab.onScreen)) {
      this.#tab.last = undefined;
      this.#keep();
    }
    this.#tab.show();
  }

  #keep() {
    const record = this.#capture();
    if (record) {
      this.#waiting.set(record.id, record);
      this.#writeInTurn();
    }
  }

  // What is to be kept now; nothing where that is nothing or the same as before.
  #capture() {
    this.#stopWaiting();
    const tab = this.#tab;
    if (!tab.status.mayWrite) {
      return undefined;
    }
    let now;
    try {
      now = tab.page.session().snapshot();
    } catch (error) {
      tab.page.stop(error);
      return undefined;
    }
    const { id } = now;
    this.#rememberSeen(now);
    const last = tab.last?.id === id ? tab.last : undefined;
    if (tab.current !== id) {
      tab.opening.store?.unsee(id); // A file was opened, or a new packet begun.
      tab.turnTo(id);
    }
    const isNothing = !now.has_work && !tab.heads.of(id);
    const isSame = last?.packet === now.packet && last.whereabouts === now.whereabouts && !this.#waiting.has(id);
    if (isNothing || tab.forgotten.has(id) || isSame) {
      return undefined;
    }
    tab.last = recordOf(now, last);
    return tab.last;
  }

  /**
   * A chain is seen once it is on the screen, also where nothing else of its packet has changed.
   * @param {Snapshot} now
   */
  #rememberSeen(now) {
    if (!this.#tab.forgotten.has(now.id)) {
      rememberSeen(this.#tab.page.session(), now);
    }
  }

  #writeInTurn() {
    this.#tab.turns.take(() => this.#write());
  }

  async #write() {
    clearTimeout(this.#retry);
    for (const record of [...this.#waiting.values()]) {
      try {
        await this.#writeOne(record);
        this.#isWritten(record);
      } catch (error) {
        this.#fail(error);
      }
    }
    this.#tab.show();
  }

  /** @param {Kept} record */
  #isWritten(record) {
    if (this.#waiting.get(record.id) === record) {
      this.abandon(record.id);
    }
  }

  /**
   * Whether it was forgotten meanwhile shows in what waits: what the store has of it then goes by the act that follows.
   * @param {Kept} record
   */
  async #writeOne(record) {
    const tab = this.#tab;
    const isDropped = () => !this.#waiting.has(record.id);
    const store = await tab.opening.ready();
    if (isDropped()) {
      return;
    }
    // What is not on the screen any more leaves this tab's lock to what is. The store sees whether it is another tab's.
    const isOnScreen = record.id === tab.onScreen;
    const isOwn = !isOnScreen || (await tab.hold.take(record.id));
    if (isDropped()) {
      return;
    }
    let outcome = isOwn ? await store.keep(record) : 'foreign';
    if (outcome === 'gone') {
      if (await this.#wasForgotten(record.id)) {
        return;
      }
      await tab.heads.list(store);
      store.unsee(record.id);
      outcome = await store.keep(record);
      tab.page.tell(why.cleared);
    }
    const kept = outcome === 'foreign' ? this.#asCopy(record) : record;
    if (kept !== record) {
      isOnScreen && (await tab.hold.take(kept.id));
      await store.keep(kept);
    }
    if (isDropped()) {
      return;
    }
    tab.status.works();
    if (isOnScreen) {
      tab.remember(kept.id);
    }
    if (tab.heads.note(kept)) {
      tab.sayToOthers('changed');
    }
  }

  /**
   * Whether another tab has forgotten the packet, which it says itself; else the browser has lost it.
   * @param {string} id
   */
  async #wasForgotten(id) {
    if (!this.#tab.forgotten.has(id)) {
      await new Promise((resolve) => setTimeout(resolve, settling));
    }
    return this.#tab.forgotten.has(id);
  }

  /**
   * Another tab has this packet: what is here goes on under an id of its own.
   * @param {Kept} record
   * @returns {Kept}
   */
  #asCopy(record) {
    const tab = this.#tab;
    const id = freshId();
    if (tab.onScreen === record.id) {
      tab.page.show(() => tab.page.session().goOnAs(id));
      tab.turnTo(id);
      tab.last = undefined;
      tab.page.tell(why.copied);
    }
    return { ...record, id }; // Under which the session resumes it.
  }

  /**
   * Something was not written: the next change takes it with it, or it is tried again as it is.
   * @param {unknown} error
   */
  #fail(error) {
    clearTimeout(this.#retry);
    if (!isForbidden(error)) {
      this.#retry = setTimeout(() => this.#writeInTurn(), again);
    }
    this.#tab.status.refuse(error);
  }
}

/**
 * What the store keeps of a session's snapshot.
 * @param {Snapshot} now
 * @param {Kept | undefined} last what it was asked to keep of that packet before
 * @returns {Kept}
 */
function recordOf({ id, packet, whereabouts, typed, revision, name, file, is_unsaved: isUnsaved }, last) {
  const changedAt = last && last.packet === packet && last.typed === typed ? last.changedAt : Date.now();
  return { id, packet, whereabouts, typed, revision, changedAt, name, file, isUnsaved };
}
