// approval: Parts J to L of the Analysis Tool, walked once from the bottom to the top: where it stands, who acts next,
// and what breaks the order.
//
// Covers HRM 6040.2 ¶9: every step after the one before it, a denial ends it, no approval without every concurrence.
// Second and third level are there "if applicable": only where something of them is filled in. The immediate
// supervisor's concurrence stands in Part J or in Part K.
//
// Does not: know who signed, or whether a concurrence was given on these answers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/known.h"
#include "form/answers.h"
#include "rules/cross_checks.h"
#include "rules/deadlines.h"

namespace ftt {

// contradicted: Part L says approved, and Parts J to L do not bear it out.
enum class ApprovalState : std::uint8_t { open, denied, disapproved, approved, contradicted };

struct Denial {
  HolderKind kind = HolderKind::immediate_supervisor;
  std::string_view who;
  Leaf dated_by = Leaf::concurrences_supervisor_date;
  std::optional<Date> on{};
};

struct Approval {
  ApprovalState state = ApprovalState::open;
  // The first level that applies and has not concurred; the Deputy Administrator where all have.
  HolderKind next = HolderKind::immediate_supervisor;
  bool have_all_concurred = false;
  std::optional<Denial> denial{};
  std::vector<CrossCheck> breaks{};  // each with its place and mend; only what is not said yet is no error
};

// Where it stands by Parts J to L, the receipts and App. B, item D2.
Approval find_approval(const Answers& answers);

// Whether it was denied or disapproved: nothing of it is signed, begun or reviewed.
bool is_refused(const Answers& answers);

// "the servicing HR Director". Precondition: one of the six levels.
std::string_view words_of(HolderKind level);

// App. B, D2: no where Parts J to L say that it is denied, disapproved or wrongly approved; else as answered, else by
// Part L.
Known<bool> analysis_tool_stands(const Answers& answers);

}  // namespace ftt
