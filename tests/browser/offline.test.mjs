// Without a network: after the first visit everything works with the network off, in Chromium and in Firefox. A newer
// version comes whole or not at all, and is taken when the person agrees; old packets still open in it. What an agency
// sets beside the site is the newest that could be had.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { startServer } from "../../web/serve.mjs";
import { inFirefox } from "./firefox.mjs";
import { openFile, savedPacket } from "./person.mjs";
import { element, hasEverything, keepPrinted, launchBrowser, openWizard, scenario, siteFolder } from "./support.mjs";
import { exampleInChromium, workWhole } from "./whole_work.mjs";

let browser;
let folder;
let site;
let expected; // what the site gives for worked example A
before(async () => {
  browser = await launchBrowser();
  const served = await startServer(siteFolder, { contentSecurityPolicy: true });
  expected = await exampleInChromium(browser, served.address);
  await served.close();
});
after(() => browser.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "telework-offline-"));
  // A host sends the compressed copy where there is one; what a test changes here has none.
  await cp(siteFolder, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  site = await startServer(folder, { contentSecurityPolicy: true });
});
afterEach(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const press = (page, id) => element(page, id).evaluate((button) => button.click());
// The version that is in use, once the service worker answers for the page.
const versionOf = (page) => page.evaluate(async () => {
  const pause = () => new Promise((done) => { setTimeout(done, 50); });
  while (navigator.serviceWorker.controller?.state !== "activated") await pause();
  return (await caches.match("?in-use")).text();
});

// A first visit, at the end of which everything is kept.
async function visit() {
  const page = await openWizard(browser, site.address, {
    context: { serviceWorkers: "allow" }, before: (p) => p.addInitScript(keepPrinted),
  });
  await hasEverything(page);
  await versionOf(page);
  return page;
}

async function reload(page) {
  await page.reload();
  await page.waitForSelector(".ftt[data-live]");
  await hasEverything(page);
}

const bar = (page) => page.locator(".progress");

// Another version of the site in the folder: the style of its type says something more. Gives the version.
async function publish(more, { damaged } = {}) {
  const digestOf = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  const [script, style] = ["service_worker.js", "fonts.css"].map((name) => join(folder, name));
  const before = digestOf(await readFile(style));
  await appendFile(style, more);
  const version = createHash("sha256").update(more).digest("hex").slice(0, 16);
  const text = await readFile(script, "utf8");
  await writeFile(script, text.replace(before, digestOf(await readFile(style))).replace(/version:"\w+"/, `version:"${version}"`));
  if (damaged) await appendFile(join(folder, damaged), " ");
  return version;
}

// Whether the page has the style of that version.
const looksLike = (page, name) => page.evaluate((rule) => [...document.styleSheets]
  .some(({ cssRules }) => [...cssRules].some(({ selectorText }) => selectorText === rule)), `.${name}`);

// Looks for a newer version, as the browser does when the page is gone to; gives whether that one is kept then.
const lookForUpdate = (page, version) => page.evaluate(async (name) => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  while (registration.installing) await new Promise((done) => { setTimeout(done, 50); });
  return caches.has(name);
}, `telework ${version}`);

test("Chromium with the network off after the first visit: worked example A, typed, saved, printed, opened, and the canvas", async () => {
  const page = await visit();
  await site.close();
  await page.context().setOffline(true);
  await reload(page);
  await workWhole(page, expected);
  assert.deepEqual(page.complaints.filter((said) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION/.test(said)), []);
  await page.context().close();
});

test("a version with one damaged file is refused whole; a good one waits, and is taken when the person agrees", async () => {
  const page = await visit();
  const first = await versionOf(page);
  const second = await publish(".second {}", { damaged: "core.wasm" });
  assert.equal(await lookForUpdate(page, second), false);
  assert.equal(await versionOf(page), first);
  assert.equal(await bar(page).count(), 0);
  await reload(page);
  assert.equal(await looksLike(page, "second"), false);

  await cp(join(siteFolder, "core.wasm"), join(folder, "core.wasm"));
  const third = await publish(".third {}");
  let isThere = false; // the browser may still be at the one that was damaged, after the page was loaded again
  for (let tries = 0; tries < 5 && !isThere; ++tries) isThere = await lookForUpdate(page, third);
  assert.equal(isThere, true);
  await bar(page).waitFor();
  assert.match(await bar(page).innerText(), /newer version/);
  assert.equal(await versionOf(page), first, "it waits");

  // Even a page that is gone to anew stays with the version that the person has.
  await page.getByRole("button", { name: "Later" }).click();
  assert.equal(await bar(page).count(), 0);
  await reload(page);
  assert.equal(await looksLike(page, "third"), false);

  await bar(page).waitFor();
  const other = await page.context().newPage();
  await other.goto(site.address);
  await other.waitForSelector(".ftt[data-live]");
  await page.getByRole("button", { name: "Take it now" }).click();
  await bar(page).filter({ hasText: "another tab" }).waitFor();
  await other.close();

  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Take it now" }).click()]);
  await hasEverything(page);
  assert.equal(await versionOf(page), third);
  assert.equal(page.url(), site.address);
  assert.equal(await looksLike(page, "third"), true);
  assert.equal((await page.evaluate(() => caches.keys())).length, 2, "the version before is not kept any more");

  await site.close();
  await openFile(page, "example_a.json", await readFile(scenario("example_a.json"), "utf8"));
  assert.equal(JSON.parse(await savedPacket(page)).travel_budget.transport, "412.60");
  await page.context().close();
});

test("what an agency sets is the newest there is, and without a network what came last", async () => {
  const configuration = join(folder, "configuration.json");
  const managing = (name) => JSON.stringify({ telework_managing_officer: { name } });
  const officer = async (page) => {
    await reload(page);
    await press(page, "step:whom_to_ask");
    return page.locator("main").innerText();
  };
  const page = await visit();
  await writeFile(configuration, managing("Ada Okafor"));
  assert.match(await officer(page), /Ada Okafor/);
  await writeFile(configuration, managing("Grace Liu"));
  assert.match(await officer(page), /Grace Liu/);
  await site.close();
  assert.match(await officer(page), /Grace Liu/);
  await page.context().close();
});

test("Firefox with the server gone after the first visit: worked example A, typed, saved, printed, opened, and the canvas", async () => {
  await inFirefox(site.address, { before: keepPrinted }, async (page) => {
    await hasEverything(page);
    await versionOf(page);
    await site.close();
    await assert.rejects(fetch(site.address), "nobody answers any more");
    await reload(page);
    await workWhole(page, expected);
    assert.deepEqual(page.complaints, []);
  });
});
