// loadCore() and loadWizard() of dist/ in node: the doors give the native command's answers, and a session takes edits
// without a screen.
//
// Does not test figures: the cases of tests/calc and tests/packet do, in this module too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadCore, ModuleError } from '../../dist/core.mjs';
import { loadWizard, NotYetThere } from '../../dist/wizard.mjs';

const today = '2026-11-21';
const place = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const [core, wizard] = await Promise.all([loadCore(), loadWizard()]);

function command(...words) {
  const { stdout, error } = spawnSync(place('build/native/telework'), words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.ifError(error);
  return stdout;
}

const exampleA = readFileSync(place('tests/scenarios/example_a.json'));
const fare = 'travel_budget.transport';
const nodeOf = ({ patch }, id) => patch.nodes.find((node) => node.id === id);
const sessionAt = (step) => {
  const session = wizard.session({ today, id: 'test' });
  session.width('wide');
  session.edit(step, 'press');
  return session;
};

// Typed the way that people do, so that the packet says something about most parts.
function filledSession() {
  const session = sessionAt('step:travel');
  const answers = {
    share_requested: '0.95',
    share_agency: '5%',
    share_travel: '0',
    transport: '$412.6',
    nights: '4',
    trips: '4',
  };
  for (const [name, text] of Object.entries(answers)) {
    session.edit(`travel_budget.${name}`, 'leave', text);
  }
  return session;
}

const packets = readdirSync(place('tests/scenarios'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, readFileSync(place(`tests/scenarios/${name}`))]);

for (const [name, bytes] of packets) {
  test(`${name}: evaluate answers what the native command answers`, () => {
    const native = JSON.parse(command('evaluate', place(`tests/scenarios/${name}`), '--today', today));
    assert.deepEqual(core.evaluate(new Uint8Array(bytes), { today }), native);
  });
}

test('there are packets to compare with the native command', () => assert.ok(packets.length > 0));

test('the schema is the native command’s', () => {
  assert.deepEqual(core.schema(), JSON.parse(command('schema')));
});

test('compare answers what the native command answers, and says which of the two is no packet', () => {
  const [before, after] = [2024, 2025].map((year) => place(`tests/scenarios/review-${year}.json`));
  const answer = core.compare(readFileSync(before), readFileSync(after), { today });
  assert.deepEqual(answer, JSON.parse(command('compare', before, after, '--today', today)));
  assert.equal(answer.alike, false);
  const text = readFileSync(before, 'utf8');
  assert.equal(core.compare(text, JSON.parse(text), { today }).alike, true);
  assert.throws(
    () => core.compare(text, '{}', { today }),
    (error) => error instanceof ModuleError && error.where === 'new.format',
  );
});

test('a packet may be given as an object, as text or as bytes', () => {
  const text = filledSession().packet();
  const answer = core.evaluate(text, { today });
  assert.deepEqual(core.evaluate(JSON.parse(text), { today }), answer);
  assert.deepEqual(core.evaluate(new TextEncoder().encode(text), { today }), answer);
});

test('the printed page carries the packet and is read again', () => {
  const text = filledSession().packet();
  const page = core.print(text, { today, now: 'November 21, 2026' });
  assert.match(page, /^<!doctype html>/i);
  assert.doesNotMatch(page, /<script/i);
  assert.deepEqual(core.evaluate(page, { today }), core.evaluate(text, { today }));
});

test('what the wizard prints is printed by the core, and a setting that is none is refused', () => {
  const [printing] = filledSession().edit('banner.print', 'press').effects;
  assert.equal(printing.kind, 'print');
  assert.match(core.print(printing.content, { today, ...JSON.parse(printing.settings) }), /Form 3703/);
  assert.throws(
    () => core.print(printing.content, { today, color: 'red' }),
    (error) => error instanceof ModuleError && error.where === '/color',
  );
});

test('an agency\'s own wording of the clauses is refused with its line, wherever it is given', () => {
  const refused = (line, code) => (error) => error instanceof ModuleError && error.where === line && error.code === code;
  assert.throws(() => core.checkWording('[agreement.travel]\nOurs.\n[agreement.travels]\nOurs.\n'), refused('line 3', 'unknown_choice'));
  assert.throws(() => core.checkWording(''), refused('line 1', 'truncated'));
  assert.throws(() => core.print(filledSession().packet(), { today, wording: 'Ours.' }), refused('line 1', 'malformed'));
});

test('the reading of Part G, line 2 can be set: for a door, and for a session', () => {
  const packet = exampleA;
  const percentOf = ({ worksheet }) => worksheet.lines.find(({ id }) => id === 'cost_benefit.percent').value;
  assert.equal(percentOf(core.evaluate(packet, { today })), '-7.22');
  assert.equal(percentOf(core.evaluate(packet, { today, configuration: { percent: 'overall' } })), '5.38');
  assert.match(core.print(packet, { today, configuration: { percent: 'overall' } }), /5\.38%/);
  assert.throws(() => core.evaluate(packet, { today, configuration: { percent: 'both' } }), ModuleError);
  const session = sessionAt('step:start');
  session.open('a.json', new Uint8Array(packet));
  session.configure({ percent: 'overall' });
  assert.equal(percentOf(JSON.parse(session.packet())), '5.38');
  assert.throws(() => session.configure({ percent: 'both' }), ModuleError);
});

for (const [what, bytes] of Object.entries({
  'no JSON': 'nonsense',
  'nothing at all': '',
  'a depth of 10,000': '['.repeat(10_000),
  'bytes that are not UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
  'a repeated key': '{"format":"telework-packet/1","format":"telework-packet/1"}',
})) {
  test(`${what} is a problem with words, not a crash`, () => {
    const problems = core.validate(bytes, { today });
    assert.ok(problems.length > 0 && problems.every(({ message }) => message.length > 10));
    assert.throws(
      () => core.print(bytes, { today }),
      (error) => error instanceof ModuleError && error.code !== '',
    );
  });
}

test('a date that is none is refused with its mend', () => {
  assert.throws(
    () => core.evaluate('{}', { today: '2026-13-45' }),
    (error) => error instanceof ModuleError && error.message.includes('2026-13-45'),
  );
});

test('tables that are none are refused with the line, and the built-in ones go on', () => {
  for (const module of [core, wizard]) {
    const before = module.ratesDigest();
    assert.throws(
      () => module.overlayRates('telework-rates/1 overlay\nnonsense\n'),
      (error) => error instanceof ModuleError && /line \d+/.test(error.where),
    );
    assert.equal(module.ratesDigest(), before);
  }
});

test('the first answer of a session is the whole screen, later ones are what changed', () => {
  const session = wizard.session({ today, id: 'test' });
  const first = session.width('wide');
  assert.ok(nodeOf(first, 'region:main') && nodeOf(first, 'region:banner'));
  assert.equal(session.patch().patch.nodes.length, 0);
});

test('typing leaves the text as it is, leaving shows the figure', () => {
  const session = sessionAt('step:travel');
  assert.equal(nodeOf(session.edit(fare, 'input', '412.6'), fare).value, '412.6');
  assert.equal(nodeOf(session.edit(fare, 'leave', '412.6'), fare).value, '$412.60');
});

test('a wrong answer keeps its text and says its problem once it is left', () => {
  const session = sessionAt('step:travel');
  const typing = nodeOf(session.edit(fare, 'input', '12..3'), fare);
  assert.equal(typing.problem, undefined);
  const left = nodeOf(session.edit(fare, 'leave', '12..3'), fare);
  assert.equal(left.value, '12..3');
  assert.ok(left.problem.length > 10);
});

test('a packet that was saved opens again byte for byte', () => {
  const text = filledSession().packet();
  const session = sessionAt('step:travel');
  session.open('packet.json', new TextEncoder().encode(text));
  assert.equal(session.packet(), text);
});

test('an edit of what is not on the screen changes nothing', () => {
  const { effects, patch } = sessionAt('step:travel').edit('no.such.field', 'input', 'x');
  assert.deepEqual([effects, patch.nodes, patch.removed], [[], [], []]);
});

test('a session that was deleted says so', () => {
  const session = sessionAt('step:travel');
  session.delete();
  assert.throws(
    () => session.patch(),
    (error) => error instanceof ModuleError && error.code === 'not_found',
  );
});

// Each letter is 8 pixels wide, or 8.5 in the strong weight.
const letters = `${String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at))}−`;
const type = { line: 20, letters, widths: [8, 8.5].flatMap((width) => [...letters].map(() => width)) };
const isRefused = (code, where) => (error) => error instanceof ModuleError && error.code === code && error.where === where;

test('a chart of the screen is laid out for the width and the type of whoever draws it', () => {
  const session = sessionAt('start.estimate');
  session.open('example.json', exampleA);
  session.edit('step:result', 'press');
  for (const [id, width] of [['result.bars', 272], ['result.bars', 640], ['result.trips', 640]]) {
    const { height, boxes, strokes, dots, texts } = session.chart(id, width, type);
    assert.ok(height > 100, `${id} is ${height} high`);
    assert.equal(boxes.length > 0, id === 'result.bars');
    assert.equal(dots.length > 0, id === 'result.trips');
    assert.ok(strokes.every(({ spots }) => spots.length >= 2 && spots.every(([x]) => x >= 0 && x <= width)));
    assert.ok(texts.every(({ x, y, w, text }) => text && x >= 0 && y >= 0 && x + w <= width + 0.2));
    const right = [...texts.map(({ x, w }) => x + w), ...strokes.flatMap(({ spots }) => spots.map(([x]) => x))];
    assert.ok(Math.max(...right) > width - 10, `${id} is as wide as its place: ${Math.max(...right)}`);
  }
  const zero = (known) => session.chart('result.bars', 640, known).texts.find(({ text }) => text === '$0');
  assert.equal(zero({ line: 20, letters: '0$', widths: [5, 6, 7, 8] }).w, 11);
  assert.equal(zero({ line: 20, letters: '$', widths: [6, 8] }).w, 26);
});

test('a chart that is not on the screen, a width that is none, and letters that were not measured are refused', () => {
  const session = sessionAt('start.estimate');
  session.open('example.json', exampleA);
  session.edit('step:travel', 'press');
  assert.throws(() => session.chart('result.trips', 640, type), isRefused('not_found', 'result.trips'));
  assert.throws(() => session.chart(fare, 640, type), isRefused('not_found', fare));
  for (const width of [0, -1, NaN, Infinity]) {
    assert.throws(() => session.chart('result.bars', width, type), isRefused('out_of_range', 'width'));
  }
  assert.throws(() => session.chart('result.bars', 640, { ...type, widths: [8, 8, 8] }), isRefused('malformed', 'widths'));
  assert.throws(() => session.chart('result.bars', 640, { ...type, line: NaN }), isRefused('out_of_range', 'widths'));
});

// With data that came with the second half alone, a first half would go on with nothing where a word or a table is.
test('whatever the first half of the module answers is what the whole answers', async () => {
  const half = await loadWizard({ rates: ['current'], isWhole: false });
  const whole = await loadWizard({ rates: ['current'] });
  const sessions = [half, whole].map((one) => one.session({ today, id: 'halved' }));
  const nodes = new Map();
  let answered = 0;
  const compare = (act) => {
    let answer;
    try {
      answer = act(sessions[0]);
    } catch (error) {
      assert.ok(error instanceof NotYetThere, error);
      return;
    }
    assert.equal(JSON.stringify(answer), JSON.stringify(act(sessions[1])));
    ++answered;
    answer.patch?.removed.forEach((id) => nodes.delete(id));
    answer.patch?.nodes.forEach((node) => nodes.set(node.id, node));
  };
  compare((session) => session.width('wide'));
  for (const start of ['start.estimate', 'step:start']) {
    for (const id of [...nodes.keys()]) {
      compare((session) => session.edit(start, 'press'));
      for (const [action, text] of [['press'], ['choose', '1'], ['input', '12'], ['enter', 'Boise, ID'], ['leave', '20405'], ['leave', 'x']]) {
        compare((session) => session.edit(id, action, text));
      }
    }
    compare((session) => session.snapshot());
  }
  assert.ok(answered > 100);
});

test('what needs the half of the module that is not there changes nothing, and works once it is there', async () => {
  const half = await loadWizard({ rates: ['current'], isWhole: false });
  const whole = await loadWizard({ rates: ['current'] });
  const sessions = [half, whole].map((one) => one.session({ today, id: 'halved' }));
  const both = (act) => sessions.map((session) => JSON.stringify(act(session)));
  const same = (act) => assert.equal(...both(act));
  same((session) => session.width('wide'));
  same((session) => session.edit('start.estimate', 'press'));
  same((session) => session.edit(fare, 'input', '412.5'));
  for (let tries = 0; tries < 2; ++tries) {
    assert.throws(() => sessions[0].open('other.json', exampleA), NotYetThere);
    assert.throws(() => sessions[0].edit('step:eligibility', 'press'), NotYetThere);
  }
  same((session) => session.packet());
  same((session) => session.edit(fare, 'leave', '412.5'));
  same((session) => session.edit('additional.transit_savings', 'leave', '1,200'));
  same((session) => session.chart('result.bars', 320, type));
  await half.bringRest();
  same((session) => session.edit('step:eligibility', 'press'));
  same((session) => session.open('other.json', exampleA));
  same((session) => session.snapshot());
});
