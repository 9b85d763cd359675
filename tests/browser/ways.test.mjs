// Ways about, in both views: Back and Forward through the steps, addresses, keys, undo, leaving, and that what was opened
// is in sight while all else stays where it was.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fill, openFile, press, unfoldSteps } from "./person.mjs";
import { go, openExample } from "./steps.mjs";
import { chooserAfter, element, rested, scenario, settled, untilSo, useSite, viewOf } from "./support.mjs";

const at = useSite();
const views = ["page", "canvas"];

const isAt = (page, step) => untilSo(page, (id) => document.querySelector(".step[aria-current]")?.id === id, `step:${step}`);
const focused = (page) => page.evaluate(() => document.activeElement?.id);
const hash = (page) => page.evaluate(() => location.hash);
const entries = (page) => page.evaluate(() => history.length);
const settle = async (page) => (await viewOf(page) === "canvas" ? settled(page) : rested(page));

// Where the person has scrolled to, whatever scrolls.
const scrolled = (page) => page.evaluate(() => Math.round(scrollY + document.querySelector("main").scrollTop));
async function scrollBy(page, pixels) {
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, pixels);
  await untilSo(page, (least) => scrollY + document.querySelector("main").scrollTop >= least, Math.min(pixels, 1) );
  await settle(page);
  await settle(page);
}

// The top and bottom of what is seen for an element, and of the part of the window in which it scrolls.
const seen = (page, id) => page.evaluate((which) => {
  const { top, bottom } = document.getElementById(which).getBoundingClientRect();
  const main = document.querySelector("main").getBoundingClientRect();
  return { top, bottom, from: Math.max(main.top, 0), to: Math.min(main.bottom, innerHeight) };
}, id);
async function isInSight(page, id) {
  const { top, bottom, from, to } = await seen(page, id);
  assert.ok(top >= from - 1 && (bottom <= to + 1 || top <= from + 60), `${id} is in sight: ${top} to ${bottom} in ${from} to ${to}`);
}
const topOf = async (page, id) => (await seen(page, id)).top;

