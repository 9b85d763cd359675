// The print of whole packets on paper, in Chromium and in Firefox: every page has its head, its number and its words in
// place; parts stand in their order; signatures stay whole; long texts are all there. And the saved page as HTML.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { pagesOf, printed, squeezed, startPrinters, wordsOf } from "./pdf.mjs";
import { watchedContext } from "./requests.mjs";
import { scenario } from "./support.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { HtmlValidate } = require("html-validate");

const answers = JSON.parse(readFileSync(scenario("example_a.json"), "utf8"));
const packetWith = (change) => {
  const packet = structuredClone(answers);
  for (const derived of ["worksheet", "rates", "seal"]) delete packet[derived];
  change(packet);
  return JSON.stringify(packet);
};
const sentence = "The team's planning weeks need one person in the room.";
const longText = Array.from({ length: 350 }, (_, number) => `${number + 1}. ${sentence}`).join(" ").slice(0, 20_000);

const titles = {
  cover: "Full-Time Telework Packet",
  analysis_tool: "Full-Time Telework Arrangement Analysis Tool",
  agreement: "GSA Full-Time Telework Arrangement Agreement",
  recruit_agreement: "GSA Full-Time Telework Recruit Agreement",
  annual_review: "GSA Full-Time Telework Arrangement Annual Review Form",
  worksheet: "Worksheet behind the forms",
  findings: "Findings, documents and dates",
};
const always = ["cover", "analysis_tool", "agreement"];
const behind = ["worksheet", "findings"];

const cases = {
  "example A": { packet: readFileSync(scenario("example_a.json")), parts: [...always, ...behind] },
  "a recruit": {
    packet: packetWith((packet) => {
      packet.arrangement.action = "recruit";
      packet.recruit_agreement = { last_name: "Okafor", first_name: "Ada", entry_on_duty: "2026-09-14" };
    }),
    parts: [...always, "recruit_agreement", ...behind],
    says: ["Friday, November 13, 2026", "Sunday, December 13, 2026"],
  },
  "a yearly review": {
    packet: readFileSync(scenario("review-2026.json")),
    parts: [...always, "annual_review", ...behind],
    says: ["the arrangement must end", "above twice the estimate"],
  },
  "20,000 characters of justification": {
    packet: packetWith((packet) => { packet.justification.cost = longText; }),
    parts: [...always, ...behind],
    repeats: "Part I, 1. Justification of the costs",
  },
  "a redacted copy": {
    packet: readFileSync(scenario("example_a.json")),
    options: ["--redacted"],
    parts: [...always, ...behind],
    says: ["Redacted copy for wider circulation"],
    everyPage: ["REDACTED COPY: names and home address left out"],
  },
  "chosen parts": {
    packet: readFileSync(scenario("example_a.json")),
    options: ["--parts", "agreement,findings"],
    parts: ["agreement", "findings"],
    everyPage: ["Chosen parts: App. B; Findings"],
  },
  "an empty packet with all parts": {
    packet: '{"format": "telework-packet/1", "id": "empty", "revision": 1}',
    options: ["--parts", Object.keys(titles).join(",")],
    parts: Object.keys(titles),
  },
};

let printers;
before(async () => { printers = await startPrinters(); });
after(() => printers.close());

// The letter of 8.5 by 11 inches, and where words may stand on it.
const area = { left: 53, right: 559, top: 28, bottom: 770 };

function checkPlaces(pdf) {
  wordsOf(pdf).forEach((words, page) => {
    for (const word of words) {
      const isInside = word.left >= area.left && word.right <= area.right && word.top >= area.top && word.bottom <= area.bottom;
      assert.ok(isInside, `"${word.text}" on page ${page + 1} stands outside: ${JSON.stringify(word)}`);
    }
    const inOrder = [...words].sort((a, b) => a.top - b.top);
    inOrder.forEach((word, index) => {
      for (let next = index + 1; next < inOrder.length && inOrder[next].top < word.bottom; next += 1) {
        const other = inOrder[next];
        const wide = Math.min(word.right, other.right) - Math.max(word.left, other.left);
        const high = Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top);
        // Boxes are as high as the line and may touch; words that cover each other share much more.
        const isOver = wide > 2 && high > 0.6 * Math.min(word.bottom - word.top, other.bottom - other.top);
        assert.ok(!isOver, `"${word.text}" and "${other.text}" overlap on page ${page + 1}`);
      }
    });
  });
}

