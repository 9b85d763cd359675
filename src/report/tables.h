// tables: the tables of the report one by one, and what they are built with. For make_report.cpp and the files of the
// tables alone.
//
// Does not: decide what is counted (cases.h).
#pragma once

#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/cases.h"
#include "report/table.h"

namespace ftt::report {

using CaseList = std::vector<const Case*>;

// ¶13f: what the spending that OCFO reports does not tell. Beside each figure of what was used; the table says the
// paragraph.
inline constexpr std::string_view all_travel =
    "Used means all travel to the agency worksite. It includes travel that would have happened anyway.";

// ---- Cells ----

Cell cell_of(const std::optional<Date>& date);
Cell cell_of(const std::optional<bool>& is_so);
Cell cell_of(const std::optional<Money>& money);  // carried by one
Cell text_or_unknown(std::string_view words);
Cell text_or_none(std::string_view words);
// What the fact says, in words: "at_hr" is "with the servicing HR Director". A text that is no name of the data stays.
std::string words_of(Fact fact, std::string_view said);
inline std::string words_of(Fact fact, const Facts& facts) {
  return words_of(fact, facts.words(fact));
}
// a of b in percent, to two places; none where b is 0.
Cell share_cell(Amount a, Amount b);
Cell share_cell(std::int64_t a, std::int64_t b);

// A sum of what is known, with how many that is.
struct Total {
  Amount amount;
  std::int64_t known = 0;
  std::int64_t unknown = 0;
  void add(const std::optional<Money>& money);
  // Unknown where there are some and nothing is known of any: unknown is never zero.
  Cell cell() const { return known == 0 && unknown > 0 ? Cell::unknown() : Cell::money(amount, known); }
};

// ---- Columns ----

Column text_column(std::string id, std::string heading);
Column count_column(std::string id, std::string heading);
Column money_column(std::string id, std::string heading, bool may_be_negative = false);
Column date_column(std::string id, std::string heading);
Column yes_no_column(std::string id, std::string heading);
Column percent_column(std::string id, std::string heading, std::vector<std::size_t> follows_from);

// The words of a sentence, and of a cell.
Piece say(std::string text);
Piece figure(std::string table, std::size_t row, std::size_t column);
Sentence sentence(std::string text);

// A table with a row for each group of the cases, by the text that `group_of` gives, one for all of `groups` and a
// total below; `cells_of` gives the cells behind the head, which is the group in the words of the fact. States that the
// total is the sum of the rows.
void add_rows_by(Table& table, const CaseList& cases, const std::vector<std::string>& groups, Fact fact,
                 const std::function<std::string(const Case&)>& group_of,
                 const std::function<std::vector<Cell>(const CaseList&)>& cells_of);
// The same by office.
void add_rows_by_component(Table& table, const CaseList& cases, const Cases& all,
                           const std::function<std::vector<Cell>(const CaseList&)>& cells_of);

// A column of counts of a table, or its cell in the row of the id.
struct CountOf {
  std::string_view table;
  std::string_view column;
  std::string_view row{};
};
// Precondition: it is there.
CellAt cell_of(const Report& report, const CountOf& count);
// States that the whole counts everybody whom the parts count, each of them once: in the rows that are named, or in
// each row that all of the tables have. Precondition: the tables are there, with the columns and the rows that are
// named.
void state_part_of(Report& report, const CountOf& whole, std::initializer_list<CountOf> parts);
// States that both are the same figure, likewise.
void state_same(Report& report, const CountOf& one, const CountOf& other);

CaseList all_of(const Cases& cases);
template <class Wanted>
CaseList those_of(const Cases& cases, Wanted wanted) {
  CaseList list;
  for (const Case& one : cases.counted) {
    if (wanted(one)) list.push_back(&one);
  }
  return list;
}

// Approved and not over: what R4's readings, R5, R6 and R7 are about.
bool is_in_place(const Case& one);
CaseList those_in_place(const Cases& cases);

// The row of a case begins with these: case, name, component.
std::vector<Column> case_columns();
inline constexpr std::size_t heads_of_case = 2;
Row case_row(const Case& one, std::vector<Cell> cells, std::string_view more_of_id = {});

// ---- The tables ----

void add_counted(Report& report, const Cases& cases, const ReportFor& by, const Partial& partial);  // R0
void add_states(Report& report, const Cases& cases, const ReportFor& by);                           // R1
void add_overdue(Report& report, const Cases& cases, const ReportFor& by);                          // R2
void add_not_in_order(Report& report, const Cases& cases, const ReportFor& by);                     // R3
void add_travel(Report& report, const Cases& cases, const ReportFor& by);                           // R4
void add_reviews(Report& report, const Cases& cases, const ReportFor& by);                          // R5
void add_worksites(Report& report, const Cases& cases, const ReportFor& by);                        // R6
void add_costs(Report& report, const Cases& cases, const ReportFor& by);                            // R7
void add_time_codes(Report& report, const Cases& cases, const ReportFor& by);                       // R8
void add_return(Report& report, const Cases& cases, const ReportFor& by);                           // R9

}  // namespace ftt::report
