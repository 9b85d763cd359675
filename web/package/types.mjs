// The shapes of what goes into the package and what comes out of it, for the type checker and for whoever uses the package:
// comments alone. The declarations that npm gets are made of them.
//
// Does not run, and no script imports it.

/** @typedef {object | string | Uint8Array} PacketFile  a packet, its JSON text, or the bytes of its file */

/** @typedef {{code: string, where: string, message: string}} Refusal  what is wrong, where, and the mend */

/**
 * `follows`: from the verdict on the file, which stands before it.
 * @typedef {{field: string, severity: 'error' | 'warning' | 'note', message: string, follows?: true}} Problem
 */

/**
 * What an agency sets: members of configuration.json in their exact form.
 * @typedef {object} Configuration
 * @property {string[]} [rates] files with newer tables, beside the page
 * @property {string} [wording] the file of its own words for the clauses
 * @property {'net_change' | 'overall'} [percent] how Part G, line 2 is read
 * @property {string[]} [closures] dates that are no work days
 * @property {boolean} [inauguration_day] whether that is a day off
 * @property {{name?: string, mail?: string, phone?: string, agency?: string, component?: string}} [telework_managing_officer]
 * @property {boolean} [shared_computer] whether its computers are
 * @property {string[]} [hosts] the origins that may embed the wizard
 */

/**
 * What an agency sets.
 * @typedef {object} ReadConfiguration
 * @property {Configuration} members those that hold
 * @property {Refusal[]} refused those that do not
 * @property {boolean} refused_whole the file cannot be read, and nothing of it holds
 */

/**
 * A line of the worksheet: an amount as exact decimal text, null where it cannot be worked out yet.
 * @typedef {object} WorksheetLine
 * @property {string} id
 * @property {string} label
 * @property {string | null} value
 * @property {string[]} [needs] the fields that it waits for
 * @property {string} [reading] how the order is read here
 * @property {string} [origin]
 * @property {string} [formula]
 * @property {Record<string, string>} [inputs]
 * @property {{table: string, year?: number, entry?: string}[]} [rates]
 * @property {string[]} [notes]
 * @property {string} [cite]
 */

/**
 * The answer to a whole packet. What the order decides is laid out as the native command's `evaluate` lays it out.
 * @typedef {object} Evaluation
 * @property {{lines: WorksheetLine[]}} worksheet
 * @property {Record<string, unknown>} rates
 * @property {Problem[]} problems
 * @property {{field: string, message: string, cite?: string}[]} missing
 * @property {boolean} complete
 * @property {{result: string, findings: ({status: string, message: string} & Record<string, unknown>)[]}} eligibility
 * @property {Record<string, unknown>[]} documents
 * @property {Record<string, unknown>[]} forms
 * @property {Record<string, unknown>[]} deadlines
 * @property {{outcome?: Record<string, string>} & Record<string, unknown>} [ending] where ending or changing it was walked through
 * @property {{why: string, spending: {message: string}[]} & Record<string, unknown>} [reviewed] of a yearly review
 */

/**
 * What differs between two packets.
 * @typedef {object} Comparison
 * @property {boolean} alike
 * @property {Record<string, unknown>} old
 * @property {Record<string, unknown>} new
 * @property {{kind: string, field: string, label: string, old_words: string, new_words: string, difference?: string}[]} changes
 */

/** @typedef {'current' | 'history' | 'zip'} RatesPart  a part of the built-in tables */

/**
 * @typedef {object} LoadOptions
 * @property {URL} [base] the folder that the files of the package are in; else that of this script
 * @property {RatesPart[]} [rates] the parts of the tables to wait for, `current` first; else all
 * @property {boolean} [isWhole] false for the first half of the module alone, which bringRest() has to follow; else true
 */

/**
 * @typedef {object} DoorOptions
 * @property {string} [today] as 2027-02-01; else today by the clock of this machine
 * @property {Configuration} [configuration] what an agency sets
 */

