// The edition for circulation against a reader who solves for what is hidden: 1,000 random sets of tables.
#include <doctest/doctest.h>

#include <array>

#include "base/random.h"
#include "base/text.h"
#include "report/circulation.h"
#include "report/reader.h"

namespace ftt::report::test {
namespace {

// Mostly small: zeros, what is hidden for itself, and some that are not.
std::int64_t some_count(Random& random) {
  const std::int64_t kind = random.between(0, 9);
  if (kind < 3) return 0;
  return kind < 6 ? random.between(1, 9) : random.between(10, 40);
}

Sentence words(std::string_view text) {
  return {{std::string(text), {}}};
}

// Parts by rows and columns, with a column and a row of totals where there are any.
Table some_counts(Random& random, std::string id, std::size_t rows, bool has_total_row, bool has_total_column) {
  Table table;
  table.id = std::move(id);
  table.title = table.shows = words("invented");
  table.may_circulate = true;
  table.columns = {{"name", "Name", CellKind::text, false, {}}};
  const auto columns = static_cast<std::size_t>(random.between(1, 3));
  for (std::size_t c = 0; c < columns; ++c) table.columns.push_back({concat("c", c), "C", CellKind::count, false, {}});
  for (std::size_t r = 0; r < rows; ++r) {
    Row row{concat("r", r), {Cell::text(concat("r", r))}, false};
    for (std::size_t c = 0; c < columns; ++c) {
      row.cells.push_back(random.between(0, 19) == 0 ? Cell::unknown() : Cell::count(some_count(random)));
    }
    table.rows.push_back(std::move(row));
  }
  if (has_total_column) {
    Sum sum{columns + 1, {}};
    for (std::size_t c = 1; c <= columns; ++c) sum.parts.push_back(c);
    table.columns.push_back({"all", "All", CellKind::count, false, {}});
    for (Row& row : table.rows) {
      std::int64_t all = 0;
      for (std::size_t c = 1; c <= columns; ++c) all += row.cells[c].has_value() ? *row.cells[c].as_count() : 0;
      row.cells.push_back(Cell::count(all));
    }
    table.column_sums.push_back(std::move(sum));
  }
  if (has_total_row) {
    Sum sum{rows, {}};
    Row total{"total", {Cell::text("All")}, true};
    for (std::size_t r = 0; r < rows; ++r) sum.parts.push_back(r);
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
      std::int64_t all = 0;
      for (const Row& row : table.rows) all += row.cells[c].has_value() ? *row.cells[c].as_count() : 0;
      total.cells.push_back(Cell::count(all));
    }
    table.rows.push_back(std::move(total));
    table.row_sums.push_back(std::move(sum));
  }
  return table;
}

// The same people once more, in two other groups: its column "all" is the first table's.
void add_other_split(Random& random, Report& report) {
  const Table& first = report.tables.front();
  const std::size_t all = first.columns.size() - 1;
  Table table;
  table.id = "split";
  table.title = table.shows = words("invented");
  table.may_circulate = true;
  table.columns = {{"name", "Name", CellKind::text, false, {}},
                   {"done", "Done", CellKind::count, false, {}},
                   {"open", "Open", CellKind::count, false, {}},
                   {"all", "All", CellKind::count, false, {}}};
  table.column_sums = {{3, {1, 2}}};
  Row total{"total", {Cell::text("All"), Cell::count(0), Cell::count(0), Cell::count(0)}, true};
  Sum sum;
  for (std::size_t r = 0; r < first.rows.size(); ++r) {
    if (first.rows[r].is_total) continue;
    const std::int64_t people = *first.rows[r].cells[all].as_count();
    const std::int64_t done = random.between(0, people);
    const std::array<std::int64_t, 3> counts = {done, people - done, people};
    Row row{first.rows[r].id, {Cell::text(first.rows[r].id)}, false};
    for (std::size_t c = 0; c < counts.size(); ++c) {
      row.cells.push_back(Cell::count(counts[c]));
      total.cells[c + 1] = Cell::count(*total.cells[c + 1].as_count() + counts[c]);
    }
    report.cell_sums.push_back({{"split", table.rows.size(), 3}, {{first.id, r, all}}});
    sum.parts.push_back(table.rows.size());
    table.rows.push_back(std::move(row));
  }
  sum.total = table.rows.size();
  table.rows.push_back(std::move(total));
  table.row_sums = {sum};
  report.tables.push_back(std::move(table));
}

// People with their dollars, and both halves of a year.
Table some_dollars(Random& random) {
  Table table;
  table.id = "dollars";
  table.title = table.shows = words("invented");
  table.may_circulate = true;
  table.columns = {{"name", "Name", CellKind::text, false, {}},
                   {"people", "People", CellKind::count, false, {}},
                   {"first", "First", CellKind::money, false, {}},
                   {"second", "Second", CellKind::money, false, {}},
                   {"year", "Year", CellKind::money, false, {}}};
  table.column_sums = {{4, {2, 3}}};
  const auto rows = static_cast<std::size_t>(random.between(1, 4));
  std::array<std::int64_t, 3> all = {0, 0, 0};
  const auto row_of = [](std::string id, const std::array<std::int64_t, 3>& of, bool is_total) {
    const auto dollars = [&](std::int64_t cents) { return Cell::money(Amount::from_cents(cents), of[0]); };
    return Row{
        id, {Cell::text(id), Cell::count(of[0]), dollars(of[1]), dollars(of[2]), dollars(of[1] + of[2])}, is_total};
  };
  Sum sum{rows, {}};
  for (std::size_t r = 0; r < rows; ++r) {
    const std::int64_t people = random.between(0, 2) == 0 ? random.between(10, 20) : random.between(0, 5);
    const std::int64_t most = people == 0 ? 0 : 50;
    const std::array<std::int64_t, 3> of = {people, random.between(0, most), random.between(0, most)};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += of[i];
    table.rows.push_back(row_of(concat("r", r), of, false));
    sum.parts.push_back(r);
  }
  table.rows.push_back(row_of("total", all, true));
  table.row_sums = {sum};
  return table;
}

Report some_report(Random& random) {
  Report report;
  report.title = "invented";
  const bool has_other_split = random.between(0, 1) == 0;
  const auto rows = static_cast<std::size_t>(random.between(1, 4));
  report.tables.push_back(
      some_counts(random, "counts", rows, random.between(0, 3) != 0, has_other_split || random.between(0, 3) != 0));
  if (has_other_split) add_other_split(random, report);
  if (random.between(0, 1) == 0) report.tables.push_back(some_dollars(random));
  return report;
}

// The rules of step 3 alone: what somebody would hide who does not think of sums.
Report hidden_for_itself_alone(Report report, const CirculationRules& rules) {
  for (Table& table : report.tables) {
    for (Row& row : table.rows) {
      const Row whole = row;
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const Cell& cell = whole.cells[c];
        const bool is_few = cell.as_count() != nullptr && *cell.as_count() > 0 && *cell.as_count() < rules.count_limit;
        const bool is_of_few =
            cell.as_money() != nullptr && cell.carriers() > 0 && cell.carriers() < rules.carrier_limit;
        if (is_few || is_of_few) row.cells[c] = Cell::hidden();
      }
    }
  }
  return report;
}

