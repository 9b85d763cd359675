// Each step in both views, empty and filled: no violation that axe-core knows of, nothing broader than the screen, one
// first heading, names that can be seen. And what moves the focus, and what is said when.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fill, openFile, unfoldSteps } from "./person.mjs";
import { go, openExample, steps, summaryOfErrors } from "./steps.mjs";
import { axeSource, chooserAfter, element, nodeOf, rested, scenario, useSite, violations } from "./support.mjs";
import { exampleA } from "./worked_answers.mjs";

const at = useSite();

for (const view of ["page", "canvas"]) {
  for (const state of ["empty", "filled"]) {
    test(`axe-core finds nothing on any step, ${state}, in ${view} view`, async () => {
      // axe-core itself is a script from elsewhere, which the page's policy refuses.
      const page = await at.open({ view, context: { bypassCSP: true } });
      if (state === "filled") await fill(page, exampleA.steps);
      await page.addScriptTag({ path: axeSource });
      for (const step of steps) {
        await go(page, step);
        assert.deepEqual(await violations(page, view), [], `step ${step}`);
      }
      await page.context().close();
    });
  }
}

test("page view reflows without sideways scrolling from 320 to 1280 pixels, light and dark", async () => {
  const page = await at.open({ width: 320 });
  await fill(page, exampleA.steps);
  for (const width of [320, 390, 640, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: width === 390 ? "dark" : "light" });
    await rested(page);
    for (const step of steps) {
      await go(page, step);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${step} at ${width}: ${overflow} px too wide`);
    }
  }
  await page.context().close();
});

const focusedId = (page) => page.evaluate(() => document.activeElement.id);

// The name that the browser gives to each control has the words that are seen of it, in their order, but those that describe
// it: the second line of a choice.
async function checkNames(page, session, where) {
  const seen = await page.evaluate(() => [...document.querySelectorAll(".stage :is(button, a:not(.skip), input, select, textarea)")]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest("[hidden]"))
    .map((node) => {
      node.dataset.asked = "";
      const label = node.labels?.[0] ?? node;
      const words = [...label.querySelectorAll("span")].filter((part) => part.children.length === 0 && part.checkVisibility() &&
        !part.closest(".state") && part.id !== (node.getAttribute("aria-describedby") ?? "none")).map((part) => part.textContent.trim());
      return { id: node.id, words: words.length > 0 ? words : [label.textContent.trim()] };
    }));
  // What comes meanwhile, such as a packet that is kept now, is not asked for.
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const names = new Map(nodes.map((node) => [node.backendDOMNodeId, node.name?.value ?? ""]));
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "[data-asked]" });
  for (const [index, nodeId] of nodeIds.entries()) {
    const { node } = await session.send("DOM.describeNode", { nodeId });
    const name = names.get(node.backendNodeId) ?? "";
    assert.notEqual(name, "", `${where}: ${seen[index].id} has a name`);
    let from = 0;
    for (const words of seen[index].words.filter(Boolean)) {
      from = name.indexOf(words, from);
      assert.ok(from >= 0, `${where}: ${seen[index].id} is called ${JSON.stringify(name)}, and shows ${JSON.stringify(words)}`);
    }
  }
  await page.evaluate(() => document.querySelectorAll("[data-asked]").forEach((node) => delete node.dataset.asked));
}

for (const view of ["page", "canvas"]) {
  test(`every step has its landmarks, one first heading, and no level of heading left out, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    for (const step of steps) {
      await go(page, step);
      const { landmarks, levels } = await page.evaluate(() => ({
        landmarks: [...document.querySelectorAll(".stage > *")].map(({ localName }) => localName),
        levels: [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].filter((node) => !node.closest("[hidden]"))
          .map(({ localName }) => Number(localName[1])),
      }));
      // Next follows the last question. What going on would cost has no bearing on ending it, nor has it on many packets.
      assert.deepEqual(landmarks, ["header", "nav", "main", "footer", ...["change", "inbox", "report"].includes(step) ? [] : ["aside"]], step);
      assert.equal(levels.filter((level) => level === 1).length, 1, step);
      levels.forEach((level, index) => assert.ok(index === 0 ? level === 1 : level <= levels[index - 1] + 1, `${step}: ${levels}`));
    }
    await page.context().close();
  });

  test(`a control is called by what can be seen of it, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    const session = await page.context().newCDPSession(page);
    for (const step of steps) {
      await go(page, step);
      await checkNames(page, session, step);
    }
    await page.context().close();
  });

  test(`with wrong answers, help and a chain too a control is called by what can be seen of it, in ${view} view`, async () => {
    const page = await at.open({ view });
    const session = await page.context().newCDPSession(page);
    await openFile(page, "chain.json", await readFile(scenario("chain.json"), "utf8"));
    await page.waitForFunction(() => document.getElementById("step:check")?.getAttribute("aria-current") === "step");
    await go(page, "concurrences");
    await checkNames(page, session, "a chain");
    await element(page, "banner.help").evaluate((button) => button.click());
    await element(page, "help.close").waitFor();
    await checkNames(page, session, "help");
    await summaryOfErrors(page);
    await checkNames(page, session, "wrong answers");
    await page.context().close();
  });

  test(`a step is gone to with its heading in focus and its title in the window, in ${view} view`, async () => {
    const page = await at.open({ view });
    for (const [id, title] of [["step:travel", "Travel"], ["actions.next", "Costs and savings"], ["actions.back", "Travel"]]) {
      await element(page, id).focus();
      await page.keyboard.press("Enter");
      assert.equal(await focusedId(page), "main.heading");
      assert.equal(await page.title(), `${title} · Full-time telework packet`);
      assert.equal((await nodeOf(page, "main.heading")).label, title);
    }
    await page.context().close();
  });

  test(`the summary of errors takes the focus, and each of its entries leads to its field, in ${view} view`, async () => {
    const page = await at.open({ view });
    const entries = await summaryOfErrors(page);
    assert.equal(await focusedId(page), "main.errors");
    assert.ok(entries.length >= 8, `${entries.length} entries`);
    for (const id of entries) {
      await element(page, id).focus();
      await page.keyboard.press("Enter");
      assert.equal(await focusedId(page), id.replace("errors:", ""));
    }
    await element(page, "actions.next").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.title(), "Costs and savings · Full-time telework packet", "the second time it goes on");
    await page.context().close();
  });

  test(`a result is said once, when the answer is finished, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    await go(page, "travel");
    await rested(page);
    await page.evaluate(() => {
      window.said = [];
      const status = document.querySelector("[role=status]");
      new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    });
    await element(page, "travel_budget.transport").fill("");
    await element(page, "travel_budget.transport").pressSequentially("1,500.25", { delay: 60 });
    assert.deepEqual(await page.evaluate(() => window.said), [], "nothing while typing");
    await page.keyboard.press("Tab");
    await rested(page);
    const said = await page.evaluate(() => window.said);
    assert.equal(said.length, 1, said.join(" | "));
    assert.match(said[0], /^GSA would spend \$4,756 more a year: pay /);
    assert.equal(await page.locator(".stage [aria-live], .stage output, .stage [role=status]").count(), 0);
    await page.context().close();
  });

  test(`a list of suggestions follows the pattern of a combo box, in ${view} view`, async () => {
    const page = await at.open({ view });
    await go(page, "employee");
    const field = element(page, "employee.current_worksite");
    const list = page.locator("[role=listbox]");
    const active = () => field.evaluate((node) => document.getElementById(node.getAttribute("aria-activedescendant"))?.textContent ?? "");
    await field.focus();
    await page.keyboard.type("Washing");
    await list.waitFor();
    await rested(page); // until the list is that of the last letter
    assert.equal(await field.getAttribute("aria-expanded"), "true");
    assert.equal(await field.getAttribute("aria-controls"), await list.getAttribute("id"));
    assert.equal(await list.evaluate((node) => node.closest("main, nav, aside, header, footer")?.localName), "main", "it is a part of where the field is");
    const options = await list.locator("[role=option]").allTextContents();
    assert.equal(await page.locator("[role=status]").textContent(), `${options.length} suggestions`, "their count is said once typing rests");
    assert.equal(await active(), "");
    await page.keyboard.press("ArrowDown");
    assert.equal(await active(), options[0]);
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(), options.at(-1), "round the end");
    await page.keyboard.press("Home");
    assert.equal(await field.evaluate((node) => node.selectionStart), 0, "Home is the text's");
    await page.keyboard.press("End");
    assert.equal(await field.evaluate((node) => node.selectionStart), "Washing".length);
    await page.keyboard.press("Escape");
    assert.equal(await field.getAttribute("aria-expanded"), "false");
    assert.equal(await field.getAttribute("aria-activedescendant"), null);
    assert.equal(await field.inputValue(), "Washing", "what was typed stays");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await field.inputValue(), "Washington, District of Columbia, DC");
    assert.equal(await focusedId(page), "employee.current_worksite");
    await element(page, "employee.requested_worksite").focus();
    await page.keyboard.type("Denver");
    await list.waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    assert.equal(await element(page, "employee.requested_worksite").inputValue(), "Denver", "Tab leaves what was typed");
    assert.equal(await list.isVisible(), false);
    await page.context().close();
  });

  test(`finding in the page finds labels, figures and messages, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openExample(page);
    await go(page, "travel");
    for (const words of ["What does one round trip to the office cost?", "What a trip costs", "$10,087.20", "The fare or mileage",
      "Fare once a trip", "Saved to example_a.json."]) {
      const isFound = await page.evaluate((text) => {
        getSelection().removeAllRanges();
        return window.find(text, false, false, true);
      }, words);
      assert.ok(isFound, words);
    }
    await page.context().close();
  });

  test(`a press of the right button is the browser's own, in ${view} view`, async () => {
    const page = await at.open({ view });
    await go(page, "travel");
    await page.evaluate(() => {
      window.menus = [];
      addEventListener("contextmenu", (event) => window.menus.push([event.target.id, event.defaultPrevented]));
    });
    await element(page, "travel_budget.transport").click({ button: "right" });
    assert.deepEqual(await page.evaluate(() => window.menus), [["travel_budget.transport", false]]);
    await page.context().close();
  });
}

