// What the twin shows besides questions: regions, groups, headings, texts, buttons, links, figures, tables,
// pictures, findings and disclosures, as the native elements that say the same.
//
// A piece is {element, control, slot, update(node)}: children go into `slot`. `context` answers what a node's place
// decides: {depth, region, holds, holdsFields, holdsButtons, holdsLinks, listed}; `depth` counts the headings and the
// named groups that a node is a part of. Does not listen to anything and does not place anything.
import { makeCite } from './cite.mjs';
import { element, mark, say, saySentence, show, write } from './dom.mjs';
import { faceWords } from './face_words.mjs';

/** @import {TableColumn, TableRow, ViewNode} from '../package/view_model.mjs' */
/** @import {Actions, Context, Piece} from './types.mjs' */

/**
 * The id of a part, for others to refer to: such a list of ids is cut at blanks, which a node's id may have.
 * @param {ViewNode} node
 * @param {string} part
 */
const partId = ({ id }, part) => `${id}/${part}`.replaceAll(' ', '_');

/** @type {Record<string, 'header' | 'nav' | 'main' | 'aside' | 'footer'>} */
const regions = { banner: 'header', steps: 'nav', main: 'main', result: 'aside', actions: 'footer' };

/**
 * A region of the page, as its landmark.
 * @param {ViewNode} node
 * @param {Context} context
 * @returns {Piece}
 */
export function makeRegion(node, { mainId }) {
  // In page view the steps and the result scroll by themselves, which is no stop of Tab's: what is in them is.
  const slot = element('div', { className: 'content', tabindex: ['steps', 'result'].includes(String(node.region)) ? -1 : undefined });
  const made = element(regions[String(node.region)], { id: node.id, className: `region ${node.region}` }, slot);
  if (node.region === 'main') {
    mark(made, 'tabindex', -1);
  } else if (node.region === 'steps') {
    made.prepend(element('a', { className: 'skip', href: `#${mainId}`, textContent: faceWords.skip_steps }));
  }
  return {
    element: made,
    slot,
    update(now) {
      // The banner and the foot are known by what they are; main by its heading.
      mark(made, 'aria-label', ['steps', 'result'].includes(String(now.region)) && now.label);
    },
  };
}

/**
 * Children that belong together; with a label, under it.
 * @param {ViewNode} node
 * @param {Context} context
 * @returns {Piece}
 */
export function makeGroup(node, { depth, region, holdsFields, holdsButtons, holdsLinks }) {
  const look = `group ${holdsButtons ? 'toolbar' : (node.arrange ?? 'stack')}`;
  const slot = element(holdsLinks ? 'ul' : 'div', { className: 'slot' });
  if (!node.label) {
    const made = element('div', { id: node.id, className: look }, slot);
    return { element: made, slot, update() {} };
  }
  const name = element(nameOf(region, holdsFields, holdsButtons, depth), {
    className: 'name',
    id: partId(node, 'label'),
  });
  const made = element(holdsFields ? 'fieldset' : 'div', { id: node.id, className: look, tabindex: -1 }, name, slot);
  const nameIt = () => {
    mark(made, 'role', 'group');
    mark(made, 'aria-labelledby', name.id);
  };
  // What has the focus is known by its heading, and the text that it begins with is said with it.
  const takeFocus = () => {
    nameIt();
    const first = slot.firstElementChild;
    mark(made, 'aria-describedby', first?.matches('.text') && first.id);
  };
  // A plain name is said with the group; a heading is read where it stands, and once.
  if (name.localName === 'p') {
    nameIt();
    mark(name, 'aria-hidden', 'true');
  }
  return {
    element: made,
    slot,
    parts: { label: name },
    takesFocus: holdsFields ? undefined : takeFocus,
    update(now) {
      say(name, now.label);
      mark(made, 'data-tone', now.tone);
    },
  };
}

/**
 * Questions have a legend; a part of the page has a heading of its depth; a set of tools or steps has a plain name.
 * @param {string | undefined} region
 * @param {boolean} holdsFields
 * @param {boolean} holdsButtons
 * @param {number} depth
 */
function nameOf(region, holdsFields, holdsButtons, depth) {
  if (holdsFields) {
    return 'legend';
  }
  if (holdsButtons || region === 'steps') {
    return 'p';
  }
  return /** @type {'h2'} */ (`h${Math.min(depth + 2, 6)}`);
}

/**
 * A heading; its parts of the form beside it.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeHeading(node) {
  const words = element('span');
  const parts = element('span', { className: 'detail' });
  const made = element(/** @type {'h2'} */ (`h${node.level || 2}`), { id: node.id, tabindex: -1 }, words, ' ', parts);
  return {
    element: made,
    update(now) {
      saySentence(words, now.label);
      say(parts, now.detail);
    },
  };
}

