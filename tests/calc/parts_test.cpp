// Parts D to H line by line at their boundaries: tables, rounding, break-even, terms, relocation.
#include <doctest/doctest.h>

#include "calc/calc_examples.h"
#include "figures.h"

using namespace ftt;
using namespace ftt::test;

TEST_CASE("App. A, Part D: the newest pay table in effect is used unless another is picked") {
  const Worksheet newest = worked(with(example_a(), {{Leaf::locality_pay_year, ""}}));
  CHECK(newest.pay_year == 2026);
  CHECK(newest.find(Line::locality_pay_requested_salary)->rates[0].year == 2026);
  CHECK(newest.find(Line::locality_pay_agency_salary)->rates[0].year == 2026);
  const Worksheet missing_table = worked(with(example_a(), {{Leaf::locality_pay_year, "2031"}}));
  CHECK_FALSE(missing_table.value(Line::locality_pay_agency_salary).has_value());
  CHECK_FALSE(missing_table.find(Line::locality_pay_agency_salary)->said.empty());
}

TEST_CASE("App. A, Part D: a year without a pay table says so, before an area is asked for") {
  for (const char* year : {"2017", "2099"}) {
    CAPTURE(year);
    const Worksheet sheet = worked(with(example_a(), {{Leaf::locality_pay_year, year}}));
    CHECK(needs(sheet, Line::locality_pay_agency_salary, Leaf::locality_pay_year));
    CHECK_FALSE(needs(sheet, Line::locality_pay_agency_salary, Leaf::locality_pay_agency_area));
    CHECK(figures_of(sheet.find(Line::locality_pay_agency_salary)->said) == concat(year, " 2018 2026"));
  }
}

TEST_CASE("5 CFR 531.603: an area can be picked; before 2024 it has to be, and the line says why") {
  const Answers early = with(example_a(), {{Leaf::locality_pay_year, "2020"}});
  const Worksheet sheet = worked(early);
  CHECK(needs(sheet, Line::locality_pay_agency_salary, Leaf::locality_pay_agency_area));
  CHECK(sheet.find(Line::locality_pay_agency_salary)->said ==
        "which counties make up a pay area is known for 2024 and later only; for 2020 pick the area from the list");
  const Worksheet picked =
      worked(with(early, {{Leaf::locality_pay_agency_area, "DCB"}, {Leaf::locality_pay_requested_area, "RUS"}}));
  CHECK(picked.value(Line::locality_pay_difference).has_value());
  const Worksheet wrong = worked(with(example_a(), {{Leaf::locality_pay_agency_area, "XYZ"}}));
  CHECK(needs(wrong, Line::locality_pay_agency_salary, Leaf::locality_pay_agency_area));
}

TEST_CASE("5 CFR 531.606: a salary above level IV of the Executive Schedule is capped, and says so") {
  const Worksheet sheet =
      worked(with(example_a(),
                  {{Leaf::position_grade, "15"}, {Leaf::position_step, "10"}, {Leaf::locality_pay_agency_area, "SF"}}));
  const WorksheetLine& salary = *sheet.find(Line::locality_pay_agency_salary);
  REQUIRE(salary.value.has_value());
  CHECK(salary.value == salary.inputs[4].value);
  CHECK_FALSE(salary.note.empty());
}

TEST_CASE("App. A, Part E, lines 5 and 6: from the table for the dearest month or the month picked, else entered") {
  const Answers blank = with(example_a(), {{Leaf::travel_budget_mie, ""}, {Leaf::travel_budget_lodging, ""}});
  const Worksheet dearest = worked(blank);
  const WorksheetLine& lodging = *dearest.find(Line::travel_budget_lodging);
  CHECK(lodging.origin == Origin::table);
  REQUIRE(lodging.rates.size() == 1);
  CHECK(lodging.rates[0].year == 2027);  // the day lies in November 2026
  CHECK(lodging.rates[0].entry == "District of Columbia");
  CHECK(lodging.note == "The rate of the most expensive month of the year; pick a month to use its rate.");
  CHECK(dearest.per_diem_fiscal_year == 2027);
  for (int month = 1; month <= 12; ++month) {
    const std::string text = std::to_string(month);
    const Worksheet picked = worked(with(blank, {{Leaf::travel_budget_per_diem_month, text}}));
    REQUIRE(picked.value(Line::travel_budget_lodging).has_value());
    CHECK(picked.value(Line::travel_budget_lodging).money() <= lodging.value.money());
  }
  const Worksheet start = worked(with(blank, {{Leaf::arrangement_start, "2026-09-30"}}));
  CHECK(start.per_diem_fiscal_year == 2026);
  CHECK(worked(example_a()).find(Line::travel_budget_mie)->origin == Origin::entered);
  CHECK(worked(example_a()).per_diem_fiscal_year == 0);
}

