// The wizard in Firefox ESR: worked example A with the keyboard alone, as in Chromium byte for byte; the canvas by WebGL,
// by the module's own drawing, lost, and not there at all; editing; what a person has set; files; and where the focus goes.
//
// Does not hold the print (paper.test.mjs) and does not repeat what no browser can do differently.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { startServer } from "../../web/site/serve.mjs";
import { checkPlaces } from "./disparities.mjs";
import { startScreen } from "./driven.mjs";
import { startFirefox } from "./firefox.mjs";
import { answerAllWithKeyboard, fill, netChange, packetInChromium, pressWithKeyboard, savedAnswer, savedPacket } from "./person.mjs";
import { go, looksThrough, openExample, steps, summaryOfErrors } from "./steps.mjs";
import { element, nodeOf, pageViewBecause, scenario, settled, siteFolder, useView, viewOf } from "./support.mjs";
import { checkFigures, exampleA } from "./worked_answers.mjs";

let site;
let screen;
before(async () => {
  site = await startServer(siteFolder, { contentSecurityPolicy: true });
  screen = await startScreen();
});
after(async () => {
  screen.close();
  await site.close();
});

// A Firefox with these preferences for a group of tests; at.open(how) gives a page of the wizard.
function useFirefox(preferences) {
  const at = { open: (how) => at.firefox.open(site.address, how) };
  before(async () => { at.firefox = await startFirefox(screen, preferences); });
  after(() => at.firefox.close());
  return at;
}

