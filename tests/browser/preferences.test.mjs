// What a person has set in the system or the browser is followed: colors, motion, contrast, zoom, text spacing; and the
// canvas outlives the loss of its graphics with nothing lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, savedAnswer } from "./person.mjs";
import { go, openExample } from "./steps.mjs";
import { element, nodeOf, pageViewBecause, PNG, rested, settled, useSite, useView, viewOf } from "./support.mjs";
import { exampleA } from "./worked_answers.mjs";

const at = useSite();

const steps = ["start", "estimate", "eligibility", "arrangement", "employee", "pay", "travel", "additional", "result", "ending",
  "justification", "concurrences", "check"];

test("forced colors bring the page view by themselves, and nothing is told by color alone", async () => {
  const page = await at.open({ view: null, context: { forcedColors: "active" } });
  await page.waitForFunction(() => document.querySelector(".ftt").dataset.canvas !== "loading");
  assert.equal(await viewOf(page), "page");
  await fill(page, exampleA.steps);
  await go(page, "check");
  assert.equal(await page.locator('[data-state="complete"] .state').first().textContent(), "Done");
  await page.context().close();
});

test("colors that are forced while the canvas is drawn bring the page view, with nothing lost", async () => {
  const page = await at.open({ view: "canvas" });
  await go(page, "travel");
  await element(page, "travel_budget.transport").focus();
  await page.keyboard.type("412");
  await page.emulateMedia({ forcedColors: "active" });
  await page.waitForSelector(".ftt[data-view=page]");
  await page.keyboard.type(".60");
  assert.equal(await element(page, "travel_budget.transport").inputValue(), "412.60");
  await page.keyboard.press("Tab");
  assert.equal(await element(page, "travel_budget.transport").inputValue(), "$412.60");
  await page.context().close();
});

test("the canvas chosen by hand under forced colors shows no text twice", async () => {
  const page = await at.open({ view: "page", context: { forcedColors: "active" } });
  await useView(page, "canvas");
  await go(page, "travel");
  await settled(page);
  const shown = await page.evaluate(() => [...document.querySelectorAll(".content .label, .content h1, .content .entry")]
    .filter((node) => !node.matches(":focus") && !/^rgba\(.*, 0\)$/.test(getComputedStyle(node).color))
    .map(({ id, className }) => id || className));
  assert.deepEqual(shown, []);
  await page.context().close();
});

test("with reduced motion nothing moves by itself", async () => {
  const page = await at.open({ context: { reducedMotion: "reduce" } });
  for (const step of steps) {
    await go(page, step);
    const moving = await page.evaluate(() => document.getAnimations()
      .filter(({ effect }) => effect.getTiming().duration > 0).map(({ effect }) => effect.target.className));
    assert.deepEqual(moving, [], step);
    const transitions = await page.evaluate(() => [...document.querySelectorAll(".ftt *")]
      .filter((node) => parseFloat(getComputedStyle(node).transitionDuration) > 0).map(({ className }) => className));
    assert.deepEqual(transitions, [], step);
  }
  await page.context().close();
});

