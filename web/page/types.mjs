// What the page's parts hand to each other, for the type checker: comments alone.
//
// Does not run, and no script imports it.

/** @import {Answer, Snapshot} from '../package/types.mjs' */
/** @import {Patch} from '../package/view_model.mjs' */
/** @import {Canvas} from '../canvas/types.mjs' */

/** @typedef {(text: string) => void} Say  tells a screen reader */

/**
 * What the page's parts do on its screen.
 * @typedef {object} PageScreen
 * @property {(act: () => Answer) => void} later shows what the page itself found out
 * @property {Say} tell shows a text until it is closed, and says it
 * @property {Say} say
 */

/** @typedef {{name: string, media_type: string, content: string | Uint8Array<ArrayBuffer> | Blob}} SavedFile  a file to be offered */

/**
 * What a person does before the wizard is there: gives the acts that were kept, and ends the keeping.
 * @typedef {(() => (() => void)[]) & {hasChosen?: boolean}} Early
 */

/**
 * What a host can do in the wizard. replace(), prefill() and resume() throw where the text is refused.
 * @typedef {object} Door
 * @property {() => Snapshot} snapshot
 * @property {() => {text: string, link: string}} estimate
 * @property {(packet: string) => void} replace
 * @property {(members: string) => void} prefill
 * @property {(packet: string, place: string) => void} resume from an earlier snapshot
 * @property {(task: string) => void} goTo
 * @property {(view: string) => void} show
 * @property {(text: string) => unknown} configure takes the text of a configuration.json
 */

/**
 * The wizard's side of the protocol with the page that embeds it (web/embed/embedding.mjs).
 * @typedef {object} Host
 * @property {string} view what the host wants to see
 * @property {(hosts: string[]) => void} allow
 * @property {(door: Door) => void} begin
 * @property {(snapshot: Snapshot) => void} changed
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

/** @typedef {{name: string, file: File | undefined}} ChosenFile  one of many, with its place in a folder; without a file the browser does not hand it over */

/**
 * What was found of many files until now: `rows` since the last account, each as JSON.
 * @typedef {{state: 'begun' | 'reading' | 'done' | 'canceled', of: number, read: number, others: number, rows: string[]}} Found
 */

/** @typedef {{name: string, file: File}} NamedFile  one of many, by the name that the report or the table knows it by */
/** @typedef {NamedFile & {size: number}} LargeFile */
/** @typedef {LargeFile & {range?: [begin: number, end: number]}} FilePart  all of it, or so many of its bytes */

/** @typedef {{number: number, name: string, values: unknown[]}} CoreCall  one call of the core */

/**
 * The answer to a call: what it gives, or what is wrong.
 * @typedef {object} CoreAnswer
 * @property {number} number
 * @property {unknown} [result]
 * @property {{message: string, code?: string, where?: string}} [problem]
 */

export {};
