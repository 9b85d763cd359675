// The term of a short-term arrangement: the annual figures stand, and beside them those for the term (App. A, Part A,
// item 3). Part D's difference and Part F by the day, annual × days ÷ 365; travel by the trips planned in the term.
//
// Does not say whether the dates make a short-term arrangement (form/checks.h).
#include "calc/parts.h"
#include "form/checks.h"

namespace ftt::calc_detail {

namespace {

// annual × days ÷ 365, to the cent.
const WorksheetLine& by_the_day(Worksheet& worksheet, std::string_view id, std::string_view label,
                                std::string_view formula, const WorksheetLine& annual, const WorksheetLine& days) {
  WorksheetLine& line = add_line(worksheet, id, "", label, cite("App. A, Part A, item 3"), formula);
  line.rounding = to_the_cent;
  const std::optional<Money> amount = use_money(line, annual);
  line.inputs.push_back({days.id, days.item, days.label, days.value, days.origin});
  for (const std::string_view need : days.needs) add_need(line, need);
  if (amount && days.value.has_value()) {
    line.value = round_to_money(*amount, Ratio(days.value.units(), 365));
  }
  return line;
}

}  // namespace

void calculate_term(Worksheet& worksheet, const PartD& d, const PartE& e, const WorksheetLine& additional,
                    const Answers& answers) {
  const Known<Term> term = answers.term();
  if (term.is_missing() || term.value() != Term::short_term) return;
  const Citation item_3 = cite("App. A, Part A, item 3");

  WorksheetLine& days =
      add_line(worksheet, "term.days", "A3", "Days in the term", item_3, "last date − first date + 1");
  const Known<Date> first = answers.date(Leaf::arrangement_start);
  const Known<Date> last = answers.date(Leaf::arrangement_end);
  if (first.is_missing()) add_need(days, info(Leaf::arrangement_start).id);
  if (last.is_missing()) add_need(days, info(Leaf::arrangement_end).id);
  if (first.has_value() && last.has_value()) {
    if (last.value() < first.value()) {
      add_need(days, info(Leaf::arrangement_end).id);
      days.note = "The last date is before the first.";
    } else {
      days.value = length_of_term(first.value(), last.value());
    }
  }

  const WorksheetLine& pay = by_the_day(worksheet, "term.locality_pay_difference", "Salary difference in the term",
                                        "D5 × days ÷ 365", d.difference, days);
  WorksheetLine& travel = add_line(worksheet, "term.travel", "", "Travel to the agency worksite in the term", item_3,
                                   "E9 × trips planned in the term");
  const std::optional<Money> each = use_money(travel, e.trip_cost);
  const Known<Count> trips =
      use(travel, Leaf::travel_budget_trips_in_term, answers.count(Leaf::travel_budget_trips_in_term));
  if (each && trips.has_value()) travel.value = times(*each, trips.value());
  const WorksheetLine& more = by_the_day(worksheet, "term.additional", "Additional costs/savings in the term",
                                         "F × days ÷ 365", additional, days);

  WorksheetLine& net = add_line(worksheet, "term.net_change", "", "Net change in the term", item_3,
                                "salary difference + travel + additional costs/savings in the term");
  const std::optional<Money> pay_in_term = use_money(net, pay);
  const std::optional<Money> travel_in_term = use_money(net, travel);
  const std::optional<Money> more_in_term = use_money(net, more);
  if (pay_in_term && travel_in_term && more_in_term) net.value = *pay_in_term + *travel_in_term + *more_in_term;
}

}  // namespace ftt::calc_detail
