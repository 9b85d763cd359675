// What the roll-up takes, beside DuckDB on the same packets: a part of `make bench`, or by itself
// `node tests/bench/rollup.mjs [--packets 100000] [--runs 1] [--command build/native/telework] [--million]`.
//
//   against DuckDB   the whole report for OHRM as JSON, every figure worked out again, and DuckDB with the stored ones: the
//                    time of each run in turn, the peak of memory, and how many cores it kept busy
//   two threads      one process with two threads beside two processes with a half of the file each
//   a million        the peak of memory for 1,000,000 packets that come by a pipe; only where it is asked for
//
// The packets are those of `telework sample`, kept in build/bench until the command is a newer one. DuckDB is installed from the lock beside this
// file where it is missing. Prints medians and ratios; judges nothing. Does not measure the roll-up in the browser, to which
// there is no door yet.
import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL("./", import.meta.url));
const top = join(here, "../..");
const today = "2026-09-30";
const year = "2026";
const seed = "6040";

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const line = (name, ...values) => console.log(name.padEnd(34), ...values);
const mebibytes = (kibibytes) => `${(kibibytes / 1024).toFixed(0)} MiB`;
const cores = ({ processor, seconds }) => (processor / seconds).toFixed(2);

// Runs a command to its end; gives the seconds, the peak of memory and the processor seconds. Takes: what it reads, if any.
function measured(command, words, input = "ignore") {
  const child = spawn("python3", [join(here, "measured.py"), command, ...words], { stdio: [input, "pipe", "inherit"] });
  return new Promise((done, fail) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => { said += text; });
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done(JSON.parse(said)) : fail(new Error(`${command} ${words[0]} ended with ${code}.`))));
  });
}

// One after the other in turn, so that what else the machine does meets each alike; of each the run of the median time.
async function inTurn(runs, ...contenders) {
  const taken = contenders.map(() => []);
  for (let run = 0; run < runs; ++run) {
    for (const [i, contend] of contenders.entries()) taken[i].push(await contend());
  }
  return taken.map((all) => all.find(({ seconds }) => seconds === median(all.map((one) => one.seconds))));
}

function packetsIn(command, packets) {
  const folder = join(top, "build/bench");
  const path = join(folder, `packets-${packets}.ndjson`);
  if (existsSync(path) && statSync(path).mtimeMs > statSync(command).mtimeMs) return path;
  mkdirSync(folder, { recursive: true });
  const file = openSync(`${path}.part`, "w");
  execFileSync(command, sampleOf(packets), { stdio: ["ignore", file, "inherit"] });
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}
const sampleOf = (packets) => ["sample", "--packets", `${packets}`, "--seed", seed, "--today", today];

function installDuckdb() {
  if (existsSync(join(here, "node_modules/@duckdb/node-api"))) return;
  console.log("Installing the npm package of tests/bench/package-lock.json");
  execFileSync("npm", ["ci", "--silent"], { cwd: here, stdio: "inherit" });
}

async function againstDuckdb({ command, runs }, file, packets) {
  const threads = Math.min(2, availableParallelism());
  const rollup = ["rollup", file, "--today", today, "--jobs", `${threads}`, "--edition", "ohrm", "--format", "json"];
  const [ours, theirs] = await inTurn(runs, () => measured(command, rollup),
    () => measured(process.execPath, [join(here, "duckdb.mjs"), file, `${threads}`, year]));
  line(`roll-up of ${packets.toLocaleString("en-US")} packets`,
    `${ours.seconds.toFixed(1)} s, DuckDB ${theirs.seconds.toFixed(1)} s: ${(ours.seconds / theirs.seconds).toFixed(2)} times`);
  line("  peak of memory", `${mebibytes(ours.peak)}, DuckDB ${mebibytes(theirs.peak)}`);
  line("  cores kept busy", `${cores(ours)} of ${threads}, DuckDB ${cores(theirs)}`);
}

async function threadsAndProcesses({ command, runs }, file) {
  const partial = (...words) => measured(command, ["rollup", file, "--today", today, "--partial", ...words]);
  const middle = Math.floor(statSync(file).size / 2);
  const sideBySide = async () => {
    const halves = await Promise.all([`0:${middle}`, `${middle}:${statSync(file).size}`].map((range) => partial("--jobs", "1", "--bytes", range)));
    return { seconds: Math.max(...halves.map(({ seconds }) => seconds)) };
  };
  const [threads, processes] = await inTurn(runs, () => partial("--jobs", "2"), sideBySide);
  line("  two threads, a partial", `${threads.seconds.toFixed(1)} s, two processes ${processes.seconds.toFixed(1)} s: ${(100 * processes.seconds / threads.seconds).toFixed(0)}% of their speed`);
}

async function memoryOfAMillion({ command }) {
  const packets = 1_000_000;
  const source = spawn(command, sampleOf(packets), { stdio: ["ignore", "pipe", "inherit"] });
  const { peak, seconds } = await measured(command, ["rollup", "-", "--today", today, "--partial"], source.stdout);
  line("peak of memory, a million packets", `${mebibytes(peak)}, as a partial with its facts spilled; ${(seconds / 60).toFixed(0)} minutes with their making`);
}

/**
 * @param {{packets?: number, runs?: number, command?: string, million?: boolean}} wanted
 */
export async function rollup({ packets = 100_000, runs = 1, command = join(top, "build/native/telework"), million = false } = {}) {
  installDuckdb();
  const by = { command, runs };
  const file = packetsIn(command, packets);
  await againstDuckdb(by, file, packets);
  await threadsAndProcesses(by, file);
  if (million) await memoryOfAMillion(by);
}

/**
 * What the words of a command line ask for; ends the program where they cannot be read.
 * @param {string[]} words
 */
export function wantedOf(words) {
  const refuse = (message) => {
    console.error(`${message}\nOptions: --packets N, --runs N, --command PATH, --million.`);
    return process.exit(2);
  };
  const parsed = () => {
    try {
      const text = { type: "string" };
      return parseArgs({ args: words, options: { packets: text, runs: text, command: text, million: { type: "boolean" } } }).values;
    } catch (error) {
      return refuse(error.message);
    }
  };
  const values = parsed();
  const number = (name) => {
    if (values[name] === undefined) return undefined;
    return /^[1-9]\d{0,8}$/.test(values[name]) ? Number(values[name]) : refuse(`--${name}: ${values[name]} is no whole number above 0.`);
  };
  const command = values.command && resolve(values.command);
  if (command && !existsSync(command)) refuse(`--command: there is no ${command}.`);
  return { packets: number("packets"), runs: number("runs"), command, million: values.million };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await rollup(wantedOf(process.argv.slice(2)));
