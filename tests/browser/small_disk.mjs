// By hand, as root: `node tests/browser/small_disk.mjs`. A browser whose profile is on a small disk of its own, which gets
// full while a person types, has room again, and is started anew. Says what was told, and fails where anything that was
// kept before is not there again.
//
// Not one of the tests that `make test` runs, since only root may mount a disk; there the browser's own limit on what a
// site may keep stands in for it (store.test.mjs, keeping.test.mjs).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../web/site/serve.mjs";
import { click, isKept, keepName, keptNames, openTab, storeReader } from "./kept.mjs";
import { watchContext } from "./requests.mjs";
import { chromiumPath, element, hasEverything, quiet, siteFolder } from "./support.mjs";

const { chromium } = createRequire(new URL("../../web/package.json", import.meta.url))("playwright-core");
const disk = mkdtempSync(join(tmpdir(), "telework-disk-"));
const filler = join(disk, "filler");
const site = await startServer(siteFolder, { contentSecurityPolicy: true });

async function visit() {
  const context = await chromium.launchPersistentContext(join(disk, "profile"), { executablePath: chromiumPath(), args: quiet });
  await context.addInitScript(storeReader);
  await watchContext(context, [site.address]);
  const page = await openTab(site.address, context);
  await hasEverything(page);
  return { context, page };
}

const said = async (page) => (await element(page, "main.notice").allInnerTexts()).join().replace(/\s+/g, " ");

function fillUp() {
  try {
    execFileSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=64k"], { stdio: "ignore" });
  } catch {
    // There is no room left.
  }
}

// Long texts, one in place of the other, that do not get smaller.
const typeLong = (page, number) => element(page, "notes").fill(`${number} ${Array.from({ length: 1800 }, () => Math.random().toString(36).slice(2, 12)).join("")}`);

async function tell({ isAged }) {
  rmSync(join(disk, "profile"), { recursive: true, force: true });
  let { context, page } = await visit();
  await keepName(page, "Other");
  await click(page, "step:start");
  await click(page, "kept.anew");
  await keepName(page, "Before");
  if (isAged) {
    await context.close();
    ({ context, page } = await visit());
  }
  fillUp();
  await click(page, "step:check");
  for (let number = 0; number < 8; ++number) {
    await typeLong(page, number);
    await page.waitForTimeout(400); // Time: each is tried by itself, on a disk that has its own pace.
  }
  console.log("full:", await said(page));
  rmSync(filler);
  await element(page, "notes").fill("There is room again.");
  await isKept(page, "There is room again.");
  await element(page, "main.notice").filter({ hasText: "cannot be kept" }).waitFor({ state: "detached" });
  await context.close();
  ({ context, page } = await visit());
  console.log("started anew:", await said(page));
  await click(page, "step:employee");
  assert.equal(await element(page, "employee.last_name").inputValue(), "Before");
  await click(page, "step:check");
  assert.equal(await element(page, "notes").inputValue(), "There is room again.");
  assert.deepEqual(await keptNames(page), ["Before", "Other"]);
  await context.close();
}

execFileSync("mount", ["-t", "tmpfs", "-o", "size=150m", "tmpfs", disk]);
try {
  for (const isAged of [false, true]) await tell({ isAged });
  console.log("All that was kept is there.");
} finally {
  execFileSync("umount", ["--lazy", disk]);
  rmSync(disk, { recursive: true });
  await site.close();
}
