// Where everything of a chart lies: rectangles, rules, lines, dots and texts for a given width, in the units of whoever
// measures the texts. Every face draws what is given here: the canvas, the page (web/twin/chart.mjs) and the print.
//
// No two texts lie upon each other, and none leaves the width. Does not know colors, and draws nothing.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "view/node.h"

namespace ftt {

// How text is set by whoever draws.
struct ChartType {
  float line_height = 0;
  std::function<float(std::string_view, Weight)> width;
};

// A type of which some letters were measured: their widths in the regular weight, and then, in the same order, in the
// strong one. A letter that was not measured is as wide as a line is high. Precondition: `letters` is well-formed UTF-8
// and outlives what is given. Errors: malformed where there are not two widths for each letter, out_of_range where one
// is none.
Result<ChartType> measured_type(float line_height, std::string_view letters, std::vector<float> widths);

// Precondition: node is a chart. Its label is no part of the layout. `w` may be any width; below some 120 units the
// texts have too little room to stay apart.
ChartLayout lay_out_chart(const Node& node, float w, const ChartType& type);

// A length as it is written, to a tenth: "12.5".
std::string in_tenths(float length);

}  // namespace ftt
