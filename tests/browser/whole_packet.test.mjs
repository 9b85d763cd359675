// The whole packet: a recruit's agreements, a yearly review from last year's file, comparing, opening over work in
// progress, beginning anew, parts of the print and a copy without names; with the keyboard, and on the canvas.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { tableOf, workSupervisorsPacket } from "./jobs.mjs";
import { answerAllWithKeyboard, answerAllWithPointer, fill, openFile, press, pressWithKeyboard, savedAnswer,
  savedPacket } from "./person.mjs";
import { element, nodeOf, scenario, settled, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const click = (page, id) => element(page, id).evaluate((node) => node.click());
const labelOf = async (page, id) => (await nodeOf(page, id)).label;
// The cells of a row, by the ids of both.
const cellsOf = async (page, table, row) => (await nodeOf(page, table)).rows.find(({ id }) => id === row)?.cells;
const isThere = async (page, id) => (await element(page, id).count()) > 0;
const exampleA = () => readFile(scenario("example_a.json"), "utf8");
const file = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(content) });

// Gives a file to a file field, and waits until the screen has taken it.
async function choose(page, field, name, content, shows) {
  await element(page, field).setInputFiles(file(name, content));
  await element(page, shows).waitFor({ state: "attached" });
}

const signed = (who) => [
  [`${who}.name`, "text", "Ada Example"], [`${who}.title`, "text", "Analyst"], [`${who}.date`, "text", "2/20/2027"],
];
const recruit = [
  ["step:arrangement", [
    ["arrangement.action", "choice", "recruit"], ["arrangement.type", "choice", "new"],
    ["arrangement.term", "choice", "long"], ["arrangement.start", "text", "3/1/2027"],
  ]],
  ["step:agreement", [
    ["agreement.same_commuting_area", "choice", "no"],
    ["agreement.telework_agreement_approved", "choice", "yes"],
    ["agreement.analysis_tool_approved", "choice", "yes"],
    ...signed("agreement.employee_signature"), ...signed("agreement.supervisor_signature"),
  ]],
  ["step:recruit_agreement", [
    ["recruit_agreement.last_name", "text", "Example"], ["recruit_agreement.first_name", "text", "Ada"],
    ["recruit_agreement.entry_on_duty", "text", "3/1/2027"],
    ...signed("recruit_agreement.employee_signature"), ...signed("recruit_agreement.supervisor_signature"),
  ]],
];

