// The service worker: keeps the files of one version of the site, whole, and answers from them, so that the form opens
// and works without a network.
//
// The list of files with their digests, and the version, which is the digest of the list, are put in when the site is
// laid out. A version is kept when every one of its files has come as listed, or not at all. It is used when the person
// has agreed to it: until then, also after this script has changed, the version before goes on. Nothing that fails takes
// anything away from the version in use: its files are held against their digests whenever one is asked for, and what is
// lost or damaged comes again as listed. What an agency sets beside the site (configuration.json and the files that it
// names) is asked of the network first, and what came last stands in for it. Where the browser's storage fails, everything
// comes from the network as if this script were not there.
//
// Does not keep anything that a person types. Asks for nothing by itself but the files of a version, once, and what is
// lost of them.

import { whyNoWebAssembly } from '../package/webassembly.mjs';

/** @typedef {{name: string, files: Map<string, string>}} Version  its name, and the integrity of each file by its name */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const { version, files } = SITE; // [name, integrity] of each; the page itself is ''
const scope = new URL('./', location.href).href;
const settings = 'telework settings'; // the cache of what an agency sets and of which version is in use
const nameOfCache = (/** @type {string | undefined} */ of) => `telework ${of}`;
const placeOfVersion = `${scope}?in-use`;
const placeOfList = `${scope}?files`; // in the cache of a version
const patience = 3000; // milliseconds in which the network answers, where something is kept
const nothing = () => undefined; // is kept, where the storage fails

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => event.waitUntil(acts[/** @type {keyof typeof acts} */ (event.data.kind)](/** @type {Client} */ (event.source))));
worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && event.request.url.startsWith(scope)) {
    event.respondWith(answer(event.request));
  }
});

async function install() {
  await complete(own);
  await mend();
  // This script takes over at once. It answers from the version in use, which may be an earlier one.
  await worker.skipWaiting();
}

// The pages that are open hear that this script answers them now, and ask whether it has a newer version.
async function activate() {
  await removeOthers();
  await worker.clients.claim();
}

const pages = () => worker.clients.matchAll({ type: 'window' });

let isMended = false; // since a page was told

const acts = {
  /** @param {Client} page */
  async ask(page) {
    await mend();
    if (isMended) {
      isMended = false;
      page.postMessage({ kind: 'mended' });
    }
    if ((await inUse())?.name !== version) {
      page.postMessage({ kind: 'update' });
    }
  },
  /**
   * Files of two versions do not go together, so no other page may be open.
   * @param {Client} page
   */
  async agree(page) {
    if ((await pages()).length > 1) {
      page.postMessage({ kind: 'others' });
      return;
    }
    await complete(own).then(
      () => page.postMessage({ kind: 'agreed', version }),
      () => page.postMessage({ kind: 'incomplete' }),
    );
  },
};

// ---- The files of a version ----

// Either the modules or, where they are forbidden, what stands in for them.
const wanted = files.filter(([file]) => (whyNoWebAssembly ? !file.endsWith('.wasm') : !file.startsWith('plain/')));
/** @type {Version} */
const own = { name: version, files: new Map(wanted) };

/** @type {Promise<Version | undefined> | undefined} */
let looking; // for the version in use: the files of a page are asked for together

/**
 * The version in use; undefined where there is none, or nothing is left of it.
 * @returns {Promise<Version | undefined>}
 */
function inUse() {
  looking ??= lookForVersion().finally(() => {
    looking = undefined;
  });
  return looking;
}

/** @returns {Promise<Version | undefined>} */
async function lookForVersion() {
  const kept = await caches.match(placeOfVersion, { cacheName: settings });
  const name = await kept?.text();
  if (!name || !(await caches.has(nameOfCache(name)))) {
    return undefined;
  }
  if (name === version) {
    return own;
  }
  // JSON: the files of the version, with their digests
  const list = await (await caches.match(placeOfList, { cacheName: nameOfCache(name) }))?.json().catch(() => {});
  return list && { name, files: new Map(list) };
}

/** @param {Version} version */
async function use({ name }) {
  await (await caches.open(settings)).put(placeOfVersion, new Response(name));
  looking = undefined; // Who looks from now on finds this one.
}

/**
 * @param {Version} version
 * @param {string} file
 */
const storedFile = ({ name }, file) => caches.match(scope + file, { cacheName: nameOfCache(name), ignoreVary: true });

/**
 * Whether a file is kept as listed.
 * @param {Version} version
 * @param {string} file
 */
async function isWhole(version, file) {
  const bytes = await (await storedFile(version, file))?.arrayBuffer().catch(() => {});
  return bytes !== undefined && (await integrityOf(bytes)) === version.files.get(file);
}

/**
 * What is kept of a file; nothing where it is not as listed. What is answered with has not been read: only of that the
 * browser keeps its compiled code.
 * @param {Version} version
 * @param {string} file
 */
async function keptFile(version, file) {
  const [response, isSound] = await Promise.all([storedFile(version, file), isWhole(version, file)]);
  return isSound ? response : undefined;
}

/**
 * Gives whether it is kept now: there may be no room for it.
 * @param {string} cacheName
 * @param {RequestInfo} request
 * @param {Response} response
 */
const store = (cacheName, request, response) =>
  caches.open(cacheName).then((cache) => cache.put(request, response)).then(() => true, () => false);

/** @param {ArrayBuffer} bytes */
async function integrityOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/**
 * Brings what is not there of a version as listed: all of it or nothing. Gives whether there was something.
 * @param {Version} of
 */
