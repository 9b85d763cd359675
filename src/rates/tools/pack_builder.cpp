// Making the parts of the rates pack of the CSV files. See pack_builder.h.
#include "rates/tools/pack_builder.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "base/sha256.h"
#include "base/text.h"
#include "rates/pack.h"
#include "rates/pack_check.h"
#include "rates/rates.h"
#include "rates/tables.h"
#include "rates/tools/csv.h"

namespace ftt {
namespace {

using Columns = std::vector<std::string_view>;

// The lines of a part, each with the line of the CSV that it was made from.
class PartText {
 public:
  explicit PartText(std::string_view part) { add(concat(rates_format, "|", part), {}); }

  void add(std::string line, std::string origin) {
    append(text_, line, "\n");
    origins_.push_back(std::move(origin));
  }
  void add(const PartText& other) {
    const std::size_t end = other.text_.find('\n') + 1;  // without its first line
    text_.append(other.text_, end);
    origins_.insert(origins_.end(), other.origins_.begin() + 1, other.origins_.end());
  }
  const std::string& text() const { return text_; }

  // An error at "line N" of this part, told at the line of the CSV.
  Error told_at_origin(Error error) const {
    const std::size_t line = static_cast<std::size_t>(std::max(0, whole_number(error.where.substr(5))));
    if (line >= 1 && line <= origins_.size() && !origins_[line - 1].empty()) error.where = origins_[line - 1];
    return error;
  }

 private:
  std::string text_;
  std::vector<std::string> origins_;
};

class Builder {
 public:
  explicit Builder(const ReadFile& read_file) : read_file_(read_file) {}

  Result<BuiltPack> build() {
    FTT_TRY(read_sources());
    FTT_TRY(add_pay());
    FTT_TRY(add_counties());
    FTT_TRY(add_meal_tiers());
    FTT_TRY(add_conus());
    FTT_TRY(add_non_foreign());
    FTT_TRY(add_mileage());
    FTT_TRY(check());
    FTT_TRY(add_zips());
    BuiltPack built;
    built.current = current_with_pins({{"history", &history_}, {"zip", &zip_}});
    built.history = history_.text();
    built.zip = zip_.text();
    return built;
  }

 private:
  Result<CsvTable> read(std::string_view file, const Columns& columns) {
    const std::string text = FTT_TRY(read_file_(file));
    return read_csv(file, text, columns);
  }

  Result<Unit> read_sources() {
    const CsvTable table = FTT_TRY(read("sources.csv", {"key", "what", "taken_from", "checked"}));
    for (const CsvRow& row : table.rows) {
      if (!sources_.emplace(row.fields[0], row.fields[1]).second) {
        return Error{ErrorCode::repeated, table.place(row), concat("The source ", row.fields[0], " is there twice.")};
      }
    }
    return Unit{};
  }

  // What the last column of a row refers to.
  Result<std::string> source(const CsvTable& table, const CsvRow& row) const {
    const auto found = sources_.find(row.fields.back());
    if (found == sources_.end()) {
      return Error{ErrorCode::not_found, table.place(row),
                   concat("There is no source ", in_quotes(row.fields.back()), "; add it to sources.csv.")};
    }
    return found->second;
  }

  Result<Unit> begin_table(PartText& part, TableKind kind, std::string_view key, const CsvTable& table,
                           const CsvRow& row) {
    part.add(concat("table|", word_of(kind), "|", key), table.place(row));
    part.add(concat("source|", FTT_TRY(source(table, row))), table.place(row));
    return Unit{};
  }