/**
 * A paragraph, with the citation that it goes back to.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeText(node) {
  const words = element('span', { dir: 'auto' });
  const detail = element('span', { className: 'detail', dir: 'auto' });
  const cite = makeCite(node.id);
  const made = element('p', { id: node.id, className: 'text', tabindex: -1 }, words, ' ', detail, ' ', cite.element);
  return {
    element: made,
    parts: { cite: cite.element },
    update(now) {
      mark(made, 'data-tone', now.tone);
      mark(made, 'data-level', now.level);
      say(words, now.value ? `${now.label}: ${now.value}` : now.label);
      say(detail, now.detail);
      cite.update(now);
    },
  };
}

/**
 * The parts of a text with a pause between them.
 * @param {string} pause
 * @param {string} [label]
 * @param {...(string | undefined)} others
 */
function joined(pause, label = '', ...others) {
  let text = label;
  for (const part of others) {
    if (part) {
      text += `${/[.:?!…]$/.test(text) ? '' : pause} ${part}`;
    }
  }
  return text;
}

/**
 * Names a control by the parts of its text with a pause between them: by the text itself they are read in one breath,
 * as if they were one sentence. The label alone needs no other name.
 * @param {HTMLElement} control
 * @param {string} pause
 * @param {string} [label]
 * @param {...(string | undefined)} others
 */
function nameByParts(control, pause, label = '', ...others) {
  const name = joined(pause, label, ...others);
  mark(control, 'aria-label', name !== label && name);
}

/**
 * A button.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeButton(node) {
  const words = element('span');
  const detail = element('span', { className: 'detail' });
  const made = element('button', { type: 'button', id: node.id, className: 'button' }, words, ' ', detail);
  return {
    element: made,
    control: made,
    update(now) {
      mark(made, 'data-tone', now.tone);
      mark(made, 'aria-current', now.flags?.includes('current') && 'true');
      const expanded = now.flags?.includes('expanded') ? 'true' : made.hasAttribute('aria-expanded') && 'false';
      mark(made, 'aria-expanded', expanded);
      mark(made, 'aria-keyshortcuts', now.keys && `Control+${now.keys} Meta+${now.keys}`);
      mark(made, 'title', now.keys && now.hint);
      mark(made, 'aria-description', !now.keys && now.hint);
      say(words, now.label);
      say(detail, now.detail);
      nameByParts(made, '.', now.label, now.detail);
    },
  };
}

/**
 * The address of a step or a field, by its id: "#step/travel" (page/address.mjs reads it).
 * @param {string} target
 */
export const addressOf = (target) => `#${encodeURIComponent(target).replace('%3A', '/')}`;

/**
 * A button that reads as a link, or a link to another step; in a list of links an item of it.
 * @param {ViewNode} node
 * @param {Context} context
 * @returns {Piece}
 */
export function makeLink(node, { region, listed }) {
  const words = element('span', { dir: 'auto' });
  const detail = element('span', { className: 'detail', dir: 'auto' });
  const state = element('span', { className: 'state' });
  const text = element('span', { className: 'link-text' }, words, ' ', detail);
  const leads = node.target ? { href: addressOf(node.target) } : { type: 'button' };
  const link = element(node.target ? 'a' : 'button', { id: node.id, className: 'link', ...leads }, text, state);
  const made = listed ? element('li', {}, link) : link;
  return {
    element: made,
    control: link,
    update(now) {
      link.classList.toggle('step', region === 'steps');
      mark(link, 'data-state', now.step_state);
      mark(link, 'data-tone', now.tone);
      mark(link, 'data-attention', now.attention);
      const isCurrent = now.flags?.includes('current');
      // In canvas view the canvas scrolls; the browser would move the picture itself.
      const scrolls = link.isConnected && !link.closest('[data-view="canvas"]');
      if (isCurrent && scrolls && !link.hasAttribute('aria-current')) {
        link.scrollIntoView({ block: 'nearest', inline: 'center' });
      }
      mark(link, 'aria-current', isCurrent && (region === 'steps' ? 'step' : 'true'));
      const label = now.item ? `${now.item} ${now.label}` : now.label;
      say(words, label);
      say(detail, now.detail);
      say(state, now.value);
      nameByParts(link, '.', label, now.detail, now.value);
    },
  };
}

