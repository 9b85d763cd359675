// Places as ZIP, city or county.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "rates/rates_files.h"

namespace ftt {
namespace {

using test::all_rates;
using test::csv;

std::vector<std::string> labels(std::string_view text, std::size_t limit = 5) {
  std::vector<std::string> labels;
  for (const PlaceSuggestion& place : all_rates().suggest_places(text, limit).places) labels.push_back(place.label);
  return labels;
}

TEST_CASE("places: every ZIP has its city and its counties") {
  int zips = 0;
  int wrong = 0;
  for (const auto& row : csv("zip_places.csv")) {
    ++zips;
    const LookUp<std::vector<ZipPlace>> places = all_rates().zip(row[0]);
    std::multiset<std::string> expected;
    for (std::size_t at = 0; at <= row[3].size();) {
      const std::size_t end = std::min(row[3].find("; ", at), row[3].size());
      std::string county = row[3].substr(at, end - at);
      expected.insert(county.size() > 3 && county[2] == ':' ? county.substr(3) : county);
      at = end + 2;
    }
    std::multiset<std::string> found;
    if (places) {
      for (const ZipPlace& place : *places) found.insert(place.county);
    }
    if (!places || found != expected || places->front().city != row[2]) {
      ++wrong;
      MESSAGE(row[0]);
    }
  }
  CHECK(zips == 40'977);
  CHECK(wrong == 0);
}

TEST_CASE("places: the per diem destination of a ZIP is the one of the FY2026 table") {
  std::map<std::string, std::string> names{{"0", "Standard rate"}};
  for (const auto& row : csv("per_diem_conus.csv")) {
    if (row[0] == "2026") names[row[3]] = row[2];
  }
  int checked = 0;
  int wrong = 0;
  for (const auto& row : csv("zip_places.csv")) {
    if (row[4].empty() || row[3].empty() || row[4].find(';') != std::string::npos) continue;
    ++checked;
    if (all_rates().zip(row[0])->front().destination != names.at(row[4])) {
      ++wrong;
      MESSAGE(row[0] << " " << row[4]);
    }
  }
  CHECK(checked > 30'000);
  CHECK(wrong == 0);
}

TEST_CASE("places: a ZIP that does not exist, or is none, says so") {
  CHECK(all_rates().zip("00000").why().lack == Lack::zip_unknown);
  CHECK(all_rates().zip("00000").why().message ==
        "zip 00000 is not in the FY2026 table; check the digits, or name the county and the state");
  CHECK(all_rates().zip("2040").why().lack == Lack::zip_malformed);
  CHECK(all_rates().zip("2040x").why().message == "zip \"2040x\" is not five digits; write it as 20405");
  CHECK(all_rates().zip(" 20405-0001 ")->front().city == "Washington");
  const Rates current = test::load_rates(test::Parts::current);
  CHECK(current.zip("20405").why().lack == Lack::zips_not_loaded);
  CHECK(current.suggest_places("204", 5).message ==
        "the ZIP codes are not loaded yet; name the county and the state meanwhile");
}

TEST_CASE("places: suggestions by ZIP") {
  CHECK(labels("80202") == std::vector<std::string>{"Denver, Denver County, CO 80202"});
  const std::vector<PlaceSuggestion> denver = all_rates().suggest_places("80202", 5).places;
  CHECK(denver.front().city == "Denver");
  CHECK(denver.front().county == "Denver County");
  CHECK(denver.front().state == "CO");
  CHECK(denver.front().zip == "80202");
  CHECK(labels("802").size() == 5);
  CHECK(all_rates().suggest_places("80", 5).message == "type at least three digits of the ZIP");
  CHECK(all_rates().suggest_places("00000", 5).message ==
        "zip 00000 is not in the FY2026 table; check the digits, or name the county and the state");
  CHECK(all_rates().suggest_places("000", 5).places.empty());
  CHECK(all_rates().suggest_places("123456", 5).message == "zip \"123456\" is not five digits; write it as 20405");
}

TEST_CASE("places: suggestions by city and by county, the likeliest first") {
  CHECK(labels("Denver CO").front() == "Denver, Denver County, CO");
  CHECK(labels("denver, co").front() == "Denver, Denver County, CO");
  CHECK(labels("Denver County").front() == "Denver County, CO");
  CHECK(labels("fairfax county, va").front() == "Fairfax County, VA");
  CHECK(labels("fairfax city").front() == "Fairfax city, VA");
  CHECK(labels("Fort Worth").front() == "Fort Worth, Tarrant County, TX");
  CHECK(labels("Washington DC").front() == "Washington, District of Columbia, DC");
  CHECK(labels("Port Washington").front().starts_with("Port Washington, "));
  CHECK(labels("saint paul mn").front().starts_with("Saint Paul, "));
  CHECK(labels("Doña Ana County").front() == "Doña Ana County, NM");
  CHECK(labels("Gallatin County, M") == labels("gallatin county, mont"));
  CHECK(labels("Gallatin County, M").front() == "Gallatin County, MT");
  CHECK(labels("Gallatin County, k").front() == "Gallatin County, KY");
  CHECK(labels("Paris, France").empty());
  CHECK(labels("den", 3).size() == 3);
  CHECK(labels("").empty());
  CHECK(all_rates().suggest_places("x", 5).message == "type at least two letters of the city or county");
  CHECK(all_rates().suggest_places("Narnia", 5).message ==
        "no city or county \"Narnia\" is in the tables; check the spelling, or write the county and the state");
  CHECK(labels("<script>").empty());
}

TEST_CASE("places: counties are suggested before the ZIP codes are loaded") {
  const PlaceSuggestions early = test::load_rates(test::Parts::current).suggest_places("denver", 5);
  REQUIRE_FALSE(early.places.empty());
  CHECK(early.places.front().label == "Denver County, CO");
  CHECK(early.message == "cities and ZIP codes are not loaded yet; counties can be picked meanwhile");
}

}  // namespace
}  // namespace ftt
