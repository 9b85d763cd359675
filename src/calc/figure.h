// Figure: any number that the worksheet shows, with its kind, so that it is formatted late and in one place.
//
// Does not calculate: sums are made with Money, Percent and Ratio, and only then become figures.
#pragma once

#include <cstdint>
#include <string>

#include "base/count.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/money.h"

namespace ftt {

class Figure {
 public:
  // no_number and any_number are answers too: no number of trips breaks even, or any does.
  enum class Kind : std::uint8_t { none, money, percent, share, nights, count, days, no_number, any_number };

  constexpr Figure() = default;  // none: unknown
  constexpr Figure(Money value) : units_(value.cents()), kind_(Kind::money) {}
  constexpr Figure(Percent value) : units_(value.units()), kind_(Kind::percent) {}
  constexpr Figure(Share value) : units_(value.units()), kind_(Kind::share) {}
  constexpr Figure(Nights value) : units_(value.units()), kind_(Kind::nights) {}
  constexpr Figure(Count value) : units_(value.value()), kind_(Kind::count) {}
  constexpr Figure(Days value) : units_(value.count()), kind_(Kind::days) {}

  static constexpr Figure no_number() { return Figure(Kind::no_number); }
  static constexpr Figure any_number() { return Figure(Kind::any_number); }

  constexpr Kind kind() const { return kind_; }
  constexpr bool has_value() const { return kind_ != Kind::none; }
  // Precondition: it is money.
  constexpr Money money() const {
    FTT_ASSERT(kind_ == Kind::money, "A figure that is not money was asked for money.");
    return Money::from_cents(units_);
  }
  // Precondition: it is a percentage.
  constexpr Percent percent() const {
    FTT_ASSERT(kind_ == Kind::percent, "A figure that is not a percentage was asked for one.");
    return Percent::from_units(units_);
  }
  // Cents, hundredths of a percent, ten-thousandths of a share, hundredths of a night, or a count.
  constexpr std::int64_t units() const { return units_; }

  friend constexpr bool operator==(Figure, Figure) = default;

 private:
  explicit constexpr Figure(Kind kind) : kind_(kind) {}

  std::int64_t units_ = 0;
  Kind kind_ = Kind::none;
};

// The form of the packet: "2521.80", "-7.22", "0.95", "3", "none", "any"; empty for an unknown one.
std::string to_decimal(Figure figure);
// The form for people: "$2,521.80", "−7.22%", "95%", "3", "none", "any number"; empty for an unknown one.
std::string to_display(Figure figure);

}  // namespace ftt
