// An agency's own wording of the clauses beside the page: printed with its digest, or refused with its line.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startServer } from "../../web/site/serve.mjs";
import { telework } from "./pdf.mjs";
import { savedPacket } from "./person.mjs";
import { element, keepPrinted, launchBrowser, nodeOf, openWizard, siteFolder } from "./support.mjs";

let browser;
let folder;
let site;
before(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), "telework-wording-"));
  await cp(siteFolder, folder, { recursive: true });
  site = await startServer(folder, { contentSecurityPolicy: true });
});
after(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

// `held`: until when configuration.json is on its way.
async function pageWith(wording, held) {
  await writeFile(join(folder, "wording.txt"), wording);
  const configuration = JSON.parse(await readFile(join(siteFolder, "configuration.json"), "utf8"));
  await writeFile(join(folder, "configuration.json"), JSON.stringify({ ...configuration, wording: "wording.txt" }));
  const page = await openWizard(browser, site.address, { before: async (p) => {
    await p.addInitScript(keepPrinted);
    await p.route("**/configuration.json", async (route) => {
      await held;
      await route.continue();
    });
  } });
  if (!held) await page.waitForFunction(() => performance.getEntriesByName("complete").length > 0);
  return page;
}

async function printedOn(page) {
  await element(page, "banner.print").evaluate((button) => button.click());
  await page.waitForFunction(() => window.printed);
  return page.evaluate(() => window.printed);
}

const template = () => execFileSync(telework, ["wording"], { encoding: "utf8" });

test("the agency's own words are printed, with the digest of their file", async () => {
  const wording = template().replaceAll("]\n", "]\nOfficially: ");
  const page = await pageWith(wording);
  const html = await printedOn(page);
  const clauses = wording.match(/^\[agreement\./gm).length;
  assert.equal(html.match(/<span>Officially: /g).length, clauses, "each term of App. B");
  assert.ok(html.includes(`sha256:${createHash("sha256").update(wording).digest("hex")}`));
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a document that is asked for while configuration.json is on its way waits for it: printed, and saved as a page", async () => {
  const wording = template().replaceAll("]\n", "]\nOfficially: ");
  const clauses = wording.match(/^\[agreement\./gm).length;
  for (const isPrinted of [true, false]) {
    let letGo;
    const page = await pageWith(wording, new Promise((done) => { letGo = done; }));
    await element(page, "step:check").evaluate((link) => link.click());
    const made = isPrinted ? printedOn(page) : savedPacket(page, () => element(page, "check.page").evaluate((button) => button.click()));
    await page.locator(".progress").filter({ hasText: "Preparing the document …" }).waitFor();
    assert.equal(await page.evaluate(() => window.printed), undefined);
    letGo();
    assert.equal((await made).match(/<span>Officially: /g)?.length, clauses, isPrinted ? "printed" : "saved as a page");
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("a wording with an unknown clause is refused with its line, and our restatement is printed", async () => {
  const page = await pageWith(template().replace("[agreement.transit]", "[agreement.transits]"));
  assert.equal((await nodeOf(page, "main.notice")).label, "The wording in wording.txt was refused: line 7: There is no clause " +
    '"agreement.transits". "telework wording" writes a file with the id of each clause. Documents are printed in the built-in words.');
  const html = await printedOn(page);
  assert.match(html, /Restated in plain language; the order governs\./);
  assert.doesNotMatch(html, /agency(&#39;|')s own wording/);
  await page.context().close();
});
