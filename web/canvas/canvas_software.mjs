// Puts the canvas module's own pixels onto a 2D canvas, for browsers that give no WebGL.
//
// Does not draw anything itself.

/** @import {Module} from '../package/reply.mjs' */

/** A Renderer (types.mjs) that copies pixels. */
export class SoftwareRenderer {
  #canvas;
  #context;
  #module;

  /**
   * Undefined where the browser gives no 2D canvas either.
   * @param {HTMLCanvasElement} canvas
   * @param {Module} module
   */
  static on(canvas, module) {
    const context = canvas.getContext('2d', { alpha: false });
    return context ? new SoftwareRenderer(canvas, context, module) : undefined;
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {CanvasRenderingContext2D} context
   * @param {Module} module
   */
  constructor(canvas, context, module) {
    this.#canvas = canvas;
    this.#context = context;
    this.#module = module;
  }

  get name() {
    return 'software';
  }

  draw() {
    const bytes = this.#module.bytes('ftt_canvas_pixels');
    const pixels = new Uint8ClampedArray(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#context.putImageData(new ImageData(pixels, this.#canvas.width, this.#canvas.height), 0, 0);
  }

  // A 2D canvas restores itself, but comes back empty: the whole picture is wanted again.
  restore() {
    this.#module.number('ftt_canvas_textures_lost');
  }

  release() {}
}
