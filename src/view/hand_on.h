// hand_on: what goes with a recorded packet to whoever has it next: the name of its file, the text of a mail, and the
// head of its chain, by which a copy is known.
//
// Does not: send anything, or address it: nobody's address is in a packet.
#pragma once

#include <string>

#include "packet/recorded_case.h"

namespace ftt {

// "telework-packet-OBrien-returned-0123456789ab.json": case, state and the beginning of the head. A copy without names
// has neither name nor state in it.
std::string name_of_file(const Packet& packet, const RecordedCase& recorded);

struct HandOn {
  std::string subject;  // "Full-time telework, O'Brien: with the servicing HR Director"
  std::string text;     // who has it now, by when, what is asked, the file and its head; lines
};
// `file` is the name under which it was saved.
HandOn hand_on(const Packet& packet, const RecordedCase& recorded, const std::string& file);

}  // namespace ftt
