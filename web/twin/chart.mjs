// Pictures: bars on one scale, and lines over a count, drawn as SVG as wide as their place.
//
// They are laid out as the canvas lays them out (src/view/chart_layout.cpp): no two texts lie upon each other. Drawn
// again when the place gets another width. Does not calculate any figure, and says nothing that the page does not have
// as text (blocks.mjs).
import { mark } from './dom.mjs';

/** @import {ChartBar, ChartLine, ChartMark, ChartPoint, ChartTick, ViewNode} from '../package/view_model.mjs' */

/** @typedef {(value: number) => number} Scale  where a value lies */
/** @typedef {[x: number, y: number]} Spot */
/** @typedef {{label: string, x: number, left: number, wide: number, row: number}} MarkPlace */
/** @typedef {ChartLine & {words: string[]}} WrappedLine  a line and the rows of its label */
/** @typedef {WrappedLine & {end: number, tall: number, y: number}} PlacedLine  and where it ends and its label stands */

const svgSpace = 'http://www.w3.org/2000/svg';
/** @type {WeakMap<Element, ViewNode>} */
const shown = new WeakMap(); // place → the chart that it shows
/** @type {Set<Element>} */
const waiting = new Set(); // places whose drawing waits for the next frame, when widths are known anyway
const widths = new ResizeObserver((changes) => changes.forEach(({ target }) => redraw(target)));
/** @type {CanvasRenderingContext2D | null | undefined} */
let pen; // measures text without a layout; null where the browser gives no canvas

/**
 * Shows a chart of the view model in an element.
 * @param {Element} place
 * @param {ViewNode} chart
 */
export function show(place, chart) {
  shown.set(place, chart);
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
  const node = shown.get(place);
  const width = place.clientWidth;
  if (!node || width < 120) {
    return; // not laid out, or over the canvas, which has drawn it
  }
  const { fontSize, fontFamily } = getComputedStyle(place);
  const em = parseFloat(fontSize);
  pen ??= document.createElement('canvas').getContext('2d');
  const sheet = new Sheet(node, width, {
    line: 1.44 * em,
    wide: (text, isStrong) => {
      if (!pen) {
        return text.length * 0.62 * em; // a little more than the type's usual letter, so that no two texts meet
      }
      pen.font = `${isStrong ? 600 : 400} ${fontSize} ${fontFamily}`;
      return pen.measureText(text).width + 1;
    },
  });
  if (node.lines) {
    sheet.drawLines();
  } else {
    sheet.drawBars();
  }
  // Its words stand in the list beside it; here they are for the eye and for finding in the page.
  const drawing = shape('g', { 'aria-hidden': 'true' }, ...sheet.drawn());
  place.replaceChildren(shape('svg', { role: 'img', 'aria-label': node.label, width, height: sheet.height }, drawing));
}

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | undefined>} attributes
 * @param {...(Node | string)} content
 */
function shape(tag, attributes, ...content) {
  const made = document.createElementNS(svgSpace, tag);
  Object.entries(attributes).forEach(([name, value]) => mark(made, name, value === 0 ? '0' : value));
  made.append(...content);
  return made;
}

/**
 * @param {number[]} values
 * @param {number} from
 * @param {number} to
 * @returns {Scale}
 */
function scaleOf(values, from, to) {
  const least = Math.min(0, ...values);
  const range = Math.max(0, ...values) - least || 1;
  return (value) => from + ((value - least) / range) * (to - from);
}

class Sheet {
  /** @type {Element[]} */
  #boxes = [];
  /** @type {Element[]} */
  #strokes = [];
  /** @type {Element[]} */
  #dots = [];
  /** @type {Element[]} */
  #texts = [];
  height = 0;

