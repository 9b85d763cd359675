// The picture of a table as inline SVG: one bar or more a row, each with its figure beside it, so that nothing is told
// by the drawing alone. Its table stands below it.
//
// A row whose figure is hidden or unknown has the word in place of a bar. Works in whole numbers. Does not use scripts,
// styles or fonts of its own.
#pragma once

#include <string>

#include "report/table.h"

namespace ftt::report {

// The figure with the table's sentence as its caption; empty where the table has no picture or no rows.
std::string picture_of(const Report& report, const Table& table);

}  // namespace ftt::report
