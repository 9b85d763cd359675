// The content security policy of the site: everything from its own folder, nothing inline but the one script that watches
// over the coming of the form, by its digest (watch.mjs), nothing evaluated, no string becomes a document or a script's
// address but through the one trusted types policy (trusted.mjs).
//
// The pages carry it themselves (layout.mjs), and a server may send it as a header (serve.mjs). A header says in addition
// who may frame a page, which a page cannot say of itself. Does not send or write anything.

import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** The script that stands inside of the pages of the wizard, as one line. */
export const watchScript = buildSync({
  entryPoints: [fileURLToPath(new URL('../page/watch.mjs', import.meta.url))],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2017',
  charset: 'utf8',
  legalComments: 'none',
  write: false,
}).outputFiles[0].text.trim();

/**
 * An inline script or style as a policy names it.
 * @param {string} text
 */
export const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @typedef {Record<string, string>} Directives */

/** @type {Directives} */
const directives = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'telework',
};

const watched = { 'script-src': `'self' ${digest(watchScript)} 'wasm-unsafe-eval'` };
// The page that shows how to embed holds frames of this site.
/** @type {Record<string, Directives>} */
const more = { 'index.html': watched, 'embed.html': watched, ...Object.fromEntries(['demo.html', 'demo-request.html'].map((name) => [name, { 'frame-src': "'self'" }])) };

const written = (/** @type {Directives} */ all) => Object.entries(all).map(([name, value]) => `${name} ${value}`).join('; ');

/**
 * The policy as the page of this name carries it itself.
 * @param {string} page
 */
export function pagePolicy(page) {
  return written({ ...directives, ...more[page] });
}

/**
 * The policy as a header for what has this name. `hosts`: the origins that may embed the wizard. "null" among them means
 * pages in a sandbox, which have no origin that a policy could name: then who frames it is left to the handshake.
 * @param {string} name
 * @param {string[]} [hosts]
 */
export function headerPolicy(name, hosts = []) {
  const framed = name === 'embed.html' ? ["'self'", ...hosts] : ["'self'"];
  return written({ ...directives, ...more[name], ...(framed.includes('null') ? {} : { 'frame-ancestors': framed.join(' ') }) });
}
