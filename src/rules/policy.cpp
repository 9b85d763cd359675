// All decisions of the order. See policy.h.
#include "rules/policy.h"

namespace ftt {

bool is_estimate(const Policy& policy) {
  return !policy.documents.empty() && policy.documents.front().requirement == Requirement::not_required;
}

void find_policy_without_figures(Policy& policy, const Answers& answers, const RuleContext& context) {
  policy.eligibility = find_eligibility(answers, context);
  policy.deadlines = find_deadlines(answers, context);
  policy.holder = find_holder(answers, context);
}

void find_policy_with_figures(Policy& policy, const Answers& answers, const FoundRates& found,
                              const Worksheet& worksheet, const RuleContext& context) {
  policy.documents = find_documents(answers, worksheet, context);
  policy.cross_checks = cross_check(answers, found, worksheet, context);
}

bool is_looked_at_without_figures(Kind kind) {
  return kind != Kind::money && kind != Kind::share && kind != Kind::nights;
}

}  // namespace ftt