// Headings with words below them; ruled lines to write on have none.
const headingsOf = (html) => new Set([...html.matchAll(/<(h[34])[^>]*>(.*?)<\/\1>(?!<div class="lines">)/gs)].map(([, , inside]) =>
  squeezed(inside.replace(/<[^>]+>/g, "").replaceAll("&#39;", "'").replaceAll("&amp;", "&"))));

// The lines between head and foot.
const inTheMargin = /^Seal [0-9a-f]{4} |^Page \d+ of \d+$|^November 21, 2026, 3:04 PM EST|\(June 29, 2018\)|^Packet \S+, revision/;
const bodyOf = (lines) => lines.filter((line) => !inTheMargin.test(line));

for (const [name, { packet, options = [], parts, says = [], everyPage = [], repeats }] of Object.entries(cases)) {
  describe(name, () => {
    const html = printed(packet, ...options);

    test("the page is HTML without a fault", async () => {
      const report = await new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "no-inline-style": "error" } })
        .validateString(html);
      const faults = report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`));
      assert.deepEqual(faults, []);
    });

    for (const browser of ["Chromium", "Firefox"]) {
      test(`${browser} prints it whole, page by page`, async () => {
        const pdf = await printers.print[browser](html);
        const pages = pagesOf(pdf);
        const texts = pages.map((lines) => squeezed(lines.join(" ")));

        texts.forEach((text, index) => {
          assert.ok(text.includes(`Page ${index + 1} of ${pages.length}`), `page ${index + 1} of ${pages.length} has its number`);
          assert.ok(text.includes("HRM 6040.2 (June 29, 2018)"), `page ${index + 1} names the order`);
          assert.match(text, /Packet \S+, revision \d/);
          assert.match(text, /Seal ([0-9a-f]{4} ?){4}/);
          for (const words of everyPage) assert.ok(text.includes(words), `page ${index + 1}: ${words}`);
        });

        const firstPages = parts.map((part) => texts.findIndex((text) => text.includes(titles[part])
          && (part === "cover" || text.includes(`U.S. General Services Administration ${titles[part]}`))));
        assert.ok(firstPages.every((page, index) => page >= 0 && (index === 0 || page > firstPages[index - 1])),
          `each part begins a page, in order: ${firstPages}`);
        for (const [part, title] of Object.entries(titles)) {
          const isThere = texts.some((text) => text.includes(`U.S. General Services Administration ${title}`));
          assert.equal(isThere, parts.includes(part), `${part} is printed only where it is wanted`);
        }

        const all = texts.join(" ");
        for (const words of says) assert.ok(all.includes(words), words);
        checkPlaces(pdf);

        const headings = headingsOf(html);
        pages.forEach((lines, index) => {
          const last = bodyOf(lines).at(-1);
          assert.ok(!headings.has(last), `"${last}" stands alone at the end of page ${index + 1}`);
          // A signature has its lines for signing and for the date on the same page.
          const count = (pattern) => lines.filter((line) => pattern.test(line)).length;
          assert.equal(count(/^(1\. )?Name( (2\. )?Title)?$/), count(/^(3\. )?Signature (4\. )?Date\b/),
            `signatures on page ${index + 1} are whole`);
        });

        if (repeats) {
          const withText = texts.filter((text) => text.includes(sentence.slice(0, 30)));
          assert.ok(withText.length >= 4, `${withText.length} pages of text`);
          for (const text of withText) assert.ok(text.includes(repeats), "the item stands on each page of its text");
          const flowing = pages.flatMap(bodyOf).filter((line) => line !== repeats).join(" ");
          assert.ok(squeezed(flowing).includes(squeezed(longText)), "every character is there");
        }
      });
    }
  });
}

test("a saved page reads whole without scripts, and asks for nothing from outside", async () => {
  const html = printed(readFileSync(scenario("review-2026.json")));
  const context = await watchedContext(printers.chromium, [], { javaScriptEnabled: false });
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.setContent(html);
  const text = squeezed(await page.locator("main").innerText());
  for (const title of [titles.cover, titles.analysis_tool, titles.agreement, titles.annual_review, ...behind.map((part) => titles[part])]) {
    assert.ok(text.toLowerCase().includes(title.toLowerCase()), title);
  }
  assert.deepEqual(requests, []);
  await context.close();
});

test("a redacted print says no name, anywhere in its bytes", () => {
  const html = printed(readFileSync(scenario("example_a.json")), "--redacted");
  for (const name of [answers.employee.last_name, answers.employee.first_name, answers.concurring_supervisor.name]) {
    assert.ok(name && !html.includes(name), name);
  }
});
