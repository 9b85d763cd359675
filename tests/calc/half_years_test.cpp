// The travel budget by half-year: halves, days in force, terms, spending (HRM 6040.2 ¶13b, ¶13e).
#include "calc/half_years.h"

#include <doctest/doctest.h>

#include <random>

#include "base/ratio.h"
#include "base/text.h"
#include "calc/calc_examples.h"
#include "figures.h"

using namespace ftt;
using namespace ftt::test;

namespace {

HalfYear half(std::string_view name) {
  const std::optional<HalfYear> parsed = HalfYear::parse(name);
  REQUIRE(parsed.has_value());
  return *parsed;
}

TravelPlan a_year(std::int64_t cents, Date first, std::optional<Date> last = {}) {
  return {Money::from_cents(cents), false, first, last};
}

TravelPlan a_term(std::int64_t cents, Date first, Date last) {
  return {Money::from_cents(cents), true, first, last};
}

std::string planned(const TravelPlan& plan, std::string_view name) {
  const std::optional<Money> money = planned_in(plan, half(name));
  return money ? to_decimal(*money) : "unknown";
}

// "2027H1 5043.60 -; 2027H2 5043.60 412.00; "
std::string listed(const std::vector<HalfYearRow>& rows) {
  std::string text;
  for (const HalfYearRow& row : rows) {
    append(text, name_of(row.half_year), " ", row.budgeted ? to_decimal(*row.budgeted) : "unknown", " ",
           row.spent ? to_decimal(*row.spent) : "-", "; ");
  }
  return text;
}

Date random_date(std::mt19937& random, int first_year, int years) {
  const std::uint32_t days = 365U * static_cast<std::uint32_t>(years);
  return *Date::from_year_month_day(first_year, 1, 1) + Days(static_cast<std::int32_t>(random() % days));
}

}  // namespace

TEST_CASE("half-years: October to March and April to September, named after the fiscal year") {
  CHECK(half("2027H1").first() == calendar_date(2026, 10, 1));
  CHECK(half("2027H1").last() == calendar_date(2027, 3, 31));
  CHECK(half("2027H2").first() == calendar_date(2027, 4, 1));
  CHECK(half("2027H2").last() == calendar_date(2027, 9, 30));
  CHECK(half("2027H1").next() == half("2027H2"));
  CHECK(half("2027H2").next() == half("2028H1"));
  CHECK(to_display(half("2027H1")) == "October 2026 to March 2027");
  CHECK(to_display(half("2027H2")) == "April to September 2027");
  for (const Date day : {calendar_date(2026, 10, 1), calendar_date(2026, 12, 31), calendar_date(2027, 3, 31)}) {
    CHECK(name_of(HalfYear::of(day)) == "2027H1");
  }
  for (const Date day : {calendar_date(2027, 4, 1), calendar_date(2027, 9, 30)}) {
    CHECK(name_of(HalfYear::of(day)) == "2027H2");
  }
  for (const char* text : {"", "2027", "2027h1", "2027H3", "0000H1", "1899H2", "9999H1", "2027H1 "}) {
    CAPTURE(text);
    CHECK_FALSE(HalfYear::parse(text).has_value());
  }
}

TEST_CASE("¶13b: a whole half is half of the year's travel, the odd cent in the second") {
  const TravelPlan plan = a_year(1'008'721, calendar_date(2026, 1, 1));
  CHECK(planned(plan, "2027H1") == "5043.60");
  CHECK(planned(plan, "2027H2") == "5043.61");
  const TravelPlan saving = a_year(-101, calendar_date(2026, 1, 1));
  CHECK(planned(saving, "2027H1") == "-0.50");
  CHECK(planned(saving, "2027H2") == "-0.51");
}

