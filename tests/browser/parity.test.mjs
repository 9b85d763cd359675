// The view model, the twin and the canvas hold the same: every control, text and problem of each step, by id and in the
// same order, empty, filled and with errors; and each element lies where the canvas drew it, also after scrolling,
// resizing and zooming.
//
// Does not look at the picture itself (canvas.test.mjs) and does not judge the words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { findDisparities, scrollAll } from "./disparities.mjs";
import { go, openExample, spoil, steps } from "./steps.mjs";
import { element, settled, useSite, viewOf } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });

const open = (page, id) => element(page, id).evaluate((button) => button.click());

const states = {
  empty: async () => {},
  filled: openExample,
  "with errors": openExample,
};

for (const view of ["page", "canvas"]) {
  for (const [state, prepare] of Object.entries(states)) {
    test(`the view model is whole in ${view} view on every step, ${state}`, async () => {
      const page = await at.open({ view });
      await prepare(page);
      for (const step of steps) {
        await go(page, step);
        if (state === "with errors" && await spoil(page) && await page.locator("[aria-invalid=true]").count() > 0 && step !== "report") {
          await open(page, "actions.next"); // the report on many packets leads to no other step
        }
        const closed = page.locator("main .disclosure-button[aria-expanded=false]").first();
        if (state === "filled" && await closed.count() > 0) await open(page, await closed.getAttribute("id"));
        if (view === "canvas") await settled(page);
        const { found, count } = await page.evaluate(findDisparities);
        assert.deepEqual(found, [], `step ${step}`);
        assert.ok(count > 30, `${count} things on ${step}`);
      }
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

const sizes = [[1280, 800], [1024, 600], [800, 900], [480, 700]];

for (const scale of [1, 1.25, 2]) {
  test(`each element lies where the canvas drew it at ${scale}×, scrolled, resized and zoomed`, async () => {
    const page = await at.open({ view: "canvas", scale });
    await openExample(page);
    for (const step of ["travel", "concurrences"]) {
      await go(page, step);
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        await settled(page);
        for (const share of [0, 0.5, 1]) {
          await scrollAll(page, share);
          const { found } = await page.evaluate(findDisparities);
          assert.deepEqual(found, [], `${step} at ${width} × ${height}, scrolled by ${share}`);
        }
      }
    }
    assert.equal(await viewOf(page), "canvas");
    await page.context().close();
  });
}

test("zooming in the browser, which makes pixels larger and the page narrower, keeps each element in its place", async () => {
  const page = await at.open({ view: "canvas" });
  const screen = await page.context().newCDPSession(page);
  await go(page, "travel");
  for (const zoom of [1.1, 1.5, 2, 0.75]) {
    await screen.send("Emulation.setDeviceMetricsOverride", { width: Math.round(1280 / zoom), height: Math.round(800 / zoom),
      deviceScaleFactor: zoom, mobile: false });
    await page.waitForFunction((ratio) => Math.abs(devicePixelRatio - ratio) < 0.01, zoom);
    await settled(page);
    const { found } = await page.evaluate(findDisparities);
    assert.deepEqual(found, [], `zoomed to ${100 * zoom}%`);
  }
  await page.context().close();
});
