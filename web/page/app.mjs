// The page: loads the wizard, lets the form take over the first screen that was laid out with the page, does what was kept
// meanwhile (early.mjs), then brings in what can wait (bring_rest.mjs).
//
// Order matters here, and nothing that comes later disturbs what is being typed. Does not decide anything about the packet
// and draws nothing itself: the form is form.mjs.
import { bytesIfThere } from '../package/assets.mjs';
import { whenNamed } from './address.mjs';
import { saysShared } from './agency.mjs';
import { bringTheRest } from './bring_rest.mjs';
import { showLoadFailure } from './failure.mjs';
import { acceptDrops } from './files.mjs';
import { Form } from './form.mjs';
import { watchKeys } from './keys.mjs';
import { Opening } from '../keeping/opening.mjs';
import { SecondHalf } from './second_half.mjs';
import { turnOfOthers } from './slices.mjs';
import { watchWidth, widthOf } from './view_choice.mjs';
import { freshId, loadWizard, localToday } from '../package/wizard.mjs';

/** @import {Early, Root} from './types.mjs' */

const root = /** @type {Root} */ (document.querySelector('.ftt'));
const { embedding } = root; // in other people's pages alone

/** @type {Form | undefined} */
let form;
/** @type {SecondHalf | undefined} */
let secondHalf; // of the wizard

// How far the canvas is, and what is on the screen, for whoever embeds, measures or tests the page: the view model as
// one patch, and the canvas's host, which counts its frames and knows where things lie.
root.dataset.canvas = 'loading';
root.ftt = {
  get screen() {
    return form?.screen;
  },
  get canvas() {
    return form?.canvas;
  },
  embedding,
};

// Where a part of the page did not come, watch.mjs says which; a frame in a host's page would keep what is not its own.
if (root.early && (embedding || root.dataset.embedded === undefined)) {
  start(root.early).catch((error) => (form && error !== secondHalf?.failure ? form.stop(error) : showLoadFailure(root, error)));
}

/** @param {Early} early */
async function start(early) {
  const opening = embedding ? undefined : new Opening(freshId());
  opening?.prepare();
  const configuration = bytesIfThere('configuration.json');
  configuration.catch(() => {}); // Whoever waits for it is told.
  const wizard = await loadWizard({ rates: ['current'], isWhole: false });
  const half = new SecondHalf(root, wizard.bringRest());
  secondHalf = half;
  half.comes.catch(() => {}); // Whoever waits for it is told.
  await turnOfOthers(); // Much is to be done until the form is there: whoever scrolls meanwhile does not wait for all of it.
  // On a computer whose clock is before the tables this needs both halves.
  const session = await half.answerOf(() => wizard.session());
  await turnOfOthers();
  const first = await half.answerOf(() => session.width(widthOf()));
  await turnOfOthers();
  const made = new Form(root, { wizard, session, secondHalf: half, opening });
  form = made;
  await made.begin(first, configuration.then((file) => half.answerOf(() => saysShared(wizard, file))));
  performance.mark('wizard-live');
  root.dataset.live = '';
  early().forEach((act) => act());
  embedding ?? whenNamed('estimate', (estimate) => made.openLink(`#estimate=${estimate}`)); // A page around has its own.

  acceptDrops(document, (file, field) => made.takeDropped(file, field), (files) => made.takeManyDropped(files));
  watchWidth((width) => made.later(() => session.width(width)));
  watchDay((day) => made.later(() => session.today(day)));
  watchKeys({ buttonOf: (letter) => made.buttonOf(letter), press: (id) => made.edit(id, 'press', '') });
  await (embedding && half.comes);
  embedding?.begin(made.door);
  await half.comes;
  embedding ?? made.ofSite.begin();
  await bringTheRest(root, { form: made, wizard, session, configuration });
}

/** @param {(day: string) => void} changed called after midnight */
function watchDay(changed) {
  let day = localToday();
  const look = () => {
    if (day !== localToday()) {
      day = localToday();
      changed(day);
    }
  };
  setInterval(look, 60_000);
  document.addEventListener('visibilitychange', look);
}
