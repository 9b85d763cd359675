// Writes what the page takes over from the tables of src/view, so that nothing stands twice: `node web/site/generate.mjs`.
//
//   web/package/view_model.mjs  the types of the view model, as comments, of src/view/node.inc
//   web/twin/face_words.mjs     the words that both faces add, of src/view/face_words.inc
//
// tests/structure.mjs fails while a file is not what is written here. Does not build or lay out anything.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** @param {string} path */
const linesOf = (path) => readFileSync(join(top, path), 'utf8').split('\n');

/** @typedef {{type: string, name: string, isGiven: boolean, comment: string}} Member */
/** @typedef {{name: string, form: string, members: Member[]}} Struct */

/** @type {Record<string, string>} */
const plainTypes = {
  'std::string': 'string',
  bool: 'boolean',
  float: 'number',
  'std::int64_t': 'number',
  'std::uint8_t': 'number',
  'std::uint32_t': 'number',
};
/**
 * JavaScript has a Node of its own.
 * @param {string} type
 */
const nameOf = (type) => (type === 'Node' ? 'ViewNode' : type);

function viewModel() {
  /** @type {Map<string, string[]>} */
  const enumerations = new Map(); // name → its enumerators, the default first
  /** @type {Struct[]} */
  const structs = [];
  /** @type {string[]} */
  let enumerators = [];
  /** @type {Member[]} */
  let members = [];
  for (const line of linesOf('src/view/node.inc')) {
    const [, macro, words, comment = ''] = /^FTT_(\w+)\((.+?)\)(?:\s+\/\/ (.*))?$/.exec(line) ?? [];
    if (macro === 'ENUM') {
      enumerations.set(words, (enumerators = []));
    } else if (macro === 'ENUMERATOR') {
      enumerators.push(words);
    } else if (['OBJECT', 'NAMES', 'PAIR'].includes(macro)) {
      structs.push({ name: words, form: macro, members: (members = []) });
    } else if (macro === 'MEMBER' || macro === 'GIVEN') {
      const [type, name] = words.split(', ');
      members.push({ type, name, isGiven: macro === 'GIVEN', comment });
    }
  }

  /**
   * The default is left out where the member may be.
   * @param {Member} member
   */
  const typeOf = ({ type, name, isGiven }) => {
    const element = /^std::vector<(.+)>$/.exec(type)?.[1];
    if (element) {
      return name === 'children' ? 'string[]' : `${plainTypes[element] ?? nameOf(element)}[]`;
    }
    const [byDefault] = enumerations.get(type) ?? [];
    return byDefault && !isGiven ? `Exclude<${type}, '${byDefault}'>` : (plainTypes[type] ?? nameOf(type));
  };
  /** @type {Record<string, (struct: Struct) => string>} */
  const written = {
    NAMES: ({ name, members }) => `/** @typedef {(${members.map((one) => `'${one.name}'`).join(' | ')})[]} ${name} */`,
    PAIR: ({ name, members }) => `/** @typedef {[${members.map((one) => `${one.name}: ${typeOf(one)}`).join(', ')}]} ${name} */`,
    OBJECT: ({ name, members }) => [
      '/**',
      ` * @typedef {object} ${nameOf(name)}`,
      ...members.map((one) => {
        const property = one.isGiven ? one.name : `[${one.name}]`;
        return ` * @property {${typeOf(one)}} ${property} ${one.comment.replaceAll('@', '')}`.trimEnd();
      }),
      ' */',
    ].join('\n'),
  };
  return [
    `// The view model as JSON, for the type checker and for whoever uses the package: comments alone, made of src/view/node.inc
// by web/site/generate.mjs. Members that have their default are left out, children are ids.
//
// Does not run, and no script imports it.`,
    ...[...enumerations].map(([name, all]) => `/** @typedef {${all.map((one) => `'${one}'`).join(' | ')}} ${name} */`),
    ...structs.map((one) => written[one.form](one)),
    '/** @typedef {{root: string, nodes: ViewNode[], removed: string[]}} Patch  what has changed on a screen */',
    'export {};\n',
  ].join('\n\n');
}

function faceWords() {
  const members = linesOf('src/view/face_words.inc').flatMap((line) => {
    const [, name, words] = /^FTT_FACE_WORD\((\w+), "(.*)"\)/.exec(line) ?? [];
    return name ? [`  ${name}: '${words.replaceAll("'", "\\'")}',\n`] : [];
  });
  return `// The words that both faces add to what a node says, made of src/view/face_words.inc by web/site/generate.mjs.
//
// Does not decide where they stand.
export const faceWords = {
${members.join('')}};
`;
}

/** Each file that is made, with its text. @returns {Record<string, string>} */
export function generated() {
  return { 'web/package/view_model.mjs': viewModel(), 'web/twin/face_words.mjs': faceWords() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(generated())) {
    writeFileSync(join(top, path), text);
  }
}
