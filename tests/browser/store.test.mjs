// The store of packets, by itself in a page: each of its writes fails, in each way in which a browser's database fails, and
// in a disk without room. Whichever it is, the act is done as a whole or not at all, what was kept before is there, and the
// same act goes well afterwards.
/* global acts, ends, everything, freshStore, made, record, silenced, silenceNext, store -- what the page holds for the functions that run there */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { untilSo, useSite } from "./support.mjs";

const { build } = createRequire(new URL("../../web/package.json", import.meta.url))("esbuild");
const at = useSite();
let script;
before(async () => {
  const entry = fileURLToPath(new URL("../../web/keeping/store.mjs", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "iife", globalName: "made", write: false });
  script = `${outputFiles[0].text} globalThis.made = made;`;
});

// Runs in the page: what a person's packets go through, one act after the other.
function prepareStory(length = 0) {
  // What does not get smaller on the disk.
  const noise = () => String.fromCharCode(...crypto.getRandomValues(new Uint16Array(length)).map((unit) => 0x4e00 + unit % 0x5000));
  const record = (id, revision, changedAt, text) => ({
    id, revision, changedAt, name: id, file: "", isUnsaved: true, packet: JSON.stringify({ id, text: text + noise() }), whereabouts: JSON.stringify({ id }),
  });
  window.record = record;
  window.acts = [
    (store) => store.keep(record("a", 1, 1, "one")),
    (store) => store.keep(record("a", 1, 2, "two")),
    (store) => store.keep(record("b", 1, 3, "other")),
    ...[2, 3, 4, 5, 6, 7, 8, 9].map((revision) => (store) => store.keep(record("a", revision, revision, "more"))),
    (store) => store.keepAtOnce(record("b", 1, 4, "at once")).then(() => "kept"),
    (store) => store.setAside("a"),
    (store) => store.keep(record("c", 1, 5, "third")),
    (store) => store.forget("b"),
    (store) => store.forgetAll(),
  ];
  // All that is there, without what is different each time.
  window.everything = async (store) => JSON.stringify(await store.everything(), (key, value) => (/^(stamp|count)$/.test(key) ? undefined : value));
  // What it does after a failure before it writes again would take long each time: keeping_failures.test.mjs has it.
  Storage.prototype.setItem = () => {};
  window.freshStore = async () => {
    await new Promise((done) => { indexedDB.deleteDatabase("telework-packets").onsuccess = done; });
    return made.Store.open("tab", () => {});
  };
  window.ends = (outcome) => outcome === undefined || outcome === "kept";
}

// Runs in the page: the story with its write number `at` failing once; gives what was wrong and whether there was such a write.
async function tellWithFailure([at, way]) {
  const originals = [];
  let writes = 0;
  let isFailing = false;
  const fail = (transaction, act) => {
    writes += 1;
    if (writes !== at) return act();
    isFailing = true;
    if (way === "abort") {
      transaction.abort();
      throw new DOMException("Made by the test.", "InvalidStateError");
    }
    // A browser can say of what it has written that it failed.
    if (way === "unsure") act();
    throw new DOMException("Made by the test.", way === "unsure" ? "UnknownError" : way);
  };
  for (const [type, name] of [[IDBObjectStore, "put"], [IDBObjectStore, "add"], [IDBObjectStore, "delete"], [IDBObjectStore, "clear"], [IDBTransaction, "commit"]]) {
    const original = type.prototype[name];
    originals.push(() => { type.prototype[name] = original; });
    type.prototype[name] = function (...values) { return fail(this.transaction ?? this, () => original.apply(this, values)); };
  }
  const wrong = [];
  const store = await freshStore();
  for (const [index, act] of acts.entries()) {
    const before = await everything(store);
    isFailing = false;
    const outcome = await act(store).catch((error) => error);
    if (!isFailing) {
      if (!ends(outcome)) wrong.push(`act ${index}: ${outcome}`);
      continue;
    }
    // What failed is said, and has changed nothing.
    const after = await everything(store);
    if (way !== "unsure" && (ends(outcome) ? after === before : after !== before)) wrong.push(`act ${index} ended with ${outcome}: ${before} became ${after}`);
    const again = ends(outcome) ? outcome : await act(store).catch((error) => error);
    if (!ends(again)) wrong.push(`act ${index} once more: ${again}`);
  }
  originals.forEach((restore) => restore());
  return { wrong, wasThere: writes >= at, end: await everything(store) };
}