  Result<Unit> add_pay() {
    const CsvTable base =
        FTT_TRY(read("gs_base_pay.csv", {"year", "grade", "step_1", "step_2", "step_3", "step_4", "step_5", "step_6",
                                         "step_7", "step_8", "step_9", "step_10", "source"}));
    const CsvTable caps = FTT_TRY(read("executive_level_iv.csv", {"year", "annual", "source"}));
    const CsvTable effective = FTT_TRY(read("pay_effective_dates.csv", {"year", "effective", "source"}));
    const CsvTable areas = FTT_TRY(read("locality_percentages.csv", {"year", "code", "name", "percent", "source"}));
    std::set<std::string> years;
    for (const CsvRow& row : base.rows) years.insert(row.fields[0]);
    std::size_t newer = 0;
    for (auto year = years.rbegin(); year != years.rend(); ++year, ++newer) {
      // The newest two are what a packet of today needs.
      PartText& part = newer < 2 ? current_ : history_;
      bool has_begun = false;
      for (const CsvRow& row : base.rows) {
        if (row.fields[0] != *year) continue;
        if (!has_begun) {
          FTT_TRY(begin_table(part, TableKind::pay, *year, base, row));
          for (const CsvRow& cap : caps.rows) {
            FTT_TRY(source(caps, cap));
            if (cap.fields[0] == *year) part.add(concat("cap|", cap.fields[1]), caps.place(cap));
          }
          bool has_date = false;
          for (const CsvRow& date : effective.rows) {
            FTT_TRY(source(effective, date));
            if (date.fields[0] != *year) continue;
            part.add(concat("effective|", date.fields[1]), effective.place(date));
            has_date = true;
          }
          if (!has_date) {
            return Error{ErrorCode::not_found, base.place(row),
                         concat("There is no effective date of ", *year, "; add it to pay_effective_dates.csv.")};
          }
          has_begun = true;
        }
        std::string line = "grade";
        for (std::size_t i = 1; i <= 11; ++i) append(line, "|", row.fields[i]);
        part.add(std::move(line), base.place(row));
      }
      for (const CsvRow& row : areas.rows) {
        FTT_TRY(source(areas, row));
        if (row.fields[0] != *year) continue;
        part.add(concat("area|", row.fields[1], "|", row.fields[3], "|", row.fields[2]), areas.place(row));
      }
    }
    return Unit{};
  }

  // As packs write it: bare where the state's usual suffix completes it.
  static std::string written_county(std::string_view name, const State& state) {
    const std::string_view suffix = state.county_suffix;
    if (!suffix.empty() && name.size() > suffix.size() && name.ends_with(suffix) &&
        full_name(split_county_name(name)) == name && split_county_name(name).suffix == suffix) {
      return std::string(name.substr(0, name.size() - suffix.size()));
    }
    return concat("=", name);
  }

  Result<Unit> add_counties() {
    const CsvTable years = FTT_TRY(read("county_area_years.csv", {"year", "standing", "source"}));
    const CsvTable counties = FTT_TRY(read("county_areas.csv", {"fips", "state", "county", "area", "source"}));
    const CsvTable exceptions =
        FTT_TRY(read("county_area_exceptions.csv", {"state", "county", "area", "note", "place_codes", "source"}));
    const CsvTable regions = FTT_TRY(read("connecticut_planning_regions.csv", {"fips", "state", "name", "source"}));
    FTT_TRY(begin_table(current_, TableKind::counties, years.rows.front().fields[0], counties, counties.rows.front()));
    std::string line = "years";
    for (const CsvRow& row : years.rows) {
      FTT_TRY(source(years, row));
      append(line, "|", row.fields[0], row.fields[1] == "published" ? "" : concat(" ", row.fields[1]));
    }
    current_.add(std::move(line), years.place(years.rows.front()));
    for (const CsvRow& row : exceptions.rows) {
      FTT_TRY(source(exceptions, row));
      current_.add(concat("exception|", row.fields[0], "|", row.fields[1], "|", row.fields[2], "|", row.fields[3]),
                   exceptions.place(row));
    }
    for (const CsvRow& row : regions.rows) {
      FTT_TRY(source(regions, row));
      current_.add(concat("region|", row.fields[1], "|", row.fields[2]), regions.place(row));
    }
    // A line for each state and area, so that neither is repeated for every county.
    std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>> lines;
    std::set<std::string> codes;
    for (const CsvRow& row : counties.rows) {
      FTT_TRY(source(counties, row));
      const State* state = find_state(row.fields[1]);
      if (state == nullptr || !codes.insert(row.fields[0]).second || row.fields[0].size() != 5) {
        return Error{ErrorCode::malformed, counties.place(row),
                     concat("The code ", in_quotes(row.fields[0]), " is there twice, or its state is unknown.")};
      }
      auto& [names, origin] = lines[{row.fields[1], row.fields[3]}];
      append(names, "|", written_county(row.fields[2], *state));
      origin = counties.place(row);
    }
    for (const auto& [key, names] : lines) current_.add(concat(key.first, "|", key.second, names.first), names.second);
    return Unit{};
  }

