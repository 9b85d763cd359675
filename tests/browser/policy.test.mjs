// What the order decides, end to end for the ordinary cases: each with the mouse on the canvas and with the keyboard in
// page view, with the same result, the same packet and the same dates.
//
// Does not test each boundary: tests/rules and tests/view do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { answerAllWithKeyboard, answerAllWithPointer, fill, press, savedPacket } from "./person.mjs";
import { element, hasTables, nodeOf, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });

const yes = (name) => [`eligibility.${name}`, "choice", "yes"];
const no = (name) => [`eligibility.${name}`, "choice", "no"];
const text = (id, words) => [id, "text", words];

const arrangement = (action, term, ...dates) => ["step:arrangement", [
  ["arrangement.action", "choice", action],
  ["arrangement.type", "choice", "new"],
  ["arrangement.term", "choice", term],
  text("arrangement.start", "2/1/2027"),
  ...dates,
]];

// The topics in their order, with nothing against a request but what a case changes.
const topics = ({ covered = yes("component_covered"), contractor = no("contractor"),
  accommodation = no("reasonable_accommodation"), time = [no("advertised_full_time_telework"), text("eligibility.position_start", "1/4/2026")],
  ready = [yes("telework_agreement_approved")] } = {}) => [
  ["step:eligibility", [covered, contractor]],
  ["topic.next", [yes("in_united_states"), no("overseas_existing")]],
  ["topic.next", [accommodation]],
  ["topic.next", [no("awol_discipline"), no("pornography_discipline"), no("secure_materials_or_onsite_daily")]],
  ["topic.next", [text("eligibility.agency_days_per_pay_period", "1"), no("mobile_work"), no("temporary_duty")]],
  ...(time.length > 0 ? [["topic.next", time]] : []),
  ["topic.next", [yes("duties_suitable")]],
  ["topic.next", [...ready, yes("worksite_suitable")]],
];

const labelOf = async (page, id) => (await nodeOf(page, id)).label;
// Each node says exactly this; what stands below it, only where that is given.
const checks = (...expected) => async (page) => {
  for (const [id, words, below] of expected) {
    const { label, detail } = await nodeOf(page, id);
    assert.deepEqual([label, below && detail], [words, below], id);
  }
};

const cases = {
  "a supervisor's recruit has 60 and 90 days from entry on duty": {
    steps: [
      arrangement("recruit", "long"),
      ["step:recruit_agreement", [text("recruit_agreement.entry_on_duty", "2/1/2027")]],
      ...topics({ time: [], ready: [] }),
    ],
    result: "It can be requested",
    onCheck: checks(["document:doc.recruit_agreement.required", "Required. Not done yet. The person is recruited as a full-time teleworker.",
      "By Sunday, May 2, 2027: signed by supervisor and employee within 90 days of entry on duty. " +
        "That is a weekend or holiday. The last work day before it is Friday, April 30, 2027."],
      ["date:clock.recruit_training", "Recruit: telework training and telework agreement: Friday, April 2, 2027, not due yet."],
      ["date:clock.recruit_agreement", "Signatures on the Recruit Agreement: Sunday, May 2, 2027, not due yet."]),
  },
  "a 60-day arrangement needs no Analysis Tool and can be estimated": {
    steps: [arrangement("incumbent", "short", text("arrangement.end", "4/1/2027")), ...topics()],
    result: "It can be requested",
    opens: "check.documents.not_required",
    onCheck: checks(["document:doc.analysis_tool.required", "Not required. The arrangement lasts 60 days; up to 90 it is not required."],
      ["document:doc.telework_agreement.required", "Required. Approved. Every full-time teleworker has one, whatever the length."]),
  },
  "the Office of Inspector General follows its own policy": {
    steps: [["step:eligibility", [no("component_covered")]]],
    result: "Not under this order",
    ground: ["ground:scope.component",
      "The order does not apply to the Office of Inspector General and the Civilian Board of Contract Appeals.",
      "Follow the telework policy of that office."],
  },
  "a contractor is not covered": {
    steps: [["step:eligibility", [yes("component_covered"), yes("contractor")]]],
    result: "Not under this order",
    ground: ["ground:scope.contractor", "The order does not apply to contractors and their employees."],
  },
  "an accommodation goes by the supervisor and the servicing HR office": {
    steps: topics({ accommodation: yes("reasonable_accommodation") }).slice(0, 3),
    result: "Not under this order",
    ground: ["ground:scope.accommodation", "HRM 2300.1 covers reasonable accommodation. Do not use this form for it.",
      "Contact the supervisor and the servicing HR office."],
  },
  "someone at day 120 hears the first date": {
    steps: [arrangement("incumbent", "long"), ...topics({
      time: [no("advertised_full_time_telework"), text("eligibility.position_start", "7/24/2026")] })],
    result: "Not yet",
    detail: "First on Wednesday, January 20, 2027",
    ground: ["ground:eligible.time_in_position",
      "In the position since July 24, 2026: a request can first be considered after 180 days, on Wednesday, January 20, 2027."],
  },
};

