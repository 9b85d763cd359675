// The first minute: the same six answers of the estimate, each typed in as many ways as people have for it, give the same
// figure. Only the keyboard is used, from the first field on; the keys are counted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { element, hasEverything, settled, untilSo, useSite } from "./support.mjs";

const at = useSite();

// At most so many keys for all of it, and so many Tabs from one field to the next.
const mostKeys = 30;
const mostTabs = 1;

const fields = ["employee.requested_worksite", "position.agency_worksite", "position.grade", "position.step",
  "travel_budget.trips", "travel_budget.nights", "travel_budget.transport", "additional.transit_savings"];

// By field; where a way of one field says what another one asks for (GS-13 step 5), that one is left alone: null. "⏎" takes
// the first suggestion.
const plain = ["Boise, ID", "Washington, DC", "13", "5", "6", "2", "412", "3360"];
const ways = [
  plain,
  ["Boise ID", "Washington DC", "GS-13", "5", "6", "2", "412.00", "3,360"],
  ["boise, idaho", "washington d.c.", "gs13", "5", "6", "2", "$412", "$3,360"],
  ["Boise, Idaho 83702", "Washington, DC 20405", "GS 13", "5", "6", "2", "$412.00", "$3,360.00"],
  ["83702", "20405", "gs-13", "5", "6", "2", "412 USD", "3360 USD"],
  ["83702-1234", "20405-0001", "GS13", "05", "06", "2.0", "412.0", "3360.0"],
  ["Boise, Ada County, ID", "Washington, District of Columbia, DC", "13", "5", "6", "2", "412", "3360"],
  ["410 W Main St, Boise, ID 83702", "1800 F St NW, Washington, DC 20405", "13", "5", "6", "2", "412", "3360"],
  ["410 W Main St Apt 4B, Boise, Idaho 83702-1234, USA", "1800 F St NW Washington DC 20405", "13", "5", "6", "2", "412", "3360"],
  ["Ada County, ID", "DC", "Grade 13", "Step 5", "6 trips", "2 nights", "412 dollars", "3360 dollars"],
  ["Ada County, Idaho", "D.C.", "G.S. 13", "step 5", "6", "2 nights", "US$412", "US$3,360"],
  ["ada county id", "District of Columbia", "13", "5", "6", "2", "+412", "+3360"],
  ["Boise, ID", "Washington, DC", "GS-13 step 5", null, "6", "2", "412", "3360"],
  ["Boise, ID", "Washington, DC", "GS-13/5", null, "6", "2", "412", "3360"],
  ["Boise, ID", "Washington, DC", "GS 13, Step 5", null, "6", "2", "412", "3360"],
  ["Boise, ID", "Washington, DC", "13/5", null, "6", "2", "412", "3360"],
  ["Boise⏎", "Washington DC⏎", "13", "5", "6", "2", "412", "3360"],
  ["boise id⏎", "dc⏎", "13", "5", "6", "2", "412", "3360"],
  ["837⏎", "dc⏎", "13", "5", "6", "2", "412", "3360"],
  ["83702⏎", "DC⏎", "13", "5", "6", "2", "412", "3360"],
  ["\u200b83702\u200e", "\ufeff20405", "13\u200b", "\u200e5", "6\u00a0", "\u00a02", "\u200b412", "3,360\u200e"],
  ["Boise,ID", "Washington,DC", " 13 ", " 5 ", " 6 ", " 2 ", " 412 ", " 3360 "],
  ["BOISE, ID", "WASHINGTON, DC", "GS\u201313", "5", "6", "2", "$ 412", "$ 3,360"],
  ["Boise, ID.", "Washington, D.C. 20405", "GS-13", "5", "6", "2", "412.00 USD", "3,360.00 USD"],
  ["Boise, ID, United States", "Washington, DC, USA", "gs 13", "5", "6", "2", "412", "3360"],
];

const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");

// Types all of it, in the order in which the page asks; gives the number of keys and the most Tabs from one field to the
// next.
async function typeAll(page, way) {
  let keys = 0;
  let mostBetween = 0;
  const asked = await page.evaluate((ids) => [...document.querySelectorAll("input")].map(({ id }) => id).filter((id) => ids.includes(id)), fields);
  assert.equal(asked.length, fields.length);
  for (const id of asked) assert.equal(await element(page, id).inputValue(), "", `${id} is empty before`);
  await element(page, asked[0]).focus();
  for (const id of asked) {
    const text = way[fields.indexOf(id)];
    for (let between = 1; await focused(page) !== id; ++between) {
      assert.ok(between < 4, `Tab leads to ${id}`);
      await page.keyboard.press("Tab");
      keys += 1;
      mostBetween = Math.max(mostBetween, between);
    }
    if (text === null) continue;
    const takesFirst = text.endsWith("⏎");
    const typed = takesFirst ? text.slice(0, -1) : text;
    await page.keyboard.type(typed);
    keys += [...typed].length;
    if (takesFirst) {
      await untilSo(page, () => Boolean(document.querySelector("[role=option]")?.offsetParent));
      await page.keyboard.press("Enter");
      keys += 1;
    }
  }
  return { keys, mostBetween };
}

