// The wizard in other people's pages: as an element and as a frame, under a strict policy and in sandboxes, several on one
// page. What a host may say it hears; what anybody else says is ignored and counted, and the wizard stays usable.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { until } from "./driven.mjs";
import { startHosts, withElements, withFrame, wizardFrames } from "./hosts.mjs";
import { fill, netChange, unfoldSteps } from "./person.mjs";
import { watchedContext } from "./requests.mjs";
import { launchBrowser, nodeOf, scenario } from "./support.mjs";
import { exampleA } from "./worked_answers.mjs";

let at;
let browser;
const packetA = await readFile(scenario("example_a.json"), "utf8");
const net = "cost_benefit.net_annual_change";
before(async () => {
  at = await startHosts();
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await at.close();
});

async function openHost(body, { from = at.host, count = 1, before = () => {}, bypassCSP = false, until, route = () => {} } = {}) {
  const name = `page${at.pages.size}`;
  at.pages.set(name, body);
  const context = await watchedContext(browser, [from, at.site], { acceptDownloads: true, bypassCSP, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  await page.addInitScript(before);
  await route(page);
  await page.goto(`${from}${name}`);
  return { page, frames: await wizardFrames(page, count, until) };
}

const heard = (page, name, id) => page.evaluate(([what, whose]) => window.heard
  .filter((event) => event.name === what && (!whose || event.id === whose)).map(({ detail }) => detail), [name, id]);
const ignoredBy = (frame) => frame.evaluate(() => document.querySelector(".ftt").ftt.embedding.ignored);
const click = async (frame, id) => {
  if (id.startsWith("step:")) await unfoldSteps(frame);
  await frame.evaluate((which) => document.getElementById(which).click(), id);
};
const setPacket = (page, id, packet) => page.evaluate(([which, text]) => document.getElementById(which).setPacket(text), [id, packet]);
const getPacket = (page, id) => page.evaluate((which) => document.getElementById(which).getPacket(), id);

const stepOf = (frame) => frame.evaluate(() => document.querySelector(".ftt").ftt.screen.nodes.find(({ kind }) => kind === "screen").target);

test("two wizards on a page with a strict policy are apart, tell their results, and touch nothing of the page", async () => {
  const { page, frames } = await openHost(withElements(at.site, '<telework-wizard id="one" task="estimate"></telework-wizard>',
    `<telework-wizard id="two" task="packet" prefill='{"position": {"title": "Economist"}}'></telework-wizard>`), { count: 2 });
  await setPacket(page, "one", packetA);
  await page.waitForFunction((line) => window.heard.some(({ name, detail }) => name === "result" && detail[line] === "-8295.80"), net);
  assert.equal((await heard(page, "result", "one")).at(-1)[net], "-8295.80");
  assert.equal((await getPacket(page, "one")).travel_budget.transport, "412.60");
  const second = await getPacket(page, "two");
  assert.equal(second.position.title, "Economist");
  assert.equal(second.travel_budget?.transport, undefined);
  assert.deepEqual((await heard(page, "ready")).map(({ checks }) => checks.every(({ state }) => state === "good")), [true, true]);
  assert.equal(await stepOf(frames[1]), "step:eligibility");
  const touched = await page.evaluate(() => ({
    storage: localStorage.length + sessionStorage.length, cookies: document.cookie, styles: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length, body: document.body.className + document.body.style.cssText,
    own: Object.keys(window).filter((name) => /telework|ftt|wizard/i.test(name)), violations: window.violations,
  }));
  assert.deepEqual(touched, { storage: 0, cookies: "", styles: 0, adopted: 0, body: "", own: [], violations: [] });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("an estimate in somebody else's page is told with its text and its link, and neither address changes", async () => {
  const members = {
    position: { grade: 13, step: 5, agency_worksite: { city: "Washington", county: "District of Columbia", state: "DC" } },
    employee: { requested_worksite: { city: "Boise", county: "Ada County", state: "ID" } },
    travel_budget: { trips: 6, nights: "2", transport: "412.00" },
  };
  const { page, frames: [frame] } = await openHost(
    withElements(at.site, `<telework-wizard id="one" task="estimate" prefill='${JSON.stringify(members)}'></telework-wizard>`));
  const before = [page.url(), frame.url()];
  await page.waitForFunction(() => window.heard.some(({ name, detail }) => name === "estimate" && detail.text.includes("$7,807 less")));
  const told = await page.evaluate(() => document.getElementById("one").estimate);
  assert.deepEqual((await heard(page, "estimate")).at(-1), told);
  assert.match(told.link, /^#estimate=1;from=Boise,/);
  assert.equal(await frame.locator('[id="estimate.copy"]').count(), 1);
  assert.equal(await frame.locator('[id="estimate.link"]').count(), 0);
  assert.deepEqual([page.url(), frame.url()], before);
  // The year that is used anyway changes the link, and not the text.
  const packet = await getPacket(page, "one");
  await setPacket(page, "one", JSON.stringify({ ...packet, locality_pay: { ...packet.locality_pay, year: 2026 } }));
  await page.waitForFunction(() => document.getElementById("one").estimate.link.includes("locality_pay.year=2026"));
  assert.equal(await page.evaluate(() => document.getElementById("one").estimate.text), told.text);
  await page.context().close();
});

test("the attributes are properties: theme, task and prefill change what the form shows", async () => {
  const { page, frames: [frame] } = await openHost(withElements(at.site, '<telework-wizard id="one" theme="dark"></telework-wizard>'));
  const ground = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), "rgb(28, 29, 31)");
  for (const [theme, color] of [["light", "rgb(255, 255, 255)"], ["dark", "rgb(28, 29, 31)"], [null, "rgb(255, 255, 255)"]]) {
    await page.evaluate((name) => { document.getElementById("one").theme = name; }, theme);
    await frame.waitForFunction((wanted) => getComputedStyle(document.body).backgroundColor === wanted, color);
  }
  await page.evaluate(() => {
    const wizard = document.getElementById("one");
    wizard.prefill = { travel_budget: { trips: 4 } };
    wizard.task = "estimate";
  });
  await frame.waitForFunction(() => document.title.startsWith("Estimate"));
  assert.equal((await getPacket(page, "one")).travel_budget.trips, 4);
  assert.equal(await page.evaluate(() => document.getElementById("one").getAttribute("prefill")), '{"travel_budget":{"trips":4}}');
  await page.context().close();
});

test("what a page has set on an element before the script came is taken over, and can be set again", async () => {
  // The content is there, and the script has not run yet.
  const before = () => document.addEventListener("readystatechange", () => {
    const one = document.getElementById("one");
    if (!one || document.readyState !== "interactive") return;
    const two = Object.assign(document.createElement("telework-wizard"), { id: "two" });
    for (const wizard of [one, two]) {
      Object.assign(wizard, { task: "estimate", theme: "dark", view: "page", prefill: { travel_budget: { trips: 4 } } });
    }
    document.body.append(two);
  });
  const { page, frames } = await openHost(withElements(at.site, '<telework-wizard id="one"></telework-wizard>'), { count: 2, before });
  for (const frame of frames) {
    await frame.waitForFunction(() => document.title.startsWith("Estimate"));
    assert.equal(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(28, 29, 31)");
  }
  for (const id of ["one", "two"]) {
    assert.equal((await getPacket(page, id)).travel_budget.trips, 4);
    assert.equal(await page.evaluate((which) => document.getElementById(which).getAttribute("task"), id), "estimate");
  }
  await page.evaluate(() => { document.getElementById("one").theme = "light"; });
  await frames[0].waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(255, 255, 255)");
  await page.context().close();
});

// Takes the element out and puts it elsewhere in its page, in one go; gives its new frame, with all that it will ask for.
async function move(page, id) {
  await page.evaluate((which) => document.body.appendChild(document.createElement("div")).append(document.getElementById(which)), id);
  return (await wizardFrames(page, 1))[0];
}
const lastName = '[id="employee.last_name"]';

test("moved in its page the form goes on where it was: answers, step, and what is being typed", async () => {
  const { page, frames: [frame] } = await openHost(withElements(at.site, '<telework-wizard id="one"></telework-wizard>'));
  await click(frame, "step:employee");
  await frame.locator(lastName).fill("Kealoha");
  await page.waitForFunction(() => window.heard.some(({ name, detail }) => name === "change" && detail.packet.employee?.last_name === "Kealoha"));
  const count = (await heard(page, "change")).length;
  const moved = await move(page, "one");
  await moved.waitForFunction(() => document.title.startsWith("Employee"));
  assert.equal(await moved.locator(lastName).inputValue(), "Kealoha");
  assert.equal((await getPacket(page, "one")).employee.last_name, "Kealoha");
  const after = (await heard(page, "change")).slice(count);
  assert.ok(after.every(({ packet }) => packet.employee?.last_name === "Kealoha"), "the host hears of no empty packet meanwhile");
  await page.context().close();
});

test("a packet is kept however soon after setPacket() the element is moved, and also while it is being set", async () => {
  const { page } = await openHost(withElements(at.site, '<telework-wizard id="one"></telework-wizard>'));
  const given = (name) => ({ format: "telework-packet/1", employee: { last_name: name } });
  for (const [name, waits] of [["Set", true], ["Meanwhile", false]]) {
    await page.evaluate(async ([packet, isAwaited]) => {
      const wizard = document.getElementById("one");
      window.setting = wizard.setPacket(packet);
      if (isAwaited) await window.setting;
      document.body.appendChild(document.createElement("div")).append(wizard);
      await window.setting;
    }, [given(name), waits]);
    assert.equal((await getPacket(page, "one")).employee.last_name, name);
  }
  await page.context().close();
});

test("what is asked of an element that is not in the page is refused at once", async () => {
  const { page } = await openHost(withElements(at.site, '<telework-wizard id="one"></telework-wizard>'));
  const said = await page.evaluate(async () => {
    const refusal = (promise) => promise.then(() => "", ({ message }) => message);
    const wizard = document.getElementById("one");
    const pending = refusal(wizard.getPacket());
    wizard.remove();
    const removed = [await pending, await refusal(wizard.getPacket()), await refusal(document.createElement("telework-wizard").getPacket())];
    const late = document.createElement("telework-wizard");
    const asked = late.getPacket();
    document.body.append(late);
    return [...removed, (await asked).format];
  });
  const refused = "The form is not in the page.";
  assert.deepEqual(said, [refused, refused, refused, "telework-packet/1"]);
  await page.context().close();
});

test("prefill and view that are set later are taken where the person is", async () => {
  const { page, frames: [frame] } = await openHost(withElements(at.site, '<telework-wizard id="one" prefill=\'{"travel_budget": {"trips": 4}}\'></telework-wizard>'));
  await click(frame, "step:travel");
  await page.evaluate(() => { document.getElementById("one").prefill = { travel_budget: { transport: "412.60" } }; });
  await frame.waitForFunction(() => document.getElementById("travel_budget.transport")?.value === "$412.60");
  assert.equal(await stepOf(frame), "step:travel");
  const { travel_budget: budget } = await getPacket(page, "one");
  assert.deepEqual([budget.trips, budget.transport], [4, "412.60"]);
  await page.evaluate(() => { document.getElementById("one").view = "canvas"; });
  await frame.waitForSelector(".ftt[data-view=canvas]");
  const moved = await move(page, "one");
  await moved.waitForSelector(".ftt[data-view=canvas]");
  await page.evaluate(() => { document.getElementById("one").view = "page"; });
  await moved.waitForSelector(".ftt[data-view=page]");
  await page.context().close();
});

test("a prefill that is refused is told as a warning that says why, and nothing has changed", async () => {
  const { page, frames: [frame] } = await openHost(withElements(at.site, '<telework-wizard id="one" prefill=\'{"notes": "Mine"}\'></telework-wizard>'));
  const kept = await getPacket(page, "one");
  assert.equal(kept.notes, "Mine");
  const refused = {
    "[1]": /^<telework-wizard>: prefill was refused \(This must be a JSON object with members of a packet\.\)\.$/,
    '{"notes": ': /^<telework-wizard>: prefill was refused \(.*JSON.*\)\.$/,
    '{"format": "timesheet/4"}': /^<telework-wizard>: prefill was refused \(.*format.*\)\.$/s,
  };
  for (const [members, words] of Object.entries(refused)) {
    const [message] = await Promise.all([
      page.waitForEvent("console"),
      page.evaluate((text) => { document.getElementById("one").setAttribute("prefill", text); }, members),
    ]);
    assert.deepEqual([message.type(), words.test(message.text())], ["warning", true], message.text());
    assert.deepEqual(await getPacket(page, "one"), kept, members);
  }
  await isUsable(frame);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("a configuration that the element is given once the form is there reaches it; of one that does not come it warns", async () => {
  // The host's policy, which lets its page fetch nothing, is not what this is about.
  const { page, frames: [frame] } = await openHost(withElements(at.site, '<telework-wizard id="one"></telework-wizard>'), { bypassCSP: true });
  const configure = (address) => page.evaluate((name) => { document.getElementById("one").configuration = name; }, address);
  const members = { telework_managing_officer: { name: "Ruth Okafor" } };
  await configure(`data:application/json,${encodeURIComponent(JSON.stringify(members))}`);
  await click(frame, "step:whom_to_ask");
  await frame.waitForFunction(() => document.querySelector(".ftt").ftt.screen.nodes.some(({ label }) => label === "Ruth Okafor"));
  const [message] = await Promise.all([
    page.waitForEvent("console", (one) => one.type() === "warning"),
    configure("blob:nowhere"),
  ]);
  assert.equal(message.text(), "<telework-wizard>: the configuration at blob:nowhere could not be loaded (Failed to fetch).");
  assert.equal((await nodeOf(frame, "whom.heading")).label, "Ruth Okafor");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("what is filled in without an event is read before the packet is saved or handed over", async () => {
  const { page, frames: [frame] } = await openHost(withElements(at.site, '<telework-wizard id="one"></telework-wizard>'));
  await click(frame, "step:employee");
  const autofill = (name) => frame.locator(lastName).evaluate((field, text) => { field.value = text; }, name);
  await autofill("Kealoha");
  assert.equal((await getPacket(page, "one")).employee.last_name, "Kealoha");
  await autofill("Nakamura");
  const [download] = await Promise.all([page.waitForEvent("download"), click(frame, "banner.save")]);
  assert.equal(JSON.parse(await readFile(await download.path(), "utf8")).employee.last_name, "Nakamura");
  await page.context().close();
});

test("the height follows what is shown, and in canvas view the form fills its frame", async () => {
  const { page, frames: [frame] } = await openHost(withElements(at.site, '<telework-wizard id="one"></telework-wizard>'));
  const fits = () => frame.waitForFunction(() =>
    innerHeight === Math.ceil(document.querySelector(".ftt").getBoundingClientRect().height) && document.documentElement.scrollHeight === innerHeight);
  const heights = [];
  for (const step of ["step:start", "step:travel", "step:compare"]) {
    await click(frame, step);
    await fits();
    heights.push(await frame.evaluate(() => innerHeight));
  }
  assert.equal(new Set(heights).size, 3, heights.join(", "));
  await click(frame, "banner.switch");
  await frame.waitForFunction(() => document.querySelector(".ftt").dataset.view === "canvas" && innerHeight === 768 && document.querySelector("canvas").clientHeight === 768);
  await click(frame, "banner.switch");
  await fits();
  assert.equal(await frame.evaluate(() => localStorage.length), 0, "the view is not kept from within a host");
  await page.context().close();
});

test("the host hears no key that is pressed in the form, and keeps its own", async () => {
  const { page, frames: [frame] } = await openHost(withElements(at.site, '<input id="own"><telework-wizard id="one" task="estimate"></telework-wizard>'));
  await page.evaluate(() => addEventListener("keydown", (event) => {
    if (event.key === "p" && event.ctrlKey) {
      window.ownShortcut = !event.defaultPrevented;
      event.preventDefault();
    }
  }));
  await frame.locator('[id="travel_budget.transport"]').click();
  await page.keyboard.type("412.60");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.deepEqual(await page.evaluate(() => window.keys), []);
  assert.equal((await getPacket(page, "one")).travel_budget.transport, "412.60");
  await page.locator("#own").focus();
  await page.keyboard.press("Control+p");
  assert.equal(await page.evaluate(() => window.ownShortcut), true);
  assert.deepEqual(await heard(page, "print"), [], "the form does not take the host's keys");
  await page.context().close();
});

test("the host may take over saving and printing; else the form does both itself", async () => {
  const { page, frames: [frame] } = await openHost(withElements(at.site, '<telework-wizard id="one"></telework-wizard>'));
  await setPacket(page, "one", packetA);
  const downloads = [];
  page.on("download", (download) => downloads.push(download.suggestedFilename()));
  await page.evaluate(() => { window.takesOver = true; });
  await click(frame, "banner.save");
  await page.waitForFunction(() => window.heard.some(({ name }) => name === "save"));
  await click(frame, "banner.print");
  await page.waitForFunction(() => window.heard.some(({ name }) => name === "print"));
  const [saved] = await heard(page, "save");
  assert.equal(saved.media_type, "application/json");
  assert.equal(JSON.parse(saved.content).travel_budget.transport, "412.60");
  assert.match((await heard(page, "print"))[0].content, /8,295\.80/);
  assert.equal(await frame.locator(".print-frame").count(), 0);

  // Had the frame saved the first one as well, that would come as a download before this one.
  await page.evaluate(() => {
    window.takesOver = false;
    document.getElementById("one").prefill = { travel_budget: { transport: "99.00" } };
  });
  const [download] = await Promise.all([page.waitForEvent("download"), click(frame, "banner.save")]);
  assert.equal(JSON.parse(await readFile(await download.path(), "utf8")).travel_budget.transport, "99.00");
  assert.equal(downloads.length, 1);
  await page.context().close();
});

test("a packet that is refused is refused with its reason, and nothing has changed", async () => {
  const { page } = await openHost(withElements(at.site, '<telework-wizard id="one"></telework-wizard>'));
  await setPacket(page, "one", packetA);
  const kept = await getPacket(page, "one");
  for (const bad of ["", "Dear sir", '{"format": "timesheet/4"}', '{"format": "telework-packet/1", "notes": "a", "notes": "b"}']) {
    await assert.rejects(setPacket(page, "one", bad), /was not opened\. Your answers have not changed/);
  }
  assert.deepEqual(await getPacket(page, "one"), kept);
  await page.context().close();
});

test("an element whose form does not come says what is missing", async () => {
  const { page } = await openHost(withElements(at.site, '<p>Only the script.</p>'), { count: 0 });
  await page.route("**/embed.html*", (route) => route.fulfill({ status: 404, body: "" }));
  await page.evaluate(() => { document.body.append(Object.assign(document.createElement("telework-wizard"), { id: "late" })); });
  const words = page.getByRole("alert");
  await words.waitFor({ timeout: 20_000 });
  const [host, wizard] = [at.host, at.site].map((address) => new URL(address).origin);
  const message = `The form at ${wizard}/embed.html?theme=auto&view=page&layout=full did not load. The policy of this page must allow ${wizard} ` +
    `in frame-src, the folder of the script must hold embed.html, and where that is another site, its configuration.json must name ${host} under hosts.`;
  assert.equal(await words.innerText(), message);
  assert.equal(await getPacket(page, "late").catch((error) => error.message.includes(message)), true);
  await page.context().close();
});

// The protocol by hand: greets the frame in the page, which hears what comes back.
const greet = (page, message) => page.evaluate((words) => {
  const { port1, port2 } = new MessageChannel();
  window.port = port1;
  window.said = [];
  port1.onmessage = ({ data }) => window.said.push(data);
  document.querySelector("iframe").contentWindow.postMessage(words, "*", [port2]);
}, message);
const answers = (page) => page.evaluate(() => window.said.map(({ kind }) => kind));
// Gives the kinds of what comes back, once the form has told all that it tells at first.
async function answersTo(page, message) {
  await greet(page, message);
  await page.waitForFunction(() => window.said.some(({ kind }) => kind === "height"));
  return answers(page);
}
const untilIgnored = (frame, count) => until(async () => await ignoredBy(frame) === count, `${count} ignored`);
const hello = { kind: "hello", protocol: "telework-wizard/1" };
const isUsable = async (frame) => {
  await click(frame, "step:travel");
  await frame.locator('[id="travel_budget.transport"]').fill("500");
  assert.equal(await frame.locator('[id="travel_budget.transport"]').inputValue(), "500");
};

test("a page that configuration.json does not name, and a frame beside, are ignored and counted", async () => {
  const { page, frames: [frame] } = await openHost(withFrame(at.site), { from: at.stranger });
  await greet(page, hello);
  await untilIgnored(frame, 1);
  assert.deepEqual(await answers(page), []);
  await isUsable(frame);
  await page.context().close();

  const { page: other, frames: [asked] } = await openHost(`${withFrame(at.site)}<iframe src="${at.site}icon.svg" name="beside"></iframe>`);
  await other.frame("beside").evaluate((words) => parent.frames[0].postMessage(words, "*", [new MessageChannel().port2]), hello);
  await untilIgnored(asked, 1);
  assert.deepEqual((await answersTo(other, hello)).slice(0, 2), ["ready", "change"]);
  await other.context().close();
});

test("a host that configuration.json names is answered before the tables have come that it names, and those of the site", async () => {
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  const route = async (page) => {
    const origin = new URL(at.host).origin;
    await page.route("**/configuration.json", (asked) => asked.fulfill({ json: { hosts: [origin], rates: ["agency.txt"] } }));
    for (const tables of ["**/agency.txt", "**/rates/zip.txt", "**/rates/history.txt"]) {
      await page.route(tables, async (asked) => {
        await held;
        await asked.continue();
      });
    }
  };
  const { page, frames: [frame] } = await openHost(withFrame(at.site), { until: "wizard-live", route });
  assert.equal((await answersTo(page, hello))[0], "ready");
  assert.equal(await ignoredBy(frame), 0);
  assert.equal(await frame.evaluate(() => performance.getEntriesByName("complete").length), 0, "the tables are on their way");
  letGo();
  await frame.waitForFunction(() => performance.getEntriesByName("complete").length > 0);
  await page.context().close();
});

test("of a configuration that the host hands over, what is wrong is refused alone with its place, and nothing is fetched", async () => {
  const { page, frames: [frame] } = await openHost(withFrame(at.site));
  await answersTo(page, hello);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const refusals = {
    '{"rates": 5}': ["/rates: a number"], '{"rates": "abc"}': ["/rates: a text"], '{"rates": [7]}': ["/rates/0: a number"],
    '{"percent": []}': ["/percent: a list"], '{"hosts": 42}': ["/hosts: a number"], '{"wording": 5}': ["/wording: a number"],
    '{"closures": {}, "shared_computer": "maybe", "color": "blue"}': ["/closures: ", "/shared_computer: ", "/color: "],
    '{"closures": 5, "telework_managing_officer": {"name": "Ruth Okafor"}}': ["/closures: a number", "The rest applies."],
  };
  const refusalsOfAll = {
    '{"rates": 5': ["line 1, column 12: "], "abc": ["line 1, column 1: "], '"abc"': ["a text is where"], "[]": ["a list is where"],
    '{"closures": ["2026-12-24"], "percent": "overall", "percent": "overall"}': ["/percent: ", "The earlier settings stay in use."],
  };
  const all = [
    ...Object.entries(refusalsOfAll).map(([members, said]) => [members, ["All of the configuration was refused: ", ...said]]),
    ...Object.entries(refusals).map(([members, said]) => [members, ["Of the configuration, this was refused: ", ...said]]),
  ];
  for (const [members, said] of all) {
    await page.evaluate((text) => window.port.postMessage({ kind: "configuration", members: text }), members);
    await frame.waitForFunction((words) => words.every((word) => document.getElementById("main.notice")?.textContent.includes(word)),
      said);
    await click(frame, "main.notice.close");
  }
  await click(frame, "step:whom_to_ask");
  await frame.waitForFunction(() => document.querySelector(".ftt").ftt.screen.nodes.some(({ label }) => label === "Ruth Okafor"));
  assert.deepEqual(asked, []);
  assert.deepEqual(page.complaints, []);
  await isUsable(frame);
  await page.context().close();
});

test("messages that are not of the protocol are ignored and counted, each of them", async () => {
  const { page, frames: [frame] } = await openHost(withFrame(at.site));
  const greetings = [null, 1, "hello", [], {}, { kind: "hello" }, { ...hello, protocol: "telework-wizard/2" }, { ...hello, more: 1 },
    { kind: "__proto__" }, { kind: "constructor", protocol: hello.protocol }];
  for (const [index, words] of greetings.entries()) {
    await greet(page, words);
    await untilIgnored(frame, index + 1);
    assert.deepEqual(await answers(page), []);
  }
  assert.ok((await answersTo(page, hello)).includes("ready"));
  const count = await page.evaluate(() => {
    const bad = [null, 7, "get", [], {}, { kind: "get" }, { kind: "get", number: -1 }, { kind: "get", number: "1" },
      { kind: "get", number: 1, more: true }, { kind: "set", number: 1, packet: {} }, { kind: "theme", theme: "pink" },
      { kind: "task", task: "banner.save" }, { kind: "prefill", members: 1 }, { kind: "toString" }, { kind: "ready", checks: "[]" },
      { kind: "prefill", members: "x".repeat(8 * 1024 * 1024 + 1) }, { kind: "answer", number: 1, taken: "yes" }];
    bad.forEach((words) => window.port.postMessage(words));
    window.port.postMessage({ kind: "get", number: 5 });
    return bad.length;
  });
  await page.waitForFunction(() => window.said.some(({ kind, number }) => kind === "answer" && number === 5));
  assert.equal(await ignoredBy(frame), greetings.length + count);
  await isUsable(frame);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("of 10,000 messages in a burst, to the window and by the port, a hundred are heard and the rest counted; the form goes on", async () => {
  const { page, frames: [frame] } = await openHost(withFrame(at.site));
  await answersTo(page, hello);
  await click(frame, "step:travel");
  // By the form's own clock the burst is within one second, however long the machine takes for it.
  const setClock = (seconds) => frame.evaluate((later) => {
    window.begun ??= performance.now();
    performance.now = () => window.begun + 1000 * later;
  }, seconds);
  await setClock(2);
  await page.evaluate((words) => {
    const target = document.querySelector("iframe").contentWindow;
    for (let number = 0; number < 10_000; ++number) {
      target.postMessage({ ...words, number }, "*");
      window.port.postMessage({ kind: "get", number });
    }
  }, hello);
  const transport = frame.locator('[id="travel_budget.transport"]');
  await transport.fill("500");
  assert.equal(await transport.inputValue(), "500");
  const answered = async () => (await answers(page)).filter((kind) => kind === "answer").length;
  await until(async () => await ignoredBy(frame) + await answered() === 20_000, "each message is ignored or answered");
  assert.ok(await answered() <= 100, `${await answered()} answers`);
  await setClock(4);
  await page.evaluate(() => window.port.postMessage({ kind: "get", number: 77_777 }));
  await page.waitForFunction(() => window.said.some(({ number }) => number === 77_777));
  const { packet } = await page.evaluate(() => window.said.find(({ number }) => number === 77_777));
  assert.equal(Number(JSON.parse(packet).travel_budget.transport), 500);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

const inSandbox = "Storage: It is closed here: nothing is kept on this device. Save the packet as a file before you leave. " +
  "Downloads: The page around the form may forbid downloads: with each file its text is also shown, to be copied. " +
  "Printing: The page around the form may forbid printing: then save the document as a page, and print that. " +
  "Frames and workers: Neither is there in this sandbox: documents are made in the page itself, which pauses for that time.";

for (const [sandbox, allowed] of [["allow-scripts", false], ["allow-scripts allow-downloads allow-modals", true]]) {
  test(`in a sandbox with ${sandbox} the form works, says what may be forbidden, and does something else instead`, async () => {
    const { page, frames: [frame] } = await openHost(withFrame(at.site, sandbox));
    assert.equal((await nodeOf(frame, "main.notice")).label, inSandbox);
    await fill(Object.assign(frame, { keyboard: page.keyboard }), exampleA.steps);
    await frame.evaluate(() => {
      window.printed = [];
      addEventListener("beforeprint", () => window.printed.push(document.body.innerText));
    });
    const first = page.waitForEvent("download");
    await click(frame, "banner.save");
    await frame.locator(".copy-text").waitFor();
    // Where the frame may save nothing, a file of the host is the first that comes.
    if (!allowed) await page.evaluate(() => Object.assign(document.createElement("a"), { href: "data:,", download: "host.txt" }).click());
    assert.match((await first).suggestedFilename(), allowed ? /\.json$/ : /^host\.txt$/);
    assert.equal(netChange(await frame.locator("#copy-text").inputValue()), "-8295.80");
    await frame.locator(".copy-text button").last().click();

    await click(frame, "banner.print");
    if (allowed) {
      await frame.waitForFunction(() => window.printed.length > 0);
      assert.match((await frame.evaluate(() => window.printed[0])), /8,295\.80/);
    } else {
      await frame.locator(".finding").filter({ hasText: "forbids it" }).waitFor();
    }
    await isUsable(frame);
    await page.context().close();
  });
}

test("a page that is itself in a sandbox holds the element, once configuration.json allows pages without an origin", async () => {
  const inner = withElements(at.site, '<telework-wizard id="one"></telework-wizard>');
  at.pages.set("inner", inner);
  const { page } = await openHost(`<iframe sandbox="allow-scripts" src="${at.site}icon.svg"></iframe>`, { count: 0 });
  await page.route("**/configuration.json", (route) => route.fulfill({ json: { hosts: ["null"] }, headers: { "Access-Control-Allow-Origin": "*" } }));
  await page.route("**/holder", (route) => route.fulfill({ contentType: "text/html", body: '<iframe sandbox="allow-scripts" src="inner"></iframe>' }));
  await page.goto(`${at.host}holder`);
  await wizardFrames(page, 1);
  const host = page.frames().find((frame) => frame.url().endsWith("/inner"));
  const packet = await host.evaluate(() => document.getElementById("one").getPacket());
  assert.equal(packet.format, "telework-packet/1");
  await page.context().close();
});
