// Acts that are done one after the other, each for a limited time before it is said that it takes too long.
//
// Does not end an act: what is late may still come.
/** Acts in their order. */
export class Turns {
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();
  #longest;
  #fail;
  #arrive;

  /**
   * fail(error): an act failed, or has not ended after `longest` milliseconds: a TimeoutError; arrive(): it has ended well
   * after that.
   * @param {number} longest
   * @param {(error: unknown) => void} fail
   * @param {() => void} arrive
   */
  constructor(longest, fail, arrive) {
    this.#longest = longest;
    this.#fail = fail;
    this.#arrive = arrive;
  }

  /**
   * Does act() when all before it are done. Resolves when it has ended, however it did.
   * @param {() => unknown} act
   */
  take(act) {
    const watched = async () => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        this.#fail(new DOMException('The browser’s database does not answer.', 'TimeoutError'));
      }, this.#longest);
      try {
        await act();
        isLate && this.#arrive();
      } finally {
        clearTimeout(timer);
      }
    };
    this.#queue = this.#queue.then(watched).catch((error) => this.#fail(error));
    return this.#queue;
  }

  /**
   * The same for what somebody waits for: its time runs from now, whatever is before it. warn(): it failed or is late, and
   * nothing else is told of that. Resolves to "done", "late", which is done too, or "failed".
   * @param {() => unknown} act
   * @param {() => void} warn
   */
  insist(act, warn) {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      warn();
    }, this.#longest);
    const outcome = this.#queue.then(act).then(
      () => (isLate ? 'late' : 'done'),
      (error) => {
        console.warn(error);
        isLate || warn();
        return 'failed';
      },
    ).finally(() => clearTimeout(timer));
    this.#queue = outcome.catch((error) => this.#fail(error));
    return outcome;
  }

  /**
   * Nothing more is done before `promise` has resolved, however long that takes.
   * @param {Promise<unknown>} promise
   */
  hold(promise) {
    this.#queue = this.#queue.then(() => promise).catch((error) => this.#fail(error));
  }
}
