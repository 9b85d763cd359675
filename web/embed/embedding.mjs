// The wizard's side of the protocol with the page that embeds it (protocol.mjs). It is the first script of embed.html, so
// that no greeting is missed; app.mjs finds it at the root and opens the door to the wizard when that is there.
//
// Listens to the parent alone, and there to the origins that configuration.json allows and its own. What comes from
// elsewhere, is not of the protocol or comes in floods is dropped unread and counted, which costs next to nothing.
//
// Does not touch the host's page, its storage or its keys. Does not know what is in a packet.
import { fits, greeting, layouts, themes, toWizard, views } from './protocol.mjs';
import { checks } from '../page/self_check.mjs';

/** @import {Snapshot} from '../package/types.mjs' */
/** @import {Door, Root} from '../page/types.mjs' */
/** @import {Message} from './protocol.mjs' */

const mostInASecond = 100;
const patience = 1000; // milliseconds in which a host says that it takes over a file or a document
const ownOrigin = new URL(import.meta.url).origin; // the page's own is "null" in a sandbox

/** The wizard in a frame of somebody else's page. */
class Embedding {
  /** How many messages were not listened to. */
  ignored = 0;

  #root;
  /** @type {Set<string> | undefined} */
  #hosts; // the origins that may embed, once they are known
  /** @type {MessageEvent | undefined} */
  #greeting; // one that waits for them
  /** @type {MessagePort | undefined} */
  #port;
  /** @type {Door | undefined} */
  #door;
  #second = { start: 0, count: 0 };
  /** @type {Map<number, (isTaken: boolean) => void>} */
  #answers = new Map(); // number → what waits for the host's answer
  #asked = 0;
  /** @type {Record<string, Record<string, unknown>>} */
  #known = {}; // what the host knows: the last packet, result and height, each as its message has it
  #isCompact = false; // the layout that is wanted; an estimate alone has it
  #isEstimate = true; // what the screen shows, as far as is known

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    const wanted = new URLSearchParams(location.search);
    /** What the host wants to see. */
    this.view = views.find((view) => view === wanted.get('view')) ?? 'page';
    this.#setLayout(layouts.find((layout) => layout === wanted.get('layout')) ?? 'full');
    this.#setTheme(themes.find((theme) => theme === wanted.get('theme')) ?? 'auto');
    addEventListener('message', (event) => this.#takeGreeting(event));
  }

  /**
   * The origins that may embed the wizard beside its own; "null" is any page in a sandbox.
   * @param {string[]} hosts
   */
  allow(hosts) {
    this.#hosts = new Set(hosts);
    const event = this.#greeting;
    this.#greeting = undefined;
    if (event) {
      this.#welcome(event);
    }
  }

  /**
   * The wizard is there.
   * @param {Door} door what a host can do in it
   */
  begin(door) {
    this.#door = door;
    const measure = () => this.#tellHeight();
    new ResizeObserver(measure).observe(this.#root);
    const look = () => {
      this.#tell('view', { view: this.#root.dataset.view });
      measure();
    };
    new MutationObserver(look).observe(this.#root, { attributeFilter: ['data-view'] });
    this.#start();
  }

  /**
   * The packet, or where the person is in it, may have changed: tells the host where it has, by the session's snapshot.
   * @param {Snapshot} snapshot
   */
  changed({ packet, figures, whereabouts, is_estimate: isEstimate }) {
    this.#isEstimate = isEstimate;
    this.#layOut();
    if (this.#tell('change', { packet })) {
      this.#tell('result', { result: figures });
      this.#tell('estimate', this.#door?.estimate() ?? {});
    }
    this.#tell('place', { place: whereabouts });
  }

  /**
   * Offers the host to save a file or print a document in place of the wizard; gives whether it does.
   * @param {'save' | 'print'} kind
   * @param {object} members of the message
   */
  async offers(kind, members) {
    if (!this.#port || !this.#door) {
      return false;
    }
    const number = (this.#asked += 1);
    /** @type {Promise<boolean>} */
    const answer = new Promise((resolve) => this.#answers.set(number, resolve));
    this.#port.postMessage({ kind, number, ...members });
    /** @type {Promise<boolean>} */
    const late = new Promise((resolve) => setTimeout(resolve, patience, false));
    const isTaken = await Promise.race([answer, late]);
    this.#answers.delete(number);
    return isTaken;
  }

  /**
   * Whose message it is costs less to see than what it says.
   * @param {MessageEvent} event
   */
  #takeGreeting(event) {
    if (parent === window || event.source !== parent || this.#isFlood() || event.ports.length !== 1 || !fits(event.data, greeting)) {
      this.ignored += 1;
    } else if (event.origin === ownOrigin || this.#hosts) {
      this.#welcome(event);
    } else {
      this.ignored += this.#greeting ? 1 : 0;
      this.#greeting = event;
    }
  }

  /** @param {MessageEvent} greeting */
  #welcome({ origin, ports: [port] }) {
    if (origin !== ownOrigin && !this.#hosts?.has(origin)) {
      this.ignored += 1;
      return;
    }
    this.#port?.close();
    this.#port = port;
    this.#known = {};
    this.#start();
  }

  #start() {
    if (this.#port && this.#door) {
      this.#port.onmessage = (event) => this.#take(event);
      this.#port.postMessage({ kind: 'ready', checks: JSON.stringify(checks()) });
      this.changed(this.#door.snapshot());
      this.#tellHeight();
    }
  }

  /** @param {MessageEvent} event */
  #take({ data }) {
    if (this.#isFlood() || !fits(data, toWizard)) {
      this.ignored += 1;
      return;
    }
    handlers[data.kind].call(this, data);
  }

  #isFlood() {
    const now = performance.now();
    if (now - this.#second.start > 1000) {
      this.#second = { start: now, count: 0 };
    }
    this.#second.count += 1;
    return this.#second.count > mostInASecond;
  }

