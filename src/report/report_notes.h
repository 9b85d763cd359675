// What a report says about itself, in two columns: its title and edition, its notes, the legend, and each table's
// texts. CSV and XLSX have it as a table of its own.
#pragma once

#include <string>
#include <vector>

#include "report/table.h"

namespace ftt::report {

// Label and text are never empty.
std::vector<Note> notes_of(const Report& report);

}  // namespace ftt::report
