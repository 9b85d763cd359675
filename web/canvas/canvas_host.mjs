// The canvas in the page: brings its module and fonts, gives it size, theme, scroll offsets, focus and pointer, and
// carries what it reports back: the picture, where things lie, and what the pointer did.
//
// Frames are made on demand: one pending animation frame at most, and none while nothing happens. Draws with WebGL,
// else with the module's rasterizer; where neither is given, starting fails and the page view stays. The page view also
// takes over when the canvas is lost for good, when the system forces its colors, and when a person's style changes
// the text's size or spacing, which a canvas cannot follow.
//
// Does not read the keyboard, does not scroll, keeps no answers. Listens to nothing outside of its own elements but
// media queries and whether the tab is seen, so that several canvases and shadow roots live side by side.
import { bytesOf, here } from '../package/assets.mjs';
import { GlRenderer } from './canvas_gl.mjs';
import { SoftwareRenderer } from './canvas_software.mjs';
import { instantiate, Module } from '../package/reply.mjs';
import { whyNoWebAssembly } from '../package/webassembly.mjs';

/** @import {Layout} from '../twin/types.mjs' */
/** @import {FrameReport, Renderer, RendererKind, Surface} from './types.mjs' */

/** @type {Record<string, number>} */
const kinds = { mouse: 0, touch: 1, pen: 2 };
const gone = 3;
const sample = 'Annual cost of transportation, $1,234.50; days at the agency worksite';
const millisecondsToRestore = 4000;
// WebKitGTK gives each letter whole pixels, which makes the sample 2.4% wider; what a person sets does more.
const widerByItself = 0.03;

/** @type {Map<string, Promise<Uint8Array<ArrayBuffer>[]>>} */
const parts = new Map(); // base → what was brought from there

/**
 * Brings what the canvas is made of, so that it can be started without a network; where it cannot be started, nothing.
 * Rejects when something is missing.
 * @param {URL} [base]
 */
export function bringCanvas(base = here) {
  if (!parts.has(base.href) && !whyNoWebAssembly) {
    const names = ['canvas.wasm', 'fonts/PublicSans-Regular.ttf', 'fonts/PublicSans-SemiBold.ttf'];
    const coming = Promise.all(names.map((name) => bytesOf(name, base)));
    parts.set(base.href, coming);
    coming.catch(() => parts.delete(base.href));
  }
  return parts.get(base.href);
}

/**
 * Makes the canvas, which shows nothing yet. Rejects when it cannot even begin.
 * @param {Surface & {base?: URL, renderers?: RendererKind[]}} where
 */
export async function startCanvas({
  root, canvas, stage, twin, edit, fail,
  base = here,
  renderers = [GlRenderer, SoftwareRenderer],
}) {
  if (whyNoWebAssembly) {
    throw new Error(whyNoWebAssembly);
  }
  const [code, regular, semibold] = (await bringCanvas(base)) ?? [];
  const module = new Module(await instantiate(code));
  module.text('ftt_canvas_fonts', regular, semibold);
  /** @type {Renderer | undefined} */
  let renderer;
  for (const kind of renderers) {
    renderer ??= kind.on(canvas, module);
  }
  if (!renderer) {
    throw new Error('the browser gives neither WebGL nor a 2D canvas');
  }
  return new CanvasHost({ root, canvas, stage, twin, edit, fail, module, renderer });
}

class CanvasHost {
  #root;
  #canvas;
  #stage;
  #twin;
  #edit;
  #fail;
  #module;
  #renderer;
  #pending = 0;
  /** @type {AbortController | undefined} */
  #listening; // ends all listening when the canvas is hidden
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #lost; // the time-out that waits for a lost context
  #box = { width: 0, height: 0 };

  /** How many frames there were: stays the same while nothing happens. */
  frames = 0;

  /**
   * Where things lie, as last reported.
   * @type {Layout | undefined}
   */
  layout;

  /** @param {Surface & {module: Module, renderer: Renderer}} parts */
  constructor({ root, canvas, stage, twin, edit, fail, module, renderer }) {
    this.#root = root;
    this.#canvas = canvas;
    this.#stage = stage;
    this.#twin = twin;
    this.#edit = edit;
    this.#fail = fail;
    this.#module = module;
    this.#renderer = renderer;
  }

  /** `webgl` or `software`. */
  get renderer() {
    return this.#renderer.name;
  }

  /**
   * Takes the nodes that changed, as the wizard's answer has them.
   * @param {Uint8Array} answer its bytes
   */
  patch(answer) {
    this.#try(() => this.#module.text('ftt_canvas_patch', answer));
  }

  /**
   * What has the focus: a node, an option ("id=value"), a citation ("cite:id"), or nothing (null).
   * @param {string | null} id
   * @param {boolean} visible
   */
  focus(id, visible) {
    this.#try(() => this.#module.number('ftt_canvas_focus', id ?? '', visible ? 1 : 0));
  }

