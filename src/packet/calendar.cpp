// Whose dates they are, and what a packet needs for a calendar file. See calendar.h.
#include "packet/calendar.h"

#include <utility>

#include "base/text.h"
#include "packet/field_words.h"

namespace ftt {
namespace {

// The last name, of the employee or of the recruit, else the position's title. None of them in a copy without names.
std::string_view name_or_position(const Packet& packet) {
  if (!packet.is_redacted) {
    for (const Leaf name : {Leaf::employee_last_name, Leaf::recruit_agreement_last_name}) {
      if (const std::string_view words = packet.answers.words(name); !words.empty()) return words;
    }
  }
  return packet.answers.words(Leaf::position_title);
}

// That there is no date, and which answers would give one.
std::string nothing_due(std::span<const Deadline> deadlines) {
  std::string names;
  for (const Deadline& deadline : deadlines) {
    for (const Leaf leaf : deadline.settled_by) {
      const std::string name = name_of_leaf(info(leaf));
      if (names.find(name) == std::string::npos) append(names, names.empty() ? "" : "; ", name);
    }
  }
  if (names.empty()) return "There is no deadline. The request is closed.";
  return concat("No deadline has a date yet. Answer one of these, if you know it: ", names, ".");
}

}  // namespace

std::string whose_packet(const Packet& packet) {
  const std::string_view name = name_or_position(packet);
  return concat(name, packet.is_sample ? name.empty() ? "sample" : " (sample)" : "");
}

std::optional<CalendarEvent> due_date_of_holder(const Packet& packet, const ChainStatus& status) {
  if (packet.id.empty() || !status.due) return std::nullopt;
  const std::string whose = whose_packet(packet);
  std::string description = status.in_words.message;
  append(description, description.empty() ? "" : " ", status.in_words.next);
  return CalendarEvent{
      concat("holder.", packet.id, "@full-time-telework.invalid"), *status.due,
      concat("Full-time telework", whose.empty() ? "" : ", ", whose, ": due from ", status.in_words.who),
      std::move(description), packet.revision.value_or(0)};
}

Result<std::string> packet_calendar(const Packet& packet, std::span<const Deadline> deadlines, UtcTime stamp) {
  if (packet.id.empty()) {
    return Error{
        ErrorCode::empty, "id",
        "The packet has no id. A calendar needs it to update its entries. Open the packet in the wizard and save it "
        "to get one, or write a new UUID there."};
  }
  const std::string name = whose_packet(packet);
  const std::vector<CalendarEvent> events = calendar_events(deadlines, {packet.id, packet.revision.value_or(0), name});
  if (events.empty()) {
    return Error{ErrorCode::not_found, "", nothing_due(deadlines)};
  }
  return write_ics(events, stamp);
}

}  // namespace ftt
