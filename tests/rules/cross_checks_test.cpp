// What a reviewer would raise, each check on both of its sides.
#include "rules/cross_checks.h"

#include <algorithm>

#include "base/text.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

bool warns(std::string_view rule, const Answers& answers, const FoundRates& found = FoundRates()) {
  const std::vector<CrossCheck> checks = cross_check(answers, found, calculate(found, answers), on(a_day));
  return std::any_of(checks.begin(), checks.end(), [&](const CrossCheck& check) { return check.rule == rule; });
}

Answers trips(std::string_view share, std::string_view nights, std::string_view count) {
  return answers_of({{Leaf::travel_budget_share_agency, share},
                     {Leaf::travel_budget_nights, nights},
                     {Leaf::travel_budget_trips, count}});
}

}  // namespace

TEST_CASE("nothing answered raises nothing") {
  CHECK(cross_check(Answers(), FoundRates(), calculate(FoundRates(), Answers()), on(a_day)).empty());
}

TEST_CASE("¶3h(1): line E2 of 0.20 or more contradicts full-time telework") {
  CHECK_FALSE(warns("worksite.presence", trips("0.1999", "", "")));
  CHECK(warns("worksite.presence", trips("0.2", "", "")));
}

TEST_CASE("App. A, Part E, line 2: the share fits the trips, from nights to nights and a day, of 260 work days") {
  constexpr std::string_view rule = "travel_budget.presence_and_trips";
  CHECK_FALSE(warns(rule, trips("0.05", "3", "4")));    // 12 to 16 days: 4.62% to 6.15%
  CHECK_FALSE(warns(rule, trips("0.0715", "3", "4")));  // a hundredth above
  CHECK(warns(rule, trips("0.0716", "3", "4")));
  CHECK_FALSE(warns(rule, trips("0.0362", "3", "4")));
  CHECK(warns(rule, trips("0.0361", "3", "4")));
  CHECK_FALSE(warns(rule, trips("0.1", "0", "26")));  // day trips: a day each
  CHECK(warns(rule, trips("0.15", "0", "26")));
  CHECK_FALSE(warns(rule, trips("0.15", "", "26")));
}

TEST_CASE("¶3h(1): 26 trips of two days are one in each pay period") {
  constexpr std::string_view rule = "travel_budget.regular_trips";
  CHECK(warns(rule, trips("", "1", "26")));
  CHECK_FALSE(warns(rule, trips("", "1", "25")));
  CHECK_FALSE(warns(rule, trips("", "0.99", "26")));
}

TEST_CASE("App. A, Part F, line 1; ¶6a(5): a transit saving needs a subsidy that is paid") {
  constexpr std::string_view rule = "additional.transit_without_subsidy";
  const Answers saving = answers_of({{Leaf::additional_transit_savings, "3900"}});
  CHECK(warns(rule, with(saving, {{Leaf::additional_transit_subsidy, "no"}})));
  CHECK_FALSE(warns(rule, with(saving, {{Leaf::additional_transit_subsidy, "yes"}})));
  CHECK_FALSE(warns(rule, saving));
  CHECK_FALSE(
      warns(rule, answers_of({{Leaf::additional_transit_savings, "0"}, {Leaf::additional_transit_subsidy, "no"}})));
}

TEST_CASE("App. A, Part D, line 5: one pay area on both sides has no difference of pay") {
  constexpr std::string_view rule = "locality_pay.same_area";
  FoundRates found;
  found.requested.area_code = "DCB";
  found.agency.area_code = "DCB";
  const Answers typed = answers_of({{Leaf::position_pay_plan, "ES"},
                                    {Leaf::locality_pay_requested_salary, "118204"},
                                    {Leaf::locality_pay_agency_salary, "141022"}});
  CHECK(warns(rule, typed, found));
  CHECK_FALSE(warns(rule, with(typed, {{Leaf::locality_pay_requested_salary, "141022"}}), found));
  found.agency.area_code = "RUS";
  CHECK_FALSE(warns(rule, typed, found));
  CHECK_FALSE(warns(rule, typed));
}

TEST_CASE("App. A, Part F: a line that is not zero is explained in Part I, item 2") {
  constexpr std::string_view rule = "additional.unexplained";
  const Answers saving = answers_of({{Leaf::additional_space_savings, "0.01"}});
  CHECK(warns(rule, saving));
  CHECK_FALSE(warns(rule, with(saving, {{Leaf::justification_items, "A desk is given up."}})));
  CHECK_FALSE(warns(rule, answers_of({{Leaf::additional_space_savings, "0"}})));
}

TEST_CASE("¶8b: fewer than 180 days in the position on the day of the request") {
  constexpr std::string_view rule = "clock.asked_too_early";
  const Answers asked =
      answers_of({{Leaf::eligibility_position_start, "2026-01-05"}, {Leaf::clock_requested_on, "2026-07-03"}});
  CHECK(warns(rule, asked));  // 179 days
  CHECK_FALSE(warns(rule, with(asked, {{Leaf::clock_requested_on, "2026-07-04"}})));
  CHECK_FALSE(warns(rule, with(asked, {{Leaf::eligibility_advertised_full_time_telework, "yes"}})));
}

TEST_CASE("¶9: what breaks the order of Parts J to L is an error, not a question") {
  const std::vector<CrossCheck> checks =
      cross_check(answers_of({{Leaf::determination_outcome, "approved"}}), FoundRates(), Worksheet(), on(a_day));
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].rule == "approval.concurrences");
  CHECK(checks[0].severity == Severity::error);
}

