// The HTML twin: the view model as real, labelled elements, kept up to date by patches.
//
// Elements are made once and updated in place; children keep their elements when they move, so that focus, caret and
// scroll places outlive a patch. What a person does leaves as one edit {id, action, value}. The same elements are the
// page view (a flowing form) and, laid over the canvas where the canvas drew them, the canvas view.
//
// Does not know WebAssembly, decides nothing about the packet, and takes no key from the page around it but those of
// an open list of suggestions.
import * as blocks from './blocks.mjs';
import { Combobox } from './combobox.mjs';
import { arrange, makePiece } from './dom.mjs';
import * as fields from './fields.mjs';
import { Sight } from './sight.mjs';

/** @import {Action} from '../package/types.mjs' */
/** @import {Patch, ViewNode} from '../package/view_model.mjs' */
/** @import {Actions, Context, Entry, EntryPiece, Layout, Piece} from './types.mjs' */

/** @type {Record<string, (node: ViewNode, context: Context, actions: Actions) => Piece>} */
const makers = {
  region: blocks.makeRegion,
  group: blocks.makeGroup,
  heading: blocks.makeHeading,
  text: blocks.makeText,
  field: fields.makeField,
  combo: fields.makeCombo,
  choice: fields.makeChoice,
  select: fields.makeSelect,
  checkbox: fields.makeCheckbox,
  button: blocks.makeButton,
  link: blocks.makeLink,
  answer: blocks.makeAnswer,
  figure: blocks.makeFigure,
  table: blocks.makeTable,
  chart: blocks.makeChart,
  finding: blocks.makeFinding,
  disclosure: blocks.makeDisclosure,
};

const typed = new Set(['field', 'combo']);
const questions = new Set(['field', 'combo', 'choice', 'select', 'checkbox']);

/** The screen in the page. */
export class Twin {
  #stage;
  #actions;
  #combobox;
  #root = '';
  /** @type {Map<string, ViewNode>} */
  #nodes = new Map(); // id → node of the view model
  /** @type {Map<string, string>} */
  #parents = new Map(); // id → id of the node that holds it
  /** @type {Map<string, Piece>} */
  #pieces = new Map(); // id → the element made of it
  /** @type {WeakMap<EventTarget, string>} */
  #owners = new WeakMap(); // control → id of its node
  /** @type {Set<HTMLElement>} */
  #placed = new Set(); // elements that the canvas has given a place
  /** @type {WeakMap<Element, {x: number, y: number}>} */
  #origins = new WeakMap(); // placed element → where it lies in its region's content
  #applying = false;
  /** @type {Entry | undefined} */
  #left; // the typed field whose leaving waits for the pointer to come up
  #pointerDown = false;

  /**
   * @param {HTMLElement} stage the element that will hold the regions
   * @param {Actions} actions
   */
  constructor(stage, actions) {
    this.#stage = stage;
    this.#actions = actions;
    // What scrolls without being a part with a name is no stop of Tab's: Firefox would make it one.
    stage.tabIndex = -1;
    /** What is in sight. */
    this.sight = new Sight(stage, (name) => this.#regionElement(name));
    this.#combobox = new Combobox(
      /** @type {HTMLElement} */ (stage.parentElement),
      (id, value) => this.#edit(id, 'choose', value),
      (id, value) => this.#edit(id, 'input', value),
      actions.count,
    );
    this.#listen();
  }

