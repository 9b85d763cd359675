#include <algorithm>

#include "canvas/scene.h"

namespace ftt {
namespace {

Colour colour_of(Tone tone, const Palette& colours) {
  switch (tone) {
    case Tone::success:
      return colours.success;
    case Tone::warning:
      return colours.cost;
    case Tone::error:
      return colours.error;
    case Tone::information:
      return colours.information;
    case Tone::muted:
      return colours.muted;
    case Tone::plain:
    case Tone::lead:
    case Tone::small:
    case Tone::primary:
    case Tone::secondary:
      break;
  }
  return colours.primary;
}

}  // namespace

// One bar a line, each with its words and its amount above it, all to one scale with a rule at zero.
float Scene::draw_chart(const Node& node, float x, float y, float w) {
  constexpr float bar_height = 10;
  const Palette& colours = painter_.colours();
  std::int64_t least = 0, most = 0;
  for (const ChartBar& bar : node.bars) {
    least = std::min({least, bar.from, bar.to});
    most = std::max({most, bar.from, bar.to});
  }
  const float range = std::max(1.0F, static_cast<float>(most) - static_cast<float>(least));
  const auto place_of = [&](std::int64_t cents) {
    return x + (static_cast<float>(cents) - static_cast<float>(least)) / range * w;
  };

  float line = y;
  if (!node.label.empty()) {
    line += painter_.paragraph(TextStyle::small_strong, colours.muted, x, line, w, node.label) + 6;
  }
  for (const ChartBar& bar : node.bars) {
    const TextStyle style = bar.tone == Tone::primary ? TextStyle::small_strong : TextStyle::small;
    const float amount = painter_.width(style, bar.text);
    painter_.line(style, colours.ink, x + w - amount, line, bar.text);
    line += painter_.paragraph(style, colours.ink, x, line, std::max(60.0F, w - amount - 12), bar.label) + 2;
    const float from = place_of(std::min(bar.from, bar.to)), to = place_of(std::max(bar.from, bar.to));
    painter_.fill({x, line, w, bar_height}, colours.hairline);
    painter_.fill({from, line, std::max(2.0F, to - from), bar_height}, colour_of(bar.tone, colours));
    painter_.fill({std::min(place_of(0), x + w - 2), line - 3, 2, bar_height + 6}, colours.ink);
    line += bar_height + 12;
  }
  if (!node.bars.empty()) line -= 8;
  place(node.id, {x, y, w, line - y});
  return line - y;
}

}  // namespace ftt
