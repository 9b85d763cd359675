// What an agency sets: by configuration.json beside the page, and by the page around this one; with the newer tables and
// the wording that it names. What cannot be read is refused alone, with its place, and all else holds.
//
// Does not decide what may stand in a configuration: the wizard does.
import { bytesOf } from '../package/assets.mjs';
import { overlayDocuments, wordDocuments } from './documents.mjs';
import { isCrash } from '../package/wizard.mjs';

/** @import {ModuleError} from '../package/reply.mjs' */
/** @import {Configuration} from '../package/types.mjs' */
/** @import {Wizard} from '../package/wizard.mjs' */
/** @import {Session} from '../keeping/types.mjs' */
/** @import {PageScreen, Say} from './types.mjs' */

/**
 * Whether a configuration says that its computers are shared; undefined without one. Throws where that cannot be known.
 * @param {Wizard} wizard
 * @param {Uint8Array | undefined} file
 */
export function saysShared(wizard, file) {
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

/** What an agency sets, as it holds now. */
export class Agency {
  /** @type {Configuration} */
  members = {};
  /** That the file beside the page is taken or refused; nothing is waited for before it is asked for. */
  taken = Promise.resolve();

  #wizard;
  #session;
  #screen;
  #tellRefused;

  /**
   * @param {object} form
   * @param {Wizard} form.wizard
   * @param {Session} form.session
   * @param {PageScreen} form.screen
   * @param {Say} form.tellRefused tells that a configuration was refused, which may have been what says that this is a
   *   shared computer
   */
  constructor({ wizard, session, screen, tellRefused }) {
    this.#wizard = wizard;
    this.#session = session;
    this.#screen = screen;
    this.#tellRefused = tellRefused;
  }

  /**
   * Takes what lies beside the page as configuration.json, if anything does; `allow` is told the origins that may embed the
   * wizard. Keeping has seen to shared computers when it began.
   * @param {Promise<Uint8Array | undefined>} coming
   * @param {(hosts: string[]) => void} allow
   */
  takeFile(coming, allow) {
    this.taken = this.#takeFile(coming, allow);
    return this.taken;
  }

  /**
   * @param {Promise<Uint8Array | undefined>} coming
   * @param {(hosts: string[]) => void} allow
   */
  async #takeFile(coming, allow) {
    let file;
    try {
      file = await coming;
    } catch (error) {
      this.#tellRefused(`configuration.json was refused: ${messageOf(error)} The built-in settings stay in use.`);
    }
    const members = file ? this.#take(file, 'configuration.json') : {};
    allow(members.hosts ?? []);
    await this.#bringFilesOf(members);
  }

  /**
   * Takes what an agency sets from the page around this one.
   * @param {string} text of a configuration.json
   */
  configure(text) {
    return this.#bringFilesOf(this.#take(text, 'the configuration'));
  }

  /**
   * Takes what holds of a configuration, and tells what of it is refused.
   * @param {Uint8Array | string} file
   * @param {string} name
   */
  #take(file, name) {
    const { members, refused, refused_whole: isRefusedWhole } = this.#wizard.readConfiguration(file);
    if (refused.length > 0) {
      const words = refused.map(({ where, message }) => `${where}${where && ': '}${message}`).join(' ');
      this.#tellRefused(
        isRefusedWhole
          ? `All of ${name} was refused: ${words} The earlier settings stay in use.`
          : `Of ${name}, this was refused: ${words} The rest applies.`,
      );
    }
    this.members = { ...this.members, ...members };
    this.#screen.later(() => this.#session.configure(this.members));
    return members;
  }

  /**
   * The tables and the wording that a configuration names.
   * @param {Configuration} members
   */
  async #bringFilesOf({ rates = [], wording }) {
    for (const address of rates) {
      await this.#bring(address, `The tables in ${address} were refused`, 'The tables in use stay in use.', (bytes) => {
        this.#wizard.overlayRates(bytes);
        overlayDocuments(bytes);
        this.#screen.later(() => this.#session.ratesChanged());
      });
    }
    if (wording !== undefined) {
      await this.#bring(wording, `The wording in ${wording} was refused`, 'Documents are printed in the built-in words.', wordDocuments);
    }
  }

  /**
   * Brings a file that lies beside the page and takes it, or tells why not.
   * @param {string} address
   * @param {string} refused says that it was
   * @param {string} otherwise what holds then
   * @param {(bytes: Uint8Array) => unknown} take
   */
  async #bring(address, refused, otherwise, take) {
    try {
      await take(await bytesOf(address));
    } catch (error) {
      if (isCrash(error)) {
        throw error;
      }
      const { where } = /** @type {Partial<ModuleError>} */ (error);
      this.#screen.tell(`${refused}: ${where ? `${where}: ` : ''}${messageOf(error)} ${otherwise}`);
    }
  }
}

const messageOf = (/** @type {unknown} */ error) => /** @type {Error} */ (error).message;
