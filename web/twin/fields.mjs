// The controls of the twin: typed fields, suggestions, choices, lists and boxes, each a native element with its label, hint,
// value, what was understood, and problem tied together for a screen reader.
//
// A piece is {element, control, parts, update(node, keep)}: `element` stands in the page, `control` takes the focus,
// `parts` are what the canvas may place on its own; it places `whole`, where there is one, in place of the control.
// `keep` leaves alone what is being typed in.
// Does not listen to anything: the twin does, once for all.
import { evidenceFile, sheetFields } from '../package/actions.mjs';
import { makeCite } from './cite.mjs';
import { arrange, element, mark, say, show, write } from './dom.mjs';
import { faceWords } from './face_words.mjs';

/** @import {Option, ViewNode} from '../package/view_model.mjs' */
/** @import {EntryPiece, Piece} from './types.mjs' */

// Which keyboard a phone shows and what the browser helps with.
/** @type {Record<string, Record<string, unknown>>} */
const inputs = {
  text: { inputMode: 'text' },
  long_text: { spellcheck: true },
  money: { inputMode: 'decimal', autocapitalize: 'off', spellcheck: false },
  share: { inputMode: 'decimal', autocapitalize: 'off', spellcheck: false },
  count: { inputMode: 'numeric', autocapitalize: 'off', spellcheck: false },
  decimal: { inputMode: 'decimal', autocapitalize: 'off', spellcheck: false },
  date: { inputMode: 'text', autocapitalize: 'off', spellcheck: false },
  name: { inputMode: 'text', autocapitalize: 'words', spellcheck: false },
  code: { inputMode: 'text', autocapitalize: 'characters', spellcheck: false },
  file: { type: 'file' },
};
const packets = '.json,.html,.htm,application/json,text/html'; // what other file fields take
const sheets = '.csv,text/csv,.ndjson,.jsonl,application/x-ndjson'; // spreadsheets, and what a report was saved as

/**
 * What every question has besides its control.
 * @param {ViewNode} node
 */
function makeQuestion(node) {
  const { id } = node;
  const item = element('span', { className: 'item' });
  const label = element('span', { className: 'label-text' });
  const optional = element('span', { className: 'optional' });
  const hint = element('p', { className: 'hint', id: `${id}/hint` });
  const understood = element('p', { className: 'understood', id: `${id}/understood`, dir: 'auto' });
  const problemText = element('span', { dir: 'auto' });
  const problem = element(
    'p',
    { className: 'problem', id: `${id}/problem` },
    element('strong', { textContent: `${faceWords.error}: ` }),
    problemText,
  );
  const cite = makeCite(id);
  const foot = element('div', { className: 'foot' }, understood, cite.element);
  // What a screen reader is told of the control stands apart from what is seen: that changes with each key, and is said
  // anew whenever it does.
  const described = element('span', { id: `${id}/described`, hidden: true });
  let description = '';
  let describe = () => {};
  return {
    parts: { hint, understood, problem, cite: cite.element },
    described,
    describe: () => describe(),
    caption: [item, ' ', element('span', { className: 'words' }, label, ' ', optional)],
    hint,
    problem,
    foot,
    /** @param {HTMLElement} control */
    update(control) {
      describe = () => {
        write(described, description);
        mark(control, 'aria-describedby', description && described.id);
      };
      /**
       * @param {ViewNode} node
       * @param {boolean} [keep]
       */
      return (node, keep) => {
        const { item: number, label: words, hint: help, understood: made, problem: wrong, flags = [] } = node;
        say(item, number);
        say(label, words);
        say(optional, flags.includes('optional') ? faceWords.optional : '');
        say(hint, help);
        say(understood, made);
        write(problemText, wrong);
        show(problem, Boolean(wrong));
        cite.update(node);
        show(foot, Boolean(made || node.cite));
        // Once: some screen readers would say an error message besides the description.
        description = [help, made, wrong && `${faceWords.error}: ${wrong}`].filter(Boolean).join(' ');
        if (!keep) {
          describe();
        }
        mark(control, 'aria-invalid', wrong && 'true');
        return Boolean(wrong);
      };
    },
  };
}

/**
 * What a chooser of files shows for a field; all for evidence.
 * @param {string} field
 */
function acceptedBy(field) {
  if (field === evidenceFile) {
    return undefined;
  }
  return Object.values(sheetFields).includes(field) ? sheets : packets;
}

