// The accessibility conformance report: assets/accessibility/criteria.json as HTML, for shell/accessibility.html and
// shell/accessibility-report.html, and as OpenACR, GSA's form of it, in YAML.
//
// The table has each criterion of VPAT 2.5 for WCAG 2.1, Levels A and AA, and the revised Section 508 standards: how far it
// is met, a remark, and the tests that show it. One without any of these stops the laying out, and so does a test that is
// not there, and a criterion that is met in part without a known limit that says what to do instead.
//
// Does not run a test, know which criteria there are beyond the table (tests/module/accessibility.test.mjs holds it against
// GSA's catalog) and write any file.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{level: string, remark: string}} Answer
 * @typedef {{file: string, test: string}} Shown
 * @typedef {{chapter: string, criterion: string, name: string, since?: string, answers: Record<string, Answer>, tests: Shown[]}} Criterion
 * @typedef {{what: string, instead: string, criteria: string[]}} Limit
 * @typedef {{report: {date: string, version: number}, limits: Limit[], criteria: Criterion[]}} Table
 */

/** @type {Record<string, string>} */
const levels = {
  supports: 'Supports',
  'partially-supports': 'Partially Supports',
  'does-not-support': 'Does Not Support',
  'not-applicable': 'Not Applicable',
};

/** What a criterion is answered for, by the chapter's kind. @type {Record<string, string>} */
const components = { web: 'Web', 'electronic-docs': 'Electronic documents', none: '' };
const ofWcag = ['web', 'electronic-docs'];

/** @type {Record<string, {title: string, answeredFor: string[]}>} */
const chapters = {
  success_criteria_level_a: { title: 'Table 1: Success Criteria, Level A', answeredFor: ofWcag },
  success_criteria_level_aa: { title: 'Table 2: Success Criteria, Level AA', answeredFor: ofWcag },
  functional_performance_criteria: { title: 'Chapter 3: Functional Performance Criteria', answeredFor: ['none'] },
  software: { title: 'Chapter 5: Software', answeredFor: ['none'] },
  support_documentation_and_services: { title: 'Chapter 6: Support Documentation and Services', answeredFor: ['none'] },
};

const product = {
  name: 'Full-time telework packet',
  description: 'A web form in the browser for full-time telework under GSA Order HRM 6040.2, and the documents that it prints and saves.',
};
const methods = 'Automated tests in Chromium, Firefox and WebKit, named with each criterion, on every step and in both views: '
  + 'axe-core, trees of what assistive technology is told that a person has read, keyboard alone, zoom, text size, text '
  + 'spacing, forced colors and contrast. The screen reader Orca in Firefox. The structure of PDF files.';
const hardware = 'The product is software. There is no hardware.';
const aboutContact = 'The agency that runs the site is the contact. accessibility.html of the site names it.';

/**
 * The table of the project. Throws, with all of them, where it has faults.
 * @param {string} top the project's folder
 * @returns {Table}
 */
export function conformanceTable(top) {
  const table = JSON.parse(readFileSync(join(top, 'assets/accessibility/criteria.json'), 'utf8'));
  const faults = faultsOf(table, top);
  if (faults.length > 0) {
    throw new Error(`assets/accessibility/criteria.json:\n  ${faults.join('\n  ')}`);
  }
  return table;
}

/**
 * What a table lacks, each with its criterion; nothing where it is whole.
 * @param {Table} table
 * @param {string} top the folder that holds the tests
 */
export function faultsOf({ criteria, limits }, top) {
  const namesIn = testsOf(top);
  const limited = new Set(limits.flatMap((limit) => limit.criteria));
  const known = new Set(criteria.map(({ criterion }) => criterion));
  return [
    ...criteria.flatMap((row, index) => [
      ...(criteria.findIndex(({ criterion }) => criterion === row.criterion) === index ? [] : ['is there twice']),
      ...(row.name?.trim() ? [] : ['has no name']),
      ...faultsOfAnswers(row),
      ...(row.tests?.length > 0 ? [] : ['names no test that shows it']),
      ...(row.tests ?? []).filter(({ file, test }) => !namesIn(file).has(test)).map(({ file, test }) => `${file} has no test "${test}"`),
      ...(isMetInPart(row) && !limited.has(row.criterion) ? ['is not met in full, and no known limit says what to do instead'] : []),
    ].map((fault) => `${row.criterion} ${fault}`)),
    ...limits.filter(({ what, instead }) => !what?.trim() || !instead?.trim()).map(() => 'A known limit does not say what it is or what to do instead'),
    ...limits.flatMap((limit) => limit.criteria).filter((one) => !known.has(one)).map((one) => `A known limit names ${one}, which is not in the table`),
  ];
}

