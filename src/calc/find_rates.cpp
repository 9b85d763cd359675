// Looking up what Parts D and E take from the tables: pay areas, salaries and per diem (App. A, Part D, lines 1 to 4;
// Part E, lines 5 and 6; 5 CFR 531.603).
//
// Does not calculate, and does not guess: what is not found names the answer that would settle it.
#include <algorithm>

#include "base/text.h"
#include "calc/calculate.h"
#include "calc/parts.h"

namespace ftt {

namespace {

using calc_detail::add_need;

void say(std::string& said, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!said.empty()) said += "; ";
  said += sentence;
}

// The answer that would settle it.
Leaf settled_by(Lack lack, const PlaceLeaves& place, Leaf area) {
  switch (lack) {
    case Lack::grade_out_of_range:
      return Leaf::position_grade;
    case Lack::step_out_of_range:
      return Leaf::position_step;
    case Lack::year_not_held:
      return Leaf::locality_pay_year;
    case Lack::state_unknown:
      return place.state();
    case Lack::county_unknown:
    case Lack::county_ambiguous:
    case Lack::county_missing:
      return place.county();
    case Lack::area_unknown:
    case Lack::definitions_not_held:
    case Lack::area_not_defined:
    case Lack::destination_unknown:
    case Lack::not_published:
    case Lack::date_not_held:
    case Lack::tier_unknown:
    case Lack::zip_malformed:
    case Lack::zip_unknown:
    case Lack::zips_not_loaded:
      return area;
  }
  return area;
}

// Part D, lines 1 and 2: picked from the list, or found from state and county.
void find_area(const Rates& rates, const Answers& answers, const PlaceLeaves& place, Leaf area_leaf, int pay_year,
               FoundSalary& found) {
  if (answers.is_bad(area_leaf)) return add_need(found.needs, area_leaf);
  const std::string_view picked = answers.words(area_leaf);
  if (!picked.empty()) {
    found.area_code = picked;
    return;
  }
  const std::string_view state = answers.words(place.state());
  const std::string_view county = answers.words(place.county());
  if (state.empty()) add_need(found.needs, place.state());
  if (state.empty() && county.empty()) add_need(found.needs, place.county());
  if (state.empty() || pay_year == 0) return;
  const LookUp<CountyArea> area = rates.area_of_county(state, county, pay_year);
  if (!area) {
    add_need(found.needs, settled_by(area.why().lack, place, area_leaf));
    // A county that was merely not answered yet is a need, and nothing to explain.
    if (area.why().lack != Lack::county_missing) say(found.said, area.why().message);
    return;
  }
  found.area_code = area->area.code;
  found.area_name = area->area.name;
  say(found.said, area->note);
}

void find_salary(const Rates& rates, const Answers& answers, const PlaceLeaves& place, Leaf area_leaf,
                 const FoundRates& year, FoundSalary& found) {
  find_area(rates, answers, place, area_leaf, year.pay_year, found);
  if (calc_detail::has_typed_salaries(answers)) return;
  if (answers.words(Leaf::position_pay_plan).empty()) add_need(found.needs, Leaf::position_pay_plan);
  const Known<Count> grade = answers.count(Leaf::position_grade);
  const Known<Count> step = answers.count(Leaf::position_step);
  if (grade.is_missing()) add_need(found.needs, Leaf::position_grade);
  if (step.is_missing()) add_need(found.needs, Leaf::position_step);
  if (year.pay_year == 0) add_need(found.needs, Leaf::locality_pay_year);
  if (!found.needs.empty()) return;
  LookUp<Salary> salary = rates.salary(year.pay_year, found.area_code, static_cast<int>(grade.value().value()),
                                       static_cast<int>(step.value().value()));
  if (!salary) {
    add_need(found.needs, settled_by(salary.why().lack, place, area_leaf));
    say(found.said, salary.why().message);
    return;
  }
  found.salary = *salary;
  found.area_name = salary->area_name;
}

// The newest pay table in effect on the packet's date, unless the preparer picks another.
void find_pay_year(const Rates& rates, const Answers& answers, Date today, FoundRates& found) {
  if (answers.is_bad(Leaf::locality_pay_year)) return;
  const Known<Count> picked = answers.count(Leaf::locality_pay_year);
  if (picked.has_value()) {
    const int year = static_cast<int>(picked.value().value());
    // A year without a table is said to be one, before anything else is asked for.
    if (const LookUp<PayCap> cap = rates.pay_cap(year); !cap) {
      found.pay_note = cap.why().message;
    } else {
      found.pay_year = year;
    }
    return;
  }
  const LookUp<PayYear> newest = rates.pay_year_on(today);
  if (!newest) {
    found.pay_note = newest.why().message;
    return;
  }
  found.pay_year = newest->year;
  found.pay_note = newest->note;
}

// The first planned trip: on the first date, else today. A review plans for the time from now on (HRM 6040.2 ¶11a).
Date first_planned_trip(const Answers& answers, Date today) {
  const Date first = answers.date(Leaf::arrangement_start).value_or(today);
  return is_review(answers) ? std::max(first, today) : first;
}

// Part E, lines 5 and 6: the month picked, as it first comes once trips begin; else the dearest one of the fiscal year
// of the first planned trip.
void find_per_diem(const Rates& rates, const Answers& answers, Date today, FoundRates& found) {
  const Place place{answers.words(agency_worksite.state()), answers.words(agency_worksite.county()),
                    answers.words(agency_worksite.city())};
  if (place.state.empty()) add_need(found.per_diem_needs, agency_worksite.state());
  if (answers.is_bad(Leaf::travel_budget_per_diem_month)) {
    add_need(found.per_diem_needs, Leaf::travel_budget_per_diem_month);
  }
  if (answers.is_bad(Leaf::arrangement_start)) add_need(found.per_diem_needs, Leaf::arrangement_start);
  if (!found.per_diem_needs.empty()) return;
  const Date trip = first_planned_trip(answers, today);
  const auto lacking = [&](const WhyNot& why) {
    add_need(found.per_diem_needs, settled_by(why.lack, agency_worksite, agency_worksite.county()));
    if (why.lack != Lack::county_missing) say(found.per_diem_said, why.message);
  };
  const Known<std::size_t> picked = answers.choice(Leaf::travel_budget_per_diem_month);
  if (picked.has_value()) {
    const int month = static_cast<int>(picked.value()) + 1;
    // The first such month that a trip can fall in.
    const int year_of_month = month < trip.month() ? trip.year() + 1 : trip.year();
    const LookUp<PerDiem> per_diem = rates.per_diem(*Date::from_year_month_day(year_of_month, month, 1), place);
    if (!per_diem) return lacking(per_diem.why());
    found.per_diem = *per_diem;
    found.per_diem_month = month;
  } else {
    const LookUp<DearestMonth> dearest = rates.dearest_month(fiscal_year(trip).year(), place);
    if (!dearest) return lacking(dearest.why());
    found.per_diem = dearest->per_diem;
    found.per_diem_month = dearest->first_of_month.month();
    found.is_dearest_month = true;
  }
  say(found.per_diem_said, found.per_diem->note);
}

}  // namespace

FoundRates find_rates(const Rates& rates, const Answers& answers, Date today) {
  FoundRates found;
  find_pay_year(rates, answers, today, found);
  find_salary(rates, answers, requested_worksite, Leaf::locality_pay_requested_area, found, found.requested);
  find_salary(rates, answers, agency_worksite, Leaf::locality_pay_agency_area, found, found.agency);
  find_per_diem(rates, answers, today, found);
  return found;
}

}  // namespace ftt