test("a recruit's packet has all its forms, the same by keyboard and on the canvas", async () => {
  const packets = [];
  for (const view of ["page", "canvas"]) {
    const page = await at.open({ view });
    await (view === "page" ? answerAllWithKeyboard : answerAllWithPointer)(page, recruit);
    assert.equal(await labelOf(page, "date:clock.recruit_training"),
      "Recruit: telework training and telework agreement: Friday, April 30, 2027, done in time.");
    assert.equal(await labelOf(page, "date:clock.recruit_agreement"), "Signatures on the Recruit Agreement: Sunday, May 30, 2027, done in time.");
    assert.equal((await nodeOf(page, "form.state")).tone, "success");
    await click(page, "step:agreement");
    // Part D, item 2 says that the Analysis Tool is approved, but nobody has concurred in Parts J to L.
    const state = await nodeOf(page, "form.state");
    assert.deepEqual([state.tone, state.label], ["warning", "The arrangement may not begin yet. This is still missing:"]);
    assert.deepEqual(await Promise.all(state.children.map((id) => labelOf(page, id))), ["There is no approved Analysis Tool yet."]);
    const filled = (await nodeOf(page, "agreement.filled")).rows.map(({ cells }) => cells);
    assert.deepEqual(filled.find(([item]) => item === "Employee"), ["Employee", "Example, Ada"]);
    assert.equal((await labelOf(page, "clause:agreement.ending.performance.declined")).split(" ")[0], "6b(2).");
    await click(page, "step:check");
    assert.equal((await nodeOf(page, "check.form:C")).value, "Done");
    packets.push(await savedPacket(page));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
  assert.equal(packets[0], packets[1]);
});

test("an annual review begins from last year's file; a move to another pay area is said first", async () => {
  for (const view of ["page", "canvas"]) {
    const page = await at.open({ view });
    await (view === "page" ? pressWithKeyboard : press)(page, "start.review");
    await choose(page, "review.file", "last.json", await exampleA(), "review.proposed");
    assert.ok(!(await isThere(page, "review:change.locality")));
    await (view === "page" ? answerAllWithKeyboard : answerAllWithPointer)(page, [
      ["step:employee", [["employee.requested_worksite", "suggested", "Denver, CO"]]],
    ]);
    await click(page, "step:annual_review");
    assert.equal((await nodeOf(page, "review:change.locality")).tone, "warning");
    const first = await page.locator("main .finding").first().getAttribute("id");
    assert.equal(first, "review:change.locality");
    assert.deepEqual((await cellsOf(page, "review.changes", "employee.requested_worksite")).slice(1),
      ["410 Main Street, Bozeman, Gallatin County, MT", "410 Main Street, Denver, Denver County, CO"]);
    assert.equal(await labelOf(page, "review.proposed"),
      "Proposed: an updated Analysis Tool. 1 answer in Parts A to I changed: the updated Analysis Tool is attached.");

    await (view === "page" ? pressWithKeyboard : press)(page, "actuals.add");
    await element(page, "actuals.0.half_year").selectOption("2026H2");
    await element(page, "actuals.0.spent").fill("30,000");
    await page.evaluate(() => document.activeElement.blur());
    await element(page, "review.spending:2026.twice").waitFor({ state: "attached" });
    assert.deepEqual(await cellsOf(page, "review.spending", "FY2026"),
      ["April to September 2026", "$5,043.60", "$30,000.00", "above twice the estimate"]);
    await (view === "page" ? pressWithKeyboard : press)(page, "review.take");
    const packet = JSON.parse(await savedPacket(page));
    assert.equal(packet.arrangement.type, "annual_review");
    assert.equal(packet.annual_review.outcome, "update_attached");
    assert.deepEqual(packet.actuals, [{ half_year: "2026H2", spent: "30000.00" }]);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("two files are compared, old beside new, and what is alike is said in words", async () => {
  const page = await at.open();
  const packet = await exampleA();
  await pressWithKeyboard(page, "start.compare");
  await choose(page, "compare.old", "old.json", packet, "compare.heading");
  await choose(page, "compare.new", "new.json", packet.replace('"412.60"', '"450.00"'), "compare.answers");
  assert.deepEqual((await nodeOf(page, "compare.answers")).rows.map(({ cells }) => cells),
    [["E4 Round trip transportation cost per trip", "$412.60", "$450.00", "+$37.40"]]);
  assert.deepEqual((await cellsOf(page, "compare.results", "travel_budget.annual")).slice(1), ["$10,087.20", "$10,536.00", "+$448.80"]);
  for (const [id, name] of [["compare.old", "old.json"], ["compare.new", "new.json"]]) {
    assert.equal((await nodeOf(page, id)).value, name);
    assert.equal(await element(page, id).locator("xpath=..").locator(".file-name").textContent(), name);
  }
  await choose(page, "compare.new", "same.json", JSON.stringify(JSON.parse(packet)), "compare.alike");
  assert.equal((await nodeOf(page, "compare.alike")).tone, "success");
  assert.equal(await labelOf(page, "actions.saved"), "Nothing answered yet.");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("opening over work in progress: compare first, then keep mine or open it", async () => {
  const packet = await exampleA();
  for (const [button, trips] of [["open.keep", 7], ["open.replace", 4]]) {
    const page = await at.open();
    await fill(page, [["step:travel", [["travel_budget.trips", "text", "7"]]]]);
    await openFile(page, "a.json", packet);
    await element(page, "open.ask").waitFor();
    await pressWithKeyboard(page, "open.compare");
    assert.deepEqual((await cellsOf(page, "compare.answers", "travel_budget.trips")).slice(1), ["7", "4", "−3"]);
    await pressWithKeyboard(page, button);
    assert.ok(!(await isThere(page, "open.ask")));
    assert.equal(JSON.parse(await savedPacket(page)).travel_budget.trips, trips);
    await page.context().close();
  }
});

test("a file that is dropped on the canvas opens, and one dropped on a file field is that field's", async () => {
  const page = await at.open({ view: "canvas" });
  const drop = (id, name, content) =>
    page.evaluate(([target, called, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], called));
      const on = target ? document.getElementById(target) : document.elementFromPoint(640, 400);
      on.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, [id, name, content]);
  await drop(null, "a.json", await exampleA());
  await page.waitForFunction(() => document.querySelector("h1").textContent.includes("Check and export"));
  await settled(page);
  await press(page, "step:compare");
  await drop("compare.old", "b.json", (await exampleA()).replace('"412.60"', '"450.00"'));
  await element(page, "compare.answers").waitFor({ state: "attached" });
  assert.equal((await nodeOf(page, "compare.from")).value, "b.json · Kahaleʻulu-O'Brien, Kaʻimi · Revision 3, May 5, 2025");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a new packet takes over the position alone when that alone is chosen", async () => {
  for (const view of ["page", "canvas"]) {
    const page = await at.open({ view });
    const old = await exampleA();
    await openFile(page, "a.json", old);
    await element(page, "anew").waitFor({ state: "attached" });
    const act = view === "page" ? pressWithKeyboard : press;
    await act(page, "anew");
    assert.equal(await page.locator("input[id^='anew.']:checked").count(), 0, "nothing is chosen beforehand");
    if (view === "page") {
      await element(page, "anew.position").focus();
      await page.keyboard.press("Space");
    } else {
      await press(page, "anew.position");
    }
    assert.equal(await element(page, "anew.position").isChecked(), true);
    await act(page, "anew.begin");
    assert.equal(await labelOf(page, "main.notice"), "You started a new packet. Copied from a.json: the position.");
    const packet = JSON.parse(await savedPacket(page));
    assert.match(packet.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.notEqual(packet.id, JSON.parse(old).id);
    assert.equal(packet.position.grade, 12);
    assert.equal(packet.position.agency_worksite, undefined);
    for (const member of ["employee", "travel_budget", "arrangement"]) assert.equal(packet[member], undefined, member);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("a redacted file has no name in it and the work stays unsaved", async () => {
  const page = await at.open();
  await openFile(page, "a.json", await exampleA());
  await element(page, "check.redacted").waitFor();
  await fill(page, [["step:employee", [["employee.last_name", "text", "Kealoha"]]]]);
  await click(page, "step:check");
  await element(page, "check.redacted").focus();
  await page.keyboard.press("Space");
  assert.equal(await labelOf(page, "check.left_out"), "Removed: B1 Last name; B1 First name; B1 Middle initial; " +
    "B2 Current official worksite/duty station: Address; B3 Requested official worksite/duty station: Address; J1 Concurring supervisor: Name.");
  const redacted = await savedPacket(page, () => click(page, "check.save"));
  assert.doesNotMatch(redacted, /Kealoha/);
  assert.equal((await labelOf(page, "actions.saved")).split(". ")[0], "Changed since a.json");
  await openFile(page, "redacted.json", redacted);
  assert.equal(await labelOf(page, "open.ask"), "You have answers that are not saved to a file. Open redacted.json and replace them?");
  assert.equal(await savedAnswer(page, "employee.last_name"), "Kealoha");
  await page.context().close();
});

const keepPrinted = () => {
  window.print = function print() { window.top.printed = this.document.body.textContent; };
};

test("chosen parts alone go into the print", async () => {
  const page = await at.open({ before: (p) => p.addInitScript(keepPrinted) });
  await openFile(page, "a.json", await exampleA());
  await pressWithKeyboard(page, "print.some");
  for (const part of ["cover", "worksheet", "agreement", "findings"]) await click(page, `print.part:${part}`);
  await pressWithKeyboard(page, "print.chosen");
  await page.waitForFunction(() => window.printed);
  const printed = await page.evaluate(() => window.printed);
  assert.match(printed, /Analysis Tool/);
  assert.doesNotMatch(printed, /Worksheet/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("without form references Tab goes from question to question, one stop each, and a choice is taken back by Delete", async () => {
  const page = await at.open();
  await click(page, "step:travel");
  await element(page, "main.heading").focus();
  const stops = [];
  for (let count = 0; count < 40 && stops.at(-1) !== "actions.back"; ++count) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement.name || document.activeElement.id));
  }
  const questions = await page.evaluate(() => [...document.querySelectorAll("main .question")]
    .map((one) => one.querySelector("input[type=radio]")?.name ?? one.querySelector("input, select, textarea").id));
  assert.deepEqual(stops.filter((id) => questions.includes(id)), questions, "each question once, in its order");
  assert.deepEqual(stops.filter((id) => /^cite:|\/clear$/.test(id)), []);

  await click(page, "banner.references");
  assert.ok(await element(page, "cite:travel_budget.transport").isVisible());
  await click(page, "step:eligibility");
  await element(page, "eligibility.contractor=no").check();
  await page.keyboard.press("Delete");
  await page.waitForFunction(() => !document.querySelector("[name='eligibility.contractor']:checked"));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a supervisor's whole packet: the questions, answers by hand, key presses and steps", async (t) => {
  const page = await at.open();
  const steps = await workSupervisorsPacket(page);
  for (const line of tableOf(steps).split("\n")) t.diagnostic(line);
  assert.ok(!(await isThere(page, "check.missing:A")), "nothing is missing on the Analysis Tool");
  const total = (of) => steps.reduce((all, step) => all + of(step), 0);
  // With codes, citations and each answer by hand there were 55 answers, 707 key presses and 11 steps. Two presses go by what
  // begins a record of the concurrences.
  assert.ok(total(({ answered }) => answered.size) <= 50);
  assert.ok(total(({ keys }) => keys) <= 564);
  assert.equal(steps.length, 11);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("an answer on eligibility moves no question, in both views", async () => {
  for (const view of ["page", "canvas"]) {
    const page = await at.open({ view });
    await click(page, "step:eligibility");
    await settled(page);
    // Against the heading: to be pressed, it may have been scrolled.
    const place = () => element(page, "eligibility.contractor=yes").evaluate((radio) =>
      radio.getBoundingClientRect().top - document.getElementById("main.heading").getBoundingClientRect().top);
    const before = await place();
    await press(page, "eligibility.component_covered=no");
    await element(page, "decided:scope.component").waitFor({ state: "attached" });
    await settled(page);
    const moved = await place() - before;
    assert.ok(Math.abs(moved) <= 4, `${view}: it moved by ${moved} px`);
    await page.context().close();
  }
});
