// What the page does with files: offer one to keep, ask for one, take one that is dropped, and print a document.
//
// Everything stays on the person's own machine: nothing is uploaded. Does not know what is in a file.
import { element } from '../twin/dom.mjs';
import { manyDropped } from './dropped.mjs';
import { showProgress } from './progress.mjs';
import { beginPage, readDocument } from '../package/trusted.mjs';

/** @import {ChosenFile, SavedFile, Say} from './types.mjs' */

// A file larger than this is not read to its end: the core refuses it by its size in any case.
const mostBytes = 64 * 1024 * 1024;

// A larger one takes the wizard more than a tenth of a second; a packet in earnest has some ten kilobytes.
const largeBytes = 2 * 1024 * 1024;
const millisecondsToPaint = 50;

/**
 * Offers `content` as a file of that name.
 * @param {SavedFile} file
 */
export function save({ name, media_type: type, content }) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const packets = '.json,.html,.htm,application/json,text/html';
/** What holds many packets, too. */
export const manyPackets = `${packets},.ndjson,.jsonl,application/x-ndjson`;

// Held until the next one: an input in no document that nothing refers to may be gone before the person has chosen.
const chooser = { input: /** @type {HTMLInputElement | undefined} */ (undefined) };

/**
 * Lets the person choose a packet or a saved page; call it while a press is being handled.
 * @param {(file: File) => void} take
 */
export function choose(take) {
  const input = element('input', { type: 'file', accept: packets });
  input.addEventListener('change', () => input.files?.[0] && take(input.files[0]));
  chooser.input = input;
  input.click();
}

/**
 * Lets the person choose several files, or a folder where the browser can; call it while a press is being handled.
 * @param {boolean} isFolder
 * @param {(files: ChosenFile[]) => void} take
 */
export function chooseMany(isFolder, take, accept = packets) {
  const which = isFolder ? { webkitdirectory: true } : { accept };
  const input = element('input', { type: 'file', multiple: true, ...which });
  input.addEventListener('change', () => {
    take([...(input.files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file })));
  });
  chooser.input = input;
  input.click();
}

/**
 * Gives take() the bytes of a file, at most as many as are ever looked at; tells where it cannot be read. Of a large one it
 * is shown in `root`, and said by say(text), that it is being opened, and until its bytes have come, from a slow disk or
 * network, it can be canceled.
 * @param {File} file
 * @param {(bytes: Uint8Array) => void} take
 * @param {{root: HTMLElement, say: Say, tell: Say}} page
 */
export async function read(file, take, { root, say, tell }) {
  // Of a file that is gone the size may be none, and a part of that can be read.
  const bytes = () => (file.size > mostBytes ? file.slice(0, mostBytes) : file).arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => tell(`${file.name} cannot be read. See that it is still there, and that you may open it; then choose it again.`),
  );
  if (file.size < largeBytes) {
    const found = await bytes();
    found && take(found);
    return;
  }
  const { promise: canceled, cancel } = cancellation();
  const work = async () => {
    const found = await Promise.race([bytes(), canceled]);
    if (found) {
      // Nothing is painted while the wizard reads.
      await new Promise((done) => setTimeout(done, millisecondsToPaint));
      take(found);
    }
  };
  await showProgress({ root, say, cancel, words: `Opening ${file.name} …`, after: 0 }, work());
}

function cancellation() {
  let cancel = () => {};
  /** @type {Promise<undefined>} */
  const promise = new Promise((done) => {
    cancel = () => done(undefined);
  });
  return { promise, cancel };
}

/**
 * Takes files that are dropped anywhere on `target`; the browser would leave the page for them. One that is dropped on a
 * file field comes with that field's id; several, or a folder, go to takeMany().
 * @param {Document} target
 * @param {(file: File, field?: string) => void} take
 * @param {(files: Promise<ChosenFile[]>) => void} takeMany
 */
export function acceptDrops(target, take, takeMany) {
  const filesOf = (/** @type {DragEvent} */ { dataTransfer }) => (dataTransfer?.types.includes('Files') ? dataTransfer : undefined);
  target.addEventListener('dragover', (event) => {
    const dropped = filesOf(event);
    if (dropped) {
      event.preventDefault();
      dropped.dropEffect = 'copy';
    }
  });
  target.addEventListener('drop', (event) => {
    const dropped = filesOf(event);
    if (dropped) {
      event.preventDefault();
      const field = /** @type {Element} */ (event.target).closest?.('[type="file"]')?.id;
      const many = field ? undefined : manyDropped(dropped);
      if (many) {
        takeMany(many);
      } else if (dropped.files.length > 0) {
        take(dropped.files[0], field);
      }
    }
  });
}

/**
 * Prints an HTML document out of a frame that is not in sight. Its styles are taken over as style sheets and its
 * scripts not at all, so that it looks the same under a policy that allows no inline style. In a sandbox, where no page
 * may reach into its frames, it is printed in place of the page. Afterwards the focus is where it was. Rejects where the
 * browser does not print.
 * @param {string} html
 */
export async function print(html) {
  const { read: source, styles } = readDocument(html);
  const frame = element('iframe', {
    className: 'print-frame',
    title: 'Print document',
    tabIndex: -1,
    ariaHidden: 'true',
  });
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  document.querySelectorAll('.print-frame').forEach((earlier) => earlier.remove());
  document.body.append(frame);
  const { contentDocument: page } = frame;
  const view = /** @type {(Window & typeof globalThis & {CSSMarginRule?: unknown}) | null | undefined} */ (page?.defaultView);
  if (!page || !view) {
    frame.remove();
    printInPlace(source, styles);
    return;
  }
  beginPage(page);
  page.replaceChild(page.adoptNode(source.documentElement), page.documentElement);
  page.adoptedStyleSheets = styles.map((style) => sheetOf(style, view));
  view.addEventListener('afterprint', () => setTimeout(() => {
    // The frame had the focus; whoever has gone on meanwhile keeps it.
    const isLeft = document.activeElement === frame || document.activeElement === document.body;
    frame.remove();
    isLeft && before?.focus({ preventScroll: true });
  }));
  // A browser without margin boxes would print pages without head, foot and number.
  if (!view.CSSMarginRule) {
    const { layOutPages } = await import('./print_pages.mjs');
    layOutPages(page);
  }
  view.focus();
  view.print();
}

/**
 * @param {string} style
 * @param {Window & typeof globalThis} view
 */
function sheetOf(style, view) {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}

/**
 * print() does not return before the document is taken, so that the page is away for that moment only.
 * @param {Document} source
 * @param {string[]} styles
 */
function printInPlace(source, styles) {
  const root = document.documentElement;
  const [body, before] = [document.adoptNode(source.body), document.body];
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const sheets = [...document.styleSheets];
  const shown = document.adoptedStyleSheets;
  let isPrinting = /** @type {boolean} */ (false);
  const begins = () => { isPrinting = true; };
  addEventListener('beforeprint', begins, { once: true });
  sheets.forEach((sheet) => { sheet.disabled = true; });
  document.adoptedStyleSheets = styles.map((style) => sheetOf(style, window));
  root.replaceChild(body, before);
  try {
    window.print();
  } finally {
    root.replaceChild(before, body);
    document.adoptedStyleSheets = shown;
    sheets.forEach((sheet) => { sheet.disabled = false; });
    removeEventListener('beforeprint', begins);
    focused?.focus({ preventScroll: true });
  }
  if (!isPrinting) {
    throw new Error('the page around this one forbids it (its sandbox lacks allow-modals). Save it as a page, and print that.');
  }
}
