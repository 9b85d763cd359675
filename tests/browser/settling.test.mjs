// How the form comes and what moves in it by itself: every frame that a person sees while it loads and while the views
// are switched, where a field's text stands with and without the focus, and one column where there is little room.
//
// Frames are the browser's own screencast. Does not judge how anything looks at rest.
import assert from "node:assert/strict";
import { test } from "node:test";
import { go, openExample } from "./steps.mjs";
import { element, hasEverything, PNG, settled, untilSo, useSite, useView, viewOf } from "./support.mjs";

const at = useSite();
const click = (page, id) => element(page, id).evaluate((node) => node.click());

// All frames that the browser shows while something is done, as pictures.
async function framesDuring(page, act) {
  const session = await page.context().newCDPSession(page);
  const frames = [];
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    frames.push(PNG.sync.read(Buffer.from(data, "base64")));
    session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await session.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  await act();
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  await session.send("Page.stopScreencast");
  await session.detach();
  return frames;
}

// How far down the banner's dark ground goes at the window's right edge, where no words are.
function bannerOf({ width, height, data }) {
  let y = 0;
  const isDark = (row) => {
    const place = (row * width + width - 3) * 4;
    return data[place] < 60 && data[place + 1] < 80 && data[place + 2] > 60;
  };
  while (y < height && isDark(y)) y += 1;
  return y;
}

test("the canvas is never seen squashed: in each frame of loading and of switching the banner is as high as at rest", async () => {
  const page = await at.open({ view: null });
  await page.waitForSelector(".ftt[data-canvas=drawn]");
  const frames = [];
  for (let turn = 0; turn < 3; turn += 1) {
    frames.push(...await framesDuring(page, async () => {
      await page.reload();
      await page.waitForSelector(".ftt[data-canvas=drawn]");
      await settled(page);
    }));
  }
  assert.equal(await viewOf(page), "canvas");
  await hasEverything(page);
  for (const view of ["page", "canvas", "page", "canvas"]) {
    frames.push(...await framesDuring(page, () => useView(page, view)));
  }
  const heights = frames.map(bannerOf).filter((height) => height > 0); // before the first paint there is none
  assert.ok(heights.length >= 8, `${heights.length} frames were seen`);
  assert.deepEqual([...new Set(heights)].map((height) => Math.abs(height - 60) <= 1), [...new Set(heights)].map(() => true),
    `the banner was ${heights.join(", ")} px high`);
  await page.context().close();
});

for (const [view, width] of [["canvas", 1280], ["page", 1280], ["page", 390]]) {
  test(`after the first paint the ${view} at ${width} settles once, and nothing moves after that`, async () => {
    const page = await at.open({ view: null, width, before: async (opened) => {
      if (view === "page") await opened.addInitScript(() => localStorage.setItem("telework.view", "page"));
      await opened.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ startTime, value, sources }) => ({
          at: Math.round(startTime), value, what: sources.map(({ node }) => node?.id || node?.className || String(node?.nodeName)),
        })))).observe({ type: "layout-shift", buffered: true });
      });
    } });
    await hasEverything(page);
    assert.equal(await viewOf(page), view);
    const shifts = await page.evaluate(() => window.shifts.filter(({ value }) => value > 0.0005));
    const times = [...new Set(shifts.map(({ at: time }) => time))];
    assert.ok(times.length <= 1, `it moved at ${JSON.stringify(shifts)}`);
    await page.context().close();
  });
}

// The ink of a field's text: the rows and columns between which it is, and how dark it is in all.
function inkOf({ width, height, data }) {
  const ink = { left: width, top: height, right: 0, bottom: 0, sum: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dark = 255 - data[(y * width + x) * 4 + 1];
      if (dark > 100) {
        Object.assign(ink, { left: Math.min(ink.left, x), top: Math.min(ink.top, y), right: Math.max(ink.right, x), bottom: Math.max(ink.bottom, y) });
      }
      ink.sum += dark;
    }
  }
  return ink;
}

