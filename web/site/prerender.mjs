// The first screen as HTML, made when the site is laid out: the wizard runs in node, and the twin builds its elements in
// a document of happy-dom. `node web/site/layout.mjs` is its only caller.
//
// The page has both shapes of the screen: with the result beside the form, and with the result and the steps folded for
// narrower windows; the styles show one of them until the wizard takes the elements over (dom.mjs).
// Does not write any file.
import { Window } from 'happy-dom';
import { loadWizard, firstSurroundings } from '../package/wizard.mjs';

/** @import {Width} from '../package/types.mjs' */
/** @import {Wizard} from '../package/wizard.mjs' */

/**
 * The title and the HTML of the first screen.
 * @param {URL} site the folder with the module and the tables
 */
export async function firstScreen(site) {
  const window = new Window();
  // As far as the twin goes, it is a browser's.
  const document = /** @type {Document} */ (/** @type {unknown} */ (window.document));
  // The twin takes these for granted, as every script in a page does.
  Object.assign(globalThis, { window, document, Node: window.Node, ResizeObserver: window.ResizeObserver });
  const [{ Twin }, { nameParts }, wizard] = await Promise.all([
    import('../twin/twin.mjs'),
    import('../twin/dom.mjs'),
    loadWizard({ base: site, rates: ['current'] }),
  ]);
  nameParts();
  const screens = /** @type {Width[]} */ (['wide', 'narrow']).map((width) => drawn(document, Twin, wizard.session(), width));
  const [wide, narrow] = screens.map(({ stage }) => stage);
  const fold = /** @type {HTMLElement} */ (narrow.querySelector('[id="result.fold"]')?.parentElement);
  /** @type {HTMLElement} */ (wide.querySelector('h1')).after(fold);
  const steps = /** @type {HTMLElement} */ (narrow.querySelector('[id="steps.fold"]')?.parentElement);
  wide.querySelector('.steps > .content')?.prepend(steps);
  // The twin sets these by itself, and a page may forbid them.
  wide.querySelectorAll('[style]').forEach((styled) => styled.removeAttribute('style'));
  const screen = { title: screens[0].title, html: wide.innerHTML };
  await window.happyDOM.close();
  return screen;
}

/**
 * @param {Document} document
 * @param {typeof import('../twin/twin.mjs').Twin} Twin
 * @param {ReturnType<Wizard['session']>} session
 * @param {Width} width
 */
function drawn(document, Twin, session, width) {
  const root = document.createElement('div');
  const stage = root.appendChild(document.createElement('div'));
  document.body.append(root);
  let title = '';
  const ignore = () => {};
  const twin = new Twin(stage, { edit: ignore, openFile: ignore, focused: ignore, count: ignore, layOut: ignore, titled: (text) => (title = text) });
  twin.apply(session.width(width).patch);
  twin.apply(session.surroundings(firstSurroundings).patch);
  return { stage, title };
}
