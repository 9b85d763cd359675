// HRM 6040.2 ¶7b: full-time telework as a reasonable accommodation goes another way.
//
// Does not: judge an accommodation, or ask for its reason.
#include "rules/asked.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

// ¶7b. Whoever seeks it as a reasonable accommodation contacts the supervisor and the servicing HR office; HRM 2300.1
// says how it is provided.
Finding scope_accommodation(Finding found, const Answers& answers, const RuleContext&) {
  return by_one_answer(
      std::move(found), answers,
      {.asked = Leaf::eligibility_reasonable_accommodation,
       .passes_with = false,
       .when_open = {"The packet does not say yet if this is a request for a reasonable accommodation."},
       .when_it_holds = {"The request is not for a reasonable accommodation."},
       .when_it_fails = {"HRM 2300.1 covers reasonable accommodation. Do not use this form for it.",
                         "Contact the supervisor and the servicing HR office."}});
}

}  // namespace ftt::rules_detail
