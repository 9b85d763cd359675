// An agency's newer tables beside the page: laid over without a rebuild, and refused whole, with the line, when wrong.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startServer } from "../../web/site/serve.mjs";
import { element, hasTables, launchBrowser, openWizard, siteFolder } from "./support.mjs";

let browser;
let folder;
let site;
before(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), "telework-rates-"));
  await cp(siteFolder, folder, { recursive: true });
  site = await startServer(folder, { contentSecurityPolicy: true });
});
after(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

async function pageWith(overlay) {
  await writeFile(join(folder, "agency.txt"), overlay);
  const configuration = JSON.parse(await readFile(join(siteFolder, "configuration.json"), "utf8"));
  await writeFile(join(folder, "configuration.json"), JSON.stringify({ ...configuration, rates: ["agency.txt"] }));
  const page = await openWizard(browser, site.address);
  await hasTables(page);
  await element(page, "step:pay").evaluate((link) => link.click());
  return page;
}

// A pay table of 2027 as an agency would write it before the tables here have one: pay as it was in 2026.
async function payOf2027() {
  const rows = async (name) => (await readFile(new URL(`../../assets/rates/${name}`, import.meta.url), "utf8"))
    .trimEnd().split("\n").slice(1).map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, a, b]) => a ?? b))
    .filter(([year]) => year === "2026");
  const grades = (await rows("gs_base_pay.csv")).map(([, grade, ...steps]) => `grade|${grade}|${steps.slice(0, 10).join("|")}`);
  const areas = (await rows("locality_percentages.csv")).map(([, code, name, percent]) => `area|${code}|${percent}|${name}`);
  const [[, cap]] = await rows("executive_level_iv.csv");
  return ["telework-rates/1|overlay", "table|pay|2027", "source|a test", `cap|${cap}`, ...grades, ...areas, ""].join("\n");
}

const years = (page) => element(page, "locality_pay.year").locator("option").evaluateAll((options) => options.map(({ value }) => value));

test("tables for 2027 laid beside the page can be picked", async () => {
  const page = await pageWith(await payOf2027());
  assert.ok((await years(page)).includes("2027"), "2027 is in the list");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("tables that fail their checks are refused with the line at fault, and the built-in ones go on", async () => {
  const good = await payOf2027();
  const lines = good.split("\n");
  const at = lines.findIndex((line) => /\d{5}/.test(line));
  lines[at] = lines[at].replace(/\d{5}/, "12x45");
  const page = await pageWith(lines.join("\n"));
  assert.match(await page.locator("body").innerText(), new RegExp(`refused[^]*line ${at + 1}\\b`));
  const listed = await years(page);
  assert.deepEqual([listed.includes("2027"), listed.includes("2026")], [false, true]);
  await page.context().close();
});
