// Acts that are done one after the other, each for a limited time before it is said that it takes too long.
//
// Does not end an act: what is late may still come.
export class Turns {
  #queue = Promise.resolve();
  #longest;
  #fail;

  /** fail(error): an act failed, or has not ended after `longest` milliseconds: a TimeoutError. */
  constructor(longest, fail) {
    this.#longest = longest;
    this.#fail = fail;
  }

  /** Does act() when all before it are done. Resolves when it has ended, however it did. */
  take(act) {
    const watched = async () => {
      const slow = new DOMException('The browser’s database does not answer.', 'TimeoutError');
      const timer = setTimeout(() => this.#fail(slow), this.#longest);
      try {
        await act();
      } finally {
        clearTimeout(timer);
      }
    };
    this.#queue = this.#queue.then(watched).catch((error) => this.#fail(error));
    return this.#queue;
  }
}