  /**
   * Does beforehand, unseen, most of what a first picture takes: its code is compiled and its letters are drawn then. It is
   * half a pixel narrower than any that is seen, so that the first of these tells all places.
   * @param {Uint8Array} answer the whole screen, as patch() takes it
   */
  prepare(answer) {
    const { clientWidth, clientHeight } = this.#root;
    this.#module.number('ftt_canvas_resize', clientWidth - 0.5, clientHeight, devicePixelRatio);
    this.#module.text('ftt_canvas_patch', answer);
    this.#module.text('ftt_canvas_frame', performance.now());
  }

  /**
   * Draws and listens from now on. The first picture is there when this returns: of no frame is the canvas seen without
   * it, or with one of another size.
   * @param {Uint8Array} answer the whole screen, as patch() takes it
   */
  show(answer) {
    if (!this.#listening) {
      this.#listen();
    }
    this.patch(answer);
    this.#settle();
  }

  #listen() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#watchSize(signal);
    this.#watchTheme(signal);
    this.#watchText(signal);
    this.#watchPointer(signal);
    this.#watchContext(signal);
    this.#watchTab(signal);
    const scrolled = (/** @type {Event} */ { target }) => this.#scrolled(/** @type {Element} */ (target));
    this.#stage.addEventListener('scroll', scrolled, { signal, capture: true, passive: true });
  }

  /** Neither draws nor listens from now on. */
  hide() {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#giveUpFrame();
    clearTimeout(this.#lost);
    this.#lost = undefined;
    this.#stage.style.cursor = '';
  }

  /** Ends the canvas for good. A canvas gives its one context again, even a lost one: the next begins with a new one. */
  stop() {
    this.hide();
    this.#renderer.release();
    this.#canvas.replaceWith(this.#canvas.cloneNode());
  }

  /**
   * Does something with the module, after which it has to draw. What goes wrong in it ends the canvas, never the page.
   * @param {() => void} act
   */
  #try(act) {
    try {
      act();
      this.#want();
    } catch (error) {
      this.#end(error);
    }
  }

  /** @param {unknown} error */
  #end(error) {
    if (this.#listening) {
      this.hide();
      this.#fail(error);
    }
  }

  #want() {
    if (!this.#pending && this.#listening && !this.#lost && !document.hidden) {
      this.#pending = requestAnimationFrame((now) => {
        this.#pending = 0;
        this.#frame(now);
      });
    }
  }

  #giveUpFrame() {
    cancelAnimationFrame(this.#pending);
    this.#pending = 0;
  }

  /**
   * One frame; gives whether another one is wanted.
   * @param {number} now
   */
  #frame(now) {
    /** @type {FrameReport} */
    let report;
    try {
      report = JSON.parse(this.#module.text('ftt_canvas_frame', now)); // JSON: a FrameReport
      this.frames += 1;
      if (report.drawn) {
        this.#fit();
        this.#renderer.draw(this.#box.width, this.#box.height);
      }
    } catch (error) {
      this.#end(error);
      return false;
    }
    if (report.layout) {
      this.layout = report.layout;
      this.#twin.place(report.layout);
    }
    this.#stage.style.cursor = report.cursor;
    if (report.more) {
      this.#want();
    }
    if (report.focus) {
      this.#twin.focus(report.focus);
    }
    for (const { id, action, value } of report.edits ?? []) {
      this.#edit(id, action, value);
    }
    return report.more;
  }

  // The pointer hits what is seen now: what it does is settled before anything else moves the screen.
  #settle() {
    const now = performance.now();
    for (let count = 0; count < 4 && this.#listening && this.#frame(now + count); count += 1);
  }

  // The picture has as many pixels as the screen has there. Setting the size clears it, so only just before drawing.
  #fit() {
    const width = Math.round(this.#box.width * devicePixelRatio);
    const height = Math.round(this.#box.height * devicePixelRatio);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
  }

  /** @param {AbortSignal} signal */
  #watchSize(signal) {
    const measure = () => {
      this.#box = { width: this.#root.clientWidth, height: this.#root.clientHeight };
      this.#try(() => this.#module.number('ftt_canvas_resize', this.#box.width, this.#box.height, devicePixelRatio));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(this.#root);
    signal.addEventListener('abort', () => observer.disconnect());
    // The query holds for one ratio; after a change the next one is asked for.
    const watchRatio = () => {
      if (!signal.aborted) {
        measure();
        const ratio = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
        ratio.addEventListener('change', watchRatio, { once: true, signal });
      }
    };
    watchRatio();
  }

  /** @param {AbortSignal} signal */
  #watchTheme(signal) {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const contrast = matchMedia('(prefers-contrast: more)');
    const page = this.#root.ownerDocument.documentElement;
    const isDark = () => (page.dataset.theme ? page.dataset.theme === 'dark' : dark.matches);
    const tell = () => this.#try(() => {
      this.#module.number('ftt_canvas_theme', (isDark() ? 1 : 0) + (contrast.matches ? 2 : 0));
    });
    const chosen = new MutationObserver(tell);
    chosen.observe(page, { attributeFilter: ['data-theme'] });
    signal.addEventListener('abort', () => chosen.disconnect());
    dark.addEventListener('change', tell, { signal });
    contrast.addEventListener('change', tell, { signal });
    tell();
    matchMedia('(forced-colors: active)').addEventListener('change', ({ matches }) => {
      if (matches) {
        this.#end(new Error('the system forces its own colors'));
      }
    }, { signal });
  }

  /**
   * In a tab that nobody sees nothing is drawn; what changed meanwhile is drawn when it is seen again.
   * @param {AbortSignal} signal
   */
  #watchTab(signal) {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) {
        this.#giveUpFrame();
      } else {
        this.#want();
      }
    }, { signal });
  }

  /**
   * A sample of the page's own text is as wide as the canvas would set it, or a person has changed size or spacing.
   * @param {AbortSignal} signal
   */
  async #watchText(signal) {
    const text = this.#root.ownerDocument.createElement('span');
    text.textContent = sample;
    text.setAttribute('aria-hidden', 'true');
    text.style.cssText = 'position:absolute;inset:0 auto auto 0;visibility:hidden;white-space:nowrap;' +
      'pointer-events:none;font:400 1rem "Public Sans";font-kerning:none';
    await document.fonts.load('400 17px "Public Sans"').catch(() => []);
    if (signal.aborted) {
      return;
    }
    const drawn = this.#module.number('ftt_canvas_text_width', sample);
    this.#root.append(text);
    const observer = new ResizeObserver(() => {
      if (Math.abs(text.getBoundingClientRect().width / drawn - 1) > widerByItself) {
        this.#end(new Error('the size or the spacing of text was changed'));
      }
    });
    observer.observe(text);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      text.remove();
    });
  }

  /** @param {AbortSignal} signal */
  #watchPointer(signal) {
    const tell = (/** @type {PointerEvent} */ event, /** @type {number} */ kind) => {
      const { left, top } = this.#canvas.getBoundingClientRect();
      const pressed = kind !== gone && (event.buttons & 1) === 1 ? 1 : 0;
      const [x, y] = [event.clientX - left, event.clientY - top];
      this.#try(() => this.#module.number('ftt_canvas_pointer', x, y, pressed, kind));
    };
    /**
     * @param {'pointermove' | 'pointerdown' | 'pointerup' | 'pointerleave' | 'pointercancel'} name
     * @param {(event: PointerEvent) => void} act
     */
    const listen = (name, act) => this.#stage.addEventListener(name, act, { signal, passive: true });
    // Over the list of suggestions, which covers the canvas, the pointer is not on what is drawn there.
    const kindOf = (/** @type {PointerEvent} */ { pointerType, target }) =>
      /** @type {Element} */ (target).closest('.suggestions') ? gone : (kinds[pointerType] ?? kinds.mouse);
    listen('pointermove', (event) => tell(event, kindOf(event)));
    for (const name of /** @type {const} */ (['pointerdown', 'pointerup'])) {
      listen(name, (event) => {
        if (event.isPrimary) {
          tell(event, kindOf(event));
          this.#settle();
        }
      });
    }
    // The pointer left, or the browser took its press for a scroll: nothing is pressed.
    listen('pointerleave', (event) => tell(event, gone));
    listen('pointercancel', (event) => tell(event, gone));
  }

  /** @param {AbortSignal} signal */
  #watchContext(signal) {
    const canvas = this.#canvas;
    for (const lost of ['webglcontextlost', 'contextlost']) {
      canvas.addEventListener(lost, (event) => {
        event.preventDefault();
        this.#giveUpFrame();
        this.#lost = setTimeout(() => this.#end(new Error('the graphics were lost')), millisecondsToRestore);
      }, { signal });
    }
    for (const restored of ['webglcontextrestored', 'contextrestored']) {
      canvas.addEventListener(restored, () => {
        clearTimeout(this.#lost);
        this.#lost = undefined;
        this.#try(() => this.#renderer.restore());
      }, { signal });
    }
  }

  /** @param {Element} target */
  #scrolled(target) {
    const name = target === this.#stage ? 'stage' : this.#twin.regionNameOf(target);
    name && this.#try(() => this.#module.number('ftt_canvas_scroll', name, target.scrollTop, target.scrollLeft));
  }
}
