// What the twin's parts hand to each other, for the type checker: comments alone.
//
// Does not run, and no script imports it.

/** @import {Action} from '../package/types.mjs' */
/** @import {ViewNode} from '../package/view_model.mjs' */
/** @import {Wizard} from '../package/wizard.mjs' */

/**
 * What one node of the view model became. `element` stands in the page, `control` takes the focus, children go into
 * `slot`. `parts` are what the canvas may place on its own; it places `whole`, where there is one, in place of the control.
 * `shown` is what was last put into a field, as the control gives it back.
 * @typedef {object} Piece
 * @property {HTMLElement} element
 * @property {HTMLElement} [control]
 * @property {HTMLElement} [slot]
 * @property {HTMLElement} [whole]
 * @property {Record<string, HTMLElement>} [parts]
 * @property {(value: string) => HTMLElement | undefined} [option]
 * @property {string} [shown]
 * @property {string} [shape] what the element is made for: where this is another one, it is made anew
 * @property {(node: ViewNode, keep?: boolean) => void} update `keep` leaves alone what is being typed in
 * @property {() => void} [takesFocus] what is about to have the focus takes a name for it
 * @property {() => void} [describe] tells a screen reader what is seen beside the control, once nobody types in it
 */

/** @typedef {{page: number, stage: number, main: number}} Places  how far what scrolls is scrolled */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Entry  what is typed in */

/** @typedef {Piece & {control: Entry, shown: string}} EntryPiece */

/**
 * What a node's place decides of a group, a link or a finding; `depth` counts the headings and the named groups that it is
 * a part of.
 * @typedef {object} Context
 * @property {string | undefined} region
 * @property {number} depth
 * @property {boolean} holds
 * @property {boolean} holdsFields
 * @property {boolean} holdsButtons
 * @property {boolean} holdsLinks
 * @property {boolean} listed
 * @property {string} [mainId] of a region, the id of the main one
 */

/**
 * What the twin tells.
 * @typedef {object} Actions
 * @property {(id: string, action: Action, value: string) => void} edit a person's edit
 * @property {(file: File, id: string) => void} openFile a file was chosen in a file field
 * @property {(id: string | null, visible: boolean) => void} focused the focus is on this node, or on nothing of the twin
 * @property {(text: string) => void} titled the screen's title has changed
 * @property {(text: string) => void} count how many suggestions there are, with each key
 * @property {LayOut} layOut
 */

/** @typedef {Pick<ReturnType<Wizard['session']>, 'chart'>} Charts  who lays out the charts of the screen */

/** @typedef {(draw: (charts: Charts) => void) => void} LayOut  draws a chart, now or once it can be laid out */

/**
 * Where the canvas drew things (src/canvas/layout.h); a rect is [id, region, x, y, w, h, shows its own ink].
 * @typedef {object} Layout
 * @property {{h: number}} [stage]
 * @property {{name: string, x: number, y: number, w: number, h: number, content_height: number, content_width: number}[]} [regions]
 * @property {[id: string, region: string, x: number, y: number, w: number, h: number, inked?: number][]} [rects]
 */

export {};
