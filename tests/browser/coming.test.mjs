// Whatever keeps the form from coming alive says so on the page within five seconds, with its cause and what the web team
// can do: files that are missing, late, changed or something else, policies of the site, and browsers that lack something.
//
// Does not test what is said once the form is there (keeping_troubles.test.mjs, single.test.mjs).
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { singlePage } from "../../web/site/single.mjs";
import { startServer } from "../../web/site/serve.mjs";
import { until } from "./driven.mjs";
import { watchedContext } from "./requests.mjs";
import { siteFolder, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const seconds = 5000;

const is = (name) => (url) => new RegExp(name).test(url.pathname);
const script = (body, contentType = "text/javascript") => ({ body, contentType });
const signIn = script("<!doctype html><title>Sign in</title>", "text/html");
const never = () => new Promise(() => {});

// Runs in the page, first of all: takes down the longest wait of the page's own that has run out, in milliseconds. How long
// the machine takes for the rest is not the page's.
function noteWaits() {
  let longest = 0;
  const ranOut = (delay) => {
    longest = Math.max(longest, delay);
    document.documentElement.dataset.waited = longest;
  };
  const { setTimeout: set } = window;
  window.setTimeout = (act, delay = 0, ...values) => set(() => {
    ranOut(delay);
    act(...values);
  }, delay);
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (delay) => {
    const signal = timeout.call(AbortSignal, delay);
    signal.addEventListener("abort", () => ranOut(delay));
    return signal;
  };
}

// Opens a page of the site that meet(page) has spoiled; it says these words in place of the form, or while it waits.
async function checkSaid(meet, words, { address = at.site.address, file = "" } = {}) {
  const context = await watchedContext(at.browser, [address], { serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(noteWaits);
  await meet(page);
  await page.goto(`${address}${file}`, { waitUntil: "commit" });
  let said = "";
  const isSaid = async () => {
    said = (await page.locator("main.failure, .loading").allInnerTexts()).join("\n");
    return words.test(said);
  };
  await until(isSaid, String(words)).catch(({ message }) => assert.fail(`${message}: ${said}`));
  const waited = Number(await page.locator("html").getAttribute("data-waited"));
  await context.close();
  assert.ok(waited <= seconds, `the page waited for ${waited} ms`);
}

const routed = (name, answer) => (page) => page.route(is(name), (route) => answer === "abort" ? route.abort() : route.fulfill(answer));
// The page names no digests, as one that was changed on the way.
const undigested = (page) => page.route(is("/$"), async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: (await response.text()).replace(/ integrity="[^"]*"/g, "") });
});
const without = (name) => (page) => page.addInitScript((gone) => { delete window[gone]; }, name);

const spoiled = {
  "scripts that come as plain text": [
    async (page) => page.route(is("\\.mjs$"), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
    }), /mjs came as text\/plain.*web team.*\.mjs with the media type text\/javascript/s],
  "a script that is missing": [routed("/app\\.mjs", { status: 404, body: "" }), /app\.mjs could not be loaded \(404.*For the web team: .*incomplete/s],
  "the small script before it that is missing": [routed("/early\\.mjs", { status: 404, body: "" }), /early\.mjs could not be loaded \(404/],
  "a part of a script that is missing": [routed("/chunk-\\w+\\.mjs", { status: 404, body: "" }), /mjs could not be loaded \(404/],
  "a page to sign in at, in place of a script": [routed("/app\\.mjs", signIn), /A web page came instead of app\.mjs.*sign in.*Anyone who may.*every file/s],
  "a page to sign in at, in place of everything": [
    (page) => page.route(({ pathname }) => pathname !== "/", (route) => route.fulfill(signIn)), /A web page came instead of \S+\.mjs/],
  "a script of another version": [routed("/app\\.mjs", script("export {};")), /app\.mjs is not the file that belongs to this page.*different versions/s],
  "a script that a browser does not understand": [
    async (page) => { await undigested(page); await routed("/app\\.mjs", script("class { new syntax }"))(page); },
    /This browser does not understand app\.mjs.*Chrome or Edge from/s],
  "a script that stops at once": [
    async (page) => { await undigested(page); await routed("/app\\.mjs", script("throw new Error('this is why')"))(page); }, /this is why/],
  "a module that is missing": [routed("/telework\\.wasm", { status: 404, body: "" }), /telework\.wasm could not be loaded \(404.*For the web team: .*incomplete/s],
  "a web page in place of a module": [routed("/telework\\.wasm", signIn), /A web page came instead of \S+telework\.wasm/],
  "a module that is stopped on its way": [routed("/telework\\.wasm", "abort"), /telework\.wasm could not be loaded .*network or a policy/s],
  "tables that are missing": [routed("/rates/current\\.txt", { status: 404, body: "" }), /current\.txt could not be loaded \(404/],
  "a browser without ResizeObserver": [without("ResizeObserver"), /This browser has no ResizeObserver.*Chrome, Edge, Firefox or Safari/s],
  "a module that does not come": [(page) => page.route(is("/telework\\.wasm"), never), /still loading: telework\.wasm has not loaded yet/],
};

test("whatever keeps the form from coming is said within five seconds, with its cause", async (now) => {
  await Promise.all(Object.entries(spoiled).map(([what, [meet, words]]) => now.test(what, async () => {
    await checkSaid(meet, words);
  })));
});

test("in a frame of somebody else's page too, and nothing is kept where the frame's own script is missing", async () => {
  const missing = routed("/embedding\\.mjs", { status: 404, body: "" });
  await checkSaid(missing, /embedding\.mjs could not be loaded \(404/, { file: "embed.html" });
});

for (const [policy, words] of [
  ["trusted-types default dompurify; require-trusted-types-for 'script'", /security policy of this site.*trusted-types.*has to allow/s],
  ["connect-src 'none'", /could not be loaded .*policy/s],
]) {
  test(`a policy of the site, ${policy}, is named as the cause`, async () => {
    const strict = await startServer(siteFolder, { contentSecurityPolicy: policy });
    await checkSaid(() => {}, words, { address: strict.address });
    await strict.close();
  });
}

test("where a policy lets no script run at all, the page says so by itself", async () => {
  const strict = await startServer(siteFolder, { contentSecurityPolicy: "script-src 'none'" });
  const page = await (await watchedContext(at.browser, [strict.address], { serviceWorkers: "block" })).newPage();
  await page.goto(strict.address);
  // By the clock of the words' own animation, begun anew: the page may have been there for longer.
  const [early, late] = await page.locator(".stalled").evaluate((words) => {
    words.style.animationName = "none";
    words.getAnimations(); // So that the browser sees it gone.
    words.style.animationName = "";
    const [animation] = words.getAnimations();
    return [4000, 5000].map((time) => {
      animation.currentTime = time;
      return parseFloat(getComputedStyle(words).fontSize);
    });
  });
  assert.equal(early, 0, "not while it may still come");
  assert.ok(late > 10, "the words");
  await until(async () => /blocks its scripts\. Tell the web team/.test(await page.locator(".loading").innerText()), "the words");
  await page.context().close();
  await strict.close();
});

test("the single file says which means of the browser it lacks", async () => {
  const folder = await mkdtemp(join(tmpdir(), "telework-coming-"));
  const single = pathToFileURL(join(folder, "telework.html")).href;
  await writeFile(fileURLToPath(single), await singlePage(siteFolder));
  for (const name of ["DecompressionStream", "ResizeObserver"]) {
    await checkSaid(without(name), new RegExp(`This browser has no ${name}`), { address: single });
  }
  await rm(folder, { recursive: true, force: true });
});
