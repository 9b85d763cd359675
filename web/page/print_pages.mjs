// Lays a print document out into Letter pages, each with its head and foot, for browsers whose pages have no margin
// boxes (there is no CSSMarginRule). Others break the document into pages themselves.
//
// It keeps what the document's style sheet asks for: a sheet begins a page, nothing that avoids a break is broken as
// long as a page can hold it, a heading stays with what follows, and the heads of tables and of long texts stand again
// on each page.
//
// Does not change a word, and does not know the forms.

const styles = `
@page{size:Letter;margin:0}
html,body{background:#fff;margin:0;padding:0;max-width:none;box-shadow:none}
main{display:block}
.paper{position:relative;width:8.5in;height:calc(11in - 1px);overflow:hidden;break-after:page}
.paper:last-child{break-after:auto}
.paper-body{position:absolute;top:.9in;left:.75in;width:7in;height:9.3in}
.paper-body .sheet{break-before:auto;page:auto;display:block}
.paper-body .running{display:none}
.paper-body>.sheet>:first-child{margin-top:0}
.paper-head,.paper-foot{position:absolute;left:.75in;width:7in;display:flex;gap:12pt;justify-content:space-between;font-size:7.5pt;line-height:1.25;white-space:pre-line}
.paper-head{bottom:calc(11in - 1px - .9in + 10pt);align-items:flex-end;padding-bottom:5pt;border-bottom:.5pt solid #000}
.paper-foot{top:calc(10.2in + 10pt);padding-top:5pt;border-top:.5pt solid #000}
.paper-head :last-child,.paper-foot :last-child{text-align:right}
.paper-head span:nth-child(2):nth-last-child(2){font-size:9pt;font-weight:700;text-align:center}
`;

/**
 * Lays out the print document that `page` shows. Its style sheets have to be in use.
 * @param {Document} page
 */
export function layOutPages(page) {
  const view = /** @type {Window & typeof globalThis} */ (page.defaultView);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  const main = /** @type {HTMLElement} */ (page.querySelector('main'));
  const sheets = /** @type {HTMLElement[]} */ ([...main.querySelectorAll(':scope > .sheet')]);
  sheets.forEach((one) => one.remove());
  sheets.forEach((one) => new Layout(main, one).place());
  const papers = [...main.querySelectorAll('.paper')];
  papers.forEach((paper, index) => {
    const foot = /** @type {Element} */ (paper.querySelector('.paper-foot'));
    /** @type {ChildNode} */ (foot.lastChild).textContent = `Page ${index + 1} of ${papers.length}`;
  });
}

// One sheet of the document on as many pages as it takes.
class Layout {
  #main;
  #sheet;
  /** @type {HTMLElement} */
  #body; // of the page that is being filled
  #fitted = { pieces: 1, words: 1 }; // of a text, on the page before
  /** @type {Element[]} */
  #open = []; // the elements on this page that are being filled, from the sheet inwards

  /**
   * @param {HTMLElement} main
   * @param {HTMLElement} sheet
   */
  constructor(main, sheet) {
    this.#main = main;
    this.#sheet = sheet;
    this.#body = main;
  }

