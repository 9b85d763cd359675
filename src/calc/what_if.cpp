// Questions beside the form: other figures, several years, and what was spent against what was planned (HRM 6040.2
// ¶13b). Nothing here touches the answers.
#include <algorithm>

#include "base/ratio.h"
#include "calc/calculate.h"

namespace ftt {

namespace {

SpendingWarning warning_of(Money spent, Money planned) {
  if (spent > times(planned, Count(2))) return SpendingWarning::above_twice;
  return spent > planned ? SpendingWarning::above : SpendingWarning::none;
}

// "2027H1" is of 2027. Precondition: it is a half-year.
FiscalYear year_of(std::string_view half_year) {
  int year = 0;
  for (const char digit : half_year.substr(0, 4)) year = year * 10 + (digit - '0');
  return FiscalYear(year);
}

}  // namespace

std::array<WhatIfRow, 25> what_if_trips(const Worksheet& worksheet) {
  std::array<WhatIfRow, 25> rows;
  const Figure pay = worksheet.value("locality_pay.difference");
  const Figure more = worksheet.value("additional.total");
  for (std::size_t trips = 0; trips < rows.size(); ++trips) {
    rows[trips].trips = Count(static_cast<std::int64_t>(trips));
    if (!pay.has_value() || !more.has_value()) continue;
    for (std::size_t i = 0; i < worksheet.readings.size(); ++i) {
      const std::optional<Money> trip_cost = worksheet.readings[i].trip_cost;
      if (!trip_cost) continue;
      rows[trips].net_annual_change[i] = pay.money() + more.money() + times(*trip_cost, rows[trips].trips);
    }
  }
  return rows;
}

Worksheet what_if(const Rates& rates, const Answers& answers, Date today, std::span<const Change> changes,
                  const CalcSettings& settings) {
  Answers changed = answers;
  for (const Change& change : changes) changed.set(change.leaf, change.text);
  return calculate(rates, changed, today, settings);
}

std::vector<YearRow> several_years(const Worksheet& worksheet, Percent raise, int years) {
  FTT_ASSERT(years >= 1 && years <= 10, "The years ahead are 1 to 10.");
  const Figure requested = worksheet.value("locality_pay.requested_salary");
  const Figure agency = worksheet.value("locality_pay.agency_salary");
  const Figure overall = worksheet.value("cost_benefit.overall");
  std::vector<YearRow> rows;
  if (!requested.has_value() || !agency.has_value() || !overall.has_value()) return rows;
  const Ratio growth = Ratio(1) + Ratio(raise);
  Money at_requested = requested.money();
  Money at_agency = agency.money();
  Money total;
  for (int year = 1; year <= years; ++year) {
    if (year > 1) {
      // A raised salary is a salary: to the dollar.
      at_requested = round_to_dollars(Ratio(at_requested) * growth);
      at_agency = round_to_dollars(Ratio(at_agency) * growth);
      if (at_requested > max_money_input || at_agency > max_money_input) break;
    }
    const Money pay = at_requested - at_agency;
    const Money net = pay + overall.money();
    total += net;
    rows.push_back({year, pay, overall.money(), net, total});
  }
  return rows;
}

std::vector<SpendingRow> spending_against_plan(const Worksheet& worksheet, const Answers& answers) {
  std::vector<SpendingRow> rows;
  const Figure annual = worksheet.value("travel_budget.annual");
  if (!annual.has_value()) return rows;
  const Money planned = round_to_money(Ratio(annual.money()) / Ratio(2));
  for (const Actual& actual : answers.actuals()) {
    const Result<Money> spent = parse_money(actual.spent);
    if (!spent || !problem_of_half_year(actual.half_year).empty()) continue;
    rows.push_back({actual.half_year, planned, *spent, warning_of(*spent, planned)});
  }
  return rows;
}

std::string_view name_of(SpendingWarning warning) {
  constexpr std::array<std::string_view, 3> names = {"none", "above", "above_twice"};
  return names[static_cast<std::size_t>(warning)];
}

std::vector<SpendingYear> spending_by_year(const Worksheet& worksheet, const Answers& answers) {
  std::vector<SpendingYear> years;
  for (const SpendingRow& row : spending_against_plan(worksheet, answers)) {
    const FiscalYear year = year_of(row.half_year);
    auto place = std::find_if(years.begin(), years.end(), [&](const SpendingYear& one) { return one.year >= year; });
    if (place == years.end() || place->year != year) {
      place = years.insert(place, {year, worksheet.value("travel_budget.annual").money(), {}});
    }
    place->spent += row.spent;
    place->warning = warning_of(place->spent, place->planned);
  }
  return years;
}

}  // namespace ftt
