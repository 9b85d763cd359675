// All that Orca says of the wizard, held against what a person has read: each step, and an act of the chain before it is
// recorded, in both views, empty, filled and with something wrong in each field, read on from its heading to its end, gone
// through by Tab, by headings, by form fields and by tables; and what it says when something happens. `make heard`; three
// quarters of an hour or so.
//
// The texts are spoken/<screen>.txt and spoken/happenings.txt. They are held only where Orca and Firefox are of the
// versions in spoken/versions.json: another one says other words. FTT_UPDATE_GOLDENS=1 writes them anew, to be read before
// they are kept. What must hold in any version is asserted in any: each screen is read to its end, something is said at
// each stop of Tab, nothing is called clickable, and both views say the same.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { make, shows } from "../browser/many_packets.mjs";
import { telework } from "../browser/pdf.mjs";
import { begin, isFocused, press } from "../browser/recorded.mjs";
import { openExample, spoil, steps } from "../browser/steps.mjs";
import { element, hasEverything, scenario, today } from "../browser/support.mjs";
import { startListening } from "./listener.mjs";
import { versions } from "./screen_reader.mjs";

const folder = new URL("spoken/", import.meta.url);
const updates = Boolean(process.env.FTT_UPDATE_GOLDENS);
const mostStops = 300;
const pairs = 2; // of Orca and Firefox, for which two cores are enough

let listening;
let isRecorded = false; // by these versions
before(async () => {
  listening = await startListening(pairs);
  const now = `${JSON.stringify(versions())}\n`;
  const file = new URL("versions.json", folder);
  if (updates) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, now);
  }
  const recorded = await readFile(file, "utf8").catch(() => assert.fail("Nothing was recorded yet: FTT_UPDATE_GOLDENS=1 make heard"));
  isRecorded = recorded === now;
  if (!isRecorded) console.log(`# recorded with ${recorded.trim()}, here are ${now.trim()}: the texts are not held`);
});
after(() => listening?.close());

// What a field holds is selected as one comes to it by Tab. Orca tells so with the field, or a moment later, or not at all: as
// it happens to ask before Firefox has done it or after. And what opens as one types has its name said once more, or not. That
// is left out.
const withoutChance = (line) => line.replace(/(\bentry [^|]*?) selected(?=(?: required)?\.)/g, "$1")
  .replace(/ \| Text unselected\./g, "").replace(/ \| [^|]+ \| selected(?= \||$)/g, "").replace(/^.+ combo box (?=expanded$)/, "");

// Each screen by its name: how it is come to, and how something is wrong on it, which gives whether anything can be.
const screens = {
  ...Object.fromEntries(steps.map((step) => [step, { goTo: (listener) => listener.go(step), spoil }])),
  act: {
    async goTo(listener) {
      await begin(listener.page, "submitted");
      await listener.heard();
    },
    async spoil(page) {
      await spoil(page);
      await press(page, "chain.record");
      await isFocused(page, "act.errors");
      return true;
    },
  },
};

// What is said of a screen, a part after the other; nothing where nothing can be typed that would be wrong.
const wholeOf = (view, name, state) => listening.lend(view, async (listener) => {
  const screen = screens[name];
  if (state === "filled") await openExample(listener.page);
  await screen.goTo(listener);
  if (state === "wrong") {
    const isWrong = await screen.spoil(listener.page);
    await listener.heard();
    if (!isWrong) return "";
  }
  const read = await listener.readOn();
  const [headings, fields, tables] = [await listener.goBy("h"), await listener.goBy("Insert+Tab"), await listener.goBy("t")];
  await listener.focus("main.heading");
  const stops = [];
  while (stops.length < mostStops && await listener.page.evaluate(() => Boolean(document.activeElement.closest("main, footer, aside")))) {
    stops.push((await listener.press("Tab")).join(" | "));
  }
  assert.match(read.at(-1) ?? "", /statusbar\.$/, `${name}, ${state}, ${view} view: read to its end`);
  assert.ok(!stops.includes(""), `${name}, ${state}, ${view} view: something is said at each stop`);
  return Object.entries({ read, headings, fields, tables, stops })
    .map(([part, lines]) => `== ${state}: ${part}\n${lines.map(withoutChance).join("\n")}\n`).join("\n");
});