/**
 * @typedef {object} PrintOnly
 * @property {string} [now] when it is printed, for the foot of each page
 * @property {string | Uint8Array} [wording] an agency's own words for the clauses
 * @property {string} [percent] how Part G, line 2 is read
 * @property {string[]} [parts] the parts to print; else all
 * @property {boolean} [redacted] without what names the person
 * @typedef {DoorOptions & PrintOnly} PrintOptions
 */

/**
 * What is wrong with a file of the site, in words for the person; `mend` is for whoever runs the site, `status` what the
 * server answered, if it did.
 * @typedef {Error & {mend?: string, status?: number}} Fault
 */

/** @typedef {'input' | 'leave' | 'choose' | 'press' | 'enter'} Action */

/** @typedef {'wide' | 'medium' | 'narrow'} Width  from 1,024 px, above 640 px, to 640 px */

/** @typedef {{kind: 'save', id?: string, name: string, media_type: string, content: string, settings?: string}} SaveEffect */

/** @typedef {{kind: 'print', media_type: string, content: string, settings: string}} PrintEffect */

/**
 * `content` on the clipboard, behind the page's address where it begins with #; where that is forbidden, below the words of
 * `name`.
 * @typedef {{kind: 'copy', id: string, name: string, content: string}} CopyEffect
 */

/**
 * What the page has to do after an edit (src/wizard/acts/session.h). What is printed, or saved as a page, is the packet in
 * `content` with the options of core.print() in `settings`, as JSON.
 * @typedef {{kind: 'focus', id: string}
 *   | {kind: 'announce', content: string}
 *   | {kind: 'open' | 'view' | 'moment' | 'check_privacy' | 'sample' | 'cases'}
 *   | {kind: 'address', content?: string}
 *   | CopyEffect
 *   | {kind: 'keep_open' | 'keep_forget', id: string}
 *   | {kind: 'keep_shared', content?: string}
 *   | {kind: 'keep_forget_all' | 'keep_save_aside'}
 *   | SaveEffect
 *   | PrintEffect} Effect
 */

/** @import {Patch} from './view_model.mjs' */

/**
 * What the page has to do and to show, and the bytes that say it, as a canvas takes them.
 * @typedef {{effects: Effect[], patch: Patch, bytes: Uint8Array}} Answer
 */

/**
 * A session's packet as it is kept, handed on and listed.
 * @typedef {object} Snapshot
 * @property {string} id
 * @property {string} packet its JSON as it would be saved now
 * @property {string} whereabouts where the person is in it; resume() goes on from both
 * @property {string} figures each line of the worksheet, as a JSON object of exact decimal texts, null where not known
 * @property {string} name whose packet it is, as a list of packets has it
 * @property {string} file the last file that has it; empty where there is none
 * @property {string} typed what stands in the field that is being typed in
 * @property {number} revision
 * @property {boolean} is_unsaved something was answered that is in no file yet
 * @property {boolean} is_estimate the estimate is what the screen shows
 * @property {boolean} has_work something was done in it, or it came out of a file
 */

/** @typedef {{name: string, state: 'good' | 'limited' | 'bad', words: string}} PageCheck */

/**
 * What the page tells about itself (src/wizard/state/surroundings.h).
 * @typedef {object} Surroundings
 * @property {'on' | 'shared' | 'refused'} [keeping] without it nothing is said of keeping
 * @property {boolean} [is_set]
 * @property {boolean} [is_embedded] in a page of somebody else's, whose address it is
 * @property {boolean} [is_file] opened from a file, whose address leads nobody else here
 * @property {boolean} [is_newer]
 * @property {string} [words]
 * @property {number} [set_aside]
 * @property {{id: string, name: string, words: string, earlier: {id: string, words: string}[]}[]} [kept]
 * @property {PageCheck[]} [checks]
 * @property {PageCheck[]} [privacy]
 */

/** @typedef {number | string | Uint8Array} Value  what a module's function takes; texts and bytes are lent memory */

/** @typedef {Record<string, (...values: number[]) => number>} Functions */

/**
 * What a linked module exports.
 * @typedef {Functions & {memory: WebAssembly.Memory, _initialize?: () => void}} ModuleExports
 */

/** @typedef {(imports: WebAssembly.Imports) => ModuleExports | Promise<ModuleExports>} PlainModule  in plain JavaScript */

export {};
