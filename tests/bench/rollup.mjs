// What the roll-up takes, beside DuckDB on the same packets: a part of `make bench`, or by itself
// `node tests/bench/rollup.mjs [--packets 100000] [--runs 1] [--command build/native/telework] [--million]`.
//
//   against DuckDB   the whole report for OHRM as JSON, every figure worked out again, and DuckDB with the stored ones: the
//                    time of each run in turn, the peak of memory, and how many cores it kept busy
//   two threads      one process with two threads beside two processes with a half of the file each
//   a million        the peak of memory for 1,000,000 packets that come by a pipe; only where it is asked for
//
// The packets are those of `telework sample`, kept in build/bench until the command is a newer one. DuckDB is installed
// from the lock beside this file where it is missing. Prints medians and ratios; judges nothing. Does not measure the
// roll-up in the browser: rollup_browser.mjs does.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtCommand, here, inTurn, line, measured, packetsIn, reportOn, sampleOf, threads, today, wantedOf }
  from "./measuring.mjs";

const year = "2026";

const mebibytes = (kibibytes) => `${(kibibytes / 1024).toFixed(0)} MiB`;
const cores = ({ processor, seconds }) => (processor / seconds).toFixed(2);

function installDuckdb() {
  if (existsSync(join(here, "node_modules/@duckdb/node-api"))) return;
  console.log("Installing the npm package of tests/bench/package-lock.json");
  execFileSync("npm", ["ci", "--silent"], { cwd: here, stdio: "inherit" });
}

async function againstDuckdb({ command, runs }, file, packets) {
  const [ours, theirs] = await inTurn(runs, () => measured(command, reportOn(file)),
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
export async function rollup({ packets = 100_000, runs = 1, command = builtCommand, million = false } = {}) {
  installDuckdb();
  const by = { command, runs };
  const file = packetsIn(command, packets);
  await againstDuckdb(by, file, packets);
  await threadsAndProcesses(by, file);
  if (million) await memoryOfAMillion(by);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await rollup(wantedOf(process.argv.slice(2)));
