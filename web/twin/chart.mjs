// Pictures: bars on one scale, and lines over a count, drawn as SVG as wide as their place.
//
// Where everything lies is the module's to say (src/view/chart_layout.h); here the letters are measured and the shapes
// drawn, again when the place gets another width. Does not look into a chart, and says nothing that the page does not have
// as text (blocks.mjs).
import { mark, write } from './dom.mjs';

/** @import {ViewNode} from '../package/view_model.mjs' */
/** @import {Charts, LayOut} from './types.mjs' */

const svgSpace = 'http://www.w3.org/2000/svg';
/** @type {WeakMap<Element, {chart: ViewNode, layOut: LayOut}>} */
const shown = new WeakMap(); // place → the chart that it shows
/** @type {Set<Element>} */
const waiting = new Set(); // places whose drawing waits for the next frame, when widths are known anyway
const widths = new ResizeObserver((changes) => changes.forEach(({ target }) => redraw(target)));
/** @type {CanvasRenderingContext2D | null | undefined} */
let pen; // measures text without a layout; null where the browser gives no canvas
/** @type {Map<string, number>} */
const measured = new Map(); // font and letter → how wide it is
document.fonts?.addEventListener('loadingdone', () => measured.clear()); // by the same name they are other letters now

/**
 * Shows a chart of the view model in an element.
 * @param {Element} place
 * @param {ViewNode} chart
 * @param {LayOut} layOut
 */
export function show(place, chart, layOut) {
  shown.set(place, { chart, layOut });
  widths.observe(place);
  if (waiting.size === 0) {
    requestAnimationFrame(() => {
      const places = [...waiting];
      waiting.clear();
      places.forEach(redraw);
    });
  }
  waiting.add(place);
}

/** @param {Element} place */
function redraw(place) {
  shown.get(place)?.layOut((charts) => draw(place, charts));
}

/**
 * @param {Element} place
 * @param {Charts} charts
 */
function draw(place, charts) {
  const { chart } = shown.get(place) ?? {};
  const width = place.clientWidth;
  if (!chart || width < 120) {
    return; // not laid out, or over the canvas, which has drawn it
  }
  const { fontSize, fontFamily } = getComputedStyle(place);
  const em = parseFloat(fontSize);
  const line = 1.44 * em;
  const letters = [...new Set(JSON.stringify(chart))];
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen) {
    pen.textRendering = 'geometricPrecision'; // as the page sets it
  }
  const letterWidths = [400, 600].flatMap((weight) => widthsOf(letters, `${weight} ${fontSize} ${fontFamily}`, em));
  const { height, boxes, strokes, dots, texts } = charts.chart(chart.id, width, { line, letters: letters.join(''), widths: letterWidths });
  // Its words stand in the list beside it, its name around both; here they are for the eye and for finding in the page.
  const drawing = place.querySelector('svg') ?? place.appendChild(document.createElementNS(svgSpace, 'svg'));
  setAll(drawing, { 'aria-hidden': 'true', width, height });
  drawShapes(drawing, [
    ...boxes.map(({ x, y, w, h, part, tone }) => shape('rect', { class: part, 'data-tone': tone, x, y, width: w, height: h })),
    ...strokes.map(({ stroke, spots }) => shape('polyline', { class: stroke, points: spots.join(' ') })),
    ...dots.map(([cx, cy]) => shape('circle', { cx, cy, r: 4.5 })),
    ...texts.flatMap(({ x, y, w, text, weight, is_covering: isCovering, align }) => [
      ...(isCovering ? [shape('rect', { class: 'ground', x: x - 2, y: y + 1, width: w + 4, height: line - 2 })] : []),
      shape('text', { x: align ? x + w : x, y: y + 0.72 * line, class: weight, 'text-anchor': align }, text),
    ]),
  ]);
}

/**
 * @param {string[]} letters
 * @param {string} font
 * @param {number} em
 */
function widthsOf(letters, font, em) {
  if (!pen) {
    return letters.map(() => 0.62 * em); // a little more than the type's usual letter, so that no two texts meet
  }
  pen.font = font;
  return letters.map((letter) => {
    const width = measured.get(letter + font) ?? /** @type {CanvasRenderingContext2D} */ (pen).measureText(letter).width;
    measured.set(letter + font, width);
    return width;
  });
}

/** @typedef {{tag: string, attributes: Record<string, string | number | undefined>, text: string}} Shape */

/**
 * @param {string} tag
 * @param {Shape['attributes']} attributes
 * @returns {Shape}
 */
const shape = (tag, attributes, text = '') => ({ tag, attributes, text });

/**
 * Brings a drawing up to its shapes. An element that stays is only written: with each key most of them do.
 * @param {Element} drawing
 * @param {Shape[]} shapes
 */
function drawShapes(drawing, shapes) {
  while (drawing.childElementCount > shapes.length) {
    drawing.lastElementChild?.remove();
  }
  shapes.forEach(({ tag, attributes, text }, index) => {
    let made = drawing.children[index];
    if (made?.localName !== tag) {
      const fresh = document.createElementNS(svgSpace, tag);
      made ? made.replaceWith(fresh) : drawing.append(fresh);
      made = fresh;
    }
    setAll(made, attributes);
    write(made, text);
  });
}

/**
 * @param {Element} target
 * @param {Shape['attributes']} attributes
 */
function setAll(target, attributes) {
  Object.entries(attributes).forEach(([name, value]) => mark(target, name, value === 0 ? '0' : value));
}
