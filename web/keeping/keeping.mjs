// Keeping: every change is on this device within a second, and found again after a reload, a crash or a killed tab.
//
// Decides when something is written, what is restored when the page comes, and what happens where two tabs have one
// packet: the second goes on as a copy and says so. Where the browser lets nothing be kept it says so once and goes on.
//
// Does not know what a packet says (the session does) nor how it is stored (store.mjs), and draws nothing.
import { Heads } from './heads.mjs';
import { describeKept, isForbidden, moment, reasonOf, recordOf, why } from './kept_words.mjs';
import { askToStay, recall, recallShared, remember, rememberShared } from './remembered.mjs';
import { Damaged, Store } from './store.mjs';
import { Channel, Hold } from './tabs.mjs';
import { Turns } from './turns.mjs';
import { freshId, isCrash, ModuleError } from '../package/wizard.mjs';

const pause = 100; // milliseconds without a change, after which it is kept
const longest = 200; // milliseconds that a change waits at most while others follow; writing takes its own time
const patience = 1500; // milliseconds that the page waits for the browser's database when it comes
const longestAct = 5000; // milliseconds after which a database that has not answered keeps nothing
const again = 3000; // milliseconds after which what could not be written is tried again
const settling = 300; // milliseconds in which another tab says that it was the one that forgot
const tabKey = 'telework.packet';
const byAgency = 'set'; // how a shared computer is remembered where the agency says so
const everything = 'everything'; // instead of an id

export class Keeping {
  #page;
  #store;
  #opening; // the store that is being opened
  #mode = 'on'; // on, shared, refused, or closed: where it cannot be known whether this is a shared computer
  #why = ''; // nothing is kept
  #isSet = false; // by the agency: that this is a shared computer
  #tab = freshId();
  #heads = new Heads();
  #checks = {};
  #shown = ''; // the surroundings as the session has them
  #isDirty = false;
  #since = 0; // the first change that is not kept yet
  #timer = 0;
  #last; // what was captured last
  #current; // the id of the packet that the session had when it was looked at last
  #waiting = new Map(); // id → what is to be written
  #turns = new Turns(longestAct, (error) => this.#refuse(error), () => this.#arrive());
  #hold = new Hold(tabKey);
  #forgotten = new Set(); // ids of what was forgotten in other tabs, and is not written any more
  #told = ''; // why nothing can be kept, as it was told
  #retry = 0;
  #channel;

  /**
   * @param page session(): the session at hand; show(act): does something in it and shows what changed; tell(text): says
   *   it on the screen; untell(text, words): takes that from the screen again, and says the words; save({name, media_type,
   *   content}): offers a file; hasChosen(): whether something was chosen that the session has not taken in yet;
   *   stop(error): after a mistake of ours
   */
  constructor(page) {
    this.#page = page;
  }

  /** What the session asks of the page. */
  effects = {
    keep_open: ({ id }) => this.#turns.take(() => this.#openKept(id)),
    keep_forget: ({ id }) => this.#forget(id),
    keep_forget_all: () => this.#forgetAll(why.forgottenHere),
    keep_shared: ({ content }) => this.#share(content === 'yes', why.forgottenHere),
    keep_save_aside: () => this.#turns.take(async () => this.#page.save(await this.#store.asFile())),
  };

  /** Whether what is on the screen is kept, or will be when the page goes. */
  get isOn() {
    return this.#mode === 'on' && !this.#forgotten.has(this.#current);
  }

  /** What is to be told where nothing is kept because it cannot be known whether this is a shared computer, else "". */
  get closedWords() {
    return this.#mode === 'closed' ? `${why.closed} ${why.stays}` : '';
  }

  /** Begins to open what is kept, while the wizard is still loading. */
  prepare() {
    if (!this.#opening && !recallShared()) {
      this.#opening = Store.open(this.#tab, () => this.#lose());
      this.#opening.catch(() => {}); // Whoever waits for it is told.
    }
  }

