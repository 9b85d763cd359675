// The commands on many packets: facts, rollup, sample.
//
// Does not: decide which copy counts, or what stands in a table (src/report does).
#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/gather.h"
#include "cli/spill.h"
#include "report/make_report.h"
#include "report/report_file.h"
#include "report/sample.h"

namespace ftt::cli {
namespace {

using report::FactsFor;
using report::Partial;

FactsFor facts_for(const FileUse& use, const Environment& environment) {
  return {use.rates(environment), use.today, use.fiscal_year.value_or(fiscal_year(use.today)), use.agency.calc(),
          use.agency.policy};
}

std::string told(const report::SeenLeftOut& left) {
  return concat(left.place, ": ", left.what.reason, "\n");
}

Outcome stopped(const FileUse& use) {
  return {Exit::stopped, "", concat(use.messages, "telework: stopped; nothing was written.\n")};
}

}  // namespace

Outcome facts(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage =
      "facts PATH... [--today DATE] [--fiscal-year YEAR] [--percent READING] [--settings FILE] [--bytes A:B] "
      "[--jobs N]";
  const Result<FileUse> use = read_use(
      arguments, {today_option, fiscal_year_option, percent_option, settings_option, bytes_option, jobs_option},
      environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (use->files.empty()) return bad_use("facts takes files and folders, or - for standard input.", usage);
  const FactsFor by = facts_for(*use, environment);
  Outcome outcome{Exit::good, "", use->messages};
  Gathering gathering;
  const auto look_at = [&](const report::SourceItem& item) -> Looked {
    const Result<OpenedPacket> opened = read_packet(item.bytes, largest_packet, ReadOf::figures_alone);
    if (opened) return {concat(report::facts_line(report::facts_of(*opened, by)), "\n"), {}};
    return {{}, report::SeenLeftOut{item.place, {report::LeftOutKind::unreadable, to_string(opened.error())}}};
  };
  gathering.look = [&](std::span<const report::SourceItem> items) {
    std::vector<Looked> looked;
    for (const report::SourceItem& item : items) looked.push_back(look_at(item));
    return looked;
  };
  gathering.take = [&](Looked&& looked) {
    if (!looked.text.empty()) return environment.write(looked.text);
    outcome.exit = Exit::packet_has_problems;
    outcome.messages += told(std::get<report::SeenLeftOut>(looked.sight));
    return true;
  };
  const Result<Gathered> gathered = gather(*use, environment, gathering);
  if (!gathered) return {Exit::bad_use, "", concat(outcome.messages, "telework: ", to_string(gathered.error()), "\n")};
  if (*gathered == Gathered::stopped) return {Exit::stopped, "", concat(outcome.messages, "telework: stopped.\n")};
  return outcome;
}

namespace {

constexpr std::string_view rollup_usage =
    "rollup PATH... [--today DATE] [--fiscal-year YEAR] [--previous PARTIAL] [--actuals FILE] [--headcount FILE] "
    "[--time-codes FILE] [--percent READING] [--settings FILE] [--jobs N] [--bytes A:B] [--partial | --template] "
    "[--edition ohrm|circulation] [--format html|xlsx|csv|json] [--out DIR]";

constexpr std::string_view circulation = "circulation";

Result<Unit> check(const FileUse& use) {
  const auto refused = [](std::string message) { return Error{ErrorCode::unknown_choice, "", std::move(message)}; };
  if (use.files.empty()) return refused("rollup takes files and folders, or - for standard input.");
  const std::string_view edition = use.value_of(edition_option);
  if (!edition.empty() && edition != "ohrm" && edition != circulation) {
    return refused(concat("--edition: ", in_quotes(edition), " is neither ohrm nor circulation."));
  }
  const std::string_view format = use.value_of(format_option);
  const auto& formats = report::report_formats;
  if (!format.empty() && std::find(formats.begin(), formats.end(), format) == formats.end()) {
    return refused(concat("--format: ", in_quotes(format), " is none of html, xlsx, csv, json."));
  }
  if (format == "csv" && use.value_of(out_option).empty()) {
    return refused("--format csv writes a file a table; name the folder with --out.");
  }
  if (use.bytes && !use.is_partial) {
    return refused("--bytes reads a part of the packets; it goes with --partial, and the parts are put together then.");
  }
  if (use.is_partial && use.is_template) return refused("--partial and --template do not go together.");
  return Unit{};
}

// What is beside the packets: the sheets, and the report before.
struct Beside {
  std::optional<report::Sheet<report::ActualRow>> actuals{};
  std::optional<report::Sheet<report::HeadcountRow>> headcount{};
  std::optional<report::Sheet<report::TimeCodeRow>> time_codes{};
  std::optional<Partial> previous{};
};

template <class RowOfSheet>
Result<Unit> read_sheet(std::string_view file, const Environment& environment,
                        report::Sheet<RowOfSheet> (*read)(std::string_view),
                        std::optional<report::Sheet<RowOfSheet>>& sheet, std::string& messages) {
  if (file.empty()) return Unit{};
  sheet = read(FTT_TRY(environment.read(file)));
  for (const Error& problem : sheet->problems) append(messages, file, ": ", to_string(problem), "\n");
  return Unit{};
}

Result<Unit> read_previous(std::string_view file, const Environment& environment, std::optional<Partial>& previous) {
  if (file.empty()) return Unit{};
  report::PartialReader reader(previous);
  Result<Unit> taken = Unit{};
  const auto take = [&](report::SourceLine line) {
    taken = reader.take_line(line.text);
    return taken.has_value();
  };
  report::LineSplitter lines({}, report::longest_partial_line);
  FTT_TRY(environment.stream(file, [&](std::string_view block) { return lines.feed(block, take); }));
  if (taken) lines.finish(take);
  if (taken) taken = reader.finish();
  if (!taken) return Error{taken.error().code, "", concat(file, ": ", to_string(taken.error()))};
  return Unit{};
}

Result<Beside> read_beside(const FileUse& use, const Environment& environment, std::string& messages) {
  Beside beside;
  const auto named = [&](std::string_view option) { return use.value_of(option); };
  FTT_TRY(read_sheet(named(actuals_option), environment, report::read_actuals_sheet, beside.actuals, messages));
  FTT_TRY(read_sheet(named(headcount_option), environment, report::read_headcount_sheet, beside.headcount, messages));
  FTT_TRY(
      read_sheet(named(time_codes_option), environment, report::read_time_codes_sheet, beside.time_codes, messages));
  FTT_TRY(read_previous(named(previous_option), environment, beside.previous));
  return beside;
}

// A partial that is written as it comes; of any other use all has to be held at once.
bool is_streamed(const FileUse& use) {
  return use.is_partial && use.value_of(out_option).empty();
}

// Packets and partials as one; nothing where it was stopped. Errors: those of gather.
Result<std::unique_ptr<SpilledPartial>> gather_partial(const FileUse& use, const Environment& environment) {
  const FactsFor by = facts_for(use, environment);
  const std::size_t most_held = is_streamed(use) ? environment.most_held : std::numeric_limits<std::size_t>::max();
  auto partial = std::make_unique<SpilledPartial>(by.year, by.today, environment, most_held);
  Result<Unit> added = Unit{};
  Gathering gathering;
  gathering.look = [&](std::span<const report::SourceItem> items) {
    std::vector<report::Placed> found;
    for (const report::SourceItem& item : items) found.push_back({item.bytes, item.place, item.stands});
    std::vector<Looked> looked;
    for (report::Sight& sight : report::look_at(std::move(found), by)) looked.push_back({{}, std::move(sight)});
    return looked;
  };
  gathering.take = [&](Looked&& looked) {
    added = partial->add(std::move(looked.sight));
    return added.has_value();
  };
  gathering.take_partial_line = [&](std::string_view, std::string_view line) { return partial->take_line(line); };
  gathering.finish_partial = [&](std::string_view) { return partial->finish_partial(); };
  const Gathered gathered = FTT_TRY(gather(use, environment, gathering));
  if (!added) return added.error();
  if (gathered == Gathered::stopped) partial.reset();
  return partial;
}

// Into the folder, each whole or not at all; or to standard output.
Result<Unit> give_out(const FileUse& use, const Environment& environment,
                      const std::vector<report::ReportFile>& files) {
  const std::string_view folder = use.value_of(out_option);
  for (const report::ReportFile& file : files) {
    if (folder.empty()) {
      environment.write(file.bytes);
    } else {
      FTT_TRY(environment.keep(concat(folder, folder.ends_with('/') ? "" : "/", file.name), file.bytes));
    }
  }
  return Unit{};
}

Result<Unit> give_out_report(const FileUse& use, const Environment& environment, const Partial& partial,
                             const report::ReportFor& by) {
  const bool is_for_circulation = use.value_of(edition_option) == circulation;
  const std::string_view named = use.value_of(format_option);
  const report::Report made =
      report::make_edition(is_for_circulation ? report::ReportEdition::circulation : report::ReportEdition::ohrm,
                           partial, by, use.agency.smallest_count);
  // A folder gets every format, unless one is named; what is made for circulation goes without the partial.
  const bool is_all = !use.value_of(out_option).empty() && named.empty();
  for (const std::string_view format : report::report_formats) {
    const bool is_wanted = is_all || format == (named.empty() ? "html" : named);
    if (is_wanted) FTT_TRY(give_out(use, environment, FTT_TRY(report::report_files(made, format))));
  }
  if (is_all && !is_for_circulation) {
    FTT_TRY(give_out(use, environment, {{"partial.ndjson", report::write_partial(partial)}}));
  }
  return Unit{};
}

}  // namespace

Outcome rollup(Arguments arguments, const Environment& environment) {
  const Result<FileUse> use = read_use(arguments,
                                       {today_option, fiscal_year_option, percent_option, settings_option, jobs_option,
                                        bytes_option, partial_option, template_option, previous_option, actuals_option,
                                        headcount_option, time_codes_option, edition_option, format_option, out_option},
                                       environment);
  if (!use) return bad_use(to_string(use.error()), rollup_usage);
  if (const Result<Unit> good = check(*use); !good) return bad_use(good.error().message, rollup_usage);
  std::string messages = use->messages;
  const auto failed = [&](const Error& error) {
    return Outcome{Exit::bad_use, "", concat(messages, "telework: ", to_string(error), "\n")};
  };
  const Result<Beside> beside = read_beside(*use, environment, messages);
  if (!beside) return failed(beside.error());
  Result<std::unique_ptr<SpilledPartial>> gathered = gather_partial(*use, environment);
  if (!gathered) return failed(gathered.error());
  if (*gathered == nullptr) return stopped(*use);
  if (is_streamed(*use)) {
    const Result<Unit> written = (*gathered)->write();
    return written ? Outcome{Exit::good, "", messages} : failed(written.error());
  }
  const Partial partial = std::move(**gathered).whole();
  report::ReportFor by{use->today, use->agency.policy.calendar};
  by.previous = beside->previous ? &*beside->previous : nullptr;
  by.actuals = beside->actuals ? &*beside->actuals : nullptr;
  by.headcount = beside->headcount ? &*beside->headcount : nullptr;
  by.time_codes = beside->time_codes ? &*beside->time_codes : nullptr;
  by.components = use->agency.components;
  const Result<Unit> given =
      use->is_partial    ? give_out(*use, environment, {{"partial.ndjson", report::write_partial(partial)}})
      : use->is_template ? give_out(*use, environment, {{"actuals.csv", report::actuals_template(partial, by)}})
                         : give_out_report(*use, environment, partial, by);
  if (!given) return failed(given.error());
  return {Exit::good, "", messages};
}

Outcome sample(Arguments arguments, const Environment& environment) {
  constexpr std::string_view usage = "sample --packets N [--seed S] [--today DATE] [--jobs N]";
  const Result<FileUse> use =
      read_use(arguments, {packets_option, seed_option, today_option, jobs_option}, environment);
  if (!use) return bad_use(to_string(use.error()), usage);
  if (!use->files.empty()) return bad_use("sample takes no file; it writes to standard output.", usage);
  if (!use->packets) return bad_use("say how many with --packets.", usage);
  const report::SampleAgency agency(environment.rates, use->seed, use->today);
  constexpr std::size_t at_a_time = 256;
  for (std::size_t first = 0; first < *use->packets; first += at_a_time) {
    std::vector<std::string> lines(std::min(at_a_time, *use->packets - first));
    const auto write_line = [&](std::size_t i) { lines[i] = agency.line(first + i); };
    SharedWork(threads_of(*use, environment), lines.size(), write_line).finish();
    for (const std::string& line : lines) {
      if (!environment.write(line)) return {};
    }
  }
  return {};
}

}  // namespace ftt::cli
