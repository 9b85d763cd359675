// The packets that are kept on this device: several by their id, each with the last state of its latest revisions, in
// IndexedDB.
//
//   packets   one head each: {id, name, file, revision, changedAt, count, isUnsaved, stamp,
//             revisions: [{revision, changedAt}]}
//   states    what is gone on from: {id, revision, changedAt, packet, whereabouts}, by [id, revision]
//   aside     records that could not be read, as they were found
//
// A head and its state are written in one transaction or not at all, and never over what another tab has written. Which
// packet was changed last goes by `count`, which only grows: a clock can be set back. What a newer version of this tool
// has kept is read and never written. Does not know what a packet says, and shows nothing.
import { deleteDB } from 'idb';
import { allOrNothing, nameOf, openAnswered, remove } from './databases.mjs';
import { countOf, isHead, isState } from './found.mjs';
import { recall, remember } from './remembered.mjs';
import { doubt, doubtAfter, isInDoubt, Room } from './room.mjs';

/** @import {IDBPDatabase} from 'idb' */
/** @import {Writing} from './databases.mjs' */
/** @import {Content, Head, Kept, LastWords, Outcome, State, Trail} from './types.mjs' */

const base = 'telework-packets';
const version = 1;
const names = [base, `${base}-2`, `${base}-3`]; // the others stand in for the first while that cannot be opened
/** @type {Record<string, IDBObjectStoreParameters>} */
const stores = { packets: { keyPath: 'id' }, states: { keyPath: ['id', 'revision'] }, aside: { autoIncrement: true } };
const mostRevisions = 8;

// What a browser says when it does not let the page keep anything; any other failure is the database's own.
const refusals = ['SecurityError', 'InvalidStateError', 'NotAllowedError', 'QuotaExceededError', 'VersionError', 'AbortError'];

// What it says of a connection that it has closed without a word, as some do to a page that was frozen.
const broken = ['InvalidStateError', 'UnknownError'];

const standInKey = 'telework.store-stand-in'; // is there while a stand-in may have something

/** A kept packet could not be read; it has been set aside. */
export class Damaged extends Error {}

/** The store, as one tab has it. */
export class Store {
  /** What was kept here could not be read, and this is a new store. */
  isBegunAnew = false;

  /** A newer version of this tool keeps its own here: it can be read, and nothing is written. */
  isNewer = false;

  /** @type {IDBPDatabase | undefined} */
  #db;
  /** @type {Promise<void> | undefined} */
  #opening; // while it is being opened
  /** @type {string | undefined} */
  #name;
  #writer = ''; // begins each stamp of this tab
  #writes = 0;
  /** @type {Map<string, string | undefined>} */
  #seen = new Map(); // id → the stamp that this tab has read or written
  /** @type {Map<string, Set<string>>} */
  #tried = new Map(); // id → the stamps of writes that were not done yet, or failed, as far as this tab was told
  #newest = 0; // the highest count that was seen
  #room = new Room();
  #lost = () => {};

  /**
   * Opens what is kept here; where that is damaged it is set aside and a new store begun. Rejects where the browser lets
   * nothing be kept. `writer`: an id of this tab alone; lost() is called when the database was closed from elsewhere, and
   * what it had may be gone.
   * @param {string} writer
   * @param {() => void} lost
   */
  static async open(writer, lost) {
    const store = new Store();
    store.#writer = writer;
    store.#lost = lost;
    await store.#open();
    return store;
  }

  /** The heads, the one that was changed last first. What cannot be read is set aside. */
  async list() {
    /** @type {Head[]} */
    const heads = await this.#reliably((db) => (isOfThisShape(db) ? db.getAll('packets') : []));
    const good = heads.filter(isHead);
    for (const head of heads.filter((one) => !isHead(one))) {
      await this.#setAside(head.id).catch(() => {}); // Where nothing can be written it stays where it is.
    }
    this.#newest = Math.max(this.#newest, ...good.map(countOf));
    return good.sort(Store.order);
  }

