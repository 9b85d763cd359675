// What the tables are built with. See tables.h.
#include "report/tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"
#include "form/field.h"
#include "packet/chain_report.h"
#include "rules/approval.h"

namespace ftt::report {
namespace {

// Names of the data and what people call them, where nobody else has the words.
struct Name {
  std::string_view name;
  std::string_view words;
};
constexpr std::array<Name, 6> kinds_of_rationale = {{{"retain", "Retain an employee"},
                                                     {"recruit", "Recruit an employee"},
                                                     {"near_customers", "Near customers"},
                                                     {"space", "Save office space"},
                                                     {"other", "Other"},
                                                     {"unknown", "Unknown"}}};

// The words of the enumerator that has the name, of those up to the last.
template <class Enum>
std::string_view words_of_enumerator(std::string_view name, Enum first, Enum last) {
  for (auto i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    if (ftt::name_of(static_cast<Enum>(i)) == name) return ftt::words_of(static_cast<Enum>(i));
  }
  return {};
}

// More than that is no share that anybody could read.
constexpr Wide largest_share = 1'000'000'000'000;

Cell share_of(Wide a, Wide b) {
  if (b == 0) return Cell::none();
  const bool is_negative = (a < 0) != (b < 0);
  const Wide up = (a < 0 ? -a : a) * 10'000;
  const Wide down = b < 0 ? -b : b;
  const Wide rounded = (2 * up + down) / (2 * down);
  if (rounded > largest_share) return Cell::none();
  const auto units = static_cast<std::int64_t>(rounded);
  return Cell::percent(Percent::from_units(is_negative ? -units : units));
}

template <class Named>
std::optional<std::size_t> index_of(const std::vector<Named>& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Named& one) { return one.id == id; });
  return found == list.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - list.begin()));
}

Column column_of(std::string id, std::string heading, CellKind kind) {
  return {std::move(id), std::move(heading), kind, false, {}};
}

}  // namespace

std::string words_of(Fact fact, std::string_view said) {
  std::string_view words;
  if (fact == Fact::state || fact == Fact::review_state) {
    words = words_of_enumerator(said, ChainState::draft, ChainState::approved);
  } else if (fact == Fact::phase) {
    words = words_of_enumerator(said, ArrangementPhase::not_begun, ArrangementPhase::ended);
  } else if (fact == Fact::holder) {
    words = words_of_enumerator(said, HolderKind::immediate_supervisor, HolderKind::deputy_administrator);
  } else if (fact == Fact::trip_cost_method) {
    for (const Choice& choice : info(Leaf::travel_budget_trip_cost_method).choices) {
      if (choice.value == said) words = choice.label;
    }
  } else if (fact == Fact::rationale_kind) {
    for (const Name& kind : kinds_of_rationale) {
      if (kind.name == said) words = kind.words;
    }
  }
  return std::string(words.empty() ? said : words);
}

Cell cell_of(const std::optional<Date>& date) {
  return date ? Cell::date(*date) : Cell::unknown();
}
Cell cell_of(const std::optional<bool>& is_so) {
  return is_so ? Cell::yes_no(*is_so) : Cell::unknown();
}
Cell cell_of(const std::optional<Money>& money) {
  return money ? Cell::money(Amount(*money), 1) : Cell::unknown();
}
Cell text_or_unknown(std::string_view words) {
  return words.empty() ? Cell::unknown() : Cell::text(std::string(words));
}
Cell text_or_none(std::string_view words) {
  return words.empty() ? Cell::none() : Cell::text(std::string(words));
}
Cell share_cell(Amount a, Amount b) {
  return share_of(a.cents(), b.cents());
}
Cell share_cell(std::int64_t a, std::int64_t b) {
  return share_of(a, b);
}

void Total::add(const std::optional<Money>& money) {
  if (!money) {
    ++unknown;
    return;
  }
  ++known;
  amount += Amount(*money);
}

Column text_column(std::string id, std::string heading) {
  return column_of(std::move(id), std::move(heading), CellKind::text);
}
Column count_column(std::string id, std::string heading) {
  return column_of(std::move(id), std::move(heading), CellKind::count);
}
Column money_column(std::string id, std::string heading, bool may_be_negative) {
  return {std::move(id), std::move(heading), CellKind::money, may_be_negative, {}};
}
Column date_column(std::string id, std::string heading) {
  return column_of(std::move(id), std::move(heading), CellKind::date);
}
Column yes_no_column(std::string id, std::string heading) {
  return column_of(std::move(id), std::move(heading), CellKind::yes_no);
}
Column percent_column(std::string id, std::string heading, std::vector<std::size_t> follows_from) {
  return {std::move(id), std::move(heading), CellKind::percent, false, std::move(follows_from)};
}

