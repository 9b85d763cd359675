// What the tests of the calculation share: answers from a short list, and the worked examples A and B.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "calc/calculate.h"
#include "form/texts.h"
#include "rates/rates_files.h"

namespace ftt::test {

inline constexpr Date example_day = calendar_date(2026, 11, 21);

inline Worksheet worked(const Answers& answers, CalcSettings settings = {}) {
  return calculate(all_rates(), answers, example_day, settings);
}

inline std::string value(const Worksheet& worksheet, Line line) {
  return to_decimal(worksheet.value(line));
}

inline bool needs(const Worksheet& worksheet, Line id, Leaf leaf) {
  const WorksheetLine* line = worksheet.find(id);
  if (line == nullptr || line->value.has_value()) return false;
  return std::find(line->needs.begin(), line->needs.end(), leaf) != line->needs.end();
}

// GS-12 step 5, agency worksite Washington, requested worksite in Rest of U.S., 2025 tables.
inline Answers example_a() {
  return answers_of({{Leaf::arrangement_action, "incumbent"},
                     {Leaf::arrangement_type, "new"},
                     {Leaf::arrangement_term, "long"},
                     {Leaf::employee_requested_worksite_state, "WV"},
                     {Leaf::employee_requested_worksite_county, "Raleigh County"},
                     {Leaf::position_agency_worksite_city, "Washington"},
                     {Leaf::position_agency_worksite_county, "District of Columbia"},
                     {Leaf::position_agency_worksite_state, "DC"},
                     {Leaf::position_pay_plan, "GS"},
                     {Leaf::position_grade, "12"},
                     {Leaf::position_step, "5"},
                     {Leaf::locality_pay_year, "2025"},
                     {Leaf::travel_budget_share_requested, "0.95"},
                     {Leaf::travel_budget_share_agency, "0.05"},
                     {Leaf::travel_budget_share_travel, "0"},
                     {Leaf::travel_budget_transport, "412.60"},
                     {Leaf::travel_budget_mie, "92"},
                     {Leaf::travel_budget_lodging, "276"},
                     {Leaf::travel_budget_extra, "60"},
                     {Leaf::travel_budget_nights, "3"},
                     {Leaf::travel_budget_trips, "4"},
                     {Leaf::additional_transit_savings, "3900"}});
}

// Both salaries typed.
inline Answers example_b() {
  return answers_of({{Leaf::locality_pay_requested_salary, "118204"},
                     {Leaf::locality_pay_agency_salary, "141022"},
                     {Leaf::locality_pay_salary_source, "special rate table 0999, 2026"},
                     {Leaf::travel_budget_transport, "640"},
                     {Leaf::travel_budget_mie, "79"},
                     {Leaf::travel_budget_lodging, "257"},
                     {Leaf::travel_budget_extra, "45"},
                     {Leaf::travel_budget_nights, "3"},
                     {Leaf::travel_budget_trips, "4"},
                     {Leaf::additional_transit_savings, "3600"}});
}

}  // namespace ftt::test
