// The canvas and its ladder: no frames while nothing happens, sharp at any pixel ratio, WebGL or software or page view
// by itself, and nothing lost that was typed while it was still on its way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, netChange, savedAnswer, savedPacket } from "./person.mjs";
import { go, openExample, steps } from "./steps.mjs";
import { element, frames, launchBrowser, nodeOf, openWizard, pageViewBecause, PNG, settled, useSite, viewOf } from "./support.mjs";
import { exampleA } from "./worked_answers.mjs";

const at = useSite({ contentSecurityPolicy: true });

test("no frame is drawn while nothing happens, and one is when something does", async () => {
  const page = await at.open({ view: "canvas" });
  await fill(page, exampleA.steps);
  await settled(page);
  const before = await frames(page);
  assert.ok(before > 0, "the canvas has drawn");
  await page.waitForTimeout(3000); // Time: nothing is to be drawn in it.
  assert.equal(await frames(page), before);
  await element(page, "step:travel").evaluate((link) => link.click());
  await settled(page);
  assert.ok(await frames(page) > before);
  await page.context().close();
});

for (const scale of [1, 1.5, 2, 3]) {
  test(`the canvas has a pixel of its own for each of the screen at ${scale}×, and follows the size of the page`, async () => {
    const page = await at.open({ view: "canvas", scale });
    for (const [width, height] of [[1280, 800], [900, 700], [700, 900]]) {
      await page.setViewportSize({ width, height });
      await settled(page);
      const canvas = await page.evaluate(() => {
        const node = document.querySelector("canvas");
        const box = node.getBoundingClientRect();
        return { width: node.width, height: node.height, shown: [box.width, box.height] };
      });
      assert.ok(Math.abs(canvas.width - canvas.shown[0] * scale) <= 1, `${canvas.width} for ${canvas.shown[0]} at ${scale}`);
      assert.ok(Math.abs(canvas.height - canvas.shown[1] * scale) <= 1);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `nothing to scroll sideways at ${width}`);
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

for (const [width, height] of [[1280, 500], [600, 500]]) {
  test(`what Tab comes to on the canvas is in sight with the ring around it, at ${width} × ${height}`, async () => {
    const page = await at.open({ view: "canvas", width, height });
    await go(page, "travel");
    await element(page, "main.heading").focus();
    const ring = 4; // pixels, around what has the focus
    const cut = [];
    for (let stop = 0; stop < 24; stop += 1) {
      await page.keyboard.press("Tab");
      await settled(page);
      cut.push(await page.evaluate((room) => {
        const { activeElement: control } = document;
        const region = control.closest(".region");
        if (!control.matches("main *")) return "";
        const shown = control.matches("[type=radio]") ? control.parentElement : control;
        const [at, around] = [shown, region].map((node) => node.getBoundingClientRect());
        const [top, bottom] = [Math.max(around.top, 0), Math.min(around.bottom, innerHeight)];
        return at.top - room >= top && at.bottom + room <= bottom ? "" : `${control.id}: ${at.top} to ${at.bottom} in ${top} to ${bottom}`;
      }, ring));
    }
    assert.deepEqual(cut.filter(Boolean), []);
    await page.context().close();
  });
}

test("each control lies over what the canvas drew for it, also after scrolling", async () => {
  const page = await at.open({ view: "canvas" });
  await element(page, "step:travel").evaluate((link) => link.click());
  await settled(page);
  for (const id of ["travel_budget.transport", "travel_budget.trips"]) {
    await element(page, id).evaluate((node) => node.scrollIntoView({ block: "center" }));
    await settled(page);
    const box = await element(page, id).boundingBox();
    assert.ok(box.width >= 30 && box.height >= 24, `${id} is large enough to hit`);
    // The frame of a field is a line darker than the paper on both sides of it, in the picture itself.
    const { x, y, height } = box;
    const strip = { x: Math.round(x) - 4, y: Math.round(y + height / 2), width: 9, height: 1 };
    const { data } = PNG.sync.read(await page.screenshot({ clip: strip }));
    const light = Array.from({ length: strip.width }, (_, at) => data[4 * at] + data[4 * at + 1] + data[4 * at + 2]);
    const edge = Math.max(...light) - Math.min(...light);
    assert.ok(edge > 60, `the edge of ${id} is where its element is (contrast ${edge})`);
  }
  await page.context().close();
});

// Runs in the page. Of what the pointer can use on the canvas: what is too small, and what no native control stands for.
function findUnusable() {
  const { screen, canvas } = document.querySelector(".ftt").ftt;
  const controls = ["field", "combo", "select", "checkbox", "button", "link", "disclosure"];
  const kinds = new Map(screen.nodes.map(({ id, kind }) => [id, kind]));
  const found = [];
  let count = 0;
  for (const [id, , , , width, height] of canvas.layout.rects) {
    const isOption = id.includes("=") && kinds.get(id.split("=")[0]) === "choice";
    if (!isOption && !id.startsWith("cite:") && !controls.includes(kinds.get(id))) continue;
    count += 1;
    if (width < 24 || height < 24) found.push(`${id} is ${width} by ${height}`);
    const twin = document.getElementById(id);
    if (!twin?.matches("a[href], button, input, select, textarea, summary") || twin.disabled || twin.tabIndex < 0) {
      found.push(`${id} has no control in the twin: ${twin?.outerHTML.slice(0, 80)}`);
    }
  }
  return { found, count };
}

for (const width of [1280, 390]) {
  test(`at ${width} every target of every step is 24 pixels large and is a native control too, for whoever has no pointer`, async () => {
    const page = await at.open({ view: "canvas", width });
    await openExample(page);
    let count = 0;
    for (const step of steps) {
      await go(page, step);
      const looked = await page.evaluate(findUnusable);
      assert.deepEqual(looked.found, [], step);
      count += looked.count;
    }
    assert.ok(count > 400, `${count} targets were looked at`);
    await page.context().close();
  });
}

test("without WebGL the canvas is drawn by the software rasterizer", async () => {
  const plain = await launchBrowser("software");
  const page = await openWizard(plain, at.site.address, { view: "canvas", before: (p) => p.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function getContext(kind, ...more) {
      return kind.startsWith("webgl") ? null : real.call(this, kind, ...more);
    };
  }) });
  await fill(page, exampleA.steps);
  await settled(page);
  const colors = await page.evaluate(() => {
    const canvas = document.querySelector("canvas");
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    const seen = new Set();
    for (let at = 0; at < pixels.length; at += 404) seen.add((pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]);
    return seen.size;
  });
  assert.ok(colors > 8, `${colors} colors in the picture`);
  assert.deepEqual(page.complaints, []);
  await plain.close();
});

test("without any canvas the page view comes by itself and says so, and the form works", async () => {
  const page = await at.open({ view: null, before: (p) => p.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  }) });
  await page.waitForFunction(() => document.querySelector(".ftt").dataset.canvas === "lost");
  assert.equal(await viewOf(page), "page");
  assert.equal((await nodeOf(page, "main.notice")).label, pageViewBecause("the browser gives neither WebGL nor a 2D canvas"));
  await fill(page, exampleA.steps);
  assert.equal(netChange(await savedPacket(page)), "-8295.80");
  await page.context().close();
});

test("the form is used while the canvas is on its way, and nothing typed meanwhile is lost", async () => {
  let release;
  const gate = new Promise((done) => { release = done; });
  const page = await at.open({ view: null, before: (p) => p.route(/canvas\.wasm|\.ttf/, async (route) => {
    await gate;
    await route.continue();
  }) });
  await element(page, "step:travel").evaluate((link) => link.click());
  await element(page, "travel_budget.transport").focus();
  await page.keyboard.type("412");
  release();
  await page.waitForSelector(".ftt[data-view=canvas]");
  await page.keyboard.type(".60");
  assert.equal(await element(page, "travel_budget.transport").inputValue(), "412.60");
  assert.equal(await page.evaluate(() => document.activeElement.id), "travel_budget.transport");
  await page.keyboard.press("Tab");
  assert.equal(await element(page, "travel_budget.transport").inputValue(), "$412.60");
  assert.equal(await savedAnswer(page, "travel_budget.transport"), "412.60");
  await page.context().close();
});
