// What the order decides about the answers, behind the forms: eligibility rule by rule, the documents, the clocks and
// dates, who holds the request, and what was spent on travel.
//
// Covers HRM 6040.2 ¶3, ¶5, ¶7a, ¶8, ¶9, ¶10, ¶11a, ¶13b. Does not: decide anything (rules do).
#pragma once

#include <string>

#include "print/print_answers.h"

namespace ftt::print {

std::string findings(const Source& source);

// "20 work days from December 18, 2026"; "every year, from July 1, 2027"; empty where it cannot be told.
std::string count_in_words(const Deadline& deadline);

}  // namespace ftt::print
