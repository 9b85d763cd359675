// The bytes of files, as whoever reads many of them takes them: small ones some at a time.
//
// Does not know what is in a file.

/** @import {NamedFile} from './types.mjs' */

// So many bytes of packets take some hundredths of a second: as long as the page waits where it is the page that reads.
export const piece = 256 * 1024;

/**
 * Undefined where they cannot be read.
 * @param {Blob} blob
 */
export const bytesIn = (blob) => blob.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => undefined);

/**
 * The bytes of those of the files that are no larger than a piece, read as one, which takes a fraction of the time of a
 * reading for each. None where one of them cannot be read, or is not what it was: each by itself then shows which.
 * @param {NamedFile[]} files
 */
export async function bytesOfSmall(files) {
  const small = files.filter(({ file }) => file.size <= piece);
  const sizes = small.map(({ file }) => file.size);
  const bytes = sizes.includes(0) ? undefined : await bytesIn(new Blob(small.map(({ file }) => file)));
  /** @type {Map<NamedFile, Uint8Array>} */
  const found = new Map();
  if (bytes?.length === sizes.reduce((sum, size) => sum + size, 0)) {
    let at = 0;
    small.forEach((one, index) => found.set(one, bytes.subarray(at, (at += sizes[index]))));
  }
  return found;
}
