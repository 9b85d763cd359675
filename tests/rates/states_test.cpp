// The states, the District and the territories.
#include <doctest/doctest.h>

#include <set>

#include "rates/rates_files.h"

namespace ftt {
namespace {

TEST_CASE("states: 56, each found by its letters and its name") {
  std::set<std::string_view> abbreviations;
  for (const State& state : states()) {
    abbreviations.insert(state.abbreviation);
    CHECK(find_state(state.abbreviation) == &state);
    CHECK(find_state(state.name) == &state);
  }
  CHECK(abbreviations.size() == 56);
  CHECK(find_state(" va ")->name == "Virginia");
  CHECK(find_state("washington dc")->abbreviation == "DC");
  CHECK(find_state("U.S. Virgin Islands")->abbreviation == "VI");
  CHECK(find_state("ZZ") == nullptr);
  CHECK(find_state("") == nullptr);
}

TEST_CASE("states: every state of the tables is there") {
  for (const auto& row : test::csv("county_areas.csv")) CHECK(find_state(row[1]) != nullptr);
}

}  // namespace
}  // namespace ftt
