// Count: a whole number of things: trips, months, people, days of an assignment.
//
// Does not: hold money, dates or anything with decimal places.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ftt {

class Count {
 public:
  constexpr Count() = default;
  explicit constexpr Count(std::int64_t value) : value_(value) {}
  constexpr std::int64_t value() const { return value_; }

  friend constexpr auto operator<=>(Count, Count) = default;

 private:
  std::int64_t value_ = 0;
};

// A whole number from minimum to maximum: `4`, `1,200`. Errors: empty, malformed, too_precise, out_of_range.
Result<Count> parse_count(std::string_view text, std::int64_t minimum, std::int64_t maximum);

// "4".
std::string to_decimal(Count count);
// "1,200".
std::string to_display(Count count);
// "two", up to "ten"; others as to_display.
std::string in_words(Count count);

}  // namespace ftt