test("a window that asks for more contrast has no gray text and stronger lines, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const colors = [];
    for (const contrast of ["no-preference", "more"]) {
      const page = await at.open({ context: { colorScheme, contrast } });
      await go(page, "travel");
      colors.push(await page.evaluate(() => {
        const colorOf = (selector, property) => getComputedStyle(document.querySelector(selector))[property];
        return { ink: colorOf("body", "color"), hint: colorOf(".hint", "color"), edge: colorOf("input.entry", "borderTopColor"),
          line: colorOf(".result", "borderInlineStartColor") };
      }));
      await page.context().close();
    }
    const [plain, more] = colors;
    assert.notEqual(plain.hint, plain.ink);
    assert.equal(more.hint, more.ink);
    assert.equal(more.edge, more.ink);
    assert.notEqual(more.line, plain.line);
  }
});

for (const [width, height] of [[1280, 800], [640, 400]]) {
  test(`in page view at ${width} × ${height} the link that Tab comes to is in sight, through all of the steps`, async () => {
    const page = await at.open({ width, height });
    await openExample(page);
    await unfoldSteps(page);
    await page.locator(".skip").focus();
    const seen = [];
    for (let count = 0; count < 30; ++count) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const { activeElement: link } = document;
        const { top, bottom, left, right } = link.getBoundingClientRect();
        const isOnTop = link.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
        return link.closest(".steps") && { id: link.id, isInSight: isOnTop && top > -0.5 && bottom < innerHeight + 0.5 && left >= 0 && right <= innerWidth };
      });
      if (!at) break;
      seen.push(at);
    }
    assert.ok(seen.length >= 16, `${seen.length} links`);
    assert.deepEqual(seen.filter(({ isInSight }) => !isInSight), []);
    await page.context().close();
  });
}

