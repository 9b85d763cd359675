// One region of the screen, drawn: takes nodes, puts them below each other, and says where each one lies.
//
// Every draw_… function draws a node's block with its upper left corner at x, y in a column w wide, and gives the
// height it took; a scene whose painter only measures does the same without a trace. The pointer's doings are written
// to the report as edits, and nothing is kept from one frame to the next. Text-like fields are frames with text: the
// native element that the page lays over them takes pointer and typing.
//
// Does not place the regions (canvas.cpp does), does not change a node, knows no meaning of any id but "cite:".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/layout.h"
#include "canvas/node_store.h"
#include "canvas/painter.h"

namespace ftt {

enum class FocusRing : std::uint8_t { hidden, shown };

// What has the page's focus.
struct Focus {
  std::string id;
  FocusRing ring = FocusRing::hidden;
};

// What the scenes of one frame share.
struct Stage {
  const NodeStore& nodes;
  const Focus& focus;
  FrameReport& report;
  Layout& layout;
};

constexpr float compact_step_height = 44;

// How much room a region's content takes, padding included.
struct Extent {
  float w = 0, h = 0;
};

// How a region's children are set.
enum class Setting : std::uint8_t { column, bar, steps, compact_steps, folded_steps };

class Scene {
 public:
  Scene(Stage& stage, Painter painter, Region region) : stage_(stage), painter_(painter), region_(region) {}

  // The whole region in a width of w; its content is wider only where it is one row that scrolls sideways.
  Extent draw_region(const NodeRecord&, Setting, float w, float padding);

 private:
  struct Press {
    bool pressed = false, hovered = false, held = false;
  };
  // What stands above a field's frame.
  struct Head {
    float label = 0, hint = 0;
    float height() const { return label + hint > 0 ? label + hint + 6 : 0; }
  };

  // Where a citation goes that has something understood before it: on the same line if it fits, or on the next.
  enum class CitePlace : std::uint8_t { beside, below };

  float draw(const NodeRecord&, float x, float y, float w);
  float draw_children(const NodeRecord&, float x, float y, float w);
  float measured(const NodeRecord&, float w) const;
  // How much air there is between two neighbors of a column, the lower one about to be drawn.
  float gap_between(const NodeRecord& above, const NodeRecord& below) const;
  // A group without a name that holds links alone: what the text above it follows from.
  bool is_list_of_links(const NodeRecord&) const;
  // A named group that asks nothing and has nothing to press: before the first heading it is what its step is made of.
  bool is_part_of_step(const NodeRecord&) const;

  // Text (scene_text.cpp)
  float draw_heading(const Node&, float x, float y, float w);
  float draw_text(const Node&, float x, float y, float w);
  float draw_figure(const Node&, float x, float y, float w);
  float draw_finding(const NodeRecord&, float x, float y, float w);
  // What a finding holds: its answers side by side, anything else in a column.
  float draw_below_message(const NodeRecord& finding, float x, float y, float w);

  // Groups (scene_group.cpp)
  float draw_group(const NodeRecord&, float x, float y, float w);
  float draw_row(const std::vector<const NodeRecord*>&, float x, float y, float w);
  float draw_inline(const std::vector<const NodeRecord*>&, float x, float y, float w);
  float draw_disclosure(const NodeRecord&, float x, float y, float w);
  float draw_bar(const NodeRecord&, float w, float padding);
  float draw_steps(const NodeRecord&, float x, float y, float w);
  Extent draw_compact_steps(const NodeRecord&, float x);
  float draw_folded_steps(const NodeRecord&, float w);

  // Fields (scene_field.cpp)
  Head draw_head(const Node&, float x, float y, float w);
  // How high a field's label and hint are; nothing for what is no field.
  Head head_of(const Node&, float w) const;
  // Whether what was understood leaves room for the citation on its line.
  bool cite_fits(const Node&, float w) const;
  float draw_problem(const Node&, float x, float y, float w);
  // Problem, what was understood and citation, in this order, below the field.
  float draw_foot(const Node&, float x, float y, float w);
  float draw_field(const Node&, float x, float y, float w);
  float draw_choice(const Node&, float x, float y, float w);
  float draw_checkbox(const Node&, float x, float y, float w);

  // Buttons, links and steps (scene_button.cpp)
  float draw_tile(const Node&, float x, float y, float w);
  float draw_button(const Node&, float x, float y, float w);
  float draw_link(const Node&, float x, float y, float w);
  float draw_answer(const Node&, float x, float y, float w);
  float draw_step(const Node&, float x, float y, float w);
  void draw_compact_step(const Node&, float x, float w);
  float compact_step_width(const Node&) const;
  float draw_cite(const Node&, float x, float y, float w);
  // As wide as a button, a link or a short text is on its own.
  float inline_width(const Node&) const;

  // Tables and charts (scene_table.cpp, scene_chart.cpp)
  float draw_table(const Node&, float x, float y, float w);
  // The names of the columns, and a row, in columns of these widths.
  float draw_names(const Node& table, std::span<const float> widths, float x, float y);
  float draw_cells(const Node& table, const TableRow&, std::span<const float> widths, float x, float y);
  float draw_stacked_table(const Node&, float x, float y, float w);
  // The first cell of a row that opens.
  float draw_row_button(const Node& table, const TableRow&, float x, float y, float w);
  float draw_chart(const Node&, float x, float y, float w);

  std::vector<const NodeRecord*> children(const NodeRecord&) const;
  // Reports the place of an item, and rings it if it has the focus. A container is announced before its content is
  // drawn and gets its rectangle afterwards, so that the report has parents first.
  void place(std::string_view id, const Rect&, Ink ink = Ink::canvas);
  void place_part(const Node&, std::string_view part, const Rect&);
  std::size_t announce(std::string_view id);
  void place_announced(std::size_t announced, const Rect&);
  // An item that the pointer can press; places it too.
  Press press_area(std::string_view id, const Rect&, Ink ink = Ink::canvas);
  void edit(std::string_view id, PointerAction, std::string_view value, std::string_view focus);
  bool has_focus(std::string_view id) const { return stage_.focus.id == id; }

  Stage& stage_;
  Painter painter_;
  Region region_;
  Head least_head_;  // of the fields of a row, whose labels, hints and frames stand on common lines
  CitePlace cite_place_ = CitePlace::beside;     // the same for all fields of a row
  TextStyle group_name_ = TextStyle::heading_3;  // of the group that is drawn next
  float banner_padding_ = 12;                    // at both ends of a button's words
  Rect ring_;                                    // what has the focus; nothing while its width is 0
};

// What a tone looks like: the color of its bar and sign, the ground behind it.
struct ToneLook {
  Symbol symbol;
  Color color, ground, inside;
};
ToneLook look_of(Tone, const Palette&);

// A button with a second line takes the width of its column.
bool is_tile(const Node& button);

// Where a column starts in a region w wide: lines of more than some 75 letters are hard to follow, so that a wide
// region has its column in the middle.
float column_left(float w, float padding);

// As wide as a field of this kind is drawn, in a column w wide.
float field_width(const Node&, float w);

}  // namespace ftt
