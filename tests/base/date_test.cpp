// Dates: what is taken, what is refused and how, and the days between (calculation and packet).
#include "base/date.h"

#include <doctest/doctest.h>

#include <utility>

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
          "20270201", "02012027", "  2027-02-01 ", "Monday, February 1, 2027", "Mon, Feb 1, 2027", "2/1/27", "2-1-27",
          "02/01/27", "Feb 1 27", "Feb 1, '27", "1 Feb 27", "1-Feb-27"}) {
      check_taken(text, first_of_february);
    }
    check_taken("Sept 30, 2027", calendar_date(2027, 9, 30));
    check_taken("2/29/2028", calendar_date(2028, 2, 29));
    check_taken("1900-01-01", calendar_date(1900, 1, 1));
    check_taken("12/31/2199", calendar_date(2199, 12, 31));
  }

  TEST_CASE("a year of two digits is one from 1950 to 2049") {
    check_taken("3/4/24", calendar_date(2024, 3, 4));
    check_taken("3/4/00", calendar_date(2000, 3, 4));
    check_taken("3/4/49", calendar_date(2049, 3, 4));
    check_taken("3/4/50", calendar_date(1950, 3, 4));
    check_taken("Mar 4 98", calendar_date(1998, 3, 4));
    for (const std::string_view text : {"3/4/7", "Feb 1, 027"}) {
      check_refused(parse_date(text), ErrorCode::malformed,
                    concat(in_quotes(text), " has a year of one or three digits; write all four, like 2/1/2027."));
    }
  }

  TEST_CASE("numbers that can only be read with the day first are taken so") {
    check_taken("25/12/2027", calendar_date(2027, 12, 25));
    check_taken("13/4/27", calendar_date(2027, 4, 13));
    check_taken("31.1.2027", calendar_date(2027, 1, 31));
    check_taken("1.31.2027", calendar_date(2027, 1, 31));
    check_taken("2.2.2027", calendar_date(2027, 2, 2));
  }

  TEST_CASE("what a message says to write is taken") {
    for (const auto& [typed, advised] :
         {std::pair{"31/04/2027", "4/30/2027"}, std::pair{"30/2/2027", "2/28/2027"},
          std::pair{"1.2.2027", "1/2/2027 for January 2, 2027, or 2/1/2027 for February 1, 2027"},
          std::pair{"Feb 3", "Feb 3, 2027"}, std::pair{"13/4", "Apr 13, 2027"},
          std::pair{"Feb 29", "Feb 29, 2028"}, std::pair{"13/45/2027", "2/1/2027"}, std::pair{"3/4/7", "2/1/2027"},
          std::pair{"soon", "2/1/2027 or Feb 1, 2027"}, std::pair{"", "2/1/2027 or Feb 1, 2027"}}) {
      const Result<Date> date = parse_date(typed);
      REQUIRE_FALSE(date.has_value());
      INFO(date.error().message);
      CHECK(date.error().message.ends_with(std::string(advised) + "."));
      const std::string_view first = std::string_view(advised).substr(0, std::string_view(advised).find(" for "));
      CHECK(parse_date(first.substr(0, first.find(" or "))).has_value());
    }
  }

  TEST_CASE("each beginning of a date in numbers is a date or has a message, whatever its numbers are") {
    for (int first = 0; first <= 40; ++first) {
      for (int second = 0; second <= 40; ++second) {
        for (const char* separator : {"/", "-", "."}) {
          for (const char* year : {"", "2", "27", "202", "2027", "0000", "9999"}) {
            std::string text = std::to_string(first) + separator + std::to_string(second);
            if (*year != '\0') text += separator + std::string(year);
            const Result<Date> date = parse_date(text);
            CAPTURE(text);
            REQUIRE((date ? to_iso(*date) : date.error().message) != "");
          }
        }
      }
    }
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
    check_refused(parse_date("31/04/2027"), ErrorCode::out_of_range,
                  "\"31/04/2027\": there is no month 31 and no April 31 in 2027; write a day from 1 to 30, like "
                  "4/30/2027.");
    check_refused(parse_date("0/5/2027"), ErrorCode::out_of_range,
                  "\"0/5/2027\": there is no month 0; write a month from 1 to 12 and a day of that month, like "
                  "2/1/2027.");
    check_refused(parse_date("4.31.2027"), ErrorCode::out_of_range,
                  "\"4.31.2027\": there is no day 31 in April 2027; write a day from 1 to 30.");
    check_refused(parse_date("1/0/2027"), ErrorCode::out_of_range,
                  "\"1/0/2027\": there is no day 0 in January 2027; write a day from 1 to 31.");
    check_refused(parse_date("1899-12-31"), ErrorCode::out_of_range,
                  "\"1899-12-31\": the year 1899 is not taken; write a year from 1900 to 2199.");
    check_refused(parse_date("1/1/2200"), ErrorCode::out_of_range,
                  "\"1/1/2200\": the year 2200 is not taken; write a year from 1900 to 2199.");
  }

  TEST_CASE("what is unclear or no date is refused with the mend") {
    check_refused(parse_date("1.2.2027"), ErrorCode::ambiguous,
                  "\"1.2.2027\" can be read with the month or the day first; write 1/2/2027 for January 2, 2027, or "
                  "2/1/2027 for February 1, 2027.");
    for (const std::string_view text : {"Feb 3", "2/3"}) {
      check_refused(parse_date(text), ErrorCode::malformed,
                    concat(in_quotes(text), " has no year; write it with its year, like Feb 3, 2027."));
    }
    check_refused(parse_date("Tuesday, February 1, 2027"), ErrorCode::inconsistent,
                  "\"Tuesday, February 1, 2027\": that day is a Monday; correct the weekday or the date.");
    check_refused(parse_date(""), ErrorCode::empty,
                  "A date is missing; write it like 2/1/2027 or Feb 1, 2027.");
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
                    concat(in_quotes(text), " is not a date; write it like 2/1/2027 or Feb 1, 2027."));
    }
    check_refused(parse_date("Feb 2027"), ErrorCode::malformed,
                  "\"Feb 2027\" has no day; write it with its day, like Feb 1, 2027.");
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
    CHECK(to_numeric(first_of_february) == "2/1/2027");
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
      if (days % 11 == 0) REQUIRE(*parse_date(to_numeric(date)) == date);
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
