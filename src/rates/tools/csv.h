// CSV as the rate tables in assets/rates are written: a header line, quotes where a field holds a comma or a quote.
// Does not guess: a missing column or a ragged line is an error with file and line.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ftt {

struct CsvRow {
  std::size_t line = 0;  // in the file, from 1
  std::vector<std::string> fields;
};

struct CsvTable {
  std::string file;
  std::vector<CsvRow> rows;

  // "gs_base_pay.csv:12"
  std::string place(const CsvRow& row) const;
};

// The rows of a file whose header is exactly `columns`. Errors: `where` is "file:line".
Result<CsvTable> read_csv(std::string_view file, std::string_view text, std::span<const std::string_view> columns);

}  // namespace ftt
