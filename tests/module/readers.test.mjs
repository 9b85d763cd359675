// The readers of outside bytes that are JavaScript, under random input: the reply of a module (reply.mjs), a message of the
// frame's protocol (protocol.mjs), and the wizard's side of it (embedding.mjs). The same input each time; with
// FTT_FUZZ_SECONDS each goes on for so long, from a seed that it names.
import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import { Module, ModuleError } from '../../web/package/reply.mjs';
import { fits, greeting, layouts, themes, toHost, toWizard, views } from '../../web/embed/protocol.mjs';
import { tasks } from '../../web/package/actions.mjs';

const seconds = Number(process.env.FTT_FUZZ_SECONDS ?? 0);
const firstSeed = seconds > 0 ? Date.now() : 1;
const leastRounds = 3000;

// mulberry32: numbers from 0 to below 1.
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function manyTimes(name, round) {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  for (; count < leastRounds || performance.now() < end; count += 1) {
    const seed = firstSeed + count;
    try {
      await round(randomOf(seed));
    } catch (error) {
      error.message = `seed ${seed}: ${error.message}`;
      throw error;
    }
  }
  if (seconds > 0) {
    console.log(`${name}: ${count} rounds from seed ${firstSeed}`);
  }
}

const below = (random, count) => Math.floor(random() * count);
const oneOf = (random, list) => list[below(random, list.length)];

// ---- The reply of a module ----

const encoder = new TextEncoder();

// A module whose memory and reply are what chance makes of them.
function moduleOf(random) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
  const bytes = new Uint8Array(memory.buffer);
  const text = oneOf(random, ['', '{}', 'null', '"x"', '{"code":"a","where":"b","message":"c"}', '{"code":1,"where":{}}', '\ufeff{', 'é🙂', '[']);
  const written = encoder.encode(text);
  bytes.set(written, 2048);
  for (let i = below(random, 20); i > 0; i -= 1) {
    bytes[2048 + below(random, 64)] = below(random, 256);
  }
  const whole = [oneOf(random, [0, 1, 7, 0xffffffff]), 2048, written.length];
  const wild = () => oneOf(random, [0, 1, 2048, 65535, 65536, 0x7fffffff, 0xffffffff, below(random, 1 << 17)]);
  const reply = whole.map((value) => (random() < 0.2 ? wild() : value));
  const address = random() < 0.2 ? wild() : 16;
  if (address % 4 === 0 && address + 12 <= bytes.length) {
    new Uint32Array(memory.buffer, address, 3).set(reply);
  }
  return {
    memory,
    ftt_allocate: () => 4096,
    ftt_release() {},
    answer: () => address | 0, // as WebAssembly gives it: signed
  };
}

test('whatever a module replies is a text, or an error that says what is wrong', async () => {
  await manyTimes('reply', (random) => {
    const exports = moduleOf(random);
    const module = new Module(exports);
    try {
      assert.equal(typeof module.text('answer', 'some text', below(random, 9)), 'string');
      const bytes = module.bytes('answer', 'some text');
      assert.equal(bytes.buffer, exports.memory.buffer);
    } catch (error) {
      assert.ok(error instanceof Error && !(error instanceof assert.AssertionError), String(error));
      if (error instanceof ModuleError) {
        assert.equal(typeof error.message, 'string');
      }
    }
  });
});

// ---- A message ----

// Any value that can be sent from one page to another.
function anyValue(random, depth = 0) {
  const simple = [undefined, null, true, false, 0, -0, -1, 1.5, NaN, Infinity, 2 ** 53, '', 'task', 'x'.repeat(below(random, 40)), 7n, new Date(0)];
  if (depth > 2 || random() < 0.7) {
    return oneOf(random, [...simple, ...tasks, ...themes]);
  }
  const values = Array.from({ length: below(random, 4) }, () => anyValue(random, depth + 1));
  return oneOf(random, [values, new Map([[1, values]]), Object.fromEntries(values.map((value, i) => [`m${i}`, value]))]);
}

const goodMember = {
  protocol: () => 'telework-wizard/1',
  task: (random) => oneOf(random, tasks),
  theme: (random) => oneOf(random, themes),
  view: (random) => oneOf(random, views),
  layout: (random) => oneOf(random, layouts),
  number: (random) => below(random, 2 ** 31),
  height: (random) => below(random, 5000),
  taken: (random) => random() < 0.5,
};
const goodText = (random) => oneOf(random, ['', '{}', '{"position":{"title":"Economist"}}', '[]', 'null', '{"a":', '{"percent":"overall"}', '{"__proto__":{"a":1}}']);

function goodMessage(random, kinds, kind = oneOf(random, Object.keys(kinds))) {
  const members = Object.keys(kinds[kind]).map((name) => [name, (goodMember[name] ?? goodText)(random)]);
  return { kind, ...Object.fromEntries(members) };
}

