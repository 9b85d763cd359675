// The print document: Appendix A (GSA Form 3703) with its worksheet as one HTML page that carries the packet.
//
// It is what Print prints and what "Save as page" saves: no scripts, nothing from outside, one style sheet, and the
// packet's JSON in an inert element, so that the page opens again in the wizard.
//
// Does not: open files or read a clock.
#pragma once

#include <string>

#include "packet/packet.h"

namespace ftt {

struct PrintSettings {
  std::string now;  // date and time with zone, for the foot of each page; may be empty
};

std::string print_document(const Packet& packet, const Assessment& assessment, const PrintSettings& settings = {});

}  // namespace ftt
