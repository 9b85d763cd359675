// The decimal that a number of JSON writes, exactly, and what 64-bit floating point makes of it.
//
// Does not: calculate, or use floating point.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ftt {

struct DecimalParts {
  bool is_negative = false;
  std::string digits;            // significant ones, neither beginning nor ending with a zero; empty for zero
  std::int64_t point_after = 0;  // the value is 0.DIGITS times ten to this power
};

// Precondition: the text of a JSON number.
DecimalParts take_apart(std::string_view json_number);

// Whether the decimal is the shortest one of its binary64 number, so that ECMAScript writes these very digits: true
// for up to 15 digits within the normal range, and for whole numbers up to 2^53.
bool is_written_exactly(const DecimalParts& parts);

// Whether binary64 has no finite number near to it: from 1.7976931348623158079…e308 on, in either direction.
bool is_beyond_binary64(const DecimalParts& parts);

}  // namespace ftt
