// The wizard in WebKitGTK: worked example A with the keyboard alone gives the packet that Chromium gives, byte for byte,
// with nothing on the console, in page view and on the canvas, where each element lies where it is drawn.
//
// Does not press the driver's file dialogs: the packet is read where the page offers it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPlaces } from "./disparities.mjs";
import { startScreen } from "./driven.mjs";
import { answerAllWithKeyboard, packetInChromium, pressWithKeyboard } from "./person.mjs";
import { go } from "./steps.mjs";
import { viewOf } from "./support.mjs";
import { openInWebKit } from "./webkit.mjs";
import { exampleA } from "./worked_answers.mjs";

let screen;
before(async () => { screen = await startScreen(); });
after(() => screen.close());

for (const view of ["page", "canvas"]) {
  test(`worked example A with the keyboard alone in ${view} view gives Chromium's packet, byte for byte`, async (now) => {
    const { page, address, close } = await openInWebKit(screen, view);
    now.after(close);
    const packet = await packetInChromium(address, exampleA.steps);
    await answerAllWithKeyboard(page, exampleA.steps);
    await page.evaluate(() => {
      const real = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        window.offered = blob.text();
        return real(blob);
      };
    });
    await pressWithKeyboard(page, "banner.save");
    await page.waitForFunction(() => window.offered !== undefined);
    assert.equal(await page.evaluate(() => window.offered), packet);
    assert.equal(await viewOf(page), view);
    for (const step of view === "canvas" ? ["travel", "concurrences"] : []) {
      await go(page, step);
      await checkPlaces(page, step);
    }
    assert.deepEqual(await page.evaluate(() => window.complaints), []);
    const asked = await page.evaluate(() => window.requests.length);
    assert.ok(asked > 10, `${asked} requests were heard of, which are held against the promise when the page is closed`);
  });
}
