// The estimate as people hand it on: one printed page, a text, and a link that no server ever sees; and that saving,
// opening and going from step to step keep its figure.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { loadCore } from "../../dist/core.mjs";
import { singlePage } from "../../web/site/single.mjs";
import { fill, openFile, savedPacket } from "./person.mjs";
import { watchedContext } from "./requests.mjs";
import { element, keepPrinted, openWizard, siteFolder, today, untilSo, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const core = await loadCore();
let folder;
before(async () => { folder = await mkdtemp(join(tmpdir(), "telework-estimate-")); });
after(() => rm(folder, { recursive: true, force: true }));

const six = [["start.estimate", [
  ["employee.requested_worksite", "text", "Boise, Ada County, ID"],
  ["position.agency_worksite", "text", "Washington, District of Columbia, DC"],
  ["position.grade", "text", "13"],
  ["position.step", "text", "5"],
  ["travel_budget.trips", "text", "6"],
  ["travel_budget.nights", "text", "2"],
  ["travel_budget.transport", "text", "412"],
  ["additional.transit_savings", "text", "3360"],
]]];
const answer = "GSA would spend $11,167 less a year: pay −$17,395, trips +$9,588, transit −$3,360.";
const fragment = "#estimate=1;from=Boise,Ada+County,ID;office=Washington,District+of+Columbia,DC;grade=13;step=5;trips=6;"
  + "nights=2;fare=412;transit=3360;end";

const clipboard = { context: { permissions: ["clipboard-read", "clipboard-write"] } };
const click = (page, id) => element(page, id).evaluate((node) => node.click());
const answerOn = async (page) => (await element(page, "answer").textContent()).trim();
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const untilCopied = (page) => untilSo(page, () => / copied\./.test(document.getElementById("estimate.copied").textContent));

for (const view of ["page", "canvas"]) {
  test(`a link is copied, and opens as the same estimate, and its address is then that of the step, in ${view} view`, async () => {
    const page = await at.open({ view, ...clipboard });
    await fill(page, six);
    assert.equal(await answerOn(page), answer);
    await click(page, "estimate.link");
    await untilCopied(page);
    const link = await copied(page);
    assert.equal(new URL(link).hash, fragment);
    const other = await at.open({ view, hash: new URL(link).hash });
    await untilSo(other, () => document.getElementById("answer"));
    assert.equal(await answerOn(other), answer);
    assert.equal(new URL(other.url()).hash, "#step/estimate");
    assert.equal(await element(other, "assumed:position.pay_plan").count(), 1);
    assert.deepEqual([...page.complaints, ...other.complaints], []);
    await page.context().close();
    await other.context().close();
  });
}

test("a link whose parts were encoded on its way opens as the same estimate", async () => {
  for (const hash of [`#${encodeURIComponent(fragment.slice(1))}`, fragment.replace("estimate=", "estimate%3D")]) {
    const page = await at.open({ hash });
    await untilSo(page, () => document.getElementById("answer"));
    assert.equal(await answerOn(page), answer, hash);
    assert.equal(new URL(page.url()).hash, "#step/estimate");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("in the heading that answers no amount breaks behind its sign, and its words stay one text", async () => {
  const page = await at.open();
  await fill(page, six);
  for (let width = 1024; width <= 1280; width += 16) {
    await page.setViewportSize({ width, height: 800 });
    const lines = await element(page, "answer").evaluate((heading) => [...heading.querySelectorAll(".unbroken")]
      .map((amount) => [amount.textContent, amount.getClientRects().length]));
    assert.deepEqual(lines, [["−$17,395", 1], ["+$9,588", 1], ["−$3,360", 1]], `${width}`);
    assert.equal(await answerOn(page), answer);
  }
  await page.context().close();
});

test("the estimate copies as text; where the browser lets no page copy, the text is shown to be copied", async () => {
  const page = await at.open(clipboard);
  await fill(page, six);
  await click(page, "estimate.copy");
  await untilCopied(page);
  const text = await copied(page);
  assert.match(text, /GSA would spend \$11,167 less a year/);
  assert.match(text, /Your pay at Boise: \$120,629; at Washington: \$138,024\./);
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
  await click(page, "estimate.copy");
  await page.waitForSelector("#copy-text");
  assert.equal(await page.locator("#copy-text").inputValue(), text);
  assert.match(await page.locator(".copy-text label").textContent(), /Copy this yourself/);
  await page.context().close();
});

test("a link opened over unsaved work asks first; a broken one says what is wrong; both lose nothing", async () => {
  const page = await at.open();
  await fill(page, [["step:employee", [["employee.last_name", "text", "Rivera"]]]]);
  const goTo = (hash) => page.evaluate((to) => { location.hash = to; }, hash);
  await goTo(fragment.replace("fare=412", "fare=lots"));
  await page.waitForSelector('[id="open.failed"]');
  assert.match(await element(page, "open.failed").textContent(), /Your answers have not changed\..*"lots"/s);
  assert.equal(await element(page, "employee.last_name").inputValue(), "Rivera");
  await goTo(fragment);
  await page.waitForSelector('[id="open.ask"]');
  assert.equal(await element(page, "employee.last_name").inputValue(), "Rivera");
  await click(page, "open.replace");
  assert.equal(await answerOn(page), answer);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the estimate prints on one page, with the answer, what was answered and assumed, the tables and the day, and no name", async () => {
  const page = await at.open({ before: (p) => p.addInitScript(keepPrinted) });
  await fill(page, six);
  await fill(page, [["step:employee", [["employee.last_name", "text", "Rivera"]]]]);
  await click(page, "step:estimate");
  await click(page, "estimate.print");
  await page.waitForFunction(() => window.printed);
  assert.doesNotMatch(await page.evaluate(() => window.printed), /Rivera/);
  const file = join(folder, "estimate.html");
  await writeFile(file, core.print(await savedPacket(page), { today, parts: ["estimate"] }));
  const address = pathToFileURL(file).href;
  const context = await watchedContext(at.browser, [address]);
  const paper = await context.newPage();
  await paper.goto(address);
  const pdf = join(folder, "estimate.pdf");
  await paper.pdf({ path: pdf, preferCSSPageSize: true });
  await context.close();
  assert.match(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }), /^Pages:\s+1$/m);
  const words = execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" }).replaceAll("\u2060", "").replace(/\s+/g, " ").replaceAll("− ", "−");
  for (const part of [answer, "Your pay at Boise: $120,629; at Washington: $138,024.", "GS-13, step 5", "What was assumed",
    "Fare once a trip", "General Schedule", "November 21, 2026", "This is an estimate, not a decision."]) {
    assert.ok(words.includes(part), part);
  }
  await page.context().close();
});

test("next, the result, saving and opening again keep the figure and what was assumed", async () => {
  const page = await at.open();
  await fill(page, six);
  const figure = () => element(page, "result.net").textContent();
  const before = await figure();
  await click(page, "actions.next");
  await click(page, "step:result");
  assert.equal(await figure(), before);
  assert.equal(await answerOn(page), answer);
  const packet = await savedPacket(page);
  assert.deepEqual(JSON.parse(packet).assumed, ["position.pay_plan", "travel_budget.extra"]);
  const other = await at.open();
  await openFile(other, "packet.json", packet);
  await untilSo(other, () => document.getElementById("assumed"));
  assert.equal(await element(other, "result.net").textContent(), before);
  await page.context().close();
  await other.context().close();
});

test("the single file opens the same link and offers none of its own", async () => {
  const file = join(folder, "telework.html");
  await writeFile(file, await singlePage(siteFolder));
  const page = await openWizard(at.browser, pathToFileURL(file).href, { hash: fragment });
  await untilSo(page, () => document.getElementById("answer"));
  assert.equal(await answerOn(page), answer);
  assert.equal(page.url(), `${pathToFileURL(file).href}#step/estimate`);
  // Its own address names the folders of this computer.
  assert.equal(await element(page, "estimate.link").count(), 0);
  assert.match(await element(page, "estimate.copied").textContent(), /opened this form from a file, so there is no link/);
  await page.context().close();
});
