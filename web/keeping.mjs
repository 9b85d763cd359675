// Keeping: every change is on this device within a second, and found again after a reload, a crash or a killed tab.
//
// Decides when something is written, what is restored when the page comes, and what happens where two tabs have one
// packet: the second goes on as a copy and says so. Where the browser lets nothing be kept it says so once and goes on.
//
// Does not know what a packet says (the session does) nor how it is stored (store.mjs), and draws nothing.
import { moment, nameOf, reasonOf } from './kept_words.mjs';
import { Damaged, Store } from './store.mjs';
import { freshId, isCrash, ModuleError } from './wizard.mjs';

const pause = 100; // milliseconds without a change, after which it is kept
const longest = 200; // milliseconds that a change waits at most while others follow; writing takes its own time
const patience = 1500; // milliseconds that the page waits for the browser's database when it comes
const longestAct = 5000; // milliseconds after which a database that has not answered keeps nothing
const tries = 5; // to have a packet alone: a tab that was just closed or loaded again still holds it for a moment
const between = 80; // milliseconds between them
const tabKey = 'telework.packet';
const sharedKey = 'telework.shared-computer';
const byAgency = 'set'; // what is under sharedKey where the agency says so
const channelName = 'telework-packets';

export class Keeping {
  #page;
  #store;
  #opening; // the store that is being opened
  #mode = 'on'; // on, shared, refused
  #why = ''; // nothing is kept
  #isSet = false; // by the agency: that this is a shared computer
  #tab = freshId();
  #heads = [];
  #asideCount = 0;
  #checks = {};
  #shown = ''; // the surroundings as the session has them
  #isDirty = false;
  #since = 0; // the first change that is not kept yet
  #timer = 0;
  #last; // what was captured last
  #current = ''; // the id of the packet in the session, where that one was not restored since
  #waiting = new Map(); // id → what is to be written
  #queue = Promise.resolve();
  #held; // the packet that no other tab can have open: {id, release}
  #abandoned = ''; // the packet that was forgotten in another tab
  #isTold = false; // that nothing can be kept
  #channel;

  /**
   * @param page session(): the session at hand; show(act): does something in it and shows what changed; tell(text): says
   *   it on the screen; save({name, media_type, content}): offers a file; hasChosen(): whether something was chosen that
   *   the session has not taken in yet; stop(error): after a mistake of ours
   */
  constructor(page) {
    this.#page = page;
  }

  /** What the session asks of the page. */
  effects = {
    keep_open: ({ id }) => this.#enqueue(() => this.#openKept(id)),
    keep_forget: ({ id }) => this.#forget(id),
    keep_forget_all: () => this.#forgetAll(),
    keep_shared: ({ content }) => this.#share(content === 'yes'),
    keep_save_aside: () => this.#enqueue(() => this.#saveAside()),
  };

  /** Whether what is on the screen is kept, or will be when the page goes. */
  get isOn() {
    return this.#mode === 'on' && this.#abandoned !== this.#last?.id;
  }

  /** Begins to open what is kept, while the wizard is still loading. */
  prepare() {
    if (!this.#opening && !this.#isShared()) {
      this.#opening = Store.open(this.#tab);
      this.#opening.catch(() => {}); // Whoever waits for it is told.
    }
  }

