// Buttons, links, citations, tiles and the steps. See scene.h.
#include <algorithm>
#include <cmath>
#include <string>

#include "canvas/scene.h"

namespace ftt {

float Scene::inline_width(const Node& node) const {
  if (node.kind == NodeKind::button) {
    return region_ == Region::banner ? painter_.width(TextStyle::body, node.label) + 2 * banner_padding_ + 2
                                     : painter_.width(TextStyle::body_strong, node.label) + 40;
  }
  const bool is_small = node.tone == Tone::small || node.tone == Tone::muted;
  return painter_.width(is_small ? TextStyle::small : TextStyle::body, node.label) + 1;
}

bool is_tile(const Node& button) {
  return button.kind == NodeKind::button && !button.detail.empty() && button.detail != button.label;
}

// A thing to begin with: as wide as the column, with a second line that says what it leads to.
float Scene::draw_tile(const Node& node, float x, float y, float w) {
  constexpr float padding = 18;
  const Palette& colors = painter_.colors();
  const float inner = w - 2 * padding - 24;
  const float label = painter_.height(TextStyle::body_strong, node.label, inner);
  const Rect tile{x, y, w, label + painter_.height(TextStyle::small, node.detail, inner) + 2 * padding - 6};
  const Press press = press_area(node.id, tile);
  painter_.fill(tile, press.hovered || node.flags.current ? colors.tint : colors.page, 4);
  painter_.frame(tile, press.hovered || node.flags.current ? colors.primary : colors.hairline, 2, 4);
  const Color ink = press.hovered ? colors.primary_hover : colors.primary;
  painter_.paragraph(TextStyle::body_strong, ink, x + padding, y + padding - 3, inner, node.label);
  painter_.paragraph(TextStyle::small, colors.muted, x + padding, y + padding - 3 + label, inner, node.detail);
  painter_.symbol(Symbol::chevron_right, tile.right() - padding - 4, y + tile.h / 2, 15, ink, ink);
  if (press.pressed) edit(node.id, PointerAction::press, "", node.id);
  return tile.h;
}

// Filled for the one that leads on, framed for the others; in the banner nothing but its words until it is pointed at.
float Scene::draw_button(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  if (is_tile(node)) return draw_tile(node, x, y, w);
  const bool is_banner = region_ == Region::banner;
  const TextStyle style = is_banner ? TextStyle::body : TextStyle::body_strong;
  const float padding = is_banner ? banner_padding_ : 20;
  const float wide = std::min(w, inline_width(node));
  const float text = painter_.height(style, node.label, wide - 2 * padding + 0.5F);
  const Rect button{x, y, wide, text + (is_banner ? 14 : 18)};
  const Press press = press_area(node.id, button);

  Color ink = press.hovered ? colors.primary_hover : colors.primary;
  if (is_banner) {
    ink = colors.banner_ink;
    if (press.hovered) painter_.fill(button, colors.banner_hover, 4);
  } else if (node.tone == Tone::primary) {
    painter_.fill(button, ink, 4);
    ink = colors.on_primary;
  } else {
    painter_.fill(button, press.hovered ? colors.tint : colors.page, 4);
    painter_.frame(button, ink, 2, 4);
  }
  float line = y + (button.h - text) / 2;
  for (std::string_view piece : painter_.typeface().lines(style, node.label, wide - 2 * padding + 0.5F)) {
    const float indent = (wide - painter_.width(style, piece)) / 2;
    painter_.line(style, ink, x + indent, line, piece);
    line += painter_.typeface().line_height(style);
  }
  if (press.pressed) edit(node.id, PointerAction::press, "", node.id);
  return button.h;
}

float Scene::draw_link(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  float wide = 0;
  const std::string words = node.item.empty() ? node.label : node.item + " " + node.label;
  const auto lines = painter_.typeface().lines(TextStyle::body, words, w);
  for (std::string_view piece : lines) wide = std::max(wide, painter_.width(TextStyle::body, piece));
  const float height = static_cast<float>(lines.size()) * painter_.typeface().line_height(TextStyle::body);
  const Press press = press_area(node.id, {x, y, wide, height});
  painter_.underlined(TextStyle::body, press.hovered ? colors.primary_hover : colors.primary, x, y, w, words);
  if (press.pressed) edit(node.id, PointerAction::press, "", node.id);
  if (node.detail.empty()) return height;
  return height + painter_.paragraph(TextStyle::small, colors.muted, x, y + height, w, node.detail);
}

// The question, the answer, and at the right the link to change it; where there is little room the question stands
// above.
float Scene::draw_answer(const Node& node, float x, float y, float w) {
  constexpr float gap = 16, padding = 7, two_columns_from = 400;
  const Palette& colors = painter_.colors();
  const float link = std::ceil(painter_.width(TextStyle::small, node.hint)) + 1;
  const bool has_columns = w >= two_columns_from;
  const float room = w - (has_columns ? 72 : link) - gap * (has_columns ? 2 : 1);
  const float label = has_columns ? std::floor(room * 9 / 17) : w;
  const float left = has_columns ? x + label + gap : x;
  const float answer = has_columns ? room - label : room;
  const std::size_t announced = announce(node.id);
  const float line = y + padding;
  float height = painter_.paragraph(TextStyle::small, colors.muted, x, line, label, node.label);
  const float top = has_columns ? line : line + height;
  float words = painter_.paragraph(TextStyle::small, colors.ink, left, top, answer, node.value);
  if (!node.detail.empty()) {
    words += painter_.paragraph(TextStyle::small, colors.muted, left, top + words, answer, node.detail);
  }
  height = has_columns ? std::max(height, words) : height + words;
  const float link_height = painter_.typeface().line_height(TextStyle::small);
  const std::string id = node.id + "/link";
  const Press press = press_area(id, Rect{x + w - link, top, link, link_height}.grown(1));
  painter_.underlined(TextStyle::small, press.hovered ? colors.primary_hover : colors.primary, x + w - link, top, link,
                      node.hint);
  height += 2 * padding;
  painter_.hairline(x, y + height - 1, w, colors.hairline);
  place_announced(announced, {x, y, w, height});
  if (press.pressed) edit(node.id, PointerAction::press, "", node.id);
  return height;
}

// The citation of a field, text or finding; pressing it opens the restatement.
float Scene::draw_cite(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  const float wide = std::min(w, painter_.width(TextStyle::small, node.cite));
  const float height = painter_.height(TextStyle::small, node.cite, w);
  const std::string id = "cite:" + node.id;
  // A line of small text is 22 px high; a target has to be 24.
  const Press press = press_area(id, Rect{x, y, wide, height}.grown(1));
  painter_.underlined(TextStyle::small, press.hovered ? colors.primary_hover : colors.primary, x, y, w, node.cite);
  if (press.pressed) edit(id, PointerAction::press, "", id);
  return height;
}

namespace {

// The sign of a step's state; a step without one (Start) has none.
void draw_step_sign(Painter& painter, const Node& node, float x, float y) {
  const Palette& colors = painter.colors();
  switch (node.step_state) {
    case StepState::none:
      break;
    case StepState::not_started:
      painter.symbol(Symbol::not_started, x, y, 18, colors.muted, colors.page);
      break;
    case StepState::in_progress:
      painter.symbol(Symbol::in_progress, x, y, 18, colors.primary, colors.page);
      break;
    case StepState::needs_attention:
      painter.symbol(Symbol::warning, x, y, 18, colors.warning, 0xFF1B1B1B);
      break;
    case StepState::complete:
      painter.symbol(Symbol::success, x, y, 18, colors.success, colors.on_sign);
      break;
  }
}

std::string attention_of(const Node& node) {
  return node.attention > 0 ? std::to_string(node.attention) : std::string();
}

}  // namespace

float Scene::draw_step(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  constexpr float indent = 40;
  const bool is_current = node.flags.current;
  const TextStyle style = is_current ? TextStyle::body_strong : TextStyle::body;
  // Its state in words stands below its name.
  const float line = painter_.typeface().line_height(TextStyle::small);
  const float text = painter_.height(style, node.label, w - indent - 8);
  const Rect row{x, y, w, text + (node.value.empty() ? 18 : line + 4)};
  const Press press = press_area(node.id, row);
  // The ground goes to the column's edges, as in a list of pages.
  const Rect ground{x - 12, y, w + 23, row.h};
  if (is_current || press.hovered) painter_.fill(ground, colors.tint);
  if (is_current) painter_.fill({x - 12, y, 4, row.h}, colors.primary);
  const float top = y + (node.value.empty() ? 9 : 5);
  draw_step_sign(painter_, node, x + 17, top + 13);
  painter_.paragraph(style, is_current || press.hovered ? colors.primary_hover : colors.ink, x + indent, top,
                     w - indent - 8, node.label);
  painter_.line(TextStyle::small, colors.muted, x + indent, top + text - 3, node.value);
  if (press.pressed) edit(node.id, PointerAction::press, "", node.id);
  return row.h;
}

float Scene::compact_step_width(const Node& node) const {
  const std::string attention = attention_of(node);
  const float count = attention.empty() ? 0 : painter_.width(TextStyle::small_strong, attention) + 8;
  return painter_.width(node.flags.current ? TextStyle::body_strong : TextStyle::body, node.label) + count +
         (node.step_state == StepState::none ? 24 : 50);
}

void Scene::draw_compact_step(const Node& node, float x, float w) {
  const Palette& colors = painter_.colors();
  const bool is_current = node.flags.current;
  const Rect chip{x, 0, w, compact_step_height};
  const Press press = press_area(node.id, chip);
  if (is_current || press.hovered) painter_.fill(chip, colors.tint);
  if (is_current) painter_.fill({x, chip.bottom() - 3, w, 3}, colors.primary);
  draw_step_sign(painter_, node, x + 21, 21);
  const float indent = node.step_state == StepState::none ? 12 : 38;
  const TextStyle style = is_current ? TextStyle::body_strong : TextStyle::body;
  painter_.line(style, is_current || press.hovered ? colors.primary_hover : colors.ink, x + indent, 8, node.label);
  painter_.line(TextStyle::small_strong, colors.ink, x + indent + painter_.width(style, node.label) + 8, 10,
                attention_of(node));
  if (press.pressed) edit(node.id, PointerAction::press, "", node.id);
}

}  // namespace ftt
