// HRM 6040.2 ¶8a: the supervisor's review of the duties.
//
// Does not: judge duties.
#include "rules/asked.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

// ¶8a. The supervisor reviews the duties of the position and finds whether they can be done well under full-time
// telework.
Finding eligible_duties(Finding found, const Answers& answers, const RuleContext&) {
  return by_one_answer(
      std::move(found), answers,
      {.asked = Leaf::eligibility_duties_suitable,
       .passes_with = true,
       .when_open = {"The supervisor has not decided yet if the duties fit full-time telework.",
                     "Ask the supervisor to review the duties of the position."},
       .when_it_holds = {"The supervisor finds that the duties can be done well full time from the telework site."},
       .when_it_fails = {
           "The supervisor finds that the duties cannot be done well full time from the telework site.",
           "Ask the supervisor what would need to change. Regular telework may be enough."}});
}

}  // namespace ftt::rules_detail
