// What leaves the form by a person's press: a file to be saved, the print document, or a text to be copied. A host that says
// so takes over the first two.
//
// Does not know what is in either, and what becomes of a file that was offered.
import { cancelDocuments, digestOfFile, printDocument } from './documents.mjs';
import * as files from './files.mjs';
import { showProgress } from './progress.mjs';

/** @import {PrintEffect, SaveEffect} from '../package/types.mjs' */
/** @import {Agency} from './agency.mjs' */
/** @import {PageScreen, Root, Say} from './types.mjs' */

const isText = /^text\/|^application\/(json|x-ndjson)$/;
const mostTextBytes = 8 * 1024 * 1024; // as much as a host is told
const decoder = new TextDecoder('utf-8', { ignoreBOM: true }); // a spreadsheet's file keeps its mark

/** Saves and prints. */
export class HandOut {
  /** @type {((root: HTMLElement, file: {name: string, content: string}, say: Say) => void) | undefined} shows a file's text, where downloads may be forbidden */
  offerText;

  #root;
  #agency;
  #screen;

  /**
   * @param {Root} root
   * @param {Agency} agency
   * @param {PageScreen} screen
   */
  constructor(root, agency, screen) {
    this.#root = root;
    this.#agency = agency;
    this.#screen = screen;
  }

  /**
   * Gives whether the file was made.
   * @param {SaveEffect} effect
   */
  async save({ name, media_type, content: given, settings }) {
    const content = settings ? await this.#documentOf(given, settings) : given;
    if (!content) {
      return false;
    }
    await this.#offer({ name, media_type, content });
    return true;
  }

  /**
   * Offers a file that is made. Of bytes a host is asked, and a text shown, where they are a text that is not too long.
   * @param {{name: string, media_type: string, content: Blob}} file
   */
  async offerBytes({ name, media_type, content }) {
    const isWanted = Boolean(this.#root.embedding ?? this.offerText);
    if (isWanted && isText.test(media_type) && content.size <= mostTextBytes) {
      await this.#offer({ name, media_type, content: decoder.decode(await content.arrayBuffer()) });
    } else {
      files.save({ name, media_type, content });
    }
  }

  /** @param {{name: string, media_type: string, content: string}} file */
  async #offer(file) {
    if (!(await this.#root.embedding?.offers('save', file))) {
      files.save(file);
      this.offerText?.(this.#root, file, this.#screen.say);
    }
  }

  /**
   * Gives take() the SHA-256 of a file, which may be large: it can be canceled until then. It gets "" where there is none.
   * @param {File} file
   * @param {(sha256: string) => void} take
   */
  async digest(file, take) {
    const work = digestOfFile(file).then(take, (error) => {
      take('');
      if (error.code !== 'canceled') {
        this.#screen.tell(`${file.name} could not be read. Choose it once more.`);
      }
    });
    const { say } = this.#screen;
    await showProgress({ root: this.#root, say, cancel: cancelDocuments, words: `Reading ${file.name} …` }, work);
  }

  /**
   * Lays a text on the clipboard; what begins with # is the end of the page's address. Gives whether that was allowed; else
   * the text is shown below the words.
   * @param {{words: string, content: string}} text
   */
  async copy({ words, content: given }) {
    const content = given.startsWith('#') ? new URL(given, location.href).href : given;
    try {
      await navigator.clipboard.writeText(content);
      return true;
    } catch {
      const { showText } = await import('./copy_text.mjs');
      showText(this.#root, { words, content }, this.#screen.say);
      return false;
    }
  }

  /** @param {PrintEffect} effect */
  async print({ content, settings }) {
    const html = await this.#documentOf(content, settings);
    if (html && !(await this.#root.embedding?.offers('print', { content: html }))) {
      await files.print(html).catch(({ message }) => this.#screen.tell(`The document could not be printed: ${message}`));
    }
  }

  /**
   * The print document of a packet; where it cannot be made, the screen says why and there is none. It has what the agency
   * sets, and waits for that.
   * @param {string} packet
   * @param {string} settings
   */
  async #documentOf(packet, settings) {
    // JSON: PrintOptions
    const options = () => ({ configuration: this.#agency.members, ...JSON.parse(settings), now: now() });
    const progress = { root: this.#root, words: 'Preparing the document …', say: this.#screen.say, cancel: cancelDocuments };
    try {
      return await showProgress(progress, printDocument(packet, options, this.#agency.taken));
    } catch (error) {
      const { code, message } = /** @type {Error & {code?: string}} */ (error);
      const why = code === 'canceled' ? 'was canceled.' : `could not be made: ${message}`;
      this.#screen.tell(`The document ${why} Your answers are kept. Try again.`);
      return undefined;
    }
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
