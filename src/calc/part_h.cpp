// Part H, relocation: the estimate, and ending it against one, two and five years of going on (App. A, Part H;
// HRM 6040.2 ¶8d, ¶11b).
//
// Does not estimate the relocation: the rules on it are in 41 CFR 302.
#include <utility>

#include "calc/parts.h"

namespace ftt::calc_detail {

void calculate_part_h(Worksheet& worksheet, const Answers& answers) {
  WorksheetLine estimate(Line::relocation_estimate);
  estimate.origin = Origin::entered;
  const Known<Money> amount = answers.money(Leaf::relocation_estimate);
  if (amount.has_value()) {
    estimate.value = amount.value();
  } else {
    add_need(estimate.needs, Leaf::relocation_estimate);
  }
  add_line(worksheet, std::move(estimate));

  for (const RelocationHorizon& horizon : relocation_horizons) {
    WorksheetLine line(horizon.line);
    const std::optional<Money> ending = use_money(line, worksheet, Line::relocation_estimate);
    const std::optional<Money> a_year = use_money(line, worksheet, Line::cost_benefit_net_annual_change);
    if (ending && a_year) {
      const Money difference = *ending - times(*a_year, Count(horizon.years));
      line.value = difference;
      line.note = difference > Money()   ? "Ending it costs more than continuing."
                  : difference < Money() ? "Ending it costs less than continuing."
                                         : "Ending it costs as much as continuing.";
    }
    add_line(worksheet, std::move(line));
  }
}

}  // namespace ftt::calc_detail
