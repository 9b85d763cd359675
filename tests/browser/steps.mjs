// The steps of the wizard and the ways to them, for tests that look at every one of them: each empty, filled, and with
// something wrong on it.
//
// Does not judge anything.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { openFile, savedPacket } from "./person.mjs";
import { element, hasTables, scenario, settled } from "./support.mjs";

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

// Runs in the page: presses what leads to the step, each once it is there, until the screen is that step's; gives the view.
async function goThere({ step, before }) {
  const until = async (ask, what) => {
    for (const end = performance.now() + 60_000; !ask();) {
      if (performance.now() > end) throw new Error(`waited a minute for ${what}`);
      await new Promise((done) => { setTimeout(done, 20); }); // Time: between two looks.
    }
  };
  const unfold = () => {
    const fold = document.getElementById("steps.fold");
    if (fold?.getAttribute("aria-expanded") === "false") fold.click();
  };
  const press = async (id) => {
    unfold();
    await until(() => document.getElementById(id), id);
    document.getElementById(id).click();
  };
  const wizard = document.querySelector(".ftt");
  unfold();
  if (!document.getElementById(step)) for (const id of before) await press(id);
  await press(step);
  await until(() => wizard.ftt.screen.nodes.find(({ kind }) => kind === "screen").target === step, `the screen of ${step}`);
  return wizard.dataset.view;
}

/** Goes to a step as the steps' links do, and answers what a packet must say to have it. */
export async function go(page, step) {
  const view = await page.evaluate(goThere, { step: `step:${step}`, before: choices[step] ?? [] });
  if (view === "canvas") await settled(page);
}

/** Worked example A, opened from its file, to be gone on with. */
export async function openExample(page) {
  await hasTables(page);
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

// Runs in the page: types what nobody can mean into these fields, as far as they are there, and leaves each.
function spoilFields(ids) {
  for (const id of ids) {
    const field = document.getElementById(id);
    if (!field) continue;
    field.focus();
    field.value = "1..2,3";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.blur();
  }
}

/**
 * Types what nobody can mean into each typed field of the step, and leaves it; gives whether there was one. afterEach(page)
 * is waited for after each.
 */
export async function spoil(page, afterEach) {
  const ids = await page.evaluate(() => [...document.querySelectorAll("main .entry:is(input, textarea):not([type=file], [readonly])")]
    .map(({ id }) => id));
  for (const together of afterEach ? ids.map((id) => [id]) : [ids]) {
    await page.evaluate(spoilFields, together);
    await afterEach?.(page);
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
