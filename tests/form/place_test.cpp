// Places: what a place means and what is wrong with it (App. A, items B2, B3 and C2; App. D, items A2 and A3).
#include "form/place.h"

#include <doctest/doctest.h>

#include <utility>

#include "rates/rates_files.h"

using namespace ftt;

namespace {

std::vector<Problem> problems_with(const PlaceLeaves& place, std::string_view city, std::string_view county,
                                   std::string_view state) {
  Answers answers;
  answers.set(place.city(), city);
  answers.set(place.county(), county);
  answers.set(place.state(), state);
  return check_places(answers, test::all_rates());
}

}  // namespace

TEST_SUITE("form: places") {
  TEST_CASE("a place that the tables do not know is a problem of each place field, at the county that it lacks") {
    for (const NamedPlace& place : all_places()) {
      CAPTURE(place.id);
      const std::vector<Problem> problems = problems_with(place.leaves, "Nowhereville", "", "VA");
      REQUIRE(problems.size() == 1);
      CHECK(problems[0].field == info(place.leaves.county()).id);
      CHECK(problems[0].severity == Severity::error);
      CHECK(problems[0].message ==
            "No city or county \"Nowhereville, VA\" is in the tables; check the spelling, or write the county and the "
            "state.");
    }
  }

  TEST_CASE("a county without its state is a problem at the state") {
    const std::vector<Problem> problems = problems_with(agency_worksite, "", "Fairfax County", "");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].field == "position.agency_worksite.state");
    CHECK(problems[0].message == "\"Fairfax County\" does not say its state: write Fairfax County, VA.");
  }

  TEST_CASE("a city without its county is told how it is written in full, and so it is good") {
    const std::vector<Problem> problems = problems_with(agency_worksite, "Denver", "", "CO");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message.ends_with("Write the county too, for example: Denver, Denver County, CO."));
    CHECK(problems_with(agency_worksite, "Denver", "Denver County", "CO").empty());
  }

  TEST_CASE("a county that no table knows is a problem of each place field, at the county") {
    for (const NamedPlace& place : all_places()) {
      CAPTURE(place.id);
      const std::vector<Problem> problems = problems_with(place.leaves, "Boise", "Bogus County", "ID");
      REQUIRE(problems.size() == 1);
      CHECK(problems[0].field == info(place.leaves.county()).id);
      CHECK(problems[0].severity == Severity::error);
      CHECK(problems[0].message.starts_with("There is no county \"Bogus County\" in Idaho; "));
      CHECK(problems_with(place.leaves, "Boise", "Ada County", "ID").empty());
    }
  }

  TEST_CASE("a county is known as people write it, also where it has no pay area of its own or another year's name") {
    for (const auto& [county, state] :
         {std::pair{"ada", "ID"}, std::pair{"Richmond city", "VA"}, std::pair{"Orleans Parish", "LA"},
          std::pair{"Capitol Planning Region", "CT"}, std::pair{"Hartford County", "CT"},
          std::pair{"San Juan Municipio", "PR"}, std::pair{"Anchorage Municipality", "AK"}}) {
      CHECK(problems_with(requested_worksite, "Somewhere", county, state).empty());
    }
  }

  TEST_CASE("a place in a county of its own writing, an empty one and one that is not asked for are no problem") {
    CHECK(problems_with(agency_worksite, "Nowhereville", "Fairfax County", "VA").empty());
    CHECK(problems_with(agency_worksite, "", "", "").empty());
    Answers recruit;
    recruit.set(Leaf::arrangement_action, "recruit");
    recruit.set(Leaf::arrangement_type, "new");
    recruit.set(current_worksite.city(), "Nowhereville");
    CHECK(check_places(recruit, test::all_rates()).empty());
  }
}
