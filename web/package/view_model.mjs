// The view model as JSON, for the type checker and for whoever uses the package: comments alone, made of src/view/node.inc
// by web/site/generate.mjs. Members that have their default are left out, children are ids.
//
// Does not run, and no script imports it.

/** @typedef {'group' | 'screen' | 'region' | 'heading' | 'text' | 'field' | 'combo' | 'choice' | 'select' | 'checkbox' | 'button' | 'link' | 'answer' | 'figure' | 'table' | 'chart' | 'finding' | 'disclosure'} NodeKind */

/** @typedef {'none' | 'banner' | 'steps' | 'main' | 'result' | 'actions'} Region */

/** @typedef {'text' | 'long_text' | 'money' | 'share' | 'count' | 'decimal' | 'date' | 'name' | 'code' | 'file'} InputType */

/** @typedef {'plain' | 'lead' | 'small' | 'muted' | 'primary' | 'secondary' | 'information' | 'success' | 'warning' | 'error'} Tone */

/** @typedef {'start' | 'end'} Align */

/** @typedef {'stack' | 'row' | 'card' | 'toolbar'} Arrange */

/** @typedef {'none' | 'not_started' | 'in_progress' | 'needs_attention' | 'complete'} StepState */

/** @typedef {'other' | 'in_use' | 'tried'} LineRole */

/** @typedef {'regular' | 'strong'} Weight */

/** @typedef {'track' | 'bar'} BoxPart */

/** @typedef {'grid' | 'zero' | 'joint' | 'mark' | 'line' | 'tried' | 'dashed' | 'dotted' | 'long_dashed' | 'leader'} Stroke */

/**
 * @typedef {object} Option
 * @property {string} value what an edit carries
 * @property {string} [label] what a person reads
 * @property {string} [detail] a second, smaller line; may be empty
 */

/**
 * @typedef {object} TableColumn
 * @property {string} label
 * @property {Exclude<Align, 'start'>} [align]
 */

/**
 * @typedef {object} TableRow
 * @property {string} id stable; empty where nothing refers to the row
 * @property {string[]} cells as many as there are columns
 * @property {boolean} [strong] a total, or the row that is in use
 * @property {boolean} [opens] its first cell is a button that opens it: press the table's id, "/" and its id
 */

/**
 * @typedef {object} ChartBar
 * @property {string} label
 * @property {string} [text] the amount as a person reads it
 * @property {number} from where the bar starts and ends, in cents
 * @property {number} to
 * @property {Exclude<Tone, 'plain'>} [tone] success: saves; warning: costs; primary: the total
 */

/** @typedef {[step: number, cents: number]} ChartPoint */

/**
 * @typedef {object} ChartLine
 * @property {string} label stands at its end
 * @property {ChartPoint[]} points
 * @property {Exclude<LineRole, 'other'>} [role]
 */

/**
 * @typedef {object} ChartMark
 * @property {string} label
 * @property {ChartPoint} at
 */

/**
 * @typedef {object} ChartTick
 * @property {number} at
 * @property {string} text
 */

/** @typedef {('required' | 'optional' | 'read_only' | 'expanded' | 'current' | 'live' | 'derived' | 'clearable')[]} Flags */

/**
 * @typedef {object} ViewNode
 * @property {string} id unique in the screen and stable over edits; a field's is its field id of the form
 * @property {NodeKind} kind
 * @property {string} [label]
 * @property {string} [value] what was typed or chosen; an amount; a step's state in words
 * @property {string} [item] the form's own item, "E4"; shown before the label
 * @property {string} [hint] below the label; of a button what it does, in more words
 * @property {string} [understood] what was made of the value: "$1,200.50", "Monday, February 1, 2027"
 * @property {string} [problem] what is wrong and the mend; beside the field
 * @property {string} [detail] figure: the words below it; heading: the parts of the form; else a smaller line
 * @property {string} [cite] a citation's text; pressing "cite:" + this opens the restatement
 * @property {string} [target] link: id of the step or field it leads to; screen: of its step
 * @property {string} [purpose] field: what a person is asked of themselves, by HTML's word: "family-name"
 * @property {string} [keys] button: the letter that presses it together with Ctrl or Cmd
 * @property {Exclude<Region, 'none'>} [region]
 * @property {Exclude<InputType, 'text'>} [input]
 * @property {Exclude<Tone, 'plain'>} [tone]
 * @property {Exclude<Arrange, 'stack'>} [arrange]
 * @property {Exclude<StepState, 'none'>} [step_state]
 * @property {number} [level] heading, or a disclosure that is one: 1 to 3; text: depth below the one before
 * @property {number} [attention] step: how many things need attention
 * @property {Flags} [flags]
 * @property {Option[]} [options]
 * @property {TableColumn[]} [columns]
 * @property {TableRow[]} [rows]
 * @property {ChartBar[]} [bars]
 * @property {ChartLine[]} [lines]
 * @property {ChartMark[]} [marks]
 * @property {ChartTick[]} [ticks]
 * @property {ChartTick[]} [steps]
 * @property {string[]} [children] written as the list of their ids
 */

/**
 * @typedef {object} ChartText
 * @property {number} x its upper left corner; its height is the line's
 * @property {number} y
 * @property {number} w
 * @property {string} text
 * @property {Exclude<Weight, 'regular'>} [weight]
 * @property {boolean} [is_covering] stands on a ground of its own, which covers the rules that pass behind it
 * @property {Exclude<Align, 'start'>} [align] the side that must be true to its place, should it turn out not as wide as measured
 */

/**
 * @typedef {object} ChartBox
 * @property {number} x
 * @property {number} y
 * @property {number} w
 * @property {number} h
 * @property {BoxPart} part
 * @property {Exclude<Tone, 'plain'>} [tone]
 */

/** @typedef {[x: number, y: number]} ChartSpot */

/**
 * @typedef {object} ChartStroke
 * @property {Stroke} stroke
 * @property {ChartSpot[]} spots two at least
 */

/**
 * @typedef {object} ChartLayout
 * @property {number} height
 * @property {ChartBox[]} boxes these four in the order of drawing
 * @property {ChartStroke[]} strokes
 * @property {ChartSpot[]} dots
 * @property {ChartText[]} texts
 */

/** @typedef {{root: string, nodes: ViewNode[], removed: string[]}} Patch  what has changed on a screen */

export {};
