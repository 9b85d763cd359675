// terms: what holds once an arrangement is approved: notes that decide nothing, each with its paragraph.
//
// Covers HRM 6040.2 ¶6a(1), ¶6a(3) to ¶6a(6), ¶6b, ¶6d, ¶11a, ¶11b, ¶12a; App. B, items 1 to 5.
//
// Does not: pay travel, record time or enrol anybody in anything.
#pragma once

#include <vector>

#include "form/answers.h"
#include "order/edition.h"
#include "rules/finding.h"

namespace ftt {

// terms.travel, .time, .transit, .continuity; change.locality, .position, .worksite; review.window, .first, .outcome.
std::vector<Finding> find_terms(const Answers& answers, const Edition& edition);

}  // namespace ftt
