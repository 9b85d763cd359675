// calculate: Appendix A, Parts D to H, from the answers and the rates, as one worksheet. Pure; the day is an argument.
//
// It goes in two steps, so that trying other figures does not look the rates up again: find_rates reads the tables for
// the places, the position and the dates, and calculate does the arithmetic.
//
// The lines are those of lines.inc, in that order; those of the term for a short-term arrangement alone.
//
// Does not decide who has to approve, and says nothing of problems in the answers (form/checks.h): an answer that
// cannot be read is unknown here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "calc/worksheet.h"
#include "form/answers.h"
#include "rates/rates.h"

namespace ftt {

struct CalcSettings {
  PercentReading percent_reading = PercentReading::net_change;
};

// A salary, or why there is none.
struct FoundSalary {
  std::optional<Salary> salary;
  std::string area_code;       // found or picked; empty where there is none
  std::string_view area_name;  // may be empty
  std::string said;            // why there is no area or salary, or what has to be known about it; may be empty
  InlineList<Leaf, 8> needs;   // what is missing for it
};

// What the tables say to these answers.
struct FoundRates {
  int pay_year = 0;      // 0: none
  std::string pay_note;  // a pay table past its time, or the reason for there being none
  FoundSalary requested;
  FoundSalary agency;
  std::optional<PerDiem> per_diem;  // for the agency worksite, in the month in use
  int per_diem_month = 0;           // 1 to 12; 0: none
  bool is_dearest_month = false;
  std::string per_diem_said;  // why there is none, or a table past its time; may be empty
  InlineList<Leaf, 4> per_diem_needs;
};

// Looks up pay areas, salaries and per diem. `today` is the packet's date.
FoundRates find_rates(const Rates& rates, const Answers& answers, Date today);
// The same worksheet lines each time for the same arguments. `found` must have come from answers with the same places,
// position, dates and choices of tables; the figures of Parts E to H may differ.
Worksheet calculate(const FoundRates& found, const Answers& answers, const CalcSettings& settings = {});
// Both steps.
Worksheet calculate(const Rates& rates, const Answers& answers, Date today, const CalcSettings& settings = {});

// ---- What if ----

struct WhatIfRow {
  Count trips;
  std::array<std::optional<Money>, 4> net_annual_change;  // one a reading, in the order of trip_cost_methods
};
// The net annual change for 0 to 24 trips under each reading, without touching the answers.
std::array<WhatIfRow, 25> what_if_trips(const Worksheet& worksheet);

}  // namespace ftt
