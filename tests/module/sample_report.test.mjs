// The sample report of the site: marked as invented wherever it is read, as the command makes it, kept for use without a
// network, and nobody of the one edition is named in the other.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { pagePolicy } from '../../web/site/policy.mjs';
import { invented, marked, samplePages, sampleReport, sampleStyle } from '../../web/site/sample_report.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const dist = (name) => readFileSync(join(top, 'dist', name), 'utf8');
const editions = Object.entries(samplePages);
const rowsOf = (page, table) => {
  const [, section] = new RegExp(`<section aria-labelledby="${table}">([^]*?)</section>`).exec(page);
  return [...section.matchAll(/<tr[^>]*>(<th scope="row"[^]*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>(?:<bdi>)?(.*?)(?:<\/bdi>)?<\/t[hd]>/g)].map(([, text]) => text));
};

for (const [edition, name] of editions) {
  test(`${name}: marked as invented at its head, in its title and on each sheet of paper`, () => {
    const page = dist(name);
    assert.match(page, /<title>[^<]* \(invented\)<\/title>/);
    assert.match(page, /<h1>[^<]* \(invented\)<\/h1>/);
    assert.ok(page.includes(`<aside class="invented" aria-label="About this page">\n<p>${invented}</p>`));
    assert.ok(/@page\s*\{\s*@top-left\s*\{\s*content:\s*"([^"]*)"/.exec(dist(sampleStyle))?.[1] === invented);
  });

  test(`${name}: nothing inline, the policy of the site, its style by its digest, and links that are there`, () => {
    const page = dist(name);
    assert.doesNotMatch(page, /<style|<script| style="/);
    assert.equal(page.match(/http-equiv/g).length, 1);
    assert.ok(page.includes(`content="${pagePolicy(name)}"`));
    const digest = createHash('sha384').update(readFileSync(join(top, 'dist', sampleStyle))).digest('base64');
    assert.ok(page.includes(`href="${sampleStyle}" integrity="sha384-${digest}"`));
    for (const [, link] of page.matchAll(/href="([^"#]+)"/g)) assert.ok(existsSync(join(top, 'dist', link)), link);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(page.includes(`id="${id}"`), id);
  });

  test(`${name}: as the command makes it, of 450 packets`, () => {
    const again = sampleReport(join(top, 'build/native/telework'), join(top, 'assets/sample_agency')).pages[name];
    const tables = (page) => page.slice(page.indexOf('<main>'));
    assert.equal(tables(dist(name)), tables(again));
    assert.deepEqual(rowsOf(again, 'R0').find(([what]) => what === 'Read'), ['Read', '450'], edition);
  });
}

test('nobody of the edition for OHRM, by case or by name, is in the edition for circulation', () => {
  const people = rowsOf(dist(samplePages.ohrm), 'R1_cases');
  assert.ok(people.length > 300);
  const circulation = dist(samplePages.circulation);
  for (const [id, name] of people) {
    assert.ok(!circulation.includes(id), id);
    assert.ok(name === 'unknown' || !circulation.includes(name), name);
  }
});

test('the pages are kept for use without a network, and the worked cases and the page for the web team lead to them', () => {
  for (const name of [...Object.values(samplePages), sampleStyle]) assert.ok(dist('service_worker.js').includes(`"${name}"`), name);
  for (const [, name] of editions) assert.ok(dist('cases.html').includes(`<a href="${name}">`), name);
  assert.ok(dist('web-team.html').includes(`<a href="${samplePages.ohrm}">`));
});

test('a report that is made otherwise is not laid without its marks', () => {
  assert.throws(() => marked('<!DOCTYPE html>\n<html></html>\n', 'ohrm'), /The report has no /);
});
