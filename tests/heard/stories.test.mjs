// A dozen stories of whoever hears the wizard, by what Orca says in Firefox: nothing twice, nothing missing, nothing out of
// order. A matter of a minute; everything else is read by everything.mjs (`make heard`).
//
// Does not hold whole texts: these change with Orca's version.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openExample } from "../browser/steps.mjs";
import { nodeOf } from "../browser/support.mjs";
import { startListening } from "./listener.mjs";

const pairs = 2; // of Orca and Firefox, for which two cores are enough
let listening;
before(async () => { listening = await startListening(pairs); });
after(() => listening?.close());

const spoken = (lines) => lines.flat().join(" | ");
const times = (lines, words) => spoken(lines).split(words).length - 1;

const stories = []; // each its name and what tells it
// What is heard on a step; `filled` with worked example A.
const story = (name, view, step, tell, { filled = false } = {}) => stories.push([name, () => listening.lend(view, async (listener) => {
  if (filled) await openExample(listener.page);
  await listener.go(step);
  await tell(listener);
})]);

for (const view of ["page", "canvas"]) {
  story(`Travel is read on from its heading into its questions, and nothing in it is called clickable, in ${view} view`, view, "travel", async (listener) => {
    const read = await listener.readOn(14);
    assert.ok(times(read, "How many trips") > 0, spoken(read));
    assert.ok(times(read, "How many trips to the office a year?") > 0, spoken(read));
    assert.equal(times(read, "leaving main"), 0, spoken(read));
    assert.equal(times(read, "clickable"), 0, spoken(read));
  });

  story(`Start is read on to its end, and nothing in it is called clickable, in ${view} view`, view, "start", async (listener) => {
    const read = await listener.readOn();
    assert.ok(times(read, "It does not approve an") > 0, spoken(read));
    assert.equal(times(read, "clickable"), 0, spoken(read));
  });
}

story("of a choice whose words take two lines both are read, and nothing is called clickable", "page", "change", async (listener) => {
  const isBroken = await listener.page.evaluate(() => {
    const options = document.querySelector("main .options");
    options.style.inlineSize = "14rem";
    return [...options.querySelectorAll("label > span:first-child")].some((words) => words.clientHeight > 2 * parseFloat(getComputedStyle(words).fontSize));
  });
  assert.ok(isBroken);
  const read = await listener.readOn();
  assert.ok(times(read, "Misconduct: end the arrangement") > 0, spoken(read));
  assert.equal(times(read, "clickable"), 0, spoken(read));
});

story("the canvas comes in place of the page: that is said, and the step is read on to its questions", "page", "travel", async (listener) => {
  await listener.focus("banner.switch");
  const said = await listener.press("Return");
  await listener.page.waitForSelector(".ftt[data-view=canvas]");
  said.push(...await listener.heard());
  assert.equal(times(said, "This is the canvas view."), 1, spoken(said));
  const read = await listener.readOn(10);
  assert.ok(times(read, "How many trips to the office a year?") > 0, spoken(read));
});

story("a question with choices is said when Tab comes to its first choice, once", "page", "arrangement", async (listener) => {
  const { label } = await nodeOf(listener.page, "arrangement.type");
  await listener.focus("main.heading");
  const stops = await listener.tab(4);
  assert.equal(times(stops, label), 1, spoken(stops));
});

story("Save says to which file", "page", "travel", async (listener) => {
  await listener.focus("banner.save");
  const said = await listener.press("Return");
  assert.equal(times(said, "Saved to "), 1, spoken(said));
}, { filled: true });

story("an error is said when its field is left, and when one comes back to it", "page", "travel", async (listener) => {
  await listener.focus("travel_budget.transport");
  await listener.type("1..2");
  const left = await listener.press("Tab");
  const { problem } = await nodeOf(listener.page, "travel_budget.transport");
  assert.equal(times(left, problem), 1, spoken(left));
  const back = await listener.press("shift+Tab");
  assert.equal(times(back, problem), 1, spoken(back));
});

story("the hint is said when one comes to a field, and not again at each key", "page", "travel", async (listener) => {
  const { hint } = await nodeOf(listener.page, "travel_budget.transport");
  const come = await listener.focus("travel_budget.transport");
  assert.equal(times(come, hint), 1, spoken(come));
  const typed = [];
  for (const letter of "412.60") typed.push(await listener.type(letter));
  assert.equal(times(typed, hint), 0, spoken(typed));
});

story("suggestions are counted once, each is said once, and main is not left for them", "page", "employee", async (listener) => {
  await listener.focus("employee.current_worksite");
  const typed = await listener.type("Washing");
  assert.equal(times(typed, "8 suggestions"), 1, spoken(typed));
  const said = await listener.press("Down");
  const { options } = await nodeOf(listener.page, "employee.current_worksite");
  assert.equal(times(said, options[0].label), 1, spoken(said));
  assert.equal(times(said, "leaving main"), 0, spoken(said));
});

story("a citation says what it opens and that it is not open, and Escape leads back to it", "page", "travel", async (listener) => {
  const come = await listener.focus("cite:travel_budget.mie");
  assert.match(spoken(come), /App\. A, Part E, line 5: what it says.*collapsed/);
  await listener.press("Return");
  assert.match(spoken(await listener.press("Escape")), /App\. A, Part E, line 5: what it says/);
}, { filled: true });

story("a chart is named once, and its words are read", "page", "result", async (listener) => {
  const read = await listener.readBehind("actions.next", 25);
  const { label, bars } = await nodeOf(listener.page, "result.bars");
  assert.equal(times(read, label), 1, spoken(read));
  for (const bar of bars) assert.ok(times(read, bar.label) > 0, `${bar.label}: ${spoken(read)}`);
}, { filled: true });

story("behind the last question Tab comes to Back and Next, and not to the result first", "page", "travel", async (listener) => {
  await listener.focus("travel_budget.share_requested");
  const stops = await listener.tab(2);
  assert.match(spoken(stops[0]), /\bBack\b/);
  assert.match(spoken(stops[1]), /\bNext\b/);
});

story("the page begins with its name, and then comes the switch of views", "page", "start", async (listener) => {
  await listener.toHeading();
  const read = [await listener.press("ctrl+Home"), await listener.press("Down"), await listener.press("Down")];
  assert.ok(spoken(read).indexOf("Full-time telework packet") < spoken(read).indexOf("Canvas view"), spoken(read));
});

story("the headings of Result are gone through in the order of the page", "page", "result", async (listener) => {
  const headings = await listener.page.evaluate(() => [...document.querySelectorAll("main :is(h2, h3)")]
    .filter((heading) => heading.checkVisibility()).map((heading) => heading.innerText.trim()));
  const said = await listener.goBy("h");
  const places = headings.map((heading) => said.findIndex((line) => line.includes(heading)));
  assert.ok(headings.length >= 2 && !places.includes(-1), spoken(said));
  assert.deepEqual(places, [...places].sort((one, other) => one - other));
}, { filled: true });

describe("what is heard", { concurrency: pairs }, () => {
  for (const [name, tell] of stories) it(name, tell);
});