// What is said in a view, as it is in the other, each with its part. Of what is read on: its words, since lines end elsewhere
// there, and what a control is as often as there is one; the description of a control, and that a cell is a header, is said
// only where it begins a line, and is on the screen as well. Of the rest: each utterance but those of the regions, since one
// that scrolls is a stop by itself.
const roles = /^(entry|button|box|link|heading|slider)$/;
const comparable = (said) => said.split(/^(?=== )/m).flatMap((part) => {
  const [name] = part.split("\n");
  const lines = part.slice(name.length);
  const words = lines.replace(/ (?:row|column) header\b/g, "").match(/[^\s|•.,/-]+/g) ?? [];
  const all = name.endsWith(": read") ? [...new Set(words), ...words.filter((word) => roles.test(word))]
    : lines.split(/\n| \| /).filter((utterance) => utterance && !/^leaving |^complementary content/.test(utterance));
  return all.map((one) => `${name}: ${one}`);
});

// What is in the one list more often than in the other.
function surplus(list, other) {
  const left = new Map();
  for (const words of other) left.set(words, (left.get(words) ?? 0) + 1);
  return list.filter((words) => {
    const count = left.get(words) ?? 0;
    left.set(words, count - 1);
    return count < 1;
  });
}

async function isAsRead(name) {
  const said = { page: "", canvas: "" };
  for (const view of Object.keys(said)) {
    for (const state of ["empty", "filled", "wrong"]) said[view] += await wholeOf(view, name, state);
    assert.deepEqual(said[view].split("\n").filter((line) => line.includes("clickable")), [], `${name}, ${view} view`);
  }
  const file = new URL(`${name}.txt`, folder);
  if (updates) await writeFile(file, said.page);
  if (isRecorded) assert.deepEqual(said.page.split("\n"), (await readFile(file, "utf8")).split("\n"));
  const [canvas, page] = [comparable(said.canvas), comparable(said.page)];
  assert.deepEqual({ canvas: surplus(canvas, page), page: surplus(page, canvas) }, { canvas: [], page: [] }, `${name}: both views say the same`);
}

// A chain of concurrences, opened from its file.
async function openChain({ page }) {
  await element(page, "start.file").setInputFiles({ name: "chain.json", mimeType: "application/json", buffer: await readFile(scenario("chain.json")) });
  await page.waitForFunction(() => document.getElementById("step:check")?.getAttribute("aria-current") === "step");
}

/** Drops files on the page, each a text by its name. */
const drop = (page, files) => page.evaluate((texts) => {
  const dropped = new DataTransfer();
  for (const [name, text] of Object.entries(texts)) dropped.items.add(new File([text], name));
  document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
}, files);

async function pressOn(listener, step, id) {
  await listener.go(step);
  await listener.focus(id);
  return listener.press("Return");
}