TEST_CASE("¶11a: a review before the first one is due is remarked on") {
  const Answers early = answers_of({{Leaf::arrangement_type, "annual_review"},
                                    {Leaf::arrangement_start, "2026-05-01"},
                                    {Leaf::annual_review_date, "2026-07-20"}});
  CHECK(warns("review.first", early));
  CHECK_FALSE(warns("review.first", with(early, {{Leaf::annual_review_date, "2026-10-01"}})));
  CHECK_FALSE(warns("review.first", with(early, {{Leaf::arrangement_start, "2026-03-30"}})));
  CHECK_FALSE(warns("review.first", with(early, {{Leaf::arrangement_type, "new"}})));
}

TEST_CASE("App. D: no update, but another worksite, on the form or on the Analysis Tool") {
  const Answers same = answers_of({{Leaf::arrangement_type, "annual_review"},
                                   {Leaf::annual_review_outcome, "no_update"},
                                   {Leaf::annual_review_current_worksite_city, "Bozeman"},
                                   {Leaf::annual_review_current_worksite_county, "Gallatin"},
                                   {Leaf::annual_review_current_worksite_state, "MT"},
                                   {Leaf::annual_review_requested_worksite_city, "bozeman"},
                                   {Leaf::annual_review_requested_worksite_county, "Gallatin County"},
                                   {Leaf::annual_review_requested_worksite_state, "MT"}});
  CHECK_FALSE(warns("review.no_update", same));
  CHECK(warns("review.no_update", with(same, {{Leaf::annual_review_requested_worksite_city, "Helena"}})));
  CHECK(warns("review.no_update", with(same, {{Leaf::annual_review_requested_worksite_state, "WY"}})));
  CHECK(warns("review.no_update", with(same, {{Leaf::employee_requested_worksite_city, "Denver"}})));
  CHECK_FALSE(warns("review.no_update", with(same, {{Leaf::annual_review_requested_worksite_city, "Helena"},
                                                    {Leaf::annual_review_outcome, "update_attached"}})));
}

TEST_CASE("App. A, Part E, line 10: a term has no more trips than a year") {
  constexpr std::string_view rule = "travel_budget.trips_in_term";
  const Answers answers = answers_of(
      {{Leaf::arrangement_term, "short"}, {Leaf::travel_budget_trips, "4"}, {Leaf::travel_budget_trips_in_term, "5"}});
  CHECK(warns(rule, answers));
  CHECK_FALSE(warns(rule, with(answers, {{Leaf::travel_budget_trips_in_term, "4"}})));
  CHECK_FALSE(warns(rule, with(answers, {{Leaf::travel_budget_trips, ""}})));
  CHECK_FALSE(warns(rule, with(answers, {{Leaf::arrangement_term, "long"}})));
}

TEST_CASE("App. A, Part D: a series with law enforcement positions, and salaries of the ordinary table") {
  constexpr std::string_view rule = "locality_pay.ordinary_table";
  const Answers officer =
      answers_of({{Leaf::position_pay_plan, "GS"}, {Leaf::position_series, "0083"}, {Leaf::position_grade, "7"}});
  FoundRates found;
  found.requested.salary = Salary{};
  const auto message_of = [&](const Answers& answers) {
    for (const CrossCheck& check : cross_check(answers, found, calculate(found, answers), on(a_day))) {
      if (check.rule == rule) return check.message;
    }
    return std::string();
  };

  constexpr std::string_view base_rates =
      "the special base rates for law enforcement officers (pay plan GL, grades 3 to 10)";
  constexpr std::string_view special_rates = "OPM's special rate tables for law enforcement personnel (from 2026)";
  constexpr std::string_view decides =
      ". It depends on the position, not only on the series. The salaries here are from the regular General Schedule "
      "table. If the position is covered, type both salaries with their source";
  constexpr std::string_view by_base_rates = ", and with the special base rates write GL as the pay plan.";

  SUBCASE("until 2025 the special base rates, of grades 3 to 10") {
    found.pay_year = 2025;
    CHECK(warns(rule, officer, found));
    CHECK(warns(rule, with(officer, {{Leaf::position_grade, "3"}}), found));
    CHECK(warns(rule, with(officer, {{Leaf::position_grade, "10"}}), found));
    CHECK_FALSE(warns(rule, with(officer, {{Leaf::position_grade, "2"}}), found));
    CHECK_FALSE(warns(rule, with(officer, {{Leaf::position_grade, "11"}}), found));
    CHECK(message_of(officer) ==
          concat("Some positions of series 0083 are paid by ", base_rates, decides, by_base_rates));
  }
  SUBCASE("from 2026 on also special rates, of every grade") {
    found.pay_year = 2026;
    const Answers investigator = with(officer, {{Leaf::position_series, "1811"}, {Leaf::position_grade, "13"}});
    CHECK(message_of(officer) == concat("Some positions of series 0083 are paid by ", base_rates, " or by ",
                                        special_rates, decides, by_base_rates));
    CHECK(message_of(investigator) ==
          concat("Some positions of series 1811 are paid by ", special_rates, decides, "."));
  }
  SUBCASE("the series whose positions may be covered, and no other") {
    found.pay_year = 2025;
    for (const std::string_view series :
         {"0006", "0007", "0025", "0080", "0082", "0083", "1801", "1802", "1811", "1881", "1895", "1896"}) {
      CAPTURE(series);
      CHECK(warns(rule, with(officer, {{Leaf::position_series, series}}), found));
    }
    for (const std::string_view series : {"0084", "0085", "0343", "1810", "1812"}) {
      CAPTURE(series);
      CHECK_FALSE(warns(rule, with(officer, {{Leaf::position_series, series}}), found));
    }
  }

  // Typed salaries are not of the table.
  CHECK_FALSE(warns(rule, officer));
}
