// HRM 6040.2 ¶9: which recorded concurrences stand, and who holds the packet. See chain.h.
//
// Does not: count days (chain_status_9.cpp).
#include <algorithm>
#include <array>

#include "base/text.h"
#include "rules/approval.h"
#include "rules/chain.h"

namespace ftt {

namespace {

constexpr std::array<std::string_view, 12> act_names = {"requested", "submitted", "concurred",  "denied",
                                                        "returned",  "received",  "reassigned", "edited",
                                                        "withdrawn", "merged",    "note",       ""};
constexpr std::array<std::string_view, chain_step_count> step_names = {
    "supervisor", "second_level", "third_level", "executive", "hr_director", "deputy_administrator"};

// After an edit, of the step that nobody has concurred for yet: it was given what it cannot concur on.
bool is_open_to_a_later_holder(ChainAct act) {
  return act == ChainAct::returned || act == ChainAct::denied || act == ChainAct::reassigned;
}

// What the entries up to one of them come to, whatever the content is now.
struct Progress {
  std::array<std::optional<std::size_t>, chain_step_count> given{};     // the last concurrence that nothing has ended
  std::array<std::optional<std::size_t>, chain_step_count> ended_by{};  // the last return or submission that reached it
  std::array<std::optional<std::size_t>, chain_step_count> reassigned{};
  std::optional<std::size_t> requested{};
  std::optional<std::size_t> submitted{};
  std::optional<std::size_t> last_return{};
  std::optional<std::size_t> ended{};
  std::optional<std::size_t> approved_arrangement{};
  std::optional<std::size_t> approved_ending{};
};

// All entries that one of them leads back to, itself too.
std::vector<bool> history_of(std::span<const ChainEntry> entries, std::size_t of) {
  std::vector<bool> led_to(of + 1, false);
  led_to[of] = true;
  for (std::size_t i = of + 1; i-- > 0;) {
    if (!led_to[i]) continue;
    for (const std::size_t earlier : entries[i].follows) {
      if (earlier < i) led_to[earlier] = true;
    }
  }
  return led_to;
}

// Two tails under one merged entry. What happened on one side alone is taken; a return on one side ends the
// concurrences of the other, which did not know of it; a denial on either side stays.
class Joined {
 public:
  Joined(const Progress& a, std::vector<bool> history_of_a, const Progress& b, const std::vector<bool>& history_of_b)
      : a_(a), b_(b), known_to_a_(std::move(history_of_a)), known_to_b_(history_of_b) {}

  Progress progress() const {
    Progress joined;
    for (std::size_t step = 0; step < chain_step_count; ++step) {
      const bool ended_on_a = is_new(a_.ended_by[step], known_to_b_);
      const bool ended_on_b = is_new(b_.ended_by[step], known_to_a_);
      joined.ended_by[step] = of_either(a_.ended_by[step], b_.ended_by[step]);
      joined.reassigned[step] = of_either(a_.reassigned[step], b_.reassigned[step]);
      if (ended_on_a && ended_on_b) continue;
      joined.given[step] = ended_on_a   ? a_.given[step]
                           : ended_on_b ? b_.given[step]
                                        : of_either(a_.given[step], b_.given[step]);
    }
    const bool both_have_requested = a_.requested && b_.requested;
    joined.requested =
        both_have_requested ? std::min(a_.requested, b_.requested) : std::max(a_.requested, b_.requested);
    joined.submitted = of_either(a_.submitted, b_.submitted);
    joined.last_return = of_either(a_.last_return, b_.last_return);
    joined.ended = std::max(a_.ended, b_.ended);
    joined.approved_arrangement = std::max(a_.approved_arrangement, b_.approved_arrangement);
    joined.approved_ending = std::max(a_.approved_ending, b_.approved_ending);
    return joined;
  }

  // Of both sides.
  std::vector<bool> history() const {
    std::vector<bool> all = known_to_a_;
    all.resize(std::max(all.size(), known_to_b_.size()), false);
    for (std::size_t i = 0; i < known_to_b_.size(); ++i) all[i] = all[i] || known_to_b_[i];
    return all;
  }

 private:
  static bool is_new(const std::optional<std::size_t>& entry, const std::vector<bool>& known) {
    return entry && !(*entry < known.size() && known[*entry]);
  }

