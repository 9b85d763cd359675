// The checks of the travel tables: per diem, tiers, mileage, ZIP codes.

#include <algorithm>
#include <array>
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "rates/pack_check.h"
#include "rates/tables.h"

namespace ftt {
namespace {

constexpr int dearest_lodging = 3'000;
constexpr int dearest_meals = 500;

bool is_amount(int dollars, int most) {
  return dollars >= 1 && dollars <= most;
}

bool is_tier(const RateTables& tables, int year, int total) {
  const RateTable* tiers = tables.find(TableKind::meal_tiers, year);
  if (tiers == nullptr) return false;
  return std::any_of(tiers->lines.begin(), tiers->lines.end(), [&](std::string_view line) {
    return is_row(line) && decimal_units(line.substr(0, line.find('|')), 2) == total * 100LL;
  });
}

// "10-2:106 3-5:125 6-9:106": every month of the fiscal year once, in order.
bool covers_the_year(std::string_view seasons, std::string& problem) {
  int covered = 0;  // months from October on
  Fields fields(seasons, ' ');
  while (!fields.at_end()) {
    const std::string_view season = fields.next();
    const std::size_t dash = std::min(season.find('-'), season.size());
    const std::size_t colon = std::min(season.find(':'), season.size());
    const int first = whole_number(season.substr(0, dash));
    const int last = dash < colon ? whole_number(season.substr(dash + 1, colon - dash - 1)) : -1;
    const int lodging = colon < season.size() ? whole_number(season.substr(colon + 1)) : -1;
    if (first < 1 || first > 12 || last < 1 || last > 12 || !is_amount(lodging, dearest_lodging)) {
      problem = concat("The season ", in_quotes(season), " is not months and whole dollars, such as 10-2:106");
      return false;
    }
    const int from = (first + 2) % 12;
    const int to = (last + 2) % 12;
    if (from != covered || to < from) {
      problem = concat("The seasons ", in_quotes(seasons), from < covered ? " overlap" : " leave a gap", " at ",
                       in_quotes(season), "; they follow one another from October (10) to September (9)");
      return false;
    }
    covered = to + 1;
  }
  if (covered != 12) {
    problem = concat("The seasons ", in_quotes(seasons), " end before September; cover October to September");
    return false;
  }
  return true;
}

struct WrittenArea {
  std::string_view kind;  // "city ", "installation " or nothing
  const State* state = nullptr;
  std::string_view name;
  std::string_view except;
};

WrittenArea written_area(std::string_view text, const State& destination_state) {
  WrittenArea area;
  for (const std::string_view kind : {std::string_view("city "), std::string_view("installation ")}) {
    if (text.starts_with(kind)) {
      area.kind = kind;
      text.remove_prefix(kind.size());
      break;
    }
  }
  area.state = &destination_state;
  if (text.size() > 3 && text[2] == ':') {
    area.state = find_state(text.substr(0, 2));
    text.remove_prefix(3);
  }
  const std::size_t except = text.find(" except ");
  area.name = text.substr(0, except);
  if (except != std::string_view::npos) area.except = text.substr(except + 8);
  return area;
}

bool is_publication(std::string_view text) {
  return text.size() == 7 && text[4] == '-' && whole_number(text.substr(0, 4)) >= 2000 &&
         whole_number(text.substr(5)) >= 1 && whole_number(text.substr(5)) <= 12;
}

bool is_month_and_day(std::string_view text) {
  return text.size() == 5 && text[2] == '-' &&
         Date::from_year_month_day(2024, whole_number(text.substr(0, 2)), whole_number(text.substr(3))).has_value();
}

}  // namespace

Result<Unit> check_conus(const RateTable& table, const RateTables& tables) {
  const RateTable* counties = tables.newest(TableKind::counties);
  if (counties == nullptr) return table_error(table, 0, "Per diem needs a table of counties; bring one along.");
  if (tables.find(TableKind::meal_tiers, table.year) == nullptr) {
    return table_error(table, 0,
                       concat("The tiers of FY", table.year, " are missing; add a table tiers|", table.year, "."));
  }
  bool has_standard = false;
  std::set<std::string> destinations;
  std::set<std::string> areas;
  for (std::size_t i = 1; i < table.lines.size(); ++i) {
    const std::string_view line = table.lines[i];
    Fields fields(line);
    const std::string_view first = fields.next();
    if (first == "standard") {
      const int lodging = whole_number(fields.next());
      const int meals = whole_number(fields.next());
      if (has_standard) return table_error(table, i, "The standard rate is there twice; keep one.");
      if (!is_amount(lodging, dearest_lodging) || !is_tier(tables, table.year, meals)) {
        return table_error(table, i,
                           "The standard rate is lodging and a tier of meals in whole dollars, such as "
                           "standard|113|68.");
      }
      has_standard = true;
      continue;
    }
    const State* state = find_state(first);
    if (state == nullptr || state->per_diem != PerDiemPublisher::gsa) {
      return table_error(table, i,
                         concat(in_quotes(first), " is not one of the 48 states or DC, whose rates GSA publishes."));
    }
    const std::string_view destination = fields.next();
    const int meals = whole_number(fields.next());
    const std::string_view seasons = fields.next();
    std::string_view written = fields.next();
    if (destination.empty() || written.empty() || !fields.at_end()) {
      return table_error(table, i,
                         "A destination is state|name|meals|seasons|areas, such as VA|Richmond|80|10-9:169|city "
                         "Richmond.");
    }
    if (!destinations.insert(concat(first, "|", destination)).second) {
      return table_error(table, i, concat(destination, ", ", first, " is there twice; keep one."));
    }
    if (!is_tier(tables, table.year, meals)) {
      return table_error(
          table, i, concat("The amount for meals of ", destination, " is not one of the tiers of FY", table.year, "."));
    }
    std::string problem;
    if (!covers_the_year(seasons, problem)) return table_error(table, i, concat(destination, ": ", problem, "."));
    while (!written.empty()) {
      const std::size_t end = written.find("; ");
      const std::string_view text = written.substr(0, end);
      const WrittenArea area = written_area(text, *state);
      if (area.state == nullptr || area.name.empty()) {
        return table_error(table, i,
                           concat(in_quotes(text),
                                  " is not an area, such as Arlington, MD:Montgomery or city "
                                  "Sedona."));
      }
      if (area.state != state && first != "DC") {
        return table_error(table, i,
                           concat(in_quotes(text), " is in another state than ", destination,
                                  "; only the District reaches over its border."));
      }
      if (area.kind.empty() && !find_county(*counties, *area.state, CountyQuery(area.name, *area.state))) {
        return table_error(table, i,
                           concat("There is no county ", in_quotes(area.name), " in ", area.state->name,
                                  "; correct the name, or write city in front of a city."));
      }
      if (!areas.insert(concat(area.kind, area.state->abbreviation, fold_name(area.name))).second) {
        return table_error(table, i, concat(in_quotes(text), " belongs to two destinations; keep one."));
      }
      written = end == std::string_view::npos ? std::string_view{} : written.substr(end + 2);
    }
  }
  if (!has_standard) return table_error(table, 0, "The standard rate is missing; add a line standard|113|68.");
  return Unit{};
}

Result<Unit> check_meal_tiers(const RateTable& table) {
  long long before = 0;
  for (std::size_t i = 1; i < table.lines.size(); ++i) {
    Fields fields(table.lines[i]);
    std::array<long long, 6> cents{};
    for (long long& amount : cents) amount = decimal_units(fields.next(), 2);
    if (*std::min_element(cents.begin(), cents.end()) < 0 || !fields.at_end()) {
      return table_error(table, i,
                         "A tier is total|breakfast|lunch|dinner|incidentals|first and last day, such as "
                         "68|16|19|28|5|51.00.");
    }
    if (cents[1] + cents[2] + cents[3] + cents[4] != cents[0]) {
      return table_error(table, i, "The meals and incidentals do not add up to the total; check the figures.");
    }
    if (cents[5] * 4 != cents[0] * 3) {
      return table_error(table, i, "The first and last day is not 75% of the total (41 CFR 301-11.101).");
    }
    if (cents[0] <= before) return table_error(table, i, "The tiers do not rise, or one is there twice.");
    before = cents[0];
  }
  if (before == 0) return table_error(table, 0, "The table of tiers is empty.");
  return Unit{};
}

Result<Unit> check_non_foreign(const RateTable& table) {
  std::set<std::string> seen;
  for (std::size_t i = 1; i < table.lines.size(); ++i) {
    Fields fields(table.lines[i]);
    const std::string_view first = fields.next();
    const State* state = find_state(first);
    if (state == nullptr || state->per_diem == PerDiemPublisher::gsa) {
      return table_error(table, i, concat(in_quotes(first), " is not one of AK, HI, PR, VI, GU, AS and MP."));
    }
    const std::string_view location = fields.next();
    const std::string_view from = fields.next();
    const std::string_view to = fields.next();
    if (location.empty() || !is_publication(from) || !is_publication(to) || to < from || to > table.key) {
      return table_error(table, i,
                         concat("A locality is state|name|first publication|last publication|rates, with "
                                "months as 2026-04 that are in order and not after ",
                                table.key, "."));
    }
    if (!seen.insert(concat(first, "|", location, "|", to)).second) {
      return table_error(table, i, concat(location, ", ", first, " is there twice for ", to, "; keep one."));
    }
    Fields rates(fields.next(), ' ');
    std::array<bool, 12 * 31> is_covered{};
    while (!rates.at_end()) {
      const std::string_view rate = rates.next();
      Fields parts(rate, ':');
      const std::string_view range = parts.next();
      const int lodging = whole_number(parts.next());
      const int meals = whole_number(parts.next());
      if (range.size() != 12 || range.substr(5, 2) != ".." || !is_month_and_day(range.substr(0, 5)) ||
          !is_month_and_day(range.substr(7)) || !is_amount(lodging, dearest_lodging) ||
          !is_amount(meals, dearest_meals) || !parts.at_end()) {
        return table_error(table, i,
                           concat(in_quotes(rate),
                                  " is not a season with lodging and meals, such as "
                                  "05-01..09-30:192:60."));
      }
      const auto slot = [](std::string_view day) {
        return (whole_number(day.substr(0, 2)) - 1) * 31 + whole_number(day.substr(3)) - 1;
      };
      const int last = slot(range.substr(7));
      for (int day = slot(range.substr(0, 5));; day = (day + 1) % (12 * 31)) {
        is_covered[static_cast<std::size_t>(day)] = true;
        if (day == last) break;
      }
    }
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= 31; ++day) {
        const bool is_real = Date::from_year_month_day(2023, month, day).has_value();
        if (is_real && !is_covered[static_cast<std::size_t>((month - 1) * 31 + day - 1)]) {
          return table_error(table, i,
                             concat("The seasons of ", location, " leave out ", month_name(month), " ", day,
                                    "; cover the whole year."));
        }
      }
    }
  }
  return Unit{};
}

