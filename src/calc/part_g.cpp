// Part G, cost and benefit: lines 1 and 2, and the net annual change (App. A, Part G; HRM 6040.2 ¶8e(1)).
//
// Line 2 is worked out in both readings of its divisor; the settings say which one is in use.
#include <utility>

#include "base/text.h"
#include "calc/parts.h"
#include "order/registers.h"

namespace ftt::calc_detail {

namespace {

std::string_view formula_of(PercentReading reading) {
  return find_order_reading(concat("percent.", name_of(reading)))->formula;
}

// 2. Percentage above the agency worksite's cost, in one reading.
WorksheetLine percent(Line id, PercentReading reading, const Worksheet& worksheet) {
  WorksheetLine line(id);
  line.formula = formula_of(reading);
  line.reading = name_of(reading);
  line.rounding = to_two_places;
  line.note = reading == PercentReading::net_change
                  ? "The form does not say of what. Here it is of the agency worksite's salary, with Part D included."
                  : "The form does not say of what. Here it is of the agency worksite's salary, without Part D's "
                      "difference.";
  const Line dividend =
      reading == PercentReading::net_change ? Line::cost_benefit_net_annual_change : Line::cost_benefit_overall;
  const std::optional<Money> above = use_money(line, worksheet, dividend);
  const std::optional<Money> salary = use_money(line, worksheet, Line::locality_pay_agency_salary);
  if (!above || !salary) return line;
  const std::optional<Percent> share = percent_of(*above, *salary);
  if (share) {
    line.value = *share;
  } else {
    line.note = "The costs are so far above the salary that a percentage makes no sense. Check the salary.";
    add_need(line.needs, Leaf::locality_pay_agency_salary);
  }
  return line;
}

}  // namespace

std::optional<Percent> percent_of(Money above, Money agency_salary) {
  if (agency_salary == Money()) return std::nullopt;
  return try_round_to_percent(Ratio(above) / Ratio(agency_salary));
}

void calculate_part_g(Worksheet& worksheet, const CalcSettings& settings) {
  // 1. Overall cost: the total of Parts E and F.
  WorksheetLine overall(Line::cost_benefit_overall);
  const std::optional<Money> travel = use_money(overall, worksheet, Line::travel_budget_annual);
  const std::optional<Money> more = use_money(overall, worksheet, Line::additional_total);
  if (travel && more) overall.value = *travel + *more;
  add_line(worksheet, std::move(overall));

  // What the arrangement costs GSA above having the person at the agency worksite (¶8e(1)).
  WorksheetLine net(Line::cost_benefit_net_annual_change);
  net.formula = find_order_reading("net_annual_change")->formula;
  const std::optional<Money> pay = use_money(net, worksheet, Line::locality_pay_difference);
  const std::optional<Money> cost = use_money(net, worksheet, Line::cost_benefit_overall);
  if (pay && cost) net.value = *pay + *cost;
  add_line(worksheet, std::move(net));

  // 2. Percentage above the agency worksite's cost: in the reading in use, and in both.
  worksheet.percent_in_use = settings.percent_reading;
  add_line(worksheet, percent(Line::cost_benefit_percent, settings.percent_reading, worksheet));
  add_line(worksheet, percent(Line::cost_benefit_percent_net_change, PercentReading::net_change, worksheet));
  add_line(worksheet, percent(Line::cost_benefit_percent_overall, PercentReading::overall, worksheet));
}

}  // namespace ftt::calc_detail
