// RuleContext: what a rule goes by beside the answers: the edition of the order, the day, and the days off around it.
//
// Does not: hold what an agency sets (settings.h), or outlive the edition and the calendar.
#pragma once

#include <optional>

#include "base/date.h"
#include "base/work_calendar.h"
#include "order/edition.h"

namespace ftt {

struct RuleContext {
  const Edition& edition;
  Date today;
  const WorkCalendar& calendar;
  // Of a review: the day of the round under review, an earlier review or the Analysis Tool itself, where that is known.
  std::optional<Date> last_round{};

  const Numbers& numbers() const { return edition.numbers; }
};

}  // namespace ftt
