// Exact fractions and the one rounding (calculation "Numbers", worked example A).
#include "base/ratio.h"

#include <doctest/doctest.h>

#include "base/random.h"

namespace ftt {
namespace {

TEST_SUITE("Numbers: ratio and rounding") {
  TEST_CASE("halves go away from zero, on both sides") {
    CHECK(round_half_away(Ratio(5, 2)) == 3);
    CHECK(round_half_away(Ratio(-5, 2)) == -3);
    CHECK(round_half_away(Ratio(249, 100)) == 2);
    CHECK(round_half_away(Ratio(-249, 100)) == -2);
    CHECK(round_half_away(Ratio(1, -2)) == -1);
    CHECK(round_half_away(Ratio(0, 7)) == 0);
    CHECK(round_to_money(Ratio(5, 10)) == Money::from_cents(1));
    CHECK(round_to_dollars(Ratio(Money::from_cents(50))) == Money::from_dollars(1));
    CHECK(round_to_dollars(Ratio(Money::from_cents(-149))) == Money::from_dollars(-1));
    CHECK(round_to_percent(Ratio(1, 8)) == Percent::from_units(1250));
    CHECK(round_to_percent(Ratio(-5, 100'000)) == Percent::from_units(-1));
  }

  TEST_CASE("worked example A: salaries and the percentage") {
    const Ratio base(Money::from_dollars(85'802));
    const Money agency = round_to_dollars(base * (Ratio(1) + Ratio(Percent::from_units(3394))));
    const Money requested = round_to_dollars(base * (Ratio(1) + Ratio(Percent::from_units(1706))));
    CHECK(agency == Money::from_dollars(114'923));
    CHECK(requested == Money::from_dollars(100'440));
    const Money net = requested - agency + Money::from_cents(618'720);
    CHECK(to_decimal(net) == "-8295.80");
    CHECK(to_decimal(round_to_percent(Ratio(net) / Ratio(agency))) == "-7.22");
  }

  TEST_CASE("what does not fit is said, not wrapped around") {
    const Ratio huge = Ratio(Money::from_cents(INT64_MAX)) / Ratio(Money::from_cents(1));
    CHECK_FALSE(try_round_to_percent(huge).has_value());
    CHECK_FALSE(huge.nearest(2).has_value());
    CHECK(huge.nearest(1) == INT64_MAX);
    CHECK(try_round_to_percent(Ratio(1, 3)) == Percent::from_units(3333));
  }

  TEST_CASE("a part of an amount is to the cent, however large the amount, on both sides of zero") {
    CHECK(round_to_money(Money::from_cents(INT64_MAX), Ratio(213, 213)) == Money::from_cents(INT64_MAX));
    CHECK(round_to_money(Money::from_cents(-INT64_MAX), Ratio(1, 2)) == Money::from_cents(-(INT64_MAX / 2) - 1));
    CHECK(round_to_money(Money::from_cents(-5), Ratio(1, 2)) == Money::from_cents(-3));
    CHECK(round_to_money(Money(), Ratio(59, 182)) == Money());
  }

  TEST_CASE("long products are brought to lowest terms before they are given up") {
    Ratio product(1);
    for (int i = 0; i < 40; ++i) product = product * Ratio(365, 100) * Ratio(100, 365);
    CHECK(product == Ratio(1));
  }

  TEST_CASE("the laws of fractions, over seeded numbers") {
    Random random(11);
    const auto any = [&] { return Ratio(random.between(-1'000'000, 1'000'000), random.between(1, 10'000)); };
    for (int i = 0; i < 5000; ++i) {
      const Ratio a = any();
      const Ratio b = any();
      const Ratio c = any();
      REQUIRE(a + b == b + a);
      REQUIRE(a * b == b * a);
      REQUIRE(a * (b + c) == a * b + a * c);
      REQUIRE(a - b == a + -b);
      REQUIRE((a < b) == (b > a));
      if (!b.is_zero()) REQUIRE(a / b * b == a);
    }
  }

  TEST_CASE("rounding is odd, and never off by more than a half") {
    Random random(12);
    for (int i = 0; i < 5000; ++i) {
      const Ratio value(random.between(-1'000'000'000, 1'000'000'000), random.between(1, 100'000));
      const std::int64_t rounded = round_half_away(value);
      REQUIRE(round_half_away(-value) == -rounded);
      REQUIRE(value - Ratio(rounded) <= Ratio(1, 2));
      REQUIRE(Ratio(rounded) - value <= Ratio(1, 2));
    }
  }
}

}  // namespace
}  // namespace ftt
