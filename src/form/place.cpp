// Reading places and saying what is wrong with them. See place.h.
#include "form/place.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "form/field.h"

namespace ftt {
namespace {

constexpr std::array<NamedPlace, 5> places = {{{"employee.current_worksite", current_worksite},
                                               {"employee.requested_worksite", requested_worksite},
                                               {"position.agency_worksite", agency_worksite},
                                               {"annual_review.current_worksite", reviewed_worksite},
                                               {"annual_review.requested_worksite", requested_at_review}}};

constexpr std::size_t suggestions_that_decide = 12;

std::string in_one_line(std::string_view city, std::string_view county, std::string_view state) {
  std::string text;
  for (const std::string_view part : {city, county, state}) {
    if (!part.empty()) append(text, text.empty() ? "" : ", ", part);
  }
  return text;
}

std::string words_of(const PlaceSuggestion& place) {
  return in_one_line(place.city, place.county, place.state);
}

bool is_zip(std::string_view text) {
  return text.size() == 5 && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c); });
}

bool is_same_county(const PlaceSuggestion& a, const PlaceSuggestion& b) {
  return a.county == b.county && a.state == b.state;
}

// The one place that a text can mean: a ZIP in one county, or the full name of one city or county. "Boise, ID" is not
// Boise County, and a city in two counties is two places; null then, and a person picks.
const PlaceSuggestion* only_meaning(const std::vector<PlaceSuggestion>& suggested, std::string_view text) {
  const std::string_view name = trim(text.substr(0, text.find(',')));
  const PlaceSuggestion* meant = nullptr;
  for (const PlaceSuggestion& place : suggested) {
    if (equal_ignoring_ascii_case(place.label, text)) return &place;
    const bool is_meant = is_zip(text) || equal_ignoring_ascii_case(place.city, name) ||
                          (place.city.empty() && equal_ignoring_ascii_case(place.county, name));
    if (!is_meant) continue;
    if (meant != nullptr && !is_same_county(*meant, place)) return nullptr;
    if (meant == nullptr) meant = &place;
  }
  return meant;
}

// The county as the tables name it, where a person has written its full name; else the text.
std::string county_named(const Rates& rates, std::string_view state, std::string_view text) {
  for (const std::string& county : rates.counties(state)) {
    if (equal_ignoring_ascii_case(county, text)) return county;
  }
  return std::string(text);
}

// "Smallville, Fairfax County, VA" and "Smallville, VA", whether or not the tables know the city.
PlaceSuggestion as_written(const Rates& rates, std::string_view text) {
  PlaceSuggestion place;
  const std::vector<std::string_view> parts = split(text, ',');
  const State* state = parts.size() == 2 || parts.size() == 3 ? find_state(trim(parts.back())) : nullptr;
  if (state == nullptr) {
    place.city = std::string(text);
    return place;
  }
  place.state = std::string(state->abbreviation);
  place.city = std::string(trim(parts.front()));
  if (parts.size() == 3) place.county = county_named(rates, place.state, trim(parts[1]));
  return place;
}

// What the tables say, as a sentence of its own.
std::string sentence(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
  if (text.starts_with("Zip ")) text.replace(0, 3, "ZIP");
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

// That the tables of no year know the county, though they know others of its state; empty where one does.
std::string unknown_county(const Rates& rates, std::string_view state, std::string_view county) {
  std::string message;
  if (rates.counties(state).empty()) return message;
  for (const int year : rates.pay_years()) {
    const LookUp<CountyArea> area = rates.area_of_county(state, county, year);
    if (area) return {};
    if (area.why().lack == Lack::definitions_not_held) continue;
    if (area.why().lack != Lack::county_unknown) return {};
    if (message.empty()) message = sentence(area.why().message);
  }
  return message;
}

}  // namespace

std::span<const NamedPlace> all_places() {
  return places;
}

const PlaceLeaves* find_place(std::string_view id) {
  for (const NamedPlace& place : places) {
    if (place.id == id) return &place.leaves;
  }
  return nullptr;
}

