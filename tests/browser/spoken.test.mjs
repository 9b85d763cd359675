// What a screen reader is told when something happens, by the page alone: what the status says, what a field is described by,
// and where the focus goes.
//
// What a real one then says is in tests/heard. Does not judge how a step reads as a whole (accessibility.test.mjs).
import assert from "node:assert/strict";
import { test } from "node:test";
import { go, openExample } from "./steps.mjs";
import { element, nodeOf, rested, useSite } from "./support.mjs";

const at = useSite();

const press = (page, id) => element(page, id).evaluate((button) => button.click());

// Keeps what the status says from now on; saidSince(page) gives it, and what is still being gathered.
const listen = (page) => page.evaluate(() => {
  window.said = [];
  const status = document.querySelector("[role=status]");
  new MutationObserver(() => window.said.push(status.textContent.trim())).observe(status, { childList: true, characterData: true, subtree: true });
});
const saidSince = async (page) => {
  await rested(page);
  return page.evaluate(() => window.said.splice(0));
};

test("the switch of views says which view has come, once it is there", async () => {
  const page = await at.open();
  await rested(page);
  await listen(page);
  await press(page, "banner.switch");
  await page.waitForSelector(".ftt[data-view=canvas]");
  assert.deepEqual(await saidSince(page), ["This is the canvas view."]);
  await press(page, "banner.switch");
  assert.deepEqual(await saidSince(page), ["This is the page view."]);
  await page.context().close();
});

test("the view that a page begins with is not said", async () => {
  const page = await at.open({ view: "canvas" });
  await page.reload();
  await page.waitForSelector(".ftt[data-view=canvas]");
  await rested(page);
  assert.doesNotMatch(await page.locator("[role=status]").textContent(), /view/);
  await page.context().close();
});

test("Save says to which file", async () => {
  const page = await at.open();
  await openExample(page);
  await go(page, "travel"); // the first thing done in a packet that was opened says its result
  await rested(page);
  await listen(page);
  await Promise.all([page.waitForEvent("download"), press(page, "banner.save")]);
  const said = await saidSince(page);
  assert.equal(said.length, 1, said.join(" | "));
  assert.match(said[0], /^Saved to \S+\.json\.$/);
  await page.context().close();
});

test("a chart is named once: around its words, and not again by its name above it or by its picture", async () => {
  const page = await at.open();
  await openExample(page);
  await go(page, "result");
  await page.waitForSelector('[id="result.trips"] svg');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const name = await element(page, "result.trips").locator(".chart-name").textContent();
  const named = nodes.filter((node) => !node.ignored && node.role.value !== "InlineTextBox" && node.name?.value === name);
  assert.deepEqual(named.map(({ role }) => role.value), ["group"]);
  await page.context().close();
});

test("after Print the focus is on Print again", async () => {
  const page = await at.open({ before: (p) => p.addInitScript(() => {
    window.print = function print() {
      this.dispatchEvent(new Event("afterprint"));
      window.top.hasPrinted = true;
    };
  }) });
  await openExample(page);
  await element(page, "banner.print").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.hasPrinted);
  await rested(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "banner.print");
  await page.context().close();
});

// What the field is described by, and how often that has changed since it was asked last.
const watchDescription = (page, id) => element(page, id).evaluate((field) => {
  const described = document.getElementById(field.getAttribute("aria-describedby"));
  window.changes = 0;
  const watch = new MutationObserver((all) => { window.changes += all.length; });
  watch.observe(described, { childList: true, characterData: true, subtree: true });
  watch.observe(field, { attributeFilter: ["aria-describedby", "aria-description"] });
});
const descriptionOf = (page, id) => element(page, id).evaluate((field) => field.getAttribute("aria-describedby").split(" ")
  .map((part) => document.getElementById(part).textContent).join(" "));
const changesSince = (page) => page.evaluate(() => {
  const { changes } = window;
  window.changes = 0;
  return changes;
});

test("an error is told of its field once, and what is told of a field does not change while it is typed in", async () => {
  const page = await at.open();
  await go(page, "travel");
  const id = "travel_budget.transport";
  await element(page, id).focus();
  await page.keyboard.type("1..2");
  await page.keyboard.press("Tab");
  const message = (await nodeOf(page, id)).problem;
  assert.equal((await descriptionOf(page, id)).split(message).length - 1, 1);
  assert.equal(await element(page, id).getAttribute("aria-errormessage"), null, "a screen reader would say it again");
  await element(page, id).focus();
  await watchDescription(page, id);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1,200.5");
  assert.equal(await changesSince(page), 0);
  await page.keyboard.press("Tab");
  assert.ok(await changesSince(page) > 0);
  const { hint, understood = "" } = await nodeOf(page, id);
  assert.equal(await descriptionOf(page, id), [hint, understood].filter(Boolean).join(" "));
  await page.context().close();
});

test("a question with choices is named by its words, for each browser", async () => {
  const page = await at.open();
  await go(page, "arrangement");
  const names = await page.evaluate(() => [...document.querySelectorAll("[role=radiogroup]")].map((group) =>
    [group.querySelector("legend").textContent, document.getElementById(group.getAttribute("aria-labelledby"))?.textContent]));
  assert.ok(names.length >= 2);
  for (const [legend, name] of names) assert.equal(name, legend);
  await page.context().close();
});

test("the second line of a choice describes it, and is no part of its name", async () => {
  const page = await at.open();
  await openExample(page);
  await go(page, "result");
  const { id, options } = await nodeOf(page, "travel_budget.trip_cost_method");
  for (const { value, label, detail } of options) {
    assert.ok(detail);
    assert.equal(await page.getByRole("radio", { name: label, exact: true }).count(), 1, label);
    assert.equal(await descriptionOf(page, `${id}=${value}`), detail);
  }
  await page.context().close();
});

