// chain: what the order makes of the acts that a packet's chain records: which concurrences stand, who holds it, where
// it is, since when and by when.
//
// Covers HRM 6040.2 ¶9 (every step after the one before it, a denial ends it), ¶9a and ¶9c (the three clocks), ¶9b
// (budget contact) and ¶11b (a recommendation to end goes the same way).
//
// Stands in rules, since all of it is decided by ¶9, from entries whose soundness is given: it needs no file and no
// digest. How entries are written, what they are hashed over and whether they are sound is the packet's matter
// (packet/chain_entries.h), for only the packet knows the bytes of Parts A to I.
//
// Does not: prove who acted, work out a digest, or change what stands in Parts J to L.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "form/answers.h"
#include "rules/deadlines.h"

namespace ftt {

// unknown: of a newer version; kept and shown, and never a concurrence.
enum class ChainAct : std::uint8_t {
  requested,
  submitted,
  concurred,
  denied,
  returned,
  received,
  reassigned,
  edited,
  withdrawn,
  merged,
  note,
  unknown
};
// "requested" … "note"; empty for unknown.
std::string_view name_of(ChainAct act);
ChainAct chain_act_of(std::string_view name);

// The six steps of ¶9, in their order.
enum class ChainStep : std::uint8_t {
  supervisor,
  second_level,
  third_level,
  executive,
  hr_director,
  deputy_administrator
};
inline constexpr std::size_t chain_step_count = 6;
inline constexpr std::array chain_steps = {ChainStep::supervisor,  ChainStep::second_level,
                                           ChainStep::third_level, ChainStep::executive,
                                           ChainStep::hr_director, ChainStep::deputy_administrator};
constexpr std::size_t number_of(ChainStep step) {
  return static_cast<std::size_t>(step);
}
// "supervisor" … "deputy_administrator".
std::string_view name_of(ChainStep step);
std::optional<ChainStep> chain_step_of(std::string_view name);
// The level of Parts J to L that it is.
HolderKind level_of(ChainStep step);

struct ChainPerson {
  std::string name{};
  std::string title{};
  friend bool operator==(const ChainPerson&, const ChainPerson&) = default;
};

// Who takes the steps: second and third level where there are such.
struct ChainRoute {
  struct Stop {
    bool applies = true;
    ChainPerson who{};  // a person or an office; empty where nobody is named
    friend bool operator==(const Stop&, const Stop&) = default;
  };
  std::array<Stop, chain_step_count> stops{};
  friend bool operator==(const ChainRoute&, const ChainRoute&) = default;
};

// What the rules need of an entry. What has no readable value is empty, and the packet says so.
struct ChainEntry {
  ChainAct act = ChainAct::unknown;
  std::optional<ChainStep> step{};
  std::optional<Date> on{};
  std::optional<Date> requested_on{};  // requested: the first request, where that was earlier
  ChainPerson by{};
  ChainPerson on_behalf_of{};  // the member "for": whose authority was used
  std::string authority{};     // "acting", "designee"
  std::string reason{};
  std::optional<ChainStep> to_step{};  // returned, reassigned
  std::string to_name{};
  std::optional<ChainRoute> route{};  // submitted
  bool is_ending = false;             // submitted: a recommendation to end (¶11b), not the arrangement
  std::string saw_content{};          // the digest of Parts A to I that were in front of whoever acted
  // Where the entries that it follows stand in the list: none for the first, two for a merged one.
  std::vector<std::size_t> follows{};
  // Its own digest and those that it follows hold, back to the first; an entry that does not counts nowhere.
  bool is_sound = true;
};

// Why a concurrence that was given does not count.
enum class WhyVoid : std::uint8_t {
  none,           // it stands
  other_content,  // it saw other answers in Parts A to I
  earlier_step,   // a required step before it does not stand
};

struct StepStanding {
  bool applies = true;                 // second and third level: as the route says
  ChainPerson who{};                   // by the route, or whom it was reassigned to
  std::optional<std::size_t> given{};  // the concurrence that counts for it, void or not
  WhyVoid why = WhyVoid::none;
  bool stands() const { return given.has_value() && why == WhyVoid::none; }
};

// What ¶9 and ¶11b decide of the entries of a chain, each by its name with the paragraph.
enum class ChainRule : std::uint8_t {
  order,           // every step after the one before it
  denial,          // it ends the chain
  content,         // what was concurred on is what Parts A to I say
  returned,        // what it reaches concurs anew
  submission,      // Parts A to I complete, with the word on best interest
  request,         // a clock of 20 work days from the first request
  budget_contact,  // who puts the travel cost into the office's budget
  receipt,         // the clocks of 7 and 21 work days
  ending           // a recommendation to end goes the same way
};
inline constexpr std::size_t chain_rule_count = 9;
// "chain.order" …
std::string_view id_of(ChainRule rule);
Citation cite_of(ChainRule rule);

// What is odd with an entry: it is shown, and only where it says so does the entry count for nothing.
struct ChainRemark {
  std::size_t entry = 0;
  std::string_view member{};  // "on", "step", "reason", "act", "to"
  std::string message{};      // what is wrong, and the mend
  bool counts_nowhere = false;
  std::optional<ChainRule> rule{};  // that says so; nothing for what is odd by itself
};

struct ChainStanding {
  std::array<StepStanding, chain_step_count> steps{};
  // The first required step without a standing concurrence; nothing before it is submitted, once all stand and once it
  // has ended.
  std::optional<ChainStep> holder{};
  std::optional<std::size_t> requested{};  // the first request
  std::optional<std::size_t> submitted{};  // the last submission
  std::optional<std::size_t> ended{};      // a denial or withdrawal
  // The return after which the step that it went to has not concurred again.
  std::optional<std::size_t> returned{};
  std::optional<std::size_t> approved_once{};  // a concurrence of the Deputy Administrator that is void by now
  // The last one of the arrangement and of its end (¶11b), whatever came after; every one of them was an approval.
  std::optional<std::size_t> approved_arrangement{};
  std::optional<std::size_t> approved_ending{};
  std::vector<ChainRemark> remarks{};  // in the order of the entries
  bool all_stand() const;
};

// What stands of the entries for the present content. `present` empty: content that cannot be sealed, on which nothing
// stands. Days are held against today and the calendar; they never void.
//
// A return ends the concurrences of the step that it goes to and of all after it; a submission goes to the first step,
// and ends all. Of two copies that were merged a return on either side ends what the other concurred without it.
ChainStanding find_standing(std::span<const ChainEntry> entries, std::string_view present, const RuleContext& context);

// Whether the entry of that number counts for anything.
bool counts(const ChainStanding& standing, std::span<const ChainEntry> entries, std::size_t entry);

// Denied, returned, reassigned and withdrawn say why.
constexpr bool needs_reason(ChainAct act) {
  return act == ChainAct::denied || act == ChainAct::returned || act == ChainAct::reassigned ||
         act == ChainAct::withdrawn;
}

// Why the holder's step, or anybody, cannot take this act now, with what can be done instead; empty where it can.
std::string why_not_now(ChainAct act, std::optional<ChainStep> step, const ChainStanding& standing);

// An act that can be taken now, and for which step where it is one of a step.
struct PossibleAct {
  ChainAct act = ChainAct::note;
  std::optional<ChainStep> step{};
  friend bool operator==(const PossibleAct&, const PossibleAct&) = default;
};
// All of them; a request where none is recorded yet, or none since the approval that stands. The one that is due first,
// then the others as they are named in the order of the acts; a note last. `has_request`: not in a recruit action
// (¶9a).
std::vector<PossibleAct> acts_now(std::span<const ChainEntry> entries, const ChainStanding& standing, bool has_request);

// The answers with the clocks and Parts J to L as the chain says them, for every rule that reads those (approval.h,
// deadlines.h); what was typed there does not count. Without an entry: the answers as they are; of entries of which
// none is sound nothing counts.
Answers answers_by_chain(const Answers& answers, std::span<const ChainEntry> entries, const ChainStanding& standing);

enum class ChainState : std::uint8_t { draft, in_chain, at_hr, at_deputy, returned, denied, withdrawn, approved };
// "draft" … "approved".
std::string_view name_of(ChainState state);

enum class ArrangementPhase : std::uint8_t { not_begun, active, suspended, ended };
std::string_view name_of(ArrangementPhase phase);
// By start, end and what *End or change* wrote down; nothing while no start is known.
std::optional<ArrangementPhase> find_phase(const Answers& answers, Date today);

// The answers that the chain says otherwise: Parts J to L and the clocks, in the order of the form.
std::span<const Leaf> leaves_by_chain();

// Where it is. Every day in it comes of the entries; nothing of it is ever stored.
struct ChainStatus {
  ChainState state = ChainState::draft;
  bool is_recorded = false;  // by entries; else by the typed Parts J to L
  bool is_ending = false;    // what was submitted is a recommendation to end (¶11b)
  HolderKind holder = HolderKind::preparer;
  ChainPerson who{};                      // by the route
  std::optional<Date> since{};            // since when that step holds it
  std::optional<Date> due{};              // with a return behind it: where the clock runs on
  std::optional<Date> due_if_stopped{};   // the same where it stood still while others had it; the order does not say
  Lateness lateness = Lateness::not_due;  // by `due`
  int work_days_late = 0;
  std::optional<Date> approved_on{};  // approved; or "was approved on", where it was edited since
  // ¶11b: the same of what the matter at hand is not: the arrangement, where its end was submitted, and the other way.
  std::optional<Date> other_approved_on{};
  // ¶9a: of a request behind the approval that stands; holder, since, due and lateness are its.
  std::optional<Date> requested_again_on{};
  std::string reason{};  // of a denial, a withdrawal, a return
  Holder in_words{};     // the same, as it is told
};
ChainStatus find_chain_status(const Answers& answers, std::span<const ChainEntry> entries,
                              const ChainStanding& standing, const RuleContext& context);

}  // namespace ftt
