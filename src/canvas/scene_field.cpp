#include <algorithm>
#include <string>

#include "canvas/scene.h"

namespace ftt {
namespace {

constexpr float field_height = 44;
constexpr float widest_field = 480;  // 30 rem, some 50 letters
constexpr float text_inset = 12;     // the native element has the same, its border included
constexpr float text_drop = 9;

bool is_typed(const Node& node) {
  return node.kind == NodeKind::field || node.kind == NodeKind::combo || node.kind == NodeKind::select;
}

// The width of a head is a reading width, even over a narrow field.
float head_width(float w) {
  return std::min(w, widest_field);
}

}  // namespace

float field_width(const Node& node, float w) {
  float wide = widest_field;
  if (node.kind == NodeKind::select) {
    // A list of short names needs no wide field; a place or a pay area does.
    const bool is_short = std::all_of(node.options.begin(), node.options.end(),
                                      [](const Option& option) { return option.label.size() <= 28; });
    if (is_short) wide = 320;
  } else if (node.kind == NodeKind::field) {
    switch (node.input) {
      case InputType::money:
        wide = 192;
        break;
      case InputType::share:
      case InputType::count:
      case InputType::decimal:
        wide = 144;
        break;
      case InputType::date:
        wide = 224;
        break;
      case InputType::long_text:
        wide = 640;
        break;
      case InputType::text:
      case InputType::name:
      case InputType::file:
        break;
    }
  }
  return std::min(w, wide);
}

float Scene::head_height(const Node& node, float w) const {
  if (!is_typed(node) && node.kind != NodeKind::choice) return 0;
  return Scene(stage_, painter_.for_measuring(), region_).draw_head(node, 0, 0, w);
}

// Label, citation, hint and problem, in this order, above the field.
float Scene::draw_head(const Node& node, float x, float y, float w) {
  const Palette& colours = painter_.colours();
  const float wide = head_width(w);
  float left = x;
  if (!node.item.empty()) {
    painter_.line(TextStyle::body, colours.muted, x, y, node.item);
    left += painter_.width(TextStyle::body, node.item) + 10;
  }
  const float label = painter_.paragraph(TextStyle::body_strong, colours.ink, left, y, wide - (left - x), node.label);
  float after_label = left - x + painter_.width(TextStyle::body_strong, node.label) + 8;
  float line = y + label;
  if (!node.flags.required && !node.flags.read_only) {
    constexpr std::string_view optional = "(optional)";
    const float optional_width = painter_.width(TextStyle::small, optional);
    const bool fits = after_label + optional_width <= wide;
    painter_.line(TextStyle::small, colours.muted, fits ? x + after_label : left, fits ? y + 2 : line, optional);
    if (!fits) line += painter_.typeface().line_height(TextStyle::small);
    after_label += optional_width + 16;
  }
  place_part(node, "label", {x, y, wide, line - y});
  // The citation follows the hint where there is room, else the label, else it has a line of its own.
  const float cite = node.cite.empty() ? 0 : painter_.width(TextStyle::small, node.cite) + 1;
  const float after_hint = node.hint.empty() ? wide : painter_.width(TextStyle::small, node.hint) + 16;
  if (cite > 0 && after_hint + cite <= wide) {
    draw_cite(node, x + after_hint, line, cite);
  } else if (cite > 0 && after_label + cite <= wide) {
    draw_cite(node, x + after_label, y + 2, cite);
  }
  if (!node.hint.empty()) {
    const float hint = painter_.paragraph(TextStyle::small, colours.muted, x, line, wide, node.hint);
    place_part(node, "hint", {x, line, wide, hint});
    line += hint;
  }
  if (cite > 0 && after_hint + cite > wide && after_label + cite > wide) line += draw_cite(node, x, line, wide);
  if (!node.problem.empty()) line += 4 + draw_problem(node, x, line + 4, wide);
  return std::max(line + 6 - y, least_head_);
}

float Scene::draw_problem(const Node& node, float x, float y, float w) {
  const Palette& colours = painter_.colours();
  painter_.sign(Sign::error, x + 9, y + 13, 18, colours.error, colours.on_sign);
  const float height =
      painter_.paragraph(TextStyle::body_strong, colours.error, x + 26, y, w - 26, "Error: " + node.problem);
  place_part(node, "problem", {x, y, w, height});
  return height;
}

float Scene::draw_field(const Node& node, float x, float y, float w) {
  const Palette& colours = painter_.colours();
  const bool has_problem = !node.problem.empty();
  const bool is_long = node.kind == NodeKind::field && node.input == InputType::long_text;
  const bool is_file = node.kind == NodeKind::field && node.input == InputType::file;
  const float head = is_file ? 0 : draw_head(node, x, y, w);
  Rect frame{x, y + head, field_width(node, w), field_height};
  std::string_view shown = node.value;
  if (node.kind == NodeKind::select) {
    for (const Option& option : node.options) {
      if (option.value == node.value) shown = option.label;
    }
    if (shown.empty()) shown = "Select";
  }
  std::vector<std::string_view> lines;
  if (is_long) {
    lines = painter_.typeface().lines(TextStyle::body, shown, frame.w - 2 * text_inset);
    frame.h = static_cast<float>(std::clamp<std::size_t>(lines.size(), 4, 12)) * 26 + 2 * text_drop;
  }
  if (is_file) frame.h = 72;

  painter_.fill(frame, node.flags.read_only ? colours.read_only : colours.field);
  if (has_problem) {
    painter_.frame(frame, colours.error, 3);
    painter_.fill({x - 16, y, 4, head + frame.h}, colours.error);
  } else {
    painter_.frame(frame, node.flags.read_only ? colours.hairline : colours.edge, 1);
  }

  const bool is_select = node.kind == NodeKind::select;
  if (is_select) {
    painter_.sign(Sign::chevron_both, frame.right() - 18, frame.y + frame.h / 2, 16, colours.ink, colours.field);
  } else if (node.kind == NodeKind::combo) {
    painter_.sign(Sign::chevron_down, frame.right() - 20, frame.y + frame.h / 2, 13, colours.ink, colours.field);
  }
  const float left = x + text_inset, top = frame.y + text_drop;
  // What has the focus shows its own ink; a drop-down list and a file never do.
  const Ink ink = is_select || is_file || painter_.typeface().can_set(node.value) ? Ink::canvas : Ink::element;
  const bool shows_own_ink = (has_focus(node.id) && !is_select && !is_file) || ink == Ink::element;
  if (is_file) {
    painter_.sign(Sign::file, x + 34, frame.y + frame.h / 2, 26, colours.primary, colours.field);
    const float text_width = frame.w - 64 - text_inset;
    const float high = painter_.height(TextStyle::body_strong, node.label, text_width);
    painter_.paragraph(TextStyle::body_strong, colours.primary, x + 64, frame.y + (frame.h - high) / 2, text_width,
                       node.label);
  } else if (is_long && !shows_own_ink) {
    const auto fit = static_cast<std::size_t>((frame.h - 2 * text_drop) / 26);
    for (std::size_t i = 0; i < std::min(fit, lines.size()); ++i) {
      painter_.line(TextStyle::body, colours.ink, left, top + 26 * static_cast<float>(i), lines[i]);
    }
  } else if (!shows_own_ink) {
    const float reserved = is_select || node.kind == NodeKind::combo ? 30 : 0;
    painter_.elided(TextStyle::body, colours.ink, left, top, frame.w - 2 * text_inset - reserved, shown);
  }
  place(node.id, frame, ink);

  float height = head + frame.h;
  const float under = head_width(w);
  if (is_file && !node.hint.empty()) {
    height += 6 + painter_.paragraph(TextStyle::small, colours.muted, x, y + height + 6, under, node.hint);
  }
  if (is_file && has_problem) height += 6 + draw_problem(node, x, y + height + 6, under);
  if (!node.understood.empty()) {
    const float understood =
        painter_.paragraph(TextStyle::small, colours.muted, x, y + height + 6, under, node.understood);
    place_part(node, "understood", {x, y + height + 6, under, understood});
    height += 6 + understood;
  }
  return height;
}

// Radio buttons, side by side where all of them fit on one line; with second lines each is a tile.
float Scene::draw_choice(const Node& node, float x, float y, float w) {
  const Palette& colours = painter_.colours();
  const float wide = head_width(w);
  const std::size_t announced = announce(node.id);
  const float head = draw_head(node, x, y, w);
  const bool has_details = std::any_of(node.options.begin(), node.options.end(),
                                       [](const Option& option) { return !option.detail.empty(); });
  constexpr float indent = 36;
  float in_line = 0;
  for (const Option& option : node.options) in_line += indent + painter_.width(TextStyle::body, option.label) + 24;
  const bool is_line = !has_details && in_line <= wide;

  float left = x, line = y + head;
  for (const Option& option : node.options) {
    const bool chosen = option.value == node.value && !node.value.empty();
    const float padding = has_details ? 12 : 0;
    const float text_width = is_line ? painter_.width(TextStyle::body, option.label) + 1 : wide - indent - 2 * padding;
    const float label = painter_.height(TextStyle::body, option.label, text_width);
    const float detail = option.detail.empty() ? 0 : painter_.height(TextStyle::small, option.detail, text_width);
    const Rect area{left, line, is_line ? indent + text_width + 8 : wide, label + detail + (has_details ? 22 : 14)};
    const std::string id = node.id + "=" + option.value;
    const Press press = press_area(id, area);
    if (has_details) {
      painter_.fill(area, chosen || press.hovered ? colours.tint : colours.page, 4);
      painter_.frame(area, chosen ? colours.primary : colours.hairline, 2, 4);
    }
    const float text_top = line + (has_details ? 11 : 7);
    const float middle_x = left + padding + 11, middle_y = text_top + 13;
    const Colour mark = chosen || press.hovered ? colours.primary : colours.edge;
    painter_.circle(middle_x, middle_y, 10, colours.field);
    painter_.ring(middle_x, middle_y, 10, 2, mark);
    if (chosen) painter_.circle(middle_x, middle_y, 5.5F, colours.primary);
    painter_.paragraph(TextStyle::body, colours.ink, left + padding + indent, text_top, text_width, option.label);
    if (detail > 0) {
      painter_.paragraph(TextStyle::small, colours.muted, left + padding + indent, text_top + label, text_width,
                         option.detail);
    }
    if (press.pressed) edit(node.id, PointerAction::choose, option.value, id);
    if (is_line) {
      left += area.w + 16;
    } else {
      line += area.h + (has_details ? 8 : 0);
    }
  }
  if (is_line) line += 40;
  if (has_details) line -= 8;
  if (!node.problem.empty()) painter_.fill({x - 16, y, 4, line - y}, colours.error);
  if (!node.understood.empty()) {
    const float understood = painter_.paragraph(TextStyle::small, colours.muted, x, line + 6, wide, node.understood);
    place_part(node, "understood", {x, line + 6, wide, understood});
    line += 6 + understood;
  }
  place_announced(announced, {x, y, wide, line - y});
  return line - y;
}

}  // namespace ftt
