// Reads and writes places. Does not keep what is being typed (session.cpp does).
#include "view/place.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "form/field.h"

namespace ftt {
namespace {

struct NamedPlace {
  std::string_view id;
  PlaceLeaves leaves;
};
constexpr std::array<NamedPlace, 3> places = {{{"employee.current_worksite", current_worksite},
                                               {"employee.requested_worksite", requested_worksite},
                                               {"position.agency_worksite", agency_worksite}}};

constexpr std::size_t suggestions_that_decide = 12;

void append_part(std::string& text, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += ", ";
  text += part;
}

std::string option_value(const PlaceSuggestion& place) {
  return concat(place.city, '|', place.county, '|', place.state, '|', place.zip);
}

// Suggestions that differ in their ZIP or spelling alone decide alike: pay and per diem hang on county and city.
bool all_mean_the_same(const std::vector<PlaceSuggestion>& suggested) {
  return std::all_of(suggested.begin(), suggested.end(), [&](const PlaceSuggestion& place) {
    return place.county == suggested.front().county && place.state == suggested.front().state &&
           place.city == suggested.front().city;
  });
}

// The county of the state that a person means by "fairfax" or "Fairfax County"; empty where there is none.
std::string find_county(const Rates& rates, std::string_view state, std::string_view text) {
  const State* known = find_state(state);
  if (known == nullptr) return {};
  const std::string with_suffix = concat(text, known->county_suffix);
  for (const std::string& county : rates.counties(known->abbreviation)) {
    if (equal_ignoring_ascii_case(county, text) || equal_ignoring_ascii_case(county, with_suffix)) return county;
  }
  return {};
}

}  // namespace

const PlaceLeaves* find_place(std::string_view id) {
  for (const NamedPlace& place : places) {
    if (place.id == id) return &place.leaves;
  }
  return nullptr;
}

std::string place_text(const Answers& answers, const PlaceLeaves& leaves) {
  std::string text;
  append_part(text, answers.text(leaves.city()));
  append_part(text, answers.text(leaves.county()));
  append_part(text, answers.text(leaves.state()));
  return text;
}

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

void set_place(Answers& answers, const PlaceLeaves& leaves, const PlaceSuggestion& place) {
  answers.set(leaves.city(), place.city);
  answers.set(leaves.county(), place.county);
  answers.set(leaves.state(), place.state);
}

void set_place_text(Answers& answers, const PlaceLeaves& leaves, std::string_view text, const Rates& rates) {
  const std::string_view typed = trim(text);
  if (typed == place_text(answers, leaves)) return;
  PlaceSuggestion meant;
  meant.city = std::string(typed);
  if (!typed.empty()) {
    const std::vector<PlaceSuggestion> suggested = rates.suggest_places(typed, suggestions_that_decide).places;
    const auto same_label = std::find_if(suggested.begin(), suggested.end(), [&](const PlaceSuggestion& place) {
      return equal_ignoring_ascii_case(place.label, typed);
    });
    if (same_label != suggested.end()) {
      meant = *same_label;
    } else if (!suggested.empty() && all_mean_the_same(suggested)) {
      meant = suggested.front();
    } else {
      std::vector<std::string_view> parts = split(typed, ',');
      const State* state = parts.size() > 1 ? find_state(parts.back()) : nullptr;
      if (state != nullptr && parts.size() <= 3) {
        meant.state = std::string(state->abbreviation);
        meant.county = find_county(rates, meant.state, trim(parts[parts.size() - 2]));
        const bool has_city = parts.size() == 3 || meant.county.empty();
        meant.city = has_city ? std::string(trim(parts.front())) : std::string();
        if (parts.size() == 3 && meant.county.empty()) meant.county = std::string(trim(parts[1]));
      }
    }
  }
  set_place(answers, leaves, meant);
}

std::string place_problem(const Answers& answers, const PlaceLeaves& leaves, const Rates& rates) {
  const std::string text = place_text(answers, leaves);
  if (text.empty()) return {};
  if (answers.is_empty(leaves.state())) {
    const PlaceSuggestions suggestions = rates.suggest_places(text, suggestions_that_decide);
    if (!suggestions.places.empty()) {
      return concat(quoted(text), " may mean more than one place. Pick one of the suggestions.");
    }
    if (!suggestions.message.empty()) return suggestions.message;
    return concat(quoted(text),
                  " is not a place that the tables know. Type a ZIP, or a city or county with its state.");
  }
  if (answers.is_empty(leaves.county())) {
    return concat("The county is missing, and the pay area hangs on it. Write ", text.substr(0, text.rfind(',')),
                  ", its county, ", answers.text(leaves.state()), ".");
  }
  return {};
}

}  // namespace ftt
