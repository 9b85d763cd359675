// The calendar file, byte for byte (RFC 5545).
#include "rules/calendar_file.h"

#include "base/text.h"
#include "figures.h"
#include "long_text.h"
#include "rules/asked_of.h"

using namespace ftt;
using namespace ftt::test;

namespace {

constexpr UtcTime stamp{calendar_date(2026, 11, 21), 15, 4, 9};

std::string written(CalendarEvent event) {
  return write_ics(std::vector<CalendarEvent>{std::move(event)}, stamp);
}

}  // namespace

TEST_CASE("RFC 5545: a whole file, byte for byte") {
  CHECK(
      written({"clock.chain.7b0c@x.invalid", calendar_date(2026, 12, 31), "Submit, or deny; a\\b", "First\nsecond"}) ==
      "BEGIN:VCALENDAR\r\n"
      "VERSION:2.0\r\n"
      "PRODID:-//Full-time telework packet//HRM 6040.2//EN\r\n"
      "CALSCALE:GREGORIAN\r\n"
      "METHOD:PUBLISH\r\n"
      "BEGIN:VEVENT\r\n"
      "UID:clock.chain.7b0c@x.invalid\r\n"
      "DTSTAMP:20261121T150409Z\r\n"
      "SEQUENCE:0\r\n"
      "DTSTART;VALUE=DATE:20261231\r\n"
      "DTEND;VALUE=DATE:20270101\r\n"
      "SUMMARY:Submit\\, or deny\\; a\\\\b\r\n"
      "DESCRIPTION:First\\nsecond\r\n"
      "TRANSP:TRANSPARENT\r\n"
      "END:VEVENT\r\n"
      "END:VCALENDAR\r\n");
}

TEST_CASE("RFC 5545, 3.1: lines are folded at 75 octets, no character is cut, and unfolding gives the text back") {
  for (std::size_t ahead = 0; ahead < 8; ++ahead) {
    std::string summary(ahead, 'x');
    for (int i = 0; i < 60; ++i) summary += "¶é…𝄞";
    const std::string file = written({"a@x.invalid", calendar_date(2026, 1, 1), summary, ""});
    std::string unfolded;
    std::size_t begin = 0;
    while (begin < file.size()) {
      const std::size_t end = file.find("\r\n", begin);
      REQUIRE(end != std::string::npos);
      const std::string line = file.substr(begin, end - begin);
      CHECK(line.size() <= 75);
      CHECK(is_valid_utf8(line));
      CHECK(lacks(line, "\n"));
      unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
      begin = end + 2;
    }
    CHECK(contains(unfolded, "\nSUMMARY:" + summary + "\n"));
    CHECK(calendar_line(file, "SUMMARY") == summary);
  }
}

TEST_CASE("RFC 5545: a line of 75 octets is not folded, one of 76 is") {
  const std::string fits(75 - std::string_view("SUMMARY:").size(), 'x');
  CHECK(contains(written({"a", calendar_date(2026, 1, 1), fits, ""}), "SUMMARY:" + fits + "\r\n"));
  CHECK(contains(written({"a", calendar_date(2026, 1, 1), fits + "y", ""}), "SUMMARY:" + fits + "\r\n y\r\n"));
}

TEST_CASE("a control character in a text cannot begin a line of its own") {
  const std::string file = written({"a", calendar_date(2026, 1, 1), "x\r\nEND:VEVENT", ""});
  CHECK(calendar_line(file, "SUMMARY") == "x\\nEND:VEVENT");
  CHECK(file.ends_with("SUMMARY:x\\nEND:VEVENT\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
}

TEST_CASE("¶9a: deadlines become events with a lasting UID, and say what was not counted") {
  const std::vector<Deadline> deadlines =
      find_deadlines(answers_of({{Leaf::clock_requested_on, "2026-06-12"}}), on(a_day));
  const CalendarCase of{"7b0c", 3, "Kealoha"};
  const std::vector<CalendarEvent> events = calendar_events(deadlines, of);
  REQUIRE(events.size() == 1);
  CHECK(events[0].uid == "clock.chain.7b0c@full-time-telework.invalid");
  CHECK(events[0].date == calendar_date(2026, 7, 14));
  CHECK(events[0].summary.starts_with("Full-time telework, Kealoha: Chain of command"));
  CHECK(events[0].description ==
        "HRM 6040.2 ¶9a. 20 work days from June 12, 2026.\nNot counted: Friday, June 19, 2026, Juneteenth National "
        "Independence Day.\nNot counted: Friday, July 3, 2026, Independence Day.");
  CHECK(calendar_events(deadlines, of)[0].uid == events[0].uid);
  CHECK(calendar_events(deadlines, {"other", 3, "Kealoha"})[0].uid != events[0].uid);
  CHECK(calendar_events(deadlines, {"7b0c", 3, ""})[0].summary.starts_with("Full-time telework: "));
}

TEST_CASE("RFC 5545, 3.8.7.4: a later revision has a greater SEQUENCE, which stays within its 31 bits") {
  const std::vector<Deadline> deadlines =
      find_deadlines(answers_of({{Leaf::clock_requested_on, "2026-06-12"}}), on(a_day));
  const auto sequence_of = [&](std::int64_t revision) {
    const std::string file = write_ics(calendar_events(deadlines, {"7b0c", revision, ""}), stamp);
    const std::size_t begin = file.find("SEQUENCE:") + std::string_view("SEQUENCE:").size();
    return file.substr(begin, file.find('\r', begin) - begin);
  };
  CHECK(sequence_of(3) == "3");
  CHECK(sequence_of(4) == "4");
  CHECK(sequence_of(INT64_MAX) == "2147483647");
}

TEST_CASE("¶8b: a first day on a day off says which work day is next") {
  const std::vector<Deadline> deadlines =
      find_deadlines(answers_of({{Leaf::eligibility_position_start, "2026-09-01"}}), on(a_day));
  const std::vector<CalendarEvent> events = calendar_events(deadlines, {"7b0c", 1, ""});
  REQUIRE(events.size() == 1);
  CHECK(figures_of(events[0].description) == "6040.2 ¶8b 180 September 1 2026 March 1 2027");
}
