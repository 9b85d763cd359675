// What is said to a screen reader without moving the focus: politely, once, and results only when they have settled.
//
// Does not decide what is worth saying.
import { element } from './dom.mjs';

const settlingTime = 900; // milliseconds without a change before a result is said

export class Announcer {
  #region = element('div', { className: 'unseen', role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true' });
  #settling = new Map();
  #timer = 0;

  constructor(root) {
    root.append(this.#region);
  }

  /** Says a text now. The same text twice is said twice. */
  say(text) {
    this.#region.textContent = this.#region.textContent === text ? `${text}\u00a0` : text;
  }

  /** Says what a part of the screen has become once it has stopped changing; only its last text is said. */
  settle(part, text) {
    this.#settling.set(part, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.say([...this.#settling.values()].join('. '));
      this.#settling.clear();
    }, settlingTime);
  }
}
