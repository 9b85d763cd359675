// The browser really killed, 50 times, at a random moment of typing: never is more than a second lost, and never is the
// store damaged. Each round is a browser of its own; half of them follow each other on one profile and half, at the same
// time, on another. SIGKILL goes to all processes of a browser at once.
//
// The moments come from a seed, which a failure names: SEED=123 node tests/browser/run.mjs killed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startServer } from "../../web/site/serve.mjs";
import { watchContext } from "./requests.mjs";
import { chromiumPath, element, quiet, siteFolder } from "./support.mjs";

const { chromium } = createRequire(new URL("../../web/package.json", import.meta.url))("playwright-core");
const rounds = 25; // on each profile
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
let site;
before(async () => { site = await startServer(siteFolder); });
after(() => site.close());

// From 0 to below 1, the same for the same seed (mulberry32).
function randomFrom(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// A browser in a process group of its own.
async function startBrowser(profile) {
  const browser = spawn(chromiumPath(), [...quiet, "--headless=new", "--disable-gpu", "--remote-debugging-port=0",
    "--no-default-browser-check", `--user-data-dir=${profile}`, "about:blank"], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  const address = await new Promise((resolve, reject) => {
    browser.stderr.on("data", (text) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    browser.on("exit", () => reject(new Error(`The browser ended by itself: ${said}`)));
  });
  const ended = new Promise((resolve) => browser.on("exit", resolve));
  const connection = await chromium.connectOverCDP(address);
  const [context] = connection.contexts();
  await watchContext(context, [site.address]);
  return {
    context,
    async kill() {
      process.kill(-browser.pid, "SIGKILL");
      await ended;
      await connection.close().catch(() => {});
    },
  };
}

// All that the store holds reads as what it is.
const faults = () => new Promise((done) => {
  const request = indexedDB.open("telework-packets");
  request.onerror = () => done([`it does not open: ${request.error}`]);
  request.onsuccess = () => {
    const names = ["packets", "states", "aside"];
    const transaction = request.result.transaction(names);
    const [packets, states, aside] = names.map((name) => transaction.objectStore(name).getAll());
    transaction.oncomplete = () => {
      const found = aside.result.map(() => "something was set aside");
      for (const { id, revision, changedAt } of packets.result) {
        const state = states.result.find((one) => one.id === id && one.revision === revision);
        if (!state || state.changedAt !== changedAt) found.push(`${id} has no state of its own`);
        else if (JSON.parse(state.packet).id !== id) found.push(`${id} holds another packet`);
      }
      request.result.close();
      done(found);
    };
  };
});

// The text in the notes, once it is restored; the first round goes there itself.
async function restoredText(page, round) {
  if (round === 0) {
    await element(page, "step:check").evaluate((link) => link.click());
    return "";
  }
  const notice = element(page, "main.notice");
  await notice.waitFor({ timeout: 10_000 });
  assert.match(await notice.textContent(), /is open\. We restored it as of/);
  return element(page, "notes").inputValue();
}

// Types at the end of the notes for some time; gives [when, text] of each key.
async function typeOn(page, text, milliseconds, random) {
  await element(page, "notes").focus();
  await page.keyboard.press("Control+End");
  const typed = [[Date.now(), text]];
  for (const until = Date.now() + milliseconds; Date.now() < until;) {
    const letter = "abcdefghij "[Math.floor(random() * 11)];
    await page.keyboard.press(letter === " " ? "Space" : letter);
    typed.push([Date.now(), typed.at(-1)[1] + letter]);
    await page.waitForTimeout(random() * 60); // Time: the pace of the keys.
  }
  return typed;
}

// What is there again holds all that was typed a second before the browser was killed, and nothing that never was.
function holdAgainst(text, typed, killedAt) {
  const due = typed.filter(([when]) => when <= killedAt - 1000).at(-1)?.[1] ?? "";
  const all = typed.at(-1)?.[1] ?? "";
  assert.ok(text.startsWith(due), `${JSON.stringify(text)} lacks what was typed a second before: ${JSON.stringify(due)}`);
  assert.ok(all.startsWith(text), `${JSON.stringify(text)} was never typed, but ${JSON.stringify(all)}`);
}

describe("killed while typing", { concurrency: 2 }, () => {
  for (const side of [0, 1]) {
    test(`${rounds} times, never more than a second is lost (${side + 1} of 2)`, { timeout: 600_000 }, async (now) => {
      const profile = await mkdtemp(join(tmpdir(), "telework-killed-"));
      now.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
      const random = randomFrom(seed + side);
      let typed = []; // in the round before
      let killedAt = 0;
      for (let round = 0; round <= rounds; ++round) {
        const browser = await startBrowser(profile);
        try {
          const page = await browser.context.newPage();
          await page.addInitScript(() => localStorage.setItem("telework.view", "page"));
          await page.goto(site.address);
          await page.waitForSelector(".ftt[data-live]");
          const text = await restoredText(page, round);
          holdAgainst(text, typed, killedAt);
          assert.deepEqual(await page.evaluate(faults), []);
          if (round < rounds) typed = await typeOn(page, text, round === 0 ? 2000 : 100 + random() * 1800, random);
          killedAt = Date.now();
        } catch (error) {
          error.message = `round ${round} with SEED=${seed}: ${error.message}`;
          throw error;
        } finally {
          await browser.kill();
        }
      }
    });
  }
});
