// The history of a packet with a chain: where it is, the ladder of who concurred on what and whether that stands, what
// has changed since somebody looked, and every entry as it is recorded.
//
// Covers HRM 6040.2 ¶9. It is a recorded concurrence: the sheet says what it shows, and who acted is for the paper.
//
// Does not: judge a chain (packet/recorded_case.h does), or print the forms' Parts J to L (print_analysis_tool.h).
#pragma once

#include <string>
#include <string_view>

#include "print/print_answers.h"

namespace ftt::print {

// What a print says of the chain of a copy without names.
std::string words_of_redacted();

std::string history(const Source& source);

}  // namespace ftt::print
