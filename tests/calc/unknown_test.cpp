// Unknown stays unknown: what a line needs is named, and nothing becomes 0 that was not answered.
#include <doctest/doctest.h>

#include "calc/calc_examples.h"
#include "form/estimate.h"

using namespace ftt;
using namespace ftt::test;

TEST_CASE("nothing answered: no figure but the total of Part F, and every other line has needs") {
  const Worksheet sheet = worked(Answers());
  for (const WorksheetLine& line : sheet.lines) {
    CAPTURE(info(line.id).id);
    if (line.id == Line::additional_total) {
      CHECK(to_decimal(line.value) == "0.00");
    } else {
      CHECK_FALSE(line.value.has_value());
      CHECK_FALSE(line.needs.empty());
    }
  }
  CHECK(sheet.verdict == Verdict::unknown);
  CHECK(sheet.justification == Justification::unknown);
  CHECK(sheet.break_even.state == BreakEven::State::unknown);
  CHECK(sheet.find(Line::term_days) == nullptr);
}

TEST_CASE("each figure of Part E that is missing is named by lines 9 and 11 and by Part G") {
  for (const Leaf leaf : {Leaf::travel_budget_transport, Leaf::travel_budget_extra, Leaf::travel_budget_nights}) {
    CAPTURE(info(leaf).id);
    const Worksheet sheet = worked(with(example_b(), {{leaf, ""}}));
    for (const Line id :
         {Line::travel_budget_trip_cost, Line::travel_budget_trip_cost_per_diem, Line::travel_budget_annual,
          Line::cost_benefit_overall, Line::cost_benefit_net_annual_change, Line::cost_benefit_percent}) {
      CAPTURE(info(id).id);
      CHECK(needs(sheet, id, leaf));
    }
  }
  const Worksheet sheet = worked(with(example_b(), {{Leaf::travel_budget_trips, ""}}));
  CHECK(value(sheet, Line::travel_budget_trip_cost) == "3063.00");
  CHECK(needs(sheet, Line::travel_budget_annual, Leaf::travel_budget_trips));
}

TEST_CASE("what is typed and cannot be read is unknown, also where the table or none would do") {
  for (const Leaf leaf : {Leaf::travel_budget_transport, Leaf::travel_budget_mie, Leaf::travel_budget_lodging,
                          Leaf::additional_transit_savings}) {
    CAPTURE(info(leaf).id);
    const Worksheet sheet = worked(with(example_a(), {{leaf, "12..3"}}));
    CHECK(needs(sheet, Line::cost_benefit_overall, leaf));
  }
  const Worksheet no_method = worked(with(example_a(), {{Leaf::travel_budget_trip_cost_method, "cheap"}}));
  CHECK(needs(no_method, Line::travel_budget_trip_cost, Leaf::travel_budget_trip_cost_method));
  for (const ReadingRow& row : no_method.readings) CHECK_FALSE(row.in_use);
  const Worksheet no_date =
      worked(with(example_a(), {{Leaf::arrangement_start, "Feb 30, 2027"}, {Leaf::travel_budget_lodging, ""}}));
  CHECK(needs(no_date, Line::travel_budget_lodging, Leaf::arrangement_start));
}

TEST_CASE("App. A, Part D: what a salary needs") {
  CHECK(needs(worked(with(example_a(), {{Leaf::position_grade, ""}})), Line::locality_pay_agency_salary,
              Leaf::position_grade));
  CHECK(needs(worked(with(example_a(), {{Leaf::position_grade, "16"}})), Line::locality_pay_agency_salary,
              Leaf::position_grade));
  CHECK(needs(worked(with(example_a(), {{Leaf::position_pay_plan, ""}})), Line::locality_pay_agency_salary,
              Leaf::position_pay_plan));
  const Worksheet no_county = worked(with(example_a(), {{Leaf::employee_requested_worksite_county, ""}}));
  CHECK(needs(no_county, Line::locality_pay_requested_salary, Leaf::employee_requested_worksite_county));
  CHECK(needs(no_county, Line::cost_benefit_net_annual_change, Leaf::employee_requested_worksite_county));
  CHECK(value(no_county, Line::locality_pay_agency_salary) == "114923.00");
  CHECK(value(no_county, Line::cost_benefit_percent_overall) == "5.38");
}

TEST_CASE("App. A, Part D: with one salary typed the other has to be typed too") {
  const Worksheet sheet = worked(with(example_a(), {{Leaf::locality_pay_requested_salary, "100000"}}));
  CHECK(value(sheet, Line::locality_pay_requested_salary) == "100000.00");
  CHECK(needs(sheet, Line::locality_pay_agency_salary, Leaf::locality_pay_agency_salary));
  CHECK(needs(sheet, Line::cost_benefit_percent, Leaf::locality_pay_agency_salary));
  const Worksheet executive = worked(with(example_a(), {{Leaf::position_pay_plan, "ES"}}));
  CHECK(needs(executive, Line::locality_pay_requested_salary, Leaf::locality_pay_requested_salary));
}

TEST_CASE("App. A, Part F: a line without a direction is neither a cost nor a saving") {
  const Worksheet sheet = worked(with(example_b(), {{Leaf::additional_other1_amount, "100"}}));
  CHECK(needs(sheet, Line::additional_total, Leaf::additional_other1_direction));
  CHECK(needs(sheet, Line::cost_benefit_overall, Leaf::additional_other1_direction));
}