// The texts of the story have at least that length.
async function openStory(context, length) {
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.addInitScript(script);
  await page.goto(`${at.site.address}packet.schema.json`);
  await page.evaluate(prepareStory, length);
  return { page, complaints };
}

test("whichever write of the store fails, and however, its act is done whole or not at all, and goes well the next time", async () => {
  const context = await at.context();
  const { page, complaints } = await openStory(context);
  const undisturbed = await page.evaluate(tellWithFailure, [0, "none"]);
  assert.deepEqual(undisturbed.wrong, []);
  for (const way of ["abort", "UnknownError", "unsure"]) {
    let number = 1;
    for (;; ++number) {
      const { wrong, wasThere, end } = await page.evaluate(tellWithFailure, [number, way]);
      assert.deepEqual(wrong, [], `write ${number}, ${way}`);
      assert.equal(end, undisturbed.end, `write ${number}, ${way}`);
      if (!wasThere) break;
    }
    assert.ok(number > 30, `${number} writes`);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

// Runs in the page: the story until there is no room; gives which act found none, and whether it changed something.
async function tellUntilFull() {
  window.store = await freshStore();
  for (const [index, act] of acts.entries()) {
    const before = await everything(store);
    const outcome = await act(store).catch((error) => error);
    if (!ends(outcome)) return { index, said: String(outcome), isSame: before === await everything(store) };
  }
  return undefined;
}

test("in a disk without room each write leaves what was kept; with room again it goes well, and forgetting needs none", async () => {
  const found = new Set();
  for (let room = 5_000; ; room += 30_000) {
    const context = await at.context();
    const { page, complaints } = await openStory(context, 15_000);
    const devices = await context.newCDPSession(page);
    const setRoom = (quotaSize) => devices.send("Storage.overrideQuotaForOrigin", { origin: new URL(at.site.address).origin, quotaSize });
    await setRoom(room);
    const full = await page.evaluate(tellUntilFull);
    if (full) {
      found.add(full.index);
      assert.ok(full.isSame, `act ${full.index}, room for ${room}: ${full.said}`);
      assert.match(full.said, /QuotaExceededError/);
      assert.deepEqual(await page.evaluate(() => store.forget("b").then(() => "done", String)), "done", `room for ${room}`);
      await setRoom(undefined);
      const again = await page.evaluate((index) => acts[index](store).then(ends, String), full.index);
      assert.equal(again, true, `act ${full.index} with room`);
      await setRoom(1);
      assert.equal(await page.evaluate(() => store.forgetAll().then(() => "done", String)), "done");
    }
    assert.deepEqual(complaints, []);
    await context.close();
    if (!full) break;
  }
  assert.ok(found.size > 5, `found no room: acts ${[...found]}`);
});

test("opened twice at once, by two tabs or by two questions of one tab, the store is one, and has what both keep", async () => {
  const context = await at.context();
  const { page, complaints } = await openStory(context);
  const found = await page.evaluate(async () => {
    await freshStore();
    await new Promise((done) => { indexedDB.deleteDatabase("telework-packets").onsuccess = done; });
    const { open } = IDBFactory.prototype;
    const opened = [];
    IDBFactory.prototype.open = function (...values) {
      opened.push(values);
      return open.apply(this, values);
    };
    const [one, two] = await Promise.all([made.Store.open("one", () => {}), made.Store.open("two", () => {})]);
    const kept = await Promise.all([one.keep(record("a", 1, 1, "one")), two.keep(record("b", 1, 2, "two"))]);
    const ids = async (store) => (await store.list()).map(({ id }) => id).sort();
    const listed = [await ids(one), await ids(two)];
    const isBegunAnew = one.isBegunAnew || two.isBegunAnew;
    // Another tab wants a newer database, and has given it up: each store opens it again, once.
    await new Promise((done) => {
      const request = indexedDB.open("telework-packets", 2);
      request.onupgradeneeded = () => request.transaction.abort();
      request.onerror = done;
    });
    opened.length = 0;
    const [heads, aside, state, { packets }] = await Promise.all([ids(one), one.asideCount(), one.read("b"), one.everything()]);
    return { kept, listed, isBegunAnew, answers: [heads, aside, state.id, packets.length], opened };
  });
  assert.deepEqual(found, { kept: ["kept", "kept"], listed: [["a", "b"], ["a", "b"]], isBegunAnew: false, answers: [["a", "b"], 0, "b", 2],
    opened: [["telework-packets", 1]] });
  assert.deepEqual(complaints, []);
  await context.close();
});

// Chromium never answers some of what it is asked in the moment in which a site's data is cleared: it says that it has closed
// the database, and nothing of the write that was on its way; and of what is opened or deleted just then it says nothing.
test("a write whose database is closed without an answer ends, and what is not answered is asked once more", async () => {
  const context = await at.context();
  const { page, complaints } = await openStory(context);
  await page.clock.install();
  const outcome = (act) => page.evaluate(`Promise.resolve((${act})()).then((value) => value ?? "done", ({ name }) => name)`);
  await page.evaluate(async () => {
    window.store = await freshStore();
    await store.keep(record("a", 1, 1, "one"));
    const { transaction } = IDBDatabase.prototype;
    const silence = (request, names) => names.forEach((name) => request.addEventListener(name, (event) => event.stopImmediatePropagation()));
    window.silenceNext = { write: false, open: false, deleteDatabase: false };
    window.silenced = [];
    IDBDatabase.prototype.transaction = function (names, mode, ...more) {
      const begun = transaction.call(this, names, mode, ...more);
      if (mode === "readwrite" && silenceNext.write) {
        silenceNext.write = false;
        begun.addEventListener("complete", () => { this.close(); this.dispatchEvent(new Event("close")); });
        silence(begun, ["complete", "abort", "error"]);
        silenced.push("write");
      }
      return begun;
    };
    for (const way of ["open", "deleteDatabase"]) {
      const original = IDBFactory.prototype[way];
      IDBFactory.prototype[way] = function (...values) {
        if (!silenceNext[way]) return original.apply(this, values);
        silenceNext[way] = false;
        silenced.push(way);
        const request = original.call(this, "of the test");
        silence(request, ["success", "error", "blocked", "upgradeneeded"]);
        return request;
      };
    }
  });
  await page.evaluate(() => { silenceNext.write = true; });
  assert.equal(await outcome(() => store.keep(record("b", 1, 2, "other"))), "AbortError");
  await page.evaluate(() => { silenceNext.open = true; });
  const opening = outcome(() => store.list().then((heads) => heads.map(({ id }) => id).sort().join()));
  await untilSo(page, () => silenced.includes("open"));
  await page.clock.fastForward(3000);
  assert.equal(await opening, "a,b", "the write had been done when it was not told");
  assert.equal(await outcome(() => store.keep(record("b", 1, 2, "other"))), "kept", "it is this tab's own");
  await page.evaluate(() => { silenceNext.deleteDatabase = true; });
  const forgetting = outcome(() => new made.Store().forgetAll());
  await untilSo(page, () => silenced.includes("deleteDatabase"));
  await page.clock.fastForward(3000);
  assert.equal(await forgetting, "done");
  assert.deepEqual(complaints, []);
  await context.close();
});