Piece say(std::string text) {
  return {std::move(text), {}};
}
Piece figure(std::string table, std::size_t row, std::size_t column) {
  return {"", CellAt{std::move(table), row, column}};
}
Sentence sentence(std::string text) {
  return {say(std::move(text))};
}

void add_rows_by(Table& table, const CaseList& cases, const std::vector<std::string>& groups, Fact fact,
                 const std::function<std::string(const Case&)>& group_of,
                 const std::function<std::vector<Cell>(const CaseList&)>& cells_of) {
  std::map<std::string, CaseList> of_group;
  for (const Case* one : cases) of_group[group_of(*one)].push_back(one);
  const auto row = [&](std::string id, std::string head, const CaseList& list) {
    std::vector<Cell> cells = cells_of(list);
    cells.insert(cells.begin(), Cell::text(std::move(head)));
    table.rows.push_back({std::move(id), std::move(cells), false});
  };
  std::vector<std::size_t> parts;
  for (const std::string& group : groups) {
    parts.push_back(table.rows.size());
    row(concat("of:", group), words_of(fact, group), of_group[group]);
  }
  row("total", "All", cases);
  table.rows.back().is_total = true;
  if (!parts.empty()) table.row_sums.push_back({table.rows.size() - 1, std::move(parts)});
}

void add_rows_by_component(Table& table, const CaseList& cases, const Cases& all,
                           const std::function<std::vector<Cell>(const CaseList&)>& cells_of) {
  add_rows_by(
      table, cases, all.components, Fact::component, [](const Case& one) { return one.component; }, cells_of);
}

CellAt cell_of(const Report& report, const CountOf& count) {
  const Table& table = *find_table(report, count.table);
  return {table.id, *index_of(table.rows, count.row), *index_of(table.columns, count.column)};
}

namespace {

// The cells of the counts: of the rows that are named, and of those that have no name in each row that their tables
// share, one after another.
std::vector<std::vector<CellAt>> cells_by_row(const Report& report, const std::vector<CountOf>& counts) {
  const auto without_row =
      std::find_if(counts.begin(), counts.end(), [](const CountOf& one) { return one.row.empty(); });
  std::vector<std::string> rows = {""};
  if (without_row != counts.end()) {
    rows.clear();
    for (const Row& row : find_table(report, without_row->table)->rows) rows.push_back(row.id);
  }
  std::vector<std::vector<CellAt>> cells;
  for (const std::string& row : rows) {
    std::vector<CellAt> of_row;
    for (CountOf count : counts) {
      if (count.row.empty()) count.row = row;
      if (index_of(find_table(report, count.table)->rows, count.row)) of_row.push_back(cell_of(report, count));
    }
    if (of_row.size() == counts.size()) cells.push_back(std::move(of_row));
  }
  return cells;
}

}  // namespace

void state_part_of(Report& report, const CountOf& whole, std::initializer_list<CountOf> parts) {
  std::vector<CountOf> counts = {whole};
  counts.insert(counts.end(), parts.begin(), parts.end());
  for (const std::vector<CellAt>& cells : cells_by_row(report, counts)) {
    report.containments.push_back({cells.front(), {cells.begin() + 1, cells.end()}});
  }
}

void state_same(Report& report, const CountOf& one, const CountOf& other) {
  for (const std::vector<CellAt>& cells : cells_by_row(report, {one, other})) {
    report.cell_sums.push_back({cells.front(), {cells.back()}});
  }
}

CaseList all_of(const Cases& cases) {
  return those_of(cases, [](const Case&) { return true; });
}

bool is_in_place(const Case& one) {
  return one.is_approved() && !one.is_replaced && one.phase != "ended";
}
CaseList those_in_place(const Cases& cases) {
  return those_of(cases, is_in_place);
}

std::vector<Column> case_columns() {
  return {text_column("case", "Case"), text_column("name", "Name"), text_column("component", "Office")};
}

Row case_row(const Case& one, std::vector<Cell> cells, std::string_view more_of_id) {
  std::vector<Cell> head = {Cell::text(one.name_of_case()), text_or_unknown(one.facts.words(Fact::name)),
                            Cell::text(one.component)};
  cells.insert(cells.begin(), std::make_move_iterator(head.begin()), std::make_move_iterator(head.end()));
  return {concat(one.key, more_of_id), std::move(cells), false};
}

}  // namespace ftt::report
