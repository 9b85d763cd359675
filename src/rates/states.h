// The states, the District and the territories: postal abbreviation, name and who publishes their per diem.
// Covers the places of HRM 6040.2 Appendix A, Parts B and C. Does not hold foreign places or military post offices.
#pragma once

#include <span>
#include <string_view>

namespace ftt {

enum class PerDiemPublisher {
  gsa,  // the 48 states and the District: fiscal-year tables
  dod,  // Alaska, Hawaii, Puerto Rico, Virgin Islands, Guam, American Samoa: monthly publications
  none  // Northern Mariana Islands: not in the tables held
};

struct State {
  std::string_view abbreviation;   // "VA"
  std::string_view name;           // "Virginia"
  std::string_view county_suffix;  // what a bare county name is completed with: " County", " Parish", …
  PerDiemPublisher per_diem;
};

// All 56, by name.
std::span<const State> states();

// By abbreviation or name, whatever the case, blanks around it ignored; null when there is none.
const State* find_state(std::string_view text);

}  // namespace ftt
