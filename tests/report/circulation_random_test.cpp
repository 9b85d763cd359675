// The edition for circulation against a reader who solves for what is hidden: random sets of tables, 1,000 of them in
// the build that is made to be fast.
#include <doctest/doctest.h>

#include <algorithm>

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

// A row that is the sum of others, in every column.
void add_sum(Table& table, std::string id, std::vector<std::size_t> parts) {
  Row total{id, {Cell::text(id)}, true};
  for (std::size_t c = 1; c < table.columns.size(); ++c) {
    std::int64_t all = 0;
    std::int64_t carriers = 0;
    for (const std::size_t part : parts) {
      const Cell& cell = table.rows[part].cells[c];
      if (cell.as_count() != nullptr) all += *cell.as_count();
      if (cell.as_money() != nullptr) all += static_cast<std::int64_t>(cell.as_money()->cents());
      carriers += cell.carriers();
    }
    const bool is_count = table.columns[c].kind == CellKind::count;
    total.cells.push_back(is_count ? Cell::count(all) : Cell::money(Amount::from_cents(all), carriers));
  }
  table.row_sums.push_back({table.rows.size(), std::move(parts)});
  table.rows.push_back(std::move(total));
}

// A total of all rows, or of two that are totals of some rows each.
void add_totals(Random& random, Table& table) {
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < table.rows.size(); ++r) rows.push_back(r);
  if (rows.size() < 3 || random.between(0, 2) != 0) return add_sum(table, "total", rows);
  add_sum(table, "upper", {rows.begin(), rows.begin() + 2});
  add_sum(table, "lower", {rows.begin() + 2, rows.end()});
  add_sum(table, "total", {rows.size(), rows.size() + 1});
}

Table empty_table(std::string id, std::vector<Column> columns) {
  Table table;
  table.id = std::move(id);
  table.title = table.shows = {{"invented", {}}};
  table.may_circulate = true;
  table.columns = std::move(columns);
  return table;
}

// Parts by rows and columns, with a column and rows of totals where there are any.
Table some_counts(Random& random, std::size_t rows, bool has_total_row, bool has_total_column) {
  Table table = empty_table("counts", {{"name", "Name", CellKind::text, false, {}}});
  const auto columns = static_cast<std::size_t>(random.between(1, 3));
  Sum sum{columns + 1, {}};
  for (std::size_t c = 1; c <= columns; ++c) {
    table.columns.push_back({concat("c", c), "C", CellKind::count, false, {}});
    sum.parts.push_back(c);
  }
  if (has_total_column) {
    table.columns.push_back({"all", "All", CellKind::count, false, {}});
    table.column_sums.push_back(std::move(sum));
  }
  for (std::size_t r = 0; r < rows; ++r) {
    Row row{concat("r", r), {Cell::text(concat("r", r))}, false};
    std::int64_t all = 0;
    for (std::size_t c = 0; c < columns; ++c) {
      row.cells.push_back(random.between(0, 19) == 0 ? Cell::unknown() : Cell::count(some_count(random)));
      all += row.cells.back().has_value() ? *row.cells.back().as_count() : 0;
    }
    if (has_total_column) row.cells.push_back(Cell::count(all));
    table.rows.push_back(std::move(row));
  }
  if (has_total_row) add_totals(random, table);
  return table;
}

// The people of the first table's last column, row by row.
std::vector<std::int64_t> people_of(const Table& table) {
  std::vector<std::int64_t> people;
  for (const Row& row : table.rows) {
    if (!row.is_total) people.push_back(*row.cells.back().as_count());
  }
  return people;
}

// The column of the table holds the same people, row by row.
void link(Report& report, const std::string& table, std::size_t column) {
  const Table& first = report.tables.front();
  for (std::size_t r = 0; r < people_of(first).size(); ++r) {
    report.cell_sums.push_back({{table, r, column}, {{first.id, r, first.columns.size() - 1}}});
  }
}

// People in two other groups.
Table some_split(Random& random, const std::vector<std::int64_t>& people) {
  Table table = empty_table("split", {{"name", "Name", CellKind::text, false, {}},
                                      {"done", "Done", CellKind::count, false, {}},
                                      {"open", "Open", CellKind::count, false, {}},
                                      {"all", "All", CellKind::count, false, {}}});
  table.column_sums = {{3, {1, 2}}};
  for (const std::int64_t all : people) {
    const std::string id = concat("r", table.rows.size());
    const std::int64_t done = random.between(0, all);
    table.rows.push_back({id, {Cell::text(id), Cell::count(done), Cell::count(all - done), Cell::count(all)}, false});
  }
  add_totals(random, table);
  return table;
}

// People with their dollars: two halves and their year, or what was budgeted, used, and the difference.
Table some_dollars(Random& random, const std::vector<std::int64_t>& people) {
  const bool has_difference = random.between(0, 1) == 0;
  Table table = empty_table("dollars", {{"name", "Name", CellKind::text, false, {}},
                                        {"people", "People", CellKind::count, false, {}},
                                        {"first", "First", CellKind::money, false, {}},
                                        {"second", "Second", CellKind::money, false, {}},
                                        {"third", "Third", CellKind::money, has_difference, {}}});
  table.column_sums = {has_difference ? Sum{3, {2, 4}} : Sum{4, {2, 3}}};
  for (const std::int64_t carriers : people) {
    const std::string id = concat("r", table.rows.size());
    const std::int64_t most = carriers == 0 ? 0 : 50;
    const std::int64_t first = random.between(0, most);
    const std::int64_t second = random.between(0, most);
    const auto dollars = [&](std::int64_t cents) { return Cell::money(Amount::from_cents(cents), carriers); };
    table.rows.push_back({id,
                          {Cell::text(id), Cell::count(carriers), dollars(first), dollars(second),
                           dollars(has_difference ? second - first : first + second)},
                          false});
  }
  add_totals(random, table);
  return table;
}

