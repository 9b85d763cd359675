// Answers for the tests of the rules: set from texts, and a whole set with which a request may be made.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "calc/calculate.h"
#include "form/texts.h"
#include "rules/policy.h"

namespace ftt::test {

// A current incumbent who may ask, in the position since January 5, 2026.
inline Answers eligible() {
  return answers_of({{Leaf::arrangement_action, "incumbent"},
                     {Leaf::arrangement_type, "new"},
                     {Leaf::arrangement_term, "long"},
                     {Leaf::arrangement_start, "2027-02-01"},
                     {Leaf::eligibility_component_covered, "yes"},
                     {Leaf::eligibility_contractor, "no"},
                     {Leaf::eligibility_in_united_states, "yes"},
                     {Leaf::eligibility_reasonable_accommodation, "no"},
                     {Leaf::eligibility_agency_days_per_pay_period, "0"},
                     {Leaf::eligibility_mobile_work, "no"},
                     {Leaf::eligibility_temporary_duty, "no"},
                     {Leaf::eligibility_position_start, "2026-01-05"},
                     {Leaf::eligibility_advertised_full_time_telework, "no"},
                     {Leaf::eligibility_duties_suitable, "yes"},
                     {Leaf::eligibility_awol_discipline, "no"},
                     {Leaf::eligibility_pornography_discipline, "no"},
                     {Leaf::eligibility_secure_materials_or_onsite_daily, "no"},
                     {Leaf::eligibility_telework_agreement_approved, "yes"},
                     {Leaf::eligibility_worksite_suitable, "yes"}});
}

// The same for a short arrangement from January 1, 2027 until that day.
inline Answers lasting(std::string_view last) {
  return with(
      eligible(),
      {{Leaf::arrangement_term, "short"}, {Leaf::arrangement_start, "2027-01-01"}, {Leaf::arrangement_end, last}});
}

// Nothing but that it was requested on Friday, June 12, 2026.
inline const Answers requested_in_june = answers_of({{Leaf::clock_requested_on, "2026-06-12"}});

inline constexpr Date a_day = calendar_date(2026, 11, 21);

// The order of 2018 on that day, with no closures unless there are some. The calendar must outlive it.
inline const WorkCalendar without_closures;
inline RuleContext on(Date today, const WorkCalendar& calendar = without_closures) {
  return {hrm_6040_2, today, calendar};
}

inline Finding finding_of(RuleId rule, const Answers& answers, Date today = a_day) {
  return find_eligibility(answers, on(today)).find(rule);
}

inline Status status_of(RuleId rule, const Answers& answers, Date today = a_day) {
  return finding_of(rule, answers, today).status;
}

inline EligibilityResult result_of(const Answers& answers, Date today = a_day) {
  return find_eligibility(answers, on(today)).result;
}

using Leaves = std::vector<Leaf>;

}  // namespace ftt::test
