// The chain in the browser, in both views: an act is looked over and recorded, handed on, and opened by the next hand; a
// change is said at once; a copy that was cut off is named here and forgotten with its packet; two copies become one.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openFile, savedPacket } from "./person.mjs";
import { begin, concur, isFocused, press, record, submit, type } from "./recorded.mjs";
import { go } from "./steps.mjs";
import { chooserAfter, element, nodeOf, scenario, settled, untilSo, useSite, viewOf } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const example = () => readFile(scenario("example_a.json"), "utf8");
const acts = (packet) => JSON.parse(packet).chain.entries.map(({ act }) => act);

for (const view of ["page", "canvas"]) {
  test(`requested, submitted, concurred, and saved for the next hand, in ${view} view`, async () => {
    const page = await at.open({ view });
    await openFile(page, "a.json", await example());
    await submit(page);
    await concur(page, "supervisor", "Sam Doe");
    if (await viewOf(page) === "canvas") await settled(page);
    const mail = (await nodeOf(page, "chain.mail")).value;
    const packet = await savedPacket(page, () => press(page, "chain.save"));
    assert.deepEqual(acts(packet), ["requested", "submitted", "concurred"]);
    const nonces = JSON.parse(packet).chain.entries.map(({ nonce }) => nonce);
    assert.equal(new Set(nonces).size, 3);
    assert.match(nonces[0], /^[0-9a-f]{32}$/);
    const head = JSON.parse(packet).chain.entries.at(-1).digest.split(":")[1];
    assert.ok(mail.includes(head.slice(0, 4)), "the head is in the mail");
    const next = await at.open({ view });
    await openFile(next, "next.json", packet);
    await go(next, "concurrences");
    assert.equal((await nodeOf(next, "chain.act:concurred.executive")).tone, "primary");
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(next.complaints, []);
    await next.context().close();
    await page.context().close();
  });
}

test("the fields of an act are filled in, and it is recorded, by the keyboard alone", async () => {
  const page = await at.open();
  await openFile(page, "a.json", await example());
  await go(page, "concurrences");
  await element(page, "chain.act:requested").focus();
  await page.keyboard.press("Enter");
  await isFocused(page, "act.heading");
  for (let steps = 0; steps < 40 && await page.evaluate(() => document.activeElement.id) !== "act.by.name"; ++steps) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Ann Kealoha");
  for (let steps = 0; steps < 40 && await page.evaluate(() => document.activeElement.id) !== "chain.record"; ++steps) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await isFocused(page, "chain.hand_on");
  assert.deepEqual(acts(await savedPacket(page)), ["requested"]);
  await page.context().close();
});

test("a change that voids a concurrence is said at once, and undoing it too", async () => {
  const page = await at.open();
  await openFile(page, "a.json", await example());
  await submit(page);
  await concur(page, "supervisor", "Sam Doe");
  await go(page, "travel");
  await type(page, "travel_budget.trips", "9");
  assert.match((await nodeOf(page, "main.notice")).label, /voids recorded concurrences/);
  await press(page, "banner.undo");
  assert.match((await nodeOf(page, "main.notice")).label, /count again/);
  await page.context().close();
});

