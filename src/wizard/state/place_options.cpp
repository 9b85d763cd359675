// Options from suggestions, and back. See place_options.h.
#include "wizard/state/place_options.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"

namespace ftt {
namespace {

std::string option_value(const PlaceSuggestion& place) {
  return concat(place.city, '|', place.county, '|', place.state, '|', place.zip);
}

}  // namespace

std::vector<Option> place_options(const PlaceSuggestions& suggestions) {
  std::vector<Option> options;
  for (const PlaceSuggestion& place : suggestions.places) {
    std::string value = option_value(place);
    const bool is_known =
        std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.value == value; });
    if (!is_known) options.push_back({std::move(value), place.label, {}});
  }
  return options;
}

const PlaceSuggestion* find_suggestion(const PlaceSuggestions& suggestions, std::string_view value) {
  for (const PlaceSuggestion& place : suggestions.places) {
    if (option_value(place) == value) return &place;
  }
  return nullptr;
}

}  // namespace ftt
