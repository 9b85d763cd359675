// What names without a blank cost on paper, beside names of the same number of letters in words of five: a part of
// `make bench`, or by itself `node tests/bench/long_names.mjs [--runs 5]`.
//
//   printed     by Chromium to PDF, from opening the document on
//   laid out    into pages in Firefox, as the page does it there before it prints (print_pages.mjs)
//
// Both are done for letters that stand by themselves (Latin) and for letters that join (Arabic). Prints medians and ratios;
// judges nothing. Needs what `make build` leaves. Does not measure how long the document itself takes.
import { fileURLToPath } from "node:url";
import { printed, startPrinters } from "../browser/pdf.mjs";
import { packetOf } from "../browser/printed_packets.mjs";
import { inTurn, line, wantedOf } from "./measuring.mjs";

const letters = 20_000; // of each name
const scripts = { Latin: "x", Arabic: "\u0634" };

async function secondsOf(act) {
  const start = performance.now();
  await act();
  return { seconds: (performance.now() - start) / 1000 };
}

const against = (joined, words) => `${joined.toFixed(2)} s, in words ${words.toFixed(2)} s: ${(joined / words).toFixed(2)} times`;

/**
 * @param {{runs?: number}} wanted
 */
export async function longNames({ runs = 5 } = {}) {
  const printers = await startPrinters();
  const ways = {
    "printed by Chromium": (html) => secondsOf(() => printers.print.Chromium(html)),
    "laid out in Firefox": (html) => printers.layOut(html),
  };
  try {
    line(`names of ${letters.toLocaleString("en-US")} letters, no blank`);
    for (const [script, letter] of Object.entries(scripts)) {
      const joined = printed(packetOf(letter.repeat(letters)));
      const words = printed(packetOf(`${letter.repeat(5)} `.repeat(letters / 5).trim()));
      for (const [name, way] of Object.entries(ways)) {
        const [one, other] = await inTurn(runs, () => way(joined), () => way(words));
        line(`  ${name}, ${script}`, against(one.seconds, other.seconds));
      }
    }
  } finally {
    await printers.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await longNames(wantedOf(process.argv.slice(2), ["runs"]));
