// The accessibility statement and the conformance report in the browser: doors to them, the agency's contact, without a
// network and on paper.
//
// What the report says is held by tests/module/accessibility.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "./driven.mjs";
import { watchedContext } from "./requests.mjs";
import { checkPlainPage, element, hasEverything, useSite } from "./support.mjs";
import { startBefore } from "./versions.mjs";

const at = useSite({ contentSecurityPolicy: true });
const pages = ["accessibility.html", "accessibility-report.html"];
const press = (page, id) => element(page, id).evaluate((button) => button.click());

for (const colorScheme of ["light", "dark"]) {
  for (const [width, height] of [[1280, 800], [390, 844], [320, 640]]) {
    test(`the statement and the report: axe-core finds nothing, and nothing is wider than the screen, at ${width} by ${height}, ${colorScheme}`, async () => {
      // axe-core itself is a script from elsewhere, which the pages' policy refuses.
      const context = await at.context({ bypassCSP: true, colorScheme, viewport: { width, height } });
      for (const name of pages) {
        const page = await context.newPage();
        await page.goto(`${at.site.address}${name}`);
        await checkPlainPage(page, name);
        await page.close();
      }
      await context.close();
    });
  }
}

test("the statement opens beside the wizard, from Start and from Help, and leads to the report", async () => {
  const page = await at.open();
  await hasEverything(page);
  for (const [opens, id] of [["start", "accessibility.open"], ["help", "help.accessibility"]]) {
    if (opens === "help") await press(page, "banner.help");
    const [other] = await Promise.all([page.context().waitForEvent("page"), press(page, id)]);
    await other.waitForLoadState();
    assert.equal(await other.title(), "Accessibility: full-time telework packet");
    await other.locator('a[href="accessibility-report.html"]').click();
    await other.waitForURL(/accessibility-report\.html$/);
    assert.equal(await other.locator(".criteria tbody tr").count() > 80, true);
    await other.close();
  }
  await page.context().close();
});

// The statement where configuration.json says this; undefined: there is none. A server says it: of a request that the
// driver answers, it tells only after the page has loaded.
async function contactWhere(configuration) {
  let isAsked = false;
  const site = await startBefore(at.site.address, { instead(name, response) {
    if (name !== "configuration.json") return false;
    isAsked = true;
    response.writeHead(configuration === undefined ? 404 : 200, { "Content-Type": "application/json" }).end(configuration);
    return true;
  } });
  const context = await watchedContext(at.browser, [site.address]);
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`${site.address}accessibility.html`);
  await until(() => isAsked, "the configuration");
  await page.waitForLoadState("networkidle");
  const said = await page.locator("#agency").innerText();
  const links = await page.locator("#agency a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  await context.close();
  await site.close();
  assert.deepEqual(complaints, []);
  return { said, links };
}

test("the statement names whom the configuration names for it, and else who that is", async () => {
  const contact = { name: "Ada Example", agency: "GSA", mail: "ada+508@gsa.example", phone: "202-555-0100" };
  assert.deepEqual(await contactWhere(JSON.stringify({ accessibility_contact: contact })), {
    said: "Contact: Ada Example · GSA · ada+508@gsa.example · 202-555-0100", links: ["mailto:ada+508@gsa.example", "tel:202-555-0100"] });
  for (const without of [undefined, "{}", "no JSON", "[]", '{"accessibility_contact": "Ada"}', '{"accessibility_contact": {"mail": 5}}', "null"]) {
    const { said, links } = await contactWhere(without);
    assert.match(said, /^Contact the Section 508 program manager of your agency\./, String(without));
    assert.deepEqual(links, []);
  }
});

test("what a name in the configuration holds is shown as it is and runs nowhere", async () => {
  const { said } = await contactWhere(JSON.stringify({ accessibility_contact: { name: "<img src=x onerror=alert(1)>" } }));
  assert.equal(said, "Contact: <img src=x onerror=alert(1)>");
});

test("the statement and the report are there without a network once the wizard was", async () => {
  const page = await at.open({ context: { serviceWorkers: "allow" } });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.context().setOffline(true);
  for (const [name, title] of [[pages[0], "Accessibility: full-time telework packet"], [pages[1], "Accessibility conformance report: full-time telework packet"]]) {
    const other = await page.context().newPage();
    await other.goto(`${at.site.address}${name}`);
    assert.equal(await other.title(), title);
    await other.close();
  }
  await page.context().close();
});

test("on paper no criterion is cut between two pages, and each page of a table has its heads", async () => {
  const context = await at.context({});
  const page = await context.newPage();
  await page.goto(`${at.site.address}accessibility-report.html`);
  await page.emulateMedia({ media: "print" });
  const styles = await page.evaluate(() => ({
    row: getComputedStyle(document.querySelector(".criteria tbody tr")).breakInside,
    head: getComputedStyle(document.querySelector(".criteria thead")).display,
    color: getComputedStyle(document.body).color,
    wide: getComputedStyle(document.querySelector(".wide")).overflowX,
  }));
  assert.deepEqual(styles, { row: "avoid", head: "table-header-group", color: "rgb(0, 0, 0)", wide: "visible" });
  await context.close();
});
