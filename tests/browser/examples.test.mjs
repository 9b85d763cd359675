// Examples: the sample packet from Start, a worked case by its address, and the pages beside the wizard, which look after
// themselves: the worked cases, the page for the web team, and an intranet page with an estimate in its column.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { until } from "./driven.mjs";
import { wizardFrames } from "./hosts.mjs";
import { press } from "./person.mjs";
import { axeSource, checkPlainPage, element, hasEverything, useSite } from "./support.mjs";

const at = useSite();
const sample = new URL("../../assets/cases/employee_saves.json", import.meta.url);
const said = (page, id) => element(page, id).evaluate((node) => node.textContent);
const wayOf = (page) => page.evaluate(() => location.href.replace(location.origin, ""));

for (const view of ["page", "canvas"]) {
  test(`Start opens the sample in ${view} view, asking nothing of the network, and every step says that it is one`, async () => {
    const page = await at.open({ view });
    await hasEverything(page);
    const asked = () => page.evaluate(() => performance.getEntriesByType("resource").length);
    const before = await asked();
    await press(page, "sample.open");
    await until(() => page.title().then((title) => title.startsWith("Sample: Check and export")), "the sample");
    assert.equal(await asked(), before);
    assert.match(await said(page, "result.sample"), /Sample: invented person, not a request/);
    await press(page, "step:travel");
    assert.match(await page.title(), /^Sample: Travel/);
    assert.match(await said(page, "banner.edition"), /^Sample/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("a worked case opens by its address, which is then that of the step; over unsaved work it asks first", async () => {
  const page = await at.open({ hash: "#open=cases/move.json" });
  await until(() => page.title().then((title) => title.startsWith("Sample: Check")), "the case");
  assert.equal(await wayOf(page), "/#step/check");
  await page.context().close();

  const mine = await at.open();
  await press(mine, "step:travel");
  await element(mine, "travel_budget.trips").fill("7");
  await mine.evaluate(() => document.activeElement.blur());
  await mine.evaluate(() => { location.hash = "#open=cases/ending.json"; });
  await element(mine, "open.ask").waitFor({ state: "attached" });
  await press(mine, "open.keep");
  await press(mine, "step:travel");
  assert.equal(await element(mine, "travel_budget.trips").inputValue(), "7");
  assert.doesNotMatch(await mine.title(), /^Sample/);
  assert.deepEqual(mine.complaints, []);
  await mine.context().close();
});

test("an address that names no case of the site is told, and nothing is opened from elsewhere", async () => {
  const page = await at.open({ hash: "#open=cases/nobody.json" });
  await element(page, "main.notice").waitFor({ state: "attached" });
  assert.match(await said(page, "main.notice"), /cases\/nobody\.json could not be opened/);
  for (const hash of ["#open=https://elsewhere.example/x.json", "#open=../configuration.json", "#open=cases/../packet.schema.json"]) {
    await page.evaluate((text) => { location.hash = text; }, hash);
    assert.doesNotMatch(await page.title(), /^Sample/);
  }
  await page.context().close();
});

test("the page for the web team names every event and every property that the element has of its own", async () => {
  const script = await readFile(new URL("../../web/embed/telework_wizard.mjs", import.meta.url), "utf8");
  const shell = await readFile(new URL("../../shell/web-team.html", import.meta.url), "utf8");
  const namedIn = (id) => {
    const [table] = new RegExp(`<table id="${id}">.*?</table>`, "s").exec(shell);
    return [...table.matchAll(/<th scope="row"><code>(\w+)/g)].map(([, name]) => name).sort();
  };
  const inScript = (pattern) => [...new Set([...script.matchAll(pattern)].map(([, name]) => name))].sort();
  assert.deepEqual(namedIn("events"), inScript(/#emit\('(\w+)'/g));
  assert.deepEqual(namedIn("properties"), inScript(/^ {2}get (\w+)\(\)/gm));
});

const pages = [
  "cases.html", "web-team.html", "demo.html", "demo-request.html", "sample-report.html", "sample-report-circulation.html",
];

// What the styles of a page that go by the width of the window say of its colors, and of what they are held to: the size of
// a text.
const inksByWidth = (page) => page.evaluate(() => {
  const ruled = (list, isByWidth) => [...list].flatMap((rule) => [
    ...isByWidth && rule.style ? [...rule.style].map((property) => `${rule.selectorText}: ${property}`) : [],
    ...rule.cssRules ? ruled(rule.cssRules, isByWidth || /width/.test(rule.conditionText)) : [],
  ]);
  return [...document.styleSheets].flatMap((sheet) => ruled(sheet.cssRules, false))
    .filter((line) => /color|background|opacity|fill|stroke|shadow|filter|mask|blend|font/.test(line.split(": ").at(-1)));
});

// What is dark differs by its colors alone, and what is narrow by its places: contrast, most of the work, is the same there.
for (const [colorScheme, width, height, how] of [
  ["light", 1280, 800],
  ["light", 390, 844, { rules: { "color-contrast": { enabled: false } } }],
  ["dark", 1280, 800, { runOnly: ["color-contrast"] }],
]) {
  test(`the pages beside the wizard at ${width} by ${height}, ${colorScheme}: axe-core finds nothing, and nothing is wider than the screen`, async () => {
    // axe-core itself is a script from elsewhere, which the pages' policy refuses.
    const context = await at.context({ bypassCSP: true, colorScheme, viewport: { width, height } });
    for (const name of pages) {
      const page = await context.newPage();
      await page.goto(`${at.site.address}${name}`);
      if (name.startsWith("demo")) await wizardFrames(page, 1);
      assert.deepEqual(await inksByWidth(page), [], `the styles of ${name}`);
      await checkPlainPage(page, name, how);
      await page.close();
    }
    await context.close();
  });
}

test("an estimate fits a column of 360 to 700 pixels: no banner, no steps, nothing cut off, and axe-core finds nothing", async () => {
  const context = await at.context({ bypassCSP: true, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${at.site.address}demo.html`);
  const [frame] = await wizardFrames(page, 1);
  const isShown = (id) => frame.locator(`[id="${id}"]`).isVisible();
  for (const width of [360, 480, 700]) {
    await page.evaluate((wide) => { document.getElementById("estimate").style.width = `${wide}px`; }, width);
    await frame.waitForFunction((wide) => Math.abs(innerWidth - wide) < 4, width);
    for (const id of ["region:banner", "region:steps", "region:actions"]) assert.equal(await isShown(id), false, `${id} at ${width}`);
    assert.equal(await isShown("travel_budget.trips"), true);
    assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `too wide at ${width}`);
    await frame.waitForFunction(() => document.documentElement.scrollHeight === innerHeight);
  }
  await frame.addScriptTag({ path: axeSource });
  const found = await frame.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations);
  assert.deepEqual(found.map(({ id }) => id), []);
  await frame.evaluate(() => document.getElementById("estimate.packet").click());
  await frame.locator('[id="region:steps"]').waitFor({ state: "visible" });
  assert.equal(await isShown("region:banner"), true, "as a packet it is shown in full");
  // What an attribute has already is no news.
  await page.evaluate(() => {
    const element = document.getElementById("estimate");
    element.task = "start";
    element.task = "estimate";
  });
  await frame.locator('[id="region:steps"]').waitFor({ state: "hidden" });
  await page.evaluate(() => { document.getElementById("estimate").layout = "full"; });
  await frame.locator('[id="region:steps"]').waitFor({ state: "visible" });
  await context.close();
});

test("the intranet page hears what the estimate comes to", async () => {
  const context = await at.context({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${at.site.address}demo.html`);
  await wizardFrames(page, 1);
  assert.equal(await page.locator("#year").textContent(), "no figure yet");
  await page.evaluate((packet) => document.getElementById("estimate").setPacket(packet), await readFile(sample, "utf8"));
  await until(async () => (await page.locator("#year").textContent()) === "−11167.00 dollars a year", "the figure");
  await context.close();
});

test("the page of worked cases opens beside the wizard, from Start and from Help", async () => {
  const page = await at.open();
  await hasEverything(page);
  for (const [opens, id] of [["start", "cases.open"], ["help", "help.cases"]]) {
    if (opens === "help") await press(page, "banner.help");
    const [other] = await Promise.all([page.context().waitForEvent("page"), press(page, id)]);
    await other.waitForLoadState();
    assert.equal(await other.title(), "Ten worked cases: full-time telework packet");
    await other.close();
  }
  await page.context().close();
});

test("a new arrangement is begun from the record of the old one, once that is saved", async () => {
  const page = await at.open({ hash: "#open=cases/move.json" });
  await until(() => page.title().then((title) => title.startsWith("Sample: Check")), "the case");
  await press(page, "step:change");
  assert.equal(await page.locator('[id="region:result"]').count(), 0, "what going on costs has no bearing here");
  await press(page, "change.begin_new");
  await until(() => page.title().then((title) => title.startsWith("Sample: Arrangement")), "the new packet");
  assert.match(await said(page, "main.notice"), /Lindqvist, Tomas.*move\.json/s);
  assert.match(await element(page, "record.replaces").inputValue(), /^[0-9a-f-]{36}$/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
