// The estimate on one page, for whoever has to be told what it comes to.
//
// Covers what view/estimate_page.h describes. Does not: name anybody, or word anything itself.
#pragma once

#include <string>

#include "print/print_answers.h"

namespace ftt::print {

// `is_alone`: its title is the document's, and its sections stand right below that.
std::string estimate(const Source& source, bool is_alone);

}  // namespace ftt::print
