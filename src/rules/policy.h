// policy: everything that the order decides about these answers, in one pure function.
//
// Does not: calculate (calc does), or know the packet's file.
#pragma once

#include <vector>

#include "base/date.h"
#include "calc/calculate.h"
#include "form/answers.h"
#include "rules/cross_checks.h"
#include "rules/deadlines.h"
#include "rules/documents.h"
#include "rules/eligibility.h"
#include "rules/settings.h"

namespace ftt {

struct Policy {
  Eligibility eligibility;
  std::vector<Document> documents;
  std::vector<Deadline> deadlines;
  Holder holder;
  std::vector<CrossCheck> cross_checks;
};

Policy find_policy(const Answers& answers, const FoundRates& found, const Worksheet& worksheet, Date today,
                   const PolicySettings& settings = PolicySettings());

}  // namespace ftt
