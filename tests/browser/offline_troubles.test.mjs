// What a browser keeps for use without a network, where something goes wrong: an update that fails, files that are lost
// or damaged, and a network that sends a page of its own in the place of a file. The version in use stays whole or is
// made whole again, and what the agency set last goes on.
import assert from "node:assert/strict";
import { appendFile, cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { element, hasEverything, nodeOf, siteFolder } from "./support.mjs";
import { lookForUpdate, looksLike, publish, reload, useCopies, versionOf, visit } from "./versions.mjs";

const at = useCopies();
const original = (name) => cp(join(siteFolder, name), join(at.folder, name));
const bar = (page) => page.locator(".progress");
const broughtAgain = (page) => element(page, "main.notice").filter({ hasText: "lost or damaged. They were loaded again" }).waitFor();
const signIn = (response) => {
  response.writeHead(200, { "Content-Type": "text/html" }).end("<html><body>Sign in to the network</body></html>");
  return true;
};
const noNetwork = (name, response) => { response.destroy(); return true; };

// The page comes from what is kept, with everything in it.
async function worksOffline(page) {
  at.instead = noNetwork;
  await reload(page);
  assert.equal(await element(page, "main.heading").innerText(), "Start");
  at.instead = undefined;
}

// Does something in the service worker that answers the page.
const inWorker = (page, act) => page.context().serviceWorkers()[0].evaluate(act);

// Until the worker has held every file against its digest.
const hasSeenAll = (page) => inWorker(page, () => new Promise((done) => {
  const { digest } = SubtleCrypto.prototype;
  let waiting;
  const waitOn = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { // Time: nothing tells that there is no further file.
      SubtleCrypto.prototype.digest = digest;
      done();
    }, 500);
  };
  SubtleCrypto.prototype.digest = function seen(...given) {
    waitOn();
    return digest.apply(this, given);
  };
  waitOn();
}));

// What is kept of a file of that version is something else from now on, or nothing.
const spoil = (page, version, name, content) => page.evaluate(async ([cacheName, file, text]) => {
  const cache = await caches.open(cacheName);
  const address = new URL(file, location.href).href;
  await (text === undefined ? cache.delete(address) : cache.put(address, new Response(text, { headers: { "Content-Type": "application/wasm" } })));
}, [`telework ${version}`, name, content]);

test("an update that fails while its version is in use leaves it whole: the worker alone changed, or it was rolled back", async () => {
  const page = await visit(at);
  const first = await versionOf(page);
  const worker = join(at.folder, "service_worker.js");
  at.instead = (name, response) => name === "rates/history.txt" && signIn(response);
  await appendFile(worker, "\n// mended in the worker alone\n");
  await lookForUpdate(page, first);
  await worksOffline(page);

  const second = await publish(at, ".second {}");
  assert.equal(await lookForUpdate(page, second), true);
  await original("fonts.css");
  await original("service_worker.js");
  at.instead = (name, response) => {
    if (name === "rates/zip.txt") response.writeHead(503).end("busy");
    return name === "rates/zip.txt";
  };
  await lookForUpdate(page, first);
  assert.equal(await versionOf(page), first);
  await worksOffline(page);
  assert.equal(await bar(page).count(), 0, "nothing newer is offered");
  await page.context().close();
});

test("a version in use that the browser has lost is brought again, which is said, and nothing newer is offered", async () => {
  const page = await visit(at);
  await hasSeenAll(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (name !== "telework settings") await caches.delete(name);
  });
  await reload(page);
  await broughtAgain(page);
  assert.equal(await bar(page).count(), 0);
  await worksOffline(page);
  assert.equal(await element(page, "main.notice").count(), 0, "it is said once");
  // Which one is in use can be lost too: it is there whole, and goes on.
  await page.evaluate(() => caches.delete("telework settings"));
  await reload(page);
  await versionOf(page);
  await worksOffline(page);
  assert.equal(await bar(page).count(), 0);
  await page.context().close();
});

test("a kept file that is damaged or lost comes again from the network before anybody has it, and this is said", async () => {
  const page = await visit(at);
  const version = await versionOf(page);
  await hasSeenAll(page);
  for (const [name, content] of [["telework.wasm", "odd"], [".", "odd"], ["rates/current.txt"], ["app.mjs", "odd"]]) {
    await spoil(page, version, name, content);
    await reload(page);
    await broughtAgain(page);
  }
  // Also of what the page has not asked for.
  await spoil(page, version, "embed.html", "odd");
  await reload(page);
  await broughtAgain(page);
  await worksOffline(page);
  assert.deepEqual(page.complaints.filter((said) => !/ERR_|Failed to load resource/.test(said)), []);
  await page.context().close();
});