test("a field's text is where it stood when the field gets the focus, on the canvas", async () => {
  const page = await at.open({ view: "canvas", context: { bypassCSP: true } });
  await page.addStyleTag({ content: ".entry { caret-color: transparent !important; }" });
  await openExample(page);
  for (const [step, id] of [["employee", "position.title"], ["travel", "travel_budget.transport"], ["employee", "employee.requested_worksite"]]) {
    await go(page, step);
    await element(page, id).evaluate((field) => field.scrollIntoView({ block: "center" }));
    await settled(page);
    const box = await element(page, id).boundingBox();
    const inside = { x: box.x + 6, y: box.y + 6, width: box.width - 12, height: box.height - 12 };
    const before = inkOf(PNG.sync.read(await page.screenshot({ clip: inside })));
    await element(page, id).focus();
    await element(page, id).evaluate((field) => field.setSelectionRange(0, 0));
    await page.keyboard.press("Escape");
    await settled(page);
    const after = inkOf(PNG.sync.read(await page.screenshot({ clip: inside })));
    assert.ok(before.right - before.left > 20, `${id} has text`);
    assert.deepEqual([after.top, after.bottom], [before.top, before.bottom], `${id} moves up or down`);
    for (const side of ["left", "right"]) {
      assert.ok(Math.abs(after[side] - before[side]) <= 1, `${id}: ${side} ${before[side]} becomes ${after[side]}`);
    }
    await element(page, id).evaluate((field) => field.blur());
  }
  await page.context().close();
});

for (const view of ["page", "canvas"]) {
  test(`at 640 pixels, which are 200% of 1280, there is one column, in ${view} view`, async () => {
    for (const [width, columns] of [[640, 1], [641, 2]]) {
      const page = await at.open({ view, width, height: 900 });
      const lefts = await page.evaluate(() => [".steps", ".main"].map((region) => Math.round(document.querySelector(region).getBoundingClientRect().left)));
      assert.equal(new Set(lefts).size, columns, `${width} px: ${lefts}`);
      const widest = await page.evaluate(() => Math.round(document.querySelector(".main").getBoundingClientRect().width));
      if (columns === 1) assert.ok(widest >= 620, `the step is ${widest} px wide`);
      await page.context().close();
    }
  });

  test(`on a phone the steps are a list behind the one that is shown, in ${view} view`, async () => {
    const page = await at.open({ view, width: 390, height: 844 });
    const fold = element(page, "steps.fold");
    const steps = page.locator(".steps .step");
    assert.equal(await fold.innerText().then((words) => words.trim()), "Steps: Start");
    assert.equal(await steps.count(), 0);
    await click(page, "steps.fold");
    if (view === "canvas") await settled(page);
    const rows = await steps.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON()));
    assert.ok(rows.length >= 15, `${rows.length} steps`);
    rows.forEach((row, index) => {
      assert.ok(row.height >= 44 && row.left >= 0 && row.right <= 390, JSON.stringify(row));
      assert.ok(index === 0 || row.top >= rows[index - 1].bottom - 1, "one below the other");
    });
    if (view === "page") {
      assert.match(await element(page, "step:travel").locator(".state").innerText(), /not started/i);
      assert.ok(await element(page, "step:travel").locator(".state").isVisible());
    }
    await click(page, "step:travel");
    await untilSo(page, () => document.getElementById("steps.fold").textContent.includes("Travel"));
    assert.equal(await steps.count(), 0, "the list is folded again");
    await page.context().close();
  });
}

test("on a phone the result that was opened folds away on the next step", async () => {
  const page = await at.open({ width: 390, height: 844 });
  await openExample(page);
  await go(page, "travel");
  await click(page, "result.fold");
  await element(page, "result.bars").waitFor();
  await click(page, "actions.next");
  await untilSo(page, () => document.getElementById("steps.fold").textContent.includes("Costs"));
  assert.equal(await element(page, "result.fold").getAttribute("aria-expanded"), "false");
  assert.equal(await element(page, "result.bars").count(), 0);
  await page.context().close();
});
