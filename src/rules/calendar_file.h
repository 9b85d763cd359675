// write_ics: deadlines as a calendar file (RFC 5545) that calendar programs accept.
//
// All-day events, lines end in CRLF and are folded at 75 octets without cutting a character, texts are escaped. An
// event keeps its UID from one export to the next, so that a later file updates it: which one is later, SEQUENCE (the
// packet's revision) and then DTSTAMP tell.
//
// Does not: read a clock: DTSTAMP is an argument. No alarms, no time zones.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "rules/deadlines.h"

namespace ftt {

// A moment in UTC, to the second.
struct UtcTime {
  Date date;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

struct CalendarEvent {
  std::string uid;  // stable and unique in the world
  Date date;
  std::string summary;
  std::string description;
  std::int64_t sequence = 0;
};

// Whose dates they are.
struct CalendarCase {
  std::string_view packet_id;  // makes the UIDs unique; not empty
  std::int64_t revision = 0;
  std::string_view whose;  // a name or a position, for the titles; empty where neither is known
};

// The events of the deadlines that have a due date.
std::vector<CalendarEvent> calendar_events(std::span<const Deadline> deadlines, const CalendarCase& of);
// The whole file. Precondition: hour, minute and second are of the clock (a leap second is not written).
std::string write_ics(std::span<const CalendarEvent> events, UtcTime stamp);

}  // namespace ftt
