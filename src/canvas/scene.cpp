// Which block a node is drawn as, and the room between two of them. See scene.h.
#include "canvas/scene.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ftt {
namespace {

constexpr float gap_of_parts = 40;  // above what a step is made of

bool is_field(const Node& node) {
  return node.kind == NodeKind::field || node.kind == NodeKind::combo || node.kind == NodeKind::choice ||
         node.kind == NodeKind::select;
}

// How much air there is between two neighbors of a column.
float gap(const Node& above, const Node& below) {
  if (is_tile(above) && is_tile(below)) return 12;
  if (above.kind == NodeKind::answer && below.kind == NodeKind::answer) return 0;
  if (above.kind == NodeKind::checkbox && below.kind == NodeKind::checkbox) return 0;
  if (above.kind == NodeKind::heading && above.level <= 1) {
    return below.kind == NodeKind::finding || below.kind == NodeKind::group ? 20 : 8;
  }
  if (above.kind == NodeKind::heading) return 12;
  if (below.kind == NodeKind::heading) return below.level <= 2 ? gap_of_parts : 28;
  if (above.kind == NodeKind::text && below.kind == NodeKind::text) return 12;
  if (above.kind == NodeKind::link && below.kind == NodeKind::link) return 4;
  if (above.kind == NodeKind::disclosure && below.kind == NodeKind::disclosure) return below.value.empty() ? 4 : 0;
  if (below.kind == NodeKind::link && (is_field(above) || above.kind == NodeKind::group)) return 24;
  if (below.kind == NodeKind::link || (above.kind == NodeKind::link && below.kind == NodeKind::text)) return 8;
  if (above.kind == NodeKind::button && below.kind == NodeKind::text) return 8;
  if (above.kind == NodeKind::disclosure && below.kind == NodeKind::text) {
    // The work of one answer ends there, and another answer follows.
    const bool is_answer = below.tone != Tone::small && below.tone != Tone::muted && below.tone != Tone::lead;
    return above.value.empty() && is_answer ? 28 : 12;
  }
  if (is_field(above) && (is_field(below) || below.kind == NodeKind::group)) return 32;
  if (below.kind == NodeKind::disclosure) return 16;
  return is_field(below) ? 28 : 24;
}

}  // namespace

ToneLook look_of(Tone tone, const Palette& colors) {
  switch (tone) {
    case Tone::success:
      return {Symbol::success, colors.success, colors.success_ground, colors.on_sign};
    case Tone::warning:
      return {Symbol::warning, colors.warning, colors.warning_ground, 0xFF1B1B1B};
    case Tone::error:
      return {Symbol::error, colors.error, colors.error_ground, colors.on_sign};
    case Tone::plain:
    case Tone::lead:
    case Tone::small:
    case Tone::muted:
    case Tone::primary:
    case Tone::secondary:
    case Tone::information:
      break;
  }
  return {Symbol::information, colors.information, colors.information_ground, colors.on_sign};
}

float column_left(float w, float padding) {
  constexpr float widest_column = 680;
  return std::max(padding, std::floor((w - widest_column) / 2));
}

std::vector<const NodeRecord*> Scene::children(const NodeRecord& record) const {
  std::vector<const NodeRecord*> found;
  for (const std::string& id : record.children) {
    if (const NodeRecord* child = stage_.nodes.find(id)) found.push_back(child);
  }
  return found;
}

void Scene::place(std::string_view id, const Rect& rect, Ink ink) {
  if (painter_.measures() || id.empty()) return;
  stage_.layout.items.push_back({std::string(id), region_, rect, ink});
  if (has_focus(id) && stage_.focus.ring == FocusRing::shown) ring_ = rect;
}

void Scene::place_part(const Node& node, std::string_view part, const Rect& rect) {
  if (!painter_.measures()) place(std::string(node.id).append("/").append(part), rect);
}

std::size_t Scene::announce(std::string_view id) {
  if (!painter_.measures()) stage_.layout.items.push_back({std::string(id), region_, {}, Ink::canvas});
  return stage_.layout.items.size() - 1;
}

void Scene::place_announced(std::size_t announced, const Rect& rect) {
  if (painter_.measures()) return;
  PlacedItem& item = stage_.layout.items[announced];
  item.rect = rect;
  if (has_focus(item.id) && stage_.focus.ring == FocusRing::shown) ring_ = rect;
}

Scene::Press Scene::press_area(std::string_view id, const Rect& rect, Ink ink) {
  place(id, rect, ink);
  if (!painter_.sees(rect)) return {};
  const Rect place = painter_.on_stage(rect);
  const ImRect box(place.x, place.y, place.right(), place.bottom());
  const ImGuiID item = ImHashStr(id.data(), id.size());
  if (!ImGui::ItemAdd(box, item)) return {};
  Press press;
  press.pressed = ImGui::ButtonBehavior(box, item, &press.hovered, &press.held);
  if (press.hovered) stage_.report.cursor = "pointer";
  return press;
}

