// Suggestions below a field that is being typed in: the ARIA 1.2 combobox pattern with a list box of its own.
//
// The keys are the pattern's: down and up go through the list, Enter takes, Escape closes, Tab leaves what was typed.
// The field keeps the focus all the while. One list serves every such field, since one field has the focus.
//
// Does not find suggestions: they come with the node after each edit.
import { element, mark } from './dom.mjs';
import { faceWords } from './face_words.mjs';

/** @import {Option, ViewNode} from '../package/view_model.mjs' */
/** @import {Entry} from './types.mjs' */

export class Combobox {
  #root;
  #choose;
  #count;
  #list;
  /** @type {Entry | undefined} */
  #control; // the field that the list belongs to, while it is open or may open
  #id = '';
  /** @type {Option[]} */
  #options = [];
  #active = -1;
  #announced = '';

  /**
   * @param {HTMLElement} root what the list is placed in
   * @param {(id: string, value: string) => void} choose takes a suggestion
   * @param {(text: string) => void} count says how many there are, the last time that it is called
   */
  constructor(root, choose, count) {
    this.#root = root;
    this.#choose = choose;
    this.#count = count;
    this.#list = element('ul', {
      className: 'suggestions',
      id: 'suggestions',
      role: 'listbox',
      'aria-label': faceWords.suggestions,
      hidden: true,
    });
    root.append(this.#list);
    // Pressing a suggestion must not take the focus out of the field.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const option = /** @type {Element} */ (target).closest('[role=option]');
      const index = option ? [...this.#list.children].indexOf(option) : -1;
      if (index >= 0) {
        this.#take(index);
      }
    });
    root.addEventListener('scroll', () => this.#place(), true);
    window.addEventListener('resize', () => this.#place());
  }

  /**
   * A field is being typed in; its suggestions come with the next refresh.
   * @param {ViewNode} node
   * @param {Entry} control
   */
  typing(node, control) {
    if (node.kind === 'combo') {
      this.#control = control;
      this.#id = node.id;
    }
  }

  /**
   * After a patch: shows the suggestions of the field that is typed in, or none.
   * @param {Map<string, ViewNode>} nodes
   */
  refresh(nodes) {
    if (!this.#control) {
      return;
    }
    const options = nodes.get(this.#id)?.options ?? [];
    if (options.length === 0) {
      this.#hide();
      this.#tell(this.#control.value && !nodes.get(this.#id)?.understood ? faceWords.no_suggestions : '');
      return;
    }
    if (JSON.stringify(options) === JSON.stringify(this.#options)) {
      return;
    }
    this.#options = options;
    this.#show();
    this.#tell(options.length === 1 ? '1 suggestion' : `${options.length} suggestions`);
  }

  /**
   * A key in a field of that node. Down opens the list where there are suggestions without typing.
   * @param {KeyboardEvent} event
   * @param {ViewNode | undefined} node
   */
  key(event, node) {
    const control = /** @type {Entry} */ (event.target);
    const isOpen = !this.#list.hidden;
    if (
      event.isComposing ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      control.getAttribute('role') !== 'combobox'
    ) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (isOpen) {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const places = this.#options.length;
        this.#activate(this.#active < 0 && step < 0 ? places - 1 : (this.#active + step + places) % places);
        event.preventDefault();
      } else if (node?.options?.length) {
        this.typing(node, control);
        this.#options = node.options;
        this.#show();
        event.preventDefault();
      }
    } else if (event.key === 'Enter' && isOpen && this.#active >= 0) {
      this.#take(this.#active);
      event.preventDefault();
    } else if (event.key === 'Escape' && isOpen) {
      this.#hide();
      event.preventDefault();
    }
  }

  /** The field was left. */
  close() {
    this.#hide();
    this.#options = [];
    this.#control = undefined;
    this.#announced = '';
  }

  /** @param {number} index */
  #take(index) {
    const { value = '' } = this.#options[index];
    const id = this.#id;
    this.close();
    this.#choose(id, value);
  }

  #show() {
    this.#active = -1;
    this.#list.replaceChildren(
      ...this.#options.map(({ label = '', detail = '' }, index) =>
        element(
          'li',
          { role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false' },
          element('span', { textContent: label, dir: 'auto' }),
          ' ',
          element('span', { className: 'detail', textContent: detail, dir: 'auto' }),
        ),
      ),
    );
    this.#list.hidden = false;
    const control = /** @type {Entry} */ (this.#control);
    mark(control, 'aria-expanded', 'true');
    mark(control, 'aria-controls', this.#list.id);
    mark(control, 'aria-activedescendant', undefined);
    this.#place();
  }

  #hide() {
    if (!this.#list.hidden) {
      this.#list.hidden = true;
      const control = /** @type {Entry} */ (this.#control);
      mark(control, 'aria-expanded', 'false');
      mark(control, 'aria-activedescendant', undefined);
      mark(control, 'aria-controls', undefined);
    }
  }

  /** @param {number} index */
  #activate(index) {
    if (this.#active >= 0) {
      mark(this.#list.children[this.#active], 'aria-selected', 'false');
    }
    this.#active = index;
    const option = this.#list.children[index];
    mark(option, 'aria-selected', 'true');
    mark(/** @type {Entry} */ (this.#control), 'aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  // Below the field, or above it where there is more room.
  #place() {
    if (this.#list.hidden) {
      return;
    }
    const field = /** @type {Entry} */ (this.#control).getBoundingClientRect();
    const root = this.#root.getBoundingClientRect();
    const { style } = this.#list;
    const below = window.innerHeight - field.bottom;
    const above = field.top > below && below < 240;
    style.maxHeight = `${Math.max(120, Math.min(360, (above ? field.top : below) - 16))}px`;
    style.left = `${field.left - root.left}px`;
    style.width = `${field.width}px`;
    style.top = above ? 'auto' : `${field.bottom - root.top + 4}px`;
    style.bottom = above ? `${root.bottom - field.top + 4}px` : 'auto';
  }

  /** @param {string} text */
  #tell(text) {
    if (text !== this.#announced) {
      this.#announced = text;
      this.#count(text);
    }
  }
}
