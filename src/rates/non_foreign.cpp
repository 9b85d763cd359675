// Per diem in Alaska, Hawaii, Puerto Rico, the Virgin Islands, Guam and American Samoa: DoD publishes it by month and
// by locality. A publication holds from the first day of its month. Where two seasons of a locality overlap in a
// publication (Aguadilla, April 2026) the one that begins later holds. Does not know the Northern Marianas, or
// publications after the newest table.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "rates/rates.h"
#include "rates/tables.h"

namespace ftt {
namespace {

constexpr std::string_view other_places = "[OTHER]";

// Islands that a county is, where the publication names the island.
struct IslandOfCounty {
  std::string_view state;
  std::string_view county;
  std::string_view location;  // as it begins
};
constexpr std::array<IslandOfCounty, 6> islands = {{
    {"HI", "Honolulu", "ISLE OF OAHU"},
    {"HI", "Kauai", "ISLE OF KAUAI"},
    {"HI", "Maui", "ISLE OF MAUI"},
    {"HI", "Kalawao", "ISLE OF MOLOKAI"},
    {"HI", "Hawaii", "ISLE OF HAWAII: LOCATIONS OTHER"},
    {"HI", "Hawaii", "ISLE OF HAWAII: OTHER"},
}};

struct Month {
  int number = 0;  // months since year 0
};

Month month_of(std::string_view text) {
  return {whole_number(text.substr(0, 4)) * 12 + whole_number(text.substr(5, 2)) - 1};
}

Date first_day(Month month) {
  return *Date::from_year_month_day(month.number / 12, month.number % 12 + 1, 1);
}

struct NonForeignRow {
  const RateTable* table = nullptr;
  std::string_view location;
  std::string_view first;  // publications, "2025-10"
  std::string_view last;
  std::string_view rates;  // "05-01..09-30:192:60 10-01..04-30:150:60"
};

template <class Visit>
void for_each_row(const RateTables& tables, std::string_view state, Visit visit) {
  for (const RateTable& table : tables.all()) {
    if (table.kind != TableKind::non_foreign) continue;
    for_each_line(table, state, [&](std::string_view line) {
      Fields fields(line);
      fields.next();
      NonForeignRow row;
      row.table = &table;
      fields.take(row.location, row.first, row.last, row.rates);
      visit(row);
    });
  }
}

// Which publication answers for a month, and what to say where it is another month's.
struct Publication {
  Month month;
  std::string note;
};

LookUp<Publication> publication_for(const RateTables& tables, bool has_history, Date date, const State& state) {
  const Month wanted{date.year() * 12 + date.month() - 1};
  Month first{0};
  Month last{0};
  for_each_row(tables, state.abbreviation, [&](const NonForeignRow& row) {
    const Month row_first = month_of(row.first);
    const Month row_last = month_of(row.last);
    if (first.number == 0 || row_first.number < first.number) first = row_first;
    if (row_last.number > last.number) last = row_last;
  });
  if (last.number == 0) {
    return WhyNot{Lack::not_published,
                  concat("no per diem for ", state.name, " is in the tables; enter what DoD publishes")};
  }
  if (wanted.number > last.number) {
    const Date end = first_day({last.number + 1}) - Days(1);
    return Publication{
        last, concat("DoD per diem after ", to_display_without_weekday(end), " is not known; the publication of ",
                     month_name(end.month()), " ", end.year(), " used")};
  }
  if (wanted.number < first.number && has_history) {
    const Date begin = first_day(first);
    return Publication{
        first, concat("DoD per diem before ", to_display_without_weekday(begin), " is not known; the publication of ",
                      month_name(begin.month()), " ", begin.year(), " used")};
  }
  return Publication{wanted, {}};
}

bool holds(const NonForeignRow& row, Month month) {
  return month_of(row.first).number <= month.number && month.number <= month_of(row.last).number;
}

// "KENAI-SOLDOTNA" answers to either, "SAN JUAN & NAV RES STA" to San Juan, "ISLE OF HAWAII: HILO" to Hilo.
bool answers_to(std::string_view location, std::string_view folded) {
  if (folded.empty()) return false;
  location = location.substr(0, location.find_first_of("[("));
  if (compare_folded(location, folded, NameMatch::whole) == 0) return true;
  while (!location.empty()) {
    const std::size_t end = location.find_first_of("-&:");
    if (compare_folded(location.substr(0, end), folded, NameMatch::whole) == 0) return true;
    if (end == std::string_view::npos) return false;
    location.remove_prefix(end + 1);
  }
  return false;
}

int month_and_day(std::string_view text) {
  return whole_number(text.substr(0, 2)) * 100 + whole_number(text.substr(3, 2));
}

Date on_or_before(int year, int month_day) {
  std::optional<Date> date = Date::from_year_month_day(year, month_day / 100, month_day % 100);
  // February 29 in a year that has none.
  if (!date) date = Date::from_year_month_day(year, month_day / 100, month_day % 100 - 1);
  FTT_ASSERT(date.has_value(), "A season in a checked pack begins or ends on no real day.");
  return *date;
}

PerDiem rate_of_row(const NonForeignRow& row, const Publication& publication, Date date) {
  const int day = date.month() * 100 + date.day();
  int best_first = 101;
  int best_last = 1231;
  int best_age = 10'000;
  Money lodging;
  Money meals_and_incidentals;
  Fields seasons(row.rates, ' ');
  while (!seasons.at_end()) {
    Fields season(seasons.next(), ':');
    const std::string_view range = season.next();
    const int first = month_and_day(range.substr(0, 5));
    const int last = month_and_day(range.substr(7, 5));
    const bool is_in = first <= last ? first <= day && day <= last : first <= day || day <= last;
    // How long ago it began, by the order of the days in a year.
    const int age = first <= day ? day - first : day - first + 1300;
    if (!is_in || age >= best_age) continue;
    best_age = age;
    best_first = first;
    best_last = last;
    lodging = Money::from_dollars(whole_number(season.next()));
    meals_and_incidentals = Money::from_dollars(whole_number(season.next()));
  }
  const int first_year = best_first <= day ? date.year() : date.year() - 1;
  const int last_year = day <= best_last ? date.year() : date.year() + 1;
  const bool is_other = row.location == other_places;
  return PerDiem{lodging,
                 meals_and_incidentals,
                 is_other ? std::string_view("Other places") : row.location,
                 {},
                 fiscal_year(first_day(publication.month)).year(),
                 on_or_before(first_year, best_first),
                 on_or_before(last_year, best_last),
                 is_other,
                 row.last,
                 publication.note,
                 source_of(*row.table)};
}

}  // namespace

LookUp<PerDiem> non_foreign_per_diem(const RateTables& tables, bool has_history, Date date, const State& state,
                                     const Place& place) {
  const LookUp<Publication> publication = publication_for(tables, has_history, date, state);
  if (!publication) return publication.why();
  const std::string city = fold_name(place.city);
  const std::string county = fold_name(split_county_name(trim(place.county)).stem);
  const std::string state_name = fold_name(state.name);
  // The city first, then the county by name or island, then the whole state's own row, then "other".
  NonForeignRow best;
  int best_rank = 0;
  for_each_row(tables, state.abbreviation, [&](const NonForeignRow& row) {
    if (!holds(row, publication->month)) return;
    int rank = 0;
    if (answers_to(row.location, city)) rank = 5;
    if (rank == 0 && answers_to(row.location, county)) rank = 4;
    for (const IslandOfCounty& island : islands) {
      if (rank == 0 && island.state == state.abbreviation && row.location.starts_with(island.location) &&
          compare_folded(island.county, county, NameMatch::whole) == 0) {
        rank = 3;
      }
    }
    if (rank == 0 && answers_to(row.location, state_name)) rank = 2;
    if (rank == 0 && row.location == other_places) rank = 1;
    if (rank > 0 && rank >= best_rank) {
      best = row;
      best_rank = rank;
    }
  });
  if (best_rank == 0) {
    std::string names;
    for_each_row(tables, state.abbreviation, [&](const NonForeignRow& row) {
      if (holds(row, publication->month)) append(names, names.empty() ? "" : ", ", row.location);
    });
    if (names.empty()) {
      return WhyNot{Lack::date_not_held,
                    concat("the DoD per diem publication for ", month_name(date.month()), " ", date.year(),
                           " is not loaded", has_history ? "" : "; older ones are not loaded yet")};
    }
    return WhyNot{Lack::destination_unknown,
                  concat("per diem in ", state.name, " goes by the locality; name one of ", names)};
  }
  PerDiem rate = rate_of_row(best, *publication, date);
  rate.destination_state = state.abbreviation;
  return rate;
}

std::vector<PerDiem> non_foreign_candidates(const RateTables& tables, bool has_history, Date date, const State& state,
                                            const Place& place) {
  std::vector<PerDiem> candidates;
  const LookUp<Publication> publication = publication_for(tables, has_history, date, state);
  if (!publication) return candidates;
  const LookUp<PerDiem> own = non_foreign_per_diem(tables, has_history, date, state, place);
  if (own) candidates.push_back(*own);
  for_each_row(tables, state.abbreviation, [&](const NonForeignRow& row) {
    if (!holds(row, publication->month)) return;
    PerDiem rate = rate_of_row(row, *publication, date);
    rate.destination_state = state.abbreviation;
    if (own && rate.destination == own->destination) return;
    candidates.push_back(std::move(rate));
  });
  return candidates;
}

}  // namespace ftt
