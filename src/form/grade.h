// A General Schedule grade and step as people write them together: "GS-13", "gs13", "GS 13 step 4", "GS-13/4", "13/4",
// "grade 13", "step 4".
//
// Covers App. A, Part C, items 4 and 5. Does not know which grades and steps there are (checks.h), nor other pay plans.
#pragma once

#include <optional>
#include <string_view>

#include "form/answers.h"

namespace ftt {

// The digits as they were written; empty where there are none.
struct GradeText {
  std::string_view grade;
  std::string_view step;
};

// Nothing where the text says anything else, or no more than a bare number: that is what its field asks for.
std::optional<GradeText> read_grade_text(std::string_view text);

// What was written for the grade answers the step as well where it says both, "GS-13 step 4"; gives whether it did. The
// grade itself is not set.
bool take_step_with_grade(Answers& answers, std::string_view text);

}  // namespace ftt
