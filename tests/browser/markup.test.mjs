// The page's own markup: each step validates as HTML, empty and filled, and with problems on it; and nothing is told
// or shown by hovering alone, neither by a style nor by a title.
//
// Does not look at what the markup means to a screen reader: access.test.mjs and accessibility.test.mjs do. The saved page
// is validated in paper.test.mjs.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { go, openExample, spoil, steps } from "./steps.mjs";
import { useSite } from "./support.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { HtmlValidate } = require("html-validate");

const at = useSite();

const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

async function faultsOf(page) {
  const { results } = await validator.validateString(await page.content());
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`));
}

// A problem is made alike at every kind of field: these steps have them all.
const spoiled = ["employee", "travel", "additional"];

for (const [state, shown] of [["empty", steps], ["filled", steps], ["with errors", spoiled]]) {
  test(`the HTML of the steps validates in page view, ${state}`, async () => {
    const page = await at.open();
    if (state !== "empty") await openExample(page);
    for (const step of shown) {
      await go(page, step);
      if (state === "with errors") await spoil(page);
      assert.deepEqual(await faultsOf(page), [], step);
    }
    await page.context().close();
  });
}

// A rule for what the pointer is over may color what is there; it may not bring anything out.
const revealing = /^(display|visibility|opacity|content|clip|clip-path|transform|translate|scale|position|inset.*|top|right|bottom|left|(max-|min-)?(width|height|inline-size|block-size)|overflow.*|font-size|z-index)$/;

test("nothing is shown by hovering alone", async () => {
  const page = await at.open();
  await page.waitForFunction(() => document.styleSheets.length > 1);
  const rules = await page.evaluate(() => {
    const found = [];
    const walk = (list) => {
      for (const rule of list) {
        if (rule.selectorText?.includes(":hover")) found.push({ selector: rule.selectorText, properties: [...rule.style] });
        if (rule.cssRules) walk(rule.cssRules);
      }
    };
    for (const sheet of document.styleSheets) walk(sheet.cssRules);
    return found;
  });
  assert.ok(rules.length > 5, "the styles were read");
  for (const { selector, properties } of rules) {
    assert.deepEqual(properties.filter((property) => revealing.test(property)), [], selector);
  }
  await page.context().close();
});

test("nothing is told by a title alone, on any step", async () => {
  const page = await at.open();
  await openExample(page);
  for (const step of steps) {
    await go(page, step);
    // The keys of a button are in the help as well.
    assert.equal(await page.locator("body [title]:not([aria-keyshortcuts]), body svg title").count(), 0, step);
  }
  await page.context().close();
});