  // What one side has anew; the later one where both have, and what is left where one side took it away.
  std::optional<std::size_t> of_either(const std::optional<std::size_t>& a, const std::optional<std::size_t>& b) const {
    const bool is_new_on_a = is_new(a, known_to_b_);
    const bool is_new_on_b = is_new(b, known_to_a_);
    if (is_new_on_a == is_new_on_b) return !a || !b ? std::nullopt : std::max(a, b);
    return is_new_on_a ? a : b;
  }

  const Progress& a_;
  const Progress& b_;
  std::vector<bool> known_to_a_;
  const std::vector<bool>& known_to_b_;
};

class Walk {
 public:
  Walk(std::span<const ChainEntry> entries, const RuleContext& context)
      : entries_(entries), context_(context), after_(entries.size()) {}

  // Takes every entry in; gives what the last sound one leaves.
  Progress run() {
    Progress last;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const ChainEntry& entry = entries_[i];
      if (!entry.is_sound) continue;
      Progress before = before_entry(i);
      judge_day(i);
      if (counts(i, before)) take(i, before);
      after_[i] = before;
      last = std::move(before);
    }
    return last;
  }

  bool applies(ChainStep step, const Progress& progress) const {
    return progress.submitted && route_of(progress).stops[number_of(step)].applies;
  }

  const ChainRoute& route_of(const Progress& progress) const {
    static const ChainRoute everybody;
    const ChainEntry& submitted = entries_[*progress.submitted];
    return submitted.route ? *submitted.route : everybody;
  }

  // The first required step without a concurrence that was given on this content.
  std::optional<ChainStep> holder_on(const Progress& progress, std::string_view content) const {
    const auto lacks = [&](ChainStep step) {
      const std::optional<std::size_t> given = progress.given[number_of(step)];
      return applies(step, progress) && !(given && entries_[*given].saw_content == content);
    };
    const auto found = std::find_if(chain_steps.begin(), chain_steps.end(), lacks);
    return found == chain_steps.end() ? std::nullopt : std::optional(*found);
  }

  // The first required step that nobody has concurred for, on whatever content: it may still send it back or deny it.
  std::optional<ChainStep> reached(const Progress& progress) const {
    const auto lacks = [&](ChainStep step) { return applies(step, progress) && !progress.given[number_of(step)]; };
    const auto found = std::find_if(chain_steps.begin(), chain_steps.end(), lacks);
    return found == chain_steps.end() ? std::nullopt : std::optional(*found);
  }

  std::vector<ChainRemark> remarks{};

 private:
  // What the entries that it follows leave.
  Progress before_entry(std::size_t i) const {
    const std::vector<std::size_t>& follows = entries_[i].follows;
    if (follows.size() == 1) return follows.front() < i ? after_[follows.front()] : Progress();
    Progress before;
    std::vector<bool> history;
    bool is_first = true;
    for (const std::size_t earlier : follows) {
      if (earlier >= i) continue;
      const std::vector<bool> of_this = history_of(entries_, earlier);
      if (is_first) {
        before = after_[earlier];
        history = of_this;
      } else {
        const Joined joined(before, history, after_[earlier], of_this);
        history = joined.history();
        before = joined.progress();
      }
      is_first = false;
    }
    return before;
  }

  void remark(std::size_t entry, std::string_view member, std::string message) {
    remarks.push_back({entry, member, std::move(message)});
  }

  // Dates never void: what cannot be, or is odd, is named.
  void judge_day(std::size_t i) {
    const ChainEntry& entry = entries_[i];
    if (!entry.on) return;
    std::optional<Date> before;
    for (const std::size_t earlier : entry.follows) {
      if (earlier < i) before = std::max(before, entries_[earlier].on);
    }
    if (before && *entry.on < *before) {
      remark(i, "on",
             concat("It is dated ", to_display(*entry.on), ", before the entry that it follows, of ",
                    to_display(*before), "; add a note with the right day."));
    }
    if (*entry.on > context_.today) {
      remark(i, "on",
             concat("It is dated ", to_display(*entry.on),
                    ", which is still to come; add a note with the "
                    "right day."));
    }
    if (!context_.calendar.is_work_day(*entry.on)) {
      remark(
          i, "on",
          concat("It is dated ", to_display(*entry.on), ", a weekend or holiday; add a note if that is not the day."));
    }
  }

  bool refuse(std::size_t i, std::string_view member, std::string message, std::optional<ChainRule> rule) {
    remarks.push_back({i, member, std::move(message), true, rule});
    return false;
  }

