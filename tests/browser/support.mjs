// What every browser test leans on: the served site, a browser with a fixed day and packet id, and the two ways of
// using the wizard: the pointer on the canvas, and the keyboard through the twin.
//
// Does not hold a test and does not know any figure.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { startServer } from "../../web/site/serve.mjs";
import { until } from "./driven.mjs";
import { watchedContext } from "./requests.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = require("playwright-core");
export const { PNG } = require("pngjs");
export const axeSource = require.resolve("axe-core/axe.min.js");
export const siteFolder = fileURLToPath(new URL("../../dist/", import.meta.url));
export const scenario = (name) => fileURLToPath(new URL(`../scenarios/${name}`, import.meta.url));

export const today = "2026-11-21";
export const timeZone = "America/New_York"; // of each browser: what is printed says when

export const quiet = ["--no-sandbox", "--font-render-hinting=none", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
// What the browser has to draw with: WebGL without a GPU, or only a 2D canvas. Mesa, which Firefox draws with, takes about
// half the processor time of what Chromium brings. The page itself is put together without WebGL: in software that takes a
// third of the processor time of many tests, and most of it where one types.
const angle = existsSync("/usr/share/glvnd/egl_vendor.d/50_mesa.json") ? ["--use-angle=gl-egl"]
  : ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const drawing = {
  webgl: [...angle, "--ignore-gpu-blocklist", "--disable-gpu-compositing"],
  software: ["--disable-gpu", "--disable-3d-apis"],
};

// Chromium without a window of its own takes less than half the work that the whole browser takes for a page.
export function chromiumPath() {
  const names = ["chromium-headless-shell", "chromium", "chromium-browser"];
  const found = names.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
  if (!found) throw new Error("Chromium is not installed; `make setup` installs it.");
  return found;
}

export function launchBrowser(how = "webgl") {
  return chromium.launch({ executablePath: chromiumPath(), args: [...quiet, ...drawing[how]] });
}

// The day and the new packet's id are the page's own; both are held still so that bytes can be compared.
export function holdStill(day) {
  const noon = Date.parse(`${day}T12:00:00`);
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      if (parts.length === 0) super(noon);
      else super(...parts);
    }
    static now() { return noon; }
  };
  crypto.getRandomValues = (array) => array.fill(7);
}

// Runs in the page, first of all: what is printed is kept instead, as window.printed.
export function keepPrinted() {
  window.print = function print() { window.top.printed = this.document.documentElement.outerHTML; };
}

// Until what is asked of the page, also what it has to wait for, is so.
export const untilSo = (page, isSo, argument) => until(() => page.evaluate(isSo, argument), String(isSo), { every: 50 });

// Runs in the page, first of all: counts the time-outs by which the page still means to do something. Those of before it
// is live are not looked at.
export function countTimers() {
  const { setTimeout: set, clearTimeout: clear } = window;
  const toCome = new Map(); // number → milliseconds
  window.setTimeout = (act, delay = 0, ...values) => {
    const number = set(() => {
      toCome.delete(number);
      act(...values);
    }, delay);
    if (performance.getEntriesByName("wizard-live").length > 0) toCome.set(number, delay);
    return number;
  };
  window.clearTimeout = (number) => {
    toCome.delete(number);
    clear(number);
  };
  window.timersToCome = (longest) => [...toCome.values()].filter((delay) => delay <= longest).length;
  window.lookLater = (look) => { set(look, 20); }; // Time: between two looks, which the page does not mean to do.
}

// Until the page means to do nothing more by itself: what has been typed is kept or refused, what was to be said is said.
// `longest`: what it does after more milliseconds than that is not waited for. Frames are asked for at the end alone: each
// has the whole page put together.
export async function rested(page, longest = 10_000) {
  await page.evaluate((most) => new Promise((done, fail) => {
    const end = performance.now() + 60_000;
    let quiet = 0;
    const look = () => {
      quiet = window.timersToCome(most) === 0 ? quiet + 1 : 0;
      if (quiet === 3) done();
      else if (performance.now() > end) fail(new Error("It never came to rest."));
      else if (quiet === 0) window.lookLater(look);
      else requestAnimationFrame(look);
    };
    look();
  }), longest);
}

// Until the page has the tables of all years and ZIP codes: what is typed before that is read again once they come.
export const hasTables = (page) => page.waitForFunction(() => performance.getEntriesByName("complete").length > 0);

// Until the page has everything that it will ever ask for.
export const hasEverything = (page) => page.waitForFunction(() => performance.getEntriesByName("everything").length > 0);

