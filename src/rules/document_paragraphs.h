// document_paragraphs: each document of the table (documents.inc), declared as the files of the paragraphs define it,
// and the dates of the review.
//
// For documents.cpp and the dates; the outside calls find_documents.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "calc/worksheet.h"
#include "form/answers.h"
#include "rules/context.h"
#include "rules/documents.h"

namespace ftt::rules_detail {

// What tells of a document beside the answers.
struct Grounds {
  const Worksheet& worksheet;
  const RuleContext& context;
};

// Each takes a document with all that its row says, and gives it with whether it is required, why, and when it is due.
#define FTT_DOCUMENT(name, ...) Document name(Document document, const Answers& answers, const Grounds& grounds);
#include "rules/documents.inc"
#undef FTT_DOCUMENT

// ---- annual_review_11.cpp: HRM 6040.2 ¶11a ----
// "August 15".
std::string in_words(DayOfYear day);
// The August 15 of the first review of an arrangement that is created on that day.
Date first_review_due(Date created, const Numbers& numbers);
// July 1 of the same year.
Date review_opens_on(Date due, const Numbers& numbers);
// The August 15 of the review at hand.
Date this_review_due(const Answers& answers, const RuleContext& context);
// The first review, unless a short-term arrangement has ended before it.
std::optional<Date> first_review_of(const Answers& answers, const Numbers& numbers);

}  // namespace ftt::rules_detail