TEST_CASE("¶13b: a half that is begun or ended is planned by its days in force") {
  // February 1 to March 31, 2027 are 59 of 182 days; April 1 to June 30 are 91 of 183.
  const TravelPlan plan = a_year(1'008'720, calendar_date(2027, 2, 1), calendar_date(2028, 6, 30));
  CHECK(planned(plan, "2026H2") == "0.00");
  CHECK(planned(plan, "2027H1") == "1635.01");
  CHECK(planned(plan, "2027H2") == "5043.60");
  CHECK(planned(plan, "2028H1") == "5043.60");
  CHECK(planned(plan, "2028H2") == "2508.02");
  CHECK(planned(plan, "2029H1") == "0.00");
  // A leap year has a day more in the first half: February 1 to March 31, 2028 are 60 of 183.
  CHECK(planned(a_year(1'008'720, calendar_date(2028, 2, 1)), "2028H1") == "1653.64");
}

TEST_CASE("¶13b: a term's travel is planned by the days of the term") {
  // 120 days, of which 90 lie before April.
  const TravelPlan plan = a_term(1'008'740, calendar_date(2027, 1, 1), calendar_date(2027, 4, 30));
  CHECK(planned(plan, "2027H1") == "7565.55");
  CHECK(planned(plan, "2027H2") == "2521.85");
  CHECK(planned(plan, "2026H2") == "0.00");
  CHECK(planned(plan, "2028H1") == "0.00");
}

TEST_CASE(
    "halves come to the whole: two to the year's travel, those of a term to the term's, and no half is cut twice") {
  std::mt19937 random(13);
  for (int round = 0; round < 100'000; ++round) {
    const std::int64_t cents = static_cast<std::int64_t>(random() % 100'000'000) - 10'000'000;
    const Date first = random_date(random, 2018, 9);
    const TravelPlan plan = a_year(cents, first);
    const HalfYear h1 = half(concat(fiscal_year(first).year() + 1, "H1"));
    CHECK(*planned_in(plan, h1) + *planned_in(plan, h1.next()) == *plan.amount);
    // A day more never plans less, and a half with every day in force is a whole one.
    const HalfYear begun = HalfYear::of(first);
    const Money begun_part = *planned_in(plan, begun);
    CHECK(*planned_in(a_year(cents, begun.first()), begun) ==
          *planned_in(a_year(cents, begun.first() - Days(1)), begun));
    if (cents >= 0) CHECK(begun_part <= *planned_in(a_year(cents, begun.first()), begun));
    if (first > begun.first()) {
      // The day before it and the days from it on: within the cent of two roundings.
      const TravelPlan before = a_year(cents, begun.first(), first - Days(1));
      const Money both = *planned_in(before, begun) + begun_part;
      const std::int64_t off = both.cents() - planned_in(a_year(cents, begun.first()), begun)->cents();
      CHECK(off >= -1);
      CHECK(off <= 1);
    }

    const Date last = first + Days(static_cast<std::int32_t>(random() % 400));
    const TravelPlan term = a_term(cents, first, last);
    Money sum;
    for (HalfYear each = HalfYear::of(first); each <= HalfYear::of(last); each = each.next()) {
      sum += *planned_in(term, each);
    }
    CHECK(sum == *term.amount);
    CHECK(*planned_in(term, HalfYear::of(last).next()) == Money());
  }
}

