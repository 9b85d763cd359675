// Nothing leaves and nothing acts: worked example A whole under the strict policy with trusted types and without one
// report of a violation; hostile texts in every text field, inert wherever they come out; and what Check privacy says.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { fill, netChange, savedPacket } from "./person.mjs";
import { go, steps } from "./steps.mjs";
import { element, hasEverything, nodeOf, settled, useSite, useView } from "./support.mjs";
import { wizardFrames } from "./hosts.mjs";
import { exampleA } from "./worked_answers.mjs";

const at = useSite({ contentSecurityPolicy: true });

// Every report of a violation, from the page and from what it frames; and documents are kept rather than printed.
function keepReports() {
  window.reports = [];
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    window.top.reports.push(`${effectiveDirective} ${blockedURI} ${sample}`));
  window.print = function print() { window.top.printed = this.document; };
}
const reports = (page) => page.evaluate(() => window.reports);
const press = (page, id) => element(page, id).evaluate((button) => button.click());

test("worked example A, whole, under the strict policy: no report of a violation, and no request after the first load", async () => {
  const page = await at.open({ before: (p) => p.addInitScript(keepReports) });
  await hasEverything(page);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").length);
  await fill(page, exampleA.steps);
  for (const step of steps) await go(page, step);
  await go(page, "result");
  assert.equal((await nodeOf(page, "result.net")).value, "$8,295.80 less");
  const packet = await savedPacket(page);
  await go(page, "check");
  await savedPacket(page, () => press(page, "check.page"));
  await press(page, "banner.print");
  await page.waitForFunction(() => window.printed);
  await useView(page, "canvas");
  await settled(page);
  await useView(page, "page");
  await element(page, "banner.open").evaluate((button) => button.click());
  assert.equal(netChange(packet), "-8295.80");
  assert.deepEqual(await reports(page), []);
  assert.deepEqual(page.complaints, []);
  assert.equal(await page.evaluate(() => performance.getEntriesByType("resource").length), loaded, "nothing was asked for meanwhile");
  await page.context().close();
});

test("each page carries the policy itself and holds its scripts and styles against their digests", async () => {
  for (const name of ["index.html", "embed.html", "demo.html", "demo-request.html"]) {
    const html = await (await fetch(`${at.site.address}${name}`)).text();
    const [, own] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html);
    // The one script inside of a page, which says why the page does not come alive, is named by its digest.
    assert.match(own, /script-src 'self' ('sha256-[\w+/]{43}=' )?'wasm-unsafe-eval';/, name);
    for (const words of ["default-src 'none'", "style-src 'self';", "connect-src 'self'",
      "form-action 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"]) assert.ok(own.includes(words), `${name}: ${words}`);
    assert.doesNotMatch(own, /unsafe-inline|'unsafe-eval'|\*/);
    const inside = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    assert.deepEqual(inside, own.match(/'sha256-[^']+'/g) ?? [], `${name}: what runs is what the policy names`);
    const tags = html.match(/<script [^>]*>|<link rel="(?:stylesheet|modulepreload)"[^>]*>/g);
    for (const tag of tags) assert.match(tag, /integrity="sha384-[\w+/]{64}" crossorigin/, `${name}: ${tag}`);
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/, `${name} has nothing inline`);
  }
  const header = (await fetch(`${at.site.address}embed.html`)).headers;
  assert.match(header.get("content-security-policy"), /frame-ancestors 'self'/);
  assert.equal(header.get("referrer-policy"), "no-referrer");
});

test("trusted types are on: text does not become markup, and a script that was changed does not run", async () => {
  const page = await at.open();
  const refused = await page.evaluate(() => ["innerHTML", "outerHTML"].every((name) => {
    try {
      document.body.appendChild(document.createElement("div"))[name] = "<b>x</b>";
      return false;
    } catch ({ constructor }) {
      return constructor === TypeError;
    }
  }));
  assert.equal(refused, true);
  assert.equal(await page.evaluate(() => {
    try { return Boolean(trustedTypes.createPolicy("mine", {})); } catch { return false; }
  }), false, "no second policy can be made");
  await page.context().close();

  const context = await at.context();
  const changed = await context.newPage();
  await changed.route("**/early.mjs", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `window.changed = true;${await response.text()}` });
  });
  const [{ text }] = await Promise.all([
    changed.waitForEvent("console", (message) => message.type() === "error").then((message) => ({ text: message.text() })),
    changed.goto(at.site.address),
  ]);
  assert.match(text, /integrity/);
  assert.equal(await changed.evaluate(() => window.changed), undefined);
  // The page may ask for the file once more, for being kept offline; that answer may be on its way.
  await changed.unrouteAll({ behavior: "wait" });
  await context.close();
});

test("Check privacy tries one request, which is refused, and lists what is stored", async () => {
  const page = await at.open({ before: (p) => p.addInitScript(keepReports) });
  await hasEverything(page);
  await page.evaluate(() => localStorage.setItem("telework.view", "page"));
  await press(page, "banner.help");
  const table = element(page, "help.privacy.found");
  const find = async () => {
    await element(page, "help.privacy").focus();
    await page.keyboard.press("Enter");
    await table.waitFor();
    const rows = await table.locator("tbody tr").all();
    return Object.fromEntries(await Promise.all(rows.map(async (row) => {
      const [name, ...cells] = await row.locator("th, td").allInnerTexts();
      return [name, cells.join(": ")];
    })));
  };
  const found = await find();
  assert.match(found["Sending elsewhere"], /^yes: .*refused it \(connect-src\)\. Nothing was sent/);
  assert.match(found["Requests so far"], /^yes: All went to http:\/\/127/);
  assert.match(found["Stored: local storage"], /telework\.view/);
  assert.match(found["Stored: cookies"], /Nothing/);
  assert.ok((await reports(page)).every((report) => report.startsWith("connect-src https://elsewhere.invalid")));

  await page.evaluate(() => document.querySelector("meta[http-equiv]").remove());
  await find();
  await page.waitForFunction(() => document.getElementById("help.privacy.found").innerText.includes("has lost its"));
  assert.match((await find())["Sending elsewhere"], /^no: .*has lost its content security policy; nothing was sent/);
  await page.context().close();
});

