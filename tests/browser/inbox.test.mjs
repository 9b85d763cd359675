// Many packets in the browser, in both views: files and a folder chosen, several dropped, 500 of them while one goes on with
// something else, a cancel, files that are gone; rows that open, by the keyboard too; a file that opens over unsaved work; the
// single file, plain JavaScript, and where workers are refused. Nothing of it is kept and nothing is asked of the network.
//
// Does not test what stands in a row (tests/packet) or how the table is sorted and paged (tests/wizard).
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkInThePage, checkSingleFile, keptBy } from "./other_doors.mjs";
import { press as point } from "./person.mjs";
import { go } from "./steps.mjs";
import { axeSource, chooserAfter, element, nodeOf, scenario, settled, untilSo, useSite, violations } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
let folder;
let example;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "telework-inbox-"));
  example = JSON.parse(await readFile(scenario("example_a.json"), "utf8"));
});
after(() => rm(folder, { recursive: true, force: true }));

const press = (page, id) => element(page, id).evaluate((button) => button.click());

// A packet of somebody: another id and another last name are enough to be another one.
const packet = (number, name) => ({
  name: `${number}.json`,
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify({ ...example, id: `id-${number}`, seal: undefined, employee: { ...example.employee, last_name: name } })),
});
const other = (name) => ({ name, mimeType: "text/plain", buffer: Buffer.from("Dear sir") });
const said = (page) => nodeOf(page, "inbox.read").then(({ label }) => label);
// What was found before may still stand there: a test that chooses again says what it waits for.
const isFound = (page, words = "Found ") =>
  untilSo(page, (wanted) => document.getElementById("inbox.read")?.textContent.includes(wanted), words);
const names = (page) => element(page, "inbox.table").locator("tbody th").allTextContents();

async function choose(page, files, { button = "inbox.files", until } = {}) {
  await go(page, "inbox");
  const chooser = await chooserAfter(page, () => press(page, button));
  await chooser.setFiles(files);
  await isFound(page, until);
}

async function checkThree(page) {
  await choose(page, [packet(1, "Zoe"), packet(2, "Abe"), other("letter.txt"), other("letter.json"), packet(3, "Moe")]);
  assert.equal(await said(page), "Found 3 packets. 2 other files are not packets or cannot be read.");
  await element(page, "inbox.order").selectOption("whose");
  await untilSo(page, () => document.querySelector('[id="inbox.table"] caption').textContent.includes("by name"));
  assert.deepEqual(await names(page), ["Abe", "Moe", "Zoe"]);
}

for (const view of ["page", "canvas"]) {
  test(`packets among other files: a table that is sorted, and a row that opens, in ${view} view`, async () => {
    const page = await at.open({ view });
    await checkThree(page);
    const id = await element(page, "inbox.table").locator("tbody th button").nth(1).getAttribute("id");
    await point(page, id);
    await untilSo(page, () => document.title.includes("Moe"));
    assert.match(await page.title(), /Check and export · Moe/);
    await go(page, "inbox");
    assert.deepEqual(await names(page), ["Abe", "Moe", "Zoe"]);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`nothing in it is against the rules of axe, in ${view} view`, async () => {
    // axe-core itself is a script from elsewhere, which the page's policy refuses.
    const page = await at.open({ view, context: { bypassCSP: true } });
    await choose(page, [packet(1, "Zoe"), packet(2, "Zoe"), packet(3, "כהן, דנה")]);
    if (view === "canvas") await settled(page);
    await page.addScriptTag({ path: axeSource });
    assert.deepEqual(await violations(page, view), []);
    await page.context().close();
  });
}

test("a row opens by the keyboard; over unsaved work it asks, and the list stays", async () => {
  const page = await at.open();
  await go(page, "travel");
  await element(page, "travel_budget.trips").fill("7");
  await element(page, "travel_budget.trips").blur();
  await choose(page, [packet(1, "Zoe")]);
  await element(page, "inbox.table/0").focus();
  await page.keyboard.press("Enter");
  await element(page, "open.ask").waitFor();
  await press(page, "open.keep");
  assert.deepEqual(await names(page), ["Zoe"]);
  await go(page, "travel");
  assert.equal(await element(page, "travel_budget.trips").inputValue(), "7");
  await page.context().close();
});

test("a folder and those in it are gone through; two files of one name are two packets", async () => {
  const page = await at.open();
  const top = join(folder, "cases");
  await mkdir(join(top, "below"), { recursive: true });
  await writeFile(join(top, "a.json"), packet(1, "Zoe").buffer);
  await writeFile(join(top, "below", "a.json"), packet(2, "Abe").buffer);
  await writeFile(join(top, "notes.txt"), "x");
  await choose(page, top, { button: "inbox.folder" });
  assert.equal(await said(page), "Found 2 packets. 1 other file is not a packet or cannot be read.");
  await page.context().close();
});

test("several files that are dropped anywhere are looked through; a single one opens", async () => {
  const page = await at.open();
  await go(page, "travel");
  const drop = (files) => page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    given.forEach(([name, text]) => dataTransfer.items.add(new File([text], name)));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files.map(({ name, buffer }) => [name, String(buffer)]));
  await drop([packet(1, "Zoe"), packet(2, "Abe")]);
  await isFound(page);
  assert.equal((await names(page)).length, 2);
  await drop([packet(3, "Moe")]);
  await untilSo(page, () => document.title.includes("Moe"));
  await page.context().close();
});

