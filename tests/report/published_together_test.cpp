// The tables of a report that circulate together: what one of them tells of another is stated, so that it is protected.
// Each case is read twice by somebody who knows what is stated: in the edition that was made without it, and in the one
// that was made with it.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "report/circulation.h"
#include "report/days.h"
#include "report/made_partial.h"
#include "report/make_report.h"
#include "report/reader.h"
#include "report/table_cells.h"

namespace ftt::report::test {
namespace {

const WorkCalendar calendar;
const CirculationRules rules;

using Packets = std::vector<std::pair<std::string, Given>>;

// So many packets, each made by its number.
Packets packets(int count, const std::function<Given(int)>& given) {
  Packets made;
  for (int i = 0; i < count; ++i) made.emplace_back(concat("p", i), given(i));
  return made;
}

Report report_of(const Packets& of, const Partial* previous = nullptr) {
  ReportFor by{november, calendar};
  by.previous = previous;
  Report report = make_report(partial_of(of), by);
  REQUIRE(find_fault(report).value_or("") == "");
  return report;
}

// What comes out of the edition that is made of `less`, for somebody who knows all that is stated in the report.
std::vector<CellAt> found_in(const Report& report, const Report& less) {
  Report edition = for_circulation(less, rules);
  const Report whole = for_circulation(report, rules);
  edition.cell_sums = whole.cell_sums;
  edition.containments = whole.containments;
  return found_out_at_once(puzzle_of(report, edition, rules));
}

TEST_SUITE("report: tables that circulate together") {
  TEST_CASE("R0, R7: of whom the kind of rationale is known and who are not in place yet") {
    // Forty in place; twenty are being prepared, five of them with a kind of rationale.
    const Report report = report_of(packets(60, [](int i) {
      if (i < 40) return in_order();
      return test::with(in_order(), {{Fact::state, "draft"},
                                     {Fact::approved_on, ""},
                                     {Fact::effective, "2027-03-01"},
                                     {Fact::rationale_kind, i < 45 ? "recruit" : ""}});
    }));
    CHECK(at(report, "R0_known", "rationale_kind", "known") == "45");
    CHECK(at(report, "R7_rationale", "of:retain", "all") == "40");
    Report less = report;
    less.containments.clear();
    CHECK(!found_in(report, less).empty());
    CHECK(found_in(report, report).empty());
    const Report edition = for_circulation(report, rules);
    const bool are_shown = at(edition, "R0_known", "rationale_kind", "known") != "[c]" &&
                           at(edition, "R7_rationale", "of:retain", "all") != "[c]";
    CHECK(!are_shown);
  }

  TEST_CASE("R4: a year of travel is what is budgeted for both halves, where the same people make all three") {
    // The budget of the first half is known of two in PBS; that of the second half of everybody.
    const Report report = report_of(packets(60, [](int i) {
      const Given given = test::with(in_order(), {{Fact::component, i < 20 ? "PBS" : i < 40 ? "FAS" : "OCFO"}});
      return i < 18 ? test::with(given, {{Fact::budget_h1, ""}}) : given;
    }));
    CHECK(at(report, "R4_h1", "of:PBS", "budgeted") == "10087.20");
    CHECK(at(report, "R4_h1", "of:FAS", "budgeted") == "100872.00");
    CHECK(at(report, "R4_readings", "of:FAS", "as_worded") == "201744.00");
    Report less = report;
    std::erase_if(less.cell_sums, [](const CellSum& sum) { return sum.parts.size() > 1; });
    CHECK(less.cell_sums.size() == report.cell_sums.size() - 2);
    const std::vector<CellAt> found = found_in(report, less);
    CHECK(std::any_of(found.begin(), found.end(), [](const CellAt& one) { return one.table == "R4_h1"; }));
    CHECK(found_in(report, report).empty());
  }

  TEST_CASE("R4: the readings are known of the same people, and are hidden alike") {
    const Report report = report_of(packets(60, [](int i) {
      const Given given = test::with(in_order(), {{Fact::component, i < 30 ? "PBS" : "FAS"},
                                                  {Fact::annual_per_night, "8000.00"},
                                                  {Fact::annual_per_diem, "9000.00"},
                                                  {Fact::annual_extras_only, "7000.00"}});
      if (i >= 3) return given;
      return test::with(given, {{Fact::annual_as_worded, ""},
                                {Fact::annual_per_night, ""},
                                {Fact::annual_per_diem, ""},
                                {Fact::annual_extras_only, ""},
                                {Fact::net_change, ""}});
    }));
    const Report edition = for_circulation(report, rules);
    const std::string known = rows(edition, "R4_readings", {"per_night_known", "per_night_unknown"});
    CHECK(known == "30 | 0; [c] | [c]; [c] | [c]; ");
    CHECK(rows(edition, "R4_readings", {"as_worded_known", "as_worded_unknown"}) == known);
    CHECK(rows(edition, "R4_readings", {"per_diem_known", "per_diem_unknown"}) == known);
    CHECK(rows(edition, "R4_readings", {"extras_only_known", "extras_only_unknown"}) == known);
    CHECK(found_in(report, report).empty());
  }

  TEST_CASE("R9: what the last report counted does not circulate, since what was hidden in that is not known; 0 does") {
    const auto in = [](std::string_view office) {
      return test::with(in_order(), {{Fact::component, std::string(office)}});
    };
    const Partial before = partial_of(packets(30, [&](int) { return in("PBS"); }));
    const Report report = report_of(packets(60, [&](int i) { return in(i < 30 ? "PBS" : "FAS"); }), &before);
    CHECK(rows(report, "R9", {"full_time", "before", "moved", "reason_needed"}) ==
          "30 | 0 | n/a | no; 30 | 30 | 0.00 | no; 60 | 30 | 100.00 | yes; ");
    CHECK(rows(for_circulation(report, rules), "R9", {"full_time", "before", "moved", "reason_needed"}) ==
          "30 | 0 | n/a | no; 30 | [c] | [c] | [c]; 60 | [c] | [c] | [c]; ");
  }
}

}  // namespace
}  // namespace ftt::report::test
