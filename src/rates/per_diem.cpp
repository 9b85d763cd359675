// Lodging, meals and incidentals in the 48 states and the District, by fiscal year and season (App. A, Part E, lines 5
// and 6); and the doors to what DoD publishes for the rest (non_foreign.cpp).
// A city that the table lists apart from its county wins over the county. An independent city counts as a county: where
// a county is named, a city's name in the address alone does not make it the independent city.
// Does not know taxes on lodging, or corrections that were made inside of a year.

#include "base/text.h"
#include "rates/rates.h"
#include "rates/tables.h"

namespace ftt {
namespace {

constexpr std::string_view standard_rate = "Standard rate";

// One way of naming a place in a destination's row: "Baldwin", "city Sedona", "MD:Montgomery", "Barnstable except
// Falmouth".
struct AreaName {
  std::string_view state;
  std::string_view name;
  std::string_view except;
  bool is_county = true;
};

AreaName area_name(std::string_view text, std::string_view destination_state) {
  AreaName area;
  for (const std::string_view kind : {std::string_view("city "), std::string_view("installation ")}) {
    if (!text.starts_with(kind)) continue;
    area.is_county = false;
    text.remove_prefix(kind.size());
    break;
  }
  area.state = destination_state;
  if (text.size() > 3 && text[2] == ':') {
    area.state = text.substr(0, 2);
    text.remove_prefix(3);
  }
  const std::size_t except = text.find(" except ");
  area.name = text.substr(0, except);
  if (except != std::string_view::npos) area.except = text.substr(except + 8);
  return area;
}

template <class Visit>
void for_each_area(std::string_view areas, std::string_view destination_state, Visit visit) {
  while (!areas.empty()) {
    const std::size_t end = areas.find("; ");
    visit(area_name(areas.substr(0, end), destination_state));
    if (end == std::string_view::npos) return;
    areas.remove_prefix(end + 2);
  }
}

struct Row {
  std::string_view state;
  std::string_view destination;
  std::string_view meals_and_incidentals;
  std::string_view lodging;  // by season
  std::string_view areas;
};

Row read_row(std::string_view line) {
  Fields fields(line);
  Row row;
  fields.take(row.state, row.destination, row.meals_and_incidentals, row.lodging, row.areas);
  return row;
}

// The rows of a state, and the District's, which reach into other states ("MD:").
template <class Visit>
void for_each_row(const RateTable& table, const State& state, Visit visit) {
  const auto read = [&](std::string_view line) { visit(read_row(line)); };
  for_each_line(table, state.abbreviation, read);
  if (state.abbreviation != "DC") for_each_line(table, "DC", read);
}

struct Season {
  int first_month = 10;
  int last_month = 9;
  Money lodging;
};

// October is 0 and September 11.
int fiscal_month(int month) {
  return (month + 2) % 12;
}

// "10-12:150"
Season read_season(std::string_view text) {
  const std::size_t dash = text.find('-');
  const std::size_t colon = text.find(':');
  return {whole_number(text.substr(0, dash)), whole_number(text.substr(dash + 1, colon - dash - 1)),
          Money::from_dollars(whole_number(text.substr(colon + 1)))};
}

// The seasons of a row stand in the order of the fiscal year and cover it.
Season season_of(std::string_view seasons, int month) {
  Fields fields(seasons, ' ');
  Season season;
  while (!fields.at_end()) {
    season = read_season(fields.next());
    if (fiscal_month(month) <= fiscal_month(season.last_month)) break;
  }
  return season;
}

// The first of the dearest; the amount for meals is the same all year.
Season dearest_season(std::string_view seasons) {
  Fields fields(seasons, ' ');
  Season dearest = read_season(fields.next());
  while (!fields.at_end()) {
    const Season season = read_season(fields.next());
    if (season.lodging > dearest.lodging) dearest = season;
  }
  return dearest;
}

int calendar_year(int fiscal_year, int month) {
  return month >= 10 ? fiscal_year - 1 : fiscal_year;
}

Date first_of_month(int fiscal_year, int month) {
  return *Date::from_year_month_day(calendar_year(fiscal_year, month), month, 1);
}

Date last_of_month(int fiscal_year, int month) {
  const Date first = first_of_month(fiscal_year, month);
  const int next_year = month == 12 ? first.year() + 1 : first.year();
  return *Date::from_year_month_day(next_year, month == 12 ? 1 : month + 1, 1) - Days(1);
}

// The table for a fiscal year, and what to say where it is another one's.
struct YearTable {
  const RateTable* table = nullptr;
  std::string note;
};

LookUp<YearTable> table_of_year(const RateTables& tables, bool has_history, int fiscal_year) {
  if (const RateTable* table = tables.find(TableKind::conus, fiscal_year)) return YearTable{table, {}};
  const std::vector<int> years = tables.years(TableKind::conus);
  if (!years.empty() && fiscal_year > years.front()) {
    return YearTable{
        tables.find(TableKind::conus, years.front()),
        concat("per diem after September 30, ", years.front(), " is not known; FY", years.front(), " used")};
  }
  if (!years.empty() && has_history && fiscal_year < years.back()) {
    return YearTable{
        tables.find(TableKind::conus, years.back()),
        concat("per diem before October 1, ", years.back() - 1, " is not known; FY", years.back(), " used")};
  }
  return WhyNot{Lack::year_not_held, concat("the per diem table of FY", fiscal_year, " is not loaded",
                                            has_history ? "" : "; older years are not loaded yet")};
}

// A place as the tables know it.
struct KnownPlace {
  const State* state = nullptr;
  std::optional<County> county;
  std::string county_stem;  // folded
  std::string city;         // folded
  bool is_independent_city = false;
};

bool is_independent(const County& county) {
  return county.name.suffix == " city";
}

LookUp<KnownPlace> known_place(const RateTables& tables, const Place& place) {
  KnownPlace known;
  known.state = find_state(place.state);
  if (known.state == nullptr) return unknown_state(trim(place.state));
  const RateTable* counties = tables.newest(TableKind::counties);
  if (counties == nullptr) return WhyNot{Lack::definitions_not_held, "no table of counties is loaded"};
  const CountyQuery query(place.county, *known.state);
  if (query.is_empty()) {
    known.county = only_county(*counties, *known.state);
  } else {
    known.county = find_county(*counties, *known.state, query);
    if (!known.county) return unknown_county(trim(place.county), *known.state);
  }
  known.city = fold_name(place.city);
  if (known.county && known.county->is_planning_region) {
    return WhyNot{Lack::area_not_defined, concat(full_name(known.county->name),
                                                 " is a planning region; per diem goes by the county, for example "
                                                 "Hartford")};
  }
  if (known.county) {
    known.county_stem = fold_name(known.county->name.stem);
    known.is_independent_city = is_independent(*known.county);
  }
  return known;
}

// Whether the state has an independent city of that name: then only the county named decides.
bool is_independent_city_name(const RateTable* counties, const State& state, std::string_view name) {
  bool found = false;
  if (counties == nullptr) return found;
  for_each_county(*counties, state, [&](CountyName county, std::string_view) {
    found = found || (county.suffix == " city" && county.stem == name);
  });
  return found;
}

enum class Fit { none, county, city };

Fit fit_of_area(const AreaName& area, const KnownPlace& place, const RateTable* counties) {
  if (area.state != place.state->abbreviation) return Fit::none;
  if (area.is_county) {
    if (!place.county || place.is_independent_city) return Fit::none;
    if (compare_folded(area.name, place.county_stem, NameMatch::whole) != 0) return Fit::none;
    const bool is_carved_out =
        !area.except.empty() && !place.city.empty() && compare_folded(area.except, place.city, NameMatch::whole) == 0;
    return is_carved_out ? Fit::none : Fit::county;
  }
  if (place.is_independent_city) {
    return compare_folded(area.name, place.county_stem, NameMatch::whole) == 0 ? Fit::city : Fit::none;
  }
  if (place.city.empty() || compare_folded(area.name, place.city, NameMatch::whole) != 0) return Fit::none;
  const bool county_decides = place.county && is_independent_city_name(counties, *place.state, area.name);
  return county_decides ? Fit::none : Fit::city;
}

// The row of a place; an empty destination where the standard rate holds.
LookUp<Row> row_of_place(const RateTables& tables, const RateTable& table, const KnownPlace& place) {
  Row best;
  Fit best_fit = Fit::none;
  const RateTable* counties = tables.newest(TableKind::counties);
  for_each_row(table, *place.state, [&](const Row& row) {
    for_each_area(row.areas, row.state, [&](const AreaName& area) {
      const Fit fit = fit_of_area(area, place, counties);
      if (fit > best_fit) {
        best = row;
        best_fit = fit;
      }
    });
  });
  if (best_fit == Fit::none && !place.county) {
    return WhyNot{Lack::county_missing, concat("per diem in ", place.state->name,
                                               " goes by the county; name it, or pick a place by its ZIP")};
  }
  return best;
}

PerDiem rate_of_row(const YearTable& year, const Row& row, int month) {
  const RateTable& table = *year.table;
  if (!row.destination.empty()) {
    const Season season = season_of(row.lodging, month);
    return PerDiem{season.lodging,
                   Money::from_dollars(whole_number(row.meals_and_incidentals)),
                   row.destination,
                   row.state,
                   table.year,
                   first_of_month(table.year, season.first_month),
                   last_of_month(table.year, season.last_month),
                   false,
                   {},
                   year.note,
                   source_of(table)};
  }
  Money lodging;
  Money meals_and_incidentals;
  if (std::optional<Fields> standard = find_line(table, "standard")) {
    lodging = Money::from_dollars(whole_number(standard->next()));
    meals_and_incidentals = Money::from_dollars(whole_number(standard->next()));
  }
  return PerDiem{lodging,
                 meals_and_incidentals,
                 standard_rate,
                 {},
                 table.year,
                 first_of_month(table.year, 10),
                 last_of_month(table.year, 9),
                 true,
                 {},
                 year.note,
                 source_of(table)};
}

WhyNot not_published(const State& state) {
  return {Lack::not_published,
          concat("no per diem for ", state.name, " is in the tables; enter the rates that DoD publishes")};
}

}  // namespace

LookUp<PerDiem> Rates::per_diem(Date date, const Place& place) const {
  const State* state = find_state(place.state);
  if (state == nullptr) return unknown_state(trim(place.state));
  if (state->per_diem == PerDiemPublisher::none) return not_published(*state);
  if (state->per_diem == PerDiemPublisher::dod) {
    return non_foreign_per_diem(parts_->tables, has_history(), date, *state, place);
  }
  const LookUp<YearTable> year = table_of_year(parts_->tables, has_history(), fiscal_year(date).year());
  if (!year) return year.why();
  const LookUp<KnownPlace> known = known_place(parts_->tables, place);
  if (!known) return known.why();
  const LookUp<Row> row = row_of_place(parts_->tables, *year->table, *known);
  if (!row) return row.why();
  return rate_of_row(*year, *row, date.month());
}

std::vector<PerDiem> Rates::per_diem_candidates(Date date, const Place& place) const {
  std::vector<PerDiem> candidates;
  const State* state = find_state(place.state);
  if (state == nullptr || state->per_diem == PerDiemPublisher::none) return candidates;
  if (state->per_diem == PerDiemPublisher::dod) {
    return non_foreign_candidates(parts_->tables, has_history(), date, *state, place);
  }
  const LookUp<YearTable> year = table_of_year(parts_->tables, has_history(), fiscal_year(date).year());
  const LookUp<KnownPlace> known = known_place(parts_->tables, place);
  if (!year || !known) return candidates;
  KnownPlace county_alone = *known;
  county_alone.city.clear();
  const LookUp<Row> own = row_of_place(parts_->tables, *year->table, county_alone);
  if (!own) return candidates;
  candidates.push_back(rate_of_row(*year, *own, date.month()));
  // The cities that the table takes out of this county.
  const RateTable* counties = parts_->tables.newest(TableKind::counties);
  std::vector<std::string_view> carved_out;
  for_each_row(*year->table, *state, [&](const Row& row) {
    for_each_area(row.areas, row.state, [&](const AreaName& area) {
      if (!area.except.empty() && fit_of_area(area, county_alone, counties) == Fit::county) {
        carved_out.push_back(area.except);
      }
    });
  });
  for (const std::string_view city : carved_out) {
    KnownPlace in_city = *known;
    in_city.city = fold_name(city);
    const LookUp<Row> row = row_of_place(parts_->tables, *year->table, in_city);
    if (row) candidates.push_back(rate_of_row(*year, *row, date.month()));
  }
  return candidates;
}

LookUp<DearestMonth> Rates::dearest_month(int fiscal_year, const Place& place) const {
  const State* state = find_state(place.state);
  if (state == nullptr) return unknown_state(trim(place.state));
  const auto dearer = [](const PerDiem& a, const PerDiem& b) {
    return a.lodging + a.meals_and_incidentals > b.lodging + b.meals_and_incidentals;
  };
  if (state->per_diem != PerDiemPublisher::gsa) {
    // A publication's season can begin in mid-month: each month is taken at its first day.
    std::optional<DearestMonth> dearest;
    for (int number = 0; number < 12; ++number) {
      const Date first = first_of_month(fiscal_year, (number + 9) % 12 + 1);
      const LookUp<PerDiem> rate = per_diem(first, place);
      if (!rate) return rate.why();
      if (!dearest || dearer(*rate, dearest->per_diem)) dearest = DearestMonth{first, *rate};
    }
    return *dearest;
  }
  const LookUp<YearTable> year = table_of_year(parts_->tables, has_history(), fiscal_year);
  if (!year) return year.why();
  const LookUp<KnownPlace> known = known_place(parts_->tables, place);
  if (!known) return known.why();
  const LookUp<Row> row = row_of_place(parts_->tables, *year->table, *known);
  if (!row) return row.why();
  const int dearest_month = row->destination.empty() ? 10 : dearest_season(row->lodging).first_month;
  return DearestMonth{first_of_month(fiscal_year, dearest_month), rate_of_row(*year, *row, dearest_month)};
}

std::vector<int> Rates::per_diem_years() const {
  return parts_->tables.years(TableKind::conus);
}

}  // namespace ftt
