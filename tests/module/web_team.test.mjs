// What web-team.html says of the element is what the element has: its attributes with their values, its events with their
// details, its methods and its versions, each held against web/embed, so that the page cannot fall behind.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { layouts, protocol, themes, toWizard, views } from '../../web/embed/protocol.mjs';
import { tasks } from '../../web/package/actions.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const read = (name) => readFileSync(join(top, name), 'utf8');
const page = read('shell/web-team.html');
const script = read('web/embed/telework_wizard.mjs');
const schema = JSON.parse(read('assets/schema/telework-packet.schema.json'));

const codes = (html) => [...html.matchAll(/<code>([^<]*)<\/code>/g)].map(([, code]) => code);
// The rows of a table: what each is about, and the cells behind that.
function rowsOf(id) {
  const [, table] = new RegExp(`<table id="${id}">[^]*?<tbody>([^]*?)</tbody>`).exec(page);
  return [...table.matchAll(/<tr><th scope="row"><code>([^<]*)<\/code><\/th>(.*)<\/tr>/g)]
    .map(([, name, rest]) => ({ name, cells: [...rest.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell) }));
}

test('every attribute of the element is described, and no other', () => {
  const [, list] = /observedAttributes = \[([^\]]*)\]/.exec(script);
  const attributes = [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  assert.ok(attributes.length >= 6);
  assert.deepEqual(rowsOf('attributes').map(({ name }) => name).sort(), [...attributes].sort());
});

test('the values of each attribute are all that it takes, in their order', () => {
  const taken = { task: tasks, layout: layouts, view: views, theme: themes };
  for (const { name, cells: [values] } of rowsOf('attributes')) {
    assert.deepEqual(codes(values), taken[name] ?? [], name);
    assert.equal(name in toWizard, true, `${name} is sent to the frame`);
  }
});

test('every event is described with the members of its detail', () => {
  const emitted = new Map();
  for (const [, name, detail] of script.matchAll(/#emit\('(\w+)', (\{[^}]*\}|[^)]*\))/g)) {
    const members = detail.startsWith('{') ? [...detail.matchAll(/(\w+)(?=[:,]| \})/g)].map(([, member]) => member) : [];
    emitted.set(name, members.filter((member) => !['JSON', 'parse'].includes(member)));
  }
  const rows = rowsOf('events');
  assert.deepEqual(rows.map(({ name }) => name).sort(), [...emitted.keys()].sort());
  for (const { name, cells: [detail] } of rows) {
    const written = emitted.get(name);
    if (written.length > 0) {
      assert.deepEqual(codes(detail).sort(), [...new Set(written)].sort(), name);
    }
  }
});

test('every method is described', () => {
  const methods = [...script.matchAll(/^ {2}(?:async )?([a-z]\w*)\(([^)]*)\) \{$/gm)].map(([, name, words]) => `${name}(${words})`)
    .filter((name) => !/^(constructor|\w+Callback)\(/.test(name));
  assert.deepEqual(rowsOf('methods').map(({ name }) => name).sort(), methods.filter((name) => /Packet\(/.test(name)).sort());
});

test('the versions are those of the protocol and of the packet; the ways to save are those of the form', () => {
  assert.ok(codes(page).includes(protocol));
  const [packet] = /telework-packet\/\d+/.exec(page);
  assert.match(`${packet}`, new RegExp(schema.properties.format.pattern));
  assert.equal(Number(/patience = (\d+)_000/.exec(script)[1]), 10, 'the page says ten seconds');
  assert.ok(page.includes('within ten seconds'));
});

test('what the examples call is there', () => {
  for (const [, called] of page.matchAll(/\.(getPacket|setPacket|whenDefined)\(/g)) {
    assert.ok(called === 'whenDefined' || script.includes(`async ${called}(`), called);
  }
  const prefill = JSON.parse(/prefill='([^']+)'/.exec(page)[1]);
  for (const name of Object.keys(prefill.position)) assert.ok(name in schema.properties.position.properties, name);
});

test('every option of the report on many packets is described, with all formats and editions', () => {
  const types = read('web/package/types.mjs');
  const choices = (name) => [...new RegExp(`@typedef \\{([^}]*)\\} ${name}\\b`).exec(types)[1].matchAll(/'(\w+)'/g)].map(([, one]) => one);
  const rows = rowsOf('rollup');
  const described = codes(page.slice(page.indexOf('<table id="rollup">'), page.indexOf('</table>', page.indexOf('<table id="rollup">'))));
  for (const option of ['today', 'fiscalYear', 'format', 'edition', 'configuration', ...choices('SheetName'), ...choices('ReportFormat'), ...choices('ReportEdition')]) {
    assert.ok(described.includes(option), option);
  }
  assert.ok(rows.length > 0);
});
