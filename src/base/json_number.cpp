// Takes decimals apart. Does not read JSON (json_events.h).
#include "base/json_number.h"

#include <algorithm>

#include "base/text.h"

namespace ftt {

DecimalParts take_apart(std::string_view text) {
  constexpr std::int64_t beyond_all = 1'000'000;
  DecimalParts parts;
  std::size_t at = 0;
  if (text.starts_with('-')) {
    parts.is_negative = true;
    ++at;
  }
  bool point_seen = false;
  for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
    if (text[at] == '.') {
      point_seen = true;
      continue;
    }
    const bool is_leading_zero = parts.digits.empty() && text[at] == '0';
    if (!is_leading_zero) parts.digits.push_back(text[at]);
    if (!point_seen && !is_leading_zero) ++parts.point_after;
    if (point_seen && is_leading_zero) --parts.point_after;
  }
  if (at < text.size()) {
    ++at;
    const bool is_negative_power = text[at] == '-';
    std::int64_t power = 0;
    for (; at < text.size(); ++at) {
      if (is_digit(text[at])) power = std::min(power * 10 + (text[at] - '0'), beyond_all);
    }
    parts.point_after += is_negative_power ? -power : power;
  }
  while (parts.digits.ends_with('0')) parts.digits.pop_back();
  return parts;
}

bool is_written_exactly(const DecimalParts& parts) {
  constexpr std::string_view two_to_the_53 = "9007199254740992";
  const auto digit_count = static_cast<std::int64_t>(parts.digits.size());
  if (digit_count <= 15) return parts.point_after > -300 && parts.point_after <= 301;
  return digit_count == 16 && parts.point_after == 16 && parts.digits <= two_to_the_53;
}

bool is_beyond_binary64(const DecimalParts& parts) {
  // The middle between the greatest finite number and the power of two above it, which rounds up.
  constexpr std::string_view first_digits_beyond = "1797693134862315807937289714053034150799";
  constexpr std::int64_t digits_of_the_greatest = 309;
  if (parts.digits.empty()) return false;
  return parts.point_after > digits_of_the_greatest ||
         (parts.point_after == digits_of_the_greatest && parts.digits >= first_digits_beyond);
}

}  // namespace ftt
