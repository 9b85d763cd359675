// What a screen reader is told: the accessibility tree of every step as Chromium reports it, kept in accessibility/ to be
// read by a person, and the same in both views.
//
// A line is one thing: its role, its name, then its value, states and description. FTT_UPDATE_GOLDENS=1 writes the files
// anew. Does not judge the words; axe-core looks for what is against the rules (access.test.mjs).
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { begin, press, submit } from "./recorded.mjs";
import { go, openExample, spoil, steps } from "./steps.mjs";
import { chooserAfter, element, rested, scenario, settled, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });

const folder = new URL("accessibility/", import.meta.url);
// What only holds other things, and what is said by the name of what it belongs to.
const transparent = new Set(["none", "generic", "rowgroup", "strong"]);
const silent = new Set(["InlineTextBox", "ListMarker", "LabelText", "Legend", "caption"]);
const states = ["level", "checked", "expanded", "required", "invalid", "readonly", "disabled", "selected", "autocomplete"];

const quoted = (text) => JSON.stringify(text.replaceAll("\u00a0", " "));

function lineOf({ role, name, value, description, properties = [] }) {
  const known = new Map(properties.map((property) => [property.name, String(property.value.value)]));
  const parts = [role.value === "StaticText" ? "text" : role.value];
  if (name?.value) parts.push(quoted(name.value));
  if (value?.value) parts.push(`= ${quoted(String(value.value))}`);
  for (const state of states) {
    const is = known.get(state);
    const isPlain = is === undefined || (is === "false" && state !== "expanded") || role.value === "listitem";
    if (!isPlain) parts.push(is === "true" ? state : is === "false" ? `not ${state}` : `${state} ${is}`);
  }
  if (description?.value) parts.push(`(${description.value})`);
  return parts.join(" ");
}

// The tree as indented lines. A text that says no more than the thing it stands in is left out.
async function treeOf(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node, depth, said) => {
    const role = node.ignored ? "none" : node.role.value;
    const isRepeated = role === "StaticText" && said.includes(node.name.value.trim());
    if (silent.has(role) || isRepeated) return;
    const isShown = !transparent.has(role);
    if (isShown) lines.push(`${"  ".repeat(depth)}${lineOf(node)}`);
    const own = isShown && role !== "RootWebArea" ? `${node.name?.value ?? ""} ${node.value?.value ?? ""}` : "";
    for (const child of node.childIds ?? []) {
      if (byId.has(child)) walk(byId.get(child), isShown ? depth + 1 : depth, isShown ? own : said);
    }
  };
  walk(nodes[0], 0, "");
  // A paragraph or an item of a list on one line with its only text.
  return `${lines.join("\n").replace(/^( *)(paragraph|listitem)\n\1 {2}(?!.*\n\1 {2})(?:text )?/gm, "$1$2: ")}\n`;
}

// The banner and the list of steps are read once, at the start and with errors.
const withFrame = new Set(["start", "errors"]);
const partToRead = (name, tree) => (withFrame.has(name) ? tree : tree.replace(/\n {2}banner\n[^]*?(?=\n {2}main)/, ""));

// The switch names the view that it leads to; that it was pressed to get here is said until something else is.
const comparable = (tree) => tree.replace(/button "(Page|Canvas) view"/, "button \"Other view\"")
  .replace(/^ *text "This is the (page|canvas) view\."\n/m, "")
  // How much of the way is told goes by how long it takes.
  .replace(/text "(?:Reading: |Making the report …).*(The report is ready: )/, 'text "$1');

const wanted = [];
// The steps of one packet are looked at one after the other on one page of each view: what a step says does not go by the
// steps before it. Those that a packet must first say something for, or that say something to stay, have a page of their
// own.
const own = new Set(["eligibility", "recruit_agreement", "annual_review"]);
const examples = new Map(); // view → the page with worked example A
async function exampleIn(view) {
  if (!examples.has(view)) {
    const page = await at.open({ view });
    await openExample(page);
    examples.set(view, page);
  }
  return examples.get(view);
}
for (const step of steps.filter((name) => !own.has(name))) wanted.push([step, (page) => go(page, step), exampleIn]);
for (const step of own) {
  wanted.push([step, async (page) => {
    await openExample(page);
    await go(page, step);
  }]);
}
wanted.push(["empty", async (page) => go(page, "start")]);
wanted.push(["errors", async (page) => {
  await go(page, "travel");
  await spoil(page, rested); // each message is said by itself
  await element(page, "actions.next").evaluate((button) => button.click());
}]);
wanted.push(["suggestions", async (page) => {
  await go(page, "employee");
  await element(page, "employee.current_worksite").focus();
  await page.keyboard.type("Washing");
  await page.waitForSelector("[role=option]");
  await rested(page); // until the list is that of the last letter
  await page.keyboard.press("ArrowDown");
}]);
wanted.push(["act", async (page) => {
  await openExample(page);
  await begin(page, "submitted");
  await press(page, "act.for");
  await press(page, "act.evidence");
}]);
wanted.push(["chain", async (page) => {
  await openExample(page);
  await submit(page);
  await press(page, "chain.hand_on"); // What is in it differs each time.
  await press(page, "chain.others");
}]);
wanted.push(["report_made", async (page) => {
  await go(page, "report");
  const chooser = await chooserAfter(page, () => press(page, "report.files"));
  await chooser.setFiles(["example_a.json", "chain.json"].map(scenario));
  await element(page, "report.chosen").waitFor({ state: "attached" });
  await press(page, "report.make");
  await element(page, "report.done").waitFor({ state: "attached" });
  await press(page, "report.shown:R1");
  await element(page, "report.table:R1").waitFor({ state: "attached" });
}]);
wanted.push(["help", async (page) => element(page, "banner.help").evaluate((button) => button.click())]);

for (const [name, prepare, openIn = (view) => at.open({ view })] of wanted) {
  test(`what a screen reader is told is as it was read: ${name}`, async () => {
    const trees = [];
    for (const view of ["page", "canvas"]) {
      const page = await openIn(view);
      await prepare(page);
      if (view === "canvas") await settled(page);
      await rested(page); // what is said to a screen reader is said
      trees.push(comparable(await treeOf(page)));
      assert.deepEqual(page.complaints, []);
      if (openIn !== exampleIn) await page.context().close();
    }
    const [inPage, inCanvas] = trees;
    const file = new URL(`${name}.txt`, folder);
    if (process.env.FTT_UPDATE_GOLDENS) {
      await mkdir(folder, { recursive: true });
      await writeFile(file, partToRead(name, inPage));
    }
    assert.deepEqual(partToRead(name, inPage).split("\n"), (await readFile(file, "utf8")).split("\n"), `${fileURLToPath(file)}, page view`);
    assert.deepEqual(inCanvas.split("\n"), inPage.split("\n"), `${name}: both views say the same`);
  });
}
