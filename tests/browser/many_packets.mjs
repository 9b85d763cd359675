// The report on many packets as a person makes it in the page: files chosen, the button pressed, the report there; and
// for how long the page was blocked meanwhile, or while files were looked through.
//
// Does not hold a test, and does not know what stands in a report.
import { until } from "./driven.mjs";
import { go } from "./steps.mjs";
import { chooserAfter, element } from "./support.mjs";

export const press = (page, id) => element(page, id).evaluate((button) => button.click());
export const patience = { timeout: 60_000, every: 50 };
export const shows = (page, id, words = "") => until(() => page.evaluate(([which, text]) =>
  document.getElementById(which)?.textContent.includes(text), [id, words]), `${id} with “${words}”`, patience);

/** Hands files over, by their paths, or a folder with the button for it. */
export async function choose(page, paths, button = "report.files") {
  await go(page, "report");
  const chooser = await chooserAfter(page, () => press(page, button));
  await chooser.setFiles(paths);
  await shows(page, "report.chosen", "chosen");
}

/** Sets the day of the report, "9/30/2026". */
export async function setDay(page, day) {
  await element(page, "report.today").fill(day);
  await element(page, "report.today").blur();
}

export async function make(page) {
  await press(page, "report.make");
  await shows(page, "report.done", "The report is ready");
}

/** From now on the page takes down for how long it is blocked at a time. */
export const watchBlocks = (page) => page.evaluate(() => {
  let longest = 0;
  let handing = 0;
  let handedOver = 0;
  const take = (tasks) => tasks.forEach(({ startTime, duration }) => {
    const end = startTime + duration;
    longest = Math.max(longest, end - Math.max(startTime, handedOver));
    handing = Math.max(handing, Math.min(end, handedOver) - startTime);
  });
  const watch = new PerformanceObserver((list) => take(list.getEntries()));
  watch.observe({ type: "longtask" });
  window.longestBlocks = () => {
    take(watch.takeRecords());
    return { longest, handing };
  };
  window.waitForFiles = () => {
    handedOver = Infinity;
    document.addEventListener("handed-over", () => { handedOver = performance.now(); }, { once: true });
  };
});

/**
 * What is blocked until the files of the chooser are handed over is told apart: the browser makes a file of each at once, and
 * asks another process of each what kind of file it is.
 */
export async function watchHandingOver(page, chooser) {
  await page.evaluate(() => window.waitForFiles());
  // In the capture, before the page itself has them; who listens here shares the document with it, and no names.
  await chooser.element().evaluate((input) => {
    input.addEventListener("change", () => document.dispatchEvent(new Event("handed-over")), { capture: true });
  });
}

/**
 * For how many milliseconds it was at most, once it has drawn what it has, and as files were handed over; 0 where it was never
 * longer than 50.
 */
export const longestBlocks = (page) => page.evaluate(async () => {
  for (let frame = 0; frame < 2; ++frame) await new Promise((done) => requestAnimationFrame(done));
  return window.longestBlocks();
});