test("a version in use that is damaged, and is on the server no more, gives way to the newer one", async () => {
  const page = await visit(at);
  const first = await versionOf(page);
  const second = await publish(at, ".second {}");
  await spoil(page, first, "fonts.css");
  await lookForUpdate(page, second);
  await broughtAgain(page);
  await reload(page);
  assert.equal(await versionOf(page), second);
  assert.equal(await looksLike(page, "second"), true);
  await worksOffline(page);
  await page.context().close();
});

test("a newer version that was lost while it waited is brought again when the person agrees, or this one goes on", async () => {
  const page = await visit(at);
  const first = await versionOf(page);
  const second = await publish(at, ".second {}");
  assert.equal(await lookForUpdate(page, second), true);
  await bar(page).waitFor();
  await page.evaluate((name) => caches.delete(name), `telework ${second}`);
  const take = () => page.getByRole("button", { name: "Update now" }).click();
  at.instead = noNetwork;
  await take();
  await bar(page).filter({ hasText: "did not load completely, so this one stays in use" }).waitFor();
  assert.equal(await versionOf(page), first);
  at.instead = undefined;
  await Promise.all([page.waitForEvent("load"), take()]);
  await hasEverything(page);
  assert.equal(await versionOf(page), second);
  await page.context().close();
});

test("where the network sends a page of its own in place of what an agency sets, what came last goes on, later offline too", async () => {
  const page = await visit(at);
  const configuration = (name) => JSON.stringify({ telework_managing_officer: { name } });
  await writeFile(join(at.folder, "configuration.json"), configuration("Ada Okafor"));
  const officer = async () => {
    await reload(page);
    await element(page, "step:whom_to_ask").evaluate((link) => link.click());
    return (await nodeOf(page, "whom.heading")).label;
  };
  assert.equal(await officer(), "Ada Okafor");
  const instead = {
    "a page to sign in on": (response) => signIn(response),
    "a way to a page to sign in on": (response) => response.writeHead(302, { Location: "/demo.html" }).end(),
    "a way to something else that can be read": (response) => response.writeHead(302, { Location: "/manifest.webmanifest" }).end(),
    "a network that does not answer": () => {},
    "a server that is busy": (response) => response.writeHead(503).end(configuration("Nobody")),
  };
  for (const [what, act] of Object.entries(instead)) {
    at.instead = (name, response) => {
      if (name === "configuration.json") act(response);
      return name === "configuration.json";
    };
    assert.equal(await officer(), "Ada Okafor", what);
    assert.equal(await element(page, "main.notice").count(), 0, what);
    at.instead = noNetwork;
    assert.equal(await officer(), "Ada Okafor", `${what}, then offline`);
  }
  // What the agency itself has spoiled, or taken away, is not stood in for; that it is not there holds offline too.
  at.instead = undefined;
  await writeFile(join(at.folder, "configuration.json"), '{"closures": [],}');
  await reload(page);
  await element(page, "main.notice").filter({ hasText: "configuration.json" }).waitFor();
  await rm(join(at.folder, "configuration.json"));
  assert.equal(await officer(), "The Telework Managing Officer of your agency, or the officer's designee");
  at.instead = noNetwork;
  assert.equal(await officer(), "The Telework Managing Officer of your agency, or the officer's designee");
  assert.equal(await element(page, "main.notice").count(), 0);
  await page.context().close();
});

test("a configuration that breaks off, or for which there is no room, is answered as if nothing had been kept of it", async () => {
  const page = await visit(at);
  const configuration = (name) => JSON.stringify({ telework_managing_officer: { name } });
  const place = join(at.folder, "configuration.json");
  const officer = async (name) => {
    await reload(page);
    await element(page, "step:whom_to_ask").evaluate((link) => link.click());
    await page.locator("main").getByText(name).first().waitFor();
    assert.equal(await element(page, "main.notice").count(), 0, name);
  };
  await writeFile(place, configuration("Ada Okafor"));
  await officer("Ada Okafor");
  at.instead = (name, response) => {
    if (name !== "configuration.json") return false;
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": 500 });
    response.write('{"telework_', () => response.destroy());
    return true;
  };
  await officer("Ada Okafor");
  at.instead = undefined;
  await inWorker(page, () => { Cache.prototype.put = () => Promise.reject(new DOMException("Made by the test.", "QuotaExceededError")); });
  await writeFile(place, configuration("Ben Ito"));
  await officer("Ben Ito");
  await page.context().close();
});

test("where the browser's storage fails altogether the page comes from the network, whole and without a word", async () => {
  const page = await visit(at);
  const version = await versionOf(page);
  await inWorker(page, () => {
    const fail = () => Promise.reject(new DOMException("Made by the test.", "UnknownError"));
    for (const name of ["match", "open", "has", "keys", "delete"]) CacheStorage.prototype[name] = fail;
  });
  for (const address of [at.site.address, `${at.site.address}?version=${version}`]) {
    await page.goto(address);
    await hasEverything(page);
    assert.equal(await element(page, "main.heading").innerText(), "Start");
    assert.equal(await element(page, "main.notice").count(), 0);
  }
  await page.context().close();
});
