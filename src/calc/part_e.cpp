// Part E, the travel budget: lines 5, 6, 9 and 11 (App. A, Part E; 41 CFR 301-11.101).
//
// Line 9 is worked out in all four readings; the one in use is the form's own wording unless another is chosen.
#include <utility>

#include "base/text.h"
#include "calc/parts.h"
#include "order/registers.h"

namespace ftt::calc_detail {

namespace {

// What is answered of line 9.
struct TripAnswers {
  Known<Money> transport;  // E4
  Known<Money> extra;      // E7
  Known<Nights> nights;    // E8
};

// Lines 5 and 6: as typed over, else from the per diem table.
WorksheetLine per_diem_line(Line id, Leaf typed, const FoundRates& found, Money PerDiem::*rate,
                            const Answers& answers) {
  WorksheetLine line(id);
  if (!answers.is_empty(typed)) {
    line.origin = Origin::entered;
    const Known<Money> amount = answers.money(typed);
    if (amount.has_value()) {
      line.value = amount.value();
    } else {
      add_need(line.needs, typed);
    }
    return line;
  }
  line.origin = Origin::table;
  line.said = found.per_diem_said;
  for (const Leaf need : found.per_diem_needs) add_need(line.needs, need);
  if (!found.per_diem) return line;
  const PerDiem& per_diem = *found.per_diem;
  line.value = per_diem.*rate;
  line.rates.push_back({per_diem.source.table, per_diem.destination, per_diem.fiscal_year, per_diem.source.note});
  line.note = found.is_dearest_month ? "The rate of the most expensive month of the year; pick a month to use its rate."
                                     : "The rate of the month that was picked.";
  return line;
}

// The cents of one trip in a reading, before the one rounding.
Ratio trip_cents(TripCostMethod method, Ratio transport, Ratio mie, Ratio lodging, Ratio extra, Ratio nights) {
  switch (method) {
    case TripCostMethod::as_worded:
      return (transport + mie + lodging + extra) * nights;
    case TripCostMethod::per_night:
      return transport + extra + (mie + lodging) * nights;
    case TripCostMethod::per_diem: {
      // Three quarters of M&IE on the first and the last day: nights + 1 days less two quarters; below one night the
      // three quarters of a single day grow toward that.
      const Ratio days = nights >= Ratio(1) ? nights + Ratio(1, 2) : Ratio(3, 4) + Ratio(3, 4) * nights;
      return transport + extra + lodging * nights + mie * days;
    }
    case TripCostMethod::extras_only:
      return transport + mie + lodging + extra * nights;
  }
  return {};
}

std::string_view formula_of(TripCostMethod method) {
  return find_order_reading(concat("trip_cost.", name_of(method)))->formula;
}

// 9. Total cost per trip to the agency worksite, in one reading, of lines 4 to 8.
WorksheetLine trip_cost(Line id, TripCostMethod method, const TripAnswers& trip, const Worksheet& worksheet) {
  WorksheetLine line(id);
  line.formula = formula_of(method);
  line.reading = name_of(method);
  line.rounding = to_the_cent;
  const Known<Money> transport = use(line, Leaf::travel_budget_transport, trip.transport);
  const std::optional<Money> mie = use_money(line, worksheet, Line::travel_budget_mie);
  const std::optional<Money> lodging = use_money(line, worksheet, Line::travel_budget_lodging);
  const Known<Money> extra = use(line, Leaf::travel_budget_extra, trip.extra);
  const Known<Nights> nights = use(line, Leaf::travel_budget_nights, trip.nights);
  if (method == TripCostMethod::as_worded) {
    line.note = "By this wording, the fare and the extras are multiplied by the nights too.";
    if (nights.has_value() && nights.value() == Nights()) {
      line.note = "With 0 nights the form's wording multiplies every cost of a trip by 0.";
      if (worksheet.method_must_be_chosen) add_need(line.needs, Leaf::travel_budget_trip_cost_method);
    }
  }
  if (line.needs.empty()) {
    line.value = round_to_money(trip_cents(method, Ratio(transport.value()), Ratio(*mie), Ratio(*lodging),
                                           Ratio(extra.value()), Ratio(nights.value())));
  }
  return line;
}

}  // namespace

void calculate_part_e(Worksheet& worksheet, const FoundRates& found, const Answers& answers) {
  // 5 and 6. M&IE per day and hotel per night, from the per diem chart.
  WorksheetLine mie =
      per_diem_line(Line::travel_budget_mie, Leaf::travel_budget_mie, found, &PerDiem::meals_and_incidentals, answers);
  WorksheetLine lodging =
      per_diem_line(Line::travel_budget_lodging, Leaf::travel_budget_lodging, found, &PerDiem::lodging, answers);
  if (!mie.rates.empty() || !lodging.rates.empty()) worksheet.per_diem_fiscal_year = found.per_diem->fiscal_year;
  add_line(worksheet, std::move(mie));
  add_line(worksheet, std::move(lodging));

  const TripAnswers trip{answers.money(Leaf::travel_budget_transport), answers.money(Leaf::travel_budget_extra),
                         answers.nights(Leaf::travel_budget_nights)};

  const Known<TripCostMethod> chosen = answers.trip_cost_method();
  worksheet.method_in_use = chosen.value_or(TripCostMethod::as_worded);
  worksheet.method_must_be_chosen = chosen.is_missing() && trip.nights.has_value() && trip.nights.value() == Nights();

  WorksheetLine in_use = trip_cost(Line::travel_budget_trip_cost, worksheet.method_in_use, trip, worksheet);
  if (answers.is_bad(Leaf::travel_budget_trip_cost_method)) {
    add_need(in_use.needs, Leaf::travel_budget_trip_cost_method);
    in_use.value = Figure();
  }
  add_line(worksheet, std::move(in_use));
  for (const TripCostMethod method : trip_cost_methods) {
    add_line(worksheet, trip_cost(trip_cost_line(method), method, trip, worksheet));
  }

  // 11. Line 9 multiplied by line 10.
  WorksheetLine annual(Line::travel_budget_annual);
  const std::optional<Money> each = use_money(annual, worksheet, Line::travel_budget_trip_cost);
  const Known<Count> trips = use(annual, Leaf::travel_budget_trips, answers.count(Leaf::travel_budget_trips));
  if (each && trips.has_value()) annual.value = times(*each, trips.value());
  add_line(worksheet, std::move(annual));
}

}  // namespace ftt::calc_detail
