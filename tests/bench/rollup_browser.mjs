// What the report on many packets, and the table of who has each, take in the page, beside the command on the same packets:
// a part of `make bench`, or by itself
// `node tests/bench/rollup_browser.mjs [--packets 1000] [--runs 5] [--command build/native/telework]`.
//
//   one file      from the press of *Make the report* until the report and its first table are laid out, and the command
//                 with two threads, which gives it as JSON; all packets are in one file, a line each
//   a file each   the same, each packet in a file of its own: the page gets them all, the command their folder
//   blocked       for how long the page was blocked at a time, at most, in all of these runs; and in one with ten times as
//                 many packets, each in a file of its own, a long table turned and the workbook saved: 100 ms are aimed at
//   the table     from when the page begins to read the files, one a packet, until all are found, and the command; for how
//                 long the page was blocked at a time, as the browser handed the files over too, in which the page has no
//                 say; and with ten times as many packets
//
// Each run is in a new page that has everything, its files already handed over. A page counts as blocked as well while the
// machine lets others work. Prints medians and ratios; judges nothing.
// Needs what `make build` leaves. Does not measure memory, or how long the browser takes to hand the files over.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer } from "../../web/site/serve.mjs";
import { choose, longestBlocks, press, setDay, watchBlocks, watchHandingOver } from "../browser/many_packets.mjs";
import { go } from "../browser/steps.mjs";
import {
  chooserAfter, element, hasEverything, launchBrowser, nodeOf, openWizard, siteFolder, untilSo,
} from "../browser/support.mjs";
import { builtCommand, inTurn, line, measured, packetsIn, reportOn, today, wantedOf } from "./measuring.mjs";

const grouped = (number) => number.toLocaleString("en-US");
const [year, month, day] = today.split("-").map(Number);

// Presses the button; gives the seconds until the report is there, as the page itself sees it.
const secondsToMake = (page) => page.evaluate(() => new Promise((done, fail) => {
  const start = performance.now();
  const look = () => {
    const failed = document.getElementById("report.failed");
    if (failed) fail(new Error(failed.textContent));
    const isThere = document.getElementById("report.done") && document.querySelector('[id^="report.table:"]');
    if (isThere && document.documentElement.offsetHeight > 0) done((performance.now() - start) / 1000);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  document.getElementById("report.make").click();
}));

// As who looks at the report would: on in its longest table, and saved.
async function turnAndSave(page) {
  await press(page, "report.shown:R1_cases");
  await press(page, "report.next:R1_cases");
  await untilSo(page, () => document.querySelector('[id="report.table:R1_cases"] caption')?.textContent.includes("rows 26 to 50"));
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "report.save:xlsx")]);
  await download.path();
}

async function makeInThePage(browser, site, paths, packets, lookAtIt = async () => {}) {
  const page = await openWizard(browser, site.address);
  await hasEverything(page);
  await choose(page, paths);
  await setDay(page, `${month}/${day}/${year}`);
  await watchBlocks(page);
  const seconds = await secondsToMake(page);
  await lookAtIt(page);
  const { longest: blocked } = await longestBlocks(page);
  const read = (await nodeOf(page, "report.table:R0")).rows.find(({ id }) => id === "read");
  if (!read.cells.includes(grouped(packets))) throw new Error(`The page read other packets: ${read.cells.join(", ")}.`);
  if (page.complaints.length > 0) throw new Error(page.complaints.join("\n"));
  await page.context().close();
  return { seconds, blocked };
}

// The seconds from when the page begins to read files until it has found what is in them, as the page itself sees it.
const secondsToFind = (page) => page.evaluate(() => new Promise((done) => {
  let start;
  const look = () => {
    const isReading = document.getElementById("inbox.cancel") !== null;
    start ??= isReading ? performance.now() : undefined;
    if (start !== undefined && !isReading) done((performance.now() - start) / 1000);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}));

async function lookThrough(browser, site, paths) {
  const page = await openWizard(browser, site.address);
  await hasEverything(page);
  await go(page, "inbox");
  const chooser = await chooserAfter(page, () => press(page, "inbox.files"));
  await watchBlocks(page);
  await watchHandingOver(page, chooser);
  const [seconds] = await Promise.all([secondsToFind(page), chooser.setFiles(paths)]);
  const { longest, handing } = await longestBlocks(page);
  const found = await element(page, "inbox.read").textContent();
  if (!/^Found [^.]+ packets[^.]*\.$/.test(found.trim())) throw new Error(`The page found something else: ${found}`);
  if (page.complaints.length > 0) throw new Error(page.complaints.join("\n"));
  await page.context().close();
  return { seconds, blocked: longest, handing };
}

// Each packet of the file in a file of its own; gives their paths.
function packetsApart(file, folder) {
  mkdirSync(folder);
  return readFileSync(file, "utf8").trimEnd().split("\n").map((packet, index) => {
    const path = join(folder, `${String(index + 1).padStart(6, "0")}.json`);
    writeFileSync(path, packet);
    return path;
  });
}

const asBlocked = (longest) => (longest > 0 ? `${longest.toFixed(0)} ms at most` : "never longer than 50 ms");

const against = (page, command) =>
  `${page.toFixed(2)} s, the command ${command.toFixed(2)} s: ${(page / command).toFixed(1)} times`;

/**
 * @param {{packets?: number, runs?: number, command?: string}} wanted
 */
export async function rollupInTheBrowser({ packets = 1000, runs = 5, command = builtCommand } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "telework-bench-"));
  const [site, browser] = await Promise.all([startServer(siteFolder), launchBrowser()]);
  try {
    const file = packetsIn(command, packets);
    const apart = join(folder, "packets");
    const files = packetsApart(file, apart);
    const blocks = [];
    const inThePage = async (paths) => {
      const { seconds, blocked } = await makeInThePage(browser, site, paths, packets);
      blocks.push(blocked);
      return { seconds };
    };
    const taken = await inTurn(runs, () => inThePage([file]), () => measured(command, reportOn(file)),
      () => inThePage(files), () => measured(command, reportOn(apart)));
    const [inOne, inOneByCommand, inEach, inEachByCommand] = taken.map(({ seconds }) => seconds);
    line(`report on ${grouped(packets)} packets, page`, against(inOne, inOneByCommand));
    line("  each in a file of its own", against(inEach, inEachByCommand));
    line("  the page blocked at a time", asBlocked(Math.max(...blocks)));
    const many = packetsApart(packetsIn(command, 10 * packets), join(folder, "many"));
    const { seconds, blocked } = await makeInThePage(browser, site, many, 10 * packets, turnAndSave);
    line(`  with ${grouped(10 * packets)} packets, blocked`, `${asBlocked(blocked)}, in ${seconds.toFixed(1)} s`);
    const listed = [];
    const inTheList = async () => {
      const run = await lookThrough(browser, site, files);
      listed.push(run);
      return run;
    };
    const [found, foundByCommand] = await inTurn(runs, inTheList, () => measured(command, ["inbox", apart, "--today", today]));
    line(`${grouped(packets)} packets looked through, page`, against(found.seconds, foundByCommand.seconds));
    line("  the page blocked at a time", asBlocked(Math.max(...listed.map(({ blocked }) => blocked))));
    line("  by the browser's handing over", asBlocked(Math.max(...listed.map(({ handing }) => handing))));
    const all = await lookThrough(browser, site, many);
    line(`  with ${grouped(10 * packets)} packets, blocked`, `${asBlocked(all.blocked)}, in ${all.seconds.toFixed(1)} s`);
  } finally {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await rollupInTheBrowser(wantedOf(process.argv.slice(2), ["packets", "runs", "command"]));
}
