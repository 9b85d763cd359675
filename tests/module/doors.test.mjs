// One truth at every door: the wizard, the native command and the core module find the same in one set of packets and in
// one configuration; and the command says what keeps it from reading or writing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadCore } from '../../dist/core.mjs';
import { loadWizard } from '../../dist/wizard.mjs';

const today = '2026-11-21';
const place = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const telework = place('build/native/telework');
const folder = mkdtempSync(join(tmpdir(), 'doors-'));
after(() => rmSync(folder, { recursive: true }));
const [core, wizard] = await Promise.all([loadCore(), loadWizard()]);

function fileOf(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function command(words, options = {}) {
  const done = spawnSync(telework, words, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  assert.ifError(done.error);
  return done;
}

const scenario = (name) => JSON.parse(readFileSync(place(`tests/scenarios/${name}.json`), 'utf8'));
const exampleWith = (change) => {
  const packet = scenario('example_a');
  delete packet.worksheet;
  delete packet.rates;
  delete packet.seal;
  change(packet);
  return packet;
};

// Complete packets, and those that lack, contradict or hold what is no answer.
const packets = {
  'a complete one': scenario('example_a'),
  'one that is begun': scenario('begun'),
  'an annual review': scenario('review-2026'),
  'an agency worksite that is no place': exampleWith(({ position }) => {
    position.agency_worksite = { city: 'Nowhereville', state: 'VA' };
  }),
  'a requested worksite without its county': exampleWith(({ employee }) => {
    delete employee.requested_worksite.county;
  }),
  'shares that do not come to 1': exampleWith(({ travel_budget: budget }) => {
    budget.share_travel = '0.5';
  }),
  'an amount as people type it': exampleWith(({ travel_budget: budget }) => {
    budget.transport = '$1,234.50';
  }),
  'an amount that is no text': exampleWith(({ travel_budget: budget }) => {
    budget.transport = null;
  }),
  'a date that is not asked for and is none': exampleWith(({ arrangement }) => {
    arrangement.term = 'long';
    arrangement.end = '02/01/2027';
  }),
  'a half-year without an amount': exampleWith((packet) => {
    packet.actuals = [{ half_year: '2027H1' }];
  }),
  'spending below zero in a half-year that no date lies in': exampleWith((packet) => {
    packet.actuals = [{ half_year: '1700H1', spent: '-50.00', trips: -4 }];
  }),
  'a county that no table knows': exampleWith(({ employee }) => {
    employee.requested_worksite.county = 'Bogus County';
  }),
  'a seal that is none': exampleWith((packet) => {
    packet.seal = 7;
  }),
  'nothing but its format': { format: 'telework-packet/1' },
};

// What the wizard's screen of the check says: the sentences to be put right, and whether it is complete.
function checkOfWizard(packet) {
  const session = wizard.session({ today, id: 'doors' });
  session.width('wide');
  session.open('packet.json', new TextEncoder().encode(JSON.stringify(packet)));
  const screen = new Map();
  for (const { patch } of [session.edit('step:start', 'press'), session.edit('step:check', 'press')]) {
    patch.removed.forEach((id) => screen.delete(id));
    patch.nodes.forEach((node) => screen.set(node.id, node));
  }
  const nodes = [...screen.values()];
  const sentences = nodes.filter(({ id }) => /^check\.(problem|file|asked):?\d*/.test(id)).map(({ label }) => label ?? '');
  const isWarned = nodes.some(({ id, tone }) => id.startsWith('check.') && (tone === 'warning' || tone === 'error'));
  return { isWarned, text: nodes.map(({ label }) => label ?? '').join('\n'), sentences, isComplete: screen.has('check.complete') };
}

for (const [what, packet] of Object.entries(packets)) {
  test(`${what}: the same problems, completeness and reading of places at every door`, () => {
    const file = fileOf('packet.json', JSON.stringify(packet));
    const { stdout, status } = command(['evaluate', file, '--today', today]);
    const native = JSON.parse(stdout);
    assert.deepEqual(core.evaluate(packet, { today }), native);
    if (native.problems.some(({ severity }) => severity === 'error')) {
      assert.equal(status, 1);
    }
    const told = command(['validate', file, '--today', today]).stdout;
    for (const { field, message } of native.problems) {
      assert.ok(told.includes(`${file}: ${field}${field && ': '}${message}\n`), message);
    }
    const screen = checkOfWizard(packet);
    for (const { severity, message } of native.problems) {
      if (severity === 'error') {
        assert.ok(screen.text.includes(message), `the wizard does not say: ${message}`);
      }
    }
    // Nothing is called good beside what is to be looked at.
    assert.equal(screen.isComplete, native.complete && !screen.isWarned, 'the wizard has another completeness');
  });
}

test('App. A, Part E: a file changed after it was sealed has one verdict at every door, and its figures follow from it', () => {
  const packet = scenario('example_a');
  packet.travel_budget.transport = '212.60';
  const file = fileOf('changed.json', JSON.stringify(packet));
  const { problems } = core.evaluate(packet, { today });
  assert.deepEqual(problems, JSON.parse(command(['evaluate', file, '--today', today]).stdout).problems);
  assert.equal(problems[0].field, 'seal.content');
  assert.match(problems[0].message, /^Part E was changed after it was sealed\. /);
  assert.match(problems[1].message, /was \$412\.60, now \$212\.60\.$/);
  const following = problems.slice(2);
  assert.ok(following.length > 0 && following.every(({ follows }) => follows), JSON.stringify(problems));
  const lines = command(['validate', file, '--today', today]).stdout.trimEnd().split('\n');
  assert.equal(lines.length, 3);
  assert.ok(lines[0].endsWith(problems[0].message));
  const screen = checkOfWizard(packet);
  assert.ok(screen.text.includes(problems[0].message));
  assert.equal(screen.isComplete, false);
  assert.equal(core.compare(scenario('example_a'), packet, { today }).new.verdict, problems[0].message);
});

test('a place that is none is the same problem everywhere, with its mend', () => {
  const packet = packets['an agency worksite that is no place'];
  const [problem] = core.validate(packet, { today }).filter(({ field }) => field.startsWith('position.agency_worksite'));
  assert.deepEqual([problem.field, problem.message], ['position.agency_worksite.county',
    'No city or county "Nowhereville, VA" is in the tables; check the spelling, or write the county and the state.']);
  assert.ok(checkOfWizard(packet).text.includes(problem.message));
});

const configuration = {
  rates: 5,
  percent: 'overall',
  closures: ['2026-07-06', 'soon'],
  inauguration_day: true,
  telework_managing_officer: { name: 'Robin Roe', fax: '1' },
  hosts: ['HTTPS://Intranet.Example/', '*', 42, 'https://a.example/page'],
  wording: 'wording.txt',
  color: 'blue',
};

test('one configuration holds alike at every door, and each slip is refused alone with its place', () => {
  const text = JSON.stringify(configuration);
  const read = core.readConfiguration(text);
  assert.deepEqual(wizard.readConfiguration(new TextEncoder().encode(text)), read);
  assert.deepEqual(core.readConfiguration(configuration), read);
  assert.deepEqual(read.members, {
    percent: 'overall',
    closures: ['2026-07-06'],
    inauguration_day: true,
    telework_managing_officer: { name: 'Robin Roe' },
    hosts: ['https://intranet.example'],
    wording: 'wording.txt',
  });
  const places = ['/rates', '/closures/1', '/telework_managing_officer/fax', '/hosts/1', '/hosts/2', '/hosts/3', '/color'];
  assert.deepEqual(read.refused.map(({ where }) => where), places);

  const file = fileOf('packet.json', JSON.stringify(packets['a complete one']));
  const settings = fileOf('configuration.json', text);
  const done = command(['evaluate', file, '--today', today, '--settings', settings]);
  assert.deepEqual(core.evaluate(packets['a complete one'], { today, configuration: read.members }), JSON.parse(done.stdout));
  const told = done.stderr.split('\n').filter((line) => line.startsWith('telework: '));
  assert.deepEqual(told, read.refused.map(({ where, message }) => `telework: ${settings}${where}: ${message}`));

  const session = wizard.session({ today, id: 'doors' });
  session.configure(read.members);
  session.open('packet.json', readFileSync(file));
  const percent = ({ worksheet }) => worksheet.lines.find(({ id }) => id === 'cost_benefit.percent').value;
  assert.equal(percent(JSON.parse(session.packet())), percent(JSON.parse(done.stdout)));
});

test('a configuration that cannot be read is refused as a whole at every door, wherever in it the fault lies', () => {
  for (const text of ['{"closures": ["2026-12-24"], "percent": "overall", "percent": "overall"}', '{"x": 1e999}', '[]', '{']) {
    const read = core.readConfiguration(text);
    assert.equal(read.refused_whole, true, text);
    assert.deepEqual(read.members, {}, text);
    assert.deepEqual(wizard.readConfiguration(text), read);
    const packet = fileOf('packet.json', JSON.stringify(packets['a complete one']));
    const done = command(['evaluate', packet, '--settings', fileOf('configuration.json', text)]);
    assert.equal(done.status, 2, text);
    assert.ok(done.stderr.includes(read.refused[0].message), done.stderr);
  }
  assert.equal(core.readConfiguration({ percent: 7 }).refused_whole, false);
});

test('the configuration that the site comes with serves the command', () => {
  const file = fileOf('packet.json', JSON.stringify(packets['a complete one']));
  const done = command(['evaluate', file, '--today', today, '--settings', place('dist/configuration.json')]);
  assert.equal(done.status, 0, done.stderr);
  assert.deepEqual(wizard.readConfiguration(readFileSync(place('dist/configuration.json'))).refused, []);
});

test('--ndjson gives what each packet gives by itself', () => {
  const lines = Object.values(packets).map((packet) => JSON.stringify(packet));
  const file = fileOf('packets.ndjson', `${lines.join('\n')}\n`);
  const done = command(['evaluate', file, '--ndjson', '--today', today, '--jobs', '2']);
  assert.equal(done.status, 0);
  const answers = done.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  Object.values(packets).forEach((packet, index) => {
    const { line, id, ...answer } = answers[index];
    assert.deepEqual({ line, id }, { line: index + 1, id: packet.id ?? null });
    assert.deepEqual(answer, core.evaluate(packet, { today }));
  });
});

test('--ndjson keeps to its memory: a line of 48 MiB and a million blank ones', () => {
  const file = fileOf('large.ndjson', `${'\n'.repeat(1_000_000)}"${'x'.repeat(48 << 20)}"\n{"format": "telework-packet/1"}\n`);
  // In KiB; what the tables and the program take is in it.
  const done = spawnSync('sh', ['-c', 'ulimit -v 400000; exec "$0" "$@"', telework, 'evaluate', file, '--ndjson'], { encoding: 'utf8' });
  assert.equal(done.status, 1, done.stderr);
  const [first, second] = done.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual([first.line, first.error.code, second.line], [1_000_001, 'limit_exceeded', 1_000_002]);
});

const firstLine = (text) => text.split('\n')[0];
const lastLine = (text) => text.trimEnd().split('\n').at(-1);

test('what cannot be read is named for what it is', () => {
  for (const more of [[], ['--ndjson']]) {
    const ofFolder = command(['evaluate', folder, ...more]);
    assert.deepEqual([ofFolder.status, ofFolder.stdout], [2, '']);
    assert.equal(firstLine(ofFolder.stderr), `telework: "${folder}" is a folder; name a file.`);
    const closed = spawnSync('sh', ['-c', 'exec "$0" "$@" <&-', telework, 'evaluate', '-', ...more], { encoding: 'utf8' });
    assert.deepEqual([closed.status, closed.stdout], [2, '']);
    assert.equal(firstLine(closed.stderr), 'telework: Standard input cannot be read (Bad file descriptor); is it closed?');
  }
});

test('each command whose results cannot be written says so and ends with 2', () => {
  const file = fileOf('packet.json', JSON.stringify(packets['a complete one']));
  const lines = fileOf('one.ndjson', '{"format": "telework-packet/1"}\n');
  const commands = [
    ['evaluate', file], ['evaluate', lines, '--ndjson'], ['print', file], ['validate', file], ['redact', file], ['calendar', file],
    ['compare', file, file], ['schema'], ['coverage'], ['salary', '2025', 'DCB', '12', '5'], ['perdiem', '2025-05-05', 'DC', 'District of Columbia'],
    ['workday', '2026-12-18', '20'], ['holidays', '2026'], ['--help'],
  ];
  for (const words of commands) {
    const full = command(words, { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] });
    assert.equal(full.status, 2, words.join(' '));
    assert.equal(lastLine(full.stderr), 'telework: the results could not be written: No space left on device.', words.join(' '));
    const closed = spawnSync('sh', ['-c', 'exec "$0" "$@" >&-', telework, ...words], { encoding: 'utf8' });
    assert.equal(closed.status, 2, words.join(' '));
    assert.equal(lastLine(closed.stderr), 'telework: the results could not be written: Bad file descriptor.', words.join(' '));
  }
  // A reader that goes away.
  const gone = spawnSync('bash', ['-c', '"$0" print "$1" | head -c 1; exit ${PIPESTATUS[0]}', telework, file], { encoding: 'utf8' });
  assert.equal(gone.status, 2);
  assert.equal(lastLine(gone.stderr), 'telework: the results could not be written: Broken pipe.');
});

test('a command whose messages cannot be written ends with 2', () => {
  const file = fileOf('packet.json', '{"format": "telework-packet/1", "notes": 5}');
  assert.equal(command(['evaluate', file], { stdio: ['ignore', 'pipe', openSync('/dev/full', 'w')] }).status, 2);
});

