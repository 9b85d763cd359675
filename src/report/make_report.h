// make_report: the tables R0 to R9 of a partial, made once and last (HRM 6040.2 ¶13, OPM FAQ).
//
//   R0 what was counted   R1 approved and pending   R2 overdue   R3 not in order   R4 travel by half-year
//   R5 annual reviews   R6 official worksite   R7 cost picture   R8 compared with time codes   R9 the return of the TMO
//
// Unknown is never zero: each total of amounts carries how many it is made of and how many are unknown, and a
// difference compares the same people only.
//
// Does not: hide anything (circulation.h), or decide which copy of a packet counts (partial.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "report/cases.h"
#include "report/table.h"

namespace ftt::report {

// The whole report, for OHRM. `by.shown_as` joins offices for an edition for circulation.
Report make_report(const Partial& partial, const ReportFor& by);

// The report of an edition. For circulation what counts less than `smallest` is hidden, and smaller offices are joined.
Report make_edition(ReportEdition edition, const Partial& partial, const ReportFor& by, std::int64_t smallest);

// How many people each office counts, by its one name: whoever joins small ones needs it before the report is made.
std::map<std::string, std::int64_t> component_sizes(const Partial& partial, const ReportFor& by);

// The sheet of actual spending to be filled in: each approved arrangement in force and each half-year, amounts empty;
// guarded as every sheet that we write, in the order of offices and names.
std::string actuals_template(const Partial& partial, const ReportFor& by);

}  // namespace ftt::report
