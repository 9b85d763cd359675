// Dates: what is taken, what is refused and how, and the days between (calculation and packet).
#include "base/date.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "base/refusal.h"
#include "base/text.h"

namespace ftt {
namespace {

constexpr Date first_of_february = calendar_date(2027, 2, 1);

void check_taken(std::string_view text, Date expected) {
  const Result<Date> date = parse_date(text);
  INFO(std::string(text), " ", (date ? to_iso(*date) : date.error().message));
  REQUIRE(date.has_value());
  CHECK(*date == expected);
}

TEST_SUITE("dates") {
  TEST_CASE("the forms that people type are taken") {
    for (const std::string_view text :
         {"2027-02-01", "2027-2-1", "2027/02/01", "2/1/2027", "02/01/2027", "2-1-2027", "Feb 1, 2027", "Feb. 1, 2027",
          "february 1 2027", "FEB 1 2027", "1 February 2027", "1 Feb 2027", "1-Feb-2027", "2027 Feb 1", "Feb 1st, 2027",
          "20270201", "  2027-02-01 ", "Monday, February 1, 2027", "Mon, Feb 1, 2027"}) {
      check_taken(text, first_of_february);
    }
    check_taken("Sept 30, 2027", calendar_date(2027, 9, 30));
    check_taken("2/29/2028", calendar_date(2028, 2, 29));
    check_taken("1900-01-01", calendar_date(1900, 1, 1));
    check_taken("12/31/2199", calendar_date(2199, 12, 31));
  }

  TEST_CASE("days that do not exist are refused by the part that is wrong") {
    check_refused(parse_date("Feb 30, 2027"), ErrorCode::out_of_range,
                  "\"Feb 30, 2027\": there is no day 30 in February 2027; write a day from 1 to 28.");
    check_refused(parse_date("Feb 30"), ErrorCode::out_of_range,
                  "\"Feb 30\": there is no day 30 in February; write a day from 1 to 29, and the year.");
    check_refused(parse_date("2/29/2027"), ErrorCode::out_of_range,
                  "\"2/29/2027\": there is no day 29 in February 2027; write a day from 1 to 28.");
    check_refused(parse_date("2100-02-29"), ErrorCode::out_of_range,
                  "\"2100-02-29\": there is no day 29 in February 2100; write a day from 1 to 28.");
    check_refused(parse_date("4/31/2027"), ErrorCode::out_of_range,
                  "\"4/31/2027\": there is no day 31 in April 2027; write a day from 1 to 30.");
    for (const std::string_view text : {"13/45/2027", "13/45"}) {
      check_refused(parse_date(text), ErrorCode::out_of_range,
                    concat(in_quotes(text),
                           ": there is no month 13 and no day 45; write a month from 1 to 12 and a day of that month, "
                           "like 2/1/2027."));
    }
    check_refused(parse_date("2027-13-45"), ErrorCode::out_of_range,
                  "\"2027-13-45\": there is no month 13 and no day 45; write a month from 1 to 12 and a day of that "
                  "month, like 2027-02-01.");
    check_refused(parse_date("25/12/2027"), ErrorCode::out_of_range,
                  "\"25/12/2027\": there is no month 25; the month comes first: write 12/25/2027.");
    check_refused(parse_date("0/5/2027"), ErrorCode::out_of_range,
                  "\"0/5/2027\": there is no month 0; the month comes first: write 5/0/2027.");
    check_refused(parse_date("1/0/2027"), ErrorCode::out_of_range,
                  "\"1/0/2027\": there is no day 0 in January 2027; write a day from 1 to 31.");
    check_refused(parse_date("1899-12-31"), ErrorCode::out_of_range,
                  "\"1899-12-31\": the year 1899 is not taken; write a year from 1900 to 2199.");
    check_refused(parse_date("1/1/2200"), ErrorCode::out_of_range,
                  "\"1/1/2200\": the year 2200 is not taken; write a year from 1900 to 2199.");
  }

  TEST_CASE("what is unclear or no date is refused with the mend") {
    for (const std::string_view text : {"2/1/27", "Feb 1, 27"}) {
      check_refused(parse_date(text), ErrorCode::ambiguous,
                    concat(in_quotes(text), " has a year of fewer than four digits; write all four, like 2/1/2027."));
    }
    check_refused(
        parse_date("1.2.2027"), ErrorCode::ambiguous,
        "\"1.2.2027\" can be read with the day or the month first; write it like 2027-02-01, 2/1/2027 or Feb 1, 2027.");
    for (const std::string_view text : {"Feb 3", "2/3"}) {
      check_refused(parse_date(text), ErrorCode::malformed,
                    concat(in_quotes(text), " has no year; write it with its year, like Feb 3, 2027."));
    }
    check_refused(parse_date("Tuesday, February 1, 2027"), ErrorCode::inconsistent,
                  "\"Tuesday, February 1, 2027\": that day is a Monday; mend the weekday or the date.");
    check_refused(parse_date(""), ErrorCode::empty,
                  "A date is missing; write it like 2027-02-01, 2/1/2027 or Feb 1, 2027.");
    for (const std::string_view text : {"soon",
                                        "2027",
                                        "February",
                                        "Feb",
                                        "1/2/3/4",
                                        "2027--02-01",
                                        "-2027-02-01",
                                        "2027-02-01T00:00",
                                        "2/1-2027",
                                        "1 2 2027",
                                        "202702010",
                                        "99999999999999",
                                        "Fe 1, 2027",
                                        "Feb 1, 2027 Feb",
                                        "1/2/2027/",
                                        "٣/١/2027",
                                        "Feb 111, 2027",
                                        "Feb 00001, 2027",
                                        "a b c d e f g h",
                                        "/",
                                        "1st",
                                        "\xff"}) {
      check_refused(parse_date(text), ErrorCode::malformed,
                    concat(in_quotes(text), " is not a date; write it like 2027-02-01, 2/1/2027 or Feb 1, 2027."));
    }
    check_refused(parse_date("Feb 2027"), ErrorCode::out_of_range,
                  "\"Feb 2027\": there is no day 2027 in February; write a day from 1 to 29, and the year.");
  }

  TEST_CASE("the packet's form is taken to the letter") {
    CHECK(*Date::from_iso("2027-02-01") == first_of_february);
    for (const std::string_view text : {"2027-2-1", "2/1/2027"}) {
      check_refused(Date::from_iso(text), ErrorCode::malformed,
                    concat(in_quotes(text), " is not a date of the form YYYY-MM-DD; write it like 2027-02-01."));
    }
    check_refused(Date::from_iso("2027-02-30"), ErrorCode::out_of_range,
                  "\"2027-02-30\": there is no day 30 in February 2027; write a day from 1 to 28.");
    check_refused(Date::from_iso("2027-02-01 "), ErrorCode::malformed,
                  "\"2027-02-01\" is not a date of the form YYYY-MM-DD; write it like 2027-02-01.");
    check_refused(Date::from_iso(""), ErrorCode::empty, "A date is missing; write it like 2027-02-01.");
  }

  TEST_CASE("written forms") {
    CHECK(to_iso(first_of_february) == "2027-02-01");
    CHECK(to_display(first_of_february) == "Monday, February 1, 2027");
    CHECK(to_display_without_weekday(first_of_february) == "February 1, 2027");
    CHECK(to_iso(*Date::from_year_month_day(7, 1, 2)) == "0007-01-02");
  }

  TEST_CASE("fiscal years begin on October 1") {
    CHECK(fiscal_year(calendar_date(2026, 9, 30)).year() == 2026);
    CHECK(fiscal_year(calendar_date(2026, 10, 1)).year() == 2027);
    CHECK(fiscal_year(calendar_date(2027, 1, 1)).year() == 2027);
  }

  TEST_CASE("every day of 1900 to 2199: the next day, the weekday and both written forms") {
    Date date = calendar_date(1900, 1, 1);
    int weekday = static_cast<int>(Weekday::monday);  // January 1, 1900 was a Monday
    const Date last = calendar_date(2199, 12, 31);
    int days = 0;
    for (;; date = date + Days(1), weekday = (weekday + 1) % 7, ++days) {
      REQUIRE(static_cast<int>(date.weekday()) == weekday);
      REQUIRE(*Date::from_year_month_day(date.year(), date.month(), date.day()) == date);
      REQUIRE(*Date::from_iso(to_iso(date)) == date);
      if (days % 7 == 0) REQUIRE(*parse_date(to_display(date)) == date);
      if (date == last) break;
    }
    CHECK(days == 109'572);  // 300 years of 365 days and 73 leap days, less the first day itself
    CHECK((last - calendar_date(1900, 1, 1)).count() == days);
  }

  TEST_CASE("adding days and taking the difference are inverse") {
    Random random(1900);
    const Date first = calendar_date(1900, 1, 1);
    for (int i = 0; i < 5000; ++i) {
      const Date a = first + Days(static_cast<std::int32_t>(random.between(0, 109'572)));
      const Date b = first + Days(static_cast<std::int32_t>(random.between(0, 109'572)));
      REQUIRE(a + (b - a) == b);
      REQUIRE(b - (b - a) == a);
      REQUIRE((a < b) == (Days() < b - a));
    }
  }
}

}  // namespace
}  // namespace ftt
