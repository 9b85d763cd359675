// Reading places and saying what is wrong with them. See place.h.
#include "form/place.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "form/typed_place.h"

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

// No more than street, city, county and state hold together: a longer text is no place, and is not looked up.
bool is_too_long(std::string_view text) {
  std::int64_t most = 0;
  for (const Leaf leaf : {requested_worksite.address, requested_worksite.city(), requested_worksite.county(),
                          requested_worksite.state()}) {
    most += info(leaf).limits.maximum;
  }
  return text.size() > 4 * static_cast<std::size_t>(most) || count_code_points(text) > static_cast<std::size_t>(most);
}

// "Smallville, Fairfax County, VA" and "Smallville, VA", whether or not the tables know the city.
PlaceSuggestion as_written(const TypedPlace& typed, std::string_view text) {
  PlaceSuggestion place;
  if (typed.state == nullptr || typed.city.empty()) {
    place.city = std::string(text);
    return place;
  }
  place.state = std::string(typed.state->abbreviation);
  place.county = typed.county;
  place.city = typed.city;
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

// A ZIP of another state than the one that stands before it.
std::string problem_of_zip(const Rates& rates, const TypedPlace& typed, std::string_view text) {
  if (typed.zip.empty() || typed.state == nullptr) return {};
  const LookUp<std::vector<ZipPlace>> of_zip = rates.zip(typed.zip);
  if (!of_zip) return {};
  const ZipPlace& place = of_zip->front();
  return concat(in_quotes(text), " has a ZIP of ", find_state(place.state)->name, ": write ",
                in_one_line(place.city, place.county, place.state), " ", place.zip, ", or the ZIP that is meant.");
}

// A whole state; some cities are called like one.
std::string problem_of_state(const Rates& rates, const PlaceSuggestions& suggestions, std::string_view text) {
  const State* state = find_state(text);
  if (state == nullptr) return {};
  const std::vector<std::string> counties = rates.counties(state->abbreviation);
  if (counties.empty()) return {};
  std::string words = concat(in_quotes(text), " is a whole state: write the city or the county too, for example ",
                             counties.front(), ", ", state->abbreviation);
  const bool is_city = !suggestions.places.empty() && equal_ignoring_ascii_case(suggestions.places.front().city, text);
  if (is_city) append(words, ", or ", words_of(suggestions.places.front()));
  return words + ".";
}

// What a place decides: its pay area, and what travel to it costs.
struct Figures {
  std::string pay_area;
  std::string destination;
};

Figures figures_of(const Rates& rates, std::string_view city, std::string_view county, std::string_view state) {
  Figures figures;
  const std::vector<int> years = rates.pay_years();
  if (!years.empty()) {
    if (const LookUp<CountyArea> area = rates.area_of_county(state, county, years.front())) {
      figures.pay_area = std::string(area->area.code);
    }
  }
  const std::vector<int> fiscal_years = rates.per_diem_years();
  if (fiscal_years.empty()) return figures;
  const Date date = *Date::from_year_month_day(fiscal_years.front(), 1, 1);
  if (const LookUp<PerDiem> rate = rates.per_diem(date, Place{state, county, city})) {
    figures.destination = concat(rate->destination, ", ", rate->destination_state);
  }
  return figures;
}

// That the tables of no year know the county, though they know others of its state; empty where one does.
std::string unknown_county(const Rates& rates, std::string_view state, std::string_view county) {
  std::string message;
  for (const int year : rates.pay_years()) {
    const LookUp<CountyArea> area = rates.area_of_county(state, county, year);
    if (area) return {};
    if (area.why().lack == Lack::definitions_not_held) continue;
    if (area.why().lack != Lack::county_unknown) return {};
    if (message.empty()) message = sentence(area.why().message);
  }
  return message.empty() || rates.counties(state).empty() ? std::string() : message;
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

bool is_empty(const Answers& answers, const PlaceLeaves& place) {
  return answers.is_empty(place.city()) && answers.is_empty(place.county()) && answers.is_empty(place.state());
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
  if (is_too_long(text)) return {};
  const TypedPlace typed = take_apart(rates, text);
  const bool is_whole = !typed.zip.empty() && !typed.city.empty();
  PlaceSuggestions found;
  if (is_whole || !typed.street.empty() || typed.city.empty()) found.places = meanings_of(rates, typed);
  for (PlaceSuggestion& place : found.places) place.label = in_one_line(place.city, place.county, place.state);
  if (!found.places.empty()) {
    if (found.places.size() > limit) found.places.resize(limit);
    return found;
  }
  if (typed.state == nullptr || (typed.county.empty() && typed.street.empty()))
    return rates.suggest_places(text, limit);
  found = rates.suggest_places(concat(typed.city, ", ", typed.state->abbreviation), suggestions_that_decide);
  std::erase_if(found.places, [&](const PlaceSuggestion& place) {
    return !typed.county.empty() && !equal_ignoring_ascii_case(place.county, typed.county);
  });
  if (found.places.size() > limit) found.places.resize(limit);
  return found;
}

PlaceSuggestions suggest_counties(const Rates& rates, const Answers& answers, const PlaceLeaves& leaves,
                                  std::size_t limit) {
  PlaceSuggestions found;
  found.places = counties_of_city(rates, answers.text(leaves.city()), answers.text(leaves.state()));
  if (found.places.empty()) return suggest(rates, place_text(answers, leaves), limit);
  if (found.places.size() > limit) found.places.resize(limit);
  return found;
}

void set_place_text(Answers& answers, const PlaceLeaves& leaves, std::string_view text, const Rates& rates) {
  const std::string_view typed = trim(text);
  if (typed == place_text(answers, leaves)) return;
  if (typed.empty()) return set_place(answers, leaves, PlaceSuggestion{});
  // The city says what is wrong with it.
  if (is_too_long(typed)) return set_place(answers, leaves, {{}, std::string(typed), {}, {}, {}});
  const TypedPlace place = take_apart(rates, typed);
  const std::vector<PlaceSuggestion> meanings = meanings_of(rates, place);
  set_place(answers, leaves, !meanings.empty() ? meanings.front() : as_written(place, typed));
  if (!place.street.empty()) answers.set(leaves.address, place.street);
}

void read_place_again(Answers& answers, const PlaceLeaves& leaves, const Rates& rates) {
  if (!answers.is_empty(leaves.county())) return;
  const std::string text = place_text(answers, leaves);
  if (text.empty() || is_too_long(text)) return;
  const TypedPlace place = take_apart(rates, text);
  const std::vector<PlaceSuggestion> meanings = meanings_of(rates, place);
  if (meanings.empty()) return;
  set_place(answers, leaves, meanings.front());
  if (!place.street.empty()) answers.set(leaves.address, place.street);
}

std::string place_problem(const Answers& answers, const PlaceLeaves& leaves, const Rates& rates) {
  const std::string text = place_text(answers, leaves);
  const bool has_county = !answers.is_empty(leaves.county());
  if (text.empty() || is_too_long(text)) return {};
  if (has_county && !answers.is_empty(leaves.state())) {
    if (answers.is_bad(leaves.county()) || answers.is_bad(leaves.state())) return {};
    return unknown_county(rates, answers.text(leaves.state()), answers.text(leaves.county()));
  }
  const TypedPlace typed = take_apart(rates, text);
  const std::vector<PlaceSuggestion> meanings = meanings_of(rates, typed);
  if (meanings.size() == 1) {
    return concat(in_quotes(text), " does not say its ", has_county ? "state" : "county", ": write ",
                  words_of(meanings.front()), ".");
  }
  const PlaceSuggestions suggestions = suggest(rates, text, suggestions_that_decide);
  if (meanings.empty()) {
    if (std::string problem = problem_of_zip(rates, typed, text); !problem.empty()) return problem;
    if (std::string problem = problem_of_state(rates, suggestions, text); !problem.empty()) return problem;
  }
  if (!suggestions.message.empty()) return sentence(suggestions.message);
  if (!suggestions.places.empty()) {
    return concat(in_quotes(text), " may mean more than one place. Write the county too, for example: ",
                  suggestions.places.front().label, ".");
  }
  return concat(in_quotes(text), " is not in the tables. Write the city, its county and the state.");
}

std::string other_counties(const Answers& answers, const PlaceLeaves& leaves, const Rates& rates,
                           PlaceMatters matters) {
  const std::string& city = answers.text(leaves.city());
  const std::string& county = answers.text(leaves.county());
  const std::string& state = answers.text(leaves.state());
  const std::vector<PlaceSuggestion> in_counties = counties_of_city(rates, city, state);
  const auto is_it = [&](const PlaceSuggestion& place) { return place.county == county; };
  if (in_counties.size() < 2 || std::none_of(in_counties.begin(), in_counties.end(), is_it)) return {};
  const Figures here = figures_of(rates, city, county, state);
  std::string alike;
  std::string otherwise;
  bool area_differs = false;
  for (const PlaceSuggestion& place : in_counties) {
    if (is_it(place) || place.county.empty()) continue;
    const Figures there = figures_of(rates, city, place.county, state);
    const bool has_other_area = there.pay_area != here.pay_area;
    const bool has_other_rate = matters == PlaceMatters::for_pay_and_per_diem && there.destination != here.destination;
    std::string& list = has_other_area || has_other_rate ? otherwise : alike;
    append(list, list.empty() ? "" : ", ", place.county);
    area_differs = area_differs || has_other_area;
  }
  std::string words;
  if (!otherwise.empty()) {
    append(words, "Parts of ", city, " are in ", otherwise, ", with another ", area_differs ? "pay area" : "per diem",
           ": choose that one if the worksite is there.");
  } else if (!alike.empty() && is_it(in_counties.front())) {
    append(words, "Taken as ", county, ", where most of ", city, " is; the rest has the same pay area",
           matters == PlaceMatters::for_pay_and_per_diem ? " and per diem." : ".");
  }
  return words;
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
