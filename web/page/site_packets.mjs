// Packets that the site itself has: the sample that Start offers, and the worked cases, which cases.html opens by an
// address such as index.html#open=cases/move.json. Each is opened as any file is: over unsaved work the wizard asks. And
// the pages of the site beside the wizard.
//
// The sample is brought with what comes for later, so that a press asks nothing of the network. Does not look into a packet.
import { whenNamed } from './address.mjs';
import { bytesOf, isSingle } from '../package/assets.mjs';
import { element } from '../twin/dom.mjs';

const folder = 'cases/';
const sample = `${folder}employee_saves.json`;
const ofSite = /^cases\/[a-z0-9_]+\.json$/;

/** The packets of the site. */
export class SitePackets {
  #open;
  #tell;
  /** @type {Promise<Uint8Array> | undefined} */
  #sampleBytes;

  /**
   * @param {(name: string, bytes: Uint8Array) => void} open
   * @param {(text: string) => void} tell
   */
  constructor(open, tell) {
    this.#open = open;
    this.#tell = tell;
  }

  /** Opens what the address names, now and whenever it comes to be. */
  begin() {
    whenNamed('open', (name) => ofSite.test(name) && this.#openNamed(name));
  }

  /** Brings the sample. */
  async bring() {
    this.#sampleBytes = bytesOf(sample);
    this.#sampleBytes.catch(() => { this.#sampleBytes = undefined; });
    await this.#sampleBytes;
  }

  /** Opens the sample. */
  openSample() {
    return this.#openNamed(sample);
  }

  /** Shows the page of worked cases beside the wizard. */
  showCases() {
    this.#show('./cases.html', 'The worked cases are a page of the site. This file has only the sample packet. Start opens it.');
  }

  /** Shows the accessibility statement beside the wizard. */
  showStatement() {
    this.#show('./accessibility.html', 'The accessibility statement is a page of the site that this file is from. Ask the person who gave it to you.');
  }

  /**
   * @param {string} page
   * @param {string} absent what is told where there is no site around
   */
  #show(page, absent) {
    if (isSingle) {
      this.#tell(absent);
    } else {
      element('a', { href: page, target: '_blank', rel: 'noopener' }).click();
    }
  }

  /** @param {string} name */
  async #openNamed(name) {
    try {
      const bytes = await (name === sample ? (this.#sampleBytes ?? bytesOf(name)) : bytesOf(name));
      this.#open(name.slice(folder.length), bytes);
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      this.#tell(`${name} could not be opened: ${message} Your own answers have not changed.`);
    }
  }
}
