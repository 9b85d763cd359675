// A place as people type or paste it, taken apart: "Washington DC", "Bozeman, MT 59715", "83702-1234", "Ft. Worth, TX",
// "1800 F St NW, Washington, DC 20405", "Arlington, Arlington County, VA", "Puerto Rico".
//
// Covers App. A, B2, B3 and C2, and App. D, A2 and A3. Does not write answers (place.h does).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rates/rates.h"

namespace ftt {

struct TypedPlace {
  std::string street;
  std::string city;
  std::string county;
  const State* state = nullptr;
  std::string zip;  // five digits, or empty
};

// The parts of a text; what it does not say stays empty. The tables tell where a street ends and a city begins.
TypedPlace take_apart(const Rates&, std::string_view text);

// What a text can mean in the tables: nothing where it can mean places of more than one name or state, or none that
// they know. A city in several counties is one place: its main county comes first, where most of its ZIPs are.
std::vector<PlaceSuggestion> meanings_of(const Rates&, const TypedPlace& typed);

// The counties that a city reaches into, the main one first.
std::vector<PlaceSuggestion> counties_of_city(const Rates&, std::string_view city, std::string_view state);

}  // namespace ftt
