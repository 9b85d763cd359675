// Runs the browser tests and says how many passed: `node tests/browser/run.mjs [name …]`. They need what `make build` leaves.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word))).sort();

// Three at a time on two cores: while one page waits for its next frame, the others work; two leave a third of the
// machine idle. But what is held against a clock has the machine to itself.
const alone = files.filter((name) => name.startsWith("killed"));
const together = files.filter((name) => !alone.includes(name));

// Gives what node says of the tests, and its exit code.
async function runTests(names, atOnce) {
  if (names.length === 0) return { said: "", code: 0 };
  // A file that has not ended after 20 minutes does not end: it has failed.
  const words = ["--test", `--test-concurrency=${atOnce}`, "--test-timeout=1200000", "--test-reporter=tap"];
  const child = spawn(process.execPath, [...words, ...names.map((name) => join(folder, name))], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (text) => { said += text; });
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { said, code };
}

// " (12 s)" behind a test that took more than five.
function slowness(lines, place) {
  const [, time] = /duration_ms: ([\d.]+)/.exec(lines.slice(place + 1, place + 4).join(" ")) ?? [];
  return time > 5000 ? ` (${Math.round(time / 1000)} s)` : "";
}

// A value of a failure, with all of its lines when it has several ("error: |-").
function whole(lines, place) {
  const depth = lines[place].search(/\S/);
  const next = lines.findIndex((line, at) => at > place && line.trim() !== "" && line.search(/\S/) <= depth);
  return lines.slice(place, /[|>]-?$/.test(lines[place]) ? next : place + 1).join("\n");
}

let passed = 0;
let failed = 0;
for (const { said, code } of [await runTests(together, 3), await runTests(alone, 1)]) {
  const lines = said.split("\n");
  for (const [place, line] of lines.entries()) {
    if (/^# stray request: /.test(line) || /^\s*not ok /.test(line)) console.log(line);
    else if (/^\s+(error|message|expected|actual|at): /.test(line)) console.log(whole(lines, place));
    else if (/^(?: {4})?ok \d+ - (?!.*\.mjs)/.test(line)) console.log(line.trim() + slowness(lines, place));
  }
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(said)?.[1] ?? 0);
  const counted = number("fail") + number("cancelled");
  passed += number("pass");
  failed += counted === 0 && code !== 0 ? 1 : counted;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
