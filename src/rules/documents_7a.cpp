// HRM 6040.2 ¶7a with ¶10a and ¶10b: the three documents of an arrangement and when they have to be there.
//
// Does not: fill them in, or enter them in GSA's tracking tools.
#include "base/text.h"
#include "rules/asked.h"
#include "rules/document_paragraphs.h"
#include "rules/length.h"

namespace ftt::rules_detail {

namespace {

// Signed "prior to": the day before is the last one that is in time.
std::optional<Date> day_before(const Known<Date>& date) {
  if (date.is_missing()) return std::nullopt;
  return date.value() - Days(1);
}

// What ¶7a asks for above 90 days.
void require_by_length(Document& document, const Answers& answers, const Numbers& numbers) {
  Length length = length_of(answers, numbers);
  const std::int32_t undocumented = numbers.undocumented_days.value.count();
  if (length.is_documented.is_missing()) {
    document.why = concat("It is required for more than ", undocumented,
                          " days. The packet does not say yet how long "
                          "it lasts.");
    document.settled_by = std::move(length.settled_by);
    return;
  }
  document.requirement = length.is_documented.value() ? Requirement::required : Requirement::not_required;
  document.why = length.is_documented.value() ? concat("The arrangement lasts more than ", undocumented, " days.")
                                              : concat("The arrangement lasts ", length.days->count(),
                                                       length.days == Days(1) ? " day; up to " : " days; up to ",
                                                       undocumented, " it is not required.");
}

}  // namespace

// ¶7a(1). For more than 90 days; ¶11a: for each annual review too, and ¶1d, ¶6a(1): for a modification.
Document analysis_tool(Document document, const Answers& answers, const Grounds& grounds) {
  if (is_review(answers)) {
    document.requirement = Requirement::required;
    document.why = "Each annual review updates it.";
    document.by_when = "with the annual review";
    document.due = this_review_due(answers, grounds.context);
    return document;
  }
  document.due = day_before(answers.date(Leaf::arrangement_start));
  const Known<ArrangementType> type = answers.arrangement_type();
  if (type.has_value() && type.value() == ArrangementType::modification) {
    document.requirement = Requirement::required;
    document.why = "A modification is assessed and approved again.";
    return document;
  }
  require_by_length(document, answers, grounds.context.numbers());
  if (document.requirement == Requirement::not_required) document.due.reset();
  return document;
}

// ¶7a(2), ¶10a. For more than 90 days; signed by employee and supervisor before the arrangement begins; after a review
// (¶11a, App. B, item 5a) signed anew to continue it.
Document agreement(Document document, const Answers& answers, const Grounds& grounds) {
  require_by_length(document, answers, grounds.context.numbers());
  const bool is_renewed = is_review(answers);
  if (is_renewed) document.by_when = "signed again by employee and supervisor with the annual review, to continue it";
  if (document.requirement == Requirement::not_required) return document;
  document.due =
      is_renewed ? this_review_due(answers, grounds.context) : day_before(answers.date(Leaf::arrangement_start));
  return document;
}

// ¶7a(3), ¶10b. Always: every full-time teleworker has one, started by the employee and approved by the supervisor
// before the request is started. A recruit has 60 days from entry on duty (App. C, Part B).
Document telework_agreement(Document document, const Answers& answers, const Grounds& grounds) {
  document.requirement = Requirement::required;
  document.why = "Every full-time teleworker has one, whatever the length.";
  const Known<Action> action = answers.action();
  if (action.has_value() && action.value() == Action::recruit) {
    const Days within = grounds.context.numbers().recruit_training_clock.value;
    document.by_when = concat("within ", within.count(), " days of entry on duty");
    const Known<Date> entry = answers.date(Leaf::recruit_agreement_entry_on_duty);
    if (entry.has_value()) document.due = entry.value() + within;
  } else if (action.has_value()) {
    document.due = day_before(answers.date(Leaf::clock_requested_on));
  }
  return document;
}

}  // namespace ftt::rules_detail
