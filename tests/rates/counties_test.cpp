// 5 CFR 531.603: the pay area of every county, and how counties are written.
#include <doctest/doctest.h>

#include "rates/names.h"
#include "rates/rates_files.h"

namespace ftt {
namespace {

using test::all_rates;
using test::csv;

std::string area_code(std::string_view state, std::string_view county, int year = 2026) {
  const LookUp<CountyArea> found = all_rates().area_of_county(state, county, year);
  return found ? std::string(found->area.code) : found.why().message;
}

std::string county_name(std::string_view state, std::string_view county) {
  const LookUp<CountyArea> found = all_rates().area_of_county(state, county, 2026);
  return found ? found->county : found.why().message;
}

TEST_CASE("5 CFR 531.603: all 3,234 counties have the area of the table, by full name and in lower case") {
  int counties = 0;
  int wrong = 0;
  for (const auto& row : csv("county_areas.csv")) {
    ++counties;
    const LookUp<CountyArea> found = all_rates().area_of_county(row[1], row[2], 2026);
    if (!found || found->area.code != row[3] || found->county != row[2]) {
      ++wrong;
      MESSAGE(row[2] << ", " << row[1]);
    }
    std::string lower;
    for (const char c : row[2]) lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    const LookUp<CountyArea> typed = all_rates().area_of_county(row[1], lower + ", " + row[1], 2024);
    if (!typed || typed->county != row[2]) {
      ++wrong;
      MESSAGE(lower << ", " << row[1]);
    }
  }
  CHECK(counties == 3'234);
  CHECK(wrong == 0);
}

TEST_CASE("5 CFR 531.603: counties are found as people write them") {
  CHECK(county_name("VA", "Fairfax") == "Fairfax County");
  CHECK(county_name("VA", "fairfax county, va") == "Fairfax County");
  CHECK(county_name("Virginia", "Fairfax city") == "Fairfax city");
  CHECK(county_name("VA", "City of Richmond") == "Richmond city");
  CHECK(county_name("VA", "Richmond") == "Richmond County");
  CHECK(county_name("VA", "Alexandria") == "Alexandria city");
  CHECK(county_name("VA", "James City") == "James City County");
  CHECK(county_name("MO", "St. Louis city") == "St. Louis city");
  CHECK(county_name("MO", "Saint Louis County") == "St. Louis County");
  CHECK(county_name("MO", "Ste Genevieve") == "Ste. Genevieve County");
  CHECK(county_name("MD", "Queen Annes") == "Queen Anne's County");
  CHECK(county_name("MD", "Queen Anne’s County") == "Queen Anne's County");
  CHECK(county_name("NM", "Dona Ana") == "Doña Ana County");
  CHECK(county_name("NM", "DOÑA ANA COUNTY") == "Doña Ana County");
  CHECK(county_name("LA", "Orleans") == "Orleans Parish");
  CHECK(county_name("AK", "Juneau") == "Juneau City and Borough");
  CHECK(county_name("AK", "Anchorage") == "Anchorage Municipality");
  CHECK(county_name("AK", "Nome") == "Nome Census Area");
  CHECK(county_name("PR", "Mayaguez") == "Mayagüez Municipio");
  CHECK(county_name("IL", "De Kalb") == "DeKalb County");
  CHECK(county_name("MT", "Lewis & Clark") == "Lewis and Clark County");
  CHECK(county_name("NV", "Carson City") == "Carson City");
  CHECK(county_name("DC", "") == "District of Columbia");
  CHECK(county_name("VA", "Narnia").starts_with("there is no county \"Narnia\" in Virginia"));
  CHECK(all_rates().area_of_county("VA", "", 2026).why().lack == Lack::county_missing);
  CHECK(all_rates().area_of_county("ZZ", "Fairfax", 2026).why().lack == Lack::state_unknown);
}

TEST_CASE("5 CFR 531.603: a bare name that a county and an independent city share means the county, and says so") {
  const LookUp<CountyArea> fairfax = all_rates().area_of_county("VA", "Fairfax", 2026);
  CHECK(fairfax->note == "the county is meant; for the independent city write \"Fairfax city\"");
  CHECK(all_rates().area_of_county("VA", "Fairfax County", 2026)->note.empty());
}

TEST_CASE(
    "5 CFR 531.603: before 2024 the person picks the area and is told why; 2025 is inferred; later years lean back") {
  const LookUp<CountyArea> old = all_rates().area_of_county("VA", "Fairfax County", 2023);
  REQUIRE_FALSE(old.has_value());
  CHECK(old.why().lack == Lack::definitions_not_held);
  CHECK(old.why().message ==
        "which counties make up a pay area is known for 2024 and later only; for 2023 pick the area from the list");
  CHECK(area_code("VA", "Fairfax County", 2024) == "DCB");
  CHECK(all_rates().area_of_county("VA", "Fairfax County", 2025)->note ==
        "which counties the pay areas have in 2025 is taken from the lists of 2024 and 2026, which are the same");
  CHECK(all_rates().area_of_county("VA", "Fairfax County", 2027)->note ==
        "the definitions of the pay areas for 2027 are not known; those of 2026 used");
}

TEST_CASE("5 CFR 531.603: Connecticut goes by its counties, its planning regions have no area") {
  CHECK(area_code("CT", "Hartford") == "HAR");
  CHECK(area_code("CT", "Fairfield County") == "NY");
  for (const auto& row : csv("connecticut_planning_regions.csv")) {
    CHECK(all_rates().area_of_county("CT", row[2], 2026).why().lack == Lack::area_not_defined);
  }
  CHECK(all_rates().area_of_county("CT", "Capitol", 2026).why().lack == Lack::area_not_defined);
}

TEST_CASE("5 CFR 531.603: Burlington County says that a part of it is in another area") {
  const LookUp<CountyArea> burlington = all_rates().area_of_county("NJ", "Burlington", 2026);
  CHECK(burlington->area.code == "PHL");
  CHECK(burlington->note ==
        "the part of the county in Joint Base McGuire-Dix-Lakehurst belongs to the New York area; if the worksite lies "
        "there pick NY");
}

TEST_CASE("names: the counties of a state are listed by name") {
  CHECK(all_rates().counties("VA").size() == 133);
  CHECK(all_rates().counties("Delaware") ==
        std::vector<std::string>{"Kent County", "New Castle County", "Sussex County"});
  CHECK(all_rates().counties("Atlantis").empty());
}

TEST_CASE("names: folding drops case, accents, blanks and marks") {
  CHECK(fold_name("Doña Ana") == "donaana");
  CHECK(fold_name("O'Brien") == "obrien");
  CHECK(fold_name("Saint Mary's") == fold_name("St. Marys"));
  CHECK(fold_name("Saints") == "saints");
  CHECK(fold_name("Hawaiʻi") == "hawaii");
  CHECK(fold_name("Ste. Genevieve") == fold_name("Sainte Genevieve"));
  CHECK(fold_name("Wilkes-Barre") == "wilkesbarre");
  CHECK(fold_name("") == "");
}

}  // namespace
}  // namespace ftt
