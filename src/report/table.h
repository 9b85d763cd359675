// The model of a report: tables of typed cells with the sums that hold between them, as plain values.
//
// Every output (JSON, CSV, XLSX, HTML) is made of this and of nothing else, and so is the edition for circulation
// (circulation.h), whose audit knows what a reader could work out by the sums that are stated here. So whoever builds a
// table states every sum that holds by what the figures are: rows that make a total, columns that make another one, and
// a figure that stands in two tables; and which figure of another table counts some of the same people. A sum that
// holds by chance in one report alone is none of them. Rows stand in an order that no figure decides (by name), and a
// title or sentence names a figure by its cell, never in words of its own.
//
// Does not: count, read packets, or decide what is hidden.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "report/amount.h"

namespace ftt::report {

// What stands in the cells of a column. A percentage is of two places; a count is of people or things, never negative.
enum class CellKind { text, count, money, percent, date, yes_no };

enum class CellState {
  value,
  unknown,  // there is a figure, and nobody knows it: never zero
  none,     // no figure belongs here, as an effective date does not to what is pending
  hidden,   // `[c]`: the edition for circulation does not say it
};

class Cell {
 public:
  static Cell unknown() { return Cell(CellState::unknown, {}); }
  static Cell none() { return Cell(CellState::none, {}); }
  static Cell hidden() { return Cell(CellState::hidden, {}); }
  // An empty text is none: no file has an empty cell.
  static Cell text(std::string words) { return words.empty() ? none() : Cell(CellState::value, std::move(words)); }
  static Cell count(std::int64_t count) { return Cell(CellState::value, count); }
  // `carriers`: how many people's dollars the amount is made of, those with $0.00 among them.
  static Cell money(Amount amount, std::int64_t carriers) { return Cell(CellState::value, amount, carriers); }
  static Cell percent(Percent percent) { return Cell(CellState::value, percent); }
  static Cell date(Date date) { return Cell(CellState::value, date); }
  static Cell yes_no(bool is_so) { return Cell(CellState::value, is_so); }

  CellState state() const { return state_; }
  bool has_value() const { return state_ == CellState::value; }
  // The value where it is of this kind; nullptr otherwise.
  const std::string* as_text() const { return std::get_if<std::string>(&value_); }
  const std::int64_t* as_count() const { return std::get_if<std::int64_t>(&value_); }
  const Amount* as_money() const { return std::get_if<Amount>(&value_); }
  const Percent* as_percent() const { return std::get_if<Percent>(&value_); }
  const Date* as_date() const { return std::get_if<Date>(&value_); }
  const bool* as_yes_no() const { return std::get_if<bool>(&value_); }
  std::int64_t carriers() const { return carriers_; }

  friend bool operator==(const Cell&, const Cell&) = default;

 private:
  using Value = std::variant<std::monostate, std::string, std::int64_t, Amount, Percent, Date, bool>;
  Cell(CellState state, Value value, std::int64_t carriers = 0)
      : state_(state), value_(std::move(value)), carriers_(carriers) {}

  CellState state_;
  Value value_;
  std::int64_t carriers_;
};

struct Column {
  std::string id;       // "budgeted_h1": the member in JSON, the header in CSV
  std::string heading;  // "Budgeted, first half": for people
  CellKind kind = CellKind::text;
  // Of money: whether an amount may lie below zero, as a difference does. The audit goes by it.
  bool may_be_negative = false;
  // The columns that a cell is worked out of, in its row, where that is no sum: a share, "over double", a first date.
  // In circulation such a cell is shown where all of those are, and a percentage, date or yes-no without them never is.
  std::vector<std::size_t> follows_from;
  // Whether the edition for circulation has its figures, in a table that it has; else 0 alone.
  bool may_circulate = true;

  friend bool operator==(const Column&, const Column&) = default;
};

struct Row {
  std::string id;           // "PBS", "total", or an id of a case: one of its own in the table
  std::vector<Cell> cells;  // one a column; the first is a text, which heads the row
  bool is_total = false;

  friend bool operator==(const Row&, const Row&) = default;
};

// The sum of some rows, in every column of counts and money, or of some columns, in every row. Cells without a value
// add nothing to it, and a total without one makes no sum.
struct Sum {
  std::size_t total = 0;
  std::vector<std::size_t> parts;

