// What the page tells of the report on many packets. See shown_report.h.
#include "wizard/state/shown_report.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/count.h"
#include "base/date.h"
#include "base/text.h"
#include "wizard/state/told_of_files.h"

namespace ftt {
namespace {

constexpr auto sheets = std::to_array<ReportSheet>({
    {"actuals", "report.actuals", "Travel spending", "A CSV file with what was spent in each half-year (¶13b).", true},
    {"headcount", "report.headcount", "Headcount", "A CSV file with employees, eligible employees and goals by office.",
     true},
    {"timeCodes", "report.timeCodes", "Time codes", "A CSV file with how many charged code 93 in a pay period.", true},
    {"previous", "report.previous", "The last report", "What was saved as “for merging” then. It shows what changed.",
     false},
});

std::int64_t number_in(const Json& json, std::string_view name) {
  const Json* value = json.find(name);
  return value == nullptr ? 0 : value->as_integer().value_or(0);
}

bool is_so(const Json& json, std::string_view name) {
  const Json* value = json.find(name);
  return value != nullptr && value->as_boolean().value_or(false);
}

// Each of a list, read in one way; a member that is no list has none.
template <class Item, class Read>
std::vector<Item> list_in(const Json& json, std::string_view name, Read read) {
  std::vector<Item> items;
  const Json* list = json.find(name);
  if (list == nullptr || !list->is_array()) return items;
  for (const Json& one : *list->as_array()) items.push_back(read(one));
  return items;
}

std::string words_in(const Json& json) {
  const std::string* text = json.as_string();
  return text == nullptr ? std::string() : *text;
}

std::vector<ShownRow> rows_in(const Json& json) {
  return list_in<ShownRow>(json, "rows", [](const Json& row) {
    return ShownRow{row.text_or_empty("id"), list_in<std::string>(row, "cells", words_in), is_so(row, "is_total")};
  });
}

ShownTable table_in(const Json& json) {
  ShownTable table{json.text_or_empty("id"),
                   json.text_or_empty("title"),
                   json.text_or_empty("shows"),
                   json.text_or_empty("paragraph"),
                   {},
                   {},
                   count_told(json, "of"),
                   count_told(json, "first"),
                   rows_in(json)};
  table.columns = list_in<ShownColumn>(json, "columns", [](const Json& column) {
    return ShownColumn{column.text_or_empty("label"), is_so(column, "is_figure")};
  });
  table.bars = list_in<ShownBar>(json, "bars", [](const Json& bar) {
    return ShownBar{bar.text_or_empty("label"), bar.text_or_empty("text"), number_in(bar, "length")};
  });
  return table;
}

Error no_such(std::string_view member, std::string_view what) {
  return {ErrorCode::wrong_type, std::string(member), concat("This must be ", what, ".")};
}

// A row of other than its columns' number would have no place on the screen.
Result<Unit> fits(const std::vector<ShownRow>& rows, std::size_t columns) {
  for (const ShownRow& row : rows) {
    if (row.cells.size() != columns) return no_such("rows", "a list of rows with a cell for each column");
  }
  return Unit{};
}

Result<ShownReport> report_in(const Json& json) {
  const Json* written = json.find("report");
  if (written == nullptr || !written->is_object()) return no_such("report", "the report");
  ShownReport report{
      written->text_or_empty("title"), written->text_or_empty("edition"), written->text_or_empty("legend"), {}, {}};
  report.notes = list_in<ShownNote>(*written, "notes", [](const Json& note) {
    return ShownNote{note.text_or_empty("label"), note.text_or_empty("text")};
  });
  report.tables = list_in<ShownTable>(*written, "tables", table_in);
  for (const ShownTable& table : report.tables) FTT_TRY(fits(table.rows, table.columns.size()));
  return report;
}

std::string problem_in(const Json& json) {
  const std::string name = json.text_or_empty("sheet"), where = json.text_or_empty("where");
  const auto sheet = std::find_if(sheets.begin(), sheets.end(), [&](const auto& one) { return one.name == name; });
  return concat(sheet == sheets.end() ? std::string_view(name) : sheet->label, where.empty() ? "" : ", ", where, ": ",
                json.text_or_empty("message"));
}

Result<Unit> take_made(ReportOnMany& many, const Json& told) {
  const Json* made = told.find("made");
  if (made == nullptr || !made->is_object()) return no_such("made", "what was made");
  ShownReport report = FTT_TRY(report_in(*made));
  many.problems = list_in<std::string>(*made, "problems", problem_in);
  many.made = std::move(report);
  many.making = ReportMaking::done;
  return Unit{};
}

Result<Unit> take_rows(ReportOnMany& many, const Json& told) {
  const Json* page = told.find("rows");
  if (page == nullptr || !page->is_object()) return no_such("rows", "rows of a table");
  const std::string id = page->text_or_empty("id");
  if (many.made) {
    for (ShownTable& table : many.made->tables) {
      if (table.id != id) continue;
      std::vector<ShownRow> rows = rows_in(*page);
      FTT_TRY(fits(rows, table.columns.size()));
      table.rows = std::move(rows);
      table.first = count_told(*page, "first");
      return Unit{};
    }
  }
  return Error{ErrorCode::not_found, "rows.id", "There is no such table in the report."};
}

void take_chosen(ReportOnMany& many, const Json& told) {
  many.files = count_told(told, "files");
  many.sheets.clear();
  const Json* named = told.find("sheets");
  for (const ReportSheet& sheet : sheets) {
    const std::string* file = named == nullptr || !named->is_object() ? nullptr : named->find_string(sheet.name);
    if (file != nullptr) many.sheets.emplace(sheet.name, *file);
  }
  many.is_outdated = many.made.has_value();
  many.failure.clear();
  many.making = ReportMaking::chosen;
}

}  // namespace

std::span<const ReportSheet> report_sheets() {
  return sheets;
}

Result<Date> report_day(const ReportOnMany& many, Date today) {
  const auto typed = many.texts.find(report_day_field);
  if (typed == many.texts.end() || trim(typed->second).empty()) return today;
  const Result<Date> day = parse_date(typed->second);
  if (day) return *day;
  return Error{day.error().code, std::string(report_day_field), day.error().message};
}

Result<FiscalYear> report_year(const ReportOnMany& many, Date today) {
  const auto typed = many.texts.find(report_year_field);
  if (typed == many.texts.end() || trim(typed->second).empty()) {
    return fiscal_year(FTT_TRY(report_day(many, today)));
  }
  const Result<Count> year = parse_count(typed->second, first_input_year, last_input_year);
  if (year) return FiscalYear(static_cast<int>(year->value()));
  return Error{ErrorCode::malformed, std::string(report_year_field),
               concat("Type a year from ", first_input_year, " to ", last_input_year, ".")};
}

Result<Unit> take_report(ReportOnMany& many, std::string_view json) {
  const Json told = FTT_TRY(read_told_of_files(json));
  if (!told.is_object()) return no_such({}, "what was found of the packets");
  const std::string state = told.text_or_empty("state");
  if (state == "done") return take_made(many, told);
  if (state == "rows") return take_rows(many, told);
  if (state == "chosen") {
    take_chosen(many, told);
  } else if (state == "reading") {
    many.total = count_told(told, "of");
    many.read = count_told(told, "read");
    many.percent = count_told(told, "percent");
    many.making = ReportMaking::reading;
    many.made.reset();  // who made it makes another one
  } else if (state == "making") {
    many.making = ReportMaking::making;
  } else if (state == "ready") {
    many.making = many.made ? ReportMaking::done : ReportMaking::none;
  } else if (state == "canceled") {
    many.making = ReportMaking::canceled;
  } else if (state == "failed") {
    many.failure = told.text_or_empty("message");
    many.making = ReportMaking::failed;
    many.is_outdated = many.made.has_value();
  } else {
    return Error{ErrorCode::unknown_choice, "state",
                 "This must be chosen, reading, making, ready, done, rows, canceled or failed."};
  }
  return Unit{};
}

std::optional<std::size_t> report_page_after(const ReportOnMany& many, std::string_view id, bool is_on) {
  if (!many.made) return std::nullopt;
  for (const ShownTable& table : many.made->tables) {
    if (table.id != id) continue;
    if (!is_on && table.first > 0) return table.first - std::min(table.first, report_page);
    if (is_on && table.first + report_page < table.total) return table.first + report_page;
  }
  return std::nullopt;
}

}  // namespace ftt
