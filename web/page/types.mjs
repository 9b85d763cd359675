// What the page's parts hand to each other, for the type checker: comments alone.
//
// Does not run, and no script imports it.

/** @import {Patch} from '../package/view_model.mjs' */
/** @import {Canvas} from '../canvas/types.mjs' */

/** @typedef {(text: string) => void} Say  tells a screen reader */

/** @typedef {{name: string, media_type: string, content: string}} SavedFile  a file to be offered */

/**
 * What a person does before the wizard is there: gives the acts that were kept, and ends the keeping.
 * @typedef {(() => (() => void)[]) & {hasChosen?: boolean}} Early
 */

/**
 * What a host can do in the wizard. open() and resume() throw where the text is refused.
 * @typedef {object} Door
 * @property {() => string} packet its JSON
 * @property {() => string} place where the person is
 * @property {(text: string, isForced: boolean) => void} open
 * @property {(packet: string, place: string) => void} resume
 * @property {(id: string) => void} press
 * @property {() => string | undefined} step the one that is open
 * @property {(view: string) => void} show
 * @property {(text: string) => unknown} configure takes the text of a configuration.json
 */

/**
 * The wizard's side of the protocol with the page that embeds it (web/embed/embedding.mjs).
 * @typedef {object} Host
 * @property {string} view what the host wants to see
 * @property {(hosts: string[]) => void} allow
 * @property {(door: Door) => void} begin
 * @property {(packet: string, place: string) => void} changed
 * @property {(kind: 'save' | 'print', members: object) => Promise<boolean>} offers
 */

/**
 * The element that the form is in, and what hangs on it for the scripts beside each other.
 * @typedef {HTMLElement & {
 *   early?: Early,
 *   embedding?: Host,
 *   ftt?: {readonly screen: Patch | undefined, readonly canvas: Canvas | undefined, embedding?: Host},
 * }} Root
 */

/**
 * What is shown while something lasts. `after` so many milliseconds; what is done by then needs no words.
 * @typedef {object} Progress
 * @property {HTMLElement} root
 * @property {string} words
 * @property {Say} say
 * @property {() => void} cancel ends the work
 * @property {number} [after]
 */

/** @typedef {{number: number, name: string, values: unknown[]}} CoreCall  one call of the core */

/**
 * The answer to a call: what it gives, or what is wrong.
 * @typedef {object} CoreAnswer
 * @property {number} number
 * @property {unknown} [result]
 * @property {{message: string, code?: string, where?: string}} [problem]
 */

export {};
