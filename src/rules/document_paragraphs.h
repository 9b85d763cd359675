// document_paragraphs: each document of the order, declared under the file of the paragraph that asks for it.
//
// For documents.cpp alone; the outside calls find_documents.
#pragma once

#include "base/date.h"
#include "calc/worksheet.h"
#include "form/answers.h"
#include "rules/documents.h"

namespace ftt::rules_detail {

// ---- documents_7a.cpp: HRM 6040.2 ¶7a, ¶10a, ¶10b ----
Document analysis_tool(const Answers& answers, ReviewDays days);
Document arrangement_agreement(const Answers& answers, ReviewDays days);
Document telework_agreement(const Answers& answers);

// ---- recruit_agreement_10c.cpp ----
Document recruit_agreement(const Answers& answers);

// ---- annual_review_11.cpp: HRM 6040.2 ¶11a, ¶11c ----
Document annual_review(const Answers& answers, ReviewDays days);
// The August 15 of the first review of an arrangement that is created on that day.
Date first_review_due(Date created);
// July 1 of the same year.
Date review_opens_on(Date due);
// The August 15 of the review at hand.
Date this_review_due(const Answers& answers, ReviewDays days);
// The first review, unless a short-term arrangement has ended before it.
std::optional<Date> first_review_of(const Answers& answers);

// ---- justification_8e.cpp: HRM 6040.2 ¶8d, ¶8e; App. A, Part F (note), Parts H and I ----
Document cost_justification(const Answers& answers, const Worksheet& worksheet);
Document item_explanation(const Answers& answers);
Document retention_justification(const Answers& answers, const Worksheet& worksheet);
Document relocation_estimate();

}  // namespace ftt::rules_detail
