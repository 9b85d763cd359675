// HRM 6040.2 ¶9: the clocks of the three steps of approval, each of work days, and who holds the request now.
//
// Does not: judge the steps against each other (approval_9.cpp), or cover the office's travel budget (¶9b), which has
// no date.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "base/text.h"
#include "rules/approval.h"
#include "rules/clocks.h"

namespace ftt::rules_detail {

// ¶9a. The 20 work days run from the initial request of an employee. A recruit action has none, and a review is begun
// by the employing office (¶11a).
bool has_request(const Answers& answers) {
  const Known<Action> action = answers.action();
  if (action.has_value() && action.value() == Action::recruit) return false;
  return !is_review(answers) || answers.date(Leaf::clock_requested_on).has_value();
}

namespace {

// When the acts of a level have ended its clock.
struct Acts {
  HolderKind last;                          // a denial by this level or one below it ends the clock
  std::initializer_list<Leaf> days;         // the first of them that is answered is the day
  std::initializer_list<Leaf> later;        // days of later steps: it was done by then
  std::initializer_list<Leaf> later_steps;  // what shows that it was done, on whatever day
};

// A later step shows that a clock was in time where that step was; else it shows only that the clock has ended.
void set_ended(Deadline& clock, const Acts& acts, const Answers& answers) {
  if (const std::optional<Denial> denial = find_approval(answers).denial; denial && denial->kind <= acts.last) {
    clock.done = denial->on;
    clock.has_ended = true;
    if (clock.due && !denial->on) clock.settled_by = {denial->dated_by};
    return;
  }
  clock.done = first_date_of(answers, acts.days);
  if (clock.done || !clock.due) return;
  const std::optional<Date> later = first_date_of(answers, acts.later);
  if (later && *later <= *clock.due) {
    clock.done_by = later;
    return;
  }
  clock.has_ended = later || std::any_of(acts.later_steps.begin(), acts.later_steps.end(),
                                         [&](Leaf decision) { return answers.choice(decision).has_value(); });
  if (clock.has_ended) clock.settled_by = {*acts.days.begin()};
}

}  // namespace

// ¶9a. Submitted to the servicing HR Director, or denied, within 20 work days of the employee's first request. It is
// done with a denial, or when the HR Director has received it.
Deadline chain_clock(const Answers& answers, const RuleContext& context) {
  Deadline deadline =
      work_day_clock("clock.chain", "Chain of command: submit to the servicing HR Director, or deny",
                     context.numbers().chain_of_command_clock, Leaf::clock_requested_on, answers, context.calendar);
  set_ended(deadline,
            {HolderKind::executive,
             {Leaf::clock_hr_received_on},
             {Leaf::concurrences_hr_director_date, Leaf::clock_deputy_received_on,
              Leaf::concurrences_deputy_administrator_date, Leaf::determination_date},
             {Leaf::concurrences_hr_director_decision, Leaf::concurrences_deputy_administrator_decision,
              Leaf::determination_outcome}},
            answers);
  return deadline;
}

// ¶9c. The servicing HR Director concurs or denies within 7 work days of receipt.
Deadline hr_director_clock_of(const Answers& answers, const RuleContext& context) {
  Deadline deadline =
      work_day_clock("clock.hr_director", "Servicing HR Director: concur or deny", context.numbers().hr_director_clock,
                     Leaf::clock_hr_received_on, answers, context.calendar);
  set_ended(deadline,
            {HolderKind::servicing_hr_director,
             {Leaf::concurrences_hr_director_date},
             {Leaf::clock_deputy_received_on, Leaf::concurrences_deputy_administrator_date, Leaf::determination_date},
             {Leaf::concurrences_hr_director_decision, Leaf::concurrences_deputy_administrator_decision,
              Leaf::determination_outcome}},
            answers);
  return deadline;
}

// ¶9c. The Deputy Administrator or designee within 21 work days of receipt.
Deadline deputy_administrator_clock_of(const Answers& answers, const RuleContext& context) {
  Deadline deadline = work_day_clock("clock.deputy_administrator", "Deputy Administrator or designee: concur or deny",
                                     context.numbers().deputy_administrator_clock, Leaf::clock_deputy_received_on,
                                     answers, context.calendar);
  set_ended(deadline,
            {HolderKind::deputy_administrator,
             {Leaf::concurrences_deputy_administrator_date, Leaf::determination_date},
             {},
             {Leaf::concurrences_deputy_administrator_decision, Leaf::determination_outcome}},
            answers);
  return deadline;
}

namespace {

std::string capitalized(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result.front() >= 'a' && result.front() <= 'z') {
    result.front() = static_cast<char>(result.front() - 'a' + 'A');
  }
  return result;
}

Holder nobody(HolderKind kind, std::optional<Date> since, std::string message, std::string next, Citation cite) {
  return {kind, "nobody", since, {}, Lateness::not_due, 0, std::move(message), std::move(next), cite};
}

// ---- Once it is decided, or ended ----

constexpr std::string_view start_anew = "An updated request can be started.";

Holder decided(const Approval& approval, const Answers& answers) {
  constexpr Citation part_l = cite("App. A, Part L");
  const std::optional<Date> on = first_date_of(answers, {Leaf::determination_date});
  if (approval.state == ApprovalState::disapproved) {
    return nobody(HolderKind::decided, on, "It is disapproved.", std::string(start_anew), part_l);
  }
  if (approval.state == ApprovalState::approved) {
    const bool is_signed =
        both_signed(answers, Leaf::agreement_employee_signature_date, Leaf::agreement_supervisor_signature_date)
            .has_value();
    return nobody(HolderKind::decided, on, "It is approved.",
                  is_signed            ? "Employee and supervisor have signed the Arrangement Agreement."
                  : is_review(answers) ? "Sign the Arrangement Agreement again, to continue the arrangement."
                                       : "Sign the Arrangement Agreement before the arrangement begins.",
                  part_l);
  }
  std::string message = concat("The approval is not valid. ", approval.breaks.front().message);
  if (const std::size_t others = approval.breaks.size() - 1; others != 0) {
    append(message, " ", others, others == 1 ? " other problem" : " other problems", " of Parts J to L ",
           others == 1 ? "stands" : "stand", " beside it.");
  }
  return nobody(HolderKind::contradicted, std::nullopt, std::move(message),
                "Fix Parts J to L first. Do not sign the Arrangement Agreement until then.", cite("HRM 6040.2 ¶9"));
}

// ---- While it is on its way ----

// The level that has it: the first that has not concurred, or one above that which has received it.
HolderKind level_now(const Approval& approval, const Answers& answers) {
  if (answers.date(Leaf::clock_deputy_received_on).has_value()) return HolderKind::deputy_administrator;
  if (answers.date(Leaf::clock_hr_received_on).has_value()) {
    return std::max(approval.next, HolderKind::servicing_hr_director);
  }
  return approval.next;
}

Deadline clock_of(HolderKind level, const Answers& answers, const RuleContext& context) {
  if (level == HolderKind::deputy_administrator) return deputy_administrator_clock_of(answers, context);
  if (level == HolderKind::servicing_hr_director) return hr_director_clock_of(answers, context);
  return chain_clock(answers, context);
}

std::string_view next_act_of(HolderKind level) {
  if (level == HolderKind::deputy_administrator) return "Concur or deny. The determination goes into Part L.";
  if (level == HolderKind::servicing_hr_director) {
    return "Concur or deny. After a concurrence it goes to the Deputy Administrator or designee.";
  }
  return level == HolderKind::executive ? "Concur or deny. After a concurrence it goes to the servicing HR Director."
                                        : "Concur or deny. After a concurrence it goes to the next level.";
}

Holder waiting(HolderKind level, const Answers& answers, const RuleContext& context) {
  Deadline clock = clock_of(level, answers, context);
  clock.done = clock.done_by = std::nullopt;
  clock.has_ended = false;
  const std::string who = capitalized(words_of(level));
  Holder holder{level, words_of(level), clock.from, clock.due, lateness_of(clock, context.today), 0, {},
                {},    clock.cite};
  holder.next = next_act_of(level);
  if (level < HolderKind::servicing_hr_director && !has_request(answers)) {
    holder.since = holder.due = std::nullopt;
    holder.message =
        concat(who, " is next. No clock runs: the ", clock.days, " work days are counted from an employee's request.");
  } else if (!clock.due) {
    holder.message =
        concat(who, " is next; the date of ", level >= HolderKind::servicing_hr_director ? "receipt" : "the request",
               " is not recorded, so the clock of ", clock.days, " work days is not known.");
    holder.settled_by = std::move(clock.settled_by);
  } else if (holder.lateness == Lateness::late) {
    holder.work_days_late = work_days_between(*clock.due, context.today, context.calendar);
    holder.message = concat(who, " has it. It was due on ", to_display(*clock.due), ", ", holder.work_days_late,
                            holder.work_days_late == 1 ? " work day ago." : " work days ago.");
  } else {
    holder.message = concat(who, " has it. It is due on ", to_display(*clock.due),
                            holder.lateness == Lateness::due_today ? ", which is today." : ".");
  }
  return holder;
}

Holder preparing(const Answers& answers) {
  Holder holder{HolderKind::preparer, "the preparer", {}, {}, Lateness::not_due, 0, {}, {}, cite("HRM 6040.2 ¶9a")};
  if (has_request(answers)) {
    holder.message = "The packet has no date of a request, so nobody has requested the arrangement yet.";
    holder.next = "Give the request to the immediate supervisor, and record the date.";
    holder.settled_by = {Leaf::clock_requested_on};
  } else {
    holder.message = "The packet has no concurrence, so it is still being prepared.";
    holder.next = "Give it to the immediate supervisor.";
  }
  return holder;
}

Holder holder_of(const Approval& approval, const Answers& answers, const RuleContext& context) {
  if (approval.state == ApprovalState::denied) {
    return nobody(HolderKind::denied, approval.denial->on,
                  concat(capitalized(approval.denial->who), " denied it, which ends it."), std::string(start_anew),
                  cite("HRM 6040.2 ¶9"));
  }
  if (approval.state != ApprovalState::open) return decided(approval, answers);
  if (approval.have_all_concurred) {
    return {HolderKind::deputy_administrator,
            words_of(HolderKind::deputy_administrator),
            first_date_of(answers, {Leaf::concurrences_deputy_administrator_date}),
            {},
            Lateness::not_due,
            0,
            "Every level has concurred. Part L does not record the determination yet.",
            "Record the determination and its date.",
            cite("App. A, Part L"),
            {},
            {Leaf::determination_outcome}};
  }
  const HolderKind level = level_now(approval, answers);
  const bool is_begun = level != HolderKind::immediate_supervisor || answers.date(Leaf::clock_requested_on).has_value();
  return is_begun ? waiting(level, answers, context) : preparing(answers);
}

}  // namespace

}  // namespace ftt::rules_detail

namespace ftt {

std::string_view name_of(HolderKind kind) {
  constexpr std::array<std::string_view, 11> names = {"preparer",
                                                      "immediate_supervisor",
                                                      "second_level",
                                                      "third_level",
                                                      "executive",
                                                      "servicing_hr_director",
                                                      "deputy_administrator",
                                                      "decided",
                                                      "denied",
                                                      "contradicted",
                                                      "withdrawn"};
  return names[static_cast<std::size_t>(kind)];
}

Holder find_holder(const Answers& answers, const RuleContext& context) {
  Holder holder = rules_detail::holder_of(find_approval(answers), answers, context);
  holder.looked_at = {Leaf::clock_requested_on,
                      Leaf::clock_hr_received_on,
                      Leaf::clock_deputy_received_on,
                      Leaf::determination_outcome,
                      Leaf::concurring_supervisor_decision,
                      Leaf::concurrences_supervisor_decision,
                      Leaf::concurrences_second_level_decision,
                      Leaf::concurrences_third_level_decision,
                      Leaf::concurrences_executive_decision,
                      Leaf::concurrences_hr_director_decision,
                      Leaf::concurrences_deputy_administrator_decision};
  return holder;
}

}  // namespace ftt
