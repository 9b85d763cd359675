// The words of the product, found without running it: `node tests/words.mjs` names each breach with file and line.
//
//   idioms    no word or idiom stands in a text of the product that nobody says in US English (the list is below)
//   spelling  American spelling
//   glossary  each name of src/order/glossary.inc is used in a text, and no text has another name for the same thing
//   grade     the paragraphs of each file are of reading grade 8 or below (Flesch-Kincaid)
//
// A text is a string in the sources that holds two words or more, and what a page of shell/ shows. A paragraph is a text of
// whole sentences: labels, formulas and usage lines are none. The clauses of Appendices B to D keep the order's conditions
// and words: neither their words nor their grade is held against the lists. Messages about files, the command and the pages
// for web teams are read for words, not for their grade. Does not read comments, nor what writes scripts. Each check is one
// test.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runChecks } from "./checks.mjs";

const top = join(dirname(fileURLToPath(import.meta.url)), "..");
const highestGrade = 8;
// Two or three sentences say little about a file: a mean needs some words.
const fewestWords = 60;

// What does not come back, and what to write in its place.
const idioms = [
  [/\bdearest month\b/i, "most expensive month"],
  [/\bwhom to ask\b/i, "who to contact"],
  [/\bslips? of the order\b/i, "errors in the order"],
  [/\bbars? of law\b/i, "legal exclusions"],
  [/\bbeside the form\b/i, "other tools, not on the form"],
  [/\b(?:to be )?put right\b/i, "fix"],
  [/\ball the same\b/i, "still"],
  [/\bsettles? it\b/i, "say what is left"],
  [/\bwhich order holds\b/i, "which order applies"],
  [/\bhow far it is\b/i, "status"],
  [/\bcannot be told\b/i, "depends on your answers, is not known yet"],
  [/\bpassed over\b/i, "excluded, skipped"],
  [/\bdays? off\b/i, "weekend or holiday"],
  [/\bforget this\b/i, "delete from this browser"],
  [/\bis here again\b/i, "we restored"],
  [/\bat hand\b/i, "open"],
  [/\banew\b/i, "again"],
  [/\bless \w+ years? of\b/i, "minus"],
  [/\bnext act\b/i, "next step"],
  [/\bbegin again\b/i, "start over"],
  [/\btake the proposal\b/i, "use this answer"],
  [/\bnearness\b/i, "being near"],
  [/\bheld against\b/i, "compared with"],
  [/\brates moved\b/i, "rates changed"],
  [/\bone that stands\b/i, "an existing one"],
  [/\bnot said yet\b/i, "the packet does not say yet"],
  [/\bfor want of\b/i, "without"],
  [/\botherwise than\b/i, "differs from"],
  [/\bwhoever\b/i, "anyone who, the person who"],
  [/\bupon\b/i, "on"],
  [/\bbesides\b(?! weekends)/i, "also"],
  [/\bworked out\b/i, "calculated"],
  [/\bmend\b/i, "correct"],
  [/\b(?:go|goes|going) on\b/i, "continue"],
  [/\blies\b/i, "is"],
  [/\bstands?\b(?! side by side)/i, "is"],
  [/\bnothing is (?:missing|there)\b/i, "no answer is missing"],
  [/\bnot yet said\b/i, "the packet does not say yet"],
  [/\b(?:is|are) held\b/i, "is loaded"],
  [/\bsee to\b/i, "make sure, arrange"],
  [/\bthereby|thereof|therein|hereby|herein|whereby|whereof\b/i, "say it in full"],
  [/\bpursuant to\b(?! HRM)/i, "under"],
  [/\bfor the want\b/i, "without"],
  [/\bby itself alone\b/i, "alone"],
  [/\bbear it out\b/i, "support it"],
  [/\bmeanwhile\b/i, "for now, in that time"],
  [/\band the like\b/i, "and so on"],
  [/\bof (?:its|their) own\b/i, "its own"],
  [/\bby way of\b/i, "through"],
  [/\bwritten down\b/i, "recorded"],
  [/\bcarried over\b/i, "copied"],
  [/\btaken as (?:it is )?worded\b/i, "by this wording"],
  [/\bhere goes\b/i, "this must be"],
  [/\bhas begun\b/i, "you started"],
  [/\bby then\b/i, "before that"],
  [/\bin no file\b/i, "not saved to a file"],
];

const spelling = [
  [/\blicenc(?:e|es|ed|ing)\b/i, "license"],
  [/\b(?:colou?r(?<=our)|behaviour|favour|honour|labour|neighbour)\w*\b/i, "-or"],
  [/\b(?:cancell|travell|labell|modell)(?:ed|er|ers|ing)\b/i, "one l"],
  [/\b(?:organis|recognis|authoris|summaris|finalis|minimis|maximis)\w*\b/i, "-iz-"],
  [/\b(?:centre|metre|programme|judgement|enrolment|fulfil|grey|whilst|amongst|learnt|spelt)s?\b/i, "the American word"],
];

const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: top, encoding: "utf8" })
  .split("\0")
  .filter((path) => /^(?:src|web)\/.*\.(?:cpp|h|inc|mjs)$|^shell\/.*\.html$|^README\.md$|^assets\/(?:cases\/cases|accessibility\/criteria)\.json$/.test(path))
  .filter((path) => !/^src\/[^/]+\/tools\/|\/node_modules\/|^web\/site\/generate\.mjs$/.test(path));

