// Every request that a browser makes in any test, held against the promise: what a page has once it has everything is
// all it ever asks for, and nothing is asked of another site at any time. Whatever a test itself finds, one request
// beyond that fails the run.
//
// And nothing that a test waits for in such a page has it draw more than it would by itself.
//
// Does not hold a test. bench and the page that a driver keeps for itself are not looked at.
const strayRequests = [];
process.on("exit", () => {
  for (const request of strayRequests) console.error(`stray request: ${request}`);
  if (strayRequests.length > 0) process.exitCode = 1;
});

/** Holds one request against the promise; isLoading(): whether whoever makes it may still ask the `addresses`. */
export function holdRequest(url, addresses, isLoading) {
  const isOwn = addresses.some((address) => url.startsWith(address));
  // A worked case is asked for when a person names it in the address.
  const isNamed = /\/cases\/\w+\.json$/.test(url);
  if (/^(blob|data|about):/.test(url) || (isOwn && (isNamed || isLoading()))) return;
  strayRequests.push(`${url} ${isOwn ? "after the first load" : "is elsewhere"}`);
}

// Runs in each frame, first of all: says that a document is there, and when the wizard in it has everything, or another
// document is loaded.
function sayWhenLoaded() {
  const say = globalThis.frameSays;
  delete globalThis.frameSays;
  say({ isTop: window === top, hasLoaded: false });
  const hasLoaded = () => say({ isTop: window === top, hasLoaded: true });
  new PerformanceObserver((marks) => marks.getEntriesByName("everything").length > 0 && hasLoaded()).observe({ type: "mark" });
  addEventListener("load", () => document.querySelector(".ftt") ?? hasLoaded());
}

// The frames of a page that load. `page` is Playwright's or Puppeteer's, which are alike here.
class Loading {
  #frames = new Map(); // each with whether its new document speaks already; until then it is the old one that does

  constructor(page) {
    this.#frames.set(page.mainFrame(), true);
    page.on("framedetached", (frame) => this.#frames.delete(frame));
  }

  /** What a document in the frame says of itself. */
  hears(frame, { hasLoaded }) {
    if (hasLoaded && this.#frames.get(frame)) this.#frames.delete(frame);
    else if (!hasLoaded && this.#frames.has(frame)) this.#frames.set(frame, true);
  }

  /** Whether a request comes from a page that loads; one for a document of its own begins the loading of a frame. */
  covers(request) {
    if (request.isNavigationRequest()) this.#frames.set(request.frame(), false);
    return this.#frames.size > 0;
  }
}

/**
 * A context of Chromium in whose pages each request is held against the promise; `addresses` are the sites that a page
 * may ask while one of its frames loads. `options` are those of newContext(). Its service worker may ask them at any
 * time: it brings each version once, which offline.test.mjs holds.
 */
export async function watchedContext(browser, addresses, options) {
  const context = await browser.newContext(options);
  await watchContext(context, addresses);
  return context;
}

/** The same for a context that is there already, before it has a page of the wizard. */
export async function watchContext(context, addresses) {
  const pages = new Map();
  const loadingOf = (page) => pages.get(page) ?? pages.set(page, new Loading(page)).get(page);
  await context.exposeBinding("frameSays", ({ page, frame }, words) => loadingOf(page).hears(frame, words));
  await context.addInitScript(sayWhenLoaded);
  context.on("page", loadingOf);
  context.on("page", (page) => {
    lookSeldom(page.mainFrame());
    page.on("frameattached", lookSeldom);
  });
  context.on("request", (request) => {
    const isLoading = () => {
      const page = pageOf(request);
      return page ? loadingOf(page).covers(request) : request.serviceWorker() !== null || request.isNavigationRequest();
    };
    holdRequest(request.url(), addresses, isLoading);
  });
}

// Playwright itself looks in each frame of the screen for what it waits for, and asks for those.
function lookSeldom(frame) {
  const wait = frame.waitForFunction.bind(frame);
  frame.waitForFunction = (ask, argument, options) => wait(ask, argument, { polling: 50, ...options });
}

// None for what a service worker asks for, nor for the document of a page that is only being made.
function pageOf(request) {
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
}

/** The same for a page of Firefox, before it goes anywhere. */
export async function watchPage(page, addresses) {
  const loading = new Loading(page);
  await page.exposeFunction("frameSays", (words) => words.isTop && loading.hears(page.mainFrame(), words));
  await page.evaluateOnNewDocument(sayWhenLoaded);
  page.on("request", (request) => holdRequest(request.url(), addresses, () => loading.covers(request)));
}
