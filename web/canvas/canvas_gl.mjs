// Draws the canvas module's triangles with WebGL 1: one program, one buffer each of vertices and indices, and textures
// of alpha alone.
//
// Gives the same picture as the module's own rasterizer. A lost context keeps nothing: the next frame brings every
// texture again. Does not know what is drawn, and makes no frame by itself.

/** @import {Module} from '../package/reply.mjs' */

const vertexShader = `
  uniform vec2 scale;
  attribute vec2 position, texel;
  attribute vec4 color;
  varying vec2 at;
  varying vec4 ink;
  void main() {
    at = texel;
    ink = color;
    gl_Position = vec4(position * scale + vec2(-1.0, 1.0), 0.0, 1.0);
  }`;
const fragmentShader = `
  precision mediump float;
  uniform sampler2D glyphs;
  varying highp vec2 at;
  varying vec4 ink;
  void main() {
    gl_FragColor = vec4(ink.rgb, ink.a * texture2D(glyphs, at).a);
  }`;

const bytesOfVertex = 20;
const [create, update, destroy] = [1, 2, 3];

/** A Renderer (types.mjs) that draws triangles. */
export class GlRenderer {
  #gl;
  #module;
  /** @type {Map<number, WebGLTexture>} */
  #textures = new Map();
  /** @type {WebGLUniformLocation | null} */
  #scale = null;

  /**
   * Undefined where the browser gives no WebGL.
   * @param {HTMLCanvasElement} canvas
   * @param {Module} module
   */
  static on(canvas, module) {
    const gl = canvas.getContext('webgl', { alpha: false, antialias: false, depth: false, stencil: false });
    return gl ? new GlRenderer(gl, module) : undefined;
  }

  /**
   * @param {WebGLRenderingContext} gl
   * @param {Module} module
   */
  constructor(gl, module) {
    this.#gl = gl;
    this.#module = module;
    this.#prepare();
  }

  get name() {
    return 'webgl';
  }

  /**
   * Draws the last frame of a stage of this size in CSS pixels.
   * @param {number} width
   * @param {number} height
   */
  draw(width, height) {
    const gl = this.#gl;
    const bytes = this.#module.bytes('ftt_canvas_triangles');
    const memory = bytes.buffer;
    const words = new Uint32Array(memory, bytes.byteOffset, bytes.length / 4);
    let [ground, textures, lists] = words;
    let at = 3;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.disable(gl.SCISSOR_TEST);
    gl.clearColor((ground & 255) / 255, ((ground >> 8) & 255) / 255, ((ground >> 16) & 255) / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
    gl.uniform2f(this.#scale, 2 / width, -2 / height);
    for (; textures > 0; textures -= 1, at += 7) {
      this.#texture(memory, words.subarray(at, at + 7));
    }
    for (; lists > 0; lists -= 1) {
      const [vertices, vertexBytes, indices, indexBytes, commands] = words.subarray(at, at + 5);
      gl.bufferData(gl.ARRAY_BUFFER, new Uint8Array(memory, vertices, vertexBytes), gl.STREAM_DRAW);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint8Array(memory, indices, indexBytes), gl.STREAM_DRAW);
      at += 5;
      for (let command = 0; command < commands; command += 1, at += 8) {
        this.#command(words.subarray(at, at + 8));
      }
    }
  }

  /** After the context was restored: everything is made anew, and the module sends its textures again. */
  restore() {
    this.#textures.clear();
    this.#prepare();
    this.#module.number('ftt_canvas_textures_lost');
  }

  release() {
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  #prepare() {
    const gl = this.#gl;
    const program = gl.createProgram();
    for (const [kind, source] of /** @type {[number, string][]} */ ([
      [gl.VERTEX_SHADER, vertexShader],
      [gl.FRAGMENT_SHADER, fragmentShader],
    ])) {
      const shader = /** @type {WebGLShader} */ (gl.createShader(kind)); // none where the context was lost: it throws
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    ['position', 'texel', 'color'].forEach((name, place) => gl.bindAttribLocation(program, place, name));
    gl.linkProgram(program);
    gl.useProgram(program);
    this.#scale = gl.getUniformLocation(program, 'scale');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    [0, 1, 2].forEach((place) => gl.enableVertexAttribArray(place));
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  }

  /**
   * @param {ArrayBufferLike} memory
   * @param {Uint32Array} words
   */
  #texture(memory, [id, task, width, height, address, row, rows]) {
    const gl = this.#gl;
    if (task === destroy) {
      gl.deleteTexture(this.#textures.get(id) ?? null);
      this.#textures.delete(id);
    } else if (task === create) {
      const texture = gl.createTexture();
      this.#textures.set(id, texture);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      for (const [side, way] of [[gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE], [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
        [gl.TEXTURE_MIN_FILTER, gl.LINEAR], [gl.TEXTURE_MAG_FILTER, gl.LINEAR]]) {
        gl.texParameteri(gl.TEXTURE_2D, side, way);
      }
      const pixels = new Uint8Array(memory, address, width * height);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.ALPHA, width, height, 0, gl.ALPHA, gl.UNSIGNED_BYTE, pixels);
    } else if (task === update) {
      // WebGL 1 takes whole rows only: it has no stride.
      gl.bindTexture(gl.TEXTURE_2D, this.#textures.get(id) ?? null);
      const pixels = new Uint8Array(memory, address + row * width, rows * width);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, row, width, rows, gl.ALPHA, gl.UNSIGNED_BYTE, pixels);
    }
  }

  /** @param {Uint32Array} words */
  #command([left, top, right, bottom, texture, count, firstIndex, firstVertex]) {
    if (right <= left || bottom <= top || count === 0) {
      return;
    }
    const gl = this.#gl;
    const start = firstVertex * bytesOfVertex;
    gl.scissor(left, gl.drawingBufferHeight - bottom, right - left, bottom - top);
    gl.bindTexture(gl.TEXTURE_2D, this.#textures.get(texture) ?? null);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, bytesOfVertex, start);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, bytesOfVertex, start + 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, bytesOfVertex, start + 16);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, firstIndex * 2);
  }
}
