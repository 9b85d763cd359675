// Which worksite is official: both sides of two days a pay period, mobile work and temporary duty (HRM 6040.2 ¶3h).
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

Answers days(std::string_view count) {
  return with(eligible(), {{Leaf::eligibility_agency_days_per_pay_period, count}});
}

}  // namespace

TEST_CASE("¶3h(1): 1 day a pay period leaves the alternative worksite official, 2 days do not") {
  CHECK(status_of("worksite.regular", days("1")) == Status::pass);
  CHECK(status_of("worksite.regular", days("2")) == Status::fail);
  CHECK(status_of("worksite.regular", days("10")) == Status::fail);
  CHECK(result_of(days("1")) == EligibilityResult::eligible);
  CHECK(result_of(days("2")) == EligibilityResult::not_full_time_telework);
  CHECK(finding_of("worksite.regular", days("2")).next == "A regular telework agreement is enough. Ask the "
      "supervisor.");
}

TEST_CASE("¶3h, ¶3h(2), ¶6a(2), ¶3d(2): on fewer days the alternative worksite is official") {
  CHECK(status_of("worksite.alternative", days("0")) == Status::pass);
  CHECK(status_of("worksite.alternative", days("1")) == Status::pass);
  CHECK(status_of("worksite.alternative", days("2")) == Status::fail);
  CHECK(finding_of("worksite.alternative", days("1")).message ==
        "The telework site is the official worksite, so this is full-time telework. It may be in the same GSA "
        "region as the agency worksite.");
}

TEST_CASE("¶3h(3), ¶3g, ¶3i, ¶3i(3): mobile work in the same pay area leaves the agency worksite official") {
  const Answers mobile =
      with(days("0"), {{Leaf::eligibility_mobile_work, "yes"}, {Leaf::eligibility_mobile_area, "same"}});
  CHECK(status_of("worksite.mobile", days("0")) == Status::pass);
  CHECK(status_of("worksite.mobile", mobile) == Status::fail);
  CHECK(status_of("worksite.alternative", mobile) == Status::fail);
  CHECK(result_of(mobile) == EligibilityResult::not_full_time_telework);
}

TEST_CASE("¶3h(3), ¶3g: where the mobile work is has to be said; elsewhere or mixed HR determines the worksite") {
  const Answers open = with(days("0"), {{Leaf::eligibility_mobile_work, "yes"}});
  CHECK(finding_of("worksite.mobile", open).settled_by == Leaves{Leaf::eligibility_mobile_area});
  CHECK(finding_of("worksite.alternative", open).settled_by == Leaves{Leaf::eligibility_mobile_area});
  CHECK(result_of(open) == EligibilityResult::needs_answer);
  for (const std::string_view area : {"other", "mixed"}) {
    CAPTURE(area);
    const Answers elsewhere = with(open, {{Leaf::eligibility_mobile_area, area}});
    CHECK(finding_of("worksite.mobile", elsewhere).next ==
          "Ask the servicing HR office which worksite is official before you continue.");
    CHECK(status_of("worksite.alternative", elsewhere) == Status::note);
    CHECK(result_of(elsewhere) == EligibilityResult::not_yet);
  }
  // Said of mobile work that there is none: it is set aside.
  CHECK(result_of(with(days("0"), {{Leaf::eligibility_mobile_area, "same"}})) == EligibilityResult::eligible);
}

TEST_CASE("¶3h(2): temporary duty is referred to the servicing HR office") {
  const Answers on_duty = with(days("0"), {{Leaf::eligibility_temporary_duty, "yes"}});
  CHECK(status_of("worksite.tdy", days("0")) == Status::pass);
  CHECK(status_of("worksite.tdy", on_duty) == Status::fail);
  CHECK(finding_of("worksite.tdy", on_duty).next ==
        "Ask the servicing HR office which worksite is official before you continue.");
  CHECK(status_of("worksite.alternative", on_duty) == Status::note);
  CHECK(result_of(on_duty) == EligibilityResult::not_yet);
}

TEST_CASE("¶3h: what is missing is unknown and asked for; one knock-out settles it without the rest") {
  CHECK(finding_of("worksite.alternative", days("")).settled_by ==
        Leaves{Leaf::eligibility_agency_days_per_pay_period});
  const Answers open = with(days(""), {{Leaf::eligibility_mobile_work, ""}, {Leaf::eligibility_temporary_duty, ""}});
  CHECK(finding_of("worksite.alternative", open).settled_by ==
        Leaves{Leaf::eligibility_agency_days_per_pay_period, Leaf::eligibility_mobile_work,
               Leaf::eligibility_mobile_area, Leaf::eligibility_temporary_duty});
  CHECK(status_of("worksite.alternative", with(open, {{Leaf::eligibility_agency_days_per_pay_period, "2"}})) ==
        Status::fail);
  CHECK(status_of("worksite.alternative", with(open, {{Leaf::eligibility_mobile_work, "yes"},
                                                      {Leaf::eligibility_mobile_area, "same"}})) == Status::fail);
}
