// packet_calendar: a packet's dates as a calendar file, with whose they are in the titles.
//
// A redacted packet names the position alone. Does not: count days (rules/deadlines.h), or write RFC 5545
// (rules/calendar_file.h).
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "packet/packet.h"
#include "rules/calendar_file.h"
#include "rules/chain.h"
#include "rules/deadlines.h"

namespace ftt {

// The file. `stamp` is the moment of the export. Errors: empty (the packet has no id, by which a calendar knows its
// entries again), not_found (no deadline has a date yet).
Result<std::string> packet_calendar(const Packet& packet, std::span<const Deadline> deadlines, UtcTime stamp);

// Whose dates they are: the last name of the employee or the recruit, else the position's title; no name of a copy
// without names. Empty where nothing of it is known.
std::string whose_packet(const Packet& packet);

// When whoever holds a recorded packet is due with it; nothing while no clock runs, or without an id.
std::optional<CalendarEvent> due_date_of_holder(const Packet& packet, const ChainStatus& status);

}  // namespace ftt
