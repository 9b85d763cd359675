// HRM 6040.2 ¶3b and App. C, Part B: what makes an alternative worksite appropriate.
//
// Does not: inspect it; the employee says so and affirms it.
#include "rules/asked.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

// ¶3b. It supports the work, with appropriate connectivity and security precautions. App. C: safe, secure and suitable.
Finding eligible_worksite(Finding found, const Answers& answers, const RuleContext&) {
  return by_one_answer(
      std::move(found), answers,
      {.asked = Leaf::eligibility_worksite_suitable,
       .passes_with = true,
       .when_open = {"The packet does not say yet if the telework site supports the work."},
       .when_it_holds =
           {"The telework site has the connection, the security and the safety that the work needs."},
       .when_it_fails = {"The telework site does not support the work yet.",
                         "Make sure first that the connection, the security and the safety are there."}});
}

}  // namespace ftt::rules_detail