for (const view of ["page", "canvas"]) {
  test(`nothing but controls is called clickable, in ${view} view`, async () => {
    const page = await at.open({ view });
    await go(page, "travel");
    const session = await page.context().newCDPSession(page);
    const { result: { objectId } } = await session.send("Runtime.evaluate", {
      expression: '[...document.querySelectorAll("html, body, .ftt, .stage, .stage *")].filter((node) => !node.matches("button, a, input, select, textarea, label"))',
    });
    const { result: members } = await session.send("Runtime.getProperties", { objectId, ownProperties: true });
    const heard = [];
    for (const { name, value } of members.filter(({ name: index }) => /^\d+$/.test(index))) {
      const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: value.objectId });
      heard.push(...listeners.map(({ type }) => `${name} ${value.description} ${type}`).filter((said) => / (click|mousedown|mouseup)$/.test(said)));
    }
    assert.deepEqual(heard, []);
    await page.context().close();
  });
}

test("in canvas view what holds the words of a region scrolls nowhere by itself: a screen reader would end there", async () => {
  const page = await at.open({ view: "canvas" });
  await go(page, "travel");
  const overflow = await page.evaluate(() => [...document.querySelectorAll(".region > .content")].map((content) => getComputedStyle(content).overflow));
  assert.deepEqual([...new Set(overflow)], ["clip"]);
  await page.context().close();
});

test("a choice that has the focus has one ring, around the whole of it", async () => {
  const page = await at.open();
  await go(page, "travel");
  for (const id of ["travel_budget.trip_cost_method=as_worded", "travel_budget.trips"]) {
    await page.keyboard.press("Shift"); // whoever goes by keys has a ring
    await element(page, id).focus();
    const rings = await page.evaluate(() => [...document.querySelectorAll(".stage *")].filter((node) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
    }).map(({ localName }) => localName));
    assert.deepEqual(rings, [id.includes("=") ? "label" : "input"]);
  }
  await page.context().close();
});

test("a file field has our own words, the browser's field with its label, and takes press, key and drop", async () => {
  const page = await at.open();
  await go(page, "compare");
  const file = element(page, "compare.old");
  assert.equal(await file.evaluate((field) => getComputedStyle(field).opacity), "0");
  assert.match(await file.locator("xpath=..").innerText(), /^Choose file\s+or drop it here$/);
  const onTheWords = { position: { x: 60, y: 40 } };
  for (const press of [() => file.click(onTheWords), () => file.press("Space")]) {
    const chooser = await chooserAfter(page, press);
    assert.equal(await chooser.element().getAttribute("id"), "compare.old");
  }
  await page.context().close();
});