  // ¶9: whether the act could be taken where it stands in the chain.
  bool counts(std::size_t i, const Progress& before) {
    const ChainEntry& entry = entries_[i];
    if (entry.act == ChainAct::unknown) {
      return refuse(i, "act",
                    "A newer version of this tool recorded it; it is kept, and never counts as a concurrence. "
                    "Open the packet with the newer version.",
                    std::nullopt);
    }
    if (entry.act == ChainAct::note || entry.act == ChainAct::edited || entry.act == ChainAct::merged) return true;
    if (before.ended) {
      return refuse(i, "act",
                    concat("It comes after the chain was ended by entry ", *before.ended + 1,
                           ", behind which only a note counts; start an updated request."),
                    ChainRule::denial);
    }
    if (entry.act == ChainAct::requested || entry.act == ChainAct::submitted || entry.act == ChainAct::withdrawn) {
      return true;
    }
    return counts_at_step(i, before);
  }

  bool counts_at_step(std::size_t i, const Progress& before) {
    const ChainEntry& entry = entries_[i];
    if (!entry.step)
      return refuse(i, "step", "It does not say for which step of the chain; record it again with one.",
                    ChainRule::order);
    if (!before.submitted) {
      return refuse(i, "act", "It comes before the packet was submitted; submit it first, with its route.",
                    ChainRule::submission);
    }
    const std::optional<ChainStep> holder = holder_on(before, entry.saw_content);
    const bool holds = entry.step == holder;
    const bool may_still_act = is_open_to_a_later_holder(entry.act) && entry.step == reached(before);
    if (!holds && !may_still_act) {
      const std::string_view whose = holder ? words_of(level_of(*holder)) : "nobody";
      return refuse(i, "step",
                    concat("It was recorded for ", words_of(level_of(*entry.step)), " while ", whose,
                           " held it; it is to be recorded again once it is that step's turn."),
                    ChainRule::order);
    }
    if (entry.act == ChainAct::received && *entry.step < ChainStep::hr_director) {
      return refuse(i, "step", "The chain of command has no clock from receipt; record a note instead.",
                    ChainRule::receipt);
    }
    if (entry.act == ChainAct::returned) {
      const bool is_earlier = entry.to_step && *entry.to_step < *entry.step && applies(*entry.to_step, before);
      if (!is_earlier) {
        return refuse(i, "to", "It does not say to which earlier step of the route; record it again with one.",
                      ChainRule::returned);
      }
    }
    if (needs_reason(entry.act) && entry.reason.empty()) {
      remark(i, "reason", "It has no reason; add a note that gives it.");
    }
    return true;
  }

  // Those of the step and of all after it.
  static void end_concurrences(ChainStep from, std::size_t by, Progress& progress) {
    for (std::size_t step = number_of(from); step < chain_step_count; ++step) {
      progress.given[step].reset();
      progress.ended_by[step] = by;
    }
  }

  void take(std::size_t i, Progress& progress) const {
    const ChainEntry& entry = entries_[i];
    switch (entry.act) {
      case ChainAct::requested:
        if (!progress.requested) progress.requested = i;
        break;
      case ChainAct::submitted:
        progress.submitted = i;
        progress.last_return.reset();
        end_concurrences(ChainStep::supervisor, i, progress);
        break;
      case ChainAct::concurred:
        progress.given[number_of(*entry.step)] = i;
        if (entry.step == ChainStep::deputy_administrator) {
          (entries_[*progress.submitted].is_ending ? progress.approved_ending : progress.approved_arrangement) = i;
        }
        break;
      case ChainAct::returned:
        end_concurrences(*entry.to_step, i, progress);
        progress.last_return = i;
        break;
      case ChainAct::reassigned:
        progress.reassigned[number_of(*entry.step)] = i;
        break;
      case ChainAct::denied:
      case ChainAct::withdrawn:
        progress.ended = i;
        break;
      case ChainAct::received:
      case ChainAct::edited:
      case ChainAct::merged:
      case ChainAct::note:
      case ChainAct::unknown:
        break;
    }
  }

  std::span<const ChainEntry> entries_;
  const RuleContext& context_;
  std::vector<Progress> after_;
};

ChainPerson holder_of_step(std::span<const ChainEntry> entries, const Walk& walk, const Progress& progress,
                           ChainStep step) {
  const std::optional<std::size_t> moved = progress.reassigned[number_of(step)];
  if (moved && moved > progress.submitted) return {entries[*moved].to_name, {}};
  return walk.route_of(progress).stops[number_of(step)].who;
}

}  // namespace

