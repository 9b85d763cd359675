// `make bench`: what the site weighs and costs, beside a plain HTML form of the same fields, from one run.
//
//   sizes        page, modules, fonts, rates: raw, gzip, brotli; and what is loaded before the wizard is there
//   first field  from the start of the navigation until a field can be used and nothing done from then on is lost, at
//                full speed and slowed four times; and until the wizard is there, which takes over what was done
//   keystroke    from a typed fare to the new totals laid out
//   assessment   one whole assessment, native and Wasm: with nothing kept, and as the wizard does it at each key
//   frame        one frame of the step that takes longest, at twice the pixels, drawn by the module itself without WebGL
//   idle         frames drawn and processor time over ten seconds of nothing
//   long names   without a blank, printed by Chromium and laid out in Firefox, beside as many letters in words
//                (long_names.mjs)
//   roll-up      of 1,000 packets in the page, beside the command, and for how long the page is blocked, of 10,000 too
//                (rollup_browser.mjs); of 100,000 by the command, beside DuckDB (rollup.mjs, which has the options)
//
// Prints medians and ratios; judges nothing. Needs what `make build` leaves.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { startServer } from "../../web/site/serve.mjs";
import { fill } from "../browser/person.mjs";
import { element, frames, launchBrowser, openWizard, settled, siteFolder } from "../browser/support.mjs";
import { exampleA } from "../browser/worked_answers.mjs";
import { longNames } from "./long_names.mjs";
import { line, median, top, wantedOf } from "./measuring.mjs";
import { page as plainPage, script as plainScript } from "./plain_form.mjs";
import { rollup } from "./rollup.mjs";
import { rollupInTheBrowser } from "./rollup_browser.mjs";

const loads = 15;
const keystrokes = 100;
const framesOfAStep = 15;
const idleSeconds = 10;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;

function weigh(files) {
  const all = files.map((name) => readFileSync(join(siteFolder, name)));
  const sum = (measure) => all.reduce((total, bytes) => total + measure(bytes), 0);
  return [sum((bytes) => bytes.length), sum((bytes) => gzipSync(bytes, { level: 9 }).length), sum((bytes) => brotliCompressSync(bytes).length)];
}

function sizes(beforeWizard) {
  const files = readdirSync(siteFolder, { recursive: true }).map(String)
    .filter((name) => statSync(join(siteFolder, name)).isFile() && !/\.(br|gz)$/.test(name));
  const groups = {
    "page (HTML, CSS, scripts)": (name) => /\.(html|css|mjs|js)$/.test(name),
    "first half of the module": (name) => name === "telework.wasm",
    "second half of the module": (name) => name === "telework.rest.wasm",
    "report module": (name) => name === "rollup.wasm",
    "canvas module": (name) => name === "canvas.wasm",
    "fonts": (name) => name.startsWith("fonts/") && /\.(ttf|woff2)$/.test(name),
    "rates, current": (name) => name === "rates/current.txt",
    "rates, older years": (name) => name === "rates/history.txt",
    "rates, ZIPs": (name) => name === "rates/zip.txt",
  };
  line("", "      raw   ", "     gzip   ", "   brotli");
  for (const [name, belongs] of Object.entries(groups)) line(name, ...weigh(files.filter(belongs)).map(kilobytes));
  line("loaded before the wizard is there", ...weigh(beforeWizard).map(kilobytes));
}

// When each of the marks was set, in milliseconds, and what had been loaded by the last of them.
async function timesToMarks(browser, address, marks, slowdown) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  if (slowdown > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.goto(address, { waitUntil: "commit" });
  const result = await page.evaluate(async (wanted) => {
    const set = () => wanted.flatMap((mark) => performance.getEntriesByName(mark).slice(0, 1));
    while (set().length < wanted.length) await new Promise((done) => setTimeout(done, 5));
    const times = set().map(({ startTime }) => startTime);
    const loaded = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= times.at(-1));
    return { times, names: loaded.map(({ name }) => name) };
  }, marks);
  await context.close();
  return result;
}

// Gives the files that are loaded before the wizard is there, many of which the first field does not wait for.
async function firstField(browser, site, plain) {
  const files = new Set();
  for (const slowdown of [1, 4]) {
    const taken = { field: [], wizard: [], plain: [] };
    for (let run = 0; run < loads; ++run) {
      const { times: [field, wizard], names } = await timesToMarks(browser, site.address, ["first-field", "wizard-live"], slowdown);
      taken.field.push(field);
      taken.wizard.push(wizard);
      names.forEach((name) => files.add(name));
      taken.plain.push((await timesToMarks(browser, plain.address, ["usable"], slowdown)).times[0]);
    }
    const theirs = median(taken.plain);
    for (const [name, ours] of [["first field", median(taken.field)], ["wizard there", median(taken.wizard)]]) {
      line(`${name}, processor 1/${slowdown}`, `${ours.toFixed(0)} ms, plain form ${theirs.toFixed(0)} ms: ${(ours / theirs).toFixed(2)} times`);
    }
  }
  return ["index.html", ...[...files].map((address) => new URL(address).pathname.slice(1))];
}

// From the input event to the new total read back and laid out, as the page itself sees it.
const typeFare = async (page, { fare, total, times }) => page.evaluate(async ([fareId, totalId, count]) => {
  const field = document.getElementById(fareId);
  const shown = document.getElementById(totalId);
  field.focus();
  const taken = [];
  for (let round = 0; round < count; ++round) {
    const before = shown.textContent;
    const start = performance.now();
    field.value = `${400 + round}.50`;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const height = document.documentElement.offsetHeight;
    taken.push(performance.now() - start);
    if (shown.textContent === before || height === 0) throw new Error("the total did not change");
    await new Promise((done) => requestAnimationFrame(done));
  }
  return taken;
}, [fare, total, times]);

