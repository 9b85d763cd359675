// The accessibility conformance report, held against GSA's own catalog, schema and checks of OpenACR, and its table against
// the tests: a criterion that nothing shows, or that is met in part without a way out, stops the laying out of the site.
//
// GSA's package has the catalog of VPAT 2.4; that of 2.5 has the same criteria and terms. Does not judge a level or a remark.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { conformanceTable, faultsOf, limitsAsHtml, reportAsHtml, reportAsOpenAcr } from '../../web/site/accessibility.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(join(top, 'web/package.json'));
const { load } = require('js-yaml');
const { buildSync } = require('esbuild');

const openAcr = dirname(require.resolve('@openacr/openacr/package.json'));
const catalog = load(readFileSync(join(openAcr, 'catalog/2.4-edition-wcag-2.1-508-en.yaml'), 'utf8'));
const table = conformanceTable(top);

// GSA's checks are in TypeScript, and read their schemas beside them.
async function checksOfGsa() {
  const folder = mkdtempSync(join(tmpdir(), 'telework-openacr-'));
  try {
    const file = join(folder, 'checks.cjs');
    const source = join(openAcr, 'src');
    buildSync({
      stdin: { contents: 'export * from "./validateOpenACR"; export * from "./validateOpenACRCatalogValues";', resolveDir: source, loader: 'ts' },
      bundle: true, platform: 'node', format: 'cjs', outfile: file, logLevel: 'silent', tsconfigRaw: {},
    });
    return require(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What a copy of the table lacks once it was changed.
function faultsAfter(change) {
  const copy = structuredClone(table);
  change(copy, copy.criteria.find(({ criterion }) => criterion === '1.1.1'));
  return faultsOf(copy, top);
}

test("the report has every criterion of GSA's catalog, in its order and by its name, with a remark and a test that exists", () => {
  // The catalog of 2.4 has these two the wrong way round.
  const names = { '2.2.1': 'Timing Adjustable', '2.2.2': 'Pause, Stop, Hide' };
  const apart = ['success_criteria_level_aaa', 'hardware']; // not evaluated, and not applicable as a whole
  const wanted = catalog.chapters.filter(({ id }) => !apart.includes(id))
    .flatMap(({ id, criteria }) => criteria.map((one) => [id, one.id, names[one.id] ?? one.handle]));
  assert.deepEqual(table.criteria.map(({ chapter, criterion, name }) => [chapter, criterion, name]), wanted);
  assert.deepEqual(faultsOf(table, top), []);
});

test('a criterion without a level, a remark or a test, or with a test that is not there, stops the laying out', () => {
  /** @type {[string, (copy: typeof table, row: any) => void][]} */
  const faults = [
    ['1.1.1 has no level for Web', (_, row) => { row.answers.web.level = 'mostly'; }],
    ['1.1.1 has no remark for Electronic documents', (_, row) => { row.answers['electronic-docs'].remark = ' '; }],
    ['1.1.1 names no test that shows it', (_, row) => { row.tests = []; }],
    ['1.1.1 tests/browser/spoken.test.mjs has no test "nobody wrote it"', (_, row) => { row.tests = [{ file: 'tests/browser/spoken.test.mjs', test: 'nobody wrote it' }]; }],
    ['1.1.1 tests/browser/gone.test.mjs has no test "x"', (_, row) => { row.tests = [{ file: 'tests/browser/gone.test.mjs', test: 'x' }]; }],
    ['1.1.1 is not met in full, and no known limit says what to do instead', (_, row) => { row.answers.web.level = 'does-not-support'; }],
    ['1.1.1 is answered for none, which its chapter does not have', (_, row) => { row.answers.none = row.answers.web; }],
    ['1.1.1 has no name', (_, row) => { row.name = ''; }],
    ['A known limit names 9.9.9, which is not in the table', (copy) => { copy.limits[0].criteria.push('9.9.9'); }],
    ['A known limit does not say what it is or what to do instead', (copy) => { copy.limits[0].instead = ''; }],
  ];
  for (const [fault, change] of faults) assert.deepEqual(faultsAfter(change), [fault]);
  assert.deepEqual(faultsAfter((copy, row) => { copy.criteria.push(row); }), ['1.1.1 is there twice']);
});

test('a test is known by its name as it is written, in a script, in C++ and in a table of checks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'telework-tests-'));
  try {
    writeFileSync(join(folder, 'a.test.mjs'), 'test("a \\"quoted\\" one", () => {});\ntest(`in ${view} view`, async () => {});\n');
    writeFileSync(join(folder, 'b.cpp'), '  TEST_CASE("¶9: one") {\n');
    writeFileSync(join(folder, 'c.mjs'), 'const checks = {\n  grade: () => [],\n};\n');
    const row = { ...table.criteria[0], tests: [{ file: 'a.test.mjs', test: 'a "quoted" one' }, { file: 'a.test.mjs', test: 'in ${view} view' },
      { file: 'b.cpp', test: '¶9: one' }, { file: 'c.mjs', test: 'grade' }] };
    assert.deepEqual(faultsOf({ ...table, limits: [], criteria: [row] }, folder), []);
    row.tests.push({ file: 'c.mjs', test: 'spelling' });
    assert.deepEqual(faultsOf({ ...table, limits: [], criteria: [row] }, folder), ['1.1.1 c.mjs has no test "spelling"']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the report as OpenACR is valid by GSA's own checks, and says what the table says", async () => {
  const { validateOpenACR, validateOpenACRCatalogValues } = await checksOfGsa();
  const report = load(reportAsOpenAcr(table, { name: 'Ada Example', mail: 'ada@gsa.example' }));
  assert.deepEqual(validateOpenACR(report, 'openacr-0.1.0.json'), { result: true, message: 'Valid!' });
  assert.equal(validateOpenACRCatalogValues(report, catalog).message, 'Valid!');
  assert.deepEqual(report.author, { name: 'Ada Example', email: 'ada@gsa.example' });
  for (const { chapter, criterion, answers } of table.criteria) {
    const { components } = report.chapters[chapter].criteria.find(({ num }) => num === criterion);
    assert.deepEqual(Object.fromEntries(components.map(({ name, adherence }) => [name, adherence.level])),
      Object.fromEntries(Object.entries(answers).map(([name, { level }]) => [name, level])), criterion);
    for (const { name, adherence } of components) assert.ok(adherence.notes.startsWith(`${answers[name].remark} Shown by tests/`), criterion);
  }
  // The checks would find a fault.
  report.chapters.software.criteria[0].components[0].adherence.level = 'mostly';
  assert.match(validateOpenACRCatalogValues(report, catalog).message, /term 'mostly' in criteria '502\.2\.1'/);
});

test('the report as a page has each criterion with its levels, its remarks and its tests, and the statement each known limit', () => {
  const html = reportAsHtml(table);
  const rows = [...html.matchAll(/<tr id="c([\d-]+)">(.*?)<\/tr>/g)].map(([, id, row]) => [id.replaceAll('-', '.'), row]);
  assert.deepEqual(rows.map(([criterion]) => criterion), table.criteria.map(({ criterion }) => criterion));
  const text = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  for (const [index, [criterion, row]] of rows.entries()) {
    for (const { remark } of Object.values(table.criteria[index].answers)) assert.ok(row.includes(text(remark)), criterion);
    for (const { file } of table.criteria[index].tests) assert.ok(row.includes(`<code>${file}</code>`), criterion);
    assert.doesNotMatch(row, /\$\{/);
  }
  assert.ok(html.includes('Partially Supports'));
  const limits = limitsAsHtml(table);
  for (const { what, instead } of table.limits) assert.ok(limits.includes(text(`${what} ${instead}`)));
});

test('what is laid out is this report, as HTML without a fault', async () => {
  const read = (name) => readFileSync(join(top, 'dist', name), 'utf8');
  const { HtmlValidate } = require('html-validate');
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'require-sri': 'off' } });
  for (const name of ['accessibility.html', 'accessibility-report.html']) {
    const { results } = await validator.validateString(read(name));
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId}: ${message}`)), []);
  }
  assert.ok(read('accessibility-report.html').includes(reportAsHtml(table)));
  assert.ok(read('accessibility.html').includes(limitsAsHtml(table)));
  assert.equal(load(read('accessibility-report.yaml')).chapters.functional_performance_criteria.criteria.length, 9);
});

test('nothing of the site makes a sound, shows a film or asks for a movement, a camera or a microphone', () => {
  const folder = join(top, 'dist');
  const files = readdirSync(folder, { recursive: true }).map(String).filter((name) => statSync(join(folder, name)).isFile());
  assert.deepEqual(files.filter((name) => /\.(mp[34]|webm|og[gv]|wav|gif|avi|mov|m4[av])$/.test(name)), []);
  const texts = files.filter((name) => /\.(mjs|js|html|css)$/.test(name));
  assert.ok(texts.length > 10);
  const moving = /<(?:audio|video|marquee|blink)\b|new Audio\(|AudioContext|speechSynthesis|SpeechRecognition|devicemotion|deviceorientation|getUserMedia/;
  assert.deepEqual(texts.filter((name) => moving.test(readFileSync(join(folder, name), 'utf8'))), []);
});
