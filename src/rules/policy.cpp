// All decisions of the order in one call. See policy.h.
#include "rules/policy.h"

namespace ftt {

Policy find_policy(const Answers& answers, const FoundRates& found, const Worksheet& worksheet, Date today,
                   const PolicySettings& settings) {
  return {find_eligibility(answers, today), find_documents(answers, worksheet, today),
          find_deadlines(answers, today, settings.calendar), find_holder(answers, today, settings.calendar),
          cross_check(answers, found, worksheet)};
}

}  // namespace ftt
