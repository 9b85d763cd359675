// Keeping: what was typed is there again after a reload, a crash and a killed browser; two tabs never overwrite each
// other; where the browser keeps nothing the screen says so and loses nothing; and forgetting forgets.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  click, contextWithReader as readerIn, fillAndHide, freshContext, isKept, keepAsCopy, keepName, keptCard, keptNames, live, notice, openTab, storeReader, typeName, untilStored,
} from "./kept.mjs";
import { openFile, savedAnswer, savedPacket } from "./person.mjs";
import { element, nodeOf, rested, untilSo, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const tab = (context, before) => openTab(at.site.address, context, before);
const contextWithReader = () => readerIn(at);

test("what is typed is there again after a reload at once, at its step, and the screen says so", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Kealoha");
  await element(page, "employee.requested_worksite").pressSequentially("Boze");
  await page.reload();
  await live(page);
  await notice(page, /^.*Kealoha is open\. We restored it as of \d+:\d\d [AP]M\./);
  assert.equal(await element(page, "employee.last_name").inputValue(), "Kealoha");
  assert.equal(await element(page, "employee.requested_worksite").inputValue(), "Boze");
  assert.match((await nodeOf(page, "actions.saved")).label, /^Not saved to a file yet\. Kept on this device at \d+:\d\d [AP]M\.$/);
  assert.equal(page.dialogs, 0, "what is kept is left without a question");
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("what is only tried, and is in no packet, is there again after a reload as well", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Kealoha");
  await click(page, "step:result");
  await element(page, "what_if.trips").fill("6");
  await element(page, "what_if.method").selectOption("extras_only");
  await page.reload();
  await live(page);
  await notice(page, "Kealoha is open. We restored it");
  assert.equal(await element(page, "what_if.trips").inputValue(), "6");
  assert.equal(await element(page, "what_if.method").inputValue(), "extras_only");
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("25,000 characters are all there after a crash, and out of the file again, with what to do about them", async () => {
  const long = "All that was said. ".repeat(1400).slice(0, 25_000);
  const isThere = async (page) => {
    await click(page, "step:check");
    assert.equal(await element(page, "notes").inputValue(), long);
    await page.locator("main").getByText("25,000 characters; at most 20,000 fit here. Shorten it.").first().waitFor();
  };
  const context = await contextWithReader();
  const page = await tab(context);
  await typeName(page, "Long");
  await click(page, "step:check");
  await element(page, "notes").fill(long);
  await isKept(page, long);
  const devices = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  devices.send("Page.crash").catch(() => {});
  await crashed;
  const next = await tab(context);
  await notice(next, "Long is open. We restored it");
  await isThere(next);
  const file = await savedPacket(next);
  assert.equal(JSON.parse(file).notes, long);
  await context.close();

  const other = await contextWithReader();
  const fresh = await tab(other);
  await openFile(fresh, "long.json", file);
  await isThere(fresh);
  assert.equal(await savedPacket(fresh), file);
  assert.deepEqual(fresh.complaints, []);
  await other.close();
});

test("each change is kept within a second of its key, a new packet's first one too, also while others follow", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await click(page, "step:check");
  await rested(page);
  // The page's clock stands still while the device writes, which a busy machine does slowly: what is held is how long the page
  // itself waits, 300 milliseconds at most, so that the device has the rest of the second.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const [pace, behind] = [60, 5]; // milliseconds from a key to the next; keys in 300 milliseconds
  for (let length = 1; length <= 25; ++length) {
    await element(page, "notes").evaluate((field) => {
      field.value += "Q";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.clock.runFor(pace);
    await isKept(page, "Q".repeat(Math.max(1, length - behind + 1)));
  }
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("what was kept and when stands at the bottom", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await typeName(page, "Ito");
  await element(page, "actions.saved").filter({ hasText: /Kept on this device at \d+:\d\d [AP]M\./ }).waitFor();
  assert.equal((await page.evaluate(() => window.stored())).packets[0].name, "Ito");
  await context.close();
});

test("a new tab goes on with the newest packet that is in no file; what is in a file is only offered", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Unsaved");
  await first.close();
  const second = await tab(context);
  await notice(second, "Unsaved is open. We restored it");
  await savedPacket(second);
  await untilStored(second, ({ packets }) => packets.every(({ isUnsaved }) => !isUnsaved), "it is in a file");
  await second.close();
  const third = await tab(context);
  assert.equal(await element(third, "main.heading").innerText(), "Start");
  await keptCard(third, "Unsaved").getByRole("button", { name: "Open", exact: true }).click();
  await notice(third, "Unsaved is open, from");
  assert.equal(await element(third, "employee.last_name").inputValue(), "Unsaved");
  await context.close();
});

test("several packets by name: another one is begun, and each is opened again", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  for (const name of ["Abe", "Brown", "Cruz"]) {
    await typeName(page, name);
    await click(page, "step:start");
    if (name !== "Cruz") await click(page, "kept.anew");
  }
  await isKept(page, "Cruz");
  const names = () => page.locator("main fieldset.card > legend, main .card .name").allInnerTexts();
  for (const name of ["Abe", "Brown", "Cruz"]) assert.ok((await page.locator("main").innerText()).includes(name), `${name}: ${await names()}`);
  await keptCard(page, "Abe").getByRole("button", { name: "Open", exact: true }).click();
  await notice(page, "Abe is open");
  await click(page, "step:employee");
  assert.equal(await element(page, "employee.last_name").inputValue(), "Abe");
  await context.close();
});

test("each revision's last state is kept, and an earlier one goes on as a copy", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await typeName(page, "First");
  await savedPacket(page);
  await isKept(page, "First");
  await keepName(page, "Second");
  await click(page, "step:start");
  await page.getByRole("button", { name: /^Open revision 1, / }).click();
  await notice(page, "Revision 1 of it is open as a copy.");
  await click(page, "step:employee");
  assert.equal(await element(page, "employee.last_name").inputValue(), "First");
  await element(page, "employee.last_name").fill("First again");
  await isKept(page, "First again");
  assert.deepEqual(await keptNames(page), ["First again", "Second"]);
  await context.close();
});

// The second tab is told, and afterwards the device has what both have typed.
async function bothAreKept(context, first, second) {
  await notice(second, "copy");
  await typeName(first, "From one");
  await keepName(second, "From two");
  await isKept(first, "From one");
  assert.deepEqual(await keptNames(first), ["From one", "From two"]);
  for (const page of [first, second]) assert.deepEqual(page.complaints, []);
  await context.close();
}

test("a packet that is open in another tab is opened as a copy, and neither overwrites the other", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Shared");
  const second = await tab(context);
  assert.equal(await element(second, "main.heading").innerText(), "Start");
  await keptCard(second, "Shared").getByRole("button", { name: "Open", exact: true }).click();
  await bothAreKept(context, first, second);
});

test("where there are no locks (plain HTTP) the second tab to write finds out, and goes on as a copy", async () => {
  const context = await contextWithReader();
  const noLocks = () => Object.defineProperty(navigator, "locks", { value: undefined });
  const first = await tab(context, noLocks);
  await keepName(first, "Shared");
  const second = await tab(context, noLocks);
  await notice(second, "Shared is open. We restored it");
  await keepName(first, "One goes on");
  await typeName(second, "Two goes on");
  await bothAreKept(context, first, second);
});

test("an older file of a packet that is kept with changes goes on as a copy, also in place of another kept one", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await typeName(page, "Another");
  await savedPacket(page);
  await click(page, "step:start");
  await click(page, "kept.anew");
  await typeName(page, "In the file");
  const file = await savedPacket(page);
  await typeName(page, "Changed since");
  await click(page, "step:start");
  await click(page, "kept.anew");
  await isKept(page, "Changed since");
  await openFile(page, "older.json", file);
  await keepAsCopy(page, "Of the older file");
  for (const name of ["Changed since", "Another"]) {
    await click(page, "step:start");
    await keptCard(page, name).getByRole("button", { name: "Open", exact: true }).click();
    await notice(page, `${name} is open`);
  }
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "older.json"));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, file);
  await untilSo(page, () => document.getElementById("actions.saved").textContent.includes("older.json"));
  await keepAsCopy(page, "Of it once more");
  assert.deepEqual(await keptNames(page), ["Another", "Changed since", "Of it once more", "Of the older file"]);
  await context.close();
});

