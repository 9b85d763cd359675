// Cells out of bytes. See csv_reader.h.
#include "report/csv_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"

namespace ftt::report {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::optional<Error> refuse_bytes(std::string_view bytes, std::size_t largest) {
  if (bytes.size() > largest) {
    return Error{ErrorCode::limit_exceeded, "",
                 concat("The sheet has ", with_thousands_commas(static_cast<long long>(bytes.size())),
                        " bytes; at most ", with_thousands_commas(static_cast<long long>(largest)), " are read.")};
  }
  const std::string_view start = bytes.substr(0, 4);
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF") || start.find('\0') != std::string_view::npos) {
    return Error{ErrorCode::wrong_encoding, "",
                 "The sheet is in UTF-16; save it as \"CSV UTF-8 (comma delimited)\" and give it again."};
  }
  if (start.starts_with("PK")) {
    return Error{ErrorCode::wrong_format, "",
                 "This is a workbook; save the sheet as \"CSV UTF-8 (comma delimited)\" and give that file."};
  }
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bad), '\n') + 1;
    return Error{ErrorCode::wrong_encoding, concat("line ", line),
                 "A letter here is not UTF-8; save the sheet as \"CSV UTF-8 (comma delimited)\" and give it again."};
  }
  return std::nullopt;
}

// The mark that our own files set before a text that a spreadsheet would take for a formula.
std::string without_guard(std::string cell) {
  constexpr std::array<std::string_view, 11> guarded = {"'=",  "'+",  "'-",  "'@",  "'\t", "'\r",
                                                        "'\n", "'＝", "'＋", "'－", "'＠"};
  const bool is_guarded = std::any_of(guarded.begin(), guarded.end(),
                                      [&](std::string_view beginning) { return cell.starts_with(beginning); });
  return is_guarded ? cell.substr(1) : std::move(cell);
}

class Reader {
 public:
  explicit Reader(std::string_view rest) : rest_(rest) {}

  bool is_at_end() const { return rest_.empty(); }
  std::size_t line() const { return line_; }

  // The cells up to the line end. Errors: malformed, with the line; truncated.
  Result<CsvLine> row() {
    CsvLine row{line_, {}};
    std::optional<Error> wrong;
    while (true) {
      std::string cell;
      if (rest_.starts_with('"')) {
        if (!quoted(cell)) {
          return Error{ErrorCode::truncated, concat("line ", row.line),
                       "A quotation mark here is never closed; close it, or take it out."};
        }
        const std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
        if (!trim(rest_.substr(0, end)).empty() && !wrong) {
          wrong = Error{ErrorCode::malformed, concat("line ", row.line),
                        "Text follows a closing quotation mark; write a quotation mark within a cell twice."};
        }
        rest_.remove_prefix(end);
      } else {
        const std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
        cell = rest_.substr(0, end);
        if (cell.ends_with('\r')) cell.pop_back();
        rest_.remove_prefix(end);
      }
      row.cells.push_back(without_guard(std::move(cell)));
      const bool goes_on = rest_.starts_with(',');
      if (!rest_.empty()) {
        if (!goes_on) ++line_;
        rest_.remove_prefix(1);
      }
      if (!goes_on) break;
    }
    if (wrong) return *std::move(wrong);
    return row;
  }

 private:
  bool quoted(std::string& cell) {
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"' && !rest_.starts_with('"')) return true;
      if (c == '"') rest_.remove_prefix(1);
      if (c == '\n') ++line_;
      cell += c;
    }
    return false;
  }

  std::string_view rest_;
  std::size_t line_ = 1;
};

bool is_blank(const CsvLine& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return trim(cell).empty(); });
}

std::string joined(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) append(text, &cell == &cells.front() ? "" : ",", trim(cell));
  return text;
}

Error other_header(const std::string& found, std::string_view header) {
  std::string why;
  const std::size_t columns = split(header, ',').size();
  for (const auto& [mark, name] : {std::pair(';', "semicolons"), std::pair('\t', "tabs")}) {
    if (split(found, mark).size() == columns) {
      why = concat(" The cells are separated by ", name, "; save the sheet with commas between them.");
    }
  }
  return {ErrorCode::wrong_format, "line 1",
          concat("The first line is ", in_quotes(found), "; it has to be exactly ", header, ".", why)};
}

}  // namespace

Result<CsvFile> read_csv(std::string_view bytes, std::string_view header, std::size_t largest) {
  if (std::optional<Error> error = refuse_bytes(bytes, largest)) return *std::move(error);
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (trim(bytes).empty()) {
    return Error{ErrorCode::empty, "", concat("The sheet is empty; its first line is ", header, ".")};
  }
  Reader reader(bytes);
  const CsvLine first = FTT_TRY(reader.row());
  const std::string found = joined(first.cells);
  if (found != header) return other_header(found, header);
  CsvFile file;
  while (!reader.is_at_end()) {
    Result<CsvLine> row = reader.row();
    if (!row) {
      if (row.error().code == ErrorCode::truncated) return std::move(row).error();
      file.problems.push_back(std::move(row).error());
    } else if (!is_blank(*row) && row->cells.size() != first.cells.size()) {
      file.problems.push_back({ErrorCode::malformed, concat("line ", row->line),
                               concat("There are ", row->cells.size(), " cells here, and ", first.cells.size(),
                                      " in the first line; an amount with a comma in it goes without the comma, or in "
                                      "quotation marks.")});
    } else if (!is_blank(*row)) {
      file.rows.push_back(std::move(row).value());
    }
  }
  return file;
}

}  // namespace ftt::report