std::string place_text(const Answers& answers, const PlaceLeaves& leaves) {
  return in_one_line(answers.text(leaves.city()), answers.text(leaves.county()), answers.text(leaves.state()));
}

void set_place(Answers& answers, const PlaceLeaves& leaves, const PlaceSuggestion& place) {
  answers.set(leaves.city(), place.city);
  answers.set(leaves.county(), place.county);
  answers.set(leaves.state(), place.state);
}

PlaceSuggestions suggest(const Rates& rates, std::string_view text, std::size_t limit) {
  const std::vector<std::string_view> parts = split(text, ',');
  if (parts.size() != 3) return rates.suggest_places(text, limit);
  const std::string_view county = trim(parts[1]);
  PlaceSuggestions found = rates.suggest_places(concat(trim(parts[0]), ", ", trim(parts[2])), suggestions_that_decide);
  std::erase_if(found.places, [&](const PlaceSuggestion& place) {
    return !equal_ignoring_ascii_case(std::string_view(place.county).substr(0, county.size()), county);
  });
  if (found.places.size() > limit) found.places.resize(limit);
  return found;
}

void set_place_text(Answers& answers, const PlaceLeaves& leaves, std::string_view text, const Rates& rates) {
  const std::string_view typed = trim(text);
  if (typed == place_text(answers, leaves)) return;
  if (typed.empty()) return set_place(answers, leaves, PlaceSuggestion{});
  const std::vector<PlaceSuggestion> suggested = rates.suggest_places(typed, suggestions_that_decide).places;
  const PlaceSuggestion* meant = only_meaning(suggested, typed);
  set_place(answers, leaves, meant != nullptr ? *meant : as_written(rates, typed));
}

void read_place_again(Answers& answers, const PlaceLeaves& leaves, const Rates& rates) {
  if (!answers.is_empty(leaves.county())) return;
  const std::string text = place_text(answers, leaves);
  if (text.empty()) return;
  const std::vector<PlaceSuggestion> suggested = rates.suggest_places(text, suggestions_that_decide).places;
  if (const PlaceSuggestion* meant = only_meaning(suggested, text)) set_place(answers, leaves, *meant);
}

std::string place_problem(const Answers& answers, const PlaceLeaves& leaves, const Rates& rates) {
  const std::string text = place_text(answers, leaves);
  const bool has_county = !answers.is_empty(leaves.county());
  if (text.empty()) return {};
  if (has_county && !answers.is_empty(leaves.state())) {
    if (answers.is_bad(leaves.county()) || answers.is_bad(leaves.state())) return {};
    return unknown_county(rates, answers.text(leaves.state()), answers.text(leaves.county()));
  }
  const PlaceSuggestions suggestions = rates.suggest_places(text, suggestions_that_decide);
  if (!suggestions.message.empty()) return sentence(suggestions.message);
  if (const PlaceSuggestion* meant = only_meaning(suggestions.places, text)) {
    return concat(in_quotes(text), " does not say its ", has_county ? "state" : "county", ": write ", words_of(*meant),
                  ".");
  }
  if (!suggestions.places.empty()) {
    return concat(in_quotes(text), " may mean more than one place. Write the county too, for example: ",
                  suggestions.places.front().label, ".");
  }
  return concat(in_quotes(text), " is not a place that the tables know. Write the city, its county and the state.");
}

std::vector<Problem> check_places(const Answers& answers, const Rates& rates) {
  std::vector<Problem> problems;
  for (const NamedPlace& place : places) {
    const PlaceLeaves& leaves = place.leaves;
    if (!applies(leaves.city(), answers)) continue;
    std::string problem = place_problem(answers, leaves, rates);
    if (problem.empty()) continue;
    const bool lacks_state = !answers.is_empty(leaves.county()) && answers.is_empty(leaves.state());
    const Leaf lacking = lacks_state ? leaves.state() : leaves.county();
    problems.push_back({info(lacking).id, Severity::error, std::move(problem)});
  }
  return problems;
}

}  // namespace ftt
