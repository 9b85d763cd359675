// A real screen reader: Orca on a screen without a monitor, with a message bus and a window manager of its own, for the
// Firefox that is started on that screen. Speaks to nobody: Orca itself gives away what it says (orca_customizations.py).
//
// Keys are pressed in the window system, where Orca gets them before the browser. That all is said of them is known by what
// Orca and the page have done, and not by the clock, however busy the machine is: a sign goes the way that everything of
// the page goes to Orca, behind it. Does not open a page and holds no test.
import { execFile, execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { newFolder, startScreen, until } from "../browser/driven.mjs";
import { rested } from "../browser/support.mjs";

const longestPause = 1000; // milliseconds that the page waits at most before it says something by itself

// A window manager's own keys would be taken before Orca's.
const settingsOfWindows = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><desktops><number>1</number></desktops><keyboard/></openbox_config>
`;

/** The versions that what is heard depends on. */
export function versions() {
  const numberOf = (program) => /\d+(?:\.\d+)+/.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))?.[0] ?? "";
  return { orca: numberOf("orca"), firefox: numberOf("firefox-esr") };
}

// Runs in the page: the sign, which Firefox sends on behind all that it had to tell of the frames before, and which changes
// nothing that is said.
function giveSign() {
  const required = "aria-required";
  document.body.setAttribute(required, String(document.body.getAttribute(required) !== "true"));
}

// What Orca gives away, as it comes.
class Told {
  #lines = [];

  constructor(stream) {
    createInterface({ input: stream }).on("line", (line) => { this.#lines.push(JSON.parse(line)); });
  }

  // Takes out the lines that have a member of this name; gives them.
  take(name) {
    const taken = this.#lines.filter((line) => name in line);
    this.#lines = this.#lines.filter((line) => !(name in line));
    return taken;
  }

  spoken() { return this.take("spoken").map(({ spoken }) => spoken.replace(/\s*\n\s*/g, " ").trim()).filter(Boolean); }
}

/**
 * Starts it. `screen` is what startFirefox() takes, with `preferences` for it. press(key), by its name in X ("Tab",
 * "ctrl+Home"), and type(text) end when Orca has had all of it. rested(page) ends when the page means to do nothing more and
 * a sign has come through it to Orca without anything to do for Orca on the way; it gives `typing`, whether Orca leaves the
 * keys to the page, and `places`, how often the place at which it reads has changed. spoken() gives what was spoken since it
 * was asked last. close() ends all of it.
 */
export async function startScreenReader() {
  const folder = newFolder();
  const started = [];
  const log = openSync(join(folder, "log"), "a");
  const start = (program, words, env, out = log, ...more) => {
    const child = spawn(program, words, { env, stdio: ["ignore", out, log, ...more] });
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
  let [orca, told] = [];
  try {
    // The tree of what is on the screen comes onto this bus by itself, once somebody asks for it.
    const bus = start("dbus-daemon", ["--session", "--nofork", "--print-address=1", `--address=unix:path=${join(folder, "bus")}`], env, "pipe");
    let address = "";
    bus.stdout.on("data", (text) => { address += text; });
    env.DBUS_SESSION_BUS_ADDRESS = await until(() => /^(\S+)\n/.exec(address)?.[1], "the message bus (`make setup` installs dbus-daemon)");
    writeFileSync(join(folder, "windows.xml"), settingsOfWindows);
    start("openbox", ["--config-file", join(folder, "windows.xml")], env);
    mkdirSync(join(folder, "orca"));
    copyFileSync(fileURLToPath(new URL("orca_customizations.py", import.meta.url)), join(folder, "orca/orca-customizations.py"));
    // Orca does not start where it finds another one, whosever it is: it finds none, since here it has a screen to itself.
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin/pgrep"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    orca = start("orca", ["--user-prefs", join(folder, "orca")], { ...env, PATH: `${join(folder, "bin")}:${env.PATH}` }, log, "pipe");
    told = new Told(orca.stdio[3]);
    await until(() => told.spoken().includes("Screen reader on."), "Orca (`make setup` installs it)");
  } catch (error) {
    end();
    closeScreen();
    throw error;
  }

  const xdotool = (...words) => promisify(execFile)("xdotool", words, { env });
  const untilTold = (ask, what) => until(() => {
    const { exitCode, signalCode } = orca;
    if (exitCode !== null || signalCode !== null) throw new Error(`Orca ended with ${exitCode ?? signalCode}, before ${what}`);
    for (const { fault } of told.take("fault")) throw new Error(fault);
    return ask();
  }, what, { every: 5 });
  // Until Orca has had so many keys, and those that are held with them are released. Firefox holds each key until Orca has
  // had it and then does with it what it does: whatever the page is asked for after that comes behind the key.
  const had = async (count, what) => {
    const held = new Set();
    let released = 0;
    await untilTold(() => {
      for (const { key, pressed, held: isHeld } of told.take("key")) {
        if (pressed) held.add(key);
        else held.delete(key);
        if (!pressed && !isHeld) released += 1;
      }
      return released >= count && held.size === 0;
    }, `Orca had ${what}`);
  };
  // The page's own rest takes some frames, with which what has changed goes on its way to Orca.
  const restAfterSign = async (page) => {
    await rested(page, longestPause);
    await page.evaluate(giveSign);
    return untilTold(() => told.take("rest")[0], "the sign came to Orca");
  };
  return {
    screen: { name, env },
    // Firefox says nothing between: neither asks whether the packet may stay nor shows what was saved. It remembers no page:
    // a link would be called visited or not by what another test had opened.
    preferences: {
      "accessibility.force_disabled": -1, "browser.aboutwelcome.enabled": false, "permissions.default.persistent-storage": 1,
      "browser.download.alwaysOpenPanel": false, "places.history.enabled": false,
    },
    async press(key) {
      const [last, ...held] = key.split("+").reverse();
      // Released in the order in which a person does it; the other way round Orca takes the last one for a key by itself.
      await xdotool(...held.flatMap((one) => ["keydown", one]), "key", last, ...held.flatMap((one) => ["keyup", one]));
      await had(1, key);
    },
    async type(text) {
      await xdotool("type", text);
      await had([...text].length, text);
    },
    rested(page) {
      return until(async () => {
        const rest = await restAfterSign(page);
        return rest.stirred ? undefined : rest;
      }, "Orca to come to rest", { every: 0 });
    },
    spoken: () => told.spoken(),
    close() {
      end();
      closeScreen();
    },
  };
}