TEST_CASE("App. A, Part E, lines 5 and 6: the month picked is the first such month once trips begin") {
  // Boston: $209 in November 2025, $213 in November 2026.
  const Answers boston = answers_of({{Leaf::position_agency_worksite_city, "Boston"},
                                     {Leaf::position_agency_worksite_county, "Suffolk"},
                                     {Leaf::position_agency_worksite_state, "MA"},
                                     {Leaf::travel_budget_per_diem_month, "11"}});
  const auto found = [&](std::string_view start, std::string_view month) {
    return worked(with(boston, {{Leaf::arrangement_start, start}, {Leaf::travel_budget_per_diem_month, month}}));
  };
  CHECK(value(found("2026-05-01", "11"), Line::travel_budget_lodging) == "213.00");
  CHECK(found("2026-05-01", "11").per_diem_fiscal_year == 2027);
  CHECK(value(found("2025-11-30", "11"), Line::travel_budget_lodging) == "209.00");
  CHECK(found("2026-05-01", "5").per_diem_fiscal_year == 2026);
  CHECK(found("2026-05-31", "5").per_diem_fiscal_year == 2026);
  CHECK(found("2026-05-01", "9").per_diem_fiscal_year == 2026);
  CHECK(found("2026-05-01", "10").per_diem_fiscal_year == 2027);
  CHECK(found("2026-05-01", "4").per_diem_fiscal_year == 2027);
  CHECK(found("2025-12-31", "1").per_diem_fiscal_year == 2026);
  // A review plans from its own day on.
  const Answers review = with(boston, {{Leaf::arrangement_start, "2024-01-01"},
                                       {Leaf::arrangement_type, "annual_review"},
                                       {Leaf::travel_budget_per_diem_month, "12"}});
  CHECK(worked(review).per_diem_fiscal_year == 2027);
}

TEST_CASE("App. A, Part D, lines 3 and 4: a salary of the ordinary table says that it is one, full time") {
  constexpr std::string_view of_the_table =
      "This is the regular General Schedule table, full time. For a special rate, a law enforcement rate or part-time "
      "pay, type both salaries.";
  constexpr std::string_view of_the_cap =
      "The rate for level IV of the Executive Schedule is the highest pay. This is the regular General Schedule "
      "table, full time. For a special rate or part-time pay, type both salaries.";

  for (const Line id : {Line::locality_pay_requested_salary, Line::locality_pay_agency_salary}) {
    CHECK(worked(example_a()).find(id)->note == of_the_table);
    const Answers at_the_top = with(example_a(), {{Leaf::position_grade, "15"}, {Leaf::position_step, "10"}});
    CHECK(worked(at_the_top).find(id)->note == (id == Line::locality_pay_agency_salary ? of_the_cap : of_the_table));
    CHECK(worked(example_b()).find(id)->note.empty());
  }
}

TEST_CASE("App. A, Part E, lines 5 and 6: a table past its time says so") {
  const Worksheet sheet = worked(with(
      example_a(),
      {{Leaf::travel_budget_mie, ""}, {Leaf::travel_budget_lodging, ""}, {Leaf::arrangement_start, "2027-10-01"}}));
  CHECK(sheet.value(Line::travel_budget_lodging).has_value());
  CHECK(figures_of(sheet.find(Line::travel_budget_lodging)->said) == "September 30 2027 FY2027");
}