// In page view the keyboard alone; on the canvas the mouse.
async function work(view, { steps, result, detail, ground, opens, onCheck }) {
  const page = await at.open({ view });
  const go = (id) => view === "canvas" ? press(page, id) : element(page, id).evaluate((node) => node.click());
  await (view === "canvas" ? answerAllWithPointer : answerAllWithKeyboard)(page, steps);
  await page.evaluate(() => document.activeElement?.blur());
  const shown = await nodeOf(page, "eligibility.result");
  assert.deepEqual([shown.value, detail && shown.detail], [result, detail]);
  if (ground) await checks(ground)(page);
  if (onCheck) {
    await go("step:check");
    if (opens) await go(opens);
    await onCheck(page);
  }
  await go("step:eligibility");
  await go("eligibility.estimate");
  assert.equal(await labelOf(page, "main.heading"), "Estimate a cost");
  const packet = await savedPacket(page);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
  return packet;
}

for (const [name, one] of Object.entries(cases)) {
  test(`${name}, in both views`, async () => {
    const byMouse = await work("canvas", one);
    assert.ok(JSON.parse(byMouse).eligibility);
    assert.equal(await work("page", one), byMouse);
  });
}

test("an incumbent who moves to another pay area ends the arrangement, which is kept as a record, in both views", async () => {
  const walk = [["step:change", [
    ["ending.reason", "choice", "new_worksite"],
    ["ending.same_pay_area", "choice", "no"],
  ]]];
  for (const view of ["canvas", "page"]) {
    const page = await at.open({ view });
    await (view === "canvas" ? answerAllWithPointer : answerAllWithKeyboard)(page, walk);
    const outcome = await nodeOf(page, "change.outcome");
    assert.deepEqual([outcome.label, outcome.tone], ["It must end.", "warning"]);
    assert.equal((await nodeOf(page, "change.outcome.next")).value,
      "End the arrangement. Start a new one. It goes through the whole assessment and approval.");
    assert.equal(await labelOf(page, "change.kept"),
      "These answers are kept with the packet and printed with it as a record. They are not part of the forms.");
    assert.deepEqual(JSON.parse(await savedPacket(page)).ending, { reason: "new_worksite", same_pay_area: false });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("Why? opens the paragraph and the answers, and closing keeps the focus", async () => {
  const page = await at.open();
  await fill(page, [["step:eligibility", [yes("contractor")]]]);
  const why = element(page, "why:decided:scope.contractor");
  await why.focus();
  await page.keyboard.press("Enter");
  assert.equal(await why.getAttribute("aria-expanded"), "true");
  assert.equal(await labelOf(page, "why:decided:scope.contractor.words"),
    "Order ¶3c, Contractors. Contractors and the people who work for them are not covered.");
  await page.keyboard.press("Enter");
  assert.equal(await why.getAttribute("aria-expanded"), "false");
  assert.equal(await why.evaluate((node) => node === document.activeElement), true);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("the dates are a calendar file, past the holidays and the agency's closures", async () => {
  const configuration = { closures: ["2026-12-24"],
    telework_managing_officer: { name: "Ada Example", mail: "ada@gsa.example", agency: "GSA" } };
  const page = await at.open({
    before: (fresh) => fresh.route("**/configuration.json", (route) => route.fulfill({ json: configuration })),
  });
  await hasTables(page);
  await fill(page, [["step:concurrences", [text("clock.requested_on", "11/30/2026")]]]);
  await element(page, "step:check").evaluate((link) => link.click());
  const { label, detail } = await nodeOf(page, "date:clock.chain");
  assert.deepEqual([label, detail], [
    "Chain of command: submit to the servicing HR Director, or deny: Wednesday, December 30, 2026, not due yet.",
    "20 work days from November 30, 2026. Skipped besides weekends: Closure, December 24, 2026; Christmas Day, December 25, 2026.",
  ]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    element(page, "check.dates.save").evaluate((button) => button.click()),
  ]);
  assert.equal(download.suggestedFilename(), "telework-dates.ics");
  const file = await readFile(await download.path(), "utf8");
  assert.match(file, /^BEGIN:VCALENDAR\r\n/);
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  const property = (name) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
  assert.deepEqual(property("DTSTART;VALUE=DATE"), ["20261230"]);
  assert.deepEqual(property("SUMMARY"), ["Full-time telework: Chain of command: submit to the servicing HR Director\\, or deny"]);
  assert.deepEqual(property("DESCRIPTION"), ["HRM 6040.2 ¶9a. 20 work days from November 30\\, 2026.\\nNot counted: Thursday\\, December 24\\, 2026\\, " +
    "Closure.\\nNot counted: Friday\\, December 25\\, 2026\\, Christmas Day."]);
  await element(page, "step:whom_to_ask").evaluate((link) => link.click());
  assert.deepEqual([await labelOf(page, "whom.heading"), await labelOf(page, "whom.reach")], ["Ada Example", "GSA · ada@gsa.example"]);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a configuration that cannot be read is refused with its place, and the wizard goes on", async () => {
  const page = await at.open({
    before: (fresh) => fresh.route("**/configuration.json", (route) => route.fulfill({ json: { closures: ["Dec 24"] } })),
  });
  await hasTables(page);
  assert.equal(await labelOf(page, "main.notice"), "Of configuration.json, this was refused: /closures/0: \"Dec 24\" is not a date " +
    "of the form YYYY-MM-DD; write it like 2027-02-01. The rest applies.");
  await element(page, "step:whom_to_ask").evaluate((link) => link.click());
  assert.equal(await labelOf(page, "whom.heading"), "The Telework Managing Officer of your agency, or the officer's designee");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
