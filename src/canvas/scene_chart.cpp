// Charts, as chart_layout.h lays them out.
#include <algorithm>

#include "canvas/scene.h"
#include "view/chart_layout.h"

namespace ftt {
namespace {

Color color_of(Tone tone, const Palette& colors) {
  switch (tone) {
    case Tone::success:
      return colors.success;
    case Tone::warning:
      return colors.cost;
    case Tone::error:
      return colors.error;
    case Tone::information:
      return colors.information;
    case Tone::muted:
      return colors.muted;
    case Tone::plain:
    case Tone::lead:
    case Tone::small:
    case Tone::primary:
    case Tone::secondary:
      break;
  }
  return colors.primary;
}

struct Pen {
  Color color;
  float thickness;
  float dash;  // 0: drawn through
};

Pen pen_of(Stroke stroke, const Palette& colors) {
  switch (stroke) {
    case Stroke::grid:
      return {colors.hairline, 1, 0};
    case Stroke::zero:
      return {colors.ink, 1.5F, 0};
    case Stroke::joint:
    case Stroke::leader:
      return {colors.edge, 1, 0};
    case Stroke::mark:
      return {colors.ink, 1, 3};
    case Stroke::line:
      return {colors.primary, 3, 0};
    case Stroke::tried:
      return {colors.cost, 3, 0};
    case Stroke::dashed:
      return {colors.muted, 1.5F, 6};
    case Stroke::dotted:
      return {colors.muted, 2, 2};
    case Stroke::long_dashed:
      return {colors.muted, 1.5F, 14};
  }
  return {colors.ink, 1, 0};
}

}  // namespace

float Scene::draw_chart(const Node& node, float x, float y, float w) {
  const Palette& colors = painter_.colors();
  float height = 0;
  if (!node.label.empty()) {
    height = painter_.paragraph(TextStyle::small_strong, colors.muted, x, y, w, node.label) + 6;
  }
  const auto style = [](Weight weight) {
    return weight == Weight::strong ? TextStyle::small_strong : TextStyle::small;
  };
  const ChartLayout layout = lay_out_chart(
      node, w, {painter_.typeface().line_height(TextStyle::small), [&](std::string_view text, Weight weight) {
                  return painter_.width(style(weight), text);
                }});
  const float top = y + height;
  for (const ChartBox& box : layout.boxes) {
    const bool is_track = box.part == BoxPart::track;
    painter_.fill({x + box.x, top + box.y, box.w, box.h}, is_track ? colors.track : color_of(box.tone, colors));
  }
  const Color ground = region_ == Region::result ? colors.panel : colors.page;
  for (const ChartStroke& stroke : layout.strokes) {
    const Pen pen = pen_of(stroke.stroke, colors);
    float drawn = 0;
    for (std::size_t i = 1; i < stroke.spots.size(); ++i) {
      const ChartSpot &from = stroke.spots[i - 1], &to = stroke.spots[i];
      drawn =
          painter_.stroke(x + from.x, top + from.y, x + to.x, top + to.y, pen.color, pen.thickness, pen.dash, drawn);
    }
  }
  for (const ChartSpot& dot : layout.dots) {
    painter_.circle(x + dot.x, top + dot.y, 5, ground);
    painter_.ring(x + dot.x, top + dot.y, 5, 2.5F, colors.ink);
  }
  for (const ChartText& text : layout.texts) {
    const float line = painter_.typeface().line_height(style(text.weight));
    if (text.is_covering) painter_.fill({x + text.x - 2, top + text.y + 1, text.w + 4, line + 1}, ground);
    painter_.elided(style(text.weight), colors.ink, x + text.x, top + text.y, std::max(1.0F, w - text.x + 1),
                    text.text);
  }
  height += layout.height;
  place(node.id, {x, y, w, height});
  return height;
}

}  // namespace ftt
