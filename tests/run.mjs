// Runs every test and adds up what each runner counted: `make test`, or `node tests/run.mjs [suite …]`.
//
//   structure   what the folders promise (structure.mjs)
//   words       the words of the texts and their reading grade (words.mjs)
//   scripts     types and lint of the scripts (scripts.mjs)
//   native      unit tests of what the command is made of, headers by themselves, the command
//   sanitize    the same cases, and the wizard, under the address and undefined behavior sanitizers
//   fuzz        each fuzzer of that build for a few seconds (fuzz/run.mjs)
//   wasm        all but the command as WebAssembly in node
//   module      the ES module of dist/ in node (module/*.test.mjs)
//   distributed the roll-up on two Dask workers (distributed/run.py; `make distributed` runs all of them)
//   browser     the site in Chromium (browser/run.mjs)
//   heard       a dozen stories of whoever hears the site, by a screen reader (heard/stories.test.mjs)
//
// A suite that breaks off, or that ran nothing, counts as one failure. The last line is `N passed, N failed`.
// Does not install anything; module, distributed, browser and heard need what `make build` leaves.

import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const top = join(dirname(fileURLToPath(import.meta.url)), "..");

// Runs a command with its output passed on; gives the exit code and what it said.
function run(command, ...words) {
  return new Promise((done, fail) => {
    const child = spawn(command, words, { cwd: top, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (text) => {
      said += text;
      process.stdout.write(text);
    });
    child.on("error", fail);
    child.on("close", (code) => done({ code, said }));
  });
}

async function mustRun(command, ...words) {
  const { code } = await run(command, ...words);
  if (code !== 0) throw new Error(`${command} ${words.join(" ")} ended with ${code}`);
}

// The last `N passed, N failed` that a runner said.
function closingLine({ code, said }) {
  const found = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (!found) throw new Error(`no closing line with counts; the exit code is ${code}`);
  const count = { passed: Number(found[1]), failed: Number(found[2]) };
  if (code !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

// CTest counts programs; doctest's own summary in each program's output counts cases.
function countPrograms(report) {
  const count = { passed: 0, failed: 0 };
  for (const [, attributes, body] of report.matchAll(/<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const name = /\bname="([^"]*)"/.exec(attributes)[1];
    const good = /\bstatus="run"/.test(attributes);
    const summary = /\[doctest\] test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed/.exec(body ?? "");
    const failed = summary ? Number(summary[2]) : 0;
    count.passed += summary ? Number(summary[1]) : Number(good);
    count.failed += !good && failed === 0 ? 1 : failed;
    if (summary && good && Number(summary[1]) === 0) {
      console.log(`${name} ran no case`);
      count.failed += 1;
    }
  }
  return count;
}

function unitTests(preset) {
  return async () => {
    await mustRun(".setup/configure.sh", preset);
    await mustRun("cmake", "--build", "--preset", preset);
    const report = join(top, "build", preset, "tests.xml");
    rmSync(report, { force: true });
    const kept = String(1 << 20);
    await run("ctest", "--preset", preset, "--parallel", "2", "--output-junit", report,
      "--test-output-size-passed", kept, "--test-output-size-failed", kept);
    return countPrograms(readFileSync(report, "utf8"));
  };
}

// The tests of a folder as node runs them; `words` are for node.
const nodeTests = (name, ...words) => async () => {
  const folder = join(top, "tests", name);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".test.mjs")) : [];
  if (files.length === 0) throw new Error(`tests/${name} holds no test`);
  const { code, said } = await run(process.execPath, "--test", "--test-reporter=tap", ...words,
    ...files.sort().map((file) => join(folder, file)));
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(said)?.[1] ?? 0);
  const count = { passed: number("pass"), failed: number("fail") + number("cancelled") };
  if (code !== 0 && count.failed === 0) count.failed = 1;
  return count;
};

async function fuzzers() {
  await mustRun(".setup/configure.sh", "sanitize");
  await mustRun("cmake", "--build", "--preset", "sanitize", "--target", "fuzz");
  return closingLine(await run(process.execPath, "tests/fuzz/run.mjs", "build/sanitize", "3", "--anew"));
}

const suites = {
  structure: async () => closingLine(await run(process.execPath, "tests/structure.mjs")),
  words: async () => closingLine(await run(process.execPath, "tests/words.mjs")),
  scripts: async () => closingLine(await run(process.execPath, "tests/scripts.mjs")),
  native: unitTests("native"),
  sanitize: unitTests("sanitize"),
  fuzz: fuzzers,
  wasm: unitTests("wasm"),
  module: nodeTests("module", "--test-concurrency=2"), // of itself node leaves a core idle
  distributed: async () => closingLine(await run("/usr/bin/python3", "tests/distributed/run.py", "two_workers")),
  browser: async () => closingLine(await run(process.execPath, "tests/browser/run.mjs")),
  // A dozen stories take a minute or two, on a very busy machine more; after fifteen they do not end.
  heard: nodeTests("heard", "--test-timeout=900000"),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(", ")}; there are ${Object.keys(suites).join(", ")}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0 };
const table = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(suites)) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  let count;
  try {
    count = await suites[name]();
    if (count.passed + count.failed === 0) throw new Error("no test ran");
  } catch (error) {
    console.log(`${name}: ${error.message}`);
    count = { passed: 0, failed: 1 };
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  table.push(`${name.padEnd(11)} ${String(count.passed).padStart(6)} passed ${String(count.failed).padStart(4)} failed ${String(seconds).padStart(5)} s`);
  total.passed += count.passed;
  total.failed += count.failed;
}
console.log(`\n${table.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
