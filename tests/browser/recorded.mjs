// What a person records of a packet on its way: an act is begun, filled in and recorded, each field by its element.
//
// Does not hold a test.
import { go } from "./steps.mjs";
import { element, untilSo } from "./support.mjs";

export const press = (page, id) => element(page, id).evaluate((button) => button.click());
export const isFocused = (page, id) => untilSo(page, (which) => document.activeElement?.id === which, id);

export async function type(page, id, text) {
  await element(page, id).fill(text);
  await element(page, id).blur();
}

/** Opens the screen of an act, "concurred.executive", on the step of the concurrences. */
export async function begin(page, move) {
  await go(page, "concurrences");
  const id = `chain.act:${move}`;
  if (await element(page, id).count() === 0) await press(page, "chain.others");
  await press(page, id);
  await isFocused(page, "act.heading");
}

export async function record(page) {
  await press(page, "chain.record");
  await isFocused(page, "chain.hand_on");
}

/** Requested and submitted: no second and no third level. */
export async function submit(page) {
  await begin(page, "requested");
  await type(page, "act.by.name", "Ann Kealoha");
  await record(page);
  await begin(page, "submitted");
  await press(page, "act.route.second_level.applies=no");
  await press(page, "act.route.third_level.applies=no");
  for (const [id, name] of [
    ["act.by.name", "Sam Doe"],
    ["act.route.supervisor.name", "Sam Doe"],
    ["act.route.executive.name", "Kim Roe"],
    ["act.route.hr_director.name", "Lou Fox"],
    ["act.route.deputy_administrator.name", "Pat Hill"],
    ["record.budget_contact.name", "Bo Lee"],
  ]) await type(page, id, name);
  await record(page);
}

/** The step concurs. */
export async function concur(page, step, name) {
  await begin(page, `concurred.${step}`);
  await type(page, "act.by.name", name);
  await record(page);
}
