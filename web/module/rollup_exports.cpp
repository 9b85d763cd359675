// The report on many packets for JavaScript: the facts of one packet, and packets and partials gathered, made a report
// and given out. web/package/report.mjs is their only caller. A module of its own: nobody waits for it who does not
// make a report.
//
// One gathering is kept at a time, with its partial, the sheets beside it and the report that was made of it last; a
// file comes in pieces, so that none has to be in memory whole. One of lines can come in ranges of bytes too, each to a
// module of its own, and the partials of these merge into that of the whole file (report/packet_source.h).
//
// Every function that answers gives the address of one Reply; its bytes are good until the next call. Text comes in as
// address and size, in memory that ftt_allocate lent. Dates are ISO texts.
//
// Does not: decide which copy counts or what stands in a table (src/report does), read a clock, or open files.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/count.h"
#include "base/date.h"
#include "base/json_writer.h"
#include "base/result.h"
#include "base/text.h"
#include "packet/packet.h"
#include "rates/rates.h"
#include "report/make_report.h"
#include "report/packet_source.h"
#include "report/report_file.h"
#include "report/report_shown.h"
#include "report/zip.h"
#include "rules/settings.h"
#include "web/module/rates_host.h"

namespace ftt {
namespace {

// Empty: that of the day.
Result<FiscalYear> read_fiscal_year(std::string_view text, Date today) {
  if (text.empty()) return fiscal_year(today);
  const Result<Count> year = parse_count(text, first_input_year, last_input_year);
  if (!year) return Error{year.error().code, "fiscalYear", year.error().message};
  return FiscalYear(static_cast<int>(year->value()));
}

Result<report::FactsFor> read_facts_for(std::string_view today, std::string_view year, std::string_view configuration) {
  const std::optional<Rates>& rates = rates_host().rates;
  if (!rates) return no_rates();
  const AgencySettings agency = FTT_TRY(exact_settings(configuration));
  const Date day = FTT_TRY(Date::from_iso(today));
  return report::FactsFor{*rates, day, FTT_TRY(read_fiscal_year(year, day)), agency.calc(), agency.policy};
}

Result<std::string> facts(std::string_view packet, std::string_view today, std::string_view year,
                          std::string_view configuration) {
  const report::FactsFor by = FTT_TRY(read_facts_for(today, year, configuration));
  return report::facts_line(report::facts_of(FTT_TRY(read_packet(packet)), by));
}

class Rollup {
 public:
  // Without `by` partials alone are gathered: the first one says of which year.
  explicit Rollup(const report::FactsFor* by) {
    if (by == nullptr) return;
    by_.emplace(*by);
    partial_.emplace(by->year, by->today);
  }

  // A range that does not begin with the file is one of lines: its bytes come from the one before it on, which tells
  // whether a line begins there.
  void begin_file(std::string name, report::ByteRange range) {
    file_ = std::move(name);
    refusal_.reset();
    reader_.emplace(partial_);
    source_.reset();
    lines_.reset();
    if (range.begin > 0 || range.begin == range.end) {
      lines_.emplace(range);
      return;
    }
    source_.emplace(
        file_, [this](report::SourceItem item) { return take(std::move(item)); },
        [this](std::string_view line) { return take_partial_line(line); }, range.end);
  }

  // Whether more of the file is wanted.
  bool feed(std::string_view block) {
    if (refusal_) return false;
    if (lines_) return lines_->feed(block, [this](report::SourceLine line) { return take_line(std::move(line)); });
    return source_ && source_->feed(block);
  }

  // A packet that cannot be read costs itself alone; of a partial nothing may be missing.
  Result<Unit> end_file() {
    if (!source_ && !lines_) return no_file();
    if (lines_ && !refusal_) lines_->finish([this](report::SourceLine line) { return take_line(std::move(line)); });
    if (source_ && !refusal_) source_->finish();
    if (source_ && !refusal_ && source_->kind() == report::SourceKind::partial) {
      if (const Result<Unit> finished = reader_->finish(); !finished) refusal_ = finished.error();
    }
    source_.reset();
    lines_.reset();
    if (!refusal_) return Unit{};
    return Error{refusal_->code, file_, to_string(*refusal_)};
  }

  // A file that no bytes come of.
  void leave_out(std::string_view reason) {
    source_.reset();
    lines_.reset();
    if (partial_) partial_->add_left_out(file_, {report::LeftOutKind::unreadable, std::string(reason)});
  }

