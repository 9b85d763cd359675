// Many files shared out among those who read them, some at a time: nobody who reads waits for the next ones, and the page is
// not held up.
//
// Asks nothing of a file: how large one is the disk says, for which the page would wait, and for thousands of them seconds.
// Whoever reads finds that out. To hand a file over takes the page a fraction of a millisecond, in which the browser asks the
// disk after all: so a message has few. Does not read.
import { slices } from './slices.mjs';

/** Files that are handed over in one message. */
export const filesAtOnce = 20;

/**
 * @template {File | undefined} Chosen
 * @param {Map<string, Chosen>} files
 * @returns {Generator<{name: string, file: Chosen}[]>}
 */
export function* batchesOf(files) {
  let batch = [];
  for (const [name, file] of files) {
    batch.push({ name, file });
    if (batch.length === filesAtOnce) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

/**
 * Resolves when act(reader, part) has been awaited for each part, or it is over. While one reads something, the next lies
 * with it already; to hand over the first of all takes some turns.
 * @template Reader, Part
 * @param {Reader[]} readers
 * @param {Iterator<Part>} parts
 * @param {(reader: Reader, part: Part) => Promise<void>} act
 * @param {() => boolean} isOver
 */
export async function shareOut(readers, parts, act, isOver) {
  const giveWay = slices();
  const readOn = async (/** @type {Reader} */ reader) => {
    for (let next = parts.next(); !isOver() && !next.done; next = parts.next()) {
      await act(reader, next.value);
      await giveWay();
    }
  };
  const all = [];
  for (const reader of [...readers, ...readers]) {
    const reads = readOn(reader);
    reads.catch(() => {}); // whoever waits for all of them is told
    all.push(reads);
    await giveWay();
  }
  await Promise.all(all);
}