test("a packet that is forgotten in another tab is not written again, and its tab is told", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Gone");
  const second = await tab(context);
  await click(second, "kept.forget_all");
  await click(second, "kept.yes");
  await untilStored(second, ({ packets }) => packets.length === 0, "all is forgotten");
  await notice(first, "was deleted in another tab");
  await element(first, "actions.saved").filter({ hasText: "Nothing of it is kept" }).waitFor();
  await fillAndHide(first, "employee.last_name", "Gone on");
  assert.deepEqual((await first.evaluate(() => window.stored())).packets, []);
  assert.equal(JSON.parse(await savedPacket(first)).employee.last_name, "Gone on");
  await context.close();
});

test("forgetting this packet asks, then leaves neither it on the screen nor anything on the device", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Secret");
  await click(page, "step:check");
  await click(page, "kept.forget_this");
  await click(page, "kept.no");
  await click(page, "kept.forget_this");
  await click(page, "kept.yes");
  await untilStored(page, ({ states }) => states.length === 0, "it is forgotten");
  assert.equal(await element(page, "main.heading").innerText(), "Start");
  assert.equal(await savedAnswer(page, "employee"), undefined);
  await page.reload();
  await live(page);
  assert.doesNotMatch(await page.locator("body").innerText(), /Secret/);
  await context.close();
});