  static std::string newest_of(const CsvTable& table) {
    std::string newest;
    for (const CsvRow& row : table.rows) newest = std::max(newest, row.fields[0]);
    return newest;
  }

  Result<Unit> add_meal_tiers() {
    const CsvTable tiers = FTT_TRY(read("meal_tiers.csv", {"fiscal_year", "total", "breakfast", "lunch", "dinner",
                                                           "incidentals", "first_and_last_day", "source"}));
    const std::string newest = newest_of(tiers);
    std::string year;
    for (const CsvRow& row : tiers.rows) {
      PartText& part = row.fields[0] == newest ? current_ : history_;
      FTT_TRY(source(tiers, row));
      if (row.fields[0] != year) FTT_TRY(begin_table(part, TableKind::meal_tiers, row.fields[0], tiers, row));
      year = row.fields[0];
      std::string line = row.fields[1];
      for (std::size_t i = 2; i <= 6; ++i) append(line, "|", row.fields[i]);
      part.add(std::move(line), tiers.place(row));
    }
    return Unit{};
  }

  // "10-01..02-28:106 03-01..09-30:125" as "10-2:106 3-9:125": CONUS seasons are whole months.
  static Result<std::string> months_of(const CsvTable& table, const CsvRow& row, std::string_view seasons,
                                       int fiscal_year) {
    std::string months;
    Fields fields(seasons, ' ');
    while (!fields.at_end()) {
      const std::string_view season = fields.next();
      const int first = season.size() > 13 ? whole_number(season.substr(0, 2)) : -1;
      const int last = season.size() > 13 ? whole_number(season.substr(7, 2)) : -1;
      const int year = last >= 10 ? fiscal_year - 1 : fiscal_year;
      const bool ends_month =
          last >= 1 && !Date::from_year_month_day(year, last, whole_number(season.substr(10, 2)) + 1).has_value();
      if (first < 1 || last < 1 || season.substr(2, 5) != "-01.." || !ends_month || season[12] != ':') {
        return Error{ErrorCode::malformed, table.place(row),
                     concat("The season ", in_quotes(season), " is not whole months with lodging, as 10-01..02-28:106.")};
      }
      append(months, months.empty() ? "" : " ", first, "-", last, ":", season.substr(13));
    }
    return months;
  }

  Result<Unit> add_conus() {
    const CsvTable standard =
        FTT_TRY(read("per_diem_standard.csv", {"fiscal_year", "lodging", "meals_and_incidentals", "source"}));
    const CsvTable table =
        FTT_TRY(read("per_diem_conus.csv", {"fiscal_year", "state", "destination", "destination_id",
                                            "meals_and_incidentals", "lodging_by_season", "areas", "source"}));
    const std::string newest = newest_of(table);
    std::string year;
    for (const CsvRow& row : table.rows) {
      PartText& part = row.fields[0] == newest ? current_ : history_;
      FTT_TRY(source(table, row));
      if (row.fields[0] != year) {
        year = row.fields[0];
        FTT_TRY(begin_table(part, TableKind::conus, year, table, row));
        for (const CsvRow& rate : standard.rows) {
          FTT_TRY(source(standard, rate));
          if (rate.fields[0] == year) {
            part.add(concat("standard|", rate.fields[1], "|", rate.fields[2]), standard.place(rate));
          }
        }
      }
      const std::string months = FTT_TRY(months_of(table, row, row.fields[5], whole_number(year)));
      part.add(concat(row.fields[1], "|", row.fields[2], "|", row.fields[4], "|", months, "|", row.fields[6]),
               table.place(row));
      if (year == zip_year) destinations_[row.fields[3]] = row.fields[2];
    }
    return Unit{};
  }

