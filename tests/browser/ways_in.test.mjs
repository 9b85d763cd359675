// Other ways in than a mouse and a sharp eye: Tab alone, as a switch sends it; a pointer that slips; a finger that explores
// the screen; a phone that is turned; colors that the system forces; and less data.
//
// Zoom, text spacing and contrast are in preferences.test.mjs, the names of controls in access.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { go, openExample, steps } from "./steps.mjs";
import { element, rested, settled, useSite, useView, viewOf } from "./support.mjs";

const at = useSite();
const phone = { width: 390, height: 844 };

for (const view of ["page", "canvas"]) {
  test(`Tab goes through every control of a step and out of it again, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    for (const step of ["start", "arrangement", "travel", "check"]) {
      await go(page, step);
      // The example is kept a moment after it was opened, and then Start has it too.
      if (step === "start") await element(page, "kept.forget_all").waitFor({ state: "attached" });
      // Choices that belong together are one stop.
      const wanted = await page.evaluate(() => [...new Set([...document.querySelectorAll("main :is(button, a, input, select, textarea)")]
        .filter((node) => node.checkVisibility() && node.tabIndex >= 0 && !node.disabled)
        .map((node) => (node.type === "radio" ? node.name : node.id)))]);
      assert.ok(wanted.length > 3 && wanted.every(Boolean), `${step}: ${wanted}`);
      const focused = () => page.evaluate(() => {
        const { activeElement: node } = document;
        return { stop: node.type === "radio" ? node.name : node.id, isInMain: Boolean(node.closest("main")) };
      });
      await element(page, "main.heading").focus();
      const met = [];
      let now;
      do {
        await page.keyboard.press("Tab");
        now = await focused();
        if (now.isInMain) met.push(now.stop);
      } while (now.isInMain && met.length <= wanted.length);
      assert.deepEqual(met, wanted, step);
      assert.match(now.stop, /^actions\.(back|next)$/, `${step}: Next follows`);
      await page.keyboard.press("Shift+Tab");
      assert.equal((await focused()).stop, wanted.at(-1), `${step}: and back`);
    }
    await page.context().close();
  });

  test(`a press that is let go elsewhere does nothing, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    await go(page, "travel");
    const screen = () => page.evaluate(() => JSON.stringify(document.querySelector(".ftt").ftt.screen.nodes));
    await rested(page);
    const before = await screen();
    const unchosen = await page.evaluate(() => [...document.querySelectorAll("main [type=radio]")].find((node) => !node.checked).id);
    const middleOf = async (id) => {
      const { x, y, width, height } = await element(page, id).boundingBox();
      return [x + width / 2, y + height / 2];
    };
    for (const id of ["banner.help", "actions.next", "step:pay", unchosen]) {
      await element(page, id).evaluate((node) => node.scrollIntoView({ block: "center" }));
      if (view === "canvas") await settled(page);
      await page.mouse.move(...await middleOf(id));
      await page.mouse.down();
      if (view === "canvas") await settled(page);
      await page.mouse.move(...await middleOf("banner.name"), { steps: 4 });
      if (view === "canvas") await settled(page);
      await page.mouse.up();
      await rested(page);
      assert.equal(await screen(), before, id);
    }
    await page.context().close();
  });
}

test("a letter alone is a key of no button", async () => {
  const page = await at.open();
  await openExample(page);
  await go(page, "travel");
  await element(page, "main.heading").focus();
  await rested(page);
  const shown = () => page.evaluate(() => [document.title, document.activeElement.id, document.querySelector(".stage").innerText]);
  const before = await shown();
  for (const key of "abcdefghijklmnopqrstuvwxyz0123456789?/.,-+") await page.keyboard.press(key);
  await rested(page);
  assert.deepEqual(await shown(), before);
  assert.equal(await viewOf(page), "page");
  await page.context().close();
});