test("on a shared computer nothing is kept and what was is forgotten, also in the next tab", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Before");
  await click(page, "step:start");
  await click(page, "kept.shared");
  await click(page, "kept.yes");
  await typeName(page, "Afterwards");
  await rested(page);
  assert.deepEqual(await page.evaluate(() => window.stored()), { packets: [], states: [], aside: [] });
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  assert.equal((await nodeOf(page, "actions.saved")).label, "Not saved to a file yet. This is a shared computer: nothing is kept here.");
  await page.reload();
  await live(page);
  assert.equal(page.dialogs, 1, "leaving what is nowhere kept asks");
  assert.doesNotMatch(await page.locator("body").innerText(), /Before|Afterwards/);
  await click(page, "step:start");
  assert.equal(await element(page, "kept.shared").isChecked(), true);
  await click(page, "kept.shared");
  await keepName(page, "Mine again");
  await context.close();
});

test("what a visit that ended while it forgot has left on a shared computer, the next one forgets", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Left");
  await page.evaluate(() => localStorage.setItem("telework.shared-computer", "yes"));
  await page.reload();
  await live(page);
  await untilStored(page, ({ packets, states }) => packets.length + states.length === 0, "it is forgotten");
  assert.doesNotMatch(await page.locator("body").innerText(), /Left/);
  await context.close();
});

test("what another tab has on its way while this becomes a shared computer is not kept either", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  const second = await tab(context, () => {
    const { request } = LockManager.prototype;
    const held = new Promise((done) => { window.letGo = done; });
    LockManager.prototype.request = async function (...values) {
      window.hasAsked = true;
      await held;
      return request.apply(this, values);
    };
    const { clear } = IDBObjectStore.prototype;
    window.cleared = 0;
    IDBObjectStore.prototype.clear = function () { window.cleared += 1; return clear.call(this); };
  });
  await typeName(second, "On its way");
  await second.waitForFunction(() => window.hasAsked);
  await click(first, "kept.shared");
  await element(second, "actions.saved").filter({ hasText: "This is a shared computer" }).waitFor();
  await second.evaluate(() => window.letGo());
  await untilSo(second, () => window.cleared === 3);
  assert.deepEqual(await keptNames(second), []);
  await context.close();
});

// Nothing on the screen is lost where nothing can be kept: it is said, once, and a file has all of it.
async function goesOnWithoutKeeping(page, what) {
  await typeName(page, "Still here");
  await notice(page, "Everything stays on the screen. Save it to a file.").catch(() => assert.fail(`${what}: nothing was said`));
  await click(page, "main.notice.close");
  await click(page, "step:travel");
  await element(page, "travel_budget.transport").fill("412.60");
  await rested(page, 1000); // It is tried again every three seconds.
  assert.equal(await element(page, "main.notice").count(), 0, `${what}: it is said once`);
  assert.match(await element(page, "actions.saved").innerText(), /cannot be kept on this device/, what);
  const packet = JSON.parse(await savedPacket(page));
  assert.equal(packet.employee.last_name, "Still here", what);
  assert.equal(packet.travel_budget.transport, "412.60", what);
  assert.deepEqual(page.complaints, [], what);
}

const breakStorage = {
  "storage is closed to the page": () => Object.defineProperty(window, "indexedDB", {
    get() { throw new DOMException("Closed.", "SecurityError"); },
  }),
  "there is no storage": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
};
for (const [type, names] of Object.entries({
  IDBFactory: ["open"], IDBDatabase: ["transaction"], IDBObjectStore: ["get", "getAll", "put"], IDBTransaction: ["commit"],
})) {
  for (const name of names) {
    breakStorage[`${type}.${name} throws`] = `${type}.prototype.${name} = () => { throw new Error("Broken by the test."); };`;
  }
}
breakStorage["each write is taken back"] = () => {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...values) {
    const request = put.apply(this, values);
    this.transaction.abort();
    return request;
  };
};

test("where storage is blocked, or fails at any operation, nothing on the screen is lost and it is said once", async () => {
  for (const [what, broken] of Object.entries(breakStorage)) {
    const context = await freshContext(at);
    await goesOnWithoutKeeping(await tab(context, broken), what);
    await context.close();
  }
});

test("in a full disk nothing on the screen is lost; once there is room again it is kept", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  const devices = await context.newCDPSession(page);
  await devices.send("Storage.overrideQuotaForOrigin", { origin: new URL(at.site.address).origin, quotaSize: 1 });
  await goesOnWithoutKeeping(page, "full");
  await devices.send("Storage.overrideQuotaForOrigin", { origin: new URL(at.site.address).origin });
  await element(page, "travel_budget.transport").fill("500");
  await isKept(page, "500.00");
  await element(page, "actions.saved").filter({ hasText: "Kept on this device" }).waitFor();
  await context.close();
});

