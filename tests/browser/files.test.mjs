// Files: a packet is saved and opened again, a saved page reads without scripts and carries the packet, and what is no
// packet changes nothing and says why.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { fill, netChange, openFile, savedPacket } from "./person.mjs";
import { watchedContext } from "./requests.mjs";
import { element, scenario, untilSo, useSite } from "./support.mjs";
import { exampleA } from "./worked_answers.mjs";

const at = useSite({ contentSecurityPolicy: true });
let folder;
before(async () => { folder = await mkdtemp(join(tmpdir(), "telework-files-")); });
after(() => rm(folder, { recursive: true, force: true }));

const goTo = (page, step) => element(page, step).evaluate((link) => link.click());

test("a saved packet opens again as the same packet", async () => {
  const page = await at.open();
  const stored = await readFile(scenario("example_a.json"), "utf8");
  await openFile(page, "example_a.json", stored);
  const first = await savedPacket(page);
  await openFile(page, "again.json", first);
  assert.equal(await savedPacket(page), first);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a saved page reads whole without scripts, carries the packet, and opens again in the wizard", async () => {
  const page = await at.open();
  await fill(page, exampleA.steps);
  const packet = await savedPacket(page);
  await goTo(page, "step:check");
  const html = await savedPacket(page, () => element(page, "check.page").evaluate((button) => button.click()));
  assert.doesNotMatch(html, /<script(?![^>]*type="application\/json")/, "nothing in it runs");
  assert.doesNotMatch(html, /(?:src|href)="(?!#)/, "nothing in it is fetched from elsewhere");

  const file = join(folder, "packet.html");
  await writeFile(file, html);
  const address = pathToFileURL(file).href;
  const context = await watchedContext(at.browser, [address], { javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.goto(address);
  const text = await reader.locator("body").innerText();
  for (const words of ["2,521.80", "8,295.80", "Kahaleʻulu-O'Brien", "Gallatin County"]) assert.ok(text.includes(words), words);
  await context.close();

  const other = await at.open();
  await openFile(other, "packet.html", html);
  assert.equal(await savedPacket(other), packet);
  await other.context().close();
  await page.context().close();
});

const deep = "[".repeat(10_000);
const badPackets = {
  "an empty file": ["", /empty/i],
  "words": ["Dear sir", /This is text, not a packet\. Open the \.json file/],
  "a PDF": [Buffer.from([...Buffer.from("%PDF-1.7\n%"), 0xe2, 0xe3, 0xcf, 0xd3]), /This is a PDF, not a packet\. .* Open the \.json file/],
  "an e-mail": ["Received: from a.example\r\nFrom: b@c.example\r\nSubject: Packet\r\n\r\nHi", /This is an e-mail, not a packet\. Open it in your mail program/],
  "a Word document": ["PK\x03\x04\x14\x00[Content_Types].xml word/document.xml", /This is a Word document, not a packet\. Open the \.json file/],
  "another page": ["<html><body>Hi</body></html>", /without a packet in it\. Open the \.json file/],
  "a truncated packet": ['{"format": "telework-packet/1", "arrangement": {', /end/i],
  "10,000 arrays in each other": [deep, /deep|depth|level/i],
  "more than 8 MiB": [" ".repeat(9 * 1024 * 1024), /at most 8,388,608/],
  "a repeated member": ['{"format": "telework-packet/1", "notes": "a", "notes": "b"}', /notes/],
  "NaN": ['{"format": "telework-packet/1", "travel_budget": {"trips": NaN}}', /NaN|number/],
  "UTF-16": [Buffer.from("\ufeff{}", "utf16le"), /UTF-16/],
  "a byte order mark": ["\ufeff{}", /byte order mark/i],
  "invalid UTF-8": [Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), /UTF-8/],
  "another format": ['{"format": "timesheet/4"}', /format/],
};

test("a file that is no packet changes nothing and says what is wrong", async () => {
  const page = await at.open();
  await fill(page, exampleA.steps.slice(0, 1));
  const work = await savedPacket(page);
  await goTo(page, "step:start");
  for (const [what, [content, said]] of Object.entries(badPackets)) {
    await openFile(page, "bad.json", content);
    await page.locator(".finding[data-tone=error]").filter({ hasText: said }).first().waitFor({ timeout: 10_000 })
      .catch(async () => assert.fail(`${what}: ${await page.locator("main").innerText()}`));
    assert.equal(await savedPacket(page), work, `${what} leaves the work as it is`);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("App. A, Part E: a file changed after it was sealed opens with that first, its figures folded, and nothing good beside it", async () => {
  const page = await at.open();
  const stored = await readFile(scenario("example_a.json"), "utf8");
  await openFile(page, "changed.json", stored.replace('"transport": "412.60"', '"transport": "212.60"'));
  await element(page, "check.file.verdict").waitFor();
  const findings = await page.locator("main .finding").allInnerTexts();
  assert.match(findings[0], /Part E was changed after it was sealed/);
  assert.deepEqual(await page.locator("main .finding[data-tone=success]").allInnerTexts(), []);
  assert.match(await element(page, "check.file.answers").innerText(), /\$412\.60\s+\$212\.60/);
  const figures = element(page, "check.file.figures");
  assert.equal(await page.locator('[id="check.file.figures.table"]').count(), 0);
  await figures.evaluate((part) => (part.matches("button") ? part : part.querySelector("button")).click());
  assert.match(await page.locator('[id="check.file.figures.table"]').innerText(), /\$2,521\.80\s+\$1,921\.80/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a packet with wrong answers opens with what can be read, and each wrong one is named with its place", async () => {
  const page = await at.open();
  await openFile(page, "half.json", JSON.stringify({
    format: "telework-packet/1", id: "x", revision: 1,
    arrangement: { action: "incumbant", start: "2027-02-30" },
    travel_budget: { nights: "three", transport: "12..3", trips: 4 },
    __proto__polluted: true, sketch: { kept: [1, "2.50"] },
  }).replace("__proto__polluted", "__proto__"));
  await goTo(page, "step:check");
  const text = await page.locator("main").innerText();
  for (const words of ["three", "12..3", "incumbant"]) assert.ok(text.includes(words), words);
  const packet = JSON.parse(await savedPacket(page));
  assert.equal(packet.travel_budget.trips, 4);
  assert.equal(packet.travel_budget.nights, "three");
  assert.deepEqual(packet.sketch, { kept: [1, "2.50"] });
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
  await page.context().close();
});

test("opening a file while there is work asks first, and keeping mine keeps it", async () => {
  const page = await at.open();
  await fill(page, exampleA.steps.slice(0, 1));
  await element(page, "step:employee").evaluate((link) => link.click());
  await element(page, "employee.last_name").fill("Unsaved");
  await page.evaluate(() => document.activeElement.blur());
  await openFile(page, "example_a.json", await readFile(scenario("example_a.json"), "utf8"));
  await page.getByRole("button", { name: "Keep my answers" }).click();
  assert.equal(await element(page, "employee.last_name").inputValue(), "Unsaved");
  await openFile(page, "example_a.json", await readFile(scenario("example_a.json"), "utf8"));
  await page.getByRole("button", { name: "Open the file" }).click();
  assert.equal(JSON.parse(await savedPacket(page)).travel_budget.transport, "412.60");
  await page.context().close();
});

// Example A with more beside it than any packet has, in a file on the disk: it is kept as it is.
async function largePacket() {
  const packet = JSON.parse(await readFile(scenario("example_a.json"), "utf8"));
  packet.kept = Array.from({ length: 4000 }, (_, number) => `${number} `.repeat(150));
  const file = join(folder, "large.json");
  await writeFile(file, JSON.stringify(packet));
  return file;
}

test("a file that is gone since it was chosen is told, and nothing has changed", async () => {
  const page = await at.open();
  const before = await savedPacket(page);
  // As the browser answers where the file is no longer there.
  await page.evaluate(() => { Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("", "NotFoundError")); });
  await element(page, "start.file").setInputFiles({ name: "gone.json", mimeType: "application/json", buffer: Buffer.from(before) });
  await untilSo(page, () => document.querySelector(".ftt").textContent.includes("gone.json cannot be read."));
  assert.equal(await savedPacket(page), before);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("of a large file it is said that it is being opened, until it is", async () => {
  const page = await at.open();
  await page.evaluate(() => {
    globalThis.said = [];
    new MutationObserver(() => {
      const words = document.querySelector(".progress p")?.textContent;
      if (words) globalThis.said.push(words);
    }).observe(document.querySelector(".ftt"), { childList: true });
  });
  await element(page, "start.file").setInputFiles(await largePacket());
  await page.waitForFunction(() => document.getElementById("step:check").getAttribute("aria-current") === "step");
  await page.waitForSelector(".progress", { state: "detached" });
  assert.deepEqual(await page.evaluate(() => globalThis.said), ["Opening large.json …"]);
  assert.equal(netChange(await savedPacket(page)), "-8295.80");
  await page.context().close();
});

test("a large file that does not come can be given up, and nothing has changed", async () => {
  const page = await at.open();
  const before = await savedPacket(page);
  await page.evaluate(() => { Blob.prototype.arrayBuffer = () => new Promise(() => {}); });
  await element(page, "start.file").focus();
  await element(page, "start.file").setInputFiles(await largePacket());
  await page.waitForSelector(".progress");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".progress", { state: "detached" });
  assert.equal(await savedPacket(page), before);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});
