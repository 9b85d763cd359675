// Taking a typed place apart. See typed_place.h.
#include "form/typed_place.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "base/text.h"
#include "base/typed_text.h"
#include "rates/names.h"

namespace ftt {
namespace {

constexpr std::size_t suggestions_of_a_name = 24;
constexpr std::size_t most_words_of_a_city = 6;

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

// Without what only ends a sentence or a part of it.
std::string_view without_end(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',' || text.back() == '.')) text.remove_suffix(1);
  return trim(text);
}

// Takes the last word off, where words end at blanks and commas.
std::string_view take_last_word(std::string_view& text) {
  const std::size_t before = text.find_last_of(" ,");
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view word = text.substr(begin);
  text = without_end(text.substr(0, begin));
  return word;
}

std::string_view without_country(std::string_view text) {
  for (const std::string_view country : {"USA", "U.S.A", "United States", "United States of America"}) {
    if (text.size() <= country.size()) continue;
    const std::size_t begin = text.size() - country.size();
    const bool is_word = text[begin - 1] == ' ' || text[begin - 1] == ',';
    if (is_word && equal_ignoring_ascii_case(text.substr(begin), country)) return without_end(text.substr(0, begin));
  }
  return text;
}

// "20405", "20405-0001" and "204050001" give "20405"; the beginning of a ZIP behind a state gives nothing and is taken
// off as well.
std::string take_zip(std::string_view& text) {
  std::string_view before = text;
  const std::string_view word = take_last_word(before);
  const std::string_view digits = word.substr(0, word.find('-'));
  const std::string_view rest = word.substr(digits.size());
  const bool is_zip = are_digits(digits) && (digits.size() == 5 || (digits.size() == 9 && rest.empty())) &&
                      (rest.empty() || rest == "-" || are_digits(rest.substr(1)));
  if (is_zip) {
    text = before;
    return std::string(digits.substr(0, 5));
  }
  if (are_digits(word) && word.size() < 5) {
    std::string_view name = before;
    if (find_state(take_last_word(name)) != nullptr) text = before;
  }
  return {};
}

// "D.C." as "DC", "N. Carolina" as it is.
const State* state_named(std::string_view text) {
  if (const State* state = find_state(text)) return state;
  if (text.size() > 6) return nullptr;
  std::string letters;
  for (const char c : text) {
    if (c != '.' && c != ' ') letters.push_back(c);
  }
  return letters.size() == 2 ? find_state(letters) : nullptr;
}

// Behind the last comma, or as the last words: of "Charleston West Virginia" the longest end that is a state, but of
// "Washington DC" the shorter one that is the same.
const State* take_state(std::string_view& text) {
  const std::size_t comma = text.rfind(',');
  if (comma != std::string_view::npos) {
    const State* state = state_named(trim(text.substr(comma + 1)));
    if (state != nullptr) {
      text = without_end(text.substr(0, comma));
      return state;
    }
  }
  const State* found = nullptr;
  std::string_view name;
  const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
  for (std::size_t blank = text.find(' ', begin); blank != std::string_view::npos; blank = text.find(' ', blank + 1)) {
    const std::string_view before = without_end(text.substr(0, blank));
    const State* state = state_named(trim(text.substr(blank + 1)));
    if (before.empty() || state == nullptr || (found != nullptr && state != found)) continue;
    found = state;
    name = before;
  }
  if (found != nullptr) text = name;
  return found;
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(text, ',')) {
    if (!trim(part).empty()) parts.push_back(trim(part));
  }
  return parts;
}

std::string joined(std::span<const std::string_view> parts, std::string_view between) {
  std::string text;
  for (const std::string_view part : parts) append(text, text.empty() ? "" : between, part);
  return text;
}