// Nothing on the console, nothing asked for elsewhere.
async function closeQuietly(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

const rendererOf = (page) => page.evaluate(() => document.querySelector(".ftt").ftt.canvas?.renderer);
const focusedId = (page) => page.evaluate(() => document.activeElement.id);
const lastName = "employee.last_name";
const savedName = async (page) => JSON.parse(await savedPacket(page)).employee.last_name;

async function openEmployee(at, view) {
  const page = await at.open({ view });
  await go(page, "employee");
  await element(page, lastName).focus();
  return page;
}

describe("Firefox as it comes", () => {
  const at = useFirefox();

  test("worked example A with the keyboard alone gives Chromium's packet, byte for byte, in both views", async () => {
    const packet = await packetInChromium(site.address, exampleA.steps);
    checkFigures(packet, exampleA);
    for (const view of ["page", "canvas"]) {
      const page = await at.open({ view });
      await answerAllWithKeyboard(page, exampleA.steps);
      assert.equal(await viewOf(page), view);
      assert.equal(await savedPacket(page, () => pressWithKeyboard(page, "banner.save")), packet, `in ${view} view`);
      await closeQuietly(page);
    }
  });

  test("the canvas is drawn with WebGL, and each element lies where it is drawn: scrolled, resized and zoomed", async () => {
    const page = await at.open({ view: "canvas" });
    assert.equal(await rendererOf(page), "webgl");
    await openExample(page);
    for (const step of ["travel", "concurrences"]) {
      await go(page, step);
      for (const [width, height, scale] of [[1280, 800, 1], [800, 900, 1], [853, 533, 1.5], [640, 400, 2]]) {
        await page.setViewportSize({ width, height, scale });
        await page.waitForFunction((wanted) => devicePixelRatio === wanted[1] && innerWidth === wanted[0], [width, scale]);
        await settled(page);
        await checkPlaces(page, `${step} at ${width} × ${height}, ${scale}×`);
      }
    }
    assert.equal(await viewOf(page), "canvas");
    await closeQuietly(page);
  });

  test("graphics that are lost and come back are drawn again; lost for good they give way to the page view, until asked for", async () => {
    const page = await at.open({ view: "canvas" });
    await go(page, "travel");
    await element(page, "travel_budget.transport").focus();
    const lose = (restores) => page.evaluate((again) => {
      const graphics = document.querySelector("canvas").getContext("webgl").getExtension("WEBGL_lose_context");
      graphics.loseContext();
      // Time: the graphics are away that long.
      if (again) setTimeout(() => {
        window.drawnBefore = document.querySelector(".ftt").ftt.canvas.frames;
        graphics.restoreContext();
      }, 300);
    }, restores);
    await lose(true);
    await page.keyboard.type("412");
    await page.waitForFunction(() => document.querySelector(".ftt").ftt.canvas.frames > window.drawnBefore);
    await settled(page);
    assert.equal(await viewOf(page), "canvas");
    await lose(false);
    await page.keyboard.type(".60");
    await page.waitForSelector(".ftt[data-view=page]");
    assert.equal((await nodeOf(page, "main.notice")).label, pageViewBecause("the graphics were lost"));
    assert.equal(await focusedId(page), "travel_budget.transport");
    assert.equal(await savedAnswer(page, "travel_budget.transport"), "412.60");
    await useView(page, "canvas");
    assert.equal(await rendererOf(page), "webgl", "the canvas comes again when it is asked for");
    await closeQuietly(page);
  });

  test("without any canvas the page view comes by itself and says so, and the form works", async () => {
    const page = await at.open({ view: null, before: () => { HTMLCanvasElement.prototype.getContext = () => null; } });
    await page.waitForFunction(() => document.querySelector(".ftt").dataset.canvas === "lost");
    assert.equal(await viewOf(page), "page");
    assert.equal((await nodeOf(page, "main.notice")).label, pageViewBecause("the browser gives neither WebGL nor a 2D canvas"));
    await fill(page, exampleA.steps);
    assert.equal(netChange(await savedPacket(page)), "-8295.80");
    await closeQuietly(page);
  });

  for (const view of ["page", "canvas"]) {
    test(`typing, selecting, undo, redo and the clipboard are the browser's own, in ${view} view`, async () => {
      const page = await openEmployee(at, view);
      const before = await element(page, lastName).boundingBox();
      await page.keyboard.type("Kahaleʻulu-O'Brien 👩🏽‍💻");
      assert.deepEqual(await element(page, lastName).boundingBox(), before, "the field stays where it is");
      await page.keyboard.press("Control+z");
      const undone = await element(page, lastName).inputValue();
      assert.ok(undone.length < 20, `undone to ${JSON.stringify(undone)}`);
      await page.keyboard.press("Control+Shift+z");
      assert.equal(await element(page, lastName).inputValue(), "Kahaleʻulu-O'Brien 👩🏽‍💻");
      const box = await element(page, lastName).boundingBox();
      await page.mouse.dblclick(box.x + 30, box.y + box.height / 2);
      const selected = await element(page, lastName).evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
      assert.match(selected, /^Kahale/);
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Control+x");
      assert.equal(await element(page, lastName).inputValue(), "");
      await element(page, "employee.first_name").focus();
      await page.keyboard.press("Control+v");
      await page.keyboard.press("Tab");
      assert.deepEqual(JSON.parse(await savedPacket(page)).employee, { first_name: "Kahaleʻulu-O'Brien 👩🏽‍💻" });
      await closeQuietly(page);
    });

    test(`what an input method or a dead key composes in place is taken once, in ${view} view`, async () => {
      const page = await openEmployee(at, view);
      await page.keyboard.type("Ren");
      // The events that Firefox sends while composing; a driver cannot make the system's input method send them.
      await element(page, lastName).evaluate((field) => {
        const said = (name, data) => field.dispatchEvent(new CompositionEvent(name, { data, bubbles: true }));
        said("compositionstart", "");
        for (const data of ["´", "é", "日", "日本"]) {
          said("compositionupdate", data);
          field.value = `Ren${data}`;
          field.dispatchEvent(new InputEvent("input", { data, inputType: "insertCompositionText", isComposing: true, bubbles: true }));
          if (field.value !== `Ren${data}`) throw new Error(`composing ${data} left ${field.value}`);
        }
        said("compositionend", "日本");
        field.dispatchEvent(new InputEvent("input", { data: "日本", inputType: "insertCompositionText", bubbles: true }));
      });
      await page.keyboard.press("Tab");
      assert.equal(await savedName(page), "Ren日本");
      await closeQuietly(page);
    });

    test(`the errors of a step are summed up with the focus, and each leads to its field, in ${view} view`, async () => {
      const page = await at.open({ view });
      const entries = await summaryOfErrors(page);
      assert.equal(await focusedId(page), "main.errors");
      assert.ok(entries.length >= 8, `${entries.length} entries`);
      for (const id of entries.slice(0, 3)) {
        await element(page, id).focus();
        await page.keyboard.press("Enter");
        assert.equal(await focusedId(page), id.replace("errors:", ""));
      }
      await closeQuietly(page);
    });

    test(`suggestions are gone through with the arrows, taken with Enter and with the mouse, in ${view} view`, async () => {
      const page = await at.open({ view });
      await go(page, "employee");
      const place = "employee.requested_worksite";
      await element(page, place).focus();
      await page.keyboard.type("Gallatin");
      await page.waitForSelector("[role=option]");
      await page.keyboard.press("ArrowDown");
      assert.ok(await element(page, place).getAttribute("aria-activedescendant"));
      await page.keyboard.press("Escape");
      assert.equal(await element(page, place).getAttribute("aria-expanded"), "false");
      await page.keyboard.press("Control+a");
      await page.keyboard.type("Gallatin County, MT");
      await page.waitForSelector("[role=option]");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      assert.equal(await element(page, place).inputValue(), "Gallatin County, MT");
      await element(page, "position.agency_worksite").focus();
      await page.keyboard.type("Washing");
      await page.waitForSelector("[role=option]");
      const box = await page.locator("[role=option]").boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      assert.match(await element(page, "position.agency_worksite").inputValue(), /^Washington/);
      assert.equal(await focusedId(page), "position.agency_worksite");
      await closeQuietly(page);
    });
  }

  test("looking through the fields of a file changes nothing of it, with line breaks, blanks and letters in two parts", async () => {
    const page = await at.open();
    await looksThrough(page);
    await closeQuietly(page);
  });

  test("what is tried beside the packet with the keyboard is worked out at once", async () => {
    const page = await at.open();
    await openExample(page);
    const before = await savedPacket(page);
    await go(page, "result");
    if (await element(page, "what_if.trips").count() === 0) await element(page, "result.what_if").evaluate((button) => button.click());
    await element(page, "what_if.trips").focus();
    await page.keyboard.type("6");
    await page.keyboard.press("Tab");
    const { rows } = await nodeOf(page, "what_if.table");
    assert.deepEqual(rows.find(({ id }) => id === "net").cells.slice(1, 3), ["−$8,295.80", "−$3,252.20"]);
    await element(page, "what_if.reset").focus();
    await page.keyboard.press("Enter");
    assert.equal(await element(page, "what_if.trips").inputValue(), "");
    assert.equal(await savedPacket(page), before, "the packet has none of it");
    await closeQuietly(page);
  });

  for (const view of ["page", "canvas"]) {
    test(`each stop of Tab's has a name, in a low window too, in ${view} view`, async () => {
      const page = await at.open({ view, height: 400 });
      await openExample(page);
      await go(page, "travel");
      await element(page, "main.heading").focus();
      const nameless = await page.evaluate(() => [...document.querySelectorAll("body *")]
        .filter((node) => node.tabIndex >= 0 || (node.scrollHeight > node.clientHeight && /auto|scroll/.test(getComputedStyle(node).overflowY)))
        .filter((node) => node.getAttribute("tabindex") !== "-1" && node.checkVisibility())
        .filter((node) => !node.matches("button, a, input, select, textarea, [aria-label], [aria-labelledby], html, body"))
        .map((node) => `${node.localName}.${node.className}`));
      assert.deepEqual(nameless, []);
      const stops = [];
      for (let count = 0; count < 60; count += 1) {
        await page.keyboard.press("Tab");
        stops.push(await page.evaluate(() => {
          const { activeElement: stop } = document;
          return stop.matches("body, button, a, input, select, textarea, [aria-label], [aria-labelledby]") ? "" : `${stop.localName}.${stop.className}`;
        }));
      }
      assert.deepEqual(stops.filter(Boolean), []);
      await closeQuietly(page);
    });
  }

  test("a file is opened and dropped, and is saved as the same packet", async () => {
    const page = await at.open();
    await openExample(page);
    const first = await savedPacket(page);
    const stored = await readFile(scenario("example_a.json"), "utf8");
    const dropped = await at.open();
    await dropped.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "example_a.json", { type: "application/json" }));
      document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, stored);
    await dropped.waitForFunction(() => document.getElementById("step:check").getAttribute("aria-current") === "step");
    assert.equal(await savedPacket(dropped), first);
    await closeQuietly(dropped);
    await closeQuietly(page);
  });
});

