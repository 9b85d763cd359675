// shown_report: the report on many packets as far as a screen needs it: what was chosen, how far the reading is, and of
// each table the rows that are shown (¶13). The page has the files read and the report made (report/report_shown.h).
//
// Does not read files or make tables, and is kept nowhere: it is gone with the page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/result.h"

namespace ftt {

// `chosen`: something was chosen, or taken out again, and nothing is being done.
enum class ReportMaking : std::uint8_t { none, chosen, reading, making, done, canceled, failed };

struct ShownColumn {
  std::string label;
  bool is_figure = false;
};

struct ShownRow {
  std::string id;
  std::vector<std::string> cells;
  bool is_total = false;
};

struct ShownBar {
  std::string label;
  std::string text;
  std::int64_t length = 0;
};

struct ShownTable {
  std::string id;
  std::string title;
  std::string shows;
  std::string paragraph;
  std::vector<ShownColumn> columns;
  std::vector<ShownBar> bars;
  std::size_t total = 0;  // rows of the whole table
  std::size_t first = 0;  // of those that are here
  std::vector<ShownRow> rows;
};

struct ShownNote {
  std::string label;
  std::string text;
};

struct ShownReport {
  std::string title;
  std::string edition;
  std::string legend;
  std::vector<ShownNote> notes;
  std::vector<ShownTable> tables;
};

inline constexpr std::size_t report_page = 25;  // rows

// A file beside the packets: its name in what the page tells, its field, and what it is.
struct ReportSheet {
  std::string_view name;
  std::string_view field;
  std::string_view label;
  std::string_view hint;
  bool has_template;
};
std::span<const ReportSheet> report_sheets();

inline constexpr std::string_view report_day_field = "report.today";
inline constexpr std::string_view report_year_field = "report.year";

struct ReportOnMany {
  ReportMaking making = ReportMaking::none;
  std::size_t files = 0;                                     // that were chosen
  std::map<std::string, std::string, std::less<>> sheets{};  // by its name, the file that was chosen
  std::map<std::string, std::string, std::less<>> texts{};   // what is typed of the day and the year, by field
  std::string edition = "ohrm";
  std::size_t total = 0;                // that are to be read
  std::size_t read = 0;                 // of them, until now
  std::size_t percent = 0;              // of them, a part of a file counting as that
  std::string failure;                  // why there is no report
  std::vector<std::string> problems{};  // of the sheets
  std::optional<ShownReport> made{};
  bool is_outdated = false;  // something was changed since it was asked for

  bool is_busy() const { return making == ReportMaking::reading || making == ReportMaking::making; }
};

// The day and the fiscal year as they were typed; what is empty is today, and the year of the day. Errors: of what is
// typed, with the mend.
Result<Date> report_day(const ReportOnMany&, Date today);
Result<FiscalYear> report_year(const ReportOnMany&, Date today);

// Takes what the page tells:
//   {"state":"chosen","files":480,"sheets":{"actuals":"spent.csv"}}
//   {"state":"reading","of":480,"read":120,"percent":31}
//   {"state":"making"}   {"state":"ready"}   {"state":"canceled"}   {"state":"failed","message":"…"}
//   {"state":"done","made":{"problems":[{"sheet","where","message"}],"report":{…}}}     {"state":"rows","rows":{…}}
// `reading` ends the report that was there. `ready`: what was read was for a sheet alone. Errors: of read_json,
// wrong_type, unknown_choice, not_found for rows of a table that is not there; nothing has changed then.
Result<Unit> take_report(ReportOnMany&, std::string_view json);

// The row that its page begins with after turning on, or back; nothing where there is none.
std::optional<std::size_t> report_page_after(const ReportOnMany&, std::string_view table, bool is_on);

}  // namespace ftt
