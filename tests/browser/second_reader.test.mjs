// A second screen reader, one of scripts alone, in the two browsers that Orca does not read here: it goes through a step from
// its heading to its end by the rules that all screen readers share, and says what they would.
//
// What a real one says is in tests/heard. It looks at what HTML says and not at what was chosen since, so that whether a
// choice is taken is left to accessibility.test.mjs. Does not hold how things are worded by it.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startScreen } from "./driven.mjs";
import { go, openExample } from "./steps.mjs";
import { useSite } from "./support.mjs";
import { openInWebKit } from "./webkit.mjs";

const web = fileURLToPath(new URL("../../web/", import.meta.url));
const { buildSync } = createRequire(new URL("../../web/package.json", import.meta.url))("esbuild");
const reader = buildSync({
  stdin: { contents: 'import { virtual } from "@guidepup/virtual-screen-reader/browser.js"; window.secondReader = virtual;', resolveDir: web },
  bundle: true, format: "iife", platform: "browser", minify: true, legalComments: "none", write: false, logLevel: "error",
}).outputFiles[0].text;

const at = useSite();
let screen;
before(async () => { screen = await startScreen(); });
after(() => screen?.close());

// All that is said of a step, and the questions of the step with what is typed there, as the view model has them.
function readStep() {
  const questions = document.querySelector(".ftt").ftt.screen.nodes
    .filter(({ id, kind, input }) => ["field", "combo", "select", "choice", "checkbox"].includes(kind) && input !== "file" &&
      document.getElementById(id)?.closest("main") && document.getElementById(id).checkVisibility())
    .map(({ id, kind, input, label }) => ({ label, typed: input !== "long_text" && ["field", "combo"].includes(kind) ? document.getElementById(id).value : "" }));
  const { secondReader } = window;
  return secondReader.start({ container: document.querySelector("main") }).then(async () => {
    for (let count = 0; count < 1500; count += 1) {
      await secondReader.next();
      if (/^end of main/.test(await secondReader.lastSpokenPhrase())) break;
    }
    const said = await secondReader.spokenPhraseLog();
    await secondReader.stop();
    return { questions, said };
  });
}

function checkStep({ questions, said }, step) {
  assert.ok(questions.length > 0, `${step} has questions`);
  assert.match(said.at(-1), /^end of main/, `${step} is read to its end`);
  assert.match(said.find((line) => line.startsWith("heading, ")), /, level 1$/);
  const asked = said.filter((line) => /^(textbox|combobox|radiogroup|checkbox|spinbutton|searchbox)\b/.test(line));
  assert.equal(asked.length, questions.length, `${step}: ${asked.join("\n")}`);
  for (const [index, { label, typed }] of questions.entries()) {
    assert.ok(asked[index].includes(label), `${step}: "${asked[index]}" asks "${label}"`);
    assert.ok(asked[index].includes(typed), `${step}: "${asked[index]}" has "${typed}"`);
  }
  const nameless = said.filter((line) => /^(button|link|textbox|combobox|radio|checkbox|heading)(,? *$|, (?:not )?(?:checked|expanded)\b)/.test(line));
  assert.deepEqual(nameless, [], `${step}: everything has a name`);
}

const read = ["arrangement", "employee", "travel", "concurrences"];

test("a second screen reader is told each question of a step once, in the order of the page, and what is typed there, in Chromium", async () => {
  for (const view of ["page", "canvas"]) {
    const page = await at.open({ view });
    await openExample(page);
    await page.evaluate(reader);
    for (const step of read) {
      await go(page, step);
      checkStep(await page.evaluate(readStep), `${step} in ${view} view`);
    }
    await page.context().close();
  }
});

test("a second screen reader is told each question of a step once, in the order of the page, and what is typed there, in WebKit", async (now) => {
  const { page, close } = await openInWebKit(screen, "page");
  now.after(close);
  await page.driver.evaluate(`(() => { ${reader} })()`);
  for (const step of read) {
    await go(page, step);
    checkStep(await page.evaluate(readStep), step);
  }
  assert.deepEqual(await page.evaluate(() => window.complaints), []);
});
