// What can wait until the first field can be used: the agency's settings, the typeface, the canvas, the ZIP and the older
// tables, and whatever a press may ask for, so that nothing is asked of the network after that.
//
// Order matters, and nothing here disturbs what is being typed. Does not wait for a person.
import { bringStyle } from '../package/assets.mjs';
import { bringDocuments } from './documents.mjs';
import { idle } from './idle.mjs';
import { keepOffline } from '../keeping/offline.mjs';
import { canvasSuits, chosenView, wantsLessData } from './view_choice.mjs';
import { whyNoWebAssembly } from '../package/webassembly.mjs';
import { isCrash } from '../package/wizard.mjs';

/** @import {RatesPart} from '../package/types.mjs' */
/** @import {Wizard} from '../package/wizard.mjs' */
/** @import {Session} from '../keeping/types.mjs' */
/** @import {Form} from './form.mjs' */
/** @import {Root} from './types.mjs' */

/**
 * Brings all that. Resolves when everything is there that comes.
 * @param {Root} root
 * @param {object} parts
 * @param {Form} parts.form
 * @param {Wizard} parts.wizard
 * @param {Session} parts.session
 * @param {Promise<Uint8Array | undefined>} parts.configuration the file beside the page, on its way
 */
export async function bringTheRest(root, { form, wizard, session, configuration }) {
  const { embedding } = root;
  const configured = form.takeConfiguration(configuration);
  await idle();
  await showSurroundings(form);
  const typeface = bringTypeface(root);
  if (!whyNoWebAssembly && (embedding?.view ?? chosenView() ?? (canvasSuits() ? 'canvas' : 'page')) === 'canvas') {
    await form.showCanvas(typeface);
  } else {
    root.dataset.canvas = 'unused';
  }
  (await typeface)();
  await configured;
  /** @type {RatesPart[]} */
  const laterParts = ['zip', 'history'];
  for (const part of laterParts) {
    await idle();
    try {
      await wizard.loadRates(part);
    } catch (error) {
      if (isCrash(error)) {
        throw error;
      }
      const { message } = /** @type {Error} */ (error);
      form.tell(`Some tables are missing: ${message} Load the page again when the network is back.`);
    }
    form.later(() => session.ratesChanged());
  }
  performance.mark('complete');
  await bringForLater(form);
  // To keep the site is to bring all of it; what is kept already goes on being looked after.
  if (!wantsLessData() || navigator.serviceWorker?.controller) {
    await keepOffline({ root, say: form.say, tell: (text) => form.tell(text) });
  }
}

/**
 * Both weights of the type, so that the page changes to them at once. A common face stands in until then, and for good
 * where they do not come or where less data is asked for. Resolves to what changes to them.
 * @param {Root} root
 * @returns {Promise<() => void>}
 */
async function bringTypeface(root) {
  await bringStyle('fonts.css');
  const come = wantsLessData() ? [] : await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 17px "Public Sans"`))).catch(() => []);
  return () => {
    if (come.length > 0) {
      root.dataset.typeface = 'own';
    }
  };
}

/**
 * What the page around this one, or the browser, does not let the form do, and what is done instead.
 * @param {Form} form
 */
async function showSurroundings(form) {
  const { checks, limits, mayDownload } = await import('./self_check.mjs');
  form.showChecks({ checks: checks() });
  if (!mayDownload()) {
    const { offerText } = await import('./copy_text.mjs');
    form.showTexts(offerText);
  }
  if (limits()) {
    form.tell(limits());
  }
}

// What does not come now is asked for again when it is needed; so is the canvas where less data is asked for.
/** @param {Form} form */
async function bringForLater(form) {
  const parts = [
    () => import('../twin/chart.mjs'),
    () => import('./copy_text.mjs'),
    () => 'CSSMarginRule' in globalThis || import('./print_pages.mjs'),
    async () => wantsLessData() || (await import('../canvas/canvas_host.mjs')).bringCanvas(),
    bringDocuments,
    () => import('./many_files.mjs'),
    () => form.bringReport(),
    () => form.ofSite.bring(),
  ];
  let isWhole = !wantsLessData();
  for (const part of parts) {
    await idle();
    try {
      await part();
    } catch (error) {
      console.warn(error);
      isWhole = false;
    }
  }
  if (isWhole) {
    performance.mark('everything');
  }
}
