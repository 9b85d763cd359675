// A report as a screen shows it. See report_shown.h.
#include "report/report_shown.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/json_writer.h"
#include "base/text.h"
#include "report/words.h"

namespace ftt::report {
namespace {

// A longer text is no cell that one reads in a table; the files have the whole of it.
constexpr std::size_t most_letters = 300;

std::string shown_cell(const Cell& cell) {
  std::string text = to_display(cell);
  const std::string_view begin = first_code_points(text, most_letters);
  return begin.size() == text.size() ? text : concat(begin, words::cut);
}

// More bars are no picture that one takes in.
constexpr std::size_t most_bars = 60;

void append_text(std::string& out, std::string_view name, std::string_view text) {
  append(out, out.ends_with('{') ? "" : ",", "\"", name, "\":");
  append_json_string(out, text);
}

template <class Items, class Write>
void append_list(std::string& out, std::string_view name, const Items& items, const Write& write) {
  append(out, ",\"", name, "\":[");
  for (const auto& item : items) {
    if (!out.ends_with('[')) out += ',';
    write(item);
  }
  out += ']';
}

bool is_figure(CellKind kind) {
  return kind == CellKind::count || kind == CellKind::money || kind == CellKind::percent;
}

void append_rows(std::string& out, const Table& table, std::size_t first, std::size_t count) {
  const std::size_t begin = std::min(first, table.rows.size());
  const std::size_t end = begin + std::min(count, table.rows.size() - begin);
  append(out, ",\"first\":", begin, ",\"rows\":[");
  for (std::size_t i = begin; i < end; ++i) {
    const Row& row = table.rows[i];
    append(out, i == begin ? "{" : ",{");
    append_text(out, "id", row.id);
    append(out, ",\"is_total\":", row.is_total ? "true" : "false", ",\"cells\":[");
    for (const Cell& cell : row.cells) {
      if (&cell != &row.cells.front()) out += ',';
      append_json_string(out, shown_cell(cell));
    }
    out += "]}";
  }
  out += ']';
}

// What a bar is as long as; nothing where it has no value, or one that no screen can show.
std::optional<std::int64_t> length_of(const Cell& cell) {
  if (const std::int64_t* count = cell.as_count()) return *count;
  const Amount* amount = cell.as_money();
  constexpr Wide most = INT64_MAX / 4;
  if (amount == nullptr || amount->cents() > most || amount->cents() < -most) return std::nullopt;
  return static_cast<std::int64_t>(amount->cents());
}

struct Bar {
  std::string label;
  std::string text;
  std::int64_t length = 0;
};

// Parts of a whole are one bar, which says of what it is made; what stands side by side is one bar each.
std::optional<std::vector<Bar>> bars_of_row(const Table& table, const Row& row) {
  const std::string head = shown_cell(row.cells.front());
  std::vector<Bar> bars;
  Bar whole{head, {}, 0};
  for (const std::size_t column : table.pictured) {
    const Cell& cell = row.cells[column];
    const std::optional<std::int64_t> length = length_of(cell);
    if (!length && cell.has_value()) return std::nullopt;
    const std::string& heading = table.columns[column].heading;
    bars.push_back({concat(head, ": ", heading), to_display(cell), length.value_or(0)});
    if (length == 0) continue;
    append(whole.text, whole.text.empty() ? "" : ", ", heading, " ", to_display(cell));
    whole.length += length.value_or(0);
  }
  if (!table.is_stacked) return bars;
  if (whole.text.empty()) whole.text = "0";
  return std::vector<Bar>{std::move(whole)};
}

std::vector<Bar> bars_of(const Table& table) {
  std::vector<Bar> bars;
  for (const Row& row : table.rows) {
    if (row.is_total || table.pictured.empty()) continue;
    const std::optional<std::vector<Bar>> of_row = bars_of_row(table, row);
    if (!of_row || bars.size() + of_row->size() > most_bars) return {};
    bars.insert(bars.end(), of_row->begin(), of_row->end());
  }
  return bars;
}

void append_table(std::string& out, const Report& report, const Table& table, std::size_t rows_of_a_page) {
  out += '{';
  append_text(out, "id", table.id);
  append_text(out, "title", to_display(report, table.title));
  append_text(out, "shows", to_display(report, table.shows));
  append_text(out, "paragraph", table.paragraph);
  append_list(out, "columns", table.columns, [&](const Column& column) {
    out += '{';
    append_text(out, "label", column.heading);
    append(out, ",\"is_figure\":", is_figure(column.kind) ? "true" : "false", "}");
  });
  append_list(out, "bars", bars_of(table), [&](const Bar& bar) {
    out += '{';
    append_text(out, "label", bar.label);
    append_text(out, "text", bar.text);
    append(out, ",\"length\":", bar.length, "}");
  });
  append(out, ",\"of\":", table.rows.size());
  append_rows(out, table, 0, rows_of_a_page);
  out += '}';
}

}  // namespace

std::string shown_report(const Report& report, std::size_t rows_of_a_page) {
  std::string out = "{";
  append_text(out, "title", report.title);
  append_text(out, "edition", words::id_of(report.edition));
  append_text(out, "legend", report.edition == ReportEdition::circulation ? words::hidden_legend : "");
  append_list(out, "notes", report.notes, [&](const Note& note) {
    out += '{';
    append_text(out, "label", note.label);
    append_text(out, "text", note.text);
    out += '}';
  });
  append_list(out, "tables", report.tables,
              [&](const Table& table) { append_table(out, report, table, rows_of_a_page); });
  return out + "}";
}

Result<std::string> shown_rows(const Report& report, std::string_view id, std::size_t first, std::size_t count) {
  const Table* table = find_table(report, id);
  if (table == nullptr) return Error{ErrorCode::not_found, "table", concat("There is no table ", in_quotes(id), ".")};
  std::string out = "{";
  append_text(out, "id", id);
  append_rows(out, *table, first, count);
  return out + "}";
}

}  // namespace ftt::report
