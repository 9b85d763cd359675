// What a screen reader is told of a PDF that Chromium makes of the print: every part by itself and whole packets. Headings,
// tables, choices, pictures, links, title and language, each held against the HTML that was printed.
//
// The paper itself is in paper.test.mjs. Does not hold Firefox, whose PDF has no structure; the statement on accessibility
// says so.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { elementsIn, printed, squeezed, startPrinters, structureOf, wordsIn } from "./pdf.mjs";
import { scenario } from "./support.mjs";

const packetOf = (name) => readFileSync(scenario(name));
const recruit = JSON.parse(packetOf("example_a.json"));
for (const derived of ["worksheet", "rates", "seal"]) delete recruit[derived];
recruit.arrangement.action = "recruit";
recruit.recruit_agreement = { last_name: "Okafor", first_name: "Ada", entry_on_duty: "2026-09-14" };

const one = (part, packet = packetOf("example_a.json")) => [packet, ["--parts", part]];
const cases = {
  cover: one("cover"),
  "App. A": one("analysis_tool"),
  "App. B": one("agreement"),
  "App. C": one("recruit_agreement", JSON.stringify(recruit)),
  "App. D": one("annual_review", packetOf("review-2026.json")),
  worksheet: one("worksheet"),
  findings: one("findings"),
  history: one("history", packetOf("chain.json")),
  estimate: one("estimate"),
  "the record of an ending": one("ending_record"),
  "a whole packet": [packetOf("example_a.json"), []],
  "a packet with its chain": [packetOf("chain.json"), []],
  "a packet that was begun": [packetOf("begun.json"), []],
};

let printers;
before(async () => { printers = await startPrinters(); });
after(() => printers.close());

// The head of a page and the cross of a choice are not read.
const unread = /<div class="running" aria-hidden="true">.*?<\/div>|<span [^>]*aria-hidden="true">[^<]*<\/span>/gs;

