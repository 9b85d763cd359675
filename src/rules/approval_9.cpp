// HRM 6040.2 ¶9: the levels of approval in their order, and what does not fit it. See approval.h.
//
// Every Analysis Tool goes the whole way, whatever its cost. A step comes after the one above it has concurred; a
// denial ends it.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "base/text.h"
#include "rules/approval.h"

namespace ftt {

namespace {

// ---- The form ----

constexpr std::array<std::string_view, 6> levels = {
    "the immediate supervisor",   "the second level supervisor",
    "the third level supervisor", "the Regional Commissioner, Assistant Commissioner or SES equivalent",
    "the servicing HR Director",  "the Deputy Administrator or designee"};
constexpr std::size_t second_level = 1;
constexpr std::size_t third_level = 2;
constexpr std::size_t hr_level = 4;
constexpr std::size_t deputy_level = 5;

HolderKind kind_of(std::size_t level) {
  return static_cast<HolderKind>(static_cast<std::size_t>(HolderKind::immediate_supervisor) + level);
}

// A signature of Part J or K.
struct Record {
  std::size_t level;
  Leaf name;
  Leaf title;
  Leaf decision;
  Leaf date;
};
#define FTT_RECORD(level, field)                                                               \
  Record {                                                                                     \
    level, Leaf::field##_name, Leaf::field##_title, Leaf::field##_decision, Leaf::field##_date \
  }
constexpr std::array records = {FTT_RECORD(0, concurring_supervisor),
                                FTT_RECORD(0, concurrences_supervisor),
                                FTT_RECORD(second_level, concurrences_second_level),
                                FTT_RECORD(third_level, concurrences_third_level),
                                FTT_RECORD(3, concurrences_executive),
                                FTT_RECORD(hr_level, concurrences_hr_director),
                                FTT_RECORD(deputy_level, concurrences_deputy_administrator)};
#undef FTT_RECORD

// In the order of the choices.
enum class Decision : std::uint8_t { concur, deny };
enum class Outcome : std::uint8_t { approved, disapproved };

bool says(const Answers& answers, const Record& record, Decision wanted) {
  const Known<std::size_t> choice = answers.choice(record.decision);
  return choice.has_value() && static_cast<Decision>(choice.value()) == wanted;
}

bool says(const Answers& answers, Outcome wanted) {
  const Known<std::size_t> choice = answers.choice(Leaf::determination_outcome);
  return choice.has_value() && static_cast<Outcome>(choice.value()) == wanted;
}

// ---- The levels ----

struct LevelStanding {
  bool has_concurred = false;
  const Record* denial = nullptr;
  bool is_named = false;
};
using LevelStandings = std::array<LevelStanding, levels.size()>;

LevelStandings standings_of(const Answers& answers) {
  LevelStandings standings;
  for (const Record& record : records) {
    LevelStanding& standing = standings[record.level];
    if (says(answers, record, Decision::deny) && standing.denial == nullptr) standing.denial = &record;
    standing.has_concurred = standing.has_concurred || says(answers, record, Decision::concur);
    for (const Leaf leaf : {record.name, record.title, record.decision, record.date}) {
      standing.is_named = standing.is_named || !answers.is_empty(leaf);
    }
  }
  for (LevelStanding& standing : standings) {
    standing.has_concurred = standing.has_concurred && standing.denial == nullptr;
  }
  return standings;
}

bool is_waited_for(std::size_t level, const LevelStanding& standing) {
  const bool is_optional = level == second_level || level == third_level;
  return !standing.has_concurred && (!is_optional || standing.is_named);
}

std::vector<std::size_t> waited_for_below(std::size_t level, const LevelStandings& standings) {
  std::vector<std::size_t> lacking;
  for (std::size_t i = 0; i < level; ++i) {
    if (is_waited_for(i, standings[i])) lacking.push_back(i);
  }
  return lacking;
}

std::string names_of(const std::vector<std::size_t>& which) {
  std::string names;
  for (const std::size_t level : which) append(names, names.empty() ? "" : "; ", levels[level]);
  return names;
}

// ---- What breaks the order ----

class ApprovalWalk {
 public:
  explicit ApprovalWalk(const Answers& answers) : answers_(answers), standings_(standings_of(answers)) {}

  Approval walked() && {
    const auto denied = std::find_if(standings_.begin(), standings_.end(),
                                     [](const LevelStanding& standing) { return standing.denial != nullptr; });
    const Record* denial = denied == standings_.end() ? nullptr : denied->denial;
    if (denial != nullptr) {
      const Known<Date> on = answers_.date(denial->date);
      found_.denial = Denial{kind_of(denial->level), levels[denial->level], denial->date,
                             on.has_value() ? std::optional(on.value()) : std::nullopt};
    }
    const std::vector<std::size_t> lacking = waited_for_below(levels.size(), standings_);
    found_.have_all_concurred = lacking.empty();
    found_.next = kind_of(lacking.empty() ? deputy_level : lacking.front());

    check_dates();
    check_supervisor();
    if (denial == nullptr) {
      check_steps_before();
    } else {
      check_after(*denial);
    }
    check_determination(denial, lacking);
    found_.state = state();
    check_agreement();
    return std::move(found_);
  }

