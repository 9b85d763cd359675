// HRM 6040.2 ¶6 with ¶1d, ¶11 and ¶12a: what holds after approval, as notes. See terms.h.
#include <utility>

#include "base/text.h"
#include "rules/approval.h"
#include "rules/change.h"
#include "rules/document_paragraphs.h"
#include "rules/terms.h"

namespace ftt {

namespace {

Finding note(std::string_view rule, Citation cite, std::string message, std::string next = {}) {
  return {rule, Status::note, std::move(message), std::move(next), cite, WhenItFails::nothing, {}, {}, {}};
}

// What a change means; what to do then, and by which paragraph, is what the walk through ¶12 says.
Finding of_change(std::string_view rule, std::string message) {
  const ChangeOutcome& outcome = outcome_of(rule);
  return note(outcome.rule, outcome.cite, std::move(message), std::string(outcome.next));
}

// ¶11a. When it is first reviewed, where the first date is known.
Finding first_review(const Answers& answers, const Numbers& numbers) {
  constexpr Leaf start = Leaf::arrangement_start;
  Finding found{"review.first",
                Status::note,
                {},
                {},
                numbers.review_due.cite,
                WhenItFails::nothing,
                {start, Leaf::arrangement_end},
                {},
                {}};
  if (answers.date(start).is_missing()) {
    found.status = Status::unknown;
    found.message = "The first review depends on the first date of the arrangement.";
    found.settled_by = {start};
    return found;
  }
  if (is_refused(answers)) {
    found.message = "It was not approved, so it is not reviewed.";
    return found;
  }
  const std::optional<Date> due = rules_detail::first_review_of(answers, numbers);
  found.date = due;
  found.message = due ? concat("It is first reviewed by ", to_display(*due), ".")
                      : std::string("It ends before its first review would be due.");
  return found;
}

}  // namespace

std::vector<Finding> find_terms(const Answers& answers, const Edition& edition) {
  const Numbers& numbers = edition.numbers;
  std::vector<Finding> terms;
  // ¶3d(1), ¶6a(3).
  terms.push_back(note("terms.travel", cite("HRM 6040.2 ¶6a(3)"),
                       "Required travel to the agency worksite is reimbursed under OAS 5700.1 CHGE 1."));
  // ¶6a(4); App. B, item 2.
  terms.push_back(note("terms.time", cite("HRM 6040.2 ¶6a(4)"),
                       "Telework is recorded in the time and attendance system; the agreement names code 93."));
  // ¶6a(5).
  terms.push_back(note("terms.transit", cite("HRM 6040.2 ¶6a(5)"), "The employee gets no transit subsidy.",
                       "End any subsidy that is paid today."));
  // ¶6a(6), ¶6b.
  terms.push_back(
      note("terms.continuity", cite("HRM 6040.2 ¶6a(6)"),
           "In a continuity event or an emergency, ADM 2430.1A and ADM 2430.3 apply. A full-time teleworker is "
           "telework-ready and follows the dismissal and closure guidance."));
  // ¶1d, ¶6a(1), ¶6d, ¶12a.
  terms.push_back(
      of_change("change.locality", "A new official worksite in another locality pay area ends the arrangement."));
  terms.push_back(of_change("change.position", "A move to another position ends the arrangement."));
  terms.push_back(
      of_change("change.worksite", "A new official worksite in the same locality pay area needs a new arrangement."));
  // ¶11a.
  terms.push_back(note("review.window", numbers.review_opens.cite,
                       concat("Each year the review starts in ", month_name(numbers.review_opens.value.month),
                              " and is done by ", rules_detail::in_words(numbers.review_due.value), ".")));
  terms.push_back(first_review(answers, numbers));
  // ¶11b.
  terms.push_back(
      note("review.outcome", cite("HRM 6040.2 ¶11b"),
           "If it is still in the agency's best interests, it continues, with the review on file. If not, direct "
           "costs are cut first. Then the cost of ending it is compared with the cost of continuing. The supervisor "
           "recommends, and the recommendation goes through the approval."));
  return terms;
}

}  // namespace ftt
