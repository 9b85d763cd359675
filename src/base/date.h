// Date: a day of the calendar, always a real one. Days: a number of days. The fiscal year of the government.
//
// Input is taken for the years 1900 to 2199; sums may go further, within the years 1 to 9999.
// There is no Date + Date; Date - Date is Days.
//
// Does not: know the clock (today is always an argument), times of day, zones, or work days (work_calendar.h).
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ftt {

// A number of days, forward or back.
class Days {
 public:
  constexpr Days() = default;
  explicit constexpr Days(std::int32_t count) : count_(count) {}
  constexpr std::int32_t count() const { return count_; }

  friend constexpr Days operator+(Days a, Days b) {
    std::int32_t count = 0;
    FTT_ASSERT(!__builtin_add_overflow(a.count_, b.count_, &count), "A sum of days does not fit.");
    return Days(count);
  }
  friend constexpr Days operator-(Days a, Days b) {
    std::int32_t count = 0;
    FTT_ASSERT(!__builtin_sub_overflow(a.count_, b.count_, &count), "A difference of days does not fit.");
    return Days(count);
  }
  friend constexpr Days operator-(Days a) { return Days() - a; }
  friend constexpr auto operator<=>(Days, Days) = default;

 private:
  std::int32_t count_ = 0;
};

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

// The first and the last year that a date may be typed in.
inline constexpr int first_input_year = 1900;
inline constexpr int last_input_year = 2199;

class Date {
 public:
  // The day, or nothing where the calendar has none such or its year is not 1 to 9999.
  static constexpr std::optional<Date> from_year_month_day(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day fields{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                             std::chrono::day(static_cast<unsigned>(day))};
    if (!fields.ok()) return std::nullopt;
    return Date(days_from(fields));
  }
  // The form of the packet alone: "2027-02-01". Errors: empty, malformed, out_of_range.
  static Result<Date> from_iso(std::string_view text);

  constexpr int year() const { return static_cast<int>(fields().year()); }
  constexpr int month() const { return static_cast<int>(static_cast<unsigned>(fields().month())); }
  constexpr int day() const { return static_cast<int>(static_cast<unsigned>(fields().day())); }
  constexpr Weekday weekday() const {
    const std::int32_t from_monday = (days_since_1970_ % 7 + 7 + 3) % 7;  // January 1, 1970 was a Thursday
    return static_cast<Weekday>(from_monday);
  }
  // Days since January 1, 1970.
  constexpr Days since_1970() const { return Days(days_since_1970_); }

  friend constexpr Date operator+(Date date, Days days) {
    std::int32_t sum = 0;
    FTT_ASSERT(!__builtin_add_overflow(date.days_since_1970_, days.count(), &sum) && sum >= first && sum <= last,
               "A date is outside of the years 1 to 9999.");
    return Date(sum);
  }
  friend constexpr Date operator-(Date date, Days days) { return date + (-days); }
  friend constexpr Days operator-(Date a, Date b) { return Days(a.days_since_1970_ - b.days_since_1970_); }
  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  static constexpr std::int32_t first = -719'162;  // January 1, 1
  static constexpr std::int32_t last = 2'932'896;  // December 31, 9999

  explicit constexpr Date(std::int32_t days_since_1970) : days_since_1970_(days_since_1970) {}
  static constexpr std::int32_t days_from(std::chrono::year_month_day fields) {
    return static_cast<std::int32_t>(std::chrono::sys_days(fields).time_since_epoch().count());
  }
  constexpr std::chrono::year_month_day fields() const {
    return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days_since_1970_)));
  }

  std::int32_t days_since_1970_;
};

void no_such_day_in_the_calendar();
// A date written in the program: `calendar_date(2018, 6, 29)`. One that does not exist does not compile.
consteval Date calendar_date(int year, int month, int day) {
  const std::optional<Date> date = Date::from_year_month_day(year, month, day);
  if (!date) no_such_day_in_the_calendar();
  return *date;
}

// The first of the hundred years that a year of two digits stands for: "27" is 2027, "85" is 1985, "50" is 1950.
inline constexpr int first_short_year = 1950;

// A date as people type it: `2027-02-01`, `2/1/2027` and `2/1/27` (month first), `13/2/2027` (the month can only be
// 2), `Feb 1, 2027`, `1 February 27`, `20270201`, `02012027`; years 1900 to 2199. Errors: empty, malformed, ambiguous
// (2.1.2027: both dates that it may be), out_of_range (which part, and the mend).
Result<Date> parse_date(std::string_view text);

// "2027-02-01".
std::string to_iso(Date date);
// "2/1/2027".
std::string to_numeric(Date date);
// "Monday, February 1, 2027".
std::string to_display(Date date);
// "February 1, 2027".
std::string to_display_without_weekday(Date date);
// "February"; month from 1 to 12.
std::string_view month_name(int month);
// "Monday".
std::string_view weekday_name(Weekday weekday);

// October 1 of the year before to September 30 of the year that it is named after.
class FiscalYear {
 public:
  explicit constexpr FiscalYear(int year) : year_(year) {}
  constexpr int year() const { return year_; }
  friend constexpr auto operator<=>(FiscalYear, FiscalYear) = default;

 private:
  int year_;
};

constexpr FiscalYear fiscal_year(Date date) {
  return FiscalYear(date.month() >= 10 ? date.year() + 1 : date.year());
}

}  // namespace ftt
