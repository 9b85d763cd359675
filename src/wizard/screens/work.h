// "Show the work": a line of the worksheet as a disclosure with its formula, what went in, the rates and the rounding.
//
// Covers every line of Parts D to H that the form calculates. Does not calculate.
#pragma once

#include <string>
#include <string_view>

#include "view/node.h"
#include "wizard/state/session_data.h"

namespace ftt {

// Adds the disclosure of a line; `prefix` tells apart the places that show the same line. Nothing where the worksheet
// has no such line.
void add_work(Node& parent, const SessionData&, Line line, std::string_view prefix = "work:");

}  // namespace ftt