Result<Unit> check_mileage(const RateTable& table) {
  std::optional<Date> before;
  for (std::size_t i = 1; i < table.lines.size(); ++i) {
    Fields fields(table.lines[i]);
    const Result<Date> first = Date::from_iso(fields.next());
    const Result<Date> last = Date::from_iso(fields.next());
    if (!first || !last || *last < *first) {
      return table_error(table, i,
                         "A rate applies from one day to another, such as "
                         "2026-07-01|2026-12-31|0.76|0.235|0.74|1.935.");
    }
    if (before && *first <= *before) {
      return table_error(table, i,
                         concat("The rate from ", to_iso(*first), " overlaps the one before; write them by date."));
    }
    before = *last;
    for (int rate = 0; rate < 4; ++rate) {
      const std::string_view text = fields.next();
      const long long units = decimal_units(text, 3);
      if (text.empty() && rate > 0) continue;
      if (units < 10 || units > 10'000) {
        return table_error(table, i, concat(in_quotes(text), " is not dollars a mile from 0.01 to 10, such as 0.725."));
      }
    }
    if (!fields.at_end()) return table_error(table, i, "The line has more than six fields.");
  }
  return Unit{};
}

Result<Unit> check_zip(const RateTable& table, const RateTables& tables) {
  const RateTable* counties = tables.newest(TableKind::counties);
  if (counties == nullptr) return table_error(table, 0, "ZIP codes need a table of counties; bring one along.");
  const State* state = nullptr;
  std::string city_before;
  std::set<int> primary;
  for (std::size_t i = 1; i < table.lines.size(); ++i) {
    const std::string_view line = table.lines[i];
    if (line.starts_with("apart|")) continue;
    if (line.starts_with("state|")) {
      state = find_state(line.substr(6));
      city_before.clear();
      if (state == nullptr) return table_error(table, i, concat("There is no state ", in_quotes(line.substr(6)), "."));
      continue;
    }
    if (state == nullptr) return table_error(table, i, "A city is before any state; begin with a line state|VA.");
    Fields fields(line);
    const std::string city = fold_name(fields.next());
    const std::string_view written = fields.next();
    if (city.empty() || city < city_before) {
      return table_error(table, i, "The cities of a state are not in order (only letters and digits count).");
    }
    city_before = city;
    if (!written.empty()) {
      const CountyQuery query(full_name(county_name_of_pack(written, *state)), *state);
      if (!find_county(*counties, *state, query)) {
        return table_error(table, i, concat("There is no county ", in_quotes(written), " in ", state->name, "."));
      }
    }
    Fields zips(fields.next(), ' ');
    while (!zips.at_end()) {
      std::string_view zip = zips.next();
      const bool is_secondary = zip.starts_with('+');
      if (is_secondary) zip.remove_prefix(1);
      // Five digits, or twice five with a hyphen between them: no ZIP is above 99999.
      const bool is_range = zip.size() == 11 && zip[5] == '-';
      const int first = is_range || zip.size() == 5 ? whole_number(zip.substr(0, 5)) : -1;
      const int last = is_range ? whole_number(zip.substr(6)) : first;
      if (first < 0 || last < first) {
        return table_error(table, i, concat(in_quotes(zip), " is not a ZIP or a range of them, such as 80012-80019."));
      }
      for (int number = first; number <= last && !is_secondary; ++number) {
        if (!primary.insert(number).second) {
          return table_error(table, i, concat("zip ", number, " is there twice; put + before its second county."));
        }
      }
    }
  }
  return Unit{};
}

}  // namespace ftt
