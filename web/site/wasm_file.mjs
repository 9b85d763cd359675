// The file of a WebAssembly module as its sections: to be read number by number, and to be put together again.
//
// Does not know what a function does, and checks nothing that the browser checks anyway.

/**
 * @typedef {object} Section
 * @property {number} kind
 * @property {string} name of a custom one, else empty
 * @property {Uint8Array} bytes what is in it, behind the name
 */

/**
 * Data that the module brings into memory: where to, and where that is written in the section.
 * @typedef {object} Segment
 * @property {number} address
 * @property {Uint8Array} bytes
 * @property {number} place
 */

/** The kinds of sections that are looked into. */
export const sectionKinds = { custom: 0, code: 10, data: 11, dataCount: 12 };

const header = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const [opConst, opEnd] = [0x41, 0x0b];
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Reads the bytes of a module one after the other. */
export class Reader {
  /**
   * @param {Uint8Array} bytes
   * @param {number} [at] where to begin
   */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get isAtEnd() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** A number of 32 bits without a sign. */
  unsigned() {
    return this.#number().value >>> 0;
  }

  /** A number of 32 bits with a sign. */
  signed() {
    const { value, size, last } = this.#number();
    return size < 32 && last & 0x40 ? value | (-1 << size) : value;
  }

  /** A number of 32 bits in four bytes. */
  word() {
    return this.take(4).reduceRight((value, byte) => (value << 8) | byte, 0) >>> 0;
  }

  /** @param {number} size */
  take(size) {
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  text() {
    return decoder.decode(this.take(this.unsigned()));
  }

  #number() {
    let [value, size, last] = [0, 0, 0x80];
    for (; last & 0x80; size += 7) {
      last = this.byte();
      value |= size < 32 ? (last & 0x7f) << size : 0;
    }
    return { value, size, last };
  }
}

/**
 * The bytes of a number of 32 bits without a sign.
 * @param {number} value
 */
export function numberBytes(value) {
  const bytes = [];
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

/** @param {number} value */
function signedBytes(value) {
  const bytes = [];
  for (; value < -0x40 || value >= 0x40; value >>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value & 0x7f];
}

/**
 * The bytes of a text with its size before it.
 * @param {string} text
 */
export function textBytes(text) {
  const bytes = encoder.encode(text);
  return [...numberBytes(bytes.length), ...bytes];
}

/**
 * @param {Uint8Array} file
 * @returns {Section[]}
 */
export function sectionsOf(file) {
  const reader = new Reader(file, header.length);
  const sections = [];
  while (!reader.isAtEnd) {
    const kind = reader.byte();
    const bytes = reader.take(reader.unsigned());
    const inside = new Reader(bytes);
    const name = kind === sectionKinds.custom ? inside.text() : '';
    sections.push({ kind, name, bytes: bytes.subarray(inside.at) });
  }
  return sections;
}

/** @param {Section[]} sections */
export function fileOf(sections) {
  const parts = sections.flatMap(({ kind, name, bytes }) => {
    const called = kind === sectionKinds.custom ? textBytes(name) : [];
    return [Uint8Array.from([kind, ...numberBytes(called.length + bytes.length), ...called]), bytes];
  });
  return Buffer.concat([header, ...parts]);
}

/**
 * What a section of data brings in. Throws where a place is not a number that is known beforehand.
 * @param {Uint8Array} bytes of the section
 * @returns {Segment[]}
 */
export function segmentsOf(bytes) {
  const reader = new Reader(bytes);
  return Array.from({ length: reader.unsigned() }, () => {
    const [flags, op, address, end] = [reader.unsigned(), reader.byte(), reader.signed(), reader.byte()];
    if (flags !== 0 || op !== opConst || end !== opEnd) throw new Error('The module has data without a place in memory.');
    const size = reader.unsigned();
    return { address, place: reader.at, bytes: reader.take(size) };
  });
}

/**
 * The section that brings them in.
 * @param {Omit<Segment, 'place'>[]} segments
 * @returns {Section}
 */
export function dataSectionOf(segments) {
  const parts = segments.flatMap(({ address, bytes }) =>
    [Uint8Array.from([0, opConst, ...signedBytes(address), opEnd, ...numberBytes(bytes.length)]), bytes]);
  return { kind: sectionKinds.data, name: '', bytes: Buffer.concat([Uint8Array.from(numberBytes(segments.length)), ...parts]) };
}
