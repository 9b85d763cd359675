// Checking the pack as a whole, its pay tables, areas and counties. See pack_check.h.
#include "rates/pack_check.h"

#include <algorithm>
#include <map>

#include "base/date.h"
#include "base/text.h"
#include "rates/tables.h"

namespace ftt {
namespace {

bool is_area_code(std::string_view code) {
  return code.size() >= 2 && code.size() <= 4 &&
         std::all_of(code.begin(), code.end(), [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); });
}

bool is_known_area(const RateTables& tables, std::string_view code) {
  const std::string line_start = concat("area|", code, "|");
  for (const RateTable& table : tables.all()) {
    if (table.kind != TableKind::pay) continue;
    for (const std::string_view line : table.lines) {
      if (line.starts_with(line_start)) return true;
    }
  }
  return false;
}

}  // namespace

Error table_error(const RateTable& table, std::size_t line, std::string message) {
  return Error{ErrorCode::inconsistent, concat("line ", table.first_line + 1 + line), std::move(message)};
}

Result<Unit> check_pack(const Pack& pack, const RateTables& loaded) {
  RateTables tables = loaded;
  tables.add(pack.tables);
  for (std::size_t i = 0; i < pack.tables.size(); ++i) {
    const RateTable& table = pack.tables[i];
    for (std::size_t before = 0; before < i; ++before) {
      if (pack.tables[before].kind == table.kind && pack.tables[before].key == table.key) {
        return Error{ErrorCode::repeated, concat("line ", table.first_line),
                     concat("The table ", word_of(table.kind), " ", table.key, " is there twice; keep one.")};
      }
    }
    if (trim(table.source).empty()) {
      return table_error(table, 0,
                         concat("The table ", word_of(table.kind), " ", table.key,
                                " does not say where it comes from; begin it with a line source|…."));
    }
    switch (table.kind) {
      case TableKind::pay:
        FTT_TRY(check_pay(table));
        break;
      case TableKind::counties:
        FTT_TRY(check_counties(table, tables));
        break;
      case TableKind::conus:
        FTT_TRY(check_conus(table, tables));
        break;
      case TableKind::meal_tiers:
        FTT_TRY(check_meal_tiers(table));
        break;
      case TableKind::non_foreign:
        FTT_TRY(check_non_foreign(table));
        break;
      case TableKind::mileage:
        FTT_TRY(check_mileage(table));
        break;
      case TableKind::zip:
        FTT_TRY(check_zip(table, tables));
        break;
    }
  }
  return Unit{};
}

Result<Unit> check_pay(const RateTable& table) {
  int cap = 0;
  int grades = 0;
  int first_step_below = 0;
  bool has_rest = false;
  bool has_effective = false;
  std::map<std::string_view, std::string_view> areas;  // code to name
  for (std::size_t i = 1; i < table.lines.size(); ++i) {
    Fields fields(table.lines[i]);
    const std::string_view keyword = fields.next();
    if (keyword == "cap") {
      const int value = whole_number(fields.next());
      if (cap != 0) return table_error(table, i, "The cap is there twice; keep one line cap|….");
      if (value < 50'000 || value > 1'000'000) {
        return table_error(table, i,
                           "The cap is level IV of the Executive Schedule in whole dollars, such as "
                           "cap|197200.");
      }
      cap = value;
    } else if (keyword == "effective") {
      // An agency may count its pay periods from another week than most.
      const Result<Date> date = Date::from_iso(fields.next());
      const Date january_1 = *Date::from_year_month_day(table.year, 1, 1);
      if (!date || *date < january_1 || *date >= january_1 + Days(14) || !fields.at_end()) {
        return table_error(table, i,
                           concat("A pay table takes effect on the first day of the first pay period that begins on "
                                  "or after January 1, such as effective|",
                                  to_iso(first_pay_period(table.year)), "."));
      }
      if (has_effective) {
        return table_error(table, i, "The effective date is there twice; keep one line effective|….");
      }
      has_effective = true;
    } else if (keyword == "grade") {
      const int grade = whole_number(fields.next());
      if (grade != grades + 1 || grade > 15) {
        return table_error(table, i, concat("Grade ", grades + 1, " belongs here; write the grades 1 to 15 in order."));
      }
      grades = grade;
      int before = 0;
      for (int step = 1; step <= 10; ++step) {
        const int pay = whole_number(fields.next());
        if (pay < 1'000 || pay > 1'000'000) {
          return table_error(table, i,
                             concat("Grade ", grade, ", step ", step,
                                    " is not a yearly rate in whole dollars, such as "
                                    "85802."));
        }
        if (pay <= before || (step == 1 && pay <= first_step_below)) {
          return table_error(table, i,
                             concat("Grade ", grade, ", step ", step, " (", pay,
                                    ") is not above the step or grade below; check the figure."));
        }
        if (step == 1) first_step_below = pay;
        before = pay;
      }
      if (!fields.at_end()) return table_error(table, i, concat("Grade ", grade, " has more than ten steps."));
    } else if (keyword == "area") {
      const std::string_view code = fields.next();
      const std::string_view percent = fields.next();
      const std::string_view name = fields.next();
      const long long units = decimal_units(percent, 2);
      if (!is_area_code(code)) {
        return table_error(table, i,
                           concat(in_quotes(code),
                                  " is not a pay area's code; write capitals, such as "
                                  "DCB."));
      }
      if (units < 0 || units >= 10'000) {
        return table_error(table, i,
                           concat("The percentage of ", code, ", ", in_quotes(percent),
                                  ", is not 0 to 99.99 with at most two places, such as 33.94."));
      }
      if (trim(name).empty() || !fields.at_end()) {
        return table_error(table, i, concat("The area ", code, " has no name; write area|", code, "|33.94|its name."));
      }
      for (const auto& [other_code, other_name] : areas) {
        if (other_code == code || other_name == name) {
          return table_error(table, i, concat("The area ", code, " (", name, ") is there twice; keep one."));
        }
      }
      areas.emplace(code, name);
      has_rest = has_rest || code == "RUS";
    } else {
      return table_error(table, i,
                         concat(in_quotes(table.lines[i]),
                                " is not known here; a pay table has the lines source, cap, effective, grade "
                                "and area."));
    }
  }
  const std::size_t end = table.lines.empty() ? 0 : table.lines.size() - 1;
  if (cap == 0) return table_error(table, end, "The pay table has no cap; add a line cap|197200.");
  if (grades != 15) return table_error(table, end, concat("Grade ", grades + 1, " is missing; write grades 1 to 15."));
  if (!has_rest) return table_error(table, end, "The area RUS (Rest of U.S.) is missing; add it.");
  if (first_step_below > cap) return table_error(table, end, "Grade 15, step 1 is above the cap; check both.");
  return Unit{};
}

