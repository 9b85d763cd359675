// The list of states and territories, and finding one. See states.h.
#include "rates/states.h"

#include <array>

#include "base/text.h"

namespace ftt {
namespace {

constexpr auto gsa = PerDiemPublisher::gsa;
constexpr auto dod = PerDiemPublisher::dod;

constexpr std::array<State, 56> all_states = {{
    {"AL", "Alabama", " County", gsa},
    {"AK", "Alaska", " Borough", dod},
    {"AS", "American Samoa", "", dod},
    {"AZ", "Arizona", " County", gsa},
    {"AR", "Arkansas", " County", gsa},
    {"CA", "California", " County", gsa},
    {"CO", "Colorado", " County", gsa},
    {"CT", "Connecticut", " County", gsa},
    {"DE", "Delaware", " County", gsa},
    {"DC", "District of Columbia", "", gsa},
    {"FL", "Florida", " County", gsa},
    {"GA", "Georgia", " County", gsa},
    {"GU", "Guam", "", dod},
    {"HI", "Hawaii", " County", dod},
    {"ID", "Idaho", " County", gsa},
    {"IL", "Illinois", " County", gsa},
    {"IN", "Indiana", " County", gsa},
    {"IA", "Iowa", " County", gsa},
    {"KS", "Kansas", " County", gsa},
    {"KY", "Kentucky", " County", gsa},
    {"LA", "Louisiana", " Parish", gsa},
    {"ME", "Maine", " County", gsa},
    {"MD", "Maryland", " County", gsa},
    {"MA", "Massachusetts", " County", gsa},
    {"MI", "Michigan", " County", gsa},
    {"MN", "Minnesota", " County", gsa},
    {"MS", "Mississippi", " County", gsa},
    {"MO", "Missouri", " County", gsa},
    {"MT", "Montana", " County", gsa},
    {"NE", "Nebraska", " County", gsa},
    {"NV", "Nevada", " County", gsa},
    {"NH", "New Hampshire", " County", gsa},
    {"NJ", "New Jersey", " County", gsa},
    {"NM", "New Mexico", " County", gsa},
    {"NY", "New York", " County", gsa},
    {"NC", "North Carolina", " County", gsa},
    {"ND", "North Dakota", " County", gsa},
    {"MP", "Northern Mariana Islands", "", PerDiemPublisher::none},
    {"OH", "Ohio", " County", gsa},
    {"OK", "Oklahoma", " County", gsa},
    {"OR", "Oregon", " County", gsa},
    {"PA", "Pennsylvania", " County", gsa},
    {"PR", "Puerto Rico", " Municipio", dod},
    {"RI", "Rhode Island", " County", gsa},
    {"SC", "South Carolina", " County", gsa},
    {"SD", "South Dakota", " County", gsa},
    {"TN", "Tennessee", " County", gsa},
    {"TX", "Texas", " County", gsa},
    {"UT", "Utah", " County", gsa},
    {"VT", "Vermont", " County", gsa},
    {"VI", "Virgin Islands", "", dod},
    {"VA", "Virginia", " County", gsa},
    {"WA", "Washington", " County", gsa},
    {"WV", "West Virginia", " County", gsa},
    {"WI", "Wisconsin", " County", gsa},
    {"WY", "Wyoming", " County", gsa},
}};

// What people also write.
struct OtherName {
  std::string_view name;
  std::string_view abbreviation;
};
constexpr std::array<OtherName, 6> other_names = {{
    {"Washington, DC", "DC"},
    {"Washington DC", "DC"},
    {"D.C.", "DC"},
    {"U.S. Virgin Islands", "VI"},
    {"US Virgin Islands", "VI"},
    {"Commonwealth of the Northern Mariana Islands", "MP"},
}};

}  // namespace

std::span<const State> states() {
  return all_states;
}

const State* find_state(std::string_view text) {
  text = trim(text);
  for (const State& state : all_states) {
    // No name is as short as an abbreviation.
    if (equal_ignoring_ascii_case(text, text.size() == 2 ? state.abbreviation : state.name)) return &state;
  }
  for (const OtherName& other : other_names) {
    if (equal_ignoring_ascii_case(text, other.name)) return find_state(other.abbreviation);
  }
  return nullptr;
}

}  // namespace ftt
