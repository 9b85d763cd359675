// Money: a whole number of cents. A cost is positive, a saving negative.
//
// There is no Money × Money and no Money × plain number: a sum for several trips is times(money, count), and everything
// that needs rounding goes through Ratio and is rounded once (ratio.h).
//
// Does not: round, know currencies, or wrap around: a sum that does not fit is a mistake of ours and stops.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/count.h"
#include "base/result.h"

namespace ftt {

class Money {
 public:
  constexpr Money() = default;  // nothing: $0.00
  static constexpr Money from_cents(std::int64_t cents) { return Money(cents); }
  static constexpr Money from_dollars(std::int64_t dollars) {
    std::int64_t cents = 0;
    FTT_ASSERT(!__builtin_mul_overflow(dollars, std::int64_t{100}, &cents), "An amount of money does not fit.");
    return Money(cents);
  }

  constexpr std::int64_t cents() const { return cents_; }

  friend constexpr Money operator+(Money a, Money b) {
    std::int64_t cents = 0;
    FTT_ASSERT(!__builtin_add_overflow(a.cents_, b.cents_, &cents), "A sum of money does not fit.");
    return Money(cents);
  }
  friend constexpr Money operator-(Money a, Money b) {
    std::int64_t cents = 0;
    FTT_ASSERT(!__builtin_sub_overflow(a.cents_, b.cents_, &cents), "A difference of money does not fit.");
    return Money(cents);
  }
  friend constexpr Money operator-(Money a) { return Money() - a; }
  constexpr Money& operator+=(Money other) { return *this = *this + other; }
  constexpr Money& operator-=(Money other) { return *this = *this - other; }

  friend constexpr auto operator<=>(Money, Money) = default;

 private:
  explicit constexpr Money(std::int64_t cents) : cents_(cents) {}

  std::int64_t cents_ = 0;
};

// The amount so many times over.
constexpr Money times(Money amount, Count count) {
  std::int64_t cents = 0;
  FTT_ASSERT(!__builtin_mul_overflow(amount.cents(), count.value(), &cents), "A product of money does not fit.");
  return Money::from_cents(cents);
}

// The largest amount that can be typed, on either side of zero: $9,999,999,999.99.
inline constexpr Money max_money_input = Money::from_cents(999'999'999'999);

// An amount as people type it: `1234`, `1,234.5`, `$1,234.50`, `1234.50 USD`, `250 dollars`, `(250)`, `$(250)`,
// `-250`, with U+2212 for the minus too.
// Errors: empty, malformed, too_precise (a third decimal), out_of_range; each message says how to write it instead.
Result<Money> parse_money(std::string_view text);

// The form of the packet, which parse_money reads back: "-1234.50".
std::string to_decimal(Money amount);
// The form that people read: "$1,234.50", or "−$1,234.50" with U+2212.
std::string to_display(Money amount);

}  // namespace ftt
