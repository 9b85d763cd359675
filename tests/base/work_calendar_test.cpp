// Federal holidays and work days (5 U.S.C. 6103, E.O. 11582).
#include "base/work_calendar.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "base/random.h"

namespace ftt {
namespace {

std::string observed_days(const WorkCalendar& calendar, int year) {
  std::string days;
  for (const Holiday& holiday : calendar.holidays_of(year)) days += to_iso(holiday.observed) + " ";
  return days;
}

TEST_SUITE("5 U.S.C. 6103") {
  TEST_CASE("the holidays of known years, as they were and will be observed") {
    const WorkCalendar calendar;
    CHECK(observed_days(calendar, 2018) ==
          "2018-01-01 2018-01-15 2018-02-19 2018-05-28 2018-07-04 2018-09-03 2018-10-08 2018-11-12 2018-11-22 "
          "2018-12-25 ");
    CHECK(
        observed_days(calendar, 2021) ==
        "2021-01-01 2021-01-18 2021-02-15 2021-05-31 2021-06-18 2021-07-05 2021-09-06 2021-10-11 2021-11-11 2021-11-25 "
        "2021-12-24 ");
    CHECK(
        observed_days(calendar, 2022) ==
        "2021-12-31 2022-01-17 2022-02-21 2022-05-30 2022-06-20 2022-07-04 2022-09-05 2022-10-10 2022-11-11 2022-11-24 "
        "2022-12-26 ");
    CHECK(
        observed_days(calendar, 2026) ==
        "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 "
        "2026-12-25 ");
    CHECK(
        observed_days(calendar, 2027) ==
        "2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 "
        "2027-12-24 ");
    CHECK(
        observed_days(calendar, 2028) ==
        "2027-12-31 2028-01-17 2028-02-21 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-10-09 2028-11-10 2028-11-23 "
        "2028-12-25 ");
  }

  TEST_CASE("each law holds from its year") {
    const WorkCalendar calendar;
    CHECK(calendar.holidays_of(1985).size() == 9);
    CHECK(calendar.holidays_of(1986).size() == 10);
    CHECK(calendar.holidays_of(2020).size() == 10);
    CHECK(calendar.holidays_of(2021).size() == 11);
    CHECK_FALSE(calendar.is_holiday(calendar_date(2020, 6, 19)));
    CHECK(calendar.holiday_name(calendar_date(2021, 6, 18)) == "Juneteenth National Independence Day");
    CHECK(calendar.holiday_name(calendar_date(1986, 1, 20)) == "Birthday of Martin Luther King, Jr.");
    CHECK(calendar.holiday_name(calendar_date(1971, 10, 25)) == "Veterans Day");
    CHECK(calendar.holiday_name(calendar_date(1977, 10, 24)) == "Veterans Day");
    CHECK_FALSE(calendar.is_holiday(calendar_date(1977, 11, 11)));
    CHECK(calendar.holiday_name(calendar_date(1978, 11, 10)) == "Veterans Day");
    CHECK_FALSE(calendar.is_holiday(calendar_date(1978, 10, 23)));
  }

  TEST_CASE("6103(b), E.O. 11582: Saturday gives the Friday before, Sunday the Monday after, over the year's end too") {
    const WorkCalendar calendar;
    CHECK(calendar.holiday_name(calendar_date(2021, 12, 31)) == "New Year's Day");
    CHECK_FALSE(calendar.is_holiday(calendar_date(2022, 1, 1)));
    CHECK_FALSE(calendar.is_work_day(calendar_date(2022, 1, 1)));
    CHECK(calendar.holiday_name(calendar_date(2023, 1, 2)) == "New Year's Day");
    CHECK(calendar.is_work_day(calendar_date(2026, 12, 31)));
    CHECK_FALSE(calendar.is_work_day(calendar_date(2026, 7, 3)));
    CHECK(calendar.is_work_day(calendar_date(2026, 7, 6)));
  }

  TEST_CASE("6103(c): Inauguration Day counts where it is asked for") {
    const WorkCalendar elsewhere;
    const WorkCalendar washington({}, InaugurationDay::observed);
    CHECK(elsewhere.is_work_day(calendar_date(2021, 1, 20)));
    CHECK(washington.holiday_name(calendar_date(2021, 1, 20)) == "Inauguration Day");
    CHECK(washington.holiday_name(calendar_date(1985, 1, 21)) == "Inauguration Day");  // January 20 was a Sunday
    CHECK(washington.holiday_name(calendar_date(2029, 1, 20)) == "Inauguration Day");  // a Saturday
    CHECK(washington.is_work_day(calendar_date(2029, 1, 19)));                         // no day in its place
    CHECK(washington.holiday_name(calendar_date(2025, 1, 20)) == "Birthday of Martin Luther King, Jr.");
    CHECK(washington.is_work_day(calendar_date(2025, 1, 21)));
    CHECK(washington.is_work_day(calendar_date(2027, 1, 20)));
    CHECK(washington.holidays_of(2021).size() == 12);
  }

  TEST_CASE("2000 to 2100: each observed day is a weekday next to its own, and is found by its date") {
    const WorkCalendar calendar;
    for (int year = 2000; year <= 2100; ++year) {
      const std::vector<Holiday> holidays = calendar.holidays_of(year);
      REQUIRE(holidays.size() == (year < 2021 ? 10U : 11U));
      for (const Holiday& holiday : holidays) {
        INFO(year, " ", std::string(holiday.name));
        REQUIRE(holiday.date.year() == year);
        const int distance = (holiday.observed - holiday.date).count();
        const Weekday own = holiday.date.weekday();
        REQUIRE(distance == (own == Weekday::saturday ? -1 : own == Weekday::sunday ? 1 : 0));
        REQUIRE(calendar.holiday_name(holiday.observed) == holiday.name);
        REQUIRE_FALSE(calendar.is_work_day(holiday.observed));
      }
    }
  }

  TEST_CASE("2000 to 2100: a date is a holiday only if it is in a year's list") {
    const WorkCalendar calendar;
    int listed = 0;
    int found = 0;
    const Date first = calendar_date(2000, 1, 1);
    const Date last = calendar_date(2100, 12, 31);
    for (int year = 2000; year <= 2101; ++year) {
      for (const Holiday& holiday : calendar.holidays_of(year))
        listed += holiday.observed >= first && holiday.observed <= last;
    }
    for (Date date = first; date <= last; date = date + Days(1)) found += calendar.is_holiday(date);
    CHECK(found == listed);
  }
}

TEST_SUITE("work days") {
  TEST_CASE("HRM 6040.2 9: work days step over weekends and holidays") {
    const WorkCalendar calendar;
    CHECK(calendar.add_work_days(calendar_date(2026, 12, 18), 20) == calendar_date(2027, 1, 20));
    CHECK(calendar.add_work_days(calendar_date(2026, 11, 20), 1) == calendar_date(2026, 11, 23));
    CHECK(calendar.add_work_days(calendar_date(2026, 11, 21), 0) == calendar_date(2026, 11, 21));
    CHECK(calendar.add_work_days(calendar_date(2026, 11, 27), -1) == calendar_date(2026, 11, 25));
    CHECK(calendar.last_work_day_on_or_before(calendar_date(2026, 11, 26)) == calendar_date(2026, 11, 25));
    CHECK(calendar.last_work_day_on_or_before(calendar_date(2026, 11, 25)) == calendar_date(2026, 11, 25));
    CHECK(calendar.first_work_day_on_or_after(calendar_date(2027, 8, 15)) == calendar_date(2027, 8, 16));
  }

  TEST_CASE("closures are no work days") {
    const std::array closures = {calendar_date(2026, 12, 26), calendar_date(2024, 12, 24)};
    const WorkCalendar calendar(closures);
    CHECK(calendar.is_closure(calendar_date(2024, 12, 24)));
    CHECK_FALSE(calendar.is_holiday(calendar_date(2024, 12, 24)));
    CHECK(calendar.add_work_days(calendar_date(2024, 12, 23), 1) == calendar_date(2024, 12, 26));
    CHECK(WorkCalendar().add_work_days(calendar_date(2024, 12, 23), 1) == calendar_date(2024, 12, 24));
  }

  TEST_CASE("over seeded dates: never on a holiday or a weekend, and there and back") {
    const WorkCalendar calendar({}, InaugurationDay::observed);
    Random random(6103);
    for (int i = 0; i < 3000; ++i) {
      const Date start = calendar_date(2000, 1, 1) + Days(static_cast<std::int32_t>(random.between(0, 36'000)));
      const int count = static_cast<int>(random.between(1, 60));
      const Date later = calendar.add_work_days(start, count);
      REQUIRE(calendar.is_work_day(later));
      REQUIRE_FALSE(calendar.is_holiday(later));
      REQUIRE((later - start).count() >= count);
      const Date from = calendar.last_work_day_on_or_before(start);
      REQUIRE(calendar.add_work_days(calendar.add_work_days(from, count), -count) == from);
      int between = 0;
      for (Date date = start + Days(1); date <= later; date = date + Days(1)) between += calendar.is_work_day(date);
      REQUIRE(between == count);
    }
  }

  TEST_CASE("the furthest counts stay within the calendar") {
    const WorkCalendar calendar;
    CHECK(calendar.add_work_days(calendar_date(2199, 12, 31), max_work_days).year() == 2600);
    CHECK(calendar.add_work_days(calendar_date(1900, 1, 1), -max_work_days).year() == 1502);
  }
}

}  // namespace
}  // namespace ftt
