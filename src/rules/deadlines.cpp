// Every deadline of the order that applies, or may, with what was done and how it stands today. See deadlines.h.
#include "rules/deadlines.h"

#include <array>

#include "rules/asked.h"
#include "rules/clocks.h"
#include "rules/document_paragraphs.h"
#include "rules/paragraphs.h"

namespace ftt {

namespace {

using namespace rules_detail;

// App. C, Part B: training and telework agreement within 60 days of entry on duty; ¶10c: the Recruit Agreement
// within 90. Not for a current incumbent; while it is not said which it is, both answers are missing.
void add_recruit_clocks(std::vector<Deadline>& deadlines, const Answers& answers, const WorkCalendar& calendar) {
  const Known<Action> action = answers.action();
  if (action.has_value() && action.value() == Action::incumbent) return;
  constexpr Leaf entry = Leaf::recruit_agreement_entry_on_duty;
  for (Deadline deadline :
       {calendar_day_clock("clock.recruit_training", "Recruit: telework training and telework agreement",
                           recruit_training_clock, entry, answers, calendar),
        calendar_day_clock("clock.recruit_agreement", "Recruit Agreement signed", recruit_agreement_clock, entry,
                           answers, calendar)}) {
    if (!deadline.due && action.is_missing()) deadline.settled_by = {Leaf::arrangement_action, entry};
    deadlines.push_back(std::move(deadline));
  }
}

// ¶11a. The August 15 by which the first review is done. A short-term arrangement that has ended by then has none.
void add_first_review(std::vector<Deadline>& deadlines, const Answers& answers, const WorkCalendar& calendar) {
  Deadline deadline{"review.first", "First annual review done", review_due.cite};
  deadline.count_in = DayCount::fixed_date;
  const Known<Date> created = answers.date(Leaf::arrangement_start);
  if (created.is_missing()) {
    deadline.settled_by = {Leaf::arrangement_start};
    deadlines.push_back(std::move(deadline));
    return;
  }
  const std::optional<Date> due = first_review_of(answers);
  if (!due) return;
  deadline.from = created.value();
  deadline.opens = review_opens_on(*due);
  set_due(deadline, *due, calendar);
  deadlines.push_back(std::move(deadline));
}

// ¶8b. Not a day by which something is due but the first one on which a request can be considered.
void add_first_day_of_consideration(std::vector<Deadline>& deadlines, const Answers& answers,
                                    const WorkCalendar& calendar) {
  if (is_yes(answers.yes_no(Leaf::eligibility_advertised_full_time_telework))) return;
  deadlines.push_back(calendar_day_clock("eligible.time_in_position", "First day on which a request can be considered",
                                         days_in_position, Leaf::eligibility_position_start, answers, calendar));
}

}  // namespace

std::string_view name_of(Lateness lateness) {
  constexpr std::array<std::string_view, 5> names = {"not_due", "due_today", "late", "done_in_time", "done_late"};
  return names[static_cast<std::size_t>(lateness)];
}

std::vector<Deadline> find_deadlines(const Answers& answers, Date today, const WorkCalendar& calendar) {
  std::vector<Deadline> deadlines;
  deadlines.reserve(7);
  add_first_day_of_consideration(deadlines, answers, calendar);
  deadlines.push_back(chain_clock(answers, calendar));
  deadlines.push_back(hr_director_clock_of(answers, calendar));
  deadlines.push_back(deputy_administrator_clock_of(answers, calendar));
  add_recruit_clocks(deadlines, answers, calendar);
  add_first_review(deadlines, answers, calendar);
  for (Deadline& deadline : deadlines) {
    // The first day of consideration is nothing that anybody can be late for.
    if (deadline.id != "eligible.time_in_position") {
      deadline.lateness = lateness_of(deadline.due, deadline.done, today);
    }
  }
  return deadlines;
}

}  // namespace ftt
