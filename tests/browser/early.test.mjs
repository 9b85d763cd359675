// Before the wizard is there: the first screen stands in the page and can be used; nothing that is done then is lost or
// done twice, the elements stay the same ones, and nothing moves when the wizard takes them over.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { element, nodeOf, scenario, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });

// A page whose wizard is held back until letGo() is called; its type too, which would move the words.
async function openHeld(width, html = (page) => page) {
  const context = await at.context({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => { if (message.type() === "error") page.complaints.push(message.text()); });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  await page.route("**/telework.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.route("**/fonts.css", (route) => route.fulfill({ body: "", contentType: "text/css" }));
  await page.route(at.site.address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: html(await response.text()) });
  });
  await page.addInitScript(() => localStorage.setItem("telework.view", "page"));
  await page.goto(at.site.address, { waitUntil: "domcontentloaded" });
  await page.waitForFunction(() => performance.getEntriesByName("first-field").length > 0);
  assert.equal(await page.locator(".ftt[data-live]").count(), 0, "the wizard is not there yet");
  return { page, live: async () => {
    letGo();
    await page.waitForSelector(".ftt[data-live]");
  } };
}

const places = (page) => page.evaluate(() => [...document.querySelectorAll(".stage [id]")]
  .filter((node) => node.getClientRects().length > 0)
  .map((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [node.id, x, y, width, height].join(" ");
  }));

for (const width of [1280, 800, 390]) {
  test(`at ${width} pixels nothing moves when the wizard comes, and the focus stays`, async () => {
    const { page, live } = await openHeld(width);
    await element(page, "start.packet").focus();
    await element(page, "start.packet").evaluate((button) => { button.isTheSame = true; });
    const before = await places(page);
    assert.ok(before.length > 20);
    await live();
    assert.deepEqual(await places(page), before);
    assert.equal(await page.evaluate(() => document.activeElement.id), "start.packet");
    assert.equal(await element(page, "start.packet").evaluate((button) => button.isTheSame), true);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`at ${width} pixels the screen that was taken over is the one that would have been made`, async () => {
    const screen = async (html) => {
      const { page, live } = await openHeld(width, html);
      await live();
      const made = await page.locator(".stage").innerHTML();
      await page.context().close();
      return made.replace(/ style="[^"]*"/g, "").replace(/></g, ">\n<").split("\n");
    };
    const emptied = (page) => page.replace(/(<div class="stage">)[^]*(<\/div>\n<p class="loading">)/, "$1$2");
    assert.deepEqual(await screen((page) => page), await screen(emptied));
  });
}

test("a press before the wizard is there is done when it comes, once", async () => {
  const { page, live } = await openHeld(1280);
  await element(page, "banner.help").click();
  assert.equal(await element(page, "help").count(), 0);
  await page.locator(".loading").waitFor({ state: "visible" });
  await live();
  // Help is in the second half of the wizard, which may come a moment later.
  await page.locator("[id='banner.help'][aria-expanded=true]").waitFor();
  assert.equal(await page.locator(".loading").isVisible(), false);
  await page.context().close();
});

test("presses are done in their order", async () => {
  const { page, live } = await openHeld(390);
  await element(page, "banner.help").click();
  await element(page, "start.estimate").click();
  await live();
  // Help is in the second half of the wizard, and what was pressed behind it waits with it.
  await page.getByRole("heading", { level: 1, name: "Estimate a cost" }).waitFor();
  assert.equal(await element(page, "help").count(), 1);
  assert.equal(await page.evaluate(() => document.activeElement.id), "main.heading");
  await page.context().close();
});

test("a step chosen with the keyboard is gone to, and the address names it", async () => {
  const { page, live } = await openHeld(1280);
  const address = page.url();
  await element(page, "step:travel").focus();
  await page.keyboard.press("Enter");
  await live();
  // The step is in the second half of the wizard, which may come a moment later.
  await element(page, "travel_budget.transport").waitFor();
  await page.waitForURL(`${address}#step/travel`);
  await page.context().close();
});

test("a file chosen before the wizard is there is opened, once", async () => {
  const { page, live } = await openHeld(800);
  await element(page, "start.file").setInputFiles({
    name: "example_a.json", mimeType: "application/json", buffer: await readFile(scenario("example_a.json")),
  });
  await live();
  await page.getByRole("heading", { level: 1, name: "Check and export" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Open the file" }).count(), 0, "it does not ask");
  assert.equal(await element(page, "result.fold").innerText(), "Result so far: GSA would spend $8,295.80 less a year");
  await page.context().close();
});

// The second half of the module is held back until letGo() is called: what does not need it works, and the rest waits.
async function openHalf(answer) {
  const context = await at.context({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  await page.route("**/telework.rest.wasm", answer);
  await page.addInitScript(() => localStorage.setItem("telework.view", "page"));
  await page.goto(at.site.address);
  await page.waitForSelector(".ftt[data-live]");
  return page;
}

test("an estimate is made while the second half of the wizard is on its way; what needs it waits, in its order", async () => {
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  const page = await openHalf(async (route) => {
    await held;
    await route.continue();
  });
  await element(page, "start.estimate").click();
  for (const [id, text] of [["travel_budget.trips", "4"], ["travel_budget.nights", "2.5"], ["travel_budget.transport", "four"]]) {
    await element(page, id).fill(text);
    await element(page, id).press("Tab");
  }
  assert.equal((await nodeOf(page, "travel_budget.transport")).problem,
    '"four" is not a decimal number; write it in digits, for example $1,234.50.');
  await element(page, "travel_budget.transport").fill("450");
  await page.keyboard.press("Tab");
  const onScreen = () => page.locator(".stage").innerText();
  const before = await onScreen();
  await element(page, "step:eligibility").evaluate((link) => link.click());
  await element(page, "step:travel").evaluate((link) => link.click());
  await page.waitForSelector(".ftt[data-waiting]");
  assert.equal(await onScreen(), before, "the screen stays as it was");
  letGo();
  await page.waitForSelector(".ftt:not([data-waiting])");
  await page.waitForFunction(() => document.getElementById("travel_budget.share_travel"));
  assert.equal(await element(page, "travel_budget.transport").inputValue(), "$450.00");
  assert.equal(await element(page, "travel_budget.nights").inputValue(), "2.5");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("where the second half of the wizard does not come, the page says which file, and the answers are kept", async () => {
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  const page = await openHalf(async (route) => {
    await held;
    await route.abort();
  });
  await element(page, "start.estimate").click();
  await element(page, "travel_budget.trips").fill("7");
  await page.keyboard.press("Tab");
  await element(page, "step:eligibility").evaluate((link) => link.click());
  await page.waitForSelector(".ftt[data-waiting]");
  letGo();
  await page.getByText("telework.rest.wasm").first().waitFor();
  await page.unroute("**/telework.rest.wasm");
  await page.reload();
  await page.waitForFunction(() => document.getElementById("travel_budget.trips")?.value === "7");
  assert.equal(await page.locator(".ftt[data-live]").count(), 1);
  await page.context().close();
});