/**
 * What was answered to a question, and the link to change it, which is told from the others by the question.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeAnswer(node) {
  const label = element('span', { className: 'answer-label', dir: 'auto' });
  const value = element('span', { dir: 'auto' });
  const detail = element('span', { className: 'detail', dir: 'auto' });
  const link = element('a', { id: node.id, className: 'link', href: addressOf(node.target ?? '') });
  const made = element(
    'div',
    { className: 'answer' },
    label,
    ' ',
    element('span', { className: 'answer-value' }, value, ' ', detail),
    ' ',
    element('span', { className: 'answer-link' }, link),
  );
  return {
    element: made,
    control: link,
    whole: made,
    parts: { link },
    update(now) {
      say(label, now.label);
      say(value, now.value);
      say(detail, now.detail);
      say(link, now.hint);
      nameByParts(link, ':', now.hint, now.label);
      link.href = addressOf(now.target ?? '');
    },
  };
}

/**
 * One amount set large. To the eye its label and itself are two lines; said they are one sentence.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeFigure(node) {
  const sentence = element('span', { className: 'unseen' });
  const label = element('span', { className: 'figure-label', 'aria-hidden': 'true' });
  const value = element('strong', { className: 'figure-value', 'aria-hidden': 'true' });
  const detail = element('span', { className: 'figure-detail' });
  // It is no live region: its changes are said by the announcer once an answer is finished, not at each key.
  const made = element(
    'p',
    { id: node.id, className: 'figure' },
    sentence,
    ' ',
    label,
    ' ',
    value,
    ' ',
    detail,
  );
  return {
    element: made,
    update(now) {
      mark(made, 'data-tone', now.tone);
      say(sentence, joined(':', now.label, now.value));
      say(label, now.label);
      say(value, now.value);
      say(detail, now.detail);
    },
  };
}

// A table that is wider than its place scrolls, and then by the keyboard too; so that place has a name of its own. Over
// the canvas nothing of it scrolls.
const widths = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    const scrolls = target.scrollWidth > target.clientWidth && !target.classList.contains('placed');
    mark(target, 'tabindex', scrolls && '0');
    mark(target, 'role', scrolls && 'group');
    mark(target, 'aria-labelledby', scrolls && target.querySelector('caption')?.id);
  }
});

/**
 * Rows of text below their heads.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeTable(node) {
  const caption = element('caption', { id: partId(node, 'label') });
  const head = element('tr');
  const body = element('tbody');
  const table = element('table', { id: node.id }, caption, element('thead', {}, head), body);
  const made = element('div', { className: 'table' }, table);
  widths.observe(made);
  let heads = '';
  /** @type {Record<string, HTMLElement>} */
  const parts = { label: caption }; // and by their ids the buttons of the rows that open
  return {
    element: made,
    control: table,
    whole: made,
    parts,
    update({ label, columns = [], rows = [] }) {
      say(caption, label);
      const list = JSON.stringify(columns);
      if (list !== heads) {
        heads = list;
        head.replaceChildren(
          ...columns.map(({ label: words = '', align }) =>
            words
              ? element('th', { scope: 'col', className: align ?? 'start', textContent: words })
              : element('td', { className: align ?? 'start' }),
          ),
        );
      }
      const focused = /** @type {Document | ShadowRoot} */ (made.getRootNode()).activeElement;
      const before = { ...parts };
      Object.keys(before).forEach((part) => part !== 'label' && delete parts[part]);
      writeRows(body, rows, columns, (row) => (parts[row] = before[row] ?? openerOf(`${node.id}/${row}`)));
      // What moves with its row loses the focus in that.
      if (focused?.isConnected && made.contains(focused)) {
        /** @type {HTMLElement} */ (focused).focus({ preventScroll: true });
      }
    },
  };
}

/**
 * What opens a row: its first cell, pressed.
 * @param {string} id
 */
const openerOf = (id) => element('button', { type: 'button', id, className: 'link' });

/**
 * @param {HTMLTableSectionElement} body
 * @param {TableRow[]} rows
 * @param {TableColumn[]} columns
 * @param {(row: string) => HTMLElement} opener
 */
function writeRows(body, rows, columns, opener) {
  while (body.rows.length > rows.length) {
    body.deleteRow(-1);
  }
  rows.forEach(({ id, cells = [], strong, opens }, index) => {
    let row = body.rows[index];
    if (row?.cells.length !== cells.length) {
      const fresh = element(
        'tr',
        {},
        ...cells.map((_, column) =>
          element(column === 0 ? 'th' : 'td', {
            scope: column === 0 ? 'row' : undefined,
            dir: 'auto',
            className: columns[column]?.align ?? 'start',
          }),
        ),
      );
      row ? row.replaceWith(fresh) : body.append(fresh);
      row = fresh;
    }
    row.classList.toggle('strong', Boolean(strong));
    cells.forEach((text, column) => {
      if (opens && column === 0) {
        const button = opener(id);
        button.parentElement === row.cells[0] || row.cells[0].replaceChildren(button);
        write(button, text);
      } else {
        write(row.cells[column], text);
      }
      mark(row.cells[column], 'data-name', columns[column]?.label);
      // What stands for a figure until it is known may break.
      row.cells[column].classList.toggle('words', !/\d/.test(text));
    });
  });
}

