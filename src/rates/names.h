// How names of places are compared: without regard to case, accents, blanks, apostrophes, dots and hyphens, with Saint
// and St. alike. And a county's name as stem and suffix, so that "Fairfax", "Fairfax County" and "fairfax county, va"
// all mean the one, while "Fairfax city" means the other.
// Does not hold any name, and allocates only for what a person typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rates/states.h"

namespace ftt {

// Reads a name letter by letter in folded form: a to z and 0 to 9 alone ("Doña Ana" → d o n a a n a).
class FoldedName {
 public:
  explicit FoldedName(std::string_view text) : rest_(text) {}
  // The next letter; 0 at the end.
  char next();

 private:
  std::string_view rest_;
  std::string_view pending_;
  bool at_word_start_ = true;
};

// The whole of it.
std::string fold_name(std::string_view text);
// -1, 0 or 1 as the folded text stands before, at or after `folded`. Texts that begin with it count as equal when
// `prefix` is asked for.
enum class NameMatch { whole, prefix };
int compare_folded(std::string_view text, std::string_view folded, NameMatch match);

// The ways in which the first word of a place's name is written: "Ft. Worth" is "Fort Worth" too, and "Fort Mitchell" is
// "Ft Mitchell". The text itself comes first.
std::vector<std::string> spellings_of(std::string_view name);
// Whether two names of places are the same, however their first words are written.
bool is_same_place_name(std::string_view a, std::string_view b);

struct CountyName {
  std::string_view stem;    // "Fairfax"
  std::string_view suffix;  // " County", " city", or empty
};

// The suffix that a full name ends in; empty where it ends in none ("Carson City", "Guam").
CountyName split_county_name(std::string_view full_name);
// A name as packs write it: bare where the state's usual suffix completes it, else whole behind "=".
CountyName county_name_of_pack(std::string_view written, const State& state);
std::string full_name(CountyName name);

// What a person typed for a county, made ready for many comparisons.
class CountyQuery {
 public:
  // "fairfax county, va": the state may stand behind a comma.
  CountyQuery(std::string_view typed, const State& state);
  explicit CountyQuery(std::string_view name);

  bool is_empty() const { return whole_.empty(); }
  // How well a county fits: 0 not at all; 1 its stem alone, an independent city; 2 its stem alone, a county; 3 the
  // name.
  int fit(CountyName name) const;

 private:
  std::string whole_;  // folded
  std::string stem_;   // folded, without a suffix
  bool names_a_city_ = false;
  bool names_a_county_ = false;
};

}  // namespace ftt
