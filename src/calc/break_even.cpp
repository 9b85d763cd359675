// Break-even: the largest number of trips with a net annual change of at most 0; "none" and "any" are answers too.
//
// net(n) = D5 + F + E9 × n, so with a cost per trip above 0 it is (−(D5 + F)) ÷ E9, rounded down. A trip that saves
// money has no largest number; where it costs more without trips, the same rounded up is the least one.
#include <utility>

#include "base/text.h"
#include "calc/parts.h"

namespace ftt::calc_detail {

BreakEven break_even_of(std::optional<Money> difference, std::optional<Money> additional,
                        std::optional<Money> trip_cost) {
  if (!difference || !additional || !trip_cost) return {};
  const Money without_trips = *difference + *additional;
  if (*trip_cost > Money()) {
    if (without_trips > Money()) return {BreakEven::State::none, Count()};
    return {BreakEven::State::trips, Count((-without_trips).cents() / trip_cost->cents())};
  }
  if (without_trips <= Money()) return {BreakEven::State::any, Count()};
  if (*trip_cost == Money()) return {BreakEven::State::none, Count()};
  const std::int64_t saved = -trip_cost->cents();
  return {BreakEven::State::at_least, Count((without_trips.cents() - 1) / saved + 1)};
}

void calculate_break_even(Worksheet& worksheet) {
  WorksheetLine line(Line::break_even_trips);
  line.reading = name_of(worksheet.method_in_use);
  const std::optional<Money> difference = use_money(line, worksheet, Line::locality_pay_difference);
  const std::optional<Money> more = use_money(line, worksheet, Line::additional_total);
  const std::optional<Money> trip_cost = use_money(line, worksheet, Line::travel_budget_trip_cost);
  worksheet.break_even = break_even_of(difference, more, trip_cost);
  switch (worksheet.break_even.state) {
    case BreakEven::State::unknown:
      break;
    case BreakEven::State::none:
      line.value = Figure::no_number();
      line.note = "Even without a trip it costs more than having the person at the agency worksite.";
      break;
    case BreakEven::State::trips:
      line.value = worksheet.break_even.trips;
      line.rounding = "down to whole trips";
      break;
    case BreakEven::State::at_least:
      line.value = Figure::no_number();
      line.said =
          concat("There is no highest number: each trip saves money, and from ", to_display(worksheet.break_even.trips),
                 " a year on it costs no more than having the person at the agency worksite.");
      break;
    case BreakEven::State::any:
      line.value = Figure::any_number();
      line.note = "It never costs more than having the person at the agency worksite, whatever the number of trips.";
      break;
  }
  add_line(worksheet, std::move(line));
}

}  // namespace ftt::calc_detail
