// The one way into a WebAssembly module of ours, in a browser and in node: link it, pass text in, read the reply.
//
// Every exported function that answers gives the address of {status, address, size}: status 0 is good, 1 a problem
// whose text is {code, where, message}. Text goes in as address and size in memory that the module lends.
//
// Does not know what any function does, keeps no state but the lent memory, and needs no generated glue: the few
// system calls that a module without files can make are answered here.

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A problem that the module found in what it was given; `where` names the field or the line. */
export class ModuleError extends Error {
  constructor({ code, where, message }) {
    super(message);
    this.name = 'ModuleError';
    this.code = code;
    this.where = where;
  }
}

/** The module answers no more after our own mistake in it (an assertion, no memory left). */
export function isCrash(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

/**
 * Links a module from an address (compiled while it arrives) or from its bytes, and starts it.
 * Rejects with an Error that says what could not be loaded.
 */
export async function instantiate(source) {
  let memory;
  const imports = systemCalls(() => memory.buffer);
  const { instance } =
    source instanceof URL || typeof source === 'string'
      ? await instantiateFrom(source, imports)
      : await WebAssembly.instantiate(source, imports);
  memory = instance.exports.memory;
  instance.exports._initialize?.();
  return instance.exports;
}

async function instantiateFrom(address, imports) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} could not be loaded (${response.status} ${response.statusText}).`);
  }
  // A server that does not know the media type still gets a working page, only not while it streams.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return WebAssembly.instantiateStreaming(response, imports);
  }
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

// What a standalone module may ask of the system: to say why it gives up, and to end.
function systemCalls(buffer) {
  const badDescriptor = 8;
  return {
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: {
      fd_write(descriptor, list, count, written) {
        const view = new DataView(buffer());
        let text = '';
        let total = 0;
        for (let entry = list; entry < list + count * 8; entry += 8) {
          const size = view.getUint32(entry + 4, true);
          text += decoder.decode(new Uint8Array(buffer(), view.getUint32(entry, true), size));
          total += size;
        }
        view.setUint32(written, total, true);
        console.error(text.trimEnd());
        return 0;
      },
      fd_close: () => badDescriptor,
      fd_read: () => badDescriptor,
      fd_seek: () => badDescriptor,
      proc_exit(code) {
        throw new WebAssembly.RuntimeError(`The module ended itself with code ${code}.`);
      },
    },
  };
}

/** Calls a linked module's functions. Arguments are numbers, or text and bytes, which go in as address and size. */
export class Module {
  #exports;
  #lent = 0;
  #capacity = 0;

  constructor(exports) {
    this.#exports = exports;
  }

  get memory() {
    return this.#exports.memory;
  }

  /** The plain number that a function gives: a handle, a flag. */
  number(name, ...values) {
    return this.#exports[name](...this.#lower(values));
  }

  /** The reply's bytes, a view that is good until the next call. Throws ModuleError when the reply is a problem. */
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

  /** The reply's text. Throws ModuleError when the reply is a problem. */
  text(name, ...values) {
    return decoder.decode(this.bytes(name, ...values));
  }

  #lower(values) {
    const texts = values.map((value) => (typeof value === 'string' ? encoder.encode(value) : value));
    const size = texts.reduce((sum, value) => sum + (value instanceof Uint8Array ? value.length : 0), 0);
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

  // One piece of lent memory serves every call; it grows with the longest text so far.
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