std::string_view name_of(ChainAct act) {
  return act_names[static_cast<std::size_t>(act)];
}

ChainAct chain_act_of(std::string_view name) {
  const auto found = std::find(act_names.begin(), act_names.end() - 1, name);
  return static_cast<ChainAct>(found - act_names.begin());
}

std::string_view name_of(ChainStep step) {
  return step_names[number_of(step)];
}

std::optional<ChainStep> chain_step_of(std::string_view name) {
  const auto found = std::find(step_names.begin(), step_names.end(), name);
  return found == step_names.end() ? std::nullopt
                                   : std::optional(chain_steps[static_cast<std::size_t>(found - step_names.begin())]);
}

std::string_view id_of(ChainRule rule) {
  constexpr std::array<std::string_view, chain_rule_count> ids = {
      "chain.order",   "chain.denial",         "chain.content", "chain.returned", "chain.submission",
      "chain.request", "chain.budget_contact", "chain.receipt", "chain.ending"};
  return ids[static_cast<std::size_t>(rule)];
}

Citation cite_of(ChainRule rule) {
  constexpr std::array<Citation, chain_rule_count> cites = {
      cite("HRM 6040.2 ¶9"),  cite("HRM 6040.2 ¶9"),  cite("HRM 6040.2 ¶9"),
      cite("HRM 6040.2 ¶9"),  cite("HRM 6040.2 ¶9a"), cite("HRM 6040.2 ¶9a"),
      cite("HRM 6040.2 ¶9b"), cite("HRM 6040.2 ¶9c"), cite("HRM 6040.2 ¶11b")};
  return cites[static_cast<std::size_t>(rule)];
}

HolderKind level_of(ChainStep step) {
  constexpr std::array levels = {HolderKind::immediate_supervisor,  HolderKind::second_level,
                                 HolderKind::third_level,           HolderKind::executive,
                                 HolderKind::servicing_hr_director, HolderKind::deputy_administrator};
  return levels[number_of(step)];
}

bool ChainStanding::all_stand() const {
  return submitted && std::all_of(steps.begin(), steps.end(),
                                  [](const StepStanding& step) { return !step.applies || step.stands(); });
}

// ¶9. A concurrence stands where it was given on what Parts A to I say now, and every required step before it stands.
ChainStanding find_standing(std::span<const ChainEntry> entries, std::string_view present, const RuleContext& context) {
  Walk walk(entries, context);
  const Progress progress = walk.run();
  ChainStanding standing;
  standing.requested = progress.requested;
  standing.submitted = progress.submitted;
  standing.ended = progress.ended;
  standing.approved_arrangement = progress.approved_arrangement;
  standing.approved_ending = progress.approved_ending;
  bool do_earlier_stand = true;
  for (const ChainStep step : chain_steps) {
    StepStanding& one = standing.steps[number_of(step)];
    one.applies = !progress.submitted || walk.applies(step, progress);
    if (!progress.submitted || !one.applies) continue;
    one.who = holder_of_step(entries, walk, progress, step);
    one.given = progress.given[number_of(step)];
    const bool is_on_present = one.given && !present.empty() && entries[*one.given].saw_content == present;
    if (one.given && !is_on_present) one.why = WhyVoid::other_content;
    if (is_on_present && !do_earlier_stand) one.why = WhyVoid::earlier_step;
    if (!one.stands()) {
      if (do_earlier_stand && !progress.ended) standing.holder = step;
      do_earlier_stand = false;
    }
  }
  if (progress.last_return) {
    const ChainStep to = *entries[*progress.last_return].to_step;
    if (!progress.given[number_of(to)]) standing.returned = progress.last_return;
  }
  const StepStanding& last = standing.steps[number_of(ChainStep::deputy_administrator)];
  if (last.given && !last.stands()) standing.approved_once = last.given;
  standing.remarks = std::move(walk.remarks);
  return standing;
}

bool counts(const ChainStanding& standing, std::span<const ChainEntry> entries, std::size_t entry) {
  return entries[entry].is_sound &&
         std::none_of(standing.remarks.begin(), standing.remarks.end(),
                      [&](const ChainRemark& one) { return one.entry == entry && one.counts_nowhere; });
}

