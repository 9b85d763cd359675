// What the tabs of one browser have between them: the packet that one has to itself, by the browser's locks, and what they
// say to each other. Where there are no locks (plain HTTP) nobody can be sure of a packet: the store finds out when it
// writes.
//
// Does not know what a packet says nor where it is kept.
const tries = 5; // a tab that was just closed or loaded again still holds its packet for a moment
const between = 80; // milliseconds between them

/** @typedef {'changed' | 'shared' | {forgotten: string}} Word  what a tab says to the others */
/** @typedef {{id: string, release: (value?: unknown) => void, isSure: boolean}} Found */

/** The packet that this tab has to itself. */
export class Hold {
  /** @type {string | undefined} the packet's id, while one is held */
  id;
  /** Whether no other tab can have it. */
  isSure = false;

  #prefix;
  /** @type {(value?: unknown) => void} */
  #release = () => {};

  /** @param {string} prefix begins the names of the locks */
  constructor(prefix) {
    this.#prefix = prefix;
  }

  /**
   * Takes a packet in place of the one that is held; gives whether no other tab is known to have it open.
   * @param {string} id
   */
  async take(id) {
    if (this.id === id) {
      return true;
    }
    this.release();
    /** @type {Found | undefined} */
    const found = await new Promise((resolve) => {
      const hold = (/** @type {Lock | null} */ lock) => lock && new Promise((release) => resolve({ id, release, isSure: true }));
      const ask = navigator.locks?.request(`${this.#prefix} ${id}`, { ifAvailable: true }, hold) ?? Promise.reject();
      ask.then(
        () => resolve(undefined),
        () => resolve({ id, release() {}, isSure: false }),
      );
    });
    if (found) {
      this.id = id;
      this.isSure = found.isSure;
      this.#release = found.release;
    }
    return Boolean(found);
  }

  /**
   * The same, with a few tries: a tab that was just closed holds its packet for a moment.
   * @param {string} id
   */
  async takePatiently(id) {
    for (let tried = 1; !(await this.take(id)); ++tried) {
      if (tried === tries) {
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, between));
    }
    return true;
  }

  /** Another tab may have it. */
  release() {
    this.#release();
    this.#release = () => {};
    this.id = undefined;
    this.isSure = false;
  }
}

/** What the tabs say to each other. */
export class Channel {
  /** @type {BroadcastChannel | undefined} */
  #channel;

  /**
   * @param {string} name
   * @param {(what: Word) => void} hear what another tab said
   */
  constructor(name, hear) {
    try {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }) => hear(data);
    } catch {
      // A frame without an origin of its own has no other tabs to hear of.
    }
  }

  /** @param {Word} what */
  say(what) {
    this.#channel?.postMessage(what);
  }
}
