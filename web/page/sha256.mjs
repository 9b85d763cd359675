// SHA-256 (FIPS 180-4) of a file, read piece by piece, so that one of any size needs no more memory than a piece.
// WebCrypto has no such thing: it wants all bytes at once.
//
// Does not know what is in the file.

// The first 32 bits behind the point of the cube roots of the first 64 primes, and of the square roots of the first 8.
const primes = firstPrimes(64);
const constants = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const beginning = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const blockSize = 64;

/** A digest that is taken piece by piece. */
export class Sha256 {
  #state = Uint32Array.from(beginning);
  #schedule = new Uint32Array(64);
  #block = new Uint8Array(blockSize);
  #view = new DataView(this.#block.buffer);
  #filled = 0; // bytes of the block
  #size = 0; // of all pieces

  /**
   * The next piece.
   * @param {Uint8Array} bytes
   */
  add(bytes) {
    this.#size += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(blockSize - this.#filled, bytes.length - at);
      this.#block.set(bytes.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled === blockSize) {
        this.#mix();
        this.#filled = 0;
      }
    }
  }

  /** The digest of all pieces as 64 hexadecimal digits; none may follow. */
  digits() {
    const bits = this.#size * 8;
    const zeros = (blockSize * 2 - 9 - this.#filled) % blockSize;
    const end = new Uint8Array(1 + zeros + 8);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(end.length - 4, bits % 2 ** 32);
    this.add(end);
    return Array.from(this.#state, (word) => word.toString(16).padStart(8, '0')).join('');
  }

  #mix() {
    const words = this.#schedule;
    for (let i = 0; i < 16; i += 1) {
      words[i] = this.#view.getUint32(4 * i);
    }
    for (let i = 16; i < 64; i += 1) {
      const before = words[i - 15];
      const last = words[i - 2];
      const small = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3);
      const large = turned(last, 17) ^ turned(last, 19) ^ (last >>> 10);
      words[i] = words[i - 16] + small + words[i - 7] + large;
    }
    const state = this.#state;
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const sumE = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const chosen = (e & f) ^ (~e & g);
      const first = (h + sumE + chosen + constants[i] + words[i]) | 0;
      const sumA = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const most = (a & b) ^ (a & c) ^ (b & c);
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + sumA + most) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}

/**
 * The digest of a file as 64 hexadecimal digits. Rejects with an Error whose `code` is `unreadable` where the file is gone,
 * or was changed since it was chosen.
 * @param {Blob} file
 */
export async function digestOf(file) {
  const digest = new Sha256();
  try {
    const reader = file.stream().getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      digest.add(piece.value);
    }
  } catch (cause) {
    throw Object.assign(new Error('The file could not be read.', { cause }), { code: 'unreadable' });
  }
  return digest.digits();
}

/**
 * @param {number} word
 * @param {number} by
 */
function turned(word, by) {
  return (word >>> by) | (word << (32 - by));
}

/** @param {number} root */
function fraction(root) {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

/** @param {number} count */
function firstPrimes(count) {
  /** @type {number[]} */
  const found = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) {
      found.push(number);
    }
  }
  return found;
}