test("at 400% zoom, which leaves 320 pixels of width, every step reflows and every control is large enough", async () => {
  const page = await at.open({ width: 320, height: 200, scale: 4 });
  await fill(page, exampleA.steps);
  for (const step of steps) {
    await go(page, step);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${step} is ${overflow} px too wide`);
    const small = await page.evaluate(() => {
      const hit = (node) => node.matches("[type=radio], [type=checkbox]") ? node.parentElement : node;
      return [...document.querySelectorAll(".ftt :is(button, a, input, select, textarea)")]
        .filter((node) => node.checkVisibility() && !node.matches(".skip"))
        .filter((node) => { const box = hit(node).getBoundingClientRect(); return box.width < 24 || box.height < 24; })
        .map((node) => node.id || node.textContent);
    });
    assert.deepEqual(small, [], step);
  }
  await page.context().close();
});

test("no amount set large breaks within it, however large a person's text is", async () => {
  // A person's own style is none of the page's policy.
  const page = await at.open({ context: { bypassCSP: true } });
  await openExample(page);
  await go(page, "travel");
  for (const size of [100, 150, 200, 300]) {
    await page.addStyleTag({ content: `html { font-size: ${size}% !important; }` });
    const broken = await page.evaluate(() => [...document.querySelectorAll(".figure-value")].filter((value) => {
      const text = value.firstChild;
      const [{ index, 0: amount }] = [...text.data.matchAll(/\$[\d,.]*\d/g)];
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + amount.length);
      return range.getClientRects().length > 1 || value.scrollWidth > value.clientWidth;
    }).map((value) => value.textContent));
    assert.deepEqual(broken, [], `at ${size}%`);
  }
  await page.context().close();
});

test("text spacing as WCAG 1.4.12 asks for it cuts nothing off, and the canvas gives way to the page view", async () => {
  // A person's own style is none of the page's policy.
  const page = await at.open({ view: "canvas", context: { bypassCSP: true } });
  await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }" });
  await page.waitForSelector(".ftt[data-view=page]");
  for (const step of steps) {
    await go(page, step);
    const cut = await page.evaluate(() => [...document.querySelectorAll(".ftt :is(p, h1, h2, h3, label, legend, button, a, td, th)")]
      .filter((node) => node.checkVisibility() && !node.closest(".unseen, .tone-word, .state, .toolbar > .name, .table, .skip, .steps > .content"))
      .filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline")
      .map((node) => node.id || node.textContent.slice(0, 40)));
    assert.deepEqual(cut, [], step);
  }
  await page.context().close();
});

const loseGraphics = (page, seconds) => page.evaluate((restoreAfter) => {
  const lost = document.querySelector("canvas").getContext("webgl").getExtension("WEBGL_lose_context");
  lost.loseContext();
  // Time: the graphics are away that long.
  if (restoreAfter !== null) setTimeout(() => lost.restoreContext(), restoreAfter * 1000);
}, seconds);

// What the canvas shows where nothing that is typed changes it.
const pictureOf = async (page) => PNG.sync.read(await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 140 } })).data;

test("graphics that are lost and come back are drawn again, and what was typed meanwhile is there", async () => {
  const page = await at.open({ view: "canvas" });
  await go(page, "travel");
  await element(page, "travel_budget.transport").focus();
  await settled(page);
  const before = await pictureOf(page);
  await loseGraphics(page, 0.5);
  await page.keyboard.type("412.60");
  await page.waitForFunction(() => !document.querySelector("canvas").getContext("webgl").isContextLost());
  await settled(page);
  assert.equal(await viewOf(page), "canvas");
  assert.ok(before.equals(await pictureOf(page)), "the picture is what it was before");
  assert.equal(await savedAnswer(page, "travel_budget.transport"), "412.60");
  await page.context().close();
});

test("graphics that are lost for good give way to the page view, which says so, with nothing lost", async () => {
  const page = await at.open({ view: "canvas" });
  await go(page, "travel");
  await element(page, "travel_budget.transport").focus();
  await page.keyboard.type("412");
  await loseGraphics(page, null);
  await page.keyboard.type(".60");
  await page.waitForSelector(".ftt[data-view=page]", { timeout: 10_000 });
  assert.equal((await nodeOf(page, "main.notice")).label, pageViewBecause("the graphics were lost"));
  assert.equal(await savedAnswer(page, "travel_budget.transport"), "412.60");
  await page.context().close();
});

test("a window that is dark, light or full of contrast keeps its text readable on every step", async () => {
  const page = await at.open();
  await fill(page, exampleA.steps);
  for (const asked of [{ colorScheme: "dark", contrast: "no-preference" }, { colorScheme: "light", contrast: "more" },
    { colorScheme: "dark", contrast: "more" }]) {
    await page.emulateMedia(asked);
    await rested(page);
    for (const step of steps) {
      await go(page, step);
      const faint = await page.evaluate(() => {
        const parse = (text) => text.match(/[\d.]+/g).map(Number);
        const light = ([red, green, blue]) => [red, green, blue].map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
          .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
        const ground = (node) => {
          for (let at = node; at; at = at.parentElement) {
            const color = parse(getComputedStyle(at).backgroundColor);
            if (color.length < 4 || color[3] > 0) return color;
          }
          return [255, 255, 255];
        };
        return [...document.querySelectorAll(".ftt :is(p, span, label, legend, h1, h2, h3, td, th, button, a, input)")]
          .filter((node) => node.checkVisibility() && node.childNodes.length > 0 && node.textContent.trim() && !node.closest("select"))
          .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
          .filter((node) => {
            const [one, two] = [light(parse(getComputedStyle(node).color)), light(ground(node))].sort((a, b) => b - a);
            return (one + 0.05) / (two + 0.05) < 4.5;
          }).map((node) => `${node.className} ${node.textContent.slice(0, 30)}`);
      });
      assert.deepEqual(faint, [], `${step} with ${JSON.stringify(asked)}`);
    }
  }
  await page.context().close();
});
