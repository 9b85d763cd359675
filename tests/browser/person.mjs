// A person at the wizard, in two ways: with the pointer on what the canvas shows, and with the keyboard alone.
//
// Both take the same list of answers, [step, [[id, kind, text] …]], and touch nothing that a person could not. The
// pointer goes to where the picture is and knows the elements only for finding the place; the keyboard goes by Tab.
//
// Kinds: text (typed), choice (one in sight), select (from a list), suggested (typed, then the first suggestion taken).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { chooserAfter, element, hasTables, launchBrowser, openWizard, settled } from "./support.mjs";

// Presses with the mouse in the middle of what is drawn for an element.
export async function press(page, id) {
  const target = element(page, id);
  // What was typed last may have moved what comes below it.
  await settled(page);
  await target.evaluate((node) => node.scrollIntoView({ block: "center" }));
  await settled(page);
  const box = await target.boundingBox();
  assert.ok(box && box.width > 0 && box.height > 0, `${id} is on the screen`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const optionId = (id, value) => `${id}=${value}`;

async function answerWithPointer(page, [id, kind, text]) {
  if (kind === "choice") {
    await press(page, optionId(id, text));
  } else if (kind === "select") {
    // The browser's own list opens in a window of its own, which a test cannot point into.
    await press(page, id);
    await page.keyboard.press("Escape");
    await element(page, id).selectOption(text);
  } else {
    await press(page, id);
    // Where the tables have filled the field in, the person types over it.
    await page.keyboard.press("Control+a");
    await page.keyboard.type(text);
    if (kind === "suggested") {
      await page.waitForSelector("[role=option]");
      const box = await page.locator("[role=option]").first().boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }
  }
}

export async function answerAllWithPointer(page, steps) {
  for (const [step, answers] of steps) {
    await press(page, step);
    for (const answer of answers) await answerWithPointer(page, answer);
  }
}

const focusedId = (page) => page.evaluate(() => document.activeElement?.id ?? "");

// Goes on with Tab until the focus is where `isThere` wants it; fails when it has been all round.
async function tabTo(page, what, isThere) {
  for (let steps = 0; steps < 400; ++steps) {
    if (isThere(await focusedId(page))) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not lead to ${what}`);
}

async function answerWithKeyboard(page, [id, kind, text]) {
  if (kind === "choice") {
    await tabTo(page, id, (focused) => focused.startsWith(`${id}=`));
    await page.keyboard.press("Space");
    for (let steps = 0; steps < 20 && await focusedId(page) !== optionId(id, text); ++steps) {
      await page.keyboard.press("ArrowDown");
    }
    assert.equal(await element(page, optionId(id, text)).isChecked(), true, `${id} is ${text}`);
  } else if (kind === "select") {
    await tabTo(page, id, (focused) => focused === id);
    for (let steps = 0; steps < 120 && await element(page, id).inputValue() !== text; ++steps) {
      await page.keyboard.press("ArrowDown");
    }
    assert.equal(await element(page, id).inputValue(), text, `${id} is ${text}`);
  } else {
    await tabTo(page, id, (focused) => focused === id);
    await page.keyboard.type(text);
    if (kind === "suggested") {
      await page.waitForSelector("[role=option]");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    }
  }
}

export async function answerAllWithKeyboard(page, steps) {
  for (const [step, answers] of steps) {
    await tabTo(page, step, (focused) => focused === step);
    await page.keyboard.press("Enter");
    for (const answer of answers) await answerWithKeyboard(page, answer);
    await page.keyboard.press("Tab");
  }
}

export async function pressWithKeyboard(page, id) {
  await tabTo(page, id, (focused) => focused === id);
  await page.keyboard.press("Enter");
}

// The packet as the Save button gives it.
export async function savedPacket(page, save = () => element(page, "banner.save").evaluate((button) => button.click())) {
  const [download] = await Promise.all([page.waitForEvent("download"), save()]);
  return readFile(await download.path(), "utf8");
}

// An answer of the packet, by its place in it ("travel_budget.transport"), as the Save button gives it.
export async function savedAnswer(page, place) {
  return place.split(".").reduce((value, name) => value?.[name], JSON.parse(await savedPacket(page)));
}

// The net annual change that a packet's worksheet says, as exact text.
export const netChange = (packet) => JSON.parse(packet).worksheet.lines.find(({ id }) => id === "cost_benefit.net_annual_change").value;

// Opens a file by the Open button, as from the file chooser, and waits for what the wizard makes of it.
export async function openFile(page, name, content) {
  const shown = () => JSON.stringify(document.querySelector(".ftt").ftt.screen);
  const before = await page.evaluate(shown);
  const chooser = await chooserAfter(page, () => element(page, "banner.open").evaluate((button) => button.click()));
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  await page.waitForFunction((earlier) => JSON.stringify(document.querySelector(".ftt").ftt.screen) !== earlier, before);
}

// Where there is little room the list of steps is behind the one that is shown.
export async function unfoldSteps(page) {
  const fold = element(page, "steps.fold");
  if (await fold.count() > 0 && await fold.getAttribute("aria-expanded") === "false") await fold.evaluate((button) => button.click());
}

// Fills answers in the quickest way a test may: each field by its element, once the page has the tables that tell which
// place one means. For tests that are about something else.
export async function fill(page, steps) {
  await hasTables(page);
  for (const step of steps) await page.evaluate(fillStep, step);
}

// Runs in the page: goes to a step and gives its answers, each by its element once that is there.
async function fillStep([step, answers]) {
  const there = async (id) => {
    for (const end = performance.now() + 60_000; !document.getElementById(id);) {
      if (performance.now() > end) throw new Error(`waited a minute for ${id}`);
      await new Promise((done) => { setTimeout(done, 20); }); // Time: between two looks.
    }
    return document.getElementById(id);
  };
  const fold = document.getElementById("steps.fold");
  if (fold?.getAttribute("aria-expanded") === "false") fold.click();
  (await there(step)).click();
  for (const [id, kind, text] of answers) {
    const node = await there(kind === "choice" ? `${id}=${text}` : id);
    if (kind === "choice") {
      node.click();
    } else {
      if (!node.checkVisibility() || node.disabled || node.readOnly) throw new Error(`${id} takes no answer`);
      node.focus();
      node.value = text;
      node.dispatchEvent(new InputEvent("input", { bubbles: true }));
      if (kind === "select") {
        if (node.value !== text) throw new Error(`${id} has no ${text}`);
        node.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  }
  document.activeElement?.blur();
}

/** The packet that these answers give in Chromium, which other browsers are held against. */
export async function packetInChromium(address, steps) {
  const chromium = await launchBrowser("software");
  const page = await openWizard(chromium, address);
  await fill(page, steps);
  const packet = await savedPacket(page);
  await chromium.close();
  return packet;
}