TEST_CASE("41 CFR 301-11.101: M&IE below, at and above one night") {
  const auto trip = [](std::string_view nights) {
    return value(worked(with(example_b(), {{Leaf::travel_budget_transport, "0"},
                                           {Leaf::travel_budget_extra, "0"},
                                           {Leaf::travel_budget_lodging, "0"},
                                           {Leaf::travel_budget_mie, "100"},
                                           {Leaf::travel_budget_nights, nights}})),
                 Line::travel_budget_trip_cost_per_diem);
  };
  CHECK(trip("0") == "75.00");
  CHECK(trip("0.5") == "112.50");
  CHECK(trip("0.99") == "149.25");
  CHECK(trip("1") == "150.00");
  CHECK(trip("2.5") == "300.00");
}

TEST_CASE("App. A, Part E, line 9: rounded once, to the cent, half away from zero") {
  const auto trip = [](std::string_view transport, std::string_view nights) {
    return value(worked(with(example_b(), {{Leaf::travel_budget_transport, transport},
                                           {Leaf::travel_budget_extra, "0"},
                                           {Leaf::travel_budget_lodging, "0"},
                                           {Leaf::travel_budget_mie, "0"},
                                           {Leaf::travel_budget_nights, nights}})),
                 Line::travel_budget_trip_cost_as_worded);
  };
  CHECK(trip("0.01", "0.5") == "0.01");
  CHECK(trip("0.01", "0.49") == "0.00");
  CHECK(trip("-0.01", "0.5") == "-0.01");
  CHECK(trip("0.03", "0.5") == "0.02");
}

TEST_CASE("App. A, Part F: savings are subtracted, other lines carry their direction, empty means none") {
  const Worksheet sheet = worked(answers_of({{Leaf::additional_transit_savings, "3,900"},
                                             {Leaf::additional_travel_savings, "100.50"},
                                             {Leaf::additional_space_savings, "0"},
                                             {Leaf::additional_other1_label, "Internet"},
                                             {Leaf::additional_other1_direction, "cost"},
                                             {Leaf::additional_other1_amount, "600"},
                                             {Leaf::additional_other2_label, "Parking"},
                                             {Leaf::additional_other2_direction, "saving"},
                                             {Leaf::additional_other2_amount, "250"}}));
  CHECK(value(sheet, Line::additional_total) == "-3650.50");
  CHECK(to_decimal(sheet.find(Line::additional_total)->inputs[4].value) == "-250.00");
}

TEST_CASE("¶8e(1): which figure asks for a justification") {
  const auto justification = [](std::string_view requested, std::string_view saving) {
    return worked(with(example_b(),
                       {{Leaf::locality_pay_requested_salary, requested}, {Leaf::additional_transit_savings, saving}}))
        .justification;
  };
  // E11 is 12,252.
  CHECK(justification("118204", "12252") == Justification::not_required);
  CHECK(justification("118204", "12251.99") == Justification::overall);
  CHECK(justification("141022", "12252") == Justification::not_required);
  CHECK(justification("141022.01", "12252") == Justification::net_change);
  CHECK(justification("141022", "12251.99") == Justification::net_change_and_overall);
}

TEST_CASE("a reading that turns a saving into a cost is marked") {
  const Worksheet sheet = worked(with(example_b(), {{Leaf::locality_pay_requested_salary, "134000"}}));
  // D5 is −7,022; as worded +1,630, the others are savings.
  CHECK(sheet.verdict == Verdict::costs);
  CHECK_FALSE(sheet.readings[0].flips_verdict);
  CHECK(sheet.readings[1].flips_verdict);
  CHECK(sheet.readings[2].flips_verdict);
  CHECK(sheet.readings[3].flips_verdict);
}

