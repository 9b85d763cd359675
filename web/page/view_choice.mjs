// Which view to begin with, how much may come unasked, and how wide the page is. Does not switch anything itself.

/** @import {Width} from '../package/types.mjs' */

const key = 'telework.view';
const wide = matchMedia('(min-width: 1024px)');
const medium = matchMedia('(min-width: 640.02px)');

/** The view that the person chose before; undefined when none was, or when storage is closed to the page. */
export function chosenView() {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the choice for the next time, where storage allows it.
 * @param {string} view
 */
export function keepView(view) {
  try {
    localStorage.setItem(key, view);
  } catch {
    // Private windows and strict settings refuse; the choice then lasts as long as the page.
  }
}

/** Whether the person has asked for less data: then comes only what the form needs, and the rest when it is asked for. */
export function wantsLessData() {
  const { connection } = /** @type {Navigator & {connection?: {saveData?: boolean}}} */ (navigator);
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

/** Whether the canvas serves here without being asked for: not on small or touch-only screens, in forced colors or with less data. */
export function canvasSuits() {
  return (
    !wantsLessData() &&
    matchMedia('(min-width: 640px)').matches &&
    !matchMedia('(forced-colors: active)').matches &&
    !matchMedia('(hover: none) and (pointer: coarse)').matches
  );
}

/**
 * How wide the page is.
 * @returns {Width}
 */
export function widthOf() {
  return wide.matches ? 'wide' : medium.matches ? 'medium' : 'narrow';
}

/**
 * Calls back with the new width class whenever it changes.
 * @param {(width: Width) => void} changed
 */
export function watchWidth(changed) {
  for (const query of [wide, medium]) {
    query.addEventListener('change', () => changed(widthOf()));
  }
}