  /** Fills as many pages with it as it takes. */
  place() {
    this.#addPage();
    const shell = shellOf(this.#sheet);
    this.#body.append(shell);
    this.#open = [shell];
    [...this.#sheet.childNodes].forEach((child) => this.#put(child));
  }

  #addPage() {
    const { notice, identity, parts, seal, chain, time, mark } = this.#main.dataset;
    const lines = (/** @type {(string | undefined)[]} */ ...words) => words.filter(Boolean).join('\n');
    const paper = this.#element('div', 'paper');
    this.#body = this.#element('div', 'paper-body');
    paper.append(
      this.#line('paper-head', [lines(notice, this.#sheet.dataset.running), ...(mark ? [mark] : []), lines(identity, parts)]),
      this.#body,
      this.#line('paper-foot', [lines(seal, chain), time, '']),
    );
    this.#main.append(paper);
  }

  /**
   * @param {string} name
   * @param {string} className
   */
  #element(name, className) {
    return Object.assign(this.#main.ownerDocument.createElement(name), { className });
  }

  /**
   * @param {string} className
   * @param {(string | undefined)[]} texts
   */
  #line(className, texts) {
    const line = this.#element('div', className);
    line.append(...texts.map((text) => Object.assign(this.#element('span', ''), { textContent: text })));
    return line;
  }

  get #innermost() {
    return this.#open[this.#open.length - 1];
  }

  get #isFull() {
    return this.#body.scrollHeight > this.#body.clientHeight + 1;
  }

  /**
   * A node where it fits, else in pieces or on a new page. What is longer than any page is not even tried: a browser
   * takes a tenth of a second to set out 20,000 letters, and does so again for each element around them.
   * @param {ChildNode} node
   */
  #put(node) {
    this.#innermost.append(node);
    if (!isLong(node) && !this.#isFull) {
      return;
    }
    if (isText(node)) {
      this.#putText(node);
    } else if (mayBeBroken(node)) {
      this.#putPieces(node);
    } else {
      this.#takeToNewPage(node);
      // What no page can hold is broken after all.
      if (!standsWhole(node) && (isLong(node) || this.#isFull)) {
        this.#putPieces(node);
      }
    }
  }

  /** @param {ChildNode} node */
  #putPieces(node) {
    const children = [...node.childNodes];
    const shell = shellOf(node);
    node.replaceWith(shell);
    this.#open.push(shell);
    if (children.every(isOfWords)) {
      this.#putWords(children);
    } else {
      children.forEach((child) => this.#put(child));
    }
    this.#open.pop();
  }

  /**
   * The pieces of a text: as many at once as fit, so that what is set out again and again stays small; then the one that
   * does not.
   * @param {ChildNode[]} nodes
   */
  #putWords(nodes) {
    let rest = nodes;
    while (rest.length > 0) {
      const place = this.#innermost;
      const fitting = this.#mostThatFit('pieces', rest.length, (count, shown) => {
        place.append(...rest.slice(shown, count));
        rest.slice(count, Math.max(shown, count)).forEach((node) => node.remove());
      });
      rest = rest.slice(fitting);
      if (rest.length > 0) {
        const [next] = rest;
        this.#innermost.append(next);
        if (isText(next)) {
          this.#putText(next);
        }
        rest = rest.slice(1);
      }
    }
  }

  /**
   * How many of `total`, `pieces` or `words`, fit on this page; `show(count, shown)` makes it hold `count` in place of
   * `shown`. Tries what fitted on the page before, and then one, two, four more and so on: what does not fit by far is not
   * even tried.
   * @param {'pieces' | 'words'} what
   * @param {number} total
   * @param {(count: number, shown: number) => void} show
   */
  #mostThatFit(what, total, show) {
    let shown = 0;
    let fitting = 0;
    let tooMany = total + 1;
    const attempt = (/** @type {number} */ count) => {
      show(count, shown);
      shown = count;
      if (this.#isFull) {
        tooMany = count;
      } else {
        fitting = count;
      }
    };
    attempt(Math.min(this.#fitted[what], total));
    for (let step = 1; tooMany > total && fitting < total; step *= 2) {
      attempt(Math.min(fitting + step, total));
    }
    while (tooMany - fitting > 1) {
      attempt(Math.floor((fitting + tooMany) / 2));
    }
    show(fitting, shown);
    this.#fitted[what] = Math.max(fitting, 1);
    return fitting;
  }

  /**
   * As many words as fit on this page, the rest on the next ones. A word that not even a page of its own holds stands
   * as it is.
   * @param {Text} node
   */
  #putText(node) {
    /** @type {string[]} */
    let words = node.data.match(/^\s+|\S{1,80}\s*/g) ?? [];
    for (;;) {
      const fitting = this.#mostThatFit('words', words.length, (count) => {
        node.data = words.slice(0, count).join('');
      });
      if (fitting === words.length) {
        return;
      }
      const rest = fitting === 0 ? node : /** @type {Text} */ (node.cloneNode(false));
      if (!this.#takeToNewPage(rest) && fitting === 0) {
        node.data = words.join('');
        return;
      }
      words = words.slice(fitting);
      node = rest;
    }
  }

  /**
   * The node at the end of a new page, inside of the elements that are open, and before it the headings that belong to
   * it. False where this page holds nothing else: then everything stays as it is.
   * @param {ChildNode} node
   */
  #takeToNewPage(node) {
    node.remove();
    const taken = this.#open.map(() => /** @type {ChildNode[]} */ ([])); // what leaves each of the open elements, from the sheet inwards
    let depth = this.#open.length - 1;
    for (;;) {
      const last = lastContent(this.#open[depth], this.#open[depth + 1]);
      if (last && keepsWithNext(last)) {
        taken[depth].unshift(last);
        last.remove();
      } else if (!last && depth > 0) {
        depth -= 1; // nothing of this element stays here
      } else {
        break;
      }
    }
    const isAlone = !lastContent(this.#open[depth], this.#open[depth + 1]);
    if (isAlone) {
      this.#open.forEach((shell, at) => taken[at].forEach((one) => shell.insertBefore(one, this.#open[at + 1] ?? null)));
    } else {
      this.#continue(depth, taken);
    }
    this.#innermost.append(node);
    return !isAlone;
  }

  /**
   * A new page with the open elements again; those deeper than `depth` leave the old page altogether.
   * @param {number} depth
   * @param {ChildNode[][]} taken
   */
  #continue(depth, taken) {
    this.#open[depth + 1]?.remove();
    this.#addPage();
    /** @type {Element} */
    let outer = this.#body;
    this.#open = this.#open.map((shell, at) => {
      const again = shellOf(shell);
      again.append(...[...shell.children].filter(standsAgain).map(headAgain));
      if (at <= depth) {
        again.removeAttribute('id');
      }
      outer.append(...(taken[at - 1] ?? []), again);
      outer = again;
      return again;
    });
    this.#innermost.append(...taken[taken.length - 1]);
  }
}

