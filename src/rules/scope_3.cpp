// Who and where the order covers (Order ¶3a to ¶3c; HRM 6040.2 ¶1e): component, contractors, location, and the overseas
// arrangements that stood when the order was signed.
//
// Does not: name the offices; the question does, and the person answers it.
#include "base/text.h"
#include "rules/asked.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

// Order ¶3a. All of GSA is covered but the Office of Inspector General and the Civilian Board of Contract Appeals.
Finding scope_component(Finding found, const Answers& answers, const RuleContext&) {
  return by_one_answer(std::move(found), answers,
                       {.asked = Leaf::eligibility_component_covered,
                        .passes_with = true,
                        .when_open = {"The packet does not say yet if the order covers the office."},
                        .when_it_holds = {"The order covers the office."},
                        .when_it_fails = {"The order does not apply to the Office of Inspector General and the "
                                          "Civilian Board of Contract Appeals.",
                                          "Follow the telework policy of that office."}});
}

// Order ¶3c. Contractors and their employees are not covered.
Finding scope_contractor(Finding found, const Answers& answers, const RuleContext&) {
  return by_one_answer(std::move(found), answers,
                       {.asked = Leaf::eligibility_contractor,
                        .passes_with = false,
                        .when_open = {"The packet does not say yet if the person works for a contractor."},
                        .when_it_holds = {"The person is a GSA employee."},
                        .when_it_fails = {"The order does not apply to contractors and their employees.",
                                          "Ask the contractor. The contract says where the work is done."}});
}

// Order ¶3b, HRM 6040.2 ¶1e. Only within the United States, its territories and its possessions.
Finding scope_location(Finding found, const Answers& answers, const RuleContext&) {
  return by_one_answer(
      std::move(found), answers,
      {.asked = Leaf::eligibility_in_united_states,
       .passes_with = true,
       .when_open = {"The packet does not say yet if the worksite is in the United States."},
       .when_it_holds = {"The worksite is in the United States, its territories or possessions."},
       .when_it_fails = {"Full-time telework under this order is possible only in the United States, its territories "
                         "and possessions.",
                         "Telework from abroad follows the State Department's process for domestic employees "
                         "teleworking overseas (DETO). This order does not cover it. Ask the servicing HR office."}});
}

// ¶1e. What stood overseas on the day of the order runs to the end of the spouse's appointment and is not extended.
// It opens no new arrangement: scope.location fails all the same.
Finding scope_overseas_existing(Finding found, const Answers& answers, const RuleContext& context) {
  constexpr Leaf place = Leaf::eligibility_in_united_states;
  constexpr Leaf asked = Leaf::eligibility_overseas_existing;
  constexpr Leaf end = Leaf::eligibility_overseas_end;
  found.looked_at = {place, asked, end};
  const Truth inside = answers.yes_no(place);
  const Truth existing = answers.yes_no(asked);
  if (is_yes(inside) || is_no(existing)) {
    return decided(std::move(found), Status::pass, {"There is no overseas arrangement from before the order."});
  }
  if (is_no(inside) && is_yes(existing)) {
    const Known<Date> last = answers.date(end);
    return decided(
        std::move(found), Status::note,
        {concat("An overseas arrangement that existed on ",
                to_display_without_weekday(context.numbers().overseas_arrangements_stood_on.value),
                " runs to the end of the spouse's appointment",
                last.has_value() ? concat(", ", to_display_without_weekday(last.value())) : std::string(),
                ". It is not extended or renewed, and no new one is possible."),
         last.has_value() ? "Plan the return with the supervisor."
                          : "Record when the spouse's appointment ends, and plan the return with the supervisor."});
  }
  // A worksite in the United States settles it, and so does the absence of an arrangement; only a worksite abroad with
  // the other answer open needs that one too.
  std::vector<Leaf> open = missing_of(answers, {place, asked});
  return undecided(std::move(found),
                   {"The packet does not say yet if there was an overseas arrangement when the order was signed."},
                   std::move(open));
}

}  // namespace ftt::rules_detail