  /**
   * Restores what this tab had, or the newest packet that is in no file. Resolves once the person can go on. `isSet`
   * resolves to whether the agency says that its computers are shared; undefined where that cannot be known.
   */
  async begin(isSet) {
    addEventListener('pagehide', () => this.#keepAtOnce());
    addEventListener('pageshow', ({ persisted }) => persisted && this.#comeBack());
    document.addEventListener('visibilitychange', () => document.hidden && this.#keepAtOnce());
    this.#listen();
    if (this.#isShared()) {
      this.#becomeShared();
    }
    // Nothing is kept before that is known, unless it takes too long.
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, patience)));
    const known = isSet.then((is) => this.#obey(is));
    this.#queue = Promise.race([known, late]);
    const restored = this.#enqueue(() => this.#mode === 'on' && this.#restore());
    await (this.#mode === 'shared' || Promise.race([restored, late]));
    clearTimeout(timer);
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
      this.#enqueue(() => this.#write());
    }
  }

  // What is to be kept now; nothing where that is nothing or the same as before.
  #capture() {
    clearTimeout(this.#timer);
    this.#isDirty = false;
    if (this.#mode === 'shared') {
      return undefined;
    }
    let whereabouts;
    let packet;
    try {
      whereabouts = this.#page.session().whereabouts();
      packet = this.#page.session().packet();
    } catch (error) {
      this.#page.stop(error);
      return undefined;
    }
    const place = JSON.parse(whereabouts);
    const { id, file = '', is_changed: isChanged, typed } = place;
    if (!id) {
      // Out of a file that names none: two of these would be taken for one.
      this.#page.show(() => this.#page.session().goOnAs(freshId()));
      return this.#capture();
    }
    const last = this.#last?.id === id ? this.#last : undefined;
    if (this.#current && this.#current !== id) {
      this.#store?.unsee(id); // A file was opened, or a new packet begun.
    }
    this.#current = id;
    const isNothing = !hasWork(place) && !this.#heads.some((head) => head.id === id);
    if (isNothing || id === this.#abandoned || (last?.packet === packet && last.whereabouts === whereabouts)) {
      return undefined;
    }
    const changedAt = last?.packet === packet && last.typed === typed ? last.changedAt : Date.now();
    const { revision = 1 } = JSON.parse(packet);
    const name = nameOf(packet);
    this.#last = { id, packet, whereabouts, typed, revision, changedAt, name, file, isUnsaved: isChanged || Boolean(typed) };
    return this.#last;
  }

  async #write() {
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

  async #writeOne(record) {
    await this.#ready();
    let kept = record;
    let outcome = (await this.#hold(record.id)) ? await this.#store.keep(record) : 'foreign';
    if (outcome === 'gone') {
      this.#abandoned = record.id;
      this.#page.tell('This packet was forgotten in another tab. It is on this screen alone: save it to a file.');
      return;
    }
    if (outcome === 'foreign') {
      kept = this.#asCopy(record);
      await this.#hold(kept.id);
      outcome = await this.#store.keep(kept);
    }
    this.#mode = 'on';
    const isNew = this.#noteHead(kept);
    remember('sessionStorage', tabKey, kept.id);
    if (isNew) {
      this.#say('changed');
    }
  }

  // The head of what was just kept goes first; whether it had another name or place among the heads before.
  #noteHead({ id, name, file, revision, changedAt, isUnsaved }) {
    const before = this.#heads.find((head) => head.id === id);
    const revisions = [{ revision, changedAt }, ...(before?.revisions ?? []).filter((one) => one.revision !== revision)];
    const head = { id, name, file, revision, changedAt, isUnsaved, revisions };
    this.#heads = [head, ...this.#heads.filter((one) => one !== before)].sort((a, b) => b.changedAt - a.changedAt);
    return before?.name !== name || before.isUnsaved !== isUnsaved;
  }

