// Writing RFC 5545, section by section. See calendar_file.h.
#include "rules/calendar_file.h"

#include <algorithm>

#include "base/assert.h"
#include "base/text.h"

namespace ftt {

namespace {

constexpr std::size_t most_octets = 75;
constexpr std::int64_t most_sequence = 2'147'483'647;  // 3.3.8

// 3.1: lines end in CRLF and are at most 75 octets long without it; a longer one goes on behind CRLF and a space, which
// counts. A character of several octets is not cut.
void append_line(std::string& file, std::string_view line) {
  std::size_t room = most_octets;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    append(file, line.substr(0, cut), "\r\n ");
    line.remove_prefix(cut);
    room = most_octets - 1;
  }
  append(file, line, "\r\n");
}

// 3.3.11: backslash, semicolon, comma and line ends are escaped; other control characters have no place in a text.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') result.push_back('\\');
    if (c == '\n') {
      result.append("\\n");
    } else if (static_cast<unsigned char>(c) >= 0x20U || c == '\t') {
      result.push_back(c);
    }
  }
  return result;
}

void append_digits(std::string& target, int value, int width) {
  std::string digits;
  append(digits, value);
  for (int missing = width - static_cast<int>(digits.size()); missing > 0; --missing) target.push_back('0');
  target.append(digits);
}

// 3.3.4: "20260714".
std::string basic(Date date) {
  std::string text;
  append_digits(text, date.year(), 4);
  append_digits(text, date.month(), 2);
  append_digits(text, date.day(), 2);
  return text;
}

// 3.3.5, form 2: "20261121T150400Z".
std::string basic(UtcTime time) {
  FTT_ASSERT(
      time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 && time.second >= 0 && time.second < 60,
      "A moment that no clock shows was to be written.");
  std::string text = basic(time.date);
  text.push_back('T');
  append_digits(text, time.hour, 2);
  append_digits(text, time.minute, 2);
  append_digits(text, time.second, 2);
  text.push_back('Z');
  return text;
}

std::string description_of(const Deadline& deadline) {
  std::string text(deadline.cite.text());
  text.append(".");
  if (deadline.from && deadline.count_in != DayCount::fixed_date) {
    append(text, " ", deadline.days, deadline.count_in == DayCount::work_days ? " work days" : " days", " from ",
           to_display_without_weekday(*deadline.from), ".");
  }
  if (deadline.work_day_before) {
    append(text, " The last work day before is ", to_display(*deadline.work_day_before), ".");
  }
  if (deadline.work_day_after) append(text, " The next work day is ", to_display(*deadline.work_day_after), ".");
  for (const SkippedDay& day : deadline.skipped) {
    append(text, "\nNot counted: ", to_display(day.date), ", ", day.name, ".");
  }
  return text;
}

}  // namespace

std::vector<CalendarEvent> calendar_events(std::span<const Deadline> deadlines, const CalendarCase& of) {
  FTT_ASSERT(!of.packet_id.empty(), "The dates of a packet without an id would mix with those of another one.");
  std::vector<CalendarEvent> events;
  for (const Deadline& deadline : deadlines) {
    if (!deadline.due) continue;
    events.push_back({concat(deadline.id, ".", of.packet_id, "@full-time-telework.invalid"), *deadline.due,
                      concat("Full-time telework", of.whose.empty() ? "" : ", ", of.whose, ": ", deadline.title),
                      description_of(deadline), of.revision});
  }
  return events;
}

std::string write_ics(std::span<const CalendarEvent> events, UtcTime stamp) {
  std::string file;
  append_line(file, "BEGIN:VCALENDAR");
  append_line(file, "VERSION:2.0");
  append_line(file, "PRODID:-//Full-time telework packet//HRM 6040.2//EN");
  append_line(file, "CALSCALE:GREGORIAN");
  append_line(file, "METHOD:PUBLISH");
  for (const CalendarEvent& event : events) {
    append_line(file, "BEGIN:VEVENT");
    append_line(file, concat("UID:", escaped(event.uid)));
    append_line(file, concat("DTSTAMP:", basic(stamp)));
    append_line(file, concat("SEQUENCE:", std::clamp(event.sequence, std::int64_t{0}, most_sequence)));
    append_line(file, concat("DTSTART;VALUE=DATE:", basic(event.date)));
    append_line(file, concat("DTEND;VALUE=DATE:", basic(event.date + Days(1))));
    append_line(file, concat("SUMMARY:", escaped(event.summary)));
    if (!event.description.empty()) append_line(file, concat("DESCRIPTION:", escaped(event.description)));
    append_line(file, "TRANSP:TRANSPARENT");
    append_line(file, "END:VEVENT");
  }
  append_line(file, "END:VCALENDAR");
  return file;
}

}  // namespace ftt
