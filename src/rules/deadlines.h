// deadlines: the clocks of the order, each from its own start, with the holidays that a work-day clock passed over; and
// who holds the request now.
//
// Covers HRM 6040.2 ¶8b (first date), ¶9a, ¶9c (20, 7 and 21 work days), ¶10c and App. C (90 and 60 days), ¶11a
// (review).
//
// The day of the request or receipt is day 0. Calendar days but where the order says work days. A due date on a day off
// is shown as it is, with the last work day before it; a first date with the next work day.
//
// Does not: know that a paper was handed over before its date is written down.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "form/answers.h"
#include "rules/context.h"
#include "rules/finding.h"

namespace ftt {

enum class DayCount : std::uint8_t { work_days, calendar_days, fixed_date };
// reached: a first day, for which nobody can be late, is here. done_before_start: dated before the clock began, which
// cannot be. done_undated: it has ended, on a day that does not tell whether in time. unknown: the day has come, and an
// answer is missing that tells whether it was done.
enum class Lateness : std::uint8_t {
  not_due,
  due_today,
  late,
  done_in_time,
  done_late,
  done_before_start,
  reached,
  done_undated,
  unknown
};
// Whether the packet says that it was done, on whatever day.
bool is_done(Lateness lateness);
// "not_due", "late" …
std::string_view name_of(Lateness lateness);
// "not due yet", "done in time" …
std::string_view words_of(Lateness lateness);

// A day that a work-day clock passed over, beside Saturdays and Sundays.
struct SkippedDay {
  Date date;
  std::string_view name;  // of the holiday; "Closure" for a one-off closure
};

struct Deadline {
  std::string_view id;     // "clock.chain"
  std::string_view title;  // "Chain of command: submit or deny"
  Citation cite;
  DayCount count_in = DayCount::work_days;
  int days = 0;                           // 20; 0 for a fixed date
  std::optional<Date> from{};             // day 0
  std::optional<Date> due{};              // nothing while an answer is missing
  std::optional<Date> opens{};            // the review: the first day on which it should be started
  std::optional<Date> work_day_before{};  // where the due date is a day off: the last work day before it
  std::optional<Date> work_day_after{};   // where a first date is a day off: the next work day
  std::vector<SkippedDay> skipped{};      // work-day clocks: the holidays and closures passed over
  std::optional<Date> done{};             // the day on which it was done, where the packet says so
  std::optional<Date> done_by{};          // else a day in time by which it was done, as a later step shows
  bool has_ended = false;                 // done or denied, on a day that does not tell whether in time
  bool is_unknown = false;                // an answer is missing that tells whether it was done
  Lateness lateness = Lateness::not_due;
  std::vector<Leaf> settled_by{};  // the smallest set of answers that tells what is open: the due date, or the day
};

// The clocks that apply, or may apply, to these answers.
std::vector<Deadline> find_deadlines(const Answers& answers, const RuleContext& context);

// ---- Who holds it now ----

enum class HolderKind : std::uint8_t {
  preparer,              // no date of a request is recorded
  immediate_supervisor,  // the chain of command, by its next signature
  second_level,
  third_level,
  executive,
  servicing_hr_director,
  deputy_administrator,
  decided,      // approved or disapproved
  denied,        // one step denied it: a denial ends it
  contradicted,  // approved by Part L alone: Parts J to L do not bear it out
  withdrawn      // the chain says that it was taken back
};
// "servicing_hr_director".
std::string_view name_of(HolderKind kind);

struct Holder {
  HolderKind kind = HolderKind::preparer;
  std::string_view who;         // "the servicing HR Director"
  std::optional<Date> since{};  // where the packet says
  std::optional<Date> due{};
  Lateness lateness = Lateness::not_due;
  int work_days_late = 0;
  std::string message;  // "The servicing HR Director holds it since …; it is due …"
  std::string next;     // what that person does next
  Citation cite = ftt::cite("HRM 6040.2 ¶9");
  std::vector<Leaf> looked_at{};
  std::vector<Leaf> settled_by{};  // the missing answer that would start the clock
};

// The clocks are those of find_deadlines for the same answers.
Holder find_holder(const Answers& answers, const RuleContext& context);

}  // namespace ftt
