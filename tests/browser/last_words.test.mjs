// The last words of a page that goes while another tab has the database busy: what was typed until then is there again after
// a reload at once; nothing of another tab or of what is kept is lost by that; and forgetting forgets them too.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  click, contextWithReader as readerIn, fillAndHide, holdDatabase, isKept, keepName, keptCard, keptNames, letGo, live, notice, openTab, typeName, untilStored,
} from "./kept.mjs";
import { openFile, savedPacket } from "./person.mjs";
import { element, rested, untilSo, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const tab = (context) => openTab(at.site.address, context);
const contextWithReader = () => readerIn(at);

// A tab that has the database busy from now on, until letGo().
async function busyTab(context) {
  const holder = await context.newPage();
  await holder.goto(`${at.site.address}packet.schema.json`);
  await holdDatabase(holder);
  return holder;
}

// The entries [key, text] of all last words.
const lastWords = (page) => page.evaluate(() => Object.entries({ ...localStorage }).filter(([key]) => key.startsWith("telework.last.")));
const noWords = (page) => untilSo(page, () => Object.keys(localStorage).every((key) => !key.startsWith("telework.last.")));
const worksite = (page) => element(page, "employee.requested_worksite");

// Loads the page again while the database is busy, and says what is on the screen then.
async function reloadWhileBusy(page, holder, words) {
  await page.reload();
  await letGo(holder);
  await live(page);
  await notice(page, words);
}

test("what is typed while another tab has the database busy is there again after a reload at once", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Kealoha");
  await page.evaluate(() => localStorage.setItem("telework.last.damaged", '{"id":"damaged"}'));
  const holder = await busyTab(context);
  await worksite(page).fill("Boze");
  await reloadWhileBusy(page, holder, "Kealoha is open. We restored it");
  assert.equal(await element(page, "employee.last_name").inputValue(), "Kealoha");
  assert.equal(await worksite(page).inputValue(), "Boze");
  await noWords(page);
  assert.deepEqual(await keptNames(page), ["Kealoha"]);
  assert.equal(page.dialogs, 0, "what is kept is left without a question");
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("the first words of a packet, of which the database has nothing yet, are there again as well", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await rested(page);
  const holder = await busyTab(context);
  await typeName(page, "Kealoha");
  await untilSo(page, async () => (await navigator.locks.query()).held.some(({ name }) => name.startsWith("telework.packet ")));
  await worksite(page).fill("Boze");
  await reloadWhileBusy(page, holder, "Kealoha is open. We restored it");
  assert.equal(await element(page, "employee.last_name").inputValue(), "Kealoha");
  assert.equal(await worksite(page).inputValue(), "Boze");
  await noWords(page);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("the last words of an older file of a packet that is kept with changes are there as a copy", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await typeName(page, "In the file");
  const file = await savedPacket(page);
  await keepName(page, "Changed since");
  await click(page, "step:start");
  await click(page, "kept.anew");
  const holder = await busyTab(context);
  await openFile(page, "older.json", file);
  await untilSo(page, () => document.getElementById("actions.saved").textContent.includes("older.json"));
  await typeName(page, "Of the older file");
  await reloadWhileBusy(page, holder, "Changed since is open. We restored it");
  assert.deepEqual(await keptNames(page), ["Changed since", "Of the older file"]);
  await noWords(page);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

const forgettings = {
  "this packet": async (page) => {
    await click(page, "step:check");
    await click(page, "kept.forget_this");
  },
  "everything": async (page) => {
    await click(page, "step:start");
    await click(page, "kept.forget_all");
  },
  "a shared computer": async (page) => {
    await click(page, "step:start");
    await click(page, "kept.shared");
  },
};

test("forgetting leaves no last words, also not those of packets that this tab never had", async () => {
  for (const [what, forget] of Object.entries(forgettings)) {
    const context = await contextWithReader();
    const page = await tab(context);
    await keepName(page, "Secret");
    const holder = await busyTab(context);
    await fillAndHide(page, "employee.requested_worksite", "Boze");
    const [[key, text], ...others] = await lastWords(page);
    assert.deepEqual(others, [], what);
    assert.match(text, /Boze/, what);
    if (what !== "this packet") {
      const { id } = JSON.parse(text);
      await page.evaluate((entry) => localStorage.setItem(...entry), [key.replace(id, "other"), text.replaceAll(id, "other")]);
    }
    await forget(page);
    await click(page, "kept.yes");
    await noWords(page); // The database, which is busy still, has not taken them.
    await letGo(holder);
    await untilStored(page, ({ packets, states }) => packets.length + states.length === 0, `${what} is forgotten`);
    await page.reload();
    await live(page);
    assert.deepEqual(await lastWords(page), [], what);
    assert.doesNotMatch(await page.locator("body").innerText(), /Secret/, what);
    await context.close();
  }
});

test("a page that goes on a shared computer says no last words", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await click(page, "kept.shared");
  await element(page, "actions.saved").filter({ hasText: "This is a shared computer" }).waitFor();
  await rested(page);
  const holder = await busyTab(context);
  await typeName(page, "Nobody");
  await fillAndHide(page, "employee.requested_worksite", "Boze");
  assert.deepEqual(await lastWords(page), []);
  await letGo(holder);
  await page.reload();
  await live(page);
  assert.deepEqual(await lastWords(page), []);
  await context.close();
});

test("what another tab forgets has no last words either, and does not come back after them", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Secret");
  const second = await tab(context);
  await keptCard(second, "Secret").waitFor();
  const holder = await busyTab(context);
  await fillAndHide(first, "employee.requested_worksite", "Boze");
  assert.equal((await lastWords(first)).length, 1);
  await click(second, "kept.forget_all");
  await click(second, "kept.yes");
  await notice(first, "was deleted in another tab");
  await noWords(first);
  await letGo(holder);
  await untilStored(second, ({ packets, states }) => packets.length + states.length === 0, "all is forgotten");
  await first.reload();
  await live(first);
  assert.deepEqual(await lastWords(first), []);
  assert.deepEqual(await keptNames(first), []);
  await context.close();
});

test("a page that is there writes its last words itself: no tab that comes meanwhile takes or copies its packet", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Kealoha");
  const holder = await busyTab(context);
  await fillAndHide(first, "employee.requested_worksite", "Boze");
  const [[key, text]] = await lastWords(first);
  const second = await tab(context);
  await letGo(holder);
  await keptCard(second, "Kealoha").waitFor();
  await isKept(first, "Boze");
  await noWords(first);
  assert.deepEqual(await keptNames(first), ["Kealoha"]);

  // As if it had said more, and not written it yet.
  await first.evaluate((entry) => localStorage.setItem(...entry), [key, text.replaceAll("Boze", "Elsewhere")]);
  const third = await tab(context);
  await keptCard(third, "Kealoha").waitFor();
  assert.equal((await lastWords(third)).length, 1);
  assert.doesNotMatch(JSON.stringify(await third.evaluate(() => window.stored())), /Elsewhere/);
  assert.equal(await element(first, "main.notice").filter({ hasText: "copy" }).count(), 0);

  await first.close();
  const fourth = await tab(context);
  await notice(fourth, "Kealoha is open. We restored it");
  assert.equal(await worksite(fourth).inputValue(), "Elsewhere");
  await noWords(fourth);
  for (const page of [second, third, fourth]) assert.deepEqual(page.complaints, []);
  await context.close();
});
