// HRM 6040.2 ¶9a, ¶9c: where a recorded packet is, since when and by when. The clocks are those of holder_9.cpp, run
// over the days that the chain records. See chain.h.
//
// Does not: decide which concurrences stand (chain_9.cpp).
#include <algorithm>
#include <array>

#include "base/text.h"
#include "rules/approval.h"
#include "rules/chain.h"
#include "rules/clocks.h"

namespace ftt {

namespace {

struct StepLeaves {
  Leaf name;
  Leaf title;
  Leaf decision;
  Leaf date;
};
#define FTT_STEP_LEAVES(step)                                                       \
  StepLeaves {                                                                      \
    Leaf::step##_name, Leaf::step##_title, Leaf::step##_decision, Leaf::step##_date \
  }
constexpr std::array<StepLeaves, chain_step_count> step_leaves = {
    FTT_STEP_LEAVES(concurrences_supervisor),  FTT_STEP_LEAVES(concurrences_second_level),
    FTT_STEP_LEAVES(concurrences_third_level), FTT_STEP_LEAVES(concurrences_executive),
    FTT_STEP_LEAVES(concurrences_hr_director), FTT_STEP_LEAVES(concurrences_deputy_administrator)};
constexpr StepLeaves part_j = FTT_STEP_LEAVES(concurring_supervisor);
#undef FTT_STEP_LEAVES

void set_date(Answers& answers, Leaf leaf, const std::optional<Date>& date) {
  answers.set(leaf, date ? to_iso(*date) : std::string());
}

void set_step(Answers& answers, const StepLeaves& leaves, const ChainPerson& who, std::string_view decision,
              const std::optional<Date>& on) {
  answers.set(leaves.name, who.name);
  answers.set(leaves.title, who.title);
  answers.set(leaves.decision, decision);
  set_date(answers, leaves.date, on);
}

std::optional<Date> day_of(std::span<const ChainEntry> entries, const std::optional<std::size_t>& entry) {
  return entry ? entries[*entry].on : std::nullopt;
}

// ¶9a, ¶11b. The entry with which the case at hand begins: request and receipts of what is behind it start no clock.
// - What was approved is over: the request or submission that comes next begins a new case. A request behind an
// approval
//   that stands begins none yet.
// - An end is another matter than the arrangement: each begins with its first submission behind one of the other; the
//   arrangement with the request for it, where that is recorded behind the other matter's submission.
std::size_t begin_of_case(std::span<const ChainEntry> entries, const ChainStanding& standing) {
  const bool is_ending = standing.submitted && entries[*standing.submitted].is_ending;
  const std::size_t last_of_case =
      standing.all_stand() ? *standing.steps[number_of(ChainStep::deputy_administrator)].given : entries.size();
  std::size_t begin = 0;
  bool is_over = false;                        // what came before
  bool is_of_other = false;                    // the last submission
  std::optional<std::size_t> requested_since;  // that submission
  for (std::size_t i = 0; i < last_of_case; ++i) {
    const ChainEntry& entry = entries[i];
    if (!counts(standing, entries, i)) continue;
    const bool is_request = entry.act == ChainAct::requested;
    const bool is_submission = entry.act == ChainAct::submitted;
    if (is_over && (is_request || is_submission)) begin = i;
    is_over = (is_over && !is_request && !is_submission) ||
              (entry.act == ChainAct::concurred && entry.step == ChainStep::deputy_administrator);
    if (is_request && !requested_since) requested_since = i;
    if (!is_submission) continue;
    const bool was_of_other = is_of_other;
    is_of_other = entry.is_ending != is_ending;
    if (was_of_other && !is_of_other) begin = std::max(begin, is_ending ? i : requested_since.value_or(i));
    requested_since.reset();
  }
  return begin;
}

enum class Which : std::uint8_t { first, last };

// The receipt by a step that counts.
std::optional<Date> received_by(ChainStep step, Which which, std::span<const ChainEntry> entries,
                                const ChainStanding& standing) {
  std::optional<Date> found;
  for (std::size_t i = begin_of_case(entries, standing); i < entries.size(); ++i) {
    const bool is_one = entries[i].act == ChainAct::received && entries[i].step == step && entries[i].on;
    if (!is_one || !counts(standing, entries, i)) continue;
    found = entries[i].on;
    if (which == Which::first) break;
  }
  return found;
}

// Another day counts where the first request was earlier than its entry.
std::optional<Date> day_of_request(const ChainEntry& request) {
  return request.requested_on && request.requested_on < request.on ? request.requested_on : request.on;
}

// The first one of the case at hand.
std::optional<Date> first_request(std::span<const ChainEntry> entries, const ChainStanding& standing) {
  for (std::size_t i = begin_of_case(entries, standing); i < entries.size(); ++i) {
    if (entries[i].act == ChainAct::requested && counts(standing, entries, i)) return day_of_request(entries[i]);
  }
  return std::nullopt;
}

// The first request behind the approval that stands: its 20 days run, though nothing was submitted for it yet.
std::optional<Date> requested_again(std::span<const ChainEntry> entries, const ChainStanding& standing) {
  if (!standing.all_stand() || standing.ended) return std::nullopt;
  const std::size_t approved = *standing.steps[number_of(ChainStep::deputy_administrator)].given;
  for (std::size_t i = approved + 1; i < entries.size(); ++i) {
    if (entries[i].act == ChainAct::requested && counts(standing, entries, i)) return day_of_request(entries[i]);
  }
  return std::nullopt;
}

// Whether the packet has come as far as the step, as things stand.
bool has_come_to(ChainStep step, const ChainStanding& standing, std::span<const ChainEntry> entries) {
  if (standing.ended) {
    const ChainEntry& end = entries[*standing.ended];
    return end.step && *end.step >= step;
  }
  return standing.holder ? *standing.holder >= step : standing.all_stand();
}

// ¶9. Since when the holder has it: from what brought it there, or from when it was found changed.
std::optional<Date> held_since(std::span<const ChainEntry> entries, const ChainStanding& standing) {
  const ChainStep holder = *standing.holder;
  if (const std::optional<std::size_t> given = standing.steps[number_of(holder)].given) {
    for (std::size_t i = *given + 1; i < entries.size(); ++i) {
      if (entries[i].act == ChainAct::edited && entries[i].is_sound) return entries[i].on;
    }
    return std::nullopt;
  }
  std::optional<std::size_t> brought = standing.submitted;
  for (const ChainStep step : chain_steps) {
    if (step < holder) brought = std::max(brought, standing.steps[number_of(step)].given);
  }
  for (std::size_t i = brought.value_or(0); i < entries.size(); ++i) {
    const bool comes_here = (entries[i].act == ChainAct::returned && entries[i].to_step == holder) ||
                            (entries[i].act == ChainAct::reassigned && entries[i].step == holder);
    if (comes_here && counts(standing, entries, i)) brought = i;
  }
  return day_of(entries, brought);
}

// ¶9a, ¶9c. The order does not say whether a clock stops while a returned packet is with others. Where it does: the
// chain of command goes on with the work days that it had left, from the day of the return; who received it anew has
// all of theirs from that receipt. A return within the chain of command leaves it with those whom its 20 days bind, and
// stops nothing.
std::optional<Date> due_if_stopped(std::span<const ChainEntry> entries, const ChainStanding& standing,
                                   const RuleContext& context) {
  const WorkCalendar& calendar = context.calendar;
  const ChainStep holder = *standing.holder;
  if (holder >= ChainStep::hr_director) {
    const std::optional<Date> first = received_by(holder, Which::first, entries, standing);
    const std::optional<Date> last = received_by(holder, Which::last, entries, standing);
    if (!last || first == last) return std::nullopt;
    const Numbers& numbers = context.numbers();
    const WorkDays days =
        holder == ChainStep::hr_director ? numbers.hr_director_clock.value : numbers.deputy_administrator_clock.value;
    return calendar.add_work_days(*last, days.count);
  }
  const std::optional<Date> begun = first_request(entries, standing);
  if (!begun) return std::nullopt;
  int left = context.numbers().chain_of_command_clock.value.count;
  std::optional<Date> running = begun;
  bool has_stopped = false;
  for (std::size_t i = begin_of_case(entries, standing); i < entries.size(); ++i) {
    const ChainEntry& entry = entries[i];
    if (!entry.on || !counts(standing, entries, i)) continue;
    const bool goes_out = entry.act == ChainAct::concurred && entry.step == ChainStep::executive;
    const bool comes_back = entry.act == ChainAct::returned && *entry.step >= ChainStep::hr_director &&
                            *entry.to_step < ChainStep::hr_director;
    if (goes_out && running) {
      left -= rules_detail::work_days_between(*running, *entry.on, calendar);
      running = std::nullopt;
    } else if (comes_back && !running) {
      running = entry.on;
      has_stopped = true;
    }
  }
  if (!running || !has_stopped) return std::nullopt;
  return calendar.add_work_days(*running, std::max(left, 0));
}

ChainState state_of(std::span<const ChainEntry> entries, const ChainStanding& standing) {
  if (standing.ended) {
    return entries[*standing.ended].act == ChainAct::denied ? ChainState::denied : ChainState::withdrawn;
  }
  if (!standing.submitted) return ChainState::draft;
  if (standing.all_stand()) return ChainState::approved;
  if (standing.returned) return ChainState::returned;
  if (standing.holder == ChainStep::deputy_administrator) return ChainState::at_deputy;
  return standing.holder == ChainStep::hr_director ? ChainState::at_hr : ChainState::in_chain;
}

// Without entries: as the typed Parts J to L say.
ChainState state_of(const Approval& approval, const Holder& holder) {
  switch (approval.state) {
    case ApprovalState::denied:
    case ApprovalState::disapproved:
      return ChainState::denied;
    case ApprovalState::approved:
      return ChainState::approved;
    case ApprovalState::open:
    case ApprovalState::contradicted:
      break;
  }
  if (holder.kind == HolderKind::preparer) return ChainState::draft;
  if (holder.kind == HolderKind::deputy_administrator) return ChainState::at_deputy;
  return holder.kind == HolderKind::servicing_hr_director ? ChainState::at_hr : ChainState::in_chain;
}

}  // namespace

std::string_view name_of(ChainState state) {
  constexpr std::array<std::string_view, 8> names = {"draft",    "in_chain", "at_hr",     "at_deputy",
                                                     "returned", "denied",   "withdrawn", "approved"};
  return names[static_cast<std::size_t>(state)];
}

std::string_view name_of(ArrangementPhase phase) {
  constexpr std::array<std::string_view, 4> names = {"not_begun", "active", "suspended", "ended"};
  return names[static_cast<std::size_t>(phase)];
}

// ¶12. It ends after its last day, or on the day from which the end is effective; a suspension is for a limited time.
std::optional<ArrangementPhase> find_phase(const Answers& answers, Date today) {
  const Known<Date> start = answers.date(Leaf::arrangement_start);
  if (!start.has_value()) return std::nullopt;
  const Known<Date> effective = answers.date(Leaf::ending_effective);
  if (effective.has_value() && today >= effective.value()) return ArrangementPhase::ended;
  const Known<Date> end = answers.date(Leaf::arrangement_end);
  if (end.has_value() && today > end.value()) return ArrangementPhase::ended;
  if (today < start.value()) return ArrangementPhase::not_begun;
  const Known<Date> from = answers.date(Leaf::ending_suspension_from);
  const Known<Date> through = answers.date(Leaf::ending_suspension_through);
  const bool is_suspended =
      from.has_value() && today >= from.value() && !(through.has_value() && today > through.value());
  return is_suspended ? ArrangementPhase::suspended : ArrangementPhase::active;
}

namespace {

// Which receipt: the last one is the fact; a clock that runs on through a return goes by the first.
Answers answers_by(const Answers& answers, std::span<const ChainEntry> entries, const ChainStanding& standing,
                   Which receipt) {
  if (entries.empty()) return answers;
  Answers recorded = answers;
  set_date(recorded, Leaf::clock_requested_on, first_request(entries, standing));
  // Returned to an earlier step it is not there any more.
  const auto set_receipt = [&](Leaf leaf, ChainStep step) {
    const bool is_there = has_come_to(step, standing, entries);
    set_date(recorded, leaf, is_there ? received_by(step, receipt, entries, standing) : std::nullopt);
  };
  set_receipt(Leaf::clock_hr_received_on, ChainStep::hr_director);
  set_receipt(Leaf::clock_deputy_received_on, ChainStep::deputy_administrator);
  std::optional<std::size_t> denial;
  if (standing.ended && entries[*standing.ended].act == ChainAct::denied) denial = standing.ended;
  set_step(recorded, part_j, {}, "", std::nullopt);
  for (const ChainStep step : chain_steps) {
    const StepStanding& one = standing.steps[number_of(step)];
    const StepLeaves& leaves = step_leaves[number_of(step)];
    if (denial && entries[*denial].step == step) {
      set_step(recorded, leaves, entries[*denial].by, "deny", entries[*denial].on);
    } else if (one.applies && one.stands()) {
      set_step(recorded, leaves, entries[*one.given].by, "concur", entries[*one.given].on);
    } else {
      set_step(recorded, leaves, one.applies ? one.who : ChainPerson(), "", std::nullopt);
    }
    if (step == ChainStep::supervisor) {
      for (const auto& [to, from] :
           {std::pair{part_j.name, leaves.name}, std::pair{part_j.title, leaves.title},
            std::pair{part_j.decision, leaves.decision}, std::pair{part_j.date, leaves.date}}) {
        recorded.set(to, std::string(recorded.text(from)));
      }
    }
  }
  // Part L: filled in by the concurrence of the Deputy Administrator, or the denial.
  const bool is_denied_there = denial && entries[*denial].step == ChainStep::deputy_administrator;
  const bool is_approved = !standing.ended && standing.all_stand();
  recorded.set(Leaf::determination_outcome, is_approved ? "approved" : is_denied_there ? "disapproved" : "");
  set_date(recorded, Leaf::determination_date,
           is_approved       ? day_of(entries, standing.steps[number_of(ChainStep::deputy_administrator)].given)
           : is_denied_there ? day_of(entries, denial)
                             : std::nullopt);
  return recorded;
}

}  // namespace

Answers answers_by_chain(const Answers& answers, std::span<const ChainEntry> entries, const ChainStanding& standing) {
  return answers_by(answers, entries, standing, Which::last);
}

std::span<const Leaf> leaves_by_chain() {
  static const std::vector<Leaf> all = [] {
    std::vector<Leaf> found = {Leaf::clock_requested_on, Leaf::clock_hr_received_on, Leaf::clock_deputy_received_on,
                               Leaf::determination_outcome, Leaf::determination_date};
    const auto add = [&](const StepLeaves& one) {
      found.insert(found.end(), {one.name, one.title, one.decision, one.date});
    };
    add(part_j);
    for (const StepLeaves& one : step_leaves) add(one);
    std::sort(found.begin(), found.end());
    return found;
  }();
  return all;
}

namespace {

// The clock of a new request, as if nothing had been decided.
Holder clock_of_new_request(const Answers& answers, const std::optional<Date>& requested, const RuleContext& context) {
  Answers fresh = answers;
  for (const Leaf leaf : leaves_by_chain()) fresh.set(leaf, "");
  set_date(fresh, Leaf::clock_requested_on, requested);
  return find_holder(fresh, context);
}

// Who holds it, told anew by what the chain knows besides: since when, that it was taken back, the other clock.
Holder told_by_chain(Holder holder, const ChainStatus& status) {
  holder.since = status.since;
  holder.settled_by.clear();
  // Submitted it is with its holder, also where no request is recorded: a recruit action has none, nor has a review.
  if (holder.kind == HolderKind::preparer && status.holder != HolderKind::preparer) {
    holder.kind = status.holder;
    holder.who = words_of(status.holder);
    holder.message = concat(with_capital(holder.who),
                            " has it. No date of a request is recorded, so the clock of 20 work days is not known.");
    holder.next = "Concur or deny. After a concurrence it goes to the next level.";
  }
  if (status.state == ChainState::withdrawn) {
    holder = {HolderKind::withdrawn, "nobody", status.since, {}, Lateness::not_due, 0, {}, {}, cite("HRM 6040.2 ¶9")};
    holder.message = "It was withdrawn, which ends it.";
    holder.next = "An updated request may be started.";
  }
  // ¶11b. What was approved is the end; there is nothing to sign before it begins.
  if (status.state == ChainState::approved && status.is_ending) {
    holder.message = "The recommendation to end the arrangement is approved.";
    holder.next = "Write down from when the end is effective.";
    holder.cite = cite_of(ChainRule::ending);
  }
  if (status.state == ChainState::returned) {
    append(holder.message, " It was returned to be corrected: ", status.reason);
    holder.next = "Correct it and concur again, or deny it. Every later step then concurs again.";
  }
  if (status.due_if_stopped) {
    append(holder.message, " If the clock stood still while it was returned, it is due on ",
           to_display(*status.due_if_stopped), "; the order does not say.");
  }
  return holder;
}

}  // namespace

ChainStatus find_chain_status(const Answers& answers, std::span<const ChainEntry> entries,
                              const ChainStanding& standing, const RuleContext& context) {
  // While somebody holds it the clock runs on from the first receipt; what was decided goes by the receipts that led to
  // it.
  const Which receipt = standing.holder ? Which::first : Which::last;
  const Holder clock = find_holder(answers_by(answers, entries, standing, receipt), context);
  ChainStatus status;
  status.holder = clock.kind;
  status.since = clock.since;
  status.due = clock.due;
  status.lateness = clock.lateness;
  status.work_days_late = clock.work_days_late;
  status.is_recorded = !entries.empty();
  if (!status.is_recorded) {
    status.state = state_of(find_approval(answers), clock);
    status.in_words = clock;
    return status;
  }
  status.state = state_of(entries, standing);
  status.is_ending = standing.submitted && entries[*standing.submitted].is_ending;
  const std::optional<std::size_t> explained = standing.ended ? standing.ended : standing.returned;
  if (explained) status.reason = entries[*explained].reason;
  status.approved_on = day_of(entries, status.state == ChainState::approved
                                           ? standing.steps[number_of(ChainStep::deputy_administrator)].given
                                           : standing.approved_once);
  if (standing.submitted) {
    status.other_approved_on =
        day_of(entries, status.is_ending ? standing.approved_arrangement : standing.approved_ending);
  }
  if (standing.holder) {
    status.holder = level_of(*standing.holder);
    status.who = standing.steps[number_of(*standing.holder)].who;
    status.since = held_since(entries, standing);
    status.due_if_stopped = due_if_stopped(entries, standing, context);
  } else if (standing.ended) {
    status.since = day_of(entries, standing.ended);
  } else if (standing.submitted) {
    status.since = status.approved_on;
  }
  if (status.state == ChainState::withdrawn) {
    status.holder = HolderKind::withdrawn;
    status.due = std::nullopt;
    status.lateness = Lateness::not_due;
    status.work_days_late = 0;
  }
  status.in_words = told_by_chain(clock, status);
  status.requested_again_on = requested_again(entries, standing);
  if (status.requested_again_on) {
    Holder anew = clock_of_new_request(answers, status.requested_again_on, context);
    status.holder = anew.kind;
    status.since = anew.since;
    status.due = anew.due;
    status.lateness = anew.lateness;
    status.work_days_late = anew.work_days_late;
    anew.message = concat(status.in_words.message, " It was requested again on ",
                          to_display_without_weekday(*status.requested_again_on), ". ", anew.message);
    anew.next = "Submit it again, with its route.";
    status.in_words = std::move(anew);
  }
  return status;
}

}  // namespace ftt
