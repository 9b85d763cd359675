// Reading and writing whole numbers.
#include "base/count.h"

#include <array>

#include "base/number_text.h"
#include "base/text.h"

namespace ftt {

Result<Count> parse_count(std::string_view text, std::int64_t minimum, std::int64_t maximum) {
  constexpr NumberWords words{"A whole number", "4", "has no decimal places", "write a whole number"};
  std::string_view rest = trim(text);
  const WrittenSign sign = take_sign(rest);
  const ScannedNumber number = scan_number(rest, 0, Commas::between_groups);
  if (number.fault != NumberFault::none && number.fault != NumberFault::too_large) {
    return number_error(number.fault, text, words);
  }
  const std::int64_t value = sign == WrittenSign::minus ? -number.units : number.units;
  if (number.fault == NumberFault::too_large || value < minimum || value > maximum) {
    return Error{ErrorCode::out_of_range,
                 {},
                 concat(in_quotes(text), " is out of range; write a whole number from ",
                        with_thousands_commas(minimum), " to ", with_thousands_commas(maximum), ".")};
  }
  return Count(value);
}

std::string to_decimal(Count count) {
  return concat(count.value());
}

std::string to_display(Count count) {
  return with_thousands_commas(count.value());
}

std::string in_words(Count count) {
  constexpr std::array<std::string_view, 11> words = {"zero", "one",   "two",   "three", "four", "five",
                                                      "six",  "seven", "eight", "nine",  "ten"};
  const std::int64_t value = count.value();
  const bool has_word = value >= 0 && value < static_cast<std::int64_t>(words.size());
  return has_word ? std::string(words[static_cast<std::size_t>(value)]) : to_display(count);
}

}  // namespace ftt
