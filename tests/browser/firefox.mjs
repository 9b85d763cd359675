// The wizard in Firefox ESR, driven over WebDriver BiDi: with a window on a screen without a monitor, where Firefox
// gives WebGL, and with any of its preferences set. Does not hold a test.
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DrivenPage, newFolder, require, startScreen, until } from "./driven.mjs";
import { watchPage } from "./requests.mjs";
import { countTimers, holdStill, timeZone, today, useView } from "./support.mjs";

const puppeteer = require("puppeteer-core");

class FirefoxDriver {
  #context;
  #page;
  #other;

  constructor({ context, tab, other, folder }) {
    this.#context = context;
    this.#page = tab;
    this.#other = other;
    this.folder = folder;
  }

  reload() { return this.#page.reload(); }
  evaluate(expression) { return this.#page.evaluate(expression); }
  resize(width, height, deviceScaleFactor) { return this.#page.setViewport({ width, height, deviceScaleFactor }); }
  screenshot() { return this.#page.screenshot(); }
  close() { return this.#context.close(); }

  press(keys) {
    return this.#heard(keys.length, async () => {
      const held = keys.slice(0, -1);
      for (const key of held) await this.#page.keyboard.down(key);
      await this.#page.keyboard.press(keys.at(-1));
      for (const key of held.reverse()) await this.#page.keyboard.up(key);
    });
  }

  type(text) { return this.#heard([...text].length, () => this.#page.keyboard.type(text)); }
  click(x, y, count) { return this.#heard(count, () => this.#page.mouse.click(x, y, { count })); }

  // Firefox answers before the page has had its keys. Those that went to the window's own tools are never heard of.
  async #heard(count, act) {
    await this.#page.evaluate(() => { window.inputsHeard = 0; });
    await act();
    const hasFocus = await this.#page.evaluate((all) => new Promise((done) => {
      const end = performance.now() + 500;
      const isOver = () => window.inputsHeard >= all || performance.now() > end;
      const look = () => (isOver() ? done(document.hasFocus()) : setTimeout(look, 1)); // Time: between two looks.
      look();
    }), count);
    if (!hasFocus) await this.#comeBack();
  }

  // Behind the last element Tab goes to the window's own tools, where a driver has no keys: by way of another tab back.
  async #comeBack() {
    await this.#other.bringToFront();
    await this.#page.bringToFront();
    await until(() => this.#page.evaluate(() => document.hasFocus()), "the focus");
  }

  async setFiles(selector, path) {
    const input = await this.#page.$(selector);
    await input.uploadFile(path);
  }

  /** Waits until the page asks for a file; gives what takes its path. */
  async chooser() {
    const chooser = await this.#page.waitForFileChooser();
    return (path) => chooser.accept([path]);
  }

  /**
   * Waits for the next file that the page offers: one that was not there and is not being written any more. Firefox holds
   * its name with an empty file first, writes another one, and puts that in its place.
   */
  async download() {
    const there = () => readdirSync(this.folder);
    const before = there();
    const isWritten = (name) => !before.includes(name) && !name.endsWith(".part") && statSync(join(this.folder, name)).size > 0;
    return join(this.folder, await until(() => there().find(isWritten), "a download"));
  }
}

// Runs in the page, first of all.
function countInputs() {
  window.inputsHeard = 0;
  for (const name of ["keyup", "pointerup"]) addEventListener(name, () => { window.inputsHeard += 1; }, true);
}

/** Firefox on a screen, which may bring variables of its own, with these preferences; open(address, how) gives a page of the wizard, live, as openWizard() of Chromium. */
export async function startFirefox(screen, preferences = {}) {
  const folder = newFolder();
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: false, env: { ...process.env, ...screen.env, DISPLAY: screen.name, TZ: timeZone },
    extraPrefsFirefox: { "intl.accept_languages": "en-US", "webgl.force-enabled": true, ...preferences },
  });
  let count = 0;

  async function open(address, { view = "page", width = 1280, height = 800, scale = 1, before } = {}) {
    const downloads = join(folder, String(count += 1));
    mkdirSync(downloads);
    const context = await browser.createBrowserContext({ downloadBehavior: { policy: "allow", downloadPath: downloads } });
    const other = await context.newPage();
    const tab = await context.newPage();
    const page = new DrivenPage(new FirefoxDriver({ context, tab, other, folder: downloads }));
    tab.on("console", (message) => { if (message.type() === "error") page.complaints.push(message.text()); });
    tab.on("pageerror", (error) => page.complaints.push(String(error)));
    tab.setDefaultNavigationTimeout(120_000);
    await watchPage(tab, [address]);
    await tab.setViewport({ width, height, deviceScaleFactor: scale });
    await tab.evaluateOnNewDocument(holdStill, today);
    await tab.evaluateOnNewDocument(countTimers);
    await tab.evaluateOnNewDocument(countInputs);
    if (before) await tab.evaluateOnNewDocument(before);
    await tab.goto(address);
    await page.waitForSelector(".ftt[data-live]");
    if (view) await useView(page, view);
    return page;
  }

  return {
    open,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One page of the wizard in a Firefox of its own: act(page) does with it what it wants; `how` as open() takes it. */
export async function inFirefox(address, how, act) {
  const screen = await startScreen();
  const firefox = await startFirefox(screen);
  try {
    await act(await firefox.open(address, how));
  } finally {
    await firefox.close();
    screen.close();
  }
}
