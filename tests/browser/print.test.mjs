// The print document: Print prints it and not the canvas, and its PDF has every item's label and value.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { loadCore } from "../../dist/core.mjs";
import { until } from "./driven.mjs";
import { fill, savedPacket } from "./person.mjs";
import { watchedContext } from "./requests.mjs";
import { element, keepPrinted, settled, useSite, viewOf } from "./support.mjs";
import { exampleA } from "./worked_answers.mjs";

const at = useSite({ contentSecurityPolicy: true });
let folder;
before(async () => { folder = await mkdtemp(join(tmpdir(), "telework-print-")); });
after(() => rm(folder, { recursive: true, force: true }));

// The words of a PDF of this page, with every run of white space as one blank.
async function textOfPdf(html) {
  const file = join(folder, "print.html");
  await writeFile(file, html);
  const address = pathToFileURL(file).href;
  const context = await watchedContext(at.browser, [address]);
  const page = await context.newPage();
  await page.goto(address);
  const pdf = join(folder, "print.pdf");
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await context.close();
  return execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
}

for (const way of ["the Print button", "Control and P"]) {
  test(`${way} prints the document, in canvas view too`, async () => {
    const page = await at.open({ view: "canvas", before: (p) => p.addInitScript(keepPrinted) });
    await fill(page, exampleA.steps);
    if (way === "the Print button") await element(page, "banner.print").evaluate((button) => button.click());
    else await page.keyboard.press("Control+p");
    await page.waitForFunction(() => window.printed);
    const printed = await page.evaluate(() => window.printed);
    assert.match(printed, /Form 3703/);
    assert.match(printed, /2,521\.80/);
    assert.doesNotMatch(printed, /<canvas/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("the browser's own menu prints the step as the page view has it, in canvas view too, and says how the packet is printed", async () => {
  const words = {};
  for (const view of ["page", "canvas"]) {
    const page = await at.open({ view });
    await fill(page, exampleA.steps);
    await element(page, "step:travel").evaluate((link) => link.click());
    if (view === "canvas") await settled(page);
    const placeOf = () => element(page, "travel_budget.transport").boundingBox();
    const before = await placeOf();
    const pdf = join(folder, "menu.pdf");
    await page.pdf({ path: pdf, format: "Letter" });
    words[view] = execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
    assert.equal(await viewOf(page), view);
    if (view === "canvas") await settled(page);
    await until(async () => isDeepStrictEqual(await placeOf(), before), `${JSON.stringify(before)} in ${view} view again`);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
  assert.match(words.page, /To print the packet, press Print/);
  assert.match(words.page, /How many trips to the office a year\?/);
  assert.equal(words.canvas, words.page);
});

test("where the core cannot be loaded, Print says so and keeps everything; another try prints", async () => {
  const page = await at.open({ before: async (p) => {
    await p.addInitScript(keepPrinted);
    let isOfPage = true; // the page itself asks first, then what makes documents
    await p.context().route("**/telework.rest.wasm", async (route) => {
      await (isOfPage ? route.continue() : route.abort());
      isOfPage = false;
    });
  } });
  await fill(page, exampleA.steps);
  const press = () => element(page, "banner.print").evaluate((button) => button.click());
  await press();
  await page.locator(".finding").filter({ hasText: "could not be made" }).waitFor();
  await page.context().unroute("**/telework.rest.wasm");
  await press();
  await page.waitForFunction(() => window.printed);
  assert.match(await page.evaluate(() => window.printed), /2,521\.80/);
  await page.context().close();
});

test("the PDF has the label and the value of every item that was answered or worked out", async () => {
  const page = await at.open();
  await fill(page, exampleA.steps);
  const packet = JSON.parse(await savedPacket(page));
  await element(page, "step:check").evaluate((link) => link.click());
  const html = await savedPacket(page, () => element(page, "check.page").evaluate((button) => button.click()));
  await page.context().close();
  const text = await textOfPdf(html);
  const squeezed = (words) => words.replace(/\s+/g, " ").trim();

  const core = await loadCore();
  const labels = [];
  const collect = (schema) => {
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      const isForm = !["worksheet", "rates", "seal", "eligibility", "clock", "record", "ending", "actuals", "notes"].includes(name);
      if (isForm && member.title && !member.properties) labels.push(member.title);
      // A packet inside the packet has the same labels.
      if (isForm && member.$ref !== "#") collect(member.$ref ? core.schema().$defs[member.$ref.split("/").at(-1)] : member);
    }
  };
  collect(core.schema());
  assert.ok(labels.length > 60, `${labels.length} labels in the schema`);

  const shown = (value) => {
    const amount = value.replace(/^-/, "").split(".");
    return amount[0].replace(/\B(?=(\d{3})+$)/g, ",") + (amount[1] ? `.${amount[1]}` : "");
  };
  for (const line of packet.worksheet.lines) {
    assert.ok(text.includes(squeezed(line.label)), `label of ${line.id}: ${line.label}`);
    if (line.value !== null) assert.ok(text.includes(shown(line.value)), `value of ${line.id}: ${line.value}`);
  }
  for (const [, answers] of exampleA.steps) {
    for (const [id] of answers) {
      const value = id.split(".").reduce((inside, name) => inside?.[name], packet);
      if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) {
        assert.ok(text.includes(shown(value)) || text.includes(value), `value of ${id}: ${value}`);
      }
    }
  }
  for (const part of "ABCDEFGHIJKLM") assert.match(text, new RegExp(`Part ${part}\\b`, "i"), `Part ${part}`);
  assert.match(text, /the order governs/i);
});

test("hostile text is printed inert, and 20,000 characters are all there", async () => {
  const core = await loadCore();
  const hostile = `<script>alert(1)</script> "quotes" & 'apostrophes' ʻokina ‮right to left e\u0301`;
  const long = "Justification. ".repeat(1333);
  const html = core.print({
    format: "telework-packet/1", id: "x", revision: 1, arrangement: { action: "incumbent", type: "new", term: "long" },
    employee: { last_name: hostile }, justification: { cost: long },
  }, { today: "2026-11-21" });
  assert.doesNotMatch(html, /<script>alert/);
  const text = await textOfPdf(html);
  assert.ok(text.includes("<script>alert(1)</script>"), "shown as it was typed");
  assert.equal(text.split("Justification.").length - 1 >= 1333, true);
});
