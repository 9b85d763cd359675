// What a page and the wizard that is embedded in it say to each other, version 1. Each message is an object {kind, …} of
// exactly the members that its kind has here; packets and the like go as JSON text, so that their size is seen before
// anybody reads them.
//
//   host     posts {kind: "hello", protocol} with one MessagePort to the frame, once it has loaded; all else goes by the port
//   wizard   answers {kind: "ready", …} by that port, when it knows the origin and is there to be used
//
// Does not send anything.
import { tasks } from '../package/actions.mjs';

export const protocol = 'telework-wizard/1';

export const themes = ['auto', 'light', 'dark'];
export const views = ['page', 'canvas'];
// compact: an estimate without the banner, the list of steps and the buttons below, for a column of a page.
export const layouts = ['full', 'compact'];

/** @typedef {Record<string, (value: unknown) => boolean>} Members  what each member of a message must be */

/**
 * A message as fits() has let it through: it has exactly the members of its kind, of all these.
 * @typedef {object} Message
 * @property {string} kind
 * @property {string} task
 * @property {string} theme
 * @property {string} view
 * @property {string} layout
 * @property {string} members
 * @property {number} number
 * @property {string} packet
 * @property {string} place
 * @property {boolean} taken
 * @property {string} checks
 * @property {string} result
 * @property {string} text
 * @property {string} link
 * @property {string} name
 * @property {string} media_type
 * @property {string} content
 * @property {number} height
 * @property {string} problem
 */

// As large a packet as is ever read.
const mostCharacters = 8 * 1024 * 1024;
const isText = (/** @type {unknown} */ value) => typeof value === 'string' && value.length <= mostCharacters;
const isNumber = (/** @type {unknown} */ value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isBoolean = (/** @type {unknown} */ value) => typeof value === 'boolean';
/** @type {(list: string[]) => (value: unknown) => boolean} */
const oneOf = (list) => (value) => list.includes(/** @type {string} */ (value));

/**
 * To the frame's window, with one port.
 * @type {Record<string, Members>}
 */
export const greeting = { hello: { protocol: oneOf([protocol]) } };

/**
 * From the host by the port. `number` is the host's own, for the answer; `answer` answers the wizard's. `resume` goes on
 * from the last `change` and `place` of an earlier frame; without a place, as `set`.
 * @type {Record<string, Members>}
 */
export const toWizard = {
  task: { task: oneOf(tasks) },
  theme: { theme: oneOf(themes) },
  view: { view: oneOf(views) },
  layout: { layout: oneOf(layouts) },
  prefill: { members: isText },
  configuration: { members: isText },
  get: { number: isNumber },
  set: { number: isNumber, packet: isText },
  resume: { number: isNumber, packet: isText, place: isText },
  answer: { number: isNumber, taken: isBoolean },
};

/**
 * From the wizard by the port. `place` is where the person is, for a `resume`, and `view` what is chosen there. `height` is
 * 0 where the wizard fills the frame; `packet` answers a get, and is empty after a set or a resume; `problem` is empty where all is well. `save` and `print` ask whether the host takes them over.
 * @type {Record<string, Members>}
 */
export const toHost = {
  ready: { checks: isText },
  change: { packet: isText },
  place: { place: isText },
  view: { view: oneOf(views) },
  result: { result: isText },
  estimate: { text: isText, link: isText },
  save: { number: isNumber, name: isText, media_type: isText, content: isText },
  print: { number: isNumber, content: isText },
  height: { height: isNumber },
  answer: { number: isNumber, packet: isText, problem: isText },
};

/**
 * Whether a message is one of these kinds and has exactly its members, each as it must be.
 * @param {unknown} message
 * @param {Record<string, Members>} kinds
 * @returns {message is Message}
 */
export function fits(message, kinds) {
  if (typeof message !== 'object' || message === null) {
    return false;
  }
  const given = /** @type {Record<string, unknown>} */ (message);
  if (typeof given.kind !== 'string' || !Object.hasOwn(kinds, given.kind)) {
    return false;
  }
  const members = Object.entries(kinds[given.kind]);
  return (
    Object.keys(given).length === members.length + 1 &&
    members.every(([name, isGood]) => Object.hasOwn(given, name) && isGood(given[name]))
  );
}
