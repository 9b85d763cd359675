// Other figures than those of the form. Nothing here touches the answers.
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

}  // namespace ftt
