// Each step in both views, empty and filled: no violation that axe-core knows of, and nothing broader than the screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill } from "./person.mjs";
import { axeSource, element, settled, useSite } from "./support.mjs";
import { exampleA } from "./worked_answers.mjs";

const at = useSite();

const steps = ["start", "estimate", "arrangement", "employee", "pay", "travel", "additional", "result", "ending",
  "justification", "concurrences", "check"];

for (const view of ["page", "canvas"]) {
  for (const state of ["empty", "filled"]) {
    test(`axe-core finds nothing on any step, ${state}, in ${view} view`, async () => {
      const page = await at.open({ view });
      if (state === "filled") await fill(page, exampleA.steps);
      await page.addScriptTag({ path: axeSource });
      for (const step of steps) {
        await element(page, `step:${step}`).evaluate((link) => link.click());
        if (view === "canvas") await settled(page);
        const found = await page.evaluate(async (inCanvas) => {
          // Over the canvas the ink is transparent on purpose; its colours are the picture's.
          const rules = inCanvas ? { "color-contrast": { enabled: false } } : {};
          const { violations } = await window.axe.run(document, { rules });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`);
        }, view === "canvas");
        assert.deepEqual(found, [], `step ${step}`);
      }
      await page.context().close();
    });
  }
}

test("page view reflows without sideways scrolling from 320 to 1280 pixels, light and dark", async () => {
  for (const width of [320, 390, 640, 1024, 1280]) {
    const page = await at.open({ width, context: { colorScheme: width === 390 ? "dark" : "light" } });
    await fill(page, exampleA.steps);
    for (const step of steps) {
      await element(page, `step:${step}`).evaluate((link) => link.click());
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${step} at ${width}: ${overflow} px too wide`);
    }
    await page.context().close();
  }
});
