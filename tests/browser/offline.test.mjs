// Without a network: after the first visit everything works with the network off, in Chromium and in Firefox. A newer
// version comes whole or not at all, and is taken when the person agrees; old packets still open in it. What an agency
// sets beside the site is the newest that could be had.
import assert from "node:assert/strict";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { startServer } from "../../web/site/serve.mjs";
import { inFirefox } from "./firefox.mjs";
import { openFile, savedPacket } from "./person.mjs";
import { element, hasEverything, keepPrinted, nodeOf, scenario, siteFolder } from "./support.mjs";
import { lookForUpdate, looksLike, publish, reload, useCopies, versionOf, visit } from "./versions.mjs";
import { exampleInChromium, workWhole } from "./whole_work.mjs";

let expected; // what the site gives for worked example A
const at = useCopies(async (browser) => {
  const served = await startServer(siteFolder, { contentSecurityPolicy: true });
  expected = await exampleInChromium(browser, served.address);
  await served.close();
});

const press = (page, id) => element(page, id).evaluate((button) => button.click());
const bar = (page) => page.locator(".progress");

test("Chromium with the network off after the first visit: worked example A, typed, saved, printed, opened, and the canvas", async () => {
  const page = await visit(at);
  await at.site.close();
  await page.context().setOffline(true);
  await reload(page);
  await workWhole(page, expected);
  assert.deepEqual(page.complaints.filter((said) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION/.test(said)), []);
  await page.context().close();
});

test("a version with one damaged file is refused whole; a good one waits, and is taken when the person agrees", async () => {
  const page = await visit(at);
  const first = await versionOf(page);
  const second = await publish(at, ".second {}", { damaged: "telework.rest.wasm" });
  assert.equal(await lookForUpdate(page, second), false);
  assert.equal(await versionOf(page), first);
  assert.equal(await bar(page).count(), 0);
  await reload(page);
  assert.equal(await looksLike(page, "second"), false);

  await cp(join(siteFolder, "telework.rest.wasm"), join(at.folder, "telework.rest.wasm"));
  const third = await publish(at, ".third {}");
  let isThere = false; // the browser may still be at the one that was damaged, after the page was loaded again
  for (let tries = 0; tries < 5 && !isThere; ++tries) isThere = await lookForUpdate(page, third);
  assert.equal(isThere, true);
  await bar(page).waitFor();
  assert.match(await bar(page).innerText(), /newer version/);
  assert.equal(await versionOf(page), first, "it waits");

  // Even a page that is gone to anew stays with the version that the person has.
  await page.getByRole("button", { name: "Later" }).click();
  assert.equal(await bar(page).count(), 0);
  await reload(page);
  assert.equal(await looksLike(page, "third"), false);

  await bar(page).waitFor();
  const other = await page.context().newPage();
  await other.goto(at.site.address);
  await other.waitForSelector(".ftt[data-live]");
  await page.getByRole("button", { name: "Update now" }).click();
  await bar(page).filter({ hasText: "another tab" }).waitFor();
  await other.close();

  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Update now" }).click()]);
  await hasEverything(page);
  assert.equal(await versionOf(page), third);
  assert.equal(page.url(), at.site.address);
  assert.equal(await looksLike(page, "third"), true);
  assert.equal((await page.evaluate(() => caches.keys())).length, 2, "the version before is not kept any more");

  await at.site.close();
  await openFile(page, "example_a.json", await readFile(scenario("example_a.json"), "utf8"));
  assert.equal(JSON.parse(await savedPacket(page)).travel_budget.transport, "412.60");
  await page.context().close();
});

test("what an agency sets is the newest there is, and without a network what came last", async () => {
  const configuration = join(at.folder, "configuration.json");
  const managing = (name) => JSON.stringify({ telework_managing_officer: { name } });
  const officer = async (page) => {
    await reload(page);
    await press(page, "step:whom_to_ask");
    return (await nodeOf(page, "whom.heading")).label;
  };
  const page = await visit(at);
  await writeFile(configuration, managing("Ada Okafor"));
  assert.equal(await officer(page), "Ada Okafor");
  await writeFile(configuration, managing("Grace Liu"));
  assert.equal(await officer(page), "Grace Liu");
  await at.site.close();
  assert.equal(await officer(page), "Grace Liu");
  await page.context().close();
});

test("Firefox with the server gone after the first visit: worked example A, typed, saved, printed, opened, and the canvas", async () => {
  await inFirefox(at.site.address, { before: keepPrinted }, async (page) => {
    await hasEverything(page);
    await versionOf(page);
    await at.site.close();
    await assert.rejects(fetch(at.site.address), "nobody answers any more");
    await reload(page);
    await workWhole(page, expected);
    assert.deepEqual(page.complaints, []);
  });
});
