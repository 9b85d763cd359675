// What a standalone module may ask of the system: to say why it gives up, and to end. Nothing else is answered.

const decoder = new TextDecoder();
const badDescriptor = 8;

/** A module that ended itself. */
export class ModuleEnded extends Error {
  /** @param {number} code */
  constructor(code) {
    super(`The module ended itself with code ${code}.`);
    this.name = 'ModuleEnded';
  }
}

/**
 * The imports of a module; `buffer` gives its memory as it is at the time of the call.
 * @param {() => ArrayBuffer} buffer
 * @returns {WebAssembly.Imports}
 */
export function systemCalls(buffer) {
  return {
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: {
      /**
       * @param {number} descriptor
       * @param {number} list
       * @param {number} count
       * @param {number} written
       */
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
      /** @param {number} code */
      proc_exit(code) {
        throw new ModuleEnded(code);
      },
    },
  };
}
