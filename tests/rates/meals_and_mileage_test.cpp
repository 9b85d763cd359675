// 41 CFR 301-11.18 and 301-11.101 (meals), 301-10 (mileage).
#include <doctest/doctest.h>

#include <set>

#include "rates/rates_files.h"

namespace ftt {
namespace {

using test::all_rates;
using test::csv;

TEST_CASE("41 CFR 301-11.101: every tier of every year, the first and last day at 75%") {
  for (const auto& row : csv("meal_tiers.csv")) {
    const Money total = Money::from_dollars(std::stoi(row[1]));
    const LookUp<MealTier> tier = all_rates().meal_tier(std::stoi(row[0]), total);
    REQUIRE(tier.has_value());
    CHECK(tier->breakfast + tier->lunch + tier->dinner + tier->incidentals == total);
    CHECK(tier->breakfast == Money::from_dollars(std::stoi(row[2])));
    CHECK(tier->incidentals == Money::from_dollars(std::stoi(row[5])));
    CHECK(to_decimal(tier->first_and_last_day) == row[6]);
    CHECK(tier->first_and_last_day.cents() * 4 == total.cents() * 3);
  }
  CHECK(all_rates().meal_tier(2028, Money::from_dollars(92))->source.year == 2027);
  CHECK(all_rates().meal_tier(2027, Money::from_dollars(91)).why().lack == Lack::tier_unknown);
  CHECK(all_rates().meal_tier(2010, Money::from_dollars(46)).why().lack == Lack::year_not_held);
}

TEST_CASE("41 CFR 301-10: mileage on the first and last day of every rate, and past the last") {
  for (const auto& row : csv("mileage.csv")) {
    for (const std::string& day : {row[0], row[1]}) {
      const LookUp<Mileage> mileage = all_rates().mileage(*Date::from_iso(day));
      REQUIRE(mileage.has_value());
      CHECK(to_iso(mileage->first) == row[0]);
      CHECK(to_iso(mileage->last) == row[1]);
      CHECK(mileage->note.empty());
      CHECK(mileage->motorcycle.has_value() == !row[4].empty());
    }
  }
  CHECK(all_rates().mileage(calendar_date(2026, 6, 30))->own_car == MileRate::from_units(725));
  CHECK(all_rates().mileage(calendar_date(2026, 7, 1))->own_car == MileRate::from_units(760));
  CHECK(all_rates().mileage(calendar_date(2026, 7, 1))->airplane == MileRate::from_units(1'935));
  const LookUp<Mileage> past = all_rates().mileage(calendar_date(2027, 1, 1));
  CHECK(past->own_car == MileRate::from_units(760));
  CHECK(past->note == "mileage after December 31, 2026 is not known; the rate of July 1, 2026 used");
  CHECK(all_rates().mileage(calendar_date(2017, 12, 31)).why().lack == Lack::date_not_held);
}

}  // namespace
}  // namespace ftt
