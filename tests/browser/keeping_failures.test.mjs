// Keeping where the store fails or is taken away: a write that fails once, a disk without room, data that is cleared while
// the page is open, a clock that is set back, and a store of a newer version. What was kept is there again, the packet
// stays itself, and the screen says what holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  click, contextWithReader as readerIn, fillAndHide, holdDatabase, isKept, keepName, keptCard, keptNames, letGo, live, notice, openTab, typeName, untilStored,
} from "./kept.mjs";
import { savedPacket } from "./person.mjs";
import { element, rested, untilSo, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const tab = (context, before) => openTab(at.site.address, context, before);
const contextWithReader = () => readerIn(at);
const idOf = async (page) => (await page.evaluate(() => window.stored())).packets.map(({ id }) => id).join();
const noNotice = (page) => element(page, "main.notice").waitFor({ state: "detached" });
const fill = (page, name, text) => element(page, `employee.${name}`).fill(text);

// Each write of a state fails from now on, in one of the ways in which a browser fails; without one it goes well again.
const failBy = (page, way) => page.evaluate((how) => {
  window.put ??= IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = how === undefined ? window.put : function (...values) {
    if (how !== "abort" && this.name === "states") throw new DOMException("Made by the test.", how);
    const request = window.put.apply(this, values);
    if (this.name === "states") this.transaction.abort();
    return request;
  };
}, way);

test("after a write that failed the packet goes on as itself, also one that was restored, and no other tab is blamed", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Alpha");
  const id = await idOf(page);
  for (const way of ["abort", "QuotaExceededError"]) {
    await page.reload();
    await live(page);
    await notice(page, "is open. We restored it");
    await failBy(page, way);
    await fill(page, "first_name", `Failed by ${way}`);
    await notice(page, "Everything stays on the screen. Save it to a file.");
    await failBy(page);
    await fill(page, "first_name", `After ${way}`);
    await isKept(page, `After ${way}`);
    await noNotice(page);
    assert.equal(await idOf(page), id, way);
  }
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("what could not be written is written by itself once that works again; the notice says what to do, and goes", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await failBy(page, "QuotaExceededError");
  await typeName(page, "Waits");
  await notice(page, /it is full\. Free some space, and your answers are kept again\. Everything stays on the screen/);
  await failBy(page);
  await isKept(page, "Waits");
  await noNotice(page);
  await element(page, "actions.saved").filter({ hasText: "Kept on this device" }).waitFor();
  assert.deepEqual(page.complaints, []);
  await context.close();
});

// Chromium would go on in a log that holds half of a write, and take everything for damaged at its next start; as it has
// been seen on a small disk (small_disk.mjs).
test("after a write that failed the browser is made to begin a new log, once, by some megabytes that are gone at once", async () => {
  const context = await contextWithReader();
  const page = await tab(context, () => {
    window.written = 0;
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (value, ...more) {
      if (this.name === "filler") window.written += value.length;
      return add.call(this, value, ...more);
    };
  });
  await keepName(page, "Well");
  assert.equal(await page.evaluate(() => window.written), 0, "not while all is well");
  await failBy(page, "UnknownError");
  await fill(page, "first_name", "Failed");
  await notice(page, "the browser cannot write to it. Its disk may be full");
  // The page that comes next begins it where this one could not.
  await page.reload();
  await live(page);
  for (const text of ["Anew", "And on"]) {
    await fill(page, "first_name", text);
    await isKept(page, text);
    await page.waitForFunction(() => localStorage.getItem("telework.store-in-doubt") === null);
    assert.ok((await page.evaluate(() => window.written)) === 160 * 60_000, text);
  }
  await untilSo(page, async () => (await indexedDB.databases()).every(({ name }) => name === "telework-packets"));
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("after a write that failed nothing is written to the database before there is room again", async () => {
  const context = await contextWithReader();
  const page = await tab(context, () => {
    window.room = false;
    const { put } = Cache.prototype;
    Cache.prototype.put = function (...values) {
      window.looks += 1;
      return window.room ? put.apply(this, values) : Promise.reject(new DOMException("Made by the test.", "QuotaExceededError"));
    };
  });
  await keepName(page, "Well");
  await failBy(page, "UnknownError");
  await fill(page, "first_name", "Failed");
  await notice(page, "Everything stays on the screen. Save it to a file.");
  await page.evaluate(() => {
    window.writes = 0;
    window.looks = 0;
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...values) { window.writes += 1; return put.apply(this, values); };
  });
  await fill(page, "first_name", "Waits for room");
  await page.waitForFunction(() => window.looks > 1); // It has looked for room, and once more.
  assert.equal(await page.evaluate(() => window.writes), 0);
  await failBy(page);
  await page.evaluate(() => { window.room = true; });
  await isKept(page, "Waits for room");
  await noNotice(page);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("after a page that went out of sight could not write, nothing is written before there is room again", async () => {
  const context = await contextWithReader();
  const page = await tab(context, () => {
    Cache.prototype.put = () => Promise.reject(new DOMException("Made by the test.", "QuotaExceededError"));
  });
  await keepName(page, "Well");
  await failBy(page, "UnknownError");
  await page.evaluate(() => {
    window.writes = 0;
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...values) { window.writes += this.name === "states"; return put.apply(this, values); };
  });
  await fillAndHide(page, "employee.first_name", "Out of sight");
  await notice(page, "Everything stays on the screen. Save it to a file.");
  assert.equal(await page.evaluate(() => window.writes), 1, "the one that failed");
  await context.close();
});

test("a packet that could not be written is written later beside the one that is open by then, which stays this tab's", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Abe");
  const abe = await idOf(page);
  await click(page, "step:start");
  await click(page, "kept.anew");
  await keepName(page, "Brown");
  await failBy(page, "QuotaExceededError");
  await fill(page, "first_name", "Failed at first");
  await notice(page, "Everything stays on the screen. Save it to a file.");
  await click(page, "step:start");
  await keptCard(page, "Abe").getByRole("button", { name: "Open", exact: true }).click();
  await notice(page, "Abe is open");
  await failBy(page);
  await isKept(page, "Failed at first");
  await element(page, "actions.saved").filter({ hasNotText: "cannot be kept" }).waitFor();
  const held = await page.evaluate(async () => (await navigator.locks.query()).held.map(({ name }) => name));
  assert.deepEqual(held, [`telework.packet ${abe}`]);
  assert.equal(await page.evaluate(() => sessionStorage.getItem("telework.packet")), abe);
  await context.close();
});

test("a packet that is forgotten while it is written is not listed again", async () => {
  const context = await contextWithReader();
  const page = await tab(context, () => {
    const { transaction } = IDBDatabase.prototype;
    window.begun = 0;
    IDBDatabase.prototype.transaction = function (names, mode, ...more) {
      window.begun += mode === "readwrite";
      return transaction.call(this, names, mode, ...more);
    };
  });
  await keepName(page, "Secret");
  await click(page, "step:start");
  await keptCard(page, "Secret").waitFor();
  await click(page, "step:check");
  // What the step brings is written before, so that the next write is that of the notes.
  await element(page, "notes").fill("Before");
  await element(page, "actions.saved").filter({ hasText: "Kept on this device" }).waitFor();
  await untilStored(page, ({ states }) => JSON.stringify(states).includes("Before"), "what was typed before");
  await holdDatabase(page);
  await page.evaluate(() => { window.begun = 0; });
  await element(page, "notes").fill("On its way");
  await page.waitForFunction(() => window.begun > 0);
  await click(page, "kept.forget_this");
  await click(page, "kept.yes");
  await letGo(page);
  await untilStored(page, ({ states }) => states.length === 0, "it is forgotten");
  assert.equal(await keptCard(page, "Secret").count(), 0);
  await context.close();
});

test("where forgetting takes too long that is said, on a shared computer too; and once it has come, that", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await page.clock.install();
  await keepName(page, "Stays for a while");
  await click(page, "step:start");
  await holdDatabase(page);
  await click(page, "kept.shared");
  await click(page, "kept.yes");
  await page.clock.fastForward(6000);
  await notice(page, "Not everything could be deleted. Clear the data of this site");
  await letGo(page);
  await notice(page, "This browser no longer keeps anything of the form.");
  assert.deepEqual(await keptNames(page), []);
  await context.close();
});

test("the browser is asked not to empty what is kept: once, when something is kept and a button is pressed", async () => {
  const context = await contextWithReader();
  const page = await tab(context, () => {
    window.asked = 0;
    StorageManager.prototype.persist = async () => { window.asked += 1; return false; };
  });
  await click(page, "step:employee");
  assert.equal(await page.evaluate(() => window.asked), 0, "there is nothing yet");
  await keepName(page, "Mine");
  assert.equal(await page.evaluate(() => window.asked), 0, "nobody is interrupted while typing");
  for (const step of ["step:travel", "step:start", "step:check"]) await click(page, step);
  assert.equal(await page.evaluate(() => window.asked), 1);
  await context.close();
});

test("a store that is cleared while the page is open is kept in again at once, which is said", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  const devices = await context.newCDPSession(page);
  const { origin } = new URL(at.site.address);
  const ways = {
    "by the browser": () => devices.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" }),
    "by a script": () => page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase("telework-packets").onsuccess = done; })),
    "record by record": async () => {
      await page.evaluate(() => new Promise((done) => {
        indexedDB.open("telework-packets").onsuccess = ({ target: { result: db } }) => {
          const transaction = db.transaction(["packets", "states"], "readwrite");
          transaction.objectStore("packets").clear();
          transaction.objectStore("states").clear();
          transaction.oncomplete = () => { db.close(); done(); };
        };
      }));
      await fill(page, "first_name", "Goes on"); // nobody can hear that one
    },
  };
  for (const [what, clear] of Object.entries(ways)) {
    await keepName(page, what);
    const id = await idOf(page);
    await clear();
    await isKept(page, what);
    await notice(page, "This browser’s records of the form were cleared. This packet is kept again");
    assert.equal(await idOf(page), id, what);
    assert.match(await element(page, "actions.saved").innerText(), /Kept on this device/, what);
    await click(page, "main.notice.close");
  }
  await page.reload();
  await live(page);
  await notice(page, "record by record");
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("a packet that was restored and not changed is kept again too when the store is cleared", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Restored");
  await page.reload();
  await live(page);
  await notice(page, "is open. We restored it");
  const devices = await context.newCDPSession(page);
  await devices.send("Storage.clearDataForOrigin", { origin: new URL(at.site.address).origin, storageTypes: "indexeddb" });
  await isKept(page, "Restored");
  await context.close();
});

