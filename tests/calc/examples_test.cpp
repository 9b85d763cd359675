// The worked examples A and B, line by line.
#include <doctest/doctest.h>

#include "base/text.h"
#include "calc/calc_examples.h"

using namespace ftt;
using namespace ftt::test;

TEST_CASE("example A: Part D from the 2025 tables") {
  const Worksheet sheet = worked(example_a());
  CHECK(value(sheet, Line::locality_pay_requested_salary) == "100440.00");
  CHECK(value(sheet, Line::locality_pay_agency_salary) == "114923.00");
  CHECK(value(sheet, Line::locality_pay_difference) == "-14483.00");
  const WorksheetLine& salary = *sheet.find(Line::locality_pay_agency_salary);
  CHECK(salary.origin == Origin::table);
  REQUIRE(salary.inputs.size() == 5);
  CHECK(salary.inputs[2].id == "rates.base_pay");
  CHECK(to_decimal(salary.inputs[2].value) == "85802.00");
  CHECK(to_decimal(salary.inputs[3].value) == "33.94");
  CHECK(to_decimal(sheet.find(Line::locality_pay_requested_salary)->inputs[3].value) == "17.06");
  REQUIRE(salary.rates.size() == 2);
  CHECK(salary.rates[0].year == 2025);
  CHECK(salary.rates[1].entry.substr(0, 10) == "Washington");
  CHECK(sheet.pay_year == 2025);
}

TEST_CASE("example A: line 9 of Part E in all four readings") {
  const Worksheet sheet = worked(example_a());
  CHECK(value(sheet, Line::travel_budget_trip_cost_as_worded) == "2521.80");
  CHECK(value(sheet, Line::travel_budget_trip_cost_per_night) == "1576.60");
  CHECK(value(sheet, Line::travel_budget_trip_cost_per_diem) == "1622.60");
  CHECK(value(sheet, Line::travel_budget_trip_cost_extras_only) == "960.60");
  CHECK(value(sheet, Line::travel_budget_trip_cost) == "2521.80");
  CHECK(sheet.find(Line::travel_budget_trip_cost)->reading == "as_worded");
  CHECK(value(sheet, Line::travel_budget_annual) == "10087.20");
}

TEST_CASE("example A: Parts F and G, and a justification for G1 alone") {
  const Worksheet sheet = worked(example_a());
  CHECK(value(sheet, Line::additional_total) == "-3900.00");
  CHECK(value(sheet, Line::cost_benefit_overall) == "6187.20");
  CHECK(value(sheet, Line::cost_benefit_net_annual_change) == "-8295.80");
  CHECK(value(sheet, Line::cost_benefit_percent) == "-7.22");
  CHECK(value(sheet, Line::cost_benefit_percent_net_change) == "-7.22");
  CHECK(value(sheet, Line::cost_benefit_percent_overall) == "5.38");
  CHECK(sheet.justification == Justification::overall);
  CHECK(sheet.verdict == Verdict::saves);
  CHECK(to_display(sheet.value(Line::cost_benefit_net_annual_change)) == "−$8,295.80");
}

TEST_CASE("example A: the other divisor of line 2 by the settings") {
  const Worksheet sheet = worked(example_a(), {.percent_reading = PercentReading::overall});
  CHECK(value(sheet, Line::cost_benefit_percent) == "5.38");
  CHECK(sheet.find(Line::cost_benefit_percent)->reading == "overall");
  CHECK(sheet.find(Line::cost_benefit_percent)->formula == "G1 ÷ D4");
}

TEST_CASE(
    "line 2 of Part G: a configuration names its reading, and another name is refused with those that there are") {
  for (const PercentReading reading : {PercentReading::net_change, PercentReading::overall}) {
    CHECK(parse_percent_reading(name_of(reading)).value() == reading);
  }
  for (const std::string_view name : {"", "Overall", "G1 / D4"}) {
    const Result<PercentReading> refused = parse_percent_reading(name);
    REQUIRE(!refused);
    CHECK(refused.error().code == ErrorCode::unknown_choice);
    CHECK(refused.error().message ==
          concat(in_quotes(name), " is not a reading of Part G, line 2; write net_change or overall."));
  }
}

TEST_CASE("example B: typed salaries, four readings, from line 9 to the percentage") {
  struct Expected {
    const char* method;
    const char* trip_cost;
    const char* annual;
    const char* overall;
    const char* net;
    const char* percent;
  };
  constexpr Expected expected[] = {{"as_worded", "3063.00", "12252.00", "8652.00", "-14166.00", "-10.05"},
                                   {"per_night", "1693.00", "6772.00", "3172.00", "-19646.00", "-13.93"},
                                   {"per_diem", "1732.50", "6930.00", "3330.00", "-19488.00", "-13.82"},
                                   {"extras_only", "1111.00", "4444.00", "844.00", "-21974.00", "-15.58"}};
  for (const Expected& row : expected) {
    CAPTURE(row.method);
    const Worksheet sheet = worked(with(example_b(), {{Leaf::travel_budget_trip_cost_method, row.method}}));
    CHECK(value(sheet, Line::travel_budget_trip_cost) == row.trip_cost);
    CHECK(value(sheet, Line::travel_budget_annual) == row.annual);
    CHECK(value(sheet, Line::cost_benefit_overall) == row.overall);
    CHECK(value(sheet, Line::cost_benefit_net_annual_change) == row.net);
    CHECK(value(sheet, Line::cost_benefit_percent) == row.percent);
    CHECK(sheet.find(Line::locality_pay_requested_salary)->origin == Origin::entered);
    CHECK(sheet.find(Line::locality_pay_requested_salary)->said == "special rate table 0999, 2026");
    CHECK(sheet.pay_year == 0);
  }
}

TEST_CASE("example B: the ledger holds all readings at once, with their differences") {
  const Worksheet sheet = worked(example_b());
  CHECK(sheet.readings_differ);
  CHECK(sheet.readings[0].in_use);
  CHECK(to_decimal(*sheet.readings[1].net_annual_change) == "-19646.00");
  CHECK(to_decimal(*sheet.readings[1].trip_cost_difference) == "-1370.00");
  CHECK(to_decimal(*sheet.readings[1].annual_difference) == "-5480.00");
  CHECK(to_decimal(*sheet.readings[3].percent) == "-15.58");
  CHECK_FALSE(sheet.readings[3].flips_verdict);
}
