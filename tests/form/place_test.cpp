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

  TEST_CASE("a place is taken as people type and paste it") {
    struct Typed {
      const char* text;
      const char* place;
    };
    for (const Typed& typed :
         {Typed{"Washington DC", "Washington, District of Columbia, DC"},
          Typed{"Washington, DC", "Washington, District of Columbia, DC"},
          Typed{"washington d.c.", "Washington, District of Columbia, DC"},
          Typed{"Washington, D.C.", "Washington, District of Columbia, DC"},
          Typed{"DC", "Washington, District of Columbia, DC"},
          Typed{"D.C.", "Washington, District of Columbia, DC"},
          Typed{"District of Columbia", "Washington, District of Columbia, DC"},
          Typed{"Washington, DC 20405", "Washington, District of Columbia, DC"},
          Typed{"Washington DC 20405-0001", "Washington, District of Columbia, DC"},
          Typed{"Boise, ID", "Boise, Ada County, ID"},
          Typed{"Boise ID", "Boise, Ada County, ID"},
          Typed{"boise, idaho", "Boise, Ada County, ID"},
          Typed{"Boise, Idaho 83702", "Boise, Ada County, ID"},
          Typed{"83702", "Boise, Ada County, ID"},
          Typed{"83702-1234", "Boise, Ada County, ID"},
          Typed{"837021234", "Boise, Ada County, ID"},
          Typed{"\u200b83702\u200e", "Boise, Ada County, ID"},
          Typed{"ID 83702", "Boise, Ada County, ID"},
          Typed{"Boise, Ada County, ID", "Boise, Ada County, ID"},
          Typed{"Boise, Ada, ID", "Boise, Ada County, ID"},
          Typed{"Boise, ID, USA", "Boise, Ada County, ID"},
          Typed{"Ada County, ID", "Ada County, ID"},
          Typed{"Boston, MA", "Boston, Suffolk County, MA"},
          Typed{"Atlanta, GA", "Atlanta, Fulton County, GA"},
          Typed{"Philadelphia, PA", "Philadelphia, Philadelphia County, PA"},
          Typed{"Denver, CO", "Denver, Denver County, CO"},
          Typed{"San Francisco, CA", "San Francisco, San Francisco County, CA"},
          Typed{"Kansas City, MO", "Kansas City, Jackson County, MO"},
          Typed{"Kansas City Missouri", "Kansas City, Jackson County, MO"},
          Typed{"Auburn, WA", "Auburn, King County, WA"},
          Typed{"San Juan, PR", "San Juan, San Juan Municipio, PR"},
          Typed{"Guam", "Guam, GU"},
          Typed{"Charleston West Virginia", "Charleston, Kanawha County, WV"},
          Typed{"Port Washington NY", "Port Washington, Nassau County, NY"},
          Typed{"Puerto Rico", "San Juan, San Juan Municipio, PR"},
          Typed{"Ft. Worth, TX", "Fort Worth, Tarrant County, TX"},
          Typed{"ft worth tx", "Fort Worth, Tarrant County, TX"},
          Typed{"Mt. Vernon, NY", "Mount Vernon, Westchester County, NY"},
          Typed{"N. Las Vegas, NV", "North Las Vegas, Clark County, NV"},
          Typed{"N Las Vegas NV 89031", "North Las Vegas, Clark County, NV"},
          Typed{"St. Paul, MN", "Saint Paul, Ramsey County, MN"},
          Typed{"New York, NY", "New York, New York County, NY"},
          Typed{"New York New York", "New York, New York County, NY"},
          Typed{"Bozeman, MT 59715", "Bozeman, Gallatin County, MT"},
          Typed{"Arlington, Arlington County, VA 22206", "Arlington, Arlington County, VA"},
          Typed{"22206", "Arlington, Arlington County, VA"},
          Typed{"36421", "Andalusia, Covington County, AL"},
          Typed{"02543", "Woods Hole, Barnstable County, MA"},
          Typed{"Alexandria, VA", "Alexandria, Alexandria city, VA"},
          Typed{"Fairfax County, VA", "Fairfax County, VA"},
          Typed{"Smallville, Fairfax County, VA", "Smallville, Fairfax County, VA"}}) {
      for (const NamedPlace& place : all_places()) {
        CAPTURE(std::string(typed.text));
        Answers answers;
        set_place_text(answers, place.leaves, typed.text, test::all_rates());
        REQUIRE(place_text(answers, place.leaves) == std::string(typed.place));
        REQUIRE(place_problem(answers, place.leaves, test::all_rates()).empty());
        REQUIRE(answers.is_empty(place.leaves.address));
      }
    }
  }

  TEST_CASE("a whole pasted address is a place and its street") {
    struct Pasted {
      const char* text;
      const char* street;
      const char* place;
    };
    for (const Pasted& pasted :
         {Pasted{"1800 F St NW, Washington, DC 20405", "1800 F St NW", "Washington, District of Columbia, DC"},
          Pasted{"1800 F St NW\nWashington, DC 20405-0001", "1800 F St NW", "Washington, District of Columbia, DC"},
          Pasted{"1800 F St NW Washington DC 20405", "1800 F St NW", "Washington, District of Columbia, DC"},
          Pasted{"1800 F Street North West Building Seven Room 12 Washington DC 20405",
                 "1800 F Street North West Building Seven Room 12", "Washington, District of Columbia, DC"},
          Pasted{"1800 F St NW, Washington, DC", "1800 F St NW", "Washington, District of Columbia, DC"},
          Pasted{"General Services Administration, 1800 F Street NW, Washington, DC 20405, USA",
                 "General Services Administration, 1800 F Street NW", "Washington, District of Columbia, DC"},
          Pasted{"410 W Main St, Apt 4B, Boise, ID 83702", "410 W Main St, Apt 4B", "Boise, Ada County, ID"},
          Pasted{"819 Taylor St, Ft. Worth, TX", "819 Taylor St", "Fort Worth, Tarrant County, TX"},
          Pasted{"100 Main St, Lake Oswego, OR 97034", "100 Main St", "Lake Oswego, Clackamas County, OR"}}) {
      CAPTURE(std::string(pasted.text));
      Answers answers;
      set_place_text(answers, agency_worksite, pasted.text, test::all_rates());
      CHECK(place_text(answers, agency_worksite) == std::string(pasted.place));
      CHECK(answers.text(agency_worksite.address) == std::string(pasted.street));
      const PlaceSuggestions suggested = suggest(test::all_rates(), pasted.text, 8);
      REQUIRE_FALSE(suggested.places.empty());
      CHECK(suggested.places.front().label.starts_with(std::string_view(pasted.place).substr(0, 6)));
    }
  }

  TEST_CASE("a text that is longer than any address is kept and refused by its length, and is not looked up") {
    std::string pasted = "12";
    for (int i = 0; i < 20'000; ++i) pasted += " word";
    pasted += " Washington DC";
    Answers answers;
    set_place_text(answers, agency_worksite, pasted, test::all_rates());
    CHECK(answers.text(agency_worksite.city()) == pasted);
    CHECK(answers.is_bad(agency_worksite.city()));
    CHECK(answers.problem(agency_worksite.city()).starts_with("The text has 100,016 characters; at most 500 fit here."));
    CHECK(answers.is_empty(agency_worksite.address));
    CHECK(place_problem(answers, agency_worksite, test::all_rates()).empty());
    CHECK(suggest(test::all_rates(), pasted, 8).places.empty());
    read_place_again(answers, agency_worksite, test::all_rates());
    CHECK(answers.text(agency_worksite.city()) == pasted);
  }

  TEST_CASE("what a suggestion says is the place that it stands for") {
    for (const char* text : {"Boise", "Washington", "Spring", "St. L", "Ft. ", "San J", "Kansas City", "Auburn, WA",
                             "837", "00601", "Carson City", "Fairfax", "Alexandria", "Guam", "New", "Mt. V", "Port Wash"}) {
      for (const PlaceSuggestion& place : suggest(test::all_rates(), text, 24).places) {
        CAPTURE(place.label);
        Answers typed;
        set_place_text(typed, agency_worksite, place.label, test::all_rates());
        Answers chosen;
        set_place(chosen, agency_worksite, place);
        // "Carson City, NV" is a city and, all the same, a county.
        CHECK(typed.text(agency_worksite.county()) == chosen.text(agency_worksite.county()));
        CHECK(typed.text(agency_worksite.state()) == chosen.text(agency_worksite.state()));
        if (!place.city.empty()) CHECK(typed.text(agency_worksite.city()) == place.city);
      }
    }
  }

  TEST_CASE("a place that can be more than one, a whole state or nothing is told how it is written, and so it is good") {
    for (const char* text : {"Springfield", "Washington", "Virginia", "Portland", "VA", "Texas", "Jefferson",
                             "VA 20405", "Fort", "Columbia"}) {
      CAPTURE(std::string(text));
      Answers answers;
      set_place_text(answers, agency_worksite, text, test::all_rates());
      const std::string message = place_problem(answers, agency_worksite, test::all_rates());
      CAPTURE(message);
      REQUIRE_FALSE(message.empty());
      // "… for example: Springfield, Baca County, CO 81073." and "… write Ada County, ID."
      std::size_t begin = message.rfind("for example");
      begin = begin == std::string::npos ? message.find("write ") + 6 : message.find_first_not_of(":, ", begin + 11);
      std::string advised = message.substr(begin, message.rfind('.') - begin);
      advised = advised.substr(0, advised.find(", or "));
      CAPTURE(advised);
      CHECK(advised != text);
      Answers followed;
      set_place_text(followed, agency_worksite, advised, test::all_rates());
      CHECK_FALSE(followed.is_empty(agency_worksite.county()));
      CHECK(place_problem(followed, agency_worksite, test::all_rates()).empty());
    }
  }

  TEST_CASE("of a city in several counties it is said which one is taken and whether it matters") {
    const auto said = [](std::string_view text, PlaceMatters matters) {
      Answers answers;
      set_place_text(answers, agency_worksite, text, test::all_rates());
      return other_counties(answers, agency_worksite, test::all_rates(), matters);
    };
    constexpr PlaceMatters pay = PlaceMatters::for_pay;
    constexpr PlaceMatters both = PlaceMatters::for_pay_and_per_diem;
    CHECK(said("Kansas City, MO", both) ==
          "Taken as Jackson County, where most of Kansas City is; the rest has the same pay area and per diem.");
    CHECK(said("Auburn, WA", both) ==
          "Parts of Auburn are in Pierce County, with another per diem: choose that one if the worksite is there.");
    CHECK(said("Auburn, WA", pay) ==
          "Taken as King County, where most of Auburn is; the rest has the same pay area.");
    CHECK(said("Auburn, Pierce County, WA", both) ==
          "Parts of Auburn are in King County, with another per diem: choose that one if the worksite is there.");
    CHECK(said("Kansas City, Clay County, MO", both).empty());
    CHECK(said("Washington, DC", both).empty());
    CHECK(said("San Juan, PR", both).empty());
    CHECK(said("Nowhereville, VA", both).empty());
    Answers auburn;
    set_place_text(auburn, agency_worksite, "Auburn, WA", test::all_rates());
    const PlaceSuggestions counties = suggest_counties(test::all_rates(), auburn, agency_worksite, 8);
    REQUIRE(counties.places.size() == 2);
    CHECK(counties.places[0].county == "King County");
    CHECK(counties.places[1].county == "Pierce County");
  }
}
