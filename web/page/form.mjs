// The form at work: whatever a person does goes through edit() and whatever the page finds out through later(); a patch and
// effects come out of the session, and are shown and done here.
//
// What needs the second half of the wizard waits for it (second_half.mjs). Does not decide anything about the packet and
// draws nothing itself.
import { Announcer } from '../twin/announcer.mjs';
import { Agency } from './agency.mjs';
import { takeOver } from '../twin/dom.mjs';
import { showCrash } from './failure.mjs';
import * as files from './files.mjs';
import { idle } from './idle.mjs';
import { Keeping } from '../keeping/keeping.mjs';
import { HandOut } from './hand_out.mjs';
import { SitePackets } from './site_packets.mjs';
import { Twin } from '../twin/twin.mjs';
import { keepView } from './view_choice.mjs';
import { Views } from './views.mjs';
import { Way } from './address.mjs';
import { evidenceFile, reportStep, sheetFields } from '../package/actions.mjs';
import { firstSurroundings, isCrash, localToday } from '../package/wizard.mjs';

/** @import {Action, Answer, CopyEffect, Effect, ReportEffect, SaveEffect, SheetName, Surroundings} from '../package/types.mjs' */
/** @import {Wizard} from '../package/wizard.mjs' */
/** @import {Opening} from '../keeping/opening.mjs' */
/** @import {Session} from '../keeping/types.mjs' */
/** @import {SecondHalf} from './second_half.mjs' */
/** @import {ManyFiles} from './many_files.mjs' */
/** @import {ReportMaker} from './report_maker.mjs' */
/** @import {ChosenFile, Door, PageScreen, Root, Say} from './types.mjs' */

/**
 * How an answer is shown: `keepTyped` leaves the field that has the focus as it is, `isWork` was typed or chosen, and
 * without `movesFocus` the focus stays where it is; `isVisit` is where the address leads.
 * @typedef {{keepTyped?: boolean, isWork?: boolean, movesFocus?: boolean, isVisit?: boolean}} Showing
 */

/** The session with its faces. */
export class Form {
  #root;
  #stage;
  #session;
  #secondHalf;
  #announcer;
  #twin;
  #agency;
  #views;
  #keeping;
  #files;
  #way;
  #digests = 0; // files that were chosen as evidence until now
  #lastGood = ''; // the packet after the last edit that went well
  #willKeepLastGood = false; // once nobody is busy
  /** @type {ManyFiles | undefined} */
  #many; // the files that are looked through, once some were chosen
  /** @type {Promise<ReportMaker> | undefined} */
  #report; // who makes the report on many packets, once something was chosen for it
  /** @type {Surroundings} */
  #checks; // what the page may do here, and what Check privacy found

