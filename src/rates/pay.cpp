// General Schedule pay: base, locality percentage, cap, and the salary that they make (App. A, Part D, lines 3 and 4).
// Does not know special rates or other pay systems: there the salaries are typed.

#include <algorithm>

#include "base/ratio.h"
#include "base/text.h"
#include "rates/rates.h"
#include "rates/tables.h"

namespace ftt {
namespace {

WhyNot no_pay_table(const RateTables& tables, bool has_history, int year) {
  std::string message = concat("the pay table of ", year, " is not loaded");
  const std::vector<int> years = tables.years(TableKind::pay);
  if (!years.empty()) append(message, "; the loaded tables are ", years.back(), " to ", years.front());
  if (!has_history && !years.empty() && year < years.back()) message += ". Older ones are not loaded yet";
  return {Lack::year_not_held, std::move(message)};
}

Money dollars(std::string_view text) {
  return Money::from_dollars(whole_number(text));
}

// The day that a pay table takes effect: as it says; without an `effective` line the first pay period of its year.
Date effective_date(const RateTable& table) {
  if (std::optional<Fields> effective = find_line(table, "effective")) {
    const Result<Date> date = Date::from_iso(effective->next());
    if (date) return *date;
  }
  return first_pay_period(table.year);
}

}  // namespace

Date first_pay_period(int year) {
  constexpr Days pay_period(14);
  constexpr Date one_of_them = calendar_date(2018, 1, 7);
  const Date january_1 = *Date::from_year_month_day(year, 1, 1);
  const std::int32_t past = (january_1 - one_of_them).count() % pay_period.count();
  if (past == 0) return january_1;
  return january_1 + (past > 0 ? pay_period - Days(past) : Days(-past));
}

LookUp<BasePay> Rates::base_pay(int year, int grade, int step) const {
  const RateTable* table = parts_->tables.find(TableKind::pay, year);
  if (table == nullptr) return no_pay_table(parts_->tables, has_history(), year);
  if (grade < 1 || grade > 15) {
    return WhyNot{Lack::grade_out_of_range,
                  concat("grade ", grade, " is not on the General Schedule; write a grade from 1 to 15")};
  }
  if (step < 1 || step > 10) {
    return WhyNot{Lack::step_out_of_range, concat("step ", step, " does not exist; write a step from 1 to 10")};
  }
  std::optional<Fields> steps = find_line(*table, "grade", concat(grade));
  if (!steps) return no_pay_table(parts_->tables, has_history(), year);
  for (int before = 1; before < step; ++before) steps->next();
  RateSource source = source_of(*table);
  source.table = "General Schedule base pay";
  return BasePay{dollars(steps->next()), source};
}

LookUp<LocalityPercent> Rates::locality_percent(int year, std::string_view area_code) const {
  const RateTable* table = parts_->tables.find(TableKind::pay, year);
  if (table == nullptr) return no_pay_table(parts_->tables, has_history(), year);
  std::optional<Fields> area = find_line(*table, "area", area_code);
  if (!area) {
    return WhyNot{Lack::area_unknown, concat("there is no pay area ", in_quotes(area_code), " in ", year,
                                             "; pick one from the list of that year")};
  }
  const Percent percent = Percent::from_units(decimal_units(area->next(), 2));
  RateSource source = source_of(*table);
  source.table = "locality pay percentages";
  return LocalityPercent{percent, area->next(), source};
}

LookUp<PayCap> Rates::pay_cap(int year) const {
  const RateTable* table = parts_->tables.find(TableKind::pay, year);
  if (table == nullptr) return no_pay_table(parts_->tables, has_history(), year);
  std::optional<Fields> cap = find_line(*table, "cap");
  if (!cap) return no_pay_table(parts_->tables, has_history(), year);
  RateSource source = source_of(*table);
  source.table = "Executive Schedule, level IV";
  return PayCap{dollars(cap->next()), source};
}

LookUp<Salary> Rates::salary(int year, std::string_view area_code, int grade, int step) const {
  const LookUp<BasePay> base = base_pay(year, grade, step);
  if (!base) return base.why();
  const LookUp<LocalityPercent> locality = locality_percent(year, area_code);
  if (!locality) return locality.why();
  const LookUp<PayCap> cap = pay_cap(year);
  if (!cap) return cap.why();
  // base × (1 + percent), rounded once to the dollar, at most level IV
  const Money before_cap = round_to_dollars(Ratio(base->annual) * (Ratio(1) + Ratio(locality->percent)));
  return Salary{std::min(before_cap, cap->annual), base->annual,        locality->percent, cap->annual,     before_cap,
                before_cap > cap->annual,          locality->area_name, base->source,      locality->source};
}

std::vector<int> Rates::pay_years() const {
  return parts_->tables.years(TableKind::pay);
}

LookUp<PayYear> Rates::pay_year_on(Date date) const {
  const std::vector<int> years = pay_years();
  for (const int year : years) {
    if (effective_date(*parts_->tables.find(TableKind::pay, year)) > date) continue;
    PayYear pay_year{year, {}};
    const Date known_until = first_pay_period(year + 1);
    if (year == years.front() && date >= known_until) {
      pay_year.note =
          concat("pay after ", to_display_without_weekday(known_until - Days(1)), " is not known; ", year, " used");
    }
    return pay_year;
  }
  return WhyNot{Lack::date_not_held,
                concat("no loaded pay table was in effect by ", to_display_without_weekday(date),
                       has_history() ? "" : "; older ones are not loaded yet")};
}

std::vector<PayArea> Rates::pay_areas(int year) const {
  std::vector<PayArea> areas;
  const RateTable* table = parts_->tables.find(TableKind::pay, year);
  if (table == nullptr) return areas;
  for_each_line(*table, "area", [&](std::string_view line) {
    Fields fields(line);
    fields.next();
    const std::string_view code = fields.next();
    fields.next();
    areas.push_back({code, fields.next()});
  });
  std::sort(areas.begin(), areas.end(), [](const PayArea& a, const PayArea& b) {
    const bool a_is_rest = a.code == "RUS";
    const bool b_is_rest = b.code == "RUS";
    return a_is_rest != b_is_rest ? b_is_rest : a.name < b.name;
  });
  return areas;
}

}  // namespace ftt