// Some of the people, in two groups, and of those the ones in a table of their own: who is in the one and not in the
// other is nowhere shown.
void add_some_of_them(Random& random, Report& report, std::string id, const CellAt& whole, std::size_t rows) {
  Table table = empty_table(std::move(id), {{"name", "Name", CellKind::text, false, {}},
                                            {"here", "Here", CellKind::count, false, {}},
                                            {"there", "There", CellKind::count, false, {}},
                                            {"some", "Some", CellKind::count, false, {}}});
  table.column_sums = {{3, {1, 2}}};
  for (std::size_t r = 0; r < rows; ++r) {
    const std::int64_t all = *cell_at(report, {whole.table, whole.row + r, whole.column}).as_count();
    const std::int64_t others = random.between(0, 2) == 0 ? 0 : random.between(0, std::min<std::int64_t>(all, 12));
    const std::int64_t here = random.between(0, all - others);
    const std::string name = concat("r", r);
    table.rows.push_back(
        {name,
         {Cell::text(name), Cell::count(here), Cell::count(all - others - here), Cell::count(all - others)},
         false});
  }
  std::vector<std::size_t> parts;
  for (std::size_t r = 0; r < rows; ++r) parts.push_back(r);
  add_sum(table, "total", parts);
  const std::string& name = table.id;
  for (std::size_t r = 0; r < rows; ++r) {
    report.containments.push_back({{whole.table, whole.row + r, whole.column}, {{name, r, 3}}});
  }
  report.tables.push_back(std::move(table));
}

// People of the last column of the first table, some of them, and some of those.
Report some_within(Random& random) {
  Report report;
  report.title = "invented";
  const auto rows = static_cast<std::size_t>(random.between(1, 4));
  report.tables.push_back(some_counts(random, rows, true, true));
  const std::size_t all = report.tables.front().columns.size() - 1;
  add_some_of_them(random, report, "some", {"counts", 0, all}, rows);
  if (random.between(0, 1) == 0) return report;
  add_some_of_them(random, report, "few", {"some", 0, 3}, rows);
  return report;
}

// Two facts of people, each known or not, and dollars of the one: who knows but one of them is nowhere shown.
Report some_rests(Random& random) {
  Table table = empty_table("rests", {{"name", "Name", CellKind::text, false, {}},
                                      {"people", "People", CellKind::count, false, {}},
                                      {"first", "First", CellKind::count, false, {}},
                                      {"second", "Second", CellKind::count, false, {}},
                                      {"both", "Both", CellKind::count, false, {}},
                                      {"dollars", "Dollars", CellKind::money, false, {}},
                                      {"both_dollars", "Dollars of both", CellKind::money, false, {}}});
  table.rests = {{{2}, {4}}, {{3}, {4}}, {{1, 4}, {2, 3}}, {{5}, {6}}};
  for (std::int64_t r = random.between(1, 3); r > 0; --r) {
    const std::string id = concat("r", table.rows.size());
    const std::int64_t both = some_count(random);
    const std::int64_t first_only = random.between(0, 1) == 0 ? 0 : random.between(0, 12);
    const std::int64_t second_only = random.between(0, 2) == 0 ? 0 : random.between(0, 4);
    const std::int64_t neither = random.between(0, 1) == 0 ? 0 : random.between(0, 12);
    const std::int64_t of_both = both == 0 ? 0 : random.between(0, 50);
    const std::int64_t of_first = of_both + (first_only == 0 ? 0 : random.between(0, 50));
    table.rows.push_back(
        {id,
         {Cell::text(id), Cell::count(both + first_only + second_only + neither), Cell::count(both + first_only),
          Cell::count(both + second_only), Cell::count(both),
          Cell::money(Amount::from_cents(of_first), both + first_only), Cell::money(Amount::from_cents(of_both), both)},
         false});
  }
  add_totals(random, table);
  Report report;
  report.tables.push_back(std::move(table));
  return report;
}

Report some_report(Random& random) {
  if (random.between(0, 4) == 0) return some_rests(random);
  if (random.between(0, 4) == 0) return some_within(random);
  Report report;
  report.title = "invented";
  const bool is_linked = random.between(0, 1) == 0;
  const auto rows = static_cast<std::size_t>(random.between(1, 4));
  report.tables.push_back(some_counts(random, rows, random.between(0, 3) != 0, is_linked || random.between(0, 3) != 0));
  if (is_linked) {
    report.tables.push_back(some_split(random, people_of(report.tables.front())));
    link(report, "split", 3);
  }
  if (random.between(0, 1) == 0) return report;
  if (is_linked && random.between(0, 1) == 0) {
    report.tables.push_back(some_dollars(random, people_of(report.tables.front())));
    link(report, "dollars", 1);
    return report;
  }
  std::vector<std::int64_t> people;
  for (std::int64_t r = random.between(1, 4); r > 0; --r) {
    people.push_back(random.between(0, 2) == 0 ? random.between(10, 20) : random.between(0, 5));
  }
  report.tables.push_back(some_dollars(random, people));
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
  TEST_CASE("no hidden cell of random sets of tables is found out; hidden for themselves alone many are") {
    Random random(20'271'015);
    const CirculationRules rules;
    Tally sum;
    int careless = 0;
    for (int i = 0; i < FTT_RANDOM_SETS; ++i) {
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
    CHECK(careless * 10 > FTT_RANDOM_SETS * 3);
    CHECK(sum.whole <= FTT_RANDOM_SETS / 50);
    CHECK(sum.shown * 2 > sum.cells);
  }
}

}  // namespace
}  // namespace ftt::report::test
