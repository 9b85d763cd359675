// R4: travel by half-year, budgeted and used: each teleworker, then each office; and the year's travel under each
// reading of line 9 (¶13b, e, f). See tables.h.
#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "report/tables.h"

namespace ftt::report {
namespace {

// Of line 9, each with the fact that is a year's travel under it.
struct Reading {
  std::string_view name;
  Fact annual;
};
constexpr std::array<Reading, 4> readings = {{{"as_worded", Fact::annual_as_worded},
                                              {"per_night", Fact::annual_per_night},
                                              {"per_diem", Fact::annual_per_diem},
                                              {"extras_only", Fact::annual_extras_only}}};

bool is_over(Money used, Money budgeted) {
  return used > budgeted;
}
// More than twice, without a product that may not fit.
bool is_over_double(Money used, Money budgeted) {
  return Amount(used) > Amount(budgeted) + Amount(budgeted);
}

// Of those with both figures.
struct Both {
  Total budgeted;
  Total used;
  std::int64_t over = 0;
  std::int64_t over_double = 0;
};

bool is_of_half(const Case& one, const Cases& cases, std::size_t half) {
  return one.is_approved() && (is_in_force(one, cases.half_years[half]) || one.spent[half]);
}

std::optional<Money> sum(const std::array<std::optional<Money>, 2>& halves_of_year) {
  if (!halves_of_year[0] || !halves_of_year[1]) return std::nullopt;
  return *halves_of_year[0] + *halves_of_year[1];
}

std::vector<Cell> cells_of_office(const CaseList& list, std::size_t half) {
  Total budgeted;
  Total used;
  Both both;
  for (const Case* one : list) {
    const std::optional<Money>& plan = one->budget[half];
    const std::optional<Money>& spent = one->spent[half];
    budgeted.add(plan);
    used.add(spent);
    if (!plan || !spent) continue;
    both.budgeted.add(plan);
    both.used.add(spent);
    both.over += is_over(*spent, *plan) ? 1 : 0;
    both.over_double += is_over_double(*spent, *plan) ? 1 : 0;
  }
  // Of nobody there is no sum; where there is no teleworker at all, it is zero.
  const bool is_known = both.used.known > 0 || list.empty();
  const auto of_both = [&](const Cell& cell) { return is_known ? cell : Cell::unknown(); };
  return {Cell::count(static_cast<std::int64_t>(list.size())),
          budgeted.cell(),
          Cell::count(budgeted.known),
          Cell::count(budgeted.unknown),
          used.cell(),
          Cell::count(used.known),
          Cell::count(used.unknown),
          Cell::count(both.used.known),
          of_both(both.budgeted.cell()),
          of_both(both.used.cell()),
          of_both(Cell::money(both.used.amount - both.budgeted.amount, both.used.known)),
          is_known ? share_cell(both.used.amount, both.budgeted.amount) : Cell::unknown(),
          Cell::count(both.over),
          Cell::count(both.over_double)};
}

void add_offices(Report& report, const Cases& cases, std::size_t half) {
  Table table;
  table.id = half == 0 ? "R4_h1" : "R4_h2";
  table.title = sentence(concat("R4. Travel by office, ", to_display(cases.half_years[half])));
  table.paragraph = "\u00b613b, e, f";
  table.may_circulate = true;
  table.columns = {text_column("component", "Office"),
                   count_column("people", "Teleworkers"),
                   money_column("budgeted", "Budgeted", true),
                   count_column("budgeted_known", "Budget known"),
                   count_column("budgeted_unknown", "Budget unknown"),
                   money_column("used", "Used"),
                   count_column("used_known", "Use known"),
                   count_column("used_unknown", "Use unknown"),
                   count_column("both", "With both"),
                   money_column("both_budgeted", "Budgeted, of those with both", true),
                   money_column("both_used", "Used, of those with both"),
                   money_column("difference", "Used minus budgeted", true),
                   percent_column("share", "Used, of the budget", {9, 10}),
                   count_column("over", "Over the budget"),
                   count_column("over_double", "Over double")};
  table.column_sums = {{1, {3, 4}}, {1, {6, 7}}, {10, {9, 11}}};
  // With a budget alone, with use alone, with neither; the dollars of the first two; not over, over but not double.
  table.rests = {{{3}, {8}}, {{6}, {8}}, {{1, 8}, {3, 6}}, {{2}, {9}}, {{5}, {10}}, {{8}, {13}}, {{13}, {14}}};
  table.pictured = {9, 10};
  const CaseList list = those_of(cases, [&](const Case& one) { return is_of_half(one, cases, half); });
  add_rows_by_component(table, list, cases,
                        [&](const CaseList& of_office) { return cells_of_office(of_office, half); });
  const std::size_t total = table.rows.size() - 1;
  if (table.rows[total].cells[8] == Cell::count(0)) {
    table.shows = {say("Both figures, budgeted and used, are not known of any of the "), figure(table.id, total, 1),
                   say(concat(" teleworkers. ", all_travel))};
  } else {
    table.shows = {figure(table.id, total, 10), say(" was used of "),
                   figure(table.id, total, 9),  say(" budgeted, by "),
                   figure(table.id, total, 8),  say(" teleworkers with both figures known. "),
                   figure(table.id, total, 13), say(" of them are over and "),
                   figure(table.id, total, 14), say(concat(" over double. ", all_travel))};
  }
  const std::string id = table.id;
  report.tables.push_back(std::move(table));
  state_part_of(report, {"R1", "approved"}, {{id, "people"}});
  for (const std::string_view known : {"known", "unknown"}) {
    state_part_of(report, {"R0_known", known, half == 0 ? "budget_h1" : "budget_h2"},
                  {{id, concat("budgeted_", known), "total"}});
    state_part_of(report, {"R0_known", known, half == 0 ? "spent_h1" : "spent_h2"},
                  {{id, concat("used_", known), "total"}});
  }
}

Cell standing_of(const std::optional<Money>& used, const std::optional<Money>& budgeted) {
  if (!used || !budgeted) return Cell::unknown();
  if (is_over_double(*used, *budgeted)) return Cell::text("over double");
  return Cell::text(is_over(*used, *budgeted) ? "over" : "within");
}

void append_figures(std::vector<Cell>& cells, const std::optional<Money>& budgeted, const std::optional<Money>& used) {
  cells.push_back(cell_of(budgeted));
  cells.push_back(cell_of(used));
  cells.push_back(budgeted && used ? Cell::money(Amount(*used) - Amount(*budgeted), 1) : Cell::unknown());
  cells.push_back(budgeted && used ? share_cell(Amount(*used), Amount(*budgeted)) : Cell::unknown());
  cells.push_back(standing_of(used, budgeted));
}

void add_people(Report& report, const Cases& cases) {
  Table table;
  table.id = "R4_people";
  table.title = sentence(concat("R4. Travel of each teleworker, fiscal year ", cases.year.year()));
  table.shows = sentence(concat("Budgeted and used by half-year, and whether it is over. ", all_travel));
  table.paragraph = "\u00b613b, e, f";
  table.columns = case_columns();
  table.heads = heads_of_case;
  struct Period {
    std::string_view id;
    std::string_view of;
  };
  for (const Period& period : {Period{"h1", "first half"}, Period{"h2", "second half"}, Period{"year", "year"}}) {
    const std::size_t at = table.columns.size();
    const auto id = [&](std::string_view name) { return concat(name, "_", period.id); };
    const auto heading = [&](std::string_view name) { return concat(name, ", ", period.of); };
    table.columns.push_back(money_column(id("budgeted"), heading("Budgeted"), true));
    table.columns.push_back(money_column(id("used"), heading("Used")));
    table.columns.push_back(money_column(id("difference"), heading("Used minus budgeted"), true));
    table.columns.push_back(percent_column(id("share"), heading("Used, of the budget"), {at, at + 1}));
    table.columns.push_back(text_column(id("standing"), heading("Within or over")));
  }
  table.columns.push_back(text_column("trip_cost_method", "Reading of line 9"));
  for (const Reading& reading : readings) {
    table.columns.push_back(money_column(concat("annual_", reading.name),
                                         concat("A year: ", words_of(Fact::trip_cost_method, reading.name)), true));
  }
  for (const Case& one : cases.counted) {
    if (!is_of_half(one, cases, 0) && !is_of_half(one, cases, 1)) continue;
    std::vector<Cell> cells;
    for (const std::size_t half : {std::size_t{0}, std::size_t{1}})
      append_figures(cells, one.budget[half], one.spent[half]);
    append_figures(cells, sum(one.budget), sum(one.spent));
    cells.push_back(text_or_unknown(words_of(Fact::trip_cost_method, one.facts)));
    for (const Reading& reading : readings) cells.push_back(cell_of(one.facts.money(reading.annual)));
    table.rows.push_back(case_row(one, std::move(cells)));
  }
  report.tables.push_back(std::move(table));
}

// The readings are made of the same answers. By the form's wording a trip of no nights costs nothing until a reading is
// chosen.
void state_same_known(Report& report, const CaseList& list) {
  const Reading& first = readings[1];
  const auto of_all = [&](const auto& holds) {
    return std::all_of(list.begin(), list.end(),
                       [&](const Case* one) { return holds(one->facts.text(first.annual).has_value(), one->facts); });
  };
  for (const Reading& reading : readings) {
    if (reading.annual == first.annual) continue;
    if (of_all([&](bool knows, const Facts& facts) { return facts.text(reading.annual).has_value() == knows; })) {
      for (const std::string_view known : {"_known", "_unknown"}) {
        state_same(report, {"R4_readings", concat(reading.name, known)}, {"R4_readings", concat(first.name, known)});
      }
    } else if (of_all([&](bool knows, const Facts& facts) { return knows || !facts.text(reading.annual); })) {
      state_part_of(report, {"R4_readings", concat(first.name, "_known")},
                    {{"R4_readings", concat(reading.name, "_known")}});
    }
  }
}

// Where the same people make all three, what is budgeted for both halves is a year of travel under their reading.
void state_year_of_halves(Report& report, const Cases& cases) {
  std::map<std::string, std::array<bool, readings.size()>> are_years;  // by row
  for (const Case& one : cases.counted) {
    const bool is_there = is_in_place(one);
    const bool is_first = is_of_half(one, cases, 0);
    const bool is_second = is_of_half(one, cases, 1);
    if (!is_there && !is_first && !is_second) continue;
    const std::optional<Money> budget = sum(one.budget);
    for (const std::string& row : {concat("of:", one.component), std::string("total")}) {
      const auto [found, is_new] = are_years.try_emplace(row);
      for (std::size_t i = 0; i < readings.size(); ++i) {
        bool& is_so = found->second[i];
        is_so = (is_so || is_new) && is_there && is_first && is_second && budget &&
                budget == one.facts.money(readings[i].annual);
      }
    }
  }
  for (const auto& [row, is_year] : are_years) {
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (!is_year[i]) continue;
      report.cell_sums.push_back(
          {cell_of(report, {"R4_readings", readings[i].name, row}),
           {cell_of(report, {"R4_h1", "budgeted", row}), cell_of(report, {"R4_h2", "budgeted", row})}});
    }
  }
}

// The year's travel as Part E plans it, under each reading.
void add_readings(Report& report, const Cases& cases) {
  Table table;
  table.id = "R4_readings";
  table.title = sentence("R4. A year of travel under each reading of line 9, by office");
  table.paragraph = "\u00b613b; App. A, Part E, line 9";
  table.may_circulate = true;
  table.columns = {text_column("component", "Office"), count_column("people", "Teleworkers")};
  for (const Reading& reading : readings) {
    const std::size_t at = table.columns.size();
    const std::string heading = words_of(Fact::trip_cost_method, reading.name);
    table.columns.push_back(money_column(std::string(reading.name), heading, true));
    table.columns.push_back(count_column(concat(reading.name, "_known"), concat(heading, ": known")));
    table.columns.push_back(count_column(concat(reading.name, "_unknown"), concat(heading, ": unknown")));
    table.column_sums.push_back({1, {at + 1, at + 2}});
  }
  add_rows_by_component(table, those_in_place(cases), cases, [&](const CaseList& of_office) {
    std::vector<Cell> cells = {Cell::count(static_cast<std::int64_t>(of_office.size()))};
    for (const Reading& reading : readings) {
      Total total;
      for (const Case* one : of_office) total.add(one->facts.money(reading.annual));
      cells.push_back(total.cell());
      cells.push_back(Cell::count(total.known));
      cells.push_back(Cell::count(total.unknown));
    }
    return cells;
  });
  const std::size_t total = table.rows.size() - 1;
  table.shows = {say("By the form's wording, a year of travel costs "),
                 figure(table.id, total, 2),
                 say(". With the fare once a trip it is "),
                 figure(table.id, total, 5),
                 say(", with travel days at 75% "),
                 figure(table.id, total, 8),
                 say(", with hotel and meals once "),
                 figure(table.id, total, 11),
                 say(".")};
  report.tables.push_back(std::move(table));
  state_same_known(report, those_in_place(cases));
  state_year_of_halves(report, cases);
}

}  // namespace

void add_travel(Report& report, const Cases& cases, const ReportFor&) {
  for (const std::size_t half : {std::size_t{0}, std::size_t{1}}) add_offices(report, cases, half);
  add_readings(report, cases);
  add_people(report, cases);
}

}  // namespace ftt::report
