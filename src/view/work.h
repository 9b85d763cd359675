// "Show the work": a line of the worksheet as a disclosure with its formula, what went in, the rates and the rounding.
//
// Covers every line of Parts D to H that the form calculates. Does not calculate.
#pragma once

#include <string>
#include <string_view>

#include "view/node.h"
#include "view/session_data.h"

namespace ftt {

// Adds the disclosure of a line; `prefix` tells apart the places that show the same line. Nothing where the worksheet
// has no such line.
void add_work(Node& parent, const SessionData&, std::string_view line_id, std::string_view prefix = "work:");

// "+$10,087.20", "−$3,900.00", "$0.00": an amount that adds to a total.
std::string signed_amount(Money);
// "costs more", "saves", "costs the same"; "not known yet" where it is unknown.
std::string_view words_of(Verdict);

}  // namespace ftt