Result<Unit> check_counties(const RateTable& table, const RateTables& tables) {
  bool has_years = false;
  const State* state = nullptr;
  std::map<std::string, std::string_view> seen;  // state and folded name to area
  for (std::size_t i = 1; i < table.lines.size(); ++i) {
    const std::string_view line = table.lines[i];
    Fields fields(line);
    const std::string_view first = fields.next();
    if (first == "years") {
      while (!fields.at_end()) {
        const std::string_view year = fields.next();
        const std::string_view standing = year.substr(std::min<std::size_t>(4, year.size()));
        if (whole_number(year.substr(0, 4)) < 2000 || (!standing.empty() && standing != " inferred")) {
          return table_error(table, i, concat(in_quotes(year), " is not a year, or a year and the word inferred."));
        }
        has_years = true;
      }
      continue;
    }
    const bool is_exception = first == "exception";
    const bool is_region = first == "region";
    state = find_state(is_exception || is_region ? fields.next() : first);
    if (state == nullptr) {
      return table_error(table, i,
                         concat(in_quotes(line),
                                " does not begin with a state's two letters, such as "
                                "VA|DCB|Arlington."));
    }
    if (is_region) continue;
    if (is_exception) {
      const CountyQuery query(fields.next(), *state);
      const std::string_view area = fields.next();
      if (!find_county(table, *state, query) || !is_known_area(tables, area) || trim(fields.next()).empty()) {
        return table_error(table, i,
                           "An exception names a county of this table, a known area and what to know, such as "
                           "exception|NJ|Burlington County|NY|part of it ….");
      }
      continue;
    }
    const std::string_view area = fields.next();
    if (!is_known_area(tables, area)) {
      return table_error(table, i,
                         concat("There is no pay area ", in_quotes(area),
                                " in any pay table; bring the pay table along, or correct the code."));
    }
    if (fields.at_end()) return table_error(table, i, concat("No county follows ", first, "|", area, "."));
    while (!fields.at_end()) {
      const std::string_view written = fields.next();
      if (trim(written) != written || written.empty() || written == "=") {
        return table_error(table, i, concat("The county ", in_quotes(written), " is empty or has blanks around it."));
      }
      const std::string key = concat(state->abbreviation, fold_name(full_name(county_name_of_pack(written, *state))));
      if (!seen.emplace(key, area).second) {
        return table_error(table, i,
                           concat(written, ", ", state->abbreviation, " is there twice; a county has one area."));
      }
    }
  }
  if (!has_years) {
    return table_error(table, 0, "The definitions do not say for which years they apply; add a line years|2027.");
  }
  for (const State& each : states()) {
    const bool is_there = std::any_of(seen.begin(), seen.end(),
                                      [&](const auto& entry) { return entry.first.starts_with(each.abbreviation); });
    if (!is_there) {
      return table_error(table, 0,
                         concat("No county of ", each.name, " is there; definitions are replaced as a whole."));
    }
  }
  return Unit{};
}

}  // namespace ftt
