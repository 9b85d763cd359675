// Reading the arguments of a command on files, and the settings file that they name. See use.h.
#include "cli/use.h"

#include <algorithm>
#include <utility>

#include "base/count.h"
#include "base/text.h"

namespace ftt::cli {
namespace {

constexpr std::int64_t most_jobs = 256;
constexpr std::int64_t most_sample_packets = 10'000'000;

// Errors: whatever the value of an option is refused for, with the option before it.
Result<Unit> read_option(std::string_view option, std::string_view value, FileUse& use) {
  const auto refused = [&](const Error& error) { return Error{error.code, "", concat(option, ": ", error.message)}; };
  if (option == today_option) {
    const Result<Date> today = parse_date(value);
    if (!today) return refused(today.error());
    use.today = *today;
  } else if (option == percent_option) {
    const Result<PercentReading> reading = parse_percent_reading(value);
    if (!reading) return refused(reading.error());
    use.percent = *reading;
  } else if (option == settings_option) {
    use.settings_file = value;
  } else if (option == wording_option) {
    use.wording_file = std::string(value);
    use.is_wording_named = true;
  } else if (option == parts_option) {
    Result<std::vector<PrintPart>> parts = read_print_parts(value);
    if (!parts) return refused(parts.error());
    use.print.parts = *std::move(parts);
  } else if (option == jobs_option) {
    const Result<Count> jobs = parse_count(value, 1, most_jobs);
    if (!jobs) return refused(jobs.error());
    use.jobs = static_cast<std::size_t>(jobs->value());
  } else if (option == bytes_option) {
    const Result<report::ByteRange> range = report::parse_byte_range(value);
    if (!range) return refused(range.error());
    use.bytes = *range;
  } else if (option == fiscal_year_option) {
    const Result<Count> year = parse_count(value, first_input_year, last_input_year);
    if (!year) return refused(year.error());
    use.fiscal_year = FiscalYear(static_cast<int>(year->value()));
  } else if (option == packets_option) {
    const Result<Count> packets = parse_count(value, 1, most_sample_packets);
    if (!packets) return refused(packets.error());
    use.packets = static_cast<std::size_t>(packets->value());
  } else if (option == seed_option) {
    const Result<Count> seed = parse_count(value, 0, INT64_MAX);
    if (!seed) return refused(seed.error());
    use.seed = static_cast<std::uint64_t>(seed->value());
  } else if (option == now_option) {
    use.now = value;
  } else {
    use.named.emplace_back(option, value);
  }
  return Unit{};
}

// The options that stand alone; whether this is one.
bool read_switch(std::string_view option, FileUse& use) {
  if (option == lines_option) {
    use.is_by_line = true;
  } else if (option == text_option) {
    use.is_text = true;
  } else if (option == calendar_option) {
    use.is_calendar = true;
  } else if (option == partial_option) {
    use.is_partial = true;
  } else if (option == template_option) {
    use.is_template = true;
  } else if (option == redacted_option) {
    use.print.names = Names::left_out;
  } else {
    return false;
  }
  return true;
}

// Files that the settings name lie beside them.
std::string beside(std::string_view settings_file, std::string_view name) {
  const std::size_t slash = settings_file.rfind('/');
  return concat(slash == std::string_view::npos ? "" : settings_file.substr(0, slash + 1), name);
}

Result<Unit> overlay(Rates& rates, const std::string& file, const Environment& environment) {
  Result<Unit> laid = rates.overlay(FTT_TRY(environment.read(file)));
  if (!laid && !laid.error().where.empty()) return at(concat(file, ": ", laid.error().where), laid.error());
  if (!laid) return at(file, laid.error());
  return laid;
}

Result<Unit> read_agency(std::string_view file, FileUse& use, const Environment& environment) {
  ReadSettings read = read_settings(FTT_TRY(environment.read(file)));
  const auto refuse = [&](const Error& error, std::string_view what_goes_on) {
    append(use.messages, "telework: ", file, error.where.starts_with('/') ? "" : ": ", to_string(error), what_goes_on,
           "\n");
  };
  if (read.is_refused_whole) {
    const Error& error = read.refused.front();
    const bool is_joined = error.where.empty() || error.where.starts_with('/');
    return at(concat(file, is_joined ? "" : ": ", error.where), error);
  }
  for (const Error& error : read.refused) refuse(error, "");
  use.agency = std::move(read.settings);
  if (use.wording_file.empty() && !use.agency.wording.empty()) use.wording_file = beside(file, use.agency.wording);
  for (const std::string& name : use.agency.rates) {
    if (!use.own_rates) use.own_rates = environment.load_rates();
    const Result<Unit> laid = overlay(*use.own_rates, beside(file, name), environment);
    if (!laid) refuse(laid.error(), " The tables in use stay in use.");
  }
  return Unit{};
}

}  // namespace

std::string_view FileUse::value_of(std::string_view option) const {
  const auto found = std::find_if(named.begin(), named.end(), [&](const auto& one) { return one.first == option; });
  return found == named.end() ? std::string_view() : found->second;
}

Result<FileUse> read_use(Arguments arguments, std::initializer_list<std::string_view> options,
                         const Environment& environment) {
  FileUse use(environment.today);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (!argument.starts_with("--")) {
      use.files.push_back(argument);
      continue;
    }
    if (std::find(options.begin(), options.end(), argument) == options.end()) {
      return Error{ErrorCode::unknown_choice, "", concat("there is no option ", in_quotes(argument), " here.")};
    }
    if (read_switch(argument, use)) continue;
    if (i + 1 == arguments.size()) {
      return Error{ErrorCode::empty, "", concat(argument, " needs a value after it.")};
    }
    FTT_TRY(read_option(argument, arguments[++i], use));
  }
  if (use.settings_file) FTT_TRY(read_agency(*use.settings_file, use, environment));
  if (use.percent) use.agency.percent = use.percent;
  return use;
}

std::string problem_line(std::string_view file, std::string_view field, std::string_view message) {
  return concat(on_one_line(concat(file, ": ", field, field.empty() ? "" : ": ", message)), "\n");
}

}  // namespace ftt::cli