  Result<Unit> add_non_foreign() {
    const CsvTable table = FTT_TRY(
        read("per_diem_non_foreign.csv", {"state", "location", "season_first", "season_last", "lodging",
                                          "meals_and_incidentals", "first_publication", "last_publication", "source"}));
    std::string newest;
    std::string newest_before;
    for (const CsvRow& row : table.rows) newest = std::max(newest, row.fields[7]);
    for (const CsvRow& row : table.rows) {
      if (row.fields[7] != newest) newest_before = std::max(newest_before, row.fields[7]);
    }
    FTT_TRY(begin_table(current_, TableKind::non_foreign, newest, table, table.rows.front()));
    FTT_TRY(begin_table(history_, TableKind::non_foreign, newest_before, table, table.rows.front()));
    // A line holds all seasons of a locality, for the publications in which none of them changed.
    std::map<std::pair<std::string, std::string>, std::vector<const CsvRow*>> localities;
    for (const CsvRow& row : table.rows) {
      FTT_TRY(source(table, row));
      localities[{row.fields[0], row.fields[1]}].push_back(&row);
    }
    for (const auto& [locality, rows] : localities) {
      std::set<int> changes;  // the months from which something else holds
      for (const CsvRow* row : rows) {
        changes.insert(month_number(row->fields[6]));
        changes.insert(month_number(row->fields[7]) + 1);
      }
      for (auto from = changes.begin(); std::next(from) != changes.end(); ++from) {
        const int to = *std::next(from) - 1;
        std::string rates;
        std::string origin;
        for (const CsvRow* row : rows) {
          const std::vector<std::string>& fields = row->fields;
          if (month_number(fields[6]) > *from || month_number(fields[7]) < to) continue;
          append(rates, rates.empty() ? "" : " ", fields[2], "..", fields[3], ":", fields[4], ":", fields[5]);
          origin = table.place(*row);
        }
        if (rates.empty()) continue;  // not published in between
        PartText& part = to == month_number(newest) ? current_ : history_;
        part.add(concat(locality.first, "|", locality.second, "|", month_text(*from), "|", month_text(to), "|", rates),
                 origin);
      }
    }
    return Unit{};
  }

  // Months since the year 0, and back.
  static int month_number(std::string_view text) {
    return whole_number(text.substr(0, 4)) * 12 + whole_number(text.substr(text.size() < 7 ? 0 : 5)) - 1;
  }
  static std::string month_text(int number) {
    const int month = number % 12 + 1;
    return concat(number / 12, month < 10 ? "-0" : "-", month);
  }

  Result<Unit> add_mileage() {
    const CsvTable table = FTT_TRY(read(
        "mileage.csv", {"first", "last", "own_car", "government_car_available", "motorcycle", "airplane", "source"}));
    // Rates of a source stand together in a table, so that each says where it comes from.
    std::string source_before;
    PartText part("current");
    for (const CsvRow& row : table.rows) {
      if (row.fields.back() != source_before) {
        source_before = row.fields.back();
        FTT_TRY(begin_table(part, TableKind::mileage, row.fields[0].substr(0, 7), table, row));
      }
      std::string line = row.fields[0];
      for (std::size_t i = 1; i <= 5; ++i) append(line, "|", row.fields[i]);
      part.add(std::move(line), table.place(row));
    }
    current_.add(part);
    return Unit{};
  }

  // Both parts against each other.
  Result<Unit> check() {
    Pack current = FTT_TRY(read_pack(current_.text()));
    Pack history = FTT_TRY(read_pack(history_.text()));
    RateTables tables;
    tables.add(history.tables);
    const Result<Unit> current_is_good = check_pack(current, tables);
    if (!current_is_good) return current_.told_at_origin(current_is_good.error());
    RateTables current_tables;
    current_tables.add(current.tables);
    const Result<Unit> history_is_good = check_pack(history, current_tables);
    if (!history_is_good) return history_.told_at_origin(history_is_good.error());
    return Unit{};
  }

  struct City {
    std::string folded;
    std::string name;
    std::string county;  // as packs write it
    friend bool operator<(const City& a, const City& b) {
      return std::tie(a.folded, a.name, a.county) < std::tie(b.folded, b.name, b.county);
    }
  };
  struct CityZips {
    std::vector<int> primary;
    std::vector<int> secondary;
    std::string origin;
  };

  static void append_ranges(std::string& text, const std::vector<int>& zips, std::string_view mark) {
    const auto digits = [](int zip) {
      std::string written = concat(zip);
      return written.insert(0, 5 - written.size(), '0');
    };
    for (std::size_t i = 0; i < zips.size(); ++i) {
      std::size_t last = i;
      while (last + 1 < zips.size() && zips[last + 1] == zips[last] + 1) ++last;
      append(text, text.empty() ? "" : " ", mark, digits(zips[i]));
      if (last > i) append(text, "-", digits(zips[last]));
      i = last;
    }
  }

