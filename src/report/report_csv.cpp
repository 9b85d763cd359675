// A report as files of CSV (RFC 4180).
#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/markup.h"
#include "report/report_file.h"
#include "report/report_notes.h"
#include "report/words.h"

namespace ftt::report {
namespace {

// A number as files hold it: an optional minus, digits, at most one point between digits.
bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto are_digits = [](std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
  };
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return are_digits(text);
  return are_digits(text.substr(0, point)) && are_digits(text.substr(point + 1));
}

// Whether a spreadsheet might take it for a formula: = + - @, also in full width, a tab or a line end at its front.
bool looks_like_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 11> beginnings = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                           "\n", "＝", "＋", "－", "＠"};
  return !is_decimal(text) && std::any_of(beginnings.begin(), beginnings.end(),
                                          [&](std::string_view beginning) { return text.starts_with(beginning); });
}

}  // namespace

void append_csv_field(std::string& out, std::string_view field) {
  const std::string text = looks_like_a_formula(field) ? concat("'", clean(field)) : clean(field);
  if (text.find_first_of(",;\"\t\n") == std::string::npos && trim(text) == text) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

namespace {

class Lines {
 public:
  void field(std::string_view text) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    append_csv_field(out_, text);
  }
  void end_line() {
    out_ += "\r\n";
    is_first_ = true;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_ = "\xEF\xBB\xBF";
  bool is_first_ = true;
};

std::string csv_of(const Table& table) {
  Lines lines;
  for (const Column& column : table.columns) lines.field(column.id);
  lines.end_line();
  for (const Row& row : table.rows) {
    for (const Cell& cell : row.cells) lines.field(to_plain(cell));
    lines.end_line();
  }
  return lines.take();
}

}  // namespace

std::vector<ReportFile> report_csv(const Report& report) {
  Lines notes;
  notes.field("note");
  notes.field("text");
  notes.end_line();
  for (const Note& note : notes_of(report)) {
    notes.field(note.label);
    notes.field(note.text);
    notes.end_line();
  }
  std::vector<ReportFile> files = {{"notes.csv", notes.take()}};
  for (const Table& table : report.tables) files.push_back({concat(table.id, ".csv"), csv_of(table)});
  return files;
}

}  // namespace ftt::report
