// What the tests of keeping lean on: tabs with their own ids and the real time (how the others are held still would make
// every tab the same one), and a look at what the device has.
import assert from "node:assert/strict";
import { until } from "./driven.mjs";
import { countTimers, element } from "./support.mjs";

export const click = (page, id) => element(page, id).evaluate((node) => node.click());
export const notice = (page, words) => element(page, "main.notice").filter({ hasText: words }).waitFor();

// Until what the device has is as `isSo` wants it.
export async function untilStored(page, isSo, what) {
  let stored;
  const look = async () => isSo(stored = await page.evaluate(() => window.stored()));
  await until(look, what, { every: 50 }).catch(({ message }) => assert.fail(`${message}: ${JSON.stringify(stored)}`));
}

// A tab of the wizard in page view. `before` is run in the page before anything of it.
export async function openTab(address, context, before) {
  const page = await context.newPage();
  page.complaints = [];
  page.dialogs = 0;
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("dialog", (dialog) => { page.dialogs += 1; dialog.accept(); });
  await page.addInitScript(() => { try { localStorage.setItem("telework.view", "page"); } catch { /* blocked */ } });
  await page.addInitScript(countTimers);
  if (before) await page.addInitScript(before);
  await page.goto(address);
  await page.waitForSelector(".ftt[data-live]");
  return page;
}

// The card of a packet that is kept on the device, by the name that heads it.
export const keptCard = (page, name) => page.locator(".group.card").filter({ has: page.getByRole("heading", { name }) });

export const live = (page) => page.waitForSelector(".ftt[data-live]");
// `at` is what useSite() gives.
export const freshContext = (at) => at.context({ locale: "en-US", acceptDownloads: true });

export async function typeName(page, name) {
  await click(page, "step:employee");
  await element(page, "employee.last_name").fill(name);
}

// Until the tab's packet is in the store with that text.
export const isKept = (page, text) => untilStored(page, ({ states }) =>
  states.some(({ packet, whereabouts }) => packet.includes(text) || whereabouts.includes(text)), `${text} is kept`);

// Types the name, until the device has it.
export async function keepName(page, name) {
  await typeName(page, name);
  await isKept(page, name);
}

// Types the name into a packet that is not this tab's any more, until the device has the copy.
export async function keepAsCopy(page, name) {
  await typeName(page, name);
  await notice(page, "You now have a copy here");
  await isKept(page, name);
}

// The names of the packets that the device has.
export const keptNames = (page) => page.evaluate(async () => (await window.stored()).packets.map(({ name }) => name).sort());

// Everything that the device has of the site: the three stores, as they are. While the data of the site is cleared Chromium
// closes what is open, and never answers some of what it is asked: then it is looked at once more.
export const storeReader = () => {
  const read = async () => {
    const found = { packets: [], states: [], aside: [] };
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((done, fail) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.transaction.abort(); // It has gone meanwhile: looking makes none.
        request.onsuccess = () => done(request.result);
        request.onerror = () => (request.error.name === "AbortError" ? done() : fail(request.error));
      });
      if (!db) continue;
      try {
        for (const store of db.objectStoreNames) {
          found[store] = await new Promise((done, fail) => {
            const request = db.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => done(request.result);
            request.onerror = () => fail(request.error);
          });
        }
      } finally {
        db.close();
      }
    }
    return found;
  };
  const isOver = (error) => ["AbortError", "InvalidStateError"].includes(error.name);
  window.stored = async () => {
    for (let look = 0; look < 5; ++look) {
      const late = new Promise((done) => setTimeout(done, 2000)); // Time: what has not come by then never does.
      const found = await Promise.race([read().catch((error) => { if (!isOver(error)) throw error; }), late]);
      if (found) return found;
    }
    throw new Error("What is stored could not be read.");
  };
};

// Types into a field and puts the page out of sight at once: nothing can be waited for.
export const fillAndHide = (page, id, text) => page.evaluate(([name, value]) => {
  const field = document.getElementById(name);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}, [id, text]);

// Nothing else is read from the database or written to it until letGo(page).
export const holdDatabase = (page) => page.evaluate(() => new Promise((done) => {
  indexedDB.open("telework-packets").onsuccess = ({ target: { result: db } }) => {
    const packets = db.transaction([...db.objectStoreNames], "readwrite").objectStore("packets");
    window.isHeld = true;
    const goOn = () => { if (window.isHeld) packets.count().onsuccess = goOn; else db.close(); };
    packets.count().onsuccess = () => { goOn(); done(); };
  };
}));
export const letGo = (page) => page.evaluate(() => { window.isHeld = false; });

export async function contextWithReader(at) {
  const context = await freshContext(at);
  await context.addInitScript(storeReader);
  return context;
}