TEST_CASE("half-years of the answers: unknown stays unknown, and is never $0.00") {
  const Answers long_term =
      with(example_b(), {{Leaf::arrangement_term, "long"}, {Leaf::arrangement_start, "2027-02-01"}});
  const auto plan_of = [](const Answers& answers) { return travel_plan(worked(answers), answers); };
  CHECK(planned(plan_of(long_term), "2027H2") == "6126.00");
  CHECK(planned(plan_of(with(long_term, {{Leaf::travel_budget_trips, ""}})), "2027H2") == "unknown");
  CHECK(planned(plan_of(with(long_term, {{Leaf::arrangement_start, ""}})), "2027H2") == "unknown");
  CHECK(planned(plan_of(with(long_term, {{Leaf::arrangement_start, "soon"}})), "2027H2") == "unknown");
  // The last date of a long-term arrangement is set aside.
  CHECK(planned(plan_of(with(long_term, {{Leaf::arrangement_end, "2027-04-30"}})), "2027H2") == "6126.00");

  const Answers short_term = with(long_term, {{Leaf::arrangement_term, "short"},
                                              {Leaf::arrangement_end, "2027-05-31"},
                                              {Leaf::travel_budget_trips_in_term, "2"}});
  CHECK(planned(plan_of(short_term), "2027H1") == "3011.95");  // 6,126.00 × 59 ÷ 120
  CHECK(planned(plan_of(short_term), "2027H2") == "3114.05");
  CHECK(planned(plan_of(with(short_term, {{Leaf::travel_budget_trips_in_term, ""}})), "2027H1") == "unknown");
  CHECK(planned(plan_of(with(short_term, {{Leaf::arrangement_end, ""}})), "2027H1") == "unknown");
  CHECK(planned(plan_of(with(short_term, {{Leaf::arrangement_end, "2026-05-31"}})), "2027H1") == "unknown");
  CHECK(planned(plan_of(with(short_term, {{Leaf::arrangement_end, "May"}})), "2027H1") == "unknown");
}

TEST_CASE("half-years are listed from the beginning through the fiscal year of today, and where spending is recorded") {
  Answers answers = with(example_b(), {{Leaf::arrangement_term, "long"}, {Leaf::arrangement_start, "2025-10-01"}});
  answers.set_actuals({{"2026H2", "412.60"},
                       {"2025H1", "1"},
                       {"2026H2", "2"},
                       {"2026H1", "much"},
                       {"2026", "3"},
                       {"2025H2", "-50.00"},
                       {"2024H1", "$5"},
                       {"1700H1", "5"}});
  const TravelBudget budget{travel_plan(worked(answers), answers), {}, {}};
  CHECK(listed(half_years(budget, answers, calendar_date(2026, 11, 23), hrm_6040_2)) ==
        "2025H1 0.00 1.00; 2026H1 6126.00 -; 2026H2 6126.00 412.60; 2027H1 6126.00 -; 2027H2 6126.00 -; ");
  CHECK(listed(half_years(budget, answers, calendar_date(2024, 1, 1), hrm_6040_2)) ==
        "2025H1 0.00 1.00; 2026H1 6126.00 -; 2026H2 6126.00 412.60; ");

  // A term ends it; without a beginning nothing can be told but what was spent.
  const Answers term = with(answers, {{Leaf::arrangement_term, "short"},
                                      {Leaf::arrangement_end, "2026-03-31"},
                                      {Leaf::travel_budget_trips_in_term, "1"}});
  CHECK(listed(half_years({travel_plan(worked(term), term), {}, {}}, term, example_day, hrm_6040_2)) ==
        "2025H1 0.00 1.00; 2026H1 3063.00 -; 2026H2 0.00 412.60; ");
  const Answers unknown = with(answers, {{Leaf::arrangement_start, ""}});
  CHECK(listed(half_years({travel_plan(worked(unknown), unknown), {}, {}}, unknown, example_day, hrm_6040_2)) ==
        "2025H1 unknown 1.00; 2026H2 unknown 412.60; ");
  // Nothing is listed of the years before the order.
  const Answers old = with(answers, {{Leaf::arrangement_start, "1999-01-01"}});
  CHECK(listed(half_years({travel_plan(worked(old), old), {}, {}}, old, calendar_date(2018, 11, 1), hrm_6040_2))
            .starts_with("2018H2 6126.00 -; 2019H1 6126.00 -; 2019H2 6126.00 -; 2025H1"));
}