std::string why_not_now(ChainAct act, std::optional<ChainStep> step, const ChainStanding& standing) {
  if (act == ChainAct::note || act == ChainAct::edited || act == ChainAct::merged) return {};
  if (act == ChainAct::unknown) return "This version knows no such act; name one of those that it lists.";
  if (standing.ended)
    return "The chain was ended by a denial or a withdrawal: only a note may follow. Start an updated request.";
  if (act == ChainAct::requested || act == ChainAct::submitted || act == ChainAct::withdrawn) return {};
  if (!standing.submitted) return "The packet was not submitted yet; submit it first, with its route.";
  if (!step) return "Name the step of the chain for which it is recorded.";
  if (act == ChainAct::received && *step < ChainStep::hr_director)
    return "The chain of command has no clock from receipt; record a note instead.";
  if (step == standing.holder) return {};
  const auto unanswered = std::find_if(chain_steps.begin(), chain_steps.end(), [&](ChainStep one) {
    const StepStanding& at = standing.steps[number_of(one)];
    return at.applies && !at.given;
  });
  const bool may_still_act = unanswered != chain_steps.end() && *unanswered == *step && is_open_to_a_later_holder(act);
  if (may_still_act) return {};
  if (!standing.holder) return "Every step has concurred, and nobody holds it; a note may be recorded.";
  if (unanswered != chain_steps.end() && *unanswered == *step) {
    return concat("Parts A to I have changed since, and it is now with ", words_of(level_of(*standing.holder)),
                  ": that step concurs again first. Until then this one can return it, deny it, reassign it or add a "
                  "note.");
  }
  return concat("It is with ", words_of(level_of(*standing.holder)), "; that step acts first.");
}

namespace {

// ¶9c. Whether the step has received it since it came to it: behind the last act of another step that counts.
bool has_received(std::span<const ChainEntry> entries, const ChainStanding& standing, ChainStep step) {
  for (std::size_t i = entries.size(); i-- > 0;) {
    const ChainEntry& entry = entries[i];
    if (!counts(standing, entries, i)) continue;
    if (entry.act == ChainAct::received && entry.step == step) return true;
    const bool brings_it = entry.act == ChainAct::concurred || entry.act == ChainAct::returned ||
                           entry.act == ChainAct::submitted || entry.act == ChainAct::reassigned;
    if (brings_it) return false;
  }
  return false;
}

bool is_requested_again(std::span<const ChainEntry> entries, const ChainStanding& standing) {
  for (std::size_t i = *standing.steps[number_of(ChainStep::deputy_administrator)].given; i < entries.size(); ++i) {
    if (entries[i].act == ChainAct::requested && counts(standing, entries, i)) return true;
  }
  return false;
}

}  // namespace

std::vector<PossibleAct> acts_now(std::span<const ChainEntry> entries, const ChainStanding& standing,
                                  bool has_request) {
  std::vector<PossibleAct> acts;
  const auto add = [&](ChainAct act, std::optional<ChainStep> step) {
    const PossibleAct one{act, step};
    if (std::find(acts.begin(), acts.end(), one) == acts.end() && why_not_now(act, step, standing).empty()) {
      acts.push_back(one);
    }
  };
  // What is due.
  if (!standing.submitted && !standing.requested && has_request) add(ChainAct::requested, std::nullopt);
  if (!standing.submitted) add(ChainAct::submitted, std::nullopt);
  if (const std::optional<ChainStep> holder = standing.holder) {
    if (*holder >= ChainStep::hr_director && !has_received(entries, standing, *holder)) add(ChainAct::received, holder);
    for (const ChainAct act : {ChainAct::concurred, ChainAct::denied}) add(act, holder);
    if (*holder > ChainStep::supervisor) add(ChainAct::returned, holder);
    if (*holder >= ChainStep::hr_director) add(ChainAct::received, holder);
    add(ChainAct::reassigned, holder);
  }
  // Behind an edit, of the step that had it.
  for (const ChainStep step : chain_steps) {
    const bool is_later = standing.holder && step > *standing.holder;
    if (!is_later || !standing.steps[number_of(step)].applies) continue;
    for (const ChainAct act : {ChainAct::denied, ChainAct::returned, ChainAct::reassigned}) add(act, step);
  }
  // ¶9a: what was approved can be requested anew.
  if (has_request && standing.all_stand() && !is_requested_again(entries, standing)) {
    add(ChainAct::requested, std::nullopt);
  }
  for (const ChainAct act : {ChainAct::submitted, ChainAct::withdrawn, ChainAct::note}) add(act, std::nullopt);
  return acts;
}

}  // namespace ftt
