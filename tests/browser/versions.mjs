// Copies of the site that change while a browser has it: another version, a file that is damaged, a network that sends
// something else. And what the browser then keeps.
//
// Does not hold a test.
import { createHash } from "node:crypto";
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach } from "node:test";
import { startServer } from "../../web/site/serve.mjs";
import { hasEverything, keepPrinted, launchBrowser, openWizard, siteFolder, untilSo } from "./support.mjs";

/** A server before another one. at.instead(name, response) may answer in its place, and gives true then. */
export async function startBefore(address, at) {
  const server = createServer((request, response) => {
    if (at.instead?.(request.url.slice(1), response)) return;
    const passed = ask(new URL(request.url, address), { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  });
  await new Promise((done) => { server.listen(0, "127.0.0.1", done); });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

/**
 * For a file of tests: a browser, and for each test a copy of the site of its own, served: at.browser, at.folder,
 * at.site. at.instead, where a test sets it, answers in place of the server. `first`: what is done with the browser before.
 */
export function useCopies(first = () => {}) {
  const at = {};
  let inner;
  before(async () => {
    at.browser = await launchBrowser();
    await first(at.browser);
  });
  after(() => at.browser.close());
  beforeEach(async () => {
    at.folder = await mkdtemp(join(tmpdir(), "telework-offline-"));
    // What a test changes here has no compressed copy.
    await cp(siteFolder, at.folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
    inner = await startServer(at.folder, { contentSecurityPolicy: true });
    at.site = await startBefore(inner.address, at);
    at.instead = undefined;
  });
  afterEach(async () => {
    await at.site.close();
    await inner.close();
    await rm(at.folder, { recursive: true, force: true });
  });
  return at;
}

/** The version that is in use, once the service worker answers for the page. */
export async function versionOf(page) {
  await untilSo(page, async () => navigator.serviceWorker.controller?.state === "activated" && Boolean(await caches.match("?in-use")));
  return page.evaluate(async () => (await caches.match("?in-use")).text());
}

/** A first visit, at the end of which everything is kept. */
export async function visit(at) {
  const page = await openWizard(at.browser, at.site.address, {
    context: { serviceWorkers: "allow" }, before: (p) => p.addInitScript(keepPrinted),
  });
  await hasEverything(page);
  await versionOf(page);
  return page;
}

/** Goes to the page anew, until it has everything. */
export async function reload(page) {
  await page.reload();
  await page.waitForSelector(".ftt[data-live]");
  await hasEverything(page);
}

/** Another version of the site in the folder: the style of its type says something more. Gives the version. */
export async function publish({ folder }, more, { damaged } = {}) {
  const digestOf = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  const [script, style] = ["service_worker.js", "fonts.css"].map((name) => join(folder, name));
  const before = digestOf(await readFile(style));
  await appendFile(style, more);
  const version = createHash("sha256").update(more).digest("hex").slice(0, 16);
  const text = await readFile(script, "utf8");
  await writeFile(script, text.replace(before, digestOf(await readFile(style))).replace(/version:"\w+"/, `version:"${version}"`));
  if (damaged) await appendFile(join(folder, damaged), " ");
  return version;
}

/** Whether the page has the style of that version. */
export const looksLike = (page, name) => page.evaluate((rule) => [...document.styleSheets]
  .some(({ cssRules }) => [...cssRules].some(({ selectorText }) => selectorText === rule)), `.${name}`);

/** Looks for a newer version, as the browser does when the page is gone to; gives whether `version` is kept then. */
export async function lookForUpdate(page, version) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {}); // one that cannot be installed is said there
  });
  await untilSo(page, async () => !(await navigator.serviceWorker.getRegistration()).installing);
  return page.evaluate((name) => caches.has(name), `telework ${version}`);
}
