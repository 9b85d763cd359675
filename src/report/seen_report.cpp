// Telling a report by its bytes. See seen_report.h.
#include "report/seen_report.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "base/text.h"
#include "report/make_report.h"
#include "report/report_file.h"
#include "report/words.h"

namespace ftt::report {
namespace {

using namespace std::string_view_literals;

bool has(std::string_view bytes, std::string_view part) {
  return bytes.find(part) != std::string_view::npos;
}

std::string_view first_line(std::string_view bytes) {
  return bytes.substr(0, std::min(bytes.find('\n'), bytes.size()));
}

// Of each table that a report can have.
const std::set<std::string, std::less<>>& first_lines_of_tables() {
  static const std::set<std::string, std::less<>> lines = [] {
    constexpr Date day = calendar_date(2026, 9, 30);
    const WorkCalendar calendar;
    const Partial nothing(fiscal_year(day), day);
    const Sheet<ActualRow> actuals{};
    const Sheet<HeadcountRow> headcount{};
    const Sheet<TimeCodeRow> time_codes{};
    std::set<std::string, std::less<>> all;
    for (const ReportFile& file :
         report_csv(make_report(nothing, {day, calendar, &nothing, &actuals, &headcount, &time_codes}))) {
      all.emplace(first_line(file.bytes));
    }
    return all;
  }();
  return lines;
}

// A ZIP archive names its first file behind 30 bytes; in ours the files are stored as they are.
bool is_archive_of_report(std::string_view bytes) {
  constexpr std::size_t before_name = 30;
  const bool is_of_tables = bytes.substr(before_name).starts_with("notes.csv") && has(bytes, "R0_known.csv");
  return is_of_tables || has(bytes, concat("<dc:title>", words::title));
}

}  // namespace

bool is_report_file(std::string_view bytes) {
  if (trim(bytes).starts_with('<')) return has(bytes, concat("<title>", words::title)) && has(bytes, "id=\"R0_known\"");
  if (bytes.starts_with("PK\x03\x04"sv)) return bytes.size() > 30 && is_archive_of_report(bytes);
  return first_lines_of_tables().contains(first_line(bytes));
}

}  // namespace ftt::report
