// The words that the files of a report add to what its tables say, once for all of them.
//
// Does not hold what a cell says (table.h), or the texts of a table, which come with it.
#pragma once

#include <string_view>

#include "report/table.h"

namespace ftt::report::words {

// What `[c]` means; in every file of the edition for circulation.
inline constexpr std::string_view hidden_legend =
    "[c] means that a figure is not shown, so that nobody can be recognized: it counts few people, it is money of one "
    "or two people, or it would give away another one. A count of 0 is always shown as 0. In a picture, a figure that "
    "is not shown has no bar.";
inline constexpr std::string_view hidden_whole = "Tables whose figures hang together and are hidden as a whole";

// Of every report; the year comes behind it.
inline constexpr std::string_view title = "Full-time telework, fiscal year ";

inline constexpr std::string_view edition = "Edition";
constexpr std::string_view name_of(ReportEdition one) {
  return one == ReportEdition::ohrm ? "For OHRM: with names and cases" : "For circulation: without names and cases";
}
// Under which a file is filed: "ohrm".
constexpr std::string_view id_of(ReportEdition one) {
  return one == ReportEdition::ohrm ? "ohrm" : "circulation";
}

inline constexpr std::string_view notes = "Notes";
inline constexpr std::string_view note = "Note";
inline constexpr std::string_view text = "Text";
inline constexpr std::string_view legend = "Legend";
inline constexpr std::string_view report = "Report";
inline constexpr std::string_view tables = "Tables";
inline constexpr std::string_view shows = "What it shows";
inline constexpr std::string_view paragraph = "What it is for";
inline constexpr std::string_view picture = "Picture of the table below, ";
inline constexpr std::string_view picture_rows = ": rows ";
inline constexpr std::string_view picture_to = " to ";
// Before a paragraph that a table is for.
inline constexpr std::string_view see = "See ";
// Of a table that is too wide for the paper: ", part 1 of 2".
inline constexpr std::string_view part = ", part ";
inline constexpr std::string_view part_of = " of ";
inline constexpr std::string_view no_rows = "There is nothing to show.";
inline constexpr std::string_view cut = " … (cut)";

}  // namespace ftt::report::words
