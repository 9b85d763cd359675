// Part D, locality pay: lines 3 to 5 (App. A, Part D; 5 CFR 531.606).
//
// Does not look anything up: the salaries were found before (find_rates.cpp).
#include <utility>

#include "base/text.h"
#include "calc/parts.h"

namespace ftt::calc_detail {

namespace {

// Line 3 or 4: as typed, with its source; else base pay with the locality percentage, to the dollar, at most the cap.
WorksheetLine salary_line(Line id, Leaf typed, const FoundSalary& found, const FoundRates& rates,
                          const Answers& answers) {
  WorksheetLine line(id);
  if (has_typed_salaries(answers)) {
    const Known<Money> amount = answers.money(typed);
    line.origin = Origin::entered;
    if (amount.has_value()) {
      line.value = amount.value();
      line.said = answers.words(Leaf::locality_pay_salary_source);
    } else {
      add_need(line.needs, typed);
    }
    return line;
  }
  line.formula = "base pay × (1 + locality percentage), at most level IV of the Executive Schedule";
  line.rounding = to_the_dollar;
  line.origin = Origin::table;
  line.said = found.said;
  if (!rates.pay_note.empty()) {
    if (!line.said.empty()) line.said += "; ";
    line.said += rates.pay_note;
  }
  use(line, Leaf::position_grade, answers.count(Leaf::position_grade));
  use(line, Leaf::position_step, answers.count(Leaf::position_step));
  for (const Leaf need : found.needs) add_need(line.needs, need);
  if (!found.salary) return line;
  const Salary& salary = *found.salary;
  line.inputs.push_back({"rates.base_pay", "", "Base pay", salary.base, Origin::table});
  line.inputs.push_back({"rates.locality_percent", "", "Locality percentage", salary.percent, Origin::table});
  line.inputs.push_back({"rates.pay_cap", "", "Level IV of the Executive Schedule", salary.cap, Origin::table});
  line.rates.push_back({salary.base_source.table, "", salary.base_source.year, salary.base_source.note});
  line.rates.push_back(
      {salary.locality_source.table, salary.area_name, salary.locality_source.year, salary.locality_source.note});
  line.note =
      salary.is_capped
          ? "The rate for level IV of the Executive Schedule is the highest pay. This is the regular General Schedule "
              "table, full time. For a special rate or part-time pay, type both salaries."
          : "This is the regular General Schedule table, full time. For a special rate, a law enforcement rate or "
              "part-time pay, type both salaries.";
  line.value = salary.annual;
  return line;
}

}  // namespace

bool has_typed_salaries(const Answers& answers) {
  return has_other_pay_plan(answers) || has_typed_salary(answers);
}

void calculate_part_d(Worksheet& worksheet, const FoundRates& found, const Answers& answers) {
  // 3. Requested official worksite/duty station salary, by OPM's pay tables.
  WorksheetLine requested = salary_line(Line::locality_pay_requested_salary, Leaf::locality_pay_requested_salary,
                                        found.requested, found, answers);
  // 4. Agency worksite salary, from the same year's tables.
  WorksheetLine agency =
      salary_line(Line::locality_pay_agency_salary, Leaf::locality_pay_agency_salary, found.agency, found, answers);
  if (!requested.rates.empty() || !agency.rates.empty()) worksheet.pay_year = found.pay_year;
  add_line(worksheet, std::move(requested));
  add_line(worksheet, std::move(agency));
  // 5. The difference between lines 3 and 4; negative is a saving.
  WorksheetLine difference(Line::locality_pay_difference);
  const std::optional<Money> at_requested = use_money(difference, worksheet, Line::locality_pay_requested_salary);
  const std::optional<Money> at_agency = use_money(difference, worksheet, Line::locality_pay_agency_salary);
  if (at_requested && at_agency) difference.value = *at_requested - *at_agency;
  add_line(worksheet, std::move(difference));
}

}  // namespace ftt::calc_detail
