// The two written forms of an amount of 128 bits.
#include "report/amount.h"

#include <string_view>

#include "base/text.h"

namespace ftt::report {
namespace {

// The digits of the cents with at least one dollar: "1234.50", "0.07"; `comma` between groups of three.
std::string written(Wide cents, std::string_view comma) {
  std::string backwards;
  int digits = 0;
  for (bool is_negative = cents < 0; cents != 0 || digits < 3; cents /= 10, ++digits) {
    if (digits == 2) backwards.push_back('.');
    if (digits > 2 && (digits - 2) % 3 == 0) backwards.append(comma);
    const int digit = static_cast<int>(cents % 10);
    backwards.push_back(static_cast<char>('0' + (is_negative ? -digit : digit)));
  }
  return std::string(backwards.rbegin(), backwards.rend());
}

}  // namespace

std::string to_decimal(Amount amount) {
  return concat(amount < Amount() ? "-" : "", written(amount.cents(), ""));
}

std::string to_display(Amount amount) {
  return concat(amount < Amount() ? "\u2212$" : "$", written(amount.cents(), ","));
}

}  // namespace ftt::report