// Does something to the stores as nobody would.
const spoil = (page, act) => page.evaluate(async (source) => {
  const db = await new Promise((done) => { indexedDB.open("telework-packets").onsuccess = (event) => done(event.target.result); });
  const transaction = db.transaction(["packets", "states"], "readwrite");
  const finished = new Promise((done) => { transaction.oncomplete = done; });
  new Function("packets", "states", source)(transaction.objectStore("packets"), transaction.objectStore("states"));
  await finished;
  db.close();
}, act);

const damages = {
  "a head without its parts": "packets.openCursor().onsuccess = ({ target }) => { const { result: at } = target; if (at) at.update({ id: at.value.id, odd: 1 }); };",
  "a state that is cut off": "states.openCursor().onsuccess = ({ target }) => { const { result: at } = target; if (at) at.update({ ...at.value, packet: at.value.packet.slice(0, 40) }); };",
  "a state that is no packet": "states.openCursor().onsuccess = ({ target }) => { const { result: at } = target; if (at) at.update({ ...at.value, packet: '{\"format\": \"other\"}' }); };",
  "a head without a state": "states.clear();",
};

test("what is damaged is set aside and can be had as a file, and keeping goes on", async () => {
  // What the tests do to the stores is a script of their own, which the strict policy would refuse.
  for (const [what, damage] of Object.entries(damages)) {
    const context = await at.context({ locale: "en-US", acceptDownloads: true, bypassCSP: true });
    await context.addInitScript(storeReader);
    const first = await tab(context);
    await keepName(first, "Damaged");
    await first.close();
    const helper = await context.newPage();
    await helper.goto(`${at.site.address}packet.schema.json`);
    await spoil(helper, damage);
    await helper.close();
    const page = await tab(context);
    await click(page, "step:start");
    await element(page, "kept.aside").waitFor().catch(() => assert.fail(`${what}: nothing is set aside`));
    const file = await savedPacket(page, () => click(page, "kept.save_aside"));
    assert.equal(JSON.parse(file).length, 1, what);
    await keepName(page, "Anew");
    assert.deepEqual(page.complaints, [], what);
    await context.close();
  }
});

test("a database of another shape is set aside as a whole, and a new one begun", async () => {
  const context = await contextWithReader();
  const strange = await context.newPage();
  await strange.goto(`${at.site.address}packet.schema.json`);
  await strange.evaluate(() => new Promise((done) => {
    const request = indexedDB.open("telework-packets", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("packets", { keyPath: "id" }).add({ id: "x", odd: true });
    request.onsuccess = () => { request.result.close(); done(); };
  }));
  await strange.close();
  // A visit that ends where the new one would be begun.
  const ended = await tab(context, () => { IDBFactory.prototype.deleteDatabase = () => new EventTarget(); });
  await untilStored(ended, ({ aside }) => aside.length === 1, "it is set aside before it goes");
  await ended.close();
  const page = await tab(context);
  await notice(page, "The saved records on this device could not be read. They were set aside");
  const file = JSON.parse(await savedPacket(page, () => click(page, "kept.save_aside")));
  for (const found of file) assert.deepEqual(found, { packets: [{ id: "x", odd: true }] });
  await keepName(page, "Anew");
  await context.close();
});

test("where the database cannot be opened a second one is begun beside it", async () => {
  const context = await contextWithReader();
  const page = await tab(context, () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, ...more) {
      if (name === "telework-packets") throw new DOMException("Internal error opening backing store.", "UnknownError");
      return open.call(this, name, ...more);
    };
  });
  await notice(page, "The saved records on this device could not be read.");
  await typeName(page, "Beside");
  await element(page, "actions.saved").filter({ hasText: "Kept on this device" }).waitFor();
  await page.reload();
  await live(page);
  await notice(page, "Beside is open. We restored it");
  await context.close();
});

test("what was kept beside a database that could not be opened is brought into it once it can be", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "In the first");
  await first.close();
  const second = await tab(context, () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, ...more) {
      if (name === "telework-packets") throw new DOMException("Internal error opening backing store.", "UnknownError");
      return open.call(this, name, ...more);
    };
  });
  await typeName(second, "Beside");
  await element(second, "actions.saved").filter({ hasText: "Kept on this device" }).waitFor();
  await second.close();
  const third = await tab(context);
  await notice(third, "Beside is open. We restored it");
  assert.deepEqual(await keptNames(third), ["Beside", "In the first"]);
  assert.deepEqual(await third.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), ["telework-packets"]);
  assert.deepEqual(third.complaints, []);
  await context.close();
});
