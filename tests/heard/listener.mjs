// Somebody who hears the wizard and does not see it: opens it, goes by Tab, reads on line by line, goes by headings, and
// remembers what was said.
//
// Presses real keys for what a person does; what only has to be so beforehand is done in the page. Holds no test.
import { startServer } from "../../web/site/serve.mjs";
import { startFirefox } from "../browser/firefox.mjs";
import { go } from "../browser/steps.mjs";
import { hasEverything, siteFolder } from "../browser/support.mjs";
import { startScreenReader } from "./screen_reader.mjs";

// Runs in the page and in what it frames, first of all: it would load a canvas that nobody asked for, and a dialog to
// print would be in the way of all that follows. It is over at once.
function choosePageView() {
  localStorage.setItem("telework.view", "page");
  window.print = function print() { setTimeout(() => this.dispatchEvent(new Event("afterprint"))); };
}

async function startPair() {
  const reader = await startScreenReader();
  return { reader, firefox: await startFirefox(reader.screen, reader.preferences) };
}

/**
 * The site served, and so many pairs of Orca and Firefox, each on a screen of its own. lend(view, use) opens the wizard in
 * a free pair, with what is said of its loading already heard, and gives what use(listener) gives; close() ends all of it.
 */
export async function startListening(pairs) {
  const site = await startServer(siteFolder, { contentSecurityPolicy: true });
  const started = await Promise.all(Array.from({ length: pairs }, startPair));
  const free = [...started];
  const waiting = [];
  return {
    async lend(view, use) {
      const pair = free.pop() ?? await new Promise((take) => { waiting.push(take); });
      let page;
      try {
        page = await pair.firefox.open(site.address, { view, before: view === "page" ? choosePageView : undefined });
        return await use(await new Listener(pair.reader, page).begin());
      } finally {
        await page?.context().close();
        const next = waiting.shift();
        if (next) next(pair);
        else free.push(pair);
      }
    },
    async close() {
      for (const { reader, firefox } of started) {
        await firefox.close();
        reader.close();
      }
      await site.close();
    },
  };
}

export class Listener {
  #reader;
  #orca; // as reader.rested() gave it last

  constructor(reader, page) {
    this.#reader = reader;
    this.page = page;
  }

  /** Begins in the page, in browse mode. */
  async begin() {
    await hasEverything(this.page);
    await this.heard();
    const isThere = () => this.page.evaluate(() => document.hasFocus());
    for (let press = 0; press < 5 && !await isThere(); press += 1) await this.press("F6");
    await this.#browse();
    return this;
  }

  /** Gives all that was said since it was asked last, once neither the page nor Orca has anything left to do. */
  async heard() {
    this.#orca = await this.#reader.rested(this.page);
    return this.#reader.spoken();
  }

  /** Presses keys one after the other; gives all that is said of them. */
  async press(...keys) {
    const said = [];
    for (const key of keys) {
      await this.#reader.press(key);
      said.push(...await this.heard());
    }
    return said;
  }

  async type(text) {
    await this.#reader.type(text);
    return this.heard();
  }

  /** Puts the focus on a control, as if it had been come to; gives what is said of it. */
  async focus(id) {
    await this.press("Pause"); // without which Orca takes what follows for a part of its own reading on
    await this.page.evaluate((which) => document.getElementById(which).focus(), id);
    return this.heard();
  }

  /** Goes to a step; what is said of that is not remembered. */
  async go(step) {
    await go(this.page, step);
    await this.heard();
  }

  /** Tabs on, so many times; gives what is said at each stop. */
  async tab(count) {
    const stops = [];
    for (let stop = 0; stop < count; stop += 1) stops.push(await this.press("Tab"));
    return stops;
  }

  /** Reads from the step's heading line by line, to the end or so many lines; gives all lines. */
  async readOn(most = 400) {
    await this.toHeading();
    return this.#readLines(most);
  }

  /** The same from behind an element that takes the focus. */
  async readBehind(id, most) {
    await this.focus(id);
    await this.#browse();
    return this.#readLines(most);
  }

  // Into browse mode, in which the keys are Orca's.
  async #browse() {
    if (this.#orca.typing) await this.press("Insert+a");
  }

  // One press that comes no further is no end yet: now and then Orca needs another. What the end says again is no line.
  async #readLines(most) {
    const read = [];
    for (let still = 0; read.length < most && still < 2;) {
      const before = this.#orca.places;
      const line = (await this.press("Down")).join(" | ");
      still = before === this.#orca.places ? still + 1 : 0;
      if (line !== "" && (still === 0 || line !== read.at(-1))) read.push(line);
    }
    return read;
  }

  /** Puts what is read on from to the step's heading. */
  async toHeading() {
    await this.#browse();
    await this.page.evaluate(() => document.activeElement.blur());
    await this.press("ctrl+Home", "1");
  }

  /** Goes on by one of Orca's keys ("h" headings, "Insert+Tab" form fields, "t" tables) until it says that there is no more. */
  async goBy(key, most = 80) {
    await this.toHeading();
    const places = [];
    while (places.length < most) {
      const said = (await this.press(key)).join(" | ");
      if (said === "" || /^No more |^Wrapping to /.test(said)) break;
      places.push(said);
    }
    return places;
  }
}
