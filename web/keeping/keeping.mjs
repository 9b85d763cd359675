// Keeping: every change is on this device within a second, and found again after a reload, a crash or a killed tab.
//
//   opening.mjs     the store, opened once
//   status.mjs      whether anything is kept, why not, and what the person was told of it
//   tab.mjs         what this tab has of keeping, and what its screen says of that
//   writing.mjs     when something is written, and what happens where two tabs have one packet
//   last_words.mjs  what a page that goes could not be sure to have written
//   restoring.mjs   what is on the screen again when the page comes, or is opened from the list
//   forgetting.mjs  one packet, everything, and shared computers
//
// Joins these to the page and to the browser's events. Does not know what a packet says (the session does) nor how it is
// stored (store.mjs), and draws nothing.
import { Forgetter } from './forgetting.mjs';
import { why } from './kept_words.mjs';
import { recallShared } from './remembered.mjs';
import { recallSeen } from './seen.mjs';
import { Restorer } from './restoring.mjs';
import { Tab } from './tab.mjs';
import { Writer } from './writing.mjs';

/** @import {Surroundings} from '../package/types.mjs' */
/** @import {Opening} from './opening.mjs' */
/** @import {Word} from './other_tabs.mjs' */
/** @import {KeepingEffect, Page} from './types.mjs' */

const patience = 1500; // milliseconds that the page waits for the browser's database when it comes

/** What the page keeps on this device. */
export class Keeping {
  #tab;
  #writer;
  #restorer;
  #forgetter;

  /**
   * @param {Page} page
   * @param {Opening} opening of what is kept
   * @param {Surroundings} checks what the page is
   */
  constructor(page, opening, checks) {
    this.#tab = new Tab(page, opening, checks);
    this.#writer = new Writer(this.#tab);
    this.#restorer = new Restorer(this.#tab, this.#writer);
    this.#forgetter = new Forgetter(this.#tab, this.#writer);
    opening.lost = () => this.#writer.lost();
  }

  /**
   * Does what the session asks.
   * @param {KeepingEffect} effect
   */
  do(effect) {
    switch (effect.kind) {
      case 'keep_open':
        this.#tab.turns.take(() => this.#restorer.open(effect.id));
        break;
      case 'keep_forget':
        this.#forgetter.forget(effect.id);
        break;
      case 'keep_forget_all':
        this.#forgetter.forgetAll(why.forgottenHere);
        break;
      case 'keep_shared':
        this.#forgetter.share(effect.content === 'yes', why.forgottenHere);
        break;
      case 'keep_save_aside':
        this.#tab.turns.take(() => this.#saveAside());
        break;
    }
  }

  /** Whether what is on the screen is kept, or will be when the page goes. */
  get isOn() {
    const { current, forgotten, status } = this.#tab;
    return status.isOn && (current === undefined || !forgotten.has(current));
  }

  /** What is to be told where nothing is kept because it cannot be known whether this is a shared computer, else "". */
  get closedWords() {
    return this.#tab.status.mode === 'closed' ? `${why.closed} ${why.stays}` : '';
  }

  /**
   * Restores what this tab had, or the newest packet that is in no file. Resolves once the person can go on.
   * @param {Promise<boolean | undefined>} isShared whether the agency says that its computers are shared; undefined where
   *   it says nothing. Where it rejects that is not known, and nothing is kept.
   */
  async begin(isShared) {
    const { status, turns } = this.#tab;
    addEventListener('pagehide', () => this.#writer.keepAtOnce());
    addEventListener('pageshow', ({ persisted }) => persisted && this.#comeBack());
    document.addEventListener('visibilitychange', () => document.hidden && this.#writer.keepAtOnce());
    this.#tab.listen((what) => this.#hear(what));
    this.#tab.current = this.#tab.onScreen;
    if (recallShared()) {
      this.#forgetter.becomeShared(); // Which erases, too: the visit before may have ended while it did.
    }
    // Nothing is restored or kept before that is known; the person goes on meanwhile.
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    const known = isShared.then((is) => this.#forgetter.obeyAgency(is), () => this.#forgetter.close());
    turns.hold(known);
    const restored = turns.take(() => status.mayWrite && this.#restorer.restore());
    await (status.mode === 'shared' || Promise.race([restored, late]));
  }

  /** Something may have changed in the session. */
  changed() {
    this.#writer.changed();
  }

  /** A file is about to be opened: the session is told which entries of chains were seen here. */
  recallSeen() {
    if (this.#tab.status.mayWrite) {
      recallSeen(this.#tab.page.session());
    }
  }

  /** What is about to be done may put another packet in the place of this one. */
  settle() {
    this.#writer.settle();
  }

  /**
   * What this page may do here and whether anything leaves.
   * @param {Surroundings} checks
   */
  showChecks(checks) {
    this.#tab.showChecks(checks);
  }

  async #saveAside() {
    const store = await this.#tab.opening.ready();
    this.#tab.page.save(await store.asFile());
  }

  // The page was put away whole and is shown again: meanwhile another tab may have taken its packet, and the computer may
  // be a shared one.
  #comeBack() {
    this.#tab.hold.release();
    if (recallShared()) {
      this.#forgetter.becomeShared();
    }
    this.#tab.listAgain();
  }

  /** @param {Word} what another tab said */
  #hear(what) {
    if (what === 'shared') {
      this.#forgetter.becomeShared();
    } else if (what !== 'changed') {
      this.#forgetter.abandon(what.forgotten);
    } else if (this.#tab.opening.store) {
      this.#tab.listAgain();
    }
  }
}
