// 179 and 180 days in the position, and whom they do not concern (HRM 6040.2 ¶8b).
#include "figures.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

constexpr RuleId rule = "eligible.time_in_position";
constexpr Date start = calendar_date(2026, 1, 5);

}  // namespace

TEST_CASE("¶8b: 179 days in the position are too few, 180 are enough") {
  CHECK(status_of(rule, eligible(), start + Days(179)) == Status::fail);
  CHECK(status_of(rule, eligible(), start + Days(180)) == Status::pass);
  CHECK(result_of(eligible(), start + Days(179)) == EligibilityResult::not_yet);
  CHECK(result_of(eligible(), start + Days(180)) == EligibilityResult::eligible);
}

TEST_CASE("¶8b: at day 120 the first date on which it can be considered is named") {
  const Eligibility eligibility = find_eligibility(eligible(), on(start + Days(120)));
  CHECK(eligibility.result == EligibilityResult::not_yet);
  CHECK(eligibility.date == calendar_date(2026, 7, 4));
  CHECK(figures_of(eligibility.find(rule).message) == "January 5 2026 180 July 4 2026 July 6 2026");
}

TEST_CASE("¶8b: the days are counted over a February 29") {
  const Answers answers = with(eligible(), {{Leaf::eligibility_position_start, "2028-01-05"}});
  CHECK(find_eligibility(answers, on(calendar_date(2028, 2, 1))).date == calendar_date(2028, 7, 3));
}

TEST_CASE("¶8b: someone selected from an announcement of full-time telework is exempt") {
  const Answers exempt = with(eligible(), {{Leaf::eligibility_advertised_full_time_telework, "yes"}});
  CHECK(status_of(rule, exempt, start + Days(1)) == Status::pass);
  CHECK(status_of(rule, with(exempt, {{Leaf::eligibility_position_start, ""}})) == Status::pass);
}

TEST_CASE("¶8b: a recruit action is no request of an employee: no time in a position is asked for") {
  const Answers recruit = with(eligible(), {{Leaf::arrangement_action, "recruit"},
                                            {Leaf::eligibility_advertised_full_time_telework, ""},
                                            {Leaf::eligibility_position_start, ""}});
  CHECK(status_of(rule, recruit) == Status::pass);
  CHECK(result_of(recruit) == EligibilityResult::eligible);
  const Answers with_date = with(recruit, {{Leaf::eligibility_position_start, "2026-01-05"}});
  CHECK(status_of(rule, with_date, start + Days(1)) == Status::pass);
  for (const Deadline& deadline : find_deadlines(with_date, on(a_day))) CHECK(deadline.id != rule.text());
}

TEST_CASE("¶8b: while it is not said whether it is a recruit action, too few days decide nothing") {
  const Answers open = with(eligible(), {{Leaf::arrangement_action, ""}});
  CHECK(finding_of(rule, open, start + Days(179)).settled_by == Leaves{Leaf::arrangement_action});
  CHECK(status_of(rule, open, start + Days(180)) == Status::pass);
}

TEST_CASE("¶8b: a missing answer is unknown, and what would settle it is named") {
  const Answers no_date = with(eligible(), {{Leaf::eligibility_position_start, ""}});
  CHECK(finding_of(rule, no_date).settled_by == Leaves{Leaf::eligibility_position_start});
  const Answers no_announcement = with(eligible(), {{Leaf::eligibility_advertised_full_time_telework, ""}});
  CHECK(status_of(rule, no_announcement, start + Days(180)) == Status::pass);
  CHECK(finding_of(rule, no_announcement, start + Days(179)).settled_by ==
        Leaves{Leaf::eligibility_advertised_full_time_telework});
  const Answers neither = with(no_date, {{Leaf::eligibility_advertised_full_time_telework, ""}});
  CHECK(finding_of(rule, neither).settled_by ==
        Leaves{Leaf::eligibility_advertised_full_time_telework, Leaf::eligibility_position_start});
}

TEST_CASE("¶8b: a request for a later day is considered on that day") {
  const Answers planned = with(eligible(), {{Leaf::clock_requested_on, "2026-07-04"}});
  CHECK(status_of(rule, planned, start + Days(120)) == Status::pass);
  CHECK(status_of(rule, with(planned, {{Leaf::clock_requested_on, "2026-07-03"}}), start + Days(120)) == Status::fail);
  CHECK(status_of(rule, with(planned, {{Leaf::clock_requested_on, "2026-05-05"}}), start + Days(180)) == Status::pass);
}

TEST_CASE("¶8b: a first day on a day off has the next work day beside it, and one is asked again on that") {
  const Answers sunday = with(eligible(), {{Leaf::eligibility_position_start, "2026-09-01"}});
  const Finding found = finding_of(rule, sunday, calendar_date(2026, 11, 23));
  CHECK(found.date == calendar_date(2027, 2, 28));
  CHECK(figures_of(found.message) == "September 1 2026 180 February 28 2027 March 1 2027");
  CHECK(figures_of(found.next) == "March 1 2027");
  const std::vector<Date> closures = {calendar_date(2027, 3, 1)};
  const Eligibility closed = find_eligibility(sunday, on(calendar_date(2026, 11, 23), WorkCalendar(closures)));
  CHECK(figures_of(closed.find(rule).next) == "March 2 2027");
  const Answers monday = with(eligible(), {{Leaf::eligibility_position_start, "2026-09-02"}});
  CHECK(figures_of(finding_of(rule, monday, calendar_date(2026, 11, 23)).message) ==
        "September 2 2026 180 March 1 2027");
}
