// Reading and writing amounts of money.
#include "base/money.h"

#include "base/number_text.h"
#include "base/text.h"

namespace ftt {

namespace {

constexpr NumberWords money_words{"An amount of money", "$1,234.50",
                                  "has dollars and cents, so at most two decimal places"};

std::uint64_t magnitude_of(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? ~bits + 1 : bits;
}

void append_cents(std::string& target, std::uint64_t magnitude) {
  const auto cents = static_cast<unsigned>(magnitude % 100);
  append(target, '.', static_cast<char>('0' + cents / 10), static_cast<char>('0' + cents % 10));
}

Error parenthesis_error(std::string_view typed) {
  return Error{ErrorCode::malformed,
               {},
               concat(in_quotes(typed),
                      " has a parenthesis without its other half; write (250) or -250 for a negative amount, "
                      "and no parenthesis otherwise.")};
}

// 412.60 USD, USD 412.60, US$412.60 and 412.60 dollars: there is no other currency.
std::string_view without_currency_word(std::string_view text) {
  for (const std::string_view word : {"usd", "us$", "dollars", "dollar"}) {
    if (text.size() <= word.size()) continue;
    if (equal_ignoring_ascii_case(text.substr(text.size() - word.size()), word)) {
      return trim(text.substr(0, text.size() - word.size()));
    }
    if (equal_ignoring_ascii_case(text.substr(0, word.size()), word)) return trim(text.substr(word.size()));
  }
  return text;
}

// In front of the digits, or behind them: $5 and 5$.
bool take_dollar(std::string_view& text) {
  if (!text.starts_with('$') && !text.ends_with('$')) return false;
  if (text.starts_with('$')) {
    text.remove_prefix(1);
  } else {
    text.remove_suffix(1);
  }
  text = trim(text);
  return true;
}

}  // namespace

Result<Money> parse_money(std::string_view text) {
  std::string_view rest = without_currency_word(trim(text));
  // -250, -$250, $-250, (250) and $(250): the parentheses of bookkeeping are a minus.
  WrittenSign sign = take_sign(rest);
  const bool has_dollar = take_dollar(rest);
  const bool opened = rest.starts_with('(');
  if (opened != rest.ends_with(')')) return parenthesis_error(text);
  if (opened) {
    rest.remove_prefix(1);
    if (rest.empty()) return parenthesis_error(text);
    rest.remove_suffix(1);
    rest = trim(rest);
  }
  if (sign == WrittenSign::none) sign = take_sign(rest);
  if (!has_dollar) take_dollar(rest);
  if (sign == WrittenSign::none) sign = take_sign(rest);
  if (opened && sign != WrittenSign::none) return number_error(NumberFault::second_sign, text, money_words);

  const ScannedNumber number = scan_number(rest, 2, Commas::between_groups);
  if (number.fault == NumberFault::too_large || number.units > max_money_input.cents()) {
    return Error{ErrorCode::out_of_range,
                 {},
                 concat(in_quotes(text), " is more than ", to_display(max_money_input),
                        ", the largest amount allowed; check it for extra digits.")};
  }
  if (number.fault != NumberFault::none) return number_error(number.fault, text, money_words);
  return Money::from_cents(opened || sign == WrittenSign::minus ? -number.units : number.units);
}

std::string to_decimal(Money amount) {
  const std::uint64_t magnitude = magnitude_of(amount.cents());
  std::string decimal;
  if (amount < Money()) decimal.push_back('-');
  append(decimal, magnitude / 100);
  append_cents(decimal, magnitude);
  return decimal;
}

std::string to_display(Money amount) {
  const std::uint64_t magnitude = magnitude_of(amount.cents());
  std::string display = amount < Money() ? "\u2212$" : "$";
  append(display, with_thousands_commas(static_cast<long long>(magnitude / 100)));
  append_cents(display, magnitude);
  return display;
}

}  // namespace ftt
