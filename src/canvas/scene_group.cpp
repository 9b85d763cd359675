// What holds other blocks: groups, rows, disclosures, bars and the list of steps. See scene.h.
#include <algorithm>
#include <utility>

#include "canvas/scene.h"

namespace ftt {
namespace {

// A child that is as wide as its words; the others take a cell of the row.
bool is_inline(const Node& node) {
  return (node.kind == NodeKind::button && !is_tile(node)) || node.kind == NodeKind::link ||
         (node.kind == NodeKind::text && node.tone != Tone::lead);
}

}  // namespace

float Scene::draw_group(const NodeRecord& record, float x, float y, float w) {
  const Node& node = record.node;
  const Palette& colors = painter_.colors();
  const bool is_card = node.arrange == Arrange::card;
  const float padding = is_card ? 20 : 0;
  const float inner = w - 2 * padding;
  const auto content = children(record);
  const TextStyle name = std::exchange(group_name_, TextStyle::heading_3);  // not that of a group in it

  const auto draw_content = [&](Scene& scene, float left, float top) {
    float line = top;
    if (!node.label.empty() && node.arrange != Arrange::toolbar) {
      const float label = scene.painter_.paragraph(name, colors.ink, left, line, inner, node.label);
      scene.place_part(node, "label", {left, line, inner, label});
      line += label;
      if (!node.hint.empty()) {
        line += scene.painter_.paragraph(TextStyle::small, colors.muted, left, line, inner, node.hint);
      }
      if (!node.cite.empty()) line += scene.draw_cite(node, left, line, inner);
      if (!node.problem.empty()) {
        scene.painter_.symbol(Symbol::error, left + 9, line + 17, 18, colors.error, colors.on_sign);
        line += 4 + scene.painter_.paragraph(TextStyle::body_strong, colors.error, left + 26, line + 4, inner - 26,
                                             node.problem);
      }
      if (!content.empty()) line += 12;
    }
    if (node.arrange == Arrange::row) {
      line += scene.draw_row(content, left, line, inner);
    } else if (node.arrange == Arrange::toolbar) {
      line += scene.draw_inline(content, left, line, inner);
    } else {
      line += scene.draw_children(record, left, line, inner);
    }
    return line - top;
  };

  const std::size_t announced = announce(node.id);
  if (!is_card) {
    const float height = draw_content(*this, x, y);
    place_announced(announced, {x, y, w, height});
    return height;
  }
  Scene ruler(stage_, painter_.for_measuring(), region_);
  const float height = 2 * padding + draw_content(ruler, 0, 0);
  const Rect card{x, y, w, height};
  painter_.fill(card, node.flags.current ? colors.tint : colors.page, 4);
  painter_.frame(card, node.flags.current ? colors.primary : colors.hairline, 2, 4);
  draw_content(*this, x + padding, y + padding);
  place_announced(announced, card);
  return height;
}

float Scene::draw_row(const std::vector<const NodeRecord*>& content, float x, float y, float w) {
  constexpr float gap = 24, narrowest = 176;
  if (std::all_of(content.begin(), content.end(), [](const NodeRecord* child) { return is_inline(child->node); })) {
    return draw_inline(content, x, y, w);
  }
  const auto fit = static_cast<std::size_t>(std::max(1.0F, (w + gap) / (narrowest + gap)));
  const std::size_t columns = std::min(fit, std::max<std::size_t>(content.size(), 1));
  const float cell = (w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float top = y;
  for (std::size_t first = 0; first < content.size(); first += columns) {
    if (first > 0) y += gap;
    const std::size_t end = std::min(first + columns, content.size());
    // Fields of one line stand on one line, however many lines their labels take.
    Head least;
    for (std::size_t i = first; i < end; ++i) {
      const Head head = head_of(content[i]->node, cell);
      least = {std::max(least.label, head.label), std::max(least.hint, head.hint)};
      const Node& field = content[i]->node;
      if (!field.understood.empty() && !cite_fits(field, cell)) cite_place_ = CitePlace::below;
    }
    float height = 0;
    for (std::size_t i = first; i < end; ++i) {
      least_head_ = head_of(content[i]->node, cell).height() > 0 ? least : Head();
      height = std::max(height, draw(*content[i], x + static_cast<float>(i - first) * (cell + gap), y, cell));
      least_head_ = {};
    }
    cite_place_ = CitePlace::beside;
    y += height;
  }
  return y - top;
}

float Scene::draw_inline(const std::vector<const NodeRecord*>& content, float x, float y, float w) {
  constexpr float gap = 12;
  float left = x, top = y, line = 0;
  for (const NodeRecord* child : content) {
    const float wide = std::min(w, inline_width(child->node));
    if (left > x && left + wide > x + w + 0.5F) {
      left = x;
      top += line + gap;
      line = 0;
    }
    // Words stand on the buttons' middle line.
    const float high = measured(*child, wide);
    const float drop = child->node.kind == NodeKind::button ? 0 : std::max(0.0F, (44 - high) / 2);
    const bool has_button = std::any_of(content.begin(), content.end(),
                                        [](const NodeRecord* other) { return other->node.kind == NodeKind::button; });
    line = std::max(line, (has_button ? drop : 0) + draw(*child, left, top + (has_button ? drop : 0), wide));
    left += wide + gap;
  }
  return top + line - y;
}

float Scene::draw_disclosure(const NodeRecord& record, float x, float y, float w) {
  const Node& node = record.node;
  const Palette& colors = painter_.colors();
  constexpr float indent = 24;
  const float amount = node.value.empty() ? 0 : painter_.width(TextStyle::body_figures, node.value) + 1;
  const float room = w - indent - (amount > 0 ? amount + 24 : 0);
  const float text = painter_.height(TextStyle::body, node.label, room);
  const Rect button{x, y, w, std::max(40.0F, text + 14)};
  const Press press = press_area(node.id, button);
  if (press.hovered) painter_.fill(button, colors.tint);
  const Color color = press.hovered ? colors.primary_hover : colors.primary;
  painter_.symbol(node.flags.expanded ? Symbol::chevron_down : Symbol::chevron_right, x + 8, y + 20, 16, color, color);
  painter_.paragraph(TextStyle::body, color, x + indent, y + (button.h - text) / 2, room, node.label);
  if (amount > 0) {
    painter_.line(TextStyle::body_figures, colors.ink, x + w - amount, y + (button.h - text) / 2, node.value);
    painter_.hairline(x, button.bottom() - 1, w, colors.hairline);
  }
  if (press.pressed) edit(node.id, PointerAction::press, "", node.id);
  if (!node.flags.expanded) return button.h;

  const float top = y + button.h + 8;
  const float inside = draw_children(record, x + indent, top, w - indent);
  painter_.fill({x + 7, top, 2, inside}, colors.hairline);
  return button.h + 8 + inside + 8;
}

// Words at the left, buttons and tools at the right; where they do not fit side by side, below each other.
float Scene::draw_bar(const NodeRecord& record, float w, float padding) {
  const Palette& colors = painter_.colors();
  const bool is_banner = region_ == Region::banner;
  std::vector<const NodeRecord*> words, tools;
  for (const NodeRecord* child : children(record)) {
    if (child->node.kind == NodeKind::text) {
      words.push_back(child);
    } else if (child->node.kind == NodeKind::group) {
      for (const NodeRecord* tool : children(*child)) tools.push_back(tool);
    } else {
      tools.push_back(child);
    }
  }
  const auto ink_of = [&](const Node& node) {
    if (is_banner) return node.tone == Tone::lead ? colors.banner_ink : colors.banner_muted;
    return node.tone == Tone::muted || node.tone == Tone::small ? colors.muted : colors.ink;
  };
  const auto style_of = [](const Node& node) {
    return node.tone == Tone::lead ? TextStyle::heading_3 : TextStyle::small;
  };
  const float tool_height = is_banner ? 40 : 44, padding_y = is_banner ? 10 : 14;
  const float inner = w - 2 * padding;
  float gap = is_banner ? 4 : 12;

  float words_width = 0;
  for (const NodeRecord* word : words) words_width += painter_.width(style_of(word->node), word->node.label) + 16;
  const auto width_of_tools = [&] {
    float wide = 0;
    for (const NodeRecord* tool : tools) wide += inline_width(tool->node) + gap;
    return wide;
  };
  float tools_width = width_of_tools();
  const bool fits = words_width + tools_width <= inner;
  // On a line of their own the banner's buttons come closer, so that a narrow screen has one line of them.
  for (const float closer : {8.0F, 5.0F}) {
    if (!is_banner || fits || tools_width - gap <= inner + 2 * banner_padding_) break;
    gap = 0;
    banner_padding_ = closer;
    tools_width = width_of_tools();
  }

  float y = padding_y;
  const auto draw_words = [&](float x, float right) {
    const float left = x;
    for (const NodeRecord* word : words) {
      const TextStyle style = style_of(word->node);
      const float wide = std::min(painter_.width(style, word->node.label), right - left);
      if (x > left && x + wide > right) {
        x = left;
        y += painter_.typeface().line_height(TextStyle::heading_3);
      }
      const float line = painter_.typeface().line_height(style);
      const float top = fits ? y + (tool_height - line) / 2 + (style == TextStyle::small ? 1 : 0) : y;
      painter_.elided(style, ink_of(word->node), x, top, wide + 1, word->node.label);
      place(word->node.id, {x, top, wide, line});
      x += wide + 16;
    }
  };
  if (is_banner) draw_words(padding, padding + inner);
  if (is_banner && !fits) y += painter_.typeface().line_height(TextStyle::heading_3) + 6;
  // The banner's buttons have no frame: their words keep to the column's edges.
  const float outdent = is_banner ? banner_padding_ : 0;
  float x = is_banner && fits ? padding + inner - tools_width + gap + outdent : padding - outdent;
  const float start = x;
  for (const NodeRecord* tool : tools) {
    const float wide = std::min(inner, inline_width(tool->node));
    if (x > start && x + wide > padding + inner + outdent + 0.5F) {
      x = start;
      y += tool_height + gap;
    }
    draw(*tool, x, y, wide);
    x += wide + gap;
  }
  if (!is_banner) {
    // Beside the buttons the words have two lines: with more to say than before they do not move what is pressed.
    const float beside = inner - tools_width - 4;
    const float line = painter_.typeface().line_height(TextStyle::small);
    if (fits) {
      draw_words(padding + inner - words_width + 16, padding + inner);
    } else if (words.size() == 1 && painter_.height(TextStyle::small, words.front()->node.label, beside) <= 2 * line) {
      const Node& node = words.front()->node;
      const float left = padding + inner - beside;
      const float height = painter_.height(TextStyle::small, node.label, beside);
      painter_.paragraph(style_of(node), ink_of(node), left, y + (tool_height - height) / 2, beside, node.label);
      place(node.id, {left, y + (tool_height - height) / 2, beside, height});
    } else {
      y += tool_height + 6;
      for (const NodeRecord* word : words) {
        const Node& node = word->node;
        const float height = painter_.paragraph(style_of(node), ink_of(node), padding, y, inner, node.label);
        place(node.id, {padding, y, inner, height});
        y += height;
      }
      return y + padding_y;
    }
  }
  return y + tool_height + padding_y;
}

float Scene::draw_steps(const NodeRecord& record, float x, float y, float w) {
  const float top = y;
  for (const NodeRecord* child : children(record)) {
    if (child->node.kind != NodeKind::group) {
      y += draw_step(child->node, x, y, w);
      continue;
    }
    const float group_top = y;
    const std::size_t announced = announce(child->node.id);
    y += 16;
    y += painter_.paragraph(TextStyle::small_strong, painter_.colors().muted, x + 8, y, w - 16, child->node.label) + 4;
    for (const NodeRecord* step : children(*child)) y += draw_step(step->node, x, y, w);
    place_announced(announced, {x, group_top, w, y - group_top});
  }
  return y - top;
}

// The step that is shown, and behind it the list, with the words of each state.
float Scene::draw_folded_steps(const NodeRecord& record, float w) {
  constexpr float edge = 20, high = 48;
  const Palette& colors = painter_.colors();
  float y = 0;
  for (const NodeRecord* fold : children(record)) {
    const Node& node = fold->node;
    const Press press = press_area(node.id, {0, y, w, high});
    if (press.hovered) painter_.fill({0, y, w, high}, colors.tint);
    const Color color = press.hovered ? colors.primary_hover : colors.primary;
    painter_.symbol(node.flags.expanded ? Symbol::chevron_down : Symbol::chevron_right, edge + 8, y + high / 2, 16, color,
                    color);
    painter_.elided(TextStyle::body_strong, color, edge + 24, y + 11, w - 2 * edge - 24, node.label);
    if (press.pressed) edit(node.id, PointerAction::press, "", node.id);
    y += high;
    if (!node.flags.expanded) continue;
    y += draw_steps(*fold, 12, y, w - 24) + 12;
  }
  return y;
}

// All steps in one row, which the page scrolls sideways where it is too long.
Extent Scene::draw_compact_steps(const NodeRecord& record, float x) {
  float left = x;
  const auto draw_one = [&](const Node& node) {
    const float wide = compact_step_width(node);
    draw_compact_step(node, left, wide);
    left += wide;
  };
  for (const NodeRecord* child : children(record)) {
    if (child->node.kind != NodeKind::group) {
      draw_one(child->node);
      continue;
    }
    const float group_left = left;
    const std::size_t announced = announce(child->node.id);
    for (const NodeRecord* step : children(*child)) draw_one(step->node);
    place_announced(announced, {group_left, 0, left - group_left, compact_step_height});
  }
  return {left - x, compact_step_height};
}

}  // namespace ftt
