// redact: a copy of a packet for wider circulation, without names and home address.
//
// Left out: the names of the employee, the recruit and all who sign; the street addresses of the current, the requested
// and the reviewed worksites (city, county and state stay: the figures need them); the same words wherever a text
// repeats them, as whole words; members that this version does not know; all of it inside of the packet under review
// too, of which answers alone stay. "[left out]" stands where something stood, so that it is not taken for an answer
// that was never given.
//
// A word that begins with a small letter is no name, unless the name is written so: "will" stays where Will is left
// out.
//
// Does not: make anybody unknown who can be told by position, place or story; the reader of the copy is told so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "packet/packet.h"

namespace ftt {

inline constexpr std::string_view left_out_words = "[left out]";

struct LeftOut {
  std::string field;  // "employee.last_name"; "annual_review.reviewed.employee.last_name"; a member's path
  std::string label;  // "B1 Last name"
};

struct Redacted {
  Packet packet;                  // is_redacted is set
  std::vector<LeftOut> left_out;  // in the order of the packet
};

/// The copy; of a copy, the same again.
Redacted redact(const Packet& packet);

}  // namespace ftt
