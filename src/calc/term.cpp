// The term of a short-term arrangement: the annual figures stand, and beside them those for the term (App. A, Part A,
// item 3). Part D's difference and Part F by the day, annual × days ÷ 365; travel by the trips planned in the term.
//
// Does not say whether the dates make a short-term arrangement (form/checks.h).
#include <utility>

#include "calc/parts.h"
#include "form/checks.h"

namespace ftt::calc_detail {

namespace {

// annual × days ÷ 365, to the cent.
WorksheetLine by_the_day(Line id, Line annual, const Worksheet& worksheet) {
  WorksheetLine line(id);
  line.rounding = to_the_cent;
  const std::optional<Money> amount = use_money(line, worksheet, annual);
  const Figure days = use(line, worksheet, Line::term_days);
  if (amount && days.has_value()) line.value = round_to_money(*amount, Ratio(days.units(), 365));
  return line;
}

WorksheetLine days_in_the_term(const Answers& answers) {
  WorksheetLine days(Line::term_days);
  const Known<Date> first = answers.date(Leaf::arrangement_start);
  const Known<Date> last = answers.date(Leaf::arrangement_end);
  if (first.is_missing()) add_need(days.needs, Leaf::arrangement_start);
  if (last.is_missing()) add_need(days.needs, Leaf::arrangement_end);
  if (first.has_value() && last.has_value()) {
    if (last.value() < first.value()) {
      add_need(days.needs, Leaf::arrangement_end);
      days.note = "The last date is before the first.";
    } else {
      days.value = length_of_term(first.value(), last.value());
    }
  }
  return days;
}

}  // namespace

void calculate_term(Worksheet& worksheet, const Answers& answers) {
  const Known<Term> term = answers.term();
  if (term.is_missing() || term.value() != Term::short_term) return;
  add_line(worksheet, days_in_the_term(answers));
  add_line(worksheet, by_the_day(Line::term_locality_pay_difference, Line::locality_pay_difference, worksheet));

  WorksheetLine travel(Line::term_travel);
  const std::optional<Money> each = use_money(travel, worksheet, Line::travel_budget_trip_cost);
  const Known<Count> trips =
      use(travel, Leaf::travel_budget_trips_in_term, answers.count(Leaf::travel_budget_trips_in_term));
  if (each && trips.has_value()) travel.value = times(*each, trips.value());
  add_line(worksheet, std::move(travel));

  add_line(worksheet, by_the_day(Line::term_additional, Line::additional_total, worksheet));

  WorksheetLine net(Line::term_net_change);
  const std::optional<Money> pay_in_term = use_money(net, worksheet, Line::term_locality_pay_difference);
  const std::optional<Money> travel_in_term = use_money(net, worksheet, Line::term_travel);
  const std::optional<Money> more_in_term = use_money(net, worksheet, Line::term_additional);
  if (pay_in_term && travel_in_term && more_in_term) net.value = *pay_in_term + *travel_in_term + *more_in_term;
  add_line(worksheet, std::move(net));
}

}  // namespace ftt::calc_detail
