// What the measurements of `make bench` have in common: packets to read, the report as the command makes it, commands
// measured, contenders in turn, medians, and the words of a command line.
//
// Measures nothing by itself.
import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export const here = fileURLToPath(new URL("./", import.meta.url));
export const top = join(here, "../..");
export const builtCommand = join(top, "build/native/telework");
export const today = "2026-09-30"; // of the packets and of each report
const seed = "6040";

// As many as the page has workers at most.
export const threads = Math.min(2, availableParallelism());
/** The words by which the command makes the report for OHRM of what lies at the path. */
export const reportOn = (path) =>
  ["rollup", path, "--today", today, "--jobs", `${threads}`, "--edition", "ohrm", "--format", "json"];
/** The words by which it invents packets, one a line. */
export const sampleOf = (packets) => ["sample", "--packets", `${packets}`, "--seed", seed, "--today", today];

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const line = (name, ...values) => console.log(name.padEnd(34), ...values);

/** Runs a command to its end; gives the seconds, the peak of memory and the processor seconds. It reads the input, if any. */
export function measured(command, words, input = "ignore") {
  const child = spawn("python3", [join(here, "measured.py"), command, ...words], { stdio: [input, "pipe", "inherit"] });
  return new Promise((done, fail) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => { said += text; });
    child.on("error", fail);
    child.on("close", (code) => {
      if (code === 0) done(JSON.parse(said));
      else fail(new Error(`${command} ${words[0]} ended with ${code}.`));
    });
  });
}

/** One after another in turn, so that what else the machine does meets each alike; of each the run of the median time. */
export async function inTurn(runs, ...contenders) {
  const taken = contenders.map(() => []);
  for (let run = 0; run < runs; ++run) {
    for (const [i, contend] of contenders.entries()) taken[i].push(await contend());
  }
  return taken.map((all) => all.find(({ seconds }) => seconds === median(all.map((one) => one.seconds))));
}

/** The path of a file of that many packets, kept in build/bench until the command is a newer one. */
export function packetsIn(command, packets) {
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

const options = {
  packets: { type: "string", takes: "N" },
  runs: { type: "string", takes: "N" },
  command: { type: "string", takes: "PATH" },
  million: { type: "boolean", takes: "" },
};

/**
 * What the words of a command line ask for; ends the program where they cannot be read.
 * @param {string[]} words
 * @param {string[]} offered the names of the options that there are
 */
export function wantedOf(words, offered = Object.keys(options)) {
  const refuse = (message) => {
    console.error(`${message}\nOptions: ${offered.map((name) => `--${name} ${options[name].takes}`.trim()).join(", ")}.`);
    return process.exit(2);
  };
  const parsed = () => {
    try {
      return parseArgs({ args: words, options: Object.fromEntries(offered.map((name) => [name, options[name]])) }).values;
    } catch (error) {
      return refuse(error.message);
    }
  };
  const values = parsed();
  const number = (name) => {
    if (values[name] === undefined) return undefined;
    if (/^[1-9]\d{0,8}$/.test(values[name])) return Number(values[name]);
    return refuse(`--${name}: ${values[name]} is no whole number above 0.`);
  };
  const command = values.command && resolve(values.command);
  if (command && !existsSync(command)) refuse(`--command: there is no ${command}.`);
  return { packets: number("packets"), runs: number("runs"), command, million: values.million };
}
