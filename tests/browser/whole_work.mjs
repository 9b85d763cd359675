// Worked example A, whole, as somebody without a network does it: typed with the keyboard alone, saved, printed, saved
// as a page and opened again out of that page, in page view; and the canvas. In any browser that person.mjs works in.
//
// Does not hold a test.
import assert from "node:assert/strict";
import { answerAllWithKeyboard, fill, openFile, pressWithKeyboard, savedAnswer, savedPacket } from "./person.mjs";
import { go } from "./steps.mjs";
import { element, frames, hasEverything, openWizard, useView, viewOf } from "./support.mjs";
import { checkFigures, exampleA } from "./worked_answers.mjs";

async function savedAsPage(page) {
  await go(page, "check");
  return savedPacket(page, () => element(page, "check.page").evaluate((button) => button.click()));
}

/** What the site gives for worked example A in Chromium, as a packet and as a page: all others are held against it. */
export async function exampleInChromium(browser, address) {
  const page = await openWizard(browser, address);
  await hasEverything(page);
  await fill(page, exampleA.steps);
  const found = { packet: await savedPacket(page), html: await savedAsPage(page) };
  await page.context().close();
  return found;
}

/** Prints worked example A, saves it as a page, and opens that page in place of another packet. */
export async function printSaveAndOpen(page, { packet, html }) {
  await element(page, "banner.print").evaluate((button) => button.click());
  await page.waitForFunction(() => window.printed);
  const printed = await page.evaluate(() => window.printed);
  for (const words of [/Form 3703/, /2,521\.80/]) assert.match(printed, words);
  const saved = await savedAsPage(page);
  assert.equal(saved, html);
  await fill(page, [["step:travel", [["travel_budget.transport", "text", "999"]]]]);
  assert.equal(await savedAnswer(page, "travel_budget.transport"), "999.00");
  await openFile(page, "packet.html", saved);
  await page.waitForFunction(() => document.getElementById("step:check").getAttribute("aria-current") === "step");
  assert.equal(await savedPacket(page), packet);
}

/** All of it, at a page in page view that has everything; `expected` as exampleInChromium() gives it. */
export async function workWhole(page, expected) {
  await answerAllWithKeyboard(page, exampleA.steps);
  const packet = await savedPacket(page, () => pressWithKeyboard(page, "banner.save"));
  checkFigures(packet, exampleA);
  assert.equal(packet, expected.packet);
  await printSaveAndOpen(page, expected);
  assert.equal(await viewOf(page), "page");
  await useView(page, "canvas");
  assert.ok(await frames(page) > 0, "the canvas is drawn");
}
