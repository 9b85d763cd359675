// What many packets are tried by besides the page as it comes: no workers, plain JavaScript, the single file from the disk;
// and all that a page has kept on the device.
//
// Does not know what is tried: `check(page)` does. Holds no test.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { headerPolicy } from "../../web/site/policy.mjs";
import { startServer } from "../../web/site/serve.mjs";
import { singlePage } from "../../web/site/single.mjs";
import { openWizard, siteFolder } from "./support.mjs";

/** Where workers are refused, and where WebAssembly is too. */
export async function checkInThePage(at, check) {
  const refuse = () => { window.Worker = class { constructor() { throw new DOMException("refused", "SecurityError"); } }; };
  const page = await at.open({ before: (p) => p.addInitScript(refuse) });
  await check(page);
  await page.context().close();
  const strict = await startServer(siteFolder, { contentSecurityPolicy: headerPolicy("index.html").replace(" 'wasm-unsafe-eval'", "") });
  const plain = await openWizard(at.browser, strict.address);
  await check(plain);
  await plain.context().close();
  await strict.close();
}

/** The single file, written into the folder and opened from there: it asks for nothing. */
export async function checkSingleFile(at, folder, check) {
  const single = pathToFileURL(join(folder, "telework.html")).href;
  await writeFile(fileURLToPath(single), await singlePage(siteFolder));
  const page = await openWizard(at.browser, single);
  await check(page);
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(asked.filter((address) => !/^(blob|data):/.test(address)), []);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

/** Everything that the page has in a store of the browser, as one text. */
export const keptBy = (page) => page.evaluate(async () => {
  const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done) => { indexedDB.open(name).onsuccess = ({ target }) => done(target.result); });
    for (const store of database.objectStoreNames) {
      const all = await new Promise((done) => { database.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => done(target.result); });
      texts.push(JSON.stringify(all));
    }
    database.close();
  }
  return texts.join();
});
