// HRM 6040.2 ¶10c and App. C: the Recruit Agreement.
//
// Does not: hold the certifications of the form.
#include "base/text.h"
#include "rules/document_paragraphs.h"

namespace ftt::rules_detail {

// ¶10c. For an employee recruited as a full-time teleworker, signed by supervisor and employee within 90 days of entry
// on duty, beside the other documents.
Document recruit_agreement(Document document, const Answers& answers, const Grounds& grounds) {
  const Days within = grounds.context.numbers().recruit_agreement_clock.value;
  document.by_when = concat("signed by supervisor and employee within ", within.count(), " days of entry on duty");
  const Known<Action> action = answers.action();
  if (action.is_missing()) {
    document.why = "It is required for a recruit action. The packet does not say yet if this is one.";
    document.settled_by = {Leaf::arrangement_action};
    return document;
  }
  if (action.value() == Action::incumbent) {
    document.requirement = Requirement::not_required;
    document.why = "It is for recruits; this is for a current incumbent.";
    return document;
  }
  document.requirement = Requirement::required;
  document.why = "The person is recruited as a full-time teleworker.";
  const Known<Date> entry = answers.date(Leaf::recruit_agreement_entry_on_duty);
  if (entry.has_value()) document.due = entry.value() + within;
  return document;
}

}  // namespace ftt::rules_detail