 private:
  // The rules' ids are those of the order's coverage.
  void add(std::string_view rule, Leaf leaf, std::string message, std::vector<Leaf> looked_at,
           Severity severity = Severity::error) {
    found_.breaks.push_back({rule, leaf, std::move(message), cite("HRM 6040.2 ¶9"), std::move(looked_at), severity});
  }

  // Nothing is signed, received or decided before what comes first. Of several that come first the latest is named, so
  // that a date that is mended by it fits them all.
  void check_dates() {
    struct Act {
      int step;
      Leaf date;
      std::string_view what;
    };
    constexpr std::array acts = {
        Act{0, Leaf::clock_requested_on, "the request"},
        Act{1, Leaf::concurring_supervisor_date, "Part J"},
        Act{1, Leaf::concurrences_supervisor_date, "the immediate supervisor's decision"},
        Act{2, Leaf::concurrences_second_level_date, "the second level supervisor's decision"},
        Act{3, Leaf::concurrences_third_level_date, "the third level supervisor's decision"},
        Act{4, Leaf::concurrences_executive_date,
            "the decision of the Regional Commissioner, Assistant Commissioner or SES equivalent"},
        Act{5, Leaf::clock_hr_received_on, "the servicing HR Director's receipt"},
        Act{6, Leaf::concurrences_hr_director_date, "the servicing HR Director's decision"},
        Act{7, Leaf::clock_deputy_received_on, "the Deputy Administrator's receipt"},
        Act{8, Leaf::concurrences_deputy_administrator_date, "the Deputy Administrator's decision"},
        Act{9, Leaf::determination_date, "the determination"}};
    struct Dated {
      const Act* act;
      Date on;
    };
    std::vector<Dated> dated;
    for (const Act& act : acts) {
      const Known<Date> date = answers_.date(act.date);
      if (date.has_value()) dated.push_back({&act, date.value()});
    }
    for (const Dated& one : dated) {
      const Dated* latest = nullptr;
      for (const Dated& before : dated) {
        if (before.act->step >= one.act->step || before.on <= one.on) continue;
        if (latest == nullptr || before.on > latest->on) latest = &before;
      }
      if (latest == nullptr) continue;
      add("approval.order", one.act->date,
          concat("The date of ", one.act->what, ", ", to_display_without_weekday(one.on), ", is before that of ",
                 latest->act->what, ", ", to_display_without_weekday(latest->on),
                 ", which comes first. Correct one of them."),
          {latest->act->date, one.act->date});
    }
  }

  // Parts J and K each have the immediate supervisor.
  void check_supervisor() {
    const Record& in_j = records[0];
    const Record& in_k = records[1];
    const bool are_opposed = (says(answers_, in_j, Decision::deny) && says(answers_, in_k, Decision::concur)) ||
                             (says(answers_, in_j, Decision::concur) && says(answers_, in_k, Decision::deny));
    if (!are_opposed) return;
    add("approval.denial", in_k.decision,
        "Parts J and K differ on the immediate supervisor: one concurs and the other denies. Correct one of them.",
        {in_j.decision, in_k.decision});
  }

  // A concurrence comes after each one before it. What is lacking is told once, where it is first passed over.
  void check_steps_before() {
    std::size_t told = 0;
    for (const Record& record : records) {
      if (!says(answers_, record, Decision::concur)) continue;
      std::vector<std::size_t> lacking = waited_for_below(record.level, standings_);
      std::erase_if(lacking, [&](std::size_t level) { return level < told; });
      told = record.level;
      if (lacking.empty()) continue;
      add("approval.order", record.decision,
          concat("In Part K ", levels[record.level],
                 " concurred, but the packet does not record the earlier concurrence of ", names_of(lacking),
                 ". Record it, or clear this."),
          looked_at_in(lacking, record.decision));
    }
  }

