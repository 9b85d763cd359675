// The Recruit Agreement (App. C) in the form's own order: the name and the two clocks, the employee's certification
// point by point with the Privacy Act statement, the supervisor's, and both signatures.
//
// Does not: count the clocks (rules/deadlines.h does).
#pragma once

#include <string>

#include "print/print_answers.h"

namespace ftt::print {

std::string recruit_agreement(const Source& source);

}  // namespace ftt::print
