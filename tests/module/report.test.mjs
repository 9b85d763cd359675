// The report on many packets at the doors of the module (¶13): the facts of a packet, packets and partials as a report in
// each format, and partials merged, each with the bytes of the native command, also where WebAssembly is forbidden.
//
// Does not test what stands in a table: tests/report does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadCore } from '../../dist/core.mjs';
import { loadReport } from '../../dist/report.mjs';

const today = '2026-11-27';
const place = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'report-'));
after(() => rmSync(folder, { recursive: true }));
const core = await loadCore();
const packets = command('sample', '--packets', '60', '--seed', '7', '--today', today).stdout;
const lines = packets.trimEnd().split('\n');

function command(...words) {
  const done = spawnSync(place('build/native/telework'), words, { encoding: 'buffer', maxBuffer: 1 << 28 });
  assert.ifError(done.error);
  return { status: done.status, bytes: done.stdout, stdout: done.stdout.toString('utf8'), stderr: done.stderr.toString('utf8') };
}

function fileOf(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const all = fileOf('all.ndjson', packets);
const files = [{ file: all, packet: packets }];
const rollup = (...words) => command('rollup', all, '--today', today, ...words);

test('the facts of a packet are those of the command, whatever form it comes in', () => {
  const packet = lines[3];
  const native = JSON.parse(command('facts', fileOf('one.json', packet), '--today', today).stdout);
  assert.equal(native.format, 'telework-facts/1');
  for (const form of [packet, JSON.parse(packet), new TextEncoder().encode(packet)]) {
    assert.deepEqual(core.facts(form, { today }), native);
  }
  const later = JSON.parse(command('facts', fileOf('one.json', packet), '--today', today, '--fiscal-year', '2026').stdout);
  for (const fiscalYear of [2026, '2026']) assert.deepEqual(core.facts(packet, { today, fiscalYear }), later);
});

test('what is no packet, no day, no fiscal year or no configuration has no facts, and says the mend', () => {
  const refused = (act, message) => assert.throws(act, (error) => {
    assert.equal(error.name, 'ModuleError');
    return message.test(`${error.where} ${error.message}`);
  });
  refused(() => core.facts('%PDF-1.7\n', { today }), /PDF/);
  refused(() => core.facts(lines[0], { today: 'now' }), /now|date|day/);
  refused(() => core.facts(lines[0], { today, fiscalYear: 'twenty' }), /^fiscalYear /);
  refused(() => core.facts(lines[0], { today, configuration: { closures: 'all' } }), /closures/);
});

test('¶13: the report of many packets has the bytes of the command in each format', () => {
  assert.deepEqual(core.rollup(files, { today }), JSON.parse(rollup('--format', 'json').stdout));
  assert.equal(core.rollup(files, { today, format: 'html' }), rollup('--format', 'html').stdout);
  assert.ok(Buffer.from(core.rollup(files, { today, format: 'xlsx' })).equals(rollup('--format', 'xlsx').bytes));
  assert.equal(core.rollup(files, { today, format: 'partial' }), rollup('--partial').stdout);
  const out = mkdtempSync(join(folder, 'csv-'));
  assert.equal(rollup('--format', 'csv', '--out', out).status, 0);
  const csv = core.rollup(files, { today, format: 'csv' });
  assert.deepEqual(csv.map(({ name }) => name).sort(), readdirSync(out).sort());
  for (const { name, content } of csv) assert.equal(content, readFileSync(join(out, name), 'utf8'), name);
});

test('the edition for circulation is that of the command, with the smallest count that the agency sets', () => {
  const circulated = core.rollup(files, { today, edition: 'circulation', configuration: { smallest_count: 5 } });
  const settings = fileOf('settings.json', '{"smallest_count": 5}');
  assert.deepEqual(circulated, JSON.parse(rollup('--edition', 'circulation', '--settings', settings, '--format', 'json').stdout));
  assert.equal(circulated.edition, 'circulation');
  assert.equal(circulated.tables.some(({ id }) => id === 'R1_cases'), false);
  assert.throws(() => core.rollup(files, { today, edition: 'everybody' }), { where: 'edition' });
});

test('partials merge in any order and twice, and the report of them is that of the packets', () => {
  const partialOf = (some) => core.rollup([{ file: all, packet: some.join('\n') }], { today, format: 'partial' });
  const [a, b] = [partialOf(lines.slice(0, 25)), partialOf(lines.slice(20))];
  const both = core.merge([a, b]);
  assert.equal(core.merge([b, new TextEncoder().encode(a), b]), both);
  assert.equal(core.merge([both]), both);
  const reported = core.rollup(both, { today });
  const counted = (report) => report.tables.find(({ id }) => id === 'R1').rows;
  assert.deepEqual(counted(reported), counted(core.rollup(files, { today })));
  assert.deepEqual(core.rollup([{ file: 'a', packet: a }, { file: 'b', packet: b }], { today }), reported);
});

test('a partial that was cut off, of another year, of a newer version or that is none is refused by its name', () => {
  const partial = core.rollup(files, { today, format: 'partial' });
  const refused = (text, words) => assert.throws(() => core.rollup([{ file: 'mine.ndjson', packet: text }], { today }), (error) => {
    assert.equal(error.where, 'mine.ndjson');
    return words.test(error.message);
  });
  refused(partial.slice(0, partial.lastIndexOf('{"lines"')), /ends too early/);
  refused(partial.replace('"fiscal_year":"2027"', '"fiscal_year":"2026"'), /2026/);
  refused(partial.replace('telework-rollup/1', 'telework-rollup/9'), /newer version/);
  assert.throws(() => core.merge([partial, lines[0]]), /no partial/);
  assert.throws(() => core.merge([]), /at least one/);
  // What was refused leaves nothing behind.
  assert.equal(core.rollup(partial, { today, format: 'partial' }), partial);
});

test('¶13b: the three sheets and the report before count as with the command; what is wrong with a line stands in R0', () => {
  const id = JSON.parse(lines[0]).id;
  const sheets = {
    actuals: `case,name,component,half_year,spent,trips,source\r\n${id},,,2027H1,1234.50,2,vouchers\r\nnobody,,,2027H1,"1.234,50",,\r\n`,
    headcount: 'component,employees,eligible,three_or_more_days,one_or_two_days,monthly,occasional,goal,goal_met,method,note\r\nPBS,100,80,,10,5,1,,,survey,\r\n',
    timeCodes: 'component,pay_period_end,charging_93\r\nPBS,2026-11-14,9\r\n',
    previous: core.rollup(files, { today: '2026-10-30', format: 'partial' }),
  };
  const words = Object.entries({ actuals: '--actuals', headcount: '--headcount', timeCodes: '--time-codes', previous: '--previous' })
    .flatMap(([name, option]) => [option, fileOf(name, sheets[name])]);
  const report = core.rollup(files, { today, ...sheets });
  assert.deepEqual(report, JSON.parse(rollup('--format', 'json', ...words).stdout));
  assert.match(JSON.stringify(report.tables.filter((table) => table.id.startsWith('R0'))), /actuals, line 3/);
  // They are of that one report alone.
  assert.notDeepEqual(core.rollup(files, { today }), report);
  assert.throws(() => core.rollup(files, { today, previous: lines[0] }), { where: 'previous' });
});

test('files are told apart by their content, and one that is no packet is named in the report and costs itself alone', () => {
  const mixed = [{ file: 'a.txt', packet: lines[0] }, { file: 'b.json', packet: 'no packet' }, { file: 'empty', packet: '' }];
  const partial = core.rollup(mixed, { today, format: 'partial' });
  assert.equal(partial.split('\n').filter((line) => line.startsWith('{"key"')).length, 1);
  assert.match(partial, /"left_out":"b\.json"/);
});

test('a file that comes in pieces, cut in a letter, is what it is in one', async () => {
  const many = await loadReport();
  const gather = (size) => {
    many.begin({ today });
    many.file('all');
    const bytes = new TextEncoder().encode(packets);
    for (let at = 0; at < bytes.length; at += size) many.feed(bytes.subarray(at, at + size));
    many.end();
    return new TextDecoder().decode(many.partial());
  };
  assert.equal(gather(997), gather(1 << 20));
});

test('ranges of a file with a packet a line, cut anywhere and gathered apart, merge into what the whole file is', async () => {
  const many = await loadReport();
  const bytes = new TextEncoder().encode(`${lines[0]}\r\n\n${lines.slice(1, 12).join('\n')}\nno packet, é\n${lines[12]}`);
  const gather = (range) => {
    many.begin({ today });
    many.file('all', range);
    let isWanted = true;
    for (let at = Math.max(0, (range?.[0] ?? 0) - 1); isWanted && at < bytes.length; at += 997) {
      isWanted = many.feed(bytes.subarray(at, at + 997));
    }
    many.end();
    return new TextDecoder().decode(many.partial());
  };
  const whole = gather();
  assert.match(whole, /"left_out":"all, byte /);
  const lineEnd = bytes.indexOf(10);
  for (const cut of [1, lineEnd - 1, lineEnd, lineEnd + 1, lineEnd + 2, bytes.indexOf(0xc3) + 1, bytes.length - 1, bytes.length]) {
    assert.equal(core.merge([gather([cut, bytes.length]), gather([0, cut])]), whole, `cut at ${cut}`);
  }
  const thirds = [0, 1, 2].map((third) => gather([third, third + 1].map((one) => Math.floor((one * bytes.length) / 3))));
  assert.equal(core.merge(thirds), whole);
  assert.throws(() => many.file('all', [7, 3]), /ends before it begins/);
});

test('whether a file can be read in ranges its first bytes tell', async () => {
  const many = await loadReport();
  const told = (text, isAll = false) => many.hasLines(new TextEncoder().encode(text), isAll);
  assert.equal(told(packets.slice(0, 4000)), undefined);
  assert.equal(told(packets.slice(0, lines[0].length + 1)), true);
  assert.equal(told(lines[0], true), true);
  assert.equal(told('<!doctype html>'), false);
  assert.equal(told('{\n  "format":\n', false), undefined);
  assert.equal(told('{\n  "format":\n', true), false);
  assert.equal(told(core.rollup(files, { today, format: 'partial' })), false);
});

test('a screen gets the first rows of each table and asks for others; the sheets to fill in are those of the command', async () => {
  const many = await loadReport();
  many.begin({ today });
  many.take(all, packets);
  assert.throws(() => many.shown(10), /No report was made/);
  const problems = many.make({ today, headcount: 'wrong' });
  assert.equal(problems[0].sheet, 'headcount');
  const whole = core.rollup(files, { today, headcount: 'wrong' });
  const shown = JSON.parse(many.shown(10));
  assert.deepEqual(shown.tables.map(({ id }) => id), whole.tables.map(({ id }) => id));
  for (const [index, table] of shown.tables.entries()) {
    assert.equal(table.of, whole.tables[index].rows.length);
    assert.equal(table.rows.length, Math.min(10, table.of));
  }
  const { id, rows } = whole.tables.find((table) => table.rows.length > 15);
  const page = JSON.parse(many.rows(id, 10, 5));
  assert.deepEqual([page.first, page.rows.map((row) => row.id)], [10, rows.slice(10, 15).map((row) => row.id)]);
  assert.throws(() => many.rows('R99', 0, 1), /no table/);
  const template = (name) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(many.template(name, { today }));
  assert.equal(template('actuals'), rollup('--template').stdout);
  assert.match(template('headcount'), /^\uFEFFcomponent,employees,.*\r\n$/);
  assert.match(template('timeCodes'), /^\uFEFFcomponent,pay_period_end,charging_93\r\n$/);
  // One file of all tables in CSV is an archive.
  assert.deepEqual([...many.fileOf('csv').subarray(0, 4)], [0x50, 0x4b, 3, 4]);
});

test('a core for documents alone does without, and says so', async () => {
  const small = await loadCore({ isForMany: false });
  assert.throws(() => small.facts(lines[0], { today }), /isForMany/);
});

test('where WebAssembly is forbidden the report is the same', () => {
  const script = `delete globalThis.WebAssembly;
    const { loadCore } = await import(${JSON.stringify(new URL('../../dist/core.mjs', import.meta.url).href)});
    const { readFileSync } = await import('node:fs');
    const core = await loadCore();
    const packet = readFileSync(process.argv[1], 'utf8').split('\\n').slice(0, 8).join('\\n');
    process.stdout.write(core.rollup([{ file: 'some', packet }], { today: ${JSON.stringify(today)}, format: 'partial' }));`;
  const plain = spawnSync(process.execPath, ['--input-type=module', '-e', script, all], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(plain.stderr, '');
  assert.equal(plain.stdout, core.rollup([{ file: 'some', packet: lines.slice(0, 8).join('\n') }], { today, format: 'partial' }));
});
