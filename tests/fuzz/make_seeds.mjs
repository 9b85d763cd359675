// Writes what the fuzzers of the packet's doors begin from: `node tests/fuzz/make_seeds.mjs`, the same files each time.
//
// Made from the scenarios (without what is derived, and one with it) and from the JSON Schema: a packet with every member,
// and one in which every member has a wrong type. Also the dictionaries: the words that a fuzzer makes new input of.
// Does not touch the seeds that were written by hand (json, typed_text), nor inputs that a fuzzer found (found_*).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const scenarios = join(here, "../scenarios");
const schema = JSON.parse(readFileSync(join(here, "../../assets/schema/telework-packet.schema.json"), "utf8"));
const parting = "\x1e"; // between the two packets of compare

const scenario = (name) => JSON.parse(readFileSync(join(scenarios, `${name}.json`), "utf8"));

function answersOf(packet) {
  const { worksheet, rates, seal, ...answers } = packet;
  if (answers.annual_review?.reviewed) {
    answers.annual_review = { ...answers.annual_review, reviewed: answersOf(answers.annual_review.reviewed) };
  }
  return answers;
}

// ---- Of the schema ----

const isObject = (part) => part.type === "object" && part.properties;

// A value that the schema takes: of a choice the nth, of a pattern one that fits it.
function goodValue(name, part, nth) {
  const kind = [part.type].flat()[0];
  if (part.enum) return part.enum[nth % part.enum.length];
  if (part.const !== undefined) return part.const;
  if (kind === "boolean") return nth % 2 === 0;
  if (kind === "integer" || kind === "number") return part.minimum ?? 1;
  if (kind === "array") return [];
  const known = { state: "CO", city: "Denver", county: "Denver", agency_area: "DCB", requested_area: "RUS" }[name];
  if (known) return known;
  if (!part.pattern) return `Some ${name}`;
  const values = [`Some ${name}`, "2027-02-01", "2027H1", "GS", "0.95", "412.60", "0343", "J",
    "0".repeat(32), "0".repeat(64), `sha256-jcs:${"0".repeat(64)}`];
  return values.find((value) => new RegExp(part.pattern, "u").test(value)) ?? "1";
}

function packetOf(part, valueOf, name = "", count = { nth: 0 }) {
  if (!isObject(part)) return valueOf(name, part, (count.nth += 1));
  const members = Object.entries(part.properties).filter(([member]) => !["worksheet", "rates", "seal", "reviewed"].includes(member));
  return Object.fromEntries(members.map(([member, below]) => [member, packetOf(below, valueOf, member, count)]));
}

const wrongValues = [null, true, 7, -1.5, "", "?", [], {}, [null], { a: "b" }];
const format = { format: "telework-packet/1" };
const every = { ...packetOf(schema, goodValue), ...format, order: "HRM 6040.2 (2018-06-29)" };
const wrong = { ...packetOf(schema, (_name, _part, nth) => wrongValues[nth % wrongValues.length]), ...format };
const actuals = [{ half_year: "2027H1", spent: "412.60", trips: 2, source: "The OCFO's report" },
  { half_year: "2027H2", spent: 7, trips: "x", by: "x" }, { half_year: "7" }];

// ---- The seeds ----

