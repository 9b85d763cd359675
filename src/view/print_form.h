// Parts A to M of the Analysis Tool (GSA Form 3703; App. A) as the print document sets them, in the form's own order,
// with its item numbers. What is not answered is a ruled blank; what is set aside is not printed.
//
// Does not: hold the head of the document, or the worksheet behind the form (print_worksheet.h).
#pragma once

#include <string>

#include "packet/packet.h"

namespace ftt::print {

std::string form(const Packet& packet, const Assessment& assessment);

/// An answer as people read it; empty where there is none or it is set aside. A text that cannot be read is given as
/// it was typed.
std::string shown(const Answers& answers, Leaf leaf);

/// "E4" as the form numbers it within its part: "4"; "D3, D4" is "3, 4", "K" is empty, "¶9a" stays.
std::string item_number(std::string_view item);

}  // namespace ftt::print