  Result<std::string> partial() const {
    if (!partial_) return Error{ErrorCode::empty, "partials", "There is no partial to merge; give at least one."};
    return report::write_partial(*partial_);
  }

  // What stands beside the packets, by its name. Gives what is wrong with a sheet, as a list; that is in R0 too.
  // Errors: unknown_choice, and of the report before all of PartialReader.
  Result<std::string> beside(std::string_view which, std::string_view bytes) {
    if (which == "actuals") return problems_of(actuals_.emplace(report::read_actuals_sheet(bytes)));
    if (which == "headcount") return problems_of(headcount_.emplace(report::read_headcount_sheet(bytes)));
    if (which == "timeCodes") return problems_of(time_codes_.emplace(report::read_time_codes_sheet(bytes)));
    if (which != "previous") return Error{ErrorCode::unknown_choice, std::string(which), "There is no such sheet."};
    previous_.reset();
    FTT_TRY(read_previous(bytes));
    return std::string("[]");
  }
  void forget_beside() {
    actuals_.reset();
    headcount_.reset();
    time_codes_.reset();
    previous_.reset();
  }

  Result<Unit> make(std::string_view edition, std::string_view today, std::string_view configuration) {
    const AgencySettings agency = FTT_TRY(exact_settings(configuration));
    const report::ReportFor by = FTT_TRY(report_for(agency, today));
    if (edition != "ohrm" && edition != "circulation") {
      return Error{ErrorCode::unknown_choice, "edition",
                   concat(in_quotes(edition), " is neither ohrm nor circulation.")};
    }
    made_ = report::make_edition(edition == "ohrm" ? report::ReportEdition::ohrm : report::ReportEdition::circulation,
                                 *partial_, by, agency.smallest_count);
    return Unit{};
  }

  Result<std::string> actuals_template(std::string_view today, std::string_view configuration) const {
    const AgencySettings agency = FTT_TRY(exact_settings(configuration));
    const report::ReportFor by = FTT_TRY(report_for(agency, today));
    return report::actuals_template(*partial_, by);
  }

  Result<const report::Report*> made() const {
    if (made_) return &*made_;
    return Error{ErrorCode::not_found, "report", "No report was made yet."};
  }

  static Error no_file() { return {ErrorCode::not_found, "file", "No file was begun."}; }

 private:
  bool take(report::SourceItem item) {
    if (!by_) {
      refusal_ =
          Error{ErrorCode::wrong_format, "", "This is no partial. Give what a report was saved as to be merged."};
      return false;
    }
    partial_->add(item.is_too_long ? report::Sight(report::too_long(item))
                                   : report::look_at(item.bytes, std::move(item.place), item.stands, *by_));
    return true;
  }

  bool take_line(report::SourceLine line) {
    return take({report::place_of(file_, line.at), std::move(line.text), report::Stands::as_line, line.is_too_long});
  }

  bool take_partial_line(std::string_view line) {
    if (const Result<Unit> taken = reader_->take_line(line); !taken) refusal_ = taken.error();
    return !refusal_;
  }

  Result<Unit> read_previous(std::string_view bytes) {
    report::PartialReader reader(previous_);
    Result<Unit> taken = Unit{};
    const auto take_line = [&](report::SourceLine line) {
      taken = reader.take_line(line.text);
      return taken.has_value();
    };
    report::LineSplitter lines({}, report::longest_partial_line);
    if (lines.feed(bytes, take_line)) lines.finish(take_line);
    if (taken) taken = reader.finish();
    if (taken) return Unit{};
    previous_.reset();
    return Error{taken.error().code, "previous", to_string(taken.error())};
  }

  template <class Rows>
  static std::string problems_of(const report::Sheet<Rows>& sheet) {
    std::string text = "[";
    for (const Error& problem : sheet.problems) {
      if (text.size() > 1) text += ',';
      append_error(text, problem);
    }
    return text + "]";
  }

  // The settings must outlive it.
  Result<report::ReportFor> report_for(const AgencySettings& agency, std::string_view today) const {
    if (!partial_) return Error{ErrorCode::not_found, "partial", "Nothing was gathered yet."};
    report::ReportFor by{FTT_TRY(Date::from_iso(today)), agency.policy.calendar};
    by.previous = previous_ ? &*previous_ : nullptr;
    by.actuals = actuals_ ? &*actuals_ : nullptr;
    by.headcount = headcount_ ? &*headcount_ : nullptr;
    by.time_codes = time_codes_ ? &*time_codes_ : nullptr;
    by.components = agency.components;
    return by;
  }