  Result<Unit> add_zips() {
    const CsvTable table =
        FTT_TRY(read("zip_places.csv", {"zip", "state", "city", "counties", "destination_ids_fy2026", "source"}));
    Rates rates = FTT_TRY(Rates::load(current_with_pins({{"history", &history_}})));
    FTT_TRY(rates.add_part(history_.text()));
    const Date day = *Date::from_year_month_day(whole_number(zip_year), 1, 1);
    std::map<std::string, std::map<City, CityZips>> states;  // by abbreviation
    FTT_TRY(begin_table(zip_, TableKind::zip, zip_year, table, table.rows.front()));
    for (const CsvRow& row : table.rows) {
      FTT_TRY(source(table, row));
      const std::string& zip = row.fields[0];
      const std::string& city = row.fields[2];
      if (zip.size() != 5 || whole_number(zip) < 0) {
        return Error{ErrorCode::malformed, table.place(row), concat(in_quotes(zip), " is not a ZIP code of five digits.")};
      }
      Fields counties(row.fields[3], ';');
      Fields ids(row.fields[4], ';');
      for (bool is_first = true; is_first || !counties.at_end(); is_first = false) {
        std::string_view county = trim(counties.next());
        const std::string id(trim(ids.next()));
        std::string state_text = row.fields[1];
        if (county.size() > 3 && county[2] == ':') {
          state_text = std::string(county.substr(0, 2));
          county.remove_prefix(3);
        }
        const State* state = find_state(state_text);
        if (state == nullptr) {
          return Error{ErrorCode::not_found, table.place(row), concat("There is no state ", in_quotes(state_text), ".")};
        }
        const std::string written = county.empty() ? std::string() : written_county(county, *state);
        CityZips& zips = states[state_text][{fold_name(city), city, written}];
        (is_first ? zips.primary : zips.secondary).push_back(whole_number(zip));
        zips.origin = table.place(row);
        if (id.empty() || county.empty()) continue;
        // What the ZIP table says otherwise than the county and city do is kept.
        const LookUp<PerDiem> rate = rates.per_diem(day, {state_text, county, city});
        if (!rate) return Error{ErrorCode::not_found, table.place(row), rate.why().message};
        const auto listed = destinations_.find(id);
        const std::string_view destination = id == "0"                       ? std::string_view("Standard rate")
                                             : listed != destinations_.end() ? std::string_view(listed->second)
                                                                             : std::string_view();
        if (destination.empty()) {
          return Error{ErrorCode::not_found, table.place(row),
                       concat("There is no destination ", id, " in FY", zip_year, ".")};
        }
        if (destination != rate->destination) {
          zip_.add(concat("apart|", zip, "|", county, "|", destination), table.place(row));
        }
      }
    }
    for (const auto& [state, cities] : states) {
      zip_.add(concat("state|", state), {});
      for (const auto& [city, zips] : cities) {
        std::string ranges;
        append_ranges(ranges, zips.primary, "");
        append_ranges(ranges, zips.secondary, "+");
        zip_.add(concat(city.name, "|", city.county, "|", ranges), zips.origin);
      }
    }
    const Pack current = FTT_TRY(read_pack(current_.text()));
    const Pack zip = FTT_TRY(read_pack(zip_.text()));
    RateTables tables;
    tables.add(current.tables);
    const Result<Unit> is_good = check_pack(zip, tables);
    if (!is_good) return zip_.told_at_origin(is_good.error());
    return Unit{};
  }

  std::string current_with_pins(const std::vector<std::pair<std::string_view, const PartText*>>& pins) const {
    PartText text("current");
    for (const auto& [name, part] : pins) text.add(concat("part|", name, "|", sha256_hex(part->text())), {});
    text.add(current_);
    return text.text();
  }

  static constexpr std::string_view zip_year = "2026";

  const ReadFile& read_file_;
  std::map<std::string, std::string> sources_;
  std::map<std::string, std::string> destinations_;  // of the ZIP table's year: number to name
  PartText current_{"current"};
  PartText history_{"history"};
  PartText zip_{"zip"};
};

}  // namespace

Result<BuiltPack> build_pack(const ReadFile& read_file) {
  return Builder(read_file).build();
}

}  // namespace ftt