TEST_CASE("App. A, Part F: a line that is begun without an amount is unknown, and never decides as $0.00") {
  // Without it a saving in every figure.
  const Answers saving = with(example_b(), {{Leaf::travel_budget_trips, "0"}});
  CHECK(worked(saving).justification == Justification::not_required);
  for (const OtherLine& other : other_lines) {
    for (const Texts& begun : {Texts{{other.label, "Relocation of the lab"}}, Texts{{other.direction, "cost"}},
                               Texts{{other.label, "Relocation of the lab"}, {other.direction, "cost"}}}) {
      const Worksheet sheet = worked(with(saving, begun));
      CHECK(needs(sheet, Line::additional_total, other.amount));
      CHECK(needs(sheet, Line::cost_benefit_net_annual_change, other.amount));
      CHECK(sheet.justification == Justification::unknown);
      CHECK(sheet.break_even.state == BreakEven::State::unknown);
    }
  }
}

TEST_CASE("App. A, Part F: what a file holds and nobody can read is unknown on each of its lines") {
  const Answers saving = with(example_b(), {{Leaf::travel_budget_trips, "0"}});
  for (const Leaf leaf :
       {Leaf::additional_transit_savings, Leaf::additional_travel_savings, Leaf::additional_space_savings,
        Leaf::additional_other1_amount, Leaf::additional_other2_amount}) {
    CAPTURE(info(leaf).id);
    Answers answers = saving;
    answers.mark_unread(leaf);
    CHECK(answers.is_empty(leaf));
    CHECK(needs(worked(answers), Line::additional_total, leaf));
    CHECK(worked(answers).justification == Justification::unknown);
    answers.set(leaf, "");
    CHECK_FALSE(answers.is_unread(leaf));
    CHECK(worked(answers).value(Line::additional_total).has_value());
  }
}

TEST_CASE("¶8e(1): G1 above 0 asks for a justification even while the salaries are unknown") {
  const Worksheet sheet =
      worked(with(example_b(), {{Leaf::locality_pay_requested_salary, ""}, {Leaf::locality_pay_agency_salary, ""}}));
  CHECK_FALSE(sheet.net_annual_change.has_value());
  CHECK(sheet.justification == Justification::overall);
}

TEST_CASE("what is assumed counts like an answer and says where it is from; without it the figure is unknown") {
  Answers six = with(example_a(), {{Leaf::travel_budget_extra, ""}, {Leaf::position_pay_plan, ""}});
  CHECK(needs(worked(six), Line::travel_budget_trip_cost, Leaf::travel_budget_extra));
  CHECK(needs(worked(six), Line::locality_pay_difference, Leaf::position_pay_plan));
  assume_what_is_open(six);
  const Worksheet estimate = worked(six);
  CHECK(value(estimate, Line::travel_budget_trip_cost) == "2341.80");
  CHECK(value(estimate, Line::locality_pay_difference) == "-14483.00");
  const WorksheetLine& line = *estimate.find(Line::travel_budget_trip_cost);
  CHECK(line.inputs[3].id == "travel_budget.extra");
  CHECK(line.inputs[3].origin == Origin::assumed);
  const Worksheet bad = worked(with(six, {{Leaf::travel_budget_extra, "some"}}));
  CHECK(needs(bad, Line::travel_budget_trip_cost, Leaf::travel_budget_extra));
}

TEST_CASE("App. A, Part E, line 9: with 0 nights the form's wording gives no figure until a reading is chosen") {
  const Answers day_trip = with(example_b(), {{Leaf::travel_budget_nights, "0"}});
  const Worksheet sheet = worked(day_trip);
  CHECK(sheet.method_must_be_chosen);
  CHECK(needs(sheet, Line::travel_budget_trip_cost, Leaf::travel_budget_trip_cost_method));
  CHECK(needs(sheet, Line::travel_budget_trip_cost_as_worded, Leaf::travel_budget_trip_cost_method));
  CHECK(needs(sheet, Line::cost_benefit_net_annual_change, Leaf::travel_budget_trip_cost_method));
  CHECK(value(sheet, Line::travel_budget_trip_cost_per_night) == "685.00");
  CHECK(value(sheet, Line::travel_budget_trip_cost_per_diem) == "744.25");
  CHECK(value(sheet, Line::travel_budget_trip_cost_extras_only) == "976.00");
  CHECK_FALSE(sheet.readings[0].in_use);
  const Worksheet chosen = worked(with(day_trip, {{Leaf::travel_budget_trip_cost_method, "per_diem"}}));
  CHECK(value(chosen, Line::travel_budget_trip_cost) == "744.25");
  CHECK_FALSE(chosen.find(Line::travel_budget_trip_cost_as_worded)->note.empty());
}

TEST_CASE("a percentage beyond all measure is not shown and does not stop anything") {
  const Worksheet sheet = worked(with(example_b(), {{Leaf::locality_pay_agency_salary, "0.01"},
                                                    {Leaf::travel_budget_transport, "9999999999.99"},
                                                    {Leaf::travel_budget_mie, "9999999999.99"},
                                                    {Leaf::travel_budget_lodging, "9999999999.99"},
                                                    {Leaf::travel_budget_extra, "9999999999.99"},
                                                    {Leaf::travel_budget_nights, "365"},
                                                    {Leaf::travel_budget_trips, "366"},
                                                    {Leaf::relocation_estimate, "9999999999.99"}}));
  CHECK(sheet.value(Line::cost_benefit_overall).has_value());
  CHECK(needs(sheet, Line::cost_benefit_percent, Leaf::locality_pay_agency_salary));
  CHECK(sheet.value(Line::relocation_five_years).has_value());
}
