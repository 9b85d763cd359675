// HRM 6040.2 ¶9: the three steps of approval, each with its clock of work days, and who holds the request now.
//
// Every Analysis Tool goes the whole way, whatever its cost. A step comes after the one above it has concurred; a
// denial ends it.
//
// Does not: cover the office's travel budget (¶9b), which has no date.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "rules/clocks.h"

namespace ftt::rules_detail {

namespace {

// The levels of Part K from the bottom to the top.
struct Level {
  HolderKind kind;
  std::string_view who;
  Leaf name;
  Leaf decision;
  Leaf date;
};
constexpr std::array levels = {
    Level{HolderKind::immediate_supervisor, "the immediate supervisor", Leaf::concurrences_supervisor_name,
          Leaf::concurrences_supervisor_decision, Leaf::concurrences_supervisor_date},
    Level{HolderKind::second_level, "the second level supervisor", Leaf::concurrences_second_level_name,
          Leaf::concurrences_second_level_decision, Leaf::concurrences_second_level_date},
    Level{HolderKind::third_level, "the third level supervisor", Leaf::concurrences_third_level_name,
          Leaf::concurrences_third_level_decision, Leaf::concurrences_third_level_date},
    Level{HolderKind::executive, "the Regional Commissioner, Assistant Commissioner or SES equivalent",
          Leaf::concurrences_executive_name, Leaf::concurrences_executive_decision, Leaf::concurrences_executive_date},
    Level{HolderKind::servicing_hr_director, "the servicing HR Director", Leaf::concurrences_hr_director_name,
          Leaf::concurrences_hr_director_decision, Leaf::concurrences_hr_director_date},
    Level{HolderKind::deputy_administrator, "the Deputy Administrator or designee",
          Leaf::concurrences_deputy_administrator_name, Leaf::concurrences_deputy_administrator_decision,
          Leaf::concurrences_deputy_administrator_date},
};
constexpr std::size_t executive_level = 3;
constexpr std::size_t hr_level = 4;
constexpr std::size_t deputy_level = 5;

// In the order of the choices.
enum class Decision : std::uint8_t { concur, deny };

Known<Decision> decision_of(const Level& level, const Answers& answers) {
  return answers.choice(level.decision).map([](std::size_t number) { return static_cast<Decision>(number); });
}

bool has_concurred(const Level& level, const Answers& answers) {
  const Known<Decision> decision = decision_of(level, answers);
  return decision.has_value() && decision.value() == Decision::concur;
}

bool has_denied(const Level& level, const Answers& answers) {
  const Known<Decision> decision = decision_of(level, answers);
  return decision.has_value() && decision.value() == Decision::deny;
}

}  // namespace

// ¶9a. Submitted to the servicing HR Director, or denied, within 20 work days of the employee's first request. It is
// done when the HR Director has received it, or with a denial.
Deadline chain_clock(const Answers& answers, const WorkCalendar& calendar) {
  Deadline deadline = work_day_clock("clock.chain", "Chain of command: submit to the servicing HR Director, or deny",
                                     chain_of_command_clock, Leaf::clock_requested_on, answers, calendar);
  deadline.done = first_date_of(answers, {Leaf::clock_hr_received_on});
  for (std::size_t i = 0; i <= executive_level && !deadline.done; ++i) {
    if (has_denied(levels[i], answers)) deadline.done = first_date_of(answers, {levels[i].date});
  }
  return deadline;
}

// ¶9c. The servicing HR Director concurs or denies within 7 work days of receipt.
Deadline hr_director_clock_of(const Answers& answers, const WorkCalendar& calendar) {
  Deadline deadline = work_day_clock("clock.hr_director", "Servicing HR Director: concur or deny", hr_director_clock,
                                     Leaf::clock_hr_received_on, answers, calendar);
  deadline.done = first_date_of(answers, {Leaf::concurrences_hr_director_date, Leaf::clock_deputy_received_on});
  return deadline;
}

// ¶9c. The Deputy Administrator or designee within 21 work days of receipt.
Deadline deputy_administrator_clock_of(const Answers& answers, const WorkCalendar& calendar) {
  Deadline deadline = work_day_clock("clock.deputy_administrator", "Deputy Administrator or designee: concur or deny",
                                     deputy_administrator_clock, Leaf::clock_deputy_received_on, answers, calendar);
  deadline.done = first_date_of(answers, {Leaf::determination_date, Leaf::concurrences_deputy_administrator_date});
  return deadline;
}

namespace {

// Second and third level are there "if applicable": only somebody who is named is waited for.
bool is_waited_for(std::size_t number, const Answers& answers) {
  const bool is_optional = number == 1 || number == 2;
  return !is_optional || !answers.is_empty(levels[number].name);
}

// The step at which it stands: after the highest level that has concurred or has received it.
std::size_t level_now(const Answers& answers) {
  if (answers.date(Leaf::clock_deputy_received_on).has_value()) return deputy_level;
  std::size_t above = 0;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (has_concurred(levels[i], answers)) above = i + 1;
  }
  if (answers.date(Leaf::clock_hr_received_on).has_value()) above = std::max(above, hr_level);
  while (above < deputy_level && !is_waited_for(above, answers)) ++above;
  return std::min(above, deputy_level);
}

Holder with_answers(Holder holder) {
  holder.looked_at = {Leaf::clock_requested_on, Leaf::clock_hr_received_on, Leaf::clock_deputy_received_on,
                      Leaf::determination_outcome};
  for (const Level& level : levels) holder.looked_at.push_back(level.decision);
  return holder;
}

std::string capitalised(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result.front() >= 'a' && result.front() <= 'z') {
    result.front() = static_cast<char>(result.front() - 'a' + 'A');
  }
  return result;
}

