// What is typed wrongly: the message comes when the field is left, names the mend, and the text stays as it was typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { savedPacket } from "./person.mjs";
import { element, useSite } from "./support.mjs";

const at = useSite();

// What lies beside the field, by the field's own description.
const said = (page, id) => element(page, id).evaluate((node) => ["aria-errormessage", "aria-describedby"]
  .flatMap((name) => (node.getAttribute(name) ?? "").split(" ").filter(Boolean))
  .map((described) => document.getElementById(described)?.innerText ?? "").join(" "));

const wrong = [
  ["step:travel", "travel_budget.transport", "12..3", /12\.\.3|point/i],
  ["step:travel", "travel_budget.transport", "1,23", /comma/i],
  ["step:travel", "travel_budget.transport", "1.234", /cent|two|third/i],
  ["step:travel", "travel_budget.transport", "1e5", /1e5|digits/i],
  ["step:travel", "travel_budget.transport", "--5", /minus|--5/i],
  ["step:travel", "travel_budget.transport", "12345678901234567890", /9,999,999,999\.99/],
  ["step:travel", "travel_budget.share_requested", "70", /0\.70 or 70%/],
  ["step:travel", "travel_budget.nights", "-1", /0/],
  ["step:travel", "travel_budget.nights", "three", /three/],
  ["step:arrangement", "arrangement.start", "2/30/2027", /February|30/],
  ["step:arrangement", "arrangement.start", "13/45/2027", /13|month/i],
  ["step:employee", "employee.requested_worksite", "00000", /00000/],
  ["step:additional", "additional.transit_savings", "-250", /positive|saving/i],
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
    assert.match(await said(page, id), message, `${id}: ${text}`);
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
    return page.locator("main").innerText();
  };
  assert.match(await share("0.33", "0.33", "0.33"), /0\.99/);
  assert.doesNotMatch(await share("0.7", "0.2", "0.1"), /add up|0\.99/);
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
