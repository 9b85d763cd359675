// Places as a person writes them: ZIP codes, and suggestions from ZIP, city and county.
// Nothing is allocated for what does not match. Does not correct spelling beyond what names.h folds away.

#include <algorithm>
#include <cstddef>

#include "base/text.h"
#include "rates/rates.h"
#include "rates/tables.h"

namespace ftt {
namespace {

std::uint32_t zip_number(std::string_view digits) {
  return static_cast<std::uint32_t>(whole_number(digits));
}

std::string zip_text(std::uint32_t zip) {
  std::string digits(5, '0');
  for (std::size_t i = digits.size(); i-- > 0; zip /= 10) digits[i] = static_cast<char>('0' + zip % 10);
  return digits;
}

// One field of a row of ZIPs: "80012", "80012-80019", with "+" in front where the ZIP is mainly another county's.
struct ZipRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool is_secondary = false;
};

ZipRange zip_range(std::string_view text) {
  ZipRange range;
  if (text.starts_with('+')) {
    range.is_secondary = true;
    text.remove_prefix(1);
  }
  range.first = zip_number(text.substr(0, 5));
  range.last = text.size() == 11 ? zip_number(text.substr(6)) : range.first;
  return range;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

struct CityRow {
  std::string_view city;
  std::string_view county;  // as packs write it
  std::string_view zips;
};

CityRow city_row(std::string_view line) {
  Fields fields(line);
  CityRow row;
  fields.take(row.city, row.county, row.zips);
  return row;
}

std::string county_of_row(const CityRow& row, const State& state) {
  return row.county.empty() ? std::string() : full_name(county_name_of_pack(row.county, state));
}

// What a person typed, parted into a name and the state behind it.
struct TypedPlace {
  std::string_view name;
  const State* state = nullptr;
  std::string begun_state{};  // folded: the beginning of a state's abbreviation or name, while there is no state

  bool is_in(const State& one) const {
    if (state != nullptr) return state == &one;
    return compare_folded(one.abbreviation, begun_state, NameMatch::prefix) == 0 ||
           compare_folded(one.name, begun_state, NameMatch::prefix) == 0;
  }
};

// "Denver CO", "fairfax county, va", "New York, New York"; while the state is typed behind its comma, "Ada County, i".
TypedPlace parse_typed(std::string_view text) {
  TypedPlace typed{text};
  const std::size_t comma = text.rfind(',');
  if (comma != std::string_view::npos) {
    const std::string_view behind = trim(text.substr(comma + 1));
    typed.name = trim(text.substr(0, comma));
    typed.state = find_state(behind);
    if (typed.state == nullptr) typed.begun_state = fold_name(behind);
    return typed;
  }
  for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
    const State* state = find_state(text.substr(space + 1));
    if (state != nullptr) return {trim(text.substr(0, space)), state};
  }
  return typed;
}

PlaceSuggestion make_suggestion(std::string city, std::string county, const State& state, std::string zip) {
  PlaceSuggestion suggestion;
  suggestion.label = city;
  if (!county.empty() && county != city) append(suggestion.label, suggestion.label.empty() ? "" : ", ", county);
  append(suggestion.label, ", ", state.abbreviation);
  if (!zip.empty()) append(suggestion.label, " ", zip);
  suggestion.city = std::move(city);
  suggestion.county = std::move(county);
  suggestion.state = std::string(state.abbreviation);
  suggestion.zip = std::move(zip);
  return suggestion;
}

// A match before it is written out: rank by kind, whole names first, then by name and state.
struct Match {
  int rank = 0;            // the smaller the better
  std::size_t weight = 0;  // among equals the more ZIPs a city has, the earlier
  std::uint32_t line = 0;
  const State* state = nullptr;
  CountyName county;
};

bool is_better(const Match& a, const Match& b) {
  if (a.rank != b.rank) return a.rank < b.rank;
  if (a.weight != b.weight) return a.weight > b.weight;
  return a.line < b.line;
}

}  // namespace

