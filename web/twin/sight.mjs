// What is in sight: a new step from its top, what gets the focus with its label, and what a person comes back to. No more
// is scrolled than is needed for it.
//
// In canvas view what is new has no place before the canvas has laid it out; then it is brought into sight, unless the
// person has done something meanwhile. Does not focus anything.

/** @import {Places} from './types.mjs' */

const margin = 24; // pixels, around what is brought into sight on the canvas
const millisecondsToSettle = 700; // in which the canvas lays out what is new

/**
 * What is to be seen: its element; whether it is the top of the screen, what stands above which comes along; and of what the
 * canvas has placed its parts.
 * @typedef {{target: HTMLElement, isTop: boolean, inks: () => HTMLElement[]}} Wanted
 */

export class Sight {
  #stage;
  #region;
  #isNewStep = false;
  #followed = ''; // the entry of the list of steps that was last brought into sight, and in which width
  /** @type {{bring: () => void, until: number} | undefined} */
  #sought;

  /**
   * @param {HTMLElement} stage
   * @param {(name: string) => HTMLElement | undefined} region the element of a region
   */
  constructor(stage, region) {
    this.#stage = stage;
    this.#region = region;
    // Whoever scrolls or goes on is not brought back.
    for (const act of ['wheel', 'keydown', 'touchmove', 'pointerdown']) {
      stage.ownerDocument.addEventListener(act, () => { this.#sought = undefined; }, { capture: true, passive: true });
    }
  }

  /**
   * Another step is shown.
   * @param {boolean} isFirst nothing has been scrolled then, and to scroll would be to lay out the page at once
   */
  begin(isFirst) {
    this.#isNewStep = true;
    if (isFirst) {
      return;
    }
    const result = this.#region('result');
    [result, result?.firstElementChild].forEach((scroller) => scroller?.scrollTo(0, 0));
  }

  /** @param {Wanted} wanted */
  bring({ target, isTop, inks }) {
    if (isTop && this.#isNewStep) {
      this.#toTop();
    }
    // On a step that one comes to, what is neither its top nor long stands in the middle, with what is around it.
    const isInMiddle = this.#isNewStep && !isTop && target.offsetHeight < innerHeight / 2;
    this.#isNewStep = false;
    this.#seek(() => {
      if (isTop && target.getBoundingClientRect().top < this.#topOfMain) {
        this.#toTop();
      } else if (this.#isCanvas) {
        this.#bringPlaced(target, inks(), isInMiddle);
      } else {
        target.scrollIntoView({ block: isInMiddle ? 'center' : 'nearest' });
      }
    });
  }

  /** The canvas has given places. */
  laidOut() {
    this.#followStep();
    if (this.#sought && performance.now() < this.#sought.until) {
      this.#sought.bring();
    }
  }

  /** Page view takes its place. */
  leaveCanvas() {
    this.#followed = '';
  }

  /** How far what scrolls is scrolled. */
  places() {
    return { page: scrollY, stage: this.#stage.scrollTop, main: this.#region('main')?.scrollTop ?? 0 };
  }

  /** @param {Places} places to which it is scrolled again */
  goBackTo({ page, stage, main }) {
    this.#seek(() => {
      scrollTo(scrollX, page);
      this.#stage.scrollTop = stage;
      this.#region('main')?.scrollTo(0, main);
    });
  }

  // Brings the current step into sight once, where the steps scroll; the person may then scroll them away.
  #followStep() {
    const steps = this.#region('steps');
    const current = steps?.querySelector('[aria-current]');
    const followed = steps && current ? `${current.id} ${steps.clientWidth}` : '';
    if (followed === this.#followed) {
      return;
    }
    this.#followed = followed;
    if (steps && current) {
      const [at, around] = [current, steps].map((target) => target.getBoundingClientRect());
      steps.scrollLeft += (at.left + at.right - around.left - around.right) / 2;
      steps.scrollTop += Math.max(at.bottom - around.bottom, 0) + Math.min(at.top - around.top, 0);
    }
  }

  get #isCanvas() {
    return Boolean(this.#stage.closest('[data-view="canvas"]'));
  }

  // In page view the page scrolls, and main with it.
  get #topOfMain() {
    return this.#isCanvas ? Math.max(this.#region('main')?.getBoundingClientRect().top ?? 0, 0) : 0;
  }

  #toTop() {
    scrollTo(scrollX, 0);
    this.#stage.scrollTop = 0;
    this.#region('main')?.scrollTo(0, 0);
  }

  /**
   * Does it now, and on the canvas again whenever more has been laid out.
   * @param {() => void} bring
   */
  #seek(bring) {
    this.#sought = undefined;
    bring();
    if (this.#isCanvas) {
      this.#sought = { bring, until: performance.now() + millisecondsToSettle };
    }
  }

  /**
   * @param {HTMLElement} target
   * @param {HTMLElement[]} inks
   * @param {boolean} isInMiddle
   */
  #bringPlaced(target, inks, isInMiddle) {
    const region = target.closest('.region');
    if (inks.length === 0 || !region) {
      return;
    }
    const scroller = region.scrollHeight > region.clientHeight ? region : this.#stage;
    const boxes = inks.map((ink) => ink.getBoundingClientRect());
    const around = scroller.getBoundingClientRect();
    const above = Math.min(...boxes.map(({ top }) => top)) - around.top - margin;
    const below = Math.max(...boxes.map(({ bottom }) => bottom)) - around.bottom + margin;
    if (isInMiddle && (above < 0 || below > 0)) {
      scroller.scrollTop += (above + below) / 2;
    } else if (above < 0) {
      scroller.scrollTop += above;
    } else if (below > 0) {
      scroller.scrollTop += Math.min(below, above);
    }
  }
}
