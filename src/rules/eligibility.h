// eligibility: may full-time telework be requested? Every rule of coverage, of what full-time telework is and of who
// may ask for it, and one result of them all.
//
// Covers Order ¶3; HRM 6040.2 ¶1e, ¶3b, ¶3h, ¶5, ¶7a (length), ¶7b, ¶8a, ¶8b, ¶10b; App. A, Part A, item 3;
// 5 U.S.C. 6502(a)(2) and (b)(4).
//
// The result follows the worst rule that fails: not covered, then not full-time telework, then not yet; one that fails
// decides it even while other answers are missing. Else one that is unknown makes it needs_answer. So once decided it
// can change only to another decided result.
//
// Does not: keep anybody from an estimate; replace the judgement of the supervisor or the servicing HR office.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "form/answers.h"
#include "rules/context.h"
#include "rules/finding.h"
#include "rules/rule.h"

namespace ftt {

enum class EligibilityResult : std::uint8_t { eligible, not_yet, not_covered, not_full_time_telework, needs_answer };
// "eligible", "not_yet" …, as in the packet.
std::string_view name_of(EligibilityResult result);
// "May be requested", "Not yet" …, for people.
std::string_view heading_of(EligibilityResult result);

struct Eligibility {
  EligibilityResult result = EligibilityResult::needs_answer;
  std::string_view heading;       // heading_of(result)
  std::optional<Date> date;       // not_yet: the first date on which it may be considered, where time is lacking
  std::vector<Finding> findings;  // always one of each rule, in the order of the questions: knock-outs first
  std::vector<Leaf> settled_by;   // needs_answer: the smallest set of answers that settles the result for certain
  // The next best question, the first open one of the gravest rule; none once the result can only be grave.
  std::vector<Leaf> ask;

  // The finding of that rule; by its id, which is checked when the program is compiled, or by its row.
  const Finding& find(RuleId rule) const;
  const Finding& find(const Rule& rule) const;
};

// The eligibility as the answers stand. A first date on a day off has the next work day beside it.
Eligibility find_eligibility(const Answers& answers, const RuleContext& context);

// The answers that it asks for, in the order of the questions: those that may end it come first.
std::span<const Leaf> eligibility_questions();

}  // namespace ftt
