// The holidays as one table of rules, and the counting of work days over it.
#include "base/work_calendar.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ftt {

namespace {

enum class Placement { fixed_day, nth_weekday, last_weekday, inauguration };

struct HolidayRule {
  std::string_view name;
  int month;
  Placement placement;
  int number;  // the day of the month, or which of its weekdays
  Weekday weekday;
  int first_year;
  int last_year;
};

constexpr int always = 1;
constexpr int for_ever = 9999;

// 5 U.S.C. 6103(a), in the order of the year, with the years that each wording held. Inauguration Day is 6103(c).
constexpr std::array holiday_rules = {
    HolidayRule{"New Year's Day", 1, Placement::fixed_day, 1, {}, always, for_ever},
    HolidayRule{"Birthday of Martin Luther King, Jr.", 1, Placement::nth_weekday, 3, Weekday::monday, 1986, for_ever},
    HolidayRule{"Inauguration Day", 1, Placement::inauguration, 20, {}, 1965, for_ever},
    HolidayRule{"Washington's Birthday", 2, Placement::nth_weekday, 3, Weekday::monday, always, for_ever},
    HolidayRule{"Memorial Day", 5, Placement::last_weekday, 0, Weekday::monday, always, for_ever},
    HolidayRule{"Juneteenth National Independence Day", 6, Placement::fixed_day, 19, {}, 2021, for_ever},
    HolidayRule{"Independence Day", 7, Placement::fixed_day, 4, {}, always, for_ever},
    HolidayRule{"Labor Day", 9, Placement::nth_weekday, 1, Weekday::monday, always, for_ever},
    HolidayRule{"Columbus Day", 10, Placement::nth_weekday, 2, Weekday::monday, always, for_ever},
    HolidayRule{"Veterans Day", 10, Placement::nth_weekday, 4, Weekday::monday, always, 1977},
    HolidayRule{"Veterans Day", 11, Placement::fixed_day, 11, {}, 1978, for_ever},
    HolidayRule{"Thanksgiving Day", 11, Placement::nth_weekday, 4, Weekday::thursday, always, for_ever},
    HolidayRule{"Christmas Day", 12, Placement::fixed_day, 25, {}, always, for_ever},
};

constexpr const HolidayRule& new_years_day = holiday_rules.front();

// A day that is known to exist in every year from 1 to 9999.
Date day_of(int year, int month, int day) {
  const std::optional<Date> date = Date::from_year_month_day(year, month, day);
  FTT_ASSERT(date.has_value(), "A holiday rule names a day that does not exist.");
  return *date;
}

// The first such weekday on the date or after it.
Date first_on_or_after(Date date, Weekday weekday) {
  const int ahead = static_cast<int>(weekday) - static_cast<int>(date.weekday());
  return date + Days(ahead < 0 ? ahead + 7 : ahead);
}

std::optional<Holiday> holiday_in(const HolidayRule& rule, int year) {
  if (year < rule.first_year || year > rule.last_year) return std::nullopt;
  switch (rule.placement) {
    case Placement::fixed_day: {
      const Date date = day_of(year, rule.month, rule.number);
      // 5 U.S.C. 6103(b)(1): Saturday gives the Friday before. E.O. 11582: Sunday gives the Monday after.
      if (date.weekday() == Weekday::saturday) return Holiday{date, rule.name, date - Days(1)};
      if (date.weekday() == Weekday::sunday) return Holiday{date, rule.name, date + Days(1)};
      return Holiday{date, rule.name, date};
    }
    case Placement::nth_weekday: {
      const Date date = first_on_or_after(day_of(year, rule.month, 1 + 7 * (rule.number - 1)), rule.weekday);
      return Holiday{date, rule.name, date};
    }
    case Placement::last_weekday: {
      const Date date = first_on_or_after(day_of(year, rule.month, 25), rule.weekday);  // May has 31 days
      return Holiday{date, rule.name, date};
    }
    case Placement::inauguration: {
      // 6103(c): every fourth year after 1965; on a Sunday, the day selected for the public observance is the Monday.
      if ((year - rule.first_year) % 4 != 0) return std::nullopt;
      const Date date = day_of(year, rule.month, rule.number);
      return Holiday{date, rule.name, date.weekday() == Weekday::sunday ? date + Days(1) : date};
    }
  }
  return std::nullopt;
}

}  // namespace

WorkCalendar::WorkCalendar(std::span<const Date> closures, InaugurationDay inauguration)
    : closures_(closures.begin(), closures.end()), inauguration_(inauguration) {
  std::sort(closures_.begin(), closures_.end());
}

std::vector<Holiday> WorkCalendar::holidays_of(int year) const {
  std::vector<Holiday> holidays;
  for (const HolidayRule& rule : holiday_rules) {
    if (rule.placement == Placement::inauguration && inauguration_ == InaugurationDay::ignored) continue;
    if (const std::optional<Holiday> holiday = holiday_in(rule, year)) holidays.push_back(*holiday);
  }
  std::stable_sort(holidays.begin(), holidays.end(),
                   [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
  return holidays;
}

std::string_view WorkCalendar::holiday_name(Date date) const {
  const int year = date.year();
  const int month = date.month();
  // A holiday is observed in its own month, but for a New Year's Day on a Saturday.
  if (month == 12 && date.day() == 31) {
    const std::optional<Holiday> next = holiday_in(new_years_day, year + 1);
    return next && next->observed == date ? next->name : std::string_view();
  }
  for (const HolidayRule& rule : holiday_rules) {
    if (rule.month != month) continue;
    if (rule.placement == Placement::inauguration && inauguration_ == InaugurationDay::ignored) continue;
    const std::optional<Holiday> holiday = holiday_in(rule, year);
    if (holiday && holiday->observed == date) return holiday->name;
  }
  return {};
}

bool WorkCalendar::is_holiday(Date date) const {
  return !holiday_name(date).empty();
}

bool WorkCalendar::is_closure(Date date) const {
  return std::binary_search(closures_.begin(), closures_.end(), date);
}

bool WorkCalendar::is_work_day(Date date) const {
  const Weekday weekday = date.weekday();
  if (weekday == Weekday::saturday || weekday == Weekday::sunday) return false;
  return !is_closure(date) && !is_holiday(date);
}

Date WorkCalendar::add_work_days(Date date, int work_days) const {
  FTT_ASSERT(work_days >= -max_work_days && work_days <= max_work_days, "More work days are counted than can be.");
  const Days step(work_days < 0 ? -1 : 1);
  for (int left = work_days < 0 ? -work_days : work_days; left > 0;) {
    date = date + step;
    if (is_work_day(date)) --left;
  }
  return date;
}

Date WorkCalendar::last_work_day_on_or_before(Date date) const {
  while (!is_work_day(date)) date = date - Days(1);
  return date;
}

Date WorkCalendar::first_work_day_on_or_after(Date date) const {
  while (!is_work_day(date)) date = date + Days(1);
  return date;
}

}  // namespace ftt
