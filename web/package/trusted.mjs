// The one place where text becomes a document or the address of a script, for browsers that ask for trusted types.
//
// A document is admitted to be read, never to be run: what could act in it is taken out before anybody has it. An address
// is admitted when it is a script of the page's own folder, or of what the page holds itself (blob:). Does not trust the text because of where it comes from.

/**
 * What browsers that ask for trusted types make of text.
 * @typedef {{createHTML(text: string): string, createScriptURL(name: string): string}} Admission
 */

const addresses = /^(.*:)?(href|src|srcset|srcdoc|action|formaction|data|ping)$/i;
const folder = new URL('.', import.meta.url);

/** @type {Admission} */
const rules = {
  createHTML: (text) => text,
  createScriptURL(name) {
    const address = new URL(name, folder);
    const isOwn = address.href.startsWith(folder.href) && /\.m?js$/.test(address.pathname);
    if (!isOwn && address.protocol !== 'blob:') {
      throw new TypeError(`${address} is not a script of this page.`);
    }
    return address.href;
  },
};

const { trustedTypes } = /** @type {{trustedTypes?: {createPolicy(name: string, rules: Admission): Admission}}} */ (
  /** @type {unknown} */ (globalThis)
);
const policy = trustedTypes?.createPolicy('telework', rules) ?? rules;

/**
 * The address of a script that lies beside this one, or that this page holds, for a worker. Throws where it is neither.
 * @param {string} name
 */
export function scriptAddress(name) {
  return policy.createScriptURL(name);
}

/**
 * Gives an empty frame a page with a document type: without one it would measure by the rules of old.
 * @param {Document} page
 */
export function beginPage(page) {
  page.open();
  page.write(policy.createHTML('<!doctype html><title>Print document</title>'));
  page.close();
}

/**
 * Reads HTML as a document of which nothing can act: no scripts, no handlers of events, no addresses that run. Gives it
 * without its styles, and the texts of these: as they stand in it, the policy of the page would refuse them.
 * @param {string} html
 */
export function readDocument(html) {
  /** @type {string[]} */
  const styles = [];
  const plain = html.replace(/<style>([^]*?)<\/style>/g, (whole, style) => {
    styles.push(style);
    return '';
  });
  const read = new DOMParser().parseFromString(policy.createHTML(plain), 'text/html');
  read.querySelectorAll('script, iframe, object, embed, base, meta[http-equiv]').forEach((part) => part.remove());
  for (const part of read.querySelectorAll('*')) {
    for (const { name, value } of [...part.attributes]) {
      // Letters that a browser passes over inside an address are passed over here too.
      const acts = addresses.test(name) && !/^(https?:|mailto:|#)/i.test(value.replace(/[^!-\uffff]/g, ''));
      if (/^on/i.test(name) || acts) {
        part.removeAttribute(name);
      }
    }
  }
  return { read, styles };
}