const groupedBy = (page, id) => element(page, id).evaluate((group) => [group.getAttribute("role"), group.getAttribute("aria-labelledby")]);

test("a note with a link is read where it stands, and is no group; what has to be mended is one", async () => {
  const page = await at.open();
  await openExample(page);
  await go(page, "additional");
  assert.match((await nodeOf(page, "result.readings_differ")).label, /^Fare every night/);
  assert.deepEqual(await groupedBy(page, "result.readings_differ"), [null, null]);
  await page.context().close();
});

test("a part under its own heading is no group until the focus is put on it", async () => {
  const page = await at.open();
  await go(page, "arrangement");
  assert.deepEqual(await groupedBy(page, "result.missing"), [null, null]);
  await go(page, "start");
  await openExample(page);
  await go(page, "travel");
  await press(page, "cite:travel_budget.mie");
  await page.waitForFunction(() => document.activeElement.id === "restatement");
  const [role, name] = await groupedBy(page, "restatement");
  assert.equal(role, "group");
  const { label } = await nodeOf(page, "restatement");
  assert.equal(await page.evaluate((id) => document.getElementById(id).textContent, name), label);
  assert.equal(await element(page, "restatement").getAttribute("aria-describedby"), "restatement.words");
  await page.context().close();
});

test("a heading is told with a blank before its part, whichever step was before", async () => {
  const page = await at.open();
  await openExample(page);
  const session = await page.context().newCDPSession(page);
  const names = [];
  for (const step of ["start", "arrangement", "employee", "start", "travel"]) {
    await go(page, step);
    await rested(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    names.push(nodes.find(({ role }) => role?.value === "heading").name.value);
  }
  assert.deepEqual(names, ["Start", "Arrangement Part A", "Employee and position Parts B and C", "Start", "Travel Part E"]);
  await page.context().close();
});

test("a button with a second line or an amount is named with a pause before that", async () => {
  const page = await at.open();
  const start = await nodeOf(page, "start.estimate");
  assert.equal(await element(page, "start.estimate").getAttribute("aria-label"), `${start.label}. ${start.detail}`);
  assert.equal(await element(page, "actions.next").getAttribute("aria-label"), null);
  await openExample(page);
  await go(page, "result");
  assert.equal(await page.getByRole("button", { name: /Salary difference: −\$14,483\.00$/ }).count(), 1);
  await page.context().close();
});

test("each topic of eligibility is a heading with its button and its state, open or not (accordion)", async () => {
  const page = await at.open();
  await go(page, "eligibility");
  const heads = await page.evaluate(() => [...document.querySelectorAll("main [id^='topic:'][aria-expanded]")].map((button) =>
    [button.closest("[role=heading]")?.getAttribute("aria-level"), button.textContent]));
  assert.ok(heads.length >= 8);
  for (const [level, words] of heads) {
    assert.equal(level, "2", words);
    assert.match(words, /^\d\. .+: \S/);
  }
  await page.context().close();
});

test("a figure is one sentence, with its label", async () => {
  const page = await at.open();
  await openExample(page);
  await go(page, "travel");
  const { label, value } = await nodeOf(page, "result.net");
  const said = await element(page, "result.net").evaluate((figure) => [...figure.children]
    .filter((part) => part.getAttribute("aria-hidden") !== "true").map((part) => part.textContent));
  assert.equal(said[0], `${label}: ${value}`);
  await page.context().close();
});

test("what clears an answer says of which question", async () => {
  const page = await at.open();
  await go(page, "arrangement");
  const told = await page.evaluate(() => [...document.querySelectorAll(".choice .clear")].map((button) =>
    [document.getElementById(button.getAttribute("aria-describedby"))?.textContent, button.closest("fieldset").querySelector("legend").textContent]));
  assert.ok(told.length >= 2);
  for (const [description, legend] of told) assert.equal(description, legend);
  await page.context().close();
});

test("a citation says what it opens and whether it is open, and Escape closes that again", async () => {
  const page = await at.open();
  await openExample(page);
  await go(page, "travel");
  const cite = element(page, "cite:travel_budget.mie");
  assert.equal(await cite.getAttribute("aria-label"), "App. A, Part E, line 5: what it says");
  assert.equal(await cite.getAttribute("aria-expanded"), "false");
  for (const whereFrom of ["restatement.close", "cite:travel_budget.mie"]) {
    await cite.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector('[id="restatement"]');
    assert.equal(await cite.getAttribute("aria-expanded"), "true");
    await element(page, whereFrom).focus();
    await page.keyboard.press("Escape");
    await page.waitForSelector('[id="restatement"]', { state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.id), "cite:travel_budget.mie");
  }
  await page.context().close();
});

test("Escape closes the help, from within it and from its button", async () => {
  const page = await at.open();
  for (const whereFrom of ["help.close", "banner.help"]) {
    await press(page, "banner.help");
    await element(page, whereFrom).focus();
    await page.keyboard.press("Escape");
    await page.waitForSelector('[id="help"]', { state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.id), "banner.help");
  }
  await page.context().close();
});

test("a field for a person's own name says so to the browser, and no other field is filled in by it", async () => {
  const page = await at.open();
  await go(page, "employee");
  const filled = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll("main .entry:not(select)")]
    .filter(({ autocomplete }) => autocomplete !== "off").map(({ id, autocomplete }) => [id, autocomplete])));
  assert.deepEqual(filled, { "employee.last_name": "family-name", "employee.first_name": "given-name",
    "employee.middle_initial": "additional-name", "employee.requested_worksite.address": "address-line1" });
  await page.context().close();
});
