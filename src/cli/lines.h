// evaluate --ndjson: one packet a line in, one answer a line out, as they come.
//
// An answer begins with the number of its line and the packet's id: {"line": 17, "id": "…", "worksheet": …}; a line
// that is no packet gives {"line": 17, "error": {"code": "…", "message": "…"}} and costs itself alone. Blank lines
// count and give nothing. Holds a few lines at a time, however long the file, and no line over what a packet may have.
// Any number of threads gives the same bytes.
//
// Does not: say what is wrong with a packet on standard error; the answers do.
#pragma once

#include <string_view>

#include "cli/use.h"

namespace ftt::cli {

// Exit: good, packet_has_problems where a line was no packet, bad_use where the file cannot be read.
Outcome evaluate_lines(std::string_view file, const FileUse& use, const Environment& environment);

}  // namespace ftt::cli
