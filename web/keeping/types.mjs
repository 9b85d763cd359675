// What is kept on the device and how its keepers speak of it, for the type checker: comments alone.
//
// Does not run, and no script imports it.

/** @import {Answer, Effect} from '../package/types.mjs' */
/** @import {Wizard} from '../package/wizard.mjs' */

/** @typedef {ReturnType<Wizard['session']>} Session */

/**
 * What the session asks of keeping.
 * @typedef {Extract<Effect, {kind: 'keep_open' | 'keep_forget'} | {kind: 'keep_shared'} | {kind: 'keep_forget_all' | 'keep_save_aside'}>} KeepingEffect
 */

/**
 * What keeping asks of the page.
 * @typedef {object} Page
 * @property {() => Session} session the session at hand
 * @property {() => Promise<unknown>} whole resolves once all of the wizard is there
 * @property {(act: () => Answer) => void} show does something in the session and shows what changed
 * @property {(text: string) => void} tell says it on the screen
 * @property {(text: string, words: string) => void} takeBack takes a text that was told from the screen, and says the words
 * @property {(file: {name: string, media_type: string, content: string}) => void} save offers a file
 * @property {() => boolean} hasChosen whether something was chosen that the session has not taken in yet
 * @property {(error: unknown) => void} stop after a mistake of ours
 */

/** @typedef {{revision: number, changedAt: number}} Revision  `changedAt` in milliseconds since 1970 */

/**
 * The head of a packet that is kept. `count` only grows: it says which was changed last.
 * @typedef {object} Head
 * @property {string} id
 * @property {string} name
 * @property {string} file the last file that has it; empty where there is none
 * @property {number} revision
 * @property {number} changedAt
 * @property {number} [count]
 * @property {boolean} isUnsaved
 * @property {string} [stamp] of the write that made it
 * @property {Revision[]} revisions
 */

/** @typedef {{id: string, revision: number, changedAt: number, packet: string, whereabouts: string}} State */

/**
 * What the store is given to keep: a state, and what its head says. The store writes `count` into it.
 * @typedef {State & {name: string, file: string, isUnsaved: boolean, typed?: string, count?: number}} Kept
 */

/**
 * What a tab knows of the writes of a packet: what its own next one may follow goes by that.
 * @typedef {object} Trail
 * @property {string} writer begins the stamps of its writes
 * @property {string} [known] the stamp that it has read or written last
 * @property {string[]} tried the stamps of its writes since then of which it does not know that they were done
 */

/** @typedef {Kept & Trail} LastWords  what a page that went said of its packet */

/** @typedef {'kept' | 'foreign' | 'gone'} Outcome  of keeping: it is another tab's, or was forgotten meanwhile */

/** @typedef {{head?: Head, states: State[]}} Aside  a packet that was taken out of use */

/** @typedef {{packets: Head[], states: State[], aside: Aside[]}} Content  of the whole database */

export {};
