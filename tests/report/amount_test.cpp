// Amount: sums of any number of packets, and the two written forms.
#include "report/amount.h"

#include <doctest/doctest.h>

namespace ftt::report {
namespace {

TEST_SUITE("report: amounts") {
  TEST_CASE("10^7 packets at the largest amount come to their exact sum, by the type") {
    constexpr Wide packets = 10'000'000;
    constexpr Wide most = Wide{1} << 126;  // with a sign and a bit to spare
    static_assert(packets * max_money_input.cents() < most);
    static_assert(packets * max_money_input.cents() > INT64_MAX);
    const Amount sum = Amount::from_cents(packets * max_money_input.cents());
    CHECK(to_decimal(sum) == "99999999999900000.00");
    CHECK(to_decimal(sum + Amount(max_money_input)) == "100000009999899999.99");
    CHECK(to_decimal(Amount() - sum) == "-99999999999900000.00");
  }

  TEST_CASE("both forms write what Money writes") {
    for (const std::int64_t cents :
         {0L, 7L, 70L, 700L, 99'999L, 100'000L, 123'456'789L, -1L, -12'345L, -100'000'000L}) {
      const Money money = Money::from_cents(cents);
      CHECK(to_decimal(Amount(money)) == ftt::to_decimal(money));
      CHECK(to_display(Amount(money)) == ftt::to_display(money));
    }
    CHECK(to_display(Amount::from_cents(Wide{INT64_MAX} * 100)) == "$9,223,372,036,854,775,807.00");
  }
}

}  // namespace
}  // namespace ftt::report