// The county as the tables name it, where it is written in full or by its stem; else empty.
std::string county_of(const Rates& rates, const State& state, std::string_view text) {
  for (const std::string& county : rates.counties(state.abbreviation)) {
    if (is_same_place_name(county, text)) return county;
  }
  for (const std::string& county : rates.counties(state.abbreviation)) {
    if (is_same_place_name(split_county_name(county).stem, text)) return county;
  }
  return {};
}

// What the tables have of exactly that name, the cities before the counties.
std::vector<PlaceSuggestion> places_named(const Rates& rates, std::string_view name, const State* state) {
  std::vector<PlaceSuggestion> named;
  const std::string asked = state == nullptr ? std::string(name) : concat(name, ", ", state->abbreviation);
  std::vector<PlaceSuggestion> suggested = rates.suggest_places(asked, suggestions_of_a_name).places;
  for (PlaceSuggestion& place : suggested) {
    if (!place.city.empty() && is_same_place_name(place.city, name)) named.push_back(std::move(place));
  }
  if (!named.empty()) return named;
  for (PlaceSuggestion& place : suggested) {
    if (place.city.empty() && is_same_place_name(place.county, name)) named.push_back(std::move(place));
  }
  if (!named.empty()) return named;
  for (PlaceSuggestion& place : suggested) {
    const CountyName county = split_county_name(place.county);
    if (!place.city.empty() || !is_same_place_name(county.stem, name)) continue;
    // A municipio of Puerto Rico is a city and what is around it.
    if (county.suffix == " Municipio") place.city = std::string(county.stem);
    named.push_back(std::move(place));
  }
  return named;
}

// The blank before the last words, or the first one where there are fewer words; npos where there is none.
std::size_t start_of_last_words(std::string_view line, std::size_t words) {
  std::size_t start = std::string_view::npos;
  for (; words > 0 && start != 0; --words) {
    const std::size_t blank = line.rfind(' ', start == std::string_view::npos ? start : start - 1);
    if (blank == std::string_view::npos) break;
    start = blank;
  }
  return start;
}

// "1800 F St NW Washington": the longest end of it that is a city there.
void part_street_from_city(const Rates& rates, TypedPlace& typed) {
  if (!typed.street.empty() || typed.city.empty() || !is_digit(typed.city.front())) return;
  const std::string line = typed.city;
  const LookUp<std::vector<ZipPlace>> of_zip = rates.zip(typed.zip);
  for (std::size_t blank = start_of_last_words(line, most_words_of_a_city); blank != std::string::npos;
       blank = line.find(' ', blank + 1)) {
    const std::string_view city = trim(std::string_view(line).substr(blank + 1));
    const auto has_name = [&](const ZipPlace& place) { return is_same_place_name(place.city, city); };
    const bool is_of_zip = of_zip && std::any_of(of_zip->begin(), of_zip->end(), has_name);
    const bool is_of_state = typed.state != nullptr && !places_named(rates, city, typed.state).empty();
    if (!is_of_zip && !is_of_state) continue;
    typed.street = std::string(without_end(std::string_view(line).substr(0, blank)));
    typed.city = std::string(city);
    return;
  }
}

// Where people name the whole, its capital is meant: they have one pay area each.
struct Capital {
  std::string_view state;
  std::string_view city;
};
constexpr std::array<Capital, 3> capitals = {{{"DC", "Washington"}, {"PR", "San Juan"}, {"GU", "Guam"}}};

std::string_view capital_of(const State& state) {
  for (const Capital& capital : capitals) {
    if (capital.state == state.abbreviation) return capital.city;
  }
  return {};
}

bool is_in_one_state_and_name(const std::vector<PlaceSuggestion>& places) {
  return std::all_of(places.begin(), places.end(), [&](const PlaceSuggestion& place) {
    return place.state == places.front().state && place.city == places.front().city &&
           (!place.city.empty() || place.county == places.front().county);
  });
}

std::vector<PlaceSuggestion> in_county(std::vector<PlaceSuggestion> places, std::string_view county) {
  std::erase_if(places, [&](const PlaceSuggestion& place) { return place.county != county; });
  return places;
}

