// What a supervisor's whole packet asks of a person: `node tests/browser/jobs.mjs [folder of a built site …]` goes through
// it with the keyboard alone, from Start to Check, and prints for each site how many questions stood on the way, how many
// had to be answered by hand, the key presses and the steps. Without a folder it is the built site.
//
// What stands filled in is left as it is; each key counts one, Tab too. Does not hold a test: whole_packet.test.mjs does.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { startServer } from "../../web/site/serve.mjs";
import { element, hasEverything, launchBrowser, openWizard, siteFolder } from "./support.mjs";

const signed = (who, name, title) => ({ [`${who}.name`]: name, [`${who}.title`]: title });

/** A supervisor's packet, as it is known before the form is opened: by the answer's name, what is typed or chosen. */
export const supervisorsPacket = {
  prepared_by: "supervisor",
  "eligibility.component_covered": "yes", "eligibility.contractor": "no", "eligibility.in_united_states": "yes",
  "eligibility.overseas_existing": "no", "eligibility.reasonable_accommodation": "no", "eligibility.awol_discipline": "no",
  "eligibility.pornography_discipline": "no", "eligibility.secure_materials_or_onsite_daily": "no",
  "eligibility.agency_days_per_pay_period": "0", "eligibility.mobile_work": "no", "eligibility.temporary_duty": "no",
  "eligibility.advertised_full_time_telework": "no", "eligibility.position_start": "3/4/2024",
  "eligibility.duties_suitable": "yes", "eligibility.telework_agreement_approved": "yes", "eligibility.worksite_suitable": "yes",
  "arrangement.action": "incumbent", "arrangement.type": "new", "arrangement.term": "long", "arrangement.start": "2/1/2027",
  "employee.last_name": "Rivera", "employee.first_name": "Dana",
  "employee.current_worksite": "20405", "employee.requested_worksite": "83702", "position.agency_worksite": "20405",
  "position.office.component": "PBS", "position.office.organization": "Budget",
  "position.title": "Economist", "position.series": "0110", "position.pay_plan": "GS", "position.grade": "13",
  "position.step": "5", "position.supervisory": "no",
  "travel_budget.share_requested": "0.96", "travel_budget.share_agency": "0.04", "travel_budget.share_travel": "0",
  "travel_budget.transport": "412", "travel_budget.extra": "40", "travel_budget.nights": "2", "travel_budget.trips": "6",
  "additional.transit_subsidy": "yes", "additional.transit_savings": "3360",
  "relocation.estimate": "15000",
  "justification.cost": "Keeps talent.", "justification.items": "The subsidy of $280 a month.",
  "justification.likelihood_of_leaving": "High.", "justification.qualifications": "Knows the models.",
  "justification.best_interest": "yes", "justification.best_interest_reason": "Keeps talent.",
  ...signed("concurring_supervisor", "Pat Lee", "Chief"), ...signed("concurrences.supervisor", "Pat Lee", "Chief"),
  "agreement.same_commuting_area": "no", "agreement.telework_agreement_approved": "yes",
};

// What has the focus: the answer's name, and what is to be known of it to answer it.
const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  return {
    id: at.id,
    name: at.type === "radio" ? at.name : at.id,
    kind: at.type === "radio" ? "choice" : (at.getAttribute("role") ?? at.localName),
    isAnswered: at.type === "radio" ? Boolean([...document.getElementsByName(at.name)].find((one) => one.checked)?.value)
      : Boolean(at.value?.trim()),
    isInMain: Boolean(at.closest("main")),
  };
});

// Goes through one step from its heading to its Next; gives what it took.
async function workStep(page, answers, counts) {
  const press = async (key) => {
    counts.keys += 1;
    await page.keyboard.press(key);
  };
  const type = async (text) => {
    counts.keys += text.length;
    await page.keyboard.type(text);
  };
  const next = async () => {
    const { id, name, kind, isAnswered, isInMain } = await focused(page);
    if (kind === "choice" || ["input", "textarea", "combobox", "select"].includes(kind)) counts.asked.add(name);
    const answer = answers[name];
    if (answer === undefined || isAnswered || !isInMain) return id;
    counts.answered.add(name);
    if (kind === "choice") {
      await press("Space");
      for (let tries = 0; tries < 20 && await focused(page).then((at) => at.id) !== `${name}=${answer}`; ++tries) await press("ArrowDown");
    } else {
      await type(answer);
      if (kind === "combobox") {
        await page.waitForSelector("[role=option]");
        await press("ArrowDown");
        await press("Enter");
      }
    }
    return id;
  };
  const title = () => element(page, "main.heading").textContent();
  const before = await title();
  for (let stops = 0; stops < 200; ++stops) {
    await press("Tab");
    const id = await next();
    if (id === "topic.next" || id === "actions.next") await press("Enter");
    if (id === "actions.next" && await title() !== before) return;
  }
  assert.fail(`There is no way on from ${before}`);
}

/** The whole packet, with the keyboard alone: the steps by name, each with what it took. */
export async function workSupervisorsPacket(page, answers = supervisorsPacket) {
  const steps = [];
  await hasEverything(page);
  await element(page, "start.packet").focus();
  await page.keyboard.press("Enter");
  for (let step = await element(page, "main.heading").textContent(); !step.startsWith("Check"); step = await element(page, "main.heading").textContent()) {
    const counts = { step: step.trim(), asked: new Set(), answered: new Set(), keys: 0 };
    steps.push(counts);
    await workStep(page, answers, counts);
    assert.ok(steps.length < 30, "it comes to an end");
  }
  return steps;
}

const sum = (steps, of) => steps.reduce((all, step) => all + of(step), 0);

/** The table of it, as text. */
export function tableOf(steps) {
  const row = (name, asked, answered, keys) =>
    `${name.padEnd(34)}${String(asked).padStart(10)}${String(answered).padStart(10)}${String(keys).padStart(12)}`;
  return [
    row("Step", "questions", "by hand", "key presses"),
    ...steps.map(({ step, asked, answered, keys }) => row(step, asked.size, answered.size, keys)),
    row(`${steps.length} steps`, sum(steps, ({ asked }) => asked.size), sum(steps, ({ answered }) => answered.size),
      sum(steps, ({ keys }) => keys)),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folders = process.argv.slice(2);
  for (const folder of folders.length > 0 ? folders : [siteFolder]) {
    const site = await startServer(folder);
    const browser = await launchBrowser("software");
    const page = await openWizard(browser, site.address);
    console.log(`${folder}\n${tableOf(await workSupervisorsPacket(page))}\n`);
    await browser.close();
    await site.close();
  }
}