  /**
   * All that the database has, as it is.
   * @returns {Promise<Content>}
   */
  async everything() {
    return contentOf(await this.#open());
  }

  /** How many records were set aside. */
  async asideCount() {
    const db = await this.#open();
    return this.isNewer ? 0 : db.count('aside');
  }

  /** What was set aside, or all that a newer version has kept, as a file: {name, media_type, content}. */
  async asFile() {
    const db = await this.#open();
    const content = JSON.stringify(await (this.isNewer ? contentOf(db) : db.getAll('aside')), null, 2);
    return { name: this.isNewer ? 'telework-kept.json' : 'telework-damaged.json', media_type: 'application/json', content };
  }

  /**
   * The state of a packet or of one of its revisions. Rejects with Damaged; undefined where there is none.
   * @param {string} id
   * @param {number} [revision]
   * @returns {Promise<State | undefined>}
   */
  async read(id, revision) {
    const head = await this.#reliably((db) => db.get('packets', id));
    if (!head) {
      return undefined;
    }
    const state = await (await this.#open()).get('states', [id, revision ?? head.revision]);
    if (!isState(state)) {
      await this.setAside(id);
      throw new Damaged(head.name);
    }
    this.#seen.set(id, head.stamp);
    return state;
  }

  /**
   * Keeps a state {id, revision, changedAt, packet, whereabouts} with its {name, file, isUnsaved}. Gives "kept", or
   * writes nothing and gives "foreign" where another tab wrote this packet since it was read here, or "gone" where it
   * was forgotten meanwhile.
   * @param {Kept} record
   * @returns {Promise<Outcome>}
   */
  async keep(record) {
    await this.#room.makeSure();
    return this.#reliably((db) => this.#keepIn(db, record));
  }

  /**
   * @param {IDBPDatabase} db
   * @param {Kept} record
   * @returns {Promise<Outcome>}
   */
  async #keepIn(db, record) {
    const { transaction, packets } = this.#begin(db);
    const there = await packets.get(record.id);
    const trail = this.trailOf(record.id);
    if (!there && trail.known) {
      return 'gone';
    }
    if (there && !mayFollow(there, trail)) {
      return 'foreign';
    }
    await this.#put(transaction, record, there);
    return 'kept';
  }

  /**
   * The same without asking first, for a page that is going: begun before this returns, and only for a packet that no other
   * tab can have open.
   * @param {Kept} record
   * @param {Head | undefined} head
   * @returns {Promise<unknown>}
   */
  async keepAtOnce(record, head) {
    return this.#db && !isInDoubt() ? this.#put(this.#begin(this.#db).transaction, record, head) : this.keep(record);
  }

  /**
   * Keeps the last words of a page that is gone in the same way, unless what is kept of their packet says the same or was
   * changed later. Gives "foreign" where that page itself would have gone on as a copy.
   * @param {LastWords} words
   * @param {() => boolean} areSaid asked once nothing comes between: whether they were not taken back
   * @returns {Promise<Outcome>}
   */
  async takeUp(words, areSaid) {
    await this.#room.makeSure();
    return this.#reliably((db) => this.#takeUpIn(db, words, areSaid));
  }

  /**
   * @param {IDBPDatabase} db
   * @param {LastWords} words
   * @param {() => boolean} areSaid
   * @returns {Promise<Outcome>}
   */
  async #takeUpIn(db, words, areSaid) {
    const { transaction, packets } = this.#begin(db);
    const { id, revision, changedAt, packet, whereabouts } = words;
    /** @type {Head | undefined} */
    const there = await packets.get(id);
    /** @type {State | undefined} */
    const state = await transaction.objectStore('states').get([id, revision]);
    const isSame = there?.revision === revision && state?.packet === packet && state.whereabouts === whereabouts;
    if (isSame || (there && there.changedAt > changedAt) || !areSaid()) {
      return 'kept';
    }
    if (there && !mayFollow(there, words)) {
      return 'foreign';
    }
    await this.#put(transaction, words, there);
    this.unsee(id); // What this tab may have of the packet is from before.
    return 'kept';
  }

  /**
   * Which of two heads was changed last: below 0 where that is `a`.
   * @param {Head} a
   * @param {Head} b
   */
  static order(a, b) {
    return countOf(b) - countOf(a);
  }

