// Money: what is taken, what is refused and how, and the two written forms (calculation "Numbers").
#include "base/money.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "base/refusal.h"

namespace ftt {
namespace {

std::int64_t cents_of(std::string_view text) {
  const Result<Money> money = parse_money(text);
  INFO(std::string(text), " ", (money ? std::string() : money.error().message));
  REQUIRE(money.has_value());
  return money->cents();
}

TEST_SUITE("Numbers: money") {
  TEST_CASE("the forms that people type are taken") {
    CHECK(cents_of("1234") == 123'400);
    CHECK(cents_of("1,234.5") == 123'450);
    CHECK(cents_of("$1,234.50") == 123'450);
    CHECK(cents_of("(250)") == -25'000);
    CHECK(cents_of("-250") == -25'000);
    CHECK(cents_of("−250") == -25'000);
    CHECK(cents_of("−$1,234.50") == -123'450);
    CHECK(cents_of("$-5") == -500);
    CHECK(cents_of("($1,234.50)") == -123'450);
    CHECK(cents_of(" \t412.60\u00a0") == 41'260);
    CHECK(cents_of(".5") == 50);
    CHECK(cents_of("+7") == 700);
    CHECK(cents_of("0") == 0);
    CHECK(cents_of("-0") == 0);
    CHECK(cents_of("000000000000000000000012") == 1200);
    CHECK(cents_of("1,234,567.89") == 123'456'789);
  }

  TEST_CASE("the largest amount is 9,999,999,999.99 on either side") {
    CHECK(cents_of("9,999,999,999.99") == 999'999'999'999);
    CHECK(cents_of("-9999999999.99") == -999'999'999'999);
    check_refused(parse_money("10000000000"), ErrorCode::out_of_range,
                  {"more than $9,999,999,999.99", "digits too many"});
    check_refused(parse_money("(10,000,000,000)"), ErrorCode::out_of_range, {"$9,999,999,999.99"});
    check_refused(parse_money("12345678901234567890"), ErrorCode::out_of_range,
                  {"12345678901234567890", "digits too many"});
    check_refused(parse_money(std::string(20'000, '9')), ErrorCode::out_of_range, {"…", "digits too many"});
  }

  TEST_CASE("bad amounts are refused, each with what is wrong and the mend") {
    check_refused(parse_money("12..3"), ErrorCode::malformed,
                  {"\"12..3\"", "more than one decimal point", "leave one"});
    check_refused(parse_money("1,23"), ErrorCode::malformed, {"\"1,23\"", "comma", "groups of three"});
    check_refused(parse_money("1.234"), ErrorCode::too_precise, {"\"1.234\"", "two decimal places", "1,234.50"});
    check_refused(parse_money("1e5"), ErrorCode::malformed, {"\"1e5\"", "power of ten", "digits out"});
    check_refused(parse_money("--5"), ErrorCode::malformed, {"\"--5\"", "more than one sign", "one minus"});
    check_refused(parse_money("−-5"), ErrorCode::malformed, {"more than one sign"});
    check_refused(parse_money("(-5)"), ErrorCode::malformed, {"more than one sign"});
    check_refused(parse_money("5-"), ErrorCode::malformed, {"after the digits", "in front"});
    check_refused(parse_money("(5"), ErrorCode::malformed, {"parenthesis"});
    check_refused(parse_money("5)"), ErrorCode::malformed, {"parenthesis"});
    check_refused(parse_money("("), ErrorCode::malformed, {"parenthesis"});
    check_refused(parse_money("12."), ErrorCode::malformed, {"after the decimal point"});
    check_refused(parse_money("1.234,50"), ErrorCode::malformed, {"comma"});
    check_refused(parse_money("1234,567"), ErrorCode::malformed, {"comma"});
    check_refused(parse_money(",123"), ErrorCode::malformed, {"comma"});
    check_refused(parse_money("1,"), ErrorCode::malformed, {"comma"});
    check_refused(parse_money("1,,234"), ErrorCode::malformed, {"comma"});
    check_refused(parse_money("1 234"), ErrorCode::malformed, {"space"});
    check_refused(parse_money("five"), ErrorCode::malformed, {"not a decimal number", "digits"});
    check_refused(parse_money("."), ErrorCode::malformed, {"not a decimal number"});
    check_refused(parse_money("0x10"), ErrorCode::malformed, {"not a decimal number"});
    check_refused(parse_money("€5"), ErrorCode::malformed, {"not a decimal number"});
    check_refused(parse_money("NaN"), ErrorCode::malformed, {"not a decimal number"});
    check_refused(parse_money(""), ErrorCode::empty, {"missing", "1,234.50"});
    check_refused(parse_money("  "), ErrorCode::empty, {"missing"});
    check_refused(parse_money("$"), ErrorCode::empty, {"missing"});
    check_refused(parse_money("\xff\xfe"), ErrorCode::malformed, {"??"});
  }

  TEST_CASE("the packet's form and the form for people") {
    CHECK(to_decimal(Money::from_cents(-123'450)) == "-1234.50");
    CHECK(to_decimal(Money::from_cents(5)) == "0.05");
    CHECK(to_decimal(Money()) == "0.00");
    CHECK(to_display(Money::from_cents(-123'450)) == "−$1,234.50");
    CHECK(to_display(Money::from_cents(-5)) == "−$0.05");
    CHECK(to_display(max_money_input) == "$9,999,999,999.99");
    CHECK(to_decimal(Money::from_cents(INT64_MIN)) == "-92233720368547758.08");
    CHECK(to_display(Money::from_cents(INT64_MIN)) == "−$92,233,720,368,547,758.08");
  }

  TEST_CASE("both written forms read back as the same amount") {
    Random random(6040);
    for (int i = 0; i < 20'000; ++i) {
      const std::int64_t limit = i % 2 == 0 ? max_money_input.cents() : 1'000'000;
      const Money amount = Money::from_cents(random.between(-limit, limit));
      REQUIRE(cents_of(to_decimal(amount)) == amount.cents());
      REQUIRE(cents_of(to_display(amount)) == amount.cents());
    }
  }

  TEST_CASE("sums, differences and multiples are exact") {
    CHECK(times(Money::from_cents(252'180), Count(4)) == Money::from_cents(1'008'720));
    CHECK(Money::from_dollars(1) - Money::from_cents(1) == Money::from_cents(99));
    CHECK(-Money::from_cents(7) == Money::from_cents(-7));
    Money sum;
    for (int i = 0; i < 10; ++i) sum += Money::from_cents(10);
    CHECK(sum == Money::from_dollars(1));
    sum -= Money::from_dollars(2);
    CHECK(sum < Money());
  }
}

}  // namespace
}  // namespace ftt
