// The Arrangement Agreement (App. B) in the form's own order: Parts A to D, the terms that employee and supervisor
// agree to, their signatures; then what is still missing before the arrangement may begin (HRM 6040.2 ¶7a, ¶10a).
//
// Does not: decide what is missing (packet/forms.h does).
#pragma once

#include <string>

#include "print/print_answers.h"

namespace ftt::print {

std::string agreement(const Source& source);

}  // namespace ftt::print