Deadline clock_of(std::size_t level, const Answers& answers, const WorkCalendar& calendar) {
  if (level == deputy_level) return deputy_administrator_clock_of(answers, calendar);
  return level == hr_level ? hr_director_clock_of(answers, calendar) : chain_clock(answers, calendar);
}

int work_days_between(Date from, Date to, const WorkCalendar& calendar) {
  int count = 0;
  for (Date day = from + Days(1); day <= to; day = day + Days(1)) count += calendar.is_work_day(day) ? 1 : 0;
  return count;
}

Holder waiting(std::size_t number, const Answers& answers, Date today, const WorkCalendar& calendar) {
  const Level& level = levels[number];
  Deadline clock = clock_of(number, answers, calendar);
  Holder holder{level.kind, level.who, clock.from, clock.due, lateness_of(clock.due, std::nullopt, today),
                0,          {},        {},         clock.cite};
  const std::string who = capitalised(level.who);
  if (!clock.due) {
    holder.message = concat(who, " is next; the date of ", number >= hr_level ? "receipt" : "the request",
                            " is not written down, so the clock of ", clock.days, " work days cannot be told.");
    holder.settled_by = std::move(clock.settled_by);
  } else if (holder.lateness == Lateness::late) {
    holder.work_days_late = work_days_between(*clock.due, today, calendar);
    holder.message = concat(who, " holds it. It was due on ", to_display(*clock.due), ", ", holder.work_days_late,
                            holder.work_days_late == 1 ? " work day ago." : " work days ago.");
  } else {
    holder.message = concat(who, " holds it. It is due on ", to_display(*clock.due),
                            holder.lateness == Lateness::due_today ? ", which is today." : ".");
  }
  holder.next = number == deputy_level ? "Concur or deny; the determination goes into Part L."
                : number == hr_level ? "Concur or deny; on concurrence it goes to the Deputy Administrator or designee."
                : number == executive_level
                    ? "Concur or deny; on concurrence it is submitted to the servicing HR Director."
                    : "Concur or deny; on concurrence it goes to the next level.";
  return holder;
}

}  // namespace

}  // namespace ftt::rules_detail

namespace ftt {

std::string_view name_of(HolderKind kind) {
  constexpr std::array<std::string_view, 9> names = {
      "preparer",  "immediate_supervisor",  "second_level",         "third_level",
      "executive", "servicing_hr_director", "deputy_administrator", "decided",
      "denied"};
  return names[static_cast<std::size_t>(kind)];
}

Holder find_holder(const Answers& answers, Date today, const WorkCalendar& calendar) {
  using namespace rules_detail;
  // Part L: decided.
  const Known<std::size_t> outcome = answers.choice(Leaf::determination_outcome);
  if (outcome.has_value()) {
    Holder holder{HolderKind::decided,
                  "nobody",
                  first_date_of(answers, {Leaf::determination_date}),
                  {},
                  Lateness::not_due,
                  0,
                  {},
                  {},
                  cite("App. A, Part L")};
    holder.message = outcome.value() == 0 ? "It is approved." : "It is disapproved.";
    holder.next = outcome.value() == 0 ? "Sign the Arrangement Agreement before the arrangement begins."
                                       : "An updated request may be started.";
    return with_answers(std::move(holder));
  }
  // A denial at any step ends it.
  for (const Level& level : levels) {
    if (!has_denied(level, answers)) continue;
    Holder holder{HolderKind::denied,
                  "nobody",
                  first_date_of(answers, {level.date}),
                  {},
                  Lateness::not_due,
                  0,
                  concat(capitalised(level.who), " denied it, which ends it."),
                  "An updated request may be started.",
                  cite("HRM 6040.2 ¶9")};
    return with_answers(std::move(holder));
  }
  const std::size_t level = level_now(answers);
  if (level == 0 && answers.date(Leaf::clock_requested_on).is_missing()) {
    Holder holder{HolderKind::preparer,
                  "the preparer",
                  {},
                  {},
                  Lateness::not_due,
                  0,
                  "No date of a request is written down: as far as the packet says, it has not been asked for yet.",
                  "Hand the request to the immediate supervisor, and write down the day.",
                  cite("HRM 6040.2 ¶9a")};
    holder.settled_by = {Leaf::clock_requested_on};
    return with_answers(std::move(holder));
  }
  return with_answers(waiting(level, answers, today, calendar));
}

}  // namespace ftt
