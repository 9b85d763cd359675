// A chart of the view model as an inline picture for the print: SVG in black, white and gray, as wide as its place.
//
// No script and no style attribute: it stands under any content security policy. What the picture says is in its name
// for a screen reader, so that nothing is told by the drawing alone. Does not calculate.
#pragma once

#include <string>

#include "view/node.h"

namespace ftt::print {

// A <figure> with the chart's label as its caption; nothing where the chart has neither bars nor lines.
std::string picture(const Node& chart);

}  // namespace ftt::print
