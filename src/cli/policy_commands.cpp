// The commands on what the order decides: calendar (a packet's deadlines), coverage (paragraph, rule, test), wording
// (the clauses, for an agency's own words).
// Covers the clocks of HRM 6040.2 ¶9 to ¶11 as a file for calendar programs; does not decide anything.
#include "base/text.h"
#include "cli/coverage.h"
#include "cli/use.h"
#include "order/wording.h"
#include "packet/calendar.h"
#include "packet/packet.h"
#include "packet/recorded_case.h"

namespace ftt::cli {

Outcome calendar(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage = "calendar FILE [--today DATE] [--settings FILE]";
  const Result<FileUse> use = read_use(arguments, {today_option, settings_option}, environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.size() != 1) return bad_use("calendar takes one file, or - for standard input.", usage);
  const std::string_view file = use->files.front();
  const Result<std::string> bytes = environment.read(file);
  if (!bytes) return bad_use(bytes.error().message, usage);
  const Result<OpenedPacket> opened = read_packet(*bytes);
  if (!opened) {
    return {Exit::packet_has_problems, "", concat(use->messages, file, ": ", to_string(opened.error()), "\n")};
  }
  const std::vector<Deadline> deadlines = find_deadlines(
      answers_that_count(opened->packet), assessed_on(opened->packet, use->today).context(use->agency.policy.calendar));
  const Result<std::string> events = packet_calendar(opened->packet, deadlines, environment.utc);
  if (!events) {
    return {Exit::packet_has_problems, "", concat(use->messages, file, ": ", to_string(events.error()), "\n")};
  }
  return {Exit::good, *events, use->messages};
}

Outcome coverage(Arguments arguments, const Environment&) {
  if (!arguments.empty()) return bad_use("coverage takes no arguments.", "coverage");
  Outcome outcome;
  for (const CoverageEntry& entry : all_coverage()) {
    append(outcome.results, entry.cite.text(), "\t", words_of(entry.how), "\t", entry.by, "\t", entry.test, "\n");
  }
  return outcome;
}

Outcome wording(Arguments arguments, const Environment&) {
  if (!arguments.empty()) return bad_use("wording takes no arguments.", "wording");
  return {Exit::good, wording_template(), ""};
}

}  // namespace ftt::cli
