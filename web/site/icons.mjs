// The icon as PNG, for systems that install the form and take no SVG: drawn from shell/icon.svg, which has rectangles
// alone. Anything else in it is refused, so that no icon is drawn without a part.
import { createRequire } from 'node:module';

const { PNG } = createRequire(import.meta.url)('pngjs');
/**
 * A rectangle, in the units of the drawing; the color as red, green, blue.
 * @typedef {{left: number, top: number, right: number, bottom: number, rx: number, color: number[]}} Shape
 */

const samples = 4; // in each direction of a pixel

/**
 * The PNG of an icon of rectangles, `size` pixels wide; the ground of a maskable one fills its corners. Throws where the
 * drawing holds anything else.
 * @param {string} svg
 * @param {number} size
 * @param {{isMaskable?: boolean}} [options]
 * @returns {Buffer}
 */
export function iconPng(svg, size, { isMaskable = false } = {}) {
  const [, width] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? fail('it has no square viewBox that begins at 0 0');
  const shapes = rectangles(svg);
  if (isMaskable) {
    shapes[0].rx = 0;
  }
  const png = new PNG({ width: size, height: size });
  const step = Number(width) / size;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      png.data.set(pixel(shapes, x, y, step), (y * size + x) * 4);
    }
  }
  return PNG.sync.write(png, { deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

/**
 * @param {string} what
 * @returns {never}
 */
function fail(what) {
  throw new Error(`shell/icon.svg cannot be drawn: ${what}.`);
}

/**
 * @param {string} svg
 * @returns {Shape[]}
 */
function rectangles(svg) {
  const elements = [...svg.replace(/^<svg [^>]*>|<\/svg>\s*$/g, '').matchAll(/<[^>]*>/g)].map(([element]) => element);
  return elements.map((element) => {
    const attributes = Object.fromEntries([...element.matchAll(/ (\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    const color = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(attributes.fill);
    if (!element.startsWith('<rect ') || !color) {
      return fail(`${element} is not a rectangle with a color of six digits`);
    }
    const { x = 0, y = 0, rx = 0, width, height } = attributes;
    const [left, top, right, bottom] = [Number(x), Number(y), Number(x) + Number(width), Number(y) + Number(height)];
    return { left, top, right, bottom, rx: Number(rx), color: color.slice(1).map((digits) => parseInt(digits, 16)) };
  });
}

/**
 * The mean of the samples in a pixel: red, green, blue and how much of it is covered.
 * @param {Shape[]} shapes
 * @param {number} column
 * @param {number} row
 * @param {number} step
 */
function pixel(shapes, column, row, step) {
  const sum = [0, 0, 0, 0];
  for (let index = 0; index < samples * samples; index += 1) {
    const x = (column + ((index % samples) + 0.5) / samples) * step;
    const y = (row + (Math.floor(index / samples) + 0.5) / samples) * step;
    const shape = shapes.findLast((one) => isIn(one, x, y));
    if (shape) {
      [...shape.color, 255].forEach((value, channel) => (sum[channel] += value));
    }
  }
  const covered = sum[3] / 255;
  return [...sum.slice(0, 3).map((value) => Math.round(value / Math.max(covered, 1))), Math.round(sum[3] / samples ** 2)];
}

/**
 * @param {Shape} shape
 * @param {number} x
 * @param {number} y
 */
function isIn({ left, top, right, bottom, rx }, x, y) {
  const across = Math.max(left + rx - x, x - (right - rx), 0);
  const down = Math.max(top + rx - y, y - (bottom - rx), 0);
  return x >= left && x < right && y >= top && y < bottom && (across === 0 || down === 0 || Math.hypot(across, down) <= rx);
}