test("under forced colors each field and button has an edge, and the focus has a ring", async () => {
  const page = await at.open({ context: { forcedColors: "active" } });
  await openExample(page);
  for (const step of steps) {
    await go(page, step);
    const bare = await page.evaluate(() => {
      const sides = ["Top", "Right", "Bottom", "Left"];
      const hasLine = (style) => sides.some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0);
      // An underline or the sign of what can be opened tells a button too.
      const hasEdge = (node) => getComputedStyle(node).textDecorationLine.includes("underline") ||
        hasLine(getComputedStyle(node)) || hasLine(getComputedStyle(node, "::before"));
      return [...document.querySelectorAll("main :is(button, input, select, textarea), footer button")]
        .filter((node) => node.checkVisibility() && getComputedStyle(node).clipPath === "none")
        // The browser draws its own boxes; of a field with words of ours, what is around it has the edge.
        .filter((node) => !node.matches("[type=radio], [type=checkbox]") && ![node, node.parentElement, ...node.children].some(hasEdge))
        .map((node) => node.id || node.className);
    });
    assert.deepEqual(bare, [], step);
  }
  await go(page, "travel");
  await element(page, "main.heading").focus();
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => {
      const { activeElement: node } = document;
      const around = [node, node.closest("label")].filter(Boolean).map((one) => getComputedStyle(one));
      return around.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) ? "" : node.id;
    });
    assert.equal(ring, "");
  }
  await page.context().close();
});

test("a finger that explores the screen meets the parts in the order in which they are read, on a phone", async () => {
  const page = await at.open({ ...phone, context: { hasTouch: true, isMobile: true } });
  await openExample(page);
  for (const step of steps) {
    await go(page, step);
    const wrong = await page.evaluate(() => {
      const parts = "h1, h2, h3, h4, p, legend, label, button, a, input, select, textarea, li, th, td";
      const found = [];
      for (const region of document.querySelectorAll(".stage > .region")) {
        const met = [...region.querySelectorAll(parts)]
          .filter((node) => node.checkVisibility() && !node.querySelector(parts) && !node.closest("svg, .unseen, table"))
          .map((node) => ({ node, box: node.getBoundingClientRect() }))
          .filter(({ node, box }) => box.width > 4 && box.height > 4 && getComputedStyle(node).clipPath === "none");
        for (const [index, { node, box }] of met.entries()) {
          const before = met[index - 1];
          if (!before) continue;
          // A column beside the one before begins at the top again.
          const isAbove = box.bottom <= before.box.top + 1 && box.left < before.box.right - 1;
          const isBefore = box.right <= before.box.left + 1 && Math.min(box.bottom, before.box.bottom) - Math.max(box.top, before.box.top) > 8;
          if (isAbove || isBefore) found.push(`${node.textContent.slice(0, 40)} behind ${before.node.textContent.slice(0, 40)}`);
        }
      }
      return found;
    });
    assert.deepEqual(wrong, [], step);
  }
  const regions = await page.evaluate(() => [...document.querySelectorAll(".stage > .region")].map((node) => node.getBoundingClientRect().top));
  assert.deepEqual(regions, [...regions].sort((one, other) => one - other), "the regions stand in their order too");
  await page.context().close();
});

test("a phone that is turned shows the same step with the same answers, either way", async () => {
  const page = await at.open({ ...phone, context: { hasTouch: true, isMobile: true } });
  await openExample(page);
  for (const step of steps) {
    await go(page, step);
    const shown = () => page.evaluate(() => ({
      title: document.querySelector("h1").textContent,
      answers: [...document.querySelectorAll("main :is(input, select, textarea)")].map((node) => [node.id, node.type === "radio" ? node.checked : node.value]),
      tooWide: document.documentElement.scrollWidth > innerWidth,
    }));
    await page.setViewportSize(phone);
    const upright = await shown();
    await page.setViewportSize({ width: phone.height, height: phone.width });
    await page.waitForFunction(() => innerWidth > innerHeight);
    await rested(page);
    assert.deepEqual(await shown(), upright, step);
    assert.equal(upright.tooWide, false, step);
  }
  await page.context().close();
});

test("whoever asks for less data gets the page view at once, and the canvas when it is asked for", async () => {
  const page = await at.open({ view: null, before: async (opening) => {
    const session = await opening.context().newCDPSession(opening);
    await session.send("Emulation.setDataSaverOverride", { dataSaverEnabled: true });
  } });
  await page.waitForFunction(() => performance.getEntriesByName("complete").length > 0);
  await rested(page);
  const brought = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)));
  assert.equal(await page.evaluate(() => navigator.connection.saveData), true);
  assert.equal(await viewOf(page), "page");
  const unasked = (await brought()).filter((name) => /^canvas|\.ttf$|\.woff2$/.test(name));
  assert.deepEqual(unasked, []);
  await openExample(page);
  await useView(page, "canvas");
  assert.ok((await brought()).includes("canvas.wasm"));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
