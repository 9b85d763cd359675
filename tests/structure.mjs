// What the folders promise, held against the files: `node tests/structure.mjs` names each breach with file and line.
//
//   layers       a file of src/ includes its own layer or one further left, by its whole name; a face sees no other face
//   rooms        a script of web/ imports from its own room or one before it
//   door         the page's scripts name no node and no act of the wizard but by web/package/actions.mjs, and do not look
//                into a packet or its whereabouts: they read JSON only where a comment "JSON: …" says what is in it
//   charts       no script looks at the amounts of a chart: src/view lays it out for every face
//   acts         a button of the wizard is made of the table of acts
//   browser      emscripten.h is included in web/ alone
//   packages     Dear ImGui is included by the canvas alone
//   python       src/distributed is Python alone, which stands on Python's own library and Dask, and calls the command;
//                no other layer has any
//   weight       no iostream, sstream, fstream, regex or filesystem in what goes into a module (src/cli and the tools
//                that run while the project is built do not)
//   includes     a file that uses what a precompiled header has (src/cmake/layers.cmake) includes it, or a header of the project
//                that does: the compiler sees it there in any case
//   definitions  no two headers define a type of the same name: one program would hold both
//   exactness    no binary floating point where amounts are decided
//   tables       a rule of eligibility is named in its table and where it is decided; elsewhere only by a checked id;
//                no file beside the table of the forms names each form of one page
//   editions     an edition of the order is named where a packet is taken in alone; whoever decides is given it
//   requests     a browser test opens its pages where each request of theirs is held against the promise (requests.mjs)
//   waits        a browser test waits for what it needs, and for a time only where a comment "Time: …" on the line or above it
//                says why
//   searches     a test looks into a long text by tests/long_text.h alone, and compares a short one, such as a message, as a
//                whole (or its figures, tests/figures.h)
//   size         no file over 600 lines, but data and the goldens of scenarios, of the sample report and of what is heard
//   comments     a file of C++ opens with what it is, and all its comments are written in one way
//   top level    nothing beside the agreed files and folders
//   generated    what the page takes over from the tables of src/view is what they say (web/site/generate.mjs writes it)
//   strangers    no address of a package registry, no path of one machine
//
// Reads the files that git knows, so that a build never counts. Does not compile anything. Each rule is one test.

import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runChecks } from "./checks.mjs";
import { generated } from "../web/site/generate.mjs";

const top = join(dirname(fileURLToPath(import.meta.url)), "..");
const layers = ["base", "order", "rates", "form", "calc", "rules", "packet", "report", "view"];
// Faces stand on the layers side by side: they do not see each other. Within the wizard each floor sees those before it.
const faces = ["print", "wizard", "canvas"];
const floors = ["state", "screens", "acts"];
const exact = ["base", "order", "rates", "form", "calc", "rules", "packet", "report"];
const lineLimit = 600;

const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: top, encoding: "utf8" })
  .split("\0")
  .filter((path) => path && statSync(join(top, path), { throwIfNoEntry: false })?.isFile());
const contents = new Map();
const lines = (path) => {
  if (!contents.has(path)) contents.set(path, readFileSync(join(top, path), "utf8").split("\n"));
  return contents.get(path);
};

const isSource = (path) => /\.(cpp|h|inc)$/.test(path);
const isText = (path) => !/\.(png|ico|woff2?|ttf|wasm)$/.test(path);
const layerOf = (path) => /^src\/([^/]+)\//.exec(path)?.[1];
const sources = files.filter((path) => isSource(path) && layerOf(path));
const withoutComment = (line) => line.replace(/\/\/.*$/, "");

// Every line of the given files that the pattern matches and, where a judge is given, the judge finds wrong.
function find(paths, pattern, judge = () => true, prepare = withoutComment) {
  const breaches = [];
  for (const path of paths) {
    lines(path).forEach((line, index) => {
      const match = pattern.exec(prepare(line));
      if (match && judge(match, path)) breaches.push(`${path}:${index + 1}: ${line.trim()}`);
    });
  }
  return breaches;
}

