// Reading CSV line by line. See csv.h.
#include "rates/tools/csv.h"

#include "base/text.h"

namespace ftt {
namespace {

Error csv_error(std::string_view file, std::size_t line, std::string message) {
  return Error{ErrorCode::malformed, concat(file, ":", line), std::move(message)};
}

Result<std::vector<std::string>> read_fields(std::string_view file, std::size_t line, std::string_view text) {
  std::vector<std::string> fields(1);
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      fields.back().push_back('"');
      ++i;
    } else if (c == '"') {
      is_quoted = !is_quoted;
    } else if (c == ',' && !is_quoted) {
      fields.emplace_back();
    } else {
      fields.back().push_back(c);
    }
  }
  if (is_quoted) return csv_error(file, line, "A quote is not closed; close it on the same line.");
  return fields;
}

}  // namespace

std::string CsvTable::place(const CsvRow& row) const {
  return concat(file, ":", row.line);
}

Result<CsvTable> read_csv(std::string_view file, std::string_view text, std::span<const std::string_view> columns) {
  CsvTable table{std::string(file), {}};
  if (!is_valid_utf8(text)) return csv_error(file, 1, "The file is not UTF-8 text; save it as UTF-8.");
  std::size_t line = 0;
  while (!text.empty()) {
    ++line;
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return csv_error(file, line, "The last line does not end; add a line end.");
    const std::string_view row = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (row.find_first_of("|\r\t") != std::string_view::npos) {
      return csv_error(file, line, "A bar, a tab or a carriage return stands in the line; take it out.");
    }
    std::vector<std::string> fields = FTT_TRY(read_fields(file, line, row));
    if (fields.size() != columns.size()) {
      return csv_error(file, line, concat("The line has ", fields.size(), " fields instead of ", columns.size(), "."));
    }
    if (line > 1) {
      table.rows.push_back({line, std::move(fields)});
      continue;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (fields[i] != columns[i]) {
        return csv_error(file, line,
                         concat("Column ", i + 1, " is ", in_quotes(fields[i]), "; it has to be ", columns[i], "."));
      }
    }
  }
  if (table.rows.empty()) return csv_error(file, line, "The file holds no row.");
  return table;
}

}  // namespace ftt
