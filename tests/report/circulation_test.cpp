// The edition for circulation: what is hidden, rule by rule, and what stays.
#include "report/circulation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "base/random.h"
#include "base/text.h"
#include "report/reader.h"
#include "report/sample_report.h"

namespace ftt::report::test {
namespace {

// A table of counts with a row of totals; each inner list is a row.
Table counts(std::string id, const std::vector<std::vector<std::int64_t>>& rows) {
  Table table;
  table.id = std::move(id);
  table.may_circulate = true;
  table.columns = {{"name", "Name", CellKind::text, false, {}}};
  for (std::size_t c = 0; c < rows.front().size(); ++c) {
    table.columns.push_back({concat("c", c), "C", CellKind::count, false, {}});
  }
  Row total{"total", {Cell::text("All")}, true};
  for (std::size_t c = 0; c < rows.front().size(); ++c) {
    std::int64_t all = 0;
    for (const std::vector<std::int64_t>& row : rows) all += row[c];
    total.cells.push_back(Cell::count(all));
  }
  Sum sum{rows.size(), {}};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Row row{concat("r", r), {Cell::text(concat("r", r))}, false};
    for (const std::int64_t count : rows[r]) row.cells.push_back(Cell::count(count));
    table.rows.push_back(std::move(row));
    sum.parts.push_back(r);
  }
  table.rows.push_back(std::move(total));
  table.row_sums = {sum};
  return table;
}

Report report_of(std::vector<Table> tables, std::vector<CellSum> cell_sums = {}) {
  Report report;
  report.tables = std::move(tables);
  report.cell_sums = std::move(cell_sums);
  REQUIRE(find_fault(report).value_or("") == "");
  return report;
}

// The figures of a table, rows divided by a bar: "[c] 12 | 0 30".
std::string figures_in(const Report& report, std::string_view table) {
  std::string text;
  for (const Row& row : find_table(report, table)->rows) {
    if (!text.empty()) text += " |";
    for (std::size_t c = 1; c < row.cells.size(); ++c) append(text, text.empty() ? "" : " ", to_plain(row.cells[c]));
  }
  return text;
}

TEST_SUITE("report: the edition for circulation") {
  TEST_CASE("only tables, notes and sums that may circulate are in it") {
    Report report = sample_report();
    report.cell_sums.push_back({{"R4_offices", 3, 2}, {{"R1_cases", 0, 3}, {"R4_offices", 3, 2}}});
    report.tables[2].rows[0].cells[3] = dollars(0, 1);
    const Report edition = for_circulation(report);
    CHECK(edition.edition == ReportEdition::circulation);
    REQUIRE(edition.tables.size() == 2);
    CHECK(edition.tables[0].id == "R1");
    CHECK(edition.tables[1].id == "R4_offices");
    REQUIRE(edition.notes.size() == 1);
    CHECK(edition.notes[0].id == "today");
    CHECK(edition.cell_sums.size() == 1);
    CHECK(find_fault(edition).value_or("") == "");
  }

  TEST_CASE(
      "counts of 1 to 9 are hidden, and of the others so many that none comes out by the total; 0 and 10 are not") {
    const Report report = report_of({counts("R5", {{0}, {9}, {10}, {25}})});
    CHECK(figures_in(for_circulation(report), "R5") == "0 | [c] | [c] | 25 | 44");
    CHECK(figures_in(for_circulation(report, {.count_limit = 5}), "R5") == "0 | 9 | 10 | 25 | 44");
    CHECK(figures_in(for_circulation(report, {.count_limit = 11}), "R5") == "0 | [c] | [c] | 25 | 44");
    CHECK(figures_in(for_circulation(report, {.count_limit = 26}), "R5") == "0 | [c] | [c] | [c] | 44");
  }

  TEST_CASE("a table with one row has its total hidden too") {
    CHECK(figures_in(for_circulation(report_of({counts("R5", {{7}})})), "R5") == "[c] | [c]");
    CHECK(figures_in(for_circulation(report_of({counts("R5", {{12}})})), "R5") == "12 | 12");
    CHECK(figures_in(for_circulation(report_of({counts("R5", {{7}, {0}})})), "R5") == "[c] | 0 | [c]");
  }

  TEST_CASE("a figure that stands in two tables is hidden in both, and tables that circulate together are one system") {
    const Report same = report_of({counts("R1", {{4}, {30}, {41}}), counts("R5", {{4, 12}, {71, 13}})},
                                  {{{"R5", 0, 1}, {{"R1", 0, 1}}}, {{"R5", 2, 1}, {{"R1", 3, 1}}}});
    CHECK(figures_in(for_circulation(same), "R1") == "[c] | [c] | 41 | 75");
    CHECK(figures_in(for_circulation(same), "R5") == "[c] 12 | [c] 13 | 75 25");
    // 30 stands in two tables, where it would cost two more: 41 goes with 4.
    const Report dear = report_of({counts("R1", {{4}, {30}, {41}}), counts("R5", {{30, 12}, {41, 13}})},
                                  {{{"R5", 0, 1}, {{"R1", 1, 1}}}});
    CHECK(figures_in(for_circulation(dear), "R1") == "[c] | 30 | [c] | 75");
    CHECK(figures_in(for_circulation(dear), "R5") == "30 12 | 41 13 | 71 25");
  }

  TEST_CASE("dollars that one or two people carry are hidden, those of three are shown; of nobody too") {
    Table table = counts("R7", {{20}, {30}, {40}, {50}, {60}});
    table.columns.push_back({"dollars", "Dollars", CellKind::money, true, {}});
    const std::array<std::int64_t, 5> carriers = {1, 2, 3, 4, 0};
    for (std::size_t r = 0; r < 5; ++r) table.rows[r].cells.push_back(dollars(r == 4 ? 0 : -100, carriers[r]));
    table.rows[5].cells.push_back(dollars(-400, 10));
    const Report report = report_of({table});
    CHECK(figures_in(for_circulation(report), "R7") == "20 [c] | 30 [c] | 40 -1.00 | 50 -1.00 | 60 0.00 | 200 -4.00");
    CHECK(figures_in(for_circulation(report, {.carrier_limit = 4}), "R7") ==
          "20 [c] | 30 [c] | 40 [c] | 50 -1.00 | 60 0.00 | 200 -4.00");
  }

  TEST_CASE("dollars are hidden though they come to nothing: that somebody spent nothing is said of nobody") {
    Table table = counts("R7", {{20}, {30}});
    table.columns.push_back({"dollars", "Dollars", CellKind::money, false, {}});
    table.rows[0].cells.push_back(dollars(0, 1));
    table.rows[1].cells.push_back(dollars(500, 3));
    table.rows[2].cells.push_back(dollars(500, 4));
    CHECK(figures_in(for_circulation(report_of({table})), "R7") == "20 [c] | 30 [c] | 50 5.00");
  }

  TEST_CASE(
      "that dollars are hidden for one or two carriers tells of the count beside: it is hidden with that in mind") {
    // Both small counts are 1 or 2 to a reader who sees that their dollars are hidden, and come to 4.
    Table table = counts("R4", {{2}, {2}, {12}, {14}});
    table.columns.push_back({"dollars", "Dollars", CellKind::money, false, {}});
    for (std::size_t r = 0; r < 5; ++r) {
      const std::int64_t people = *table.rows[r].cells[1].as_count();
      table.rows[r].cells.push_back(dollars(people * 10, people));
    }
    const Report report = report_of({table});
    const Report edition = for_circulation(report);
    CHECK(figures_in(edition, "R4") == "[c] [c] | [c] [c] | [c] 1.20 | 14 1.40 | 30 3.00");
    CHECK(found_out(puzzle_of(report, edition, {})).empty());
  }

  TEST_CASE(
      "what follows from a hidden figure is hidden with it; a share or date that follows from nothing is never shown") {
    Report report = sample_report();
    const Report edition = for_circulation(report);
    CHECK(figures_in(edition, "R1") == "[c] [c] 15 [c] | 11 0 11 100.00 | [c] [c] 22 [c] | 30 18 48 62.50");
    report.tables[0].columns[4].follows_from.clear();
    CHECK(figures_in(for_circulation(report), "R1") == "[c] [c] 15 [c] | 11 0 11 [c] | [c] [c] 22 [c] | 30 18 48 [c]");
  }

  TEST_CASE(
      "what two columns leave is protected though no table shows it: people with one fact alone, and their dollars") {
    // Of 30 and 40 in all, 28 and 40 have both: that 2 have the first alone, and their dollars, is a difference away.
    Table table = counts("R4", {{30, 28}, {40, 40}});
    table.columns.push_back({"dollars", "Dollars", CellKind::money, false, {}});
    table.columns.push_back({"both", "Dollars of both", CellKind::money, false, {}});
    const std::array<std::array<std::int64_t, 4>, 3> of = {{{50, 30, 45, 28}, {60, 40, 60, 40}, {110, 70, 105, 68}}};
    for (std::size_t r = 0; r < 3; ++r) {
      table.rows[r].cells.push_back(dollars(of[r][0], of[r][1]));
      table.rows[r].cells.push_back(dollars(of[r][2], of[r][3]));
    }
    table.rests = {{{1}, {2}}, {{3}, {4}}};
    const Report report = report_of({table});
    CHECK(found_out(puzzle_of(report, report, {})).size() == 4);
    const Report edition = for_circulation(report);
    CHECK(found_out(puzzle_of(report, edition, {})).empty());
    CHECK(figures_in(edition, "R4") == "[c] 28 [c] 0.45 | [c] 40 0.60 0.60 | [c] 68 [c] 1.05");
  }

  TEST_CASE("dollars are those of both where everybody has both: what hides them hides the others, or is not enough") {
    // Of r0 two have the first alone; of r1 and r2 nobody has.
    Table table = counts("R4", {{40, 38}, {15, 15}, {20, 20}});
    table.columns.push_back({"dollars", "Dollars", CellKind::money, false, {}});
    table.columns.push_back({"both", "Dollars of both", CellKind::money, false, {}});
    const std::array<std::array<std::int64_t, 4>, 4> of = {
        {{50, 40, 45, 38}, {60, 15, 60, 15}, {70, 20, 70, 20}, {180, 75, 175, 73}}};
    for (std::size_t r = 0; r < 4; ++r) {
      table.rows[r].cells.push_back(dollars(of[r][0], of[r][1]));
      table.rows[r].cells.push_back(dollars(of[r][2], of[r][3]));
    }
    table.rests = {{{1}, {2}}, {{3}, {4}}};
    const Report report = report_of({table});
    // The sums of the columns alone are not enough: r1's dollars stand beside, and with them r0's come out.
    Report careless = report;
    for (const std::size_t row : {0U, 1U, 3U}) careless.tables[0].rows[row].cells[1] = Cell::hidden();
    for (const std::size_t row : {0U, 1U}) careless.tables[0].rows[row].cells[3] = Cell::hidden();
    const std::vector<CellAt> found = found_out(puzzle_of(report, careless, {}));
    CHECK(std::find(found.begin(), found.end(), CellAt{"R4", 0, 3}) != found.end());
    CHECK(std::find(found.begin(), found.end(), CellAt{"R4", 1, 3}) != found.end());
    const Report edition = for_circulation(report);
    CHECK(found_out(puzzle_of(report, edition, {})).empty());
    CHECK(figures_in(edition, "R4") == "[c] 38 [c] 0.45 | [c] 15 0.60 0.60 | 20 20 0.70 0.70 | [c] 73 [c] 1.75");
  }

  TEST_CASE("a sentence says [c] where its figure is hidden") {
    Report report = report_of({counts("R5", {{7}, {12}, {13}})});
    report.tables[0].shows = {{"", CellAt{"R5", 0, 1}}, {" of ", {}}, {"", CellAt{"R5", 3, 1}}, {" are late.", {}}};
    const Report edition = for_circulation(report);
    CHECK(to_display(report, report.tables[0].shows) == "7 of 32 are late.");
    CHECK(to_display(edition, edition.tables[0].shows) == "[c] of 32 are late.");
  }

  TEST_CASE("what is unknown stays unknown, and adds nothing behind which a count could hide") {
    Report report = report_of({counts("R5", {{7}, {0}, {12}})});
    report.tables[0].rows[1].cells[1] = Cell::unknown();
    CHECK(figures_in(for_circulation(report), "R5") == "[c] | unknown | [c] | 19");
    report.tables[0].rows[3].cells[1] = Cell::unknown();
    CHECK(figures_in(for_circulation(report), "R5") == "[c] | unknown | 12 | unknown");
  }

  TEST_CASE("where no second set is possible, all that hangs together is hidden whole, and a note names it") {
    // Nine of at least 1 that come to at most 9 are nine times 1.
    const std::vector<std::vector<std::int64_t>> ones(9, {1, 20});
    const Report report =
        report_of({counts("R5", ones), counts("R9", {{15}, {0}, {25}})}, {{{"R5", 9, 1}, {{"R5", 9, 1}}}});
    const Report edition = for_circulation(report);
    CHECK(figures_in(edition, "R5") ==
          "[c] 20 | [c] 20 | [c] 20 | [c] 20 | [c] 20 | [c] 20 | [c] 20 | [c] 20 | [c] 20 | [c] 180");
    CHECK(figures_in(edition, "R9") == "15 | 0 | 25 | 40");
    REQUIRE(edition.notes.size() == 1);
    CHECK(edition.notes[0].id == "hidden_whole");
    CHECK(edition.notes[0].text == "R5");
    CHECK(found_out(puzzle_of(report, edition, {})).empty());
  }

  TEST_CASE("a table that counts all of one that is hidden whole is hidden too; one that counts some of it is not") {
    const std::vector<std::vector<std::int64_t>> ones(9, {1});
    Report report = report_of({counts("R5", ones), counts("R1", {{20}, {30}}), counts("R9", {{15}, {25}})});
    report.containments = {{{"R1", 0, 1}, {{"R5", 9, 1}}}, {{"R1", 2, 1}, {{"R9", 2, 1}}}};
    REQUIRE(find_fault(report).value_or("") == "");
    const Report edition = for_circulation(report);
    CHECK(figures_in(edition, "R1") == "[c] | [c] | [c]");
    CHECK(figures_in(edition, "R9") == "15 | 25 | 40");
    REQUIRE(edition.notes.size() == 1);
    CHECK(edition.notes[0].text == "R5, R1");
    CHECK(found_out(puzzle_of(report, edition, {})).empty());
  }

  TEST_CASE("who is in one table and not in another is protected, and what follows for the first and last of three") {
    // Two of R1's forty are not in R5; of R5's thirty-eight one is not in R9: three of R1's are not in R9.
    Report report = report_of({counts("R1", {{40}, {60}}), counts("R5", {{38}, {48}}), counts("R9", {{37}, {36}})});
    report.containments = {{{"R1", 0, 1}, {{"R5", 0, 1}}}, {{"R5", 0, 1}, {{"R9", 0, 1}}}};
    // The two that are stated, and again among the three that follow.
    CHECK(found_out(puzzle_of(report, report, {})).size() == 5);
    const Report edition = for_circulation(report);
    CHECK(found_out(puzzle_of(report, edition, {})).empty());
    int shown = 0;
    for (const std::string_view table : {"R1", "R5", "R9"})
      shown += figures_in(edition, table).starts_with("[c]") ? 0 : 1;
    CHECK(shown == 1);
    CHECK(figures_in(edition, "R1").ends_with("100"));
    // Without what is stated nothing is hidden.
    report.containments.clear();
    CHECK(for_circulation(report).tables == report.tables);
  }

  TEST_CASE("who is in one table and not in a column of another one is protected too") {
    // All fifty of R1 are in R7, and forty-four of them save: of six it would be known that they do not.
    Report report = report_of({counts("R1", {{50}, {60}}), counts("R7", {{44, 3, 3, 50}, {20, 20, 20, 60}})});
    report.tables[1].column_sums = {{4, {1, 2, 3}}};
    const Report without = for_circulation(report);
    report.containments = {{{"R1", 0, 1}, {{"R7", 0, 4}}}};
    REQUIRE(find_fault(report).value_or("") == "");
    CHECK(figures_in(without, "R7") == "44 [c] [c] 50 | 20 [c] [c] 60 | 64 23 23 110");
    Report told = without;
    told.containments = report.containments;
    CHECK(found_out(puzzle_of(report, told, {})).size() == 1);
    const Report edition = for_circulation(report);
    CHECK(found_out(puzzle_of(report, edition, {})).empty());
    CHECK(figures_in(edition, "R1") == "50 | 60 | 110");
    CHECK(figures_in(edition, "R7") == "[c] [c] [c] 50 | [c] [c] [c] 60 | 64 23 23 110");
  }

  TEST_CASE("a column that may not circulate is hidden in each row, and its zeros are shown") {
    Report report = report_of({counts("R9", {{20, 30}, {25, 0}})});
    report.tables[0].columns[2].may_circulate = false;
    report.tables[0].columns.push_back({"moved", "Moved", CellKind::percent, false, {1, 2}});
    for (Row& row : report.tables[0].rows) row.cells.push_back(Cell::percent(Percent::from_units(100)));
    const Report edition = for_circulation(report);
    CHECK(figures_in(edition, "R9") == "20 [c] [c] | 25 0 1.00 | 45 [c] [c]");
    CHECK(find_fault(edition).value_or("") == "");
  }

  TEST_CASE(
      "counts that are hidden whole have their dollars beside hidden too: of whom they are would tell of the counts") {
    const std::vector<std::vector<std::int64_t>> ones(9, {1});
    Table table = counts("R4", ones);
    table.columns.push_back({"dollars", "Dollars", CellKind::money, false, {}});
    for (std::size_t r = 0; r < 9; ++r) table.rows[r].cells.push_back(dollars(20, 1));
    table.rows[9].cells.push_back(dollars(180, 9));
    const Report report = report_of({table});
    const Report edition = for_circulation(report);
    std::string all = "[c] [c]";
    for (int r = 0; r < 9; ++r) all += " | [c] [c]";
    CHECK(figures_in(edition, "R4") == all);
    CHECK(found_out(puzzle_of(report, edition, {})).empty());
  }

  TEST_CASE("a search that is too short hides more, never less") {
    const Report report = report_of({counts("R5", {{0}, {9}, {10}, {25}}), counts("R9", {{15}, {0}, {25}})});
    const Report edition = for_circulation(report, {.search_limit = 1});
    CHECK(figures_in(edition, "R5") == "0 | [c] | [c] | [c] | [c]");
    CHECK(figures_in(edition, "R9") == "15 | 0 | 25 | 40");
    CHECK(edition.notes[0].text == "R5");
  }
}

TEST_SUITE("report: small groups in circulation") {
  using Names = std::map<std::string, std::string>;

  TEST_CASE("components below the size are joined into Other, and nothing where none is") {
    CHECK(join_small({{"FAS", 40}, {"OHRM", 6}, {"OIG", 5}, {"PBS", 60}}, 10) ==
          Names{{"FAS", "FAS"}, {"OHRM", "Other"}, {"OIG", "Other"}, {"PBS", "PBS"}});
    CHECK(join_small({{"FAS", 40}, {"PBS", 10}}, 10) == Names{{"FAS", "FAS"}, {"PBS", "PBS"}});
    CHECK(join_small({}, 10).empty());
  }

  TEST_CASE("one alone, or several that are small together, take the next smallest with them") {
    CHECK(join_small({{"FAS", 40}, {"OIG", 9}, {"PBS", 60}}, 10) ==
          Names{{"FAS", "Other"}, {"OIG", "Other"}, {"PBS", "PBS"}});
    CHECK(join_small({{"A", 1}, {"B", 2}, {"C", 20}, {"D", 20}}, 10) ==
          Names{{"A", "Other"}, {"B", "Other"}, {"C", "Other"}, {"D", "D"}});
    CHECK(join_small({{"A", 3}}, 10) == Names{{"A", "Other"}});
  }

  TEST_CASE("a component that is called Other is never a second one of that name") {
    CHECK(join_small({{"FAS", 40}, {"Other", 90}, {"PBS", 60}}, 10) ==
          Names{{"FAS", "Other"}, {"Other", "Other"}, {"PBS", "PBS"}});
  }
}

// Every set of numbers in the ranges, one after another.
std::vector<Range> spans_by_enumeration(const Puzzle& puzzle) {
  std::vector<Range> spans(puzzle.ranges.size(), Range{INT64_MAX, INT64_MIN});
  std::vector<std::int64_t> at;
  for (const Range& range : puzzle.ranges) at.push_back(range.low);
  for (bool is_done = false; !is_done;) {
    const bool holds = std::all_of(puzzle.constraints.begin(), puzzle.constraints.end(), [&](const Constraint& one) {
      std::int64_t sum = one.shown;
      for (const std::size_t part : one.parts) sum += at[part];
      for (const std::size_t total : one.totals) sum -= at[total];
      return sum == 0;
    });
    for (std::size_t i = 0; holds && i < at.size(); ++i) {
      spans[i] = {std::min(spans[i].low, at[i]), std::max(spans[i].high, at[i])};
    }
    is_done = true;
    for (std::size_t i = 0; i < at.size() && is_done; ++i) {
      is_done = at[i] == puzzle.ranges[i].high;
      at[i] = is_done ? puzzle.ranges[i].low : at[i] + 1;
    }
  }
  return spans;
}

TEST_SUITE("report: the reader of the tests") {
  TEST_CASE("the search finds the least and the greatest that plain enumeration finds") {
    Random random(6040);
    for (int i = 0; i < 300; ++i) {
      Puzzle puzzle;
      const auto cells = static_cast<std::size_t>(random.between(1, 5));
      for (std::size_t c = 0; c < cells; ++c) {
        const std::int64_t low = random.between(-1, 3);
        puzzle.ranges.push_back({low, low + random.between(0, 5)});
      }
      for (std::int64_t c = random.between(1, 3); c > 0; --c) {
        Constraint constraint;
        for (std::size_t part = 1; part < cells; ++part) {
          if (random.between(0, 1) == 0) constraint.parts.push_back(part);
        }
        if (random.between(0, 1) == 0) constraint.totals = {0};
        constraint.shown = random.between(-9, 3);
        puzzle.constraints.push_back(constraint);
      }
      const std::vector<Range> spans = spans_by_enumeration(puzzle);
      CHECK(is_possible(puzzle) == (spans[0].low <= spans[0].high));
      for (std::size_t c = 0; c < cells && is_possible(puzzle); ++c) {
        const auto possible_within = [&](std::int64_t low, std::int64_t high) {
          Puzzle narrower = puzzle;
          narrower.ranges[c] = {low, high};
          return low <= high && is_possible(narrower);
        };
        CHECK(possible_within(spans[c].low, spans[c].low));
        CHECK(possible_within(spans[c].high, spans[c].high));
        CHECK_FALSE(possible_within(puzzle.ranges[c].low, spans[c].low - 1));
        CHECK_FALSE(possible_within(spans[c].high + 1, puzzle.ranges[c].high));
      }
    }
  }
}

}  // namespace
}  // namespace ftt::report::test
