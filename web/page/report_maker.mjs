// The report on many packets, made beside the page: files are read by some workers at a time, each into a partial, which the
// first of them puts together and makes the report of; the session is told how far it is, and the rows that it shows.
//
// Of what was read nothing is kept but in the workers, until others are chosen or the page goes. Does not know what is in a
// file or in a table.
import { overlayTables } from './documents.mjs';
import { freeNames } from './many_files.mjs';
import { ReportAsker } from './report_asker.mjs';
import { ReportReading } from './report_reading.mjs';
import { filesAtOnce } from './sharing_out.mjs';
import { slices } from './slices.mjs';

/** @import {Configuration, ReportEffect, SheetName} from '../package/types.mjs' */
/** @import {ChosenFile} from './types.mjs' */

/** @typedef {{today: string, fiscalYear: string, edition: 'ohrm' | 'circulation', rows: number}} Asked  rows: of a page of a table */
/** @typedef {{name: string, media_type: string, content: Blob}} MadeFile */

const mostWorkers = 2; // each holds the tables, from when the page is loaded

/** The files that were chosen, and who has read them. */
export class ReportMaker {
  #tellSession;
  #settings;
  #save;
  #chosen = noFiles();
  #taken = Promise.resolve(); // once all that was chosen until now is among them
  /** @type {Partial<Record<SheetName, File>>} */
  #sheets = {};
  /** @type {ReportAsker[]} */
  #askers = []; // the first has the whole partial, and the report
  #areStarted = false;
  #overlaid = 0; // how many of the agency's newer tables they have
  #gathered = ''; // what it was gathered by; empty before
  /** @type {{isOver: boolean} | undefined} */
  #turn; // what is being done
  /** @type {ReportReading | undefined} */
  #reading; // that goes on, or was last

  /**
   * @param {object} parts
   * @param {(told: string) => void} parts.tellSession takes JSON
   * @param {() => Promise<Configuration>} parts.settings what the agency sets
   * @param {(file: MadeFile) => void} parts.save
   */
  constructor({ tellSession, settings, save }) {
    this.#tellSession = tellSession;
    this.#settings = settings;
    this.#save = save;
  }

  /**
   * These too.
   * @param {ChosenFile[]} chosen
   */
  add(chosen) {
    this.#taken = this.#taken.then(() => this.#take(chosen));
    return this.#taken;
  }

  /**
   * A sheet, or the report before.
   * @param {SheetName} name
   * @param {File} file
   */
  addSheet(name, file) {
    this.#sheets[name] = file;
    this.#tellChosen();
  }

  /**
   * Lets go of all files, or of one of the sheets.
   * @param {string} name
   */
  without(name) {
    if (name === 'files') {
      this.#chosen = noFiles();
      this.#begunAnew();
      return;
    }
    delete this.#sheets[/** @type {SheetName} */ (name)];
    this.#tellChosen();
  }

  /**
   * What the session asks for.
   * @param {ReportEffect} effect
   */
  do(effect) {
    switch (effect.kind) {
      case 'report_cancel':
        return this.cancel();
      case 'report_without':
        return this.without(effect.id);
      case 'report_make':
        return this.make(askedIn(effect.content));
      case 'report_rows':
        return this.rows(effect.id, Number(effect.content));
      case 'report_save':
        return this.save(effect.id, effect);
      default:
        return this.template(effect.id, askedIn(effect.content), effect);
    }
  }

  /**
   * Makes the report; what was read by the same day, year and settings is not read again. Resolves when it is there, could
   * not be made, or was canceled.
   * @param {Asked} asked
   */
  async make(asked) {
    await this.#do(async (turn) => {
      const options = { ...asked, configuration: await this.#settings() };
      const lead = await this.#gather(turn, options);
      if (turn.isOver) {
        return;
      }
      this.#tell({ state: 'making' });
      const made = await lead.ask('make', options, this.#sheets);
      if (!turn.isOver) {
        this.#tellSession(`{"state":"done","made":${made}}`);
      }
    });
  }

  /** Reads no more. */
  cancel() {
    if (this.#isBusy) {
      this.#end();
      this.#tell({ state: 'canceled' });
    }
  }