// Runs in the page, first of all: of the files that a worker is asked to read, those behind window.mostAsked wait for letGo().
function holdReading() {
  const { postMessage } = Worker.prototype;
  const held = [];
  window.asked = 0;
  window.mostAsked = 100;
  Worker.prototype.postMessage = function (message, ...more) {
    const goOn = () => postMessage.call(this, message, ...more);
    if (message?.name !== "rowsOfFiles") return goOn();
    window.asked += message.values[0].length;
    return window.asked > window.mostAsked ? held.push(goOn) : goOn();
  };
  window.letGo = () => {
    window.mostAsked = Infinity;
    held.splice(0).forEach((goOn) => goOn());
  };
}

test("500 packets are read in a worker while one goes on with a step, fifty are shown at a time, and a cancel keeps what was found", async () => {
  const page = await at.open({ before: (opened) => opened.addInitScript(holdReading) });
  // On the disk: files that the test hands over as bytes are made in the page, and that takes longer than to read them.
  const top = join(folder, "many");
  await mkdir(top, { recursive: true });
  const many = await Promise.all(Array.from({ length: 500 }, async (_, number) => {
    const { name, buffer } = packet(number, `Name ${1000 + number}`);
    await writeFile(join(top, name), buffer);
    return join(top, name);
  }));
  const begin = async () => {
    await go(page, "inbox");
    const chooser = await chooserAfter(page, () => press(page, "inbox.files"));
    await chooser.setFiles(many);
    await untilSo(page, () => document.getElementById("inbox.cancel") && window.asked > window.mostAsked);
  };
  await begin();
  await go(page, "travel");
  await element(page, "travel_budget.trips").fill("7");
  await go(page, "inbox");
  assert.equal(await element(page, "inbox.cancel").count(), 1, "they are still being read");
  await page.evaluate(() => window.letGo());
  await isFound(page, "Found 500 packets.");
  assert.equal(await page.evaluate(() => window.asked), 500, "the page itself reads none");
  assert.equal(await said(page), "Found 500 packets.");
  assert.equal((await names(page)).length, 50);
  await go(page, "travel");
  assert.equal(await element(page, "travel_budget.trips").inputValue(), "7");

  await page.evaluate(() => { window.mostAsked = 600; });
  await begin();
  await press(page, "inbox.cancel");
  await page.evaluate(() => window.letGo());
  await isFound(page, "Canceled after ");
  assert.match(await said(page), /^Canceled after \d+ of 500 files\. Found \d+ packets\./);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a file that is gone since it was chosen and an empty one are no packets; those beside them and a large one are", async () => {
  const page = await at.open({ before: (opened) => opened.addInitScript(holdReading) });
  await page.evaluate(() => { window.mostAsked = 0; });
  const top = join(folder, "troubles");
  await mkdir(top, { recursive: true });
  const [first, gone, large, last] = ["Zoe", "Gone", "Moe", "Abe"].map((name, number) => packet(number, name));
  large.buffer = Buffer.concat([large.buffer, Buffer.alloc(300 * 1024, " ")]);
  const files = [first, gone, { name: "empty.json", buffer: Buffer.alloc(0) }, large, last];
  const paths = await Promise.all(files.map(async ({ name, buffer }) => {
    await writeFile(join(top, name), buffer);
    return join(top, name);
  }));
  await go(page, "inbox");
  const chooser = await chooserAfter(page, () => press(page, "inbox.files"));
  await chooser.setFiles(paths);
  await untilSo(page, () => window.asked > 0);
  await rm(join(top, gone.name));
  await page.evaluate(() => window.letGo());
  await isFound(page);
  assert.equal(await said(page), "Found 3 packets. 2 other files are not packets or cannot be read.");
  assert.deepEqual((await names(page)).sort(), ["Abe", "Moe", "Zoe"]);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("three packets among 20,000 files are found, and the others are one number", async () => {
  const page = await at.open();
  await page.evaluate(([name, text]) => {
    const dataTransfer = new DataTransfer();
    for (let number = 0; number < 20_000; number += 1) dataTransfer.items.add(new File(["x"], `photo ${number}.jpg`));
    for (let number = 0; number < 3; number += 1) dataTransfer.items.add(new File([text.replace("id-1", `id-${number}`)], `${number} ${name}`));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, ["a.json", String(packet(1, "Zoe").buffer)]);
  await isFound(page);
  assert.equal(await said(page), "Found 3 packets. 20,000 other files are not packets or cannot be read.");
  await page.context().close();
});

test("nothing of it is kept: after a reload the list is empty, and no store has a name of it", async () => {
  const page = await at.open();
  await choose(page, [packet(1, "Quillfeather")]);
  const kept = await keptBy(page);
  assert.ok(!kept.includes("Quillfeather"));
  await page.reload();
  await page.waitForSelector(".ftt[data-live]");
  await go(page, "inbox");
  assert.equal(await element(page, "inbox.table").count(), 0);
  await page.context().close();
});

test("where workers are refused, and as plain JavaScript, the page reads them itself", async () => {
  await checkInThePage(at, checkThree);
});

test("the single file has it too, from the disk", async () => {
  await checkSingleFile(at, folder, checkThree);
});
