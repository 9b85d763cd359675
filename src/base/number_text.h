// Reading a number as people type it: the one scanner behind money, counts, shares, nights and percentages.
//
// Takes digits, a decimal point, and commas between groups of three where they are allowed; allocates nothing unless a
// message has to be written.
//
// Does not: know currency signs, parentheses, percent signs or ranges; each parser takes those itself.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"

namespace ftt {

enum class Commas { refused, between_groups };
enum class WrittenSign { none, plus, minus };

enum class NumberFault {
  none,
  empty,
  second_sign,
  sign_behind,
  second_point,
  bare_point,
  comma,
  exponent,
  space,
  not_a_number,
  too_many_places,
  too_large,
};

struct ScannedNumber {
  NumberFault fault = NumberFault::none;
  std::int64_t units = 0;  // never negative; counts the last kept place
};

// Takes a sign off the front: "+", "-" or U+2212.
WrittenSign take_sign(std::string_view& text);

// A number without its sign. What does not fit in 18 digits is too_large.
ScannedNumber scan_number(std::string_view text, int places, Commas commas);

// What a message calls the thing and how it is rightly written.
struct NumberWords {
  std::string_view name;      // "An amount of money"
  std::string_view examples;  // "1,234.50"
  std::string_view places;    // "has at most two decimal places"
  std::string_view points = "leave one";  // what to do about more than one decimal point
};

// The error for a fault, with the text as it was typed. Precondition: neither none nor too_large (its mend is the
// range, which the parser knows).
Error number_error(NumberFault fault, std::string_view typed, const NumberWords& words);

}  // namespace ftt