struct Tally {
  int cells = 0, shown = 0, zeros_hidden = 0, whole = 0;
};

void tally(Tally& sum, const Report& whole, const Report& edition) {
  for (std::size_t t = 0; t < whole.tables.size(); ++t) {
    for (std::size_t r = 0; r < whole.tables[t].rows.size(); ++r) {
      const std::vector<Cell>& cells = whole.tables[t].rows[r].cells;
      for (std::size_t c = 1; c < cells.size(); ++c) {
        const Cell& then = edition.tables[t].rows[r].cells[c];
        const bool is_zero = cells[c].as_count() != nullptr && *cells[c].as_count() == 0;
        sum.cells += 1;
        sum.shown += then.has_value() ? 1 : 0;
        sum.zeros_hidden += is_zero && !then.has_value() ? 1 : 0;
        CHECK((then == cells[c] || then == Cell::hidden()));
      }
    }
  }
  sum.whole += edition.notes.empty() ? 0 : 1;
}

TEST_SUITE("report: the edition for circulation against a reader") {
  TEST_CASE("no hidden cell of 1,000 random sets of tables is found out; hidden for themselves alone many are") {
    Random random(20'271'015);
    const CirculationRules rules;
    Tally sum;
    int careless = 0;
    for (int i = 0; i < 1000; ++i) {
      const Report report = some_report(random);
      REQUIRE(find_fault(report).value_or("") == "");
      const Report edition = for_circulation(report, rules);
      CHECK(edition == for_circulation(report, rules));
      INFO("set ", i);
      const Puzzle puzzle = puzzle_of(report, edition, rules);
      REQUIRE(is_possible(puzzle));
      for (const CellAt& at : found_out(puzzle)) {
        FAIL_CHECK(at.table, ", row ", at.row, ", column ", at.column);
      }
      tally(sum, report, edition);
      careless += found_out(puzzle_of(report, hidden_for_itself_alone(report, rules), rules)).empty() ? 0 : 1;
    }
    MESSAGE("cells ", sum.cells, ", shown ", sum.shown, ", whole sets ", sum.whole, ", careless ", careless);
    CHECK(sum.zeros_hidden == 0);
    CHECK(careless > 300);
    CHECK(sum.whole < 20);
    CHECK(sum.shown * 2 > sum.cells);
  }
}

}  // namespace
}  // namespace ftt::report::test
