// report_shown: a report as a screen shows it: what each table is, and of a long one a page of its rows at a time,
// every cell in the words of people.
//
// A screen has no room for ten thousand rows, and nobody waits for them: they stay where the report was made.
//
// Does not: read it again (wizard/state/shown_report.h), or draw.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "report/table.h"

namespace ftt::report {

// {"title","edition","legend","notes":[{"label","text"}],"tables":[{"id","title","shows","paragraph","columns":
// [{"label","is_figure"}],"bars":[{"label","text","length"}],"of":480,"first":0,"rows":[{"id","is_total","cells"}]}]},
// of each table its first rows. `bars` are its picture, in cents or counts, where it has one that a screen can hold.
std::string shown_report(const Report& report, std::size_t rows_of_a_page);

// {"id","first","rows"}: so many rows of one table from that one on. Errors: not_found.
Result<std::string> shown_rows(const Report& report, std::string_view table, std::size_t first, std::size_t count);

}  // namespace ftt::report
