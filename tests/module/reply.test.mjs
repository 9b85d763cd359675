// web/package/reply.mjs by itself: how text goes into a module and what comes out, with a module that is a few lines here.
import assert from 'node:assert/strict';
import test from 'node:test';
import { instantiate, isCrash, Module, ModuleError } from '../../web/package/reply.mjs';

// A module as reply.mjs sees one: memory, a way to lend it, and `echo`, which answers its text with a status before it.
function fakeModule() {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 4 });
  const lent = [];
  let next = 1024;
  const replyTo = (status, address, size) => {
    new Uint32Array(memory.buffer, 16, 3).set([status, address, size]);
    return 16;
  };
  return {
    memory,
    lent,
    ftt_allocate(size) {
      const address = next;
      next += size;
      while (next > memory.buffer.byteLength) {
        memory.grow(1);
      }
      lent.push(address);
      return address;
    },
    ftt_release(address) {
      lent.splice(lent.indexOf(address), 1);
    },
    echo: (status, address, size) => replyTo(status, address, size),
    second: (_first, _firstSize, address, size) => replyTo(0, address, size),
    add: (one, other) => one + other,
  };
}

test('text comes back as it went in, whatever its script', () => {
  const module = new Module(fakeModule());
  for (const text of ['', 'Kealoha', 'Kahoʻolawe', 'שלום', 'a\u0301', '\ufeffmark', '🙂']) {
    assert.equal(module.text('echo', 0, text), text);
  }
});

test('several texts of one call do not run into each other', () => {
  assert.equal(new Module(fakeModule()).text('second', 'one', 'two'), 'two');
});

test('numbers go in and come out as they are', () => {
  assert.equal(new Module(fakeModule()).number('add', 40, 2), 42);
});

test('memory that grows during the call is read anew, and one piece is lent at a time', () => {
  const exports = fakeModule();
  const module = new Module(exports);
  const long = 'x'.repeat(100_000);
  assert.equal(module.text('echo', 0, 'short'), 'short');
  assert.equal(module.text('echo', 0, long), long);
  assert.equal(exports.lent.length, 1);
});

test('bytes go in as they are', () => {
  const bytes = new Uint8Array([0xff, 0x00, 0xfe]);
  assert.deepEqual([...new Module(fakeModule()).bytes('echo', 0, bytes)], [...bytes]);
});

test('a problem is thrown with its code, its place and its message', () => {
  const problem = { code: 'malformed', where: 'travel_budget.nights', message: '"three" is not a number.' };
  assert.throws(
    () => new Module(fakeModule()).text('echo', 1, JSON.stringify(problem)),
    (error) =>
      error instanceof ModuleError &&
      error.code === problem.code &&
      error.where === problem.where &&
      error.message === problem.message &&
      !isCrash(error),
  );
});

test('bytes that are no module are refused', async () => {
  await assert.rejects(instantiate(new Uint8Array([1, 2, 3, 4])), WebAssembly.CompileError);
});

test('a trap is a crash, a refusal is not', () => {
  assert.ok(isCrash(new WebAssembly.RuntimeError('unreachable')));
  assert.ok(!isCrash(new TypeError('offline')));
});
