// Keeping where something is against it: a configuration that forbids it or cannot be read, a database that is late, silent
// or closed, a page that was put away, packets without an id, and one that stops the form. Nothing typed is ever lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  click, contextWithReader as readerIn, freshContext, holdDatabase, isKept, keepAsCopy, keepName, keptCard, keptNames, letGo, live, notice, openTab, typeName, untilStored,
} from "./kept.mjs";
import { openFile, savedPacket } from "./person.mjs";
import { element, nodeOf, rested, untilSo, useSite } from "./support.mjs";

const at = useSite({ contentSecurityPolicy: true });
const tab = (context, before) => openTab(at.site.address, context, before);
const contextWithReader = () => readerIn(at);

// A tab of a site whose configuration says these members.
async function configuredContext(configuration) {
  const context = await contextWithReader();
  await context.route("**/configuration.json", (route) => route.fulfill({ json: configuration.now }));
  return context;
}

test("where the agency's configuration says so every computer is a shared one from the beginning", async () => {
  const configuration = { now: { shared_computer: true } };
  const context = await configuredContext(configuration);
  const page = await tab(context);
  const shared = element(page, "kept.shared");
  await shared.waitFor();
  assert.equal(await shared.isChecked(), true);
  assert.equal(await shared.isDisabled(), true, "the person cannot take it back");
  await typeName(page, "Nobody");
  await rested(page);
  assert.deepEqual(await page.evaluate(() => window.stored()), { packets: [], states: [], aside: [] });
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  assert.equal((await nodeOf(page, "actions.saved")).label, "Not saved to a file yet. This is a shared computer: nothing is kept here.");
  await page.reload();
  await live(page);
  assert.doesNotMatch(await page.locator("body").innerText(), /Nobody/);
  await click(page, "step:start");
  await shared.waitFor();
  // Also where the configuration cannot be had; and it can be taken back.
  await context.unroute("**/configuration.json");
  await context.route("**/configuration.json", (route) => route.abort());
  await page.reload();
  await live(page);
  assert.equal(await shared.isChecked(), true);
  await context.unroute("**/configuration.json");
  await context.route("**/configuration.json", (route) => route.fulfill({ json: { shared_computer: false } }));
  await page.reload();
  await live(page);
  await page.waitForFunction(() => document.getElementById("kept.shared")?.checked === false);
  assert.equal(await shared.isDisabled(), false);
  await keepName(page, "Kept again");
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("what a computer kept before its agency says that it is shared is forgotten, and in no tab shown", async () => {
  const configuration = { now: {} };
  const context = await configuredContext(configuration);
  const first = await tab(context);
  await keepName(first, "Earlier");
  configuration.now = { shared_computer: true };
  const second = await tab(context);
  await untilStored(second, ({ packets, states }) => packets.length + states.length === 0, "it is forgotten");
  assert.doesNotMatch(await second.locator("body").innerText(), /Earlier/);
  await element(first, "actions.saved").filter({ hasText: "This is a shared computer" }).waitFor();
  assert.equal(await element(first, "employee.last_name").inputValue(), "Earlier", "what is on a screen stays there");
  await context.close();
});

const nothingIsKept = (page) => untilStored(page, ({ packets, states, aside }) => packets.length + states.length + aside.length === 0, "nothing is kept");

test("where the configuration cannot say whether the computer is a shared one nothing is kept, and this is said", async () => {
  const sent = (body, contentType = "application/json") => (route) => route.fulfill({ body, contentType });
  const answers = {
    "a comma too many": sent('{"shared_computer": true,}'),
    "a list": sent("[]"),
    "a member named twice": sent('{"shared_computer": true, "percent": "overall", "percent": "overall"}'),
    "a number beyond all measure": sent('{"shared_computer": true, "x": 1e999}'),
    "a text for true": sent('{"shared_computer": "true"}'),
    "a page to sign in on": sent("<html><body>Sign in</body></html>", "text/html"),
    "a server that is busy": (route) => route.fulfill({ status: 503, body: "{}" }),
    "no answer": (route) => route.abort(),
  };
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Whoever was here before");
  await first.close();
  for (const [what, answer] of Object.entries(answers)) {
    await context.route("**/configuration.json", answer);
    const page = await tab(context);
    await notice(page, "configuration.json, which says whether this is a shared computer, could not be read").catch(() => assert.fail(what));
    assert.match(await element(page, "main.notice").innerText(), /configuration\.json.*refused.*Load the page again/s, what);
    await typeName(page, "Goes on");
    await click(page, "step:start");
    await rested(page);
    assert.deepEqual(await keptNames(page), ["Whoever was here before"], what);
    assert.doesNotMatch(await page.locator("body").innerText(), /Whoever was here before/, what);
    assert.match(await element(page, "actions.saved").innerText(), /Nothing is kept on this device/, what);
    assert.equal(JSON.parse(await savedPacket(page)).employee.last_name, "Goes on");
    assert.deepEqual(page.complaints, [], what);
    await page.close();
    await context.unroute("**/configuration.json");
  }
  const next = await tab(context);
  await notice(next, "Whoever was here before is open. We restored it");
  await context.close();
});

test("where there is no configuration, or another member of it is refused, all is kept", async () => {
  for (const answer of [{ status: 404, body: "" }, { body: '{"rates": 7}', contentType: "application/json" }]) {
    const context = await contextWithReader();
    await context.route("**/configuration.json", (route) => route.fulfill(answer));
    await keepName(await tab(context), "Kept");
    await context.close();
  }
});

test("a configuration that is late is waited for: on a shared computer nothing is kept meanwhile", async () => {
  const context = await contextWithReader();
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  await context.route("**/configuration.json", async (route) => { await held; await route.fulfill({ json: { shared_computer: true } }); });
  const page = await tab(context);
  await typeName(page, "Meanwhile");
  await rested(page);
  await nothingIsKept(page);
  letGo();
  await element(page, "actions.saved").filter({ hasText: "This is a shared computer" }).waitFor();
  assert.equal(await element(page, "employee.last_name").inputValue(), "Meanwhile");
  await nothingIsKept(page);
  await context.close();
});

test("a configuration that takes long is not put down to the database, and all that was typed is kept then", async () => {
  const context = await contextWithReader();
  let answer;
  const held = new Promise((done) => { answer = done; });
  await context.route("**/configuration.json", async (route) => { await held; await route.fulfill({ json: {} }); });
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(at.site.address);
  await live(page);
  await typeName(page, "Meanwhile");
  await page.clock.fastForward(20_000);
  assert.equal(await element(page, "main.notice").count(), 0);
  assert.doesNotMatch(await element(page, "actions.saved").innerText(), /cannot be kept/);
  answer();
  await isKept(page, "Meanwhile");
  await context.close();
});

test("what is said of a database that takes long goes by itself once it has answered", async () => {
  const context = await contextWithReader();
  const holder = await tab(context);
  await keepName(holder, "Held");
  await holdDatabase(holder);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(at.site.address);
  await live(page);
  await page.clock.fastForward(6000);
  await notice(page, "The browser does not respond");
  await letGo(holder);
  await keptCard(page, "Held").waitFor();
  await element(page, "main.notice").waitFor({ state: "detached" });
  assert.doesNotMatch(await element(page, "actions.saved").innerText(), /cannot be kept/);
  await context.close();
});

test("a database that comes late takes nothing away that was typed meanwhile, and offers what it has", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Before");
  await first.close();
  const page = await tab(context, () => {
    const { open } = IDBFactory.prototype;
    let isFirst = true;
    IDBFactory.prototype.open = function (...values) {
      const request = open.apply(this, values);
      if (isFirst) request.addEventListener("success", (event) => {
        if (event.isTrusted) {
          event.stopImmediatePropagation();
          // Time: the database is that late.
          setTimeout(() => request.dispatchEvent(new Event("success")), 4000);
        }
      });
      isFirst = false;
      return request;
    };
  });
  await typeName(page, "Meanwhile");
  await notice(page, /^.*Before is kept here from .*\. Open it on Start\./);
  assert.equal(await element(page, "employee.last_name").inputValue(), "Meanwhile");
  await isKept(page, "Meanwhile");
  assert.deepEqual(await keptNames(page), ["Before", "Meanwhile"]);
  assert.deepEqual(page.complaints, []);
  await context.close();
});

test("what is chosen before the wizard is there is not taken away by what was kept", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Before");
  await first.close();
  const page = await context.newPage();
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  await page.route("**/telework.wasm", async (route) => { await held; await route.continue(); });
  await page.goto(at.site.address, { waitUntil: "domcontentloaded" });
  await page.waitForFunction(() => performance.getEntriesByName("first-field").length > 0);
  await element(page, "kept.shared").check();
  letGo();
  await live(page);
  await notice(page, "Before is kept here");
  await element(page, "kept.ask").waitFor();
  await untilSo(page, async () => (await navigator.locks.query()).held.length === 0); // It is free for another tab.
  await context.close();
});

