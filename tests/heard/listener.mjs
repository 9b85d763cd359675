// Somebody who hears the wizard and does not see it: opens it, goes by Tab, reads on line by line, goes by headings, and
// remembers what was said.
//
// Presses real keys for what a person does; what only has to be so beforehand is done in the page. Holds no test.
import { startServer } from "../../web/site/serve.mjs";
import { startFirefox } from "../browser/firefox.mjs";
import { go } from "../browser/steps.mjs";
import { siteFolder } from "../browser/support.mjs";
import { startScreenReader } from "./screen_reader.mjs";

// After how many milliseconds of silence all is said of a key, and of a line that is read on to.
const silences = { key: 900, line: 450 };
const quietAfterTyping = 900; // which says nothing by itself
const quietAfterLoading = 2500;

/**
 * The site served, and so many pairs of Orca and Firefox, each on a screen of its own: they mostly wait. lend(view, use) opens
 * the wizard in a free pair, with what is said of its loading already heard, and gives what use(listener) gives; close() ends
 * all of it. `silence`: shorter ones where the machine has nothing else to do.
 */
export async function startListening(pairs, silence = silences) {
  const site = await startServer(siteFolder, { contentSecurityPolicy: true });
  const started = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const reader = await startScreenReader();
    started.push({ reader, firefox: await startFirefox(reader.screen, reader.preferences) });
  }
  const free = [...started];
  const waiting = [];
  return {
    async lend(view, use) {
      const pair = free.pop() ?? await new Promise((take) => { waiting.push(take); });
      let page;
      try {
        page = await pair.firefox.open(site.address, { view });
        return await use(await new Listener(pair.reader, page, silence).begin());
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
  #silence;
  #isTyping = false; // Orca's focus mode, in which the arrows are the page's

  constructor(reader, page, silence) {
    this.#reader = reader;
    this.#silence = silence;
    this.page = page;
  }

  // Begins in browse mode, whatever was done on the page before: Orca goes back to it where the window's own tools have the focus.
  async begin() {
    this.#reader.press("ctrl+l");
    await this.heard({ quiet: quietAfterLoading });
    const isThere = () => this.page.evaluate(() => document.hasFocus());
    for (let press = 0; press < 5 && !await isThere(); press += 1) await this.press("F6");
    this.#isTyping = false;
    return this;
  }

  async heard(how = { quiet: this.#silence.key }) {
    const lines = await this.#reader.heard(how);
    for (const line of lines) {
      const mode = /^(Browse|Focus) mode/.exec(line);
      if (mode) this.#isTyping = mode[1] === "Focus";
    }
    return lines;
  }

  /** Presses a key and listens until the words are said, which on a busy machine may come after a silence; at most ten seconds. */
  async pressUntil(key, words) {
    const lines = await this.press(key);
    for (const end = Date.now() + 10_000; !words.test(lines.join(" | ")) && Date.now() < end;) lines.push(...await this.heard());
    return lines;
  }

  /** Presses keys one after the other; gives all that is said of them. */
  async press(...keys) {
    this.#reader.press(...keys);
    return this.heard();
  }

  async type(text) {
    this.#reader.type(text);
    return this.heard({ quiet: quietAfterTyping, begins: quietAfterTyping });
  }

  /** Puts the focus on a control, as if it had been come to; gives what is said of it. */
  async focus(id) {
    this.#reader.press("Pause"); // without which Orca takes what follows for a part of its own reading on
    await this.page.evaluate((which) => document.getElementById(which).focus(), id);
    return this.heard();
  }

  /** Goes to a step; what is said of that is not remembered. */
  async go(step) {
    await go(this.page, step);
    await this.heard({ quiet: quietAfterLoading });
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

  // Into browse mode, from whichever it is in: Orca says into which it goes, and at a busy time the last one may have been missed.
  async #browse() {
    await this.press("Insert+a");
    if (this.#isTyping) await this.press("Insert+a");
  }

  async #readLines(most) {
    const read = [];
    for (let still = 0, before = ""; read.length < most && still < 2;) {
      this.#reader.press("Down");
      const lines = await this.heard({ quiet: this.#silence.line });
      still = lines.length === 0 || lines.join() === before ? still + 1 : 0;
      before = lines.join();
      if (still === 0) read.push(lines.join(" | "));
    }
    return read;
  }

  /** Puts what is read on from to the step's heading. */
  async toHeading() {
    await this.#browse();
    await this.page.evaluate(() => document.activeElement.blur());
    await this.press("ctrl+Home", "1");
  }

  /** Goes on by one of Orca's letters ("h" headings, "f" form fields, "t" tables) until it says that there is no more. */
  async goBy(letter, most = 80) {
    await this.toHeading();
    const places = [];
    while (places.length < most) {
      const said = (await this.press(letter)).join(" | ");
      if (said === "" || /^No more |^Wrapping to /.test(said)) break;
      places.push(said);
    }
    return places;
  }
}
