// The report on many packets in the browser (¶13), in both views: packets, packets a line, saved pages and partials in, the
// sheets and the last report beside them; every table, R0 to R9, with its pages; both editions; its files with the bytes of the
// native command; two thousand packets while the page goes on, and a cancel. In the single file, as plain JavaScript, where
// workers are refused, without a network, and in somebody else's page. Nothing of it is kept.
//
// Does not test what stands in a table (tests/report), or what the screen says when (tests/wizard).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { until } from "./driven.mjs";
import { startHosts, withElements, wizardFrames } from "./hosts.mjs";
import { choose, make, patience, press, setDay, shows } from "./many_packets.mjs";
import { checkInThePage, checkSingleFile, keptBy } from "./other_doors.mjs";
import { press as point } from "./person.mjs";
import { watchedContext } from "./requests.mjs";
import { go } from "./steps.mjs";
import { axeSource, chooserAfter, element, hasEverything, nodeOf, settled, today, untilSo, useSite, violations }
  from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const command = process.env.TELEWORK ?? fileURLToPath(new URL("../../build/native/telework", import.meta.url));
const sampled = 120;
let folder;
let lines;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "telework-report-"));
  lines = telework("sample", "--packets", String(sampled), "--seed", "11", "--today", today).toString().trimEnd().split("\n");
  await put("west.ndjson", lines.slice(0, 90).join("\n"));
  for (const [index, line] of lines.slice(90, 100).entries()) await put(`one-${index}.json`, line);
  await put("east.ndjson", lines.slice(95).join("\n")); // five of them again
  await put("east-partial.ndjson", telework("rollup", "east.ndjson", "--today", today, "--partial"));
  await put("letter.txt", "Dear sir");
});
after(() => rm(folder, { recursive: true, force: true }));

// The command, where the files have the names that the page knows them by.
const telework = (...words) => execFileSync(command, words, { cwd: folder, maxBuffer: 1 << 28 });
const put = (name, content) => writeFile(join(folder, name), content);
const inFolder = (names) => names.map((name) => join(folder, name));
const inputs = ["west.ndjson", ...Array.from({ length: 10 }, (_, index) => `one-${index}.json`), "east-partial.ndjson", "letter.txt"];
const reported = (...words) => telework("rollup", ...inputs, "--today", today, ...words);