  /**
   * @param {Root} root
   * @param {object} parts
   * @param {Wizard} parts.wizard
   * @param {Session} parts.session
   * @param {SecondHalf} parts.secondHalf
   * @param {Opening} [parts.opening] of what is kept; in other people's pages nothing is, and the host is told of each change
   */
  constructor(root, { wizard, session, secondHalf, opening }) {
    this.#root = root;
    this.#checks = root.embedding ? { is_embedded: true } : location.protocol === 'file:' ? { is_file: true } : {};
    this.#stage = /** @type {HTMLElement} */ (root.querySelector('.stage'));
    this.#session = session;
    this.#secondHalf = secondHalf;
    this.#announcer = new Announcer(root);
    this.#twin = new Twin(this.#stage, {
      // Another field is left late, when the pointer is up again: by then this one may hold what was just typed.
      edit: (id, action, value) => this.edit(id, action, value, action === 'input' || (action === 'leave' && !this.#twin.hasFocus(id))),
      openFile: (file, field) => this.openFile(file, field),
      focused: (id, visible) => this.canvas?.focus(id, visible),
      titled: (text) => { document.title = text; },
      count: (text) => this.#announcer.sayLater(text),
      layOut: (draw) => this.#secondHalf.do(() => draw(this.#session), (error) => this.stop(error)),
    });
    /** @type {PageScreen} */
    const screen = { later: (act) => this.later(act), tell: (text) => this.tell(text), say: this.say };
    this.#views = new Views(root, {
      stage: this.#stage,
      twin: this.#twin,
      session,
      screen,
      edit: (id, action, value) => this.edit(id, action, value),
    });
    this.#keeping = opening && this.#keepingIn(opening);
    // A configuration that is refused may be what says that this is a shared computer.
    const tellRefused = (/** @type {string} */ words) => this.tell([words, this.#keeping?.closedWords].filter(Boolean).join(' '));
    this.#agency = new Agency({ wizard, session, screen, tellRefused });
    this.#files = new HandOut(root, this.#agency, screen);
    /** The sample and the worked cases. */
    this.ofSite = new SitePackets((name, bytes) => this.#open(name, bytes), screen.tell);
    this.#way = root.embedding ? undefined : new Way({
      visit: (target) => this.#visit(target),
      target: () => this.#twin.target,
      places: () => this.#twin.sight.places(),
      goBackTo: (places) => this.#twin.sight.goBackTo(places),
    });
  }

  /**
   * Takes configuration.json, or tells why not.
   * @param {Promise<Uint8Array | undefined>} file on its way
   */
  takeConfiguration(file) {
    return this.#agency.takeFile(file, (hosts) => this.#root.embedding?.allow(hosts));
  }

  /**
   * Where downloads may be forbidden the text of each file is shown, too.
   * @param {HandOut['offerText']} offerText
   */
  showTexts(offerText) {
    this.#files.offerText = offerText;
  }

  /** The canvas, once it is there. */
  get canvas() {
    return this.#views.canvas;
  }

  /** The view model as one patch. */
  get screen() {
    return this.#twin.snapshot();
  }

  /**
   * Takes over the first screen, which was laid out with the page, and restores what is kept. Resolves once the person can
   * go on.
   * @param {Answer} first the first screen, as wide as the page is
   * @param {Promise<boolean | undefined>} isShared as for Keeping.begin()
   */
  async begin(first, isShared) {
    takeOver(this.#stage, () => {
      this.#show(first, { keepTyped: true });
      this.later(() => this.#session.surroundings(this.#keeping ? { ...firstSurroundings, ...this.#checks } : this.#checks));
    });
    await this.#keeping?.begin(isShared);
    this.#way?.begin();
    addEventListener('beforeunload', (event) => !this.#keeping?.isOn && this.#mayBeLost() && event.preventDefault());
  }

  /**
   * What a person does in the wizard.
   * @param {string} id
   * @param {Action} action
   * @param {string} value
   */
  edit(id, action, value, keepTyped = false) {
    if (action === 'press') {
      this.#way?.does();
      this.#twin.settle();
      this.#keeping?.settle();
    }
    this.#run(() => this.#session.edit(id, action, value), { keepTyped, isWork: action !== 'press' });
    this.#keeping?.changed();
  }

  /**
   * The id of the button that a letter presses together with Ctrl or Cmd.
   * @param {string} letter
   */
  buttonOf(letter) {
    return this.#twin.buttonOf(letter);
  }

  /**
   * A person chose or dropped a file, to be gone on with or for a file field.
   * @param {File} file
   * @param {string} [field]
   */
  openFile(file, field) {
    if (field === evidenceFile) {
      const number = (this.#digests += 1);
      this.#run(() => this.#session.awaitDigest(number, file.name));
      return this.#files.digest(file, (sha256) => this.later(() => this.#session.takeDigest(number, sha256)));
    }
    const sheet = Object.entries(sheetFields).find(([, one]) => one === field)?.[0];
    if (sheet) {
      return this.#withReport((report) => report.addSheet(/** @type {SheetName} */ (sheet), file));
    }
    const page = { root: this.#root, say: this.say, tell: (/** @type {string} */ text) => this.tell(text) };
    return files.read(file, (bytes) => this.#open(file.name, bytes, field), page);
  }

  /**
   * A person dropped a file, to be gone on with, for a file field, or for the report on many packets where that is open.
   * @param {File} file
   * @param {string} [field]
   */
  takeDropped(file, field) {
    if (field || this.#twin.target !== reportStep) {
      return this.openFile(file, field);
    }
    return this.#withReport((report) => report.add([{ name: file.name, file }]));
  }

  /**
   * Many files that were dropped, for the report where that is open, else to be looked through.
   * @param {Promise<ChosenFile[]>} chosen
   */
  async takeManyDropped(chosen) {
    if (this.#twin.target !== reportStep) {
      return this.lookThrough(chosen);
    }
    const found = await chosen;
    return this.#withReport((report) => report.add(found));
  }

  /**
   * Many files, to be looked through.
   * @param {ChosenFile[] | Promise<ChosenFile[]>} chosen
   */
  async lookThrough(chosen) {
    const [{ ManyFiles }] = await Promise.all([import('./many_files.mjs'), this.#secondHalf.comes]);
    this.#many ??= new ManyFiles({
      look: (found) => this.later(() => this.#session.lookThrough(found)),
      options: () => ({ today: localToday(), configuration: this.#agency.members, seen: this.#session.seen() }),
      tell: (text) => this.tell(text),
    });
    const files = await chosen;
    this.#way?.does();
    await this.#many.look(files);
  }

  /**
   * What stands behind the # of the address is the page's alone: no server is ever told.
   * @param {string} fragment
   */
  openLink(fragment) {
    this.#way?.does();
    this.#keeping?.settle();
    this.#run(() => this.#session.openLink(fragment));
    this.#keeping?.changed();
  }

  /**
   * What the page itself found out: whoever is typing meanwhile is not disturbed.
   * @param {() => Answer} act
   */
  later(act) {
    this.#run(act, { keepTyped: true });
  }

  /**
   * What the page itself has to tell stands on the screen until it is closed, and is said.
   * @param {string} text
   */
  tell(text) {
    this.later(() => this.#session.notice(text));
    this.say(text);
  }

  /** @type {Say} */
  say = (text) => this.#announcer.say(text);

  /**
   * What the page may do here and what Check privacy found.
   * @param {Surroundings} found
   */
  showChecks(found) {
    Object.assign(this.#checks, found);
    if (this.#keeping) {
      this.#keeping.showChecks(this.#checks);
    } else {
      this.later(() => this.#session.surroundings(this.#checks));
    }
  }

  /**
   * Shows the canvas, where it can be drawn.
   * @param {Promise<() => void>} [before] what is to be done in the moment in which it is seen
   */
  showCanvas(before) {
    return this.#views.showCanvas(before);
  }

  /**
   * What a host can do in the form.
   * @returns {Door}
   */
  get door() {
    const session = this.#session;
    return {
      snapshot: () => {
        this.#twin.settle();
        return session.snapshot();
      },
      estimate: () => session.estimate(),
      replace: (packet) => this.#doForHost(() => session.replace(packet)),
      prefill: (members) => {
        this.#twin.settle();
        this.#doForHost(() => session.prefill(members));
      },
      resume: (packet, place) => this.#doForHost(() => session.resume(packet, place)),
      goTo: (task) => this.#doForHost(() => session.goTo(task)),
      show: (view) => view === this.#root.dataset.view || this.#switchView(),
      configure: (text) => this.#agency.configure(text),
    };
  }

  /**
   * After a mistake of ours nothing goes on.
   * @param {unknown} error
   */
  stop(error) {
    this.canvas?.stop();
    showCrash(this.#root, error, this.#lastGood);
  }

  /** @param {Opening} opening */
  #keepingIn(opening) {
    return new Keeping({
      session: () => this.#session,
      whole: () => this.#secondHalf.comes,
      show: (act) => this.#secondHalf.do(() => this.#show(act(), { keepTyped: true }), (error) => {
        throw error;
      }),
      tell: (text) => this.tell(text),
      takeBack: (text, words) => {
        this.later(() => this.#session.takeBack(text));
        this.say(words);
      },
      save: files.save,
      hasChosen: () => Boolean(this.#root.early?.hasChosen),
      stop: (error) => this.stop(error),
    }, opening, this.#checks);
  }

  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   * @param {string} [field]
   */
  async #open(name, bytes, field) {
    await this.#secondHalf.comes;
    this.#way?.does();
    this.#keeping?.settle();
    if (field) {
      this.#run(() => this.#session.edit(field, 'choose', name));
    }
    this.#keeping?.recallSeen();
    this.#run(() => this.#session.open(name, bytes));
    this.#keeping?.changed();
  }

  /**
   * Does one thing in the wizard and shows what it changed.
   * @param {() => Answer} act
   * @param {Showing} [showing]
   */
  #run(act, showing = {}) {
    this.#secondHalf.do(() => this.#show(act(), showing), (error) => this.stop(error));
  }

  /**
   * @param {Answer} answer
   * @param {Showing} showing
   */
  #show(answer, { keepTyped = false, isWork = false, movesFocus = true, isVisit = false }) {
    const { patch, effects } = answer;
    const hadFocus = this.#stage.contains(document.activeElement);
    if (patch.nodes.length > 0 || patch.removed.length > 0) {
      this.#twin.apply(patch, { keepTyped });
      this.#views.patch(answer);
    }
    if ((isWork || this.#root.embedding) && !this.#willKeepLastGood) {
      this.#willKeepLastGood = true;
      idle(() => {
        this.#willKeepLastGood = false;
        this.#keepLastGood();
      });
    }
    for (const effect of effects.filter(({ kind }) => movesFocus || kind !== 'focus')) {
      this.#do(effect);
    }
    if (hadFocus && document.activeElement === document.body) {
      this.#twin.focusHeading();
    }
    this.#way?.shown(isVisit);
  }

  /**
   * Goes where the address leads.
   * @param {string} target
   */
  #visit(target) {
    this.#twin.settle();
    this.#run(() => this.#session.visit(target), { isVisit: true });
    this.#keeping?.changed();
  }

  /**
   * What the session asks of the page.
   * @param {Effect} effect
   */
  #do(effect) {
    switch (effect.kind) {
      case 'announce':
        return this.say(effect.content);
      case 'focus':
        return this.#twin.focus(effect.id);
      case 'save':
        return this.#save(effect);
      case 'print':
        return this.#files.print(effect);
      case 'copy':
        return this.#copy(effect);
      case 'address':
        return history.replaceState(history.state, '', `${location.pathname}${location.search}${effect.content ?? ''}`);
      case 'open':
        return files.choose((file) => this.openFile(file));
      case 'inbox_files':
      case 'inbox_folder':
        return files.chooseMany(effect.kind === 'inbox_folder', (chosen) => this.lookThrough(chosen));
      case 'inbox_cancel':
        return this.#many?.cancel();
      case 'inbox_open':
        return this.#openOneOfMany(effect.name);
      case 'report_files':
      case 'report_folder':
        return files.chooseMany(effect.kind === 'report_folder', (chosen) => this.#withReport((report) => report.add(chosen)), files.manyPackets);
      case 'report_without':
      case 'report_make':
      case 'report_cancel':
      case 'report_rows':
      case 'report_save':
      case 'report_template':
        return this.#withReport((report) => report.do(effect));
      case 'sample':
        return this.ofSite.openSample();
      case 'cases':
        return this.ofSite.showCases();
      case 'accessibility':
        return this.ofSite.showStatement();
      case 'check_privacy':
        return this.#checkPrivacy();
      case 'moment':
        return this.#run(() => this.#session.saveDates(Math.floor(Date.now() / 1000)));
      case 'view':
        return this.#switchView();
      default:
        return this.#keeping?.do(effect);
    }
  }

  /** @param {string} name */
  #openOneOfMany(name) {
    const file = this.#many?.find(name);
    return file && this.openFile(file);
  }

  /** Brings who makes the report on many packets, so that a report needs no network. */
  async bringReport() {
    await (await this.#reportMaker()).bring();
  }

  #reportMaker() {
    this.#report ??= Promise.all([import('./report_maker.mjs'), this.#secondHalf.comes]).then(([{ ReportMaker }]) => new ReportMaker({
      tellSession: (told) => this.later(() => this.#session.tellReport(told)),
      settings: async () => {
        await this.#agency.taken;
        return this.#agency.members;
      },
      save: (file) => this.#files.offerBytes(file),
    }));
    this.#report.catch(() => {
      this.#report = undefined; // what does not come now is asked for again
    });
    return this.#report;
  }

  /**
   * Does it with who makes the report.
   * @param {(report: ReportMaker) => unknown} act
   */
  async #withReport(act) {
    try {
      await act(await this.#reportMaker());
    } catch (error) {
      this.tell(`The report could not be made: ${/** @type {Error} */ (error).message}`);
    }
  }

  #switchView() {
    const view = this.#views.isCanvas ? 'page' : 'canvas';
    if (!this.#root.embedding) {
      keepView(view);
    }
    if (view === 'page') {
      this.#views.showPage();
      this.say('This is the page view.');
    } else {
      this.#views.showCanvas().then(() => this.#views.isCanvas && this.say('This is the canvas view.'));
    }
  }

  /** @param {SaveEffect} effect */
  async #save(effect) {
    if (!(await this.#files.save(effect))) {
      return;
    }
    this.say(`Saved to ${effect.name}.`);
    if (effect.id !== 'copy') {
      this.later(() => this.#session.fileSaved());
      this.#keeping?.changed();
    }
  }

  /** @param {CopyEffect} effect */
  async #copy({ id, name, content }) {
    if (await this.#files.copy({ words: name, content })) {
      this.later(() => this.#session.copied(id));
    }
  }

  async #checkPrivacy() {
    const { checkPrivacy } = await import('./self_check.mjs');
    const privacy = await checkPrivacy();
    this.showChecks({ privacy });
    this.say(privacy[0].words);
  }

  /**
   * What the host of the frame does leaves the focus where it is: that is the host's own page's. Throws where it is refused.
   * @param {() => Answer} act
   */
  #doForHost(act) {
    let answer;
    try {
      answer = act();
    } catch (error) {
      if (isCrash(error)) {
        this.stop(error);
      }
      throw error;
    }
    this.#run(() => answer, { movesFocus: false });
  }

  async #keepLastGood() {
    try {
      const now = await this.#secondHalf.answerOf(() => this.#session.snapshot());
      this.#lastGood = now.packet;
      this.#root.embedding?.changed(now);
    } catch (error) {
      this.stop(error);
    }
  }

  // Whether something is on the screen that is in no file; after a mistake of ours that is not known.
  #mayBeLost() {
    try {
      return this.#session.snapshot().is_unsaved;
    } catch {
      return true;
    }
  }
}
