// The second half of the wizard, which comes while a person answers: what needs it waits, in its order, and is done once
// it is there.
//
// Does not know what an act does. What did not need it was done at once.
import { NotYetThere } from '../package/wizard.mjs';

/** What is done with the second half of the wizard, or waits for it. */
export class SecondHalf {
  #root;
  /** @type {(() => void)[]} */
  #putOff = [];
  /** @type {unknown} why it does not come, once that is known */
  failure;

  /**
   * @param {HTMLElement} root shows that something waits
   * @param {Promise<unknown>} comes a promise that it is there
   */
  constructor(root, comes) {
    this.#root = root;
    this.comes = comes.then(
      () => this.#doWhatWasPutOff(),
      (error) => {
        this.failure = error;
        throw error;
      },
    );
  }

  /**
   * Does the act now, or after those that wait already; an Error of another kind goes to `fail`.
   * @param {() => void} act
   * @param {(error: unknown) => void} fail
   */
  do(act, fail) {
    if (this.#putOff.length > 0) {
      this.#putOff.push(() => this.do(act, fail));
      return;
    }
    try {
      act();
    } catch (error) {
      if (!(error instanceof NotYetThere)) {
        fail(error);
        return;
      }
      this.#putOff.push(() => this.do(act, fail));
      this.#root.dataset.waiting = '';
    }
  }

  /**
   * What the act gives, now or once the second half is there. Rejects with the act's own Error.
   * @template Given
   * @param {() => Given} act
   */
  async answerOf(act) {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof NotYetThere)) {
        throw error;
      }
    }
    await this.comes;
    return act();
  }

  #doWhatWasPutOff() {
    delete this.#root.dataset.waiting;
    this.#putOff.splice(0).forEach((act) => act());
  }
}