test("a database that never answers keeps nothing, and the screen does not say otherwise", async () => {
  const context = await freshContext(at);
  const page = await tab(context, () => {
    // Each asking gets a request that nothing comes of.
    IDBFactory.prototype.open = () => new EventTarget();
  });
  await typeName(page, "On the screen");
  await notice(page, "Everything stays on the screen. Save it to a file.");
  assert.equal((await nodeOf(page, "actions.saved")).label, "Not saved to a file yet. " +
    "Answers cannot be kept on this device: this window or the browser’s settings do not allow it.");
  assert.equal(JSON.parse(await savedPacket(page)).employee.last_name, "On the screen");
  await context.close();
});

test("a connection that the browser has closed without a word is opened again, and nothing is lost", async () => {
  const context = await contextWithReader();
  const page = await tab(context, () => {
    const { open } = IDBFactory.prototype;
    window.connections = [];
    IDBFactory.prototype.open = function (...values) {
      const request = open.apply(this, values);
      request.addEventListener("success", () => window.connections.push(request.result));
      return request;
    };
  });
  await keepName(page, "First");
  await page.evaluate(() => window.connections.forEach((connection) => connection.close()));
  await keepName(page, "Second");
  await page.evaluate(() => window.connections.forEach((connection) => connection.close()));
  // The page goes out of sight right after the key: nothing can be waited for.
  await element(page, "employee.last_name").fill("Third");
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await isKept(page, "Third");
  await page.evaluate(() => {
    window.connections.forEach((connection) => connection.close());
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await rested(page);
  assert.equal(await element(page, "main.notice").filter({ hasText: "cannot be kept" }).count(), 0);
  await context.close();
});

test("a page that was put away whole asks anew whether its packet is its own", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Put away");
  const comesBack = () => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  await first.evaluate(comesBack);
  const second = await tab(context);
  await notice(second, "Put away is open. We restored it");
  await keepName(second, "From two");
  await keepAsCopy(first, "From one");
  assert.deepEqual(await keptNames(first), ["From one", "From two"]);
  await context.close();
});

test("a page that was put away whole looks whether this is a shared computer by now", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  await keepName(page, "Put away");
  await page.evaluate(() => {
    localStorage.setItem("telework.shared-computer", "yes");
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await element(page, "actions.saved").filter({ hasText: "This is a shared computer" }).waitFor();
  await nothingIsKept(page);
  await context.close();
});

test("two files that name no id are two packets", async () => {
  const context = await contextWithReader();
  const page = await tab(context);
  const file = (name) => JSON.stringify({ format: "telework-packet/1", employee: { last_name: name } });
  for (const name of ["One", "Two"]) {
    await openFile(page, `${name}.json`, file(name));
    await keepName(page, `${name} changed`);
    await click(page, "step:start");
    await click(page, "kept.anew");
  }
  assert.deepEqual(await keptNames(page), ["One changed", "Two changed"]);
  assert.ok((await page.evaluate(() => window.stored())).packets.every(({ id }) => id.length > 0));
  await context.close();
});

test("a packet that stops the form when it is restored does so once: it is set aside", async () => {
  const context = await contextWithReader();
  const first = await tab(context);
  await keepName(first, "Stops");
  await first.close();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const { parse } = JSON;
    // What a mistake of ours would do while the packet is resumed: the answer to that is the first that shows its name.
    JSON.parse = (text, ...more) => {
      if (text.startsWith('{"effects":') && text.includes('"value":"Stops"')) throw new RangeError("Made by the test.");
      return parse(text, ...more);
    };
  });
  await page.goto(at.site.address);
  await page.locator("main.failure").waitFor();
  await page.close();
  const next = await tab(context);
  await untilStored(next, ({ packets, aside }) => packets.length === 0 && aside.length === 1, "it is set aside");
  assert.equal(await element(next, "main.heading").innerText(), "Start");
  await context.close();
});
