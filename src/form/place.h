// A place as one line of text: what a person types for a worksite, which city, county and state that means, and what is
// wrong with it.
//
// Covers App. A, B2, B3 and C2, and App. D, A2 and A3. The street address is a field of its own.
// Does not look up pay or per diem (calc does).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "form/answers.h"
#include "form/checks.h"
#include "form/leaf.h"
#include "rates/rates.h"

namespace ftt {

struct NamedPlace {
  std::string_view id;
  PlaceLeaves leaves;
};
// Every place field, in the order of the forms.
std::span<const NamedPlace> all_places();
// The leaves of the place field with that id ("employee.requested_worksite"); null for any other id.
const PlaceLeaves* find_place(std::string_view id);

// "Denver, Denver County, CO": what the answers say, the unknown left out.
std::string place_text(const Answers&, const PlaceLeaves&);

// Whether neither city, county nor state is there.
bool is_empty(const Answers&, const PlaceLeaves&);

// What the tables suggest for a text that is being typed or was pasted, also for one that place_text has written.
PlaceSuggestions suggest(const Rates&, std::string_view text, std::size_t limit);
// What else a place that was answered may be: the counties that its city reaches into.
PlaceSuggestions suggest_counties(const Rates&, const Answers&, const PlaceLeaves&, std::size_t limit);

void set_place(Answers&, const PlaceLeaves&, const PlaceSuggestion&);
// The text was typed and left: the place that it means, of a city in several counties the main one; else city, county
// and state as far as they are written, else the whole text as the city, so that nothing is lost. A street before the
// city goes to the address.
void set_place_text(Answers&, const PlaceLeaves&, std::string_view text, const Rates&);
// More places are known now: a text that could not be told from others is read again.
void read_place_again(Answers&, const PlaceLeaves&, const Rates&);

// What is wrong with a place that was left, and the mend; empty where there is nothing to say. Says nothing of a place
// that is empty, or of a county where the tables have none of its state.
std::string place_problem(const Answers&, const PlaceLeaves&, const Rates&);
// Which figures hang on a place: the agency worksite decides the per diem too.
enum class PlaceMatters : std::uint8_t { for_pay, for_pay_and_per_diem };
// Of a city in more than one county: which one is taken, and whether the choice matters; empty for any other place.
std::string other_counties(const Answers&, const PlaceLeaves&, const Rates&, PlaceMatters);
// What is wrong with every place that is asked for, each at the county or the state that is at fault, in the order of the
// forms.
std::vector<Problem> check_places(const Answers&, const Rates&);

}  // namespace ftt