/**
 * A field for one line or several lines of text, or for a file.
 * @param {ViewNode} node
 * @returns {EntryPiece}
 */
export function makeField(node) {
  const question = makeQuestion(node);
  const tag = node.input === 'long_text' ? 'textarea' : 'input';
  const control = element(tag, {
    id: node.id,
    className: 'entry',
    dir: 'auto',
    accept: node.input === 'file' ? acceptedBy(node.id) : undefined,
    ...inputs[node.input ?? 'text'],
  });
  const label = element('label', { htmlFor: node.id, className: 'label' }, ...question.caption);
  const chosen = element('span', { className: 'file-name', dir: 'auto' });
  const place = node.input === 'file' ? placeOfFile(control, chosen) : undefined;
  const piece = element(
    'div',
    { className: `question ${node.input ?? 'text'}` },
    label,
    question.hint,
    place ?? control,
    question.problem,
    question.foot,
    question.described,
  );
  const updateQuestion = question.update(control);
  /** @type {EntryPiece} */
  const made = {
    element: piece,
    control,
    parts: { ...question.parts, label },
    shown: '', // what was last put into it, as the control gives it back
    describe: question.describe,
    update(now, keep) {
      piece.classList.toggle('wrong', updateQuestion(now, keep));
      const flags = now.flags ?? [];
      control.readOnly = flags.includes('read_only');
      piece.classList.toggle('derived', flags.includes('derived'));
      mark(control, 'aria-required', flags.includes('required') && 'true');
      mark(control, 'autocomplete', now.input !== 'file' && (now.purpose || 'off'));
      const value = now.value ?? '';
      if (place) {
        say(chosen, now.value);
      }
      if (!keep && now.input !== 'file') {
        if (control.value !== value) {
          control.value = value;
        }
        made.shown = control.value;
      }
    },
  };
  return made;
}

/**
 * The browser's own field says "Choose file" and "No file chosen" in words of its own; the file that was chosen stands
 * before these.
 * @param {HTMLElement} control
 * @param {HTMLElement} chosen
 */
function placeOfFile(control, chosen) {
  const choose = element('span', { className: 'choose', 'aria-hidden': 'true', textContent: faceWords.choose_file });
  const drop = element('span', { 'aria-hidden': 'true', textContent: faceWords.or_drop_it });
  return element('div', { className: 'file-place' }, control, chosen, choose, drop);
}

/**
 * A field with suggestions, which combobox.mjs shows.
 * @param {ViewNode} node
 * @returns {EntryPiece}
 */
export function makeCombo(node) {
  const piece = makeField(node);
  piece.element.classList.add('combo');
  mark(piece.control, 'role', 'combobox');
  mark(piece.control, 'aria-autocomplete', 'list');
  mark(piece.control, 'aria-expanded', 'false');
  return piece;
}

/**
 * One of options, as a drop-down list.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeSelect(node) {
  const question = makeQuestion(node);
  const control = element('select', { id: node.id, className: 'entry' });
  const label = element('label', { htmlFor: node.id, className: 'label' }, ...question.caption);
  const piece = element(
    'div',
    { className: 'question select' },
    label,
    question.hint,
    control,
    question.problem,
    question.foot,
    question.described,
  );
  const updateQuestion = question.update(control);
  let shown = '';
  return {
    element: piece,
    control,
    parts: { ...question.parts, label },
    update(now) {
      piece.classList.toggle('wrong', updateQuestion(now));
      mark(control, 'aria-required', now.flags?.includes('required') && 'true');
      control.disabled = Boolean(now.flags?.includes('read_only'));
      const options = withBlank(now.options ?? [], now.value ?? '');
      const list = JSON.stringify(options);
      if (list !== shown) {
        shown = list;
        control.replaceChildren(
          ...options.map(({ value = '', label: words = '', detail }) =>
            element('option', { value, textContent: detail ? `${words} (${detail})` : words }),
          ),
        );
      }
      if (control.value !== (now.value ?? '')) {
        control.value = now.value ?? '';
      }
    },
  };
}

/**
 * Nothing chosen yet must not look like the first choice.
 * @param {Option[]} options
 * @param {string} value
 */
function withBlank(options, value) {
  return options.some((option) => (option.value ?? '') === value)
    ? options
    : [{ value, label: value || faceWords.select }, ...options];
}

