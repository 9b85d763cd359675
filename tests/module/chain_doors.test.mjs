// A packet's chain at the doors of the module: told, recorded, verified and merged as the native command does it, also where
// WebAssembly is forbidden; and every digest of it recounted here by node's own SHA-256 over an RFC 8785 form of its own.
//
// Does not test what stands and what is void: tests/rules and tests/packet do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadCore, ModuleError } from '../../dist/core.mjs';

const today = '2025-06-11';
const place = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chain-'));
after(() => rmSync(folder, { recursive: true }));
const core = await loadCore();
const scenario = (name) => place(`tests/scenarios/${name}`);
const stories = ['chain.json', 'chain-round.json', 'chain-copy-a.json', 'chain-copy-b.json'];
const story = readFileSync(scenario('chain.json'), 'utf8');

function fileOf(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function command(...words) {
  const done = spawnSync(place('build/native/telework'), words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.ifError(done.error);
  return done;
}

// RFC 8785 for what JSON.parse gives: members by their UTF-16 units, numbers and texts as ECMAScript writes them.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
const sha256 = (value) => createHash('sha256').update(canonical(value), 'utf8').digest('hex');

const partsAtoI = ['arrangement', 'employee', 'position', 'locality_pay', 'travel_budget', 'additional', 'relocation', 'justification'];
const contentOf = (packet) => Object.fromEntries(partsAtoI.filter((part) => part in packet).map((part) => [part, packet[part]]));

function digestOf({ digest, ...entry }) {
  assert.match(digest, /^sha256-jcs:[0-9a-f]{64}$/);
  return `sha256-jcs:${sha256(entry)}`;
}

const nonce = (digit) => digit.repeat(32);
const sam = { name: 'Sam Doe', title: 'Branch Chief' };
const begun = () => {
  const packet = JSON.parse(readFileSync(place('tests/scenarios/example_a.json'), 'utf8'));
  packet.record = { budget_contact: { name: 'B. Lee' } };
  return packet;
};
const request = { act: 'requested', on: '2025-05-05', by: { name: 'Kim Kahale' }, nonce: nonce('a') };
const submission = {
  act: 'submitted', on: '2025-05-06', by: sam, nonce: nonce('b'),
  route: { second_level: 'not_applicable', third_level: 'not_applicable', executive: { name: 'Kim Roe' } },
};
const concurrence = { act: 'concurred', step: 'supervisor', on: '2025-05-07', by: sam, nonce: nonce('c') };
const concurred = () =>
  [request, submission, concurrence].reduce((packet, act) => core.record(packet, act, { today: act.on }).packet, begun());

for (const name of stories) {
  test(`${name}: every digest is the one that node counts over a form of its own, and each entry names the one before`, () => {
    const packet = JSON.parse(readFileSync(scenario(name), 'utf8'));
    const { entries, after: continued, handed_over: handedOver } = packet.chain;
    let before = continued;
    entries.forEach((entry, i) => {
      assert.equal(digestOf(entry), entry.digest, `entry ${i}`);
      assert.deepEqual(entry.previous, before === undefined ? [] : [before]);
      before = entry.digest;
    });
    const last = entries.at(-1);
    assert.equal(handedOver.entry, last.digest);
    assert.equal(sha256(contentOf(packet)), last.saw.content);
    assert.equal(packet.seal.content, `sha256:${last.saw.content}`);
    assert.deepEqual(last.saw.parts, Object.fromEntries(Object.entries(contentOf(packet)).map(([part, value]) => [part, sha256(value)])));
    assert.equal(sha256(handedOver.answers), last.saw.content);
    assert.equal(core.chain(packet, { today }).head, last.digest);
  });
}

test('what is hashed holds signs beyond the first plane, marks, slashes and numbers of unknown members', () => {
  const packet = begun();
  packet.travel_budget.notes_of_a_newer_version = { '\u{1F600}': 1e21, '\uFB33': 'x/y</script>\u2028', a: [0.1, -5, 1e-7, true, null] };
  packet.justification.cost = 'Cafe\u0301 \u{1F600} \\ " \u007f';
  const recorded = JSON.parse(core.record(packet, request, { today: request.on }).packet);
  const [entry] = recorded.chain.entries;
  assert.equal(digestOf(entry), entry.digest);
  assert.equal(sha256(contentOf(recorded)), entry.saw.content);
});

test('the native command, WebAssembly and plain JavaScript record the same bytes', () => {
  const file = fileOf('begun.json', begun());
  const native = command('record', file, '--act', 'requested', '--by', 'Kim Kahale', '--on', request.on, '--today', request.on);
  assert.equal(native.status, 0, native.stderr);
  const [entry] = JSON.parse(native.stdout).chain.entries;
  const act = { ...request, nonce: entry.nonce };
  assert.equal(core.record(begun(), act, { today: act.on }).packet, native.stdout);

  const script = fileOf('plain.mjs', `
    delete globalThis.WebAssembly;
    const { loadCore } = await import(${JSON.stringify(new URL('../../dist/core.mjs', import.meta.url).href)});
    const { readFileSync } = await import('node:fs');
    const core = await loadCore();
    process.stdout.write(core.record(readFileSync(process.argv[2]), JSON.parse(process.argv[3]), { today: process.argv[4] }).packet);`);
  const plain = spawnSync(process.execPath, [script, file, JSON.stringify(act), act.on], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(plain.stderr, '');
  assert.equal(plain.stdout, native.stdout);
});

test('chain tells what the native command tells, also where WebAssembly is forbidden', () => {
  const files = [...stories.map(scenario), fileOf('b.json', begun())];
  const native = files.map((file) => JSON.parse(command('chain', file, '--today', today).stdout));
  assert.deepEqual(files.map((file) => core.chain(readFileSync(file, 'utf8'), { today })), native);
  assert.equal(native[0].state, 'approved');
  const script = fileOf('plain_chain.mjs', `
    delete globalThis.WebAssembly;
    const { loadCore } = await import(${JSON.stringify(new URL('../../dist/core.mjs', import.meta.url).href)});
    const { readFileSync } = await import('node:fs');
    const core = await loadCore();
    const [today, ...files] = process.argv.slice(2);
    process.stdout.write(JSON.stringify(files.map((file) => core.chain(readFileSync(file, 'utf8'), { today }))));`);
  const plain = spawnSync(process.execPath, [script, today, ...files], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(plain.stderr, '');
  assert.deepEqual(JSON.parse(plain.stdout), native);
});

test('evaluate has the same chain in it', () => {
  assert.equal(core.evaluate(story, { today }).chain.head, core.chain(story, { today }).head);
});

test('an act that cannot be taken is refused with what it lacks, and a member that is none with its place', () => {
  const refused = (packet, act) => {
    try {
      core.record(packet, act, { today });
    } catch (error) {
      assert.ok(error instanceof ModuleError, String(error));
      return error.where;
    }
    return assert.fail('it was recorded');
  };
  const packet = concurred();
  assert.equal(refused(packet, { ...concurrence, nonce: nonce('d') }), 'act');
  assert.equal(refused(packet, { act: 'denied', step: 'executive', on: today, by: sam, nonce: nonce('d') }), 'reason');
  assert.equal(refused(packet, { act: 'note', on: today, by: sam, color: 'red' }), 'color');
  assert.equal(refused(packet, { act: 'signed', on: today, by: sam }), 'act');
  assert.equal(refused({ ...begun(), id: undefined }, request), 'id');
});

test('nonces are drawn where none are given, and no two are alike', () => {
  const draw = () => JSON.parse(core.record(begun(), { ...request, nonce: undefined }, { today }).packet).chain.entries[0].nonce;
  const [one, other] = [draw(), draw()];
  assert.match(one, /^[0-9a-f]{32}$/);
  assert.notEqual(one, other);
});

test('verify: it holds; a letter changed in Part I is named, in an entry too; and both as the native command says', () => {
  const packet = concurred();
  assert.equal(core.verify(packet, { today }).holds, true);
  assert.equal(command('verify', fileOf('good.json', packet), '--today', today).status, 0);
  for (const change of [
    (changed) => { changed.justification.cost += '.'; },
    (changed) => { changed.chain.entries[1].by.name = 'Sam Dox'; },
    (changed) => { changed.chain.entries.splice(1, 1); },
  ]) {
    const changed = JSON.parse(packet);
    change(changed);
    const { holds, messages } = core.verify(changed, { today });
    assert.equal(holds, false);
    assert.ok(messages.length > 0);
    const native = command('verify', fileOf('changed.json', changed), '--today', today);
    assert.equal(native.status, 1);
    for (const message of messages) assert.ok(native.stdout.includes(message), message);
  }
});

test('verify: what was seen tells of an end that was cut off, and of a history that was written anew', () => {
  const packet = concurred();
  const { seen } = core.verify(packet, { today });
  assert.equal(core.verify(packet, { today, seen }).holds, true);
  const cut = JSON.parse(packet);
  cut.chain.entries.pop();
  assert.match(core.verify(cut, { today, seen }).messages.join(' '), /ends before an entry of May 7, 2025/);
  assert.match(core.chain(cut, { today, seen }).not_continued, /ends before an entry/);
  const anew = core.record(core.record(begun(), { ...request, nonce: nonce('1') }).packet, submission).packet;
  assert.match(core.verify(anew, { today, seen }).messages.join(' '), /rewritten/);
});

test('merge: copies may change places, a field that one side left is the other’s, and a conflict is answered', () => {
  const common = concurred();
  const changed = (change) => {
    const packet = JSON.parse(common);
    change(packet);
    return packet;
  };
  const trips = (count) => (packet) => { packet.travel_budget.trips = count; };
  const note = (packet, text, digit) =>
    core.record(packet, { act: 'note', on: today, by: sam, statement: text, nonce: nonce(digit), nonce_of_edited: nonce(`${Number(digit) + 1}`) }, { today }).packet;
  const a = note(changed(trips(6)), 'six', '1');
  const b = note(changed((packet) => { packet.travel_budget.nights = 2; }), 'two', '3');
  const how = { by: sam, on: today, nonce: nonce('9'), today };
  const one = core.merge(a, b, how);
  assert.deepEqual(one.conflicts, []);
  assert.equal(core.merge(b, a, how).packet, one.packet);
  const { travel_budget: budget, chain } = JSON.parse(one.packet);
  assert.deepEqual([budget.trips, Number(budget.nights)], [6, 2]);
  const last = chain.entries.at(-1);
  assert.equal(last.act, 'merged');
  assert.equal(digestOf(last), last.digest);
  assert.deepEqual(last.previous, [...last.previous].sort());

  const c = note(changed(trips(8)), 'eight', '5');
  const { conflicts, packet: none } = core.merge(a, c, how);
  assert.equal(none, undefined);
  assert.deepEqual(conflicts.map(({ at }) => at), ['/travel_budget/trips']);
  const native = command('merge', fileOf('a.json', a), fileOf('c.json', c), '--by', sam.name, '--on', today, '--today', today);
  assert.equal(native.status, 1);
  assert.deepEqual(JSON.parse(native.stdout).conflicts, conflicts);
  const resolved = core.merge(a, c, { ...how, answers: [{ at: '/travel_budget/trips', take: 'b' }] });
  assert.equal(JSON.parse(resolved.packet).travel_budget.trips, 8);
});

test('inbox: a row a packet, older copies below the newest, what is no packet refused by itself', () => {
  const packet = concurred();
  const older = core.record(begun(), request, { today }).packet;
  const files = [
    { file: 'old.json', packet: older },
    { file: 'new.json', packet },
    { file: 'letter.txt', packet: 'Dear Sir' },
    { file: 'other.json', packet: { ...JSON.parse(story), id: '00000000-0000-4000-8000-000000000000' } },
  ];
  const { rows, refused } = core.inbox(files, { today });
  assert.deepEqual(refused.map(({ file }) => file), ['letter.txt']);
  const row = rows.find(({ file }) => file === 'new.json');
  assert.ok(row);
  assert.deepEqual(row.copies, ['old.json']);
  assert.equal(row.state, 'in_chain');
  assert.equal(rows.length, 2);
  assert.deepEqual(core.inbox([], { today }), { rows: [], refused: [] });
});

test('the inbox takes one file at a time, and one that cannot be read to its end leaves nothing in the next', () => {
  function* broken() {
    yield { file: 'one.json', packet: begun() };
    throw new Error('the disk is gone');
  }
  assert.throws(() => core.inbox(broken(), { today }), /the disk is gone/);
  assert.deepEqual(core.inbox([], { today }).rows, []);
});

test('the print of the module has the history and the head on each page', () => {
  const html = core.print(story, { today });
  assert.match(html, /id="sheet-history"/);
  assert.ok(html.includes(`data-chain="Chain ${core.chain(story, { today }).head_words}"`));
});
