// Decimal<places, Unit>: an exact decimal number with a fixed number of places, and the three that the form has: the
// share of duties (Part E, lines 1 to 3), nights (line 8) and percentages (Part G, line 2).
//
// The unit is a part of the type, so that nights are never added to percentages.
//
// Does not: multiply or divide; that is Ratio's (ratio.h), which rounds once.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ftt {

template <int places_kept, class Unit>
class Decimal {
 public:
  static_assert(places_kept >= 0 && places_kept <= 9);
  static constexpr int places = places_kept;
  // How many units make one: 10 to the power of the places.
  static constexpr std::int64_t scale = [] {
    std::int64_t power = 1;
    for (int i = 0; i < places_kept; ++i) power *= 10;
    return power;
  }();

  constexpr Decimal() = default;
  // The number whose last kept place counts one: Share::from_units(9500) is 0.95.
  static constexpr Decimal from_units(std::int64_t units) { return Decimal(units); }
  static constexpr Decimal from_whole(std::int64_t whole) {
    std::int64_t units = 0;
    FTT_ASSERT(!__builtin_mul_overflow(whole, scale, &units), "A decimal number does not fit.");
    return Decimal(units);
  }

  constexpr std::int64_t units() const { return units_; }

  friend constexpr Decimal operator+(Decimal a, Decimal b) {
    std::int64_t units = 0;
    FTT_ASSERT(!__builtin_add_overflow(a.units_, b.units_, &units), "A sum of decimal numbers does not fit.");
    return Decimal(units);
  }
  friend constexpr Decimal operator-(Decimal a, Decimal b) {
    std::int64_t units = 0;
    FTT_ASSERT(!__builtin_sub_overflow(a.units_, b.units_, &units), "A difference of decimal numbers does not fit.");
    return Decimal(units);
  }
  friend constexpr Decimal operator-(Decimal a) { return Decimal() - a; }
  constexpr Decimal& operator+=(Decimal other) { return *this = *this + other; }
  constexpr Decimal& operator-=(Decimal other) { return *this = *this - other; }

  friend constexpr auto operator<=>(Decimal, Decimal) = default;

 private:
  explicit constexpr Decimal(std::int64_t units) : units_(units) {}

  std::int64_t units_ = 0;
};

using Share = Decimal<4, struct ShareUnit>;      // 0.95 of the duties
using Nights = Decimal<2, struct NightsUnit>;    // 3.5 nights
using Percent = Decimal<2, struct PercentUnit>;  // 33.94 percent: units are hundredths of a percent

// The whole of the duties, which lines 1 to 3 of Part E must come to.
inline constexpr Share whole_share = Share::from_whole(1);

// A part of the whole as people type it. Up to 1 it is a part of one (`0.85`, `.85`, `1`: the whole), above 1 a
// percentage (`85`, `4`), and with the sign `%` always one (`85%`, `0.5%`); at most four places, as a percentage two.
// Errors: empty, malformed, too_precise, out_of_range.
Result<Share> parse_share(std::string_view text);
// Nights, 0 to 365 with at most two places. Errors: empty, malformed, too_precise, out_of_range.
Result<Nights> parse_nights(std::string_view text);
// A percentage, with or without its sign `%`, from -100 to 1,000 with at most two places.
// Errors: empty, malformed, too_precise, out_of_range.
Result<Percent> parse_percent(std::string_view text);

// The shortest exact form: "0.95", "1", "3.5".
std::string to_decimal(Share share);
std::string to_decimal(Nights nights);
// Always two places: "-7.22".
std::string to_decimal(Percent percent);
// For people, with U+2212 for the minus: "95%", "3.5", "−7.22%".
std::string to_display(Share share);
std::string to_display(Nights nights);
std::string to_display(Percent percent);

}  // namespace ftt
