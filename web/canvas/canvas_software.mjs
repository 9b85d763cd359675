// Puts the canvas module's own pixels onto a 2D canvas, for browsers that give no WebGL.
//
// Does not draw anything itself.

/** @import {Module} from '../package/reply.mjs' */

/** A Renderer (types.mjs) that copies pixels. */
export class SoftwareRenderer {
  #context;
  #module;
  #isWhole = false; // what was drawn before is still there

  /**
   * Undefined where the browser gives no 2D canvas either.
   * @param {HTMLCanvasElement} canvas
   * @param {Module} module
   */
  static on(canvas, module) {
    const context = canvas.getContext('2d', { alpha: false });
    return context ? new SoftwareRenderer(context, module) : undefined;
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Module} module
   */
  constructor(context, module) {
    this.#context = context;
    this.#module = module;
  }

  get name() {
    return 'software';
  }

  // Another size empties the canvas; then all of the picture differs, too.
  draw() {
    const bytes = this.#module.bytes('ftt_canvas_pixels');
    const [address, width, height, ...changed] = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    const picture = new ImageData(new Uint8ClampedArray(bytes.buffer, address, width * height * 4), width, height);
    const [left, top, wide, high] = this.#isWhole ? changed : [0, 0, width, height];
    this.#context.putImageData(picture, 0, 0, left, top, wide, high);
    this.#isWhole = true;
  }

  // A 2D canvas restores itself, but comes back empty: the whole picture is wanted again.
  restore() {
    this.#isWhole = false;
    this.#module.number('ftt_canvas_textures_lost');
  }

  release() {}
}
