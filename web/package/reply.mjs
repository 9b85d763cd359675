// The one way into a WebAssembly module of ours, in a browser and in node: link it, pass text in, read the reply.
//
// Every exported function that answers gives the address of {status, address, size}: status 0 is good, 1 a problem
// whose text is {code, where, message}. Text goes in as address and size in memory that the module lends.
//
// A module can come in two halves, of which the first works alone as far as it goes.
// Does not know what any function does, keeps no state but the lent memory, and needs no generated glue.
import { ModuleEnded, systemCalls } from './system_calls.mjs';

/** @import {ModuleExports, PlainModule, Refusal, Value} from './types.mjs' */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const plainTrap = 'abort'; // what a trap says in a module that was turned into plain JavaScript

/** A problem that the module found in what it was given; `where` names the field or the line. */
export class ModuleError extends Error {
  /** @param {Refusal} refusal */
  constructor({ code, where, message }) {
    super(message);
    this.name = 'ModuleError';
    this.code = code;
    this.where = where;
  }
}

/**
 * Whether the module answers no more after our own mistake in it (an assertion, no memory left).
 * @param {unknown} error
 */
export function isCrash(error) {
  const { RuntimeError } = globalThis.WebAssembly ?? {};
  return (
    error instanceof ModuleEnded ||
    error instanceof RangeError ||
    (RuntimeError && error instanceof RuntimeError) ||
    /** @type {Error} */ (error).message === plainTrap
  );
}

/** A call that reached the half of the module that is not there yet. Nothing has changed by it: it can be made again. */
export class NotYetThere extends Error {
  constructor() {
    super('A part of the form is still on its way.');
    this.name = 'NotYetThere';
  }
}

/**
 * Links a module and starts it. `source` is its bytes, the response that brings them (compiled while it arrives), or
 * the instantiate() of its plain JavaScript build. Rejects with an Error that says what is wrong with it.
 * @param {Uint8Array<ArrayBuffer> | Response | PlainModule} source
 * @returns {Promise<ModuleExports>}
 */
export async function instantiate(source) {
  /** @type {WebAssembly.Memory} */
  let memory;
  const exports = await link(source, { ...systemCalls(() => memory.buffer), placeholder });
  ({ memory } = exports);
  exports._initialize?.();
  return exports;
}

// In the place of each function of a half that is not there.
const placeholder = new Proxy(/** @type {WebAssembly.ModuleImports} */ ({}), {
  get: () => () => {
    throw new NotYetThere();
  },
});

/**
 * @param {Uint8Array<ArrayBuffer> | Response | PlainModule} source
 * @param {WebAssembly.Imports} imports
 * @returns {Promise<ModuleExports>}
 */
async function link(source, imports) {
  if (typeof source === 'function') {
    return source(imports);
  }
  if (source instanceof Uint8Array) {
    return exportsOf(await WebAssembly.instantiate(source, imports));
  }
  // A server that does not know the media type still gets a working page, only not while it streams.
  const isStreamed = source.headers.get('content-type')?.startsWith('application/wasm');
  const linked = isStreamed
    ? WebAssembly.instantiateStreaming(source, imports)
    : WebAssembly.instantiate(await source.arrayBuffer(), imports);
  return exportsOf(await linked);
}

/** @param {WebAssembly.WebAssemblyInstantiatedSource} linked */
const exportsOf = ({ instance }) => /** @type {ModuleExports} */ (instance.exports);

/** Calls a linked module's functions. Arguments are numbers, or text and bytes, which go in as address and size. */
export class Module {
  #exports;
  #lent = 0;
  #capacity = 0;

  /** @param {ModuleExports} exports */
  constructor(exports) {
    this.#exports = exports;
  }

  get memory() {
    return this.#exports.memory;
  }

