// policy: everything that the order decides about these answers.
//
// Does not: calculate (calc does), or know the packet's file.
#pragma once

#include <vector>

#include "calc/calculate.h"
#include "form/answers.h"
#include "rules/context.h"
#include "rules/cross_checks.h"
#include "rules/deadlines.h"
#include "rules/documents.h"
#include "rules/eligibility.h"

namespace ftt {

struct Policy {
  Eligibility eligibility;
  std::vector<Document> documents;
  std::vector<Deadline> deadlines;
  Holder holder;
  std::vector<CrossCheck> cross_checks;
};

// Whether the Analysis Tool is not required (¶7a), so that what is filled in is an estimate.
bool is_estimate(const Policy& policy);

// In two parts: what hangs on no amount, share or number of nights, and the rest.
void find_policy_without_figures(Policy& policy, const Answers& answers, const RuleContext& context);
void find_policy_with_figures(Policy& policy, const Answers& answers, const FoundRates& found,
                              const Worksheet& worksheet, const RuleContext& context);
// Whether the first part looks at answers of this kind.
bool is_looked_at_without_figures(Kind kind);

}  // namespace ftt
