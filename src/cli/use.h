// What the commands on files are asked: files, options and what the agency sets, read in one way for all of them.
//
// Does not: read packets, or decide what an option does.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "print/print_settings.h"
#include "report/packet_source.h"
#include "rules/settings.h"

namespace ftt::cli {

inline constexpr std::string_view today_option = "--today";
inline constexpr std::string_view now_option = "--now";
inline constexpr std::string_view percent_option = "--percent";
inline constexpr std::string_view settings_option = "--settings";
inline constexpr std::string_view wording_option = "--wording";
inline constexpr std::string_view parts_option = "--parts";
inline constexpr std::string_view redacted_option = "--redacted";
inline constexpr std::string_view text_option = "--text";
inline constexpr std::string_view lines_option = "--ndjson";
inline constexpr std::string_view jobs_option = "--jobs";
inline constexpr std::string_view heads_option = "--heads";
inline constexpr std::string_view resolve_option = "--resolve";
inline constexpr std::string_view calendar_option = "--ics";
inline constexpr std::string_view act_option = "--act";
inline constexpr std::string_view step_option = "--step";
inline constexpr std::string_view by_option = "--by";
inline constexpr std::string_view title_option = "--title";
inline constexpr std::string_view for_option = "--for";
inline constexpr std::string_view for_title_option = "--for-title";
inline constexpr std::string_view authority_option = "--authority";
inline constexpr std::string_view to_option = "--to";
inline constexpr std::string_view to_name_option = "--to-name";
inline constexpr std::string_view reason_option = "--reason";
inline constexpr std::string_view statement_option = "--statement";
inline constexpr std::string_view on_option = "--on";
inline constexpr std::string_view requested_on_option = "--requested-on";
inline constexpr std::string_view route_option = "--route";
inline constexpr std::string_view matter_option = "--matter";
inline constexpr std::string_view how_option = "--how";
inline constexpr std::string_view evidence_option = "--evidence";
inline constexpr std::string_view bytes_option = "--bytes";
inline constexpr std::string_view fiscal_year_option = "--fiscal-year";
inline constexpr std::string_view previous_option = "--previous";
inline constexpr std::string_view actuals_option = "--actuals";
inline constexpr std::string_view headcount_option = "--headcount";
inline constexpr std::string_view time_codes_option = "--time-codes";
inline constexpr std::string_view partial_option = "--partial";
inline constexpr std::string_view template_option = "--template";
inline constexpr std::string_view edition_option = "--edition";
inline constexpr std::string_view format_option = "--format";
inline constexpr std::string_view out_option = "--out";
inline constexpr std::string_view packets_option = "--packets";
inline constexpr std::string_view seed_option = "--seed";

// The arguments of a command on files, read by what they are, with what its settings file says.
struct FileUse {
  explicit FileUse(Date day) : today(day) {}

  std::vector<std::string_view> files;
  Date today;
  std::optional<std::string_view> now;
  std::optional<PercentReading> percent;
  std::optional<std::string_view> settings_file;
  std::string wording_file;  // as named here, else by the settings; empty: none
  bool is_wording_named = false;
  PrintSettings print;
  bool is_text = false;
  bool is_by_line = false;
  bool is_calendar = false;
  // The options that this command alone reads, with their values, as they came.
  std::vector<std::pair<std::string_view, std::string_view>> named;
  std::optional<std::size_t> jobs;

  // Of the commands on many packets.
  std::optional<report::ByteRange> bytes;
  std::optional<FiscalYear> fiscal_year;
  bool is_partial = false;
  bool is_template = false;
  std::optional<std::size_t> packets;
  std::uint64_t seed = 1;

  AgencySettings agency;
  std::optional<Rates> own_rates;  // with the tables that the settings name
  std::string messages;            // what of the settings was refused

  // The value of such an option; empty where it is not there.
  std::string_view value_of(std::string_view option) const;
  const Rates& rates(const Environment& environment) const { return own_rates ? *own_rates : environment.rates; }
};

// The arguments, read, and the settings file. What that file has wrong is refused member by member: `messages` names
// each. Errors: an option without its value or with a wrong one, one that is not among `options`, a settings file that
// cannot be read at all.
Result<FileUse> read_use(Arguments arguments, std::initializer_list<std::string_view> options,
                         const Environment& environment);

// What is wrong with a file, on a line of its own, whatever it says: "packet.json: clock.received_on: It is a Sunday."
// The field is left out where it is empty.
std::string problem_line(std::string_view file, std::string_view field, std::string_view message);

}  // namespace ftt::cli