  /**
   * @param {ViewNode} node
   * @param {number} width
   * @param {{line: number, wide: (text: string, isStrong?: boolean) => number}} type
   */
  constructor({ bars = [], lines = [], marks = [], ticks = [], steps = [] }, width, { line, wide }) {
    this.bars = bars.map((bar) => ({ text: '', ...bar }));
    this.lines = lines;
    this.marks = marks;
    this.ticks = ticks;
    this.steps = steps;
    this.width = width;
    this.line = line;
    this.wide = wide;
    this.amounts = [
      ...bars.flatMap(({ from, to }) => [from, to]),
      ...lines.flatMap(({ points }) => points.map(([, cents]) => cents)),
      ...marks.map(({ at }) => at[1]),
      ...ticks.map(({ at }) => at),
    ];
  }

  drawn() {
    return [...this.#boxes, ...this.#strokes, ...this.#dots, ...this.#texts];
  }

  /**
   * @param {string} kind
   * @param {...Spot} spots
   */
  #stroke(kind, ...spots) {
    const points = spots.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
    this.#strokes.push(shape('polyline', { class: kind, points }));
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {string} words
   * @param {boolean} [isStrong]
   * @param {boolean} [covers]
   */
  #text(x, y, words, isStrong, covers) {
    if (covers) {
      const width = this.wide(words, isStrong) + 4;
      this.#texts.push(shape('rect', { class: 'ground', x: x - 2, y: y + 1, width, height: this.line - 2 }));
    }
    this.#texts.push(shape('text', { x, y: y + 0.72 * this.line, class: isStrong && 'strong' }, words));
  }

