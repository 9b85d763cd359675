// A document that takes longer than a moment to make: it is said that it is on its way, in words and in both views, it
// can be canceled with the pointer or the keyboard, and the next try works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openExample } from "./steps.mjs";
import { element, nodeOf, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });

const press = (page, id) => element(page, id).evaluate((button) => button.click());

// A page whose documents wait until they may go on.
async function openSlow(view) {
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  let isOfPage = true; // the page itself asks first, then what makes documents
  const page = await at.open({ view, before: (p) => p.route("**/telework.rest.wasm", async (route) => {
    if (isOfPage) isOfPage = false;
    else await held;
    await route.continue().catch(() => {}); // what was canceled asks no more
  }) });
  await openExample(page);
  return { page, letGo };
}

const saysStatus = (page, words) => page.locator("[role=status]").first().filter({ hasText: words }).waitFor({ state: "attached" });

for (const view of ["page", "canvas"]) {
  test(`making a document shows that it goes on, and it is there when it is made, in ${view} view`, async () => {
    const { page, letGo } = await openSlow(view);
    await element(page, "check.page").focus();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      (async () => {
        await page.keyboard.press("Enter");
        await page.locator(".progress").waitFor();
        assert.equal(await page.locator(".progress p").innerText(), "Preparing the document …");
        await saysStatus(page, "Preparing the document … Escape cancels it.");
        letGo();
      })(),
    ]);
    assert.match(download.suggestedFilename(), /\.html$/);
    await page.locator(".progress").waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement.id), "check.page");
    await page.context().close();
  });

  for (const how of ["the button", "the keyboard", "Escape"]) {
    test(`making a document is canceled with ${how}, which is said, and the next try works, in ${view} view`, async () => {
      const { page, letGo } = await openSlow(view);
      await element(page, "check.page").focus();
      await page.keyboard.press("Enter");
      const cancel = page.getByRole("button", { name: "Cancel" });
      await cancel.waitFor();
      if (how === "the button") await cancel.click();
      else if (how === "Escape") await page.keyboard.press("Escape");
      else {
        for (let steps = 0; steps < 200 && !await cancel.evaluate((button) => button === document.activeElement); ++steps) {
          await page.keyboard.press("Tab");
        }
        await page.keyboard.press("Enter");
      }
      await page.locator(".progress").waitFor({ state: "detached" });
      assert.equal((await nodeOf(page, "main.notice")).label, "The document was canceled. Your answers are kept. Try again.");
      await saysStatus(page, "The document was canceled");
      assert.doesNotMatch(await element(page, "actions.saved").innerText(), /\.html/, "there is no such file");
      assert.equal(await page.evaluate(() => document.activeElement.id), "check.page", "the focus is where it was");
      letGo();
      const [download] = await Promise.all([page.waitForEvent("download"), press(page, "check.page")]);
      assert.match(download.suggestedFilename(), /\.html$/);
      await element(page, "actions.saved").filter({ hasText: `Saved to ${download.suggestedFilename().slice(0, 30)}` }).waitFor();
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

test("a document that is made at once needs no words", async () => {
  const page = await at.open();
  await openExample(page);
  await page.evaluate(() => {
    window.shown = 0;
    new MutationObserver(() => { window.shown += document.querySelectorAll(".progress").length; })
      .observe(document.querySelector(".ftt"), { childList: true });
  });
  await Promise.all([page.waitForEvent("download"), press(page, "check.page")]);
  await Promise.all([page.waitForEvent("download"), press(page, "check.page")]); // the core is there already
  await page.evaluate(() => { window.shown = 0; });
  await Promise.all([page.waitForEvent("download"), press(page, "check.page")]);
  assert.equal(await page.evaluate(() => window.shown), 0);
  await page.context().close();
});
