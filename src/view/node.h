// The view model: what a screen says, as a tree of plain data that the canvas, the HTML twin and the tests read alike.
//
// A screen is described once, with these nodes; pixels and elements are made from them. A node knows its words and its
// state, never its place or its color. Strings are UTF-8 and not escaped: whoever draws them makes them inert.
//
// Does not decide anything, does not measure text, does not know ImGui or HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ftt {

enum class NodeKind : std::uint8_t {
  screen,      // the root: its children are regions; label is the document's title
  region,      // banner, steps, main, result, actions (see Region); label names it for a screen reader
  group,       // children that belong together; with a label it is a fieldset with a legend
  heading,     // label; level 1 to 3
  text,        // label is the paragraph
  field,       // one line or several lines of typed text: input says which keyboard and which element
  combo,       // a field with suggestions (options), ARIA combobox pattern; value is what is typed
  choice,      // one of options, all in sight (radio buttons); value is the chosen option's value
  select,      // one of options, as a drop-down list
  checkbox,    // one box with its label, chosen with "yes" or ""; value is the same
  button,      // label; press it
  link,        // a button that reads as a link; leads to another step, field or explanation
  figure,      // one amount set large: label, value, detail (the words "costs more" or "saves")
  table,       // columns and rows of text; label is the caption
  chart,       // bars, or lines over a count (see ChartBar); a line's table follows as a node of its own
  finding,     // something to notice: tone says how; label is the message; cite the paragraph
  disclosure,  // a button with content behind it; flags.expanded says whether the children are there
};

enum class Region : std::uint8_t { none, banner, steps, main, result, actions };
// `code` is a few letters or digits: a series, an initial, a pay plan.
enum class InputType : std::uint8_t { text, long_text, money, share, count, decimal, date, name, code, file };
// How a thing is meant; never the only sign of it. `current` marks the step one is on, `complete` a finished one.
enum class Tone : std::uint8_t { plain, lead, small, muted, primary, secondary, information, success, warning, error };
enum class Align : std::uint8_t { start, end };
// A step's state, in words for the twin and as a sign on the canvas.
enum class StepState : std::uint8_t { none, not_started, in_progress, needs_attention, complete };
// How a group lays its children out: below each other, side by side where there is room, or as a framed card.
enum class Arrange : std::uint8_t { stack, row, card, toolbar };

struct Option {
  std::string value;   // what an edit carries
  std::string label;   // what a person reads
  std::string detail;  // a second, smaller line; may be empty
  bool operator==(const Option&) const = default;
};

struct TableColumn {
  std::string label;
  Align align = Align::start;
  bool operator==(const TableColumn&) const = default;
};

struct TableRow {
  std::string id;                  // stable; empty where nothing refers to the row
  std::vector<std::string> cells;  // as many as there are columns
  bool strong = false;             // a total, or the row that is in use
  bool operator==(const TableRow&) const = default;
};

// A chart has bars or lines. `ticks` are along its amounts, `steps` along what a line is over; nothing lies outside of
// its data, its ticks and 0. What a bar says stands beside it as text, so that its figures need no table.
struct ChartBar {
  std::string label;
  std::string text;       // the amount as a person reads it
  std::int64_t from = 0;  // where the bar starts and ends, in cents
  std::int64_t to = 0;
  Tone tone = Tone::plain;  // success: saves; warning: costs; primary: the total
  bool operator==(const ChartBar&) const = default;
};

struct ChartPoint {
  std::int64_t step = 0;
  std::int64_t cents = 0;
  bool operator==(const ChartPoint&) const = default;
};

struct ChartLine {
  std::string label;  // stands at its end
  std::vector<ChartPoint> points;
  bool strong = false;  // drawn through; the others are dashed
  bool operator==(const ChartLine&) const = default;
};

// On a line chart a rule at the step, with a dot at the amount; on bars a rule at the amount.
struct ChartMark {
  std::string label;
  ChartPoint at;
  bool operator==(const ChartMark&) const = default;
};

struct ChartTick {
  std::int64_t at = 0;
  std::string text;
  bool operator==(const ChartTick&) const = default;
};

struct Flags {
  bool required = false;  // its form is not complete without it
  bool optional = false;  // may be left empty, which stands beside its label
  bool read_only = false;
  bool expanded = false;  // a disclosure that is open
  bool current = false;   // the step or page one is on
  bool live = false;      // a change is said to a screen reader, politely, once it has settled
  bool derived = false;   // filled in by the tool, may be overtyped
  bool operator==(const Flags&) const = default;
};

struct Node {
  std::string id;  // unique in the screen and stable over edits; a field's is its field id of the form
  NodeKind kind = NodeKind::group;
  std::string label;
  std::string value;       // a field's text as typed, a choice's value, a figure's or a disclosure's amount
  std::string item;        // the form's own item, "E4"; shown before the label
  std::string hint;        // below the label
  std::string understood;  // what was made of the value: "$1,200.50", "Monday, February 1, 2027"; below the field
  std::string problem;     // what is wrong and the mend; beside the field
  std::string detail;      // figure: the words below it; heading: the parts of the form; else a smaller line
  std::string cite;        // a citation's text; pressing "cite:" + this opens the restatement
  std::string target;      // link: id of the step or field it leads to
  Region region = Region::none;
  InputType input = InputType::text;
  Tone tone = Tone::plain;
  Arrange arrange = Arrange::stack;
  StepState step_state = StepState::none;
  std::uint8_t level = 0;       // heading: 1 to 3; text: how deep it stands below the one before it
  std::uint32_t attention = 0;  // step: how many things need attention
  Flags flags;
  std::vector<Option> options;
  std::vector<TableColumn> columns;
  std::vector<TableRow> rows;
  std::vector<ChartBar> bars;
  std::vector<ChartLine> lines;
  std::vector<ChartMark> marks;
  std::vector<ChartTick> ticks;
  std::vector<ChartTick> steps;
  std::vector<Node> children;
};

// The names that the serialized form uses for the enumerators: the enumerator's own name.
std::string_view name_of(NodeKind);
std::string_view name_of(Region);
std::string_view name_of(InputType);
std::string_view name_of(Tone);
std::string_view name_of(Arrange);
std::string_view name_of(StepState);

// The node without its children as compact JSON: members that have their default are left out, children are a list of
// ids. {"id":"travel_budget.transport","kind":"field","label":"…","item":"E4","input":"money","flags":["required"],…}
// Enumerators are written by name, flags as a list of names, options/columns/rows/bars/lines/marks/ticks/steps as lists
// of objects with the member names above, a point as [step,cents]. This is the one form in which both faces receive the
// view model.
std::string to_json(const Node&);
// The same behind what `out` holds already.
void append_json(std::string& out, const Node&);

// `text` as a JSON string with its quotes.
std::string quoted_json(std::string_view text);

}  // namespace ftt
