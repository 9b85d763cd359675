// packet_calendar: a packet's dates as a calendar file, with whose they are in the titles.
//
// A redacted packet names the position alone. Does not: count days (rules/deadlines.h), or write RFC 5545
// (rules/calendar_file.h).
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "packet/packet.h"
#include "rules/calendar_file.h"
#include "rules/deadlines.h"

namespace ftt {

// The file. `stamp` is the moment of the export. Errors: empty (the packet has no id, by which a calendar knows its
// entries again), not_found (no deadline has a date yet).
Result<std::string> packet_calendar(const Packet& packet, std::span<const Deadline> deadlines, UtcTime stamp);

}  // namespace ftt
