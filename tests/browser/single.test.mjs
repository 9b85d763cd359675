// The single file, opened from the disk as by double click: worked example A, print, save, open and the canvas, in
// Chromium and in Firefox, with no request but for the file itself. And the site under a policy that forbids
// WebAssembly: the plain JavaScript build gives the same packet and the same document, byte for byte.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { singlePage } from "../../web/site/single.mjs";
import { headerPolicy } from "../../web/site/policy.mjs";
import { startServer } from "../../web/site/serve.mjs";
import { inFirefox } from "./firefox.mjs";
import { fill, openFile, savedPacket } from "./person.mjs";
import { element, hasEverything, keepPrinted, launchBrowser, openWizard, siteFolder, viewOf } from "./support.mjs";
import { exampleInChromium, printSaveAndOpen, workWhole } from "./whole_work.mjs";
import { checkFigures, exampleA } from "./worked_answers.mjs";

let browser;
let folder;
let site;
let single;
let expected; // what the site gives for worked example A
before(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), "telework-single-"));
  single = pathToFileURL(join(folder, "telework.html")).href;
  await writeFile(fileURLToPath(single), await singlePage(siteFolder));
  site = await startServer(siteFolder, { contentSecurityPolicy: true });
  expected = await exampleInChromium(browser, site.address);
});
after(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const press = (page, id) => element(page, id).evaluate((button) => button.click());

// The single file in page view with nothing beside it: all of worked example A, and nothing amiss.
async function checkSingle(page) {
  await hasEverything(page);
  assert.equal(await element(page, "main.notice").count(), 0, "nothing is limited");
  await workWhole(page, expected);
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(asked.filter((address) => !/^(blob|data):/.test(address)), [], "nothing is asked for");
  assert.deepEqual(page.complaints, []);
  assert.equal(await page.evaluate(() => document.fonts.check('600 17px "Public Sans"')), true);
  await page.context().close();
}

test("the single file in Chromium: worked example A, typed, saved, printed, opened, and the canvas, from the disk", async () => {
  await checkSingle(await openWizard(browser, single, { before: (p) => p.addInitScript(keepPrinted) }));
});

test("where the browser refuses workers, the single file makes documents in the page", async () => {
  const page = await openWizard(browser, single, { before: async (p) => {
    await p.addInitScript(keepPrinted);
    await p.addInitScript(() => {
      window.Worker = class { constructor() { throw new DOMException("refused", "SecurityError"); } };
    });
  } });
  await hasEverything(page);
  await fill(page, exampleA.steps);
  await printSaveAndOpen(page, expected);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a policy without 'wasm-unsafe-eval': plain JavaScript gives the same, and the page says what to allow", async () => {
  const strict = await startServer(siteFolder, { contentSecurityPolicy: headerPolicy("index.html").replace(" 'wasm-unsafe-eval'", "") });
  const page = await openWizard(browser, strict.address, { before: (p) => p.addInitScript(keepPrinted) });
  await hasEverything(page);
  assert.match(await element(page, "main.notice").textContent(), /'wasm-unsafe-eval' in script-src\. The form runs as plain JavaScript/);
  await fill(page, exampleA.steps);
  const packet = await savedPacket(page);
  checkFigures(packet, exampleA);
  assert.equal(packet, expected.packet);
  await printSaveAndOpen(page, expected);
  // The canvas stays away, and says why.
  await press(page, "banner.switch");
  await page.locator(".finding").filter({ hasText: "the canvas cannot be drawn here" }).waitFor();
  assert.equal(await viewOf(page), "page");
  // The browser itself reports each place where the policy forbids WebAssembly; nothing else may be said.
  assert.deepEqual(page.complaints.filter((said) => !/WebAssembly|wasm-unsafe-eval/.test(said)), []);
  // A file of 9 MiB makes the memory of the plain build grow, and is refused as it is elsewhere.
  await openFile(page, "large.json", " ".repeat(9 * 1024 * 1024));
  await page.locator(".finding[data-tone=error]").filter({ hasText: "at most 8,388,608" }).waitFor();
  assert.equal(await savedPacket(page), expected.packet);
  await page.context().close();
  await strict.close();
});

test("the single file: its steps are addresses, and Back and Forward go through them", async () => {
  const page = await openWizard(browser, single);
  const isAt = (id) => page.waitForFunction((which) => document.getElementById(which)?.getAttribute("aria-current") === "step", id);
  await press(page, "step:travel");
  await press(page, "step:pay");
  assert.equal(page.url(), `${single}#step/pay`);
  await page.goBack();
  await isAt("step:travel");
  await page.goForward();
  await isAt("step:pay");
  await page.reload();
  await page.waitForSelector(".ftt[data-live]");
  await isAt("step:pay");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the single file in Firefox: worked example A, typed, saved, printed, opened, and the canvas, from the disk", async () => {
  await inFirefox(single, { before: keepPrinted }, checkSingle);
});
