// Whether bytes are a report that this tool gave out, so that one among the packets is named as what it is.
//
// Goes by what report_file.h writes: the title of a page and a workbook, the first line of a table. What another
// program has written anew, as a workbook that was saved again, is not known by it.
//
// Does not: read a report, or know one in JSON (partial.h).
#pragma once

#include <string_view>

namespace ftt::report {

// A page, a workbook, a table as CSV, or all of its tables in one archive.
bool is_report_file(std::string_view bytes);

}  // namespace ftt::report