  /**
   * Restores what this tab had, or the newest packet that is in no file. Resolves once the person can go on. `isSet`
   * resolves to whether the agency says that its computers are shared; undefined where it says nothing. Where it rejects
   * that is not known, and nothing is kept.
   */
  async begin(isSet) {
    addEventListener('pagehide', () => this.#keepAtOnce());
    addEventListener('pageshow', ({ persisted }) => persisted && this.#comeBack());
    document.addEventListener('visibilitychange', () => document.hidden && this.#keepAtOnce());
    this.#channel = new Channel('telework-packets', (what) => this.#hear(what));
    this.#current = this.#onScreen;
    if (recallShared()) {
      this.#becomeShared(); // Which erases, too: the visit before may have ended while it did.
    }
    // Nothing is restored or kept before that is known; the person goes on meanwhile.
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    const known = isSet.then((is) => this.#obey(is), () => this.#close());
    this.#turns.hold(known);
    const restored = this.#turns.take(() => this.#mayKeep && this.#restore());
    await (this.#mode === 'shared' || Promise.race([restored, late]));
  }

  /** Something may have changed in the session. */
  changed() {
    const now = performance.now();
    this.#since = this.#isDirty ? this.#since : now;
    this.#isDirty = true;
    clearTimeout(this.#timer);
    // The first change of a packet is kept at once: from then on the packet is there, whatever comes.
    const isFirst = !this.#last && this.#mode === 'on';
    const wait = isFirst ? 0 : Math.max(0, Math.min(pause, this.#since + longest - now));
    this.#timer = setTimeout(() => this.#keep(), wait);
  }

  /** What is about to be done may put another packet in the place of this one. */
  settle() {
    if (this.#isDirty) {
      this.#keep();
    }
    if (this.#mode === 'on' && this.#heads.of(this.#last?.id)) {
      askToStay(); // Now there is something of the person's, and a button is pressed.
    }
  }

  /** What this page may do here and whether anything leaves: each [{name, state: "good" | "limited" | "bad", words}]. */
  showChecks(checks) {
    this.#checks = checks;
    this.#show();
  }

  // ---- Writing ----

  #keep() {
    const record = this.#capture();
    if (record) {
      this.#waiting.set(record.id, record);
      this.#turns.take(() => this.#write());
    }
  }

  // What is to be kept now; nothing where that is nothing or the same as before.
  #capture() {
    clearTimeout(this.#timer);
    this.#isDirty = false;
    if (!this.#mayKeep) {
      return undefined;
    }
    let now;
    try {
      now = this.#page.session().snapshot();
    } catch (error) {
      this.#page.stop(error);
      return undefined;
    }
    const { id } = now;
    const last = this.#last?.id === id ? this.#last : undefined;
    if (this.#current !== id) {
      this.#store?.unsee(id); // A file was opened, or a new packet begun.
      this.#turnTo(id);
    }
    const isNothing = !now.has_work && !this.#heads.of(id);
    const isSame = last?.packet === now.packet && last.whereabouts === now.whereabouts && !this.#waiting.has(id);
    if (isNothing || this.#forgotten.has(id) || isSame) {
      return undefined;
    }
    this.#last = recordOf(now, last);
    return this.#last;
  }

  get #onScreen() {
    return this.#page.session().snapshot().id;
  }

  // The packet on the screen is that one now.
  #turnTo(id) {
    this.#current = id;
    this.#forgotten.delete(id);
  }

  get #mayKeep() {
    return this.#mode === 'on' || this.#mode === 'refused';
  }

  async #write() {
    clearTimeout(this.#retry);
    for (const [id, record] of [...this.#waiting]) {
      try {
        await this.#writeOne(record);
        if (this.#waiting.get(id) === record) {
          this.#waiting.delete(id);
        }
      } catch (error) {
        this.#fail(error);
      }
    }
    this.#show();
  }

  // Whether it was forgotten meanwhile shows in what waits: what the store has of it then goes by the act that follows.
  async #writeOne(record) {
    const isDropped = () => !this.#waiting.has(record.id);
    await this.#ready();
    if (isDropped()) {
      return;
    }
    // What is not on the screen any more leaves this tab's lock to what is. The store sees whether it is another tab's.
    const isOnScreen = record.id === this.#onScreen;
    let kept = record;
    const isOwn = !isOnScreen || (await this.#hold.take(record.id));
    if (isDropped()) {
      return;
    }
    let outcome = isOwn ? await this.#store.keep(record) : 'foreign';
    if (outcome === 'gone' && (await this.#wasForgotten(record.id))) {
      return;
    }
    if (outcome === 'gone') {
      await this.#heads.list(this.#store);
      this.#store.unsee(record.id);
      outcome = await this.#store.keep(record);
      this.#page.tell(why.cleared);
    }
    if (outcome === 'foreign') {
      kept = this.#asCopy(record);
      isOnScreen && (await this.#hold.take(kept.id));
      await this.#store.keep(kept);
    }
    if (isDropped()) {
      return;
    }
    this.#work();
    if (isOnScreen) {
      remember('sessionStorage', tabKey, kept.id);
    }
    if (this.#heads.note(kept)) {
      this.#channel?.say('changed');
    }
  }

  // Whether another tab has forgotten the packet, which it says itself; else the browser has lost it.
  async #wasForgotten(id) {
    if (!this.#forgotten.has(id)) {
      await new Promise((resolve) => setTimeout(resolve, settling));
    }
    return this.#forgotten.has(id);
  }

  // Something was kept: what was told against it holds no more.
  #work() {
    this.#mode = 'on';
    if (this.#told) {
      this.#page.untell(this.#told, 'Answers are kept on this device again.');
      this.#told = '';
    }
  }

  // Another tab has this packet: what is here goes on under an id of its own.
  #asCopy(record) {
    const id = freshId();
    if (this.#onScreen === record.id) {
      this.#page.show(() => this.#page.session().goOnAs(id));
      this.#turnTo(id);
      this.#last = undefined;
      this.#page.tell(why.copied);
    }
    return { ...record, id }; // Under which the session resumes it.
  }

  // The page is going or out of sight: nothing can be waited for.
  #keepAtOnce() {
    const record = (this.#isDirty && this.#capture()) || this.#waiting.get(this.#current);
    if (!record) {
      return;
    }
    const { id } = record;
    this.#waiting.set(id, record);
    if (this.#hold.id === id && this.#hold.isSure && this.#store?.knows(id)) {
      const head = this.#heads.of(id);
      const written = () => this.#waiting.get(id) === record && this.#waiting.delete(id);
      this.#store.keepAtOnce(record, head).then(written, () => this.#turns.take(() => this.#write()));
      this.#heads.note(record);
    } else {
      this.#turns.take(() => this.#write());
    }
  }

  // The page was put away whole and is shown again: meanwhile another tab may have taken its packet, and the computer may
  // be a shared one.
  #comeBack() {
    this.#hold.release();
    if (recallShared()) {
      this.#becomeShared();
    }
    this.#listAgain();
  }

  #listAgain() {
    if (this.#mode === 'on') {
      this.#turns.take(async () => {
        await this.#ready();
        await this.#heads.list(this.#store);
        this.#show();
      });
    }
  }