/** @param {Node} node */
const standsWhole = (node) => !node.hasChildNodes() || /^(TR|P|H[1-6])$/.test(node.nodeName);
// About a page and a half of the smallest print. Only of what can be broken.
const longText = 12_000;
const isLong = (/** @type {Node} */ node) => !standsWhole(node) && (node.textContent ?? '').length > longText;
/** @type {(node: Node) => node is Text} */
const isText = (node) => node.nodeType === Node.TEXT_NODE;
/** @type {(node: Node) => node is Element} */
const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
/** The same without what is in it. */
const shellOf = (/** @type {Node} */ node) => /** @type {Element} */ (node.cloneNode(false));
const isOfWords = (/** @type {Node} */ node) => isText(node) || node.nodeName === 'WBR';
const styleOf = (/** @type {Element} */ node) => /** @type {Window} */ (node.ownerDocument.defaultView).getComputedStyle(node);
const mayBeBroken = (/** @type {Node} */ node) =>
  !standsWhole(node) && isElement(node) && !styleOf(node).breakInside.startsWith('avoid');
const keepsWithNext = (/** @type {Node} */ node) => isElement(node) && styleOf(node).breakAfter.startsWith('avoid');
const standsAgain = (/** @type {Node} */ node) =>
  isElement(node) ? node.matches('thead, caption, .flow-head') : !(node.textContent ?? '').trim();

/**
 * The head of a table as it is; that of a text says that the text goes on.
 * @param {Element} head
 */
function headAgain(head) {
  const again = /** @type {Element} */ (head.cloneNode(true));
  if (again.matches('.flow-head:not(.continued)')) {
    again.classList.add('continued');
    again.append(' (continued)');
  }
  return again;
}

/**
 * The last thing in an element that belongs to this page alone; `open` is the element inside of it that goes on.
 * @param {Element} element
 * @param {Element} [open]
 */
function lastContent(element, open) {
  return [...element.childNodes].reverse().find((child) => child !== open && !standsAgain(child));
}
