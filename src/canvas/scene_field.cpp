// Fields, choices and check boxes, with their label, hint and problem. See scene.h.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "canvas/scene.h"
#include "view/face_words.h"

namespace ftt {
namespace {

constexpr float field_height = 44;
constexpr float widest_field = 480;  // some 50 letters
constexpr float widest_words = 600;  // of a label, a hint, a problem
constexpr float cite_gap = 16;       // before a citation that follows what was understood
constexpr float text_inset = 12;     // the native element has the same, its border included
constexpr float text_drop = 9;
constexpr std::string_view clear_words = "Clear answer";

bool is_typed(const Node& node) {
  return node.kind == NodeKind::field || node.kind == NodeKind::combo || node.kind == NodeKind::select;
}

// The width of a head is a reading width, even over a narrow field.
float head_width(float w) {
  return std::min(w, widest_words);
}

}  // namespace

float field_width(const Node& node, float w) {
  float wide = widest_field;
  if (node.kind == NodeKind::select) {
    // A list of short names needs no wide field; a place or a pay area does.
    const bool is_short = std::all_of(node.options.begin(), node.options.end(),
                                      [](const Option& option) { return option.label.size() <= 32; });
    wide = is_short ? 304 : widest_words;
  } else if (node.input == InputType::code) {
    wide = 104;
  } else if (node.kind == NodeKind::combo) {
    wide = widest_words;  // the name of an office, a place with its county
  } else if (node.kind == NodeKind::field) {
    switch (node.input) {
      case InputType::money:
        wide = 192;
        break;
      case InputType::share:
      case InputType::count:
      case InputType::decimal:
      case InputType::code:
        wide = 104;
        break;
      case InputType::date:
        wide = 208;
        break;
      case InputType::long_text:
        wide = 680;
        break;
      case InputType::text:
      case InputType::name:
      case InputType::file:
        break;
    }
  }
  return std::min(w, wide);
}

bool Scene::cite_fits(const Node& node, float w) const {
  const float wide = head_width(w);
  const auto lines = painter_.typeface().lines(TextStyle::small, node.understood, wide);
  return lines.size() == 1 && painter_.width(TextStyle::small, node.understood) + cite_gap +
                                      painter_.width(TextStyle::small, node.cite) + 1 <=
                                  wide;
}

Scene::Head Scene::head_of(const Node& node, float w) const {
  if (!is_typed(node) && node.kind != NodeKind::choice) return {};
  return Scene(stage_, painter_.for_measuring(), region_).draw_head(node, 0, 0, w);
}

// Label and hint, above the field.
Scene::Head Scene::draw_head(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  const float wide = head_width(w);
  // Among neighbors with longer labels it stands by its own hint.
  if (least_head_.label > 0) y += least_head_.label - head_of(node, w).label;
  float left = x;
  if (!node.item.empty()) {
    painter_.line(TextStyle::body, colors.muted, x, y, node.item);
    left += painter_.width(TextStyle::body, node.item) + 10;
  }
  const float room = wide - (left - x);
  const auto lines = painter_.typeface().lines(TextStyle::body_strong, node.label, room);
  float line = y + painter_.paragraph(TextStyle::body_strong, colors.ink, left, y, room, node.label);
  if (node.flags.optional) {
    constexpr std::string_view optional = face_words::optional;
    const float last = painter_.width(TextStyle::body_strong, lines.back()) + 8;
    const bool fits = last + painter_.width(TextStyle::small, optional) <= room;
    // On a line of its own it takes as much room as a line of a neighbor's label.
    if (!fits) line += painter_.typeface().line_height(TextStyle::body_strong);
    painter_.line(TextStyle::small, colors.muted, fits ? left + last : left, line - 24, optional);
  }
  place_part(node, "label", {x, y, wide, line - y});
  Head head{line - y, 0};
  if (!node.hint.empty()) {
    head.hint = painter_.paragraph(TextStyle::small, colors.muted, x, line, wide, node.hint);
    place_part(node, "hint", {x, line, wide, head.hint});
  }
  return {std::max(head.label, least_head_.label), std::max(head.hint, least_head_.hint)};
}

float Scene::draw_foot(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  const float wide = head_width(w);
  float line = y;
  if (!node.problem.empty()) line += 6 + draw_problem(node, x, line + 6, wide);
  if (!node.understood.empty()) {
    const float high = painter_.paragraph(TextStyle::small, colors.muted, x, line + 6, wide, node.understood);
    place_part(node, "understood", {x, line + 6, wide, high});
    line += 6 + high;
    if (!node.cite.empty() && cite_place_ == CitePlace::beside && cite_fits(node, w)) {
      const float after = painter_.width(TextStyle::small, node.understood) + cite_gap;
      draw_cite(node, x + after, line - high, wide - after);
      return line - y;
    }
  }
  if (node.cite.empty()) return line - y;
  const float above = line > y ? 4 : 6;
  line += above + draw_cite(node, x, line + above, wide);
  return line - y;
}

float Scene::draw_problem(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  painter_.symbol(Symbol::error, x + 9, y + 13, 18, colors.error, colors.on_sign);
  const float height = painter_.paragraph(TextStyle::body_strong, colors.error, x + 26, y, w - 26,
                                          concat(face_words::error, ": ", node.problem));
  place_part(node, "problem", {x, y, w, height});
  return height;
}

float Scene::draw_field(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  const bool has_problem = !node.problem.empty();
  const bool is_long = node.kind == NodeKind::field && node.input == InputType::long_text;
  const bool is_file = node.kind == NodeKind::field && node.input == InputType::file;
  const float head = draw_head(node, x, y, w).height();
  Rect frame{x, y + head, field_width(node, w), field_height};
  std::string_view shown = node.value;
  if (node.kind == NodeKind::select) {
    for (const Option& option : node.options) {
      if (option.value == node.value) shown = option.label;
    }
    if (shown.empty()) shown = face_words::select;
  }
  std::vector<std::string_view> lines;
  if (is_long) {
    lines = painter_.typeface().lines(TextStyle::body, shown, frame.w - 2 * text_inset);
    frame.h = static_cast<float>(std::clamp<std::size_t>(lines.size(), 4, 12)) * 26 + 2 * text_drop;
  }
  // A file that was chosen stands above the button.
  const float file_name = is_file && !node.value.empty() ? 30.0F : 0.0F;
  if (is_file) frame = {x, y + head, w, 80 + file_name};

  // What takes a file is a box like the others that hold something; what is typed in has square corners.
  const float radius = is_file ? 4 : 0;
  painter_.fill(frame, node.flags.read_only ? colors.read_only : is_file ? colors.page : colors.field, radius);
  if (has_problem) {
    painter_.frame(frame, colors.error, 2, radius);
  } else if (is_file) {
    painter_.frame(frame, colors.hairline, 2, radius);
  } else {
    painter_.frame(frame, node.flags.read_only ? colors.hairline : colors.edge, 1);
  }

  const bool is_select = node.kind == NodeKind::select;
  if (is_select) {
    painter_.symbol(Symbol::chevron_both, frame.right() - 18, frame.y + frame.h / 2, 16, colors.ink, colors.field);
  }
  const float left = x + text_inset, top = frame.y + text_drop;
  // What has the focus shows its own ink; a drop-down list and a file never do.
  const Ink ink = is_select || is_file || painter_.typeface().can_set(node.value) ? Ink::canvas : Ink::element;
  const bool shows_own_ink = (has_focus(node.id) && !is_select && !is_file) || ink == Ink::element;
  if (is_file) {
    constexpr std::string_view choose = face_words::choose_file, drop = face_words::or_drop_it;
    const float wide = painter_.width(TextStyle::body_strong, choose) + 32;
    const Rect button{x + 18, frame.y + 19 + file_name, wide, 42};
    painter_.elided(TextStyle::body_strong, colors.ink, x + 18, frame.y + 14, frame.w - 36, node.value);
    painter_.frame(button, colors.primary, 2, 4);
    painter_.line(TextStyle::body_strong, colors.primary, button.x + 16, button.y + 8, choose);
    painter_.elided(TextStyle::body, colors.muted, button.right() + 14, button.y + 8,
                    frame.right() - button.right() - 20, drop);
  } else if (is_long && !shows_own_ink) {
    const auto fit = static_cast<std::size_t>((frame.h - 2 * text_drop) / 26);
    for (std::size_t i = 0; i < std::min(fit, lines.size()); ++i) {
      painter_.line(TextStyle::body, colors.ink, left, top + 26 * static_cast<float>(i), lines[i]);
    }
  } else if (!shows_own_ink) {
    const float reserved = is_select ? 30 : 0;
    painter_.elided(TextStyle::body, colors.ink, left, top, frame.w - 2 * text_inset - reserved, shown);
  }
  place(node.id, frame, ink);

  const float height = head + frame.h + draw_foot(node, x, frame.bottom(), w);
  if (has_problem) painter_.fill({x - 14, y, 4, height}, colors.error);
  return height;
}

// Radio buttons, side by side where all of them fit on one line; with second lines each is a tile.
float Scene::draw_choice(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  const float wide = head_width(w);
  const std::size_t announced = announce(node.id);
  const float head = draw_head(node, x, y, w).height();
  const bool has_details = std::any_of(node.options.begin(), node.options.end(),
                                       [](const Option& option) { return !option.detail.empty(); });
  constexpr float indent = 36;
  float in_line = 0;
  for (const Option& option : node.options) in_line += indent + painter_.width(TextStyle::body, option.label) + 24;
  in_line += painter_.width(TextStyle::small, clear_words) + 8;
  const bool is_line = !has_details && in_line <= wide;

  float left = x, line = y + head;
  for (const Option& option : node.options) {
    const bool chosen = option.value == node.value;
    const float padding = has_details ? 12 : 0;
    const float text_width = is_line ? painter_.width(TextStyle::body, option.label) + 1 : wide - indent - 2 * padding;
    const float label = painter_.height(TextStyle::body, option.label, text_width);
    const float detail = option.detail.empty() ? 0 : painter_.height(TextStyle::small, option.detail, text_width);
    const Rect area{left, line, is_line ? indent + text_width + 8 : wide, label + detail + (has_details ? 22 : 14)};
    const std::string id = node.id + "=" + option.value;
    const Press press = press_area(id, area);
    if (has_details) {
      painter_.fill(area, chosen || press.hovered ? colors.tint : colors.page, 4);
      painter_.frame(area, chosen ? colors.primary : colors.hairline, 2, 4);
    }
    const float text_top = line + (has_details ? 11 : 7);
    const float middle_x = left + padding + 11, middle_y = text_top + 13;
    const Color mark = chosen || press.hovered ? colors.primary : colors.edge;
    painter_.circle(middle_x, middle_y, 10, colors.field);
    painter_.ring(middle_x, middle_y, 10, 2, mark);
    if (chosen) painter_.circle(middle_x, middle_y, 5.5F, colors.primary);
    painter_.paragraph(TextStyle::body, colors.ink, left + padding + indent, text_top, text_width, option.label);
    if (detail > 0) {
      painter_.paragraph(TextStyle::small, colors.muted, left + padding + indent, text_top + label, text_width,
                         option.detail);
    }
    if (press.pressed) edit(node.id, PointerAction::choose, option.value, id);
    if (is_line) {
      left += area.w + 16;
    } else {
      line += area.h + (has_details ? 8 : 0);
    }
  }
  // Taking the choice back stands behind the last of them, where nothing moves for it.
  if (is_line) left += 8;
  const Rect clear{is_line ? left : x + indent, is_line ? y + head : line,
                   painter_.width(TextStyle::small, clear_words) + 1, 40};
  if (node.flags.clearable) {
    const std::string id = node.id + "/clear";
    const Press press = press_area(id, clear);
    painter_.underlined(TextStyle::small, press.hovered ? colors.primary_hover : colors.primary, clear.x, clear.y + 9,
                        clear.w + 1, clear_words);
    if (press.pressed) edit(node.id, PointerAction::choose, "", node.id);
  }
  if (is_line || node.flags.clearable) line += 40;
  if (has_details) line -= 8;
  line += draw_foot(node, x, line, w);
  if (!node.problem.empty()) painter_.fill({x - 14, y, 4, line - y}, colors.error);
  place_announced(announced, {x, y, wide, line - y});
  return line - y;
}

// A box with its label; the label can be pressed too.
float Scene::draw_checkbox(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  constexpr float indent = 36, side = 20, above = 7;
  const bool is_checked = !node.value.empty();
  const float room = std::min(w, widest_words) - indent;
  const float label = painter_.height(TextStyle::body, node.label, room);
  const float detail = node.detail.empty() ? 0 : painter_.height(TextStyle::small, node.detail, room);
  const Rect area{x, y, std::min(w, widest_words), label + detail + 2 * above};
  const Press press = press_area(node.id, area);
  const Rect box{x + 1, y + above + 3, side, side};
  const Color mark = is_checked || press.hovered ? colors.primary : colors.edge;
  painter_.fill(box, is_checked ? colors.primary : colors.field, 2);
  painter_.frame(box, mark, 2, 2);
  if (is_checked) {
    painter_.symbol(Symbol::success, box.x + side / 2, box.y + side / 2, side - 2, colors.primary, colors.on_primary);
  }
  painter_.paragraph(TextStyle::body, colors.ink, x + indent, y + above, room, node.label);
  painter_.paragraph(TextStyle::small, colors.muted, x + indent, y + above + label, room, node.detail);
  if (press.pressed) edit(node.id, PointerAction::choose, is_checked ? "" : "yes", node.id);
  return area.h;
}

}  // namespace ftt
