// The worked cases: ten packets of invented people under assets/cases, each with its answer, its figures and what to note,
// as HTML for shell/cases.html. The core and the wizard of the site work them out when it is laid out, so that no figure
// stands here by itself.
//
// assets/cases/cases.json says of each who it is, what is asked, which figures are shown and what to note; `answer` names
// what answers the question: the cost, the eligibility, the ending or the review. Does not write any file.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCore } from '../package/core.mjs';
import { loadWizard } from '../package/wizard.mjs';

/** @import {Evaluation} from '../package/types.mjs' */
/** @import {ViewNode} from '../package/view_model.mjs' */

/**
 * @typedef {object} Case
 * @property {string} file
 * @property {string} who
 * @property {string} asks
 * @property {'cost' | 'eligibility' | 'ending' | 'review'} answer
 * @property {string[]} figures ids of the worksheet's lines
 * @property {string} note
 */

/** What a figure is called here. @type {Record<string, string>} */
const names = {
  'locality_pay.difference': 'Pay, a year',
  'travel_budget.annual': 'Trips, a year',
  'additional.total': 'Other costs and savings, a year',
  'cost_benefit.net_annual_change': 'In total, a year',
  'cost_benefit.percent': 'Compared with the pay at the office',
  'relocation.estimate': 'The move, once',
};
// An amount that is paid once, and is neither more nor less than something.
const plain = new Set(['relocation.estimate']);

/** @param {string} text */
const inert = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * "+$9,588", "−$17,395", "−8.09%": whole dollars without a fraction.
 * @param {string} id
 * @param {string} value a decimal
 */
export function shownFigure(id, value) {
  const isLess = value.startsWith('-');
  const sign = isLess ? '−' : plain.has(id) || Number(value) === 0 ? '' : '+';
  const [whole, fraction] = value.replace('-', '').split('.');
  if (id.endsWith('percent')) {
    return `${sign}${whole}.${fraction}%`;
  }
  return `${sign}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === '00' ? '' : `.${fraction}`}`;
}

/**
 * The cases as cases.json has them.
 * @param {string} folder
 * @returns {Promise<Case[]>}
 */
export async function casesIn(folder) {
  return JSON.parse(await readFile(join(folder, 'cases.json'), 'utf8'));
}

/**
 * The cases as HTML, worked out by the modules of the site, each on the day its packet was prepared.
 * @param {string} folder of the packets
 * @param {URL} site the folder with the modules and the tables
 */
export async function casesPage(folder, site) {
  const [core, wizard] = [await loadCore({ base: site }), await loadWizard({ base: site })];
  const articles = [];
  for (const one of await casesIn(folder)) {
    const bytes = await readFile(join(folder, one.file));
    const today = JSON.parse(bytes.toString('utf8')).prepared_on;
    const evaluation = core.evaluate(bytes, { today });
    const session = wizard.session({ today });
    session.open(one.file, bytes);
    articles.push(article(one, evaluation, answers[one.answer](evaluation, session)));
    session.delete();
  }
  return articles.join('\n');
}

/** @typedef {ReturnType<import('../package/wizard.mjs').Wizard['session']>} Session */

/** @type {Record<Case['answer'], (evaluation: Evaluation, session: Session) => string>} */
const answers = {
  cost: (_, session) => costSentence(session),
  eligibility({ eligibility }) {
    const finding = eligibility.findings.find(({ status }) => status === 'fail');
    if (!finding) throw new Error('A case about eligibility passes every condition.');
    return finding.message;
  },
  ending({ ending }) {
    const { message, move_paid_by: payer, next } = ending?.outcome ?? {};
    return [message, payer ? `Who pays for the move: ${payer}` : '', next].filter(Boolean).join(' ');
  },
  review({ reviewed }) {
    return [reviewed?.why, ...(reviewed?.spending ?? []).map(({ message }) => message)].filter(Boolean).join(' ');
  },
};

/**
 * The sentence at the head of the step Result.
 * @param {Session} session
 */
function costSentence(session) {
  session.edit('step:result', 'press');
  const { nodes } = session.screen().patch;
  const node = (/** @type {string} */ id) => nodes.find((/** @type {ViewNode} */ one) => one.id === id);
  const answer = node('answer');
  if (answer) return String(answer.label);
  const figure = node('result.net');
  return `${figure?.label}: ${figure?.value}. ${figure?.detail}.`;
}

/** @type {(one: Case, evaluation: Evaluation, answer: string) => string} */
function article({ file, who, asks, figures, note }, { worksheet, rates }, answer) {
  const id = file.replace('.json', '');
  const rows = figures.map((line) => {
    const value = worksheet.lines.find((/** @type {{id: string}} */ one) => one.id === line)?.value;
    if (typeof value !== 'string') throw new Error(`assets/cases/${file} gives no ${line}.`);
    const shown = shownFigure(line, value);
    return `<div><dt>${names[line]}</dt><dd data-line="${line}" data-value="${value}">${shown}</dd></div>`;
  });
  const { pay_year: year, per_diem_fiscal_year: fiscalYear } = rates;
  const tables = [year && `pay tables of ${year}`, fiscalYear && `per diem of fiscal year ${fiscalYear}`];
  return [
    `<article class="case" id="${id}" data-file="${file}">`,
    `<h2>“${inert(asks)}”</h2>`,
    `<p class="who">${inert(who)}</p>`,
    `<p class="answer">${inert(answer)}</p>`,
    `<dl>${rows.join('')}</dl>`,
    `<p>${inert(note)}</p>`,
    `<p class="day">Calculated with the ${tables.filter(Boolean).join(' and ')}.</p>`,
    `<ul><li><a href="./#open=cases/${file}">Open in the wizard<span class="unseen">: ${inert(who)}</span></a></li>`,
    `<li><a href="cases/${file}" download>Download<span class="unseen">: ${inert(who)}</span></a></li></ul>`,
    '</article>',
  ].join('\n');
}
