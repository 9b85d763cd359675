// Any bytes as an amount, a share, nights, a percentage or a date: refused with a message, or understood as a value
// whose own writing is understood as the same value.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"
#include "base/money.h"
#include "base/text.h"
#include "base/typed_text.h"
#include "expect.h"

namespace {

template <typename Parse, typename Write>
void expect_round_trip(std::string_view text, Parse parse, Write write) {
  const auto value = parse(text);
  if (!value) {
    FTT_EXPECT(!value.error().message.empty());
    return;
  }
  const auto again = parse(write(*value));
  FTT_EXPECT(again.has_value());
  FTT_EXPECT(*again == *value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto decimal = [](auto value) { return ftt::to_decimal(value); };
  expect_round_trip(text, ftt::parse_money, decimal);
  expect_round_trip(text, ftt::parse_share, decimal);
  expect_round_trip(text, ftt::parse_nights, decimal);
  expect_round_trip(text, ftt::parse_percent, decimal);
  expect_round_trip(text, ftt::parse_date, ftt::to_iso);
  // What a field shows is understood as well.
  const auto shown = [](auto value) { return ftt::to_display(value); };
  expect_round_trip(text, ftt::parse_money, shown);
  expect_round_trip(text, ftt::parse_share, shown);
  expect_round_trip(text, ftt::parse_nights, shown);
  expect_round_trip(text, ftt::parse_date, ftt::to_numeric);
  const std::string seen = ftt::seen_text(text);
  if (ftt::is_valid_utf8(text)) FTT_EXPECT(ftt::seen_text(seen) == seen);
  return 0;
}
