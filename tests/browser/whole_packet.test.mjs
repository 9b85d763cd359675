// The whole packet: a recruit's agreements, a yearly review from last year's file, comparing, opening over work in
// progress, beginning anew, parts of the print and a copy without names; with the keyboard, and on the canvas.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  answerAllWithKeyboard, answerAllWithPointer, fill, openFile, press, pressWithKeyboard, savedPacket,
} from "./person.mjs";
import { element, scenario, settled, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const click = (page, id) => element(page, id).evaluate((node) => node.click());
const said = (page, id) => element(page, id).evaluate((node) => node.textContent);
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
    assert.match(await said(page, "date:clock.recruit_training"), /April 30, 2027/);
    assert.match(await said(page, "date:clock.recruit_agreement"), /May 30, 2027/);
    assert.match(await said(page, "form.state"), /Nothing is missing/);
    await click(page, "step:agreement");
    // Part D, item 2 says that the Analysis Tool is approved, but nobody has concurred in Parts J to L.
    assert.match(await said(page, "form.state"), /may not begin yet\. This is still missing:\s*There is no approved Analysis Tool yet\./);
    assert.match(await said(page, "agreement.filled"), /B1 Employee\s*Example, Ada/);
    assert.match(await said(page, "clause:agreement.ending.performance.declined"), /^6b\(2\)\./);
    await click(page, "step:check");
    assert.match(await said(page, "check.forms"), /App\. C Recruit Agreement\s*required\s*complete/);
    packets.push(await savedPacket(page));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
  assert.equal(packets[0], packets[1]);
});

test("a yearly review begins from last year's file; a move to another pay area is said first", async () => {
  for (const view of ["page", "canvas"]) {
    const page = await at.open({ view });
    await (view === "page" ? pressWithKeyboard : press)(page, "start.review");
    await choose(page, "review.file", "last.json", await exampleA(), "review.proposed");
    assert.ok(!(await isThere(page, "review:change.locality")));
    await (view === "page" ? answerAllWithKeyboard : answerAllWithPointer)(page, [
      ["step:employee", [["employee.requested_worksite", "suggested", "Denver, CO"]]],
    ]);
    await click(page, "step:annual_review");
    assert.match(await said(page, "review:change.locality"), /Warning/);
    const first = await page.locator("main .finding").first().getAttribute("id");
    assert.equal(first, "review:change.locality");
    assert.match(await said(page, "review.changes"), /Denver/);
    assert.match(await said(page, "review.proposed"), /updated Analysis Tool/);

    await (view === "page" ? pressWithKeyboard : press)(page, "actuals.add");
    await element(page, "actuals.0.half_year").selectOption("2026H2");
    await element(page, "actuals.0.spent").fill("30,000");
    await page.evaluate(() => document.activeElement.blur());
    await element(page, "review.spending:2026.twice").waitFor({ state: "attached" });
    assert.match(await said(page, "review.spending"), /April to September 2026.*30,000\.00.*above twice the estimate/s);
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
  assert.match(await said(page, "compare.answers"), /E4.*\$412\.60.*\$450\.00/s);
  assert.match(await said(page, "compare.results"), /E11/);
  await choose(page, "compare.new", "same.json", JSON.stringify(JSON.parse(packet)), "compare.alike");
  assert.match(await said(page, "compare.alike"), /alike/);
  assert.match(await said(page, "actions.saved"), /^Nothing answered yet\./);
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
    assert.match(await said(page, "compare.answers"), /E10.*7.*4/s);
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
  assert.match(await said(page, "compare.from"), /b\.json/);
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
    assert.match(await said(page, "main.notice"), /Carried over from a\.json: the position\./);
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
  assert.match(await said(page, "check.left_out"), /Last name/);
  const redacted = await savedPacket(page, () => click(page, "check.save"));
  assert.doesNotMatch(redacted, /Kealoha/);
  assert.match(await said(page, "actions.saved"), /^Changed since/);
  await openFile(page, "redacted.json", redacted);
  assert.match(await said(page, "open.ask"), /redacted\.json/);
  assert.match(await savedPacket(page), /Kealoha/);
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
