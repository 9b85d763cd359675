// The files that a report is given out as: JSON, CSV, XLSX and HTML, all with the same figures.
//
// Each is a function of the report alone: the same report gives the same bytes, without a clock or a random number.
//
// Does not: write to a disk, or decide what circulates (circulation.h).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "report/table.h"

namespace ftt::report {

struct ReportFile {
  std::string name;  // "R4_offices.csv"
  std::string bytes;
};

// `telework-report/1`, one JSON object: a count is a number, yes or no a boolean, what is unknown null, and all else a
// text: amounts and percentages as plain decimals, dates as dates, "n/a" and "[c]".
std::string report_json(const Report& report);

// A file a table and one of the notes: UTF-8 with BOM, lines end with CRLF, fields stand in quotes where they must. A
// text that a spreadsheet would take for a formula has an apostrophe before it, a decimal never.
std::vector<ReportFile> report_csv(const Report& report);
// One field of such a file.
void append_csv_field(std::string& out, std::string_view field);

// How many rows a sheet holds below its header.
inline constexpr std::size_t most_rows_of_a_sheet = 1'048'575;
// One workbook: a sheet of notes and a sheet a table (or more, where it has more rows), each with one header row; texts
// as texts, figures as figures; no formula, no merged and no empty cell. Errors: limit_exceeded above 4 GiB.
Result<std::string> report_xlsx(const Report& report, std::size_t rows_of_a_sheet = most_rows_of_a_sheet);

// One page that reads without scripts and prints on Letter: every table, and pictures of those that have one.
std::string report_html(const Report& report);

inline constexpr std::array<std::string_view, 4> report_formats = {"html", "xlsx", "csv", "json"};
// The file of one of these formats, "report.html", or of "csv" those of report_csv. Errors: unknown_choice,
// limit_exceeded.
Result<std::vector<ReportFile>> report_files(const Report& report, std::string_view format);

}  // namespace ftt::report
