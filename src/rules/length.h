// length: whether an arrangement takes more than the 90 days (HRM 6040.2 ¶7a), for the rules and the documents that
// ask.
//
// Does not: say what hangs on it.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "form/answers.h"
#include "order/edition.h"

namespace ftt::rules_detail {

struct Length {
  Known<bool> is_documented;       // more than 90 days
  std::optional<Days> days{};      // where both dates are known
  std::vector<Leaf> settled_by{};  // unknown: the answers that would tell
};
Length length_of(const Answers& answers, const Numbers& numbers);

}  // namespace ftt::rules_detail
