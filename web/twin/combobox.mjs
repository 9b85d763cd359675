// Suggestions below a field that is being typed in: the ARIA 1.2 combobox pattern with a list box of its own.
//
// The keys are the pattern's: down and up open the list and go through it, Enter takes the marked one or, of what was
// typed, the first, Escape closes, Tab leaves what was typed. A click opens it too. The field keeps the focus all the
// while. One list serves every such field, since one field has the focus. It covers neither its field nor the label. It
// stands at the end of the field's own region, which a screen reader would be told to leave for one elsewhere.
//
// Does not find suggestions: they come with the node after each edit, and are asked for by one.
import { element, mark } from './dom.mjs';
import { faceWords } from './face_words.mjs';

/** @import {Option, ViewNode} from '../package/view_model.mjs' */
/** @import {Entry} from './types.mjs' */

const gap = 4; // between the list and what it stands beside
const least = 3 * 44 + 2; // three suggestions

export class Combobox {
  #choose;
  #ask;
  #count;
  #list;
  /** @type {Entry | undefined} */
  #control; // the field that the list belongs to, while it is open or may open
  #id = '';
  /** @type {Option[]} */
  #options = [];
  #active = -1;
  #announced = '';
  #isTyped = false; // the text was typed since the field got the focus, and nothing was taken

  /**
   * @param {HTMLElement} root what holds the fields
   * @param {(id: string, value: string) => void} choose takes a suggestion
   * @param {(id: string, value: string) => void} ask asks what is suggested for the text of a field as it stands
   * @param {(text: string) => void} count says how many there are, the last time that it is called
   */
  constructor(root, choose, ask, count) {
    this.#choose = choose;
    this.#ask = ask;
    this.#count = count;
    this.#list = element('ul', {
      className: 'suggestions',
      id: 'suggestions',
      role: 'listbox',
      'aria-label': faceWords.suggestions,
      hidden: true,
    });
    // Pressing a suggestion must not take the focus out of the field.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    root.ownerDocument.addEventListener('scroll', () => this.#place(), true);
    window.addEventListener('resize', () => this.#place());
    window.visualViewport?.addEventListener('resize', () => this.#place());
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
      this.#isTyped = true;
    }
  }

  /**
   * A click in a field of that node opens its list, one on a suggestion takes that.
   * @param {Element} target
   * @param {ViewNode | undefined} node
   */
  clicked(target, node) {
    const option = target.closest('[role=option]');
    if (option?.parentElement === this.#list) {
      this.#take([...this.#list.children].indexOf(option));
    } else if (node?.kind === 'combo' && target.getAttribute('role') === 'combobox' && this.#list.hidden) {
      this.#open(node, /** @type {Entry} */ (target));
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
   * A key in a field of that node. Down and up open the list without typing.
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
      } else if (node?.kind === 'combo') {
        this.#open(node, control);
        event.preventDefault();
      }
    } else if (event.key === 'Enter' && isOpen) {
      if (this.#active < 0 && !this.#isTyped) {
        this.#hide();
      } else {
        this.#take(Math.max(this.#active, 0));
      }
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
    this.#isTyped = false;
    this.#announced = '';
  }

  /**
   * @param {ViewNode} node
   * @param {Entry} control
   */
  #open(node, control) {
    if (control.readOnly) {
      return;
    }
    this.#control = control;
    this.#id = node.id;
    this.#options = node.options ?? [];
    if (this.#options.length > 0) {
      this.#show();
    }
    this.#ask(node.id, control.value);
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
    const control = /** @type {Entry} */ (this.#control);
    const region = control.closest('.region');
    if (this.#list.parentElement !== region) {
      region?.append(this.#list);
    }
    this.#list.hidden = false;
    mark(control, 'aria-expanded', 'true');
    mark(control, 'aria-controls', this.#list.id);
    mark(control, 'aria-activedescendant', undefined);
    this.#list.classList.toggle('asked', !this.#isTyped);
    this.#makeRoom();
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

  // What is in sight of the field's region, less what a phone's keyboard covers, and what of it the list may take: below
  // the field, or above its label.
  #rooms() {
    const control = /** @type {Entry} */ (this.#control);
    const field = control.getBoundingClientRect();
    const label = control.closest('.question')?.querySelector('.label')?.getBoundingClientRect();
    const head = Math.min(field.top, label?.top ?? field.top);
    const view = window.visualViewport;
    const top = Math.max(view?.offsetTop ?? 0, control.closest('.region')?.getBoundingClientRect().top ?? 0);
    const bottom = (view?.offsetTop ?? 0) + (view?.height ?? window.innerHeight);
    return { field, head, above: head - top - 2 * gap, below: bottom - field.bottom - 2 * gap };
  }

  // Where there is room for three suggestions on neither side, the field goes to where there is. A small screen has its
  // label at the top then, so that the list stands below the field and covers nothing that was answered before.
  #makeRoom() {
    const { above, below } = this.#rooms();
    const control = /** @type {Entry} */ (this.#control);
    if (below < least && window.matchMedia('(max-width: 640px)').matches) {
      (control.closest('.question')?.querySelector('.label') ?? control).scrollIntoView({ block: 'start' });
    } else if (Math.max(above, below) < least) {
      control.scrollIntoView({ block: 'center' });
    }
  }

  #place() {
    if (this.#list.hidden) {
      return;
    }
    const { field, head, above, below } = this.#rooms();
    const { style } = this.#list;
    const isAbove = below < least && above > below;
    style.maxHeight = `${Math.max(0, Math.min(360, isAbove ? above : below))}px`;
    style.left = `${field.left}px`;
    style.width = `${field.width}px`;
    style.top = isAbove ? 'auto' : `${field.bottom + gap}px`;
    style.bottom = isAbove ? `${document.documentElement.clientHeight - head + gap}px` : 'auto';
  }

  /** @param {string} text */
  #tell(text) {
    if (text !== this.#announced) {
      this.#announced = text;
      this.#count(text);
    }
  }
}
