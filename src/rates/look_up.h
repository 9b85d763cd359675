// What every look-up in the rates gives: a value with its source, or the reason why there is none.
// Covers "look-up gives a value or says why not". Does not know of any table.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/assert.h"

namespace ftt {

// The reasons for which a table has no answer. The sentence beside it is for people, this is for code.
enum class Lack {
  year_not_held,         // no table of that year is loaded (history.rates may hold it)
  grade_out_of_range,    // a grade is 1 to 15
  step_out_of_range,     // a step is 1 to 10
  area_unknown,          // no such locality pay area in that year
  definitions_not_held,  // counties are known for 2024 and later alone: the person picks the area
  area_not_defined,      // the place is real but no area is published for it (Connecticut's planning regions)
  state_unknown,
  county_unknown,
  county_ambiguous,  // a county and an independent city bear the name
  county_missing,    // a state alone does not settle it
  destination_unknown,
  not_published,  // nobody whose tables are held publishes a figure for that place (Northern Marianas)
  date_not_held,
  tier_unknown,
  zip_malformed,
  zip_unknown,
  zips_not_loaded
};

struct WhyNot {
  Lack lack = Lack::year_not_held;
  std::string message;  // one sentence, names the place at fault and the mend
};

// Where a figure stands: which table, of which year, and who published it. Views live as long as the Rates.
struct RateSource {
  std::string_view table;  // "General Schedule base pay"
  int year = 0;            // the pay year or fiscal year of the table
  std::string_view note;   // the table's own source line
};

// A value or a WhyNot; never both. Reading the value where there is none is our own mistake and aborts. It is no
// Result: that a table has no figure is an answer, which code tells apart by its Lack and a person reads where the
// figure would stand, while an Error refuses what was given, at its place.
template <class T>
class [[nodiscard]] LookUp {
 public:
  LookUp(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  LookUp(WhyNot why) : held_(std::in_place_index<1>, std::move(why)) {}

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  const T& value() const {
    const T* value = std::get_if<0>(&held_);
    FTT_ASSERT(value != nullptr, "A look-up without a value was asked for it.");
    return *value;
  }
  const T& operator*() const { return value(); }
  const T* operator->() const { return &value(); }
  const WhyNot& why() const {
    const WhyNot* why = std::get_if<1>(&held_);
    FTT_ASSERT(why != nullptr, "A look-up with a value was asked why it has none.");
    return *why;
  }

 private:
  std::variant<T, WhyNot> held_;
};

}  // namespace ftt