TEST_CASE("¶11a: halves that had begun before a review took effect keep the budget of what was reviewed") {
  const TravelBudget budget{a_year(800'000, calendar_date(2025, 10, 1)), a_year(1'000'000, calendar_date(2025, 10, 1)),
                            calendar_date(2026, 8, 14)};
  CHECK(planned_in(budget, half("2026H1")) == Money::from_dollars(5000));
  CHECK(planned_in(budget, half("2026H2")) == Money::from_dollars(5000));
  CHECK(planned_in(budget, half("2027H1")) == Money::from_dollars(4000));
}

TEST_CASE("¶13b: spending above the plan, and above twice the plan, for a half-year") {
  Answers answers = with(example_b(), {{Leaf::arrangement_start, "2026-01-01"}});
  answers.set_actuals({{"2028H1", "12252.01"}, {"2027H1", "6126"}, {"2027H2", "6126.01"}, {"2028", "1"}});
  const TravelBudget budget{travel_plan(worked(answers), answers), {}, {}};
  const auto rows = spending_against_plan(budget, answers);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].half_year == half("2027H1"));
  CHECK(rows[0].warning == SpendingWarning::none);
  CHECK(rows[1].warning == SpendingWarning::above);
  CHECK(
      words_of(rows[1]).starts_with("April to September 2027: $6,126.01 was spent on travel to the agency worksite, "
                                    "above the planned $6,126.00."));
  CHECK(rows[2].warning == SpendingWarning::above_twice);
  CHECK(figures_of(words_of(rows[2])) == "October 2027 March 2028 $12,252.01 $6,126.00");

  const auto years = spending_by_year(rows);
  REQUIRE(years.size() == 2);
  CHECK(to_decimal(years[0].planned) == "12252.00");
  CHECK(to_decimal(years[0].spent) == "12252.01");
  CHECK_FALSE(years[0].half.has_value());
  CHECK(years[0].warning == SpendingWarning::above);
  // Half a fiscal year is held against half of the plan.
  CHECK(years[1].half == half("2028H1"));
  CHECK(to_decimal(years[1].planned) == "6126.00");
  CHECK(years[1].warning == SpendingWarning::above_twice);
}

TEST_CASE("¶13b: spending in a half that is begun is held against its days in force; without a plan against nothing") {
  Answers answers = with(example_b(), {{Leaf::arrangement_start, "2027-02-01"}});
  answers.set_actuals({{"2027H1", "4000"}, {"2026H2", "0.01"}});
  const auto held = [&] { return spending_against_plan({travel_plan(worked(answers), answers), {}, {}}, answers); };
  REQUIRE(held().size() == 2);
  CHECK(to_decimal(held()[0].planned) == "0.00");
  CHECK(held()[0].warning == SpendingWarning::above_twice);
  CHECK(to_decimal(held()[1].planned) == "1985.90");  // 6,126.00 × 59 ÷ 182
  CHECK(held()[1].warning == SpendingWarning::above_twice);
  answers.set(Leaf::travel_budget_trips, "");
  CHECK(held().empty());
}

TEST_CASE("¶13b: the largest answers that the form takes are budgeted by half-year to the cent, costs and savings") {
  for (const std::string_view largest : {"9999999999.99", "-9999999999.99"}) {
    CAPTURE(largest);
    Answers answers = with(example_b(), {{Leaf::locality_pay_requested_salary, "9999999999.99"},
                                         {Leaf::locality_pay_agency_salary, "0.01"},
                                         {Leaf::arrangement_start, "2027-01-15"},
                                         {Leaf::arrangement_end, "2027-08-16"},
                                         {Leaf::travel_budget_transport, largest},
                                         {Leaf::travel_budget_mie, largest},
                                         {Leaf::travel_budget_lodging, largest},
                                         {Leaf::travel_budget_extra, largest},
                                         {Leaf::travel_budget_nights, "365"},
                                         {Leaf::travel_budget_trips, "366"},
                                         {Leaf::travel_budget_trips_in_term, "366"}});
    answers.set_actuals({{"2027H1", "9999999999.99"}, {"2027H2", "9999999999.99"}});
    for (const std::string_view term : {"short", "long"}) {
      CAPTURE(term);
      answers.set(Leaf::arrangement_term, term);
      const Worksheet worksheet = worked(answers);
      const TravelPlan plan = travel_plan(worksheet, answers);
      REQUIRE(plan.amount.has_value());
      const Money h1 = *planned_in(plan, half("2027H1"));
      const Money h2 = *planned_in(plan, half("2027H2"));
      if (plan.is_of_a_term) CHECK(h1 + h2 == *plan.amount);
      if (!plan.is_of_a_term) CHECK(h2 == *plan.amount - Money::from_cents(plan.amount->cents() / 2));
      CHECK(spending_by_year(spending_against_plan({plan, {}, {}}, answers)).size() == 1);
      CHECK(what_if_trips(worksheet)[24].net_annual_change[0].has_value());
    }
  }
}

