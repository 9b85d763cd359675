// The sample agency in circulation: the edition of 450 packets against a reader who goes through what is stated in it.
//
// Of the build that is made to be fast alone.
#include <doctest/doctest.h>

#include "base/text.h"
#include "packet/rates_at_hand.h"
#include "report/circulation.h"
#include "report/days.h"
#include "report/make_report.h"
#include "report/reader.h"
#include "report/sample.h"

namespace ftt::report {
namespace {

using test::found_out_at_once;
using test::november;
using test::puzzle_of;

TEST_SUITE("report: sample") {
  TEST_CASE("450 packets in circulation: nothing is hidden whole, and no few are a difference of two tables") {
    const SampleAgency agency(ftt::test::rates_at_hand(), 1, november);
    const FactsFor by{ftt::test::rates_at_hand(), november, FiscalYear(2026)};
    Partial partial(by.year, november);
    for (std::uint64_t i = 0; i < 450; ++i) {
      partial.add(look_at(agency.line(i), concat("sample, byte ", i), Stands::as_line, by));
    }
    const WorkCalendar calendar;
    ReportFor of{november, calendar};
    const CirculationRules rules;
    of.shown_as = join_small(component_sizes(partial, of), rules.smallest_group);
    const Report report = make_report(partial, of);
    const Report edition = for_circulation(report, rules);
    for (const Note& note : edition.notes) CHECK_MESSAGE(note.id != "hidden_whole", note.text);
    CHECK(find_fault(edition).value_or("") == "");
    std::size_t few = 0;
    for (const Containment& one : edition.containments) {
      const std::int64_t left = rest_of(report, one).value_or(0);
      if (left <= 0 || left >= rules.count_limit) continue;
      ++few;
      CHECK_MESSAGE(!rest_of(edition, one).has_value(), one.whole.table, " ", one.whole.row, " ",
                    one.parts.front().table);
    }
    CHECK(few > 0);
    // Nothing comes out for somebody who knows what is stated, and much of an edition that was made without it.
    CHECK(found_out_at_once(puzzle_of(report, edition, rules)).empty());
    Report less = report;
    less.containments.clear();
    Report careless = for_circulation(less, rules);
    careless.containments = edition.containments;
    CHECK(!found_out_at_once(puzzle_of(report, careless, rules)).empty());
  }
}

}  // namespace
}  // namespace ftt::report
