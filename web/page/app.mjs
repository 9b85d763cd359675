// The page: loads the wizard, lets the twin take over the first screen that was laid out with the page, does what was
// kept meanwhile (early.mjs), then brings in what can wait (the canvas, the ZIP and the older tables).
//
// Order matters here, and nothing that comes later disturbs what is being typed. Whatever a person does goes through
// run(): an edit in, a patch and effects out.
//
// Does not decide anything about the packet and draws nothing itself.
import { bannerPrint } from '../package/actions.mjs';
import { Announcer } from '../twin/announcer.mjs';
import { bringStyle, bytesIfThere, bytesOf } from '../package/assets.mjs';
import { bringDocuments, cancelDocuments, overlayDocuments, printDocument, wordDocuments } from './documents.mjs';
import { takeOver } from '../twin/dom.mjs';
import { showCrash, showLoadFailure } from './failure.mjs';
import * as files from './files.mjs';
import { Keeping } from '../keeping/keeping.mjs';
import { keepOffline } from '../keeping/offline.mjs';
import { showProgress } from './progress.mjs';
import { SecondHalf } from './second_half.mjs';
import { Twin } from '../twin/twin.mjs';
import { canvasSuits, chosenView, keepView, watchWidth, widthOf } from './view_choice.mjs';
import { whyNoWebAssembly } from '../package/webassembly.mjs';
import { isCrash, loadWizard, localToday, untold } from '../package/wizard.mjs';

const root = document.querySelector('.ftt');
const stage = root.querySelector('.stage');
const { embedding } = root; // in other people's pages alone

let wizard;
let session;
let twin;
let announcer;
let host; // the canvas, once it is there
let lastGood = ''; // the packet after the last edit that went well
let offerText; // shows the text of a file, where downloads may be forbidden
let agency = {}; // what the agency sets, by its file and by the page around this one
let configured; // a promise that configuration.json is taken or refused
let secondHalf; // of the wizard

const shownChecks = {}; // what the page may do here, and what Check privacy found

// In other people's pages nothing is kept: the host is told of each change.
const keeping = embedding ? undefined : new Keeping({
  session: () => session,
  whole: () => secondHalf.comes,
  show(act) {
    const showIt = () => showAnswer(act(), { keepTyped: true });
    secondHalf.do(showIt, (error) => {
      throw error;
    });
    return true;
  },
  tell,
  untell,
  save: files.save,
  hasChosen: () => Boolean(root.early.hasChosen),
  stop,
});

// How far the canvas is, and what is on the screen, for whoever embeds, measures or tests the page: the view model as
// one patch, and the canvas's host, which counts its frames and knows where things lie.
root.dataset.canvas = 'loading';
root.ftt = {
  get screen() {
    return twin?.snapshot();
  },
  get canvas() {
    return host;
  },
  embedding,
};

// Where a part of the page did not come, watch.mjs says which; a frame in a host's page would keep what is not its own.
if (root.early && (embedding || root.dataset.embedded === undefined)) {
  start().catch((error) => (session && error !== secondHalf.failure ? stop(error) : showLoadFailure(root, error)));
}

async function start() {
  keeping?.prepare();
  const configuration = bytesIfThere('configuration.json');
  configuration.catch(() => {}); // Whoever waits for it is told.
  wizard = await loadWizard({ rates: ['current'], isWhole: false });
  secondHalf = new SecondHalf(root, wizard.bringRest());
  secondHalf.comes.catch(() => {}); // Whoever waits for it is told.
  // On a computer whose clock is before the tables this needs both halves.
  session = await secondHalf.answerOf(() => wizard.session());
  announcer = new Announcer(root);
  twin = new Twin(stage, {
    // Another field is left late, when the pointer is up again: by then this one may hold what was just typed.
    edit: (id, action, value) => edit(id, action, value, action === 'input' || (action === 'leave' && !twin.hasFocus(id))),
    openFile,
    focused: (id, visible) => host?.focus(id, visible),
    titled(text) {
      document.title = text;
    },
    count: (text) => announcer.sayLater(text),
  });
  takeOver(stage, () => {
    later(() => session.width(widthOf()));
    later(() => session.surroundings(keeping ? untold : {}));
  });
  await keeping?.begin(configuration.then((file) => secondHalf.answerOf(() => saysShared(file))));
  performance.mark('wizard-live');
  root.dataset.live = '';
  root.early().forEach((act) => act());

  files.acceptDrops(document, openFile);
  watchWidth((width) => later(() => session.width(width)));
  watchDay();
  addEventListener('keydown', printKey);
  addEventListener('beforeprint', layOnPaper);
  addEventListener('beforeunload', (event) => !keeping?.isOn && mayBeLost() && event.preventDefault());
  await (embedding && secondHalf.comes);
  embedding?.begin({
    snapshot() {
      twin.settle();
      return session.snapshot();
    },
    replace: (packet) => doForHost(() => session.replace(packet)),
    prefill(members) {
      twin.settle();
      doForHost(() => session.prefill(members));
    },
    resume: (packet, place) => doForHost(() => session.resume(packet, place)),
    goTo: (task) => doForHost(() => session.goTo(task)),
    show: (view) => view === root.dataset.view || effects.view(),
    configure,
  });
  await bringTheRest(configuration);
}

