// App. A, Part E, lines 5 and 6: every season at its first and last day, and what is said where a table ends.
#include <doctest/doctest.h>

#include <map>

#include "rates/rates_files.h"

namespace ftt {
namespace {

using test::all_rates;
using test::csv;

struct Season {
  int first_month = 0;
  int first_day = 0;
  int last_month = 0;
  int last_day = 0;
  int lodging = 0;
};

// "10-01..02-28:106 03-01..09-30:125"
std::vector<Season> seasons_of(const std::string& text) {
  std::vector<Season> seasons;
  for (std::size_t at = 0; at < text.size();) {
    const auto number = [&](std::size_t from, std::size_t size) { return std::stoi(text.substr(at + from, size)); };
    const std::size_t end = std::min(text.find(' ', at), text.size());
    seasons.push_back({number(0, 2), number(3, 2), number(7, 2), number(10, 2), number(13, end - at - 13)});
    at = end + 1;
  }
  return seasons;
}

Date day_in(int fiscal_year, int month, int day) {
  return *Date::from_year_month_day(month >= 10 ? fiscal_year - 1 : fiscal_year, month, day);
}

// The first area of a destination as a place: "Baldwin", "city Sedona", "MD:Montgomery", "Barnstable except Falmouth".
Place place_of(std::string_view area, std::string_view destination_state) {
  Place place{destination_state, {}, {}};
  bool is_county = true;
  for (const std::string_view kind : {std::string_view("city "), std::string_view("installation ")}) {
    if (!area.starts_with(kind)) continue;
    area.remove_prefix(kind.size());
    is_county = false;
  }
  if (area.size() > 3 && area[2] == ':') {
    place.state = area.substr(0, 2);
    area.remove_prefix(3);
  }
  area = area.substr(0, area.find(" except "));
  (is_county ? place.county : place.city) = area;
  return place;
}

TEST_CASE("App. A, Part E: every destination's every area, every season's first and last day, ten fiscal years") {
  int destinations = 0;
  int look_ups = 0;
  int wrong = 0;
  for (const auto& row : csv("per_diem_conus.csv")) {
    ++destinations;
    const int year = std::stoi(row[0]);
    const std::vector<Season> seasons = seasons_of(row[5]);
    for (std::size_t at = 0; at < row[6].size();) {
      const std::size_t end = std::min(row[6].find("; ", at), row[6].size());
      const Place place = place_of(std::string_view(row[6]).substr(at, end - at), row[1]);
      for (const Season& season : seasons) {
        const Date first = day_in(year, season.first_month, season.first_day);
        const Date last = day_in(year, season.last_month, season.last_day);
        for (const Date day : {first, last}) {
          ++look_ups;
          const LookUp<PerDiem> rate = all_rates().per_diem(day, place);
          if (rate && rate->destination == row[2] && rate->destination_state == row[1] &&
              rate->lodging == Money::from_dollars(season.lodging) &&
              rate->meals_and_incidentals == Money::from_dollars(std::stoi(row[4])) && rate->first == first &&
              rate->last == last && rate->fiscal_year == year && !rate->is_standard && rate->note.empty()) {
            continue;
          }
          ++wrong;
          MESSAGE(row[0] << " " << row[1] << " " << row[2] << " " << to_iso(day) << " "
                         << (rate ? std::string(rate->destination) : rate.why().message));
        }
      }
      at = end + 2;
    }
  }
  MESSAGE(look_ups << " look-ups of " << destinations << " destinations");
  CHECK(destinations == 3'122);
  CHECK(wrong == 0);
}

TEST_CASE("App. A, Part E: a county that is not listed has the standard rate of its year") {
  for (const auto& row : csv("per_diem_standard.csv")) {
    const LookUp<PerDiem> rate = all_rates().per_diem(day_in(std::stoi(row[0]), 3, 1), {"WV", "McDowell", ""});
    REQUIRE(rate.has_value());
    CHECK(rate->is_standard);
    CHECK(rate->destination == "Standard rate");
    CHECK(rate->lodging == Money::from_dollars(std::stoi(row[1])));
    CHECK(rate->meals_and_incidentals == Money::from_dollars(std::stoi(row[2])));
    CHECK(rate->first == day_in(std::stoi(row[0]), 10, 1));
    CHECK(rate->last == day_in(std::stoi(row[0]), 9, 30));
  }
}

TEST_CASE("App. A, Part E: a date past the tables takes the newest year and says so, one before them the oldest") {
  const Place denver{"CO", "Denver", "Denver"};
  CHECK(all_rates().per_diem(calendar_date(2027, 9, 30), denver)->note.empty());
  const LookUp<PerDiem> past = all_rates().per_diem(calendar_date(2027, 10, 1), denver);
  CHECK(past->note == "per diem after September 30, 2027 is not known; FY2027 used");
  CHECK(past->fiscal_year == 2027);
  CHECK(past->lodging == all_rates().per_diem(calendar_date(2026, 10, 1), denver)->lodging);
  CHECK(all_rates().per_diem(calendar_date(2017, 10, 1), denver)->note.empty());
  const LookUp<PerDiem> before = all_rates().per_diem(calendar_date(2017, 9, 30), denver);
  CHECK(before->note == "per diem before October 1, 2017 is not known; FY2018 used");
  CHECK(before->fiscal_year == 2018);
  const LookUp<PerDiem> not_loaded = test::load_rates(test::Parts::current).per_diem(calendar_date(2020, 1, 1), denver);
  CHECK(not_loaded.why().lack == Lack::year_not_held);
}

TEST_CASE(
    "App. A, Part E: a city listed apart wins over its county; an independent city does so by its own name alone") {
  const Rates& rates = all_rates();
  const Date day = calendar_date(2027, 3, 1);
  CHECK(rates.per_diem(day, {"AZ", "Coconino", "Sedona"})->destination == "Sedona");
  CHECK(rates.per_diem(day, {"AZ", "Yavapai County", "sedona"})->destination == "Sedona");
  CHECK(rates.per_diem(day, {"AZ", "Coconino", "Flagstaff"})->destination == "Grand Canyon / Flagstaff");
  CHECK(rates.per_diem(day, {"CA", "Los Angeles", "Santa Monica"})->destination == "Santa Monica");
  CHECK(rates.per_diem(day, {"MA", "Middlesex", "Cambridge"})->destination == "Boston / Cambridge");
  CHECK(rates.per_diem(day, {"MD", "Baltimore city", ""})->destination == "Baltimore City");
  CHECK(rates.per_diem(day, {"MD", "Baltimore County", "Baltimore"})->is_standard);
  CHECK(rates.per_diem(calendar_date(2020, 3, 1), {"MD", "Baltimore County", "Baltimore"})->destination ==
        "Baltimore County");
  CHECK(rates.per_diem(day, {"VA", "Richmond city", ""})->destination == "Richmond");
  CHECK(rates.per_diem(day, {"VA", "Henrico County", "Richmond"})->is_standard);
  CHECK(rates.per_diem(day, {"VA", "Arlington", ""})->destination == "District of Columbia");
  CHECK(rates.per_diem(day, {"MD", "Montgomery", "Bethesda"})->destination == "District of Columbia");
  CHECK(rates.per_diem(day, {"DC", "", "Washington"})->destination == "District of Columbia");
}

TEST_CASE("App. A, Part E: what may hold in a county is listed, its own rate first") {
  const std::vector<PerDiem> rates =
      all_rates().per_diem_candidates(calendar_date(2027, 3, 1), {"CA", "Los Angeles", ""});
  REQUIRE(rates.size() == 2);
  CHECK(rates[0].destination == "Los Angeles");
  CHECK(rates[1].destination == "Santa Monica");
  CHECK(all_rates().per_diem_candidates(calendar_date(2027, 3, 1), {"CO", "Denver", ""}).size() == 1);
}

TEST_CASE("App. A, Part E: the dearest month is the first of the dearest, for every destination of FY2027") {
  int wrong = 0;
  for (const auto& row : csv("per_diem_conus.csv")) {
    if (row[0] != "2027") continue;
    const Place place = place_of(std::string_view(row[6]).substr(0, row[6].find("; ")), row[1]);
    Season dearest;
    for (const Season& season : seasons_of(row[5])) {
      if (season.lodging > dearest.lodging) dearest = season;
    }
    const LookUp<DearestMonth> found = all_rates().dearest_month(2027, place);
    if (!found || found->first_of_month != day_in(2027, dearest.first_month, 1) ||
        found->per_diem.lodging != Money::from_dollars(dearest.lodging)) {
      ++wrong;
    }
  }
  CHECK(wrong == 0);
  const LookUp<DearestMonth> standard = all_rates().dearest_month(2027, {"WV", "McDowell", ""});
  CHECK(standard->first_of_month == calendar_date(2026, 10, 1));
  CHECK(standard->per_diem.is_standard);
}

TEST_CASE("App. A, Part E: a place that is not settled says what is missing") {
  const Date day = calendar_date(2027, 3, 1);
  CHECK(all_rates().per_diem(day, {"CO", "", "Denver"}).why().lack == Lack::county_missing);
  CHECK(all_rates().per_diem(day, {"CO", "Narnia", ""}).why().lack == Lack::county_unknown);
  CHECK(all_rates().per_diem(day, {"Narnia", "", ""}).why().lack == Lack::state_unknown);
  CHECK(all_rates().per_diem(day, {"MP", "Saipan", ""}).why().lack == Lack::not_published);
  CHECK(all_rates().per_diem(day, {"CT", "Capitol Planning Region", ""}).why().lack == Lack::area_not_defined);
}

}  // namespace
}  // namespace ftt
