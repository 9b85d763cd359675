// Editing is the browser's own, in both views: input methods, dead keys, emoji, undo, the clipboard, and the text does
// not jump when it gets or loses the focus.
import assert from "node:assert/strict";
import { test } from "node:test";
import { savedPacket } from "./person.mjs";
import { go, looksThrough } from "./steps.mjs";
import { element, settled, useSite } from "./support.mjs";

const at = useSite();

const lastName = "employee.last_name";

async function openEmployee(view) {
  const page = await at.open({ view, context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await element(page, "step:employee").evaluate((link) => link.click());
  if (view === "canvas") await settled(page);
  const keyboard = await page.context().newCDPSession(page);
  return { page, keyboard };
}

const valueOf = (page, id) => element(page, id).inputValue();
const savedName = async (page) => JSON.parse(await savedPacket(page)).employee.last_name;

for (const view of ["page", "canvas"]) {
  test(`an input method composes in place and is taken once, in ${view} view`, async () => {
    const { page, keyboard } = await openEmployee(view);
    await element(page, lastName).focus();
    const before = await element(page, lastName).boundingBox();
    for (const text of ["に", "にほ", "にほん"]) {
      await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      assert.equal(await valueOf(page, lastName), text);
    }
    await keyboard.send("Input.insertText", { text: "日本" });
    assert.equal(await valueOf(page, lastName), "日本");
    assert.deepEqual(await element(page, lastName).boundingBox(), before, "the field stays where it is");
    await page.keyboard.press("Tab");
    assert.equal(await savedName(page), "日本");
    await page.context().close();
  });

  test(`a dead key and an emoji arrive whole, in ${view} view`, async () => {
    const { page, keyboard } = await openEmployee(view);
    await element(page, lastName).focus();
    await page.keyboard.type("Ren");
    await keyboard.send("Input.imeSetComposition", { text: "´", selectionStart: 1, selectionEnd: 1 });
    await keyboard.send("Input.insertText", { text: "é" });
    await keyboard.send("Input.insertText", { text: " 👩🏽‍💻" });
    await page.keyboard.press("Tab");
    assert.equal(await savedName(page), "René 👩🏽‍💻");
    await page.context().close();
  });

  test(`undo takes back what was typed and redo brings it again, in ${view} view`, async () => {
    const { page } = await openEmployee(view);
    await element(page, lastName).focus();
    await page.keyboard.type("Nakamura");
    await page.keyboard.press("Control+z");
    const undone = await valueOf(page, lastName);
    assert.ok(undone.length < "Nakamura".length, `undone to ${JSON.stringify(undone)}`);
    await page.keyboard.press("Control+y");
    assert.equal(await valueOf(page, lastName), "Nakamura");
    await page.keyboard.press("Tab");
    assert.equal(await savedName(page), "Nakamura");
    await page.context().close();
  });

  test(`what is cut from one field is pasted into another, in ${view} view`, async () => {
    const { page } = await openEmployee(view);
    await element(page, lastName).focus();
    await page.keyboard.type("O’Brien ʻOkina");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+x");
    assert.equal(await valueOf(page, lastName), "");
    await element(page, "employee.first_name").focus();
    await page.keyboard.press("Control+v");
    await page.keyboard.press("Tab");
    const { employee } = JSON.parse(await savedPacket(page));
    assert.deepEqual(employee, { first_name: "O’Brien ʻOkina" });
    await page.context().close();
  });

  test(`a selection by double click and by the keyboard is the field's own, in ${view} view`, async () => {
    const { page } = await openEmployee(view);
    await element(page, lastName).focus();
    await page.keyboard.type("Nakamura Lopez");
    const box = await element(page, lastName).boundingBox();
    await page.mouse.dblclick(box.x + 30, box.y + box.height / 2);
    const selected = await element(page, lastName).evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd).trim());
    assert.equal(selected, "Nakamura");
    await page.keyboard.press("End");
    await page.keyboard.press("Shift+Home");
    assert.equal(await element(page, lastName).evaluate((field) => field.selectionEnd - field.selectionStart), "Nakamura Lopez".length);
    await page.context().close();
  });
}

test("a phone shows the keyboard that fits the field, and long text is checked for spelling", async () => {
  const page = await at.open({ view: "page", width: 390, height: 844 });
  const modes = async (step, ids) => {
    await go(page, step);
    return page.evaluate((wanted) => wanted.map((id) => document.getElementById(id).inputMode), ids);
  };
  assert.deepEqual(await modes("travel", ["travel_budget.transport", "travel_budget.share_agency", "travel_budget.nights",
    "travel_budget.trips"]), ["decimal", "decimal", "decimal", "numeric"]);
  await go(page, "justification");
  assert.equal(await element(page, "justification.cost").evaluate((field) => field.spellcheck), true);
  await page.context().close();
});

test("while the focus is outside of the wizard none of the page's keys is taken", async () => {
  const page = await at.open({ view: "canvas" });
  await page.evaluate(() => {
    const field = document.body.appendChild(Object.assign(document.createElement("input"), { id: "host" }));
    window.seen = [];
    document.addEventListener("keydown", (event) => window.seen.push([event.key, event.defaultPrevented]));
    field.focus();
  });
  await page.keyboard.type("ab");
  for (const key of ["Tab", "Backspace", "ArrowDown", "Enter", "Escape", "/", "F1"]) {
    await page.evaluate(() => document.getElementById("host").focus());
    await page.keyboard.press(key);
  }
  const taken = (await page.evaluate(() => window.seen)).filter(([, prevented]) => prevented);
  assert.deepEqual(taken, []);
  assert.match(await element(page, "host").inputValue(), /^a/);
  await page.context().close();
});

for (const view of ["page", "canvas"]) {
  test(`looking through the fields of a file changes nothing of it, with line breaks, blanks and letters in two parts, in ${view} view`, async () => {
    const page = await at.open({ view });
    await looksThrough(page);
    await page.context().close();
  });
}
