// The tiers that a day's meals and incidentals are split by (41 CFR 301-11.18, 301-11.101), and mileage (301-10).
// Does not know the meals of places outside of the 48 states, which DoD splits otherwise.

#include <algorithm>

#include "base/text.h"
#include "rates/rates.h"
#include "rates/tables.h"

namespace ftt {
namespace {

Money dollars_and_cents(std::string_view text) {
  return Money::from_cents(decimal_units(text, 2));
}

std::optional<MileRate> mile_rate(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return MileRate::from_units(decimal_units(text, 3));
}

Date date_of(std::string_view text) {
  const Result<Date> date = Date::from_iso(text);
  FTT_ASSERT(date.has_value(), "A date in a checked pack does not exist.");
  return *date;
}

}  // namespace

LookUp<MealTier> Rates::meal_tier(int fiscal_year, Money total) const {
  const RateTable* table = parts_->tables.find(TableKind::meal_tiers, fiscal_year);
  const RateTable* newest = parts_->tables.newest(TableKind::meal_tiers);
  if (table == nullptr && newest != nullptr && fiscal_year > newest->year) table = newest;
  if (table == nullptr) {
    return WhyNot{Lack::year_not_held, concat("the tiers of meals and incidentals of FY", fiscal_year,
                                              " are not "
                                              "loaded",
                                              has_history() ? "" : "; older years are not loaded yet")};
  }
  for (const std::string_view line : table->lines) {
    if (!is_row(line)) continue;
    Fields fields(line);
    if (dollars_and_cents(fields.next()) != total) continue;
    MealTier tier;
    tier.total = total;
    tier.breakfast = dollars_and_cents(fields.next());
    tier.lunch = dollars_and_cents(fields.next());
    tier.dinner = dollars_and_cents(fields.next());
    tier.incidentals = dollars_and_cents(fields.next());
    tier.first_and_last_day = dollars_and_cents(fields.next());
    tier.source = source_of(*table);
    return tier;
  }
  return WhyNot{Lack::tier_unknown, concat(to_display(total),
                                           " is not a tier of meals and incidentals of "
                                           "FY",
                                           table->year, "; outside of the 48 states the split is DoD's")};
}

LookUp<Mileage> Rates::mileage(Date date) const {
  std::optional<Mileage> newest;
  for (const RateTable& table : parts_->tables.all()) {
    if (table.kind != TableKind::mileage) continue;
    for (const std::string_view line : table.lines) {
      if (!is_row(line)) continue;
      Fields fields(line);
      const Date first = date_of(fields.next());
      const Date last = date_of(fields.next());
      // A later table stands over an earlier one, and the newest rate is kept for dates past all of them.
      const bool holds = first <= date && date <= last;
      const bool is_past = date > last && (!newest || (newest->last < date && last >= newest->last));
      if (!holds && !is_past) continue;
      Mileage mileage{MileRate(), std::nullopt, std::nullopt, std::nullopt, first, last, {}, source_of(table)};
      mileage.own_car = mile_rate(fields.next()).value_or(MileRate());
      mileage.government_car_available = mile_rate(fields.next());
      mileage.motorcycle = mile_rate(fields.next());
      mileage.airplane = mile_rate(fields.next());
      newest = std::move(mileage);
    }
  }
  if (!newest) {
    return WhyNot{Lack::date_not_held,
                  concat("no mileage rate is loaded for ", to_display_without_weekday(date), "; enter the rate")};
  }
  if (newest->last < date) {
    newest->note = concat("mileage after ", to_display_without_weekday(newest->last), " is not known; the rate of ",
                          to_display_without_weekday(newest->first), " used");
  }
  return *newest;
}

}  // namespace ftt
