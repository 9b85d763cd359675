// A small report of invented figures with every kind of cell, a sum of each kind and texts that do harm elsewhere.
#pragma once

#include <string>

#include "report/table.h"

namespace ftt::report::test {

inline Cell dollars(std::int64_t cents, std::int64_t carriers) {
  return Cell::money(Amount(Money::from_cents(cents)), carriers);
}

inline Table states_table() {
  Table table;
  table.id = "R1";
  table.title = {{"R1. Approved and pending", {}}};
  table.shows = {{"", CellAt{"R1", 3, 1}}, {" of ", {}}, {"", CellAt{"R1", 3, 3}}, {" arrangements are approved.", {}}};
  table.paragraph = "¶13a, c, d";
  table.may_circulate = true;
  table.columns = {{"component", "Component", CellKind::text, false, {}},
                   {"approved", "Approved", CellKind::count, false, {}},
                   {"pending", "Pending", CellKind::count, false, {}},
                   {"all", "All", CellKind::count, false, {}},
                   {"share", "Approved, of all", CellKind::percent, false, {1, 3}}};
  const auto row = [](const char* id, std::int64_t approved, std::int64_t pending) {
    const auto share = Percent::from_units(approved * 10'000 / (approved + pending));
    return Row{id,
               {Cell::text(id), Cell::count(approved), Cell::count(pending), Cell::count(approved + pending),
                Cell::percent(share)},
               false};
  };
  table.rows = {row("FAS", 12, 3), row("OHRM", 11, 0), row("PBS", 7, 15), row("total", 30, 18)};
  table.rows.back().is_total = true;
  table.row_sums = {{3, {0, 1, 2}}};
  table.column_sums = {{3, {1, 2}}};
  table.pictured = {1, 2};
  table.is_stacked = true;
  return table;
}

inline Table offices_table() {
  Table table;
  table.id = "R4_offices";
  table.title = {{"R4. Travel by half-year: each office", {}}};
  table.shows = {{"Of ", {}},
                 {"", CellAt{"R4_offices", 3, 2}},
                 {" budgeted, ", {}},
                 {"", CellAt{"R4_offices", 3, 3}},
                 {" were used.", {}}};
  table.paragraph = "¶13b, e, f";
  table.may_circulate = true;
  table.columns = {{"office", "Office", CellKind::text, false, {}},
                   {"people", "People", CellKind::count, false, {}},
                   {"budgeted", "Budgeted", CellKind::money, false, {}},
                   {"used", "Used", CellKind::money, false, {}},
                   {"difference", "Used above budgeted", CellKind::money, true, {}},
                   {"is_over", "Over", CellKind::yes_no, false, {2, 3}},
                   {"first_due", "First due", CellKind::date, false, {1}}};
  const auto row = [](std::string id, std::string name, std::int64_t people, std::int64_t budgeted, std::int64_t used) {
    return Row{std::move(id),
               {Cell::text(std::move(name)), Cell::count(people), dollars(budgeted, people), dollars(used, people),
                dollars(used - budgeted, people), Cell::yes_no(used > budgeted),
                people == 0 ? Cell::none() : Cell::date(calendar_date(2027, 8, 15))},
               false};
  };
  table.rows = {row("07001", "07001", 12, 1'200'000, 1'250'050), row("0110", "0110", 16, 1'500'000, 1'100'000),
                row("east", "=East & <\"West\">", 2, 120'000, 300'000),
                row("total", "All offices", 30, 2'820'000, 2'650'050)};
  table.rows.back().is_total = true;
  table.row_sums = {{3, {0, 1, 2}}};
  table.column_sums = {{3, {2, 4}}};
  table.pictured = {2, 3};
  return table;
}

// The cases of the edition for OHRM: texts and cells without a value.
inline Table cases_table() {
  Table table;
  table.id = "R1_cases";
  table.title = {{"R1. Each case", {}}};
  table.shows = {{"Each case with its rationale and effective date.", {}}};
  table.paragraph = "¶13a, c";
  table.columns = {{"id", "Case", CellKind::text, false, {}},
                   {"rationale", "Rationale", CellKind::text, false, {}},
                   {"effective", "Effective", CellKind::date, false, {}},
                   {"annual", "Budget a year", CellKind::money, true, {}}};
  table.rows = {{"a",
                 {Cell::text("a"), Cell::text("@home, \"quiet\"\nand cheap"), Cell::date(calendar_date(2027, 2, 1)),
                  dollars(-123'450, 1)},
                 false},
                {"b", {Cell::text("b"), Cell::text("-5 commutes"), Cell::none(), Cell::unknown()}, false}};
  return table;
}

inline Report sample_report() {
  Report report;
  report.title = "Full-time telework, fiscal year 2027 (invented)";
  report.notes = {{"today", "As of", "2027-09-30", true}, {"rates", "Rates", "=invented", false}};
  report.tables = {states_table(), offices_table(), cases_table()};
  report.cell_sums = {{{"R1", 3, 1}, {{"R4_offices", 3, 1}}}};
  return report;
}

}  // namespace ftt::report::test