test("the newest packet is the one that was kept last, also where the clock was set back between", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Older");
  await first.close();
  const yearsBack = () => {
    const Real = Date;
    const back = 5 * 365 * 24 * 3600 * 1000;
    globalThis.Date = class extends Real {
      constructor(...parts) { if (parts.length === 0) super(Real.now() - back); else super(...parts); }
      static now() { return Real.now() - back; }
    };
  };
  const second = await tab(context, yearsBack);
  await click(second, "step:start");
  await click(second, "kept.anew");
  await keepName(second, "Newer");
  await second.close();
  const third = await tab(context);
  await notice(third, "Newer is open. We restored it");
  await click(third, "step:start");
  const order = (await third.locator("main").innerText()).match(/Older|Newer/g);
  assert.deepEqual([...new Set(order.slice(-4))], ["Newer", "Older"], "also in the list");
  await context.close();
});

test("after forgetting everything the screen says that traces may stay on the disk, and how to be sure", async () => {
  for (const [button, isShared] of [["kept.forget_all", false], ["kept.shared", true]]) {
    const context = await contextWithReader();
    const page = await tab(context);
    await keepName(page, "Forgotten");
    await click(page, "step:start");
    await click(page, button);
    await click(page, "kept.yes");
    await notice(page, /Traces may stay on the disk for a while\. To be sure, also clear the data of this site/);
    assert.deepEqual(await page.evaluate(() => window.stored()), { packets: [], states: [], aside: [] }, `${isShared}`);
    await context.close();
  }
});

