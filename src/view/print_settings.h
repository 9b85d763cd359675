// Reading the settings of a print document from JSON, as the page and the module give them: {"now": "…"}.
//
// Every member may be left out. Does not: say what a setting does (print_document.h does).
#pragma once

#include <string_view>

#include "base/result.h"
#include "view/print_document.h"

namespace ftt {

/// Errors: all of read_json; wrong_type, unknown_choice (a member that there is none of), each with its place.
Result<PrintSettings> read_print_settings(std::string_view json);

}  // namespace ftt
