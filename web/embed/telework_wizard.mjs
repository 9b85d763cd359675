// <telework-wizard>: the form in somebody else's page. One script, one frame of embed.html from the folder of this
// script, and the protocol with it (protocol.mjs): no style, key, global or storage of the page is touched, and a strict
// policy of the page needs this script's origin in script-src and frame-src, and nothing else.
//
//   attributes   task, prefill (JSON), theme (auto, light, dark), configuration (an address), view (page, canvas),
//                layout (full, compact: an estimate in a column of the page)
//   events       ready, change, result, estimate, save, print; who calls preventDefault() on save or print has taken it over
//   methods      getPacket(), setPacket(packet)
//   property     estimate, read only: {text, link} as last told, the one page of the estimate as plain text and the end of an
//                address of the form that opens it; the address of the page around is never touched
//
// Each attribute is a property too, also one that was set before this script came. Moved in its page, it goes on where it
// was. Does not look into a packet and does not look after what it holds when the page lets it go.
import { tasks } from '../package/actions.mjs';
import { fits, layouts, protocol, themes, toHost, views } from './protocol.mjs';

/** @import {Message} from './protocol.mjs' */

/**
 * What was asked of the form and not answered yet.
 * @typedef {object} Asked
 * @property {object} message
 * @property {(packet: string | undefined) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {ReturnType<typeof setTimeout>} late
 */

const folder = new URL('.', import.meta.url);
const patience = 10_000; // milliseconds, after which a frame that has not answered will not come

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; }
  :host([hidden]) { display: none; }
  iframe { display: block; inline-size: 100%; block-size: var(--telework-wizard-height, 48rem); border: 0; }
  p { margin: 0; padding: 1rem; }
