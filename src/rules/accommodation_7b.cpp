// HRM 6040.2 ¶7b: full-time telework as a reasonable accommodation goes another way.
//
// Does not: judge an accommodation, or ask for its reason.
#include "rules/asked.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

// ¶7b. Whoever seeks it as a reasonable accommodation contacts the supervisor and the servicing HR office; HRM 2300.1
// says how it is provided.
Finding scope_accommodation(Finding found, const Answers& answers, const Considered&) {
  constexpr Leaf asked = Leaf::eligibility_reasonable_accommodation;
  const Truth accommodation = answers.yes_no(asked);
  if (accommodation.is_missing()) {
    return undecided(std::move(found), {"It is not said yet whether this is a request for a reasonable accommodation."},
                     {asked});
  }
  if (!accommodation.value()) {
    return decided(std::move(found), Status::pass, {"It is not asked for as a reasonable accommodation."});
  }
  return decided(std::move(found), Status::fail,
                 {"A reasonable accommodation is provided under HRM 2300.1; this form is not the way to it.",
                  "Contact the supervisor and the servicing HR office."});
}

}  // namespace ftt::rules_detail
