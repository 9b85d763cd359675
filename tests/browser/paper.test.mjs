// The print of whole packets on paper, in Chromium and in Firefox: every page has its head, its number and its words in
// place; parts stand in their order; signatures stay whole; long texts are all there. And the saved page as HTML.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { pagesOf, printed, spokenOf, squeezed, startPrinters, telework, wordsOf } from "./pdf.mjs";
import { answers, packetOf, packetWith } from "./printed_packets.mjs";
import { watchedContext } from "./requests.mjs";
import { scenario } from "./support.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const { HtmlValidate } = require("html-validate");

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
  "an annual review": {
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
  wordsOf(pdf).forEach((all, page) => {
    const words = all.filter(({ top, bottom }) => bottom - top > 2); // others are for a screen reader alone
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

const wordsIn = (html) => squeezed(html.replace(/<[^>]+>/g, "").replaceAll("&#39;", "'").replaceAll("&amp;", "&"));

// Headings with words below them; ruled lines to write on have none.
const headingsOf = (html) => new Set([...html.matchAll(/<(h[34])[^>]*>(.*?)<\/\1>(?!<div class="lines">)/gs)]
  .map(([, , inside]) => wordsIn(inside)));

// The names of tables, which only a screen reader is told.
const captionsOf = (html) => new Set([...html.matchAll(/<caption class="hidden">(.*?)<\/caption>/g)].map(([, inside]) => wordsIn(inside)));

// The lines between head and foot.
const inTheMargin = /^Seal [0-9a-f]{4} |^Page \d+ of \d+$|^November 21, 2026, 3:04 PM EST|\(June 29, 2018\)|^Packet \S+, revision/;
const bodyOf = (lines, captions) => lines.filter((line) => !inTheMargin.test(line) && !captions.has(line));

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
        const captions = captionsOf(html);
        pages.forEach((lines, index) => {
          const last = bodyOf(lines, captions).at(-1);
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
          const flowing = pages.flatMap((lines) => bodyOf(lines, captions)).filter((line) => !line.startsWith(repeats)).join(" ");
          assert.ok(squeezed(flowing).includes(squeezed(longText)), "every character is there");
        }
      });
    }
  });
}

// 150 letters without a blank, as an address that a mail program has rewritten has.
const letters = "https://gcc02.safelinks.protection.outlook.com/?url=".padEnd(150, "Donaudampfschifffahrt");

// The packet with these letters in every text field that takes as many; what is not text stays as it is.
function withLettersEverywhere(packet, schema) {
  const isText = (of) => of.type === "string" && of.maxLength >= letters.length &&
    (!of.pattern || new RegExp(of.pattern, "u").test(letters)) && !of.enum && !of.format;
  for (const [name, of] of Object.entries(schema.properties)) {
    if (of.properties) packet[name] = withLettersEverywhere(packet[name] ?? {}, of);
    else if (isText(of)) packet[name] = letters;
  }
  return packet;
}
const inEveryField = packetWith((packet) => {
  packet.additional = { transit_savings: "3900.00", other1: { direction: "cost", amount: "1234.50" },
    other2: { direction: "saving", amount: "2345.60" } };
  packet.locality_pay = { requested_salary: "100440", agency_salary: "114923" };
  const { properties } = JSON.parse(execFileSync(telework, ["schema"], { encoding: "utf8" }));
  for (const kept of ["format", "id", "prepared_by", "order", "worksheet", "rates", "seal"]) delete properties[kept];
  withLettersEverywhere(packet, { properties });
});
const count = (text, part) => text.split(part).length - 1;

describe("150 letters without a blank in every text field", () => {
  const html = printed(inEveryField, "--parts", Object.keys(titles).join(","));

  for (const browser of ["Chromium", "Firefox"]) {
    test(`${browser}: every amount stands on the paper, nothing shrinks and nothing is cut`, async () => {
      const pdf = await printers.print[browser](html);
      checkPlaces(pdf);
      const text = pagesOf(pdf).flat().join(" ");
      for (const amount of ["$3,900.00", "$1,234.50", "$2,345.60", "−$5,011.10", "$100,440.00", "$114,923.00", "$10,087.20"]) {
        assert.ok(text.includes(amount), amount);
      }
      // What is wider than the page makes a browser shrink all of it, the numbers of the pages too.
      const numbers = (file) => wordsOf(file).map((words) => words.findLast(({ text: word }) => word === "of"));
      const [usual] = numbers(await printers.print[browser](printed(JSON.stringify(answers))));
      for (const { bottom, top } of numbers(pdf)) assert.ok(Math.abs(bottom - top - (usual.bottom - usual.top)) < 0.1);
      const unbroken = text.normalize("NFKC").replace(/\s+/g, "");
      const body = html.slice(html.indexOf("<main"), html.indexOf("<template")).replaceAll("<wbr>", "").replace(/<svg.*?<\/svg>/gs, "");
      assert.ok(count(body, letters) > 60, "the letters are in the fields of all forms");
      assert.ok(count(unbroken, letters) >= count(body, letters) - 3, `${count(unbroken, letters)} of ${count(body, letters)} are whole`);
    });
  }

  test("no box reaches out of the page", async () => {
    const context = await watchedContext(printers.chromium, [], { viewport: { width: 672, height: 900 } });
    const page = await context.newPage();
    await page.emulateMedia({ media: "print" });
    await page.setContent(html);
    const outside = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && !element.matches(".hidden, svg *") && (left < -1 || right > 673);
    }).map((element) => element.outerHTML.slice(0, 120)));
    assert.deepEqual(outside, []);
    await context.close();
  });
});

