// Forgetting: one packet or everything that is kept, here and in the other tabs, each of which may have something on its
// way; and a shared computer, on which everything is forgotten and nothing kept.
//
// Does not take from the screen what is on it.
import { why } from './kept_words.mjs';
import * as lastWords from './last_words.mjs';
import { recallShared, rememberShared } from './remembered.mjs';
import { forgetSeen, recallSeen } from './seen.mjs';
import { Store } from './store.mjs';

/** @import {Tab} from './tab.mjs' */
/** @import {Writer} from './writing.mjs' */

const byAgency = 'set'; // how a shared computer is remembered where the agency says so
const everything = 'everything'; // instead of an id

/** Forgets what is kept. */
export class Forgetter {
  #tab;
  #writer;

  /**
   * @param {Tab} tab
   * @param {Writer} writer
   */
  constructor(tab, writer) {
    this.#tab = tab;
    this.#writer = writer;
  }

  /**
   * One packet.
   * @param {string} id
   */
  forget(id) {
    this.#writer.drop(id);
    forgetSeen(id);
    this.#tab.heads.drop(id);
    this.#tab.show();
    this.#tab.sayToOthers({ forgotten: id });
    this.#erase(async () => (await this.#tab.opening.ready()).forget(id));
  }

  /**
   * Everything that is kept.
   * @param {string} text is told once it is done, unless it is empty
   */
  forgetAll(text) {
    this.#writer.dropAll();
    lastWords.withdrawAll();
    forgetSeen();
    this.#tab.heads.clear();
    this.#tab.show();
    this.#tab.sayToOthers({ forgotten: everything });
    this.#erase(() => (this.#tab.opening.store ?? new Store()).forgetAll(), text);
  }

  /**
   * What another tab has forgotten is not written any more from here.
   * @param {string} which
   */
  abandon(which) {
    const { forgotten, heads, onScreen, page } = this.#tab;
    const ids = [...heads.all.map(({ id }) => id), ...this.#writer.ids];
    const gone = ids.filter((id) => (which === everything || id === which) && !forgotten.has(id));
    gone.forEach((id) => {
      this.#writer.abandon(id);
      forgotten.add(id);
    });
    page.whole().then(() => recallSeen(page.session()), () => {}); // Without its second half the wizard has seen none.
    if (gone.includes(onScreen)) {
      page.tell(why.forgottenElsewhere);
      this.#tab.show();
    }
  }

  /**
   * Whether the agency's configuration says that its computers are shared; undefined where it says nothing of it.
   * @param {boolean | undefined} isShared
   */
  obeyAgency(isShared) {
    if (isShared) {
      rememberShared(byAgency);
      this.becomeShared('', true);
      this.#tab.sayToOthers('shared');
    } else if (isShared === false && this.#tab.status.isSetByAgency) {
      this.#tab.status.isSetByAgency = false;
      this.share(false);
    }
  }

  /** What the agency's configuration says is not known: nothing is kept, and nothing of whoever was here before is shown. */
  close() {
    if (this.#tab.status.mode !== 'shared') {
      this.#tab.status.close();
      this.#writer.abandonAll();
      this.#tab.show();
    }
  }

  /**
   * The person says whether this is a shared computer.
   * @param {boolean} isShared
   * @param {string} [text] as for forgetAll()
   */
  share(isShared, text) {
    rememberShared(isShared ? 'yes' : undefined);
    if (isShared) {
      this.becomeShared(text);
      this.#tab.sayToOthers('shared');
    } else {
      this.#tab.status.unshare();
      this.#writer.changed();
      this.#tab.show();
    }
  }

  /**
   * This is a shared computer: in each tab, since each may have something on its way.
   * @param {string} [text] as for forgetAll()
   * @param {boolean} [isSetByAgency]
   */
  becomeShared(text = '', isSetByAgency = recallShared() === byAgency) {
    this.#tab.status.share(isSetByAgency);
    this.#tab.remember();
    this.forgetAll(text);
  }

  /**
   * Where it does not go, also because something else takes too long, the person has to see to it.
   * @param {() => unknown} act
   * @param {string} [text]
   */
  async #erase(act, text) {
    const { page, turns } = this.#tab;
    const outcome = await turns.insist(act, () => page.tell(why.notForgotten));
    if (outcome === 'failed') {
      this.#tab.listAgain();
    } else if (outcome === 'late') {
      page.takeBack(why.notForgotten, why.forgottenLate);
    }
    if (outcome !== 'failed' && text) {
      page.tell(text);
    }
    this.#tab.sayToOthers('changed');
  }
}