  /**
   * Brings the page up to a patch. With `keepTyped` the field that has the focus keeps the text that is in it.
   * @param {Patch} patch
   * @param {{keepTyped?: boolean}} [options]
   */
  apply(patch, { keepTyped = false } = {}) {
    this.#applying = true;
    const { target } = this;
    const focused = this.#focused;
    this.#forget(patch.removed ?? []);
    this.#remember(patch);
    const replaced = patch.nodes.map((node) => this.#update(node, keepTyped, focused));
    // Children before the parents that take them in, so that what is new comes into the page whole.
    for (const node of [...patch.nodes].reverse()) {
      this.#arrange(node);
    }
    patch.nodes.forEach(({ id }, index) => replaced[index] && this.#arrange(this.#parentOf(id)));
    this.#applying = false;
    if (focused?.isConnected && focused !== this.#focused && this.#owners.has(focused)) {
      focused.focus({ preventScroll: true });
    }
    this.#combobox.refresh(this.#nodes);
    if (target !== this.target) {
      this.sight.begin(target === '');
    }
  }

  /** The id of the step that is shown. */
  get target() {
    return this.#nodes.get(this.#root)?.target ?? '';
  }

  /**
   * The id of the button that a letter presses together with Ctrl or Cmd.
   * @param {string} letter
   */
  buttonOf(letter) {
    return [...this.#nodes.values()].find(({ keys }) => keys === letter)?.id;
  }

  // Where the stage is a part of a shadow tree, the focus within that.
  get #focused() {
    return /** @type {HTMLElement | null} */ (/** @type {Document} */ (this.#stage.getRootNode()).activeElement);
  }

  /**
   * The whole view model as one patch, for a face that comes later.
   * @returns {Patch}
   */
  snapshot() {
    return { root: this.#root, nodes: [...this.#nodes.values()], removed: [] };
  }

  /**
   * Focuses a node's control, an option ("id=value") or a citation ("cite:id"), and brings it into sight. False when it is
   * not on the screen.
   * @param {string} id
   */
  focus(id) {
    const target = this.#controlOf(id);
    const piece = this.#pieces.get(id);
    piece?.takesFocus?.();
    target?.focus({ preventScroll: true });
    const { kind, level } = this.#nodes.get(id) ?? {};
    target && this.sight.bring({
      target: piece?.element ?? target,
      isTop: kind === 'heading' && level === 1,
      inks: () => [this.#partOf(id) ?? target, piece?.parts?.label].flatMap((part) => (part && this.#placed.has(part) ? [part] : [])),
    });
    return Boolean(target);
  }

  /** Focuses the heading of the screen, to go on reading from there: what is in sight stays so. */
  focusHeading() {
    const heading = [...this.#nodes.values()].find(({ kind, level }) => kind === 'heading' && level === 1);
    this.#controlOf(heading?.id ?? '')?.focus({ preventScroll: true });
  }

  /** @param {string} id */
  #controlOf(id) {
    return this.#pieces.get(id)?.control ?? /** @type {HTMLElement | null} */ (this.#stage.querySelector(`#${CSS.escape(id)}`));
  }

  /** Takes what stands in a field without anybody having said so, as what fills forms in for a person may leave it. */
  settle() {
    for (const node of [...this.#nodes.values()].filter((one) => typed.has(one.kind) && one.input !== 'file')) {
      const { control, shown } = /** @type {EntryPiece} */ (this.#pieces.get(node.id));
      const { value } = control;
      if (value !== shown && value !== (node.value ?? '') && !control.readOnly) {
        this.#actions.edit(node.id, 'input', value);
        this.#actions.edit(node.id, 'leave', value);
      }
    }
  }

  /**
   * Whether the focus is on this node's control.
   * @param {string} id
   */
  hasFocus(id) {
    const control = this.#pieces.get(id)?.control;
    return Boolean(control) && control === this.#focused;
  }

  /**
   * The name of the region that an element is; undefined where it is none.
   * @param {Element} element
   */
  regionNameOf(element) {
    return this.#nodes.get(element.id)?.region;
  }

  /** @param {string} name */
  #region(name) {
    return [...this.#nodes.values()].find(({ region }) => region === name);
  }

  /**
   * The element that scrolls a region.
   * @param {string} name
   */
  #regionElement(name) {
    return this.#pieces.get(this.#region(name)?.id ?? '')?.element;
  }

  /**
   * Canvas view: lays the elements where the canvas drew them; what it did not draw is there, but not in sight.
   * @param {Layout} layout
   */
  place({ stage, regions = [], rects = [] }) {
    const before = this.#placed;
    this.#placed = new Set();
    if (stage) {
      this.#stage.style.setProperty('--stage-height', `${stage.h}px`);
    }
    for (const { name, x, y, w, h, content_height: height, content_width: width } of regions) {
      const piece = this.#pieces.get(this.#region(name)?.id ?? '');
      if (piece?.slot) {
        this.#putAt(piece.element, x, y, w, h);
        piece.slot.style.height = `${height}px`;
        piece.slot.style.width = width > w ? `${width}px` : '';
        piece.element.classList.toggle('sideways', width > w);
        this.#placed.add(piece.slot);
      }
    }
    for (const [id, , x, y, w, h, showsOwnInk] of rects) {
      const target = this.#partOf(id);
      if (target) {
        this.#putAt(target, x, y, w, h);
        // Letters that the canvas does not have are the element's own to show.
        target.classList.toggle('inked', Boolean(showsOwnInk));
      }
    }
    for (const gone of before) {
      if (!this.#placed.has(gone)) {
        clearPlace(gone);
      }
    }
    this.sight.laidOut();
  }

  /** Page view: every element flows again. */
  unplace() {
    this.#placed.forEach(clearPlace);
    this.#placed.clear();
    this.#stage.style.removeProperty('--stage-height');
    this.sight.leaveCanvas();
  }

  /**
   * Places come in the coordinates of the region's content, holders before what they hold. A placed holder is what its
   * content is measured from in the page.
   * @param {HTMLElement} target
   * @param {number} x
   * @param {number} y
   * @param {number} w
   * @param {number} h
   */
  #putAt(target, x, y, w, h) {
    const from = this.#originAround(target);
    const { style } = target;
    style.left = `${x - from.x}px`;
    style.top = `${y - from.y}px`;
    this.#origins.set(target, { x, y });
    style.width = `${w}px`;
    style.height = `${h}px`;
    target.classList.add('placed');
    this.#placed.add(target);
  }

  /** @param {HTMLElement} target */
  #originAround(target) {
    for (
      let holder = target.parentElement;
      holder && !holder.classList.contains('region');
      holder = holder.parentElement
    ) {
      const origin = this.#placed.has(holder) && this.#origins.get(holder);
      if (origin) {
        return origin;
      }
    }
    return { x: 0, y: 0 };
  }

  /**
   * "id" is a control or a block, "id=value" one option, "id/label" and the like a part, "cite:id" a citation.
   * @param {string} id
   */
  #partOf(id) {
    const piece = this.#pieces.get(id);
    if (piece) {
      return piece.whole ?? piece.control ?? piece.element;
    }
    const cut = Math.max(id.lastIndexOf('='), id.lastIndexOf('/'));
    if (cut > 0) {
      const whole = this.#pieces.get(id.slice(0, cut));
      return whole?.option?.(id.slice(cut + 1)) ?? whole?.parts?.[id.slice(cut + 1)];
    }
    return id.startsWith('cite:') ? this.#pieces.get(id.slice('cite:'.length))?.parts?.cite : undefined;
  }

  /** @param {string[]} ids */
  #forget(ids) {
    for (const id of ids) {
      this.#pieces.get(id)?.element.remove();
      this.#pieces.delete(id);
      this.#nodes.delete(id);
      this.#parents.delete(id);
    }
  }

  /** @param {Patch} patch */
  #remember({ root, nodes }) {
    this.#root = root;
    for (const node of nodes) {
      this.#nodes.set(node.id, node);
      for (const child of node.children ?? []) {
        this.#parents.set(child, node.id);
      }
    }
  }

  /**
   * Gives true when the node's element had to be made anew in place of an old one.
   * @param {ViewNode} node
   * @param {boolean} keepTyped
   * @param {Element | null} focused
   */
  #update(node, keepTyped, focused) {
    if (node.kind === 'screen') {
      this.#actions.titled(node.label ?? '');
      return false;
    }
    const old = this.#pieces.get(node.id);
    const context = this.#contextOf(node);
    const { kind, input, level, arrange: arranged, label, target } = node;
    const shape = [kind, input, level, arranged, Boolean(label), Boolean(target), ...Object.values(context)].join();
    const update = (/** @type {Piece} */ piece) => piece.update(node, keepTyped && piece.control === focused);
    if (old?.shape === shape) {
      update(old);
      return false;
    }
    makePiece(node.id, () => {
      const piece = makers[node.kind](node, context, this.#actions);
      piece.shape = shape;
      this.#pieces.set(node.id, piece);
      this.#owners.set(piece.control ?? piece.element, node.id);
      update(piece);
    });
    return Boolean(old);
  }

  /**
   * @param {ViewNode} node
   * @returns {Context}
   */
  #contextOf(node) {
    if (node.kind === 'region') {
      return /** @type {Context} */ ({ mainId: this.#region('main')?.id });
    }
    if (!['group', 'link', 'finding'].includes(node.kind)) {
      return /** @type {Context} */ ({}); // no other kind looks at it
    }
    const kinds = (/** @type {string} */ id) => (this.#nodes.get(id)?.children ?? []).map((child) => this.#nodes.get(child)?.kind);
    // What a row without a name asks is asked by what it stands in.
    /** @type {(id: string) => boolean} */
    const asks = (id) =>
      (this.#nodes.get(id)?.children ?? []).some((child) => {
        const { kind, label } = this.#nodes.get(child) ?? {};
        return questions.has(kind ?? '') || (kind === 'group' && !label && asks(child));
      });
    const above = this.#above(node.id);
    const children = kinds(node.id);
    return {
      region: above.find(({ kind }) => kind === 'region')?.region,
      depth:
        Number([node, ...above].some(({ id }, place) => this.#isBelowHeading(id, above[place]))) +
        above.filter(({ kind, label, id }) => kind === 'group' && label && !asks(id)).length,
      holds: children.length > 0,
      holdsFields: asks(node.id),
      holdsButtons: children.length > 0 && children.every((kind) => kind === 'button'),
      holdsLinks: children.length > 0 && children.every((kind) => kind === 'link'),
      listed:
        node.kind === 'link' &&
        ['group', 'finding'].includes(above[0]?.kind ?? '') &&
        kinds(above[0].id).every((kind) => kind === 'link'),
    };
  }

  /**
   * Whether a heading below the step's own stands before the node in the same part.
   * @param {string} id
   * @param {ViewNode | undefined} parent
   */
  #isBelowHeading(id, parent) {
    const around = parent?.children ?? [];
    return around.slice(0, around.indexOf(id)).some((other) => {
      const node = this.#nodes.get(other);
      return node?.kind === 'heading' && node.level !== 1;
    });
  }

  /** @param {string} id */
  #above(id) {
    const above = [];
    for (let parent = this.#parentOf(id); parent; parent = this.#parentOf(parent.id)) {
      above.push(parent);
    }
    return above;
  }

  /** @param {string | undefined} id */
  #parentOf(id) {
    return this.#nodes.get(this.#parents.get(id ?? '') ?? '');
  }

  /** @param {ViewNode | undefined} node */
  #arrange(node) {
    const slot = node?.id === this.#root ? this.#stage : this.#pieces.get(node?.id ?? '')?.slot;
    if (slot) {
      arrange(
        slot,
        (node?.children ?? []).map((id) => /** @type {Piece} */ (this.#pieces.get(id)).element),
      );
    }
  }

  /**
   * @param {string | undefined} id
   * @param {Action} action
   * @param {string} value
   */
  #edit(id = '', action, value) {
    this.#leaveNow();
    this.#actions.edit(id, action, value);
  }

  #listen() {
    const stage = this.#stage;
    const page = stage.ownerDocument;
    stage.addEventListener('input', ({ target }) => {
      const control = /** @type {Entry} */ (target);
      const node = this.#typedNode(control);
      if (node) {
        this.#combobox.typing(node, control);
        this.#edit(node.id, 'input', control.value);
      }
    });
    stage.addEventListener('change', ({ target }) => this.#changed(/** @type {HTMLInputElement} */ (target)));
    // On the root, not on the stage: a screen reader would call everything in it clickable.
    stage.getRootNode().addEventListener('click', (event) => {
      if (stage.contains(/** @type {Element} */ (event.target))) {
        this.#clicked(/** @type {MouseEvent} */ (event));
      }
    });
    stage.addEventListener('keydown', (event) => {
      this.#combobox.key(event, this.#ownerOf(/** @type {Element} */ (event.target)));
      this.#keyOfChoice(event);
    });
    stage.addEventListener('focusin', ({ target }) => this.#focusIn(/** @type {HTMLInputElement} */ (target)));
    stage.addEventListener('focusout', ({ target }) => this.#focusOut(/** @type {Entry} */ (target)));
    // A message that appears when a field is left must not move what the pointer is just pressing.
    page.addEventListener(
      'pointerdown',
      () => {
        this.#pointerDown = true;
      },
      true,
    );
    for (const end of ['pointerup', 'pointercancel']) {
      page.addEventListener(
        end,
        () => {
          this.#pointerDown = false;
          setTimeout(() => this.#leaveNow());
        },
        true,
      );
    }
  }

  /** @param {Element} control */
  #ownerOf(control) {
    return this.#nodes.get(this.#owners.get(control) ?? '');
  }

  /** @param {Element} target */
  #typedNode(target) {
    const node = this.#ownerOf(target);
    return node && typed.has(node.kind) && node.input !== 'file' ? node : undefined;
  }

  /** @param {HTMLInputElement} target */
  #changed(target) {
    if (target.type === 'radio') {
      this.#edit(target.name, 'choose', target.value);
    } else if (target.type === 'checkbox') {
      this.#edit(target.id, 'choose', target.checked ? 'yes' : '');
    } else if (target.type === 'file') {
      const [file] = target.files ?? [];
      if (file) {
        this.#actions.openFile(file, target.id);
        target.value = '';
      }
    } else if (target.localName === 'select') {
      this.#edit(this.#owners.get(target), 'choose', target.value);
    } else if (target === this.#focused && this.#typedNode(target)) {
      // Enter in a field that keeps the focus: what was typed is done. Leaving it comes with focusout.
      this.#edit(this.#owners.get(target), 'enter', target.value);
    }
  }

  /**
   * Takes a choice back, and stays with its question.
   * @param {Element} choice
   */
  #clearChoice(choice) {
    /** @type {HTMLElement | null} */ (choice.querySelector('input:checked'))?.focus();
    this.#edit(choice.id, 'choose', '');
  }

  /** @param {KeyboardEvent} event */
  #keyOfChoice(event) {
    const target = /** @type {HTMLInputElement} */ (event.target);
    const choice = target.type === 'radio' && target.checked && target.closest('[aria-keyshortcuts~="Delete"]');
    if (choice && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      this.#clearChoice(choice);
    }
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    this.#combobox.clicked(target, this.#ownerOf(target));
    const pressed = target.closest('button, a');
    if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    if (pressed.classList.contains('clear')) {
      this.#clearChoice(/** @type {Element} */ (pressed.closest('.choice')));
      return;
    }
    if (pressed.className === 'skip') {
      this.#regionElement('main')?.focus();
      return;
    }
    this.#edit(this.#owners.get(pressed) ?? pressed.id, 'press', '');
  }

