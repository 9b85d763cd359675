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

// So many groups of 4 digits of the seal are on each page.
inline constexpr std::size_t groups_of_a_seal = 4;

// What a print says of the chain of a copy without names.
std::string words_of_redacted();

std::string history(const Source& source);

}  // namespace ftt::print
