// What a page does in its first minute, for whoever has to know which functions that takes: it comes alive, a person makes
// an estimate, mistypes, mends, and looks at the result.
//
// Does not have to be complete: what is not done here works a moment later, when the rest of the module is there.
import { firstSurroundings } from '../package/wizard.mjs';

/** @import {Answer, Surroundings} from '../package/types.mjs' */
/** @import {ViewNode} from '../package/view_model.mjs' */
/** @import {Wizard} from '../package/wizard.mjs' */

const mistyped = ['x', '-1', '1.234.567', '99999999999', ''];
const places = ['Kansas City, MO', 'Springfield', 'VA 20405', '1800 F St NW, Washington, DC 20405', 'Puerto Rico', 'Virginia'];
const answers = [
  ['position.grade', 'GS-12 step 5'],
  ['position.step', '5'],
  ['employee.requested_worksite', 'boise, id'],
  ['position.agency_worksite', '20405'],
  ['travel_budget.trips', '4'],
  ['travel_budget.nights', '2.5'],
  ['travel_budget.transport', '$450'],
  ['additional.transit_savings', '1,200'],
];

const seen = { name: 'Downloads', state: /** @type {const} */ ('good'), words: 'Files can be saved.' };
/** @type {Surroundings} */
const surroundings = {
  ...firstSurroundings,
  is_set: false,
  is_newer: false,
  words: 'Kept on this device at 9:41 AM.',
  set_aside: 0,
  kept: ['first-minute', 'another'].map((id) => ({ id, name: id, words: '9:41 AM', earlier: [{ id: `${id}/1`, words: '9:40 AM' }] })),
  checks: [seen],
};

/**
 * Does it with a wizard that has no tables yet. Throws where the estimate does not ask what is answered here.
 * @param {Wizard} wizard
 * @param {Uint8Array} tables the bytes of the current ones
 * @param {Uint8Array} configuration the bytes of the agency's
 */
export function liveFirstMinute(wizard, tables, configuration) {
  wizard.addRates(tables);
  const session = wizard.session({ today: '2027-02-01', id: 'first-minute' });
  /** @type {Map<string, ViewNode>} */
  const nodes = new Map();
  const show = (/** @type {Answer} */ { patch }) => {
    patch.removed.forEach((id) => nodes.delete(id));
    patch.nodes.forEach((node) => nodes.set(node.id, node));
  };
  show(session.width('wide'));
  show(session.surroundings(firstSurroundings));
  const { members } = wizard.readConfiguration(configuration);
  session.snapshot();
  show(session.surroundings({ ...surroundings, words: '', kept: [] }));
  show(session.surroundings(surroundings));
  for (const width of /** @type {const} */ (['medium', 'narrow', 'wide'])) show(session.width(width));
  show(session.screen()); // a canvas came
  show(session.edit('start.estimate', 'press'));
  for (const [id, text] of answers) answer(session, show, nodes.get(id), text);
  const charts = [...nodes.values()].filter(({ kind }) => kind === 'chart');
  charts.forEach(({ id }) => session.chart(id, 320, { line: 20, letters: 'a', widths: [8, 8] }));
  show(session.configure(members));
  show(session.notice('A word of the page.'));
  show(session.notice(''));
  show(session.surroundings({ ...surroundings, checks: undefined }));
  show(session.today('2027-02-02'));
  session.snapshot();
  session.seen(); // goes with what is kept
}

/**
 * @param {ReturnType<Wizard['session']>} session
 * @param {(answer: Answer) => void} show
 * @param {ViewNode | undefined} node
 * @param {string} text
 */
function answer(session, show, node, text) {
  if (!node) throw new Error('The estimate no longer asks what the first minute answers.');
  for (const wrong of node.kind === 'combo' ? [...mistyped, ...places] : mistyped) {
    show(session.edit(node.id, 'input', wrong));
    show(session.edit(node.id, 'enter', wrong));
    show(session.edit(node.id, 'leave', wrong));
  }
  for (let size = 1; size <= text.length; ++size) show(session.edit(node.id, 'input', text.slice(0, size)));
  show(session.edit(node.id, 'leave', text));
  session.snapshot();
}
