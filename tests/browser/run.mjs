// Runs the browser tests and says how many passed: `node tests/browser/run.mjs [name …]`. They need what `make build` leaves.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word))).sort();

// Two at a time: while one page waits for its next frame, the other one works.
const words = ["--test", "--test-concurrency=2", "--test-reporter=tap"];
const child = spawn(process.execPath, [...words, ...files.map((name) => join(folder, name))], { stdio: ["ignore", "pipe", "inherit"] });
let said = "";
child.stdout.setEncoding("utf8");
child.stdout.on("data", (text) => { said += text; });
child.on("close", (code) => {
  for (const line of said.split("\n")) {
    if (/^# stray request: /.test(line) || /^\s*not ok /.test(line) || /^\s+(error|message|expected|actual|at): /.test(line)) console.log(line);
    else if (/^(?: {4})?ok \d+ - (?!.*\.mjs)/.test(line)) console.log(line.trim());
  }
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(said)?.[1] ?? 0);
  const failed = number("fail") + number("cancelled");
  console.log(`${number("pass")} passed, ${failed === 0 && code !== 0 ? 1 : failed} failed`);
  process.exit(code);
});