// A page of the wizard, live. `view`: "canvas" or "page", or null for whichever comes by itself. Errors on the console
// and exceptions are collected in page.complaints. Nothing is kept for use without a network unless `context` says so:
// what is kept would not be asked of the network that a test holds back.
export async function openWizard(browser, address, { view = "page", hash = "", width = 1280, height = 800, scale = 1,
    context: more = {}, before } = {}) {
  const context = await watchedContext(browser, [address], { viewport: { width, height }, deviceScaleFactor: scale, acceptDownloads: true,
    locale: "en-US", timezoneId: timeZone, serviceWorkers: "block", ...more });
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => { if (message.type() === "error") page.complaints.push(message.text()); });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  await page.addInitScript(holdStill, today);
  await page.addInitScript(countTimers);
  // Chosen beforehand: most of what a test takes would be a canvas that it does not look at.
  if (view === "page") await page.addInitScript(() => localStorage.setItem("telework.view", "page"));
  if (before) await before(page);
  await page.goto(`${address}${hash}`);
  await page.waitForSelector(".ftt[data-live]");
  if (view) await useView(page, view);
  return page;
}

// For a file of tests: the site served and a browser started before them, both ended after them. at.open(options) gives
// a page of the wizard, at.context(options) a context for pages of another kind.
export function useSite(options) {
  const at = {
    open: (how) => openWizard(at.browser, at.site.address, how),
    context: (how) => watchedContext(at.browser, [at.site.address], how),
  };
  before(async () => {
    at.site = await startServer(siteFolder, options);
    at.browser = await launchBrowser();
  });
  after(async () => {
    await at.browser.close();
    await at.site.close();
  });
  return at;
}

// The file chooser that a press opens. The driver says that it listens before the browser knows of it: a press that is
// quicker opens a chooser that nobody sees, and the browser cancels it. An answer of the page comes after both.
export async function chooserAfter(page, press) {
  const chooser = page.waitForEvent("filechooser");
  const [chosen] = await Promise.all([chooser, page.evaluate(() => true).then(press)]);
  return chosen;
}

export const viewOf = (page) => page.getAttribute(".ftt", "data-view");

// Chooses a view by the wizard's own switch.
export async function useView(page, view) {
  await page.waitForFunction(() => document.querySelector(".ftt").dataset.canvas !== "loading");
  if (await viewOf(page) !== view) await element(page, "banner.switch").evaluate((button) => button.click());
  await page.waitForSelector(`.ftt[data-view=${view}]`);
  if (view === "canvas") await settled(page);
}

// The element of a node, by the node's id.
export const element = (page, id) => page.locator(`[id="${id}"]`);

// What the page says when the canvas gave way to the page view.
export const pageViewBecause = (why) => `This is the page view: the canvas cannot be drawn here (${why}). All answers are kept.`;

// A node of the view model, by its id, once it is on the screen.
export const nodeOf = (page, id) => element(page, id).evaluate((shown, which) =>
  document.querySelector(".ftt").ftt.screen.nodes.find((node) => node.id === which), id);

export const frames = (page) => page.evaluate(() => document.querySelector(".ftt").ftt?.canvas?.frames ?? 0);

// Until the canvas has drawn what there was to draw: three frames of the browser in which it drew none.
export async function settled(page) {
  await page.evaluate(async () => {
    const drawn = () => document.querySelector(".ftt").ftt?.canvas?.frames ?? 0;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let quiet = 0, before = drawn(); quiet < 3;) {
      await frame();
      quiet = drawn() === before ? quiet + 1 : 0;
      before = drawn();
    }
  });
}

/** What axe-core, which was brought into the page, finds against its rules in the wizard, a line for each of them. */
export const violations = (page, view) => page.evaluate(async (inCanvas) => {
  // Over the canvas the ink is transparent on purpose; its colors are the picture's.
  const rules = inCanvas ? { "color-contrast": { enabled: false } } : {};
  const found = (await window.axe.run(document, { rules, resultTypes: ["violations"] })).violations;
  // The address of a step names no element, and is taken for a skip link where it is scrolled out of sight.
  const isStep = (id, { target }) => id === "skip-link" && document.querySelector(target).matches(".step");
  return found.map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => !isStep(id, node)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`);
}, view === "canvas");

/**
 * A page beside the wizard: axe-core finds nothing in it, by all of its rules or as its options `how` say, and it is no wider
 * than the window. Its policy is bypassed.
 */
export async function checkPlainPage(page, name, how = {}) {
  await page.addScriptTag({ path: axeSource });
  const found = await page.evaluate(async (options) => (await window.axe.run(document, options)).violations
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`), { resultTypes: ["violations"], ...how });
  assert.deepEqual(found, [], name);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide`);
}
