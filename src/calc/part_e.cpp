// Part E, the travel budget: lines 5, 6, 9 and 11 (App. A, Part E; 41 CFR 301-11.101).
//
// Line 9 is worked out in all four readings; the one in use is the form's own wording unless another is chosen.
#include "base/text.h"
#include "calc/parts.h"
#include "order/registers.h"

namespace ftt::calc_detail {

namespace {

// What goes into line 9.
struct TripFigures {
  const WorksheetLine& mie;      // E5
  const WorksheetLine& lodging;  // E6
  Known<Money> transport;        // E4
  Known<Money> extra;            // E7
  Known<Nights> nights;          // E8
};

// Lines 5 and 6: as typed over, else from the per diem table.
const WorksheetLine& per_diem_line(Worksheet& worksheet, Leaf typed, std::string_view id, std::string_view item,
                                   std::string_view label, Citation cite, const FoundRates& found, Money PerDiem::*rate,
                                   const Answers& answers) {
  WorksheetLine& line = add_line(worksheet, id, item, label, cite, "");
  if (!answers.is_empty(typed)) {
    line.origin = Origin::entered;
    const Known<Money> amount = answers.money(typed);
    if (amount.has_value()) {
      line.value = amount.value();
    } else {
      add_need(line, id);
    }
    return line;
  }
  line.origin = Origin::table;
  line.said = found.per_diem_said;
  for (const std::string_view need : found.per_diem_needs) add_need(line, need);
  if (!found.per_diem) return line;
  const PerDiem& per_diem = *found.per_diem;
  line.value = per_diem.*rate;
  line.rates.push_back({per_diem.source.table, per_diem.destination, per_diem.fiscal_year, per_diem.source.note});
  line.note = found.is_dearest_month ? "The rate of the most expensive month of the year; pick a month to use its rate."
                                     : "The rate of the month that was picked.";
  worksheet.per_diem_fiscal_year = per_diem.fiscal_year;
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

constexpr std::string_view ids[] = {"travel_budget.trip_cost.as_worded", "travel_budget.trip_cost.per_night",
                                    "travel_budget.trip_cost.per_diem", "travel_budget.trip_cost.extras_only"};

std::string_view formula_of(TripCostMethod method) {
  return find_order_reading(concat("trip_cost.", name_of(method)))->formula;
}

// 9. Total cost per trip to the agency worksite, in one reading.
void trip_cost(WorksheetLine& line, TripCostMethod method, const TripFigures& trip, bool must_be_chosen) {
  line.reading = name_of(method);
  line.rounding = to_the_cent;
  const Known<Money> transport = use(line, Leaf::travel_budget_transport, trip.transport);
  const std::optional<Money> mie = use_money(line, trip.mie);
  const std::optional<Money> lodging = use_money(line, trip.lodging);
  const Known<Money> extra = use(line, Leaf::travel_budget_extra, trip.extra);
  const Known<Nights> nights = use(line, Leaf::travel_budget_nights, trip.nights);
  if (method == TripCostMethod::as_worded) {
    line.note = "Taken as worded, the fare and the extras are multiplied by the nights as well.";
    if (nights.has_value() && nights.value() == Nights()) {
      line.note = "With 0 nights the form's wording multiplies every cost of a trip by 0.";
      if (must_be_chosen) add_need(line, info(Leaf::travel_budget_trip_cost_method).id);
    }
  }
  if (!line.needs.empty()) return;
  line.value = round_to_money(trip_cents(method, Ratio(transport.value()), Ratio(*mie), Ratio(*lodging),
                                         Ratio(extra.value()), Ratio(nights.value())));
}

}  // namespace

PartE calculate_part_e(Worksheet& worksheet, const FoundRates& found, const Answers& answers,
                       const CalcSettings& settings) {
  // 5 and 6. M&IE per day and hotel per night, from the per diem chart.
  const WorksheetLine& mie =
      per_diem_line(worksheet, Leaf::travel_budget_mie, "travel_budget.mie", "E5", "M&IE cost per day",
                    cite("App. A, Part E, line 5"), found, &PerDiem::meals_and_incidentals, answers);
  const WorksheetLine& lodging =
      per_diem_line(worksheet, Leaf::travel_budget_lodging, "travel_budget.lodging", "E6", "Hotel cost per night",
                    cite("App. A, Part E, line 6"), found, &PerDiem::lodging, answers);

  Known<Money> extra = answers.money(Leaf::travel_budget_extra);
  if (settings.purpose == Purpose::estimate && answers.is_empty(Leaf::travel_budget_extra)) {
    extra = Known<Money>::assumed(Money());
  }
  const TripFigures trip{mie, lodging, answers.money(Leaf::travel_budget_transport), extra,
                         answers.nights(Leaf::travel_budget_nights)};

  const Known<TripCostMethod> chosen = answers.trip_cost_method();
  worksheet.method_in_use = chosen.value_or(TripCostMethod::as_worded);
  worksheet.method_must_be_chosen = chosen.is_missing() && trip.nights.has_value() && trip.nights.value() == Nights();
  const bool is_method_bad = answers.is_bad(Leaf::travel_budget_trip_cost_method);

  constexpr std::string_view label = "Total cost per trip to agency worksite";
  WorksheetLine& in_use = add_line(worksheet, "travel_budget.trip_cost", "E9", label, cite("App. A, Part E, line 9"),
                                   formula_of(worksheet.method_in_use));
  trip_cost(in_use, worksheet.method_in_use, trip, worksheet.method_must_be_chosen);
  if (is_method_bad) {
    add_need(in_use, info(Leaf::travel_budget_trip_cost_method).id);
    in_use.value = Figure();
  }
  std::array<const WorksheetLine*, 4> readings{};
  for (const TripCostMethod method : trip_cost_methods) {
    const std::size_t number = static_cast<std::size_t>(method);
    WorksheetLine& reading =
        add_line(worksheet, ids[number], "E9", label, cite("App. A, Part E, line 9"), formula_of(method));
    trip_cost(reading, method, trip, worksheet.method_must_be_chosen);
    readings[number] = &reading;
  }

  // 11. Line 9 multiplied by line 10.
  WorksheetLine& annual = add_line(worksheet, "travel_budget.annual", "E11",
                                   "Annual planned cost (or savings) to travel to the agency worksite",
                                   cite("App. A, Part E, line 11"), "E9 × E10");
  const std::optional<Money> each = use_money(annual, in_use);
  const Known<Count> trips = use(annual, Leaf::travel_budget_trips, answers.count(Leaf::travel_budget_trips));
  if (each && trips.has_value()) annual.value = times(*each, trips.value());
  return {readings, in_use, annual};
}

}  // namespace ftt::calc_detail
