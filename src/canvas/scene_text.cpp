// Headings, texts, figures and findings. See scene.h.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "canvas/scene.h"
#include "view/face_words.h"

namespace ftt {
namespace {

TextStyle heading_style(const Node& node) {
  return node.level <= 1 ? TextStyle::heading_1 : node.level == 2 ? TextStyle::heading_2 : TextStyle::heading_3;
}

}  // namespace

float Scene::draw_heading(const Node& node, float x, float y, float w) {
  const TextStyle style = heading_style(node);
  float height = painter_.paragraph(style, painter_.colors().ink, x, y, w, node.label);
  // The parts of the form that the step fills, after the last line or, where there is no room, below it.
  const float after = painter_.width(style, painter_.typeface().lines(style, node.label, w).back()) + 14;
  if (after + painter_.width(TextStyle::body, node.detail) <= w) {
    const float drop = painter_.typeface().baseline(style) - painter_.typeface().baseline(TextStyle::body);
    const float last = height - painter_.typeface().line_height(style);
    painter_.line(TextStyle::body, painter_.colors().muted, x + after, y + last + drop, node.detail);
  } else if (!node.detail.empty()) {
    height += painter_.paragraph(TextStyle::body, painter_.colors().muted, x, y + height, w, node.detail);
  }
  place(node.id, {x, y, w, height});
  return height;
}

float Scene::draw_text(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  const bool is_toned = node.tone == Tone::error || node.tone == Tone::success || node.tone == Tone::warning ||
                        node.tone == Tone::information;
  const bool is_small = node.tone == Tone::small || node.tone == Tone::muted;
  const TextStyle style = node.tone == Tone::lead ? TextStyle::lead : is_small ? TextStyle::small : TextStyle::body;
  const Color color = is_small || node.tone == Tone::lead ? colors.muted : colors.ink;
  float indent = 24 * static_cast<float>(node.level);
  if (is_toned) {
    const ToneLook look = look_of(node.tone, colors);
    painter_.symbol(look.symbol, x + indent + 9, y + 13, 18, look.color, look.inside);
    indent += 28;
  }
  const std::string words = node.value.empty() ? node.label : node.label + ": " + node.value;
  float height = painter_.paragraph(style, color, x + indent, y, w - indent, words);
  if (!node.detail.empty()) {
    height += painter_.paragraph(TextStyle::small, colors.muted, x + indent, y + height, w - indent, node.detail);
  }
  place(node.id, {x, y, w, height});
  if (!node.cite.empty()) height += draw_cite(node, x + indent, y + height, w - indent);
  return height;
}

float Scene::draw_figure(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  float height = painter_.paragraph(TextStyle::small_strong, colors.muted, x, y, w, node.label);
  TextStyle style = TextStyle::figure;
  if (painter_.width(style, node.value) > w) style = TextStyle::heading_1;
  if (painter_.width(style, node.value) > w) style = TextStyle::heading_2;
  height += 2 + painter_.paragraph(style, colors.ink, x, y + height + 2, w, node.value);
  if (!node.detail.empty()) {
    const bool is_toned = node.tone == Tone::success || node.tone == Tone::warning || node.tone == Tone::error;
    const ToneLook look = look_of(node.tone, colors);
    const float indent = is_toned ? 28 : 0;
    if (is_toned) painter_.symbol(look.symbol, x + 10, y + height + 15, 20, look.color, look.inside);
    height +=
        2 + painter_.paragraph(TextStyle::body_strong, colors.ink, x + indent, y + height + 2, w - indent, node.detail);
  }
  place(node.id, {x, y, w, height});
  if (!node.cite.empty()) height += draw_cite(node, x, y + height, w);
  return height;
}

float Scene::draw_below_message(const NodeRecord& finding, float x, float y, float w) {
  const auto content = children(finding);
  const auto is_button = [](const NodeRecord* child) { return child->node.kind == NodeKind::button; };
  if (!content.empty() && std::all_of(content.begin(), content.end(), is_button)) {
    return 12 + draw_inline(content, x, y + 12, w) + 4;
  }
  const float top = y;
  for (const NodeRecord* child : content) y += 6 + draw(*child, x, y + 6, w);
  return y - top;
}

float Scene::draw_finding(const NodeRecord& record, float x, float y, float w) {
  const bool is_narrow = region_ == Region::result;
  const float bar = 6, padding = is_narrow ? 12 : 14, indent = bar + padding + (is_narrow ? 26 : 30);
  const Node& node = record.node;
  const Palette& colors = painter_.colors();
  const ToneLook look = look_of(node.tone, colors);
  const float inner = w - indent - padding;
  // The sign says it; the page beside the canvas has the word for a screen reader. An error keeps its word, as a
  // field's does.
  const std::string label = node.tone == Tone::error ? concat(face_words::error, ": ", node.label) : node.label;
  const bool is_title = !record.children.empty();
  const TextStyle style = is_title ? TextStyle::body_strong : is_narrow ? TextStyle::small : TextStyle::body;

  float content = painter_.height(style, label, inner);
  if (!node.detail.empty()) content += painter_.height(TextStyle::small, node.detail, inner);
  const float above_cite = is_title ? 6 : 0;
  if (!node.cite.empty()) content += above_cite + painter_.height(TextStyle::small, node.cite, inner);
  content += Scene(stage_, painter_.for_measuring(), region_).draw_below_message(record, 0, 0, inner);
  const float height = content + 2 * padding;

  painter_.fill({x, y, w, height}, look.ground);
  painter_.fill({x, y, bar, height}, look.color);
  painter_.symbol(look.symbol, x + bar + padding + 8, y + padding + painter_.typeface().line_height(style) / 2,
                  is_narrow ? 18.0F : 20.0F, look.color, look.inside);
  float line = y + padding;
  line += painter_.paragraph(style, colors.ink, x + indent, line, inner, label);
  if (!node.detail.empty()) {
    line += painter_.paragraph(TextStyle::small, colors.ink, x + indent, line, inner, node.detail);
  }
  place(node.id, {x, y, w, height});
  line += draw_below_message(record, x + indent, line, inner);
  if (!node.cite.empty()) draw_cite(node, x + indent, line + above_cite, inner);
  return height;
}

}  // namespace ftt
