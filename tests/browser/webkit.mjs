// The wizard in WebKitGTK, driven over WebDriver: MiniBrowser with a window on a screen without a monitor. Does not hold a
// test.
//
// WebDriver runs nothing ahead of a page and hears of no console and of no request, so the site is served from a copy
// whose first script holds the day still and collects what goes wrong and what is asked for. Each request is held against
// the promise when the page is closed.
import { spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { startServer } from "../../web/site/serve.mjs";
import { DrivenPage, newFolder, until } from "./driven.mjs";
import { holdRequest } from "./requests.mjs";
import { hasEverything, holdStill, siteFolder, timeZone, today, useView } from "./support.mjs";

const browser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const names = { Shift: "\uE008", Control: "\uE009", Enter: "\uE007", Tab: "\uE004", Escape: "\uE00C", ArrowDown: "\uE015" };

// Runs in the page, first of all: window.complaints, and window.requests as [address, whether it came while loading].
function collect() {
  window.requests = [];
  const hasEverything = (time) => performance.getEntriesByName("everything").some(({ startTime }) => startTime < time);
  new PerformanceObserver((resources) => {
    for (const { name, startTime } of resources.getEntries()) window.requests.push([name, !hasEverything(startTime)]);
  }).observe({ type: "resource", buffered: true });
  window.complaints = [];
  const real = console.error;
  console.error = (...words) => { window.complaints.push(words.join(" ")); real(...words); };
  for (const name of ["error", "unhandledrejection", "securitypolicyviolation"]) {
    addEventListener(name, (event) => window.complaints.push(event.message ?? event.blockedURI ?? String(event.reason)));
  }
}

function copySite() {
  const folder = newFolder();
  cpSync(siteFolder, folder, { recursive: true });
  for (const ending of [".br", ".gz"]) rmSync(join(folder, `index.html${ending}`), { force: true });
  const page = join(folder, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace(/<head>|<meta/, (start) => `<script src="still.js"></script>${start}`));
  writeFileSync(join(folder, "still.js"), `(${holdStill})(${JSON.stringify(today)});(${collect})();`);
  return folder;
}

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

class WebKitDriver {
  #session;

  constructor(session) { this.#session = session; }

  evaluate(expression) {
    const script = `const done = arguments[0]; Promise.resolve(${expression})
      .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    return this.#session("POST", "/execute/async", { script, args: [] }).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  }

  #keys(actions) { return this.#session("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] }); }

  press(keys) {
    const values = keys.map((key) => names[key] ?? key);
    return this.#keys([...values.map((value) => ({ type: "keyDown", value })),
      ...values.reverse().map((value) => ({ type: "keyUp", value }))]);
  }

  type(text) {
    return this.#keys([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
  }

  async screenshot() { return Buffer.from(await this.#session("GET", "/screenshot"), "base64"); }
}

/** WebKit with the wizard in it: { page, address, close() }; `view` as openWizard() of Chromium takes it. */
export async function openInWebKit(screen, view) {
  const folder = copySite();
  const home = newFolder(); // where it puts what is saved
  const site = await startServer(folder, { contentSecurityPolicy: true });
  const port = await freePort();
  const env = { ...process.env, DISPLAY: screen.name, TZ: timeZone, HOME: home };
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env });
  const missing = new Promise((_, fail) => {
    driver.on("error", () => fail(new Error("WebKitWebDriver is not installed; `make setup` installs it.")));
  });
  async function call(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  }
  let sessionId;
  let page;
  async function close() {
    const requests = await page?.evaluate(() => window.requests) ?? [];
    // The service worker brings what the page already has once more, to keep it: WebKit counts its script as the page's.
    const isKeeping = (url) => url === `${site.address}service_worker.js`;
    for (const [url, isLoading] of requests) holdRequest(url, [site.address], () => isLoading || isKeeping(url));
    if (sessionId) await call("DELETE", `/session/${sessionId}`);
    driver.kill();
    await site.close();
    for (const one of [folder, home]) rmSync(one, { recursive: true, force: true });
  }
  try {
    await Promise.race([missing, until(() => call("GET", "/status").catch(() => undefined), "the driver")]);
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } } };
    ({ sessionId } = await call("POST", "/session", { capabilities }));
    const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
    await session("POST", "/window/rect", { x: 0, y: 0, width: 1280, height: 900 });
    await session("POST", "/url", { url: site.address });
    page = new DrivenPage(new WebKitDriver(session));
    await page.waitForSelector(".ftt[data-live]");
    await hasEverything(page);
    if (view) await useView(page, view);
    return { page, address: site.address, close };
  } catch (error) {
    await close();
    throw error;
  }
}
