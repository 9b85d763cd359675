// Checks of a field and across fields: problems as data, each with the field, what is wrong and the mend.
//
// Covers what the form itself says (App. A, Parts A to M): what cannot be read, shares that do not come to 1, dates in
// the wrong order, a term that its dates contradict, a line 9 method that must be chosen, salaries without a source.
//
// Does not look into the rates (calc says what a line needs), and does not apply the policy's rules.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "form/answers.h"
#include "order/edition.h"

namespace ftt {

enum class Severity : std::uint8_t { error, warning };
// "error" or "warning".
std::string_view name_of(Severity severity);

// form: the member by itself is not what belongs there, which the JSON Schema says too. check: it is, and yet does not
// go with the rest or is unusual, of which the schema knows nothing.
enum class ProblemKind : std::uint8_t { form, check };

struct Problem {
  std::string_view field;  // a leaf's id, or "actuals"; static text
  Severity severity = Severity::error;
  std::string message;
  ProblemKind kind = ProblemKind::check;
};

// Days from the first date through the last, both counted.
Days length_of_term(Date first, Date last);
// Whether the last date is before the first one's anniversary less one day: from January 15, 2027 through January 13,
// 2028 is less than a year, through January 14 is a full one.
bool is_less_than_a_year(Date first, Date last);

// What is said of an arrangement of so many days where they are 90 or fewer (¶7a): which documents it does not take. A
// modification and an annual review take the Analysis Tool all the same (¶1d, ¶11a).
std::string undocumented_message(Days length, const Answers& answers, const Edition& edition);

// Everything that is wrong with what was answered, in the order of the form. Says nothing of what is missing.
std::vector<Problem> check(const Answers& answers, const Edition& edition);
// The required leaves that are still empty, in the order of the form. from_table leaves are not among them: the
// worksheet's lines say what they need.
std::vector<Leaf> missing(const Answers& answers);
// The sentence for a missing leaf: "Part E, line 8 is missing: average number of nights per trip."
std::string missing_message(Leaf leaf);
// The same for a place of which nothing is there: one thing, however many leaves.
std::string missing_message(const PlaceLeaves& place);

}  // namespace ftt
