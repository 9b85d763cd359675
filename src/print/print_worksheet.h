// The worksheet behind the form: every line that was worked out, with its formula, what went in, the tables and their
// year, the rounding and the citation; the readings of Part E, line 9, beside each other; and what is still missing.
//
// Covers App. A, Parts D to H. Does not: calculate anything, or repeat what was answered.
#pragma once

#include <string>

#include "packet/packet.h"

namespace ftt::print {

std::string worksheet(const Packet& packet, const Assessment& assessment);

}  // namespace ftt::print
