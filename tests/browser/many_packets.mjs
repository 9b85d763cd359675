// The report on many packets as a person makes it in the page: files chosen, the button pressed, the report there; and
// for how long the page was blocked meanwhile.
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
  const take = (tasks) => { longest = Math.max(longest, ...tasks.map(({ duration }) => duration)); };
  const watch = new PerformanceObserver((list) => take(list.getEntries()));
  watch.observe({ type: "longtask" });
  window.longestBlock = () => {
    take(watch.takeRecords());
    return longest;
  };
});

/** For how many milliseconds it was at most, once it has drawn what it has; 0 where it was never longer than 50. */
export const longestBlock = (page) => page.evaluate(async () => {
  for (let frame = 0; frame < 2; ++frame) await new Promise((done) => requestAnimationFrame(done));
  return window.longestBlock();
});
