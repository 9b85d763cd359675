// HRM 6040.2 ¶10b, ¶7a(3): the telework agreement comes before the request. A recruit has 60 days from entry on duty
// for it (App. C, Part B).
//
// Does not: look into the telework agreement system.
#include "base/text.h"
#include "rules/asked.h"
#include "rules/documents.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

// ¶10b. The employee has started and submitted it, and the supervisor approved it, in GSA's system before a request is
// started.
Finding eligible_agreement(Finding found, const Answers& answers, const RuleContext& context) {
  constexpr Leaf asked = Leaf::eligibility_telework_agreement_approved;
  found.looked_at = {asked, Leaf::arrangement_action};
  const Truth approved = answers.yes_no(asked);
  if (is_yes(approved)) return decided(std::move(found), Status::pass, {"The telework agreement is approved."});
  // App. C, Part B. A recruit cannot have one before entry on duty, and is not held up for it.
  const Known<Action> action = answers.action();
  if (action.has_value() && action.value() == Action::recruit) {
    return decided(std::move(found), Status::note,
                   {concat("A recruit submits the telework agreement within ",
                           context.numbers().recruit_training_clock.value.count(), " days of entry on duty."),
                    "Plan the training and the agreement for the first weeks."});
  }
  if (approved.is_missing()) {
    return undecided(std::move(found), {"The packet does not say yet if a telework agreement is approved."},
                     missing_of(answers, {Leaf::arrangement_action, asked}));
  }
  if (action.is_missing()) {
    return undecided(std::move(found),
                     {"No telework agreement is approved. This only matters if it is not a recruit action."},
                     {Leaf::arrangement_action});
  }
  return decided(std::move(found), Status::fail,
                 {"The telework agreement must be approved before you start the request.",
                  "Start one in GSA's system, and ask the supervisor to approve it."});
}

}  // namespace ftt::rules_detail

namespace ftt {

Known<bool> telework_agreement_stands(const Answers& answers) {
  const Known<bool> said = answers.yes_no(Leaf::agreement_telework_agreement_approved);
  return said.has_value() ? said : answers.yes_no(Leaf::eligibility_telework_agreement_approved);
}

}  // namespace ftt
