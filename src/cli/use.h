// What the commands on files are asked: files, options and what the agency sets, read in one way for all of them.
//
// Does not: read packets, or decide what an option does.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "print/print_settings.h"
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
  std::optional<std::size_t> jobs;

  AgencySettings agency;
  std::optional<Rates> own_rates;  // with the tables that the settings name
  std::string messages;            // what of the settings was refused

  const Rates& rates(const Environment& environment) const { return own_rates ? *own_rates : environment.rates; }
};

// The arguments, read, and the settings file. What that file has wrong is refused member by member: `messages` names
// each. Errors: an option without its value or with a wrong one, one that is not among `options`, a settings file that
// cannot be read at all.
Result<FileUse> read_use(Arguments arguments, std::initializer_list<std::string_view> options,
                         const Environment& environment);

}  // namespace ftt::cli