for (const view of views) {
  test(`Back and Forward go through the steps, to the heading and to where each was scrolled, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    await go(page, "travel");
    assert.equal(await hash(page), "#step/travel");
    await scrollBy(page, 300);
    const before = await scrolled(page);
    assert.ok(before > 200);
    await element(page, "step:result").evaluate((link) => link.click());
    await isAt(page, "result");
    await settle(page);
    assert.equal(await scrolled(page), 0);
    await page.goBack();
    await isAt(page, "travel");
    await settle(page);
    assert.equal(await focused(page), "main.heading");
    assert.ok(Math.abs(await scrolled(page) - before) <= 4, `${await scrolled(page)} as before ${before}`);
    await page.goBack();
    await isAt(page, "check");
    await page.goForward();
    await isAt(page, "travel");
    await page.goForward();
    await isAt(page, "result");
    assert.equal(await hash(page), "#step/result");
    await page.context().close();
  });

  test(`a citation that is opened on a scrolled page is in sight and moves nothing more than it must, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    await go(page, "travel");
    await scrollBy(page, 480);
    const cite = "cite:travel_budget.transport";
    await element(page, cite).evaluate((button) => button.scrollIntoView({ block: "center" }));
    await settle(page);
    const [before, places] = [await topOf(page, cite), await scrolled(page)];
    await element(page, cite).evaluate((button) => button.click());
    await page.waitForSelector('[id="restatement"]', { state: "attached" });
    await settle(page);
    await settle(page);
    await isInSight(page, "restatement");
    assert.ok(await scrolled(page) - places <= 400 && await scrolled(page) >= places, "it goes down, and no further than it must");
    await element(page, "restatement.close").evaluate((button) => button.click());
    await settle(page);
    await isInSight(page, cite);
    assert.ok(Math.abs(await topOf(page, cite) - before) < 400);
    await page.context().close();
  });

  test(`a half-year that is added is in sight, has the focus and is not wrong, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    await element(page, "step:check").evaluate((link) => link.click());
    await fill(page, [["step:arrangement", [["arrangement.type", "choice", "annual_review"]]]]);
    await go(page, "annual_review");
    const add = "actuals.add";
    await page.waitForFunction((id) => document.getElementById(id), add);
    await element(page, add).evaluate((button) => button.scrollIntoView({ block: "center" }));
    await settle(page);
    const before = await scrolled(page);
    await press(page, add);
    await page.waitForSelector('[id="actuals.0.half_year"]', { state: "attached" });
    await settle(page);
    await settle(page);
    await isInSight(page, "actuals.0.half_year");
    assert.equal(await focused(page), "actuals.0.half_year");
    assert.ok(Math.abs(await scrolled(page) - before) < 500, `${before} → ${await scrolled(page)}`);
    assert.equal(await element(page, "actuals.0.half_year").getAttribute("aria-invalid"), null);
    await page.context().close();
  });

  test(`opening a file shows the banner and the heading, wherever the page was scrolled to, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    await scrollBy(page, 900);
    await openFile(page, "again.json", await readFile(scenario("example_a.json")));
    await page.waitForFunction(() => document.getElementById("actions.saved").textContent.includes("again.json"));
    await settle(page);
    await settle(page);
    assert.equal(await scrolled(page), 0);
    assert.ok(await topOf(page, "banner.open") >= 0);
    await page.context().close();
  });

  test(`the side panel begins at its top on each step, in ${view} view`, async () => {
    const page = await at.open({ view, height: 600 });
    await openExample(page);
    await go(page, "travel");
    const panel = () => page.evaluate(() => {
      const result = document.querySelector(".result");
      return [result, result.firstElementChild].reduce((sum, part) => sum + part.scrollTop, 0);
    });
    await page.mouse.move(1150, 400);
    await page.mouse.wheel(0, 200);
    await untilSo(page, () => [...document.querySelectorAll(".result, .result > .content")].some((part) => part.scrollTop > 50));
    await go(page, "pay");
    assert.equal(await panel(), 0);
    await page.context().close();
  });

  test(`Back and Next stay where they are, however long the name of the file is, in ${view} view`, async () => {
    const page = await at.open({ view });
    await go(page, "travel");
    await settle(page);
    const box = () => element(page, "actions.next").boundingBox();
    const before = await box();
    const buffer = await readFile(scenario("example_a.json"));
    await openFile(page, "telework-packet-of-rivera-santos-for-the-boise-field-office-2027.json", buffer);
    await isAt(page, "check");
    await go(page, "travel");
    await settle(page);
    const after = await box();
    const fits = (await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)) || view === "canvas";
    assert.ok(Math.abs(after.x - before.x) <= 4, `${before.x} → ${after.x}`);
    if (fits) assert.ok(Math.abs(after.y - before.y) <= 4, `${before.y} → ${after.y}`);
    const words = await element(page, "actions.saved").boundingBox();
    const middle = (rect) => rect.y + rect.height / 2;
    assert.ok(words.x >= after.x + after.width && Math.abs(middle(words) - middle(after)) <= 4, "beside the buttons");
    await page.context().close();
  });

  test(`Undo takes back the last change across fields, shows it and says it, in ${view} view`, async () => {
    const page = await at.open({ view });
    await fill(page, [["step:travel", [["travel_budget.trips", "text", "6"], ["travel_budget.nights", "text", "2"]]]]);
    await element(page, "travel_budget.trips").fill("9");
    await go(page, "pay");
    await page.keyboard.press("Control+z");
    await isAt(page, "travel");
    assert.equal(await element(page, "travel_budget.trips").inputValue(), "6");
    assert.equal(await focused(page), "travel_budget.trips");
    await settle(page);
    await isInSight(page, "travel_budget.trips");
    await untilSo(page, () => /^Undone: .* It is 6 again\./.test(document.querySelector('.ftt [role="status"]').textContent));
    await page.keyboard.press("Control+z"); // in the field it has led to it goes on
    assert.equal(await element(page, "travel_budget.nights").inputValue(), "");
    await element(page, "travel_budget.trips").focus();
    await page.keyboard.type("55");
    await page.keyboard.press("Control+z"); // the browser's own
    assert.notEqual(await element(page, "travel_budget.trips").inputValue(), "");
    await press(page, "banner.undo");
    await page.context().close();
  });
}

