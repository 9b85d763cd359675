// The store of what is kept, opened once: while the wizard is still loading, or when it is first needed.
//
// Does not open it beforehand on a shared computer, and says nothing where it cannot be opened: whoever needs it is told.
import { recallShared } from './remembered.mjs';
import { Store } from './store.mjs';

/** The store, once it is open. */
export class Opening {
  /** @type {Store | undefined} */
  store;
  /** Called when the database was closed from elsewhere. */
  lost = () => {};

  #writer;
  /** @type {Promise<Store> | undefined} */
  #coming;

  /** @param {string} writer an id of this tab alone */
  constructor(writer) {
    this.#writer = writer;
  }

  /** Begins to open it. */
  prepare() {
    if (!recallShared()) {
      this.#open().catch(() => {}); // Whoever waits for it is told.
    }
  }

  /** The store. Rejects where the browser lets nothing be kept; the next call tries again. */
  async ready() {
    try {
      this.store = await this.#open();
      return this.store;
    } catch (error) {
      this.#coming = undefined;
      throw error;
    }
  }

  #open() {
    return (this.#coming ??= Store.open(this.#writer, () => this.lost()));
  }
}
