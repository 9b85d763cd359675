// What the order decides as JSON, in the shape of an evaluation.
//
// A date that is not known is left out, but for "due" of a deadline, which is null; "required" is null where it is
// unknown; "needs" names the answers that would settle it.
//
// Does not: decide, or format for people.
#pragma once

#include <span>
#include <string_view>

#include "base/json.h"
#include "form/answers.h"
#include "rules/policy.h"

namespace ftt {

// {"result", "date", "findings": [{"rule", "status", "message", "next", "cite", "date", "looked_at", "needs"}],
//  "needs": […], "ask": […]}
Json eligibility_json(const Eligibility& eligibility);
// The findings whose rule begins with that word: "terms" for terms.travel and its like.
Json findings_json(std::span<const Finding> findings, std::string_view about);
// [{"id", "title", "required", "why", "by_when", "cite", "due", "needs"}]
Json documents_json(std::span<const Document> documents);
// [{"id", "title", "due", "from", "work_days" or "calendar_days", "opens", "work_day_before", "work_day_after",
// "skipped": [{"date",
//   "name"}], "done", "lateness", "needs", "cite"}]
Json deadlines_json(std::span<const Deadline> deadlines);
// {"kind", "who", "since", "due", "lateness", "work_days_late", "message", "next", "cite", "needs"}
Json holder_json(const Holder& holder);
// The walk through ending or changing the arrangement as it is printed; call it where the reason is said.
// {"asked": [{"field", "answer"}], "outcome": {"rule", "obligation", "message", "consult", "offers", "move_paid_by",
// "refusal", "rights", "next", "cite"}, "record": [{"field", "answer"}]}: an answer that is not given is null, what
// the order does not say is left out, and so are "outcome" and "record" while the last question asked is open.
Json ending_json(const Answers& answers);

}  // namespace ftt