async function complete(of) {
  const name = nameOfCache(of.name);
  const isNew = !(await caches.has(name));
  const cache = await caches.open(name);
  try {
    const lost = [];
    for (const [file, integrity] of of.files) {
      if (!(await isWhole(of, file))) {
        // What was not as listed once can be in the browser's other cache too.
        lost.push(new Request(scope + file, { cache: isNew ? 'no-cache' : 'reload', integrity }));
      }
    }
    // The browser holds each file against its digest, and adds all of them or none.
    await cache.addAll(lost);
    await cache.put(placeOfList, new Response(JSON.stringify([...of.files])));
    return lost.length > 0;
  } catch (error) {
    if (isNew) {
      await caches.delete(name);
    }
    throw error;
  }
}

let mending = Promise.resolve();

// Sees to it that a version in use is there whole, one after the other.
function mend() {
  mending = mending.then(mendNow, mendNow);
  return mending;
}

// What is lost of the version in use comes again. Where it does not come any more, or none is in use, this one takes its
// place; where that does not come either, it is left as it is.
async function mendNow() {
  const used = await inUse();
  const isFirst = !used && !(await caches.match(placeOfVersion, { cacheName: settings }));
  for (const of of used && used.name !== version ? [used, own] : [own]) {
    try {
      const isBrought = await complete(of);
      if (of !== used) {
        await use(of);
        await keepSettings();
      }
      isMended ||= isBrought || (of !== used && !isFirst);
      return;
    } catch {
      // Without a network, for instance.
    }
  }
}

async function removeOthers() {
  const names = [settings, nameOfCache(version), nameOfCache((await inUse())?.name)];
  for (const name of await caches.keys()) {
    if (name.startsWith('telework ') && !names.includes(name)) {
      await caches.delete(name);
    }
  }
}

/** @param {Request} request */
async function answer(request) {
  const address = new URL(request.url);
  const file = address.href.slice(scope.length).replace(/[?#].*$/, '').replace(/^index\.html$/, '');
  // The page is loaded again because the person has agreed.
  if (request.mode === 'navigate' && address.search === `?version=${version}`) {
    await use(own).then(removeOthers).catch(nothing); // Then the version before goes on, and this one is offered again.
    return Response.redirect(scope);
  }
  const used = await inUse().catch(nothing);
  if (used?.files.has(file)) {
    return (await keptFile(used, file).catch(nothing)) ?? broughtAgain(used, file);
  }
  return (await isSetting(file)) ? setting(request) : fetch(request);
}

/**
 * A file of the version in use that is lost or damaged. One of another version would not go with the others: where that
 * is all that comes, the browser looks for what is newer.
 * @param {Version} version
 * @param {string} file
 */
async function broughtAgain({ name, files: listed }, file) {
  let response;
  try {
    response = await fetch(new Request(scope + file, { cache: 'reload', integrity: listed.get(file) }));
  } catch (error) {
    worker.registration.update().catch(() => {});
    throw error;
  }
  isMended ||= await store(nameOfCache(name), scope + file, response.clone());
  return response;
}

// ---- What an agency sets ----

/** @param {string} file */
async function isSetting(file) {
  return file === 'configuration.json' || (await namedFiles()).includes(file);
}

// The files that the configuration names, as it came last.
async function namedFiles() {
  const kept = await caches.match(`${scope}configuration.json`, { cacheName: settings }).catch(nothing);
  // JSON: configuration.json
  const { rates, wording } = (await kept?.json().catch(() => {})) ?? {};
  return [rates, wording].flat().flatMap((name) => {
    try {
      return typeof name === 'string' ? new URL(name, scope).href.slice(scope.length) : [];
    } catch {
      return [];
    }
  });
}

/**
 * What the network has of it; where it has nothing of the agency's, or takes too long, what came last.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function setting(request) {
  const kept = await caches.match(request, { cacheName: settings, ignoreVary: true }).catch(nothing);
  const asked = newest(request, kept);
  return kept ? Promise.race([asked, new Promise((resolve) => setTimeout(resolve, patience, kept))]) : asked;
}

/**
 * @param {Request} request
 * @param {Response | undefined} kept
 */
async function newest(request, kept) {
  let response;
  let text;
  try {
    response = await fetch(request, { cache: 'no-store' });
    text = await response.clone().text(); // which can break off
  } catch (error) {
    if (kept) {
      return kept;
    }
    throw error;
  }
  const isNone = response.status === 404 || response.status === 410; // which is an answer too
  if (!isNone && (!response.ok || response.redirected || isPage(response, text))) {
    return kept ?? response;
  }
  if (isNone || !request.url.endsWith('.json') || isObject(text)) {
    await store(settings, request, response.clone());
  }
  return response; // Also where it cannot be read: then the page says so.
}

// Whether it is a page, of a network that wants somebody to sign in for instance, in the place of a file.
const isPage = (/** @type {Response} */ { headers }, /** @type {string} */ text) => /html/i.test(headers.get('Content-Type') ?? '') || /^\s*</.test(text);

/** @param {string} text */
function isObject(text) {
  try {
    const found = JSON.parse(text); // JSON: any
    return typeof found === 'object' && found !== null && !Array.isArray(found);
  } catch {
    return false;
  }
}

// On the first visit the page has asked for these before this script was there. Without them the form works too.
async function keepSettings() {
  try {
    await setting(new Request(`${scope}configuration.json`));
    await Promise.all((await namedFiles()).map((file) => setting(new Request(scope + file))));
  } catch {
    // The network is gone again: they are kept when they are next asked for.
  }
}
