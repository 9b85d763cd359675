// A page in a browser that Playwright does not drive, with as much of Playwright's page as person.mjs, steps.mjs and
// support.mjs use, so that the same person does the same things there.
//
// Everything goes through a driver: evaluate(expression) gives a JSON value and waits for promises; press(key),
// type(text), click(x, y, count), resize(width, height, scale), setFiles(selector, path), reload(), screenshot() and close();
// download() gives the path of the next file that the page offers, chooser() what takes the path of the file that the
// page asks for; folder is where files may be put meanwhile. Does not hold a test and starts no browser.
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "node:child_process";

export const require = createRequire(new URL("../../web/package.json", import.meta.url));

export const newFolder = () => mkdtempSync(join(tmpdir(), "telework-driven-"));
// Time: between two looks, or where time itself is measured.
const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

/** Asks until the answer is one; fails with what was awaited, after longer than even a very busy machine takes. */
export async function until(ask, what, { timeout = 60_000, every = 20 } = {}) {
  for (const end = Date.now() + timeout; ;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await pause(every);
  }
}

/** A screen without a monitor, where a browser has windows and graphics: { name, close() }. */
export async function startScreen() {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((done, fail) => {
    server.on("error", () => fail(new Error("Xvfb is not installed; `make setup` installs it.")));
    server.on("exit", (code) => fail(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once("data", (text) => done(String(text).trim()));
  });
  server.removeAllListeners("exit");
  return { name: `:${number}`, close: () => server.kill() };
}

// A file to be chosen, as Playwright takes it, on the disk; gives its path.
function written(folder, { name, buffer }) {
  const path = join(folder, name);
  writeFileSync(path, buffer);
  return path;
}

// The elements that a selector finds; every act is on the first of them.
class Located {
  #page;
  #selector;

  constructor(page, selector) {
    this.#page = page;
    this.#selector = JSON.stringify(selector);
  }

  evaluate(act, argument) {
    return this.#page.driver.evaluate(`(${act})(document.querySelector(${this.#selector}), ${JSON.stringify(argument)})`);
  }

  evaluateAll(act, argument) {
    return this.#page.driver.evaluate(`(${act})([...document.querySelectorAll(${this.#selector})], ${JSON.stringify(argument)})`);
  }

  first() { return this; }
  count() { return this.evaluateAll((nodes) => nodes.length); }
  focus() { return this.evaluate((node) => node.focus()); }
  blur() { return this.evaluate((node) => node.blur()); }
  inputValue() { return this.evaluate((node) => node.value); }
  isChecked() { return this.evaluate((node) => node.checked); }
  textContent() { return this.evaluate((node) => node.textContent); }
  innerText() { return this.evaluate((node) => node.innerText); }
  getAttribute(name) { return this.evaluate((node, asked) => node.getAttribute(asked), name); }

  fill(text) {
    return this.evaluate((node, value) => {
      node.focus();
      node.value = value;
      node.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, text);
  }

  selectOption(value) {
    return this.evaluate((node, wanted) => {
      node.value = wanted;
      node.dispatchEvent(new Event("input", { bubbles: true }));
      node.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);
  }

  boundingBox() {
    return this.evaluate((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  setInputFiles(file) {
    const { driver } = this.#page;
    return driver.setFiles(JSON.parse(this.#selector), written(driver.folder, file));
  }
}

export class DrivenPage {
  /** What went wrong: errors on the console and exceptions, where the driver hears of them. */
  complaints = [];

  constructor(driver) {
    this.driver = driver;
    this.keyboard = { press: (keys) => driver.press(keys.replace("Space", " ").split("+")), type: (text) => driver.type(text) };
    this.mouse = { click: (x, y) => driver.click(x, y, 1), dblclick: (x, y) => driver.click(x, y, 2) };
  }

  context() { return { close: () => this.driver.close() }; }
  locator(selector) { return new Located(this, selector); }
  evaluate(act, argument) { return this.driver.evaluate(`(${act})(${JSON.stringify(argument)})`); }
  getAttribute(selector, name) { return this.locator(selector).getAttribute(name); }
  title() { return this.evaluate(() => document.title); }
  setViewportSize({ width, height, scale = 1 }) { return this.driver.resize(width, height, scale); }
  screenshot() { return this.driver.screenshot(); }
  // Time: as Playwright has it.
  waitForTimeout(milliseconds) { return pause(milliseconds); }
  waitForFunction(ask, argument, options) { return until(() => this.evaluate(ask, argument), String(ask), options); }

  waitForSelector(selector, options) {
    return this.waitForFunction((wanted) => document.querySelector(wanted)?.checkVisibility() ?? false, selector, options);
  }

  reload() { return this.driver.reload(); }

  async waitForEvent(name) {
    if (name === "filechooser") {
      const take = await this.driver.chooser();
      return { setFiles: (file) => take(written(this.driver.folder, file)) };
    }
    if (name !== "download") throw new Error(`nothing here waits for ${name}`);
    const path = await this.driver.download();
    return { path: () => path };
  }
}
