// The work calendar: federal holidays (5 U.S.C. 6103), the days off in their place (Executive Order 11582), and work
// days.
//
// Holidays as the law stood in each year from 1971: Veterans Day in October from 1971 to 1977, the Birthday of Martin
// Luther King, Jr. from 1986, Juneteenth from 2021. Earlier years are reckoned by the law of 1971. A holiday on a
// Saturday is observed on the Friday before it, one on a Sunday on the Monday after it. Inauguration Day (6103(c))
// counts only for duty stations in the Washington area, so whoever makes the calendar says so; on a Sunday it is
// observed on the Monday, on a Saturday there is no day in its place.
//
// Does not: know alternative work schedules, local closures that it was not told of, or state holidays.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace ftt {

enum class InaugurationDay { ignored, observed };

struct Holiday {
  Date date;              // the day that the law names
  std::string_view name;  // as the law names it
  Date observed;          // the day off
};

// The most work days that add_work_days goes forward or back: more than 380 years of them.
inline constexpr int max_work_days = 100'000;

class WorkCalendar {
 public:
  // closures: days on which the offices are closed by executive order or otherwise, beside the holidays.
  explicit WorkCalendar(std::span<const Date> closures = {}, InaugurationDay inauguration = InaugurationDay::ignored);

  // The holidays whose own date is in the year, in order. The first may be observed on December 31 of the year before.
  std::vector<Holiday> holidays_of(int year) const;

  // Whether a holiday is observed on the date.
  bool is_holiday(Date date) const;
  // The name of the holiday that is observed on the date; empty where none is.
  std::string_view holiday_name(Date date) const;
  bool is_closure(Date date) const;
  // Monday to Friday, no holiday observed, no closure.
  bool is_work_day(Date date) const;

  // The date so many work days after the date, which itself does not count; before it where work_days is negative;
  // the date itself for 0. Precondition: at most max_work_days either way.
  Date add_work_days(Date date, int work_days) const;
  // The date itself where it is a work day, else the nearest one before it.
  Date last_work_day_on_or_before(Date date) const;
  // The date itself where it is a work day, else the nearest one after it.
  Date first_work_day_on_or_after(Date date) const;

 private:
  std::vector<Date> closures_;  // in order
  InaugurationDay inauguration_;
};

}  // namespace ftt