test("each step opens from its address, also in a new tab and on reload; an address of no step is Start, which says so", async () => {
  const page = await at.open({ hash: "#step/travel" });
  await isAt(page, "travel");
  await element(page, "travel_budget.trips").fill("6");
  await element(page, "travel_budget.trips").blur();
  await rested(page);
  await page.goto(`${at.site.address}#step/pay`); // typed into the address
  await isAt(page, "pay");
  await page.reload();
  await page.waitForSelector(".ftt[data-live]");
  await isAt(page, "pay");
  await page.goBack();
  await isAt(page, "travel");
  assert.equal(await element(page, "travel_budget.trips").inputValue(), "6");
  const href = await element(page, "step:ending").getAttribute("href");
  await page.goto("about:blank");
  await page.goto(new URL(href, at.site.address).href);
  await page.waitForSelector(".ftt[data-live]");
  await isAt(page, "ending");
  await untilSo(page, () => document.getElementById("main.notice"));
  await page.goto("about:blank");
  await page.goto(`${at.site.address}#step/travels`);
  await page.waitForSelector(".ftt[data-live]");
  await isAt(page, "start");
  await untilSo(page, () => document.getElementById("main.notice")?.textContent.includes("There is no step at this address."));
  assert.equal(await hash(page), "#step/start");
  await page.context().close();
});

test("what the page does by itself, typing and choosing make no entries of the history", async () => {
  const page = await at.open();
  const before = await entries(page);
  await fill(page, [["step:travel", [["travel_budget.trips", "text", "6"]]]]);
  await press(page, "banner.help");
  assert.equal(await entries(page), before + 1);
  await page.goBack();
  await isAt(page, "start");
  assert.equal(await hash(page), "");
  await page.context().close();
});

test("Ctrl+S saves, Ctrl+O opens, with a capital as with a small letter, and neither while a dialog is open", async () => {
  const page = await at.open();
  await go(page, "travel");
  await element(page, "travel_budget.trips").fill("6");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  assert.equal(JSON.parse(await readFile(await download.path(), "utf8")).travel_budget.trips, 6);
  const chooser = await chooserAfter(page, () => page.keyboard.press("Control+o"));
  await chooser.setFiles({ name: "a.json", mimeType: "application/json", buffer: await readFile(scenario("example_a.json")) });
  await isAt(page, "check");
  for (const [id, keys] of [["banner.save", "Control+S Meta+S"], ["banner.open", "Control+O Meta+O"], ["banner.undo", "Control+Z Meta+Z"]]) {
    assert.equal(await element(page, id).getAttribute("aria-keyshortcuts"), keys);
  }
  const taken = await page.evaluate(() => {
    const press = () => !document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "s", ctrlKey: true, bubbles: true, cancelable: true }));
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.showModal();
    const during = press();
    dialog.close();
    dialog.remove();
    return { during, after: press() };
  });
  assert.deepEqual(taken, { during: false, after: true });
  await page.context().close();
});

test("on a shared computer leaving asks, while something is in no file and only then", async () => {
  const page = await at.open({ before: (tab) => tab.addInitScript(() => localStorage.setItem("telework.shared-computer", "yes")) });
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  const leave = async () => {
    await page.mouse.click(5, 300);
    await page.reload();
    await page.waitForSelector(".ftt[data-live]");
  };
  await leave();
  assert.deepEqual(asked, []);
  await fill(page, [["step:travel", [["travel_budget.trips", "text", "6"]]]]);
  await leave();
  assert.deepEqual(asked, ["beforeunload"]);
  await page.context().close();
});

test("in a host's page neither its address nor its history changes, and its keys are its own", async () => {
  const context = await at.context({ acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(new URL("demo.html", at.site.address).href);
  const frame = page.frames().find((one) => one.url().includes("embed.html")) ?? await (await page.waitForSelector("iframe")).contentFrame();
  await frame.waitForSelector(".ftt[data-live]");
  const [address, before] = [page.url(), await entries(page)];
  for (const step of ["travel", "pay", "result"]) {
    await unfoldSteps(frame);
    await element(frame, `step:${step}`).evaluate((link) => link.click());
  }
  assert.equal(page.url(), address);
  assert.equal(await entries(page), before);
  assert.equal(await frame.evaluate(() => location.hash), "");
  const taken = await page.evaluate(() => !document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "s", ctrlKey: true, bubbles: true, cancelable: true })));
  assert.equal(taken, false);
  await context.close();
});

