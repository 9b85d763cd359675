// The SHA-256 of a file that is read piece by piece (web/page/sha256.mjs): whatever the pieces are, and never more than one
// of them at a time.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { digestOf } from '../../web/page/sha256.mjs';

const expected = (bytes) => createHash('sha256').update(bytes).digest('hex');

test('files of no bytes and around the ends of a block have the digest that they have elsewhere', async () => {
  for (const size of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 100_003]) {
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) % 251);
    assert.equal(await digestOf(new Blob([bytes])), expected(bytes), `${size} bytes`);
  }
});

test('however a file comes in pieces its digest is the same, and no more of it is read than the next piece', async () => {
  const bytes = Uint8Array.from({ length: 70_001 }, (_, at) => (at * 17) % 253);
  for (const length of [7, 63, 64, 4096, 70_001]) {
    let at = 0;
    let asked = 0;
    const reader = {
      async read() {
        asked += 1;
        assert.equal(asked, 1, 'one piece at a time');
        await new Promise((done) => setImmediate(done));
        asked -= 1;
        const value = bytes.slice(at, at + length);
        at += value.length;
        return { done: value.length === 0, value };
      },
    };
    assert.equal(await digestOf({ stream: () => ({ getReader: () => reader }) }), expected(bytes), `pieces of ${length}`);
  }
});

test('a file that is gone meanwhile is named by a code', async () => {
  const reader = { async read() { throw new DOMException('gone', 'NotReadableError'); } };
  await assert.rejects(digestOf({ stream: () => ({ getReader: () => reader }) }), { code: 'unreadable' });
});
