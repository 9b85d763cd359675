// What stands in a table of a report, for tests that name tables, rows and columns by their ids.
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/text.h"
#include "report/table.h"

namespace ftt::report::test {

// "1", "5.00", "unknown": what stands there; row by its id.
inline std::string at(const Report& report, std::string_view table_id, std::string_view row_id,
                      std::string_view column_id) {
  const Table* table = find_table(report, table_id);
  REQUIRE_MESSAGE(table != nullptr, table_id);
  for (std::size_t column = 0; column < table->columns.size(); ++column) {
    if (table->columns[column].id != column_id) continue;
    for (const Row& row : table->rows) {
      if (row.id == row_id) return to_plain(row.cells[column]);
    }
    return "(no such row)";
  }
  return "(no such column)";
}

inline std::string total(const Report& report, std::string_view table, std::string_view column) {
  return at(report, table, "total", column);
}

// The named cells of each row, "a | b; ".
inline std::string rows(const Report& report, std::string_view table_id,
                        std::initializer_list<std::string_view> columns) {
  const Table* table = find_table(report, table_id);
  REQUIRE_MESSAGE(table != nullptr, table_id);
  std::string text;
  for (const Row& row : table->rows) {
    std::string line;
    for (const std::string_view id : columns) {
      for (std::size_t i = 0; i < table->columns.size(); ++i) {
        if (table->columns[i].id == id) append(line, line.empty() ? "" : " | ", to_plain(row.cells[i]));
      }
    }
    append(text, line, "; ");
  }
  return text;
}

}  // namespace ftt::report::test
