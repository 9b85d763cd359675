// Amount: a sum of money in whole cents, in 128 bits: no number of packets brings it to overflow.
//
// 10^7 packets at the largest amount that can be typed, 10^12 cents, come to 10^19, which 64 bits do not hold and 128
// bits hold 10^19 times over.
//
// Does not: round, or read what a person typed (base/money.h).
#pragma once

#include <compare>
#include <string>

#include "base/money.h"

namespace ftt::report {

__extension__ using Wide = __int128;

class Amount {
 public:
  constexpr Amount() = default;  // nothing: $0.00
  explicit constexpr Amount(Money money) : cents_(money.cents()) {}
  static constexpr Amount from_cents(Wide cents) {
    Amount amount;
    amount.cents_ = cents;
    return amount;
  }

  constexpr Wide cents() const { return cents_; }

  friend constexpr Amount operator+(Amount a, Amount b) {
    Amount sum;
    FTT_ASSERT(!__builtin_add_overflow(a.cents_, b.cents_, &sum.cents_), "A sum of amounts does not fit.");
    return sum;
  }
  friend constexpr Amount operator-(Amount a, Amount b) {
    Amount difference;
    FTT_ASSERT(!__builtin_sub_overflow(a.cents_, b.cents_, &difference.cents_),
               "A difference of amounts does not fit.");
    return difference;
  }
  constexpr Amount& operator+=(Amount other) { return *this = *this + other; }

  friend constexpr auto operator<=>(Amount, Amount) = default;

 private:
  Wide cents_ = 0;
};

// The form of files: "-1234.50".
std::string to_decimal(Amount amount);
// The form that people read: "$1,234.50", or "−$1,234.50" with U+2212.
std::string to_display(Amount amount);

}  // namespace ftt::report