// What a person does in the wizard.
function edit(id, action, value, keepTyped = false) {
  if (action === 'press') {
    twin.settle();
    keeping?.settle();
  }
  run(() => session.edit(id, action, value), { keepTyped, isWork: action !== 'press' });
  keeping?.changed();
}

// Does one thing in the wizard and shows what it changed.
function run(act, options = {}) {
  secondHalf.do(() => showAnswer(act(), options), stop);
}

function showAnswer(answer, { keepTyped = false, isWork = false, movesFocus = true }) {
  const hadFocus = stage.contains(document.activeElement);
  if (answer.patch.nodes.length > 0 || answer.patch.removed.length > 0) {
    twin.apply(answer.patch, { keepTyped });
    if (isCanvas()) {
      host.patch(answer.bytes);
    }
  }
  if (isWork || embedding) {
    idle(keepLastGood);
  }
  for (const effect of answer.effects.filter(({ kind }) => movesFocus || kind !== 'focus')) {
    effects[effect.kind](effect);
  }
  if (hadFocus && document.activeElement === document.body) {
    twin.focusHeading();
  }
}

// What the page itself found out: whoever is typing meanwhile is not disturbed.
function later(act) {
  run(act, { keepTyped: true });
}

// What the page itself has to tell stands on the screen until it is closed, and is said.
function tell(text) {
  later(() => session.notice(text));
  announce(text);
}

// What was told holds no more: it goes from the screen, where it still is, and the words are said.
function untell(text, words) {
  later(() => session.takeBack(text));
  announce(words);
}

const effects = {
  announce: ({ content }) => announce(content),
  focus: ({ id }) => twin.focus(id),
  async save(effect) {
    const content = effect.settings ? await documentOf(effect) : effect.content;
    if (content) {
      const file = { name: effect.name, media_type: effect.media_type, content };
      if (!(await embedding?.offers('save', file))) {
        files.save(file);
        offerText?.(root, file, announce);
      }
      if (effect.id !== 'copy') {
        later(() => session.fileSaved());
        keeping?.changed();
      }
    }
  },
  async print(effect) {
    const html = await documentOf(effect);
    if (html && !(await embedding?.offers('print', { content: html }))) {
      await files.print(html).catch(({ message }) => tell(`The document could not be printed: ${message}`));
    }
  },
  open: () => files.choose((file) => openFile(file)),
  ...keeping?.effects,
  async check_privacy() {
    const { checkPrivacy } = await import('./self_check.mjs');
    const privacy = await checkPrivacy();
    showChecks({ privacy });
    announce(privacy[0].words);
  },
  moment: () => run(() => session.saveDates(Math.floor(Date.now() / 1000))),
  view() {
    const view = isCanvas() ? 'page' : 'canvas';
    embedding ?? keepView(view);
    if (view === 'page') {
      showPage();
    } else {
      showCanvas();
    }
  },
};

function openFile(file, field) {
  const open = async (bytes) => {
    await secondHalf.comes;
    keeping?.settle();
    if (field) {
      run(() => session.edit(field, 'choose', file.name));
    }
    run(() => session.open(file.name, bytes));
    keeping?.changed();
  };
  return files.read(file, open, { root, say: announce });
}

// What the host of the frame does leaves the focus where it is: that is the host's own page's. Throws where it is refused.
function doForHost(act) {
  let answer;
  try {
    answer = act();
  } catch (error) {
    if (isCrash(error)) {
      stop(error);
    }
    throw error;
  }
  run(() => answer, { movesFocus: false });
}