// A good message with one thing wrong in it.
function badMessage(random, kinds) {
  const message = goodMessage(random, kinds);
  const name = oneOf(random, Object.keys(message));
  switch (below(random, 6)) {
    case 0:
      delete message[name];
      return message;
    case 1:
      return { ...message, [`more${below(random, 9)}`]: anyValue(random) };
    case 2:
      return { ...message, kind: oneOf(random, [[message.kind], 'toString', '__proto__', 'constructor', '', undefined, 3]) };
    case 3:
      return { ...message, [name]: oneOf(random, [undefined, null, -1, 1.5, NaN, [message[name]], {}, new Map(), 2 ** 53]) };
    case 4:
      return oneOf(random, [null, undefined, 3, 'task', [], new Map(Object.entries(message)), [message]]);
    default:
      return Object.keys(message).length > 1 ? Object.fromEntries(Object.entries(message).slice(1)) : {};
  }
}

test('a message fits when it is whole, and not with anything wrong in it', async () => {
  await manyTimes('messages', (random) => {
    const kinds = oneOf(random, [greeting, toWizard, toHost]);
    const good = structuredClone(goodMessage(random, kinds));
    assert.ok(fits(good, kinds), inspect(good));
    const bad = structuredClone(badMessage(random, kinds));
    assert.ok(!fits(bad, kinds), inspect(bad));
    assert.equal(typeof fits(anyValue(random), kinds), 'boolean');
  });
});

// ---- The wizard's side ----

// A page as far as embedding.mjs looks at one, the wizard behind it, and the port of a host.
async function embedded() {
  const page = { heard: undefined, clock: 0 };
  page.root = { dataset: { view: 'page' }, toggleAttribute() {}, getBoundingClientRect: () => ({ height: 700.5 }) };
  const observer = class { observe() {} };
  Object.assign(globalThis, {
    window: globalThis,
    parent: {},
    location: { search: '?view=page&theme=dark', protocol: 'https:' },
    document: { documentElement: { dataset: {} }, querySelector: () => page.root, cookie: '' },
    addEventListener: (_kind, hear) => (page.heard = hear),
    ResizeObserver: observer,
    MutationObserver: observer,
  });
  Object.defineProperty(globalThis, 'performance', { value: { now: () => page.clock }, configurable: true });
  await import('../../web/embed/embedding.mjs');
  return page;
}

test('whatever a host sends, the wizard answers each question once, in messages of the protocol, and takes nothing else', async () => {
  const { performance } = globalThis;
  const page = await embedded();
  const { embedding } = page.root;
  Object.defineProperty(globalThis, 'performance', { value: performance, configurable: true });
  let now = 0;
  const clock = { now: () => (now += 20) };
  let opened = 0;
  const open = (text) => {
    opened += 1;
    if (!text.startsWith('{')) {
      throw new Error('This is no packet.');
    }
  };
  embedding.allow(['https://host.example']);
  embedding.begin({
    snapshot: () => ({ packet: '{"format":"telework-packet/1"}', figures: '{"a":"1"}', whereabouts: '{"step":"step:start"}' }),
    replace: open,
    prefill: open,
    resume: open,
    estimate: () => ({ text: 'An estimate', link: '#estimate=1;end' }),
    show: (view) => (page.root.dataset.view = view),
    goTo: (task) => assert.ok(tasks.includes(task), task),
    configure(members) {
      assert.equal(typeof members, 'string');
    },
  });
  const said = [];
  const port = { postMessage: (message) => said.push(structuredClone(message)), close() {} };
  await manyTimes('frame', (random) => {
    Object.defineProperty(globalThis, 'performance', { value: clock, configurable: true });
    try {
      const greets = structuredClone(random() < 0.5 ? goodMessage(random, greeting) : badMessage(random, greeting));
      const origin = oneOf(random, ['https://host.example', 'https://elsewhere.example', 'null', '']);
      page.heard({ source: oneOf(random, [globalThis.parent, {}]), origin, data: greets, ports: oneOf(random, [[port], [], [port, port]]) });
      if (!port.onmessage) {
        return;
      }
      said.length = 0;
      const { ignored } = embedding;
      const isGood = random() < 0.6;
      const data = structuredClone(isGood ? goodMessage(random, toWizard) : random() < 0.5 ? badMessage(random, toWizard) : anyValue(random));
      port.onmessage({ data });
      assert.equal(embedding.ignored - ignored, fits(data, toWizard) ? 0 : 1);
      const answers = said.filter(({ kind }) => kind === 'answer');
      assert.equal(answers.length, isGood && ['get', 'set', 'resume'].includes(data.kind) ? 1 : 0);
      answers.forEach(({ number }) => assert.equal(number, data.number));
      said.forEach((message) => assert.ok(fits(message, toHost), inspect(message)));
    } finally {
      Object.defineProperty(globalThis, 'performance', { value: performance, configurable: true });
    }
  });
  assert.ok(opened > 0, 'the wizard has listened to its host');
});