// Another packet, of which nothing has been said, and Start again. What is kept of the others stands there.
async function beginAnother(page) {
  const press = (id) => element(page, id).evaluate((node) => node.click());
  for (const id of ["step:start", "kept.anew", "step:start"]) await press(id);
}

test("25 ways to type the same six answers give the same figure", async () => {
  assert.equal(ways.length, 25);
  let fewest = Infinity;
  const page = await at.open();
  await hasEverything(page);
  for (const [number, way] of ways.entries()) {
    if (number > 0) await beginAnother(page);
    await element(page, "start.estimate").click();
    const { keys, mostBetween } = await typeAll(page, way);
    await page.keyboard.press("Tab");
    console.log(`# way ${number + 1}: ${keys} keys, at most ${mostBetween} Tabs to the next field`);
    fewest = Math.min(fewest, keys);
    const said = await page.evaluate(() => document.querySelector(".ftt").innerText);
    assert.match(said, /11,167/, `way ${number + 1}: ${JSON.stringify(way)}`);
    assert.doesNotMatch(said, /Error:/, `way ${number + 1}: ${JSON.stringify(way)}`);
    assert.ok(mostBetween <= mostTabs, `${mostBetween} Tabs`);
    assert.deepEqual(page.complaints, []);
  }
  await page.context().close();
  console.log(`# fewest: ${fewest} keys`);
  assert.ok(fewest <= mostKeys, `${fewest} keys`);
});

test("the list of suggestions opens on a click and on ArrowDown, also after another place field was used", async () => {
  for (const view of ["page", "canvas"]) {
    const page = await at.open({ view });
    await hasEverything(page);
    await element(page, "start.estimate").evaluate((node) => node.click());
    const [home, office] = ["employee.requested_worksite", "position.agency_worksite"];
    await element(page, home).focus();
    await page.keyboard.type("Springfield");
    await page.keyboard.press("Tab");
    assert.equal(await element(page, home).getAttribute("aria-invalid"), "true");
    await element(page, office).focus();
    await page.keyboard.type("Auburn, WA");
    await page.keyboard.press("Enter");
    assert.equal(await element(page, office).inputValue(), "Auburn, King County, WA");
    await element(page, home).focus();
    assert.equal(await page.locator("[role=option]:visible").count(), 0);
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.locator("[role=option]:visible").count() > 1, `${view}: ArrowDown opens`);
    assert.notEqual(await element(page, home).getAttribute("aria-invalid"), "true", "nothing is wrong while one chooses");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("[role=option]:visible").count(), 0);
    if (view === "canvas") await settled(page);
    await element(page, office).click();
    assert.deepEqual(await page.locator("[role=option]:visible").allInnerTexts().then((texts) => texts.map((text) => text.trim())),
      ["Auburn, King County, WA", "Auburn, Pierce County, WA 98092"]);
    await page.keyboard.press("Enter");
    assert.equal(await element(page, office).inputValue(), "Auburn, King County, WA", "Enter keeps what nobody has changed");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await element(page, office).inputValue(), "Auburn, Pierce County, WA");
    await page.keyboard.press("Tab");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("on a phone the list covers neither its field nor the label, wherever the field stands", async () => {
  for (const height of [844, 420]) {
    const page = await at.open({ width: 390, height });
    await hasEverything(page);
    await element(page, "start.estimate").evaluate((node) => node.click());
    for (const id of ["employee.requested_worksite", "position.agency_worksite"]) {
      for (const block of ["start", "center", "end"]) {
        await element(page, id).fill("");
        await element(page, id).evaluate((node, where) => node.scrollIntoView({ block: where }), block);
        await element(page, id).focus();
        await page.keyboard.type("Spring");
        const rects = await page.evaluate((field) => {
          const rect = (node) => node.getBoundingClientRect().toJSON();
          return { field: rect(document.getElementById(field)), label: rect(document.querySelector(`label[for="${field}"]`)),
            list: rect(document.querySelector("[role=listbox]")), height: window.innerHeight };
        }, id);
        const overlaps = (a, b) => a.top < b.bottom && b.top < a.bottom;
        const where = `${id}, ${block}, ${height} px: ${JSON.stringify(rects)}`;
        assert.ok(!overlaps(rects.list, rects.field), where);
        assert.ok(!overlaps(rects.list, rects.label), where);
        assert.ok(rects.list.bottom <= rects.height && rects.list.top >= 0, where);
        assert.ok(rects.list.height >= 88, where);
      }
      await page.keyboard.press("Escape");
    }
    await page.context().close();
  }
});