// The print document of the packet in an effect; where it cannot be made, the screen says why and there is none. It has
// what the agency sets, and waits for that.
async function documentOf({ content, settings }) {
  const options = () => ({ configuration: agency, ...JSON.parse(settings), now: now() });
  const progress = { root, words: 'Preparing the document …', say: announce, cancel: cancelDocuments };
  try {
    return await showProgress(progress, printDocument(content, options, configured));
  } catch (error) {
    const why = error.code === 'canceled' ? 'was canceled.' : `could not be made: ${error.message}`;
    tell(`The document ${why} All answers are kept; try again.`);
    return undefined;
  }
}

// The document's foot says when it was printed, which only the page knows.
const now = () =>
  new Date().toLocaleString('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });

function printKey(event) {
  if (event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    edit(bannerPrint, 'press', '');
  }
}

const announce = (text) => announcer.say(text);

const isCanvas = () => root.dataset.view === 'canvas';

async function showCanvas() {
  try {
    if (!host) {
      root.dataset.canvas = 'loading';
      const { startCanvas } = await import('../canvas/canvas_host.mjs');
      host = await startCanvas({
        root,
        stage,
        twin,
        canvas: root.querySelector('canvas'),
        fail: loseCanvas,
        edit,
      });
    } else {
      host.show();
    }
  } catch (error) {
    loseCanvas(error);
    return;
  }
  root.dataset.canvas = 'drawn';
  layOverCanvas();
  later(() => session.canvasView(true));
  tellFocus();
}

function showPage() {
  layOnPage();
  later(() => session.canvasView(false));
}

function layOverCanvas() {
  root.dataset.view = 'canvas';
  host.patch(session.screen().bytes);
}

function layOnPage() {
  root.dataset.view = 'page';
  host?.hide();
  twin.unplace();
}

// The browser's own menu prints what it shows, and of a canvas that is one screen, stretched: paper gets the page view.
function layOnPaper() {
  if (!isCanvas()) {
    return;
  }
  layOnPage();
  const back = () => {
    if (host) {
      host.show();
      layOverCanvas();
    }
  };
  addEventListener('afterprint', back, { once: true });
}

function loseCanvas(error) {
  console.warn(error);
  host?.stop();
  host = undefined;
  root.dataset.canvas = 'lost';
  showPage();
  tell(`This is the page view: the canvas cannot be drawn here (${error.message}). All answers are kept.`);
}

// The canvas came while a field was being typed in: it draws the ring where the focus is.
function tellFocus() {
  const focused = document.activeElement;
  if (stage.contains(focused)) {
    focused.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  }
}

async function bringTheRest(configuration) {
  await secondHalf.comes;
  configured = takeConfiguration(configuration);
  // A common face stands in until the type is there, and for good where it does not come.
  await bringStyle('fonts.css');
  await idle();
  await bringSurroundings();
  if (!whyNoWebAssembly && (embedding?.view ?? chosenView() ?? (canvasSuits() ? 'canvas' : 'page')) === 'canvas') {
    await showCanvas();
  } else {
    root.dataset.canvas = 'unused';
  }
  await configured;
  for (const part of ['zip', 'history']) {
    await idle();
    try {
      await wizard.loadRates(part);
    } catch (error) {
      if (isCrash(error)) {
        throw error;
      }
      tell(`Some tables are missing: ${error.message} Load the page again when the network is back.`);
    }
    later(() => session.ratesChanged());
  }
  performance.mark('complete');
  await bringForLater();
  await keepOffline({ root, say: announce, tell });
}

// What the page around this one, or the browser, does not let the form do, and what is done instead.
async function bringSurroundings() {
  const { checks, limits, mayDownload } = await import('./self_check.mjs');
  showChecks({ checks: checks() });
  if (!mayDownload()) {
    ({ offerText } = await import('./copy_text.mjs'));
  }
  if (limits()) {
    tell(limits());
  }
}

function showChecks(found) {
  Object.assign(shownChecks, found);
  if (keeping) {
    keeping.showChecks(shownChecks);
  } else {
    later(() => session.surroundings(shownChecks));
  }
}

// Everything that a press may ask for comes while nobody waits for it: from here on nothing is asked of the network. What
// does not come now is asked for again when it is needed.
async function bringForLater() {
  const parts = [
    () => import('../twin/chart.mjs'),
    () => globalThis.CSSMarginRule ?? import('./print_pages.mjs'),
    async () => (await import('../canvas/canvas_host.mjs')).bringCanvas(),
    bringDocuments,
  ];
  let isWhole = true;
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

// Whether the configuration says that its computers are shared; undefined without one. Throws where that cannot be known.
function saysShared(file) {
  if (!file) {
    return undefined;
  }
  const { members, refused, refused_whole: isRefusedWhole } = wizard.readConfiguration(file);
  const unknown = refused.find(({ where }) => isRefusedWhole || where === '/shared_computer');
  if (unknown) {
    throw new TypeError(unknown.message);
  }
  return Boolean(members.shared_computer);
}

// Takes what lies beside the page as configuration.json, if anything does. Keeping has seen to shared computers when it
// began.
async function takeConfiguration(configuration) {
  let file;
  try {
    file = await configuration;
  } catch (error) {
    tellRefused(`configuration.json was refused: ${error.message} The settings built in go on.`);
  }
  const members = file ? readConfiguration(file, 'configuration.json') : {};
  embedding?.allow(members.hosts ?? []);
  await bringFilesOf(members);
}

// A configuration that is refused may be what says that this is a shared computer.
function tellRefused(words) {
  tell([words, keeping?.closedWords].filter(Boolean).join(' '));
}

// Takes what an agency sets from the page around this one.
function configure(text) {
  return bringFilesOf(readConfiguration(text, 'the configuration'));
}

// Takes what an agency sets, in the bytes of its file or as text, and tells what of it is refused; gives the members that
// hold.
function readConfiguration(file, name) {
  const { members, refused, refused_whole: isRefusedWhole } = wizard.readConfiguration(file);
  if (refused.length > 0) {
    const words = refused.map(({ where, message }) => `${where}${where && ': '}${message}`).join(' ');
    tellRefused(
      isRefusedWhole
        ? `All of ${name} was refused: ${words} What was set before holds.`
        : `Of ${name}, this was refused: ${words} All else holds.`,
    );
  }
  agency = { ...agency, ...members };
  later(() => session.configure(agency));
  return members;
}

// The tables and the wording that a configuration names.
async function bringFilesOf(members) {
  for (const address of members.rates ?? []) {
    try {
      const bytes = await bytesOf(address);
      wizard.overlayRates(bytes);
      overlayDocuments(bytes);
      later(() => session.ratesChanged());
    } catch (error) {
      if (isCrash(error)) {
        throw error;
      }
      const place = error.where ? `${error.where}: ` : '';
      tell(`The tables in ${address} were refused: ${place}${error.message} The tables in use go on.`);
    }
  }
  if (members.wording !== undefined) {
    await takeWording(members.wording);
  }
}

// The agency's own words for the clauses, which lie beside the page.
async function takeWording(address) {
  try {
    await wordDocuments(await bytesOf(address));
  } catch (error) {
    if (isCrash(error)) {
      throw error;
    }
    const place = error.where ? `${error.where}: ` : '';
    tell(`The wording in ${address} was refused: ${place}${error.message} Documents are printed in the words built in.`);
  }
}

function watchDay() {
  let day = localToday();
  const look = () => {
    if (day !== localToday()) {
      day = localToday();
      later(() => session.today(day));
    }
  };
  setInterval(look, 60_000);
  document.addEventListener('visibilitychange', look);
}

// Small frames in other pages are never told that nobody is busy: after a second it is taken to be so.
function idle(act = () => {}) {
  return new Promise((resolve) => {
    const begin = () => {
      act();
      resolve();
    };
    if (window.requestIdleCallback) {
      requestIdleCallback(begin, { timeout: 1000 });
    } else {
      setTimeout(begin);
    }
  });
}

async function keepLastGood() {
  try {
    const now = await secondHalf.answerOf(() => session.snapshot());
    lastGood = now.packet;
    embedding?.changed(now);
  } catch (error) {
    stop(error);
  }
}

// Whether something is on the screen that is in no file; after a mistake of ours that is not known.
function mayBeLost() {
  try {
    return session.snapshot().is_unsaved;
  } catch {
    return true;
  }
}

function stop(error) {
  host?.stop();
  showCrash(root, error, lastGood);
}
