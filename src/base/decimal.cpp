// Reading and writing shares, nights and percentages.
#include "base/decimal.h"

#include "base/number_text.h"
#include "base/text.h"

namespace ftt {

namespace {

// The number of units with the point so many places from its end, and at least so many places written.
std::string with_point(std::int64_t units, int places, int fewest_places) {
  const auto bits = static_cast<std::uint64_t>(units);
  std::string digits = concat(units < 0 ? ~bits + 1 : bits);
  const auto kept = static_cast<std::size_t>(places);
  if (digits.size() <= kept) digits.insert(0, kept + 1 - digits.size(), '0');
  std::string_view whole = std::string_view(digits).substr(0, digits.size() - kept);
  std::string_view fraction = std::string_view(digits).substr(whole.size());
  while (fraction.size() > static_cast<std::size_t>(fewest_places) && fraction.ends_with('0'))
    fraction.remove_suffix(1);
  std::string decimal;
  if (units < 0) decimal.push_back('-');
  append(decimal, whole);
  if (!fraction.empty()) append(decimal, '.', fraction);
  return decimal;
}

std::string with_minus_sign(std::string decimal) {
  if (decimal.starts_with('-')) decimal.replace(0, 1, "\u2212");
  return decimal;
}

// "%", or the word.
bool take_percent_sign(std::string_view& text) {
  for (const std::string_view sign : {"%", "percent"}) {
    if (text.size() < sign.size()) continue;
    if (!equal_ignoring_ascii_case(text.substr(text.size() - sign.size()), sign)) continue;
    text = trim(text.substr(0, text.size() - sign.size()));
    return true;
  }
  return false;
}

constexpr NumberWords share_words{"A percentage", "85.5%", "has at most two decimal places"};
constexpr NumberWords nights_words{"The number of nights", "3 or 2.5", "has at most two decimal places"};
constexpr NumberWords percent_words{"A percentage", "33.94", "has at most two decimal places"};

Error share_range_error(std::string_view typed) {
  return Error{ErrorCode::out_of_range,
               {},
               concat(in_quotes(typed), " is not a percentage from 0% to 100%; write one.")};
}

// 70/20/10: three shares where one goes.
Error several_shares_error(std::string_view typed) {
  std::string_view first = trim(typed.substr(0, typed.find('/')));
  take_percent_sign(first);
  const ScannedNumber number = scan_number(first, 2, Commas::refused);
  const bool is_percentage = number.fault == NumberFault::none && number.units > 100 && number.units <= 10'000;
  return Error{ErrorCode::malformed,
               {},
               concat(in_quotes(typed), " is more than one percentage; each goes in its own field: write ",
                      is_percentage ? with_point(number.units, 2, 0) : "70", "% here.")};
}

}  // namespace

Result<Share> parse_share(std::string_view text) {
  std::string_view rest = trim(text);
  if (rest.find('/') != std::string_view::npos) return several_shares_error(rest);
  const bool has_percent_sign = take_percent_sign(rest);
  const WrittenSign sign = take_sign(rest);
  const ScannedNumber number = scan_number(rest, has_percent_sign ? 2 : Share::places, Commas::refused);
  if (number.fault == NumberFault::comma) {
    return Error{ErrorCode::malformed,
                 {},
                 concat(in_quotes(text), " has a comma; a percentage takes a point: write it like 85.5%.")};
  }
  if (number.fault == NumberFault::too_large) return share_range_error(text);
  if (number.fault != NumberFault::none) return number_error(number.fault, text, share_words);
  if (sign == WrittenSign::minus && number.units != 0) return share_range_error(text);
  if (number.units <= Share::scale) return Share::from_units(number.units);
  // More than the whole: a percentage.
  if (has_percent_sign || number.units / 100 > Share::scale) return share_range_error(text);
  if (number.units % 100 != 0) return number_error(NumberFault::too_many_places, text, share_words);
  return Share::from_units(number.units / 100);
}

Result<Nights> parse_nights(std::string_view text) {
  constexpr Nights most = Nights::from_whole(365);
  std::string_view rest = trim(text);
  const WrittenSign sign = take_sign(rest);
  const ScannedNumber number = scan_number(rest, Nights::places, Commas::refused);
  const bool is_large = number.fault == NumberFault::too_large || number.units > most.units();
  if (number.fault != NumberFault::none && !is_large) return number_error(number.fault, text, nights_words);
  if (sign == WrittenSign::minus && (is_large || number.units != 0)) {
    return Error{
        ErrorCode::out_of_range, {}, concat(in_quotes(text), " is below 0 nights; write a number from 0 to 365.")};
  }
  if (is_large) {
    return Error{ErrorCode::out_of_range,
                 {},
                 concat(in_quotes(text), " is more nights than a year has; write a number from 0 to 365.")};
  }
  return Nights::from_units(number.units);
}

Result<Percent> parse_percent(std::string_view text) {
  constexpr Percent least = Percent::from_whole(-100);
  constexpr Percent most = Percent::from_whole(1000);
  std::string_view rest = trim(text);
  take_percent_sign(rest);
  const WrittenSign sign = take_sign(rest);
  const ScannedNumber number = scan_number(rest, Percent::places, Commas::between_groups);
  if (number.fault != NumberFault::none && number.fault != NumberFault::too_large) {
    return number_error(number.fault, text, percent_words);
  }
  const Percent percent = Percent::from_units(sign == WrittenSign::minus ? -number.units : number.units);
  if (number.fault == NumberFault::too_large || percent < least || percent > most) {
    return Error{ErrorCode::out_of_range,
                 {},
                 concat(in_quotes(text), " is out of range; write a percentage from -100 to 1,000.")};
  }
  return percent;
}

std::string to_decimal(Share share) {
  return with_point(share.units(), Share::places, 0);
}
std::string to_decimal(Nights nights) {
  return with_point(nights.units(), Nights::places, 0);
}
std::string to_decimal(Percent percent) {
  return with_point(percent.units(), Percent::places, Percent::places);
}

std::string to_display(Share share) {
  return with_minus_sign(with_point(share.units(), 2, 0)) + "%";
}
std::string to_display(Nights nights) {
  return with_minus_sign(to_decimal(nights));
}
std::string to_display(Percent percent) {
  return with_minus_sign(to_decimal(percent)) + "%";
}

}  // namespace ftt