  /** Brings who makes it, so that a report needs no network. */
  async bring() {
    await Promise.all(this.#start().map(({ isThere }) => isThere));
  }

  /**
   * Some rows of a table of the report.
   * @param {string} table
   * @param {number} first
   */
  async rows(table, first) {
    await this.#ofReport(async (lead) => this.#tellSession(`{"state":"rows","rows":${await lead.ask('rows', table, first)}}`));
  }

  /**
   * The report as a file, or what was gathered to be merged.
   * @param {string} format
   * @param {Omit<MadeFile, 'content'>} file
   */
  async save(format, { name, media_type }) {
    await this.#ofReport(async (lead) => {
      const content = /** @type {Blob} */ (await lead.ask('fileOf', format));
      this.#save({ name, media_type, content });
    });
  }

  /**
   * A sheet to be filled in; that of the actuals has a row for each arrangement of what was chosen.
   * @param {string} sheet
   * @param {Asked} asked
   * @param {Omit<MadeFile, 'content'>} file
   */
  async template(sheet, asked, { name, media_type }) {
    await this.#do(async (turn) => {
      const options = { ...asked, configuration: await this.#settings() };
      // The other sheets hang on no packet.
      const lead = sheet === 'actuals' ? await this.#gather(turn, options) : this.#start()[0];
      const content = turn.isOver ? undefined : /** @type {Blob} */ (await lead.ask('template', sheet, options));
      if (content && !turn.isOver) {
        this.#save({ name, media_type, content });
        this.#tell({ state: 'ready' });
      }
    });
  }

  /** @param {object} told */
  #tell(told) {
    this.#tellSession(JSON.stringify(told));
  }

  #tellChosen() {
    const sheets = Object.fromEntries(Object.entries(this.#sheets).map(([name, file]) => [name, file.name]));
    this.#tell({ state: 'chosen', files: this.#chosen.files.size, sheets });
  }

  /** @param {ChosenFile[]} chosen */
  async #take(chosen) {
    const into = this.#chosen;
    const giveWay = slices();
    for (const one of chosen) {
      putInto(into, one);
      await giveWay();
    }
    this.#begunAnew();
    this.#startBeside();
  }

  /** The modules start while the person goes on; that of the page would hold it up. */
  async #startBeside() {
    const askers = this.#start();
    if (!this.#areStarted && (await askers[0].isBeside)) {
      this.#areStarted = true;
      const some = [...this.#chosen.files].slice(0, filesAtOnce).map(([name, file]) => ({ name, file }));
      await Promise.all(askers.map((asker) => asker.ask('start', some))).catch(() => {}); // whoever asks for more is told
    }
  }

  // The report that is there can still be looked at and saved.
  #begunAnew() {
    if (this.#isBusy) {
      this.#end();
    }
    this.#gathered = '';
    this.#tellChosen();
  }

  get #isBusy() {
    return Boolean(this.#turn && !this.#turn.isOver);
  }

  #end() {
    if (this.#turn) {
      this.#turn.isOver = true;
    }
    this.#askers.forEach((asker) => asker.cancel());
    this.#gathered = '';
  }

  /** Who makes it: as many as are of use here. One that has stopped is replaced. */
  #start() {
    if (this.#askers.length === 0 || this.#askers.some(({ hasEnded }) => hasEnded)) {
      const count = Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency || 1));
      this.#askers = Array.from({ length: count }, () => new ReportAsker((files) => this.#reading?.hasRead(files)));
      this.#areStarted = false;
      this.#overlaid = 0;
      this.#gathered = '';
    }
    return this.#askers;
  }

  /**
   * One thing at a time; why it failed stands on the screen.
   * @param {(turn: {isOver: boolean}) => Promise<void>} act
   */
  async #do(act) {
    if (this.#isBusy) {
      return;
    }
    const turn = { isOver: false };
    this.#turn = turn;
    try {
      await act(turn);
    } catch (error) {
      if (!turn.isOver) {
        this.#end();
        this.#tell({ state: 'failed', message: messageOf(error) });
      }
    }
    turn.isOver = true;
  }

  /**
   * What is asked of the report that is there.
   * @param {(lead: ReportAsker) => Promise<void>} act
   */
  async #ofReport(act) {
    if (this.#isBusy) {
      return;
    }
    try {
      await act(this.#start()[0]);
    } catch (error) {
      this.#tell({ state: 'failed', message: messageOf(error) });
    }
  }

  /**
   * Gives who has all packets together.
   * @param {{isOver: boolean}} turn
   * @param {Asked & {configuration: Configuration}} options
   */
  async #gather(turn, { today, fiscalYear, configuration }) {
    const by = { today, fiscalYear, configuration };
    await this.#taken;
    const all = await this.#withTables();
    const [lead] = all;
    const key = JSON.stringify([by, this.#overlaid]);
    if (this.#gathered === key) {
      return lead;
    }
    this.#gathered = '';
    await Promise.all(all.map((asker) => asker.ask('begin', by)));
    const reading = new ReportReading(this.#chosen.files, { tell: (told) => this.#tell(told), isOver: () => turn.isOver });
    this.#reading = reading;
    await reading.among(all);
    for (const other of all.slice(1)) {
      const partial = turn.isOver ? undefined : await other.ask('partial');
      if (partial && !turn.isOver) {
        await lead.give('merge', /** @type {Uint8Array} */ (partial));
      }
    }
    if (!turn.isOver) {
      this.#gathered = key;
    }
    return lead;
  }

  /** Each who works beside the page, else the page alone, with the agency's newer tables. */
  async #withTables() {
    const started = this.#start();
    const all = (await started[0].isBeside) ? started : started.slice(0, 1);
    const tables = overlayTables().slice(this.#overlaid);
    this.#overlaid += tables.length;
    await Promise.all(all.flatMap((asker) => tables.map((one) => asker.ask('overlayRates', one))));
    return all;
  }
}

/**
 * @param {string} content
 * @returns {Asked}
 */
function askedIn(content) {
  return JSON.parse(content); // JSON: Asked
}

/** Nothing was chosen yet. */
function noFiles() {
  /** @type {Map<string, File | undefined>} */
  const files = new Map(); // by the name that the report knows each by; without one the browser does not hand it over
  return { files, free: freeNames() };
}

/**
 * The same file again is not another one; one that comes now takes the place in which it did not come before.
 * @param {ReturnType<typeof noFiles>} chosen
 * @param {ChosenFile} one
 */
function putInto({ files, free }, { name, file }) {
  const known = files.get(name);
  if (files.has(name) && !known) {
    files.set(name, file);
    return;
  }
  // How large a file is the page asks the disk, and waits: of thousands for seconds.
  const isThere = known && file && known.size === file.size && known.lastModified === file.lastModified;
  isThere || files.set(free(name), file);
}

/** @param {unknown} error */
function messageOf(error) {
  const { where, message } = /** @type {Error & {where?: string}} */ (error);
  return where ? `${where}: ${message}` : message;
}
