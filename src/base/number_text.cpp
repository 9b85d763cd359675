// The scanner of typed numbers and its messages.
#include "base/number_text.h"

#include "base/text.h"

namespace ftt {

namespace {

constexpr std::string_view minus_sign = "\u2212";
constexpr std::int64_t largest_before_a_digit = 99'999'999'999'999'999;  // one more digit makes 18

bool starts_with_sign(std::string_view text) {
  return text.starts_with('-') || text.starts_with('+') || text.starts_with(minus_sign);
}

NumberFault fault_of_character(std::string_view rest, bool digits_seen) {
  if (starts_with_sign(rest)) return digits_seen ? NumberFault::sign_behind : NumberFault::second_sign;
  const char c = rest.front();
  if (digits_seen && (c == 'e' || c == 'E')) return NumberFault::exponent;
  if (digits_seen && (c == ' ' || c == '\t' || rest.starts_with("\u00a0"))) return NumberFault::space;
  return NumberFault::not_a_number;
}

}  // namespace

WrittenSign take_sign(std::string_view& text) {
  if (text.empty() || is_digit(text.front())) return WrittenSign::none;
  if (text.starts_with(minus_sign)) {
    text.remove_prefix(minus_sign.size());
    return WrittenSign::minus;
  }
  if (!text.starts_with('-') && !text.starts_with('+')) return WrittenSign::none;
  const WrittenSign sign = text.front() == '-' ? WrittenSign::minus : WrittenSign::plus;
  text.remove_prefix(1);
  return sign;
}

ScannedNumber scan_number(std::string_view text, int places, Commas commas) {
  if (text.empty()) return {NumberFault::empty, 0};
  std::int64_t units = 0;
  int places_seen = 0;
  int digits_in_group = 0;
  bool digits_seen = false;
  bool comma_seen = false;
  bool point_seen = false;
  bool too_large = false;
  NumberFault later_fault = NumberFault::none;  // told only if the rest is a number
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      digits_seen = true;
      ++digits_in_group;
      if (point_seen && ++places_seen > places) {
        later_fault = NumberFault::too_many_places;
        continue;
      }
      too_large = too_large || units > largest_before_a_digit;
      if (!too_large) units = units * 10 + (c - '0');
    } else if (c == '.') {
      if (point_seen) return {NumberFault::second_point, 0};
      if (comma_seen && digits_in_group != 3) return {NumberFault::comma, 0};
      point_seen = true;
    } else if (c == ',') {
      const bool first_group_fits = digits_in_group >= 1 && digits_in_group <= 3;
      const bool group_fits = comma_seen ? digits_in_group == 3 : first_group_fits;
      if (commas == Commas::refused || point_seen || !group_fits) return {NumberFault::comma, 0};
      comma_seen = true;
      digits_in_group = 0;
    } else {
      return {fault_of_character(text.substr(i), digits_seen), 0};
    }
  }
  if (!digits_seen) return {NumberFault::not_a_number, 0};
  if (point_seen && places_seen == 0) return {NumberFault::bare_point, 0};
  if (comma_seen && !point_seen && digits_in_group != 3) return {NumberFault::comma, 0};
  if (later_fault != NumberFault::none) return {later_fault, 0};
  for (int i = places_seen; i < places && !too_large; ++i) {
    too_large = units > largest_before_a_digit;
    if (!too_large) units *= 10;
  }
  return too_large ? ScannedNumber{NumberFault::too_large, 0} : ScannedNumber{NumberFault::none, units};
}

Error number_error(NumberFault fault, std::string_view typed, const NumberWords& words) {
  const auto malformed = [&](std::string_view problem, std::string_view mend) {
    return Error{ErrorCode::malformed,
                 {},
                 concat(in_quotes(typed), " ", problem, "; ", mend, ", for example ", words.examples, ".")};
  };
  switch (fault) {
    case NumberFault::empty:
      return Error{ErrorCode::empty,
                   {},
                   concat(words.name, " is missing; write it in digits, for example ", words.examples, ".")};
    case NumberFault::second_sign:
      return malformed("has more than one sign", "write one minus at most");
    case NumberFault::sign_behind:
      return malformed("has a sign after the digits", "write a minus in front, or the number alone");
    case NumberFault::second_point:
      return malformed("has more than one decimal point", words.points);
    case NumberFault::bare_point:
      return malformed("has no digit after the decimal point", "write the digits or leave the point out");
    case NumberFault::comma:
      return malformed(
          "has a comma in the wrong place",
          "commas only go between groups of three digits, and a point before the decimals; write it without "
          "commas if in doubt");
    case NumberFault::exponent:
      return malformed("has a power of ten", "write all of its digits out");
    case NumberFault::space:
      return malformed("has a space or more than one number in it", "write one number without spaces");
    case NumberFault::too_many_places:
      return Error{ErrorCode::too_precise,
                   {},
                   concat(in_quotes(typed), " has too many decimal places. ", words.name, " ", words.places,
                          "; write it like ", words.examples, ".")};
    case NumberFault::none:
    case NumberFault::too_large:
    case NumberFault::not_a_number:
      break;
  }
  return malformed("is not a decimal number", "write it in digits");
}

}  // namespace ftt
