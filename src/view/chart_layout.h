// Where everything of a chart lies: rectangles, rules, lines, dots and texts for a given width, in the units of whoever
// measures the texts. The canvas and the print draw what is given here; page view lays out the same in web/twin/chart.mjs.
//
// No two texts lie upon each other, and none leaves the width. Does not know colors, and draws nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "view/node.h"

namespace ftt {

enum class Weight : std::uint8_t { regular, strong };

// How text is set by whoever draws.
struct ChartType {
  float line_height = 0;
  std::function<float(std::string_view, Weight)> width;
};

struct ChartText {
  float x = 0, y = 0, w = 0;  // its upper left corner; its height is the line's
  std::string text;
  Weight weight = Weight::regular;
  // Stands on a ground of its own, which covers the rules that pass behind it.
  bool is_covering = false;
  // The side on which it must be true to its place, should it turn out broader or narrower than measured.
  Align align = Align::start;
};

// track: the ground of a bar.
enum class BoxPart : std::uint8_t { track, bar };
struct ChartBox {
  float x = 0, y = 0, w = 0, h = 0;
  BoxPart part = BoxPart::bar;
  Tone tone = Tone::plain;
};

// grid: at an amount; zero: at 0; joint: from a bar to the next; mark: at what is marked; line and dashed: a line of
// the chart; leader: from a line's end to its label.
enum class Stroke : std::uint8_t { grid, zero, joint, mark, line, dashed, leader };
struct ChartSpot {
  float x = 0, y = 0;
};
struct ChartStroke {
  Stroke stroke = Stroke::grid;
  std::vector<ChartSpot> spots;  // two at least
};

struct ChartLayout {
  float height = 0;
  // In the order of drawing.
  std::vector<ChartBox> boxes;
  std::vector<ChartStroke> strokes;
  std::vector<ChartSpot> dots;
  std::vector<ChartText> texts;
};

// Precondition: node is a chart. Its label is no part of the layout. `w` may be any width; below some 120 units the
// texts have too little room to stay apart.
ChartLayout lay_out_chart(const Node& node, float w, const ChartType& type);

}  // namespace ftt
