// Many packets by the module: what core.inboxRow() gives of a file goes into a session, which shows it.
//
// Does not test what stands in a row (tests/packet) or how the table is sorted and paged (tests/wizard).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { loadCore } from '../../dist/core.mjs';
import { loadWizard } from '../../dist/wizard.mjs';

const today = '2026-11-21';
const [core, wizard] = await Promise.all([loadCore(), loadWizard()]);
const exampleA = readFileSync(new URL('../scenarios/example_a.json', import.meta.url));

test('a row of a file is facts alone: no answer of the packet but whose it is', () => {
  const row = core.inboxRow('a.json', exampleA, { today });
  assert.equal(row.file, 'a.json');
  assert.equal(row.case, JSON.parse(exampleA).employee.last_name);
  assert.equal(row.recorded, false);
  assert.deepEqual(row.digests, []);
  assert.ok(JSON.stringify(row).length < 1000);
  assert.deepEqual(core.inboxRow('a.json', JSON.parse(exampleA), { today }), row);
});

test('what is no packet, no day or no configuration is refused', () => {
  assert.throws(() => core.inboxRow('a.pdf', '%PDF-1.7\n', { today }), { name: 'ModuleError' });
  assert.throws(() => core.inboxRow('a.json', exampleA, { today: 'now' }), { name: 'ModuleError' });
  assert.throws(() => core.inboxRow('a.json', exampleA, { today, configuration: { closures: 'all' } }), { name: 'ModuleError' });
});

test('a copy that ends before what was seen is named in its row', () => {
  const digest = `sha256-jcs:${'0'.repeat(64)}`;
  const { id } = JSON.parse(exampleA);
  const entries = [{ digest, on: '2026-11-02' }];
  const seen = JSON.stringify({ format: 'telework-seen/1', packets: [{ id, rounds: [{ after: '', entries }] }] });
  assert.deepEqual(core.inboxRow('a.json', exampleA, { today }).warnings, []);
  assert.deepEqual(core.inboxRow('a.json', exampleA, { today, seen }).warnings, [
    'This copy ends before an entry of November 2, 2026 that was seen here: it is an older copy, or its end was cut off.',
  ]);
  assert.throws(() => core.inboxRow('a.json', exampleA, { today, seen: '{}' }), { name: 'ModuleError' });
  // Each row goes by what is given with it, not by what was given before.
  assert.deepEqual(core.inboxRow('a.json', exampleA, { today }).warnings, []);
  assert.equal(core.inboxRow('a.json', exampleA, { today, seen }).warnings.length, 1);
});

test('a session takes what was found, shows it, and asks for the file of a row', () => {
  const session = wizard.session({ today, id: 'test' });
  session.patch();
  session.lookThrough(JSON.stringify({ state: 'begun', of: 2, read: 0, others: 0, rows: [] }));
  const rows = [core.inboxRow('folder/a.json', exampleA, { today })];
  const { patch, effects } = session.lookThrough(JSON.stringify({ state: 'done', of: 2, read: 2, others: 1, rows }));
  const table = patch.nodes.find(({ id }) => id === 'inbox.table');
  assert.equal(table.rows.length, 1);
  assert.equal(table.rows[0].opens, true);
  assert.deepEqual(effects.map(({ kind }) => kind), ['announce']);
  const opened = session.edit('inbox.table/0', 'press');
  assert.deepEqual(opened.effects, [{ kind: 'inbox_open', name: 'folder/a.json' }]);
  assert.throws(() => session.lookThrough('{}'), { name: 'ModuleError' });
  assert.deepEqual(session.edit('inbox.folder', 'press').effects, [{ kind: 'inbox_folder' }]);
  session.delete();
});
