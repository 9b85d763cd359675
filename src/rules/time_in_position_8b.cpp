// HRM 6040.2 ¶8b: 180 days in the position before a request is considered.
//
// The days are calendar days: a position begun on January 1, 2026 has been held for 180 days on June 30, 2026.
//
// It speaks of employees who request: a recruit action has no current position, and passes.
//
// Does not: know who is a current employee other than by Part A, item 1.
#include <algorithm>

#include "base/text.h"
#include "rules/asked.h"
#include "rules/clocks.h"
#include "rules/rule.h"

namespace ftt::rules_detail {

namespace {

constexpr Leaf action = Leaf::arrangement_action;
constexpr Leaf start_of_position = Leaf::eligibility_position_start;
constexpr Leaf advertised = Leaf::eligibility_advertised_full_time_telework;

// A request is considered today, or on the day it is asked where that is later.
Date considered_on(const Answers& answers, Date today) {
  return std::max(today, answers.date(Leaf::clock_requested_on).value_or(today));
}

Truth is_recruit_action(const Answers& answers) {
  return answers.action().map([](Action is) { return is == Action::recruit; });
}

}  // namespace

Finding eligible_time_in_position(Finding found, const Answers& answers, const RuleContext& context) {
  found.looked_at = {start_of_position, advertised, action};
  // ¶8b. The days are asked of employees who request; a recruit action is no request of an employee.
  const Truth is_recruit = is_recruit_action(answers);
  if (is_yes(is_recruit)) {
    return decided(std::move(found), Status::pass,
                   {"This is a recruit action. Time in the position only matters for current employees."});
  }
  // ¶8b. Someone selected from an announcement that advertised full-time telework is exempt …
  const Truth is_exempt = answers.yes_no(advertised);
  if (is_yes(is_exempt)) {
    return decided(std::move(found), Status::pass,
                   {"The job was announced as full-time telework, so time in the position does not matter."});
  }
  // … anybody else has been in the current position at the agency worksite for at least 180 days before the request is
  // considered.
  const Known<Date> start = answers.date(start_of_position);
  if (start.is_missing()) {
    std::vector<Leaf> open = missing_of(answers, {action, advertised, start_of_position});
    return undecided(std::move(found), {"The packet does not say yet when the person started in the position."},
                     std::move(open));
  }
  const Days asked_for = context.numbers().days_in_position.value;
  const Date first_day = start.value() + asked_for;
  const Date considered = considered_on(answers, context.today);
  if (considered >= first_day) {
    return decided(std::move(found), Status::pass,
                   {concat("In the position since ", to_display_without_weekday(start.value()), ": ",
                           with_thousands_commas((considered - start.value()).count()), " days, and ",
                           asked_for.count(), " are required.")});
  }
  found.date = first_day;
  if (is_exempt.is_missing() || is_recruit.is_missing()) {
    return undecided(std::move(found),
                     {concat("The ", asked_for.count(), " days in the position are complete on ",
                             to_display_without_weekday(first_day), ". They may not be required: that depends on ",
                             is_exempt.has_value()    ? "whether it is a recruit action."
                             : is_recruit.has_value() ? "the announcement."
                                                      : "the announcement, and on whether it is a recruit action.")},
                     missing_of(answers, {action, advertised}));
  }
  return decided(
      std::move(found), Status::fail,
      {concat("In the position since ", to_display_without_weekday(start.value()),
              ": a request can first be "
              "considered after ",
              asked_for.count(), " days, on ", first_day_in_words(first_day, context.calendar), "."),
       concat("Ask again on ", to_display_without_weekday(context.calendar.first_work_day_on_or_after(first_day)),
              ". You can still get an estimate today.")});
}

}  // namespace ftt::rules_detail
