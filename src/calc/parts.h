// The parts of the calculation, and the small tools that build a line with its trail. Inside of calc alone.
//
// The lines of a worksheet are reserved before the first one is added, so that a line can be referred to while later
// ones are added.
//
// Does not round: each part names its one rounding.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/ratio.h"
#include "calc/calculate.h"

namespace ftt::calc_detail {

inline constexpr std::string_view to_the_cent = "to the cent, half away from zero";
inline constexpr std::string_view to_the_dollar = "to the dollar, half away from zero";
inline constexpr std::string_view to_two_places = "to two decimals, half away from zero";

// Starts a line; there is room for max_lines.
inline constexpr std::size_t max_lines = 32;
WorksheetLine& add_line(Worksheet& worksheet, std::string_view id, std::string_view item, std::string_view label,
                        Citation cite, std::string_view formula);

// What is missing, once.
void add_need(WorksheetLine& line, std::string_view id);

// An answer that goes into a line: its figure with its origin, or a need.
template <class T>
Known<T> use(WorksheetLine& line, Leaf leaf, const Known<T>& answer) {
  const LeafInfo& asked = info(leaf);
  if (answer.is_missing()) {
    line.inputs.push_back({asked.id, asked.item, asked.field_label, Figure(), Origin::answered});
    add_need(line, asked.id);
  } else {
    const Origin origin = answer.is_assumed() ? Origin::assumed : Origin::answered;
    line.inputs.push_back({asked.id, asked.item, asked.field_label, Figure(answer.value()), origin});
  }
  return answer;
}

// Another line that goes into a line: its figure, or everything that it needs itself.
std::optional<Money> use_money(WorksheetLine& line, const WorksheetLine& source);

struct PartD {
  const WorksheetLine& requested;   // D3
  const WorksheetLine& agency;      // D4
  const WorksheetLine& difference;  // D5
};
PartD calculate_part_d(Worksheet& worksheet, const FoundRates& found, const Answers& answers);

struct PartE {
  std::array<const WorksheetLine*, 4> trip_costs;  // E9 in each reading
  const WorksheetLine& trip_cost;                  // E9 in use
  const WorksheetLine& annual;                     // E11
};
PartE calculate_part_e(Worksheet& worksheet, const FoundRates& found, const Answers& answers,
                       const CalcSettings& settings);

const WorksheetLine& calculate_part_f(Worksheet& worksheet, const Answers& answers);

struct PartG {
  const WorksheetLine& overall;            // G1
  const WorksheetLine& net_annual_change;  // D5 + G1
};
PartG calculate_part_g(Worksheet& worksheet, const PartD& d, const PartE& e, const WorksheetLine& additional,
                       const CalcSettings& settings);

// The readings ledger, the verdict and whether a justification is required.
void compare_readings(Worksheet& worksheet, const PartD& d, const PartE& e, const WorksheetLine& additional,
                      const PartG& g, const Answers& answers);

BreakEven break_even_of(std::optional<Money> difference, std::optional<Money> additional,
                        std::optional<Money> trip_cost);
void calculate_break_even(Worksheet& worksheet, const PartD& d, const PartE& e, const WorksheetLine& additional);

void calculate_term(Worksheet& worksheet, const PartD& d, const PartE& e, const WorksheetLine& additional,
                    const Answers& answers);

void calculate_part_h(Worksheet& worksheet, const PartG& g, const Answers& answers);

// The salaries are typed: another pay plan than the General Schedule, or one of them has been typed.
bool has_typed_salaries(const Answers& answers);

// (D5 + G1) ÷ D4 or G1 ÷ D4, as a percentage; nothing where it is beyond all measure.
std::optional<Percent> percent_of(Money above, Money agency_salary);

}  // namespace ftt::calc_detail
