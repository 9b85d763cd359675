// A real screen reader: Orca on a screen without a monitor, with a message bus and a window manager of its own, for the
// Firefox that is started on that screen. Speaks to nobody: each utterance is read out of Orca's own record.
//
// Keys are pressed in the window system, where Orca gets them before the browser. Does not open a page and holds no test.
import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder, startScreen, until } from "../browser/driven.mjs";

const millisecondsToBegin = 3000; // until the first word, on a busy machine
const millisecondsToStart = 60_000;

// Run by Orca itself: each line of the record is written at once, keys are not echoed, a page is not read out by itself,
// and no server of speech is looked for.
const settingsOfOrca = `import orca.debug
import orca.settings

orca.debug.debugFile.reconfigure(line_buffering=True)
orca.settings.enableKeyEcho = False
orca.settings.enableSound = False
orca.settings.enableBraille = False
orca.settings.sayAllOnLoad = False
orca.settings.speechServerFactory = "none"
orca.settings.speechFactoryModules = []
`;

// A window manager's own keys would be taken before Orca's.
const settingsOfWindows = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><desktops><number>1</number></desktops><keyboard/></openbox_config>
`;

// One utterance: the words in quotes, which go on over lines that are indented, and how they are to be spoken behind them.
const utterance = /SPEECH OUTPUT: '([^\n]*(?:\n {18}[^\n]*)*)/g;
const manner = /'(?: voice=\w+)?(?:\{.*\}|\[.*\])?$/;

/** The utterances in a piece of Orca's record, each on one line. */
export const utterancesIn = (record) => [...record.matchAll(utterance)]
  .map(([, words]) => words.replace(manner, "").replace(/\s*\n\s+/g, " ").trim()).filter(Boolean);

/** The versions that what is heard depends on. */
export function versions() {
  const numberOf = (program) => /\d+(?:\.\d+)+/.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))?.[0] ?? "";
  return { orca: numberOf("orca"), firefox: numberOf("firefox-esr") };
}

/**
 * Starts it. `screen` is what startFirefox() takes, with `preferences` for it; press(…keys) presses keys one after the
 * other, by their names in X ("Tab", "ctrl+Home"); type(text) types; heard() gives what was spoken since it was asked last;
 * close() ends all of it.
 */
export async function startScreenReader() {
  const folder = newFolder();
  const started = [];
  const log = openSync(join(folder, "log"), "a");
  const start = (program, words, env, out = log) => {
    const child = spawn(program, words, { env, stdio: ["ignore", out, log] });
    child.on("error", () => {}); // what is missing is found below, by what does not come
    started.push(child);
    return child;
  };
  const end = () => {
    for (const child of started.reverse()) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };

  const { name, close: closeScreen } = await startScreen();
  const runtime = join(folder, "run");
  mkdirSync(runtime, { mode: 0o700 });
  const env = {
    ...process.env, DISPLAY: name, XDG_RUNTIME_DIR: runtime, XDG_CONFIG_HOME: join(folder, "config"), XDG_DATA_HOME: join(folder, "data"),
    GSETTINGS_BACKEND: "memory", GNOME_ACCESSIBILITY: "1", GTK_MODULES: "gail:atk-bridge", LANG: "C.UTF-8",
  };
  const record = join(folder, "orca.record");
  // What has come to the record since it was read last, without a line that is not whole.
  let place = 0;
  const more = () => {
    if (!existsSync(record)) return "";
    const [file, size] = [openSync(record, "r"), statSync(record).size];
    const bytes = Buffer.alloc(size - place);
    readSync(file, bytes, 0, bytes.length, place);
    closeSync(file);
    const lines = bytes.subarray(0, bytes.lastIndexOf(10) + 1);
    place += lines.length;
    return lines.toString();
  };
  try {
    // The tree of what is on the screen comes onto this bus by itself, once somebody asks for it.
    const bus = start("dbus-daemon", ["--session", "--nofork", "--print-address=1"], env, "pipe");
    let address = "";
    bus.stdout.on("data", (text) => { address += text; });
    env.DBUS_SESSION_BUS_ADDRESS = await until(() => /^(\S+)\n/.exec(address)?.[1], "the message bus (`make setup` installs dbus-daemon)");
    writeFileSync(join(folder, "windows.xml"), settingsOfWindows);
    start("openbox", ["--config-file", join(folder, "windows.xml")], env);
    mkdirSync(join(folder, "orca"));
    writeFileSync(join(folder, "orca/orca-customizations.py"), settingsOfOrca);
    // Orca does not start where it finds another one, whosever it is: it finds none, since here it has a screen to itself.
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin/pgrep"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    start("orca", ["--user-prefs", join(folder, "orca"), "--debug", "--debug-file", record], { ...env, PATH: `${join(folder, "bin")}:${env.PATH}` });
    let begun = "";
    await until(() => (begun += more()).includes("Screen reader on"), "Orca (`make setup` installs it)", { timeout: millisecondsToStart });
  } catch (error) {
    end();
    closeScreen();
    throw error;
  }

  const xdotool = (...words) => execFileSync("xdotool", words, { env });
  return {
    screen: { name, env },
    preferences: { "accessibility.force_disabled": -1, "browser.aboutwelcome.enabled": false },
    press(...keys) {
      for (const key of keys) xdotool("key", "--clearmodifiers", key);
    },
    type(text) { xdotool("type", "--delay", "60", text); },
    /** `quiet`: after how many milliseconds of silence it has said everything; `begins`: how many to wait for its first word. */
    async heard({ quiet, begins = Math.max(quiet, millisecondsToBegin) }) {
      let [text, lines, since] = ["", [], Date.now()];
      await until(() => {
        const come = more();
        if (come !== "") {
          text += come;
          const now = utterancesIn(text);
          if (now.length !== lines.length) since = Date.now();
          lines = now;
        }
        return Date.now() - since >= (lines.length === 0 ? begins : quiet);
      }, "an end of what Orca says", { timeout: 60_000, every: 50 });
      return lines;
    },
    close() {
      end();
      closeScreen();
    },
  };
}
