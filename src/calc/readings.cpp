// The readings ledger: what each reading of line 9 leads to, where they differ, which of them turns the verdict; and
// whether the costs must be justified (App. A, Part E, line 9; HRM 6040.2 ¶8e(1); App. A, Part I, item 1).
#include "calc/parts.h"

namespace ftt::calc_detail {

namespace {

std::optional<Money> sum(std::optional<Money> a, std::optional<Money> b) {
  if (!a || !b) return std::nullopt;
  return *a + *b;
}

std::optional<Money> difference(std::optional<Money> a, std::optional<Money> b) {
  if (!a || !b) return std::nullopt;
  return *a - *b;
}

Verdict verdict_of(std::optional<Money> net_annual_change) {
  if (!net_annual_change) return Verdict::unknown;
  if (*net_annual_change > Money()) return Verdict::costs;
  return *net_annual_change < Money() ? Verdict::saves : Verdict::even;
}

// Required where the net annual change is above 0 (¶8e(1)), where G1 alone is, since Part I, item 1 asks for it, and
// where a short-term arrangement costs more in its own term.
Justification justification_of(const Worksheet& worksheet) {
  const std::optional<Money> net_annual_change = worksheet.money(Line::cost_benefit_net_annual_change);
  const std::optional<Money> overall = worksheet.money(Line::cost_benefit_overall);
  const bool net_asks = net_annual_change && *net_annual_change > Money();
  const bool overall_asks = overall && *overall > Money();
  if (net_asks && overall_asks) return Justification::net_change_and_overall;
  if (net_asks) return Justification::net_change;
  if (overall_asks) return Justification::overall;
  const bool has_term = worksheet.find(Line::term_net_change) != nullptr;
  const std::optional<Money> in_term = has_term ? worksheet.money(Line::term_net_change) : Money();
  if (in_term && *in_term > Money()) return Justification::term;
  return net_annual_change && overall && in_term ? Justification::not_required : Justification::unknown;
}

}  // namespace

void compare_readings(Worksheet& worksheet, const Answers& answers) {
  const std::optional<Money> pay = worksheet.money(Line::locality_pay_difference);
  const std::optional<Money> more = worksheet.money(Line::additional_total);
  const std::optional<Money> agency_salary = worksheet.money(Line::locality_pay_agency_salary);
  const Known<Count> trips = answers.count(Leaf::travel_budget_trips);
  const std::optional<Money> cost_in_use = worksheet.money(Line::travel_budget_trip_cost);
  const std::optional<Money> annual_in_use = worksheet.money(Line::travel_budget_annual);

  worksheet.net_annual_change = worksheet.money(Line::cost_benefit_net_annual_change);
  worksheet.verdict = verdict_of(worksheet.net_annual_change);
  worksheet.justification = justification_of(worksheet);

  const bool is_method_known =
      !worksheet.method_must_be_chosen && !answers.is_bad(Leaf::travel_budget_trip_cost_method);
  std::optional<Money> first_cost;
  for (const TripCostMethod method : trip_cost_methods) {
    ReadingRow& row = worksheet.readings[static_cast<std::size_t>(method)];
    row.method = method;
    row.in_use = is_method_known && method == worksheet.method_in_use;
    row.trip_cost = worksheet.money(trip_cost_line(method));
    if (row.trip_cost && trips.has_value()) row.annual = times(*row.trip_cost, trips.value());
    row.overall = sum(row.annual, more);
    row.net_annual_change = sum(pay, row.overall);
    const bool counts_pay = worksheet.percent_in_use == PercentReading::net_change;
    const std::optional<Money> above = counts_pay ? row.net_annual_change : row.overall;
    if (above && agency_salary) row.percent = percent_of(*above, *agency_salary);
    row.trip_cost_difference = difference(row.trip_cost, cost_in_use);
    row.annual_difference = difference(row.annual, annual_in_use);
    const Verdict verdict = verdict_of(row.net_annual_change);
    row.flips_verdict = (verdict == Verdict::costs && worksheet.verdict == Verdict::saves) ||
                        (verdict == Verdict::saves && worksheet.verdict == Verdict::costs);
    row.break_even = break_even_of(pay, more, row.trip_cost);
    if (row.trip_cost && first_cost && *row.trip_cost != *first_cost) worksheet.readings_differ = true;
    if (row.trip_cost && !first_cost) first_cost = row.trip_cost;
  }
}

}  // namespace ftt::calc_detail
