// The table of clauses. See clauses.h.
#include "order/clauses.h"

#include <algorithm>
#include <array>

namespace ftt {
namespace {

constexpr Clause table[] = {
    {"agreement.travel", ClausePart::term, "1", 0, cite("App. B, item 1"), cite("HRM 6040.2 ¶6a(3)")},
    {"agreement.time", ClausePart::term, "2", 0, cite("App. B, item 2"), cite("HRM 6040.2 ¶6a(4)")},
    {"agreement.transit", ClausePart::term, "3", 0, cite("App. B, item 3"), cite("HRM 6040.2 ¶6a(5)")},
    {"agreement.telework_ready", ClausePart::term, "4", 0, cite("App. B, item 4"), cite("HRM 6040.2 ¶6b")},
    {"agreement.review", ClausePart::term, "5", 0, cite("App. B, item 5"), cite("HRM 6040.2 ¶11a")},
    {"agreement.review.justified", ClausePart::term, "5a", 1, cite("App. B, item 5a"), cite("HRM 6040.2 ¶11b")},
    {"agreement.review.more_costly", ClausePart::term, "5b", 1, cite("App. B, item 5b"), cite("HRM 6040.2 ¶11b")},
    {"agreement.ending", ClausePart::term, "6", 0, cite("App. B, item 6"), cite("HRM 6040.2 ¶10a")},
    {"agreement.ending.business", ClausePart::term, "6a", 1, cite("App. B, item 6a"), cite("HRM 6040.2 ¶12b")},
    {"agreement.ending.business.accepted", ClausePart::term, "6a(1)", 2, cite("App. B, item 6a(1)"),
     cite("HRM 6040.2 ¶12b(1)")},
    {"agreement.ending.business.declined", ClausePart::term, "6a(2)", 2, cite("App. B, item 6a(2)"),
     cite("HRM 6040.2 ¶12b(2)")},
    {"agreement.ending.performance", ClausePart::term, "6b", 1, cite("App. B, item 6b"), cite("HRM 6040.2 ¶12d")},
    {"agreement.ending.performance.accepted", ClausePart::term, "6b(1)", 2, cite("App. B, item 6b(1)"),
     cite("HRM 6040.2 ¶12d(1)")},
    {"agreement.ending.performance.declined", ClausePart::term, "6b(2)", 2, cite("App. B, item 6b(2)"),
     cite("HRM 6040.2 ¶12d(2)")},
    {"recruit_agreement.hired", ClausePart::employee_understands, "", 0, cite("App. C, Part B, hired"),
     cite("HRM 6040.2 ¶10c")},
    {"recruit_agreement.training", ClausePart::employee_understands, "", 0, cite("App. C, Part B, training"),
     cite("HRM 6040.2 ¶10c")},
    {"recruit_agreement.ready", ClausePart::employee_understands, "", 0, cite("App. C, Part B, ready"),
     cite("HRM 6040.2 ¶6b")},
    {"recruit_agreement.equipped", ClausePart::employee_understands, "", 0, cite("App. C, Part B, equipped"),
     cite("HRM 6040.2 ¶3b")},
    {"recruit_agreement.rules", ClausePart::employee_understands, "", 0, cite("App. C, Part B, rules"),
     cite("HRM 6040.2 ¶6a")},
    {"recruit_agreement.devices", ClausePart::employee_understands, "", 1, cite("App. C, Part B, devices"),
     cite("HRM 6040.2 ¶6a")},
    {"recruit_agreement.overtime", ClausePart::employee_understands, "", 1, cite("App. C, Part B, overtime"),
     cite("HRM 6040.2 ¶6a")},
    {"recruit_agreement.privacy", ClausePart::privacy, "", 0, cite("App. C, Part B, privacy"), cite("HRM 6040.2 ¶10c")},
    {"recruit_agreement.privacy.authority", ClausePart::privacy, "", 1, cite("App. C, Part B, authority"),
     cite("HRM 6040.2 ¶10c")},
    {"recruit_agreement.privacy.purpose", ClausePart::privacy, "", 1, cite("App. C, Part B, purpose"),
     cite("HRM 6040.2 ¶10c")},
    {"recruit_agreement.privacy.routine_uses", ClausePart::privacy, "", 1, cite("App. C, Part B, routine uses"),
     cite("HRM 6040.2 ¶10c")},
    {"recruit_agreement.privacy.voluntary", ClausePart::privacy, "", 1, cite("App. C, Part B, voluntary"),
     cite("HRM 6040.2 ¶10c")},
    {"recruit_agreement.affirms.policies", ClausePart::employee_affirms, "", 0, cite("App. C, Part B, policies"),
     cite("HRM 6040.2 ¶6d")},
    {"recruit_agreement.affirms.worksite", ClausePart::employee_affirms, "", 1, cite("App. C, Part B, worksite"),
     cite("HRM 6040.2 ¶3b")},
    {"recruit_agreement.affirms.internet", ClausePart::employee_affirms, "", 1, cite("App. C, Part B, internet"),
     cite("HRM 6040.2 ¶3b")},
    {"recruit_agreement.affirms.safeguards", ClausePart::employee_affirms, "", 1, cite("App. C, Part B, safeguards"),
     cite("HRM 6040.2 ¶3b")},
    {"recruit_agreement.affirms.performance", ClausePart::employee_affirms, "", 1, cite("App. C, Part B, performance"),
     cite("HRM 6040.2 ¶12d")},
    {"recruit_agreement.affirms.requirements", ClausePart::employee_affirms, "", 1,
     cite("App. C, Part B, requirements"), cite("HRM 6040.2 ¶8a")},
    {"recruit_agreement.affirms.closure", ClausePart::employee_affirms, "", 1, cite("App. C, Part B, closure"),
     cite("HRM 6040.2 ¶6b")},
    {"recruit_agreement.affirms.timekeeping", ClausePart::employee_affirms, "", 1, cite("App. C, Part B, timekeeping"),
     cite("HRM 6040.2 ¶6a(4)")},
    {"recruit_agreement.affirms.subject", ClausePart::employee_affirms, "", 0, cite("App. C, Part B, subject"),
     cite("HRM 6040.2 ¶6a")},
    {"recruit_agreement.supervisor.policies", ClausePart::supervisor_certifies, "", 0, cite("App. C, Part C, policies"),
     cite("HRM 6040.2 ¶6c")},
    {"recruit_agreement.supervisor.alike", ClausePart::supervisor_certifies, "", 0, cite("App. C, Part C, alike"),
     cite("HRM 6040.2 ¶6c")},
    {"recruit_agreement.supervisor.assignments", ClausePart::supervisor_certifies, "", 1,
     cite("App. C, Part C, assignments"), cite("HRM 6040.2 ¶6c")},
    {"recruit_agreement.supervisor.communication", ClausePart::supervisor_certifies, "", 1,
     cite("App. C, Part C, communication"), cite("HRM 6040.2 ¶6c")},
    {"recruit_agreement.supervisor.performance", ClausePart::supervisor_certifies, "", 1,
     cite("App. C, Part C, performance"), cite("HRM 6040.2 ¶6c")},
    {"recruit_agreement.supervisor.subject", ClausePart::supervisor_certifies, "", 0, cite("App. C, Part C, subject"),
     cite("HRM 6040.2 ¶6c")},
    {"annual_review.no_update", ClausePart::review_states, "", 0, cite("App. D, no update"), cite("HRM 6040.2 ¶11c")},
    {"annual_review.update_attached", ClausePart::review_states, "", 0, cite("App. D, update"),
     cite("HRM 6040.2 ¶11c")},
};

constexpr bool parts_stand_together() {
  return std::is_sorted(std::begin(table), std::end(table),
                        [](const Clause& a, const Clause& b) { return a.part < b.part; });
}
static_assert(parts_stand_together(), "clauses(part) gives one stretch of the table.");

}  // namespace

std::span<const Clause> clauses() {
  return table;
}

std::span<const Clause> clauses(ClausePart part) {
  const auto first = std::find_if(std::begin(table), std::end(table), [&](const Clause& c) { return c.part == part; });
  const auto last = std::find_if(first, std::end(table), [&](const Clause& c) { return c.part != part; });
  return {first, last};
}

}  // namespace ftt