describe("Firefox without WebGL, dark, and with reduced motion", () => {
  const at = useFirefox({ "webgl.disabled": true, "layout.css.prefers-color-scheme.content-override": 0, "ui.prefersReducedMotion": 1 });

  test("the canvas is drawn by the module itself, dark, and each element lies where it is drawn", async () => {
    const page = await at.open({ view: "canvas" });
    assert.equal(await rendererOf(page), "software");
    await openExample(page);
    await go(page, "result");
    await checkPlaces(page, "result");
    const light = await page.evaluate(() => {
      const canvas = document.querySelector("canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((_, at) => at % 4 === 1).reduce((sum, green) => sum + green, 0) / (data.length / 4);
    });
    assert.ok(light < 80, `the picture is as light as ${light} of 255`);
    await closeQuietly(page);
  });

  test("nothing moves by itself, and at 400% zoom nothing has to be scrolled sideways", async () => {
    const page = await at.open({ width: 320, height: 256, scale: 4 });
    await fill(page, exampleA.steps);
    for (const step of ["start", "employee", "travel", "result", "check"]) {
      await go(page, step);
      const { moving, overflow } = await page.evaluate(() => ({
        moving: document.getAnimations().filter(({ effect }) => effect.getTiming().duration > 0).length,
        overflow: document.documentElement.scrollWidth - innerWidth,
      }));
      assert.equal(moving, 0, step);
      assert.ok(overflow <= 0, `${step} is ${overflow} px too wide`);
    }
    await closeQuietly(page);
  });
});

describe("Firefox with forced colors", () => {
  const at = useFirefox({ "browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1 });

  test("the page view comes by itself, and the step that one is on can be told from the others", async () => {
    const page = await at.open({ view: null });
    await page.waitForFunction(() => document.querySelector(".ftt").dataset.canvas === "unused");
    assert.equal(await viewOf(page), "page");
    await fill(page, exampleA.steps);
    await go(page, "check");
    assert.equal(await page.locator('[data-state="complete"] .state').textContent(), "Done");
    const [here, ...others] = await page.evaluate(() => [document.querySelector(".step[aria-current]"),
      ...document.querySelectorAll(".step:not([aria-current])")].map((link) => getComputedStyle(link).borderInlineStartColor));
    assert.ok(!others.includes(here), `the line beside it is ${here}, the others' ${others[0]}`);
    await closeQuietly(page);
  });
});

describe("Firefox with its text alone twice as large", () => {
  // The system's size of text, taken for text alone and not for the whole page.
  const at = useFirefox({ "ui.textScaleFactor": 200, "browser.display.os-zoom-behavior": 2 });

  test("with text alone at 200% no step loses a word or covers one, and nothing is wider than the window", async () => {
    const page = await at.open();
    const size = await page.evaluate(() => {
      const sample = document.body.appendChild(document.createElement("span"));
      sample.style.font = "100px/1 monospace";
      sample.textContent = "M";
      const { height } = sample.getBoundingClientRect();
      sample.remove();
      return height;
    });
    assert.ok(size > 150, `a letter of 100 px is ${size} px high`);
    await openExample(page);
    for (const step of steps) {
      await go(page, step);
      const { tooWide, cut, covered } = await page.evaluate(() => {
        const isShown = (node) => node.checkVisibility() && !node.closest(".unseen, .tone-word, .state, .toolbar > .name, .skip, svg");
        const texts = (region) => {
          const walk = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walk.nextNode()) {
            const { currentNode: text } = walk;
            if (!text.data.trim() || !isShown(text.parentElement) || text.parentElement.closest("select, .table")) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            found.push(...[...range.getClientRects()].map((box) => ({ box, words: text.data.slice(0, 30) })));
          }
          return found;
        };
        const over = (one, two) => Math.min(Math.min(one.right, two.right) - Math.max(one.left, two.left), (Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top)) / 4) > 3;
        return {
          tooWide: document.documentElement.scrollWidth - innerWidth,
          cut: [...document.querySelectorAll(".stage :is(p, h1, h2, h3, label, legend, button, a)")]
            .filter((node) => isShown(node) && getComputedStyle(node).display !== "inline" && !node.closest(".table, .steps > .content"))
            .filter((node) => node.scrollWidth > node.clientWidth + 1 || (getComputedStyle(node).overflowY !== "visible" && node.scrollHeight > node.clientHeight + 1))
            .map((node) => node.id || node.textContent.slice(0, 40)),
          covered: [...document.querySelectorAll(".banner, main, .actions")].flatMap((region) => {
            const all = texts(region);
            return all.flatMap((one, index) => all.slice(index + 1).filter((two) => over(one.box, two.box)).map((two) => `${one.words} and ${two.words}`));
          }),
        };
      });
      assert.ok(tooWide <= 0, `${step} is ${tooWide} px too wide`);
      assert.deepEqual({ cut, covered }, { cut: [], covered: [] }, step);
    }
    await closeQuietly(page);
  });
});