  /**
   * The plain number that a function gives: a handle, a flag.
   * @param {string} name
   * @param {...Value} values
   */
  number(name, ...values) {
    return this.enter(this.#exports, name, this.#lower(values));
  }

  /**
   * The one way in: what the exported function of that name gives.
   * @param {ModuleExports} exports
   * @param {string} name
   * @param {number[]} values
   */
  enter(exports, name, values) {
    return exports[name](...values);
  }

  /**
   * The reply's bytes, a view that is good until the next call. Throws ModuleError when the reply is a problem.
   * @param {string} name
   * @param {...Value} values
   */
  bytes(name, ...values) {
    const reply = this.number(name, ...values) >>> 0;
    const { buffer } = this.memory;
    const [status, address, size] = new Uint32Array(buffer, reply, 3);
    const bytes = new Uint8Array(buffer, address, size);
    if (status !== 0) {
      throw new ModuleError(JSON.parse(decoder.decode(bytes)));
    }
    return bytes;
  }

  /**
   * The reply's text as it came, to be kept, and what it says as JSON. Throws ModuleError when the reply is a problem.
   * @param {string} name
   * @param {...Value} values
   */
  json(name, ...values) {
    const bytes = this.bytes(name, ...values).slice();
    return { bytes, value: JSON.parse(decoder.decode(bytes)) };
  }

  /**
   * The reply's text. Throws ModuleError when the reply is a problem.
   * @param {string} name
   * @param {...Value} values
   */
  text(name, ...values) {
    return decoder.decode(this.bytes(name, ...values));
  }

  /**
   * @param {Value[]} values
   * @returns {number[]}
   */
  #lower(values) {
    const texts = values.map((value) => (typeof value === 'string' ? encoder.encode(value) : value));
    const size = texts.reduce((/** @type {number} */ sum, value) => sum + (value instanceof Uint8Array ? value.length : 0), 0);
    this.#lend(size);
    const memory = new Uint8Array(this.memory.buffer);
    let address = this.#lent;
    return texts.flatMap((value) => {
      if (!(value instanceof Uint8Array)) {
        return value;
      }
      memory.set(value, address);
      address += value.length;
      return [address - value.length, value.length];
    });
  }

  /**
   * One piece of lent memory serves every call; it grows with the longest text so far.
   * @param {number} size
   */
  #lend(size) {
    if (size <= this.#capacity) {
      return;
    }
    if (this.#capacity > 0) {
      this.#exports.ftt_release(this.#lent);
    }
    this.#capacity = Math.max(size, 4096);
    this.#lent = this.#exports.ftt_allocate(this.#capacity) >>> 0;
  }
}

/**
 * A module that comes in two halves. Until the second is there, a call that would need it leaves everything as it was and
 * throws NotYetThere.
 */
export class HalvedModule extends Module {
  #exports;
  #globals;
  #isWhole = false;
  #remembered = new Uint8Array(); // lent for what a call may change, as long as there is one half

  /** @param {ModuleExports} exports */
  constructor(exports) {
    super(exports);
    this.#exports = exports;
    this.#globals = Object.values(exports).filter((value) => value instanceof WebAssembly.Global);
  }

  /**
   * Links the second half; `source` as for instantiate().
   * @param {Uint8Array<ArrayBuffer> | Response | PlainModule} source
   */
  async bring(source) {
    await link(source, { primary: this.#exports });
    this.#isWhole = true;
    this.#remembered = new Uint8Array();
  }

  /**
   * @param {ModuleExports} exports
   * @param {string} name
   * @param {number[]} values
   */
  enter(exports, name, values) {
    if (this.#isWhole) {
      return super.enter(exports, name, values);
    }
    const undo = this.#remember();
    try {
      return super.enter(exports, name, values);
    } catch (error) {
      if (error instanceof NotYetThere) {
        undo();
      }
      throw error;
    }
  }

  // All that a module keeps: its memory and its globals. What was typed is in there, and the place of the stack's end.
  #remember() {
    const before = new Uint8Array(this.memory.buffer);
    const size = before.length;
    if (this.#remembered.length !== size) {
      this.#remembered = new Uint8Array(size);
    }
    this.#remembered.set(before);
    const values = this.#globals.map(({ value }) => value);
    return () => {
      const now = new Uint8Array(this.memory.buffer);
      now.set(this.#remembered);
      now.fill(0, size);
      this.#globals.forEach((global, index) => {
        global.value = values[index];
      });
    };
  }
}