// 20,000 letters without a blank, in names. How long browsers take for them says the bench.
for (const [script, letter] of [["Latin", "x"], ["Arabic", "\u0634"]]) {
  describe(`20,000 ${script} letters without a blank, in names`, () => {
    const html = printed(packetOf(letter.repeat(20_000)));
    const body = html.slice(html.indexOf("<main"), html.indexOf("</main>"));

    test("Chromium: they stand in pieces of 60 at most, as letters that join are joined anew in each line of a piece; all are printed", async () => {
      const pieces = body.match(new RegExp(`${letter}+`, "g")).map(({ length }) => length);
      assert.ok(Math.max(...pieces) <= 60, `a piece of ${Math.max(...pieces)} letters`);
      assert.ok(pagesOf(await printers.print.Chromium(html)).length > 30, "all of it is there");
    });

    test("Firefox: they are laid out into pages, none of which is ever made to hold a whole name, and are all there", async () => {
      const { most, pages, text } = await printers.layOut(html);
      assert.ok(pages > 100, `${pages} pages`);
      assert.ok(count(text, letter) >= count(body.replace(/<[^>]+>/g, ""), letter), "all of it is there");
      // Else each element around the letters is set out whole, with all of them, before it is broken.
      assert.ok(most < 20_000, `a page was made to hold ${most} letters`);
    });
  });
}

test("a saved page that Firefox prints by itself says on each page which form and packet it is", async () => {
  const pages = pagesOf(await printers.print["Firefox alone"](printed(readFileSync(scenario("example_a.json")))));
  assert.ok(pages.length > 10);
  pages.forEach((lines, index) => {
    assert.match(lines.join(" "), /HRM 6040\.2 \(June 29, 2018\) · Packet 7b0c9a52-\S+, revision 3/, `page ${index + 1}`);
  });
});

test("a screen reader is told in the PDF what is chosen and what is not answered", async () => {
  const html = printed(readFileSync(scenario("example_a.json")));
  const spoken = spokenOf(await printers.print.Chromium(html));
  const body = html.slice(html.indexOf("<main"));
  assert.ok(count(body, "(chosen)") > 3);
  assert.equal(count(spoken, "(chosen)"), count(body, "(chosen)"));
  assert.equal(count(spoken, "not answered"), count(body, ">not answered<"));
});

test("a saved page's own policy runs no script and asks for nothing, whatever is put into it", async () => {
  const html = printed(readFileSync(scenario("example_a.json"))).replace("</main>",
    '<script>document.title = "ran"</script><img src="https://example.org/pixel.png" alt=""></main>');
  const context = await watchedContext(printers.chromium, ["https://example.org/"]);
  const page = await context.newPage();
  const stopped = [];
  page.on("requestfailed", (request) => stopped.push([request.url(), request.failure().errorText]));
  page.on("requestfinished", (request) => assert.fail(`it asked for ${request.url()}`));
  await page.setContent(html);
  assert.notEqual(await page.title(), "ran");
  assert.deepEqual(stopped, [["https://example.org/pixel.png", "csp"]]);
  await context.close();
});

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

for (const [name, { packet, options = [] }] of Object.entries(cases)) {
  test(`a saved page fits a window of 320 pixels, which is 400% zoom: ${name}`, async () => {
    const context = await watchedContext(printers.chromium, [], { viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.setContent(printed(packet, ...options));
    const { overflow, outside } = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - innerWidth,
      outside: [...document.querySelectorAll("body *")].filter((node) => !node.closest("svg, .hidden") &&
        node.getBoundingClientRect().right > innerWidth + 1).map((node) => `${node.localName}.${node.className}`),
    }));
    assert.ok(overflow <= 0, `${overflow} px too wide: ${[...new Set(outside)].join(", ")}`);
    await context.close();
  });
}

test("a redacted print says no name, anywhere in its bytes", () => {
  const html = printed(readFileSync(scenario("example_a.json")), "--redacted");
  for (const name of [answers.employee.last_name, answers.employee.first_name, answers.concurring_supervisor.name]) {
    assert.ok(name && !html.includes(name), name);
  }
});