  std::optional<report::FactsFor> by_;
  std::optional<report::Partial> partial_;
  std::string file_;
  std::optional<report::PacketSource> source_;  // from its first byte on
  std::optional<report::LineSplitter> lines_;   // a range of it
  std::optional<report::PartialReader> reader_;
  std::optional<Error> refusal_;  // of the file
  std::optional<report::Sheet<report::ActualRow>> actuals_;
  std::optional<report::Sheet<report::HeadcountRow>> headcount_;
  std::optional<report::Sheet<report::TimeCodeRow>> time_codes_;
  std::optional<report::Partial> previous_;
  std::optional<report::Report> made_;
};

// Of a file whose first bytes these are; nothing where they do not tell yet.
std::optional<bool> has_lines(std::string_view bytes, bool is_all) {
  report::PacketSource source(
      {}, [](const report::SourceItem&) { return false; }, [](std::string_view) { return false; });
  source.feed(bytes);
  if (is_all) source.finish();
  if (source.kind() == report::SourceKind::undecided) return std::nullopt;
  return source.kind() == report::SourceKind::lines;
}

Result<std::string> empty_sheet(std::string_view which) {
  const auto header_alone = [](std::string_view header) { return concat("\xEF\xBB\xBF", header, "\r\n"); };
  if (which == "headcount") return header_alone(report::headcount_header());
  if (which == "timeCodes") return header_alone(report::time_codes_header());
  return Error{ErrorCode::unknown_choice, std::string(which), "There is no such sheet."};
}

std::unique_ptr<Rollup>& the_rollup() {
  static std::unique_ptr<Rollup> rollup;
  return rollup;
}

Result<Unit> begin(std::string_view today, std::string_view year, std::string_view configuration) {
  the_rollup().reset();
  if (today.empty()) {
    the_rollup() = std::make_unique<Rollup>(nullptr);
    return Unit{};
  }
  const report::FactsFor by = FTT_TRY(read_facts_for(today, year, configuration));
  the_rollup() = std::make_unique<Rollup>(&by);
  return Unit{};
}

// The one file of a format as it is, or all of CSV in one archive; so that whoever saves it has one file.
Result<std::string> one_file(const report::Report& made, std::string_view format) {
  std::vector<report::ReportFile> files = FTT_TRY(report::report_files(made, format));
  if (files.size() == 1) return std::move(files.front().bytes);
  report::Zip zip;
  for (const report::ReportFile& file : files) zip.add(file.name, file.bytes);
  return zip.finish();
}

// [{"name":"R1.csv","content":"…"}]
Result<std::string> text_files(const report::Report& made, std::string_view format) {
  std::string text = "[";
  for (const report::ReportFile& file : FTT_TRY(report::report_files(made, format))) {
    append(text, text.size() > 1 ? ",{\"name\":" : "{\"name\":");
    append_json_string(text, file.name);
    text += ",\"content\":";
    append_json_string(text, file.bytes);
    text += '}';
  }
  return text + "]";
}

const Reply* reply_to(Result<std::string> text) {
  return text ? good(std::move(text).value()) : problem(text.error());
}
const Reply* reply_to(const Result<Unit>& done) {
  return done ? good("") : problem(done.error());
}

template <class Act>
const Reply* with_rollup(Act act) {
  if (!the_rollup()) return problem({ErrorCode::not_found, "rollup", "Nothing was begun yet."});
  return reply_to(act(*the_rollup()));
}

template <class Act>
const Reply* with_report(Act act) {
  return with_rollup([&](const Rollup& rollup) -> Result<std::string> { return act(*FTT_TRY(rollup.made())); });
}

}  // namespace
}  // namespace ftt

using ftt::Reply;
using ftt::Result;
using ftt::Rollup;

