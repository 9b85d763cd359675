// cross_checks: what a reviewer would ask about answers that do not fit each other, each with the reason and the mend.
//
// Covers HRM 6040.2 ¶3h(1) (presence), ¶6a(5) (transit subsidy), ¶8b (time in position), ¶9 (Parts J to L: approval.h),
// ¶11a (a review before the first is due); App. D (no update, but another worksite);
// App. A, Part D, line 5, Part E, lines 2, 8 and 10, and Part F.
//
// Does not: repeat the form's own checks (form/checks.h): a short-term arrangement whose dates contradict it, an
// "other" line without a name. A warning may be right and then wants an explanation; an error cannot be.
#pragma once

#include <optional>
#include <vector>

#include "calc/calculate.h"
#include "form/answers.h"
#include "form/checks.h"
#include "rules/context.h"
#include "rules/finding.h"

namespace ftt {

struct CrossCheck {
  std::string_view rule;  // "worksite.presence"
  Leaf leaf;              // where it is shown
  std::string message;    // what does not fit, and the mend
  Citation cite;
  std::vector<Leaf> looked_at;
  Severity severity = Severity::warning;
};

// All of them, in the order of the form.
std::vector<CrossCheck> cross_check(const Answers& answers, const FoundRates& found, const Worksheet& worksheet,
                                    const RuleContext& context);

// What the trips come to of a year's work days, by the nights of each and at least a day, in whole percent; nothing
// where that is not known, or where it is no part of the year.
std::optional<Share> share_of_trips(const Answers& answers, const Numbers& numbers);

}  // namespace ftt
