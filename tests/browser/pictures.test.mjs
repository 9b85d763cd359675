// The pictures and what-if: the figures of a picture are those of its text, its labels keep apart, what is tried leaves
// the saved packet byte for byte the same, and axe-core finds nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, savedPacket } from "./person.mjs";
import { axeSource, element, rested, settled, useSite, useView } from "./support.mjs";
import { go } from "./steps.mjs";
import { exampleA } from "./worked_answers.mjs";

const at = useSite();

const click = (page, id) => element(page, id).evaluate((target) => target.click());
const drawn = (page, id) => page.waitForSelector(`[id="${id}"] svg`);

async function openResult(options) {
  const page = await at.open(options);
  await fill(page, exampleA.steps);
  await go(page, "result");
  return page;
}

// The texts of a drawing with their boxes, in the page's own pixels.
const textsOf = (page, id) =>
  page.evaluate((chart) => [...document.querySelectorAll(`[id="${chart}"] svg text`)].map((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    return { words: text.textContent, left, right, top, bottom };
  }), id);

test("each bar's figure stands in the drawing and in the list, and the drawing has a name", async () => {
  const page = await openResult();
  await drawn(page, "result.bars");
  await drawn(page, "result.trips");
  const words = (await textsOf(page, "result.bars")).map((text) => text.words);
  for (const figure of ["−$14,483", "+$10,087.20", "−$3,900", "−$8,295.80", "$0"]) {
    assert.ok(words.includes(figure), figure);
  }
  assert.deepEqual(await page.locator('[id="result.bars"] li').allTextContents(), ["Pay: −$14,483",
    "Trips: +$10,087.20", "Transit: −$3,900", "Net annual change: −$8,295.80"]);
  assert.equal(await page.getByRole("group", { name: "What is in the net annual change" }).count(), 1);
  assert.equal(await page.getByRole("group", { name: "Net annual change for 0 to 24 trips a year" }).count(), 1);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the marked points lie where the table of trips has them", async () => {
  const page = await openResult();
  await drawn(page, "result.trips");
  await click(page, "result.what_if");
  const row = (trips) => page.locator('[id="result.what_if.trips"] tbody tr').nth(trips).locator("th, td").allTextContents();
  assert.equal((await row(4))[1], "−$8,295.80");
  assert.equal((await row(7))[1], "−$730.40");
  const places = await page.evaluate(() => {
    const svg = document.querySelector('[id="result.trips"] svg');
    const level = (words) => {
      const text = [...svg.querySelectorAll("text")].find((one) => one.textContent === words).getBoundingClientRect();
      return (text.top + text.bottom) / 2;
    };
    const dots = [...svg.querySelectorAll("circle")].map((dot) => {
      const { top, bottom } = dot.getBoundingClientRect();
      return (top + bottom) / 2;
    });
    return { zero: level("$0"), ten: level("−$10,000"), dots };
  });
  const amount = (y) => (-10000 * (y - places.zero)) / (places.ten - places.zero);
  assert.equal(places.dots.length, 2);
  assert.ok(Math.abs(amount(places.dots[0]) + 8295.8) < 700, `planned at ${amount(places.dots[0])}`);
  assert.ok(Math.abs(amount(places.dots[1]) + 730.4) < 700, `break-even at ${amount(places.dots[1])}`);
  await page.context().close();
});

// On one page, which is made wider: up to 800 pixels the result is folded at first.
async function labelsApart(widths) {
  const page = await openResult({ width: widths[0] });
  if (widths[0] < 1024) await click(page, "result.fold");
  await element(page, "what_if.trips").fill("5");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await rested(page);
    for (const chart of ["result.bars", "result.trips"]) {
      await drawn(page, chart);
      await settled(page);
      const texts = await textsOf(page, chart);
      assert.ok(texts.length >= 8, `${chart} at ${width} has its words`);
      texts.forEach((one, index) => {
        assert.ok(one.left >= 0 && one.right <= width, `${one.words} at ${width}`);
        for (const other of texts.slice(index + 1)) {
          const apart = one.right <= other.left + 1 || other.right <= one.left + 1 || one.bottom <= other.top + 3
            || other.bottom <= one.top + 3;
          assert.ok(apart, `${chart} at ${width}: ${one.words} and ${other.words}`);
        }
      });
    }
  }
  await page.context().close();
}

test("no two labels of a picture lie upon each other, and none leaves it, from 320 to 1280 pixels", async () => {
  for (const widths of [[320, 390, 640, 800], [1024, 1280]]) await labelsApart(widths);
});

for (const view of ["page", "canvas"]) {
  test(`what is tried shows beside the packet and leaves it byte for byte the same, in ${view} view`, async () => {
    const page = await openResult({ view });
    const before = await savedPacket(page);
    const cell = (row, column) => page.locator('[id="what_if.table"] tbody tr').nth(row).locator("th, td").nth(column).textContent();
    await element(page, "what_if.trips").focus();
    await page.keyboard.type("6");
    assert.equal(await cell(3, 2), "−$3,252.20");
    assert.equal(await cell(3, 3), "$5,043.60");
    await element(page, "what_if.place").focus();
    await page.keyboard.type("Denver, CO");
    await page.waitForSelector("[role=option]");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await element(page, "what_if.method").selectOption("extras_only");
    assert.notEqual(await cell(0, 2), await cell(0, 1));
    assert.equal(await cell(1, 2), "$5,763.60");
    assert.equal(await savedPacket(page), before);
    await element(page, "what_if.trips").fill("25");
    await page.keyboard.press("Tab");
    assert.match(await element(page, "what_if.trips/problem").textContent(), /Write a whole number from 0 to 24/);
    await click(page, "what_if.reset");
    assert.equal(await cell(3, 2), await cell(3, 1));
    assert.equal(await element(page, "what_if.trips").inputValue(), "");
    assert.equal(await savedPacket(page), before);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test("axe-core finds nothing on the result with everything open and tried, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await openResult({ context: { colorScheme, bypassCSP: true } });
    await click(page, "result.what_if");
    await element(page, "what_if.trips").fill("25");
    await element(page, "what_if.place").focus();
    await drawn(page, "result.trips");
    await page.addScriptTag({ path: axeSource });
    const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`));
    assert.deepEqual(found, []);
    await useView(page, "canvas");
    assert.equal(await page.getByRole("group", { name: "Net annual change for 0 to 24 trips a year" }).count(), 1);
    await page.context().close();
  }
});