const literal = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"\(([\s\S]*?)\)"|"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*|'((?:[^'\\\n]|\\.)+)'|`((?:[^`\\]|\\.)*)`/g;
const piece = /"((?:[^"\\\n]|\\.)*)"/g;
// The restatement of a clause: the third member of its line.
const clauseBefore = /FTT_PARAGRAPH\("App\. [BCD][^"]*",\s*"(?:[^"\\]|\\.)*",\s*$/;
const lineAt = (whole, index) => whole.slice(0, index).split("\n").length;

// The texts of a file, each with its line.
function textsOf(path) {
  const whole = readFileSync(join(top, path), "utf8");
  if (/\.(?:html|md|json)$/.test(path)) {
    // The name of a test is no text of the product, also where it is shown.
    const shown = whole.replace(/\{"file": .*\}|<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<pre[\s\S]*?<\/pre>|```[\s\S]*?```/g,
      (out) => out.replace(/[^\n]/g, " "));
    return shown.split("\n").map((text, index) => ({ line: index + 1, text: text.replace(/<[^>]+>/g, " ") }));
  }
  const texts = [];
  const isTable = path.endsWith("paragraphs.inc");
  for (const match of whole.matchAll(literal)) {
    if (match[0].startsWith("/")) continue;
    const text = match[0].startsWith('"') ? [...match[0].matchAll(piece)].map(([, one]) => one).join("")
      : match[1] ?? match[2] ?? match[3]?.replace(/\$\{[\w.]+\}/g, "…") ?? ""; // the name of a value is no word of it
    if (/[a-z]+ [a-z]+/i.test(text)) {
      texts.push({ line: lineAt(whole, match.index), text, isClause: isTable && clauseBefore.test(whole.slice(0, match.index)) });
    }
  }
  return texts;
}

const all = files.flatMap((path) => textsOf(path).map((text) => ({ path, ...text })));

function find(list) {
  return all.flatMap(({ path, line, text, isClause }) => list.flatMap(([pattern, instead]) => {
    const found = isClause ? null : pattern.exec(text);
    return found ? [`${path}:${line}: "${found[0]}" (write: ${instead}) in: ${text.trim().slice(0, 100)}`] : [];
  }));
}

const termLine = /^FTT_TERM\("([^"]+)", "([^"]*)",/gm;

function glossaryBreaches() {
  const path = "src/order/glossary.inc";
  const terms = [...readFileSync(join(top, path), "utf8").matchAll(termLine)].map(([, name, not]) => ({ name, not }));
  if (terms.length === 0) return [`${path} holds no term`];
  const elsewhere = all.filter((text) => text.path !== path && !text.path.endsWith("paragraphs.inc"));
  return terms.flatMap(({ name, not }) => {
    const breaches = [];
    const says = (words) => new RegExp(`\\b${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "i");
    if (!elsewhere.some(({ text }) => says(name).test(text))) breaches.push(`${path}: no text says "${name}"`);
    for (const other of not.split(", ").filter(Boolean)) {
      for (const { path: at, line, text } of elsewhere) {
        if (says(other).test(text)) breaches.push(`${at}:${line}: "${other}" (the glossary's name is "${name}") in: ${text.trim().slice(0, 100)}`);
      }
    }
    return breaches;
  });
}

// A text of sentences, without what is not read as words.
function paragraphOf({ path, text, isClause }) {
  if (!/^src\/(?:wizard|view|form|rules|order|calc|print)\//.test(path)) return "";
  if (isClause) return "";
  const words = text.replace(/\\["n]/g, " ").replace(/<[^>]*>/g, " ").replace(/¶\S+/g, "it").trim();
  return /^[A-Z0-9"“].*[.?!]$/s.test(words) && words.split(/\s+/).length >= 6 ? words : "";
}

async function gradeBreaches(report = () => {}) {
  const require = createRequire(join(top, "web/package.json"));
  const load = (name) => import(pathToFileURL(require.resolve(name)).href);
  const [{ syllable }, { fleschKincaid }] = [await load("syllable"), await load("flesch-kincaid")];
  const byFile = new Map();
  for (const text of all) {
    const paragraph = paragraphOf(text);
    if (paragraph) byFile.set(text.path, `${byFile.get(text.path) ?? ""} ${paragraph}`);
  }
  const breaches = [];
  for (const [path, words] of byFile) {
    const list = words.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word));
    if (list.length < fewestWords) continue;
    // A colon or a semicolon does not end a sentence.
    const sentences = words.replace(/\b(?:App|U\.S|Jr|No)\./g, "App").match(/[.?!](?=\s|$|["”])/g).length;
    const grade = fleschKincaid({ sentence: sentences, word: list.length, syllable: syllable(list.join(" ")) });
    report(path, grade, list.length);
    if (grade > highestGrade) breaches.push(`${path}: grade ${grade.toFixed(1)} over ${list.length} words; ${highestGrade} is the highest`);
  }
  return breaches;
}

const checks = {
  idioms: () => find(idioms),
  spelling: () => find(spelling),
  glossary: glossaryBreaches,
  grade: () => gradeBreaches(),
};

if (all.length === 0) throw new Error("no text was found");
await runChecks(checks);
