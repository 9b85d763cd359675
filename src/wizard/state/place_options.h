// The places that the tables suggest for a text, as the options of a field.
//
// Does not read a place (form/place.h does).
#pragma once

#include <string_view>
#include <vector>

#include "rates/rates.h"
#include "view/node.h"

namespace ftt {

// The suggestions as options; an option's value is unique among them.
std::vector<Option> place_options(const PlaceSuggestions&);
// What an option of place_options stands for; null where `value` is none of them.
const PlaceSuggestion* find_suggestion(const PlaceSuggestions&, std::string_view value);

}  // namespace ftt
