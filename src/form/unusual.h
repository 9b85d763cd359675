// Figures that are possible and hardly meant: a transit subsidy of $33,600 a year, a fare of $41,200,000.
//
// One table: from which figure on each line is asked about, and why. Warnings alone: nothing is refused for its size.
// Does not look at other leaves (checks.h does).
#pragma once

#include <string>

#include "form/answers.h"

namespace ftt {

// "Please check $33,600.00: …", in words with the reason; empty where the figure is usual, or is not asked about.
std::string please_check(Leaf leaf, const Answers& answers);

}  // namespace ftt
