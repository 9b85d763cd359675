// Folding a name, and taking a county's suffix off. See names.h.
#include "rates/names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.h"

namespace ftt {
namespace {

// The longer before those that they end in.
constexpr std::array<std::string_view, 11> suffixes = {
    " City and Borough", " Planning Region", " Census Area", " Municipality", " Municipio", " District",
    " Borough",          " Parish",          " County",      " Island",       " city"};

constexpr std::array<std::string_view, 11> folded_suffixes = {
    "cityandborough", "planningregion", "censusarea", "municipality", "municipio", "district",
    "borough",        "parish",         "county",     "island",       "city"};

// Latin letters with a mark, U+00C0 to U+017F, as the letter without it; '-' where there is none such.
constexpr std::string_view latin_1 =
    "aaaaaaaceeeeiiii"
    "dnooooo-ouuuuy--"
    "aaaaaaaceeeeiiii"
    "dnooooo-ouuuuy-y";
constexpr std::string_view latin_a =
    "aaaaaaccccccccdd"
    "ddeeeeeeeeeegggg"
    "gggghhhhiiiiiiii"
    "iiiijjkkklllllll"
    "lllnnnnnnnnnoooo"
    "oooorrrrrrssssss"
    "ssttttttuuuuuuuu"
    "uuuuwwyyyzzzzzzs";

bool is_word_end(std::string_view text, std::size_t at) {
  return at >= text.size() || !is_ascii_letter(text[at]);
}

bool starts_with_word(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && equal_ignoring_ascii_case(text.substr(0, lower.size()), lower) &&
         is_word_end(text, lower.size());
}

struct ShortWord {
  std::string_view in_short;
  std::string_view in_full;
};
// Saint is folded (above): half of the tables have it in short.
constexpr std::array<ShortWord, 6> short_words = {{{"ft", "fort"}, {"mt", "mount"}, {"n", "north"}, {"s", "south"},
                                                   {"e", "east"}, {"w", "west"}}};

std::string_view without_state(std::string_view typed, const State& state) {
  const std::size_t comma = typed.rfind(',');
  if (comma == std::string_view::npos || find_state(typed.substr(comma + 1)) != &state) return typed;
  return typed.substr(0, comma);
}

}  // namespace

char FoldedName::next() {
  if (!pending_.empty()) {
    const char letter = pending_.front();
    pending_.remove_prefix(1);
    return letter;
  }
  while (!rest_.empty()) {
    const char c = rest_.front();
    if (is_ascii_letter(c)) {
      if (at_word_start_ && to_ascii_lower(c) == 's') {
        // Saint and Sainte are written St. and Ste. in half of the tables.
        if (starts_with_word(rest_, "saint")) {
          rest_.remove_prefix(5);
          pending_ = "t";
          return 's';
        }
        if (starts_with_word(rest_, "sainte")) {
          rest_.remove_prefix(6);
          pending_ = "te";
          return 's';
        }
      }
      rest_.remove_prefix(1);
      at_word_start_ = false;
      return to_ascii_lower(c);
    }
    if (is_digit(c)) {
      rest_.remove_prefix(1);
      at_word_start_ = false;
      return c;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xC3 && byte <= 0xC5 && rest_.size() >= 2) {
      const std::size_t low = static_cast<unsigned char>(rest_[1]) & 0x3FU;
      rest_.remove_prefix(2);
      const char letter = byte == 0xC3 ? latin_1[low] : latin_a[(byte - 0xC4U) * 64U + low];
      if (letter == '-') continue;
      at_word_start_ = false;
      return letter;
    }
    rest_.remove_prefix(1);
    if (c == '&') {
      pending_ = "nd";
      at_word_start_ = true;
      return 'a';
    }
    // An apostrophe or ʻokina stands inside of a word; all else ends it.
    if (c == ' ' || c == '-' || c == '/' || c == ',') at_word_start_ = true;
  }
  return '\0';
}

std::string fold_name(std::string_view text) {
  std::string folded;
  FoldedName letters(text);
  for (char letter = letters.next(); letter != '\0'; letter = letters.next()) folded.push_back(letter);
  return folded;
}

int compare_folded(std::string_view text, std::string_view folded, NameMatch match) {
  FoldedName letters(text);
  for (const char wanted : folded) {
    const char letter = letters.next();
    if (letter != wanted) return letter < wanted ? -1 : 1;
  }
  if (match == NameMatch::prefix) return 0;
  return letters.next() == '\0' ? 0 : 1;
}

std::vector<std::string> spellings_of(std::string_view name) {
  std::vector<std::string> spellings{std::string(name)};
  const std::size_t end = std::min(name.find_first_of(". "), name.size());
  const std::string_view first = name.substr(0, end);
  const std::string_view rest = name.substr(std::min(name.find_first_not_of(". ", end), name.size()));
  for (const ShortWord& word : short_words) {
    const bool is_short = equal_ignoring_ascii_case(first, word.in_short);
    if (!is_short && !equal_ignoring_ascii_case(first, word.in_full)) continue;
    spellings.push_back(concat(is_short ? word.in_full : word.in_short, " ", rest));
  }
  return spellings;
}

bool is_same_place_name(std::string_view a, std::string_view b) {
  for (const std::string& spelling : spellings_of(a)) {
    if (compare_folded(b, fold_name(spelling), NameMatch::whole) == 0) return true;
  }
  return false;
}

CountyName split_county_name(std::string_view full_name) {
  for (const std::string_view suffix : suffixes) {
    if (full_name.size() > suffix.size() && full_name.ends_with(suffix)) {
      return {full_name.substr(0, full_name.size() - suffix.size()),
              full_name.substr(full_name.size() - suffix.size())};
    }
  }
  return {full_name, {}};
}

CountyName county_name_of_pack(std::string_view written, const State& state) {
  if (written.starts_with('=')) return split_county_name(written.substr(1));
  return {written, state.county_suffix};
}

std::string full_name(CountyName name) {
  return concat(name.stem, name.suffix);
}

CountyQuery::CountyQuery(std::string_view typed, const State& state) : CountyQuery(without_state(typed, state)) {}

CountyQuery::CountyQuery(std::string_view name) : whole_(fold_name(name)), stem_(whole_) {
  if (whole_.starts_with("cityof") && whole_.size() > 6) {
    stem_ = whole_.substr(6);
    whole_ = concat(stem_, "city");
    names_a_city_ = true;
    return;
  }
  for (const std::string_view folded : folded_suffixes) {
    if (stem_.size() > folded.size() && stem_.ends_with(folded)) {
      stem_.resize(stem_.size() - folded.size());
      names_a_city_ = folded == "city";
      names_a_county_ = !names_a_city_;
      return;
    }
  }
}

int CountyQuery::fit(CountyName name) const {
  // Most names are told apart by their first letter.
  if (whole_.empty() || name.stem.empty()) return 0;
  if (is_ascii_letter(name.stem.front()) && to_ascii_lower(name.stem.front()) != whole_.front()) return 0;
  const bool is_city = name.suffix == " city";
  // The whole name: its stem and its suffix one after the other.
  FoldedName stem(name.stem);
  std::size_t at = 0;
  char letter = stem.next();
  while (letter != '\0' && at < whole_.size() && letter == whole_[at]) {
    ++at;
    letter = stem.next();
  }
  if (letter != '\0') {
    // Part of the stem is left over: only a query whose suffix was cut off could still fit, and its stem is shorter.
    return 0;
  }
  if (compare_folded(name.suffix, std::string_view(whole_).substr(at), NameMatch::whole) == 0) return 3;
  const bool stem_fits = at == stem_.size();
  if (at == whole_.size()) return is_city ? 1 : 2;  // a bare name
  if (!stem_fits) return 0;
  if (names_a_city_) return is_city ? 3 : 0;
  return names_a_county_ && !is_city ? 2 : 0;
}

}  // namespace ftt