/**
 * Its words are there at once, as a list; the drawing comes by a script of its own, once there is something to draw.
 * @param {ViewNode} node
 * @param {Context} _context
 * @param {Actions} actions
 * @returns {Piece}
 */
export function makeChart(node, _context, { layOut }) {
  const name = element('p', { className: 'chart-name', id: `${node.id}/label` });
  const place = element('div', { className: 'picture' });
  const list = element('ul', { className: 'unseen' });
  const made = element('div', { id: node.id, className: 'chart', role: 'group' }, name, place, list);
  // Said with the group, once.
  mark(made, 'aria-labelledby', name.id);
  mark(name, 'aria-hidden', 'true');
  return {
    element: made,
    update(now) {
      const { label, bars = [], marks = [] } = now;
      say(name, label);
      const words = [...bars.map((bar) => `${bar.label}: ${bar.text}`), ...marks.map((one) => one.label)];
      writeList(list, words);
      import('./chart.mjs').then(
        ({ show }) => show(place, now, layOut),
        () => list.classList.remove('unseen'),
      );
    },
  };
}

/**
 * Brings a list up to its words; an entry that stays is only written.
 * @param {HTMLElement} list
 * @param {string[]} words
 */
function writeList(list, words) {
  while (list.childElementCount > words.length) {
    list.lastElementChild?.remove();
  }
  words.forEach((text, place) => write(list.children[place] ?? list.appendChild(element('li')), text));
}

/** @type {Record<string, string>} */
const { error, warning, success, information } = faceWords;
/** @type {Record<string, string>} */
const tones = { error, warning, success, information };

/**
 * What only tells something is read where it stands, an error at once. What has to be answered or mended is a group that
 * takes the focus and is known by its message.
 * @param {ViewNode} node
 * @param {Context} context
 * @returns {Piece}
 */
export function makeFinding(node, { holds, holdsLinks }) {
  const word = element('strong', { className: 'tone-word' });
  const words = element('span', { dir: 'auto' });
  const detail = element('p', { className: 'detail', dir: 'auto' });
  const cite = makeCite(node.id);
  const slot = element(holdsLinks ? 'ul' : 'div', { className: 'slot' });
  const message = element('p', { className: 'message', id: partId(node, 'message') }, word, words);
  const made = element(
    'div',
    { id: node.id, className: 'finding', tabindex: -1 },
    message,
    detail,
    slot,
    cite.element,
  );
  return {
    element: made,
    slot,
    parts: { cite: cite.element },
    update(now) {
      const tone = now.tone && tones[now.tone] ? now.tone : 'information';
      mark(made, 'data-tone', tone);
      const takesFocus = holds && (tone === 'error' || (tone === 'warning' && !holdsLinks));
      mark(made, 'role', takesFocus ? 'group' : tone === 'error' && 'alert');
      mark(made, 'aria-labelledby', takesFocus && message.id);
      say(word, `${tones[tone]}: `);
      if (tone === 'error' && words.textContent !== now.label) {
        words.textContent = ''; // an alert is read whole, and not only the letters that differ
      }
      say(words, now.label);
      say(detail, now.detail);
      cite.update(now);
    },
  };
}

/**
 * A button with content behind it; with a level it is a heading of the page as well.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeDisclosure(node) {
  const words = element('span');
  const amount = element('span', { className: 'amount' });
  const button = element(
    'button',
    { type: 'button', id: node.id, className: 'disclosure-button', 'aria-controls': `${node.id}/content` },
    words,
    ' ',
    amount,
  );
  const slot = element('div', { id: `${node.id}/content`, className: 'slot' });
  const head = node.level ? element('div', { role: 'heading', 'aria-level': node.level }, button) : button;
  const made = element('div', { className: 'disclosure' }, head, slot);
  return {
    element: made,
    control: button,
    slot,
    update(now) {
      const expanded = Boolean(now.flags?.includes('expanded'));
      say(words, now.label);
      say(amount, now.value);
      nameByParts(button, ':', now.label, now.value);
      mark(button, 'aria-expanded', String(expanded));
      show(slot, expanded);
    },
  };
}
