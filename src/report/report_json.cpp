// A report as JSON, written as it goes: a report of many cases is no tree in memory.
#include "base/json_writer.h"
#include "base/text.h"
#include "report/report_file.h"
#include "report/words.h"

namespace ftt::report {
namespace {

std::string_view name_of(CellKind kind) {
  switch (kind) {
    case CellKind::text:
      return "text";
    case CellKind::count:
      return "count";
    case CellKind::money:
      return "money";
    case CellKind::percent:
      return "percent";
    case CellKind::date:
      return "date";
    case CellKind::yes_no:
      return "yes_no";
  }
  return "text";
}

// Members one after another, each behind its name.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) { out_ += '{'; }
  void text(std::string_view name, std::string_view value) {
    begin(name);
    append_json_string(out_, value);
  }
  std::string& begin(std::string_view name) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    append_json_string(out_, name);
    out_ += ':';
    return out_;
  }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
  bool is_first_ = true;
};

template <class Items, class Write>
void append_list(std::string& out, const Items& items, const Write& write) {
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    out += i == 0 ? "\n" : ",\n";
    write(items[i]);
  }
  out += ']';
}

void append_cell(std::string& out, const Cell& cell) {
  if (cell.as_count() != nullptr) {
    out += to_plain(cell);
  } else if (const bool* is_so = cell.as_yes_no()) {
    out += *is_so ? "true" : "false";
  } else if (cell.state() == CellState::unknown) {
    out += "null";
  } else {
    append_json_string(out, to_plain(cell));
  }
}

void append_row(std::string& out, const Table& table, const Row& row) {
  Members members(out);
  members.text("id", row.id);
  members.begin("is_total") += row.is_total ? "true" : "false";
  members.begin("cells");
  Members cells(out);
  for (std::size_t i = 0; i < row.cells.size(); ++i) append_cell(cells.begin(table.columns[i].id), row.cells[i]);
  cells.end();
  members.end();
}

void append_table(std::string& out, const Report& report, const Table& table) {
  Members members(out);
  members.text("id", table.id);
  members.text("title", to_display(report, table.title));
  members.text("shows", to_display(report, table.shows));
  members.text("paragraph", table.paragraph);
  append_list(members.begin("columns"), table.columns, [&](const Column& column) {
    Members of(out);
    of.text("id", column.id);
    of.text("heading", column.heading);
    of.text("kind", name_of(column.kind));
    of.end();
  });
  append_list(members.begin("rows"), table.rows, [&](const Row& row) { append_row(out, table, row); });
  members.end();
}

}  // namespace

std::string report_json(const Report& report) {
  std::string out;
  Members members(out);
  members.text("format", "telework-report/1");
  members.text("title", report.title);
  members.text("edition", words::id_of(report.edition));
  if (report.edition == ReportEdition::circulation) members.text("legend", words::hidden_legend);
  append_list(members.begin("notes"), report.notes, [&](const Note& note) {
    Members of(out);
    of.text("id", note.id);
    of.text("label", note.label);
    of.text("text", note.text);
    of.end();
  });
  append_list(members.begin("tables"), report.tables, [&](const Table& table) { append_table(out, report, table); });
  members.end();
  return out + "\n";
}

}  // namespace ftt::report