  // A denial ends it.
  void check_after(const Record& denial) {
    const std::string denied = concat(levels[denial.level],
                                      " has denied it, which ends it. Clear this, or correct the "
                                      "denial.");
    for (const Record& record : records) {
      if (record.level <= denial.level || answers_.choice(record.decision).is_missing()) continue;
      add("approval.denial", record.decision,
          concat("In Part K ", levels[record.level],
                 says(answers_, record, Decision::concur) ? " concurred, but " : " denied it, but ", denied),
          {denial.decision, record.decision});
    }
    struct Receipt {
      std::size_t level;
      Leaf date;
    };
    for (const Receipt& receipt :
         {Receipt{hr_level, Leaf::clock_hr_received_on}, Receipt{deputy_level, Leaf::clock_deputy_received_on}}) {
      if (receipt.level <= denial.level || answers_.date(receipt.date).is_missing()) continue;
      add("approval.denial", receipt.date,
          concat("The packet says that ", levels[receipt.level], " received it, but ", denied),
          {denial.decision, receipt.date});
    }
  }

  // Part L: no approval against a denial or without every concurrence, no disapproval against the last one.
  void check_determination(const Record* denial, const std::vector<std::size_t>& lacking) {
    constexpr Leaf outcome = Leaf::determination_outcome;
    if (says(answers_, Outcome::disapproved) && standings_[deputy_level].has_concurred) {
      add("approval.denial", outcome,
          concat("Part L says disapproved, but in Part K ", levels[deputy_level], " concurred. Correct one of them."),
          {Leaf::concurrences_deputy_administrator_decision, outcome});
    }
    if (!says(answers_, Outcome::approved)) return;
    if (denial != nullptr) {
      add("approval.denial", outcome,
          concat("Part L says approved, but ", levels[denial->level],
                 " has denied it, which ends it. Correct the determination, or the denial."),
          {denial->decision, outcome});
    } else if (!lacking.empty()) {
      add("approval.concurrences", outcome,
          concat("Part L says approved, but the packet does not record the concurrence of ", names_of(lacking),
                 ". Record each concurrence with its date, or clear the determination."),
          looked_at_in(lacking, outcome));
    }
  }

  ApprovalState state() const {
    if (says(answers_, Outcome::approved)) {
      return found_.breaks.empty() ? ApprovalState::approved : ApprovalState::contradicted;
    }
    if (says(answers_, Outcome::disapproved)) return ApprovalState::disapproved;
    return found_.denial ? ApprovalState::denied : ApprovalState::open;
  }

  // App. B, Part D, item 2: an error where Parts J to L rule it out, a warning while they do not say so yet.
  void check_agreement() {
    constexpr Leaf said = Leaf::agreement_analysis_tool_approved;
    const Known<bool> answer = answers_.yes_no(said);
    if (answer.is_missing() || !answer.value() || found_.state == ApprovalState::approved) return;
    if (found_.state == ApprovalState::open) {
      add("approval.agreement", said,
          "The Agreement says that the Analysis Tool is approved, but Part L does not say so yet. Record the "
          "concurrences and the determination, or clear this answer until then.",
          {Leaf::determination_outcome, said}, Severity::warning);
      return;
    }
    add("approval.agreement", said,
        concat("The Agreement says that the Analysis Tool is approved, but ",
               found_.state == ApprovalState::disapproved ? std::string("Part L says disapproved")
               : found_.state == ApprovalState::denied    ? concat(found_.denial->who, " has denied it")
                                                          : std::string("Parts J to L do not support it"),
               ". Correct this answer, or Parts J to L."),
        {Leaf::determination_outcome, said});
  }

  static std::vector<Leaf> looked_at_in(const std::vector<std::size_t>& which, Leaf last) {
    std::vector<Leaf> looked_at;
    for (const Record& record : records) {
      if (std::find(which.begin(), which.end(), record.level) != which.end()) looked_at.push_back(record.decision);
    }
    looked_at.push_back(last);
    return looked_at;
  }

  const Answers& answers_;
  LevelStandings standings_;
  Approval found_;
};

}  // namespace

Approval find_approval(const Answers& answers) {
  return ApprovalWalk(answers).walked();
}

// What find_approval says, without the walk: Part L outweighs a denial.
bool is_refused(const Answers& answers) {
  if (says(answers, Outcome::approved)) return false;
  return says(answers, Outcome::disapproved) || std::any_of(records.begin(), records.end(), [&](const Record& record) {
           return says(answers, record, Decision::deny);
         });
}

std::string_view words_of(HolderKind level) {
  return levels[static_cast<std::size_t>(level) - static_cast<std::size_t>(HolderKind::immediate_supervisor)];
}

Known<bool> analysis_tool_stands(const Answers& answers) {
  const ApprovalState state = find_approval(answers).state;
  const bool is_ruled_out = state != ApprovalState::open && state != ApprovalState::approved;
  if (is_ruled_out) return Known<bool>::answered(false);
  const Known<bool> said = answers.yes_no(Leaf::agreement_analysis_tool_approved);
  if (said.has_value() || state == ApprovalState::open) return said;
  return Known<bool>::answered(true);
}

}  // namespace ftt