// What happens, and what is said of it: on a page of its own each.
const happenings = {
  "the next step": (listener) => pressOn(listener, "travel", "actions.next"),
  "the other view, and back": async (listener) => {
    const there = await pressOn(listener, "travel", "banner.switch");
    await listener.page.waitForSelector(".ftt[data-view=canvas]");
    there.push(...await listener.heard());
    return [...there, ...await listener.press("Return")];
  },
  "suggestions, gone through and taken": async (listener) => {
    await listener.go("employee");
    await listener.focus("employee.current_worksite");
    return [...await listener.type("Washing"), ...await listener.press("Down"), ...await listener.press("Down"), ...await listener.press("Return")];
  },
  "a wrong answer, left and come back to": async (listener) => {
    await listener.go("travel");
    await listener.focus("travel_budget.transport");
    return [...await listener.type("1..2"), ...await listener.press("Tab"), ...await listener.press("shift+Tab")];
  },
  "the summary of errors": async (listener) => {
    await listener.go("travel");
    await spoil(listener.page);
    await listener.heard();
    await listener.focus("actions.next");
    return listener.press("Return");
  },
  "an answer that changes the result": async (listener) => {
    await openExample(listener.page);
    await listener.go("travel");
    await listener.focus("travel_budget.transport");
    await listener.press("ctrl+a");
    return [...await listener.type("1500"), ...await listener.press("Tab")];
  },
  "a citation, opened and closed": async (listener) => {
    await openExample(listener.page);
    await listener.go("travel");
    await listener.focus("cite:travel_budget.mie");
    return [...await listener.press("Return"), ...await listener.press("Escape")];
  },
  "saved": async (listener) => {
    await openExample(listener.page);
    return pressOn(listener, "travel", "banner.save");
  },
  "printed": async (listener) => {
    await openExample(listener.page);
    return [...await pressOn(listener, "travel", "banner.print"), ...await listener.press("Tab")];
  },
  "undone": async (listener) => {
    await listener.go("travel");
    await listener.focus("travel_budget.trips");
    await listener.type("4");
    await listener.press("Tab");
    await listener.focus("banner.undo");
    return listener.press("Return");
  },
  "restored after a reload": async (listener) => {
    await listener.go("travel");
    await listener.focus("travel_budget.trips");
    await listener.type("4");
    await listener.press("Tab");
    await listener.page.reload();
    await listener.page.waitForSelector(".ftt[data-live]");
    await hasEverything(listener.page);
    return listener.heard();
  },
  "a request, recorded": async (listener) => {
    const { page } = listener;
    await openExample(page);
    await begin(page, "requested");
    await listener.heard();
    await listener.focus("act.by.name");
    await listener.press("ctrl+a");
    const typed = await listener.type("Ann Kealoha");
    await listener.focus("chain.record");
    return [...typed, ...await listener.press("Return")];
  },
  "a chain of concurrences": async (listener) => {
    await openChain(listener);
    await listener.go("concurrences");
    return [...await listener.readOn(), ...await listener.goBy("t")];
  },
  "many packets, in a table": async (listener) => {
    await listener.go("inbox");
    const example = JSON.parse(await readFile(scenario("example_a.json"), "utf8"));
    await drop(listener.page, Object.fromEntries(["Abe", "Moe", "Zoe"].map((name) => [`${name}.json`,
      JSON.stringify({ ...example, id: `id-${name}`, seal: undefined, employee: { ...example.employee, last_name: name } })])));
    await shows(listener.page, "inbox.read", "Found ");
    return [...await listener.heard(), ...await listener.readOn(), ...await listener.goBy("t")];
  },
  "a report on many packets, with its tables": async (listener) => {
    const { page } = listener;
    await listener.go("report");
    await drop(page, { "packets.ndjson": execFileSync(telework, ["sample", "--packets", "12", "--seed", "11", "--today", today], { encoding: "utf8" }) });
    await shows(page, "report.chosen", "chosen");
    await listener.heard();
    await make(page);
    const made = await listener.heard();
    await listener.focus("report.shown:R1");
    return [...made, ...await listener.press("Return"), ...await listener.readOn(), ...await listener.goBy("t")];
  },
};

describe("what is heard is as it was read", { concurrency: pairs }, () => {
  for (const name of Object.keys(screens)) it(`of a screen: ${name}`, () => isAsRead(name));
  it("when something happens", async () => {
    const said = [];
    for (const [name, happens] of Object.entries(happenings)) {
      said.push(`== ${name}`, ...(await listening.lend("page", happens)).map(withoutChance), "");
    }
    const file = new URL("happenings.txt", folder);
    if (updates) await writeFile(file, said.join("\n"));
    assert.ok(!said.some((line) => line.includes("clickable")));
    if (isRecorded) assert.deepEqual(said, (await readFile(file, "utf8")).split("\n"));
  });
});
