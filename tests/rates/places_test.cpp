// Places as ZIP, city or county.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include "long_text.h"
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

// What the second sources say, by county: "AL,Autauga County,36003 36066-36068".
const std::set<std::pair<std::string, std::string>>& second_sources() {
  static const std::set<std::pair<std::string, std::string>> counties = [] {
    std::set<std::pair<std::string, std::string>> known;  // a ZIP, and state and county
    std::ifstream file(FTT_TESTS_DIR "/rates/zip_counties.csv");
    std::string header;
    std::getline(file, header);
    for (std::string line; std::getline(file, line);) {
      const std::size_t end = line.rfind(',');
      std::istringstream zips(line.substr(end + 1));
      for (std::string range; zips >> range;) {
        const int first = std::stoi(range.substr(0, 5));
        const int last = range.size() == 11 ? std::stoi(range.substr(6)) : first;
        for (int zip = first; zip <= last; ++zip) {
          const std::string digits = std::to_string(zip);
          known.emplace(std::string(5 - digits.size(), '0') + digits, line.substr(0, end));
        }
      }
    }
    return known;
  }();
  return counties;
}

TEST_CASE("places: the county of each ZIP is one that a second source knows for it") {
  REQUIRE(second_sources().size() > 50'000);
  int without_county = 0;
  std::string unconfirmed;
  for (const auto& row : csv("zip_places.csv")) {
    const ZipPlace first = all_rates().zip(row[0])->front();
    if (first.county.empty()) {
      ++without_county;
    } else if (!second_sources().contains({row[0], first.state + "," + first.county})) {
      unconfirmed += row[0] + " ";
    }
  }
  CHECK(without_county == 4);
  // Post offices of one building or box each, where the other sources know nothing or each something else.
  CHECK(unconfirmed ==
        "02055 02187 02204 02206 02283 02284 11690 11695 14267 16531 23289 23941 24205 28407 30348 30371 "
        "30375 30384 31107 31192 31193 31195 31196 33631 33633 33650 33660 33661 33662 33663 33664 33686 "
        "44188 44190 44191 44194 44197 44198 45275 46262 49463 55473 55572 60572 71120 71130 71151 71152 "
        "71153 71154 71156 72525 80038 93558 95899 99107 ");
}

TEST_CASE("places: ZIPs whose county the postal code files had wrong") {
  struct Right {
    std::string_view zip;
    std::string_view county;
    std::string_view state;
  };
  for (const Right& right : {Right{"36421", "Covington County", "AL"}, Right{"78574", "Hidalgo County", "TX"},
                             Right{"48638", "Saginaw County", "MI"}, Right{"72019", "Saline County", "AR"},
                             Right{"39840", "Randolph County", "GA"}, Right{"87034", "Cibola County", "NM"},
                             Right{"06084", "Tolland County", "CT"}, Right{"43240", "Delaware County", "OH"},
                             Right{"20913", "Montgomery County", "MD"}, Right{"06025", "Hartford County", "CT"},
                             Right{"10509", "Putnam County", "NY"}, Right{"97086", "Clackamas County", "OR"}}) {
    CAPTURE(right.zip);
    const LookUp<std::vector<ZipPlace>> places = all_rates().zip(right.zip);
    REQUIRE(places.has_value());
    CHECK(places->front().county == right.county);
    CHECK(places->front().state == right.state);
    for (const ZipPlace& place : *places) CHECK(place.county != "Albany County");
  }
}

TEST_CASE("places: Woods Hole is a village of Falmouth, by GSA's ZIP file and by its name alike") {
  CHECK(all_rates().zip("02543")->front().destination == "Falmouth");
  for (const char* city : {"Woods Hole", "woods hole", "Falmouth"}) {
    CAPTURE(city);
    const LookUp<PerDiem> rate = all_rates().per_diem(calendar_date(2027, 7, 1), {"MA", "Barnstable County", city});
    CHECK(rate->destination == "Falmouth");
    CHECK(rate->lodging == Money::from_dollars(247));
  }
  CHECK(all_rates().per_diem(calendar_date(2027, 7, 1), {"MA", "Barnstable County", "Yarmouth"})->destination ==
        "Hyannis");
}

TEST_CASE("places: the per diem destination of a ZIP is the one of the FY2026 table") {
  std::map<std::string, std::string> names{{"0", "Standard rate"}};
  for (const auto& row : csv("per_diem_conus.csv")) {
    if (row[0] == "2026") names[row[3]] = row[2];
  }
  int checked = 0;
  int wrong = 0;
  for (const auto& row : csv("zip_places.csv")) {
    if (row[4].empty() || row[3].empty() || test::contains(row[4], ";")) continue;
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
  CHECK(all_rates().zip("2040x").why().message == "zip \"2040x\" is not five digits; write it like 20405");
  CHECK(all_rates().zip(" 20405-0001 ")->front().city == "Washington");
  const Rates current = test::load_rates(test::Parts::current);
  CHECK(current.zip("20405").why().lack == Lack::zips_not_loaded);
  CHECK(current.suggest_places("204", 5).message ==
        "the ZIP codes are not loaded yet; name the county and the state for now");
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
  CHECK(all_rates().suggest_places("123456", 5).message == "zip \"123456\" is not five digits; write it like 20405");
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
  CHECK(labels("Gallatin County M") == labels("Gallatin County, M"));
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
  CHECK(early.message == "cities and ZIP codes are not loaded yet; you can pick a county for now");
}

}  // namespace
}  // namespace ftt