/**
 * One of options, all in sight.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeChoice(node) {
  const question = makeQuestion(node);
  const list = element('div', { className: 'options' });
  const legend = element('legend', { className: 'label', id: `${node.id}/label` }, ...question.caption);
  // Named outright: with a role of its own not every browser takes the legend for the name.
  const piece = element(
    'fieldset',
    { className: 'question choice', id: node.id, role: 'radiogroup', 'aria-labelledby': legend.id, tabindex: -1 },
    legend,
    question.hint,
    list,
    question.problem,
    question.foot,
    question.described,
  );
  const updateQuestion = question.update(piece);
  const options = new Map();
  // No stop of its own on the way from question to question: Delete does the same where the focus is.
  const clear = element('button', { type: 'button', className: 'clear', id: `${node.id}/clear`, tabindex: -1, textContent: 'Clear answer' });
  mark(clear, 'aria-describedby', legend.id); // its name is the same under each question
  return {
    element: piece,
    get control() {
      return (
        /** @type {HTMLInputElement | null} */ (list.querySelector('input:checked')) ?? list.querySelector('input') ?? piece
      );
    },
    parts: { ...question.parts, label: legend, clear },
    whole: piece,
    option: (value) => options.get(value)?.element,
    update(now) {
      piece.classList.toggle('wrong', updateQuestion(now));
      // Said of the group: a radio button that has to be answered would count as wrong before anybody was there.
      mark(piece, 'aria-required', now.flags?.includes('required') && 'true');
      const wanted = now.options ?? [];
      for (const value of [...options.keys()]) {
        if (!wanted.some((option) => (option.value ?? '') === value)) {
          options.delete(value);
        }
      }
      const isClearable = Boolean(now.flags?.includes('clearable'));
      clear.classList.toggle('unused', !isClearable);
      mark(piece, 'aria-keyshortcuts', isClearable && 'Delete');
      arrange(list, [
        ...wanted.map((option) => {
          const value = option.value ?? '';
          if (!options.has(value)) {
            options.set(value, makeOption(now.id, value));
          }
          const made = options.get(value);
          made.update(option, value === (now.value ?? ''), now.flags ?? []);
          return made.element;
        }),
        clear,
      ]);
    },
  };
}

/**
 * The label of a choice or a box, of which a second line describes the control and is no part of its name, which is what a
 * person who speaks to the computer says. The words are what names the control, and not the label around them: Firefox has
 * an action for a label, so that Orca calls clickable what is read of its own text on a line without the control.
 * @param {HTMLElement} control
 */
function makeLabel(control) {
  const [id, detailId] = ['words', 'detail'].map((part) => `${control.id}/${part}`.replaceAll(' ', '_')); // a list of ids is cut at blanks
  const words = element('span', { dir: 'auto', id });
  const detail = element('span', { className: 'detail', id: detailId, dir: 'auto' });
  mark(control, 'aria-labelledby', id);
  return {
    element: element('label', { htmlFor: control.id }, words, ' ', detail),
    /**
     * @param {string} [text]
     * @param {string} [second]
     */
    update(text, second) {
      say(words, text);
      say(detail, second);
      mark(control, 'aria-describedby', second && detailId);
    },
  };
}

/**
 * @param {string} name
 * @param {string} value
 */
function makeOption(name, value) {
  const radio = element('input', { type: 'radio', id: `${name}=${value}`, name, value });
  const label = makeLabel(radio);
  return {
    element: element('div', { className: 'option' }, radio, label.element),
    /**
     * @param {Option} option
     * @param {boolean} checked
     * @param {string[]} flags
     */
    update(option, checked, flags) {
      label.update(option.label, option.detail);
      if (radio.checked !== checked) {
        radio.checked = checked;
      }
      radio.disabled = flags.includes('read_only');
    },
  };
}

/**
 * One box with its label.
 * @param {ViewNode} node
 * @returns {Piece}
 */
export function makeCheckbox(node) {
  const control = element('input', { type: 'checkbox', id: node.id });
  const label = makeLabel(control);
  const piece = element('div', { className: 'option checkbox' }, control, label.element);
  return {
    element: piece,
    control,
    whole: piece,
    update(now) {
      label.update(now.label, now.detail);
      const checked = Boolean(now.value);
      if (control.checked !== checked) {
        control.checked = checked;
      }
      control.disabled = Boolean(now.flags?.includes('read_only'));
    },
  };
}