  // Another tab has this packet: what is here goes on under an id of its own.
  #asCopy(record) {
    const id = freshId();
    const renamed = (text) => text.replace(/"id":\s*"(?:[^"\\]|\\.)*"/, () => `"id": ${JSON.stringify(id)}`);
    if (this.#last?.id === record.id) {
      this.#page.show(() => this.#page.session().goOnAs(id));
      this.#current = '';
      this.#last = undefined;
      this.#page.tell(
        'This packet is open in another tab, or kept here with other changes. It goes on as a copy, so that neither overwrites the other.',
      );
    }
    return { ...record, id, packet: renamed(record.packet), whereabouts: renamed(record.whereabouts) };
  }

  // The page is going or out of sight: nothing can be waited for.
  #keepAtOnce() {
    const record = (this.#isDirty && this.#capture()) || this.#waiting.get(this.#current);
    if (!record) {
      return;
    }
    const { id } = record;
    this.#waiting.set(id, record);
    if (this.#held?.id === id && this.#held.isSure && this.#store?.knows(id)) {
      const head = this.#heads.find((one) => one.id === id);
      const written = () => this.#waiting.get(id) === record && this.#waiting.delete(id);
      this.#store.keepAtOnce(record, head).then(written, () => this.#enqueue(() => this.#write()));
      this.#noteHead(record);
    } else {
      this.#enqueue(() => this.#write());
    }
  }

  // The page was put away whole and is shown again: meanwhile another tab may have taken its packet.
  #comeBack() {
    this.#held?.release();
    this.#held = undefined;
    if (this.#mode === 'on') {
      this.#enqueue(async () => {
        await this.#ready();
        await this.#list();
        this.#show();
      });
    }
  }

  #enqueue(act) {
    const watched = async () => {
      const slow = new DOMException('The browser’s database does not answer.', 'TimeoutError');
      const timer = setTimeout(() => this.#refuse(slow), longestAct);
      try {
        await act();
      } finally {
        clearTimeout(timer);
      }
    };
    this.#queue = this.#queue.then(watched).catch((error) => this.#refuse(error));
    return this.#queue;
  }

  async #ready() {
    if (!this.#store) {
      this.prepare();
      const opening = this.#opening;
      this.#opening = undefined;
      this.#store = await opening;
    }
  }

  // Whether no other tab has this packet open. Where there are no locks the store finds out when it writes.
  async #hold(id) {
    if (this.#held?.id === id) {
      return true;
    }
    this.#held?.release();
    this.#held = await new Promise((resolve) => {
      const take = (lock) => lock && new Promise((release) => resolve({ id, release, isSure: true }));
      const ask = navigator.locks?.request(`${tabKey} ${id}`, { ifAvailable: true }, take) ?? Promise.reject();
      ask.then(
        () => resolve(undefined),
        () => resolve({ id, release() {}, isSure: false }),
      );
    });
    return Boolean(this.#held);
  }

  // ---- Restoring and opening ----

  async #restore() {
    await this.#ready();
    await this.#list();
    if (this.#store.isBegunAnew) {
      this.#page.tell('What was kept on this device could not be read. It was set aside, and keeping has begun anew.');
    }
    const own = recall('sessionStorage', tabKey);
    const head = this.#heads.find(({ id }) => id === own) ?? (await this.#newestUnsaved());
    if (head) {
      await this.#holdPatiently(head.id);
      const mayReplace = () => !this.#page.hasChosen() && !hasWork(JSON.parse(this.#page.session().whereabouts()));
      await this.#goOn(head, head.revision, `${head.name} is here again, as it was at ${moment(head.changedAt)}.`, mayReplace);
    }
    this.#show();
  }

  async #newestUnsaved() {
    const [newest, ...others] = this.#heads.filter(({ isUnsaved }) => isUnsaved);
    if (newest && (await this.#holdPatiently(newest.id))) {
      return newest;
    }
    for (const head of others) {
      if (await this.#hold(head.id)) {
        return head;
      }
    }
    return undefined;
  }

  async #holdPatiently(id) {
    for (let tried = 1; !(await this.#hold(id)); ++tried) {
      if (tried === tries) {
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, between));
    }
    return true;
  }

  // `which`: a packet's id, or "id/revision" for an earlier state of it.
  async #openKept(which) {
    await this.#ready();
    const head = this.#heads.find(({ id }) => id === which || which.startsWith(`${id}/`));
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
        await this.#list();
        return;
      }
      if (!mayReplace()) {
        this.#page.tell(`${head.name} is kept here, as it was at ${moment(head.changedAt)}: on Start it can be opened.`);
        return;
      }
      this.settle();
      const isEarlier = revision !== head.revision;
      isCopy = isEarlier || !(await this.#hold(head.id));
      const { file, ...place } = JSON.parse(state.whereabouts);
      const whereabouts = isCopy
        ? JSON.stringify({ ...place, id: freshId(), is_changed: true })
        : JSON.stringify({ ...place, file, id: head.id });
      this.#current = '';
      isResumed = this.#page.show(() => this.#page.session().resume(state.packet, whereabouts));
      const copied = isEarlier ? `Revision ${revision} of it goes on as a copy.` : 'It is open in another tab: here it goes on as a copy.';
      this.#page.tell(isCopy ? `${words} ${copied}` : words);
    } catch (error) {
      if (error instanceof ModuleError || isCrash(error)) {
        await this.#store.setAside(head.id); // Or it would end each visit that restores it.
      }
      if (!(error instanceof Damaged || error instanceof ModuleError)) {
        throw error;
      }
      await this.#list();
      this.#page.tell(`${head.name} could not be read as it was kept. It was set aside; on Start it can be saved as a file.`);
    }
    if (isResumed && !isCopy) {
      this.#last = undefined;
      remember('sessionStorage', tabKey, head.id);
    }
  }

  async #list() {
    this.#heads = await this.#store.list();
    this.#asideCount = await this.#store.asideCount();
  }

  async #saveAside() {
    const content = JSON.stringify(await this.#store.aside(), null, 2);
    this.#page.save({ name: 'telework-damaged.json', media_type: 'application/json', content });
  }

  // ---- Forgetting ----

  #forget(id) {
    this.#drop(id);
    this.#heads = this.#heads.filter((head) => head.id !== id);
    this.#show();
    this.#enqueue(async () => {
      await this.#ready();
      await this.#store.forget(id);
      this.#say('changed');
    });
  }

  #forgetAll() {
    this.#drop(this.#last?.id);
    this.#waiting.clear();
    this.#heads = [];
    this.#asideCount = 0;
    this.#show();
    this.#enqueue(async () => {
      await (this.#store ?? new Store()).forgetAll();
      this.#say('changed');
    });
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
    if (this.#held && this.#held.id === id) {
      this.#held.release();
      this.#held = undefined;
    }
  }

  // The agency's configuration says that its computers are shared, does not say so any more, or could not be had.
  #obey(isSet) {
    if (isSet) {
      remember('localStorage', sharedKey, byAgency);
      this.#becomeShared(true);
      this.#forgetAll();
      this.#say('shared');
    } else if (isSet === false && this.#isSet) {
      this.#isSet = false;
      this.#share(false);
    }
  }

  #share(isShared) {
    remember('localStorage', sharedKey, isShared ? 'yes' : undefined);
    if (isShared) {
      this.#becomeShared();
      this.#forgetAll();
      this.#say('shared');
    } else {
      this.#mode = 'on';
      this.changed();
      this.#show();
    }
  }

  #isShared() {
    return recall('localStorage', sharedKey) !== undefined;
  }

  #becomeShared(isSet = recall('localStorage', sharedKey) === byAgency) {
    this.#mode = 'shared';
    this.#isSet = isSet;
    this.#why = 'This is a shared computer: nothing is kept here.';
    this.#waiting.clear();
    this.#heads = [];
    remember('sessionStorage', tabKey, undefined);
    this.#show();
  }

  // ---- The other tabs, and the screen ----

  #listen() {
    try {
      this.#channel = new BroadcastChannel(channelName);
    } catch {
      return; // A frame without an origin of its own has no other tabs to hear of.
    }
    this.#channel.onmessage = ({ data }) => {
      if (data === 'shared') {
        this.#becomeShared();
      } else if (this.#store && this.#mode === 'on') {
        this.#enqueue(async () => {
          await this.#list();
          this.#show();
        });
      }
    };
  }

  #say(what) {
    this.#channel?.postMessage(what);
  }

  // Something was not written: the next change takes it with it.
  #fail(error) {
    this.#last = undefined;
    this.#refuse(error);
  }

  #refuse(error) {
    if (isCrash(error)) {
      this.#page.stop(error);
      return;
    }
    if (this.#mode === 'shared') {
      return;
    }
    this.#mode = 'refused';
    this.#why = reasonOf(error);
    if (!this.#isTold) {
      this.#isTold = true;
      console.warn(error);
      this.#page.tell(`${this.#why} Everything stays on the screen; save it to a file.`);
    }
    this.#show();
  }

  #show() {
    const kept = this.#heads.map(({ id, name, revision, changedAt, isUnsaved, revisions }) => ({
      id,
      name,
      words: `Revision ${revision} · ${moment(changedAt)} · ${isUnsaved ? 'changes are in no file yet' : 'saved to a file'}`,
      earlier: revisions
        .filter((one) => one.revision !== revision)
        .map((one) => ({ id: `${id}/${one.revision}`, words: `revision ${one.revision}, ${moment(one.changedAt)}` })),
    }));
    const now = this.#heads.find(({ id }) => id === this.#last?.id);
    const words = this.#mode !== 'on' ? this.#why : now ? `Kept on this device at ${moment(now.changedAt)}.` : '';
    const page = { keeping: this.#mode, is_set: this.#isSet, words, set_aside: this.#asideCount, kept, ...this.#checks };
    const text = JSON.stringify(page);
    if (text !== this.#shown) {
      this.#shown = text;
      this.#page.show(() => this.#page.session().surroundings(page));
    }
  }
}

// Whether whereabouts are those of a packet in which something was done, or that came out of a file.
function hasWork({ is_changed: isChanged, file, typed, ...place }) {
  return isChanged || Boolean(file || typed) || Object.keys(place).some((name) => /^walk:|^helper\.monthly$|^what_if\./.test(name));
}

// Both storages can be closed to the page; what they hold is then asked for and kept nowhere.
function recall(storage, key) {
  try {
    return globalThis[storage].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(storage, key, value) {
  try {
    if (value === undefined) {
      globalThis[storage].removeItem(key);
    } else {
      globalThis[storage].setItem(key, value);
    }
  } catch {
    // As above.
  }
}
