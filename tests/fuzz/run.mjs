// Runs each fuzzer of a build folder for some seconds, two at a time, beginning from its seeds and its dictionary:
//
//   node tests/fuzz/run.mjs BUILD_FOLDER SECONDS [--anew] [NAME ...]
//
// What it finds on the way is kept in BUILD_FOLDER/corpus and begun from the next time; --anew begins from the seeds
// alone, with the same chances each time. A crash leaves its input there; add it to the seeds as found_NAME when it is
// mended. Says the executions and the edges reached of each; the last line is `N passed, N failed`.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const [folder, seconds, ...words] = process.argv.slice(2);
const isAnew = words.includes("--anew");
const names = words.filter((word) => word !== "--anew");
const programs = folder ? resolve(folder, "tests/fuzz") : "";
const fuzzers = existsSync(programs)
  ? readdirSync(programs).map((name) => /^fuzz_(\w+)$/.exec(name)?.[1]).filter((name) => name && (names.length === 0 || names.includes(name)))
  : [];
if (!(Number(seconds) > 0) || fuzzers.length === 0) {
  console.error("usage: node tests/fuzz/run.mjs BUILD_FOLDER SECONDS [--anew] [NAME ...]; the folder has to hold fuzzers.");
  process.exit(2);
}

function run(name) {
  const seeds = readFileSync(join(programs, `fuzz_${name}.seeds`), "utf8");
  const corpus = join(folder, "corpus", name);
  if (isAnew) rmSync(corpus, { recursive: true, force: true });
  mkdirSync(corpus, { recursive: true });
  const dictionary = `${seeds}.dict`;
  const options = [`-max_total_time=${seconds}`, "-timeout=25", "-rss_limit_mb=2048", "-print_final_stats=1", `-artifact_prefix=${corpus}-`];
  if (isAnew) options.push("-seed=1");
  if (existsSync(dictionary)) options.push(`-dict=${dictionary}`);
  return new Promise((done) => {
    const child = spawn(join(programs, `fuzz_${name}`), [...options, corpus, seeds], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text) => (said += text));
    child.on("error", ({ message }) => done({ name, isGood: false, said: message }));
    child.on("close", (code) => done({ name, isGood: code === 0, said }));
  });
}

let failed = 0;
function tell({ name, isGood, said }) {
  const executions = Number(/stat::number_of_executed_units:\s*(\d+)/.exec(said)?.[1] ?? 0);
  const edges = Number([...said.matchAll(/\bcov: (\d+)/g)].at(-1)?.[1] ?? 0);
  if (isGood && executions > 0 && edges > 0) {
    console.log(`${name.padEnd(12)} ${String(executions).padStart(9)} executions ${String(edges).padStart(6)} edges`);
  } else {
    failed += 1;
    console.log(`${name} failed:\n${said.slice(-8000)}`);
  }
}

const waiting = [...fuzzers];
async function work() {
  while (waiting.length > 0) tell(await run(waiting.shift()));
}
await Promise.all([work(), work()]);
console.log(`${fuzzers.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
