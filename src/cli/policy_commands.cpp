// The commands on what the order decides: calendar (a packet's deadlines), coverage (paragraph, rule, test), wording
// (the clauses, for an agency's own words).
// Covers the clocks of HRM 6040.2 ¶9 to ¶11 as a file for calendar programs; does not decide anything.
#include <optional>

#include "base/text.h"
#include "cli/command.h"
#include "order/wording.h"
#include "packet/calendar.h"
#include "packet/packet.h"
#include "rules/coverage.h"
#include "rules/settings.h"

namespace ftt::cli {
namespace {

struct CalendarUse {
  std::string_view file;
  Date today;
  PolicySettings settings;
};

// Errors: an option without its value or that the command does not have, a date or a settings file that is none.
Result<CalendarUse> read_use(Arguments arguments, const Surroundings& surroundings) {
  CalendarUse use{{}, surroundings.today, PolicySettings()};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    const bool is_option = argument.starts_with("--");
    if (!is_option && use.file.empty()) {
      use.file = argument;
      continue;
    }
    if (argument != "--today" && argument != "--settings") {
      return Error{ErrorCode::unknown_choice, "", concat(quoted(argument), " is one too many here.")};
    }
    if (i + 1 == arguments.size()) return Error{ErrorCode::empty, "", concat(argument, " needs a value behind it.")};
    const std::string_view value = arguments[++i];
    if (argument == "--today") {
      use.today = FTT_TRY(parse_date(value));
    } else {
      const Result<PolicySettings> settings = read_policy_settings(FTT_TRY(surroundings.read(value)));
      if (!settings) return at(concat(value, settings.error().where), settings.error());
      use.settings = *settings;
    }
  }
  if (use.file.empty()) return Error{ErrorCode::empty, "", "calendar takes one file, or - for standard input."};
  return use;
}

}  // namespace

Outcome calendar(Arguments arguments, const Surroundings& surroundings) {
  constexpr std::string_view usage = "calendar FILE [--today DATE] [--settings FILE]";
  const Result<CalendarUse> use = read_use(arguments, surroundings);
  if (!use) return bad_use(to_string(use.error()), usage);
  const Result<std::string> bytes = surroundings.read(use->file);
  if (!bytes) return bad_use(bytes.error().message, usage);
  const Result<OpenedPacket> opened = read_packet(*bytes);
  if (!opened) return {Exit::packet_has_problems, "", concat(use->file, ": ", to_string(opened.error()), "\n")};
  const std::vector<Deadline> deadlines = find_deadlines(opened->packet.answers, use->today, use->settings.calendar);
  const Result<std::string> file = packet_calendar(opened->packet, deadlines, surroundings.utc);
  if (!file) return {Exit::packet_has_problems, "", concat(use->file, ": ", to_string(file.error()), "\n")};
  return {Exit::good, *file, ""};
}

Outcome coverage(Arguments arguments, const Surroundings&) {
  if (!arguments.empty()) return bad_use("coverage takes no arguments.", "coverage");
  Outcome outcome;
  for (const CoverageEntry& entry : ftt::coverage()) {
    append(outcome.results, entry.cite.text(), "\t", words_of(entry.how), "\t", entry.by, "\t", entry.test, "\n");
  }
  return outcome;
}

Outcome wording(Arguments arguments, const Surroundings&) {
  if (!arguments.empty()) return bad_use("wording takes no arguments.", "wording");
  return {Exit::good, wording_template(), ""};
}

}  // namespace ftt::cli