test("where forgetting fails, that is said, and what is still kept is listed", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Stays");
  await page.evaluate(() => { IDBObjectStore.prototype.clear = () => { throw new DOMException("Made by the test.", "UnknownError"); }; });
  await click(page, "step:start");
  await click(page, "kept.forget_all");
  await click(page, "kept.yes");
  await notice(page, "Not everything could be deleted");
  await keptCard(page, "Stays").waitFor();
  await context.close();
});

test("what a newer version of the form has kept is read, can be opened and saved, and is not written", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Kept by the newer");
  await first.close();
  const newer = await context.newPage();
  await newer.goto(`${at.site.address}packet.schema.json`);
  await newer.evaluate(() => new Promise((done) => {
    const request = indexedDB.open("telework-packets", 7);
    request.onupgradeneeded = () => request.result.createObjectStore("more", { keyPath: "id" }).add({ id: "x", odd: true });
    request.onsuccess = () => { request.result.close(); done(); };
  }));
  await newer.close();
  const page = await tab(context);
  await notice(page, /Kept by the newer is open.*a newer version of this form has kept its own/s);
  const before = await page.evaluate(() => window.stored());
  await typeName(page, "Changed in the older");
  await rested(page);
  assert.match(await element(page, "actions.saved").innerText(), /save it to a file/);
  assert.equal(JSON.parse(await savedPacket(page)).employee.last_name, "Changed in the older");
  await click(page, "step:start");
  await keptCard(page, "Kept by the newer").getByText("open now").waitFor();
  assert.equal(await page.getByRole("button", { name: "Delete", exact: true }).count(), 0);
  const all = JSON.parse(await savedPacket(page, () => click(page, "kept.save_aside")));
  assert.deepEqual(all.more, [{ id: "x", odd: true }]);
  assert.equal(all.packets[0].name, "Kept by the newer");
  assert.deepEqual(await page.evaluate(() => window.stored()), before, "nothing is written");
  assert.deepEqual(page.complaints, []);
  // Forgetting everything goes by the whole database, whatever is in it.
  await click(page, "kept.forget_all");
  await click(page, "kept.yes");
  await untilStored(page, ({ packets, states }) => packets.length + states.length === 0, "all is forgotten");
  await keepName(page, "Anew");
  assert.deepEqual(await keptNames(page), ["Anew"]);
  await context.close();
});