// Letters alone: a PDF has its ligatures, capitals where the style sets them, and no blank where a line ends.
const letters = (text) => squeezed(text).normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#8288;": "\u2060" };
const textOf = (html) => html.replace(/<[^>]+>/g, "").replace(/&#?\w+;/g, (entity) => entities[entity] ?? entity);
const allOf = (html, pattern) => [...html.matchAll(pattern)];
const count = (text, words) => text.split(words).length - 1;

// Of a text with a ligature or a word joiner in it, the tool that reads the PDF gives only what comes before that; so these
// are printed without. How texts look on the paper is in paper.test.mjs.
const forTheTool = (html) =>
  html.replaceAll("&#8288;", "").replace("</head>", "<style>* { font-variant-ligatures: none !important }</style></head>");

// The texts of a structure in their order; the numbers of a list are the browser's.
const textsIn = ({ type, texts, parts }) =>
  type === "Lbl" ? [] : [...texts.map(letters).filter(Boolean), ...parts.flatMap(textsIn)];

// A text of the PDF's own, in parentheses or as UTF-16 in hexadecimal digits.
function pdfText(written) {
  if (!written.startsWith("<")) return written.slice(1, -1).replace(/\\([()\\])/g, "$1");
  return Buffer.from(written.slice(5, -1), "hex").swap16().toString("utf16le");
}

for (const [name, [packet, options]] of Object.entries(cases)) {
  describe(name, () => {
    let body;
    let html;
    let pdf;
    let tree;
    before(async () => {
      html = printed(packet, ...options);
      body = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
      pdf = await printers.print.Chromium(forTheTool(html));
      tree = structureOf(pdf);
    });

    test(`the PDF is tagged and says its title and its language: ${name}`, () => {
      const facts = execFileSync("pdfinfo", [pdf], { encoding: "utf8" });
      assert.match(facts, /^Tagged: +yes$/m);
      assert.equal(/^Title: +(.*)$/m.exec(facts)?.[1], textOf(/<title>(.*)<\/title>/.exec(html)[1]));
      assert.match(readFileSync(pdf, "latin1"), /\/Lang *\(en-US\)/);
    });

    test(`headings come in the order of the page and no level is left out in the PDF: ${name}`, () => {
      const wanted = allOf(body, /<h([1-6])[^>]*>(.*?)<\/h\1>/gs).map(([, level, inside]) => [Number(level), letters(textOf(inside))]);
      const found = elementsIn(tree, /^H[1-6]$/).map((heading) => [Number(heading.type[1]), letters(wordsIn(heading))]);
      assert.ok(wanted.length > 0);
      assert.deepEqual(found.map(([level]) => level), wanted.map(([level]) => level));
      assert.deepEqual(found.map(([, words]) => words), wanted.map(([, words]) => words));
      found.forEach(([level], index) => assert.ok(level <= (found[index - 1]?.[0] ?? 0) + 1, `level ${level} is heading ${index + 1}`));
    });

    test(`the PDF is read in the order of the page, and no text of it is left out: ${name}`, () => {
      const wanted = letters(textOf(body.replace(unread, "")));
      let [from, missing] = [0, 0];
      for (const text of textsIn(tree)) {
        const at = wanted.indexOf(text, from);
        assert.ok(at >= 0, `"${text}" comes behind "${wanted.slice(Math.max(0, from - 60), from)}"`);
        missing += at - from;
        from = at + text.length;
      }
      missing += wanted.length - from;
      assert.equal(missing, 0, `of ${wanted.length} letters`);
    });

    test(`each table of the PDF has a caption and heads that its cells name: ${name}`, () => {
      const tables = elementsIn(tree, /^Table$/);
      assert.equal(tables.length, count(body, "<table"));
      for (const table of tables) {
        const words = wordsIn(table).slice(0, 60);
        assert.equal(elementsIn(table, /^Caption$/).length, 1, words);
        const heads = elementsIn(table, /^TH$/);
        assert.ok(heads.length > 0 && heads.every(({ attributes }) => /^\/(Row|Column)$/.test(attributes.Scope)), words);
        for (const cell of elementsIn(table, /^TD$/)) assert.match(cell.attributes.Headers ?? "", /\(node\d+\)/, `${words}: ${wordsIn(cell)}`);
      }
    });

    test(`each choice of the PDF is one of a list, and the chosen one says so: ${name}`, () => {
      const entries = elementsIn(tree, /^L$/).flatMap((list) => list.parts).filter(({ type }) => type === "LI");
      assert.equal(entries.length, allOf(body, /<li[ >]/g).length);
      assert.equal(entries.filter((entry) => wordsIn(entry).includes("(chosen)")).length, count(body, "(chosen)"));
      assert.equal(count(wordsIn(tree), "not answered"), count(body, ">not answered<"));
    });

    test(`each picture of the PDF has its words in place of it: ${name}`, () => {
      const wanted = allOf(body, /<svg role="img" aria-label="([^"]*)"/g).map(([, label]) => letters(textOf(label)));
      const written = allOf(readFileSync(pdf, "latin1"), /\/Alt *(\((?:\\.|[^\\)])*\)|<FEFF[0-9A-F]*>)/g).map(([, text]) => letters(pdfText(text)));
      assert.deepEqual([...written].sort(), [...wanted].sort());
      assert.ok(elementsIn(tree, /^Figure$/).length >= wanted.length);
    });

    test(`each link of the PDF has words and leads into it: ${name}`, () => {
      const wanted = count(body, "<a href=");
      const links = elementsIn(tree, /^Link$/);
      assert.equal(links.length, wanted);
      for (const link of links) assert.notEqual(letters(wordsIn(link)), "");
      assert.equal(count(readFileSync(pdf, "latin1"), "/URI ("), 0);
    });
  });
}

test("there is something of each kind in these prints", () => {
  const all = Object.values(cases).map(([packet, options]) => printed(packet, ...options)).join("");
  for (const sign of ["<h1", "<h4", "<table", "(chosen)", ">not answered<", '<svg role="img"', "<th scope=\"row\"><a href="]) assert.ok(count(all, sign) > 0, sign);
});
