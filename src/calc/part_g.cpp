// Part G, cost and benefit: lines 1 and 2, and the net annual change (App. A, Part G; HRM 6040.2 ¶8e(1)).
//
// Line 2 is worked out in both readings of its divisor; the settings say which one is in use.
#include "base/text.h"
#include "calc/parts.h"
#include "order/registers.h"

namespace ftt::calc_detail {

namespace {

void percent(WorksheetLine& line, PercentReading reading, const PartD& d, const PartG& g) {
  line.reading = name_of(reading);
  line.rounding = to_two_places;
  line.note = reading == PercentReading::net_change
                  ? "The form does not say of what; here of the agency worksite's salary, with Part D counted in."
                  : "The form does not say of what; here of the agency worksite's salary, without Part D's difference.";
  const WorksheetLine& dividend = reading == PercentReading::net_change ? g.net_annual_change : g.overall;
  const std::optional<Money> above = use_money(line, dividend);
  const std::optional<Money> salary = use_money(line, d.agency);
  if (!above || !salary) return;
  const std::optional<Percent> share = percent_of(*above, *salary);
  if (share) {
    line.value = *share;
  } else {
    line.note = "The costs are so far above the salary that there is no sensible percentage; look at the salary again.";
    add_need(line, info(Leaf::locality_pay_agency_salary).id);
  }
}

std::string_view formula_of(PercentReading reading) {
  return find_order_reading(concat("percent.", name_of(reading)))->formula;
}

}  // namespace

std::optional<Percent> percent_of(Money above, Money agency_salary) {
  if (agency_salary == Money()) return std::nullopt;
  return try_round_to_percent(Ratio(above) / Ratio(agency_salary));
}

PartG calculate_part_g(Worksheet& worksheet, const PartD& d, const PartE& e, const WorksheetLine& additional,
                       const CalcSettings& settings) {
  // 1. Overall cost: the total of Parts E and F.
  WorksheetLine& overall =
      add_line(worksheet, "cost_benefit.overall", "G1", "Overall cost of full-time telework arrangement",
               cite("App. A, Part G, line 1"), "E11 + F");
  const std::optional<Money> travel = use_money(overall, e.annual);
  const std::optional<Money> more = use_money(overall, additional);
  if (travel && more) overall.value = *travel + *more;

  // What the arrangement costs GSA above having the person at the agency worksite (¶8e(1)).
  WorksheetLine& net = add_line(worksheet, "cost_benefit.net_annual_change", "", "Net annual change",
                                cite("HRM 6040.2 ¶8e(1)"), find_order_reading("net_annual_change")->formula);
  const std::optional<Money> pay = use_money(net, d.difference);
  const std::optional<Money> cost = use_money(net, overall);
  if (pay && cost) net.value = *pay + *cost;

  // 2. Percentage above the agency worksite's cost.
  const PartG g{overall, net};
  constexpr std::string_view label = "Percentage above agency worksite cost for full-time telework arrangement";
  const Citation line_2 = cite("App. A, Part G, line 2");
  worksheet.percent_in_use = settings.percent_reading;
  percent(add_line(worksheet, "cost_benefit.percent", "G2", label, line_2, formula_of(settings.percent_reading)),
          settings.percent_reading, d, g);
  percent(add_line(worksheet, "cost_benefit.percent.net_change", "G2", label, line_2,
                   formula_of(PercentReading::net_change)),
          PercentReading::net_change, d, g);
  percent(add_line(worksheet, "cost_benefit.percent.overall", "G2", label, line_2, formula_of(PercentReading::overall)),
          PercentReading::overall, d, g);
  return g;
}

}  // namespace ftt::calc_detail
