// paragraphs: the rules of eligibility, each declared under the paragraph that it decides; one file holds one
// paragraph.
//
// For eligibility.cpp alone; the outside calls find_eligibility. `considered` is the day on which a request is looked
// at.
#pragma once

#include "base/date.h"
#include "base/work_calendar.h"
#include "form/answers.h"
#include "rules/finding.h"

namespace ftt::rules_detail {

// ---- scope_3.cpp: Order ¶3, HRM 6040.2 ¶1e ----
Finding scope_component(const Answers& answers);
Finding scope_contractor(const Answers& answers);
Finding scope_location(const Answers& answers);
Finding scope_overseas_existing(const Answers& answers);

// ---- accommodation_7b.cpp ----
Finding scope_accommodation(const Answers& answers);

// ---- telework_law_5.cpp: HRM 6040.2 ¶5, 5 U.S.C. 6502 ----
Finding eligible_telework(const Answers& answers);
Finding eligible_position(const Answers& answers);

// ---- official_worksite_3h.cpp ----
Finding worksite_regular(const Answers& answers);
Finding worksite_mobile(const Answers& answers);
Finding worksite_temporary_duty(const Answers& answers);
Finding worksite_alternative(const Answers& answers);

// ---- length_7a.cpp: HRM 6040.2 ¶7a; App. A, Part A, item 3 ----
Finding duration_documented(const Answers& answers);
Finding duration_kind(const Answers& answers);
// Whether it takes more than 90 days; unknown with the answers that would tell.
struct Length {
  Known<bool> is_documented;
  std::optional<Days> days{};  // where both dates are known
  std::vector<Leaf> settled_by{};
};
Length length_of(const Answers& answers);

// ---- time_in_position_8b.cpp ----
Finding eligible_time_in_position(const Answers& answers, Date considered, const WorkCalendar& calendar);
// The first day on which a request can be considered; nothing where the start is not known or it does not matter.
std::optional<Date> first_day_of_consideration(const Answers& answers);

// ---- duties_8a.cpp, telework_agreement_10b.cpp, alternative_worksite_3b.cpp ----
Finding eligible_duties(const Answers& answers);
Finding eligible_agreement(const Answers& answers);
Finding eligible_worksite(const Answers& answers);

}  // namespace ftt::rules_detail
