// The two views of the form and the switch between them: the page view, which is the twin's elements as they flow, and the
// canvas, which is started when it is first wanted and under which the same elements lie. Paper gets the page view.
//
// Does not choose the view to begin with (view_choice.mjs), and draws nothing itself.

import { idle } from './idle.mjs';

/** @import {Action, Answer} from '../package/types.mjs' */
/** @import {Session} from '../keeping/types.mjs' */
/** @import {Twin} from '../twin/twin.mjs' */
/** @import {Canvas} from '../canvas/types.mjs' */
/** @import {PageScreen, Root} from './types.mjs' */

/** Which of the two views is seen. */
export class Views {
  /** @type {Canvas | undefined} once it is there */
  canvas;

  #root;
  #stage;
  #twin;
  #session;
  #screen;
  #edit;

  /**
   * @param {Root} root
   * @param {object} form
   * @param {HTMLElement} form.stage
   * @param {Twin} form.twin
   * @param {Session} form.session
   * @param {PageScreen} form.screen
   * @param {(id: string, action: Action, value: string) => void} form.edit takes what the pointer did on the canvas
   */
  constructor(root, { stage, twin, session, screen, edit }) {
    this.#root = root;
    this.#stage = stage;
    this.#twin = twin;
    this.#session = session;
    this.#screen = screen;
    this.#edit = edit;
    addEventListener('beforeprint', () => this.#layOnPaper());
  }

  get isCanvas() {
    return this.#root.dataset.view === 'canvas';
  }

  /**
   * Hands the canvas what changed, where it is seen.
   * @param {Answer} answer
   */
  patch({ bytes }) {
    if (this.isCanvas) {
      this.canvas?.patch(bytes);
    }
  }

  /**
   * Makes the canvas where it is not there yet, and shows it; the page view stays where it cannot be drawn.
   * @param {Promise<() => void>} [before] what is to be done in the moment in which it is seen
   */
  async showCanvas(before) {
    let act;
    try {
      this.canvas ??= await this.#makeCanvas();
      act = await before;
    } catch (error) {
      this.#loseCanvas(error);
      return;
    }
    this.#root.dataset.canvas = 'drawn';
    act?.();
    this.#layOverCanvas();
    if (!this.canvas) {
      return; // It could not draw, and the page view has said so.
    }
    this.#screen.later(() => this.#session.canvasView(true));
    this.#tellFocus();
  }

  /** Shows the page view. */
  showPage() {
    this.#layOnPage();
    this.#screen.later(() => this.#session.canvasView(false));
  }

  async #makeCanvas() {
    this.#root.dataset.canvas = 'loading';
    const { startCanvas } = await import('../canvas/canvas_host.mjs');
    const canvas = await startCanvas({
      root: this.#root,
      stage: this.#stage,
      twin: this.#twin,
      canvas: /** @type {HTMLCanvasElement} */ (this.#root.querySelector('canvas')),
      fail: (error) => this.#loseCanvas(error),
      edit: this.#edit,
    });
    await idle();
    canvas.prepare(this.#session.screen().bytes);
    await idle();
    return canvas;
  }

  // The page is laid out for the canvas before that measures how large it is.
  #layOverCanvas() {
    this.#root.dataset.view = 'canvas';
    this.canvas?.show(this.#session.screen().bytes);
  }

  #layOnPage() {
    this.#root.dataset.view = 'page';
    this.canvas?.hide();
    this.#twin.unplace();
  }

  // The browser's own menu prints what it shows, and of a canvas that is one screen, stretched: paper gets the page view.
  #layOnPaper() {
    if (!this.isCanvas) {
      return;
    }
    this.#layOnPage();
    const back = () => {
      if (this.canvas) {
        this.#layOverCanvas();
      }
    };
    addEventListener('afterprint', back, { once: true });
  }

  /** @param {unknown} error */
  #loseCanvas(error) {
    console.warn(error);
    this.canvas?.stop();
    this.canvas = undefined;
    this.#root.dataset.canvas = 'lost';
    this.showPage();
    const { message } = /** @type {Error} */ (error);
    this.#screen.tell(`This is the page view: the canvas cannot be drawn here (${message}). All answers are kept.`);
  }

  // The canvas came while a field was being typed in: it draws the ring where the focus is.
  #tellFocus() {
    const focused = document.activeElement;
    if (focused && this.#stage.contains(focused)) {
      focused.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    }
  }
}