TEST_CASE("¶12: a half in which it is ended is planned by its days in force; a later one is $0.00") {
  TravelPlan plan = a_year(1'008'720, calendar_date(2025, 7, 14));
  plan.ended = calendar_date(2027, 1, 1);  // 92 of 182 days of the half
  CHECK(planned(plan, "2026H2") == "5043.60");
  CHECK(planned(plan, "2027H1") == "2549.51");
  CHECK(planned(plan, "2027H2") == "0.00");
  TravelPlan term = a_term(100'000, calendar_date(2026, 10, 1), calendar_date(2027, 1, 8));  // 100 days
  term.ended = calendar_date(2026, 10, 26);
  CHECK(planned(term, "2027H1") == "250.00");
  const Answers ended = answers_of({{Leaf::arrangement_term, "long"}, {Leaf::ending_effective, "2027-01-01"}});
  CHECK(travel_plan(Worksheet(), ended).ended == calendar_date(2027, 1, 1));
}

// Recounted day by day, with nothing of the code in it: a half's share by long division, half a cent away from zero.
TEST_CASE("¶13b: 10^5 random arrangements against an independent recount of their days") {
  std::mt19937 random(27);
  const auto by_days = [](std::int64_t cents, std::int64_t days, std::int64_t all) {
    const std::int64_t size = cents < 0 ? -cents : cents;
    const std::int64_t rounded = (2 * size * days + all) / (2 * all);
    return cents < 0 ? -rounded : rounded;
  };
  for (int round = 0; round < 100'000; ++round) {
    const std::int64_t cents = static_cast<std::int64_t>(random() % 10'000'000) - 1'000'000;
    const Date first = random_date(random, 2024, 4);
    const bool is_term = random() % 3 == 0;
    TravelPlan plan{Money::from_cents(cents), is_term, first, {}};
    if (is_term || random() % 2 == 0) plan.last = first + Days(static_cast<std::int32_t>(91 + random() % 700));
    if (random() % 4 == 0) plan.ended = first + Days(static_cast<std::int32_t>(random() % 500));
    const HalfYear half = HalfYear::of(random_date(random, 2024, 5));
    std::int64_t in_half = 0;
    std::int64_t in_force = 0;
    std::int64_t before = 0;  // of a term: its days in force before the half
    const auto counts = [&](Date day) {
      return day >= first && !(plan.last && day > *plan.last) && !(plan.ended && day >= *plan.ended);
    };
    for (Date day = half.first(); day <= half.last(); day = day + Days(1)) {
      ++in_half;
      in_force += counts(day) ? 1 : 0;
    }
    std::int64_t expected = 0;
    if (is_term) {
      for (Date day = first; day < half.first(); day = day + Days(1)) before += counts(day) ? 1 : 0;
      const std::int64_t all = (*plan.last - first).count() + 1;
      expected = by_days(cents, before + in_force, all) - by_days(cents, before, all);
    } else {
      const std::int64_t cut = cents / 2;
      expected = by_days(half.is_second() ? cents - cut : cut, in_force, in_half);
    }
    REQUIRE(planned_in(plan, half) == Money::from_cents(expected));
  }
}