  /**
   * What this tab knows of the writes of a packet.
   * @param {string} id
   * @returns {Trail}
   */
  trailOf(id) {
    return { writer: this.#writer, known: this.#seen.get(id), tried: [...(this.#tried.get(id) ?? [])] };
  }

  /**
   * Whether this tab has read or written the packet.
   * @param {string} id
   */
  knows(id) {
    return this.#seen.has(id);
  }

  /**
   * What this tab has of the packet now is not from here.
   * @param {string} id
   */
  unsee(id) {
    this.#seen.delete(id);
    this.#tried.delete(id);
  }

  /**
   * Forgets a packet with all its states. Rejects where it is not done.
   * @param {string} id
   */
  async forget(id) {
    await this.#room.makeSure();
    await this.#reliably((db) => {
      this.#mayWrite();
      const transaction = db.transaction(['packets', 'states'], 'readwrite');
      return allOrNothing(transaction, (ask) => {
        ask(transaction.objectStore('packets').delete(id));
        ask(transaction.objectStore('states').delete(allOf(id)));
      });
    });
    this.#seen.delete(id);
  }

  /** Forgets everything, also what was set aside. */
  async forgetAll() {
    this.#seen.clear();
    // A database in use is emptied: deleting it would wait for each tab that has it open, and all that comes later too. One
    // of a newer version goes as a whole: what its parts mean is not known here.
    const inUse = this.isNewer ? undefined : this.#db?.name;
    if (inUse) {
      await this.#reliably(empty);
    } else {
      this.#db?.close();
      this.#db = undefined;
      this.isNewer = false;
    }
    await Promise.all(names.filter((name) => name !== inUse).map(remove));
  }

  /**
   * Takes a packet with all its states out of use, as it is; what a newer version keeps stays where it is.
   * @param {string} id
   */
  async setAside(id) {
    if (!this.isNewer) {
      await this.#setAside(id);
      this.#seen.delete(id);
    }
  }

  /** @param {string} id */
  async #setAside(id) {
    await this.#room.makeSure();
    await this.#reliably(async (db) => {
      this.#mayWrite();
      const { transaction, packets, states, aside } = beginAll(db);
      const [head, found] = await Promise.all([packets.get(id), states.getAll(allOf(id))]);
      await allOrNothing(transaction, (ask) => {
        ask(aside.add({ head, states: found }));
        ask(packets.delete(id));
        ask(states.delete(allOf(id)));
      });
    });
  }

  #mayWrite() {
    if (this.isNewer) {
      throw new DOMException('A newer version of this tool keeps its own here.', 'VersionError');
    }
  }

  /** @param {IDBPDatabase} db */
  #begin(db) {
    this.#mayWrite();
    const transaction = db.transaction(['packets', 'states'], 'readwrite', { durability: 'strict' });
    transaction.done.catch(() => {}); // Whoever waits for it is told.
    return { transaction, packets: transaction.objectStore('packets') };
  }

  /**
   * Counts the record, too.
   * @param {Writing} transaction
   * @param {Kept} record
   * @param {Head | undefined} before
   */
  async #put(transaction, record, before) {
    const { id, revision, changedAt, packet, whereabouts, name, file, isUnsaved } = record;
    const all = [{ revision, changedAt }, ...(before?.revisions ?? []).filter((one) => one.revision !== revision)];
    const stamp = `${this.#writer} ${(this.#writes += 1)}`;
    const revisions = all.slice(0, mostRevisions);
    const isSame = before?.changedAt === changedAt && Number.isFinite(before.count);
    const count = isSame ? countOf(before) : Math.max(Date.now(), this.#newest + 1);
    this.#newest = Math.max(this.#newest, count);
    record.count = count;
    /** @type {Set<string>} */
    const tried = this.#tried.get(id) ?? new Set();
    this.#tried.set(id, tried.add(stamp));
    try {
      await allOrNothing(transaction, (ask) => {
        const states = transaction.objectStore('states');
        ask(transaction.objectStore('packets').put({ id, name, file, revision, changedAt, count, isUnsaved, stamp, revisions }));
        ask(states.put({ id, revision, changedAt, packet, whereabouts }));
        all.slice(mostRevisions).forEach((old) => ask(states.delete([id, old.revision])));
      });
    } catch (error) {
      doubtAfter(error); // As far as is known nothing has changed.
      throw error;
    }
    this.#seen.set(id, stamp);
    tried.delete(stamp);
  }

  /**
   * Does it in the database, once more over a new connection where the one at hand turns out to be broken.
   * @template Given
   * @param {(db: IDBPDatabase) => Given | Promise<Given>} act
   * @returns {Promise<Given>}
   */
  async #reliably(act) {
    try {
      return await this.#try(act);
    } catch (error) {
      if (!this.#db || !broken.includes(nameOf(error))) {
        throw error;
      }
      this.#db.close();
      this.#db = undefined;
      await this.#room.makeSure();
      return this.#try(act);
    }
  }

  /**
   * @template Given
   * @param {(db: IDBPDatabase) => Given | Promise<Given>} act
   */
  async #try(act) {
    try {
      return await act(await this.#open());
    } catch (error) {
      doubtAfter(error);
      throw error;
    }
  }

  // The database, opened again where the browser or another tab has closed it: once, however many ask for it.
  async #open() {
    if (!this.#db) {
      this.#opening ??= this.#openFirst().finally(() => {
        this.#opening = undefined;
      });
      await this.#opening;
    }
    return /** @type {IDBPDatabase} */ (this.#db);
  }

  async #openFirst() {
    const wanted = this.#name ? [this.#name] : names;
    for (const name of wanted) {
      try {
        this.#db = await this.#openNamed(name);
        this.#name = name;
        break;
      } catch (error) {
        if (refusals.includes(nameOf(error)) || !globalThis.indexedDB || name === wanted.at(-1)) {
          throw error;
        }
      }
    }
    if (this.#name !== base) {
      remember('localStorage', standInKey, 'yes');
    } else if (!this.isNewer && recall('localStorage', standInKey) && !isInDoubt()) {
      await Promise.all(names.slice(1).map((name) => bringHome(/** @type {IDBPDatabase} */ (this.#db), name))).then(
        () => remember('localStorage', standInKey),
        (error) => console.warn(error), // They stay where they are, for the next time.
      );
    }
  }

  /** @param {string} name */
  async #openNamed(name) {
    /** @type {IDBPDatabase} */
    let db;
    const release = () => {
      this.#db = this.#db === db ? undefined : this.#db;
    };
    const open = (/** @type {number | undefined} */ wanted) =>
      openAnswered(name, wanted, {
        upgrade: (made) => {
          this.isBegunAnew ||= name !== base;
          makeStores(made);
        },
        // Another tab wants a newer version of it, or that it is no more.
        blocking: (current, next, event) => {
          /** @type {IDBDatabase} */ (event.target).close();
          release();
          if (next === null) {
            this.#name = undefined;
            this.#lost();
          }
        },
        terminated: () => {
          release();
          doubt();
          this.#lost();
        },
      });
    try {
      db = await open(version);
    } catch (error) {
      if (nameOf(error) !== 'VersionError') {
        throw error;
      }
      this.isNewer = true;
      return (db = await open(undefined));
    }
    if (!isOfThisShape(db)) {
      await this.#replace(db);
      db = await open(version);
      this.isBegunAnew = true;
    }
    await db.getAll('packets');
    return db;
  }

  /**
   * What a database of another shape has goes aside, in a stand-in until there is a new one in its place.
   * @param {IDBPDatabase} db
   */
  async #replace(db) {
    if (db.name !== base) {
      db.close();
      throw new DOMException('A database of another shape.', 'DataError');
    }
    await this.#room.makeSure();
    const found = await contentOf(db);
    db.close();
    const standIn = await openStandIn(names[1]);
    await standIn.add('aside', found);
    standIn.close();
    remember('localStorage', standInKey, 'yes');
    await deleteDB(base);
  }
}

