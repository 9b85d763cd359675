// HRM 6040.2 ¶11a and ¶11c: when an arrangement is first reviewed, and the form of the review.
//
// Does not: weigh the review's outcome (¶11b: change_12.cpp).
#include <algorithm>

#include "base/text.h"
#include "rules/approval.h"
#include "rules/document_paragraphs.h"

namespace ftt::rules_detail {

namespace {

Date in_year(int year, DayOfYear day) {
  const std::optional<Date> date = Date::from_year_month_day(year, day.month, day.day);
  FTT_ASSERT(date.has_value(), "The order's numbers name a day that not every year has.");
  return *date;
}

}  // namespace

std::string in_words(DayOfYear day) {
  return concat(month_name(day.month), " ", day.day);
}

// ¶11a. Reviewed each year, done by August 15. What is created after March 30 is not reviewed until the following
// fiscal year: from March 31 of one year through March 30 of the next, the review is due in August of the next.
Date first_review_due(Date created, const Numbers& numbers) {
  const bool is_in_time = created <= in_year(created.year(), numbers.last_creation_for_this_review.value);
  return in_year(created.year() + (is_in_time ? 0 : 1), numbers.review_due.value);
}

// ¶11a. The employing office should start it during July.
Date review_opens_on(Date due, const Numbers& numbers) {
  return in_year(due.year(), numbers.review_opens.value);
}

// ¶11a. The August 15 of the review at hand: that of the fiscal year in which it was due, from the day of the review,
// else from today. One that is finished after it is late, and not the next year's; none is due before the first.
Date this_review_due(const Answers& answers, const RuleContext& context) {
  const Numbers& numbers = context.numbers();
  const Date day = answers.date(Leaf::annual_review_date).value_or(context.today);
  int year = fiscal_year(day).year();
  // Before July it is the review of the year before, made late, where the round under review is known to be from before
  // that year's July: nobody has made it then. The date of the Analysis Tool does not tell: a review without an update
  // leaves it as it is (App. D).
  const bool is_before_its_time = day < in_year(year, numbers.review_opens.value);
  const bool is_of_last_year =
      context.last_round && *context.last_round < in_year(year - 1, numbers.review_opens.value);
  if (is_before_its_time && is_of_last_year) --year;
  const Date due = in_year(year, numbers.review_due.value);
  const Known<Date> created = answers.date(Leaf::arrangement_start);
  return created.has_value() ? std::max(due, first_review_due(created.value(), numbers)) : due;
}

std::optional<Date> first_review_of(const Answers& answers, const Numbers& numbers) {
  const Known<Date> start = answers.date(Leaf::arrangement_start);
  if (start.is_missing()) return std::nullopt;
  const Date due = first_review_due(start.value(), numbers);
  const Known<Date> end = answers.date(Leaf::arrangement_end);
  if (end.has_value() && end.value() < due) return std::nullopt;
  return due;
}

// ¶11c. Written down on the Annual Review Form, which goes to the servicing HR office.
Document annual_review(Document document, const Answers& answers, const Grounds& grounds) {
  const Numbers& numbers = grounds.context.numbers();
  document.by_when = concat("to the servicing HR office by ", in_words(numbers.review_due.value));
  const Known<ArrangementType> type = answers.arrangement_type();
  if (type.is_missing()) {
    document.why = "It is required at each annual review. The packet does not say yet if this is one.";
    document.settled_by = {Leaf::arrangement_type};
    return document;
  }
  if (type.value() == ArrangementType::annual_review) {
    document.requirement = Requirement::required;
    document.why = "This is an annual review.";
    document.due = this_review_due(answers, grounds.context);
    return document;
  }
  document.requirement = Requirement::not_required;
  const std::optional<Date> first = first_review_of(answers, numbers);
  document.why = first && !is_refused(answers)
                     ? concat("This is not an annual review. The first one is due by ", to_display(*first), ".")
                     : std::string("This is not an annual review.");
  return document;
}

}  // namespace ftt::rules_detail