// The places of a ZIP, by the city that was typed with it, where the ZIP is in that state and county.
std::vector<PlaceSuggestion> meanings_of_zip(const Rates& rates, const TypedPlace& typed) {
  std::vector<PlaceSuggestion> places;
  const LookUp<std::vector<ZipPlace>> found = rates.zip(typed.zip);
  if (!found) return places;
  for (const ZipPlace& place : *found) {
    if (typed.state != nullptr && place.state != typed.state->abbreviation) continue;
    if (!typed.county.empty() && place.county != typed.county) continue;
    PlaceSuggestion meant{{}, place.city, place.county, place.state, place.zip};
    if (!typed.city.empty() && !is_same_place_name(place.city, typed.city)) meant.city = typed.city;
    places.push_back(std::move(meant));
  }
  return places;
}

}  // namespace

TypedPlace take_apart(const Rates& rates, std::string_view text) {
  std::string lines(text);
  std::replace(lines.begin(), lines.end(), '\n', ',');
  const std::string seen = seen_text(lines);
  std::string_view rest = without_country(without_end(seen));
  TypedPlace typed;
  typed.zip = take_zip(rest);
  // "Washington" alone is a city; "DC" alone is the District.
  const State* whole = state_named(rest);
  if (whole != nullptr && (!capital_of(*whole).empty() || rest.size() == 2 || !typed.zip.empty())) {
    typed.state = whole;
    return typed;
  }
  const std::string_view with_state = rest;
  typed.state = take_state(rest);
  // "Port Washington": what looks like a state may be a part of the city's name.
  const bool may_be_name = typed.state != nullptr && with_state.find(',') == std::string_view::npos;
  if (may_be_name && places_named(rates, rest, typed.state).empty() &&
      !places_named(rates, with_state, nullptr).empty()) {
    typed.state = nullptr;
    rest = with_state;
  }
  const std::vector<std::string_view> parts = parts_of(rest);
  if (parts.empty()) return typed;
  const std::string_view last = parts.back();
  typed.city = std::string(last);
  std::size_t streets = parts.size() - 1;
  if (typed.state != nullptr && parts.size() >= 2 && !has_digit(parts[parts.size() - 2])) {
    const std::string county = county_of(rates, *typed.state, last);
    if (!county.empty() || !split_county_name(last).suffix.empty()) {
      typed.county = county.empty() ? std::string(last) : county;
      typed.city = std::string(parts[parts.size() - 2]);
      --streets;
    }
  }
  typed.street = joined(std::span(parts).first(streets), ", ");
  part_street_from_city(rates, typed);
  return typed;
}

std::vector<PlaceSuggestion> meanings_of(const Rates& rates, const TypedPlace& typed) {
  if (!typed.zip.empty()) {
    std::vector<PlaceSuggestion> of_zip = meanings_of_zip(rates, typed);
    if (!of_zip.empty() || typed.city.empty()) return of_zip;
  }
  if (typed.city.empty() && typed.state != nullptr) {
    const std::string_view capital = capital_of(*typed.state);
    return capital.empty() ? std::vector<PlaceSuggestion>() : places_named(rates, capital, typed.state);
  }
  if (typed.city.empty()) return {};
  std::vector<PlaceSuggestion> places = places_named(rates, typed.city, typed.state);
  if (!typed.county.empty()) return in_county(std::move(places), typed.county);
  if (places.empty() || !is_in_one_state_and_name(places)) return {};
  return places;
}

std::vector<PlaceSuggestion> counties_of_city(const Rates& rates, std::string_view city, std::string_view state) {
  const State* in = find_state(state);
  if (in == nullptr || city.empty()) return {};
  std::vector<PlaceSuggestion> places = places_named(rates, city, in);
  std::erase_if(places, [](const PlaceSuggestion& place) { return place.city.empty(); });
  return places;
}

}  // namespace ftt
