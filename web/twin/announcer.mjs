// What is said to a screen reader without moving the focus: politely, and everything of one moment together.
//
// Does not decide what is worth saying.
import { element } from './dom.mjs';

const moment = 100; // milliseconds in which texts are gathered; a screen reader would drop all but the last
const pause = 600; // milliseconds without a key, after which what is being typed has settled

export class Announcer {
  #region = element('div', { className: 'unseen', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' });
  /** @type {string[]} */
  #texts = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settling; // the time-out before what changes with each key is said

  /** @param {Element} root */
  constructor(root) {
    root.append(this.#region);
  }

  /**
   * Says a text. The same text twice is said twice.
   * @param {string} text
   */
  say(text) {
    if (this.#texts.push(text) === 1) {
      setTimeout(() => this.#sayAll(), moment);
    }
  }

  /**
   * Says what changes with each key, once it has settled: the last such text.
   * @param {string} text
   */
  sayLater(text) {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.say(text), pause);
  }

  #sayAll() {
    const text = this.#texts.splice(0).filter(Boolean).join(' ');
    this.#region.textContent = this.#region.textContent === text ? `${text}\u00a0` : text;
  }
}