const makeStores = (/** @type {IDBPDatabase} */ db) => Object.entries(stores).forEach(([store, options]) => db.createObjectStore(store, options));

/**
 * Whether nothing is lost where a tab writes over `there`: it wrote or read it, or a file has it.
 * @param {Head} there
 * @param {Trail} trail of that tab
 */
function mayFollow({ isUnsaved, stamp = '' }, { writer, known, tried }) {
  const isOwn = known ? stamp === known || String(stamp).startsWith(writer) : !isUnsaved;
  return isOwn || tried.includes(stamp);
}

/** @param {IDBPDatabase} db */
async function contentOf(db) {
  const found = await Promise.all([...db.objectStoreNames].map(async (name) => [name, await db.getAll(name)]));
  return Object.fromEntries(found);
}

const openStandIn = (/** @type {string} */ name) => openAnswered(name, version, { upgrade: makeStores });

/**
 * Brings what a stand-in has into the database, and removes it. Of a packet that both have, what was changed last goes on,
 * and the other goes aside.
 * @param {IDBPDatabase} db
 * @param {string} name
 */
async function bringHome(db, name) {
  const standIn = await openStandIn(name);
  /** @type {Content} */
  const coming = await contentOf(standIn);
  const { transaction, packets, states, aside } = beginAll(db);
  /** @type {Omit<Content, 'aside'>} */
  const there = { packets: await packets.getAll(), states: await states.getAll() };
  const whole = (/** @type {Omit<Content, 'aside'>} */ from, /** @type {Head} */ head) => ({ head, states: from.states.filter(({ id }) => id === head.id) });
  await allOrNothing(transaction, (ask) => {
    coming.aside.forEach((record) => ask(aside.add(record)));
    for (const head of coming.packets) {
      const other = there.packets.find(({ id }) => id === head.id);
      const isLater = !other || Store.order(head, other) < 0;
      if (other && other.stamp !== head.stamp) {
        ask(aside.add(isLater ? whole(there, other) : whole(coming, head)));
      }
      if (isLater) {
        ask(packets.put(head));
        ask(states.delete(allOf(head.id)));
        whole(coming, head).states.forEach((state) => ask(states.put(state)));
      }
    }
  });
  standIn.close();
  await remove(name);
}

/** @param {IDBPDatabase} db */
function beginAll(db) {
  const transaction = db.transaction(Object.keys(stores), 'readwrite');
  const [packets, states, aside] = Object.keys(stores).map((name) => transaction.objectStore(name));
  return { transaction, packets, states, aside };
}

/** @param {IDBPDatabase} db */
function empty(db) {
  const { transaction, ...parts } = beginAll(db);
  return allOrNothing(transaction, (ask) => Object.values(parts).forEach((part) => ask(part.clear())));
}

const isOfThisShape = (/** @type {IDBPDatabase} */ db) => Object.keys(stores).every((store) => db.objectStoreNames.contains(store));

const allOf = (/** @type {string} */ id) => IDBKeyRange.bound([id], [id, []]);