// The same, but where a comment says why, which may also stand on the line before.
function findUnsaid(paths, pattern, comment, prepare = withoutComment) {
  return paths.flatMap((path) => lines(path).flatMap((line, index) => {
    const isSaid = lines(path).slice(Math.max(0, index - 1), index + 1).some((one) => comment.test(one));
    return pattern.test(prepare(line)) && !isSaid ? [`${path}:${index + 1}: ${line.trim()}`] : [];
  }));
}

const include = /^\s*#\s*include\s*[<"]([^">]+)[">]/;

function layerBreaches() {
  return find(sources, include, ([, header], path) => {
    const [, from, floor] = path.split("/");
    const [folder, room] = header.split("/");
    if (header.startsWith(".")) return true;
    if (folder === from) return from === "wizard" && floors.indexOf(room) > floors.indexOf(floor);
    if (faces.includes(folder)) return from !== "cli";
    if (folder === "web" || folder === "cli") return true;
    return layers.includes(from) && layers.indexOf(folder) > layers.indexOf(from);
  });
}

// What the npm package gets stands alone; each room of the page sees those before it; the site's builder sees all.
const rooms = ["package", "twin", "canvas", "keeping", "page", "embed", "site"];

function roomBreaches() {
  const scripts = files.filter((path) => /^web\/[^/]+\/.*\.mjs$/.test(path));
  return find(scripts, /(?:from |import\()['"]\.\.\/([^/'"]+)\//, ([, room], path) =>
    rooms.indexOf(room) > rooms.indexOf(path.split("/")[1]));
}

// In a text of a script, an id is known by how it begins: as that of an answer does, with a member of the packet, or as that
// of an act. In the code, a member of the packet is known by its name, unless that is a word of the page's own.
const doors = ["twin", "canvas", "keeping", "page", "embed"];
const ownWords = ["answer", "clock", "content", "digest", "end", "entries", "estimate", "id", "items", "kind", "label", "lines",
  "name", "on", "order", "packet", "parts", "reason", "record", "rates", "region", "revision", "sample", "source", "start",
  "state", "title", "type", "value", "words"];

function membersOf(schema) {
  if (typeof schema !== "object" || schema === null) return [];
  return [...Object.keys(schema.properties ?? {}), ...Object.values(schema).flatMap(membersOf)];
}

// JSON is read where a comment says what is in it; one says nothing of a packet, but where it is handed on as it is.
function doorBreaches() {
  const scripts = files.filter((path) => new RegExp(`^web/(${doors.join("|")})/.*[.]mjs$`).test(path));
  const schema = JSON.parse(lines("assets/schema/telework-packet.schema.json").join("\n"));
  const tops = Object.keys(schema.properties);
  const acts = [...lines("web/package/actions.mjs").join("\n").matchAll(/ = '([a-z_.]+)';/g)].map(([, id]) => id);
  if (acts.length === 0 || tops.length === 0) throw new Error("no act or no member of a packet was found");
  const heads = new Set([...tops, ...acts.map((id) => id.split(".")[0]), "result"]);
  const members = new Set([...membersOf(schema), "is_changed", "is_new"]);
  ownWords.forEach((word) => members.delete(word));
  const words = [...members].join("|");
  const code = (line) => (/^\s*(\/\*\*|\*)/.test(line) ? "" : withoutComment(line));
  return [
    ...find(scripts, /['"`]([a-z_0-9]+)[.][a-z_$]/, ([, head]) => heads.has(head), code),
    ...find(scripts, /['"`/#^](step|region|walk):/, undefined, code),
    ...find(scripts, new RegExp(`[.](${words})\\b|\\[['"](${words})['"]\\]|[{,]\\s*(${words})\\b[^=;]*[}]\\s*(=(?!.*[.]dataset)|[)]\\s*=>)`), undefined, code),
    // What a member is called in JSON text, and an id that is matched or cut.
    ...find(scripts, /\/.*\\?"[a-z_]+\\?":.*\/|\.(test|exec)\(\w*\b(id|packet|whereabouts)\)|\bid\.(match|replace|split)\(/, undefined, code),
    ...findUnsaid(scripts, /JSON\.parse\(|\.json\(\)/, /\/\/ JSON: \S/, code),
  ];
}

function actBreaches() {
  const screens = sources.filter((path) => path.startsWith("src/wizard/") && path !== "src/wizard/screens/act_button.h");
  return find(screens, /\bbuild::button\(|NodeKind::button,/);
}

function packageBreaches() {
  return find(sources, include, ([, header], path) => /^imgui/.test(header) && layerOf(path) !== "canvas");
}

function browserBreaches() {
  const outside = files.filter((path) => isSource(path) && !path.startsWith("web/"));
  return find(outside, include, ([, header]) => header.startsWith("emscripten"));
}

// What Python brings along, it says itself.
function pythonBreaches() {
  const isPython = (path) => path.endsWith(".py");
  const isAbove = (path) => layerOf(path) === "distributed";
  const own = execFileSync("/usr/bin/python3", ["-c", "import sys; print(*sys.stdlib_module_names)"], { encoding: "utf8" });
  const modules = files.filter((path) => isAbove(path) && isPython(path));
  const names = modules.map((path) => path.replace(/^.*[/]|[.]py$/g, ""));
  const known = new Set([...own.trim().split(" "), "dask", "distributed", ...names]);
  if (modules.length === 0) return ["src/distributed: no module was found"];
  return [
    ...files.filter((path) => isAbove(path) && !/[.](py|md)$/.test(path)),
    ...files.filter((path) => layerOf(path) && isPython(path) && !isAbove(path)),
    ...find(modules, /^\s*(?:from|import)\s+([.\w]+)/, ([, name]) => !known.has(name.split(".")[0]), (line) => line),
  ];
}

function weightBreaches() {
  const shipped = files.filter((path) => isSource(path) && /^(src|web)\/(?!cli\/|[^/]+\/tools\/)/.test(path));
  return find(shipped, include, ([, header]) => /^(iostream|[io]?stream|[io]?sstream|[io]?fstream|regex|filesystem)$/.test(header));
}

// The names by which each precompiled header is used.
const standard = {
  algorithm: "(any|all|none)_of|(max|min)(_element)?|(stable_)?sort|find(_if)?(_not)?|count(_if)?|(lower|upper)_bound|binary_search|" +
    "copy|fill|transform|unique|remove_if|equal|mismatch|reverse|rotate|is_sorted|clamp|search|partition_point|replace",
  array: "array",
  cstdint: "u?int(8|16|32|64)_t",
  map: "(multi)?map",
  optional: "optional|nullopt",
  set: "(multi)?set",
  span: "span",
  string: "string|to_string",
  string_view: "string_view",
  utility: "move|pair|exchange|swap|forward|in_range",
  variant: "variant|get_if|holds_alternative|visit",
  vector: "vector",
};

function includeBreaches() {
  const compiled = files.filter((path) => /^(src|web)\/.*\.(cpp|h)$/.test(path));
  const known = new Map(); // the standard headers that a file has, of its own and by those of the project
  const headersOf = (path) => {
    if (known.has(path)) return known.get(path);
    const found = new Set();
    known.set(path, found);
    for (const line of lines(path)) {
      const header = include.exec(line)?.[1];
      const own = ["src", "web/module"].map((folder) => `${folder}/${header}`).find((place) => compiled.includes(place));
      if (header) for (const one of own ? headersOf(own) : [header]) found.add(one);
    }
    return found;
  };
  const precompiled = /FTT_STANDARD_HEADERS ([^)]+)/.exec(lines("src/cmake/layers.cmake").join("\n"))[1].match(/\w+/g);
  return precompiled.flatMap((header) => {
    const users = compiled.filter((path) => !headersOf(path).has(header));
    return find(users, new RegExp(`\\bstd::(${standard[header]})\\b`)).map((breach) => `${breach}   (<${header}>)`);
  });
}

function definitionBreaches() {
  const homes = new Map();
  const defined = /^(?:struct|class|enum(?: class)?)\s+(\w+)(?!\w|::|;)/;
  return find(sources.filter((path) => path.endsWith(".h")), defined, ([, name], path) => {
    const home = homes.get(name) ?? path;
    homes.set(name, home);
    return home !== path;
  });
}

function chartBreaches() {
  const scripts = files.filter((path) => /^web\/.*\.mjs$/.test(path) && path !== "web/package/view_model.mjs");
  return find(scripts, /\b(ticks|points|cents)\b(?!:)/);
}

function exactnessBreaches() {
  const code = (line) => withoutComment(line.replace(/"(\\.|[^"\\])*"/g, '""'));
  return find(sources.filter((path) => exact.includes(layerOf(path))), /\b(double|float)\b/, () => true, code);
}

// The lines of coverage beyond the table's own are held by the coverage itself.
function tableBreaches() {
  const table = "src/rules/rules.inc";
  const rows = [...lines(table).join("\n").matchAll(/^FTT_RULE\((\w+), "([^"]+)"/gm)];
  if (rows.length === 0) return [`${table}: no rule was found`];
  const readers = files.filter((path) => /^(src|web)\/.*\.(cpp|h|inc|mjs)$/.test(path) && ![table, "src/cli/coverage.cpp"].includes(path));
  const breaches = [];
  for (const [, name, id] of rows) {
    const quoted = new RegExp(`(find\\(|RuleId\\()?["'\`]${id.replace(".", "\\.")}["'\`]`);
    breaches.push(...find(readers, quoted, ([, checked]) => checked === undefined));
    const named = find(readers, new RegExp(`\\b${name}\\b`));
    if (named.length !== 1 || !/^src\/rules\/[^:]+:\d+: Finding /.test(named[0])) breaches.push(...named.map((line) => `${line}   (${name})`));
  }
  return [...breaches, ...formBreaches()];
}

function formBreaches() {
  const table = "src/form/forms.inc";
  const forms = [...lines(table).join("\n").matchAll(/^FTT_FORM\((\w+),/gm)].map(([, name]) => name);
  if (forms.length === 0) return [`${table}: no form was found`];
  const named = (form, path) => {
    const pattern = new RegExp(`\\b(Appendix|PrintPart|Step)::${form}\\b|["'\`]${form}["'\`]`);
    return lines(path).some((line) => pattern.test(withoutComment(line)));
  };
  return files
    .filter((path) => /^(src|web)\/.*\.(cpp|h|inc|mjs)$/.test(path) && path !== table)
    .filter((path) => forms.every((form) => named(form, path)))
    .map((path) => `${path}: names each of ${forms.join(", ")}`);
}

// The packet's own files pick the edition that a packet names; beside them no door needs to.
function editionBreaches() {
  const home = "src/order/edition.h";
  const named = [...lines(home).join("\n").matchAll(/^inline constexpr (?:Edition|std::array) (\w+)/gm)].map(([, name]) => name);
  if (named.length < 2) return [`${home}: no edition, or no list of them, was found`];
  const doors = [home, "src/packet/packet.h", "src/packet/read_packet.cpp"];
  const readers = files.filter((path) => isSource(path) && /^(src|web)\//.test(path) && !doors.includes(path));
  return find(readers, new RegExp(`\\b(${named.join("|")})\\b`));
}

// A context is made by watchedContext(); what opens pages in another way watches them in the same file.
function requestBreaches() {
  const tests = files.filter((path) => /^tests\/browser\/.*\.mjs$/.test(path) && path !== "tests/browser/requests.mjs");
  const isWatched = (path) => lines(path).some((line) => /\bawait watch(Page|Context)\(/.test(line));
  const opens = /\.newContext\(|\b(browser|chromium|firefox)\.newPage\(|\.(createBrowserContext|launchPersistentContext|connectOverCDP)\(/;
  return find(tests, opens, ([opening], path) => opening === ".newContext(" || !isWatched(path));
}

function waitBreaches() {
  const tests = files.filter((path) => /^tests\/(browser|module)\/.*\.mjs$/.test(path));
  return findUnsaid(tests, /\bwaitForTimeout\(|\bsetTimeout\(|timers\/promises|\bAtomics\.wait\(/, /\/\/ Time: \S/);
}

// A part of a sentence tells neither what it says nor what it must not say.
function searchBreaches() {
  const tests = files.filter((path) => /^tests\/(?!fuzz\/).*\.(cpp|h)$/.test(path) && path !== "tests/long_text.h");
  const short = "message|label|problem|notice?|said|why|understood|detail|next|summary|description";
  return [
    ...find(tests, /\bfind\([^;]*\)\s*[!=]=\s*(?:[\w:]+[.:])?npos\b/),
    ...find(tests, new RegExp(`\\bcontains\\([^"]*\\b(${short})\\b(\\(\\))?,`)),
  ];
}

function sizeBreaches() {
  return files
    .filter((path) => /^(src|web|shell|tests)\//.test(path) && isText(path) && !path.endsWith("package-lock.json"))
    .filter((path) => !/\.(csv|json|ndjson)$|^tests\/(scenarios|report\/sample_agency|heard\/spoken)\//.test(path))
    .map((path) => [path, lines(path).length - 1])
    .filter(([, count]) => count > lineLimit)
    .map(([path, count]) => `${path}: ${count} lines`);
}

// `//` for all: no tool reads `///` here, and a header's comments are its contract anyway.
function commentBreaches() {
  const unopened = sources.filter((path) => !lines(path)[0].startsWith("// ")).map((path) => `${path}:1: ${lines(path)[0]}`);
  return [...unopened, ...find(files.filter(isSource), /(^|\s)\/\/\/(\s|$)/, () => true, (line) => line)];
}

function topLevelBreaches() {
  const agreed = /^(\..*|CMakeLists\.txt|CMakePresets\.json|Makefile|README\.md|LICENSE|src|web|shell|tests|assets)$/;
  return [...new Set(files.map((path) => path.split("/")[0]))].filter((name) => !agreed.test(name));
}

function generatedBreaches() {
  return Object.entries(generated())
    .filter(([path, text]) => !statSync(join(top, path), { throwIfNoEntry: false }) || lines(path).join("\n") !== text)
    .map(([path]) => `${path}: write it anew, by node web/site/generate.mjs`);
}

// The hosts come from how this machine is set up, so that none has to be written here.
function registryHosts() {
  const run = (command, ...words) => {
    try {
      return execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    } catch {
      return "";
    }
  };
  const said = `${run("apt-get", "indextargets", "--format", "$(REPO_URI)")}\n${run("npm", "config", "get", "registry")}`;
  return [...new Set([...said.matchAll(/[a-z]+:\/\/([^/\s]+)/g)].map((match) => match[1].replace(/.*@/, "")))];
}

function strangerBreaches() {
  const escaped = [...registryHosts(), `${top}/`].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp([...escaped, "(?<![\\w.])/(home|root|work)/\\w", "[.][.]/shared"].join("|"));
  return find(files.filter(isText), pattern, () => true, (line) => line);
}

const rules = {
  layers: layerBreaches,
  rooms: roomBreaches,
  door: doorBreaches,
  charts: chartBreaches,
  acts: actBreaches,
  browser: browserBreaches,
  packages: packageBreaches,
  python: pythonBreaches,
  weight: weightBreaches,
  includes: includeBreaches,
  definitions: definitionBreaches,
  exactness: exactnessBreaches,
  tables: tableBreaches,
  editions: editionBreaches,
  requests: requestBreaches,
  waits: waitBreaches,
  searches: searchBreaches,
  size: sizeBreaches,
  comments: commentBreaches,
  "top level": topLevelBreaches,
  generated: generatedBreaches,
  strangers: strangerBreaches,
};

if (sources.length === 0) throw new Error("no source file was found");
await runChecks(rules);