  async #ready() {
    if (!this.#store) {
      this.prepare();
      const opening = this.#opening;
      this.#opening = undefined;
      this.#store = await opening;
    }
  }

  // The database was closed from elsewhere. Where it was emptied too, what is on the screen is kept again at once.
  #lose() {
    setTimeout(() => this.#turns.take(() => this.#mayKeep && this.#lookAgain()), settling);
  }

  async #lookAgain() {
    await this.#ready();
    await this.#heads.list(this.#store);
    if (!this.#heads.of(this.#onScreen)) {
      this.#last = undefined;
      this.#keep();
    }
    this.#show();
  }

  // ---- Restoring and opening ----

  async #restore() {
    await this.#ready();
    await this.#heads.list(this.#store);
    if (this.#store.isNewer) {
      this.#mode = 'refused';
      this.#why = why.newer;
      this.#told = why.newer;
      this.#page.tell(why.newer);
    }
    if (this.#store.isBegunAnew) {
      this.#page.tell('What was kept on this device could not be read. It was set aside, and keeping has begun anew.');
    }
    const own = recall('sessionStorage', tabKey);
    const head = this.#heads.of(own) ?? (await this.#newestUnsaved());
    if (head) {
      await this.#hold.takePatiently(head.id);
      const more = this.#store.isNewer ? ` ${why.newer}` : '';
      const mayReplace = () => !this.#page.hasChosen() && !this.#page.session().snapshot().has_work;
      await this.#goOn(head, head.revision, `${head.name} is here again, as it was at ${moment(head.changedAt)}.${more}`, mayReplace);
    }
    this.#show();
  }

  async #newestUnsaved() {
    const unsaved = this.#heads.all.filter(({ isUnsaved }) => isUnsaved);
    for (const head of unsaved) {
      if (await (head === unsaved[0] ? this.#hold.takePatiently(head.id) : this.#hold.take(head.id))) {
        return head;
      }
    }
    return undefined;
  }

  // `which`: a packet's id, or "id/revision" for an earlier state of it.
  async #openKept(which) {
    await this.#ready();
    const head = this.#heads.all.find(({ id }) => id === which || which.startsWith(`${id}/`));
    if (!head) {
      return;
    }
    const revision = which === head.id ? head.revision : Number(which.slice(head.id.length + 1));
    await this.#goOn(head, revision, `${head.name} is open, as it was at ${moment(head.changedAt)}.`);
    this.#show();
  }

  // `mayReplace`: asked at the last moment, whether the packet on the screen may give way.
  async #goOn(head, revision, words, mayReplace = () => true) {
    let isResumed = false;
    let isCopy = false;
    try {
      const state = await this.#store.read(head.id, revision);
      if (!state) {
        await this.#heads.list(this.#store);
        return;
      }
      await this.#page.whole();
      if (!mayReplace()) {
        this.#hold.release();
        return this.#page.tell(`${head.name} is kept here, as it was at ${moment(head.changedAt)}: on Start it can be opened.`);
      }
      this.settle();
      const isEarlier = revision !== head.revision;
      isCopy = isEarlier || !(await this.#hold.take(head.id));
      const as = { id: isCopy ? freshId() : head.id, isCopy };
      isResumed = this.#page.show(() => this.#page.session().resume(state.packet, state.whereabouts, as));
      this.#turnTo(this.#onScreen);
      const copied = isEarlier ? `Revision ${revision} of it goes on as a copy.` : 'It is open in another tab: here it goes on as a copy.';
      this.#page.tell(isCopy ? `${words} ${copied}` : words);
    } catch (error) {
      if (error instanceof ModuleError || isCrash(error)) {
        await this.#store.setAside(head.id); // Or it would end each visit that restores it.
      }
      if (!(error instanceof Damaged || error instanceof ModuleError)) {
        throw error;
      }
      await this.#heads.list(this.#store);
      const left = this.#store.isNewer ? 'It stays as it is' : 'It was set aside';
      this.#page.tell(`${head.name} could not be read as it was kept. ${left}; on Start it can be saved as a file.`);
    }
    if (isResumed && !isCopy) {
      this.#last = undefined;
      remember('sessionStorage', tabKey, head.id);
    }
  }

  // ---- Forgetting ----

  #forget(id) {
    this.#drop(id);
    this.#heads.drop(id);
    this.#show();
    this.#channel?.say({ forgotten: id });
    this.#erase(async () => {
      await this.#ready();
      await this.#store.forget(id);
    });
  }

  // `words`: what is told once it is done.
  #forgetAll(words) {
    this.#drop(this.#last?.id);
    this.#waiting.clear();
    this.#heads.clear();
    this.#show();
    this.#channel?.say({ forgotten: everything });
    this.#erase(() => (this.#store ?? new Store()).forgetAll(), words);
  }

  // Where it does not go, also because something else takes too long, the person has to see to it.
  async #erase(act, words) {
    const outcome = await this.#turns.insist(act, () => this.#page.tell(why.notForgotten));
    if (outcome === 'failed') {
      this.#listAgain();
    } else if (outcome === 'late') {
      this.#page.untell(why.notForgotten, why.forgottenLate);
    }
    if (outcome !== 'failed' && words) {
      this.#page.tell(words);
    }
    this.#channel?.say('changed');
  }

  // What is on its way of a packet is not written any more.
  #drop(id) {
    this.#waiting.delete(id);
    if (id === this.#last?.id) {
      clearTimeout(this.#timer);
      this.#isDirty = false;
      this.#last = undefined;
      remember('sessionStorage', tabKey, undefined);
    }
    if (this.#hold.id === id) {
      this.#hold.release();
    }
  }

  // It cannot be known whether this is a shared computer: nothing is kept, and nothing of whoever was here before is shown.
  #close() {
    if (this.#mode !== 'shared') {
      this.#mode = 'closed';
      this.#why = why.closed;
      this.#waiting.clear();
      this.#show();
    }
  }

  // The agency's configuration says that its computers are shared, does not say so any more, or says nothing.
  #obey(isSet) {
    if (isSet) {
      rememberShared(byAgency);
      this.#becomeShared('', true);
      this.#channel?.say('shared');
    } else if (isSet === false && this.#isSet) {
      this.#isSet = false;
      this.#share(false);
    }
  }

  #share(isSo, words) {
    rememberShared(isSo ? 'yes' : undefined);
    if (isSo) {
      this.#becomeShared(words);
      this.#channel?.say('shared');
    } else {
      this.#mode = 'on';
      this.changed();
      this.#show();
    }
  }

  // In each tab, since each may have something on its way. `words`: as for #forgetAll.
  #becomeShared(words = '', isSet = recallShared() === byAgency) {
    this.#mode = 'shared';
    this.#isSet = isSet;
    this.#why = 'This is a shared computer: nothing is kept here.';
    remember('sessionStorage', tabKey, undefined);
    this.#forgetAll(words);
  }

  // ---- The other tabs, and the screen ----

  #hear(what) {
    const { forgotten } = what;
    if (forgotten) {
      this.#abandon(forgotten);
    } else if (what === 'shared') {
      this.#becomeShared();
    } else if (this.#store) {
      this.#listAgain();
    }
  }

  // What another tab has forgotten is not written any more from here.
  #abandon(which) {
    const ids = [...this.#heads.all.map(({ id }) => id), ...this.#waiting.keys()];
    const gone = ids.filter((id) => (which === everything || id === which) && !this.#forgotten.has(id));
    gone.forEach((id) => {
      this.#waiting.delete(id);
      this.#forgotten.add(id);
    });
    if (gone.includes(this.#onScreen)) {
      this.#page.tell(why.forgottenElsewhere);
      this.#show();
    }
  }

  // Something was not written: the next change takes it with it, or it is tried again as it is.
  #fail(error) {
    clearTimeout(this.#retry);
    if (!isForbidden(error)) {
      this.#retry = setTimeout(() => this.#turns.take(() => this.#write()), again);
    }
    this.#refuse(error);
  }

  // What was said to take too long has come.
  #arrive() {
    if (this.#mode === 'refused' && this.#why === why.slow) {
      this.#work();
      this.#show();
    }
  }

  #refuse(error) {
    if (isCrash(error)) {
      this.#page.stop(error);
    }
    if (isCrash(error) || !this.#mayKeep) {
      return;
    }
    this.#mode = 'refused';
    this.#why = reasonOf(error);
    if (!this.#told) {
      this.#told = `${this.#why} ${why.stays}`;
      console.warn(error);
      this.#page.tell(this.#told);
    }
    this.#show();
  }

  #show() {
    const now = this.#heads.of(this.#last?.id);
    const kept = now ? `Kept on this device at ${moment(now.changedAt)}.` : '';
    const isGone = this.#forgotten.has(this.#current);
    const page = {
      keeping: this.#mode === 'closed' ? 'refused' : this.#mode,
      is_set: this.#isSet,
      is_newer: Boolean(this.#store?.isNewer),
      words: this.#mode !== 'on' ? this.#why : isGone ? why.forgotten : kept,
      set_aside: this.#heads.asideCount,
      kept: describeKept(this.#heads.all),
      ...this.#checks,
    };
    const text = JSON.stringify(page);
    if (text !== this.#shown) {
      this.#shown = text;
      this.#page.show(() => this.#page.session().surroundings(page));
    }
  }
}
