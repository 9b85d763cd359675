// Shares, nights, percentages and counts (calculation "Numbers"; App. A, Part E, lines 1 to 3, 8 and 10).
#include "base/decimal.h"

#include <doctest/doctest.h>

#include "base/count.h"
#include "base/random.h"
#include "base/refusal.h"
#include "base/text.h"

namespace ftt {
namespace {

std::int64_t share_units(std::string_view text) {
  const Result<Share> share = parse_share(text);
  INFO(std::string(text), " ", (share ? std::string() : share.error().message));
  REQUIRE(share.has_value());
  return share->units();
}

TEST_SUITE("Numbers: shares, nights, percentages and counts") {
  TEST_CASE("a share is taken as a decimal or as a percentage") {
    CHECK(share_units("0.85") == 8500);
    CHECK(share_units(".85") == 8500);
    CHECK(share_units("85%") == 8500);
    CHECK(share_units("85 %") == 8500);
    CHECK(share_units("33.33%") == 3333);
    CHECK(share_units("0.3333") == 3333);
    CHECK(share_units("1") == 10'000);
    CHECK(share_units("100%") == 10'000);
    CHECK(share_units("0") == 0);
    CHECK(share_units("1%") == 100);
  }

  TEST_CASE("0.7 + 0.2 + 0.1 is the whole; 0.33 three times is 0.99") {
    CHECK(*parse_share("0.7") + *parse_share("0.2") + *parse_share("0.1") == whole_share);
    const Share third = *parse_share("0.33");
    CHECK(to_decimal(third + third + third) == "0.99");
  }

  TEST_CASE("a number above 1 is a percentage, up to 1 it is a part of one") {
    CHECK(share_units("96") == 9600);
    CHECK(share_units("4") == 400);
    CHECK(share_units("12.5") == 1250);
    CHECK(share_units("1.5") == 150);
    CHECK(share_units("100") == 10'000);
    CHECK(share_units("0.96") == 9600);
    CHECK(share_units("1.00") == 10'000);
    CHECK(share_units("0.5%") == 50);
    CHECK(share_units("96 percent") == 9600);
    CHECK(share_units("96 Percent") == 9600);
    for (const std::string_view text : {"70/20/10", "a/b"}) {
      check_refused(parse_share(text), ErrorCode::malformed,
                    concat(in_quotes(text), " is more than one percentage; each goes in its own field: write 70% here."));
    }
    check_refused(parse_share("85%/10%/5%"), ErrorCode::malformed,
                  "\"85%/10%/5%\" is more than one percentage; each goes in its own field: write 85% here.");
  }

  TEST_CASE("other shares that are none are refused with the mend") {
    for (const std::string_view text : {"101", "100.01", "150%", "-0.1", "−10%", "99999999999999999999"}) {
      check_refused(parse_share(text), ErrorCode::out_of_range,
                    concat(in_quotes(text), " is not a percentage from 0% to 100%; write one."));
    }
    for (const std::string_view text : {"0.33333", "33.333", "33.333%"}) {
      check_refused(parse_share(text), ErrorCode::too_precise,
                    concat(in_quotes(text),
                           " has too many decimal places. A percentage has at most two decimal places; write it like "
                           "85.5%."));
    }
    check_refused(parse_share("0,85"), ErrorCode::malformed,
                  "\"0,85\" has a comma; a percentage takes a point: write it like 85.5%.");
    check_refused(parse_share("most"), ErrorCode::malformed,
                  "\"most\" is not a decimal number; write it in digits, for example 85.5%.");
    for (const std::string_view text : {"", "%"}) {
      check_refused(parse_share(text), ErrorCode::empty,
                    "A percentage is missing; write it in digits, for example 85.5%.");
    }
  }

  TEST_CASE("App. A, Part E, line 8: nights from 0 to 365 with two places") {
    CHECK(parse_nights("3")->units() == 300);
    CHECK(parse_nights("2.5")->units() == 250);
    CHECK(parse_nights("0")->units() == 0);
    CHECK(parse_nights("365")->units() == 36'500);
    for (const std::string_view text : {"365.01", "99999999999999999999"}) {
      check_refused(parse_nights(text), ErrorCode::out_of_range,
                    concat(in_quotes(text), " is more nights than a year has; write a number from 0 to 365."));
    }
    for (const std::string_view text : {"-1", "−1"}) {
      check_refused(parse_nights(text), ErrorCode::out_of_range,
                    concat(in_quotes(text), " is below 0 nights; write a number from 0 to 365."));
    }
    check_refused(parse_nights("three"), ErrorCode::malformed,
                  "\"three\" is not a decimal number; write it in digits, for example 3 or 2.5.");
    check_refused(parse_nights("2.555"), ErrorCode::too_precise,
                  "\"2.555\" has too many decimal places. The number of nights has at most two decimal places; write "
                  "it like 3 or 2.5.");
    check_refused(parse_nights("1e2"), ErrorCode::malformed,
                  "\"1e2\" has a power of ten; write all of its digits out, for example 3 or 2.5.");
    check_refused(parse_nights(""), ErrorCode::empty,
                  "The number of nights is missing; write it in digits, for example 3 or 2.5.");
  }

  TEST_CASE("percentages from -100 to 1,000") {
    CHECK(parse_percent("33.94")->units() == 3394);
    CHECK(parse_percent("33.94%")->units() == 3394);
    CHECK(parse_percent("-100")->units() == -10'000);
    CHECK(parse_percent("1,000%")->units() == 100'000);
    for (const std::string_view text : {"1000.01", "-100.01"}) {
      check_refused(parse_percent(text), ErrorCode::out_of_range,
                    concat(in_quotes(text), " is out of range; write a percentage from -100 to 1,000."));
    }
    check_refused(
        parse_percent("1.234"), ErrorCode::too_precise,
        "\"1.234\" has too many decimal places. A percentage has at most two decimal places; write it like 33.94.");
    check_refused(parse_percent("x"), ErrorCode::malformed,
                  "\"x\" is not a decimal number; write it in digits, for example 33.94.");
  }

  TEST_CASE("App. A, Part E, line 10: counts are whole and within their bounds") {
    CHECK(parse_count("4", 0, 366)->value() == 4);
    CHECK(parse_count("1,200", 0, 2000)->value() == 1200);
    CHECK(parse_count("-3", -5, 5)->value() == -3);
    check_refused(parse_count("1..2", 0, 366), ErrorCode::malformed,
                  "\"1..2\" has more than one decimal point; write a whole number, for example 4.");
    check_refused(parse_share("1..2"), ErrorCode::malformed,
                  "\"1..2\" has more than one decimal point; leave one, for example 85.5%.");
    check_refused(parse_count("2.5", 0, 366), ErrorCode::too_precise,
                  "\"2.5\" has too many decimal places. A whole number has no decimal places; write it like 4.");
    for (const std::string_view text : {"367", "-1", "99999999999999999999"}) {
      check_refused(parse_count(text, 0, 366), ErrorCode::out_of_range,
                    concat(in_quotes(text), " is out of range; write a whole number from 0 to 366."));
    }
    check_refused(parse_count("four", 0, 366), ErrorCode::malformed,
                  "\"four\" is not a decimal number; write it in digits, for example 4.");
    check_refused(parse_count("", 0, 366), ErrorCode::empty,
                  "A whole number is missing; write it in digits, for example 4.");
    CHECK(to_decimal(Count(-1200)) == "-1200");
    CHECK(to_display(Count(1'234'567)) == "1,234,567");
    CHECK(in_words(Count(0)) == "zero");
    CHECK(in_words(Count(10)) == "ten");
    CHECK(in_words(Count(11)) == "11");
    CHECK(in_words(Count(-1)) == "−1");
  }

  TEST_CASE("written as short as exact, percentages with two places") {
    CHECK(to_decimal(Share::from_units(9500)) == "0.95");
    CHECK(to_decimal(whole_share) == "1");
    CHECK(to_decimal(Share::from_units(1)) == "0.0001");
    CHECK(to_decimal(Nights::from_units(350)) == "3.5");
    CHECK(to_decimal(Nights::from_units(0)) == "0");
    CHECK(to_decimal(Percent::from_units(-722)) == "-7.22");
    CHECK(to_decimal(Percent::from_units(-5)) == "-0.05");
    CHECK(to_decimal(Percent::from_units(3000)) == "30.00");
    CHECK(to_display(Share::from_units(9500)) == "95%");
    CHECK(to_display(Share::from_units(9525)) == "95.25%");
    CHECK(to_display(Nights::from_units(-250)) == "−2.5");
    CHECK(to_display(Percent::from_units(-722)) == "−7.22%");
    CHECK(to_decimal(Share::from_units(-5)) == "-0.0005");
  }

  TEST_CASE("every share, and every number of nights, reads back as itself") {
    for (std::int64_t units = 0; units <= Share::scale; ++units) {
      const Share share = Share::from_units(units);
      REQUIRE(share_units(to_decimal(share)) == units);
      REQUIRE(share_units(to_display(share)) == units);
    }
    for (std::int64_t units = 0; units <= 36'500; ++units) {
      REQUIRE(parse_nights(to_decimal(Nights::from_units(units)))->units() == units);
    }
    Random random(8);
    for (int i = 0; i < 5000; ++i) {
      const Percent percent = Percent::from_units(random.between(-10'000, 100'000));
      REQUIRE(*parse_percent(to_decimal(percent)) == percent);
      REQUIRE(*parse_percent(to_display(percent)) == percent);
    }
  }
}

}  // namespace
}  // namespace ftt
