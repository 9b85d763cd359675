// The page of worked cases: each figure on it is the command's own, each packet opens and is marked as a sample, and what
// it links to is there.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { shownFigure } from '../../web/site/cases.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(top, 'assets/cases');
const command = join(top, 'build/native/telework');
const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8'));
const packetOf = ({ file }) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const page = readFileSync(join(top, 'dist/cases.html'), 'utf8');
const articleOf = ({ file }) => new RegExp(`<article [^>]*data-file="${file}">([^]*?)</article>`).exec(page)?.[1] ?? '';

function evaluated({ file }, today) {
  const { stdout } = spawnSync(command, ['evaluate', join(folder, file), '--today', today], { encoding: 'utf8' });
  return JSON.parse(stdout);
}

test('ten cases, each with its packet and no packet without its case', () => {
  assert.equal(cases.length, 10);
  const packets = readdirSync(folder).filter((name) => name !== 'cases.json').sort();
  assert.deepEqual(cases.map(({ file }) => file).sort(), packets);
  assert.equal(page.match(/<article /g).length, 10);
});

for (const one of cases) {
  test(`${one.file}: a sample without an id, in which nothing is wrong`, () => {
    const packet = packetOf(one);
    assert.equal(packet.sample, true);
    assert.equal(packet.id, undefined, 'whoever opens it begins a packet with an id of its own');
    const errors = evaluated(one, packet.prepared_on).problems.filter(({ severity }) => severity === 'error');
    assert.deepEqual(errors, []);
  });

  test(`${one.file}: three figures, each that of "telework evaluate"`, () => {
    const { worksheet } = evaluated(one, packetOf(one).prepared_on);
    const shown = [...articleOf(one).matchAll(/<dd data-line="([^"]+)" data-value="([^"]+)">([^<]+)<\/dd>/g)];
    assert.deepEqual(shown.map(([, line]) => line), one.figures);
    assert.equal(shown.length, 3);
    for (const [, line, value, words] of shown) {
      assert.equal(value, worksheet.lines.find(({ id }) => id === line).value, line);
      assert.equal(words, shownFigure(line, value));
    }
  });

  test(`${one.file}: the answer goes with the figures, and both links lead to the packet`, () => {
    const article = articleOf(one);
    const answer = /<p class="answer">([^<]+)<\/p>/.exec(article)[1];
    const { worksheet, eligibility, ending, reviewed } = evaluated(one, packetOf(one).prepared_on);
    const net = worksheet.lines.find(({ id }) => id === 'cost_benefit.net_annual_change').value;
    const dollars = shownFigure('relocation.estimate', net.replace('-', ''));
    const said = {
      cost: () => answer.includes(dollars),
      eligibility: () => eligibility.result !== 'eligible' && eligibility.findings.some(({ message }) => message === answer),
      ending: () => answer.startsWith(ending.outcome.message) && answer.endsWith(ending.outcome.next),
      review: () => answer.startsWith(reviewed.why),
    };
    assert.ok(said[one.answer](), answer);
    assert.ok(article.includes(`href="./#open=cases/${one.file}"`));
    assert.ok(article.includes(`href="cases/${one.file}" download`));
    assert.ok(readFileSync(join(top, 'dist/cases', one.file)).equals(readFileSync(join(folder, one.file))));
  });
}

test('an amount has one sign, and cents where it has any', () => {
  assert.equal(shownFigure('locality_pay.difference', '-17395.00'), '−$17,395');
  assert.equal(shownFigure('travel_budget.annual', '9588.50'), '+$9,588.50');
  assert.equal(shownFigure('locality_pay.difference', '0.00'), '$0');
  assert.equal(shownFigure('relocation.estimate', '46800.00'), '$46,800');
  assert.equal(shownFigure('cost_benefit.percent', '-8.09'), '−8.09%');
});

test('a sample is printed with its mark at the head of each page', () => {
  const file = join(folder, 'employee_saves.json');
  const html = execFileSync(command, ['print', file, '--today', '2026-11-16'], { encoding: 'utf8' });
  assert.match(html, /@top-center\{content:"Sample:" "\\a" "invented person, not a request"/);
  assert.ok(existsSync(join(top, 'dist/cases.html')));
});