  /**
   * Tells what the host does not know yet; gives whether there was something to tell.
   * @param {string} kind
   * @param {Record<string, unknown>} members of the message
   */
  #tell(kind, members) {
    const known = this.#known[kind] ?? {};
    if (!this.#port || !this.#door || Object.entries(members).every(([name, value]) => known[name] === value)) {
      return false;
    }
    this.#known[kind] = members;
    this.#port.postMessage({ kind, ...members });
    return true;
  }

  #tellHeight() {
    const fills = this.#root.dataset.view === 'canvas';
    this.#tell('height', { height: fills ? 0 : Math.ceil(this.#root.getBoundingClientRect().height) });
  }

  /** @param {string} theme */
  #setTheme(theme) {
    const { dataset } = document.documentElement;
    if (theme === 'auto') {
      delete dataset.theme;
    } else {
      dataset.theme = theme;
    }
  }

  /**
   * The canvas draws the whole wizard: a compact form is a page.
   * @param {string} layout
   */
  #setLayout(layout) {
    this.#isCompact = layout === 'compact';
    this.view = this.#isCompact ? 'page' : this.view;
    this.#layOut();
  }

  // Until it is known what the screen shows, nothing is shown that may have to go.
  #layOut() {
    this.#root.toggleAttribute('data-compact', this.#isCompact && this.#isEstimate);
  }

  /** @param {string} members */
  #prefill(members) {
    try {
      this.#door?.prefill(members);
    } catch (error) {
      console.warn(`<telework-wizard>: prefill was refused (${messageOf(error)}).`);
    }
  }

  /**
   * @param {number} number
   * @param {() => string | void} act gives the packet that is asked for, if one is
   */
  #answer(number, act) {
    const answer = { packet: '', problem: '' };
    try {
      answer.packet = act() ?? '';
    } catch (error) {
      answer.problem = messageOf(error);
    }
    this.#port?.postMessage({ kind: 'answer', number, ...answer });
  }

  /** @type {Record<string, (this: Embedding, message: Message) => void>} */
  static handlers = {
    task({ task }) { this.#door?.goTo(task); },
    theme({ theme }) { this.#setTheme(theme); },
    prefill({ members }) { this.#prefill(members); },
    configuration({ members }) { this.#door?.configure(members); },
    view({ view }) {
      this.view = this.#isCompact ? 'page' : view;
      this.#door?.show(this.view);
    },
    layout({ layout }) {
      this.#setLayout(layout);
      this.#door?.show(this.view);
    },
    get({ number }) { this.#answer(number, () => this.#door?.snapshot().packet); },
    set({ number, packet }) { this.#answer(number, () => this.#door?.replace(packet)); },
    resume({ number, packet, place }) {
      this.#answer(number, () => (place ? this.#door?.resume(packet, place) : this.#door?.replace(packet)));
    },
    answer({ number, taken }) { this.#answers.get(number)?.(taken); },
  };
}

const { handlers } = Embedding;
const messageOf = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error));

const root = /** @type {Root} */ (document.querySelector('.ftt'));
root.embedding = new Embedding(root);
