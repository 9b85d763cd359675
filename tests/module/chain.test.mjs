// The digests of a chain are those that anyone works out: the native command, the WebAssembly module, its plain
// JavaScript, and forty lines of ordinary JavaScript that know RFC 8785 and SHA-256 alone.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadCore } from '../../dist/core.mjs';

const place = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const today = '2026-11-21';
const names = ['chain.json', 'chain-round.json', 'chain-copy-a.json', 'chain-copy-b.json'];

// RFC 8785: JavaScript sorts names by their UTF-16 units, and writes numbers and texts as it asks for.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(',')}}`;
}
const sha256 = (value) => createHash('sha256').update(canonical(value)).digest('hex');
const digestOf = ({ digest: _own, ...entry }) => `sha256-jcs:${sha256(entry)}`;

const parts = ['arrangement', 'employee', 'position', 'locality_pay', 'travel_budget', 'additional', 'relocation', 'justification'];
const contentOf = (packet) => sha256(Object.fromEntries(parts.filter((part) => part in packet).map((part) => [part, packet[part]])));

for (const name of names) {
  const bytes = readFileSync(place(`tests/scenarios/${name}`));
  const packet = JSON.parse(bytes.toString());

  test(`${name}: each digest, worked out here, is the one in the file, and each entry names the one before`, () => {
    let before = packet.chain.after;
    for (const entry of packet.chain.entries) {
      assert.equal(digestOf(entry), entry.digest);
      assert.deepEqual(entry.previous, before === undefined ? [] : [before]);
      before = entry.digest;
    }
    assert.equal(packet.chain.handed_over.entry, before);
    assert.equal(sha256(packet.chain.handed_over.answers), packet.chain.entries.at(-1).saw.content);
    assert.equal(contentOf(packet), packet.chain.entries.at(-1).saw.content);
  });

  test(`${name}: the native command and the WebAssembly module give the same digests`, async () => {
    const core = await loadCore();
    const { stdout } = spawnSync(place('build/native/telework'), ['chain', place(`tests/scenarios/${name}`), '--today', today],
      { encoding: 'utf8' });
    const native = JSON.parse(stdout);
    const { chain } = core.evaluate(new Uint8Array(bytes), { today });
    assert.deepEqual(chain, native);
    assert.equal(chain.head, packet.chain.entries.at(-1).digest);
  });
}

test('the plain JavaScript, where WebAssembly is forbidden, gives them too', () => {
  const script = `
    Object.defineProperty(globalThis, 'WebAssembly', { value: undefined });
    const { loadCore } = await import(${JSON.stringify(new URL('../../dist/core.mjs', import.meta.url).href)});
    const { readFileSync } = await import('node:fs');
    const core = await loadCore();
    const answers = ${JSON.stringify(names)}.map((name) =>
      core.evaluate(new Uint8Array(readFileSync(${JSON.stringify(place('tests/scenarios/'))} + name)), { today: '${today}' }).chain);
    console.log(JSON.stringify(answers));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.notEqual(stdout, '', stderr);
  names.forEach((name, nth) => {
    const { stdout: native } = spawnSync(place('build/native/telework'), ['chain', place(`tests/scenarios/${name}`), '--today', today],
      { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(stdout)[nth], JSON.parse(native));
  });
});
