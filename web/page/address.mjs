// The address of the page: what it names behind its #, and the steps as entries of the browser's history.
//
// An address is the target of a link, "#step/travel"; other parts of the page take "#name=value" by whenNamed(). Which steps
// there are the wizard knows: it is asked for what the address names. In other people's pages the address is theirs, and
// this is not used.
//
// Does not know what is on a step.

import { addressOf } from '../twin/blocks.mjs';

/** @import {Places} from '../twin/types.mjs' */

/** @type {Map<string, (value: string) => void>} */
const takers = new Map();

// Of what addressOf() gives.
const targetOf = (/** @type {string} */ address) => decoded(address).slice(1).replace('/', ':');

const ofAName = /^#([a-z_]+)=(.*)$/s;

// Some mail programs encode what parts a link, its = too: then the whole is decoded once.
function named() {
  const { hash } = location;
  const [, name = '', value = ''] = ofAName.exec(hash) ?? ofAName.exec(decoded(hash)) ?? [];
  return { name, value };
}

function decoded(/** @type {string} */ address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // Not written by anybody's rules: it names nothing.
  }
}

let waiting = named(); // until the part of the page that takes it is there

function handOn() {
  const take = takers.get(waiting.name);
  if (take) {
    const { value } = waiting;
    waiting = { name: '', value: '' };
    take(value);
  }
}

/**
 * The value of an address "#name=value" is handed on, now where that is the address, and whenever it comes to be.
 * @param {string} name
 * @param {(value: string) => void} take
 */
export function whenNamed(name, take) {
  takers.set(name, take);
  handOn();
}

/** What a person goes through with the browser's Back and Forward. */
export class Way {
  #screen;
  #isBegun = false;
  #target = ''; // what is shown
  #opened = ''; // what the page was opened with, until a person has done something
  #count = 0;
  #entry = ''; // of the history
  /** @type {Map<string, Places>} */
  #left = new Map(); // entry → how far its screen was scrolled
  /** @type {Places | undefined} */
  #now; // the same of this one
  /** @type {Places | undefined} */
  #back; // and where what comes goes on

  /**
   * @param {object} screen
   * @param {(target: string) => void} screen.visit goes to what an address names
   * @param {() => string} screen.target the id of the step that is shown
   * @param {() => Places} screen.places
   * @param {(places: Places) => void} screen.goBackTo
   */
  constructor(screen) {
    this.#screen = screen;
  }

  /** What is kept is on the screen: goes where the address leads, and listens from now on. */
  begin() {
    history.scrollRestoration = 'manual';
    this.#isBegun = true;
    this.#target = this.#screen.target();
    const { state } = history;
    this.#entry = state?.entry ?? this.#newEntry();
    addEventListener('popstate', (event) => this.#came(event.state));
    addEventListener('pagehide', () => this.#write('replaceState', undefined, this.#screen.places()));
    if (!location.hash) {
      this.#write('replaceState');
    } else if (!named().name) {
      this.#opened = targetOf(location.hash);
      this.#visit(this.#opened, state?.places);
    }
  }

  /** A person does something, which may lead to another step. */
  does() {
    this.#opened = '';
    this.#now = this.#isBegun ? this.#screen.places() : undefined;
  }

  /**
   * The screen shows what was done.
   * @param {boolean} isVisit it is where the address leads
   */
  shown(isVisit) {
    const target = this.#screen.target();
    // Once it was taken: loaded again, the page goes on with what was done since.
    const isTaken = takers.has(named().name);
    if (!this.#isBegun || (target === this.#target && !isVisit && !isTaken)) {
      return;
    }
    if (this.#opened && !isVisit) {
      this.#visit(this.#opened); // What is kept came late.
      return;
    }
    // What another part of the page took out of the address is done: its entry is that of the step.
    const staysHere = isVisit || Boolean(named().name);
    if (!staysHere) {
      this.#write('replaceState', undefined, this.#now);
      this.#now && this.#left.set(this.#entry, this.#now);
      this.#entry = this.#newEntry();
    }
    this.#target = target;
    this.#write(staysHere ? 'replaceState' : 'pushState', location.hash || !isVisit ? addressOf(target) : undefined);
    if (isVisit && this.#back) {
      this.#screen.goBackTo(this.#back);
      this.#back = undefined;
    }
  }

  /** @param {{entry?: string, target?: string, places?: Places} | null} state of the entry that the browser has gone to */
  #came(state) {
    this.#left.set(this.#entry, this.#screen.places());
    this.#entry = state?.entry ?? this.#newEntry(); // An address that was typed in has none.
    this.#opened = '';
    waiting = named();
    if (waiting.name) {
      handOn();
    } else {
      this.#visit(state?.target ?? targetOf(location.hash), this.#left.get(this.#entry) ?? state?.places);
    }
  }

  /**
   * @param {string} target
   * @param {Places} [places] where it goes on
   */
  #visit(target, places) {
    this.#back = places;
    this.#screen.visit(target);
  }

  #newEntry() {
    this.#count += 1;
    return `${performance.timeOrigin}/${this.#count}`;
  }

  /**
   * A browser that refuses, because it was asked too often or in a sandbox, has fewer entries.
   * @param {'pushState' | 'replaceState'} how
   * @param {string} [address] without one it stays
   * @param {Places} [places]
   */
  #write(how, address, places) {
    try {
      history[how]({ entry: this.#entry, target: this.#target, places }, '', address);
    } catch (error) {
      console.warn(error);
    }
  }
}
