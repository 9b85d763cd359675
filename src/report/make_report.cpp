// The report from front to back, and the template of the actuals. See make_report.h.
#include "report/make_report.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "report/circulation.h"
#include "report/report_file.h"
#include "report/tables.h"
#include "report/words.h"

namespace ftt::report {

Report make_report(const Partial& partial, const ReportFor& by) {
  const Cases cases = cases_of(partial, by);
  Report report;
  report.title = concat(words::title, cases.year.year());
  const auto note = [&](std::string id, std::string label, std::string text, bool may_circulate = true) {
    report.notes.push_back({std::move(id), std::move(label), std::move(text), may_circulate});
  };
  note("today", "As of", to_display_without_weekday(by.today));
  note("fiscal_year", "Fiscal year", concat(cases.year.year()));
  note("half_years", "Half-years",
       concat("H1 is ", ftt::to_display(cases.half_years[0]), ", H2 ", ftt::to_display(cases.half_years[1])));
  if (by.previous != nullptr)
    note("previous", "Compared with the report of", to_display_without_weekday(by.previous->day()));
  note("spending", "What the travel report cannot tell (\u00b613f)", std::string(all_travel));
  note("unknown", "Unknown", "Unknown is never zero. A difference compares the same people only.");
  const auto is_joined = [](const auto& office) { return office.first != office.second; };
  if (std::any_of(by.shown_as.begin(), by.shown_as.end(), is_joined)) {
    note("other", "Other", "Small offices are counted together as Other, so that nobody can be recognized.");
  }
  note("statement", "Stated to be valid by", "Name, title, date: ______________________________");
  add_counted(report, cases, by, partial);
  add_states(report, cases, by);
  add_overdue(report, cases, by);
  add_not_in_order(report, cases, by);
  add_travel(report, cases, by);
  add_reviews(report, cases, by);
  add_worksites(report, cases, by);
  add_costs(report, cases, by);
  add_time_codes(report, cases, by);
  add_return(report, cases, by);
  return report;
}

Report make_edition(ReportEdition edition, const Partial& partial, const ReportFor& by, std::int64_t smallest) {
  if (edition == ReportEdition::ohrm) return make_report(partial, by);
  CirculationRules rules;
  rules.smallest_group = smallest;
  rules.count_limit = smallest;
  ReportFor joined = by;
  joined.shown_as = join_small(component_sizes(partial, by), rules.smallest_group);
  return for_circulation(make_report(partial, joined), rules);
}

std::map<std::string, std::int64_t> component_sizes(const Partial& partial, const ReportFor& by) {
  std::map<std::string, std::int64_t> sizes;
  for (const Case& one : cases_of(partial, by).counted) ++sizes[one.component];
  return sizes;
}

std::string actuals_template(const Partial& partial, const ReportFor& by) {
  const Cases cases = cases_of(partial, by);
  std::string sheet = concat("\xEF\xBB\xBF", actuals_header(), "\r\n");
  for (const Case& one : cases.counted) {
    const std::string id = one.name_of_case();
    for (const HalfYear half : cases.half_years) {
      if (!one.is_approved() || !is_in_force(one, half)) continue;
      for (const std::string_view field :
           {std::string_view(id), one.facts.words(Fact::name), std::string_view(one.component)}) {
        append_csv_field(sheet, field);
        sheet += ',';
      }
      append(sheet, ftt::name_of(half), ",,,\r\n");
    }
  }
  return sheet;
}

}  // namespace ftt::report
