// Part H, relocation: the estimate, and ending it against one, two and five years of going on (App. A, Part H;
// HRM 6040.2 ¶8d, ¶11b).
//
// Does not estimate the relocation: the rules on it are in 41 CFR 302.
#include "calc/parts.h"

namespace ftt::calc_detail {

void calculate_part_h(Worksheet& worksheet, const PartG& g, const Answers& answers) {
  WorksheetLine& estimate =
      add_line(worksheet, "relocation.estimate", "H", "Estimated relocation costs", cite("App. A, Part H"), "");
  estimate.origin = Origin::entered;
  const Known<Money> amount = answers.money(Leaf::relocation_estimate);
  if (amount.has_value()) {
    estimate.value = amount.value();
  } else {
    add_need(estimate, info(Leaf::relocation_estimate).id);
  }

  struct Horizon {
    std::string_view id;
    std::string_view label;
    std::string_view formula;
    Count years;
  };
  constexpr Horizon horizons[] = {
      {"relocation.one_year", "Ending it, less one year of going on", "H − net annual change", Count(1)},
      {"relocation.two_years", "Ending it, less two years of going on", "H − net annual change × 2", Count(2)},
      {"relocation.five_years", "Ending it, less five years of going on", "H − net annual change × 5", Count(5)}};
  for (const Horizon& horizon : horizons) {
    WorksheetLine& line = add_line(worksheet, horizon.id, "", horizon.label, cite("HRM 6040.2 ¶11b"), horizon.formula);
    const std::optional<Money> ending = use_money(line, estimate);
    const std::optional<Money> a_year = use_money(line, g.net_annual_change);
    if (!ending || !a_year) continue;
    const Money difference = *ending - times(*a_year, horizon.years);
    line.value = difference;
    line.note = difference > Money()   ? "Ending it costs more than going on."
                : difference < Money() ? "Ending it costs less than going on."
                                       : "Ending it costs as much as going on.";
  }
}

}  // namespace ftt::calc_detail
