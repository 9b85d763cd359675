// The single file, opened from the disk as by double click: worked example A, print, save, open and the canvas, in
// Chromium and in Firefox, with no request but for the file itself. And the site under a policy that forbids
// WebAssembly: the plain JavaScript build gives the same packet and the same document, byte for byte.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { singlePage } from "../../web/layout/single.mjs";
import { headerPolicy } from "../../web/policy.mjs";
import { startServer } from "../../web/serve.mjs";
import { fill, openFile, savedPacket } from "./person.mjs";
import { element, frames, launchBrowser, openWizard, siteFolder, useView, viewOf } from "./support.mjs";
import { exampleA } from "./worked_answers.mjs";

const puppeteer = createRequire(new URL("../../web/package.json", import.meta.url))("puppeteer-core");

let browser;
let folder;
let site;
let single;
let expected; // what the site gives for worked example A: {packet, html}
before(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), "telework-single-"));
  single = pathToFileURL(join(folder, "telework.html")).href;
  await writeFile(fileURLToPath(single), await singlePage(siteFolder));
  site = await startServer(siteFolder, { contentSecurityPolicy: true });
  const page = await openWizard(browser, site.address);
  expected = await answers(page);
  await page.context().close();
});
after(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const press = (page, id) => element(page, id).evaluate((button) => button.click());

const keepPrinted = () => {
  window.print = function print() { window.top.printed = this.document.documentElement.outerHTML; };
};

// Worked example A as it is saved, as a packet and as a page.
async function answers(page) {
  await page.waitForFunction(() => performance.getEntriesByName("complete").length > 0);
  await fill(page, exampleA.steps);
  const packet = await savedPacket(page);
  await press(page, "step:check");
  return { packet, html: await savedPacket(page, () => press(page, "check.page")) };
}

async function checkAll(page) {
  const { packet, html } = await answers(page);
  const lines = new Map(JSON.parse(packet).worksheet.lines.map((line) => [line.id, line.value]));
  for (const [id, value] of Object.entries(exampleA.figures)) assert.equal(lines.get(id), value, id);
  assert.equal(packet, expected.packet);
  assert.equal(html, expected.html);
  await press(page, "banner.print");
  await page.waitForFunction(() => window.printed);
  assert.match(await page.evaluate(() => window.printed), /2,521\.80/);
  await openFile(page, "telework.html", html);
  assert.equal(await savedPacket(page), packet);
}

test("the single file does worked example A, print, save, open and the canvas from the disk, and asks for nothing", async () => {
  const page = await openWizard(browser, single, { before: (p) => p.addInitScript(keepPrinted) });
  await page.waitForFunction(() => performance.getEntriesByName("everything").length > 0);
  assert.equal(await element(page, "main.notice").count(), 0, "nothing is limited");
  const requests = [];
  page.context().on("request", (request) => requests.push(request.url()));
  await checkAll(page);
  await useView(page, "canvas");
  assert.ok(await frames(page) > 0);
  assert.deepEqual(requests.filter((url) => !/^(blob|data):/.test(url)), []);
  assert.deepEqual(page.complaints, []);
  assert.equal(await page.evaluate(() => document.fonts.check('600 17px "Public Sans"')), true);
  await page.context().close();
});

test("where the browser refuses workers, the single file makes documents in the page", async () => {
  const page = await openWizard(browser, single, { before: (p) => p.addInitScript(() => {
    window.Worker = class { constructor() { throw new DOMException("refused", "SecurityError"); } };
  }) });
  assert.equal((await answers(page)).html, expected.html);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a policy without 'wasm-unsafe-eval': plain JavaScript gives the same, and the page says what to allow", async () => {
  const strict = await startServer(siteFolder, { contentSecurityPolicy: headerPolicy("index.html").replace(" 'wasm-unsafe-eval'", "") });
  const page = await openWizard(browser, strict.address, { before: (p) => p.addInitScript(keepPrinted) });
  await page.waitForFunction(() => performance.getEntriesByName("complete").length > 0);
  assert.match(await element(page, "main.notice").textContent(), /'wasm-unsafe-eval' in script-src\. The form runs as plain JavaScript/);
  await checkAll(page);
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

test("Firefox opens the single file from the disk, works it out, prints it and draws the canvas", async () => {
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true });
  try {
    const page = await firefox.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.evaluateOnNewDocument(keepPrinted);
    await page.goto(single);
    await page.waitForFunction(() => performance.getEntriesByName("complete").length > 0);
    await page.evaluate((packet) => {
      const files = new DataTransfer();
      files.items.add(new File([packet], "packet.json"));
      const field = document.getElementById("start.file");
      field.files = files.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, expected.packet);
    await page.waitForFunction(() => document.getElementById("step:check").getAttribute("aria-current") === "step");
    assert.match(await page.evaluate(() => document.querySelector(".stage").innerText), /8,295\.80/);
    await page.evaluate(() => document.getElementById("banner.print").click());
    await page.waitForFunction(() => window.printed);
    assert.match(await page.evaluate(() => window.printed), /2,521\.80/);
    if (await page.evaluate(() => document.querySelector(".ftt").dataset.view) !== "canvas") {
      await page.evaluate(() => document.getElementById("banner.switch").click());
    }
    await page.waitForSelector(".ftt[data-view=canvas]");
    assert.deepEqual(errors, []);
  } finally {
    await firefox.close();
  }
});