TEST_CASE("break-even: the largest number of trips, none, any") {
  const Worksheet sheet = worked(example_b());
  // −22,818 − 3,600 = −26,418, by 3,063 a trip.
  CHECK(sheet.break_even == BreakEven{BreakEven::State::trips, Count(8)});
  CHECK(value(sheet, Line::break_even_trips) == "8");
  CHECK(sheet.readings[1].break_even.trips == Count(15));
  const Worksheet exact = worked(with(example_b(), {{Leaf::locality_pay_requested_salary, "120118"},
                                                    {Leaf::additional_transit_savings, ""},
                                                    {Leaf::locality_pay_agency_salary, "123181"}}));
  CHECK(value(exact, Line::break_even_trips) == "1");
  CHECK(exact.verdict == Verdict::costs);
  const Worksheet none = worked(with(example_b(), {{Leaf::locality_pay_requested_salary, "150000"}}));
  CHECK(value(none, Line::break_even_trips) == "none");
  CHECK(none.find(Line::break_even_trips)->needs.empty());
  const Worksheet any = worked(with(example_b(), {{Leaf::travel_budget_transport, "0"},
                                                  {Leaf::travel_budget_mie, "0"},
                                                  {Leaf::travel_budget_lodging, "0"},
                                                  {Leaf::travel_budget_extra, "0"}}));
  CHECK(value(any, Line::break_even_trips) == "any");
  const Worksheet zero = worked(
      with(example_b(), {{Leaf::locality_pay_requested_salary, "141022"}, {Leaf::additional_transit_savings, ""}}));
  CHECK(value(zero, Line::break_even_trips) == "0");
}

TEST_CASE(
    "break-even: where each trip saves money and it costs more without any, there is a least number, no largest") {
  // 50,000 without trips; (−2,000 + 92 + 276 + 60) × 3 = −4,716 a trip: 10 trips still cost, 11 do not.
  const Answers answers = with(example_b(), {{Leaf::locality_pay_requested_salary, "141022"},
                                             {Leaf::additional_transit_savings, ""},
                                             {Leaf::additional_other1_label, "x"},
                                             {Leaf::additional_other1_direction, "cost"},
                                             {Leaf::additional_other1_amount, "50000"},
                                             {Leaf::travel_budget_transport, "-2000"},
                                             {Leaf::travel_budget_mie, "92"},
                                             {Leaf::travel_budget_lodging, "276"},
                                             {Leaf::travel_budget_extra, "60"}});
  const Worksheet sheet = worked(answers);
  CHECK(value(sheet, Line::cost_benefit_net_annual_change) == "31136.00");
  CHECK(sheet.break_even == BreakEven{BreakEven::State::at_least, Count(11)});
  CHECK(value(sheet, Line::break_even_trips) == "none");
  CHECK(figures_of(sheet.find(Line::break_even_trips)->said) == "11");
  CHECK(worked(with(answers, {{Leaf::travel_budget_trips, "10"}})).verdict == Verdict::costs);
  CHECK(worked(with(answers, {{Leaf::travel_budget_trips, "11"}})).verdict == Verdict::saves);
  // 47,160 ÷ 4,716 is 10 to the cent.
  const Worksheet exact = worked(with(answers, {{Leaf::additional_other1_amount, "47160"}}));
  CHECK(exact.break_even == BreakEven{BreakEven::State::at_least, Count(10)});
  // A trip that costs nothing changes nothing.
  CHECK(worked(with(answers, {{Leaf::travel_budget_transport, "-428"}})).break_even.state == BreakEven::State::none);
  CHECK(worked(with(answers, {{Leaf::additional_other1_amount, "0"}})).break_even.state == BreakEven::State::any);
}

TEST_CASE("App. A, Part A, item 3: the figures for the term stand beside the annual ones") {
  const Answers answers = with(example_b(), {{Leaf::arrangement_term, "short"},
                                             {Leaf::arrangement_start, "2027-01-01"},
                                             {Leaf::arrangement_end, "2027-05-26"},
                                             {Leaf::travel_budget_trips_in_term, "2"}});
  const Worksheet sheet = worked(answers);
  CHECK(value(sheet, Line::term_days) == "146");
  CHECK(value(sheet, Line::term_locality_pay_difference) == "-9127.20");
  CHECK(value(sheet, Line::term_additional) == "-1440.00");
  CHECK(value(sheet, Line::term_travel) == "6126.00");
  CHECK(value(sheet, Line::term_net_change) == "-4441.20");
  CHECK(value(sheet, Line::cost_benefit_net_annual_change) == "-14166.00");
  const Worksheet without = worked(with(answers, {{Leaf::travel_budget_trips_in_term, ""}}));
  CHECK(value(without, Line::term_locality_pay_difference) == "-9127.20");
  CHECK(needs(without, Line::term_travel, Leaf::travel_budget_trips_in_term));
  CHECK(needs(worked(with(answers, {{Leaf::arrangement_end, "2026-12-31"}})), Line::term_days, Leaf::arrangement_end));
  CHECK(worked(with(answers, {{Leaf::arrangement_term, "long"}})).find(Line::term_days) == nullptr);
}

