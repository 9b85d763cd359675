// App. A, Part E, lines 5 and 6, outside of the 48 states: what DoD publishes by month.
#include <doctest/doctest.h>

#include "rates/rates_files.h"

namespace ftt {
namespace {

using test::all_rates;
using test::csv;

Date day_of(const std::string& publication, const std::string& month_and_day) {
  // The season's day in the publication's own month, else the month's first day.
  const int year = std::stoi(publication.substr(0, 4));
  const int month = std::stoi(publication.substr(5));
  if (std::stoi(month_and_day.substr(0, 2)) != month) return *Date::from_year_month_day(year, month, 1);
  return *Date::from_year_month_day(year, month, std::min(28, std::stoi(month_and_day.substr(3))));
}

bool is_in(int day, int first, int last) {
  return first <= last ? first <= day && day <= last : first <= day || day <= last;
}

TEST_CASE("App. A, Part E: every published locality, first and last publication, in each of its seasons") {
  int look_ups = 0;
  int wrong = 0;
  for (const auto& row : csv("per_diem_non_foreign.csv")) {
    // The locality by the name that the publication gives it.
    if (row[1] == "[OTHER]" || (row[1] == "AGUADILLA" && row[6] == "2026-04")) continue;
    std::string city = row[1].substr(0, row[1].find_first_of("[("));
    const auto month_day = [](const std::string& text) {
      return std::stoi(text.substr(0, 2)) * 100 + std::stoi(text.substr(3));
    };
    for (const std::string& publication : {row[6], row[7]}) {
      for (const std::string& edge : {row[2], row[3]}) {
        const Date day = day_of(publication, edge);
        if (!is_in(day.month() * 100 + day.day(), month_day(row[2]), month_day(row[3]))) continue;
        ++look_ups;
        const LookUp<PerDiem> rate = all_rates().per_diem(day, {row[0], "", city});
        if (rate && rate->lodging == Money::from_dollars(std::stoi(row[4])) &&
            rate->meals_and_incidentals == Money::from_dollars(std::stoi(row[5])) && rate->first <= day &&
            day <= rate->last && rate->note.empty()) {
          continue;
        }
        ++wrong;
        MESSAGE(row[0] << " " << row[1] << " " << to_iso(day) << " "
                       << (rate ? std::string(rate->destination) : rate.why().message));
      }
    }
  }
  MESSAGE(look_ups << " look-ups");
  CHECK(look_ups > 800);
  CHECK(wrong == 0);
}

TEST_CASE("App. A, Part E: after April 2026 the last publication is used and named") {
  const LookUp<PerDiem> rate = all_rates().per_diem(calendar_date(2027, 2, 1), {"HI", "Honolulu", "Honolulu"});
  CHECK(rate->note == "DoD per diem after April 30, 2026 is not known; the publication of April 2026 used");
  CHECK(rate->lodging == Money::from_dollars(202));
  CHECK(rate->publication == "2026-04");
  CHECK(all_rates().per_diem(calendar_date(2026, 4, 30), {"HI", "Honolulu", ""})->note.empty());
  CHECK(all_rates().per_diem(calendar_date(2016, 1, 1), {"HI", "Honolulu", ""})->note ==
        "DoD per diem before October 1, 2017 is not known; the publication of October 2017 used");
  CHECK(
      test::load_rates(test::Parts::current).per_diem(calendar_date(2019, 1, 1), {"VI", "", "St. Croix"}).why().lack ==
      Lack::date_not_held);
}

TEST_CASE("App. A, Part E: the city decides, then the county or its island, then the whole territory, then the rest") {
  const Date day = calendar_date(2026, 4, 1);
  const auto destination = [&](Place place) {
    const LookUp<PerDiem> rate = all_rates().per_diem(day, place);
    return rate ? std::string(rate->destination) : rate.why().message;
  };
  CHECK(destination({"HI", "Maui County", ""}) == "ISLE OF MAUI");
  CHECK(destination({"HI", "Hawaii", "Hilo"}) == "ISLE OF HAWAII: HILO");
  CHECK(destination({"HI", "Hawaii", "Kona"}) == "ISLE OF HAWAII: LOCATIONS OTHER THAN HILO");
  CHECK(destination({"AK", "Anchorage Municipality", ""}) == "ANCHORAGE");
  CHECK(destination({"AK", "Kenai Peninsula", "Soldotna"}) == "KENAI-SOLDOTNA");
  CHECK(destination({"AK", "Kenai Peninsula", "Nikiski"}) == "Other places");
  CHECK(destination({"PR", "San Juan Municipio", ""}) == "SAN JUAN & NAV RES STA");
  CHECK(destination({"VI", "St. Croix Island", ""}) == "ST. CROIX");
  CHECK(destination({"GU", "", ""}) == "GUAM (INCL ALL MIL INSTAL)");
  CHECK(destination({"AS", "", ""}) == "AMERICAN SAMOA");
  CHECK(destination({"VI", "", ""})
            .starts_with("per diem in Virgin Islands goes by the locality; name one of ST. CROIX"));
  CHECK(all_rates().per_diem_candidates(day, {"GU", "", ""}).size() == 5);
}

TEST_CASE("App. A, Part E: a season that goes over the new year, and two that overlap") {
  const LookUp<PerDiem> winter = all_rates().per_diem(calendar_date(2026, 1, 15), {"VI", "", "St. John"});
  CHECK(winter->lodging == Money::from_dollars(414));
  CHECK(winter->first == calendar_date(2025, 12, 16));
  CHECK(winter->last == calendar_date(2026, 4, 14));
  CHECK(all_rates().per_diem(calendar_date(2025, 12, 16), {"VI", "", "St. John"})->last == calendar_date(2026, 4, 14));
  CHECK(all_rates().per_diem(calendar_date(2025, 12, 15), {"VI", "", "St. John"})->lodging == Money::from_dollars(324));
  // Aguadilla's seasons overlap in the publication of April 2026: the one that begins later holds.
  CHECK(all_rates().per_diem(calendar_date(2026, 4, 15), {"PR", "", "Aguadilla"})->lodging == Money::from_dollars(149));
  CHECK(all_rates().per_diem(calendar_date(2026, 7, 15), {"PR", "", "Aguadilla"})->lodging == Money::from_dollars(168));
  CHECK(all_rates().dearest_month(2026, {"VI", "", "St. John"})->first_of_month == calendar_date(2026, 1, 1));
}

}  // namespace
}  // namespace ftt
