// The files of what was dropped, where that is several or a folder: folders are gone through to their ends. What the browser
// does not hand over, a file or the rest of a folder, is there by its name alone.
//
// Does not read any, or know which can be packets.

/** @import {ChosenFile} from './types.mjs' */

/**
 * Undefined where it is one file or none. Asks for the entries at once: later the browser gives none.
 * @param {DataTransfer} dropped
 * @returns {Promise<ChosenFile[]> | undefined}
 */
export function manyDropped(dropped) {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length > 1 || entries[0]?.isDirectory) {
    return filesBelow(entries);
  }
  const files = [...dropped.files];
  return files.length > 1 ? Promise.resolve(files.map((file) => ({ name: file.name, file }))) : undefined;
}

/** @param {FileSystemEntry[]} entries */
async function filesBelow(entries) {
  /** @type {ChosenFile[]} */
  const found = [];
  const left = [...entries];
  for (let entry = left.pop(); entry; entry = left.pop()) {
    const name = entry.fullPath.replace(/^\//, '');
    if (entry.isDirectory) {
      const { entries, isWhole } = await entriesOf(/** @type {FileSystemDirectoryEntry} */ (entry));
      left.push(...entries);
      isWhole || found.push({ name, file: undefined });
    } else {
      found.push({ name, file: await fileOf(/** @type {FileSystemFileEntry} */ (entry)) });
    }
  }
  return found;
}

/**
 * A folder gives its entries in parts, until it cannot be read further.
 * @param {FileSystemDirectoryEntry} folder
 */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const entries = [];
  for (;;) {
    const part = await new Promise((/** @type {(part?: FileSystemEntry[]) => void} */ done) => reader.readEntries(done, () => done()));
    if (!part?.length) {
      return { entries, isWhole: part !== undefined };
    }
    entries.push(...part);
  }
}

/**
 * @param {FileSystemFileEntry} entry
 * @returns {Promise<File | undefined>}
 */
async function fileOf(entry) {
  return new Promise((done) => entry.file(done, () => done(undefined)));
}