ZipIndex::ZipIndex(const RateTable& table) {
  entries_.reserve(table.lines.size() * 2);
  const auto count = static_cast<std::uint32_t>(table.lines.size());
  for (std::uint32_t line = 0; line < count; ++line) {
    const std::string_view text = table.lines[line];
    if (text.starts_with("state|")) {
      if (!sections_.empty()) sections_.back().end = line;
      const State* state = find_state(text.substr(6));
      FTT_ASSERT(state != nullptr, "A ZIP table that belongs to the rates names a state that does not exist.");
      sections_.push_back({state, line + 1, count});
      continue;
    }
    if (!is_row(text)) continue;
    Fields zips(city_row(text).zips, ' ');
    while (!zips.at_end()) {
      const std::string_view field = zips.next();
      if (field.empty()) continue;
      const ZipRange range = zip_range(field);
      FTT_ASSERT(range.last <= 99'999, "A ZIP table that belongs to the rates names a ZIP of more than five digits.");
      for (std::uint32_t zip = range.first; zip <= range.last; ++zip) {
        entries_.push_back({zip, line, range.is_secondary});
      }
    }
  }
  // By ZIP with the main county first; the lines stand in order already within equals.
  const auto key = [](const ZipEntry& entry) { return entry.zip * 2 + (entry.is_secondary ? 1U : 0U); };
  std::vector<std::uint32_t> begin_of_key(200'001, 0);
  for (const ZipEntry& entry : entries_) ++begin_of_key[key(entry) + 1];
  for (std::size_t i = 1; i < begin_of_key.size(); ++i) begin_of_key[i] += begin_of_key[i - 1];
  std::vector<ZipEntry> sorted(entries_.size());
  for (const ZipEntry& entry : entries_) sorted[begin_of_key[key(entry)]++] = entry;
  entries_ = std::move(sorted);
}

std::span<const ZipEntry> ZipIndex::between(std::uint32_t first, std::uint32_t last) const {
  const auto begin = std::lower_bound(entries_.begin(), entries_.end(), first,
                                      [](const ZipEntry& entry, std::uint32_t zip) { return entry.zip < zip; });
  const auto end = std::upper_bound(begin, entries_.end(), last,
                                    [](std::uint32_t zip, const ZipEntry& entry) { return zip < entry.zip; });
  return {entries_.data() + (begin - entries_.begin()), static_cast<std::size_t>(end - begin)};
}

const State& ZipIndex::state_of_line(std::uint32_t line) const {
  const auto section = std::find_if(sections_.begin(), sections_.end(),
                                    [line](const Section& candidate) { return line < candidate.end; });
  FTT_ASSERT(section != sections_.end(), "A line behind the last state of the ZIP table was asked for.");
  return *section->state;
}

LookUp<std::vector<ZipPlace>> Rates::zip(std::string_view text) const {
  text = trim(text);
  // ZIP+4: the five digits decide.
  if (text.size() == 10 && text[5] == '-' && all_digits(text.substr(6))) text = text.substr(0, 5);
  if (text.size() != 5 || !all_digits(text)) {
    return WhyNot{Lack::zip_malformed, concat("zip ", in_quotes(text), " is not five digits; write it like 20405")};
  }
  if (!has_zips()) {
    return WhyNot{Lack::zips_not_loaded, "the ZIP codes are not loaded yet; name the county and the state for now"};
  }
  const std::uint32_t number = zip_number(text);
  const std::span<const ZipEntry> entries = parts_->zips->between(number, number);
  if (entries.empty()) {
    return WhyNot{Lack::zip_unknown, concat("zip ", text, " is not in the FY", parts_->zip_table->year,
                                            " table; check the digits, or name the county and the state")};
  }
  std::vector<ZipPlace> places;
  for (const ZipEntry& entry : entries) {
    const CityRow row = city_row(parts_->zip_table->lines[entry.line]);
    const State& state = parts_->zips->state_of_line(entry.line);
    ZipPlace place;
    place.zip = std::string(text);
    place.city = std::string(row.city);
    place.county = county_of_row(row, state);
    place.state = std::string(state.abbreviation);
    const int year = parts_->zip_table->year;
    for (const std::string_view line : parts_->zip_table->lines) {
      // The ZIPs that are listed apart from their county stand in front of the first state.
      if (line.starts_with("state|")) break;
      if (!line.starts_with("apart|")) continue;
      Fields fields(line.substr(6));
      const bool is_this_zip = fields.next() == text;
      const bool is_this_county = fields.next() == place.county;
      if (is_this_zip && is_this_county) place.destination = std::string(fields.next());
    }
    if (place.destination.empty() && state.per_diem == PerDiemPublisher::gsa) {
      const std::vector<int> years = per_diem_years();
      const bool is_held = std::find(years.begin(), years.end(), year) != years.end();
      const LookUp<PerDiem> rate =
          per_diem(*Date::from_year_month_day(is_held || years.empty() ? year : years.front(), 1, 1),
                   {place.state, place.county, place.city});
      if (rate) place.destination = std::string(rate->destination);
    }
    places.push_back(std::move(place));
  }
  return places;
}

PlaceSuggestions Rates::suggest_places(std::string_view text, std::size_t limit) const {
  PlaceSuggestions suggestions;
  text = trim(text);
  if (text.empty() || limit == 0) return suggestions;

  // ---- A ZIP, or the beginning of one ----
  const std::string_view digits = text.substr(0, text.find('-'));
  if (all_digits(digits)) {
    if (!has_zips()) {
      suggestions.message = "the ZIP codes are not loaded yet; name the county and the state for now";
      return suggestions;
    }
    if (digits.size() < 3) {
      suggestions.message = "type at least three digits of the ZIP";
      return suggestions;
    }
    if (digits.size() > 5) {
      suggestions.message = concat("zip ", in_quotes(text), " is not five digits; write it like 20405");
      return suggestions;
    }
    std::uint32_t first = zip_number(digits);
    std::uint32_t last = first;
    for (std::size_t place = digits.size(); place < 5; ++place) {
      first *= 10;
      last = last * 10 + 9;
    }
    for (const ZipEntry& entry : parts_->zips->between(first, last)) {
      if (suggestions.places.size() == limit) break;
      const CityRow row = city_row(parts_->zip_table->lines[entry.line]);
      const State& state = parts_->zips->state_of_line(entry.line);
      suggestions.places.push_back(
          make_suggestion(std::string(row.city), county_of_row(row, state), state, zip_text(entry.zip)));
    }
    if (suggestions.places.empty()) {
      const std::string_view what = digits.size() == 5 ? "zip " : "a zip that begins with ";
      suggestions.message = concat(what, digits, " is not in the FY", parts_->zip_table->year,
                                   " table; check the digits, or name the county and the state");
    }
    return suggestions;
  }

  // ---- A name ----
  const TypedPlace typed = parse_typed(text);
  if (fold_name(typed.name).size() < 2) {
    suggestions.message = "type at least two letters of the city or county";
    return suggestions;
  }
  std::vector<Match> matches;
  const auto keep = [&](const Match& match) {
    const auto is_it = [&](const Match& kept) {
      return kept.line == match.line && kept.state == match.state && kept.county.stem == match.county.stem;
    };
    if (std::any_of(matches.begin(), matches.end(), is_it)) return;
    // Only the best `limit` are kept, in order.
    const auto at = std::upper_bound(matches.begin(), matches.end(), match, is_better);
    if (at == matches.end() && matches.size() == limit) return;
    matches.insert(at, match);
    if (matches.size() > limit) matches.pop_back();
  };
  const auto search_one = [&](const TypedPlace& within) {
    const std::string folded = fold_name(within.name);
    const CountyQuery query(within.name);
    const RateTable* counties = parts_->tables.newest(TableKind::counties);
    std::uint32_t order = 0;
    for (const State& state : states()) {
      if (!within.is_in(state)) continue;
      if (counties == nullptr) break;
      for_each_county(*counties, state, [&](CountyName county, std::string_view) {
        const int fit = query.fit(county);
        const bool is_prefix = fit == 0 && compare_folded(county.stem, folded, NameMatch::prefix) == 0;
        if (fit == 0 && !is_prefix) return;
        // A county named in full stands before every city, one named by its stem behind the city of that name.
        keep({fit == 3 ? 0 : fit > 0 ? 2 : 4, 0, order++, &state, county});
      });
    }
    if (!has_zips()) return;
    const std::vector<std::string_view>& lines = parts_->zip_table->lines;
    for (const ZipIndex::Section& section : parts_->zips->sections()) {
      if (!within.is_in(*section.state)) continue;
      const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(section.begin);
      const auto end = lines.begin() + static_cast<std::ptrdiff_t>(section.end);
      auto row =
          std::lower_bound(begin, end, std::string_view(folded), [](std::string_view line, std::string_view wanted) {
            return compare_folded(line.substr(0, line.find('|')), wanted, NameMatch::whole) < 0;
          });
      for (; row != end; ++row) {
        const std::string_view city = row->substr(0, row->find('|'));
        if (compare_folded(city, folded, NameMatch::prefix) != 0) break;
        const bool is_whole = compare_folded(city, folded, NameMatch::whole) == 0;
        keep({is_whole ? 1 : 3, row->size(), static_cast<std::uint32_t>(row - lines.begin()), section.state, {}});
      }
    }
  };
  const auto search = [&](TypedPlace within) {
    for (const std::string& spelling : spellings_of(within.name)) {
      within.name = spelling;
      search_one(within);
    }
  };
  search(typed);
  // "Port Washington": what looks like a state may be part of the city's name.
  const bool has_comma = text.find(',') != std::string_view::npos;
  if (typed.state != nullptr && !has_comma) search({text});
  // "Gallatin County M": without a comma too, the last word may be the beginning of a state.
  const std::size_t blank = text.rfind(' ');
  if (matches.empty() && typed.state == nullptr && !has_comma && blank != std::string_view::npos) {
    TypedPlace begun{trim(text.substr(0, blank))};
    begun.begun_state = fold_name(text.substr(blank + 1));
    if (!begun.begun_state.empty() && fold_name(begun.name).size() >= 2) search(begun);
  }
  for (const Match& match : matches) {
    if (!match.county.stem.empty()) {
      suggestions.places.push_back(make_suggestion({}, full_name(match.county), *match.state, {}));
      suggestions.places.back().label = concat(full_name(match.county), ", ", match.state->abbreviation);
      continue;
    }
    const CityRow row = city_row(parts_->zip_table->lines[match.line]);
    const std::string_view first_zip = row.zips.substr(row.zips.starts_with('+') ? 1 : 0, 5);
    // A city with one ZIP brings it along; of several the person picks by typing it.
    const bool has_one_zip = row.zips.size() <= 6;
    suggestions.places.push_back(make_suggestion(std::string(row.city), county_of_row(row, *match.state), *match.state,
                                                 has_one_zip ? std::string(first_zip) : std::string()));
  }
  if (!has_zips()) {
    suggestions.message = "cities and ZIP codes are not loaded yet; you can pick a county for now";
  } else if (suggestions.places.empty()) {
    suggestions.message = concat("no city or county ", in_quotes(text),
                                 " is in the tables; check the spelling, or write the county and the state");
  }
  return suggestions;
}

}  // namespace ftt