async function fileOf(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const titles = (page) => page.evaluate(() => document.querySelector(".ftt").ftt.screen.nodes
  .filter(({ id }) => id.startsWith("report.shown:")).map(({ label }) => label));

async function checkReport(page) {
  await choose(page, inFolder(inputs));
  await make(page);
  const whole = JSON.parse(reported("--format", "json"));
  assert.deepEqual(await titles(page), whole.tables.map(({ title }) => title));
  assert.deepEqual(page.complaints, []);
  return whole;
}

for (const view of ["page", "canvas"]) {
  test(`¶13: packets, packets a line and a partial become the report R0 to R9, every table with its rows, in ${view} view`, async () => {
    const page = await at.open({ view });
    const { tables } = await checkReport(page);
    for (const { id, rows, columns } of tables) {
      const fold = `report.shown:${id}`;
      if ((await nodeOf(page, fold)).flags?.includes("expanded") !== true) await point(page, fold);
      await untilSo(page, (which) => document.getElementById(which).getAttribute("aria-expanded") === "true", fold);
      if (rows.length === 0) {
        await element(page, `report.none:${id}`).waitFor({ state: "attached" });
      } else {
        const shown = await nodeOf(page, `report.table:${id}`);
        assert.equal(shown.rows.length, Math.min(25, rows.length), id);
        assert.deepEqual(shown.rows.map((row) => row.id), rows.slice(0, 25).map((row) => row.id));
        assert.equal(shown.columns[0].label, columns[0].heading);
      }
      await point(page, fold);
    }
    await page.context().close();
  });

  test(`a long table is turned page by page and back, in ${view} view`, async () => {
    const page = await at.open({ view });
    const { tables } = await checkReport(page);
    const { rows } = tables.find(({ id }) => id === "R1_cases");
    assert.ok(rows.length > 50);
    await point(page, "report.shown:R1_cases");
    const isAt = (words) => untilSo(page, (text) => document.querySelector('[id="report.table:R1_cases"] caption')?.textContent.includes(text), words);
    await isAt(`rows 1 to 25 of ${rows.length}`);
    await point(page, "report.next:R1_cases");
    await isAt("rows 26 to 50");
    assert.deepEqual((await nodeOf(page, "report.table:R1_cases")).rows.map(({ id }) => id), rows.slice(25, 50).map(({ id }) => id));
    await point(page, "report.previous:R1_cases");
    await isAt("rows 1 to 25");
    // The button that was pressed is gone: the other one has the focus.
    await untilSo(page, () => document.activeElement.id === "report.next:R1_cases");
    await page.context().close();
  });

  test(`nothing in it is against the rules of axe, in ${view} view`, async () => {
    // axe-core itself is a script from elsewhere, which the page's policy refuses.
    const page = await at.open({ view, context: { bypassCSP: true } });
    await go(page, "report");
    await press(page, "report.sheets");
    await checkReport(page);
    for (const id of ["R1", "R1_cases", "R4_people", "R8"]) await press(page, `report.shown:${id}`);
    if (view === "canvas") await settled(page);
    await page.addScriptTag({ path: axeSource });
    assert.deepEqual(await violations(page, view), []);
    await page.context().close();
  });
}

test("the report's page, workbook, tables, data and partial have the bytes of the command", async () => {
  const page = await at.open();
  await checkReport(page);
  for (const [format, name] of [["html", "telework-report-ohrm.html"], ["xlsx", "telework-report-ohrm.xlsx"], ["json", "telework-report-ohrm.json"]]) {
    const saved = await fileOf(page, `report.save:${format}`);
    assert.equal(saved.name, name);
    assert.ok(saved.bytes.equals(reported("--format", format)), format);
  }
  const { bytes } = await fileOf(page, "report.save:partial");
  assert.equal(String(bytes), String(reported("--partial")));
  // What was saved for merging gives the report again.
  const tables = await fileOf(page, "report.save:csv");
  assert.match(tables.name, /-csv\.zip$/);
  assert.ok(tables.bytes.includes("R4_people.csv"));
  await page.context().close();
});

test("a partial alone, and one that others made, are reported like the packets; one that was cut off is refused by its name", async () => {
  const page = await at.open();
  await choose(page, inFolder(["east-partial.ndjson"]));
  await make(page);
  const alone = await fileOf(page, "report.save:json");
  assert.ok(alone.bytes.equals(telework("rollup", "east-partial.ndjson", "--today", today, "--format", "json")));
  const whole = await readFile(join(folder, "east-partial.ndjson"), "utf8");
  await put("cut.ndjson", whole.slice(0, whole.lastIndexOf('{"lines"')));
  await choose(page, inFolder(["cut.ndjson"]));
  await press(page, "report.make");
  await shows(page, "report.failed", "cut.ndjson");
  assert.match((await nodeOf(page, "report.failed")).label, /cut\.ndjson: .*ends too early/);
  await press(page, "report.without:files");
  await untilSo(page, () => !document.getElementById("report.chosen"));
  await page.context().close();
});

test("¶13b: the sheets count, what is wrong with a line is named, and the empty ones are those of the command", async () => {
  const page = await at.open();
  await choose(page, inFolder(inputs));
  await press(page, "report.sheets");
  const template = await fileOf(page, "report.template:actuals");
  assert.equal(template.name, "actuals.csv");
  assert.ok(template.bytes.equals(reported("--template")));
  assert.match(String((await fileOf(page, "report.template:headcount")).bytes), /^\uFEFFcomponent,employees,eligible/);
  assert.match(String((await fileOf(page, "report.template:timeCodes")).bytes), /^\uFEFFcomponent,pay_period_end,charging_93/);
  const [header, first] = String(template.bytes).split("\r\n");
  await put("actuals.csv", `${header}\r\n${first.replace(/,,,$/, ",1234.50,2,vouchers")}\r\n${first.replace(/,,,$/, ',"1.234,50",,')}\r\n`);
  await put("previous.ndjson", telework("rollup", "west.ndjson", "--today", "2026-10-30", "--partial"));
  const given = { actuals: "actuals.csv", previous: "previous.ndjson" };
  for (const [name, file] of Object.entries(given)) {
    await element(page, `report.${name}`).setInputFiles(join(folder, file));
    await shows(page, `report.without:${name}`);
  }
  await make(page);
  assert.match(await element(page, "report.problems").textContent(), /Travel spending, line 3/);
  const saved = await fileOf(page, "report.save:json");
  assert.ok(saved.bytes.equals(reported("--actuals", "actuals.csv", "--previous", "previous.ndjson", "--format", "json")));
  await press(page, "report.without:actuals");
  await element(page, "report.outdated").waitFor();
  await page.context().close();
});

test("the edition for circulation has no name and no case, and is that of the command", async () => {
  const page = await at.open();
  await checkReport(page);
  await press(page, "report.edition=circulation");
  await shows(page, "report.legend", "[c]");
  const saved = await fileOf(page, "report.save:html");
  assert.equal(saved.name, "telework-report-circulation.html");
  assert.ok(saved.bytes.equals(reported("--edition", "circulation", "--format", "html")));
  const names = lines.map((line) => JSON.parse(line).employee?.last_name).filter(Boolean);
  const shown = await page.evaluate(() => JSON.stringify(document.querySelector(".ftt").ftt.screen));
  assert.deepEqual(names.filter((name) => shown.includes(`"${name},`)), []);
  const { tables } = JSON.parse(reported("--edition", "circulation", "--format", "json"));
  assert.deepEqual(await titles(page), tables.map(({ title }) => title));
  assert.ok(!tables.some(({ title }) => /^R\d\. Each|each teleworker/.test(title)));
  await page.context().close();
});

test("another day and fiscal year are read anew, and are those of the command", async () => {
  const page = await at.open();
  await choose(page, inFolder(["west.ndjson"]));
  await setDay(page, "9/1/2026");
  await make(page);
  const saved = await fileOf(page, "report.save:json");
  assert.ok(saved.bytes.equals(telework("rollup", "west.ndjson", "--today", "2026-09-01", "--format", "json")));
  await element(page, "report.year").fill("2027");
  await element(page, "report.year").blur();
  await element(page, "report.outdated").waitFor();
  await press(page, "report.make");
  await untilSo(page, () => document.getElementById("report.title")?.textContent.includes("2027"));
  await page.context().close();
});

test("a folder, several dropped files and a single one are taken for the report where it is open", async () => {
  const page = await at.open();
  const top = join(folder, "cases");
  await mkdir(join(top, "below"), { recursive: true });
  await writeFile(join(top, "a.json"), lines[0]);
  await writeFile(join(top, "below", "a.json"), lines[1]);
  await choose(page, top, "report.folder");
  await shows(page, "report.chosen", "2 files chosen.");
  const drop = (files) => page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    given.forEach(([name, text]) => dataTransfer.items.add(new File([text], name)));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
  await drop([["b.json", lines[2]], ["c.json", lines[3]]]);
  await shows(page, "report.chosen", "4 files chosen.");
  await drop([["d.ndjson", `${lines[4]}\n${lines[5]}`]]);
  await shows(page, "report.chosen", "5 files chosen.");
  await make(page);
  const { tables } = JSON.parse(String((await fileOf(page, "report.save:json")).bytes));
  const counted = tables.find(({ id }) => id === "R0").rows.find(({ id }) => id === "read");
  assert.equal(counted.cells.count, 6);
  // The inbox leads here, and keeps its own files.
  await go(page, "inbox");
  await press(page, "inbox.report");
  await shows(page, "report.title");
  await page.context().close();
});

// Of the table of what was left out, each place with its reason.
const leftOut = async (page) => JSON.parse(String((await fileOf(page, "report.save:json")).bytes))
  .tables.find(({ id }) => id === "R0_left_out").rows.map(({ cells }) => Object.values(cells));

test("a file that is gone since it was chosen is named in the report, whatever its size, and a sheet that is gone on the screen", async () => {
  const names = ["gone.json", "gone.ndjson", "empty.json", "here.json", "gone.csv"];
  const content = [lines[0], lines.slice(0, 30).join("\n"), "", lines[1], "case,name,component,half_year,spent,trips,source\r\n"];
  await Promise.all(names.map((name, index) => put(name, content[index])));
  const page = await at.open();
  await choose(page, inFolder(names.slice(0, 4)));
  await Promise.all([rm(join(folder, "gone.json")), rm(join(folder, "gone.ndjson"))]);
  await make(page);
  const found = await leftOut(page);
  assert.deepEqual(found.map(([place, what]) => [place, what]), [["gone.json", "unreadable"], ["gone.ndjson", "unreadable"]]);
  for (const [, , reason] of found) assert.match(reason, /still there/);
  await press(page, "report.sheets");
  await element(page, "report.actuals").setInputFiles(join(folder, "gone.csv"));
  await shows(page, "report.without:actuals");
  await rm(join(folder, "gone.csv"));
  await press(page, "report.make");
  await shows(page, "report.failed", "gone.csv: This cannot be read.");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a dropped file or folder that the browser does not hand over is named in the report, until it comes", async () => {
  const page = await at.open();
  await go(page, "report");
  const drop = (isRefused) => page.evaluate(([packet, fails]) => {
    const fileAt = (fullPath, file) => ({ fullPath, isDirectory: false, file });
    const folderAt = (fullPath, parts) => ({ fullPath, isDirectory: true, createReader: () => ({
      readEntries: (done, failed) => (parts.length > 0 ? done(parts.shift()) : fails ? failed(new DOMException("", "NotReadableError")) : done([])),
    }) });
    const here = fileAt("/cases/here.json", (done) => done(new File([packet], "here.json", { lastModified: 1 })));
    const refused = fileAt("/cases/refused.json", (done, failed) => (fails ? failed(new DOMException("", "NotReadableError"))
      : done(new File([packet], "refused.json", { lastModified: 1 }))));
    const event = new Event("drop", { bubbles: true, cancelable: true });
    const items = [{ webkitGetAsEntry: () => folderAt("/cases", [[here, refused]]) }];
    Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], items, files: [] } });
    document.querySelector("main").dispatchEvent(event);
  }, [lines[0], isRefused]);
  await drop(true);
  await shows(page, "report.chosen", "3 files chosen.");
  await make(page);
  assert.deepEqual((await leftOut(page)).map(([place, what]) => [place, what]), [["cases", "unreadable"], ["cases/refused.json", "unreadable"]]);
  await press(page, "report.without:files");
  await drop(true);
  await shows(page, "report.chosen", "3 files chosen.");
  await drop(false);
  await make(page);
  assert.ok((await leftOut(page)).every(([place]) => place !== "cases/refused.json"));
  await page.context().close();
});

