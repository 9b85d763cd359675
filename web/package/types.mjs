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
 * @property {Record<string, string[]>} [components] what each office is called, and how else it is spelled
 * @property {number} [smallest_count] the smallest count that a report for circulation shows, and office that it names
 * @property {{name?: string, mail?: string, phone?: string, agency?: string, component?: string}} [accessibility_contact]
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

/** @typedef {'supervisor' | 'second_level' | 'third_level' | 'executive' | 'hr_director' | 'deputy_administrator'} ChainStep */

/** @typedef {{name: string, title?: string}} Person */

/**
 * An act that is recorded in a packet's chain, in the members that an entry has. Which of them an act needs, record() says.
 * @typedef {object} ActAsked
 * @property {'requested' | 'submitted' | 'concurred' | 'denied' | 'returned' | 'received' | 'reassigned' | 'withdrawn' | 'note'} act
 * @property {ChainStep} [step] whose act it is
 * @property {string} on the day, as 2026-12-18
 * @property {string} [requested_on] the first request, where that was earlier
 * @property {Person} by who records it
 * @property {Person & {authority?: string}} [for] whose authority was used: acting, designee
 * @property {{step: ChainStep, name?: string}} [to] to whom it is returned or reassigned
 * @property {Partial<Record<ChainStep, Person | 'not_applicable'>>} [route] of a submission: who takes each step
 * @property {'arrangement' | 'ending'} [matter] what is submitted; else the arrangement
 * @property {string} [how]
 * @property {string} [statement]
 * @property {string} [reason]
 * @property {{kind: string, sha256: string, name?: string}[]} [evidence] digests of files, which are not put in
 * @property {string} [nonce] 32 hexadecimal digits; else they are drawn
 * @property {string} [nonce_of_edited] the same for the entry that tells of a change before it
 */

/** @typedef {{packet: string, warnings: string[]}} Recorded  the packet's file with the entry, and what is odd with that */

/**
 * @typedef {object} ChainOnly
 * @property {string} [seen] what was seen of chains before, as verify() gives it
 * @typedef {DoorOptions & ChainOnly} ChainOptions
 */

/**
 * An entry, told. Its members stand in the packet as they were written.
 * @typedef {object} ChainEntry
 * @property {number} n
 * @property {string} act
 * @property {ChainStep} [step]
 * @property {string | null} on
 * @property {Person} [by]
 * @property {Person} [for]
 * @property {string} [authority]
 * @property {string} [reason]
 * @property {ChainStep} [to]
 * @property {string | null} digest recomputed
 * @property {boolean} counts
 * @property {string} words
 * @property {string[]} [remarks]
 */

/**
 * Where a packet with a chain is; state, phase, holder, since and due are null of a copy without names.
 * @typedef {object} Chain
 * @property {'draft' | 'in_chain' | 'at_hr' | 'at_deputy' | 'returned' | 'denied' | 'withdrawn' | 'approved' | null} state
 * @property {'not_begun' | 'active' | 'suspended' | 'ended' | null} phase
 * @property {boolean} recorded whether entries say so; else what was typed in Parts J to L
 * @property {{kind: string, step?: ChainStep, name?: string, title?: string} | null} holder
 * @property {string | null} since
 * @property {string | null} due
 * @property {string} [due_if_stopped] returned: where the clock stood still meanwhile; the order does not say
 * @property {string} [lateness]
 * @property {number} [work_days_late]
 * @property {string} [approved_on]
 * @property {string} [requested_again_on] behind the approval that stands: holder, since and due are those of that request
 * @property {string} [other_approved_on] of the arrangement, where its end was submitted, and the other way (¶11b)
 * @property {string} [reason]
 * @property {string} [message]
 * @property {string} [next]
 * @property {'empty' | 'sound' | 'broken' | 'unverifiable' | 'redacted'} soundness
 * @property {string | null} head the digest of the last entry
 * @property {string} [head_words] as it is printed
 * @property {string} [after] the head that this round continues
 * @property {{step: ChainStep, applies: boolean, name?: string, title?: string, stands: boolean, n?: number, on?: string | null, why?: 'other_content' | 'earlier_step', message?: string, changed?: string[]}[]} [steps]
 * @property {ChainEntry[]} entries
 * @property {string[]} [typed_not_recorded] fields of Parts J to L that were typed and do not count
 * @property {string[]} [figures] what differs by newer rates alone
 * @property {string} [limit] what the chain does not show
 * @property {string} [redacted]
 * @property {string} [not_continued] why it does not continue what was seen
 */

/**
 * @typedef {object} Verified
 * @property {boolean} holds
 * @property {boolean} recorded
 * @property {'empty' | 'sound' | 'broken' | 'unverifiable' | 'redacted'} soundness
 * @property {string | null} head
 * @property {string} [head_words]
 * @property {string[]} messages why it does not hold
 * @property {string} seen what was seen, with this one where it continues that
 */

/**
 * `by` and `on` are needed where both copies went on.
 * @typedef {object} MergeOnly
 * @property {Person} [by]
 * @property {string} [on]
 * @property {string} [nonce]
 * @property {({at: string, take: 'a' | 'b' | 'before'} | {at: string, value: unknown})[]} [answers] to the conflicts
 * @typedef {DoorOptions & MergeOnly} MergeOptions
 */