void Scene::edit(std::string_view id, PointerAction action, std::string_view value, std::string_view focus) {
  stage_.report.edits.push_back({std::string(id), action, std::string(value)});
  stage_.report.focus = focus;
}

float Scene::draw(const NodeRecord& record, float x, float y, float w) {
  const Node& node = record.node;
  switch (node.kind) {
    case NodeKind::screen:
    case NodeKind::region:
      return draw_children(record, x, y, w);
    case NodeKind::group:
      return draw_group(record, x, y, w);
    case NodeKind::heading:
      return draw_heading(node, x, y, w);
    case NodeKind::text:
      return draw_text(node, x, y, w);
    case NodeKind::field:
    case NodeKind::combo:
    case NodeKind::select:
      return draw_field(node, x, y, w);
    case NodeKind::choice:
      return draw_choice(node, x, y, w);
    case NodeKind::checkbox:
      return draw_checkbox(node, x, y, w);
    case NodeKind::button:
      return draw_button(node, x, y, w);
    case NodeKind::link:
      return draw_link(node, x, y, w);
    case NodeKind::answer:
      return draw_answer(node, x, y, w);
    case NodeKind::figure:
      return draw_figure(node, x, y, w);
    case NodeKind::table:
      return draw_table(node, x, y, w);
    case NodeKind::chart:
      return draw_chart(node, x, y, w);
    case NodeKind::finding:
      return draw_finding(record, x, y, w);
    case NodeKind::disclosure:
      return draw_disclosure(record, x, y, w);
  }
  return 0;
}

float Scene::measured(const NodeRecord& record, float w) const {
  return Scene(stage_, painter_.for_measuring(), region_).draw(record, 0, 0, w);
}

bool Scene::is_list_of_links(const NodeRecord& record) const {
  const auto content = children(record);
  const auto is_link = [](const NodeRecord* child) { return child->node.kind == NodeKind::link; };
  return record.node.kind == NodeKind::group && record.node.label.empty() && !content.empty() &&
         std::all_of(content.begin(), content.end(), is_link);
}

bool Scene::is_part_of_step(const NodeRecord& record) const {
  const Node& node = record.node;
  if (node.kind != NodeKind::group || node.label.empty() || node.arrange == Arrange::card) return false;
  const auto content = children(record);
  const auto asks = [](const NodeRecord* child) {
    return is_field(child->node) || child->node.kind == NodeKind::checkbox || child->node.kind == NodeKind::button;
  };
  return std::none_of(content.begin(), content.end(), asks);
}

float Scene::gap_between(const NodeRecord& above, const NodeRecord& below) const {
  if (group_name_ == TextStyle::heading_2) return gap_of_parts;
  // What an answer follows from stands close below it.
  if (above.node.kind == NodeKind::text && is_list_of_links(below)) return 12;
  if (below.node.kind == NodeKind::disclosure && is_list_of_links(above)) return 4;
  return gap(above.node, below.node);
}

float Scene::draw_children(const NodeRecord& record, float x, float y, float w) {
  const float top = y;
  const NodeRecord* above = nullptr;
  bool is_in_part = record.node.region != Region::main;
  std::vector<const NodeRecord*> buttons;  // neighboring buttons share a line
  const auto finish_buttons = [&] {
    if (!buttons.empty()) y += draw_inline(buttons, x, y, w);
    buttons.clear();
  };
  for (const NodeRecord* child : children(record)) {
    const bool is_button = child->node.kind == NodeKind::button && !is_tile(child->node);
    const bool joins = is_button && !buttons.empty();
    if (!joins) {
      finish_buttons();
      is_in_part = is_in_part || (child->node.kind == NodeKind::heading && child->node.level == 2);
      group_name_ = !is_in_part && is_part_of_step(*child) ? TextStyle::heading_2 : TextStyle::heading_3;
      if (above != nullptr) y += gap_between(*above, *child);
    }
    if (is_button) {
      buttons.push_back(child);
    } else {
      y += draw(*child, x, y, w);
    }
    above = child;
  }
  finish_buttons();
  return y - top;
}

Extent Scene::draw_region(const NodeRecord& record, Setting setting, float w, float padding) {
  Extent extent{w, 0};
  switch (setting) {
    case Setting::bar:
      extent.h = draw_bar(record, w, padding);
      break;
    case Setting::column: {
      const float left = column_left(w, padding);
      extent.h = 2 * padding + draw_children(record, left, padding, w - 2 * left);
      break;
    }
    case Setting::steps:
      extent.h = 2 * padding + draw_steps(record, padding, padding, w - 2 * padding);
      break;
    case Setting::folded_steps:
      extent.h = draw_folded_steps(record, w);
      break;
    case Setting::compact_steps:
      extent = draw_compact_steps(record, padding);
      extent.w = std::max(w, extent.w + 2 * padding);
      break;
  }
  // Around the row of steps there is no room for a ring.
  const float room = setting == Setting::compact_steps || setting == Setting::folded_steps ? 0 : 4;
  if (ring_.w > 0) painter_.frame(ring_.grown(room), painter_.colors().focus, 4, 2);
  return extent;
}

}  // namespace ftt
