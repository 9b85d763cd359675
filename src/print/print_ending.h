// The record of ending or changing an arrangement: what was answered, what the order makes of it, and the dates.
//
// Covers HRM 6040.2 ¶12, with ¶1d, ¶3h, ¶6a(1), ¶6d and ¶11b. Does not: walk (rules/change.h does), or print what the
// walk has left.
#pragma once

#include <string>

#include "print/print_answers.h"

namespace ftt::print {

// Empty where no reason is said.
std::string ending_record(const Source& source);
// The same on a sheet of its own: whose arrangement it is above it, and who signs below.
std::string ending_sheet(const Source& source);

}  // namespace ftt::print
