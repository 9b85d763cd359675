// The packets that are kept here, as this tab knows them: a head each (store.mjs), the one that was changed last first.
//
// Does not know which of them is on the screen.
import { Store } from './store.mjs';

/** @import {Head, Kept} from './types.mjs' */

/** The heads of what is kept here. */
export class Heads {
  /** @type {Head[]} */
  all = [];
  /** How many records were set aside. */
  asideCount = 0;

  /**
   * As the store has them. Rejects where it cannot be read.
   * @param {Store} store
   */
  async list(store) {
    this.all = await store.list();
    this.asideCount = await store.asideCount();
  }

  /** None are known any more. */
  clear() {
    this.all = [];
    this.asideCount = 0;
  }

  /**
   * The head of a packet; undefined where it is not kept.
   * @param {string | undefined} id
   */
  of(id) {
    return this.all.find((head) => head.id === id);
  }

  /**
   * The packet is kept no more.
   * @param {string} id
   */
  drop(id) {
    this.all = this.all.filter((head) => head.id !== id);
  }

  /**
   * Notes what was just kept; gives whether it had another name or place among them before.
   * @param {Kept} kept
   */
  note({ id, name, file, revision, changedAt, count, isUnsaved }) {
    const before = this.of(id);
    const revisions = [{ revision, changedAt }, ...(before?.revisions ?? []).filter((one) => one.revision !== revision)];
    const head = { id, name, file, revision, changedAt, count, isUnsaved, revisions };
    this.all = [head, ...this.all.filter((one) => one !== before)].sort(Store.order);
    return before?.name !== name || before.isUnsaved !== isUnsaved;
  }
}