const hostile = [
  "<script>top.acted = 1</script>",
  "<img src=x onerror=top.acted=1>",
  "<svg onload=top.acted=1><a xlink:href='javascript:top.acted=1'>x</a></svg>",
  "javascript:top.acted=1//data:text/html,<script>top.acted=1</script>",
  "\"'><iframe srcdoc='<script>top.top.acted=1</script>'></iframe>`${top.acted=1}`",
  "</textarea></script></style></title><!-- --><script>top.acted=1</script>",
  "{{constructor.constructor('top.acted=1')()}} ${top.acted=1} <%= 1 %> #{1} {% x %}",
  "\u202e\u2066gnp.tpircs\u2069 \u200f<marquee>\u0000\ud800 &lt;script&gt; &#60;i&#62; %3Cscript%3E",
  "__proto__ constructor toString =HYPERLINK(\"x\") @import 'x'; }*{background:url(x)} </style>",
  `${"<b onclick=top.acted=1>".repeat(869)}${"x".repeat(13)}`,
];

// Types into every text field that each step has; gives what was typed where, by the field's id.
function typeEverywhere(text) {
  const typed = new Set();
  const press = (id) => document.getElementById(id)?.click();
  for (const choice of ["arrangement.action=incumbent", "arrangement.action=recruit", "arrangement.type=annual_review"]) {
    press("step:arrangement");
    press(choice);
    for (const step of [...document.querySelectorAll(".step")].map(({ id }) => id)) {
      press(step);
      for (const { id } of document.querySelectorAll(".entry:is(input, textarea):not([type=file], [readonly])")) {
        const field = document.getElementById(id);
        if (!field || typed.has(id)) continue;
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("focusout", { bubbles: true }));
        typed.add(id);
      }
    }
  }
  return [...typed];
}

// What a text could have become: elements that the form itself never has there, and attributes that act.
const becameMarkup = (root) => [...root.querySelectorAll("script, iframe:not(.print-frame), img, object, embed, base, marquee, [srcdoc], [src], [onclick], [onerror], [onload]")]
  .filter((node) => !["SCRIPT", "CANVAS"].includes(node.tagName) || node.closest(".ftt, main")).map(({ outerHTML }) => outerHTML.slice(0, 80));

test("hostile texts in every text field are inert on the screen, in print, in the saved page and in the host's events", async () => {
  const context = await at.context({ acceptDownloads: true, viewport: { width: 1280, height: 800 } });
  const host = await context.newPage();
  await host.addInitScript(keepReports);
  await host.addInitScript(() => {
    window.changes = [];
    for (const name of ["change", "save", "print"]) document.addEventListener(name, ({ detail }) => window.changes.push([name, detail]));
  });
  await host.goto(`${at.site.address}demo-request.html`);
  const [frame] = await wizardFrames(host, 1);
  const looked = (where) => where.evaluate(`(${becameMarkup})(document)`);
  for (const [number, text] of hostile.entries()) {
    const typed = await frame.evaluate(typeEverywhere, text);
    assert.ok(typed.length > 60, `${typed.length} text fields`);
    for (const step of ["justification", "agreement", "check", "result"]) {
      await frame.evaluate((id) => document.getElementById(id).click(), `step:${step}`);
      assert.deepEqual(await looked(frame), [], `text ${number} on step ${step}`);
    }
    const packet = JSON.stringify(await host.evaluate(() => document.getElementById("request").getPacket()));
    const [upToNothing] = text.split("\u0000");
    assert.ok(packet.includes(JSON.stringify(upToNothing).slice(1, -1).slice(0, 39)), `text ${number} is in the packet`);
    if (![1, 5, 9].includes(number)) continue;

    await frame.evaluate(() => { top.printed = undefined; document.getElementById("banner.print").click(); });
    await host.waitForFunction(() => window.printed, null, { timeout: 60_000 });
    assert.deepEqual(await host.evaluate(`(${becameMarkup})(window.printed)`), [], `text ${number} in print`);
    await frame.evaluate(() => document.getElementById("step:check").click());
    const html = await savedPacket(host, () => frame.evaluate(() => document.getElementById("check.page").click()));
    const reader = await context.newPage();
    await reader.setContent(html);
    const inside = await reader.evaluate(`(${becameMarkup})(document).filter((markup) => !markup.startsWith('<script type="application/json"'))`);
    assert.deepEqual(inside, [], `text ${number} in the saved page`);
    assert.equal(await reader.evaluate(() => window.acted), undefined);
    await reader.close();
  }
  const names = await host.evaluate(() => window.changes.map(([name]) => name));
  assert.deepEqual([...new Set(names)].sort(), ["change", "print", "save"]);
  assert.equal(await host.evaluate(() => window.acted), undefined, "nothing acted");
  assert.deepEqual(await reports(host), [], "nothing even tried to");
  await context.close();
});
