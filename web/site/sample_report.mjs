// The sample report: what `telework rollup` makes of an invented agency (assets/sample_agency), in both editions, as pages of
// the site. The command makes it when the site is laid out, so that no figure stands here by itself.
//
// Each page says that it is invented: at its head, in its title, and at the head of every sheet of paper. The style, which a
// report carries itself, is a file here, as the policy of the site wants it. Does not write any file of the site.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The editions and their pages. @type {Record<'ohrm' | 'circulation', string>} */
export const samplePages = { ohrm: 'sample-report.html', circulation: 'sample-report-circulation.html' };
export const sampleStyle = 'sample-report.css';
export const invented = 'Invented: no person, office or amount in this report is real.';

const links = {
  ohrm: `This is the edition for OHRM, with names and cases. <a href="${samplePages.circulation}">Show the edition for circulation</a>`,
  circulation: `This is the edition for circulation, without names and cases. <a href="${samplePages.ohrm}">Show the edition for OHRM</a>`,
};

const styleOfMark = `
.invented{border:1.5pt solid #000;padding:5pt 8pt;margin:0 0 12pt;font-weight:600}
.invented p{margin:0;max-width:none}
.invented p+p{font-weight:400;margin-top:3pt}
.invented a{margin-inline-end:10pt}
@page{@top-left{content:"${invented}";font-size:8pt}}
@media print{.invented a{display:none}}
`;

/**
 * The page of a report, marked and as the site wants it; and its style.
 * @param {string} report as `telework rollup --format html` gives it
 * @param {keyof typeof samplePages} edition
 */
export function marked(report, edition) {
  let page = report;
  /** @type {(from: RegExp, to: (...found: string[]) => string) => void} */
  const replace = (from, to) => {
    const before = page;
    page = page.replace(from, to);
    if (page === before) throw new Error(`The report has no ${from}.`);
  };
  let style = '';
  replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, () => '');
  replace(/<style>\n([^]*?)<\/style>\n/, (_, text) => {
    style = `${text}${styleOfMark}`;
    return [
      '<meta name="referrer" content="no-referrer">',
      '<link rel="icon" href="icon.svg" type="image/svg+xml">',
      `<link rel="stylesheet" href="${sampleStyle}">`,
      '',
    ].join('\n');
  });
  replace(/<title>(.*?)<\/title>/, (_, title) => `<title>${title} (invented)</title>`);
  replace(/<h1>(.*?)<\/h1>/, (_, title) => `<h1>${title} (invented)</h1>`);
  replace(/<body>\n/, () => [
    '<body>',
    '<aside class="invented" aria-label="About this page">',
    `<p>${invented}</p>`,
    `<p>${links[edition]} <a href="cases.html">Show the worked cases</a> <a href="./">Go to the wizard</a></p>`,
    '</aside>',
    '',
  ].join('\n'));
  return { page, style };
}

/**
 * The pages by their names, and the style of all of them.
 * @param {string} command the path of `telework`
 * @param {string} folder the invented agency
 */
export function sampleReport(command, folder) {
  const { packets, seed, today } = JSON.parse(readFileSync(join(folder, 'agency.json'), 'utf8'));
  const place = mkdtempSync(join(tmpdir(), 'telework-sample-'));
  try {
    const file = openSync(join(place, 'packets.ndjson'), 'w');
    execFileSync(command, ['sample', '--packets', `${packets}`, '--seed', `${seed}`, '--today', today], { stdio: ['ignore', file, 'inherit'] });
    closeSync(file);
    /** @type {Record<string, string>} */
    const pages = {};
    let style = '';
    for (const edition of /** @type {(keyof typeof samplePages)[]} */ (Object.keys(samplePages))) {
      const report = execFileSync(command, [
        'rollup', 'packets.ndjson', '--today', today, '--edition', edition, '--format', 'html',
        '--headcount', join(folder, 'headcount.csv'), '--time-codes', join(folder, 'time_codes.csv'),
      ], { cwd: place, encoding: 'utf8', maxBuffer: 1 << 28 });
      const made = marked(report, edition);
      pages[samplePages[edition]] = made.page;
      style = made.style;
    }
    return { pages, style };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
