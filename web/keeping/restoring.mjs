// Restoring: what this tab had, or the newest packet that is in no file, is on the screen again when the page comes; and a
// packet that is kept is opened from the list. One that another tab has open, or an earlier revision, goes on as a copy.
//
// Does not write: what gives way is settled by the writer before.
import { why, words } from './kept_words.mjs';
import { recallSeen } from './seen.mjs';
import { Damaged } from './store.mjs';
import { freshId, isCrash, ModuleError } from '../package/wizard.mjs';

/** @import {Tab} from './tab.mjs' */
/** @import {Head} from './types.mjs' */
/** @import {Writer} from './writing.mjs' */

/** Brings what is kept onto the screen. */
export class Restorer {
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

  /** When the page comes, unless something was done in it meanwhile. */
  async restore() {
    const { heads, hold, page, status } = this.#tab;
    const store = await this.#tab.list();
    if (store.isNewer) {
      status.refuseAsOlder();
    }
    if (store.isBegunAnew) {
      page.tell(why.begunAnew);
    }
    const head = heads.of(this.#tab.remembered) ?? (await this.#newestUnsaved());
    if (head) {
      await hold.takePatiently(head.id);
      const text = words.restored(head);
      const mayReplace = () => !page.hasChosen() && !page.session().snapshot().has_work;
      await this.#goOnWith(head, head.revision, store.isNewer ? `${text} ${why.newer}` : text, mayReplace);
    }
    this.#tab.show();
  }

  /**
   * Opens a packet from the list.
   * @param {string} which its id, or "id/revision" for an earlier state of it
   */
  async open(which) {
    await this.#tab.list();
    const head = this.#tab.heads.all.find(({ id }) => id === which || which.startsWith(`${id}/`));
    if (head) {
      const revision = which === head.id ? head.revision : Number(which.slice(head.id.length + 1));
      await this.#goOnWith(head, revision, words.opened(head));
    }
    this.#tab.show();
  }

  async #newestUnsaved() {
    const { heads, hold } = this.#tab;
    const unsaved = heads.all.filter(({ isUnsaved }) => isUnsaved);
    for (const head of unsaved) {
      if (await (head === unsaved[0] ? hold.takePatiently(head.id) : hold.take(head.id))) {
        return head;
      }
    }
    return undefined;
  }

  /**
   * @param {Head} head
   * @param {number} revision
   * @param {string} text is told once it is on the screen
   * @param {() => boolean} [mayReplace] asked at the last moment, whether the packet on the screen may give way
   */
  async #goOnWith(head, revision, text, mayReplace = () => true) {
    const tab = this.#tab;
    const { heads, hold, page } = tab;
    const store = await tab.opening.ready();
    try {
      const state = await store.read(head.id, revision);
      if (!state) {
        await heads.list(store);
        return;
      }
      await page.whole();
      if (!mayReplace()) {
        hold.release();
        page.tell(words.notReplaced(head));
        return;
      }
      this.#writer.settle();
      const isEarlier = revision !== head.revision;
      const isCopy = isEarlier || !(await hold.take(head.id));
      const as = { id: isCopy ? freshId() : head.id, isCopy };
      recallSeen(page.session());
      page.show(() => page.session().resume(state.packet, state.whereabouts, as));
      tab.turnTo(tab.onScreen);
      const copied = isEarlier ? words.earlierCopied(revision) : words.openElsewhere;
      page.tell(isCopy ? `${text} ${copied}` : text);
      if (!isCopy) {
        tab.last = undefined;
        tab.remember(head.id);
      }
    } catch (error) {
      if (error instanceof ModuleError || isCrash(error)) {
        await store.setAside(head.id); // Or it would end each visit that restores it.
      }
      if (!(error instanceof Damaged || error instanceof ModuleError)) {
        throw error;
      }
      await heads.list(store);
      page.tell(words.damaged(head, store.isNewer));
    }
  }
}
