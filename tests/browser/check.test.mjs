// Check in both views: every answer leads to its field, and back to the same place of the list; each step says its state.
import assert from "node:assert/strict";
import { test } from "node:test";
import { go, openExample } from "./steps.mjs";
import { element, nodeOf, rested, settled, untilSo, useSite, viewOf } from "./support.mjs";

const at = useSite();
const answer = "answer:travel_budget.transport";
const settle = async (page) => (await viewOf(page) === "canvas" ? settled(page) : rested(page));
const isFocused = (page, id) => untilSo(page, (which) => document.activeElement?.id === which, id);
const topOf = (page, id) => element(page, id).evaluate((shown) => shown.getBoundingClientRect().top);
const scrolled = (page) => page.evaluate(() => Math.round(scrollY + document.querySelector("main").scrollTop));

for (const view of ["page", "canvas"]) {
  test(`Change leads to the field and back to the same answer, by its button and by the browser's Back, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    await go(page, "check");
    await element(page, answer).evaluate((link) => link.scrollIntoView({ block: "center" }));
    await settle(page);
    const before = await scrolled(page);
    assert.ok(before > 200);
    await element(page, answer).focus();
    await page.keyboard.press("Enter");
    await isFocused(page, "travel_budget.transport");
    await settle(page);
    await page.goBack();
    await isFocused(page, answer);
    await settle(page);
    assert.ok(Math.abs(await scrolled(page) - before) <= 4, `${await scrolled(page)} as before ${before}`);
    await page.keyboard.press("Enter");
    await isFocused(page, "travel_budget.transport");
    await element(page, "actions.check").focus();
    await page.keyboard.press("Enter");
    await isFocused(page, answer);
    await settle(page);
    const top = await topOf(page, answer);
    assert.ok(top > 100 && top < 700, `the answer is in sight, at ${top}`);
    assert.equal(await page.getByRole("link", { name: `Change: ${(await nodeOf(page, answer)).label}`, exact: true }).count(), 1);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  test(`each step says its state in words, with its name, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    assert.match(await element(page, "step:travel").textContent(), /^Travel\s.*Done$/);
    assert.match(await element(page, "step:agreement").textContent(), /^Agreement\s.*Not started$/);
    assert.ok(await page.title().then((title) => title.includes(" · Kaha")), "the title says whose packet it is");
    await page.context().close();
  });
}
