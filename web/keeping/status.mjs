// Whether answers are kept on this device, why not, and what the person was told of it.
//
//   on        they are
//   refused   the browser does not let them be kept, for now or for good: each change tries again
//   shared    this is a shared computer, where nothing is kept
//   closed    it cannot be known whether it is one, and nothing is kept
//
// Does not write or forget anything.
import { isCrash } from '../package/wizard.mjs';
import { reasonOf, why } from './kept_words.mjs';

/** @import {Page} from './types.mjs' */

/** Whether answers are kept. */
export class Status {
  /** @type {'on' | 'refused' | 'shared' | 'closed'} */
  mode = 'on';
  /** Why nothing is kept, while that is so. */
  reason = '';
  /** The agency says that this is a shared computer. */
  isSetByAgency = false;

  #page;
  #show;
  #told = ''; // why nothing can be kept, as it was told

  /**
   * @param {Page} page
   * @param {() => void} show shows on the screen what is so now
   */
  constructor(page, show) {
    this.#page = page;
    this.#show = show;
  }

  get isOn() {
    return this.mode === 'on';
  }

  /** Whether writing is tried. */
  get mayWrite() {
    return this.mode === 'on' || this.mode === 'refused';
  }

  /** Something was kept: what was told against it holds no more. */
  works() {
    this.mode = 'on';
    if (this.#told) {
      this.#page.takeBack(this.#told, why.works);
      this.#told = '';
    }
  }

  /**
   * Something could not be kept.
   * @param {unknown} error
   */
  refuse(error) {
    if (isCrash(error)) {
      this.#page.stop(error);
    }
    if (isCrash(error) || !this.mayWrite) {
      return;
    }
    this.mode = 'refused';
    this.reason = reasonOf(error);
    if (!this.#told) {
      console.warn(error);
      this.#tell(`${this.reason} ${why.stays}`);
    }
    this.#show();
  }

  /** A newer version keeps its own here. */
  refuseAsOlder() {
    this.mode = 'refused';
    this.reason = why.newer;
    this.#tell(why.newer);
  }

  /** What was said to take too long has come. */
  arrived() {
    if (this.mode === 'refused' && this.reason === why.slow) {
      this.works();
      this.#show();
    }
  }

  /** It cannot be known whether this is a shared computer. */
  close() {
    this.mode = 'closed';
    this.reason = why.closed;
  }

  /**
   * This is a shared computer.
   * @param {boolean} isSetByAgency
   */
  share(isSetByAgency) {
    this.mode = 'shared';
    this.isSetByAgency = isSetByAgency;
    this.reason = why.shared;
  }

  /** This is no shared computer any more. */
  unshare() {
    this.mode = 'on';
  }

  /** @param {string} text */
  #tell(text) {
    this.#told = text;
    this.#page.tell(text);
  }
}
