// Every deadline of the order that applies, or may, with what was done and how it stands today. See deadlines.h.
#include "rules/deadlines.h"

#include <algorithm>
#include <array>

#include "rules/approval.h"
#include "rules/asked.h"
#include "rules/clocks.h"
#include "rules/document_paragraphs.h"
#include "rules/documents.h"
#include "rules/rule.h"

namespace ftt {

namespace {

using namespace rules_detail;

// The date that the rule waits for goes by the rule's name.
constexpr std::string_view first_day = RuleId("eligible.time_in_position").text();

// App. C, Part B. The day on which a recruit had both the training and an approved telework agreement, as far as the
// answers tell: that of the training, or else that on which the employee certified it by signing.
void set_trained(Deadline& deadline, const Answers& answers) {
  const std::optional<Date> trained = first_date_of(
      answers, {Leaf::recruit_agreement_training_completed, Leaf::recruit_agreement_employee_signature_date});
  const Truth has_agreement = telework_agreement_stands(answers);
  if (!trained || is_no(has_agreement)) return;
  if (is_yes(has_agreement)) {
    deadline.done = trained;
  } else if (deadline.due) {
    deadline.is_unknown = true;
    deadline.settled_by.push_back(Leaf::eligibility_telework_agreement_approved);
  }
}

// App. C, Part B: training and telework agreement within 60 days of entry on duty; ¶10c: the Recruit Agreement
// within 90. Not for a current incumbent; while it is not said which it is, both answers are missing.
void add_recruit_clocks(std::vector<Deadline>& deadlines, const Answers& answers, const RuleContext& context) {
  const Known<Action> action = answers.action();
  if (action.has_value() && action.value() == Action::incumbent) return;
  constexpr Leaf entry = Leaf::recruit_agreement_entry_on_duty;
  for (Deadline deadline :
       {calendar_day_clock("clock.recruit_training", "Recruit: telework training and telework agreement",
                           context.numbers().recruit_training_clock, entry, answers, context.calendar),
        calendar_day_clock("clock.recruit_agreement", "Signatures on the Recruit Agreement",
                           context.numbers().recruit_agreement_clock, entry, answers, context.calendar)}) {
    if (!deadline.due && action.is_missing()) deadline.settled_by = {Leaf::arrangement_action, entry};
    if (deadline.id == "clock.recruit_training") {
      set_trained(deadline, answers);
    } else {
      deadline.done = both_signed(answers, Leaf::recruit_agreement_employee_signature_date,
                                  Leaf::recruit_agreement_supervisor_signature_date);
    }
    deadlines.push_back(std::move(deadline));
  }
}

// ¶11a, ¶11c. The August 15 by which the review at hand is done, which the servicing HR office signs for.
Deadline review_at_hand(const Answers& answers, const RuleContext& context) {
  Deadline deadline{"review.first", "Annual review", context.numbers().review_due.cite};
  deadline.count_in = DayCount::fixed_date;
  const Date due = this_review_due(answers, context);
  const Known<Date> started = answers.date(Leaf::annual_review_date);
  if (started.has_value()) deadline.from = started.value();
  const Known<Date> signed_on = answers.date(Leaf::annual_review_hr_signature_date);
  if (signed_on.has_value()) deadline.done = signed_on.value();
  deadline.opens = review_opens_on(due, context.numbers());
  set_due(deadline, due, context.calendar);
  return deadline;
}

// ¶11a. The August 15 by which the first review is done; in a review, that one. A short-term arrangement that has ended
// by then has none, nor has one that was denied or disapproved.
void add_review(std::vector<Deadline>& deadlines, const Answers& answers, const RuleContext& context) {
  if (is_review(answers)) {
    deadlines.push_back(review_at_hand(answers, context));
    return;
  }
  if (is_refused(answers)) return;
  Deadline deadline{"review.first", "First annual review", context.numbers().review_due.cite};
  deadline.count_in = DayCount::fixed_date;
  const Known<Date> created = answers.date(Leaf::arrangement_start);
  if (created.is_missing()) {
    deadline.settled_by = {Leaf::arrangement_start};
    deadlines.push_back(std::move(deadline));
    return;
  }
  const std::optional<Date> due = first_review_of(answers, context.numbers());
  if (!due) return;
  deadline.from = created.value();
  deadline.opens = review_opens_on(*due, context.numbers());
  set_due(deadline, *due, context.calendar);
  deadlines.push_back(std::move(deadline));
}

// ¶8b. Not a day by which something is due but the first one on which a request can be considered.
void add_first_day_of_consideration(std::vector<Deadline>& deadlines, const Answers& answers,
                                    const RuleContext& context) {
  const Known<Action> action = answers.action();
  const bool is_recruit = action.has_value() && action.value() == Action::recruit;
  if (is_recruit || is_yes(answers.yes_no(Leaf::eligibility_advertised_full_time_telework))) return;
  Deadline first = calendar_day_clock(first_day, "First day on which a request can be considered",
                                      context.numbers().days_in_position, Leaf::eligibility_position_start, answers,
                                      context.calendar);
  // Not before that day: on a day off it is the next work day, and never one before.
  if (first.work_day_before) first.work_day_after = context.calendar.first_work_day_on_or_after(*first.due);
  first.work_day_before.reset();
  deadlines.push_back(std::move(first));
}

// ¶9. Once it is denied or disapproved no clock begins any more, and nobody is a full-time teleworker by it (App. C).
void drop_what_is_over(std::vector<Deadline>& deadlines) {
  std::erase_if(deadlines, [](const Deadline& deadline) {
    return !deadline.due || deadline.id == "clock.recruit_training" || deadline.id == "clock.recruit_agreement";
  });
}

}  // namespace

std::string_view name_of(Lateness lateness) {
  constexpr std::array<std::string_view, 9> names = {"not_due",      "due_today",    "late",
                                                     "done_in_time", "done_late",    "done_before_start",
                                                     "reached",      "done_undated", "unknown"};
  return names[static_cast<std::size_t>(lateness)];
}

std::string_view words_of(Lateness lateness) {
  constexpr std::array<std::string_view, 9> words = {"not due yet",  "due today",
                                                     "overdue",      "done in time",
                                                     "done late",    "dated before its clock began",
                                                     "reached",      "done, but the date is not recorded",
                                                     "not known yet"};
  return words[static_cast<std::size_t>(lateness)];
}

bool is_done(Lateness lateness) {
  return lateness == Lateness::done_in_time || lateness == Lateness::done_late ||
         lateness == Lateness::done_before_start || lateness == Lateness::done_undated;
}

std::vector<Deadline> find_deadlines(const Answers& answers, const RuleContext& context) {
  std::vector<Deadline> deadlines;
  deadlines.reserve(7);
  add_first_day_of_consideration(deadlines, answers, context);
  if (has_request(answers)) deadlines.push_back(chain_clock(answers, context));
  deadlines.push_back(hr_director_clock_of(answers, context));
  deadlines.push_back(deputy_administrator_clock_of(answers, context));
  add_recruit_clocks(deadlines, answers, context);
  add_review(deadlines, answers, context);
  if (is_refused(answers)) drop_what_is_over(deadlines);
  for (Deadline& deadline : deadlines) {
    deadline.lateness = lateness_of(deadline, context.today);
    // The first day of consideration is nothing that anybody can be late for.
    if (deadline.id == first_day && deadline.due && *deadline.due <= context.today) {
      deadline.lateness = Lateness::reached;
    }
  }
  return deadlines;
}

}  // namespace ftt