  /**
   * @param {number} x
   * @param {number} wide
   */
  #clamped(x, wide) {
    return Math.max(0, Math.min(x, this.width - wide));
  }

  /**
   * As many words to a line as fit.
   * @param {string} words
   * @param {number} room
   * @param {boolean} [isStrong]
   */
  #wrapped(words, room, isStrong) {
    const lines = [''];
    for (const word of words.split(' ')) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (lines.at(-1) && this.wide(longer, isStrong) > room) {
        lines.push(word);
      } else {
        lines[lines.length - 1] = longer;
      }
    }
    return lines;
  }

  /**
   * Ticks along the bottom: 0 before all others, then from the end, whose text may name what is counted.
   * @param {ChartTick[]} ticks
   * @param {Scale} placeOf
   * @param {number} y
   */
  #drawTicks(ticks, placeOf, y) {
    /** @type {[start: number, end: number][]} */
    const taken = [];
    for (const { at, text } of [...ticks].sort((a, b) => Number(b.at === 0) - Number(a.at === 0) || b.at - a.at)) {
      const wide = this.wide(text);
      const left = this.#clamped(placeOf(at) - wide / 2, wide);
      if (taken.every(([start, end]) => left >= end + 8 || start >= left + wide + 8)) {
        taken.push([left, left + wide]);
        this.#text(left, y, text);
      }
    }
  }

  /**
   * The words of the marks, the first to the left of its rule and the last to the right, those between in their middle:
   * each in the lowest row that has room.
   * @param {(at: ChartPoint) => number} placeOf
   */
  #placeMarks(placeOf) {
    /** @type {MarkPlace[]} */
    const places = [];
    const marks = [...this.marks].sort((a, b) => placeOf(a.at) - placeOf(b.at));
    const shares = marks.map((_, index) => (marks.length === 1 ? 0.5 : index === 0 ? 1 : index < marks.length - 1 ? 0.5 : 0));
    const order = marks.map((_, index) => index).sort((a, b) => Number(shares[a] === 0.5) - Number(shares[b] === 0.5) || a - b);
    for (const index of order) {
      const { label, at } = marks[index];
      const x = placeOf(at);
      const wide = this.wide(label);
      const left = this.#clamped(x - shares[index] * wide, wide);
      let row = 0;
      const stands = (/** @type {MarkPlace} */ other) => other.row === row && left < other.left + other.wide + 12 && other.left < left + wide + 12;
      while (places.some(stands)) {
        row += 1;
      }
      places.push({ label, x, left, wide, row });
    }
    return places;
  }

  /**
   * @param {MarkPlace[]} places
   * @param {number} rows
   * @param {number} bottom
   */
  #drawMarks(places, rows, bottom) {
    for (const { label, x, left, row } of places) {
      const top = (rows - row - 1) * this.line;
      this.#stroke('mark', [x, top + this.line], [x, bottom]);
      this.#text(left, top, label, false, true);
    }
  }

  // Words above a bar, or beside it where there is room for both.
  drawBars() {
    const { bars, line, width } = this;
    const isStrong = (/** @type {ChartBar} */ { tone }) => tone === 'primary';
    const widest = (/** @type {(bar: ChartBar) => string} */ words) => Math.max(...bars.map((bar) => this.wide(words(bar), isStrong(bar))));
    const labels = Math.min(widest(({ label }) => label), width * 0.3);
    const texts = widest(({ text = '' }) => text);
    const isBeside = width >= 480 && width - labels - texts - 32 >= width * 0.3;
    const [from, to] = isBeside ? [labels + 16, width - texts - 16] : [0, width];
    const placeOf = scaleOf(this.amounts, from, to);
    const high = isBeside ? 14 : 10;
    const places = this.#placeMarks(([, cents]) => placeOf(cents));
    const rows = Math.max(0, ...places.map(({ row }) => row + 1));
    const top = rows > 0 ? rows * line + 6 : 0;
    let y = top;
    let lastEnd = y;
    bars.forEach((bar, index) => {
      const text = this.wide(bar.text, isStrong(bar));
      const room = isBeside ? labels : width - text - 12;
      const hasRoom = isBeside || room >= width * 0.4 || this.wide(bar.label, isStrong(bar)) <= room;
      const words = this.#wrapped(bar.label, hasRoom ? room : width, isStrong(bar));
      const tall = line * words.length;
      const row = Math.max(tall, high);
      const wordsY = isBeside ? y + (row - tall) / 2 : y;
      const amounts = this.#wrapped(bar.text, isBeside ? text : width, isStrong(bar));
      const textY = isBeside ? y + (row - line) / 2 : hasRoom ? y : y + tall;
      words.forEach((one, number) => this.#text(0, wordsY + number * line, one, isStrong(bar), true));
      amounts.forEach((one, number) =>
        this.#text(width - this.wide(one, isStrong(bar)), textY + number * line, one, isStrong(bar), true),
      );
      const track = isBeside ? y + (row - high) / 2 : Math.max(y + tall, textY + amounts.length * line) + 2;
      const before = bars[index - 1];
      if (before && (bar.from === before.to || (isStrong(bar) && bar.to === before.to))) {
        this.#stroke('joint', [placeOf(before.to), lastEnd], [placeOf(before.to), track]);
      }
      this.#drawBar(bar, placeOf, from, to, track, high);
      if (!isBeside) {
        this.#stroke('zero', [placeOf(0), track - 3], [placeOf(0), track + high + 3]);
      }
      lastEnd = track + high;
      y = isBeside ? y + row + 8 : lastEnd + 12;
    });
    if (isBeside) {
      this.#stroke('zero', [placeOf(0), top - 3], [placeOf(0), lastEnd + 5]);
    }
    this.#drawMarks(places, rows, lastEnd + 5);
    this.height = lastEnd + 6;
    this.ticks.forEach(({ at }) => this.#stroke('grid', [placeOf(at), lastEnd], [placeOf(at), lastEnd + 5]));
    this.#drawTicks(this.ticks, placeOf, this.height);
    this.height += line;
  }

  /**
   * @param {ChartBar} bar
   * @param {Scale} placeOf
   * @param {number} from
   * @param {number} to
   * @param {number} y
   * @param {number} height
   */
  #drawBar(bar, placeOf, from, to, y, height) {
    const start = placeOf(Math.min(bar.from, bar.to));
    const width = Math.max(2, placeOf(Math.max(bar.from, bar.to)) - start);
    this.#boxes.push(
      shape('rect', { class: 'track', x: from, y, width: to - from, height }),
      shape('rect', { class: 'fill', 'data-tone': bar.tone, x: Math.min(start, to - width), y, width, height }),
    );
  }

  drawLines() {
    const { line, width, wide } = this;
    const left = Math.max(0, ...this.ticks.map(({ text }) => wide(text) + 8));
    const room = Math.min(Math.max(...this.lines.map((one) => wide(one.label, one.strong))), width * 0.28);
    const ends = this.lines.map((one) => ({ ...one, words: this.#wrapped(one.label, room, one.strong) }));
    const labels = Math.max(room, ...ends.flatMap(({ words, strong }) => words.map((word) => wide(word, strong))));
    const right = width - labels - 14;
    const steps = [
      ...this.lines.flatMap(({ points }) => points.map(([step]) => step)),
      ...this.marks.map(({ at }) => at[0]),
      ...this.steps.map(({ at }) => at),
    ];
    const across = scaleOf(steps, left, right);
    const places = this.#placeMarks(([step]) => across(step));
    const rows = Math.max(0, ...places.map(({ row }) => row + 1));
    const top = rows * line + line / 2;
    const needed = ends.reduce((sum, { words }) => sum + words.length * line + 2, 0);
    const bottom = top + Math.max(Math.min(Math.max(width * 0.45, 180), 300), needed);
    const up = scaleOf(this.amounts, bottom, top);
    for (const { at, text } of this.ticks) {
      this.#stroke(at === 0 ? 'zero' : 'grid', [left, up(at)], [right, up(at)]);
      this.#text(left - 8 - wide(text), up(at) - line / 2, text);
    }
    this.steps.forEach(({ at }) => this.#stroke('grid', [across(at), bottom], [across(at), bottom + 5]));
    this.#drawTicks(this.steps, across, bottom + 0.5 * line + 2);
    this.height = bottom + 1.5 * line + 2;
    this.#drawMarks(places, rows, bottom);
    this.#drawSeries(ends, across, up, [top - line / 2, bottom + line / 2], right);
    for (const { at } of this.marks) {
      this.#dots.push(shape('circle', { cx: across(at[0]), cy: up(at[1]), r: 4.5 }));
    }
  }

  /**
   * The lines, the one in use above the others, and their labels as near to their ends as they may be.
   * @param {WrappedLine[]} lines
   * @param {Scale} across
   * @param {Scale} up
   * @param {[highest: number, lowest: number]} limits of the labels
   * @param {number} right
   */
  #drawSeries(lines, across, up, [highest, lowest], right) {
    /** @type {PlacedLine[]} */
    const ends = lines.map((one) => {
      const end = up(one.points[one.points.length - 1][1]);
      const tall = one.words.length * this.line;
      return { ...one, end, tall, y: end - tall / 2 };
    });
    ends.sort((a, b) => a.end - b.end);
    let free = highest;
    for (const end of ends) {
      end.y = Math.max(end.y, free);
      free = end.y + end.tall + 2;
    }
    free = lowest;
    for (const end of [...ends].reverse()) {
      end.y = Math.min(end.y, free - end.tall);
      free = end.y - 2;
    }
    for (const end of [...ends].sort((a, b) => Number(Boolean(a.strong)) - Number(Boolean(b.strong)))) {
      this.#stroke(end.strong ? 'line' : 'dashed', ...end.points.map(([step, cents]) => /** @type {Spot} */ ([across(step), up(cents)])));
      this.#stroke('leader', [right + 2, end.end], [right + 11, end.y + end.tall / 2]);
      end.words.forEach((words, number) => this.#text(right + 14, end.y + number * this.line, words, end.strong));
    }
  }
}
