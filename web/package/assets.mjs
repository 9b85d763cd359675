// Where the files of the site come from, the one place that knows: by address, from the folder that this module is in;
// from the disk in node; or out of the page itself where that is the single file, which carries them.
//
// A carried file is gzip as base64, in a script element of a type that no browser runs. A worker sees no elements, so
// the page hands it what it needs. Does not know what is in a file.
import { responseOf } from './response.mjs';
import { scriptAddress } from './trusted.mjs';
import { whyNoWebAssembly } from './webassembly.mjs';

/** @import {Fault, PlainModule} from './types.mjs' */

/** The folder of the site. */
export const here = new URL('.', import.meta.url);

/** Whether this is the single file. */
export const isSingle = Boolean(globalThis.document?.querySelector('script[data-file]'));

/** @type {Map<string, Uint8Array<ArrayBuffer>>} */
const handed = new Map(); // name → bytes, in a worker of the single file

/**
 * Takes the files that the page hands to its worker, by name.
 * @param {Record<string, Uint8Array<ArrayBuffer>>} files
 */
export function takeFiles(files) {
  Object.entries(files).forEach(([name, bytes]) => handed.set(name, bytes));
}

/**
 * The bytes of a file. Rejects with an Error that says what could not be loaded.
 * @param {string} name
 * @param {URL} [base]
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function bytesOf(name, base = here) {
  const own = handed.get(name);
  if (own) {
    return own;
  }
  if (isSingle) {
    return carriedBytes(name);
  }
  const address = new URL(name, base);
  if (address.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return new Uint8Array(await readFile(address));
  }
  return new Uint8Array(await (await responseOf(address)).arrayBuffer());
}

/**
 * The bytes of a file that an agency lays beside the page, as they are now: never out of the browser's own cache.
 * Undefined where there is none; rejects where that cannot be known.
 * @param {string} name
 */
export async function bytesIfThere(name) {
  if (isSingle) {
    return carriedBytes(name).catch(() => undefined);
  }
  try {
    return new Uint8Array(await (await responseOf(new URL(name, here), name, { cache: 'no-store' })).arrayBuffer());
  } catch (error) {
    const { status } = /** @type {Fault} */ (error);
    if (status === 404 || status === 410) {
      return undefined;
    }
    throw error;
  }
}

/** Whether modules are plain JavaScript here, because WebAssembly is forbidden. */
export const isPlain = Boolean(whyNoWebAssembly) && !isSingle;

/**
 * What instantiate() links: the WebAssembly of a module, or its plain JavaScript where that is forbidden.
 * @param {string} name
 * @param {URL} [base]
 * @returns {Promise<PlainModule | Response | Uint8Array<ArrayBuffer>>}
 */
export async function moduleOf(name, base = here) {
  if (isPlain) {
    return (await import(new URL(`plain/${name}.mjs`, base).href)).instantiate;
  }
  const address = new URL(`${name}.wasm`, base);
  const isAsked = !isSingle && handed.size === 0 && address.protocol !== 'file:';
  return isAsked ? responseOf(address) : bytesOf(`${name}.wasm`, base);
}

/**
 * Starts a worker of the site; it is there when its first message has come. `files` are handed to it, by name, where it
 * cannot ask for them. Rejects when the browser refuses it.
 * @param {string} name
 * @param {string[]} files
 */
export async function startWorker(name, files) {
  const worker = isSingle ? await carriedWorker(name, files) : new Worker(scriptAddress(name), { type: 'module' });
  await new Promise((resolve, reject) => {
    worker.addEventListener('message', resolve, { once: true });
    worker.addEventListener('error', () => reject(new Error(`${name} could not be started.`)), { once: true });
  });
  return worker;
}

/**
 * @param {string} name
 * @param {string[]} files
 */
async function carriedWorker(name, files) {
  const [script, ...bytes] = await Promise.all([name, ...files].map(carriedBytes));
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(scriptAddress(address));
  worker.postMessage({ files: Object.fromEntries(files.map((file, index) => [file, bytes[index]])) });
  return worker;
}

/**
 * Brings in a style sheet of the site, and waits until it is there or has failed. The single file has them all.
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export function bringStyle(name) {
  if (isSingle) {
    return Promise.resolve();
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = name;
  return new Promise((resolve) => {
    link.onload = resolve;
    link.onerror = resolve;
    document.head.append(link);
  });
}

/** @param {string} name */
async function carriedBytes(name) {
  const element = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
  if (!element) {
    throw new Error(`${name} is not in this file.`);
  }
  const packed = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
