// Building a deadline from its start. See clocks.h.
#include "rules/clocks.h"

#include <algorithm>

#include "base/text.h"

namespace ftt::rules_detail {

namespace {

Deadline clock_from(std::string_view id, std::string_view title, Citation cite, Leaf from, const Answers& answers) {
  Deadline deadline{id, title, cite};
  const Known<Date> start = answers.date(from);
  if (start.has_value()) {
    deadline.from = start.value();
  } else {
    deadline.settled_by = {from};
  }
  return deadline;
}

// Saturdays and Sundays are not listed: they are no news.
std::vector<SkippedDay> skipped_between(Date from, Date due, const WorkCalendar& calendar) {
  std::vector<SkippedDay> skipped;
  for (Date day = from + Days(1); day <= due; day = day + Days(1)) {
    if (day.weekday() == Weekday::saturday || day.weekday() == Weekday::sunday) continue;
    if (const std::string_view name = calendar.holiday_name(day); !name.empty()) {
      skipped.push_back({day, name});
    } else if (calendar.is_closure(day)) {
      skipped.push_back({day, "Closure"});
    }
  }
  return skipped;
}

}  // namespace

void set_due(Deadline& deadline, Date due, const WorkCalendar& calendar) {
  deadline.due = due;
  if (!calendar.is_work_day(due)) deadline.work_day_before = calendar.last_work_day_on_or_before(due);
}

Deadline work_day_clock(std::string_view id, std::string_view title, OrderNumber<WorkDays> number, Leaf from,
                        const Answers& answers, const WorkCalendar& calendar) {
  Deadline deadline = clock_from(id, title, number.cite, from, answers);
  deadline.count_in = DayCount::work_days;
  deadline.days = number.value.count;
  if (deadline.from) {
    set_due(deadline, calendar.add_work_days(*deadline.from, deadline.days), calendar);
    deadline.skipped = skipped_between(*deadline.from, *deadline.due, calendar);
  }
  return deadline;
}

Deadline calendar_day_clock(std::string_view id, std::string_view title, OrderNumber<Days> number, Leaf from,
                            const Answers& answers, const WorkCalendar& calendar) {
  Deadline deadline = clock_from(id, title, number.cite, from, answers);
  deadline.count_in = DayCount::calendar_days;
  deadline.days = number.value.count();
  if (deadline.from) set_due(deadline, *deadline.from + number.value, calendar);
  return deadline;
}

std::string first_day_in_words(Date first, const WorkCalendar& calendar) {
  if (calendar.is_work_day(first)) return to_display(first);
  return concat(to_display(first), " (a weekend or holiday; the next work day is ",
                to_display(calendar.first_work_day_on_or_after(first)), ")");
}

std::optional<Date> first_date_of(const Answers& answers, std::initializer_list<Leaf> leaves) {
  for (const Leaf leaf : leaves) {
    const Known<Date> date = answers.date(leaf);
    if (date.has_value()) return date.value();
  }
  return std::nullopt;
}

std::optional<Date> both_signed(const Answers& answers, Leaf one, Leaf other) {
  const Known<Date> both =
      combine([](Date a, Date b) { return std::max(a, b); }, answers.date(one), answers.date(other));
  return both.has_value() ? std::optional(both.value()) : std::nullopt;
}

int work_days_between(Date from, Date to, const WorkCalendar& calendar) {
  int count = 0;
  for (Date day = from + Days(1); day <= to; day = day + Days(1)) count += calendar.is_work_day(day) ? 1 : 0;
  return count;
}

Lateness lateness_of(const Deadline& deadline, Date today) {
  if (!deadline.due) return Lateness::not_due;
  const Date due = *deadline.due;
  if (const std::optional<Date> done = deadline.done ? deadline.done : deadline.done_by) {
    // App. C sets a latest day alone: a recruit may be trained, and both may sign, before entry on duty.
    const bool has_only_an_end = deadline.count_in == DayCount::calendar_days;
    if (deadline.from && *done < *deadline.from && !has_only_an_end) return Lateness::done_before_start;
    return *done <= due ? Lateness::done_in_time : Lateness::done_late;
  }
  if (deadline.has_ended) return Lateness::done_undated;
  if (today == due) return Lateness::due_today;
  if (today < due) return Lateness::not_due;
  return deadline.is_unknown ? Lateness::unknown : Lateness::late;
}

}  // namespace ftt::rules_detail
