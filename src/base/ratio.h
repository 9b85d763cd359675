// Ratio: an exact fraction, for what lies between the figures typed and the line shown; and the only roundings there
// are. Every rounding is half away from zero and happens once, on the line that is shown.
//
// Invariant: the denominator is positive. Parts are 64-bit and are multiplied in 128 bits; a fraction is brought to
// lowest terms only when it would not fit otherwise, and one that cannot be held even so is a mistake of ours and
// stops.
//
// Does not: approximate.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "base/count.h"
#include "base/decimal.h"
#include "base/money.h"

namespace ftt {

class Ratio {
 public:
  constexpr Ratio() = default;  // 0
  explicit constexpr Ratio(std::int64_t whole) : numerator_(whole) {}
  // Precondition: denominator is not 0.
  constexpr Ratio(std::int64_t numerator, std::int64_t denominator) : Ratio(reduced(numerator, denominator)) {}
  // The amount in cents, so that round_to_money(Ratio(money)) is the amount.
  explicit constexpr Ratio(Money amount) : numerator_(amount.cents()) {}
  explicit constexpr Ratio(Count count) : numerator_(count.value()) {}
  explicit constexpr Ratio(Share share) : numerator_(share.units()), denominator_(Share::scale) {}
  explicit constexpr Ratio(Nights nights) : numerator_(nights.units()), denominator_(Nights::scale) {}
  // The fraction that the percentage stands for: 33.94% is 0.3394.
  explicit constexpr Ratio(Percent percent) : numerator_(percent.units()), denominator_(100 * Percent::scale) {}

  constexpr std::int64_t numerator() const { return numerator_; }
  constexpr std::int64_t denominator() const { return denominator_; }
  constexpr bool is_zero() const { return numerator_ == 0; }

  friend constexpr Ratio operator+(Ratio a, Ratio b) {
    if (a.denominator_ == b.denominator_) return reduced(Wide{a.numerator_} + b.numerator_, a.denominator_);
    return reduced(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                   Wide{a.denominator_} * b.denominator_);
  }
  friend constexpr Ratio operator-(Ratio a) { return reduced(-Wide{a.numerator_}, a.denominator_); }
  friend constexpr Ratio operator-(Ratio a, Ratio b) {
    if (a.denominator_ == b.denominator_) return reduced(Wide{a.numerator_} - b.numerator_, a.denominator_);
    return reduced(Wide{a.numerator_} * b.denominator_ - Wide{b.numerator_} * a.denominator_,
                   Wide{a.denominator_} * b.denominator_);
  }
  friend constexpr Ratio operator*(Ratio a, Ratio b) {
    return reduced(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
  }
  // Precondition: b is not zero.
  friend constexpr Ratio operator/(Ratio a, Ratio b) {
    return reduced(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
  }

  friend constexpr bool operator==(Ratio a, Ratio b) {
    return Wide{a.numerator_} * b.denominator_ == Wide{b.numerator_} * a.denominator_;
  }
  friend constexpr std::strong_ordering operator<=>(Ratio a, Ratio b) {
    const Wide left = Wide{a.numerator_} * b.denominator_;
    const Wide right = Wide{b.numerator_} * a.denominator_;
    if (left < right) return std::strong_ordering::less;
    return left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
  }

  // The whole number nearest to the value so many times over, a half going away from zero; nothing where the answer
  // does not fit in 64 bits. What lies between is worked out in 128 bits and always fits.
  constexpr std::optional<std::int64_t> nearest(std::int64_t times) const {
    const Wide scaled = Wide{numerator_} * times;
    const Wide magnitude = scaled < 0 ? -scaled : scaled;
    const Wide quotient =
        fits(magnitude) ? Wide{static_cast<std::int64_t>(magnitude) / denominator_} : magnitude / denominator_;
    const Wide rest = magnitude - quotient * denominator_;
    const Wide rounded = rest >= denominator_ - rest ? quotient + 1 : quotient;
    if (!fits(rounded)) return std::nullopt;
    return static_cast<std::int64_t>(scaled < 0 ? -rounded : rounded);
  }

 private:
  __extension__ using Wide = __int128;

  static constexpr bool fits(Wide value) { return value >= -Wide{INT64_MAX} && value <= Wide{INT64_MAX}; }

  static constexpr Ratio reduced(Wide numerator, Wide denominator) {
    FTT_ASSERT(denominator != 0, "A ratio was divided by zero.");
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    if (!fits(numerator) || !fits(denominator)) {
      Wide a = numerator < 0 ? -numerator : numerator;
      Wide b = denominator;
      while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
      }
      numerator /= a;
      denominator /= a;
      FTT_ASSERT(fits(numerator) && fits(denominator), "A ratio does not fit.");
    }
    Ratio result;
    result.numerator_ = static_cast<std::int64_t>(numerator);
    result.denominator_ = static_cast<std::int64_t>(denominator);
    return result;
  }

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

// The nearest whole number. Precondition: it fits in 64 bits.
constexpr std::int64_t round_half_away(Ratio value) {
  const std::optional<std::int64_t> rounded = value.nearest(1);
  FTT_ASSERT(rounded.has_value(), "A rounded ratio does not fit.");
  return *rounded;
}
// A ratio in cents, to the cent.
constexpr Money round_to_money(Ratio cents) {
  return Money::from_cents(round_half_away(cents));
}
// The part of an amount, to the cent, however large the amount. Precondition: it fits in 64 bits.
constexpr Money round_to_money(Money amount, Ratio part) {
  const std::optional<std::int64_t> cents = part.nearest(amount.cents());
  FTT_ASSERT(cents.has_value(), "A part of an amount does not fit.");
  return Money::from_cents(*cents);
}
// A ratio in cents, to the whole dollar: the rounding of salaries.
constexpr Money round_to_dollars(Ratio cents) {
  return Money::from_dollars(round_half_away(cents / Ratio(100)));
}
// A fraction as a percentage with two places (0.0722 is 7.22%); nothing where it does not fit, as a huge amount over a
// cent does not.
constexpr std::optional<Percent> try_round_to_percent(Ratio fraction) {
  const std::optional<std::int64_t> units = fraction.nearest(100 * Percent::scale);
  if (!units) return std::nullopt;
  return Percent::from_units(*units);
}
// The same. Precondition: it fits.
constexpr Percent round_to_percent(Ratio fraction) {
  const std::optional<Percent> percent = try_round_to_percent(fraction);
  FTT_ASSERT(percent.has_value(), "A percentage does not fit.");
  return *percent;
}

}  // namespace ftt
