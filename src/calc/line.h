// Line: what the form calculates, one enumerator each, in the order of the form; and what the table says of each.
//
// Made from the one table, lines.inc. Covers App. A, Parts D to H, the net annual change, the break-even and the term.
//
// Does not hold a figure (worksheet.h), nor what is answered (form/leaf.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "form/field.h"
#include "order/citation.h"

namespace ftt {

enum class Line : std::uint8_t {
#define FTT_LINE(name, ...) name,
#include "calc/lines.inc"
#undef FTT_LINE
  end_of_lines  // not a line: one past the last
};

inline constexpr std::size_t line_count = static_cast<std::size_t>(Line::end_of_lines);

constexpr std::size_t number_of(Line line) {
  return static_cast<std::size_t>(line);
}

struct LineInfo {
  Line line{};
  std::string_view id{};     // "travel_budget.trip_cost.as_worded": its name in the packet
  std::string_view item{};   // "E9"; empty where it is no line of the form
  std::string_view label{};  // the form's own item name
  Citation cite;
  std::string_view formula{};  // empty where it is looked up or typed, and where a reading has it
  std::string_view reading{};  // "as_worded": it is the line before it in this one reading; empty for all others

  // "travel_budget": the part of the form.
  constexpr std::string_view section() const { return id.substr(0, id.find('.')); }
};

// Every line, in the order of the form.
std::span<const LineInfo, line_count> lines();
const LineInfo& info(Line line);
// The line with that id; null where there is none.
const LineInfo* find_line(std::string_view id);

// "E9 Total cost per trip to agency worksite"; the label alone where it is no line of the form.
std::string name_with_item(const LineInfo& line);

// Line 9 in that reading.
constexpr Line trip_cost_line(TripCostMethod method) {
  constexpr std::array readings = {Line::travel_budget_trip_cost_as_worded, Line::travel_budget_trip_cost_per_night,
                                   Line::travel_budget_trip_cost_per_diem, Line::travel_budget_trip_cost_extras_only};
  static_assert(readings.size() == trip_cost_methods.size());
  return readings[static_cast<std::size_t>(method)];
}

// ¶11b: ending it, less so many years of going on.
struct RelocationHorizon {
  int years;
  Line line;
};
inline constexpr std::array<RelocationHorizon, 3> relocation_horizons = {
    {{1, Line::relocation_one_year}, {2, Line::relocation_two_years}, {5, Line::relocation_five_years}}};

}  // namespace ftt
