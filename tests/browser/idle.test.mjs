// Doing nothing costs nothing: no frame and no timer but the one a minute that looks for a new day, in both views; and in
// a tab that nobody sees the canvas draws nothing until it is seen again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { go, openExample } from "./steps.mjs";
import { element, frames, hasEverything, rested, settled, useSite } from "./support.mjs";

const at = useSite();

// Counts what runs by itself, and every timer that is asked for meanwhile.
function countWork() {
  window.work = [];
  window.periods = [];
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"]) {
    const real = window[name];
    window[name] = (act, ...more) => {
      if (name === "setInterval") window.periods.push(more[0]);
      window.work.push(`${name} asked`);
      return real.call(window, (...values) => {
        window.work.push(`${name} ran`);
        return act(...values);
      }, ...more);
    };
  }
}

for (const view of ["page", "canvas"]) {
  test(`ten seconds of nothing run nothing, in ${view} view`, async () => {
    const page = await at.open({ view, before: (p) => p.addInitScript(countWork) });
    await openExample(page);
    await go(page, "travel");
    await element(page, "travel_budget.transport").focus();
    await page.keyboard.type("500");
    await page.keyboard.press("Tab");
    await hasEverything(page);
    await rested(page);
    await page.waitForFunction(() => performance.now() > 5000); // Whatever looks whether the page has come alive has looked.
    await page.evaluate(() => { window.work.length = 0; });
    await page.waitForTimeout(10_000); // Time: nothing is to happen in it.
    const { work, periods } = await page.evaluate(() => ({ work: window.work, periods: window.periods }));
    // The minute may fall into these ten seconds.
    assert.ok(work.length <= 1 && work.every((what) => what === "setInterval ran"), work.join(", "));
    assert.deepEqual(periods, [60_000]);
    await page.context().close();
  });
}

// As a browser does when the tab goes behind another one.
const hide = (page, isHidden) => page.evaluate((hidden) => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (hidden ? "hidden" : "visible") });
  document.dispatchEvent(new Event("visibilitychange"));
}, isHidden);

test("a tab that nobody sees draws nothing, and what changed meanwhile is drawn when it is seen again", async () => {
  const page = await at.open({ view: "canvas" });
  await go(page, "travel");
  await hide(page, true);
  const before = await frames(page);
  await element(page, "step:result").evaluate((link) => link.click());
  await settled(page);
  assert.equal(await frames(page), before);
  await hide(page, false);
  await settled(page);
  assert.ok(await frames(page) > before);
  assert.equal(await element(page, "main.heading").evaluate((heading) => heading.classList.contains("placed")), true);
  await page.context().close();
});
