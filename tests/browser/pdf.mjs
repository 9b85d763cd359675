// Prints what `telework print` gives to PDF, in Chromium and in Firefox, and reads the PDF: its pages as text, its words
// with their places.
//
// Chromium prints the document as it is. Firefox has no page margin boxes, so web/page/print_pages.mjs lays out the pages
// first, as the wizard does there. Does not hold a test.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { watchedContext, watchPage } from "./requests.mjs";
import { launchBrowser } from "./support.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");
export const telework = process.env.TELEWORK ?? fileURLToPath(new URL("../../build/native/telework", import.meta.url));
const printPages = new URL("../../web/page/print_pages.mjs", import.meta.url);
const large = 64 * 1024 * 1024;

/** The print document of a packet; `options` are those of the command. A packet that is not complete prints too. */
export function printed(packet, ...options) {
  const args = ["print", "-", "--today", "2026-11-21", "--now", "November 21, 2026, 3:04 PM EST", ...options];
  try {
    return execFileSync(telework, args, { input: packet, encoding: "utf8", maxBuffer: large, stdio: ["pipe", "pipe", "pipe"] });
  } catch (error) {
    if (error.status === 1 && error.stdout) return error.stdout;
    throw error;
  }
}

/** A folder that print(html) writes into; close() removes it and ends the browsers. */
export async function startPrinters() {
  const folder = mkdtempSync(join(tmpdir(), "telework-print-"));
  const chromium = await launchBrowser("software");
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true });
  const layOut = `${(await readFile(printPages, "utf8")).replaceAll("export function", "function")}\nlayOutPages(document);`;
  let count = 0;

  const context = await watchedContext(chromium, [pathToFileURL(folder).href]);

  async function print(page, html, before = () => {}) {
    count += 1;
    const file = join(folder, `${count}.html`);
    writeFileSync(file, html);
    await page.goto(pathToFileURL(file).href);
    await before(page);
    const pdf = join(folder, `${count}.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true, tagged: true });
    await page.close();
    return pdf;
  }

  return {
    print: {
      Chromium: async (html) => print(await context.newPage(), html),
      // As a saved page that somebody opens and prints there.
      "Firefox alone": async (html) => {
        const page = await firefox.newPage();
        await watchPage(page, [pathToFileURL(folder).href]);
        return print(page, html);
      },
      Firefox: async (html) => {
        const page = await firefox.newPage();
        await watchPage(page, [pathToFileURL(folder).href]);
        return print(page, html, async () => {
          if (await page.evaluate(() => !window.CSSMarginRule)) await page.evaluate(layOut);
        });
      },
    },
    chromium,
    // What it takes to lay the pages out in Firefox, without printing them: the seconds, the most letters that a page was made
    // to hold when the layout looked whether it was full, the pages and their text.
    async layOut(html) {
      const page = await firefox.newPage();
      await watchPage(page, [pathToFileURL(folder).href]);
      const file = join(folder, "layout.html");
      writeFileSync(file, html);
      await page.goto(pathToFileURL(file).href);
      const laidOut = await page.evaluate(`(() => {
        let most = 0;
        const { get } = Object.getOwnPropertyDescriptor(Element.prototype, "scrollHeight");
        Object.defineProperty(Element.prototype, "scrollHeight", { get() {
          most = Math.max(most, this.textContent.length);
          return get.call(this);
        } });
        document.body.getBoundingClientRect();
        const start = performance.now();
        ${layOut}
        document.body.getBoundingClientRect();
        const seconds = (performance.now() - start) / 1000;
        return { seconds, most, pages: document.querySelectorAll(".paper").length, text: document.querySelector("main").textContent };
      })()`);
      await page.close();
      return laidOut;
    },
    async close() {
      await chromium.close();
      await firefox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const read = (...args) => execFileSync("pdftotext", args, { encoding: "utf8", maxBuffer: large });
export const squeezed = (text) => text.replaceAll("ﬁ", "fi").replaceAll("ﬂ", "fl").replace(/\s+/g, " ").trim();

// What only a screen reader is told, in letters of one pixel.
const spoken = /\(chosen\)|not answered/g;

/** The text of each page as it is seen, a line an entry. */
export const pagesOf = (pdf) => read("-raw", pdf, "-").split("\f").slice(0, -1)
  .map((page) => page.split("\n").map((line) => squeezed(line.replace(spoken, " "))).filter(Boolean));

/** What a screen reader is told of a PDF. */
export const spokenOf = (pdf) => execFileSync("pdfinfo", ["-struct-text", pdf], { encoding: "utf8", maxBuffer: large });

/**
 * The structure that a screen reader is told of a PDF, as a tree: {type, attributes, texts, parts}; `texts` are those that
 * stand right in it, once each: the head of a table stands on each of its pages. What the tags only wrap (NonStruct) is a
 * part as the others are.
 */
export function structureOf(pdf) {
  const root = { type: "", attributes: {}, texts: [], parts: [] };
  let open = [{ indent: -1, element: root }];
  for (const line of spokenOf(pdf).split("\n")) {
    const indent = line.search(/\S/);
    const text = line.trim();
    if (indent < 0 || /^Object \d+ \d+$/.test(text)) continue; // the area of a link
    const [, type] = /^([A-Z]\w*)(?: <[^>]*>)?(?: \((?:block|inline)\))?:?$/.exec(text) ?? [];
    const inside = open.findLast((one) => one.indent < indent)?.element ?? root;
    if (text.startsWith("/")) {
      const [, name, value] = /^\/(\w+) (.*)$/.exec(text);
      inside.attributes[name] = value;
    } else if (type) {
      const element = { type, attributes: {}, texts: [], parts: [] };
      open = [...open.filter((one) => one.indent < indent), { indent, element }];
      inside.parts.push(element);
    } else {
      const words = text.replace(/^"|"$/g, "");
      if (words !== inside.texts.at(-1)) inside.texts.push(words);
    }
  }
  return root;
}

/** All elements of these types in a structure, in their order. */
export const elementsIn = ({ parts }, pattern) =>
  parts.flatMap((part) => [...(pattern.test(part.type) ? [part] : []), ...elementsIn(part, pattern)]);

/** All words of an element of a structure. */
export const wordsIn = ({ texts, parts }) => texts.join("") + parts.map(wordsIn).join("");

/** The words of each page with their boxes in points. */
export const wordsOf = (pdf) => read("-bbox", pdf, "-").split("<page ").slice(1).map((page) => [...page.matchAll(
  /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)]
  .map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, text })));