`);

/** @type {(list: string[], value: string | null) => string} */
const oneOf = (list, value) => (value !== null && list.includes(value) ? value : list[0]);

/** The element. */
class TeleworkWizard extends HTMLElement {
  static observedAttributes = ['task', 'prefill', 'theme', 'configuration', 'view', 'layout'];

  #shadow = this.attachShadow({ mode: 'open' });
  #frame = document.createElement('iframe');
  /** @type {MessagePort | undefined} */
  #port;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #late; // the time-out that waits for the frame
  #isReady = false;
  #problem = ''; // why the form has not come
  /** @type {Map<number, Asked>} */
  #waiting = new Map(); // number → {message, resolve, reject, late} of what was asked
  #asked = 0;
  // What was last heard of, for when the element is moved in its page: the packet, where the person is, and the view.
  #kept = { packet: '', place: '', view: '' };
  #resuming = 0; // the number of the message that goes on from there; what is heard meanwhile is of an empty form

  /** @type {{text: string, link: string} | undefined} */
  #estimate;

  constructor() {
    super();
    this.#shadow.adoptedStyleSheets = [style];
  }

  connectedCallback() {
    this.#takeProperties();
    const address = new URL('embed.html', folder);
    address.searchParams.set('theme', oneOf(themes, this.getAttribute('theme')));
    address.searchParams.set('view', oneOf(views, this.#kept.view || this.getAttribute('view')));
    address.searchParams.set('layout', oneOf(layouts, this.getAttribute('layout')));
    this.#problem = '';
    this.#frame = document.createElement('iframe');
    this.#frame.title = this.getAttribute('aria-label') ?? 'Full-time telework packet';
    this.#frame.addEventListener('load', () => this.#greet());
    this.#frame.src = address.href;
    this.#shadow.replaceChildren(this.#frame);
    this.#late = setTimeout(() => this.#fail(), patience);
  }

  disconnectedCallback() {
    clearTimeout(this.#late);
    this.#port?.close();
    this.#port = undefined;
    this.#isReady = false;
    this.#resuming = 0;
    this.#frame.remove();
    // Where it is only moved in its page, it is there again by then, and what was asked of it is asked again.
    queueMicrotask(() => this.isConnected || this.#refuse('The form is not in the page any more.'));
  }

  // Moved by moveBefore(), it keeps its frame.
  connectedMoveCallback() {}

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (name === 'view') {
      this.#kept.view = '';
    }
    if (this.#port && before !== value) {
      this.#send(name);
    }
  }

  /** The estimate as it was last told; undefined before. */
  get estimate() {
    return this.#estimate && { ...this.#estimate };
  }

  /** The packet as it would be saved now. */
  async getPacket() {
    return JSON.parse(await this.#ask('get')); // JSON: the packet, for the page as it is
  }

  /**
   * Goes on with this packet, an object or JSON text, in place of the one that is there. Rejects where it is refused.
   * @param {object | string} packet
   */
  async setPacket(packet) {
    const text = typeof packet === 'string' ? packet : JSON.stringify(packet);
    await this.#ask('set', { packet: text });
    Object.assign(this.#kept, { packet: text, place: '' });
  }

  // What a page has set on the element before it was one is an attribute from here on.
  #takeProperties() {
    for (const name of TeleworkWizard.observedAttributes) {
      if (Object.hasOwn(this, name)) {
        const own = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    }
  }

  // A page in a sandbox and its frames have no origin that a message could be sent to.
  #greet() {
    if (this.#isSomethingElse()) {
      this.#fail();
      return;
    }
    this.#isReady = false;
    const channel = new MessageChannel();
    this.#port = channel.port1;
    this.#port.onmessage = ({ data }) => fits(data, toHost) && handlers[data.kind].call(this, data);
    const target = globalThis.origin === 'null' ? '*' : folder.origin;
    this.#frame.contentWindow?.postMessage({ kind: 'hello', protocol }, target, [channel.port2]);
    this.#send('configuration');
    const { packet, place } = this.#kept;
    if (packet) {
      this.#resuming = this.#asked += 1;
      this.#port.postMessage({ kind: 'resume', number: this.#resuming, packet, place });
    } else {
      this.#send('prefill');
      this.#send('task');
    }
  }

  // Where the frame is of the page's own origin, it can be seen that its file is not there.
  #isSomethingElse() {
    const { contentDocument: page } = this.#frame;
    return page !== null && !page.querySelector('[data-embedded]');
  }

  /** @param {string} name */
  #send(name) {
    const value = this.getAttribute(name) ?? '';
    if (name === 'theme') {
      this.#port?.postMessage({ kind: 'theme', theme: oneOf(themes, value) });
    } else if (name === 'layout') {
      this.#port?.postMessage({ kind: 'layout', layout: oneOf(layouts, value) });
    } else if (name === 'view' && views.includes(value)) {
      this.#port?.postMessage({ kind: 'view', view: value });
    } else if (name === 'task' && tasks.includes(value)) {
      this.#port?.postMessage({ kind: 'task', task: value });
    } else if (name === 'prefill' && value) {
      this.#port?.postMessage({ kind: 'prefill', members: value });
    } else if (name === 'configuration' && value) {
      this.#sendConfiguration(value);
    }
  }

  /**
   * While the file comes the element may be moved, or another file be named: what comes then is for nobody.
   * @param {string} value
   */
  async #sendConfiguration(value) {
    const port = this.#port;
    const isWanted = () => this.#port === port && this.getAttribute('configuration') === value;
    try {
      const response = await fetch(new URL(value, this.baseURI), { credentials: 'same-origin' });
      if (!response.ok) {
        throw new Error(`${response.status} ${response.statusText}`);
      }
      const members = await response.text();
      if (isWanted()) {
        port?.postMessage({ kind: 'configuration', members });
      }
    } catch (error) {
      if (isWanted()) {
        console.warn(`<telework-wizard>: the configuration at ${value} could not be loaded (${/** @type {Error} */ (error).message}).`);
      }
    }
  }

  /**
   * @param {string} kind
   * @param {object} [members]
   * @returns {Promise<string>} the packet of the answer
   */
  async #ask(kind, members = {}) {
    await undefined; // a page may ask first, and add or move the element then
    if (!this.isConnected || this.#problem) {
      throw new Error(this.#problem || 'The form is not in the page.');
    }
    const number = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      const message = { kind, number, ...members };
      const late = setTimeout(() => this.#settle({ number, problem: 'The form did not answer.' }), patience);
      this.#waiting.set(number, { message, resolve: (packet = '') => resolve(packet), reject, late });
      if (this.#isReady) {
        this.#port?.postMessage(message);
      }
    });
  }

  /** @param {{number: number, packet?: string, problem: string}} answer */
  #settle({ number, packet, problem }) {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    clearTimeout(waiting?.late);
    if (problem) {
      waiting?.reject(new Error(problem));
    } else {
      waiting?.resolve(packet);
    }
  }

  /** @param {string} problem */
  #refuse(problem) {
    [...this.#waiting.keys()].forEach((number) => this.#settle({ number, problem }));
  }

  // What the frame shows stays in sight, unless it is known to be something else: the form itself may say what it misses.
  #fail() {
    clearTimeout(this.#late);
    const own = this.#frame.contentDocument?.querySelector('[data-failed]');
    const message = document.createElement('p');
    message.setAttribute('role', 'alert');
    message.textContent = `The form at ${this.#frame.src} did not load. The policy of this page must allow ${folder.origin} ` +
      `in frame-src, the folder of the script must hold embed.html, and where that is another site, its configuration.json ` +
      `must name ${globalThis.origin} under hosts.`;
    if (this.#isSomethingElse()) {
      this.#shadow.replaceChildren(message);
    } else if (!own) {
      this.#shadow.prepend(message);
    }
    this.#problem = own?.textContent ?? message.textContent;
    this.#refuse(this.#problem);
  }

  /**
   * Gives whether somebody has taken it over.
   * @param {string} name
   * @param {unknown} detail
   */
  #emit(name, detail) {
    return !this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  /** @type {Record<string, (this: TeleworkWizard, message: Message) => void>} */
  static handlers = {
    ready({ checks }) {
      clearTimeout(this.#late);
      this.#shadow.querySelector('p')?.remove();
      this.#problem = '';
      this.#isReady = true;
      this.#waiting.forEach(({ message }) => this.#port?.postMessage(message));
      this.#emit('ready', { checks: JSON.parse(checks) }); // JSON: PageCheck[]
    },
    change({ packet }) {
      if (!this.#resuming) {
        this.#kept.packet = packet;
        this.#emit('change', { packet: JSON.parse(packet) }); // JSON: the packet, for the page as it is
      }
    },
    place({ place }) {
      if (!this.#resuming) {
        this.#kept.place = place;
      }
    },
    view({ view }) { this.#kept.view = view; },
    estimate({ text, link }) {
      if (!this.#resuming) {
        this.#estimate = { text, link };
        this.#emit('estimate', { text, link });
      }
    },
    result({ result }) { this.#resuming || this.#emit('result', JSON.parse(result)); }, // JSON: the figures, for the page as they are
    save({ number, name, media_type, content }) {
      const taken = this.#emit('save', { name, media_type, content });
      this.#port?.postMessage({ kind: 'answer', number, taken });
    },
    print({ number, content }) {
      const taken = this.#emit('print', { media_type: 'text/html', content });
      this.#port?.postMessage({ kind: 'answer', number, taken });
    },
    height({ height }) { this.#frame.style.blockSize = height > 0 ? `${height}px` : ''; },
    answer(answer) {
      if (answer.number !== this.#resuming) {
        this.#settle(answer);
        return;
      }
      this.#resuming = 0;
      if (answer.problem) {
        console.warn(`<telework-wizard>: ${answer.problem}`);
      }
    },
  };
}

const { handlers } = TeleworkWizard;

// Each attribute is a property too; `prefill` takes an object as well.
for (const name of TeleworkWizard.observedAttributes) {
  Object.defineProperty(TeleworkWizard.prototype, name, {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name); },
    set(value) {
      if (value === null || value === undefined) {
        this.removeAttribute(name);
      } else {
        this.setAttribute(name, typeof value === 'object' ? JSON.stringify(value) : value);
      }
    },
  });
}

if (!customElements.get('telework-wizard')) {
  customElements.define('telework-wizard', TeleworkWizard);
}
