// All that Orca says of the wizard, held against what a person has read: each step in both views, empty and filled, read on
// from its heading to its end, gone through by Tab, by headings, by form fields and by tables. `make heard`; an hour or so.
//
// The texts are spoken/<step>.txt. They are held only where Orca and Firefox are of the versions in spoken/versions.json:
// another one says other words. FTT_UPDATE_GOLDENS=1 writes them anew, to be read before they are kept. What must hold
// in any version is asserted in any: nothing is called clickable, and both views say the same.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openExample, steps } from "../browser/steps.mjs";
import { startListening } from "./listener.mjs";
import { versions } from "./screen_reader.mjs";

const folder = new URL("spoken/", import.meta.url);
const updates = Boolean(process.env.FTT_UPDATE_GOLDENS);
const mostStops = 80;

let listening;
let isRecorded = false; // by these versions
before(async () => {
  listening = await startListening();
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

// What is said of a step, a part after the other.
async function wholeOf(view, step, state) {
  const listener = await listening.open(view);
  if (state === "filled") await openExample(listener.page);
  await listener.go(step);
  const read = await listener.readOn();
  const [headings, fields, tables] = [await listener.goBy("h"), await listener.goBy("f"), await listener.goBy("t")];
  await listener.focus("main.heading");
  const stops = [];
  while (stops.length < mostStops && await listener.page.evaluate(() => Boolean(document.activeElement.closest("main, footer, aside")))) {
    stops.push((await listener.press("Tab")).join(" | "));
  }
  await listener.page.context().close();
  return Object.entries({ read, headings, fields, tables, stops })
    .map(([part, lines]) => `== ${state}: ${part}\n${lines.join("\n")}\n`).join("\n");
}

for (const step of steps) {
  test(`what is heard of a step is as it was read: ${step}`, async () => {
    const said = { page: "", canvas: "" };
    for (const view of Object.keys(said)) {
      for (const state of ["empty", "filled"]) said[view] += await wholeOf(view, step, state);
      assert.ok(!said[view].includes("clickable"), `${step}, ${view} view`);
    }
    const file = new URL(`${step}.txt`, folder);
    if (updates) await writeFile(file, said.page);
    if (isRecorded) assert.deepEqual(said.page.split("\n"), (await readFile(file, "utf8")).split("\n"));
    assert.deepEqual(said.canvas.split("\n"), said.page.split("\n"), `${step}: both views say the same`);
  });
}
