// What the canvas takes and gives, for the type checker: comments alone.
//
// Does not run, and no script imports it.

/** @import {Action} from '../package/types.mjs' */
/** @import {Layout} from '../twin/types.mjs' */
/** @import {Module} from '../package/reply.mjs' */

/**
 * Puts a frame of the module onto the canvas.
 * @typedef {object} Renderer
 * @property {string} name
 * @property {(width: number, height: number) => void} draw the last frame of a stage of this size in CSS pixels
 * @property {() => void} restore after what it draws with was lost and came back
 * @property {() => void} release gives back what it draws with
 */

/** @typedef {{on(canvas: HTMLCanvasElement, module: Module): Renderer | undefined}} RendererKind */

/**
 * What is laid where the canvas drew: the twin.
 * @typedef {object} Placed
 * @property {(layout: Layout) => void} place
 * @property {(id: string) => boolean} focus
 * @property {(element: Element) => string | undefined} regionNameOf the name of the region that an element is
 */

/**
 * Where the canvas is and whom it tells.
 * @typedef {object} Surface
 * @property {HTMLElement} root whose client box it fills
 * @property {HTMLCanvasElement} canvas
 * @property {HTMLElement} stage holds the regions and scrolls
 * @property {Placed} twin
 * @property {(id: string, action: Action, value: string) => void} edit takes what the pointer did
 * @property {(error: unknown) => void} fail is called once, when the canvas cannot go on
 */

/**
 * What a frame of the module says (web/module/canvas_exports.cpp).
 * @typedef {object} FrameReport
 * @property {boolean} drawn whether there is something new to see
 * @property {boolean} more whether another frame is wanted
 * @property {string} cursor
 * @property {Layout} [layout] where that has changed
 * @property {string} [focus] what the pointer wants to have the focus
 * @property {{id: string, action: Action, value: string}[]} [edits]
 */

/**
 * The canvas at work, as the page sees it.
 * @typedef {object} Canvas
 * @property {number} frames how many there were: stays the same while nothing happens
 * @property {Layout | undefined} layout where things lie, as last reported
 * @property {string} renderer webgl or software
 * @property {(answer: Uint8Array) => void} patch
 * @property {(id: string | null, visible: boolean) => void} focus
 * @property {(answer: Uint8Array) => void} prepare
 * @property {(answer: Uint8Array) => void} show
 * @property {() => void} hide
 * @property {() => void} stop
 */

export {};
