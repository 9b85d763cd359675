// Questions beside the form: other figures, and several years. Nothing here touches the answers.
#include "base/ratio.h"
#include "calc/calculate.h"

namespace ftt {

std::array<WhatIfRow, 25> what_if_trips(const Worksheet& worksheet) {
  std::array<WhatIfRow, 25> rows;
  const Figure pay = worksheet.value(Line::locality_pay_difference);
  const Figure more = worksheet.value(Line::additional_total);
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

std::vector<YearRow> several_years(const Worksheet& worksheet, Percent raise, int years) {
  FTT_ASSERT(years >= 1 && years <= 10, "The years ahead are 1 to 10.");
  const Figure requested = worksheet.value(Line::locality_pay_requested_salary);
  const Figure agency = worksheet.value(Line::locality_pay_agency_salary);
  const Figure overall = worksheet.value(Line::cost_benefit_overall);
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

}  // namespace ftt
