// The parts of the calculation, and the small tools that build a line with its trail. Inside of calc alone.
//
// A line is made whole and then added; what it is worked out from, of this part or an earlier one, is asked of the
// worksheet by its name. So no line is referred to while others are added.
//
// Does not round: each part names its one rounding.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/ratio.h"
#include "calc/calculate.h"

namespace ftt::calc_detail {

inline constexpr std::string_view to_the_cent = "to the cent, half away from zero";
inline constexpr std::string_view to_the_dollar = "to the dollar, half away from zero";
inline constexpr std::string_view to_two_places = "to two decimals, half away from zero";

// Adds a line that is complete. Precondition: it stands behind those that are there.
void add_line(Worksheet& worksheet, WorksheetLine line);

// What is missing, once.
template <std::size_t capacity>
void add_need(InlineList<Leaf, capacity>& needs, Leaf leaf) {
  if (std::find(needs.begin(), needs.end(), leaf) == needs.end()) needs.push_back(leaf);
}

// An answer that goes into a line: its figure with its origin, or a need.
template <class T>
Known<T> use(WorksheetLine& line, Leaf leaf, const Known<T>& answer) {
  const LeafInfo& asked = info(leaf);
  if (answer.is_missing()) {
    line.inputs.push_back({asked.id, asked.item, asked.field_label, Figure(), Origin::answered});
    add_need(line.needs, leaf);
  } else {
    const Origin origin = answer.is_assumed() ? Origin::assumed : Origin::answered;
    line.inputs.push_back({asked.id, asked.item, asked.field_label, Figure(answer.value()), origin});
  }
  return answer;
}

// Another line that goes into a line: its figure, or everything that it needs itself. Precondition: it is there.
Figure use(WorksheetLine& line, const Worksheet& worksheet, Line source);
// The same of a line of money.
std::optional<Money> use_money(WorksheetLine& line, const Worksheet& worksheet, Line source);

// Each part adds its lines.
void calculate_part_d(Worksheet& worksheet, const FoundRates& found, const Answers& answers);
void calculate_part_e(Worksheet& worksheet, const FoundRates& found, const Answers& answers);
void calculate_part_f(Worksheet& worksheet, const Answers& answers);
void calculate_part_g(Worksheet& worksheet, const CalcSettings& settings);
void calculate_break_even(Worksheet& worksheet);
void calculate_term(Worksheet& worksheet, const Answers& answers);
void calculate_part_h(Worksheet& worksheet, const Answers& answers);

// The readings ledger, the verdict and whether a justification is required, of all the lines.
void compare_readings(Worksheet& worksheet, const Answers& answers);

BreakEven break_even_of(std::optional<Money> difference, std::optional<Money> additional,
                        std::optional<Money> trip_cost);

// The salaries are typed: another pay plan than the General Schedule, or one of them has been typed.
bool has_typed_salaries(const Answers& answers);

// (D5 + G1) ÷ D4 or G1 ÷ D4, as a percentage; nothing where it is beyond all measure.
std::optional<Percent> percent_of(Money above, Money agency_salary);

}  // namespace ftt::calc_detail
