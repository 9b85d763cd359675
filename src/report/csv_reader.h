// csv_reader: lines of cells out of a file that a spreadsheet wrote (RFC 4180), with the line that each begins in.
//
// A byte order mark is taken, for spreadsheets write it; UTF-16 is refused with the mend. Cells are as they are
// written, but for the mark before what a spreadsheet would take for a formula, which is ours.
//
// Does not: know what stands in the columns.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ftt::report {

struct CsvLine {
  std::size_t line = 0;
  std::vector<std::string> cells;
};

struct CsvFile {
  std::vector<CsvLine> rows;    // behind the header; lines without anything in them are none
  std::vector<Error> problems;  // lines with another number of cells, or a quote that does not fit
};

// Errors: of the file as a whole: empty, wrong_encoding, limit_exceeded, wrong_format for another header (semicolons
// and tabs between the cells are named), truncated for a quote that is never closed.
Result<CsvFile> read_csv(std::string_view bytes, std::string_view header, std::size_t largest);

}  // namespace ftt::report
