// The JSON Schema and the reader agree on the form of every member: what one takes the other takes, and nothing else.
// What members say to each other is marked as a check and outside of the schema.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { loadCore } from '../../dist/core.mjs';
import { probes, probesSetAside } from './probes.mjs';

const Ajv = createRequire(new URL('../../web/package.json', import.meta.url))('ajv/dist/2020.js');

const core = await loadCore();
const schema = core.schema();
// Its division of floating point numbers is not exact: 4.35 / 0.01.
const fits = new Ajv({ strict: false, multipleOfPrecision: 6 }).compile(schema);
const ofForm = (problems) => problems.filter(({ kind }) => kind !== 'check');

function disagreements(all) {
  const found = [];
  let count = 0;
  for (const { path, text } of all) {
    count += 1;
    const isValid = fits(JSON.parse(text));
    const problems = ofForm(core.validate(text, { today: '2026-11-21' }));
    if (isValid !== (problems.length === 0)) {
      const shown = text.length > 160 ? `${text.slice(0, 160)}…` : text;
      found.push(`${path}: ${shown}: the schema ${isValid ? 'takes it' : 'refuses it'}, the reader says ${JSON.stringify(problems)}`);
    }
  }
  return { found, count };
}

test('schema and reader agree on every member with every kind of value', () => {
  const { found, count } = disagreements(probes(schema));
  assert.ok(count > 15_000, `${count} probes`);
  assert.deepEqual(found.slice(0, 20), [], `${found.length} of ${count} disagree`);
});

test('they agree on members that are not asked for as the answers stand', () => {
  const { found, count } = disagreements(probesSetAside(schema));
  assert.ok(count > 1_000, `${count} probes`);
  assert.deepEqual(found.slice(0, 20), [], `${found.length} of ${count} disagree`);
});

test('whatever a probe holds is written back as it is, where it is no answer', () => {
  for (const [member, value] of [['nights', true], ['nights', [1]], ['transport', 412.605], ['transport', '$1,234.50'], ['trips', '4']]) {
    const packet = { format: 'telework-packet/1', travel_budget: { [member]: value } };
    const written = /<template id="telework-packet">([^<]*)</.exec(core.print(packet, { today: '2026-11-21' }))[1];
    const text = written.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    assert.deepEqual(JSON.parse(text).travel_budget, packet.travel_budget, JSON.stringify(value));
  }
});

test('the packets of the scenarios fit the schema', () => {
  const folder = new URL('../scenarios/', import.meta.url);
  const names = readdirSync(folder).filter((name) => /^[a-z_0-9-]+\.json$/.test(name));
  assert.ok(names.length > 0);
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    assert.ok(fits(JSON.parse(text)), `${name}: ${JSON.stringify(fits.errors)}`);
    assert.deepEqual(ofForm(core.validate(text)), [], name);
  }
});