test("evidence of any size goes in as its SHA-256 alone; an empty file has one as well", async () => {
  const page = await at.open();
  await openFile(page, "a.json", await example());
  await begin(page, "requested");
  await press(page, "act.evidence");
  const bytes = Buffer.alloc(5_000_003, "evidence");
  for (const [name, buffer] of [["signed.pdf", bytes], ["empty.pdf", Buffer.alloc(0)]]) {
    const chooser = await chooserAfter(page, () => press(page, "act.evidence.file"));
    await chooser.setFiles({ name, mimeType: "application/pdf", buffer });
    const isRead = (words) => [...document.querySelectorAll('[id^="act.evidence:"]')].some(({ textContent: row }) => row.includes(words) && row.includes("SHA-256"));
    await untilSo(page, isRead, name);
  }
  await type(page, "act.by.name", "Ann Kealoha");
  await record(page);
  const { evidence } = JSON.parse(await savedPacket(page)).chain.entries[0];
  const digest = (buffer) => createHash("sha256").update(buffer).digest("hex");
  assert.deepEqual(evidence.map(({ name, sha256 }) => [name, sha256]), [
    ["signed.pdf", digest(bytes)],
    ["empty.pdf", digest(Buffer.alloc(0))],
  ]);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("an act waits for evidence that is being read, and what is removed meanwhile is no evidence", async () => {
  const page = await at.open({ before: (fresh) => fresh.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...more) {
      const send = () => postMessage.call(this, message, ...more);
      if (message.name === "digest") window.readIt = send; else send();
    };
  }) });
  await openFile(page, "a.json", await example());
  await begin(page, "requested");
  await type(page, "act.by.name", "Ann Kealoha");
  await press(page, "act.evidence");
  const chooseFile = async (name) => {
    const chooser = await chooserAfter(page, () => press(page, "act.evidence.file"));
    await chooser.setFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(name) });
    await element(page, "act.evidence:0.words").filter({ hasText: "Being read" }).waitFor();
    await page.waitForFunction(() => window.readIt);
  };
  await chooseFile("wrong.pdf");
  await press(page, "chain.evidence.0.remove");
  await element(page, "act.evidence:0.words").waitFor({ state: "detached" });
  await page.evaluate(() => {
    window.readIt(); // which is not taken any more
    window.readIt = undefined;
  });
  await chooseFile("signed.pdf");
  await press(page, "chain.record");
  await isFocused(page, "act.errors");
  const words = "signed.pdf has no fingerprint yet. Wait until it has, or remove it.";
  await element(page, "act.errors").filter({ hasText: words }).waitFor();
  await page.evaluate(() => window.readIt());
  await element(page, "act.errors").waitFor({ state: "detached" });
  await record(page);
  const [{ name }, ...others] = JSON.parse(await savedPacket(page)).chain.entries[0].evidence;
  assert.equal(name, "signed.pdf");
  assert.deepEqual(others, []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a copy whose end was cut off is named in the browser that saw it, until the packet is forgotten", async () => {
  const page = await at.open();
  await openFile(page, "a.json", await example());
  await submit(page);
  const older = await savedPacket(page);
  await concur(page, "supervisor", "Sam Doe");
  await savedPacket(page);
  const { id } = JSON.parse(older);
  await untilSo(page, (which) => localStorage.getItem(`telework.seen.${which}`)?.split("digest").length === 4, id);
  const seen = await page.evaluate((which) => localStorage.getItem(`telework.seen.${which}`), id);
  assert.doesNotMatch(seen, /Doe|Kealoha/, "nobody's name is kept with it");
  // A record that is damaged takes none of the others along.
  await page.evaluate(() => localStorage.setItem("telework.seen.damaged", '{"id": "damaged", "rounds": [{}]}'));
  await page.reload();
  await page.waitForSelector(".ftt[data-live]");
  await openFile(page, "older.json", older);
  assert.match((await nodeOf(page, "chain.not_continued")).label, /it is an older copy, or its end was cut off/);
  await go(page, "start");
  await press(page, "kept.forget_all");
  await press(page, "kept.yes");
  await untilSo(page, (which) => localStorage.getItem(`telework.seen.${which}`) === null, id);
  await page.context().close();
});

test("in a second tab a packet with a chain is a copy of the same packet, and its chain holds there", async () => {
  const page = await at.open();
  await openFile(page, "a.json", await example());
  await submit(page);
  const packet = JSON.parse(await savedPacket(page));
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.waitForSelector(".ftt[data-live]");
  await go(second, "start");
  await second.locator('[id^="kept.open:"]').first().evaluate((button) => button.click());
  await untilSo(second, () => document.getElementById("main.notice")?.textContent.includes("You have a copy here."));
  await concur(second, "supervisor", "Sam Doe");
  const copy = JSON.parse(await savedPacket(second));
  assert.equal(copy.id, packet.id);
  assert.deepEqual(copy.chain.entries.slice(0, -1), packet.chain.entries);
  await untilSo(second, () => Object.keys(localStorage).filter((key) => key.startsWith("telework.seen.")).length === 2);
  await page.context().close();
});

test("two copies that were changed apart are merged, one question for the field that both changed", async () => {
  const page = await at.open();
  await openFile(page, "a.json", await example());
  await submit(page);
  const both = await savedPacket(page);
  await go(page, "travel");
  await type(page, "travel_budget.trips", "6");
  await concur(page, "supervisor", "Sam Doe");
  const b = await savedPacket(page);
  const other = await at.open();
  await openFile(other, "a.json", both);
  await go(other, "travel");
  await type(other, "travel_budget.trips", "5");
  await begin(other, "note");
  await type(other, "act.by.name", "Lou Fox");
  await type(other, "act.statement", "Five trips are enough.");
  await record(other);
  await openFile(other, "b.json", b);
  await press(other, "open.merge");
  await press(other, "act.merge:0=b");
  await type(other, "act.by.name", "Lou Fox");
  await press(other, "chain.record");
  await untilSo(other, () => document.getElementById("act.heading") === null);
  const merged = await savedPacket(other);
  assert.equal(acts(merged).at(-1), "merged");
  assert.equal(JSON.parse(merged).travel_budget.trips, 6);
  assert.deepEqual(other.complaints, []);
  await other.context().close();
  await page.context().close();
});
