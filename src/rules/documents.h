// documents: which papers the arrangement takes, why, by when, and which answer would tell where that is unknown.
//
// Covers HRM 6040.2 ¶7a, ¶8d, ¶8e, ¶10, ¶11a, ¶11c; App. A, Part F (note) and Part I; App. C.
//
// Does not: say whether a paper is filled in well (the form's checks and the packet's completeness do).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "calc/worksheet.h"
#include "form/answers.h"
#include "rules/context.h"
#include "rules/deadlines.h"
#include "rules/finding.h"

namespace ftt {

struct Document {
  std::string_view id;     // "doc.agreement"
  std::string_view title;  // "Arrangement Agreement (App. B)"
  Requirement requirement = Requirement::unknown;
  std::string why;      // why it is required, is not, or cannot be told yet
  std::string by_when;  // in words: "before the arrangement begins"
  Citation cite;
  std::optional<Date> due{};              // where the answers give a date
  std::optional<Date> work_day_before{};  // where that is a day off: the last work day before it
  std::optional<Date> done{};             // the day on which it was there, where the answers say so
  std::optional<Lateness> lateness{};     // nothing where it is due on no day, there on a day that is not said, or
                                          // where it cannot be told whether it is required
  std::vector<Leaf> settled_by{};  // requirement or lateness unknown: the smallest set of answers that settles it
};

// Every document of the order, required or not, in the order of the policy.
std::vector<Document> find_documents(const Answers& answers, const Worksheet& worksheet, const RuleContext& context);

// ¶8e(1); Part I, item 1. Which figures ask for the justification of the costs, or that none does, as a sentence that
// says of no unknown figure what it comes to. Empty while it cannot be told.
std::string_view grounds_of_justification(const Worksheet&);

// App. B, D1: as answered, else by eligibility.telework_agreement_approved.
Known<bool> telework_agreement_stands(const Answers& answers);

}  // namespace ftt