TEST_CASE("¶8e(1): a short-term arrangement that costs more in its own term asks for a justification too") {
  const Answers answers = with(example_b(), {{Leaf::arrangement_term, "short"},
                                             {Leaf::arrangement_start, "2027-01-01"},
                                             {Leaf::arrangement_end, "2027-05-26"},
                                             {Leaf::additional_transit_savings, "13000"},
                                             {Leaf::travel_budget_trips_in_term, "4"}});
  const auto justification = [&](Texts changes) { return worked(with(answers, changes)).justification; };
  // In a year −22,818 + 12,252 − 13,000; in the term −9,127.20 + 3,063 a trip − 5,200.
  CHECK(justification({}) == Justification::not_required);
  CHECK(justification({{Leaf::travel_budget_trips_in_term, "5"}}) == Justification::term);
  CHECK(is_required(Justification::term));
  // What is not known decides nothing …
  CHECK(justification({{Leaf::travel_budget_trips_in_term, ""}}) == Justification::unknown);
  CHECK(justification({{Leaf::arrangement_end, ""}}) == Justification::unknown);
  // … unless a figure of the year asks for it anyway; and a long-term one has no term.
  CHECK(justification({{Leaf::travel_budget_trips_in_term, ""}, {Leaf::additional_transit_savings, ""}}) ==
        Justification::overall);
  CHECK(justification({{Leaf::arrangement_term, "long"}}) == Justification::not_required);
}

TEST_CASE("¶11b: ending it against one, two and five years of going on") {
  const Worksheet costly = worked(
      with(example_b(), {{Leaf::locality_pay_requested_salary, "141022"}, {Leaf::relocation_estimate, "20,000"}}));
  CHECK(value(costly, Line::cost_benefit_net_annual_change) == "8652.00");
  CHECK(value(costly, Line::relocation_one_year) == "11348.00");
  CHECK(value(costly, Line::relocation_two_years) == "2696.00");
  CHECK(value(costly, Line::relocation_five_years) == "-23260.00");
  CHECK(costly.find(Line::relocation_five_years)->note == "Ending it costs less than continuing.");
  CHECK(needs(worked(example_b()), Line::relocation_one_year, Leaf::relocation_estimate));
}

TEST_CASE("what if: 0 to 24 trips under each reading, as if so many were answered") {
  const Answers answers = example_b();
  const Worksheet sheet = worked(answers);
  const auto rows = what_if_trips(sheet);
  CHECK(rows[0].trips == Count(0));
  CHECK(to_decimal(*rows[0].net_annual_change[0]) == "-26418.00");
  CHECK(rows[4].net_annual_change[0] == sheet.net_annual_change);
  CHECK(rows[4].net_annual_change[3] == sheet.readings[3].net_annual_change);
  CHECK(rows[24].trips == Count(24));
  const Worksheet other =
      worked(with(answers, {{Leaf::travel_budget_trips, "6"}, {Leaf::travel_budget_trip_cost_method, "per_night"}}));
  CHECK(other.net_annual_change == rows[6].net_annual_change[1]);
}

TEST_CASE("every line carries a formula where it is worked out") {
  const Worksheet sheet = worked(with(example_a(), {{Leaf::arrangement_term, "short"}}));
  for (const WorksheetLine& line : sheet.lines) {
    CAPTURE(info(line.id).id);
    CHECK((line.origin == Origin::entered || !line.formula.empty() || !line.rates.empty()));
  }
}
