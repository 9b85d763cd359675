// The model of a report: what its cells say, and what breaks its promises.
#include "report/table.h"

#include <doctest/doctest.h>

#include "report/sample_report.h"

namespace ftt::report {
namespace {

TEST_SUITE("report: tables") {
  TEST_CASE("a cell says the same to people and to programs, each in its form") {
    const auto both = [](const Cell& cell) { return to_display(cell) + " | " + to_plain(cell); };
    CHECK(both(Cell::text("07001")) == "07001 | 07001");
    CHECK(both(Cell::count(1234)) == "1,234 | 1234");
    CHECK(both(Cell::money(Amount(Money::from_cents(-123'450)), 3)) == "−$1,234.50 | -1234.50");
    CHECK(both(Cell::percent(Percent::from_units(722))) == "7.22% | 7.22");
    CHECK(both(Cell::date(calendar_date(2027, 2, 1))) == "2/1/2027 | 2027-02-01");
    CHECK(both(Cell::yes_no(true)) == "yes | yes");
    CHECK(both(Cell::yes_no(false)) == "no | no");
    CHECK(both(Cell::unknown()) == "unknown | unknown");
    CHECK(both(Cell::none()) == "n/a | n/a");
    CHECK(both(Cell::hidden()) == "[c] | [c]");
  }

  TEST_CASE("a sentence names its figures by their cells") {
    const Report report = test::sample_report();
    CHECK(to_display(report, report.tables[0].shows) == "30 of 48 arrangements are approved.");
  }

  TEST_CASE("a report that keeps its promises has no fault, and each broken promise is named") {
    CHECK(find_fault(test::sample_report()) == std::nullopt);
    const auto fault_after = [](auto&& change) {
      Report report = test::sample_report();
      change(report);
      return find_fault(report).value_or("none");
    };
    CHECK(fault_after([](Report& r) { r.tables[1].id = "R1"; }) == "two tables R1");
    CHECK(fault_after([](Report& r) { r.tables[0].rows[0].cells.pop_back(); }) ==
          "table R1 row FAS has another number of cells");
    CHECK(fault_after([](Report& r) { r.tables[0].rows[1].id = "FAS"; }) == "table R1 has two rows FAS");
    CHECK(fault_after([](Report& r) { r.tables[0].rows[0].cells[1] = Cell::text("12"); }) ==
          "table R1 row FAS, column approved: a value of another kind");
    CHECK(fault_after([](Report& r) { r.tables[2].columns[3].may_be_negative = false; }) ==
          "table R1_cases row a, column annual: an amount below zero");
    CHECK(fault_after([](Report& r) { r.tables[0].rows[0].cells[0] = Cell::unknown(); }) ==
          "table R1 row FAS has no head");
    CHECK(fault_after([](Report& r) { r.tables[0].rows[0].cells[1] = Cell::count(13); }) ==
          "table R1 row FAS: column all is not the sum of its parts");
    CHECK(fault_after([](Report& r) {
            r.tables[0].column_sums.clear(), r.tables[0].rows[0].cells[1] = Cell::count(13);
          }) == "table R1 column approved: row total is not the sum of its parts");
    CHECK(fault_after([](Report& r) { r.tables[0].row_sums[0].parts.push_back(9); }) ==
          "table R1 has a sum of rows that are not there");
    CHECK(fault_after([](Report& r) { r.tables[0].columns[1].id = "all"; }) == "table R1 has two columns all");
    CHECK(fault_after([](Report& r) {
            r.tables[1].pictured = {1, 0};
          }) == "table R4_offices has a picture of columns that are not of one kind");
    CHECK(fault_after([](Report& r) { r.tables[0].shows[0].cell->row = 9; }) ==
          "table R1 names a cell in its words that is not there");
    const Containment of_both = {{"R1", 3, 3}, {{"R4_offices", 3, 1}}};
    CHECK(fault_after([&](Report& r) { r.containments = {of_both}; }) == "none");
    CHECK(fault_after([&](Report& r) {
            r.containments = {{of_both.parts.front(), {of_both.whole}}};
          }) == "containment in table R4_offices, row 3, column 1: the parts are more than the whole");
    // Two parts that do not fit in together.
    CHECK(fault_after([&](Report& r) {
            r.containments = {{of_both.whole, {of_both.parts.front(), of_both.parts.front()}}};
          }) == "containment in table R1, row 3, column 3: the parts are more than the whole");
    CHECK(fault_after([&](Report& r) {
            r.containments = {{of_both.whole, {{"R4_offices", 3, 2}}}};
          }) == "containment in table R1, row 3, column 3: it is not of counts");
    CHECK(fault_after([&](Report& r) {
            r.containments = {{of_both.whole, {{"R4_offices", 9, 1}}}};
          }) == "containment in table R1, row 3, column 3: one of the cells is not there");
    CHECK(fault_after([&](Report& r) {
            r.containments = {{of_both.whole, {}}};
          }) == "containment in table R1, row 3, column 3: it has no part");
    CHECK(fault_after([](Report& r) { r.cell_sums[0].parts[0].row = 0; }) ==
          "sum of cells in table R1, row 3, column 1: it is not the sum of its parts");
  }
}

}  // namespace
}  // namespace ftt::report
