// The Annual Review Form (App. D) in the form's own order, and behind it what the review found: whether a change ends
// the arrangement, what has changed since the packet under review, and approved travel beside what was spent.
//
// Does not: compare packets or propose an outcome (packet/review.h does).
#pragma once

#include <optional>
#include <string>

#include "packet/review.h"
#include "print/print_answers.h"

namespace ftt::print {

// A justification may take pages: its beginning tells which one it was, and it stands whole on its form or in the
// packet.
std::string beginning_of(const std::string& words);

// What differs, item by item: as it was and as it is.
std::string changes(const Comparison& comparison);

// Travel that was planned and what was spent on it, by half-year and by fiscal year (HRM 6040.2 ¶13b, ¶13f); empty
// where nothing is recorded.
std::string spending(std::span<const SpendingRow> half_years, std::span<const SpendingYear> years,
                     std::span<const Actual> actuals);

// The same of a packet with no other one under review: against its own plan.
std::string spending_against_own_plan(const Source& source);

}  // namespace ftt::print
