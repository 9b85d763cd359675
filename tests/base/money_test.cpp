// Money: what is taken, what is refused and how, and the two written forms (calculation "Numbers").
#include "base/money.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "base/refusal.h"
#include "base/text.h"

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
    CHECK(cents_of("$(1,234.50)") == -123'450);
    CHECK(cents_of("$ (1,234.50)") == -123'450);
    CHECK(cents_of("412.60 USD") == 41'260);
    CHECK(cents_of("usd 412.60") == 41'260);
    CHECK(cents_of("US$412.60") == 41'260);
    CHECK(cents_of("-412 dollars") == -41'200);
    CHECK(cents_of("412$") == 41'200);
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
    for (const std::string_view text : {"10000000000", "(10,000,000,000)", "12345678901234567890"}) {
      check_refused(
          parse_money(text), ErrorCode::out_of_range,
          concat(in_quotes(text),
                 " is more than $9,999,999,999.99, the largest amount allowed; check it for extra digits."));
    }
    check_refused(parse_money(std::string(20'000, '9')), ErrorCode::out_of_range,
                  "\"9999999999999999999999999999999999999999…\" is more than $9,999,999,999.99, the largest amount "
                  "allowed; check it for extra digits.");
  }

  TEST_CASE("bad amounts are refused, each with what is wrong and the mend") {
    check_refused(parse_money("12..3"), ErrorCode::malformed,
                  "\"12..3\" has more than one decimal point; leave one, for example $1,234.50.");
    for (const std::string_view text : {"1,23", "1.234,50", "1234,567", ",123", "1,", "1,,234"}) {
      check_refused(parse_money(text), ErrorCode::malformed,
                    concat(in_quotes(text),
                           " has a comma in the wrong place; commas only go between groups of three digits, and a "
                           "point before the decimals; write it without commas if in doubt, for example $1,234.50."));
    }
    check_refused(parse_money("1.234"), ErrorCode::too_precise,
                  "\"1.234\" has too many decimal places. An amount of money has dollars and cents, so at most two "
                  "decimal places; write it like $1,234.50.");
    check_refused(parse_money("1e5"), ErrorCode::malformed,
                  "\"1e5\" has a power of ten; write all of its digits out, for example $1,234.50.");
    for (const std::string_view text : {"--5", "−-5", "(-5)", "-$(5)"}) {
      check_refused(parse_money(text), ErrorCode::malformed,
                    concat(in_quotes(text), " has more than one sign; write one minus at most, for example $1,234.50."));
    }
    check_refused(
        parse_money("5-"), ErrorCode::malformed,
        "\"5-\" has a sign after the digits; write a minus in front, or the number alone, for example $1,234.50.");
    for (const std::string_view text : {"(5", "5)", "("}) {
      check_refused(parse_money(text), ErrorCode::malformed,
                    concat(in_quotes(text),
                           " has a parenthesis without its other half; write (250) or -250 for a negative amount, and "
                           "no parenthesis otherwise."));
    }
    check_refused(
        parse_money("12."), ErrorCode::malformed,
        "\"12.\" has no digit after the decimal point; write the digits or leave the point out, for example $1,234.50.");
    check_refused(
        parse_money("1 234"), ErrorCode::malformed,
        "\"1 234\" has a space or more than one number in it; write one number without spaces, for example $1,234.50.");
    for (const std::string_view text : {"five", ".", "0x10", "€5", "NaN", "USD", "$$5"}) {
      check_refused(parse_money(text), ErrorCode::malformed,
                    concat(in_quotes(text), " is not a decimal number; write it in digits, for example $1,234.50."));
    }
    for (const std::string_view text : {"", "  ", "$"}) {
      check_refused(parse_money(text), ErrorCode::empty,
                    "An amount of money is missing; write it in digits, for example $1,234.50.");
    }
    check_refused(parse_money("\xff\xfe"), ErrorCode::malformed,
                  "\"??\" is not a decimal number; write it in digits, for example $1,234.50.");
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