  /** @param {HTMLInputElement} target */
  #focusIn(target) {
    const id = target.type === 'radio' ? target.id : (this.#owners.get(target) ?? target.id);
    // What only a script focuses (a heading, a message) is read from there, and needs no ring.
    this.#actions.focused(id, target.tabIndex >= 0 && target.matches(':focus-visible'));
  }

  /** @param {Entry} target */
  #focusOut(target) {
    this.#combobox.close();
    this.#actions.focused(null, false);
    this.#pieces.get(this.#owners.get(target) ?? '')?.describe?.();
    // Another window in front is not leaving: the field still has the focus of its own page.
    if (this.#applying || target === this.#focused || !this.#typedNode(target)) {
      return;
    }
    this.#leaveNow();
    this.#left = target;
    if (!this.#pointerDown) {
      this.#leaveNow();
    }
  }

  #leaveNow() {
    const control = this.#left;
    this.#left = undefined;
    if (control && this.#typedNode(control)) {
      this.#actions.edit(this.#owners.get(control) ?? '', 'leave', control.value);
    }
  }
}

/** @param {HTMLElement} target */
function clearPlace(target) {
  target.classList.remove('placed', 'sideways');
  for (const side of ['left', 'top', 'width', 'height']) {
    target.style.removeProperty(side);
  }
}
