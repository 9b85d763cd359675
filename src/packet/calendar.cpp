// Whose dates they are, and what a packet needs for a calendar file. See calendar.h.
#include "packet/calendar.h"

namespace ftt {
namespace {

// The last name, of the employee or of the recruit, else the position's title. None of them in a copy without names.
std::string_view whose(const Packet& packet) {
  if (!packet.is_redacted) {
    for (const Leaf name : {Leaf::employee_last_name, Leaf::recruit_agreement_last_name}) {
      if (const std::string_view words = packet.answers.words(name); !words.empty()) return words;
    }
  }
  return packet.answers.words(Leaf::position_title);
}

}  // namespace

Result<std::string> packet_calendar(const Packet& packet, std::span<const Deadline> deadlines, UtcTime stamp) {
  if (packet.id.empty()) {
    return Error{
        ErrorCode::empty, "id",
        "The packet has no id, and a calendar knows its entries again by it. Open the packet in the wizard and "
        "save it, which gives it one, or write a new UUID there."};
  }
  const std::vector<CalendarEvent> events =
      calendar_events(deadlines, {packet.id, packet.revision.value_or(0), whose(packet)});
  if (events.empty()) {
    return Error{ErrorCode::not_found, "", "No deadline has a date yet; write down when it was requested or received."};
  }
  return write_ics(events, stamp);
}

}  // namespace ftt
