// HRM 6040.2 ¶5: the general criteria for telework hold too. Of them, the two bars of law and the unfit positions
// (5 U.S.C. 6502(a)(2) and (b)(4)).
//
// Does not: hold the other criteria of HRM 6040.1A; the supervisor applies them.
#include "rules/asked.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

// 6502(a)(2). No telework for someone who has been officially disciplined
//   (A) for more than 5 days of absence without leave in a calendar year, or
//   (B) for pornography on a Government computer or while on duty.
Finding eligible_telework(Finding found, const Answers& answers, const RuleContext&) {
  constexpr Leaf absence = Leaf::eligibility_awol_discipline;
  constexpr Leaf pornography = Leaf::eligibility_pornography_discipline;
  const Truth was_absent = answers.yes_no(absence);
  const Truth was_disciplined = answers.yes_no(pornography);
  if (is_yes(was_absent) || is_yes(was_disciplined)) {
    return decided(std::move(found), Status::fail,
                   {is_yes(was_absent) ? "The law bars telework after discipline for more than 5 days of absence "
                       "without leave in a calendar year."
                                       : "The law bars telework after discipline for pornography on a Government "
                                           "computer or on duty.",
                    "Ask the servicing HR office if it applies. The order has no way around it."});
  }
  if (is_no(was_absent) && is_no(was_disciplined)) {
    return decided(std::move(found), Status::pass, {"Neither of the two legal exclusions applies."});
  }
  std::vector<Leaf> open = missing_of(answers, {absence, pornography});
  return undecided(std::move(found), {"The packet does not say yet if one of the two legal exclusions applies."},
                   std::move(open));
}

// 6502(b)(4). Outside of emergencies no telework for duties that daily need
//   (A) direct handling of secure materials unfit for telework, or
//   (B) activity on site that cannot be done from elsewhere.
Finding eligible_position(Finding found, const Answers& answers, const RuleContext&) {
  return by_one_answer(
      std::move(found), answers,
      {.asked = Leaf::eligibility_secure_materials_or_onsite_daily,
       .passes_with = false,
       .when_open = {"The packet does not say yet if the duties need secure materials or on-site work every day."},
       .when_it_holds = {"The duties do not need secure materials or on-site work every day."},
       .when_it_fails = {"If the duties need secure materials or on-site work every day, telework is only for "
           "emergencies.",
                         "Ask the supervisor about other duties or another job."}});
}

}  // namespace ftt::rules_detail