async function keystroke(browser, site, plain) {
  const wizard = await openWizard(browser, site.address);
  await fill(wizard, exampleA.steps);
  await element(wizard, "step:travel").evaluate((link) => link.click());
  const form = await (await browser.newContext()).newPage();
  await form.goto(plain.address);
  for (const [id, text] of [["locality_pay.requested_salary", "100440"], ["locality_pay.agency_salary", "114923"],
    ["travel_budget.nights", "3"], ["travel_budget.trips", "4"]]) {
    await element(form, id).fill(text);
  }
  const ours = median(await typeFare(wizard, { fare: "travel_budget.transport", total: "result.net", times: keystrokes }));
  const theirs = median(await typeFare(form, { fare: "travel_budget.transport", total: "cost_benefit.net_annual_change", times: keystrokes }));
  line("typed fare to new totals", `${ours.toFixed(2)} ms, plain form ${theirs.toFixed(2)} ms: ${(ours / theirs).toFixed(2)} times`);
  await wizard.context().close();
  await form.context().close();
}

function assessment() {
  for (const [preset, program] of [["native", ["build/native/tests/bench/bench_assess"]],
    ["wasm", [process.execPath, "build/wasm/tests/bench/bench_assess.js"]]]) {
    execFileSync("cmake", ["--build", "--preset", preset, "--target", "bench_assess"], { cwd: top, stdio: "ignore" });
    const said = JSON.parse(execFileSync(program[0], program.slice(1), { cwd: top, encoding: "utf8" }));
    line(`one assessment, ${preset}`, `${(said.nanoseconds / 1000).toFixed(1)} µs; while a figure is typed ${(said.typed_nanoseconds / 1000).toFixed(1)} µs`);
  }
}

// Scrolls a step by a little, again and again, and gives how long the canvas took for each picture.
const scrollStep = (page, step) => page.evaluate(async ([id, count]) => {
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
  document.getElementById(id).click();
  for (let frame = 0; frame < 10; ++frame) await nextFrame();
  const main = document.getElementById("region:main");
  const taken = [];
  for (let round = 0; round < count; ++round) {
    window.frameTimes = [];
    main.scrollTop = 4 * (round + 1);
    for (let frame = 0; frame < 6; ++frame) await nextFrame();
    // Of the frames after an event only the first has anything to draw.
    taken.push(Math.max(...window.frameTimes));
  }
  return taken;
}, [step, framesOfAStep]);

async function frameTime(site) {
  const browser = await launchBrowser("software");
  const page = await openWizard(browser, site.address, { view: "canvas", scale: 2, before: (p) => p.addInitScript(() => {
    const later = window.requestAnimationFrame.bind(window);
    window.frameTimes = [];
    window.requestAnimationFrame = (act) => later((now) => {
      const start = performance.now();
      act(now);
      window.frameTimes.push(performance.now() - start);
    });
  }) });
  await fill(page, exampleA.steps);
  await settled(page);
  const renderer = await page.evaluate(() => document.querySelector(".ftt").ftt.canvas.renderer);
  if (renderer !== "software") throw new Error(`the canvas is drawn by ${renderer}`);
  const steps = await page.evaluate(() => [...document.querySelectorAll(".steps .step")].map(({ id }) => id));
  let heaviest = { step: "", taken: 0 };
  for (const step of steps) {
    const taken = median(await scrollStep(page, step));
    if (taken > heaviest.taken) heaviest = { step, taken };
  }
  line("frame at 2×, no WebGL", `${heaviest.taken.toFixed(1)} ms on the heaviest step (${heaviest.step})`);
  await browser.close();
}

async function idle(browser, site) {
  const page = await openWizard(browser, site.address, { view: "canvas" });
  await fill(page, exampleA.steps);
  await settled(page);
  // Without a GPU the browser is still drawing what it was given before.
  await page.waitForTimeout(idleSeconds * 1000);
  const session = await browser.newBrowserCDPSession();
  const used = async () => (await session.send("SystemInfo.getProcessInfo")).processInfo
    .filter(({ type }) => /renderer|gpu/i.test(type)).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  const [drawn, before] = [await frames(page), await used()];
  await page.waitForTimeout(idleSeconds * 1000);
  const [drawnAfter, after] = [await frames(page), await used()];
  line(`${idleSeconds} idle seconds, canvas view`, `${drawnAfter - drawn} frames, ${((100 * (after - before)) / idleSeconds).toFixed(1)}% of a core`);
  await page.context().close();
}

const wanted = wantedOf(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), "telework-bench-"));
writeFileSync(join(folder, "index.html"), plainPage);
writeFileSync(join(folder, "plain_form.js"), plainScript);
const [site, plain, browser] = await Promise.all([startServer(siteFolder), startServer(folder), launchBrowser()]);
try {
  const loaded = await firstField(browser, site, plain);
  sizes(loaded);
  await keystroke(browser, site, plain);
  assessment();
  await frameTime(site);
  await idle(browser, site);
} finally {
  await browser.close();
  await Promise.all([site.close(), plain.close()]);
  rmSync(folder, { recursive: true, force: true });
}
await longNames({ runs: wanted.runs });
await rollupInTheBrowser({ command: wanted.command, runs: wanted.runs });
await rollup(wanted);
