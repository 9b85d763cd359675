// All decisions of the order in one call. See policy.h.
#include "rules/policy.h"

namespace ftt {

Policy find_policy(const Answers& answers, const FoundRates& found, const Worksheet& worksheet, ReviewDays days,
                   const PolicySettings& settings) {
  Policy policy;
  find_policy_without_figures(policy, answers, days, settings);
  find_policy_with_figures(policy, answers, found, worksheet, days, settings);
  return policy;
}

bool is_estimate(const Policy& policy) {
  return !policy.documents.empty() && policy.documents.front().requirement == Requirement::not_required;
}

void find_policy_without_figures(Policy& policy, const Answers& answers, ReviewDays days,
                                 const PolicySettings& settings) {
  policy.eligibility = find_eligibility(answers, days.today, settings.calendar);
  policy.deadlines = find_deadlines(answers, days, settings.calendar);
  policy.holder = find_holder(answers, days.today, settings.calendar);
}

void find_policy_with_figures(Policy& policy, const Answers& answers, const FoundRates& found,
                              const Worksheet& worksheet, ReviewDays days, const PolicySettings& settings) {
  policy.documents = find_documents(answers, worksheet, days, settings.calendar);
  policy.cross_checks = cross_check(answers, found, worksheet, settings.calendar);
}

bool is_looked_at_without_figures(Kind kind) {
  return kind != Kind::money && kind != Kind::share && kind != Kind::nights;
}

}  // namespace ftt