/**
 * A field that both copies have otherwise, and what the packet comes to with the one and the other.
 * @typedef {object} MergeConflict
 * @property {string} at
 * @property {string} field
 * @property {string} label
 * @property {unknown} [before]
 * @property {unknown} [a]
 * @property {unknown} [b]
 * @property {Record<string, string>} words
 * @property {Record<string, Record<string, string>>} [result]
 */

/** @typedef {{conflicts: MergeConflict[], packet?: string}} Merged  the packet's file, where no conflict is open */

/** @typedef {{file: string, packet: PacketFile}} InboxFile */

/**
 * A packet in the inbox; what is not known is null.
 * @typedef {object} InboxRow
 * @property {string} file
 * @property {string | null} id
 * @property {string | null} case whose it is
 * @property {string | null} state
 * @property {boolean} recorded
 * @property {string | null} waits_for
 * @property {string | null} since
 * @property {string | null} due
 * @property {string | null} [due_if_stopped]
 * @property {string} [lateness]
 * @property {number} over_by work days
 * @property {string[]} copies the files of older ones
 * @property {string[]} warnings
 */

/** @typedef {{rows: InboxRow[], refused: (Refusal & {file: string})[]}} Inbox */

// ---- The report on many packets ----

/** @typedef {string | Uint8Array} RollupPartial  what was gathered of many packets, telework-rollup/1, to be merged and reported */

/**
 * A packet's line of telework-facts/1 as an object: yes and no, money in plain decimals, dates as dates; what is not known, or
 * does not apply, is null.
 * @typedef {{format: 'telework-facts/1'} & Record<string, string | null>} Facts
 */

/** @typedef {DoorOptions & {fiscalYear?: number | string}} FactsOptions  the fiscal year of the half-years; else that of the day */

/** @typedef {FactsOptions} GatherOptions */

/** @typedef {'actuals' | 'headcount' | 'timeCodes' | 'previous'} SheetName */

/**
 * What packets cannot know, as the files of spreadsheets, and the report before, as its partial.
 * @typedef {{[Sheet in SheetName]?: string | Uint8Array}} ReportBeside
 */

/** @typedef {'ohrm' | 'circulation'} ReportEdition  with names and cases, or without and with small counts hidden */

/** @typedef {DoorOptions & ReportBeside & {edition?: ReportEdition}} ReportOptions */

/** @typedef {'json' | 'html' | 'xlsx' | 'csv' | 'partial'} ReportFormat */

/**
 * @template {ReportFormat} [Format='json']
 * @typedef {FactsOptions & ReportOptions & {format?: Format}} RollupOptions
 */

/** @typedef {{id: string, is_total: boolean, cells: Record<string, string | number | boolean | null>}} ReportRow */

/**
 * A table of the report: unknown is null, "[c]" is not shown, and what does not apply is "n/a".
 * @typedef {object} ReportTable
 * @property {string} id
 * @property {string} title
 * @property {string} shows
 * @property {string} paragraph
 * @property {{id: string, heading: string, kind: 'text' | 'count' | 'money' | 'percent' | 'date' | 'yes_no'}[]} columns
 * @property {ReportRow[]} rows
 */

/**
 * telework-report/1
 * @typedef {object} Report
 * @property {'telework-report/1'} format
 * @property {string} title
 * @property {ReportEdition} edition
 * @property {string} [legend] what "[c]" means
 * @property {{id: string, label: string, text: string}[]} notes
 * @property {ReportTable[]} tables
 */

/**
 * What a report is given out as; of CSV a file a table.
 * @typedef {object} Rolled
 * @property {Report} json
 * @property {string} html
 * @property {Uint8Array} xlsx
 * @property {{name: string, content: string}[]} csv
 * @property {string} partial
 */

/** @typedef {'current' | 'history' | 'zip'} RatesPart  a part of the built-in tables */

/**
 * @typedef {object} LoadOptions
 * @property {URL} [base] the folder that the files of the package are in; else that of this script
 * @property {RatesPart[]} [rates] the parts of the tables to wait for, `current` first; else all
 * @property {boolean} [isWhole] false for the first half of the module alone, which bringRest() has to follow; else true
 */

/** @typedef {LoadOptions & {isForMany?: boolean}} CoreOptions  isForMany: false without facts() and rollup(); else true */

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
 * What is to be done for the report on many packets: `id` names a sheet, a table or a format, `content` has the options or a
 * row.
 * @typedef {{kind: 'report_cancel'}
 *   | {kind: 'report_without', id: string}
 *   | {kind: 'report_make', content: string}
 *   | {kind: 'report_rows', id: string, content: string}
 *   | {kind: 'report_save', id: string, name: string, media_type: string}
 *   | {kind: 'report_template', id: string, name: string, media_type: string, content: string}} ReportEffect
 */

/**
 * What the page has to do after an edit (src/wizard/acts/session.h). What is printed, or saved as a page, is the packet in
 * `content` with the options of core.print() in `settings`, as JSON.
 * @typedef {{kind: 'focus', id: string}
 *   | {kind: 'announce', content: string}
 *   | {kind: 'inbox_open', name: string}
 *   | {kind: 'inbox_files' | 'inbox_folder' | 'inbox_cancel'}
 *   | {kind: 'report_files' | 'report_folder'}
 *   | ReportEffect
 *   | {kind: 'open' | 'view' | 'moment' | 'check_privacy' | 'sample' | 'cases' | 'accessibility'}
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
