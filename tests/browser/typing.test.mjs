// What is typed wrongly: the message comes when the field is left, names the mend, and the text stays as it was typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { savedPacket } from "./person.mjs";
import { element, nodeOf, useSite } from "./support.mjs";

const at = useSite();

// What is told of the field.
const described = (page, id) => element(page, id).evaluate((node) =>
  document.getElementById(node.getAttribute("aria-describedby"))?.textContent ?? "");

const wrong = [
  ["step:travel", "travel_budget.transport", "12..3", '"12..3" has more than one decimal point; leave one, for example $1,234.50.'],
  ["step:travel", "travel_budget.transport", "1,23",
    '"1,23" has a comma in the wrong place; commas only go between groups of three digits, and a point before the decimals; write it without commas if in doubt, for example $1,234.50.'],
  ["step:travel", "travel_budget.transport", "1.234",
    '"1.234" has too many decimal places. An amount of money has dollars and cents, so at most two decimal places; write it like $1,234.50.'],
  ["step:travel", "travel_budget.transport", "1e5", '"1e5" has a power of ten; write all of its digits out, for example $1,234.50.'],
  ["step:travel", "travel_budget.transport", "--5", '"--5" has more than one sign; write one minus at most, for example $1,234.50.'],
  ["step:travel", "travel_budget.transport", "12345678901234567890",
    '"12345678901234567890" is more than $9,999,999,999.99, the largest amount allowed; check it for extra digits.'],
  ["step:travel", "travel_budget.share_requested", "101", '"101" is not a percentage from 0% to 100%; write one.'],
  ["step:travel", "travel_budget.nights", "-1", '"-1" is below 0 nights; write a number from 0 to 365.'],
  ["step:travel", "travel_budget.nights", "three", '"three" is not a decimal number; write it in digits, for example 3 or 2.5.'],
  ["step:arrangement", "arrangement.start", "2/30/2027", '"2/30/2027": there is no day 30 in February 2027; write a day from 1 to 28.'],
  ["step:arrangement", "arrangement.start", "13/45/2027",
    '"13/45/2027": there is no month 13 and no day 45; write a month from 1 to 12 and a day of that month, like 2/1/2027.'],
  ["step:employee", "employee.requested_worksite", "00000",
    "ZIP 00000 is not in the FY2026 table; check the digits, or name the county and the state."],
  ["step:additional", "additional.transit_savings", "-250",
    "This line asks for a saving: type it as a positive amount, $250.00, and the tool changes the sign. A cost goes into another yearly cost or saving."],
];

test("each wrong text is explained when its field is left, and kept as it was typed", async () => {
  const page = await at.open();
  await page.waitForFunction(() => performance.getEntriesByName("complete").length > 0);
  for (const [step, id, text, message] of wrong) {
    await element(page, step).evaluate((link) => link.click());
    await element(page, id).focus();
    await element(page, id).fill("");
    await page.keyboard.type(text);
    assert.notEqual(await element(page, id).getAttribute("aria-invalid"), "true", `${text}: nothing is said while typing`);
    await page.keyboard.press("Tab");
    assert.equal(await element(page, id).getAttribute("aria-invalid"), "true", `${id}: ${text}`);
    assert.equal((await nodeOf(page, id)).problem, message, `${id}: ${text}`);
    assert.ok((await described(page, id)).includes(message), `${id}: ${text} is said of the field`);
    assert.equal(await element(page, id).inputValue(), text);
    await element(page, id).fill("");
    await page.keyboard.press("Tab");
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("shares that do not add up are named with their difference, and 0.7 + 0.2 + 0.1 is right", async () => {
  const page = await at.open();
  await element(page, "step:travel").evaluate((link) => link.click());
  const share = async (...texts) => {
    for (const [at, name] of ["requested", "agency", "travel"].entries()) {
      await element(page, `travel_budget.share_${name}`).focus();
      await element(page, `travel_budget.share_${name}`).fill(texts[at]);
      await page.keyboard.press("Tab");
    }
    return (await nodeOf(page, "travel_budget.share_requested")).problem;
  };
  assert.equal(await share("0.33", "33", "33%"), "The three shares of the time come to 99% and have to come to 100%: 1% is missing.");
  assert.equal(await share("0.7", "0.2", "0.1"), undefined);
  await page.context().close();
});

test("a name with an apostrophe, an ʻokina, right-to-left or markup is shown as it is and runs nowhere", async () => {
  const page = await at.open();
  await element(page, "step:employee").evaluate((link) => link.click());
  for (const name of ["O'Brien", "Kahaleʻulu", "<script>window.ran = 1</script>", "<img src=x onerror='window.ran=1'>",
    "עברית ‮mixed", "Zo\u00eb e\u0301", "\"quoted\" & more"]) {
    await element(page, "employee.last_name").fill(name);
    await page.keyboard.press("Tab");
    assert.equal(await element(page, "employee.last_name").inputValue(), name);
    assert.equal(JSON.parse(await savedPacket(page)).employee.last_name, name);
  }
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
