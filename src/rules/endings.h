// endings: which changes of an arrangement take a new one, told from two rounds of its answers.
//
// Covers HRM 6040.2 ¶6a(1) and ¶12a (another locality pay area, another position) and ¶1d, ¶6d (another worksite in the
// same pay area). A new step is not a new position.
//
// Does not: walk through reasons that no answer shows (change.h does), or tell a retitled position from another one: it
// says that the servicing HR office can.
#pragma once

#include <string_view>
#include <vector>

#include "calc/calculate.h"
#include "form/answers.h"
#include "rules/finding.h"

namespace ftt {

// One round: what was answered, and the pay area of the official worksite by its code, empty where it is not known, and
// by its name, empty where that year's tables have none.
struct Round {
  const Answers& answers;
  std::string_view pay_area;
  std::string_view pay_area_name;
};

// Those of change.locality, change.position and change.worksite that apply, in this order. fail: a new arrangement is
// required in its place; unknown: it may be, and an answer would tell; note: the servicing HR office has to say. Both
// pay areas have to come from the same year's definitions: an area that was drawn anew is no move.
std::vector<Finding> find_endings(const Round& before, const Round& now);

}  // namespace ftt
