// Part D, locality pay: lines 3 to 5 (App. A, Part D; 5 CFR 531.606).
//
// Does not look anything up: the salaries were found before (find_rates.cpp).
#include "base/text.h"
#include "calc/parts.h"

namespace ftt::calc_detail {

namespace {

// Line 3 or 4: as typed, with its source; else base pay with the locality percentage, to the dollar, at most the cap.
const WorksheetLine& salary_line(Worksheet& worksheet, Leaf typed, std::string_view id, std::string_view item,
                                 std::string_view label, Citation cite, const FoundSalary& found,
                                 const FoundRates& rates, const Answers& answers) {
  WorksheetLine& line = add_line(worksheet, id, item, label, cite, "");
  if (has_typed_salaries(answers)) {
    const Known<Money> amount = answers.money(typed);
    line.origin = Origin::entered;
    if (amount.has_value()) {
      line.value = amount.value();
      line.said = answers.words(Leaf::locality_pay_salary_source);
    } else {
      add_need(line, info(typed).id);
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
  for (const std::string_view need : found.needs) add_need(line, need);
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
          ? "The rate for level IV of the Executive Schedule is the most that is paid. Of the ordinary General "
            "Schedule table, full time: where a special rate or part-time pay holds, type both salaries."
          : "Of the ordinary General Schedule table, full time: where a special rate, a law enforcement rate or "
            "part-time pay holds, type both salaries.";
  line.value = salary.annual;
  worksheet.pay_year = rates.pay_year;
  return line;
}

}  // namespace

bool has_typed_salaries(const Answers& answers) {
  return has_other_pay_plan(answers) || has_typed_salary(answers);
}

PartD calculate_part_d(Worksheet& worksheet, const FoundRates& found, const Answers& answers) {
  // 3. Requested official worksite/duty station salary, by OPM's pay tables.
  const WorksheetLine& requested =
      salary_line(worksheet, Leaf::locality_pay_requested_salary, "locality_pay.requested_salary", "D3",
                  "Requested official worksite/duty station salary", cite("App. A, Part D, line 3"), found.requested,
                  found, answers);
  // 4. Agency worksite salary, from the same year's tables.
  const WorksheetLine& agency =
      salary_line(worksheet, Leaf::locality_pay_agency_salary, "locality_pay.agency_salary", "D4",
                  "Agency worksite salary", cite("App. A, Part D, line 4"), found.agency, found, answers);
  // 5. The difference between lines 3 and 4; negative is a saving.
  WorksheetLine& difference = add_line(worksheet, "locality_pay.difference", "D5", "Salary difference",
                                       cite("App. A, Part D, line 5"), "D3 − D4");
  const std::optional<Money> at_requested = use_money(difference, requested);
  const std::optional<Money> at_agency = use_money(difference, agency);
  if (at_requested && at_agency) difference.value = *at_requested - *at_agency;
  return {requested, agency, difference};
}

}  // namespace ftt::calc_detail