/** @param {Criterion} row */
function faultsOfAnswers({ chapter, answers = {} }) {
  if (!chapters[chapter]) {
    return [`is of no chapter: ${chapter}`];
  }
  const { answeredFor } = chapters[chapter];
  return [
    ...Object.keys(answers).filter((one) => !answeredFor.includes(one)).map((one) => `is answered for ${one}, which its chapter does not have`),
    ...answeredFor.flatMap((one) => {
      const { level = '', remark = '' } = answers[one] ?? {};
      const about = components[one] ? ` for ${components[one]}` : '';
      return [...(levels[level] ? [] : [`has no level${about}`]), ...(remark.trim() ? [] : [`has no remark${about}`])];
    }),
  ];
}

/** @param {Criterion} row */
const isMetInPart = ({ answers = {} }) => Object.values(answers).some(({ level }) => level === 'partially-supports' || level === 'does-not-support');

const inScript = /\b(?:test|story)\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g;
const inSource = /\bTEST_CASE\(\s*"((?:[^"\\]|\\.)*)"/g;
const inChecks = /^ {2}"?([\w ]+)"?: (?:\(|\w+Breaches)/gm; // of a file whose checks are one table

/**
 * The names of the tests of a file, as they are written there; of a file that is not there, none.
 * @param {string} top
 */
function testsOf(top) {
  /** @type {Map<string, Set<string>>} */
  const files = new Map();
  return (/** @type {string} */ file) => {
    const path = join(top, file);
    const found = files.get(file) ?? new Set(existsSync(path) ? namesIn(readFileSync(path, 'utf8'), file) : []);
    files.set(file, found);
    return found;
  };
}

/**
 * @param {string} text
 * @param {string} file
 */
function namesIn(text, file) {
  const pattern = file.endsWith('.cpp') ? inSource : file.endsWith('.test.mjs') ? inScript : inChecks;
  return [...text.matchAll(pattern)].map((match) => (match.slice(1).find((name) => name !== undefined) ?? '').replace(/\\(["'`\\])/g, '$1'));
}

/** @param {string} text */
const inert = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Of its row in the report. @param {string} criterion */
const idOf = (criterion) => `c${criterion.replaceAll('.', '-')}`;

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** @param {string} date as the table has it, 2026-11-27 */
function inWords(date) {
  const [year, month, day] = date.split('-').map(Number);
  return `${months[month - 1]} ${day}, ${year}`;
}

/**
 * The known limits as HTML, for the statement.
 * @param {Table} table
 */
export function limitsAsHtml({ limits, report }) {
  const items = limits.map(({ what, instead, criteria }) =>
    `<li>${inert(what)} ${inert(instead)} <span class="criteria">(${criteria.map((one) => `<a href="accessibility-report.html#${idOf(one)}">${one}</a>`).join(', ')})</span></li>`);
  return `<ul class="limits">\n${items.join('\n')}\n</ul>\n<p>As of ${inWords(report.date)}.</p>`;
}

/**
 * The report as HTML: who, how, the terms, and a table a chapter.
 * @param {Table} table
 */
export function reportAsHtml({ report, criteria }) {
  const facts = [
    ['Name of product', product.name],
    ['Product description', product.description],
    ['Report date', inWords(report.date)],
    ['Report version', String(report.version)],
    ['Contact', '<a href="accessibility.html#contact">The contact that the agency has set</a>'],
    ['Evaluation methods', methods],
    ['Standards', 'WCAG 2.0 and 2.1, Levels A and AA; Revised Section 508 standards (36 CFR 1194)'],
  ];
  return [
    `<dl class="facts">${facts.map(([term, words]) => `<div><dt>${term}</dt><dd>${words.startsWith('<') ? words : inert(words)}</dd></div>`).join('')}</dl>`,
    '<h2 id="terms">Terms</h2>',
    '<dl class="terms"><div><dt>Supports</dt><dd>At least one way meets the criterion without known defects.</dd></div>'
      + '<div><dt>Partially Supports</dt><dd>Some of the product does not meet the criterion.</dd></div>'
      + '<div><dt>Does Not Support</dt><dd>Most of the product does not meet the criterion.</dd></div>'
      + '<div><dt>Not Applicable</dt><dd>The criterion is not about what the product does.</dd></div></dl>',
    ...Object.keys(chapters).slice(0, 3).map((chapter) => chapterAsHtml(chapter, criteria)),
    `<h2 id="hardware">Chapter 4: Hardware</h2>\n<p>Not applicable. ${hardware}</p>`,
    ...Object.keys(chapters).slice(3).map((chapter) => chapterAsHtml(chapter, criteria)),
  ].join('\n');
}

/**
 * @param {string} chapter
 * @param {Criterion[]} criteria
 */
function chapterAsHtml(chapter, criteria) {
  const { title } = chapters[chapter];
  const rows = criteria.filter((row) => row.chapter === chapter).map(({ criterion, name, since, answers, tests }) => {
    const lines = (/** @type {(answer: Answer) => string} */ of) => Object.entries(answers)
      .map(([one, answer]) => `<p>${components[one] ? `${components[one]}: ` : ''}${inert(of(answer))}</p>`).join('');
    const shown = tests.map(({ file, test }) => `<li><code>${inert(file)}</code>: ${inert(test.replace(/\$\{.*?\}/g, '…'))}</li>`).join('');
    return `<tr id="${idOf(criterion)}"><th scope="row">${criterion} ${inert(name)}${since ? ` (${since})` : ''}</th>`
      + `<td>${lines(({ level }) => levels[level])}</td><td>${lines(({ remark }) => remark)}<ul>${shown}</ul></td></tr>`;
  });
  return [
    `<h2 id="${chapter}">${title}</h2>`,
    `<section class="wide" tabindex="0" aria-labelledby="${chapter}"><table class="criteria">`,
    '<thead><tr><th scope="col">Criterion</th><th scope="col">Conformance level</th><th scope="col">Remarks, and the tests that show it</th></tr></thead>',
    `<tbody>\n${rows.join('\n')}\n</tbody></table></section>`,
  ].join('\n');
}

/** A text as YAML: of its double-quoted texts, those of JSON are a part. @param {string} text */
const quoted = (text) => JSON.stringify(text);

/**
 * The report as OpenACR. The mail of the contact is the agency's, which the file is given before it is handed on.
 * @param {Table} table
 * @param {{name?: string, mail?: string, phone?: string}} [contact] as the configuration has it
 */
export function reportAsOpenAcr({ report, limits, criteria }, contact = {}) {
  const contactLines = [
    ...(contact.name ? [`  name: ${quoted(contact.name)}`] : []),
    `  email: ${quoted(contact.mail ?? '')}`,
    ...(contact.phone ? [`  phone: ${quoted(contact.phone)}`] : []),
  ];
  const notes = [aboutContact, ...limits.map(({ what, instead }) => `${what} ${instead}`)].join(' ');
  return [
    `title: ${quoted(`${product.name}: Accessibility Conformance Report`)}`,
    'product:',
    `  name: ${quoted(product.name)}`,
    `  version: ${quoted(report.date)}`,
    `  description: ${quoted(product.description)}`,
    'author:',
    ...contactLines,
    'vendor:',
    ...contactLines,
    `report_date: ${quoted(inWords(report.date))}`,
    `last_modified_date: ${quoted(inWords(report.date))}`,
    `version: ${report.version}`,
    `notes: ${quoted(notes)}`,
    `evaluation_methods_used: ${quoted(methods)}`,
    'catalog: "2.5-edition-wcag-2.1-508-en"',
    'chapters:',
    ...Object.keys(chapters).flatMap((chapter) => [
      `  ${chapter}:`,
      '    criteria:',
      ...criteria.filter((row) => row.chapter === chapter).flatMap(criterionAsOpenAcr),
    ]),
    '  success_criteria_level_aaa:',
    '    disabled: true',
    '    notes: "Level AAA was not evaluated."',
    '  hardware:',
    '    disabled: true',
    `    notes: ${quoted(hardware)}`,
    '',
  ].join('\n');
}

/** @param {Criterion} row */
function criterionAsOpenAcr({ criterion, answers, tests }) {
  const shownBy = `Shown by ${tests.map(({ file, test }) => `${file} (${test.replace(/\$\{.*?\}/g, '…')})`).join('; ')}.`;
  return [
    `      - num: ${quoted(criterion)}`,
    '        components:',
    ...Object.entries(answers).flatMap(([component, { level, remark }]) => [
      `          - name: ${quoted(component)}`,
      '            adherence:',
      `              level: ${quoted(level)}`,
      `              notes: ${quoted(`${remark} ${shownBy}`)}`,
    ]),
  ];
}
