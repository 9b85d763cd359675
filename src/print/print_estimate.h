// The estimate on one page, for whoever has to be told what it comes to.
//
// Covers what view/estimate_page.h describes. Does not: name anybody, or word anything itself.
#pragma once

#include <string>

#include "print/print_answers.h"

namespace ftt::print {

std::string estimate(const Source& source);

}  // namespace ftt::print