extern "C" {

// The facts of one packet, telework-facts/1. `year` is the fiscal year, or nothing for that of the day.
const Reply* ftt_facts(const char* packet, std::size_t packet_size, const char* today, std::size_t today_size,
                       const char* year, std::size_t year_size, const char* configuration,
                       std::size_t configuration_size) {
  return ftt::reply_to(
      ftt::facts({packet, packet_size}, {today, today_size}, {year, year_size}, {configuration, configuration_size}));
}

// Begins to gather, and forgets what was gathered before. Without a day partials alone can be gathered.
const Reply* ftt_rollup_begin(const char* today, std::size_t today_size, const char* year, std::size_t year_size,
                              const char* configuration, std::size_t configuration_size) {
  return ftt::reply_to(ftt::begin({today, today_size}, {year, year_size}, {configuration, configuration_size}));
}

// Whether a file that begins with these bytes has a packet on each line, and so can be read in ranges: 1 where it has, 0
// where not, 2 where they are too few to tell.
std::uint32_t ftt_rollup_has_lines(const char* bytes, std::size_t size, std::uint32_t is_all) {
  const std::optional<bool> found = ftt::has_lines({bytes, size}, is_all != 0);
  return found ? static_cast<std::uint32_t>(*found) : 2;
}

// A file by its name, then its bytes in pieces of any size, then its end. Of a file of lines a range of it, as
// "1024:4096", whose bytes come from the one before it on; with no text all of it.
const Reply* ftt_rollup_file(const char* name, std::size_t name_size, const char* range, std::size_t range_size) {
  return ftt::with_rollup([&](Rollup& rollup) -> Result<std::string> {
    const std::string_view text(range, range_size);
    rollup.begin_file({name, name_size},
                      text.empty() ? ftt::report::ByteRange{} : FTT_TRY(ftt::report::parse_byte_range(text)));
    return std::string();
  });
}

// 1 where more of the file is wanted.
std::uint32_t ftt_rollup_feed(const char* bytes, std::size_t size) {
  return ftt::the_rollup() && ftt::the_rollup()->feed({bytes, size}) ? 1 : 0;
}

const Reply* ftt_rollup_end() {
  return ftt::with_rollup([](Rollup& rollup) { return rollup.end_file(); });
}

// The file that was begun cannot be read: it is named in the report.
const Reply* ftt_rollup_leave_out(const char* reason, std::size_t size) {
  return ftt::with_rollup([&](Rollup& rollup) -> Result<std::string> {
    rollup.leave_out({reason, size});
    return std::string();
  });
}

// What was gathered until now, telework-rollup/1.
const Reply* ftt_rollup_partial() {
  return ftt::with_rollup([](const Rollup& rollup) { return rollup.partial(); });
}

// A sheet, or the report before, by its name: actuals, headcount, timeCodes, previous.
const Reply* ftt_rollup_beside(const char* which, std::size_t which_size, const char* bytes, std::size_t size) {
  return ftt::with_rollup([&](Rollup& rollup) { return rollup.beside({which, which_size}, {bytes, size}); });
}

// Forgets all of those.
const Reply* ftt_rollup_alone() {
  return ftt::with_rollup([](Rollup& rollup) -> Result<std::string> {
    rollup.forget_beside();
    return std::string();
  });
}

// Makes the report of what was gathered, for "ohrm" or "circulation".
const Reply* ftt_rollup_make(const char* edition, std::size_t edition_size, const char* today, std::size_t today_size,
                             const char* configuration, std::size_t configuration_size) {
  return ftt::with_rollup([&](Rollup& rollup) {
    return rollup.make({edition, edition_size}, {today, today_size}, {configuration, configuration_size});
  });
}

// The report as a screen shows it (report_shown.h).
const Reply* ftt_rollup_shown(std::uint32_t rows_of_a_page) {
  return ftt::with_report(
      [&](const ftt::report::Report& made) -> Result<std::string> { return shown_report(made, rows_of_a_page); });
}

const Reply* ftt_rollup_rows(const char* table, std::size_t size, std::uint32_t first, std::uint32_t count) {
  return ftt::with_report([&](const ftt::report::Report& made) {
    return shown_rows(made, {table, size}, first, count);
  });
}

// The report as a file: "html", "xlsx", "json", or "csv", which is one archive of all tables; with `is_list` the files
// one by one, as JSON, for those that are text.
const Reply* ftt_rollup_files(const char* format, std::size_t size, std::uint32_t is_list) {
  return ftt::with_report([&](const ftt::report::Report& made) {
    return is_list != 0 ? ftt::text_files(made, {format, size}) : ftt::one_file(made, {format, size});
  });
}

// A sheet to be filled in, by its name: that of the actuals with a row for each arrangement and half-year.
const Reply* ftt_rollup_template(const char* which, std::size_t which_size, const char* today, std::size_t today_size,
                                 const char* configuration, std::size_t configuration_size) {
  const std::string_view name(which, which_size);
  if (name != "actuals") return ftt::reply_to(ftt::empty_sheet(name));
  return ftt::with_rollup([&](const Rollup& rollup) {
    return rollup.actuals_template({today, today_size}, {configuration, configuration_size});
  });
}

}  // extern "C"
