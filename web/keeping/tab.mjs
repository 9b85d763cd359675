// What one tab has of keeping: the heads of what is kept, the packet that is its own, what other tabs have forgotten, and
// what its screen says of all that.
//
// Does not decide what is written, restored or forgotten.
import { Heads } from './heads.mjs';
import { describeKept, why, words } from './kept_words.mjs';
import * as lastWords from './last_words.mjs';
import { recall, remember } from './remembered.mjs';
import { Status } from './status.mjs';
import { Channel, Hold } from './other_tabs.mjs';
import { Turns } from './turns.mjs';
import { freshId } from '../package/wizard.mjs';

/** @import {Surroundings} from '../package/types.mjs' */
/** @import {Opening} from './opening.mjs' */
/** @import {Word} from './other_tabs.mjs' */
/** @import {Store} from './store.mjs' */
/** @import {Kept, LastWords, Page} from './types.mjs' */

const longestAct = 5000; // milliseconds after which a database that has not answered keeps nothing
const tabKey = 'telework.packet';

/** What this tab has of keeping. */
export class Tab {
  heads = new Heads();
  hold = new Hold(tabKey);
  /** @type {Set<string>} ids of what was forgotten in other tabs, and is not written any more */
  forgotten = new Set();
  /** @type {Kept | undefined} what was handed over to be written last */
  last;
  /** @type {string | undefined} the id of the packet that the session had when it was looked at last */
  current;

  /** @type {Channel | undefined} */
  #channel;
  #checks;
  #shown = ''; // the surroundings as the session has them

  /**
   * @param {Page} page
   * @param {Opening} opening
   * @param {Surroundings} checks
   */
  constructor(page, opening, checks) {
    this.page = page;
    this.opening = opening;
    this.#checks = checks;
    this.status = new Status(page, () => this.show());
    this.turns = new Turns(longestAct, (error) => this.status.refuse(error), () => this.status.arrived());
  }

  /** The id of the packet on the screen. */
  get onScreen() {
    return this.page.session().snapshot().id;
  }

  /**
   * The packet on the screen is that one now.
   * @param {string} id
   */
  turnTo(id) {
    this.current = id;
    this.forgotten.delete(id);
  }

  /** The id of the packet that this tab had before it was loaded again. */
  get remembered() {
    return recall('sessionStorage', tabKey);
  }

  /**
   * Remembers the packet to be restored when this tab is loaded again; without one none is.
   * @param {string} [id]
   */
  remember(id) {
    remember('sessionStorage', tabKey, id);
  }

  /**
   * Listens to the other tabs.
   * @param {(what: Word) => void} hear
   */
  listen(hear) {
    this.#channel = new Channel('telework-packets', hear);
  }

  /** @param {Word} what */
  sayToOthers(what) {
    this.#channel?.say(what);
  }

  /** Reads anew what is kept, with the last words of pages that are gone; gives the store. */
  async list() {
    const store = await this.opening.ready();
    await this.heads.list(store); // First: what is taken up counts on from it.
    let isMore = false;
    for (const said of store.isNewer ? [] : lastWords.ofOthers()) {
      isMore = (await this.#takeUp(store, said)) || isMore;
    }
    if (isMore) {
      await this.heads.list(store);
      this.sayToOthers('changed');
    }
    return store;
  }

  /**
   * Gives whether it was done. A page that is there writes its packet itself; what fails waits for the next time.
   * @param {Store} store
   * @param {LastWords} said
   */
  async #takeUp(store, said) {
    const { id } = said;
    if (id === this.hold.id) {
      return false;
    }
    const areSaid = () => lastWords.areSaid(id);
    const hold = new Hold(tabKey);
    try {
      if (!(await hold.takePatiently(id)) || !hold.isSure) {
        return false;
      }
      if ((await store.takeUp(said, areSaid)) === 'foreign') {
        await store.takeUp({ ...said, id: freshId(), known: undefined, tried: [] }, areSaid);
      }
      lastWords.withdraw(id);
      return true;
    } catch (error) {
      console.warn(error);
      return false;
    } finally {
      hold.release();
    }
  }

  /** The same in its turn, where anything is kept, and shows it. */
  listAgain() {
    if (this.status.isOn) {
      this.turns.take(async () => {
        await this.list();
        this.show();
      });
    }
  }

  /**
   * What this page may do here and whether anything leaves.
   * @param {Surroundings} checks
   */
  showChecks(checks) {
    this.#checks = checks;
    this.show();
  }

  /** Shows what is so now. */
  show() {
    const { mode, reason, isSetByAgency } = this.status;
    const now = this.heads.of(this.last?.id);
    const isGone = this.current !== undefined && this.forgotten.has(this.current);
    const kept = now ? words.keptAt(now) : '';
    /** @type {Surroundings} */
    const surroundings = {
      keeping: mode === 'closed' ? 'refused' : mode,
      is_set: isSetByAgency,
      is_newer: Boolean(this.opening.store?.isNewer),
      words: mode !== 'on' ? reason : isGone ? why.forgotten : kept,
      set_aside: this.heads.asideCount,
      kept: describeKept(this.heads.all),
      ...this.#checks,
    };
    const text = JSON.stringify(surroundings);
    if (text !== this.#shown) {
      this.#shown = text;
      this.page.show(() => this.page.session().surroundings(surroundings));
    }
  }
}