const exampleA = scenario("example_a");
const packets = {
  begun: answersOf(scenario("begun")),
  derived: { ...exampleA, worksheet: { lines: exampleA.worksheet.lines.slice(0, 2).map(({ id, value }) => ({ id, value })) } },
  example_a: answersOf(exampleA),
  example_b: answersOf(scenario("example_b")),
  review: answersOf(scenario("review-2025")),
  every,
  every_review: { ...every, arrangement: { ...every.arrangement, type: "annual_review", term: "short" }, actuals },
  recruit: { ...every, arrangement: { ...every.arrangement, action: "recruit" }, redacted: true },
  suspended: { ...answersOf(exampleA), ending: { reason: "suspension", suspension_from: "2027-03-01",
    suspension_through: "2027-04-15", suspension_worksite: "closest_office", plan: "pip" } },
  wrong,
  newer: { format: "telework-packet/2.1", id: "a", later: { anything: [1, 2] } },
  names: {
    ...format,
    id: "mueller-2027",
    prepared_by: "Anna Schmidt",
    employee: { last_name: "Müller", first_name: "Zoë", middle_initial: "É", preferred_name: "Zo",
      current_worksite: { address: "77 Pfefferkuchenallee, Apt 4B", city: "Mu\u0308ller", state: "CO" } },
    concurring_supervisor: { name: "Dr. Pat O’Brien <pat@gsa.gov>", title: "Chief to MÜLLER" },
    notes: "MUELLER; zoë.müller@gsa.gov; O'Brien, Pat; 77 pfefferkuchenallee; [left out] [left out]; 李",
  },
};
const texts = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name}.json`, JSON.stringify(value)]));
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const page = (inside) => `<!DOCTYPE html><html><body><p>A &amp; B</p><template id="telework-packet">${inside}</template></body></html>`;

const rates = {
  "mileage.rates": "telework-rates/1|overlay\ntable|mileage|2027-01\nsource|GSA\n2027-01-01|2027-12-31|0.78|0.24|0.75|1.95\n",
  "per_diem.rates":
    "telework-rates/1|overlay\ntable|tiers|2028\nsource|GSA\n68|16|19|28|5|51\n80|20|22|33|5|60\n" +
    "table|conus|2028\nsource|GSA FY2028\nstandard|115|68\nCO|Denver|80|10-3:200 4-9:220|Denver\n",
  "areas.rates":
    "telework-rates/1|overlay\ntable|counties|2027\nsource|OPM\nyears|2027\nVA|DCB|Arlington|=Fairfax city\n" +
    "exception|NJ|Burlington County|NY|what a person has to know\nregion|CT|Capitol Planning Region\n",
  "nonforeign.rates":
    "telework-rates/1|overlay\ntable|nonforeign|2026-12\nsource|DoD\nHI|HONOLULU|2026-05|2026-12|01-01..12-31:202:163\n",
  "pay.rates":
    "telework-rates/1|overlay\ntable|pay|2027\nsource|OPM\ncap|200000\neffective|2027-01-10\n" +
    Array.from({ length: 15 }, (_, i) => `grade|${i + 1}|${Array.from({ length: 10 }, (_unused, j) => 22800 + 5000 * i + 400 * j).join("|")}\n`).join("") +
    "area|RUS|17.06|Rest of U.S.\n",
  "history.rates": "telework-rates/1|history\ntable|pay|2025\nsource|OPM\ncap|195200\n",
  "other.rates": "telework-rates/2|overlay\n",
};

const settings = {
  "policy.json": JSON.stringify({ closures: ["2026-12-24", "2026-07-03"], inauguration_day: true,
    telework_managing_officer: { name: "A", mail: "a@example.gov", phone: "1", agency: "GSA", component: "OHRM" },
    accessibility_contact: { name: "B", mail: "b@example.gov" } }),
  "site.json": JSON.stringify({ rates: ["rates-2027.txt"], percent: "overall", shared_computer: true, hosts: ["https://a.example", "null"] }),
  "print.json": JSON.stringify({ parts: ["cover", "agreement", "findings"], redacted: true, now: "noon" }),
  "surroundings.json": JSON.stringify({ keeping: "on", is_set: false, words: "Kept.", set_aside: 1,
    kept: [{ id: "b", name: "Roe", words: "Revision 2", earlier: [{ id: "b/1", words: "Revision 1" }] }],
    checks: [{ name: "Downloads", state: "good", words: "Yes." }], privacy: [{ name: "Cookies", state: "bad", words: "One." }] }),
  "wrong.json": JSON.stringify({ closures: ["x"], inauguration_day: 1, parts: ["x"], keeping: "x", telework_managing_officer: [] }),
};

const wordings = {
  "words.txt": "The teleworker is entitled to travel pay.\n\nSecond paragraph.\n",
  "section.txt": "[agreement.travel]\nWords.\n",
  "unknown.txt": "[agreement.nothing]\r\nWords.\r\n",
  "twice.txt": "[agreement.travel]\nOne.\n[agreement.travel]\nTwo.\n",
  "bare.txt": "[agreement.travel]\n\n[",
};

const opened = JSON.stringify(answersOf(exampleA));
const sessions = {
  "estimate.txt": ["press start.estimate", "choose employee.requested_worksite.state CO", "leave employee.requested_worksite.county Denver",
    "leave position.grade 12", "leave position.step 5", "leave travel_budget.trips 4", "leave travel_budget.nights 3", "press #40"],
  "forms.txt": ["press start.packet", "press eligibility.packet", "choose arrangement.action incumbent", "choose arrangement.term short", "leave arrangement.start 2/1/2027",
    "leave arrangement.end 9/30/2027", "press step:check", "choose check.redacted yes", "press check.save", "press check.page", "press print.some", "press print.chosen"],
  "review.txt": ["press start.review", "choose review.file a.json", `open ${opened}`, "press review.take", "leave annual_review.date 7/20/2026", "press step:check", "press check.print", "press banner.save"],
  "change.txt": [`open ${opened}`, "press step:start", "press start.change", "choose ending.reason business_need", "choose ending.offer both",
    "choose ending.answer move", "leave ending.effective 3/1/2027", "press change.print", "choose ending.reason other_position", "press change.save", "press change.begin_new", "press step:change", "press change.again", "press #60", "width 2", "canvas 1", "day 2027-02-01", "notice Words of the page"],
  "compare.txt": [`open ${opened}`, "press step:start", "press start.compare", "choose compare.old a.json", `open ${opened}`, "choose compare.new b.json", `open ${JSON.stringify(answersOf(scenario("example_b")))}`, "press step:what_if"],
  "restore.txt": ["type notes half a sen", 'resume {"id":"a","step":"step:travel","is_changed":true,"is_new":true,"file":"a.json","field":"notes","typed":"half a sentence"}',
    `surroundings ${settings["surroundings.json"]}`, "press step:help", "press #30"],
};

// ---- The chain ----

const story = answersOf(scenario("chain"));
const withEntries = (change) => {
  const packet = structuredClone(story);
  change(packet.chain.entries, packet);
  return packet;
};
const chains = {
  story,
  round: answersOf(scenario("chain-round")),
  cut: withEntries((entries) => entries.splice(5)),
  dropped: withEntries((entries) => entries.splice(3, 1)),
  swapped: withEntries((entries) => entries.splice(2, 2, entries[3], entries[2])),
  repeated: withEntries((entries) => entries.push(entries[4])),
  edited: withEntries((entries) => { entries[4].reason = "x"; }),
  of_another: withEntries((_entries, packet) => { packet.id = "another"; }),
  newer_act: withEntries((entries) => { entries[2].act = "blessed"; }),
  wrong_forms: withEntries((entries) => {
    entries.forEach((entry, nth) => { entry[Object.keys(entry)[nth % Object.keys(entry).length]] = wrongValues[nth % wrongValues.length]; });
  }),
  changed: withEntries((_entries, packet) => { packet.travel_budget.trips = 9; }),
  redacted: withEntries((_entries, packet) => { packet.redacted = true; }),
  newer_chain: { ...story, chain: { format: "telework-chain/2", acts: [] } },
  empty: { ...story, chain: { format: "telework-chain/1", entries: [] } },
};
const copyOf = (packet, change) => JSON.stringify(Object.assign(structuredClone(packet), change));
const merges = {
  "apart.txt": [JSON.stringify(answersOf(scenario("chain-copy-a"))), JSON.stringify(answersOf(scenario("chain-copy-b")))].join(parting),
  "same.txt": JSON.stringify(story),
  "older.txt": [JSON.stringify(chains.cut), JSON.stringify(story)].join(parting),
  "edited.txt": [copyOf(story, { notes: "A", actuals }), copyOf(story, { notes: "B", travel_budget: { ...story.travel_budget, trips: 9 } })].join(parting),
  "unrecorded.txt": [copyOf(exampleA, { own: { x: 1 } }), copyOf(exampleA, { own: { x: 2, y: [] }, position: null })].join(parting),
};

const seeds = {
  packet: { ...texts(packets), "saved.html": page(escaped(opened)) },
  compare: {
    "same.txt": opened + parting + opened,
    "examples.txt": opened + parting + JSON.stringify(packets.example_b),
    "years.txt": JSON.stringify(answersOf(scenario("review-2024"))) + parting + JSON.stringify(packets.review),
    "every.txt": JSON.stringify(packets.wrong) + parting + JSON.stringify(packets.every_review),
    "one.txt": JSON.stringify(packets.begun),
  },
  chain: texts(chains),
  merge: merges,
  page: { "saved.html": page(escaped(JSON.stringify(packets.begun))), "raw.html": page("{}"), "broken.html": page("&bogus;&amp").slice(0, -30),
    "two.html": page("1") + page("2"), "text.txt": "A & B < C > \"D\" 'E' \u00a0 </template>", "empty.html": "<!DOCTYPE html>" },
  rates,
  settings,
  wording: wordings,
  session: Object.fromEntries(Object.entries(sessions).map(([name, lines]) => [name, `${lines.join("\n")}\n`])),
};

// ---- The dictionaries ----

function memberNames(part) {
  return isObject(part) ? Object.entries(part.properties).flatMap(([name, below]) => [name, ...memberNames(below)]) : part.enum ?? [];
}
const words = [...new Set(memberNames(schema).map((word) => `"${word}"`))].sort();
const dictionaries = {
  packet: [...words, '":', "[left out]", "@gsa.gov", "ü", "u\u0308", "’", "李"],
  rates: ["table|", "source|", "standard|", "grade|", "area|", "cap|", "effective|", "region|", "exception|", "years|", "conus|", "tiers|",
    "pay|", "counties|", "nonforeign|", "mileage|", "overlay", "history", "zip", "telework-rates/1|"],
  settings: Object.values(settings).flatMap((text) => text.match(/"[a-z_]+"/g)),
  session: ["press ", "type ", "leave ", "choose ", "open ", "resume ", "surroundings ", "day ", "width ", "canvas ", "notice ", "#", "\n",
    ...["start", "arrangement", "employee", "position", "travel", "check", "help", "what_if", "compare"].map((step) => `step:${step}`),
    ...memberNames(schema).filter((word) => /^[a-z_0-9]+$/.test(word))],
  page: ['<template id="telework-packet">', "</template>", "&amp;", "&lt;", "&nbsp;", "&#39;"],
};
dictionaries.compare = [...dictionaries.packet, parting];
dictionaries.chain = dictionaries.packet;
dictionaries.merge = dictionaries.compare;
// As libFuzzer reads them: what is beyond ASCII, and what would end the quotation, by its bytes.
const quotedWord = (word) =>
  `"${[...Buffer.from(word, "utf8")].map((byte) => (byte > 0x1f && byte < 0x7f && byte !== 0x22 && byte !== 0x5c ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`)).join("")}"`;

for (const [name, files] of Object.entries(seeds)) {
  const folder = join(here, "seeds", name);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (!old.startsWith("found_")) rmSync(join(folder, old));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}
for (const [name, list] of Object.entries(dictionaries)) {
  writeFileSync(join(here, "seeds", `${name}.dict`), `${[...new Set(list)].map(quotedWord).join("\n")}\n`);
}
