// The steps of the wizard and the ways to them, for tests that look at every one of them: each empty, filled, and with
// something wrong on it.
//
// Does not judge anything.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { openFile, savedPacket, unfoldSteps } from "./person.mjs";
import { element, scenario, settled, viewOf } from "./support.mjs";

const click = (page, id) => element(page, id).evaluate((node) => node.click());

/** Every step, in the order of the wizard. */
export const steps = ["start", "estimate", "eligibility", "arrangement", "employee", "pay", "travel", "additional", "result",
  "ending", "justification", "concurrences", "agreement", "recruit_agreement", "annual_review", "check", "change", "compare",
  "inbox", "report", "slips", "whom_to_ask"];

// The steps that only some packets have: what has to be pressed or chosen for them.
const choices = {
  recruit_agreement: ["step:arrangement", "arrangement.action=recruit"],
  annual_review: ["step:arrangement", "arrangement.type=annual_review"],
};

// The list may be folded: the screen itself says which step it shows.
const isOn = (page, step) => page.waitForFunction((id) =>
  document.querySelector(".ftt").ftt.screen.nodes.find(({ kind }) => kind === "screen").target === id, `step:${step}`);

/** Goes to a step as the steps' links do, and answers what a packet must say to have it. */
export async function go(page, step) {
  await unfoldSteps(page);
  if (await element(page, `step:${step}`).count() === 0) {
    for (const id of choices[step] ?? []) {
      await unfoldSteps(page);
      await click(page, id);
    }
    await unfoldSteps(page);
  }
  await click(page, `step:${step}`);
  await isOn(page, step);
  if (await viewOf(page) === "canvas") await settled(page);
}

/** Worked example A, opened from its file, to be gone on with. */
export async function openExample(page) {
  await page.waitForFunction(() => performance.getEntriesByName("complete").length > 0);
  const buffer = await readFile(scenario("example_a.json"));
  await element(page, "start.file").setInputFiles({ name: "example_a.json", mimeType: "application/json", buffer });
  await isOn(page, "check");
}

/**
 * Opens a packet whose texts no field shows as they are, puts the focus into each of its typed fields and takes it away
 * again, and asserts that the packet is saved as it was.
 */
export async function looksThrough(page) {
  const packet = JSON.parse(await readFile(scenario("example_a.json"), "utf8"));
  packet.employee.requested_worksite.address = "410 Main Street\r\nApt 4B";
  packet.employee.current_worksite = { address: "1800\tF Street\nNW", city: "Washing\nton", state: "DC" };
  packet.position.title = "Programm Ame\u0301lie  Analyst";
  packet.justification = { cost: "One\r\ntwo\rthree\n\nfour" };
  delete packet.seal;
  await openFile(page, "letters.json", JSON.stringify(packet));
  await page.waitForFunction(() => document.getElementById("step:check").getAttribute("aria-current") === "step");
  const before = await savedPacket(page);
  assert.match(before, /Street\\r\\nApt/);
  for (const step of ["employee", "travel", "justification"]) {
    await go(page, step);
    const fields = await page.evaluate(() => [...document.querySelectorAll("main :is(input:not([type]), input[type=text], textarea)")].map(({ id }) => id));
    assert.ok(fields.length >= 2, step);
    for (const id of fields) await element(page, id).focus();
    await element(page, "main.heading").focus();
  }
  await go(page, "employee");
  assert.equal(await element(page, "employee.requested_worksite.address").inputValue(), "410 Main Street Apt 4B");
  assert.equal(await savedPacket(page), before);
}

/**
 * Types what nobody can mean into each typed field of the step, and leaves it; gives whether there was one. afterEach(page)
 * is waited for after each.
 */
export async function spoil(page, afterEach = () => {}) {
  const ids = await page.evaluate(() => [...document.querySelectorAll("main .entry:is(input, textarea):not([type=file], [readonly])")]
    .map(({ id }) => id));
  for (const id of ids) {
    const field = element(page, id);
    if (await field.count() === 0) continue;
    await field.focus();
    await field.fill("1..2,3");
    await field.blur();
    await afterEach(page);
  }
  return ids.length > 0;
}

/** Spoils Travel and presses Next by the keyboard, so that the summary of errors comes up; gives the ids of its entries. */
export async function summaryOfErrors(page) {
  await go(page, "travel");
  await spoil(page);
  await element(page, "actions.next").focus();
  await page.keyboard.press("Enter");
  return page.locator('[id="main.errors"] a').evaluateAll((links) => links.map(({ id }) => id));
}
