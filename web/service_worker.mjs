// The service worker: keeps the files of one version of the site, whole, and answers from them, so that the form opens
// and works without a network.
//
// The list of files with their digests, and the version, which is the digest of the list, are put in when the site is
// laid out. A version is kept when every one of its files has come as listed, or not at all. It is used when the person
// has agreed to it: until then, also after this script has changed, the version before goes on. What an agency sets
// beside the site (configuration.json and the tables that it names) is asked of the network first, and what came last
// stands in for it.
//
// Does not keep anything that a person types. Asks for nothing by itself but the files of a version, once.

import { whyNoWebAssembly } from './webassembly.mjs';

const { version, files } = SITE; // [name, integrity] of each; the page itself is ''
const scope = new URL('./', location).href;
const settings = 'telework settings'; // the cache of what an agency sets and of which version is in use
const nameOfCache = (of) => `telework ${of}`;
const placeOfVersion = `${scope}?in-use`;

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('message', (event) => event.waitUntil(acts[event.data.kind](event.source)));
addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && event.request.url.startsWith(scope)) {
    event.respondWith(answer(event.request));
  }
});

async function install() {
  const name = nameOfCache(version);
  try {
    // The browser holds each file against its digest, and adds all of them or none.
    const cache = await caches.open(name);
    const request = ([file, integrity]) => new Request(scope + file, { cache: 'no-cache', integrity });
    await cache.addAll(wantedFiles().map(request));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  if (!(await versionInUse())) {
    await use(version);
    await keepSettings();
  }
  // This script takes over at once. It answers from the version in use, which may be an earlier one.
  await skipWaiting();
}

// Either the modules or, where they are forbidden, what stands in for them.
function wantedFiles() {
  return files.filter(([file]) => (whyNoWebAssembly ? !file.endsWith('.wasm') : !file.startsWith('plain/')));
}

// The pages that are open hear that this script answers them now, and ask whether it has a newer version.
async function activate() {
  await removeOthers();
  await clients.claim();
}

const pages = () => clients.matchAll({ type: 'window' });

const acts = {
  async ask(page) {
    if ((await versionInUse()) !== version) {
      page.postMessage({ kind: 'update' });
    }
  },
  // Files of two versions do not go together, so no other page may be open.
  async agree(page) {
    page.postMessage((await pages()).length > 1 ? { kind: 'others' } : { kind: 'agreed', version });
  },
};

async function versionInUse() {
  const kept = await (await caches.open(settings)).match(placeOfVersion);
  const name = await kept?.text();
  return name && (await caches.has(nameOfCache(name))) ? name : undefined;
}

async function use(name) {
  await (await caches.open(settings)).put(placeOfVersion, new Response(name));
}

async function removeOthers() {
  const wanted = [settings, nameOfCache(version), nameOfCache(await versionInUse())];
  for (const name of await caches.keys()) {
    if (name.startsWith('telework ') && !wanted.includes(name)) {
      await caches.delete(name);
    }
  }
}

async function answer(request) {
  const address = new URL(request.url);
  const file = address.href.slice(scope.length).replace(/[?#].*$/, '').replace(/^index\.html$/, '');
  // The page is loaded again because the person has agreed.
  if (request.mode === 'navigate' && address.search === `?version=${version}`) {
    await use(version);
    await removeOthers();
    return Response.redirect(scope);
  }
  const inUse = await versionInUse();
  const kept = inUse && (await (await caches.open(nameOfCache(inUse))).match(scope + file, { ignoreVary: true }));
  return kept ?? ((await isSetting(file)) ? setting(request) : fetch(request));
}

async function isSetting(file) {
  return file === 'configuration.json' || (await tables()).includes(file);
}

// The tables that the configuration names, as it came last.
async function tables() {
  const kept = await (await caches.open(settings)).match(`${scope}configuration.json`);
  const { rates = [] } = (await kept?.json().catch(() => ({}))) ?? {};
  return Array.isArray(rates) ? rates.map((name) => new URL(name, scope).href.slice(scope.length)) : [];
}

async function setting(request) {
  const cache = await caches.open(settings);
  try {
    const response = await fetch(request, { cache: 'no-cache' });
    if (response.ok) {
      await cache.put(request, response.clone());
    }
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (!kept) {
      throw error;
    }
    return kept;
  }
}

// On the first visit the page has asked for these before this script was there. Without them the form works too.
async function keepSettings() {
  try {
    await setting(new Request(`${scope}configuration.json`));
    await Promise.all((await tables()).map((file) => setting(new Request(scope + file))));
  } catch {
    // The network is gone again: they are kept when they are next asked for.
  }
}
