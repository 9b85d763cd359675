// What a browser keeps of chains that were seen (web/keeping/seen.mjs), with a storage that is closed, full or holds very
// many: the oldest records go, and never all of them.
import assert from 'node:assert/strict';
import test, { afterEach } from 'node:test';
import { forgetSeen, recallSeen, rememberSeen } from '../../web/keeping/seen.mjs';

// Its records are properties, as a browser's are; `room` is how many characters fit.
function storage(room) {
  const held = {};
  const methods = {
    getItem: (key) => held[key] ?? null,
    removeItem: (key) => { delete held[key]; },
    setItem(key, value) {
      const others = Object.entries(held).filter(([one]) => one !== key).reduce((sum, [, text]) => sum + text.length, 0);
      if (others + value.length > room) throw new DOMException('full', 'QuotaExceededError');
      held[key] = value;
    },
  };
  return new Proxy(held, { get: (_, name) => methods[name] ?? held[name] });
}

function session(packets = []) {
  let seen = { format: 'telework-seen/1', packets };
  return { seen: () => JSON.stringify(seen), see(text) { seen = JSON.parse(text); }, ids: () => seen.packets.map(({ id }) => id) };
}
const packet = (id, characters = 1) => ({ id, rounds: [{ entries: [{ digest: 'd'.repeat(characters) }] }] });
const at = (id, own = id) => ({ id, whereabouts: JSON.stringify({ id: own }) });
const keys = () => Object.keys(localStorage).sort();

function use(place) {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, ...(typeof place === 'function' ? { get: place } : { value: place }) });
}
afterEach(() => {
  forgetSeen();
  delete globalThis.localStorage;
});

test('what was seen is there for the next session, a copy by its own record, and forgotten with it', () => {
  use(storage(10_000));
  rememberSeen(session([packet('a')]), at('a'));
  rememberSeen(session([packet('a')]), at('copy', 'a'));
  const later = session();
  recallSeen(later);
  assert.deepEqual(later.ids(), ['a', 'a']);
  forgetSeen('a');
  assert.deepEqual(keys(), ['telework.seen.copy']);
});

test('where the storage is closed to the page, or there is none, the session goes on with what it has seen itself', () => {
  for (const place of [() => { throw new DOMException('closed', 'SecurityError'); }, undefined]) {
    use(place);
    const here = session([packet('a')]);
    rememberSeen(here, at('a'));
    recallSeen(here);
    assert.deepEqual(here.ids(), ['a']);
    forgetSeen('a');
  }
});

test('where it is full the oldest records go, until there is room', (t) => {
  t.mock.timers.enable({ apis: ['Date'] });
  use(storage(1000));
  for (const id of ['a', 'b', 'c', 'd', 'e']) {
    rememberSeen(session([packet(id, 250)]), at(id));
    t.mock.timers.tick(1000);
  }
  assert.deepEqual(keys(), ['telework.seen.c', 'telework.seen.d', 'telework.seen.e']);
});

test('what the storage does not take at all the session that saw it has none the less', () => {
  use(storage(0));
  const here = session([packet('a')]);
  rememberSeen(here, at('a'));
  recallSeen(here);
  assert.deepEqual(here.ids(), ['a']);
});

test('of very many records no more are kept than the core reads, the last ones', (t) => {
  t.mock.timers.enable({ apis: ['Date'] });
  use(storage(Infinity));
  const ids = Array.from({ length: 25 }, (_, number) => `p${number}`);
  for (const id of ids) {
    rememberSeen(session([packet(id, 100_000)]), at(id));
    t.mock.timers.tick(1000);
  }
  const later = session();
  recallSeen(later);
  assert.deepEqual(later.ids(), ids.slice(-19));
  assert.equal(keys().length, 19);
});