  friend bool operator==(const Sum&, const Sum&) = default;
};

// What is left in every row where some columns are taken from others, and is people or their dollars again: of those
// whose spending is known, the ones without a budget. No table shows it, but a reader takes the difference; so it is
// never below zero in counts, and protected in circulation like a cell. In rows where one of the columns has no value
// there is none.
struct Rest {
  std::vector<std::size_t> wholes;
  std::vector<std::size_t> parts;

  friend bool operator==(const Rest&, const Rest&) = default;
};

// A cell of a report.
struct CellAt {
  std::string table;
  std::size_t row = 0;
  std::size_t column = 0;

  friend bool operator==(const CellAt&, const CellAt&) = default;
};

// The sum of some cells of any tables; with one part alone: the same figure in two places.
struct CellSum {
  CellAt total;
  std::vector<CellAt> parts;

  friend bool operator==(const CellSum&, const CellSum&) = default;
};

// Cells of counts of which the first counts everybody whom the others count, and each of them once: those approved, and
// those approved who are at work. No table shows how many more there are, but a reader takes the difference; so it is
// never below zero, and protected in circulation like a Rest. Where one of the cells has no value there is none. What
// follows from two of them is not stated: where A holds B and B holds C, A holds C.
struct Containment {
  CellAt whole;
  std::vector<CellAt> parts;

  friend bool operator==(const Containment&, const Containment&) = default;
};

// A stretch of a sentence: words, or the figure of a cell.
struct Piece {
  std::string words;
  std::optional<CellAt> cell;

  friend bool operator==(const Piece&, const Piece&) = default;
};
using Sentence = std::vector<Piece>;

struct Table {
  std::string id;  // "R1", "R4_people", "R4_offices": one of its own in the report; at most 24 letters, digits and _
  Sentence title;  // "R4. Travel by half-year: each office"
  Sentence shows;  // one sentence that says what it shows
  std::string paragraph;         // what it is for: "¶13b, e, f"
  bool may_circulate = false;    // whether the edition for circulation has it
  std::vector<Column> columns;   // at least one, the first of text
  std::size_t heads = 1;         // the first columns, which say whose row it is: in each part of a table too wide
  std::vector<Row> rows;         // may be none
  std::vector<Sum> row_sums;     // of rows, by index
  std::vector<Sum> column_sums;  // of columns, by index
  std::vector<Rest> rests;       // of columns, by index
  // The columns of one kind, counts or money, that its picture shows as bars, one a row that is no total; none: no
  // picture. Stacked bars are parts of one whole; others stand side by side.
  std::vector<std::size_t> pictured;
  bool is_stacked = false;

  friend bool operator==(const Table&, const Table&) = default;
};

enum class ReportEdition { ohrm, circulation };

// What stands beside the tables: the day, the fiscal year, the rates, a reading. On the sheet of notes in XLSX.
struct Note {
  std::string id;  // "today"
  std::string label;
  std::string text;
  bool may_circulate = false;  // what names a file or a person may not

  friend bool operator==(const Note&, const Note&) = default;
};

struct Report {
  ReportEdition edition = ReportEdition::ohrm;
  std::string title;
  std::vector<Note> notes;
  std::vector<Table> tables;
  std::vector<CellSum> cell_sums;
  std::vector<Containment> containments;

  friend bool operator==(const Report&, const Report&) = default;
};

// The table of the id; nullptr where there is none.
const Table* find_table(const Report& report, std::string_view id);
// The cell. Precondition: it is there.
const Cell& cell_at(const Report& report, const CellAt& at);

// The rest in the row, with its carriers; nothing where one of the columns has no value.
std::optional<Cell> rest_of(const Rest& rest, const Row& row);

// How many more the whole counts than the parts; nothing where one of them has no value. Precondition: all are there.
std::optional<std::int64_t> rest_of(const Report& report, const Containment& containment);

// What breaks the promises above, first found: a row of another length, a cell of another kind than its column, an id
// twice, a sum that names what is not there or does not hold; nothing where all is well. For tests and before
// circulation.
std::optional<std::string> find_fault(const Report& report);

// ---- What a cell says, in the one place for all outputs ----

// The value in people or cents; nothing where there is none.
std::optional<Wide> whole_value(const Cell& cell);

// For people: "1,234", "$1,234.50", "7.22%", "2/1/2027", "yes", "unknown", "n/a", "[c]".
std::string to_display(const Cell& cell);
// For programs: "1234", "1234.50", "7.22", "2027-02-01", "yes", "unknown", "n/a", "[c]".
std::string to_plain(const Cell& cell);
// The pieces one after another, figures as people read them.
std::string to_display(const Report& report, const Sentence& sentence);

}  // namespace ftt::report
