// clocks: how a deadline is built from its start, whatever it counts in. For the files of the paragraphs alone.
//
// Does not: know which deadlines there are.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/work_calendar.h"
#include "form/answers.h"
#include "rules/deadlines.h"

namespace ftt::rules_detail {

// A clock of work days from the answer, which is day 0; with the holidays and closures that it passed over.
Deadline work_day_clock(std::string_view id, std::string_view title, OrderNumber<WorkDays> number, Leaf from,
                        const Answers& answers, const WorkCalendar& calendar);
// A clock of calendar days from the answer.
Deadline calendar_day_clock(std::string_view id, std::string_view title, OrderNumber<Days> number, Leaf from,
                            const Answers& answers, const WorkCalendar& calendar);
// A due date on a day off gets the last work day before it.
void set_due(Deadline& deadline, Date due, const WorkCalendar& calendar);
// "Sunday, February 28, 2027 (a weekend or holiday; the next work day is Monday, March 1, 2027)": a day before which
// it cannot be.
std::string first_day_in_words(Date first, const WorkCalendar& calendar);
// The first of the dates that is answered.
std::optional<Date> first_date_of(const Answers& answers, std::initializer_list<Leaf> leaves);
// The day of the later of both signatures; nothing while one of them is open.
std::optional<Date> both_signed(const Answers& answers, Leaf one, Leaf other);
// The work days after the one and up to the other; none where that is no later.
int work_days_between(Date from, Date to, const WorkCalendar& calendar);
// In time, late or not due, by what was done and the day; an act that is dated before the clock began is neither.
Lateness lateness_of(const Deadline& deadline, Date today);

// ---- holder_9.cpp: HRM 6040.2 ¶9a, ¶9c ----
// Whether there is, or may be, an employee's request from which the 20 work days run.
bool has_request(const Answers& answers);
Deadline chain_clock(const Answers& answers, const RuleContext& context);
Deadline hr_director_clock_of(const Answers& answers, const RuleContext& context);
Deadline deputy_administrator_clock_of(const Answers& answers, const RuleContext& context);

}  // namespace ftt::rules_detail