// Packets of other ids: each is another one.
async function putMany(name, count, from) {
  const many = Array.from({ length: count }, (_, index) => {
    const { id } = JSON.parse(lines[index % sampled]);
    return lines[index % sampled].replaceAll(id, `${id.slice(0, -6)}${String(from + index).padStart(6, "0")}`);
  });
  await put(name, many.join("\n"));
}

test("the page goes on while two thousand packets are read: one looks at another step, and the report is there", async () => {
  await putMany("enough.ndjson", 2000, 0);
  const page = await at.open();
  await choose(page, inFolder(["enough.ndjson"]));
  await press(page, "report.make");
  await element(page, "report.cancel").waitFor();
  await go(page, "travel");
  await element(page, "travel_budget.trips").fill("7");
  await go(page, "report");
  assert.equal(await element(page, "report.done").count(), 0, "it was still being read");
  await until(() => page.evaluate(() => document.getElementById("report.done")), "the report", { timeout: 300_000, every: 250 });
  await press(page, "report.shown:R1_cases");
  await press(page, "report.next:R1_cases");
  await untilSo(page, () => document.querySelector('[id="report.table:R1_cases"] caption').textContent.includes("rows 26 to 50"));
  const saved = await fileOf(page, "report.save:xlsx");
  assert.ok(saved.bytes.length > 100_000);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("while it is read it can be canceled, and made again from the start", async () => {
  await putMany("enough.ndjson", 2000, 0);
  const page = await at.open();
  await choose(page, inFolder(["enough.ndjson"]));
  await press(page, "report.make");
  await element(page, "report.cancel").waitFor();
  await press(page, "report.cancel");
  await shows(page, "report.progress", "Canceled.");
  assert.equal(await element(page, "report.title").count(), 0);
  await press(page, "report.without:files");
  await choose(page, inFolder(["west.ndjson"]));
  await make(page);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("nothing of it is kept: no store has a name of it, and after a reload nothing is there", async () => {
  const page = await at.open();
  await checkReport(page);
  const kept = await keptBy(page);
  assert.ok(!kept.includes("west.ndjson") && !kept.includes("R4_people"));
  await page.reload();
  await page.waitForSelector(".ftt[data-live]");
  await go(page, "report");
  assert.equal(await element(page, "report.title").count(), 0);
  assert.equal(await element(page, "report.chosen").count(), 0);
  await page.context().close();
});

test("where workers are refused, and as plain JavaScript, the page makes it itself", async () => {
  await checkInThePage(at, checkReport);
});

test("the single file has it too, from the disk, and asks for nothing", async () => {
  await checkSingleFile(at, folder, checkReport);
});

test("its module comes after all that the form itself needs, and nothing is asked of the network later", async () => {
  const asked = [];
  const page = await at.open({ before: (p) => p.context().on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1))) });
  await hasEverything(page);
  const first = (name) => asked.findIndex((path) => path === name);
  const module = first("rollup.wasm");
  for (const name of ["telework.rest.wasm", "rates/history.txt", "rates/zip.txt", "fonts.css"]) {
    assert.ok(first(name) >= 0 && first(name) < module, `${name} before rollup.wasm`);
  }
  const before = asked.length;
  await checkReport(page);
  assert.deepEqual(asked.slice(before).filter((path) => !path.startsWith("blob")), []);
  await page.context().close();
});

test("in somebody else's page it begins there, and hands its page over to the host", async () => {
  const hosts = await startHosts();
  const context = await watchedContext(at.browser, [hosts.host, hosts.site], { acceptDownloads: true, viewport: { width: 1280, height: 800 } });
  try {
    hosts.pages.set("report", withElements(hosts.site, '<telework-wizard task="report"></telework-wizard>'));
    const page = await context.newPage();
    await page.goto(`${hosts.host}report`);
    const [frame] = await wizardFrames(page, 1);
    const chooser = await chooserAfter(page, () => frame.evaluate(() => document.getElementById("report.files").click()));
    await chooser.setFiles(inFolder(["west.ndjson"]));
    await until(() => frame.evaluate(() => document.getElementById("report.chosen")), "the files", patience);
    await frame.evaluate(() => document.getElementById("report.make").click());
    await until(() => frame.evaluate(() => document.getElementById("report.done")), "the report", patience);
    await page.evaluate(() => { window.takesOver = true; });
    await frame.evaluate(() => document.getElementById("report.save:html").click());
    const saved = await until(() => page.evaluate(() => window.heard.find(({ name }) => name === "save")?.detail), "the host's event", patience);
    assert.deepEqual([saved.name, saved.media_type], ["telework-report-ohrm.html", "text/html"]);
    assert.equal(saved.content, String(telework("rollup", "west.ndjson", "--today", new Date().toLocaleDateString("sv"), "--format", "html")));
  } finally {
    await context.close();
    await hosts.close();
  }
});
